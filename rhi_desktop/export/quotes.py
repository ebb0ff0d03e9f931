"""Owns the promise that what a report puts in quotation marks was said, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.line import Voice
from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import (
    Block,
    Entries,
    Mark,
    Para,
    Quotes,
    Run,
    Section,
    Table,
    Tone,
)
from rhi_desktop.export.source import Source, plan_number

_NUMBER = re.compile(r"\d+")


def check_quotes(source: Source, sections: tuple[Section, ...]) -> None:
    """Every quotation is word for word something that stands; one with a number, that very line.

    Raises ExportError quote_unsupported.
    """
    lines, words, own = _lines(source), _words(source), _of_child(source)
    for section in sections:
        for block in section.blocks:
            for number, quoted in _quoted(block):
                if (number, quoted) not in lines and (number or quoted not in words):
                    raise ExportError("quote_unsupported", section=section.key)
            if not own.issuperset(_as_child(block)):
                raise ExportError("quote_unsupported", section=section.key)


def check_numbers(source: Source, sections: tuple[Section, ...]) -> None:
    """Where a line is quoted its number stands beside it, so that a reader can look it up.

    Raises ExportError quote_unsupported.
    """
    numbers: dict[str, set[str]] = {}
    for number, words in _lines(source):
        numbers.setdefault(words, set()).add(number)
    elsewhere = _elsewhere(source)
    for section in sections:
        for block in section.blocks:
            for beside, quoted in _beside(block):
                known = {number.split()[-1] for number in numbers.get(quoted, set())}
                if quoted not in elsewhere and not known & set(_NUMBER.findall(beside)):
                    raise ExportError("quote_unsupported", section=section.key)


def _beside(block: Block) -> Iterator[tuple[str, str]]:
    """What one block quotes, with everything that is printed beside it."""
    match block:
        case Quotes():
            yield from ((quote.source, quote.words) for quote in block.items)
        case Entries():
            for entry in block.items:
                # The versions below a line stand under its number.
                yield from ((str(entry.number), words) for _, words in _quoted(Entries((entry,))))
        case Para():
            yield from ((_flat(block.text), words) for _, words in _runs(block.text))
        case Table():
            for row in block.rows:
                whole = " ".join(_flat(cell) for cell in row)
                yield from ((whole, words) for cell in row for _, words in _runs(cell))


def _flat(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs if run.tone is not Tone.CHILD)


def _of_child(source: Source) -> set[str]:
    """What may stand as said by the child: what somebody else told may not."""
    said = {line.words for line in source.account.standing if line.voice is Voice.CHILD}
    return said | {line.words for line in source.plan_lines} | _elsewhere(source)


def _as_child(block: Block) -> Iterator[str]:
    if isinstance(block, Entries):
        marked = (entry for entry in block.items if entry.mark is Mark.CHILD)
        yield from (entry.words for entry in marked if entry.quoted)


def _lines(source: Source) -> set[tuple[str, str]]:
    said = {(str(line.number), line.words) for line in source.account.standing}
    return said | {(plan_number(line), line.words) for line in source.plan_lines}


def _words(source: Source) -> set[str]:
    """Everything that was written down as spoken."""
    said = {line.words for line in source.account.standing}
    return said | {line.words for line in source.plan_lines} | _elsewhere(source)


def _elsewhere(source: Source) -> set[str]:
    """What was written down as spoken and is no line."""
    account = source.account
    plan, ending = account.plan, account.interview.ending or Ending()
    said = {attempt.words for attempt in account.attempts}
    said |= {reading.words for reading in account.readings}
    said |= {thread.child_thinks for thread in account.threads}
    said |= {step.words for one in account.disclosures for step in one.steps}
    said |= {ending.words}
    if plan is not None:
        said |= {plan.declined_words, plan.drawing.caption if plan.drawing else ""}
    return said


def _quoted(block: Block) -> Iterator[tuple[str, str]]:
    """What one block quotes, with the number beside it."""
    match block:
        case Quotes():
            yield from ((quote.source, quote.words) for quote in block.items)
        case Entries():
            for entry in block.items:
                yield from (("", entry.words),) if entry.quoted else ()
                yield from (("", other.text) for other in entry.versions if other.quoted)
                yield from _runs((*entry.note, *entry.aside))
        case Para():
            yield from _runs(block.text)
        case Table():
            yield from (found for row in block.rows for cell in row for found in _runs(cell))


def _runs(runs: tuple[Run, ...]) -> Iterator[tuple[str, str]]:
    for run in runs:
        if run.tone is Tone.CHILD:
            yield "", run.text.strip().removeprefix("\u201c").removesuffix("\u201d")
