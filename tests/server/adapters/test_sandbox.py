from __future__ import annotations

import pytest

from content.exchange.reading import Problem, Reading, Unreadable
from server.adapters.sandbox import SandboxReader
from tests.content.exchange.anki.packages import BASIC, Note, package

SET = "sleutel;vraag;antwoord;labels\na;Wat doe je?;Bellen;een,twee\nb;;Niets;\n"


def read(text: str, seconds: int = 20, mebibytes: int = 512, **more: object) -> Reading:
    given = {"language": "nl", "encoding": None, "known_keys": frozenset[str](), **more}
    return SandboxReader(seconds, mebibytes).read("set.csv", text.encode(), **given)  # type: ignore[arg-type]  # as given


def test_a_reading_comes_out_whole() -> None:
    reading = read(SET)
    (draft,) = reading.drafts
    assert (draft.key, draft.face.prompt, draft.tags) == ("a", "Wat doe je?", ("een", "twee"))
    assert reading.problems == (Problem("missing", 3, "vraag"),)


def test_an_anki_package_is_read_though_no_file_may_be_written() -> None:
    notes = (Note(BASIC, ("Wie bel je?", "De BHV"), "a"), Note(BASIC, ("Leeg?", ""), "b"))
    reading = SandboxReader(20, 512).read(
        "deck.apkg",
        package(*notes, variant="latest"),
        language="nl",
        encoding=None,
        known_keys=frozenset(),
    )
    assert [one.key for one in reading.drafts] == ["a"]
    assert reading.problems == (Problem("missing", 2, "Back", item="Leeg?"),)
    assert reading.counted == "note"


def test_what_cannot_be_read_keeps_its_reason() -> None:
    with pytest.raises(Unreadable) as unfit:
        read("%PDF-1.7")
    assert unfit.value.code == "not-a-table"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Unreadable) as unfit:
        read(SET, seconds=0)
    assert (unfit.value.code, unfit.value.values) == ("too-slow", {"most": 0})


def test_a_file_that_takes_too_much_memory_fells_its_own_process_only() -> None:
    rows = "".join(f"{number};Vraag {number};Antwoord;\n" for number in range(60_000))
    with pytest.raises(Unreadable) as unfit:
        read(SET + rows, mebibytes=64)
    assert unfit.value.code == "too-heavy"


def test_the_keys_of_the_set_are_known_inside_however_many_they_are() -> None:
    keys = frozenset(f"sleutel-{number}-{'x' * 80}" for number in range(5_000))
    known = min(keys)
    text = f"vraag;antwoord;variant_van\nAnders?;Ja;{known}\n"
    assert len(read(text, known_keys=keys).drafts) == 1


def test_settings_of_the_server_are_not_in_its_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # would keep any Python from starting
    assert read(SET)


def test_a_reading_tells_how_far_it_is() -> None:
    heard: list[tuple[str, int, int | None]] = []
    read(SET, told=lambda *word: heard.append(word))
    assert heard == [("reading", 0, 3), ("read", 1, None)]
