"""Owns the supervisor's sittings: set up and trust, then import, review, countersign, send back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.demo import parcels, signing_off, visits
from rhi_desktop.demo.people import interviewer, supervisor
from rhi_desktop.demo.stage import Stage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow.story import story_of_min


def set_up(stage: Stage, handed: Handover | None) -> None:
    """Make a vault, trust the interviewer's card after comparing six words, save the own card."""
    driver = stage.open(handed)
    visits.make_vault(stage, supervisor(), "")
    visits.give_card(stage, supervisor(), "")
    visits.trust_card(stage, interviewer(), "compare-six-words")
    driver.shoot("cards")
    visits.leave_age_key(driver, supervisor().age_key(stage.out))
    stage.close()


def review(stage: Stage, handed: Handover | None) -> None:
    """Import, verify, read, countersign, and send the report back."""
    driver = stage.open(handed)
    visits.unlock(driver, supervisor())
    parcels.bring_in(stage, "to-supervisor", "import")
    driver.press("open_reviews_after")
    driver.at(PageName.REVIEWS)
    driver.shoot("to-review")
    driver.press("open_review")
    driver.at(PageName.REVIEW)
    signing_off.pages_in_view(driver)
    review = story_of_min().present.review
    driver.type("review_comment", review.countersigned if review is not None else "")
    driver.find(QWidget, "countersign")
    driver.shoot("review")
    driver.press("countersign")
    driver.at(PageName.SEND)
    signing_off.pages_in_view(driver)
    parcels.save_bundle(stage, interviewer(), "to-interviewer", "")
    stage.close()
