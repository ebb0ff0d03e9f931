"""Claims about the page "If I go missing again": only what was ticked, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.widgets.wrap_tick import WrapTick
from rhi_desktop.workflow import drafts, exporting
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible
from tests.ui.conftest import FixedChooser, dress
from tests.ui.papers.conftest import BENCH, Hand, Open
from tests.ui.pseudo import assert_all_translated, pseudo

TRAIN = "\u201ctext nan a train so she knows its me\u201d"
NAN = "\u201cnan 01632 960142. she picks up even at night\u201d"


@pytest.fixture
def there(talked: Place) -> Place:
    """The page of that talk."""
    return replace(talked, page=PageName.AGAIN)


def test_nothing_is_ticked_beforehand_and_nothing_can_leave(
    open_papers: Open, there: Place
) -> None:
    """Looking at the page shares nothing."""
    hand = open_papers(there)
    assert not any(tick.isChecked() for tick in hand.ticks().values())
    assert "Nothing was ticked" in hand.paper
    assert not hand.may("print_paper")
    assert not hand.may("save_paper")


def test_only_what_is_ticked_is_on_the_sheet(open_papers: Open, there: Place) -> None:
    """Each thing says how it is known; the rest is not in the file."""
    hand = open_papers(there)
    tick = hand.ticks()[TRAIN]
    assert "own plan, line 4" in tick.accessibleDescription()
    tick.click()
    assert "text nan a train so she knows its me" in hand.paper
    assert "01632 960142" not in hand.paper
    assert BENCH not in hand.paper
    assert hand.may("print_paper")


def test_what_the_child_asked_to_keep_is_not_offered(open_papers: Open, there: Place) -> None:
    """It is counted and never named."""
    hand = open_papers(there)
    assert "i dont want mum to know about the train" not in "".join(hand.ticks())
    assert "What Min asked to keep from somebody: 1 in all." in hand.said


def test_the_usual_leaves_out_safe_places_and_words_of_the_talk(
    open_papers: Open, there: Place
) -> None:
    """They are ticked one by one, by somebody who thought about it."""
    hand = open_papers(there)
    hand.press("tick_usual")
    ticks = hand.ticks()
    assert any(tick.isChecked() for tick in ticks.values())
    assert not ticks[f"\u201c{BENCH}\u201d"].isChecked()
    hand.press("tick_none")
    assert not any(tick.isChecked() for tick in ticks.values())


def test_ticks_survive_a_lock_and_a_restart(open_papers: Open, there: Place) -> None:
    """And so does that the child went through it; another tick takes that away."""
    hand = open_papers(there)
    hand.ticks()[TRAIN].click()
    agreed = "Min went through what is ticked with me, line by line"
    hand.ticks()[agreed].click()
    assert "Gone through line by line with M.T. on 10 March 2026" in hand.paper

    again = open_papers(there)
    assert again.ticks()[TRAIN].isChecked()
    assert again.ticks()[agreed].isChecked()
    again.ticks()[NAN].click()
    assert not again.ticks()[agreed].isChecked()
    assert "Gone through line by line" not in again.paper


def test_it_leaves_with_recipient_role_purpose_and_method_or_not_at_all(
    open_papers: Open, there: Place, workspace: Workspace, chooser: FixedChooser, tmp_path: Path
) -> None:
    """What is missing is said beside it; then the file is written and noted."""
    hand = open_papers(there)
    hand.ticks()[TRAIN].click()
    hand.drawn()
    chooser.path = tmp_path
    hand.press("save_paper")
    assert "Write who gets this file" in hand.said
    assert list(tmp_path.glob("*.pdf")) == []
    for name, words in (("recipient", "Alder House"), ("purpose", "First hour")):
        QTest.keyClicks(hand.at(name), words)
    hand.press("role_placement")
    hand.press("method_handed_over")
    assert "Alder House" in hand.paper
    hand.press("save_paper")
    (file,) = tmp_path.glob("*.pdf")
    assert file.name == "R-0142-again.pdf"
    assert there.case_id is not None
    (noted,) = exporting.given(workspace, there.case_id)
    assert (noted.kind, noted.recipient) == (GivenKind.AGAIN, "Alder House")
    assert (noted.role, noted.purpose) == ("placement", "First hour")


def test_without_a_talk_it_leads_to_the_papers(open_papers: Open, met_nobody: Place) -> None:
    """There the card to leave behind can be made."""
    hand = open_papers(replace(met_nobody, page=PageName.AGAIN))
    assert "Nothing was said yet" in hand.said
    assert_page_accessible(hand.page)
    hand.press("to_papers")
    assert hand.went[-1].page is PageName.PAPERS


def test_every_choice_is_kept_under_the_case(
    open_papers: Open, there: Place, workspace: Workspace, keeping: Shell
) -> None:
    """So what removes a case removes them: the store drops every draft that names it."""
    hand = open_papers(there)
    hand.ticks()[TRAIN].click()
    hand.press("again_until_30")
    keeping.autosave.flush()
    keys = [one.key.split("/") for one in drafts.drafts(workspace)]
    assert len(keys) > 1
    assert all(there.case_id in key for key in keys)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_everybody_can_use_it(
    open_papers: Open, there: Place, qapp: QApplication, zoom: float
) -> None:
    """At 100 % and at 200 %, where a link shows the pages in place of the work."""
    dress(qapp, Theme(zoom=zoom))
    hand: Hand = open_papers(there)
    hand.press("tick_usual")
    hand.drawn()
    assert_page_accessible(hand.page)
    if zoom > 1:
        hand.press("show_pages")
        assert_page_accessible(hand.page)


def test_no_text_escapes_translation_and_longer_ones_have_room(
    open_papers: Open, there: Place
) -> None:
    """In a language that is 40 % longer."""
    with pseudo():
        hand = open_papers(there)
        hand.drawn()
        said = ("Min", "R-0142", "2026", *(tick.words for tick in hand.page.findChildren(WrapTick)))
        assert_all_translated(hand.page, said=said)
        assert_nothing_cut(hand.page)
