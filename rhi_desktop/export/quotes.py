"""Owns the promise that what a report puts in quotation marks was said, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from rhi_desktop.domain.ending import Ending
from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import Block, Entries, Para, Quotes, Run, Section, Table, Tone
from rhi_desktop.export.source import Source, plan_number


def check_quotes(source: Source, sections: tuple[Section, ...]) -> None:
    """Every quotation is word for word something that stands; one with a number, that very line.

    Raises ExportError quote_unsupported.
    """
    lines, words = _lines(source), _words(source)
    for section in sections:
        for block in section.blocks:
            for number, quoted in _quoted(block):
                if (number, quoted) not in lines and (number or quoted not in words):
                    raise ExportError("quote_unsupported", section=section.key)


def _lines(source: Source) -> set[tuple[str, str]]:
    said = {(str(line.number), line.words) for line in source.account.standing}
    return said | {(plan_number(line), line.words) for line in source.plan_lines}


def _words(source: Source) -> set[str]:
    """Everything else that was written down as spoken."""
    account = source.account
    plan, ending = account.plan, account.interview.ending or Ending()
    said = {line.words for line in account.standing}
    said |= {line.words for line in source.plan_lines}
    said |= {attempt.words for attempt in account.attempts}
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
        case Para():
            yield from _runs(block.text)
        case Table():
            yield from (found for row in block.rows for cell in row for found in _runs(cell))


def _runs(runs: tuple[Run, ...]) -> Iterator[tuple[str, str]]:
    for run in runs:
        if run.tone is Tone.CHILD:
            yield "", run.text.strip().removeprefix("\u201c").removesuffix("\u201d")
