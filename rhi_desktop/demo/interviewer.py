"""Owns the interviewer's sittings: set up, the talk with a lock in its middle, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rhi_desktop import app
from rhi_desktop.demo import (
    after_talk,
    away,
    meaning,
    own_plan,
    papers,
    parcels,
    preparing,
    questions,
    refusal,
    safety,
    signing_off,
    talk,
    visits,
)
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.people import interviewer, supervisor
from rhi_desktop.demo.stage import Stage
from rhi_desktop.demo.visits import open_vault
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import telling
from rhi_desktop.workflow.practice import PracticePlan, PracticeTalk
from rhi_desktop.workflow.practising import moved
from rhi_desktop.workflow.story import Story, story_of_kit, story_of_min


def set_up(stage: Stage, handed: Handover | None) -> None:
    """Make a vault and save the card for the supervisor; then Min's past is put into it."""
    driver = stage.open(handed)
    visits.make_vault(stage, interviewer(), "make-a-vault")
    driver.shoot("no-episodes-yet")
    visits.look_at_keys(driver)
    visits.give_card(stage, interviewer(), "my-card")
    visits.leave_age_key(driver, interviewer().age_key(stage.out))
    _past(driver)
    stage.close()


def begin(stage: Stage, handed: Handover | None) -> None:
    """Unlock, trust the supervisor, write the time away down, listen; cover, then lock."""
    driver, story = stage.open(handed), story_of_min()
    driver.type("passphrase", "these are not the words")
    driver.key(Qt.Key.Key_Return)
    driver.sees("did not open")
    driver.shoot("unlock")
    visits.look_at_forgotten(driver)
    visits.unlock(driver, interviewer())
    visits.trust_card(stage, supervisor(), "")
    driver.press("back")
    driver.at(PageName.CASES)
    driver.focus("case_list")
    driver.key(Qt.Key.Key_Home)
    driver.key(Qt.Key.Key_Return)
    driver.at(PageName.CASE)
    away.again(driver, story)
    away.offers(driver, story.present.attempt, "offer")
    preparing.about(driver, "about_away", story.present.fact, "about-this-time-away")
    preparing.about(driver, "about_child", story.fact[:0], "about-the-child")
    driver.shoot("case")
    _listen(driver, story)
    _cover(driver)
    driver.focus("new_line")
    driver.say("lock: this process ends")
    driver.press("lock")
    raise StepFailedError("the lock did not end the process")


def go_on(stage: Stage, handed: Handover | None) -> None:
    """A fresh process: unlock, the same words; finish, sort, plan, sign, send."""
    driver, present = stage.open(handed), story_of_min().present
    visits.unlock(driver, interviewer())
    driver.at(PageName.CAPTURE)
    talk.half_typed_words_are_back(driver)
    questions.walk(driver, (*present.answer, *present.closing), present.rest)
    after_talk.read_back(driver, present, _talk(story_of_min()))
    after_talk.sort(driver, present)
    own_plan.make(driver, _plan(story_of_min()), present.felt)
    meaning.concerns(driver, present)
    driver.press("to_people")
    meaning.people(driver, story_of_min())
    driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    meaning.analysis(driver, story_of_min())
    meaning.view(driver, present)
    driver.press("to_check")
    driver.at(PageName.CHECK)
    signing_off.seal_and_sign(driver, "talk")
    parcels.save_report(stage, "report.pdf")
    parcels.save_bundle(stage, supervisor(), "to-supervisor", "sent")
    papers.give(stage)
    stage.close()


def decline(stage: Stage, handed: Handover | None) -> None:
    """Another child, another day: he does not want to talk."""
    driver = stage.open(handed)
    visits.unlock(driver, interviewer())
    parcels.go_to_cases(driver)
    refusal.walk(driver, story_of_kit())
    parcels.save_report(stage, "refusal-report.pdf")
    papers.leave_behind(stage)
    stage.close()


def come_back(stage: Stage, handed: Handover | None) -> None:
    """Take in what the supervisor sent back, see both signatures, save the report."""
    driver = stage.open(handed)
    visits.unlock(driver, interviewer())
    parcels.bring_in(stage, "to-interviewer", "import-answer")
    driver.press("open_case_after")
    driver.at(PageName.CASE)
    driver.sees("Countersigned")
    driver.shoot("case-countersigned")
    driver.press("open_talk_0")
    driver.at(PageName.SEND)
    signing_off.pages_in_view(driver)
    driver.sees("Genuine")
    driver.shoot("both-signatures")
    parcels.save_report(stage, "report-countersigned.pdf")
    parcels.bring_in_again(stage, "to-interviewer", "nothing-new")
    stage.close()


def _past(driver: Driver) -> None:
    """What a demo cannot live through: three times away in half a year."""
    driver.say("Min's earlier times away are put in")
    story = story_of_min()
    at = moved(app.moment(), story.present.minutes)
    telling.load_past(open_vault(driver), story, at)


def _listen(driver: Driver, story: Story) -> None:
    """The talk; when the words about the pictures are said, immediate safety, then the rest."""
    lines, told = story.present.line, story.present.disclosure
    preparing.before(driver, story.present)
    driver.shoot("capture-empty")
    if told is None:
        raise StepFailedError("the story holds no disclosure")
    said = sum(1 for line in lines if line.minutes_in <= told.minutes_in)
    talk.listen(driver, lines[:said])
    safety.act(driver, told)
    talk.listen(driver, lines[said:])
    talk.render(driver, lines)
    talk.begin_a_line(driver)
    driver.shoot("capture")
    talk.check_words(driver, lines)


def _cover(driver: Driver) -> None:
    driver.say("cover, and come back")
    driver.key(Qt.Key.Key_F9)
    if not driver.window.covered:
        raise StepFailedError("F9 did not cover the screen")
    driver.shoot("cover")
    driver.key(Qt.Key.Key_F9)
    driver.wait(lambda: not driver.window.covered, "the page under the cover")


def _talk(story: Story) -> PracticeTalk:
    if story.present.talk is None:
        raise StepFailedError("the story holds no talk")
    return story.present.talk


def _plan(story: Story) -> PracticePlan:
    if story.present.plan is None:
        raise StepFailedError("the story holds no plan")
    return story.present.plan
