"""Claims about the concerns page: no answer before one is given, evidence with its source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from rhi_desktop.domain.concern import EvidenceSource
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.analysis.concerns_page import ConcernsPage
from rhi_desktop.ui.analysis.indicator_row import ANSWERS
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Radio, Select
from rhi_desktop.workflow import analysing
from rhi_desktop.workflow.analysis_entries import NewConcern
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.analysis.conftest import Opener, Talk, sealed, visible
from tests.ui.conftest import dress
from tests.ui.interview.hands import focused, press, type_words
from tests.ui.rooms import pressable, seen

Key = Qt.Key
LISTS = {
    "red_flags",
    "cse_significant",
    "cse_further",
    "refer_now",
    "county_lines",
    "cce",
    "self_harm",
    "substance",
    "school",
    "trafficking",
    "radicalisation",
    "forced_marriage",
    "fgm",
    "domestic_abuse",
    "online",
}
"""What rule 43 asks for."""


def choose(page: ConcernsPage, indicator: str, state: Certainty) -> None:
    """Choose one of the five answers by keyboard."""
    radio = visible(page, f"{indicator}_{state.value}")
    assert isinstance(radio, Radio)
    radio.setFocus()
    radio.click()
    shown(page)


def first_of(page: ConcernsPage, set_id: str) -> str:
    """The id of the first indicator of a set, which is shown then."""
    number = [one.id for one in analysing.sets_of(page.desk.ws, page.desk.id)].index(set_id)
    page.show_set(number)
    shown(page)
    assert page.view is not None
    return page.view.rows[0].indicator.id


def test_rule_43_every_list_is_there_and_each_sign_has_room_for_evidence(
    open_page: Opener[ConcernsPage], talk: Talk
) -> None:
    """A yes in any of the lists opens its evidence, and says that it is not yet supported."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    found = {one.id for one in analysing.sets_of(page.desk.ws, talk.id)}
    assert found >= LISTS
    for one in sorted(LISTS):
        indicator = first_of(page, one)
        choose(page, indicator, Certainty.YES)
        assert visible(page, f"{indicator}_source").isEnabled()
        assert visible(page, f"{indicator}_evidence").isEnabled()
        assert "Not yet supported" in seen(page)


def test_rule_43_nothing_is_chosen_before_somebody_answers(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk
) -> None:
    """Five answers, none of them given; looking writes nothing."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    indicator = first_of(page, "cse_significant")
    states = [visible(page, f"{indicator}_{state.value}") for state in ANSWERS]
    assert len(states) == 5
    assert not any(isinstance(one, Radio) and one.isChecked() for one in states)
    assert analysing.concerns(workspace, talk.id) == ()


def test_evidence_is_picked_from_lines_by_keyboard(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk
) -> None:
    """Lines of the child say themselves whose evidence they are."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    indicator = first_of(page, "online")
    choose(page, indicator, Certainty.YES)
    visible(page, f"{indicator}_add_lines").setFocus()
    press(Key.Key_Space)
    press(Key.Key_Space)
    press(Key.Key_Return)
    shown(page)
    (concern,) = analysing.concerns(workspace, talk.id)
    assert concern.line_ids == (talk.lines[0].id,)
    assert concern.source is EvidenceSource.CHILD_SAID
    assert concern.supported
    assert "Not yet supported" not in seen(page)
    assert focused().objectName() == f"{indicator}_add_lines"


def test_evidence_in_words_is_kept_while_it_is_typed(
    open_page: Opener[ConcernsPage], keeping: Shell, workspace: Workspace, talk: Talk
) -> None:
    """A lock before the field was left loses nothing."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    indicator = first_of(page, "online")
    choose(page, indicator, Certainty.NOT_SURE)
    words = visible(page, f"{indicator}_evidence")
    assert isinstance(words, QPlainTextEdit)
    words.setFocus()
    type_words("a new phone nobody bought")
    keeping.autosave.flush()
    (concern,) = analysing.concerns(workspace, talk.id)
    assert concern.evidence == "a new phone nobody bought"
    assert not concern.supported
    source = visible(page, f"{indicator}_source")
    assert isinstance(source, Select)
    source.choose("carer_said")
    source.activated.emit(source.currentIndex())
    (now,) = analysing.concerns(workspace, talk.id)
    assert (now.source, now.supported) == (EvidenceSource.CARER_SAID, True)


@pytest.mark.parametrize("set_id", ["push", "pull"])
def test_rule_34_a_push_or_pull_factor_is_not_ticked_without_a_source(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk, set_id: str
) -> None:
    """It stands nowhere until somebody says whose word it is."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    indicator = first_of(page, set_id)
    choose(page, indicator, Certainty.YES)
    assert analysing.concerns(workspace, talk.id) == ()
    source = visible(page, f"{indicator}_source")
    assert focused() is source
    assert isinstance(source, Select)
    source.choose("child_said")
    source.activated.emit(source.currentIndex())
    (concern,) = analysing.concerns(workspace, talk.id)
    assert (concern.state, concern.source) == (Certainty.YES, EvidenceSource.CHILD_SAID)


def test_an_answer_is_taken_back_by_not_asked(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk
) -> None:
    """It does not become a no."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    indicator = first_of(page, "school")
    choose(page, indicator, Certainty.YES)
    choose(page, indicator, Certainty.NOT_ASKED)
    (concern,) = analysing.concerns(workspace, talk.id)
    assert concern.state is Certainty.NOT_ASKED
    assert "Not yet supported" not in seen(page)


def test_an_empty_place_is_filled_in_own_words_or_left(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk
) -> None:
    """Without words there is nothing to answer: the caret goes where they belong."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    first_of(page, "red_flags")
    choose(page, "flag_fourth", Certainty.YES)
    assert analysing.concerns(workspace, talk.id) == ()
    assert focused().objectName() == "flag_fourth_wording"
    type_words("Given a lift by a stranger twice")
    choose(page, "flag_fourth", Certainty.YES)
    (concern,) = analysing.concerns(workspace, talk.id)
    assert concern.wording == "Given a lift by a stranger twice"
    assert concern.indicator_id == "flag_fourth"


def test_rule_41_a_duty_is_a_quiet_prompt_with_its_source(
    open_page: Opener[ConcernsPage], keeping: Shell, talk: Talk
) -> None:
    """It says the rule, where it is from, and to follow the local procedure; it leads on."""
    page, wanted = open_page(ConcernsPage, talk.at(PageName.CONCERNS)), QSignalSpy(keeping.wanted)
    assert "Nothing in the rules we know" in seen(page)
    choose(page, first_of(page, "refer_now"), Certainty.YES)
    words = seen(page)
    assert "Refer now" in words
    assert "From a county\u2019s screening tool" in words
    assert "Follow your local procedure." in words
    pressable(page, "duty_safety_1").click()
    pressable(page, "duty_action_1").click()
    assert [wanted.at(n)[0].page for n in range(2)] == [PageName.SAFETY, PageName.ANALYSIS]
    assert wanted.at(1)[0].detail.startswith("concern:")


def test_rule_42_the_page_names_no_level_and_no_number(
    open_page: Opener[ConcernsPage], talk: Talk
) -> None:
    """However many signs stand, it says which, never how high."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    first_of(page, "cse_significant")
    assert page.view is not None
    for row in page.view.rows:
        choose(page, row.indicator.id, Certainty.YES)
    words = seen(page).casefold()
    assert not any(word in words for word in ("%", "low risk", "medium", "high risk level"))
    assert "score and no verdict" in words


def test_rule_44_no_action_is_kept_with_its_reason(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk
) -> None:
    """And what is done is one press away."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    indicator = first_of(page, "school")
    choose(page, indicator, Certainty.YES)
    visible(page, f"{indicator}_no_action").setFocus()
    type_words("The school goes on with it since Monday")
    press(Key.Key_Return)
    (concern,) = analysing.concerns(workspace, talk.id)
    assert concern.no_action == "The school goes on with it since Monday"
    assert pressable(page, f"{indicator}_add_action").isVisible()


def test_what_protects_asks_for_evidence_and_no_action(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk
) -> None:
    """A strength is heard like every other sign; the analysis names it."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    indicator = first_of(page, "strengths")
    choose(page, indicator, Certainty.YES)
    assert visible(page, f"{indicator}_source").isEnabled()
    assert "No action, because" not in seen(page)
    assert len(analysing.strengths_heard(workspace, talk.id)) == 1


def test_an_unsupported_sign_opens_from_the_check(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """The finding's place is the indicator: its list is shown, the way to its lines has focus."""
    new = NewConcern("school", "", "School", "", Certainty.YES)
    found = next(s for s in analysing.sets_of(workspace, talk.id) if s.id == "school")
    one = found.asked[1]
    answered = replace(new, indicator_id=one.id, wording=one.text.get("en-GB"))
    analysing.answer_indicator(workspace, talk.id, answered, moment)
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS, one.id))
    assert page.view is not None
    assert page.view.of.id == "school"
    assert focused().objectName() == f"{one.id}_add_lines"


def test_a_sealed_record_can_only_be_read(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """No answer, no line and no action can be given any more."""
    sealed(workspace, talk, moment)
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    assert page.view is not None
    assert not any(row.isEnabled() for row in page.view.rows)
    assert "Sealed. It can be read here, and no longer changed." in seen(page)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_page_is_for_everybody(
    open_page: Opener[ConcernsPage], talk: Talk, qapp: QApplication, mode: Mode
) -> None:
    """Named, reached, large enough, nothing cut; also with evidence and prompts open."""
    dress(qapp, Theme(mode))
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    assert_page_accessible(page)
    choose(page, first_of(page, "refer_now"), Certainty.YES)
    assert_page_accessible(page)


def test_at_200_per_cent_the_lists_are_a_drop_down(
    open_page: Opener[ConcernsPage], talk: Talk, qapp: QApplication
) -> None:
    """One column, the answers in words, nothing cut, nothing sideways."""
    dress(qapp, Theme(zoom=2.0))
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    choose(page, first_of(page, "refer_now"), Certainty.YES)
    assert page.height() <= 724
    assert_page_accessible(page)
    assert_nothing_cut(page)
