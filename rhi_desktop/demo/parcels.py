"""Owns what leaves and comes in: saving a report, a bundle out, a bundle in, the same again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.people import Person
from rhi_desktop.demo.stage import Stage
from rhi_desktop.demo.visits import open_vault
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import exchanging

CTRL = Qt.KeyboardModifier.ControlModifier
BUNDLES = "*.rhib"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who gets a paper: what is noted of them. Everybody here is invented."""

    name: str
    purpose: str
    role: str
    method: str


SOCIAL_WORKER = Reader(
    "The social worker (invented)", "Return interview, to act on", "social_worker", "secure_mail"
)


def save_report(stage: Stage, name: str, to: Reader = SOCIAL_WORKER) -> None:
    """Save what is in view outside the vault, with for whom, who they are, what for and how."""
    driver = stage.driver
    driver.say("save the report")
    driver.type("recipient", to.name)
    driver.type("purpose", to.purpose)
    driver.press(f"role_{to.role}")
    driver.press(f"method_{to.method}")
    stage.answers.next = stage.out / name
    driver.press("save_report")
    driver.wait((stage.out / name).exists, "the saved report")


def save_bundle(stage: Stage, to: Person, folder: str, picture: str) -> None:
    """Seal a bundle to one person and write it into a folder."""
    driver = stage.driver
    driver.say(f"seal a bundle to {to.shown.name}")
    where = stage.out / folder
    where.mkdir(exist_ok=True)
    stage.answers.next = where
    driver.press("tick_card_0")
    driver.press("save_bundle")
    driver.wait(lambda: any(where.glob(BUNDLES)), "the bundle")
    driver.sees(bundle_in(where).name)
    if picture:
        driver.shoot(picture)


def bring_in(stage: Stage, folder: str, picture: str) -> None:
    """Choose the bundle, look at the preview, add it."""
    driver = stage.driver
    driver.say("import the bundle")
    _choose(stage, folder)
    driver.find(QWidget, "add_to_cases")
    if picture:
        driver.shoot(picture)
    driver.press("add_to_cases")
    driver.wait(lambda: len(exchanging.history(open_vault(driver))) > 0, "the import in the log")


def bring_in_again(stage: Stage, folder: str, picture: str) -> None:
    """The same bundle a second time changes nothing."""
    driver = stage.driver
    driver.say("import the same bundle again: nothing changes")
    before = exchanging.history(open_vault(driver))
    go_to_cases(driver)
    _choose(stage, folder)
    driver.sees("Everything in it is here already")
    if picture:
        driver.shoot(picture)
    if exchanging.history(open_vault(driver)) != before:
        raise StepFailedError("looking at the same bundle again changed the log")


def bundle_in(folder: Path) -> Path:
    """The one bundle in a folder."""
    found = sorted(folder.glob(BUNDLES))
    if len(found) != 1:
        raise StepFailedError(f"{len(found)} bundles where one should be")
    return found[0]


def go_to_cases(driver: Driver) -> None:
    """Back to the list of cases, wherever we are."""
    for _ in range(3):
        if driver.window.place.page is PageName.CASES:
            return
        name = "back_to_cases" if driver.window.place.page is PageName.CASE else "back"
        driver.press(name)
    driver.at(PageName.CASES)


def _choose(stage: Stage, folder: str) -> None:
    driver = stage.driver
    if driver.window.place.page is not PageName.IMPORT:
        go_to_cases(driver)
        driver.press("import_bundle")
        driver.at(PageName.IMPORT)
    stage.answers.next = bundle_in(stage.out / folder)
    driver.press("choose_file")
