"""Owns what a panel is made of: slips with a height, put below each other and perhaps split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.grid import MARGIN
from rhi_desktop.export.pdf.parts import Part, Sheet
from rhi_desktop.export.pdf.sheet_signs import COLORS, draw_sign
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import Words
from rhi_desktop.export.sheet import Frame, Ink, Rule, Ruled, Sign

LIFTED = 8.0
"""The lowest of the lines that fill a panel stands so far above its foot."""
SLACK = 0.01
"""Sums of heights are not exact."""
SIGN_LINE = 1.7


class Slip:
    """One thing in a panel. Its height is known before anything is drawn.

    `after` is the room below, which may fall away at the end of a panel; `keep` tells that it
    does not stand last on a page.
    """

    height = 0.0
    after = 0.0
    keep = False
    blank = False
    """Only room: not drawn at the top of a further page."""
    reminder: Slip | None = None
    """Printed above it where it opens a further page: what it goes on with."""

    def split(self, _room: float, *, _forced: bool = False) -> tuple[Slip, Slip] | None:
        """A first part that fits the room, and the rest; None when it cannot be divided so."""
        return None

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """Put it below `top`; `room` is what is left from there to the foot of the panel."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A slip and how far below the top of its column it stands."""

    slip: Slip
    start: float


@dataclass(frozen=True, slots=True)
class Filled:
    """What fits a column, and what is left over."""

    laid: tuple[Laid, ...]
    rest: tuple[Slip, ...]

    @property
    def height(self) -> float:
        """From the top to the end of the last slip."""
        return self.laid[-1].start + self.laid[-1].slip.height if self.laid else 0.0

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """Every slip in its place."""
        for laid in self.laid:
            laid.slip.draw(canvas, x, top - laid.start, room - laid.start)


def fill(slips: Sequence[Slip], room: float, *, fresh: bool = False) -> Filled:
    """Put slips below each other while there is room.

    `fresh` says that there will never be more room than this: then also what is kept together
    is divided, rather than nothing put at all.
    """
    laid: list[Laid] = []
    waiting, used = list(slips), 0.0
    while waiting:
        slip = waiting[0]
        if used + slip.height <= room + SLACK:
            laid.append(Laid(slip, used))
            used += slip.height + slip.after
            waiting.pop(0)
            continue
        forced = fresh and all(one.slip.keep or one.slip.blank for one in laid)
        halves = slip.split(room - used, _forced=forced)
        if halves is not None:
            laid.append(Laid(halves[0], used))
            waiting[0] = halves[1]
        break
    kept = len(laid)
    while waiting and kept and (laid[kept - 1].slip.keep or laid[kept - 1].slip.blank):
        kept -= 1
    back = [one.slip for one in laid[kept:]]
    return Filled(tuple(laid[:kept]), (*back, *waiting))


def overleaf(rest: Sequence[Slip]) -> tuple[Slip, ...]:
    """What is left, as it begins on a further page."""
    if rest and rest[0].reminder is not None:
        return (rest[0].reminder, *rest)
    return tuple(rest)


class Reminder(Slip):
    """What goes on here: printed again, so furniture."""

    keep, after = True, 4.0

    def __init__(self, words: Words) -> None:
        self.words = words
        self.height = words.height

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """Above the first of the entries."""
        del room
        with canvas.artifact("Pagination"):
            self.words.paint(canvas, x, top)


class Blank(Slip):
    """Room."""

    blank = True

    def __init__(self, height: float) -> None:
        self.height = height


class Ruler(Slip):
    """A line across, as furniture; it does not stand last on a page."""

    keep = True

    def __init__(self, rule: Rule, width: float) -> None:
        self.rule, self.width = rule, width
        self.height, self.after = rule.before + rule.width, rule.after

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """At its upper edge, below the room before it."""
        del room
        y = top - self.rule.before - self.rule.width / 2
        with canvas.artifact():
            canvas.setStrokeColor(COLORS[self.rule.ink])
            canvas.setLineWidth(self.rule.width)
            canvas.line(x, y, x + self.width, y)


class Writing(Slip):
    """Lines to write on. Without a count they fill the panel from its foot upwards."""

    def __init__(self, ruled: Ruled, width: float) -> None:
        self.ruled, self.width = ruled, width
        if ruled.count:
            self.height = ruled.keep + (ruled.count - 1) * ruled.step + 0.6

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """Hairlines, as furniture."""
        with canvas.artifact():
            canvas.setStrokeColor(COLORS[self.ruled.ink])
            canvas.setLineWidth(0.5)
            for y in self._heights(top, room):
                canvas.line(x, y, x + self.width, y)

    def _heights(self, top: float, room: float) -> Iterator[float]:
        ruled, low = self.ruled, top - room
        if ruled.count:
            yield from (top - ruled.keep - at * ruled.step for at in range(ruled.count))
            return
        y = low + LIFTED
        while y <= top - ruled.keep + SLACK:
            yield y
            y += ruled.step


class Dotted(Slip):
    """A box to draw in, with words in its corner."""

    pad = 7.0

    def __init__(self, words: Words, node: Node, frame: Frame, width: float) -> None:
        self.words, self.node, self.width = words, node, width
        self.height, self.after = frame.height, frame.after

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """The dots are furniture."""
        del room
        with canvas.artifact():
            canvas.saveState()
            pen(canvas, COLORS[Ink.MID], 0.9)
            canvas.setLineCap(1)
            canvas.setDash([0.01, 3.6])
            canvas.roundRect(x, top - self.height, self.width, self.height, 6)
            canvas.restoreState()
        self.words.draw(canvas, self.node, x + self.pad, top - self.pad)


class Ornament(Slip):
    """A large sign, as furniture."""

    def __init__(self, sign: Sign, size: float, ink: Ink, after: float) -> None:
        self.sign, self.ink = sign, ink
        self.height, self.after = size, after

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """At the left edge."""
        del room
        with canvas.artifact():
            pen(canvas, COLORS[self.ink], 1.1)
            draw_sign(canvas, self.sign, (x, top - self.height), self.height)


class Framed(Slip):
    """A part of the report in a panel: it is told its place by moving the paper."""

    def __init__(self, part: Part, after: float) -> None:
        self.part, self.after = part, after
        self.height = part.height

    def split(self, room: float, *, _forced: bool = False) -> tuple[Slip, Slip] | None:
        """As the part itself divides."""
        halves = self.part.split(room)
        if halves is None:
            return None
        return Framed(halves[0], 0.0), Framed(halves[1], self.after)

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """Moved from the margin of the report."""
        del room
        canvas.saveState()
        canvas.translate(x - MARGIN, 0)
        self.part.draw(Sheet(canvas, {}), top, first=False)
        canvas.restoreState()


def pen(canvas: TagCanvas, color: Color, width: float = SIGN_LINE) -> None:
    """Colour and width for what is drawn next."""
    canvas.setStrokeColor(color)
    canvas.setFillColor(color)
    canvas.setLineWidth(width)
