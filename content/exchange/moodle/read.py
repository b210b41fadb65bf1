"""Reads a Moodle question bank: every question a draft, or by name why not."""

from itertools import count
from xml.etree.ElementTree import Element

from content.card import Language
from content.exchange.moodle.category import category
from content.exchange.moodle.faces import Question
from content.exchange.moodle.files import files_of
from content.exchange.questions import Questions
from content.exchange.reading import Reading
from content.exchange.xml_tree import words
from content.sanitise import clean


def read(quiz: Element, language: Language) -> Reading:
    """The questions as drafts, counted in the order of the file.

    The id number of a question is its key, or else its name; categories are topics.
    """
    questions = Questions("question", with_media=True)
    numbers = count(1)
    topic: tuple[str, ...] = ()
    for element in quiz.iterfind("question"):
        if element.get("type") == "category":
            topic = category(words(element.find("category/text")))
        else:
            name = clean(words(element.find("name/text")))
            questions.at(next(numbers), name)
            _take(element, name, topic, questions, language)
    return questions.reading()


def _take(
    element: Element, name: str, topic: tuple[str, ...], questions: Questions, language: Language
) -> None:
    question = Question(element, language, questions)
    if face := questions.asked(question.face):
        key = clean(words(element.find("idnumber"))) or name
        tags = [words(tag) for tag in element.findall("tags/tag/text")]
        wants = files_of(element, question.texts.alternatives)
        questions.take(face, key=key, topic=topic, tags=tags, wants=wants)
        questions.pictures(question.texts.pictures)
