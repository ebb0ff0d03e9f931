"""Claims about the page of cards: giving ours, taking theirs, trusting only after comparing."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from rhi_desktop.domain.card import Card, Trust
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.cards.cards_page import CardsPage
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.widgets import Button, RowList
from rhi_desktop.workflow import trusting
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import FixedChooser, dress
from tests.vaults import contents

Opener = Callable[[], CardsPage]


def button(page: QWidget, name: str) -> Button:
    """A visible button by its object name."""
    QApplication.processEvents()
    found = [one for one in page.findChildren(Button, name) if one.isVisibleTo(page)]
    assert len(found) == 1, name
    return found[0]


def words_of(page: QWidget) -> set[str]:
    """Everything that stands on the page in labels."""
    QApplication.processEvents()
    return {label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)}


def known(ws: Workspace) -> list[Trust]:
    """How far each card of others is trusted."""
    return [one.trust for one in trusting.cards(ws)]


def test_my_card_is_written_to_a_file_that_names_nobody(
    open_cards: Opener, workspace: Workspace, chooser: FixedChooser, tmp_path: Path
) -> None:
    """The file holds my card; its name holds no name; the page shows the same six words."""
    page = open_cards()
    chooser.path = tmp_path
    button(page, "save_my_card").click()

    (file,) = tmp_path.glob("*.rhicard")
    mine = trusting.my_card(workspace)
    assert trusting.read_card_file(file).fingerprint == mine.fingerprint
    assert file.name == f"rhi-{mine.fingerprint[:10]}.rhicard"
    assert set(trusting.words(mine)) <= words_of(page)


def test_an_added_card_is_pending_until_its_words_were_compared(
    open_cards: Opener,
    workspace: Workspace,
    chooser: FixedChooser,
    their_file: Path,
    their_card: Card,
) -> None:
    """Adding trusts nobody, by no key; the six words stand there, and one button trusts."""
    page = open_cards()
    shown(page)
    assert page.first_focus() is button(page, "add_card")
    chooser.path = their_file
    button(page, "add_card").click()

    assert known(workspace) == [Trust.PENDING]
    assert set(trusting.words(their_card)) <= words_of(page)
    listed = page.findChild(RowList, "card_list")
    assert listed is not None
    assert QApplication.focusWidget() is listed
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert known(workspace) == [Trust.PENDING]

    button(page, "trust_card").click()
    assert known(workspace) == [Trust.TRUSTED]
    assert not button_there(page, "trust_card")


def button_there(page: QWidget, name: str) -> bool:
    """True when such a button can be seen."""
    return any(one.isVisibleTo(page) for one in page.findChildren(Button, name))


def test_words_that_differ_are_never_trusted(
    open_cards: Opener, workspace: Workspace, shell: Shell, their_card: Card, moment: Moment
) -> None:
    """The card stays in the book as refused, and the page says what to do."""
    trusting.add_card(workspace, their_card, moment)
    page, said = open_cards(), QSignalSpy(shell.noticed)
    button(page, "words_differ").click()

    assert known(workspace) == [Trust.REVOKED]
    assert said.at(said.count() - 1)[0].tone == "danger"
    button(page, "trust_card").click()
    assert known(workspace) == [Trust.TRUSTED]


def test_withdrawing_trust_asks_once_in_its_own_place(
    open_cards: Opener, workspace: Workspace, their_card: Card, moment: Moment
) -> None:
    """Keep it changes nothing; the second press withdraws; no reason is asked for."""
    trusting.add_card(workspace, their_card, moment)
    trusting.trust(workspace, their_card.fingerprint, moment)
    page = open_cards()
    shown(page)
    button(page, "revoke_card").click()
    assert QApplication.focusWidget() is button(page, "keep_card")
    assert_page_accessible(page)
    button(page, "keep_card").click()
    assert known(workspace) == [Trust.TRUSTED]

    button(page, "revoke_card").click()
    button(page, "confirm_revoke").click()
    assert known(workspace) == [Trust.REVOKED]


@pytest.fixture(params=["card_foreign", "card_damaged", "card_newer", "card_own"])
def unfit(
    request: pytest.FixtureRequest, workspace: Workspace, their_file: Path, moment: Moment
) -> Path:
    """A file that is no card of somebody else."""
    data = bytearray(their_file.read_bytes())
    if request.param == "card_foreign":
        data = bytearray(b"a letter")
    elif request.param == "card_damaged":
        data[len(data) // 2] ^= 1
    elif request.param == "card_newer":
        data[4:6] = struct.pack(">H", 99)
    their_file.write_bytes(data)
    if request.param == "card_own":
        trusting.export_my_card(workspace, their_file, moment)
    return their_file


def test_a_file_that_is_no_card_of_another_changes_nothing(
    open_cards: Opener, workspace: Workspace, shell: Shell, chooser: FixedChooser, unfit: Path
) -> None:
    """Each has its own sentence, and not one row is written."""
    page, said, before = open_cards(), QSignalSpy(shell.noticed), contents(workspace)
    chooser.path = unfit
    button(page, "add_card").click()

    words = said.at(0)[0].said
    assert words.happened
    assert words.safe == "Nothing was added."
    assert contents(workspace) == before


def test_a_missing_file_and_a_change_of_mind_are_harmless(
    open_cards: Opener, shell: Shell, chooser: FixedChooser, tmp_path: Path
) -> None:
    """A file that is gone is said; going back in the dialog says nothing."""
    page, said = open_cards(), QSignalSpy(shell.noticed)
    button(page, "add_card").click()
    button(page, "save_my_card").click()
    assert said.count() == 0
    chooser.path = tmp_path / "gone.rhicard"
    button(page, "add_card").click()
    assert said.at(0)[0].tone == "notice"


def test_a_card_that_is_here_keeps_its_trust(
    open_cards: Opener,
    workspace: Workspace,
    chooser: FixedChooser,
    their_file: Path,
    their_card: Card,
    moment: Moment,
) -> None:
    """Adding the same file again changes nothing."""
    trusting.add_card(workspace, their_card, moment)
    trusting.trust(workspace, their_card.fingerprint, moment)
    page = open_cards()
    before = contents(workspace)
    chooser.path = their_file
    button(page, "add_card").click()
    assert contents(workspace) == before


@pytest.fixture(params=[None, Trust.PENDING, Trust.TRUSTED, Trust.REVOKED])
def book(
    request: pytest.FixtureRequest, workspace: Workspace, their_card: Card, moment: Moment
) -> None:
    """The book without a card, and with one in each state."""
    if request.param is not None:
        trusting.add_card(workspace, their_card, moment)
    if request.param is Trust.TRUSTED:
        trusting.trust(workspace, their_card.fingerprint, moment)
    if request.param is Trust.REVOKED:
        trusting.revoke(workspace, their_card.fingerprint, moment)


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_page_can_be_used_by_everybody(
    open_cards: Opener, qapp: QApplication, zoom: float
) -> None:
    """In every state, at 100 % and at 200 %."""
    dress(qapp, Theme(zoom=zoom))
    page = open_cards()
    assert_page_accessible(page)
    assert page.title == "Cards"


def test_back_leads_to_the_cases(open_cards: Opener, shell: Shell) -> None:
    """Without a report to go back to."""
    page, wanted = open_cards(), QSignalSpy(shell.wanted)
    button(page, "back").click()
    assert wanted.at(0)[0].page is PageName.CASES
