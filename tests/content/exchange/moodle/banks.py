"""Question banks as Moodle exports them, made here."""

from content.exchange.read import read_any
from content.exchange.reading import Reading


def words(tag: str, text: str, style: str = "html") -> str:
    return f'<{tag} format="{style}"><text><![CDATA[{text}]]></text></{tag}>'


def answer(text: str, fraction: str, feedback: str = "", more: str = "") -> str:
    return (
        f'<answer fraction="{fraction}"><text><![CDATA[{text}]]></text>'
        f"{words('feedback', feedback)}{more}</answer>"
    )


def question(kind: str, inner: str, text: str = "<p>Vraag?</p>", name: str = "") -> str:
    named = f"<name><text>{name}</text></name>" if name else ""
    return f'<question type="{kind}">{named}{words("questiontext", text)}{inner}</question>'


def category(path: str) -> str:
    return f'<question type="category"><category><text>{path}</text></category></question>'


def bank(*questions: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>{"".join(questions)}</quiz>'


def read(*questions: str) -> Reading:
    return read_any("bank.xml", bank(*questions).encode(), language="nl")
