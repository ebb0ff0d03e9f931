"""Claims about what an import refuses, and about stopping in the middle."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.card import Trust
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import BundleError
from rhi_desktop.ui import background
from rhi_desktop.ui.exchange.import_page import ImportPage
from rhi_desktop.ui.exchange.import_steps import refused_steps
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.report_words import BUNDLES
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import trusting
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import send
from tests.ui.access import assert_page_accessible
from tests.ui.exchange.conftest import LONG, Opener, button, said_on, there
from tests.vaults import contents


def readers() -> list[int]:
    """The processes of ours that read a bundle now."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            mine = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1]) == os.getpid()
            if mine and b"rhi_desktop.sync.reader" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
        except (OSError, IndexError):
            continue
    return found


def hold_reader(page: ImportPage, bundle: Path, qtbot: QtBot) -> None:
    """Begin to read, and hold the process that reads still."""
    page.take(bundle)
    qtbot.waitUntil(lambda: bool(readers()), timeout=LONG)
    os.kill(readers()[0], signal.SIGSTOP)


@pytest.mark.usefixtures("friends")
def test_cancelling_while_reading_ends_the_process(
    open_import: Opener, bundle: Path, qtbot: QtBot
) -> None:
    """And the page is as it was before."""
    page = open_import(None)
    hold_reader(page, bundle, qtbot)
    button(page, "cancel_import").click()
    assert there(page, "choose_file")
    qtbot.waitUntil(lambda: not readers(), timeout=LONG)
    assert background.finish(LONG)
    assert "Drop a bundle here" in said_on(page)


def test_leaving_while_reading_ends_the_process(
    friends: Workspace, shell: Shell, bundle: Path, qtbot: QtBot
) -> None:
    """A page that is gone leaves nothing behind."""
    page = ImportPage(friends, shell, Place(PageName.IMPORT))
    hold_reader(page, bundle, qtbot)
    page.deleteLater()
    qtbot.waitUntil(lambda: not readers(), timeout=LONG)
    assert background.finish(LONG)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "This file did not arrive whole": lambda data: data[:3000] + b"?" + data[3001:],
    "The end of this file is missing": lambda data: data[: len(data) // 2],
    "This file is not one of our bundles": lambda data: b"a letter" + data[:9],
    "The file is too large to be one of ours": lambda data: data + bytes(64 * 1024 * 1024),
}


@pytest.mark.usefixtures("friends")
@pytest.mark.parametrize("words", DAMAGE)
def test_a_file_that_is_not_whole_is_refused_in_words(
    open_import: Opener, supervisor: Workspace, bundle: Path, words: str
) -> None:
    """What happened, what is safe, what to do; nothing was added, the file stays."""
    before = contents(supervisor)
    bundle.write_bytes(DAMAGE[words](bundle.read_bytes()))
    page = open_import(bundle)
    said = said_on(page)
    for part in ("Nothing was added", words, "Your cases are exactly as they were before."):
        assert part in said
    assert said.index("Nothing was added") < said.index("What to do")
    assert not there(page, "add_to_cases")
    assert contents(supervisor) == before
    assert_page_accessible(page)


@pytest.mark.parametrize("trust", [None, Trust.PENDING, Trust.REVOKED])
def test_a_signer_who_is_not_trusted_is_refused_with_a_way_to_the_cards(
    open_import: Opener, workspace: Workspace, bundle: Path, shell: Shell, trust: Trust | None
) -> None:
    """Unknown, not compared and withdrawn are told apart."""
    ws = open_import(None)._ws
    mine = trusting.my_card(workspace)
    at = shell.moment()
    if trust is None:
        ws.store.connection.run("DELETE FROM cards WHERE fingerprint = ?", mine.fingerprint)
    elif trust is Trust.REVOKED:
        trusting.revoke(ws, mine.fingerprint, at)
    else:
        renamed = replace(mine, person=replace(mine.person, role="Somebody else"))
        assert trusting.add_card(ws, renamed, at).trust is Trust.PENDING
    wanted = QSignalSpy(shell.wanted)
    page = open_import(bundle)
    words = {
        None: "We do not know who signed this bundle",
        Trust.PENDING: "have not compared its words yet",
        Trust.REVOKED: "You have withdrawn your trust",
    }
    assert words[trust] in said_on(page)
    assert ("Ash Pemberton" in said_on(page)) is (trust is not None)
    button(page, "go_cards").click()
    place = wanted.at(0)[0]
    assert place == Place(PageName.CARDS, detail=mine.fingerprint if trust else "")


def test_a_bundle_for_somebody_else_is_refused(
    open_import: Opener,
    workspace: Workspace,
    signed_interview: SignedInterview,
    moment: Moment,
    tmp_path: Path,
) -> None:
    """It was sealed to others, and says so."""
    path = tmp_path / "other.rhib"
    path.write_bytes(send(workspace, workspace, signed_interview.account.case.id, moment))
    page = open_import(path)
    assert "This bundle is sealed to somebody else" in said_on(page)
    button(page, "details").click()
    assert "bundle_not_for_us" in said_on(page)


def test_a_card_that_cannot_be_added_is_refused_here(open_import: Opener, tmp_path: Path) -> None:
    """In the same form as a bundle."""
    card = tmp_path / "letter.rhicard"
    card.write_bytes(b"a letter")
    page = open_import(card)
    assert "This file is not one of our cards" in said_on(page)
    assert_page_accessible(page)


@pytest.mark.parametrize("code", sorted(code for code in BUNDLES if not code.startswith("card_")))
def test_every_refusal_stops_at_one_step(code: str) -> None:
    """One of the four failed; what comes after it was not looked at."""
    states = [state for _, _, state in refused_steps(BundleError(code), "")]
    at = states.index("refused")
    assert len(states) == 4
    assert "refused" not in states[at + 1 :]
    assert set(states[at + 1 :]) <= {"todo"}
    assert set(states[:at]) <= {"done", "todo"}
