"""Owns the promise that a paper quotes the child word for word, or does not quote."""

from __future__ import annotations

from collections.abc import Iterator

from rhi_desktop.domain.interview import Account
from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import Text, Tone
from rhi_desktop.export.sheet import (
    Block,
    Columns,
    Items,
    Quotes,
    SheetData,
    Tabled,
    Tinted,
    Words,
)

OPEN, CLOSE = "\u201c", "\u201d"


def quote(words: str) -> str:
    """Words in quotation marks."""
    return f"{OPEN}{words}{CLOSE}"


def check_sheet(account: Account, sheet: SheetData) -> SheetData:
    """The sheet, when all that it quotes stands in the account; else ExportError quote_unsupported.

    Quoted is what is set in the tone of the child, and what stands with the child's edge.
    """
    plan = account.plan
    said = {line.words for line in account.standing}
    said |= {line.words for line in plan.standing} if plan is not None else set()
    for page in sheet.pages:
        for panel in page.panels:
            for words in _quoted((*panel.blocks, *panel.foot)):
                if words not in said:
                    raise ExportError("quote_unsupported", section=sheet.title)
    return sheet


def _quoted(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Quotes):
            yield from ("".join(run.text for run in item.text) for item in block.items)
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _quoted(column.blocks)
        elif isinstance(block, Tinted):
            yield from _quoted(block.blocks)
        else:
            yield from _in_tone(_text(block))


def _text(block: Block) -> Text:
    """Every run of a block that is no quotation as a whole."""
    match block:
        case Items():
            return tuple(
                run for item in block.items for run in (*item.text, *item.note, *item.aside)
            )
        case Words():
            return block.text
        case Tabled():
            return tuple(run for row in block.table.rows for cell in row for run in cell)
    return ()


def _in_tone(text: Text) -> Iterator[str]:
    """What is set in the tone of the child, without its quotation marks."""
    for run in text:
        if run.tone is Tone.CHILD:
            yield run.text.removeprefix(OPEN).removesuffix(CLOSE)
