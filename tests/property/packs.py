"""Owns the strategy of valid question packs, as the mapping that TOML or JSON would spell."""

from __future__ import annotations

from hypothesis import strategies as st

from rhi_desktop.domain import canonical
from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.forms import loader
from rhi_desktop.forms.kinds import KINDS, YES_NO
from rhi_desktop.forms.lists import BLOCK_IDS, FLAGS
from rhi_desktop.forms.model import SECTION_IDS, About, Pack, about

_text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
    lambda text: bool(text.strip())
)


def _english(text: str) -> Plain:
    return {"en": text}


_texts = _text.map(_english)
_WORDS: Plain = {
    name: {"en": name.replace("_", " ")} for name in (*YES_NO, *(blank.value for blank in Blank))
}
_either = st.booleans()
OPTIONS = ("red", "blue", "green")


def _block(block_id: str) -> Plain:
    return {"id": block_id, "title": {"en": block_id}, "ideas": [{"en": "one"}]}


def _set(number: int, flags: list[list[str]]) -> Plain:
    signs: list[Plain] = [
        {"id": f"i{number}_{place}", "text": {"en": "a sign"}, "flags": list[Plain](some)}
        for place, some in enumerate(flags)
    ]
    return {
        "id": f"s{number}",
        "title": {"en": "a set"},
        "source": {"en": "a source"},
        "indicator": signs,
    }


@st.composite
def _lists(draw: st.DrawFn) -> dict[str, Plain]:
    """Blocks of the plan and sets of indicators, or neither."""
    found: dict[str, Plain] = {}
    if draw(_either):
        ids = draw(st.lists(st.sampled_from(BLOCK_IDS), unique=True, max_size=2))
        found["block"] = [_block(one) for one in ids]
    if draw(_either):
        flags = st.lists(st.lists(st.sampled_from(sorted(FLAGS)), max_size=2), max_size=3)
        found["set"] = [_set(n, one) for n, one in enumerate(draw(st.lists(flags, max_size=2)))]
    return found


@st.composite
def mappings(draw: st.DrawFn) -> dict[str, Plain]:
    """A valid pack: any kinds, any sections, conditions over earlier questions, nested twice."""
    sections = draw(st.lists(st.sampled_from(SECTION_IDS), min_size=1, unique=True))
    questions: list[dict[str, Plain]] = []
    for number in range(draw(st.integers(1, 7))):
        question = _question(draw, number, sections)
        earlier = [one for one in questions if _about(one) is _about(question)]
        if draw(_either) and earlier:
            question["offer_when"] = _condition(draw, earlier, 2)
        questions.append(question)
    return {
        "format": 1,
        "name": "made_up",
        "language": "en",
        "title": draw(_texts),
        "words": _WORDS,
        "section": [{"id": section, "title": draw(_texts)} for section in sections],
        "question": list[Plain](questions),
        **draw(_lists()),
    }


def _about(question: dict[str, Plain]) -> About:
    return about(str(question["section"]))


def _question(draw: st.DrawFn, number: int, sections: list[str]) -> dict[str, Plain]:
    kind = draw(st.sampled_from(list(KINDS)))
    question: dict[str, Plain] = {
        "id": f"q{number}",
        "section": draw(st.sampled_from(sections)),
        "kind": kind,
        "ask": draw(_texts),
        "sensitive": draw(_either),
        "first": draw(_either),
        "because": draw(_either),
    }
    if KINDS[kind].options:
        question["options"] = [{"id": name, "text": draw(_texts)} for name in OPTIONS]
    if KINDS[kind].ends:
        question |= {"low": draw(_texts), "high": draw(_texts)}
    return question


def _values(question: dict[str, Plain]) -> tuple[str, ...]:
    match question["kind"]:
        case "choice" | "many":
            return OPTIONS
        case "yes_no":
            return YES_NO
        case "scale":
            return ("0", "5", "10")
    return ()


def _condition(draw: st.DrawFn, earlier: list[dict[str, Plain]], depth: int) -> dict[str, Plain]:
    if depth and draw(_either):
        inner = [_condition(draw, earlier, depth - 1) for _ in range(draw(st.integers(1, 2)))]
        return {draw(st.sampled_from(["all", "any"])): list[Plain](inner)}
    question = draw(st.sampled_from(earlier))
    values = _values(question)
    if not values or draw(_either):
        return {"question": question["id"], "answered": True}
    wanted = draw(st.lists(st.sampled_from(values), min_size=1, unique=True))
    return {
        "question": question["id"],
        draw(st.sampled_from(["is", "is_not"])): list[Plain](wanted),
    }


def packs() -> st.SearchStrategy[Pack]:
    """Valid packs, read by the loader from their canonical bytes."""
    return mappings().map(lambda mapping: loader.load(canonical.dumps(mapping)))
