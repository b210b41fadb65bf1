"""From one QTI item to a face."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from content.card import Cloze, Face, Language, Order, Typed
from content.exchange.answers import Answer, Shared, choices_of, explained, match_of
from content.exchange.qti.answers import Declared, declared
from content.exchange.qti.body import GAP, Body, body_of, feedback_of, text_of
from content.exchange.qti.images import NONE, Images
from content.exchange.qti.names import attribute, children, name, within
from content.exchange.quantities import number, written
from content.exchange.questions import NoCard, Questions, Unfit
from content.sanitise import clean

_BLANK: Final = "_____"
_ENTRY: Final = "textEntryInteraction"
_CHOSEN: Final = "inlineChoiceInteraction"


class Item:
    """One item, read whole: its text, its interactions and what it says is right."""

    def __init__(
        self, item: Element, language: Language, questions: Questions, images: Images = NONE
    ) -> None:
        self.item = item
        self.images = images
        self.language = language
        self.questions = questions
        self.responses = declared(item)
        bodies = (body_of(one, images.sources) for one in children(item, "itemBody"))
        self.body = next(bodies, Body())
        self.pictures = list(self.body.pictures)
        self.wants = list(images.wanted(self.pictures, "prompt", self.body.alternatives))

    def face(self) -> Face:
        """Raises `NoCard` for an item that no card can be, and `Unfit` or `NotANumber`."""
        kinds = [name(one) for one in self.body.interactions]
        if not kinds:
            raise NoCard("item without a question")
        if set(kinds) <= {_ENTRY, _CHOSEN}:
            return self._inline(kinds)
        if len(kinds) > 1:
            raise NoCard("item with several questions")
        if kinds[0] not in _MAKERS:
            raise NoCard(kinds[0])
        (interaction,) = self.body.interactions
        return _MAKERS[kinds[0]](self, interaction, self._response(interaction))

    def choice(self, interaction: Element, response: Declared) -> Face:
        return self._choice(children(interaction, "simpleChoice"), response)

    def order(self, interaction: Element, response: Declared) -> Face:
        texts = self._texts(children(interaction, "simpleChoice"))
        self._all_known(response.correct, texts)
        items = tuple(texts[one] for one in response.correct)
        return Order(items=items, **self._shared())

    def match(self, interaction: Element, response: Declared) -> Face:
        texts = self._texts(list(within(interaction, "simpleAssociableChoice")))
        named = [tuple(pair.split()) for pair in response.correct or response.best]
        self._all_known([one for pair in named for one in pair], texts)
        pairs = [(texts[pair[0]], texts[pair[1]]) for pair in named if len(pair) == 2]  # noqa: PLR2004 - a pair
        return match_of(pairs, self._shared(), self.questions)

    def _inline(self, kinds: Sequence[str]) -> Face:
        """Entries at the end of a text are typed; one list to pick from is a choice; else gaps."""
        entries = self.body.interactions
        if kinds == [_CHOSEN]:
            return self._choice(children(entries[0], "inlineChoice"), self._response(entries[0]))
        shared = self._shared()
        accepted = [self._accepted(entry) for entry in entries]
        before, _, after = self.body.text.partition(GAP)
        if len(entries) == 1 and before.strip() and not after.strip(" .\n"):
            shared["prompt"] = clean(before)
            return Typed(accepted=accepted[0], **shared)
        if _CHOSEN in kinds:
            self.questions.note("choices-left-out", {})
        shared["prompt"] = self.body.text
        for place in range(1, len(entries) + 1):
            shared["prompt"] = shared["prompt"].replace(GAP, f"{{{{{place}}}}}", 1)
        return Cloze(gaps=tuple(accepted), **shared)

    def _choice(self, options: Sequence[Element], response: Declared) -> Face:
        texts = self._texts(options)
        right = response.correct or response.best
        self._all_known(right, texts)
        answers = [
            Answer(
                texts[attribute(one, "identifier")],
                100 if attribute(one, "identifier") in right else 0,
                feedback_of(one),
            )
            for one in options
        ]
        return choices_of(answers, self._shared(answers), several=False)

    def _accepted(self, entry: Element) -> tuple[str, ...]:
        response = self._response(entry)
        accepted = tuple(dict.fromkeys([*response.correct, *response.best]))
        if name(entry) == _CHOSEN:
            texts = self._texts(children(entry, "inlineChoice"))
            self._all_known(accepted, texts)
            return tuple(texts[one] for one in accepted)
        if response.number:
            return tuple(written(number(one), self.language) for one in accepted)
        return accepted

    def _response(self, interaction: Element) -> Declared:
        response = self.responses.get(attribute(interaction, "responseIdentifier"))
        if response is None or not (response.correct or response.best):
            raise Unfit("none-right")
        return response

    def _texts(self, options: Sequence[Element]) -> dict[str, str]:
        found: dict[str, str] = {}
        for one in options:
            seen = text_of(one)
            self.pictures += seen.pictures
            self.wants += self.images.wanted(seen.pictures, "answer", seen.alternatives)
            found[attribute(one, "identifier")] = seen.text
        return found

    def _all_known(self, identifiers: Sequence[str], texts: Mapping[str, str]) -> None:
        if not set(identifiers) <= set(texts):
            raise Unfit("right-not-in-choices")

    def _shared(self, answers: Sequence[Answer] = ()) -> Shared:
        said = [text_of(one).text for one in within(self.item, "modalFeedback")]
        return {
            "language": self.language,
            "prompt": self.body.text.replace(GAP, _BLANK),
            "explanation": explained("\n".join(filter(None, said)), answers),
        }


_MAKERS: Final[Mapping[str, Callable[[Item, Element, Declared], Face]]] = {
    "choiceInteraction": Item.choice,
    "orderInteraction": Item.order,
    "matchInteraction": Item.match,
}
