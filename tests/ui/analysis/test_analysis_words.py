"""Claims about the words of the analysis rooms: all translated, every duty said with its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.duty import Duty, DutyCode
from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.analysis.analysis_page import AnalysisPage
from rhi_desktop.ui.analysis.concerns_page import ConcernsPage
from rhi_desktop.ui.analysis.duty_words import duty_words
from rhi_desktop.ui.analysis.people_page import PeoplePage
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import analysing, naming
from rhi_desktop.workflow.analysis_entries import NewAction, NewEntity, NewThread
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, shown
from tests.ui.analysis.conftest import TYPED, Opener, Talk
from tests.ui.pseudo import assert_all_translated, pseudo
from tests.ui.rooms import pressable

BLAMING = ("refus", "abscond", "non-compliant", "alleged", "promiscuous", "streetwise")


def of_pack(ws: Workspace, talk: Talk) -> Iterator[str]:
    """The words of the pack: its own translations, not the program's."""
    for one in analysing.sets_of(ws, talk.id):
        yield from (one.title.get("en"), one.note.get("en"), one.source.get("en"))
        for sign in one.indicators:
            yield from (sign.text.get("en"), sign.note.get("en"))


def words_of_people(ws: Workspace, talk: Talk) -> list[str]:
    """What people said or wrote, what they are called, and what packs and profiles say."""
    said = [*TYPED, "M.T.", "Dex", "Mum", "Nan", "FernleyCanal", "Robin", "Sam", "Move the room"]
    views = ["Somebody may be paying.", "Tell the police", "R-MT"]
    return [*said, *views, *(words for words in of_pack(ws, talk) if words)]


def test_no_word_of_the_concerns_escapes_translation(
    open_page: Opener[ConcernsPage], workspace: Workspace, talk: Talk
) -> None:
    """Nothing is cut when every text is 40 % longer."""
    with pseudo():
        page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
        pressable_set = page.view
        assert pressable_set is not None
        pressable_set.rows[0].radios[next(iter(pressable_set.rows[0].radios))].click()
        shown(page)
        assert_all_translated(page, words_of_people(workspace, talk))
        assert_nothing_cut(page)


def test_no_word_of_the_analysis_escapes_translation(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """With a thread, an action and a promise of last time."""
    new = NewThread("Somebody may be paying.", (talk.lines[0].id,))
    made = analysing.add_thread(workspace, talk.id, new, moment)
    action = NewAction("Tell the police", "Sam", thread_id=made.id)
    analysing.add_action(workspace, talk.id, action, moment)
    with pseudo():
        page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
        assert_all_translated(page, words_of_people(workspace, talk))
        assert_nothing_cut(page)
        pressable(page, "change_action_1").click()
        shown(page)
        assert_all_translated(page, words_of_people(workspace, talk))
        assert_nothing_cut(page)


def test_no_word_of_the_people_escapes_translation(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """With a card, and with its form."""
    naming.add_entity(workspace, talk.case_id, NewEntity(EntityKind.PERSON, "Dex"), moment)
    with pseudo():
        page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
        assert_all_translated(page, words_of_people(workspace, talk))
        assert_nothing_cut(page)
        pressable(page, "new_card").click()
        shown(page)
        assert_all_translated(page, words_of_people(workspace, talk))
        assert_nothing_cut(page)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("code", list(DutyCode))
def test_rule_41_every_duty_says_its_rule_and_where_it_is_from(code: DutyCode) -> None:
    """In plain words, without blame, without a name of the child in the source."""
    said = duty_words(Duty(code, ("x",), date(2026, 3, 16)), "M.T.")
    whole = f"{said.title} {said.rule} {said.source}"
    assert all((said.title, said.rule, said.source))
    assert "{" not in whole
    assert not any(word in whole.casefold() for word in BLAMING)


def test_rule_41_the_words_carry_what_the_rules_turn_on(qapp: QApplication) -> None:
    """999, consent, the personal duty with its day; what was not read in a source says so."""
    assert qapp is not None
    day = date(2026, 3, 16)
    said = {code: duty_words(Duty(code, (), day), "M.T.") for code in DutyCode}
    assert said[DutyCode.NOT_ALONE].title == "Do not leave M.T. alone"
    assert "999" in said[DutyCode.NOT_ALONE].rule
    assert "consent is not needed" in said[DutyCode.NRM].rule
    assert "Safeguard first" in said[DutyCode.NRM].rule
    assert "Monday 16 March" in said[DutyCode.REPORT_FGM].rule
    assert "personally" in said[DutyCode.REPORT_FGM].rule
    for code in (DutyCode.NOT_ALONE, DutyCode.ONE_CHANCE, DutyCode.HEALTH_NOW):
        assert "check your local procedure" in said[code].source
