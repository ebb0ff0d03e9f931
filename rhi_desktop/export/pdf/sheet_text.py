"""Owns how words stand in a panel: paragraphs, entries of a list, quotations, and a drawing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rhi_desktop.domain import drawing
from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.export.content import Mark
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.entries import Said
from rhi_desktop.export.pdf.grid import Style
from rhi_desktop.export.pdf.icons import edge
from rhi_desktop.export.pdf.sheet_parts import Slip, pen
from rhi_desktop.export.pdf.sheet_signs import COLORS, draw_sign
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import Words, label
from rhi_desktop.export.sheet import Ink, Picture, Sign

DOT_FROM_TEXT = 11.8
"""How far left of the words the middle of a dot stands."""
NEAREST = 2.2
DOT, PENCIL = 3.7, 8.2
FINEST = 0.5
ENLARGED = 1.6
"""A small drawing is printed larger than it stood on its paper, but no more than this."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """What stands before an entry: a sign or a printed label. Without an element it is furniture.

    `indent` is the room it has; `base` the size of the words beside it.
    """

    node: Node | None
    sign: Sign | None
    ink: Ink
    indent: float
    text: str = ""
    style: Style | None = None

    def draw(self, canvas: TagCanvas, x: float, base: float, size: float) -> None:
        """Left of the words, on their line."""
        if self.sign is None and not self.text:
            return
        if self.node is None:
            with canvas.artifact():
                self._draw(canvas, x, base, size)
        else:
            with canvas.tag(self.node):
                self._draw(canvas, x, base, size)

    def _draw(self, canvas: TagCanvas, x: float, base: float, size: float) -> None:
        if self.text and self.style is not None:
            label(canvas, self.text, self.style, (x, base))
            return
        middle = max(self.indent - DOT_FROM_TEXT, NEAREST)
        pen(canvas, COLORS[self.ink])
        if self.sign is Sign.DOT:
            canvas.circle(x + middle, base + size * 0.25, DOT / 2, stroke=0, fill=1)
        elif self.sign is not None:
            left = max(x + middle - PENCIL / 2, x - 1)
            draw_sign(canvas, self.sign, (left, base - 1.1), PENCIL)


class Told(Slip):
    """A paragraph or a heading, perhaps with a sign at its left."""

    def __init__(self, words: Words, node: Node, after: float, *, keep: bool = False) -> None:
        self.words, self.node, self.after, self.keep = words, node, after, keep
        self.height = words.height
        self.sign: tuple[Sign, Ink] | None = None
        self.indent = 0.0
        self.right = False

    def marked(self, sign: Sign, ink: Ink, indent: float) -> Told:
        """The same with a sign; the words stand right of it."""
        self.sign, self.indent = (sign, ink), indent
        return self

    def split(self, room: float, *, _forced: bool = False) -> tuple[Slip, Slip] | None:
        """Between two rows; a heading stays whole unless it is taller than its panel."""
        halves = self.words.split(room) if _forced or not self.keep else None
        if halves is None and _forced:
            halves = _rows_apart(self.words, room)
        if halves is None:
            return None
        first = Told(halves[0], self.node, self.after)
        second = Told(halves[1], self.node, self.after, keep=self.keep)
        for half in (first, second):
            half.indent, half.right = self.indent, self.right
        first.sign = self.sign
        return first, second

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """The sign is furniture: the words say what it shows."""
        del room
        size = self.words.size
        if self.sign is not None:
            sign, ink = self.sign
            with canvas.artifact():
                pen(canvas, COLORS[ink])
                draw_sign(canvas, sign, (x, top - self.words.base - 1.5), size * 1.04)
        if not self.right:
            self.words.draw(canvas, self.node, x + self.indent, top)
            return
        with canvas.tag(self.node):
            for at, row in enumerate(self.words.rows):
                one = replace(self.words, rows=(row,))
                shown = row.width - (row.pieces[-1].width if _ends_blank(row.pieces) else 0.0)
                one.paint(canvas, x + self.words.width - shown, top - at * self.words.leading)


def _ends_blank(pieces: tuple[object, ...]) -> bool:
    return bool(pieces) and str(getattr(pieces[-1], "text", "")).isspace()


class Entry(Slip):
    """One entry of a list: what stands before it, its words, and perhaps something aside."""

    def __init__(self, bullet: Bullet, said: Said, after: float) -> None:
        self.bullet, self.said, self.after = bullet, said, after
        self.aside: tuple[float, Words, Node] | None = None
        self.height = said.height
        self.again = False

    def beside(self, x: float, words: Words, node: Node) -> Entry:
        """The same with words at the right, so far from its left edge."""
        self.aside = (x, words, node)
        self.height = max(self.height, words.height + 1.2)
        return self

    def split(self, room: float, *, _forced: bool = False) -> tuple[Slip, Slip] | None:
        """The same elements go on; what stands before and aside stays with the first part."""
        halves = self.said.split(room) or (_between(self.said, room) if _forced else None)
        if halves is None or (self.aside and self.aside[1].height > room):
            return None
        first = Entry(self.bullet, halves[0], 0.0)
        if self.aside:
            first.beside(*self.aside)
        second = Entry(self.bullet, halves[1], self.after)
        second.again, second.reminder = True, self.reminder
        return first, second

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """Words that run from right to left have their sign at the right."""
        del room
        words = self.said.blocks[0][0]
        indent = self.bullet.indent
        signed = words.backwards and not self.bullet.text
        at = x if signed else x + indent
        if not self.again:
            start = x + words.width + 4 if signed else x
            self.bullet.draw(canvas, start, top - words.base, words.size)
        y = top
        for block, node in self.said.blocks:
            # A number below a name that runs from right to left stands below the name.
            apart = signed and not block.backwards
            shift = block.width - max(row.width for row in block.rows) if apart else 0.0
            block.draw(canvas, node, at + shift, y)
            y -= block.height
        if self.aside:
            self.aside[1].draw(canvas, self.aside[2], x + self.aside[0], top - 1.2)


def _rows_apart(words: Words, room: float) -> tuple[Words, Words] | None:
    """As many rows as fit, were it a single one."""
    count = int(room / words.leading)
    if not 0 < count < len(words.rows):
        return None
    first = replace(words, rows=words.rows[:count])
    return first, replace(words, rows=words.rows[count:], hang=0.0)


def _between(said: Said, room: float) -> tuple[Said, Said] | None:
    """Between two blocks: not nice, and better than not at all."""
    blocks, used = said.blocks, 0.0
    for at, (words, _) in enumerate(blocks):
        used += words.height
        if used > room:
            return (Said(blocks[:at]), Said(blocks[at:])) if at else None
    return None


class Spoken(Slip):
    """Words of the child in quotation marks; the edge joins from one to the next."""

    indent, pad = 19.0, 2.5

    def __init__(self, words: Words, node: Node, gap: float, after: float) -> None:
        self.words, self.node, self.gap, self.after = words, node, gap, after
        self.height = words.height + 2 * self.pad + gap

    def split(self, room: float, *, _forced: bool = False) -> tuple[Slip, Slip] | None:
        """Between two rows; the edge goes on."""
        halves = self.words.split(room - 2 * self.pad)
        if halves is None:
            return None
        rest = Spoken(halves[1], self.node, self.gap, self.after)
        return Spoken(halves[0], self.node, 0.0, 0.0), rest

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """The edge stands where the words begin: at the right when they run from there."""
        del room
        back = self.words.backwards
        side = x + self.words.width + self.indent - 1.4 if back else x + 1.4
        with canvas.artifact():
            edge(canvas, Mark.CHILD, side, top - self.height, top)
        self.words.draw(canvas, self.node, x if back else x + self.indent, top - self.pad)


class Drawn(Slip):
    """A drawing: its strokes as vectors, the drawn part of the paper as large as the box allows."""

    def __init__(self, node: Node, picture: Picture) -> None:
        self.node, self.picture = node, picture
        self.height, self.after = picture.height, picture.after
        xs = [x for stroke in picture.strokes for x in stroke.points[::2]]
        ys = [y for stroke in picture.strokes for y in stroke.points[1::2]]
        thick = max(stroke.width for stroke in picture.strokes)
        self.left, self.top = min(xs) - thick / 2, min(ys) - thick / 2
        self.wide = max(xs) - min(xs) + thick
        self.high = max(ys) - min(ys) + thick
        full = min(picture.width / drawing.WIDTH, picture.height / drawing.HEIGHT)
        fits = min(picture.width / self.wide, picture.height / self.high)
        self.scale = min(fits, full * ENLARGED)

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """In the middle of its box."""
        del room
        x += (self.picture.width - self.wide * self.scale) / 2
        y = top - (self.picture.height - self.high * self.scale) / 2
        corners = (
            canvas.absolutePosition(x, y - self.high * self.scale),
            canvas.absolutePosition(x + self.wide * self.scale, y),
        )
        (x0, y0), (x1, y1) = corners
        self.node.box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        with canvas.tag(self.node):
            canvas.saveState()
            canvas.translate(x, y)
            pen(canvas, COLORS[self.picture.ink])
            canvas.setLineCap(1)
            canvas.setLineJoin(1)
            for stroke in self.picture.strokes:
                self._stroke(canvas, stroke)
            canvas.restoreState()

    def _stroke(self, canvas: TagCanvas, stroke: Stroke) -> None:
        xs = [(x - self.left) * self.scale for x in stroke.points[::2]]
        ys = [(self.top - y) * self.scale for y in stroke.points[1::2]]
        canvas.setLineWidth(max(stroke.width * self.scale, FINEST))
        path = canvas.beginPath()
        path.moveTo(xs[0], ys[0])
        # A dot is a line of no length with round ends.
        for x, y in zip(xs[1:] or xs, ys[1:] or ys, strict=True):
            path.lineTo(x, y)
        canvas.drawPath(path)
