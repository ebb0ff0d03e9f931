"""Owns making versions of the signed report, and an addendum to it, and giving each out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from rhi_desktop.demo import parcels, signing_off, visits
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.parcels import Reader
from rhi_desktop.demo.people import interviewer
from rhi_desktop.demo.stage import Stage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.versions.items_list import ItemsList
from rhi_desktop.ui.versions.live_pages import LivePages
from rhi_desktop.ui.widgets import RowList, Rows
from rhi_desktop.workflow.story import story_of_min

POLICE = Reader(
    "The missing persons desk (invented)", "To know where to look", "police_missing", "secure_mail"
)
CARER = Reader("Mum (invented)", "What was agreed", "carer", "handed_over")


def make(stage: Stage, handed: Handover | None) -> None:
    """From the countersigned report: for the police, for a carer, and something put right."""
    driver = stage.open(handed)
    visits.unlock(driver, interviewer())
    _to_report(driver)
    _version(stage, "police", POLICE)
    _version(stage, "carer", CARER)
    _addendum(stage)
    _show_given(driver)
    stage.close()


def _to_report(driver: Driver) -> None:
    if driver.window.place.page is PageName.SEND:
        return
    parcels.go_to_cases(driver)
    rows = driver.find(RowList, "case_list").model()
    if not isinstance(rows, Rows):
        raise StepFailedError("there is no list of cases")
    initials = story_of_min().case.initials
    at = next(number for number, row in enumerate(rows.rows) if row.initials == initials)
    driver.focus("case_list")
    driver.key(Qt.Key.Key_Home)
    driver.steps(Qt.Key.Key_Down, at)
    driver.key(Qt.Key.Key_Return)
    driver.at(PageName.CASE)
    driver.press("open_talk_0")
    driver.at(PageName.SEND)


def _version(stage: Stage, kind: str, reader: Reader) -> None:
    """Look at what may go and what stays out, take one thing out again, sign, give out."""
    driver = stage.driver
    driver.say(f"make a version: {kind}")
    driver.press(f"make_{kind}")
    driver.at(PageName.VERSION)
    _pages(driver)
    ticks = driver.find(ItemsList, "items").ticks
    chosen = next((one for one in ticks if one.isChecked()), None)
    if chosen is None:
        raise StepFailedError("nothing is suggested")
    driver.click(chosen)
    driver.sees("You took it out")
    driver.click(chosen)
    _pages(driver)
    driver.shoot(f"version-{kind}")
    driver.press("sign_version")
    driver.at(PageName.SEND)
    signing_off.pages_in_view(driver)
    driver.sees("Genuine")
    parcels.save_report(stage, f"report-{kind}.pdf", reader)


def _addendum(stage: Stage) -> None:
    """The report stays as it is; what was put right stands in a paper of its own."""
    driver = stage.driver
    driver.say("write an addendum")
    driver.press("make_addendum")
    driver.at(PageName.ADDENDUM)
    driver.type("reason", "Min rang the day after and put one thing right.")
    driver.type("words_1", "it was his cousin who paid not him")
    driver.press("voice_1_child")
    _pages(driver)
    driver.shoot("addendum")
    driver.press("sign_addendum")
    driver.at(PageName.SEND)
    signing_off.pages_in_view(driver)
    driver.sees("Addendum 1", "Genuine")
    driver.shoot("signed-about-this-talk")
    parcels.save_report(stage, "report-addendum.pdf")


def _pages(driver: Driver) -> None:
    """Wait for pages that are up to date."""
    found = driver.window.findChildren(LivePages)
    driver.wait(lambda: any(one.ready for one in found), "the pages of now")
    signing_off.pages_in_view(driver)


def _show_given(driver: Driver) -> None:
    """Everything that left, with the digest of each file."""
    given = driver.find(QWidget, "given_list")
    for area in driver.window.findChildren(QScrollArea):
        if area.isAncestorOf(given):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    driver.shoot("what-was-given-out")
