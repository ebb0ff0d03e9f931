"""Owns the refusal at the window: the child said no in his own words, and it is written well."""

from __future__ import annotations

from rhi_desktop.demo import away, signing_off
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.domain.ending import Ending
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow.story import Story


def walk(driver: Driver, story: Story) -> None:
    """A new child, two offers, what he said, what his carer knows; check, seal, sign."""
    told = story.present.settled
    if told is None:
        raise StepFailedError("the short story ends without a talk")
    away.first(driver, story)
    away.offers(driver, story.present.attempt, "offer-declined")
    driver.say("no talk was held: write down why, in his words")
    driver.press("no_talk")
    driver.at(PageName.ENDING)
    driver.press(f"outcome_{told.outcome.value}")
    _fill(driver, told.ending)
    driver.shoot("no-talk")
    driver.press("check_report")
    driver.at(PageName.CHECK)
    signing_off.seal_and_sign(driver, "refusal")


def _fill(driver: Driver, ending: Ending) -> None:
    driver.type("child_words", ending.words)
    for reason in ending.reasons:
        driver.press(f"reasons_{reason.value}")
    driver.press(f"pressure_{ending.pressure.value}")
    if ending.carer is not None:
        driver.press(f"carer_asked_{ending.carer.asked.value}")
        driver.type("carer_who", ending.carer.who)
        driver.type("carer_words", ending.carer.words)
    driver.type("open_offer", ending.open_offer)
