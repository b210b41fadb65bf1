"""Any fit face, and any fit draft, for property tests."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from content.card import Face, from_json, problems_of
from content.exchange.reading import Draft
from content.sanitise import clean

_ANY = st.characters(exclude_categories=["Cs"])
_TRICKY = st.sampled_from("=+-@|*\\{}';,\"\t\n\r ﹦＝éaB1")

_LINES = st.sampled_from([
    "- a", "* [x] b", "1. c", "# d #", "V: e", "**Bron:** f", "A:", "```", "", "\\- g", "a -> b",
    "[//]: # h", "a|b*", "{{a|b}}", "{{c1::a}}", "}}", "::", "[sound:a.mp3]", "<b>&amp;",
    "ANSWER: B", "=1+1", "'=2", "007", "_x0041_", "#N/A",
])  # fmt: skip
"""What means something in one format or another."""

_letters = st.text(_TRICKY | _ANY, max_size=12)
_lines = st.lists(_LINES, max_size=3).map("\n".join)
texts: SearchStrategy[str] = (_letters | _lines).map(clean)
filled: SearchStrategy[str] = texts.filter(bool)


@st.composite
def cloze_parts(draw: DrawFn) -> dict[str, object]:
    gaps = draw(st.lists(_accepted, min_size=1, max_size=3))
    pieces = [draw(texts) for _ in gaps]
    marked = "".join(f"{piece}{{{{{n}}}}}" for n, piece in enumerate(pieces, start=1))
    return {"prompt": clean(marked + draw(texts)), "gaps": gaps}


@st.composite
def choice_parts(draw: DrawFn, kind: str) -> dict[str, object]:
    choices = draw(_several)
    most = 1 if kind == "choice" else len(choices)
    right = draw(st.sets(st.sampled_from(range(len(choices))), min_size=1, max_size=most))
    return {"choices": choices, "correct": sorted(right)}


_accepted = st.lists(filled, min_size=1, max_size=3)
_several = st.lists(filled, min_size=2, max_size=4, unique=True)
_PARTS: dict[str, SearchStrategy[dict[str, object]]] = {
    "recall": st.fixed_dictionaries({"answer": filled}),
    "choice": choice_parts("choice"),
    "multiple_choice": choice_parts("multiple_choice"),
    "true_false": st.fixed_dictionaries({"correct": st.booleans()}),
    "typed": st.fixed_dictionaries({"accepted": _accepted}),
    "cloze": cloze_parts(),
    "order": st.fixed_dictionaries({"items": _several}),
    "match": _several.map(lambda left: {"left": left, "right": left[::-1]}),
}


@st.composite
def faces(draw: DrawFn) -> Face:
    """A face of any kind, from its JSON."""
    kind = draw(st.sampled_from(sorted(_PARTS)))
    shared = {
        "kind": kind,
        "language": draw(st.sampled_from(("nl", "en"))),
        "prompt": draw(filled),
        "explanation": draw(texts),
        "source": draw(texts),
    }
    return from_json({**shared, **draw(_PARTS[kind])})


fit_faces: SearchStrategy[Face] = faces().filter(lambda face: not problems_of(face))


@st.composite
def sets_of_drafts(draw: DrawFn) -> list[Draft]:
    """A set as it may stand in the store: cards with keys, some with variants."""
    drafts: list[Draft] = []
    keys = draw(st.lists(filled, min_size=1, max_size=3, unique=True))
    tags = st.lists(filled, max_size=2, unique=True).map(tuple)
    for key in keys:
        for original in (None, *(key for _ in range(draw(st.integers(0, 2))))):
            own_key = None if original else key
            row = len(drafts) + 2
            drafts.append(Draft(own_key, original, draw(fit_faces), draw(texts), draw(tags), row))
    return drafts
