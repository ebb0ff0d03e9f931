"""Owns the supervisor's sittings: set up and trust, then import, review, countersign, send back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.demo import after_talk, parcels, visits
from rhi_desktop.demo.people import interviewer, supervisor
from rhi_desktop.demo.stage import Stage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow.practising import practice_case


def set_up(stage: Stage, handed: Handover | None) -> None:
    """Make a vault, trust the interviewer's card after comparing six words, save the own card."""
    driver = stage.open(handed)
    visits.make_vault(driver, supervisor(), "")
    visits.give_card(stage, supervisor(), "")
    visits.trust_card(stage, interviewer(), "21-compare-six-words")
    driver.shoot("22-cards")
    visits.leave_age_key(driver, supervisor().age_key(stage.out))
    stage.close()


def review(stage: Stage, handed: Handover | None) -> None:
    """Import, verify, read, countersign, and send the report back."""
    driver = stage.open(handed)
    visits.unlock(driver, supervisor())
    parcels.bring_in(stage, "to-supervisor", "23-import")
    driver.press("open_reviews_after")
    driver.at(PageName.REVIEWS)
    driver.shoot("24-to-review")
    driver.press("open_review")
    driver.at(PageName.REVIEW)
    after_talk.pages_in_view(driver)
    driver.type("review_comment", practice_case().review.countersigned)
    driver.find(QWidget, "countersign")
    driver.shoot("25-review")
    driver.press("countersign")
    driver.at(PageName.SEND)
    after_talk.pages_in_view(driver)
    parcels.save_bundle(stage, interviewer(), "to-interviewer", "")
    stage.close()
