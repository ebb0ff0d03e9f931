"""Owns the way from the blocks of a sheet to slips and elements, both in reading order."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.export.content import Run, Text
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.entries import Said
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import LABEL
from rhi_desktop.export.pdf.sheet_boxes import Abreast, Tint
from rhi_desktop.export.pdf.sheet_parts import (
    Blank,
    Dotted,
    Framed,
    Ornament,
    Reminder,
    Ruler,
    Slip,
    Writing,
)
from rhi_desktop.export.pdf.sheet_signs import style
from rhi_desktop.export.pdf.sheet_text import Bullet, Drawn, Entry, Spoken, Told
from rhi_desktop.export.pdf.spans import spans
from rhi_desktop.export.pdf.table_story import grid
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import Words as Rows
from rhi_desktop.export.pdf.words import words
from rhi_desktop.export.sheet import (
    Block,
    Columns,
    Emblem,
    Frame,
    Gap,
    Item,
    Items,
    Picture,
    Quotes,
    Rule,
    Ruled,
    Sign,
    Standing,
    Tabled,
    Tinted,
    Type,
    Words,
)

APART = 6.0
"""Between the words of an entry and what stands aside."""

BESIDE_LABEL = 8.0
"""Between a label and the words beside it."""


class SheetStory:
    """Builds the slips of a sheet and the tree of its elements."""

    def __init__(self, fonts: Fonts, language: str) -> None:
        self.fonts = fonts
        self.root = Node("Document", language=language)

    def tell(self, blocks: tuple[Block, ...], width: float) -> list[Slip]:
        """The slips of a panel or a column, in order."""
        return [slip for block in blocks for slip in self._block(block, width)]

    def _block(self, block: Block, width: float) -> list[Slip]:
        match block:
            case Items():
                return self._items(block, width)
            case Quotes():
                return self._quotes(block, width)
            case Columns() | Tinted():
                return [self._inside(block, width)]
            case Words():
                return [self._words(block, width)]
        return [self._plain(block, width)]

    def _plain(self, block: Standing, width: float) -> Slip:
        match block:
            case Picture():
                slip: Slip = Drawn(self.root.child("Figure", alt=block.alt), block)
            case Frame():
                label = self._rows((Run(block.label),), block.type, width - 2 * Dotted.pad)
                slip = Dotted(label, self.root.child("P"), block, width)
            case Emblem():
                slip = Ornament(block.sign, block.size, block.ink, block.after)
            case Rule():
                slip = Ruler(block, width)
            case Gap():
                slip = Blank(block.height)
            case Ruled():
                slip = Writing(block, width)
            case Tabled():
                table = replace(block.table, wide=True)
                slip = Framed(grid(self.fonts, self.root, table), block.after)
        return slip

    def _inside(self, block: Columns | Tinted, width: float) -> Slip:
        if isinstance(block, Tinted):
            return Tint(self.tell(block.blocks, width - 2 * block.indent), block, width)
        columns = [(one.width, self.tell(one.blocks, one.width)) for one in block.columns]
        made = Abreast(columns, block.gap, whole=block.whole)
        made.after = block.after
        return made

    def _words(self, block: Words, width: float) -> Slip:
        node = self.root.child(f"H{block.level}" if block.level else "P", language=block.language)
        shift = block.indent if block.sign is not None else 0.0
        rows = self._rows(block.text, block.type, width - shift, block.language)
        told = Told(rows, node, block.after, keep=bool(block.level))
        told.right = block.right
        if block.sign is not None:
            told.marked(block.sign, block.type.ink, shift)
        return told

    def _items(self, block: Items, width: float) -> list[Slip]:
        listed = self.root.child("L")
        listed.numbering = "None"
        block = self._roomy(block)
        found = [self._item(listed, block, item, width) for item in block.items]
        for entry in found[1:] if block.continued else ():
            # A drawing holds a slip once: each has its own.
            told = words(self.fonts, (Span(block.continued, LABEL),), width)
            entry.reminder = Reminder(told)
        if found:
            found[-1].after = block.after
        return list(found)

    def _roomy(self, block: Items) -> Items:
        """With room for the widest label: words never stand on one."""
        kind = style(block.label or block.type)
        labels = [
            words(self.fonts, (Span(item.label, kind),), float("inf")).rows[0].width
            for item in block.items
            if item.label
        ]
        return replace(block, indent=max(block.indent, *(one + BESIDE_LABEL for one in labels), 0))

    def _item(self, listed: Node, block: Items, item: Item, width: float) -> Entry:
        entry = listed.child("LI")
        bullet = self._bullet(entry, block, item)
        room = width - block.indent - (block.aside + APART if block.aside else 0.0)
        body = entry.child("LBody", language=item.language)
        first = self._rows(item.text, item.type or block.type, room, item.language)
        blocks = [(first, body.child("P"))]
        small = block.note or block.type
        if item.note:
            blocks.append((self._rows(item.note, small, room), body.child("P")))
        for one in item.below:
            rows = self._rows(one.text, one.type, room, item.language)
            blocks.append((rows, body.child("P")))
        made = Entry(bullet, Said(tuple(blocks)), block.gap)
        if item.aside:
            # A list nested below would need its own body; a paragraph of the same one reads on.
            aside = self._rows(item.aside, small, block.aside)
            made.beside(width - block.aside, aside, body.child("P"))
        return made

    def _bullet(self, one: Node, block: Items, item: Item) -> Bullet:
        if item.label:
            kind = style(block.label or block.type)
            return Bullet(one.child("Lbl"), Sign.DOT, block.ink, block.indent, item.label, kind)
        node = one.child("Lbl", actual=item.spoken) if item.spoken else None
        return Bullet(node, item.sign, block.ink, block.indent)

    def _rows(
        self, text: Text, kind: Type, width: float, language: str = "", *, quoted: bool = False
    ) -> Rows:
        """Runs without a language of their own are in that of their paragraph."""
        told = tuple(replace(run, language=run.language or language) for run in text)
        return words(self.fonts, spans(told, style(kind)), width, quoted=quoted)

    def _quotes(self, block: Quotes, width: float) -> list[Slip]:
        listed = self.root.child("L")
        listed.numbering = "None"
        found: list[Slip] = []
        for at, item in enumerate(block.items):
            body = listed.child("LI").child("LBody")
            node = body.child("BlockQuote", language=item.language)
            room = width - Spoken.indent
            rows = self._rows(item.text, block.type, room, item.language, quoted=True)
            last = at == len(block.items) - 1
            gap, after = (0.0, block.after) if last else (block.gap, 0.0)
            found.append(Spoken(rows, node, gap, after))
        return found
