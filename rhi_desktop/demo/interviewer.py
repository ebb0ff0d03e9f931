"""Owns the interviewer's sittings: set up, the talk with a lock in its middle, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rhi_desktop.demo import after_talk, parcels, talk, visits
from rhi_desktop.demo.driver import StepFailedError
from rhi_desktop.demo.people import interviewer, supervisor
from rhi_desktop.demo.stage import Stage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName


def set_up(stage: Stage, handed: Handover | None) -> None:
    """Make a vault and save the card for the supervisor."""
    driver = stage.open(handed)
    visits.make_vault(driver, interviewer(), "01-make-a-vault")
    driver.shoot("02-no-episodes-yet")
    visits.give_card(stage, interviewer(), "03-my-card")
    visits.leave_age_key(driver, interviewer().age_key(stage.out))
    stage.close()


def begin(stage: Stage, handed: Handover | None) -> None:
    """Unlock, trust the supervisor, write the time away down, listen; cover, then lock."""
    driver = stage.open(handed)
    driver.type("passphrase", "these are not the words")
    driver.key(Qt.Key.Key_Return)
    driver.sees("did not open")
    driver.shoot("04-unlock")
    visits.unlock(driver, interviewer())
    visits.trust_card(stage, supervisor(), "")
    driver.press("back")
    driver.at(PageName.CASES)
    talk.new_episode(driver)
    talk.offers(driver)
    talk.talk(driver)
    talk.check_words(driver)
    driver.say("cover, and come back")
    driver.key(Qt.Key.Key_F9)
    if not driver.window.covered:
        raise StepFailedError("F9 did not cover the screen")
    driver.shoot("10-cover")
    driver.key(Qt.Key.Key_F9)
    driver.wait(lambda: not driver.window.covered, "the page under the cover")
    driver.focus("new_line")
    driver.say("lock: this process ends")
    driver.press("lock")
    raise StepFailedError("the lock did not end the process")


def go_on(stage: Stage, handed: Handover | None) -> None:
    """A fresh process: unlock, the same words; finish, sort, plan, sign, send."""
    driver = stage.open(handed)
    visits.unlock(driver, interviewer())
    talk.half_typed_words_are_back(driver)
    after_talk.questions(driver)
    after_talk.read_back(driver)
    after_talk.sort(driver)
    after_talk.plan(driver)
    after_talk.seal_and_sign(driver)
    parcels.save_report(stage, "report.pdf")
    parcels.save_bundle(stage, supervisor(), "to-supervisor", "20-sent")
    stage.close()


def come_back(stage: Stage, handed: Handover | None) -> None:
    """Take in what the supervisor sent back, see both signatures, save the report."""
    driver = stage.open(handed)
    visits.unlock(driver, interviewer())
    parcels.bring_in(stage, "to-interviewer", "26-import-answer")
    driver.press("open_case_after")
    driver.at(PageName.CASE)
    driver.sees("Countersigned")
    driver.shoot("27-case-countersigned")
    driver.press("open_talk_0")
    driver.at(PageName.SEND)
    after_talk.pages_in_view(driver)
    driver.sees("Genuine")
    driver.shoot("28-both-signatures")
    parcels.save_report(stage, "report-countersigned.pdf")
    parcels.bring_in_again(stage, "to-interviewer", "29-nothing-new")
    stage.close()
