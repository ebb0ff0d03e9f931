"""Owns what must hold between the parts of a pack: ids, sections, kinds, options, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.table import Faults
from rhi_desktop.forms.kinds import KINDS, SCALE
from rhi_desktop.forms.model import Op, Option, Pack, Question, Section, about, singles

MIN_OPTIONS = 2
"""One option is no choice."""
_RESERVED = frozenset(blank.value for blank in Blank)


def check(pack: Pack, places: Sequence[str], faults: Faults) -> None:
    """Add every fault between the parts; `places` says where each question stands.

    An empty id, kind or section was already found by the reader and is not found twice.
    """
    _sections(pack.sections, faults)
    _ids(pack.questions, places, faults)
    graph = {q.id: {one.question for one in singles(q.offer_when)} for q in pack.questions}
    for index, (question, place) in enumerate(zip(pack.questions, places, strict=True)):
        _home(question, pack, place, faults)
        _options(question, place, faults)
        earlier = {q.id: q for q in pack.questions[:index]}
        _conditions(question, earlier, graph, place, faults)


def _sections(sections: Iterable[Section], faults: Faults) -> None:
    met: set[str] = set()
    for number, section in enumerate(sections, 1):
        if section.id in met:
            faults.add("section_duplicate", f"section[{number}] {section.id}", "merge_sections")
        met.add(section.id)


def _ids(questions: Sequence[Question], places: Sequence[str], faults: Faults) -> None:
    met: dict[str, int] = {}
    for number, (question, place) in enumerate(zip(questions, places, strict=True), 1):
        if question.id and question.id in met:
            first = met[question.id]
            faults.add("id_duplicate", f"{place}.id", "choose_new_id", first=first)
        met.setdefault(question.id, number)


def _home(question: Question, pack: Pack, place: str, faults: Faults) -> None:
    if question.section and question.section not in {section.id for section in pack.sections}:
        known = ", ".join(section.id for section in pack.sections)
        faults.add("section_unknown", f"{place}.section", "use_known_section", known=known)
    if question.kind and question.kind not in KINDS:
        faults.add("kind_unknown", f"{place}.kind", "use_known_kind", known=", ".join(KINDS))


def _options(question: Question, place: str, faults: Faults) -> None:
    entry = KINDS.get(question.kind)
    if entry is None:
        return
    if entry.options:
        if len(question.options) < MIN_OPTIONS:
            faults.add("options_missing", f"{place}.options", "list_two_options")
        _choices(question.options, f"{place}.options", faults)
    elif entry.ends:
        _choices(question.options, f"{place}.options", faults)
    for key, text in (("low", question.low), ("high", question.high)):
        if entry.ends and not text.pairs:
            faults.add("end_missing", f"{place}.{key}", "name_both_ends")
        if text.pairs and not entry.ends:
            faults.add("end_superfluous", f"{place}.{key}", "remove_field", kind=question.kind)


def _choices(options: Sequence[Option], place: str, faults: Faults) -> None:
    met: set[str] = set()
    for number, option in enumerate(options, 1):
        where = f"{place}[{number}] {option.id}".rstrip()
        if option.id in met and option.id:
            faults.add("option_duplicate", where, "choose_new_id")
        if option.id in _RESERVED:
            faults.add("option_reserved", where, "choose_new_id")
        met.add(option.id)


def _conditions(
    question: Question,
    earlier: Mapping[str, Question],
    graph: Mapping[str, set[str]],
    place: str,
    faults: Faults,
) -> None:
    where = f"{place}.offer_when"
    for one in singles(question.offer_when):
        target = earlier.get(one.question)
        if not one.question:
            continue
        if target is None:
            code, remedy = _misplaced(question.id, one.question, graph)
            faults.add(code, where, remedy, question=one.question)
        elif about(target.section) is not about(question.section):
            # What is known of a time away is not known of a talk about several of them.
            faults.add("condition_about", where, "use_same_about", question=one.question)
        elif one.op is not Op.ANSWERED:
            _values(target, one.values, where, faults)


def _misplaced(asker: str, named: str, graph: Mapping[str, set[str]]) -> tuple[str, str]:
    if named not in graph:
        return "condition_unknown", "use_known_question"
    if asker == named or asker in _reached(named, graph):
        return "condition_circular", "break_circle"
    return "condition_later", "move_question"


def _reached(start: str, graph: Mapping[str, set[str]]) -> set[str]:
    met: set[str] = set()
    waiting = [start]
    while waiting:
        for following in graph.get(waiting.pop(), set()) - met:
            met.add(following)
            waiting.append(following)
    return met


def _values(target: Question, values: Sequence[str], where: str, faults: Faults) -> None:
    """A value can only be compared with what the earlier question can hold."""
    known = {option.id for option in target.options}
    if target.kind == "scale":
        known |= {str(step) for step in SCALE}
    for value in sorted(set(values) - known):
        faults.add("condition_value", where, "use_known_value", question=target.id, value=value)
