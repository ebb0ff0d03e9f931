"""Owns the way from report values to parts and elements, both in reading order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from rhi_desktop.export.content import (
    Block,
    Entries,
    Mast,
    Para,
    Quotes,
    ReportData,
    Section,
    Setting,
    Signatures,
    Sketch,
    Sub,
    Table,
    Text,
    VoiceKey,
)
from rhi_desktop.export.figure import Bars, ClockLine, Nights, Way
from rhi_desktop.export.pdf.bars import bars_part
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.entries import KeyItem, KeyPart
from rhi_desktop.export.pdf.entry_story import entry_parts
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.front import ClockPart, MastPart
from rhi_desktop.export.pdf.grid import (
    BODY,
    CELL,
    CHILD_LARGE,
    COLUMN,
    COVER,
    EYEBROW,
    GUTTER,
    HEADING,
    INDENT,
    LABEL,
    LEAD,
    LINE,
    NAME,
    NOTE,
    SIDE,
    SUB,
    TEXT_X,
    TOPIC,
    Style,
)
from rhi_desktop.export.pdf.nights import nights_part
from rhi_desktop.export.pdf.parts import (
    Flagged,
    Heading,
    Paragraph,
    Part,
    Quoted,
    Sketched,
    SubHeading,
    Turn,
)
from rhi_desktop.export.pdf.slots import FIELD_WIDTH, Slot, SlotsPart
from rhi_desktop.export.pdf.spans import spans
from rhi_desktop.export.pdf.table_story import grid
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.verdict import Note, unheard
from rhi_desktop.export.pdf.way import WayPart
from rhi_desktop.export.pdf.words import Words, words

MAST_GAPS = (5.0, 10.0)
AFTER_LIST = 7.0
"""Between quotations or a table and the paragraph below."""
BESIDE_NUMBERS = 84.0
"""Notes leave this much of the side column when numbers of lines stand there too."""
BELOW_KEY = 50.0
"""The key does not stand at the foot of a page, far from what it explains."""
BULLET = "\u2022 "
"""Said for a sign that has no words of its own."""
HEADING_WIDTH = SIDE + GUTTER - 4


class Story:
    """Builds the parts of a report and the tree of its elements."""

    def __init__(self, fonts: Fonts, language: str = "en-GB") -> None:
        self.fonts = fonts
        self.root = Node("Document", language=language)
        self.parts: list[Part] = []

    def tell(self, report: ReportData, note: Note = unheard) -> list[Part]:
        """All parts of the report, in order; `note` hears after each section how many are told."""
        self._mast(report.mast)
        if report.clock is not None:
            self._clock(report.clock)
        for number, section in enumerate(report.sections, 1):
            self._section(section)
            note(number, len(report.sections))
        return self.parts

    def _words(self, text: str, style: Style, width: float) -> Words:
        return words(self.fonts, (Span(text, style),), width)

    def _text(self, text: Text, style: Style, width: float) -> Words:
        return words(self.fonts, spans(text, style), width)

    def _mast(self, mast: Mast) -> None:
        heading = self.root.child("H1")
        part = MastPart(
            heading,
            self._words(mast.eyebrow, EYEBROW, SIDE),
            self._words(mast.name, NAME, COLUMN),
        )
        part.outline = mast.outline
        if mast.cover:
            part.add(self.root.child("P"), self._words(mast.cover, COVER, COLUMN), MAST_GAPS[0])
        part.add(self.root.child("P"), self._text(mast.lead, LEAD, COLUMN), MAST_GAPS[1])
        self.parts.append(part)

    def _clock(self, line: ClockLine) -> None:
        self.parts.append(ClockPart(self.root.child("Figure", alt=line.alt), line))

    def _section(self, section: Section) -> None:
        if section.off_first:
            self.parts.append(Turn())
        self.parts.append(self._heading(section))
        for before, block in pairwise((None, *section.blocks)):
            parts = self._block(block) if block is not None else []
            if isinstance(block, Para) and isinstance(before, Quotes | Table):
                parts[0].before = AFTER_LIST
            self.parts.extend(parts)

    def _heading(self, section: Section) -> Heading:
        topic, side = section.setting is Setting.TOPIC, section.setting is Setting.SIDE
        node = self.root.child("H3" if topic else "H2")
        title = self._words(
            section.title, TOPIC if topic else HEADING, SIDE if side else HEADING_WIDTH
        )
        part = Heading(node, title, section.key, section.title, section.setting)
        part.level = 2 if topic else 1
        style, width = COVER if topic else NOTE, SIDE if side else COLUMN
        if any(isinstance(block, Quotes) for block in section.blocks):
            width = BESIDE_NUMBERS
        notes = [(self.root.child("P"), self._text(note, style, width)) for note in section.notes]
        see = (self.root.child("P"), *section.see) if section.see else None
        part.annotate(notes, see)
        if any(isinstance(block, VoiceKey) for block in section.blocks):
            part.keep += BELOW_KEY
        return part

    def _block(self, block: Block) -> list[Part]:
        match block:
            case Quotes():
                return self._quotes(block)
            case Entries():
                return entry_parts(self.fonts, self.root.child("L"), block)
        return [self._one(block)]

    def _one(
        self, block: Para | Sub | Sketch | Table | VoiceKey | Signatures | Nights | Bars | Way
    ) -> Part:
        match block:
            case Sub():
                heading = self._words(block.text, SUB, COLUMN)
                part: Part = SubHeading(self.root.child("H3"), heading, 3.0)
            case Sketch():
                part = Sketched(self.root.child("Figure", alt=block.alt), block.strokes)
            case Table():
                part = grid(self.fonts, self.root, block)
            case Nights() | Bars() | Way():
                part = self._figure(block)
            case VoiceKey():
                part = self._key(block)
            case Signatures():
                part = self._slots(block)
            case Para():
                part = self._paragraph(block)
        return part

    def _figure(self, block: Nights | Bars | Way) -> Part:
        if isinstance(block, Nights):
            return nights_part(self.fonts, self.root, block)
        if isinstance(block, Way):
            return WayPart(self.fonts, self.root.child("Figure", alt=block.alt), block)
        return bars_part(self.fonts, self.root, block)

    def _paragraph(self, block: Para) -> Part:
        style, shift = (LINE if block.inset else BODY), 0.0
        if block.inset or block.flag:
            shift = INDENT
        text = self._text(block.text, style, COLUMN - shift)
        kind = Flagged if block.flag else Paragraph
        return kind(self.root.child("P"), text, x=TEXT_X + shift)

    def _quotes(self, block: Quotes) -> list[Part]:
        listed = self.root.child("L")
        listed.numbering = "None"
        found: list[Part] = []
        for quote in block.items:
            item = listed.child("LI")
            number = item.child("Lbl", actual=quote.spoken or BULLET)
            text = (Span(quote.words, replace(CHILD_LARGE, language=quote.language)),)
            said = words(self.fonts, text, Quoted.width, quoted=True)
            node = item.child("LBody").child("BlockQuote", language=quote.language)
            found.append(Quoted(said, node, quote.source, number))
        return found

    def _key(self, block: VoiceKey) -> Part:
        listed = self.root.child("L")
        listed.numbering = "None"
        items = []
        for mark, text in block.items:
            item = listed.child("LI")
            label, width = item.child("Lbl", actual=BULLET), self._words(text, LABEL, float("inf"))
            body = item.child("LBody")
            items.append(KeyItem(mark, text, label, body, width.rows[0].width))
        return KeyPart(items)

    def _slots(self, block: Signatures) -> Part:
        slots = []
        for slot in block.slots:
            title = (self.root.child("P"), self._words(slot.title, LABEL, FIELD_WIDTH))
            field = self.root.child("Form", alt=slot.alt)
            lines = tuple(
                (self.root.child("P"), self._text(line, CELL, FIELD_WIDTH)) for line in slot.lines
            )
            slots.append(Slot(slot.field, title, field, lines))
        return SlotsPart(tuple(slots))
