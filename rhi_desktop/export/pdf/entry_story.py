"""Owns the elements of a list of lines: label, words, and what is printed with them."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import Entries, Entry, Mark, Rendered
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.entries import EntryPart, Margin, Said
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import (
    CHILD,
    COLUMN,
    INDENT,
    LINE,
    LINE_QUIET,
    NOTE,
    SEMIBOLD,
    SIDE,
    TINTS,
    Style,
)
from rhi_desktop.export.pdf.parts import Part
from rhi_desktop.export.pdf.spans import spans as spans_of
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import Words, words

WIDTH = COLUMN - INDENT
ASIDE = SIDE - 12.0
AGAIN = replace(CHILD, size=10.5, leading=14.5)
"""The child's later words, smaller than those that were written first."""
SOURCE_SIZE = 8.75
_STYLES: dict[Mark, Style] = {
    Mark.CHILD: CHILD,
    Mark.TYPED: CHILD,
    Mark.WRITTEN: CHILD,
    Mark.BLANK: LINE_QUIET,
    Mark.ASKED: LINE_QUIET,
}


def entry_parts(fonts: Fonts, listed: Node, block: Entries) -> list[Part]:
    """One part for each line; the words of a mark are printed when the mark changes."""
    listed.numbering = "None"
    parts: list[Part] = []
    before = ""
    labels = [entry.label for entry in block.items]
    for entry, after in zip(block.items, [*labels[1:], ""], strict=True):
        item = listed.child("LI")
        number = "" if entry.number is None else str(entry.number)
        margin = Margin(
            entry.mark,
            entry.label,
            number,
            item.child("Lbl", actual=entry.spoken),
            fresh=entry.label != before,
            continued=block.continued,
        )
        body = item.child("LBody")
        if entry.aside:
            aside = words(fonts, spans_of(entry.aside, NOTE), ASIDE)
            margin = replace(margin, aside=(aside, body.child("P")))
        said = _said(fonts, body, entry)
        parts.append(EntryPart(margin, said, last=entry.label != after))
        before = entry.label
    return parts


def _said(fonts: Fonts, body: Node, entry: Entry) -> Said:
    try:
        return Said(tuple(_blocks(fonts, body, entry)))
    except ExportError as error:
        facts = {**error.facts, "line": entry.number or 0}
        raise ExportError(error.code, **facts) from None


def _blocks(fonts: Fonts, body: Node, entry: Entry) -> list[tuple[Words, Node]]:
    found: list[tuple[Words, Node]] = []
    style = replace(_STYLES.get(entry.mark, LINE), language=entry.language)
    spans: tuple[Span, ...] = (Span(entry.words, style),)
    if entry.source and entry.quoted:
        found.append((words(fonts, (Span(entry.source, NOTE),), WIDTH), body.child("P")))
    elif entry.source:
        color = TINTS[entry.mark].text
        bold = Style(SEMIBOLD, SOURCE_SIZE, style.leading, color)
        spans = (Span(entry.source + "\u00a0 ", bold), *spans)
    node = body.child("BlockQuote" if entry.quoted else "P", language=entry.language)
    found.append((words(fonts, spans, WIDTH, quoted=entry.quoted), node))
    for version in entry.versions:
        found += _version(fonts, body, version)
    if entry.note:
        found.append((words(fonts, spans_of(entry.note, NOTE), WIDTH), body.child("P")))
    return found


def _version(fonts: Fonts, body: Node, version: Rendered) -> list[tuple[Words, Node]]:
    """An interpreter's beside its label; the child's own as a quotation below it."""
    bold = replace(NOTE, face=SEMIBOLD)
    if version.quoted:
        label = words(fonts, (Span(version.label, bold),), WIDTH)
        said = words(
            fonts,
            (Span(version.text, replace(AGAIN, language=version.language)),),
            WIDTH,
            quoted=True,
        )
        node = body.child("P")
        return [(label, node), (said, body.child("BlockQuote", language=version.language))]
    text = (
        Span(version.label + "\u00a0 ", bold),
        Span(version.text, replace(LINE, language=version.language)),
    )
    return [(_led(words(fonts, text, WIDTH)), body.child("P", language=version.language))]


def _led(block: Words) -> Words:
    """Rows of two sizes keep the leading of the larger."""
    return replace(block, leading=max(block.leading, LINE.leading), size=LINE.size)
