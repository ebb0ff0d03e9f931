"""Owns the picture of people and places: round the child, each tie in the pattern of its voice."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.ids import EntityId
from rhi_desktop.domain.line import Voice
from rhi_desktop.ui.analysis.people_rows import KIND_ICONS, CardRow, Tie, round_the_child
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import LOOKS, STRONG, TINY, draw_text, elided, smooth
from rhi_desktop.workflow.naming import SameName

_PATTERNS: Mapping[Voice | None, Sequence[float]] = {
    Voice.TOLD: (4, 3),
    Voice.SAW: (8, 3, 1, 3),
    None: (0.01, 3),
}
MOST = 12
"""So many cards stand in the picture; the table has them all."""
CHILD, NODE = 34, 24
_LABEL, _BESIDE, _BELOW = 168, 10, 4
_START, _INNER, _INNERMOST = -2.62, 0.8, 0.56
_ROOMY = 7
"""With more cards than these, two rings are needed, and names alone stand below them."""
_FEW, _TIGHT = 4, 132
_TOP, _BOTTOM, HALF = 60, 82, 0.5
_SIDEWAYS = 0.45
"""Cards further to the side than this share of the width have their names beside them."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the picture shows."""

    child: str = field(repr=False)
    rows: tuple[CardRow, ...]
    ties: tuple[Tie, ...]
    same: tuple[SameName, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Where a card stands, in pixels from the left upper corner, and which way it lies."""

    at: QPointF
    side: float
    """The cosine of its way from the child: left below zero, right above."""
    above: bool = False
    """True where the line to the child leaves it downwards: its name stands beside it then."""
    tight: bool = False
    """True where there is room for a name only."""


def places(count: int, room: QRectF, inner: float) -> tuple[Node, ...]:
    """Places on a ring round the middle, every other one a little nearer."""
    middle, found, tight = room.center(), [], count > _ROOMY
    for number in range(count):
        angle = _START + 2 * math.pi * number / max(1, count)
        near = inner if number % 2 and count > _FEW else 1.0
        x = middle.x() + math.cos(angle) * room.width() / 2 * near
        y = middle.y() + math.sin(angle) * room.height() / 2 * near
        side, above = math.cos(angle), math.sin(angle) < 0
        found.append(Node(QPointF(x, y), 0.0 if tight else side, above and not tight, tight))
    return tuple(found)


class Network(QWidget):
    """The picture. A press on a card emits `chosen` with its id; the table is its twin for keys."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._scene = Scene("", (), (), ())
        self.choice: EntityId | None = None
        """The card that is chosen, here and in the table."""
        self.setMinimumHeight(theme().px(280))

    def show_scene(self, scene: Scene, choice: EntityId | None) -> None:
        """Show other cards, or another choice."""
        self._scene, self.choice = scene, choice
        names = ", ".join(row.entity.name for row in self._shown)
        words = self.tr("Picture of the table. {child} in the middle; round them {names}.")
        empty = self.tr("Picture of the table: no card yet.")
        self.setAccessibleName(words.format(child=scene.child, names=names) if names else empty)
        self.update()

    def place_of(self, card: EntityId) -> QPointF | None:
        """Where a card stands in the picture, if it does."""
        node = self._nodes().get(card)
        return node.at if node is not None else None

    @property
    def _shown(self) -> tuple[CardRow, ...]:
        return round_the_child(self._scene.rows[:MOST], self._scene.ties)

    def _nodes(self) -> dict[EntityId, Node]:
        px = theme().px
        ids = [row.entity.id for row in self._shown]
        tight = len(ids) > _ROOMY
        sides = px(_TIGHT / 2 + 16) if tight else px(_LABEL - 20)
        room = QRectF(self.rect()).adjusted(sides, px(_TOP), -sides, -px(_BOTTOM))
        room.setWidth(max(room.width(), px(160)))
        room.moveCenter(QPointF(self.width() / 2, room.center().y()))
        inner = 1.0 if theme().crowded else _INNER
        found = places(len(ids), room, _INNERMOST if tight else inner)
        return dict(zip(ids, found, strict=True))

    @property
    def _middle(self) -> QPointF:
        px = theme().px
        return QPointF(self.width() / 2, px(_TOP) + (self.height() - px(_TOP + _BOTTOM)) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Ties first, then the words on them, then the cards over their ends."""
        del event
        painter, nodes = smooth(self), self._nodes()
        self._draw_ties(painter, nodes)
        matches = [one for one in self._scene.same if one.ours.id in nodes]
        for one in matches:
            at = nodes[one.ours.id]
            _tie(painter, at.at, self._beyond(at), None)
        for row in self._shown:
            self._count(painter, row, nodes[row.entity.id])
        for row in self._shown:
            self._card(painter, row, nodes[row.entity.id])
        for one in matches:
            self._match(painter, one, nodes[one.ours.id])
        self._child(painter)
        painter.end()

    def _draw_ties(self, painter: QPainter, nodes: dict[EntityId, Node]) -> None:
        for row in self._shown:
            if row.voice is not None:
                _tie(painter, self._middle, nodes[row.entity.id].at, row.voice)
        for tie in self._scene.ties:
            if tie.one in nodes and tie.other in nodes:
                _tie(painter, nodes[tie.one].at, nodes[tie.other].at, tie.voice)

    def _beyond(self, node: Node) -> QPointF:
        """Beside the card, further from the child, and never off the picture."""
        px = theme().px
        way = node.at - self._middle
        length = max(1.0, math.hypot(way.x(), way.y()))
        turned = QPointF(way.x() - way.y() * 0.9, way.y() + way.x() * 0.9) / length
        at = node.at + turned * px(104)
        x = min(max(at.x(), px(60)), self.width() - px(130))
        return QPointF(x, min(max(at.y(), px(34)), self.height() - px(60)))

    def _child(self, painter: QPainter) -> None:
        look, middle = theme(), self._middle
        _clear(painter, middle, look.px(CHILD))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(middle, look.px(CHILD), look.px(CHILD))
        style = STRONG.tint("on-accent")
        words = elided(self._scene.child, style, look.px(2 * CHILD - 8))
        x = middle.x() - style.width(words) / 2
        draw_text(painter, QPointF(x, middle.y() - look.px(12)), words, style)

    def _card(self, painter: QPainter, row: CardRow, node: Node) -> None:
        look, chosen = theme(), row.entity.id == self.choice
        radius = look.px(NODE)
        _clear(painter, node.at, radius)
        painter.setBrush(look.colour("accent-soft" if chosen else "surface"))
        width = look.px(2.5) if chosen else max(1.5, look.px(1.5))
        painter.setPen(QPen(look.colour("accent" if chosen else "text"), width))
        _shape(painter, row.entity.kind, node.at, radius)
        side = look.px(22)
        box = QRectF(node.at.x() - side / 2, node.at.y() - side / 2, side, side)
        draw_icon(painter, KIND_ICONS[row.entity.kind], box, look.colour("text"))
        _label(painter, node, row.entity.name, "" if node.tight else row.entity.relation)

    def _match(self, painter: QPainter, one: SameName, node: Node) -> None:
        look, at = theme(), self._beyond(node)
        radius = look.px(NODE)
        _clear(painter, at, radius)
        pen = QPen(look.colour("border"), max(1.5, look.px(1.5)))
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(at, radius, radius)
        side = look.px(22)
        box = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        draw_icon(painter, "ask", box, look.colour("text2"))
        words = QCoreApplication.translate("people", "same name?")
        _label(painter, Node(at, 1.0), one.reference, words)

    def _count(self, painter: QPainter, row: CardRow, node: Node) -> None:
        if len(row.episodes) < 2 or node.tight:  # noqa: PLR2004 - once needs no words
            return
        look = theme()
        words = QCoreApplication.translate("people", "%n times away", "", len(row.episodes))
        middle, way = (self._middle + node.at) / 2, self._middle - node.at
        wide = TINY.medium.width(words)
        if math.hypot(way.x(), way.y()) < wide + look.px(CHILD + NODE):
            # No room between the two: the table says it.
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface"))
        left, top = middle.x() - wide / 2, middle.y() - look.px(11)
        painter.drawRect(QRectF(left - look.px(6), top, wide + look.px(12), look.px(22)))
        draw_text(painter, QPointF(left, top + look.px(1)), words, TINY.medium)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - overrides Qt
        """A press on a card chooses it in the table as well."""
        reach = theme().px(NODE + 4)
        for card, node in self._nodes().items():
            way = event.position() - node.at
            if math.hypot(way.x(), way.y()) <= reach:
                self.chosen.emit(card)
                return
        super().mousePressEvent(event)


def tie_pen(voice: Voice | None) -> QPen:
    """Solid for the child, dashes for what was told, dots for what nobody confirmed."""
    look = theme()
    pen = QPen(look.colour(LOOKS[voice].token if voice else "border"), max(2, look.px(2)))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if voice in _PATTERNS:
        pen.setDashPattern(_PATTERNS[voice])
    return pen


def _tie(painter: QPainter, one: QPointF, other: QPointF, voice: Voice | None) -> None:
    painter.setPen(tie_pen(voice))
    painter.drawLine(one, other)


def _clear(painter: QPainter, at: QPointF, radius: float) -> None:
    """A halo, so that no line touches a card."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(at, radius + theme().px(3), radius + theme().px(3))


def _shape(painter: QPainter, kind: EntityKind, at: QPointF, radius: float) -> None:
    if kind is EntityKind.PERSON:
        painter.drawEllipse(at, radius, radius)
        return
    box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    corner = theme().px(8 if kind is EntityKind.PLACE else 2)
    painter.drawRoundedRect(box, corner, corner)


def _label(painter: QPainter, node: Node, name: str, below: str) -> None:
    look = theme()
    radius, room = look.px(NODE), look.px(_TIGHT if node.tight else _LABEL - 2 * NODE)
    name, below = elided(name, STRONG, room), elided(below, TINY, room)
    wide = max(STRONG.width(name), TINY.width(below))
    top = node.at.y() - look.px(20 if below else 12)
    if node.side > _SIDEWAYS or (node.above and node.side > -_SIDEWAYS):
        left, align = node.at.x() + radius + look.px(_BESIDE), 0.0
    elif node.side < -_SIDEWAYS:
        left, align = node.at.x() - radius - look.px(_BESIDE) - wide, 1.0
    else:
        left, align = node.at.x() - wide / 2, HALF
        top = node.at.y() + radius + look.px(_BELOW)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("surface"))
    high = look.px(24 + (18 if below else 0))
    # From the card on, so that nothing of a line shows between the two.
    above = look.px(_BELOW) - 2 if align == HALF else 0
    painter.drawRect(QRectF(left - look.px(3), top - above, wide + look.px(6), high + above))
    x = left + (wide - STRONG.width(name)) * align
    draw_text(painter, QPointF(x, top), name, STRONG)
    x = left + (wide - TINY.width(below)) * align
    draw_text(painter, QPointF(x, top + look.px(22)), below, TINY)


def known_voices(rows: Sequence[CardRow], ties_shown: Sequence[Tie]) -> tuple[Voice, ...]:
    """The voices that the picture shows, for the words below it."""
    met = {row.voice for row in rows} | {tie.voice for tie in ties_shown}
    return tuple(voice for voice in (Voice.CHILD, Voice.SAW, Voice.TOLD) if voice in met)
