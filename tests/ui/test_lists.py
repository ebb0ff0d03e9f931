"""Claims about lists of rows, voices, steps, banners and the saved line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.line import Voice
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    LOOKS,
    Banner,
    Button,
    ErrorSummary,
    Offer,
    RowList,
    Rows,
    Said,
    SavedLabel,
    SaveStatus,
    Steps,
    Text,
    page_body,
    quoted,
    set_text,
    voice_word,
)
from tests.ui.access import (
    shown,
)
from tests.ui.conftest import Watch
from tests.ui.parts import LinePainter, parts


def test_wrapped_text_grows_downwards(qtbot: QtBot) -> None:
    """Words that do not fit go to the next line, and a long word breaks."""
    label = Text("We just sat by the canal at Fernley till it got dark.", wrap=True)
    qtbot.addWidget(label)

    assert label.heightForWidth(200) > label.heightForWidth(600)
    assert set_text("a" * 400, BODY, 200).width <= 201


def test_a_banner_says_three_things_and_offers_two(qtbot: QtBot) -> None:
    """What happened, what is safe, what to do; its buttons act; put away, it says nothing."""
    banner = Banner()
    qtbot.addWidget(banner)
    pressed: list[str] = []
    said = Said("We cannot save to this disk", "Your words are still here.", "Keep going.")
    banner.say(said, Offer("Try again", lambda: pressed.append("again"), "try_again"))
    button = banner.findChild(Button, "try_again")
    assert button is not None
    button.click()

    assert banner.words == "We cannot save to this disk"
    assert banner.property("card") == "notice"
    assert pressed == ["again"]
    banner.put_away()

    assert banner.words == ""


def test_the_summary_takes_the_focus_and_leads_on(qtbot: QtBot) -> None:
    """The first entry has the focus, Return goes to its place, no entries hide it."""
    summary = ErrorSummary()
    went: list[int] = []
    page = page_body(summary)
    qtbot.addWidget(page)
    shown(page)
    summary.show_entries("2 things to look at", [("One", lambda: went.append(1)), ("Two", int)])
    first = QApplication.focusWidget()
    assert isinstance(first, Button)
    QTest.keyClick(first, Qt.Key.Key_Return)

    assert summary.words == ("One", "Two")
    assert went == [1]
    summary.show_entries("", [])

    assert summary.isHidden()


def test_the_saved_line_is_honest(qtbot: QtBot, watch: Watch) -> None:
    """It says the time of the last commit, or how much is in memory only."""
    label = SavedLabel()
    qtbot.addWidget(label)
    now = watch.moment().now

    assert label.words == "Nothing to save yet"
    label.show_status(SaveStatus("saved", now))

    assert label.words == "Saved 14:30:00 on this laptop"
    label.show_status(SaveStatus("held", now, 2))

    assert label.words == "2 edits held in memory, saved up to 14:30"


def test_rows_are_read_and_opened(qtbot: QtBot) -> None:
    """Each row has one spoken sentence; arrows choose, Return opens; added rows keep the place."""
    model = Rows[str](lambda row: f"Row {row}")
    view = RowList(model, "Lines")
    qtbot.addWidget(view)
    view.show()
    model.show_rows(["a", "b"])
    view.choose(1)
    opened = QSignalSpy(view.opened)
    QTest.keyClick(view, Qt.Key.Key_Return)
    model.show_rows(["a", "b", "c"])

    assert opened.count() == 1
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Row b"
    assert view.chosen() == 1
    assert model.rowCount() == 3


def test_the_model_of_rows_keeps_qt_rules(qtbot: QtBot, qtmodeltester: object) -> None:
    """Qt's own checker finds nothing wrong with it."""
    model = Rows[str](str)
    model.show_rows(["a", "b", "c"])
    model.show_rows(["a", "x", "c"])
    model.show_rows(["a"])
    qtmodeltester.check(model)  # type: ignore[attr-defined]  # pytest-qt does not export its type

    assert qtbot is not None


def test_every_voice_has_a_word_an_icon_and_an_edge() -> None:
    """No two voices share icon or edge, so that colour is never the only sign (A10)."""
    looks = [LOOKS[voice] for voice in Voice]

    assert len({look.icon for look in looks}) == len(Voice)
    assert len({look.pattern for look in looks}) == len(Voice)
    assert voice_word(Voice.TOLD, "M.T.", "carer") == "Told by carer"
    assert voice_word(Voice.CHILD, "M.T.") == "M.T. said"
    assert quoted(Voice.SAW, "a bag") == "a bag"


def test_steps_say_their_state_by_shape_and_words(qtbot: QtBot) -> None:
    """Every step is a title and a sentence; showing others replaces them."""
    steps = Steps()
    qtbot.addWidget(steps)
    steps.show_steps((("Read the file", "All of it.", "done"), ("What is new", "", "todo")))
    steps.resize(400, 300)
    steps.grab()
    words = [label.text() for label in steps.findChildren(QLabel)]

    assert "Read the file" in words
    assert "What is new" in words


def test_a_line_painter_paints(qtbot: QtBot) -> None:
    """The delegate of the sheet draws rows of the height it asks for."""
    sheet = parts()
    qtbot.addWidget(sheet)
    view = sheet.findChild(RowList)
    assert view is not None
    delegate = view.itemDelegate()

    assert isinstance(delegate, LinePainter)
    assert view.sizeHintForRow(1) == theme().px(44)
