"""Claims about the focus ring."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.focus_ring import FocusRing
from rhi_desktop.ui.widgets import (
    Button,
    Field,
    RowList,
    Rows,
    column,
    labelled_field,
    page_body,
    scrolled,
    wrap,
)
from tests.ui.access import (
    shown,
)


def test_the_ring_follows_the_focus_and_stays_in_its_scroll_area(qtbot: QtBot) -> None:
    """The ring lies round the focused control, 5 pixels outside, and never over what it left."""
    near, far = Button("Near"), Button("Far")
    page = page_body((scrolled(wrap(column(near, 2000, far, "*"))), 1))
    qtbot.addWidget(page)
    ring = FocusRing(page)
    shown(page, 400, 300)
    near.setFocus()
    QTest.qWait(10)

    assert ring.target is near
    assert ring.width() == near.width() + 10
    far.setFocus()
    QTest.qWait(10)

    assert ring.target is far
    assert far.visibleRegion().isEmpty() or ring.isVisible()


def test_a_box_of_parts_is_ringed_as_one(qtbot: QtBot) -> None:
    """A control inside a host leaves the ring to the host; a list draws its own."""
    field, box = Field(), QWidget()
    box.setProperty("ring_host", "true")
    box.setLayout(column(field))
    rows = RowList(Rows[str](str), "Lines")
    page = page_body(box, rows)
    qtbot.addWidget(page)
    ring = FocusRing(page)
    shown(page, 400, 300)
    field.setFocus()

    assert ring.target is box
    rows.setFocus()

    assert ring.target is None


def test_a_label_and_what_is_odd_come_into_view_with_the_field(qtbot: QtBot) -> None:
    """Also when it is said while the field has the focus already."""
    labelled = labelled_field("Name", Field())
    area = scrolled(wrap(column(900, labelled, 900)))
    page = page_body((area, 1))
    qtbot.addWidget(page)
    ring = FocusRing(page)
    shown(page, 400, 300)
    labelled.field.setFocus()
    QTest.qWait(10)
    assert ring.target is labelled.field
    area.verticalScrollBar().setValue(area.verticalScrollBar().value() - 20)
    labelled.say("Write your name as it should stand on reports, all of it, " * 3)
    QTest.qWait(20)
    assert labelled.visibleRegion().boundingRect() == labelled.rect()
