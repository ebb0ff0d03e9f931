"""Claims about the card of a verdict: no more than was found, at no time sooner than it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.ui.verdict_view import VerdictView
from rhi_desktop.workflow import exporting, reviewing
from rhi_desktop.workflow.reviewing import Outcome, SignatureFinding, Verdict
from rhi_desktop.workflow.workspace import Workspace

ASH = SignatureFinding(
    "Interviewer",
    "Ash Pemberton",
    datetime(2026, 3, 10, 14, 30, tzinfo=UTC),
    known=True,
    intact=True,
    fingerprint="f" * 64,
    certificate_sha256="c" * 64,
    words=("amber", "ferry"),
)
BROKEN = replace(ASH, intact=False)


@pytest.fixture
def view(qtbot: QtBot) -> VerdictView:
    """The card as it stands where somebody compares words."""
    made = VerdictView(six_words=True)
    qtbot.addWidget(made)
    return made


def said(view: VerdictView) -> str:
    """Every word on it, and what a screen reader calls it."""
    words = [one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view)]
    return "\n".join((view.accessibleName(), *words))


def test_while_it_waits_it_names_nobody(view: VerdictView) -> None:
    """A new card says that the signatures are being looked at, and no more."""
    assert said(view).splitlines() == ["Looking at the signatures …"] * 2


@pytest.mark.parametrize("outcome", [Outcome.GENUINE, Outcome.UNKNOWN_SIGNER])
def test_genuine_and_unchanged_are_said_by_the_full_check_alone(
    view: VerdictView, outcome: Outcome
) -> None:
    """The quick look says who signed and that the check goes on."""
    verdict = Verdict(outcome, (replace(ASH, known=outcome is Outcome.GENUINE),))
    view.show_quick(verdict)
    first = said(view)
    assert "Checking every byte …" in first
    assert "enuine" not in first
    assert "changed" not in first
    view.show_verdict(verdict)
    assert "nothing in it was changed" in said(view)
    assert ("Genuine" in said(view)) is (outcome is Outcome.GENUINE)
    assert "…" not in said(view)


@pytest.mark.parametrize("final", [False, True])
def test_a_broken_signature_is_nobodys(view: VerdictView, final: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Neither look says that its name signed, when, or shows the words of the card."""
    verdict = Verdict(Outcome.CHANGED, (BROKEN,), reasons=("signature_broken",))
    (view.show_verdict if final else view.show_quick)(verdict)
    words = said(view)
    assert "Not genuine. Do not rely on this file" in words
    assert "in the name of “Ash Pemberton”, as interviewer, does not hold" in words
    for claim in ("Ash Pemberton signed", "igned by", "14:30", "amber", "Countersigned"):
        assert claim not in words


def test_the_six_words_stand_where_they_are_asked_for(qtbot: QtBot, view: VerdictView) -> None:
    """Of a card that is trusted; never of a stranger's."""
    plain = VerdictView()
    qtbot.addWidget(plain)
    for one in (plain, view):
        one.show_verdict(Verdict(Outcome.GENUINE, (ASH,)))
    assert "amber" in said(view)
    assert "amber" not in said(plain)
    view.show_verdict(Verdict(Outcome.UNKNOWN_SIGNER, (replace(ASH, known=False),)))
    assert "amber" not in said(view)


def test_a_real_file_that_was_changed_is_nobodys_at_either_look(
    view: VerdictView, workspace: Workspace, signed_interview: SignedInterview
) -> None:
    """One byte of the signed pages is another, and no look calls it Ash Pemberton's."""
    data = bytearray(exporting.report_file(workspace, signed_interview.report))
    data[len(data) // 3] ^= 1
    pins = reviewing.pins(workspace)
    view.show_quick(reviewing.verify(bytes(data), pins, quick=True))
    first = said(view)
    view.show_verdict(reviewing.verify(bytes(data), pins))
    for words in (first, said(view)):
        assert "Ash Pemberton signed" not in words
        assert "Not genuine" in words or "cannot be read" in words
