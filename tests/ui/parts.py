"""Every part in every state on one sheet: for looking at, and for the checks of what is painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.ids import InterviewId, LineId
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.ui.widgets import (
    BODY,
    GUTTER,
    GUTTER_ICON,
    GUTTER_WORD,
    H1,
    LOOKS,
    SAID,
    SMALL_BUTTON,
    SMALL_QUIET,
    STRONG,
    TINY,
    WORDS_AFTER_EDGE,
    Button,
    ButtonKind,
    Chip,
    ClockShape,
    Field,
    IconName,
    Item,
    Picture,
    Radio,
    RowList,
    RowPainter,
    Rows,
    Select,
    Text,
    Tick,
    baseline,
    card,
    column,
    draw_clock,
    draw_edge,
    draw_icon,
    draw_text,
    hline,
    labelled_field,
    page_body,
    quoted,
    row,
    sized,
    theme,
    voice_word,
    wrap,
)

AT = datetime(2025, 3, 5, 16, 31, tzinfo=UTC)
BUTTONS: tuple[tuple[ButtonKind, str, IconName | None], ...] = (
    ("primary", "Keep", None),
    ("plain", "Print", "print"),
    ("quiet", "Undo", "undo"),
    ("danger-plain", "Stop", None),
    ("link", "Change", None),
)
CLOCKS: tuple[tuple[ClockShape, float, str], ...] = (
    ("running", 0.8, "running"),
    ("soon", 0.25, "under a day"),
    ("passed", 0, "72 hours passed"),
    ("waiting", 0, "waiting"),
    ("declined", 0, "chose not to"),
    ("heard", 0, "heard"),
)
SAID_ON_PARTS = (
    (Voice.CHILD, "it was Dex he paid", ""),
    (Voice.SAW, "Looked at the door twice.", ""),
    (Voice.TOLD, "Phone was off all night.", "carer"),
    (Voice.VIEW, "Nan may be the safest person.", ""),
    (Voice.ASKED, "What happened next?", ""),
)


class LinePainter(RowPainter[Line]):
    """The columns of the notebook."""

    def height(self, row: Line, width: int) -> int:
        """One line of words."""
        del width
        return theme().px(45 if row.voice is Voice.CHILD else 44)

    def draw(self, painter: QPainter, rect: QRectF, row: Line) -> None:
        """Time, icon, voice, edge, words."""
        px, middle = theme().px, rect.center().y()
        look = LOOKS[row.voice]
        baseline(f"{row.heard_at:%H:%M}", TINY.figures, middle, painter, rect.left())
        side = px(18)
        box = QRectF(rect.left() + px(GUTTER_ICON), middle - side / 2, side, side)
        draw_icon(painter, look.icon, box, theme().colour(look.token))
        ink = TINY.medium.tint(f"{look.token}-ink")
        word = voice_word(row.voice, "M.T.", row.told_by)
        baseline(word, ink, middle, painter, rect.left() + px(GUTTER_WORD))
        x = rect.left() + px(GUTTER)
        draw_edge(painter, row.voice, x, rect.top() + px(6), rect.bottom() - px(6))
        style = SAID if row.voice is Voice.CHILD else BODY
        at = QPointF(x + px(WORDS_AFTER_EDGE), rect.top() + px(10))
        draw_text(painter, at, quoted(row.voice, row.words), style, px(640))


def parts() -> QWidget:
    """The sheet."""
    margins = (48, 28, 48, 24)
    body = wrap(row(sized(wrap(_left()), 560), 64, (wrap(_right()), 1), margins=margins))
    return page_body((body, 1))


def _left() -> QLayout:
    choices = row(
        Tick("Social care", checked=True),
        22,
        Tick("Police"),
        22,
        Radio("Not asked", checked=True),
        22,
        Radio("Not relevant"),
        "*",
    )
    head = column(Text("Parts", H1), 20, Text("Buttons, 36 px, radius 6", STRONG), 12)
    fields = column(Text("Fields, 36 px", STRONG), 10, *_fields(), 16, choices)
    return column(head, *_buttons(), 10, hline(), 18, fields, "*")


def _right() -> QLayout:
    title = Text("Voices: word, icon, edge. Colour is the fourth sign", STRONG)
    clocks = column(Text("Clocks: shape, then words", STRONG), 10, _clocks())
    undo = Button("Undo", "plain", "undo", hint="Ctrl Z", size=SMALL_BUTTON)
    words = Text("Line taken out. It stays in the history.")
    strip = card(row(words, "*", undo, margins=(16, 8, 8, 8)), "subtle")
    lines = column(10, title, 8, _lines(), 10, hline(), 16)
    return column(lines, clocks, 16, hline(), 16, _chips(), 16, strip, "*")


def _chips() -> QLayout:
    return row(
        Chip("Why"),
        8,
        Chip("It happened", "good", "check", large=True),
        8,
        Chip("Not yet", "notice", "clock", large=True),
        8,
        Chip("Chosen", "accent", large=True),
        8,
        Chip("Not changed", "plain", "lock", large=True),
        "*",
    )


def _buttons() -> list[Item]:
    rows: list[Item] = []
    for kind, words, icon in BUTTONS:
        off = Button(words, kind, icon)
        off.setEnabled(False)
        on = Button(words, kind, icon)
        for button in (on, off):
            if kind != "link":
                button.setMinimumWidth(theme().px(112))
        rows += [row(sized(wrap(row(on, "*")), 138), sized(wrap(row(off, "*")), 138), "*"), 12]
    return rows


def _fields() -> list[Item]:
    odd = labelled_field("Needs a change", Field("31 February"))
    odd.say("February has 28 days this year")
    place = labelled_field("Rest", Field(placeholder="Find a place"))
    focus = labelled_field("Focus", Field("Fernley"))
    choice = labelled_field("Choice", Select([("all", "All episodes")], width=252))
    for part in (odd, place, focus, choice):
        sized(part, 252)
    return [row(place, 24, focus, "*"), 14, row(odd, 24, column(choice, "*"), "*")]


def _lines() -> RowList:
    model = Rows[Line](lambda line: line.words)
    view = RowList(model, "Lines")
    view.setItemDelegate(LinePainter(view))
    model.show_rows(
        [
            Line(LineId(str(n)), InterviewId("i"), n, voice, words, AT, told_by=told)
            for n, (voice, words, told) in enumerate(SAID_ON_PARTS)
        ]
    )
    view.setFixedHeight(theme().px(226))
    model.setParent(view)
    return view


def _clocks() -> QLayout:
    items: list[Item] = []
    for shape, left, words in CLOCKS:
        items += [Picture(_clock(shape, left), "", width=24, height=24), 6]
        items += [Text(words, SMALL_QUIET), 14]
    return row(*items[:-1], "*")


def _clock(shape: ClockShape, left: float) -> Callable[[QPainter, QRectF], None]:
    def draw(painter: QPainter, rect: QRectF) -> None:
        side = theme().px(20)
        draw_clock(painter, shape, QRectF(rect.left() + 2, rect.top() + 2, side, side), left)

    return draw
