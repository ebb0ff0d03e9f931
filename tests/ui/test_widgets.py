"""Claims about text, buttons, fields and choices."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import (
    Button,
    Field,
    SecretField,
    Select,
    Text,
    TextArea,
    Tick,
    column,
    labelled_field,
    page_body,
    sized,
)
from tests.ui.access import (
    assert_leaves_by_tab,
    assert_named,
    assert_nothing_cut,
    assert_targets,
    shown,
    spoken_name,
    tab_stops,
)
from tests.ui.conftest import dress
from tests.ui.interview.hands import focused
from tests.ui.parts import parts


def test_void_calls_lose_no_reference_of_none(qtbot: QtBot) -> None:
    """1,000 calls that return nothing leave the count of None where it was (ADR 1)."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("words")

    assert abs(sys.getrefcount(None) - before) < 50


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25])
def test_all_parts_fit_in_every_mode_and_zoom(
    qtbot: QtBot, qapp: QApplication, mode: Mode, zoom: float
) -> None:
    """Nothing on the sheet of parts is cut off, unnamed or too small to press."""
    dress(qapp, Theme(mode, zoom))
    sheet = parts()
    qtbot.addWidget(sheet)
    shown(sheet, 1366 if zoom <= 1 else 1720, 960)

    assert_nothing_cut(sheet)
    assert_targets(tab_stops(sheet), round(24 * zoom))
    assert all(spoken_name(stop) for stop in tab_stops(sheet))


def test_text_keeps_a_true_line_height(qtbot: QtBot) -> None:
    """Three lines of body text are 72 pixels high, whatever the font's own leading."""
    label = Text("one\ntwo\nthree")
    qtbot.addWidget(label)

    assert label.sizeHint().height() == 72
    assert spoken_name(label) == "one\ntwo\nthree"


def test_words_of_people_are_shown_as_they_are(qtbot: QtBot) -> None:
    """Stars and angle brackets in what somebody said are neither marks nor markup."""
    label = Text("he said **now** <b>or never</b>")
    ours = Text()
    ours.set_marked("Interview running, **7 min**")
    qtbot.addWidget(label)
    qtbot.addWidget(ours)

    assert label.text() == "he said **now** <b>or never</b>"
    assert ours.text() == "Interview running, 7 min"


def test_return_presses_the_button_with_the_focus(qtbot: QtBot) -> None:
    """Return and Space both press a button; its role stays that of a push button."""
    button = Button("Keep", "primary")
    qtbot.addWidget(button)
    button.show()
    pressed = QSignalSpy(button.clicked)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)

    assert pressed.count() == 2
    assert isinstance(button, QPushButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_button_that_rests_keeps_the_focus_and_takes_no_press(qtbot: QtBot, key: Qt.Key) -> None:
    """A second press goes nowhere; once the focus has left, the button is disabled as others."""
    page = QWidget()
    once, leave = Button("Sign"), Button("Leave")
    page.setLayout(column(once, leave))
    qtbot.addWidget(page)
    shown(page, 400, 300)
    once.clicked.connect(lambda: once.allow(on=False))
    pressed, left = QSignalSpy(once.clicked), QSignalSpy(leave.clicked)
    once.setFocus()
    for _ in range(3):
        QTest.keyClick(focused(), key)
    QTest.mouseClick(once, Qt.MouseButton.LeftButton)

    assert once.hasFocus()
    assert not once.allowed
    assert (pressed.count(), left.count()) == (1, 0)
    QTest.keyClick(once, Qt.Key.Key_Tab)
    assert leave.hasFocus()
    assert not once.isEnabled()
    once.allow(on=True)
    once.click()
    assert pressed.count() == 2


def test_tab_leaves_a_text_area(qtbot: QtBot) -> None:
    """Tab goes on to the next control instead of into the text (A4)."""
    page = page_body(labelled_field("Words", TextArea()), labelled_field("Place", Field()))
    qtbot.addWidget(page)
    shown(page)
    area = page.findChild(TextArea)
    assert area is not None

    assert_leaves_by_tab(area)


def test_a_label_names_its_field_and_says_what_is_odd(qtbot: QtBot) -> None:
    """The label is the name; hint and finding are the description, and go away again."""
    field = Field()
    whole = labelled_field("Returned", field, hint="As far as you know")
    qtbot.addWidget(whole)
    whole.say("February has 28 days this year")

    assert spoken_name(field) == "Returned"
    assert field.accessibleDescription().startswith("February has 28 days this year")
    assert field.property("odd") == "true"

    whole.say("")

    assert field.accessibleDescription() == "As far as you know"
    assert not field.property("odd")


def test_a_secret_is_dots_until_it_is_shown(qtbot: QtBot) -> None:
    """Show turns dots into letters and back, and says so to a reader."""
    field = SecretField(name="Passphrase")
    qtbot.addWidget(field)
    toggle = field.findChild(Button, "show_passphrase")
    assert toggle is not None
    assert field.echoMode() is QLineEdit.EchoMode.Password
    toggle.click()

    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert toggle.accessibleName() == "Hide Passphrase"
    toggle.click()

    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_select_speaks_values(qtbot: QtBot) -> None:
    """What is chosen is a value, not its words; an unknown one changes nothing."""
    select = Select([("mine", "My open cases"), ("all", "All cases")], name="Show")
    qtbot.addWidget(select)
    select.choose("all")
    select.choose("none of these")

    assert select.value() == "all"
    assert select.currentText() == "All cases"


def test_a_tick_is_pressed_by_its_words(qtbot: QtBot) -> None:
    """The words belong to the target."""
    tick = Tick("Social care", note="Signed copy")
    qtbot.addWidget(tick)
    tick.show()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())

    assert tick.isChecked()


def test_named_controls_pass_and_unnamed_fail(qtbot: QtBot) -> None:
    """The walk that every page runs finds a control without a name."""
    button = Button("", icon="left")
    button.setObjectName("earlier")
    qtbot.addWidget(button)

    with pytest.raises(AssertionError, match="no accessible name"):
        assert_named([button])
    button.setAccessibleName("Earlier page")
    assert_named([button])


def test_a_planted_cut_is_found(qtbot: QtBot) -> None:
    """The check for cut words finds a label that is too small."""
    label = Text("Far too long for its place")
    page = page_body(label)
    qtbot.addWidget(page)
    sized(label, 40)
    shown(page)

    with pytest.raises(AssertionError, match="cut right"):
        assert_nothing_cut(page)


def test_ctrl_enter_is_not_for_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    """Enter presses it; with Ctrl the page presses its coloured one."""
    button = Button("Not now")
    qtbot.addWidget(button)
    button.show()
    pressed = QSignalSpy(button.clicked)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed.count() == 0
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed.count() == 1
