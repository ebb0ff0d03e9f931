"""Owns what both people do: make a vault, unlock it, give out a card, take in and trust another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rhi_desktop import files
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.people import Person
from rhi_desktop.demo.stage import Stage
from rhi_desktop.ui.lock.code_grid import CodeGrid
from rhi_desktop.ui.lock.type_back import TypeBack
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import trusting
from rhi_desktop.workflow.workspace import Workspace


def make_vault(stage: Stage, person: Person, picture: str) -> None:
    """First start: who you are, a passphrase twice, the recovery code, an empty list."""
    driver = stage.driver
    driver.say("make a vault")
    driver.press("suggest")
    for name, words in (
        ("name", person.shown.name),
        ("role", person.shown.role),
        ("organisation", person.shown.organisation),
        ("passphrase", person.passphrase),
        ("again", person.passphrase),
    ):
        driver.type(name, words)
    if picture:
        driver.shoot(picture)
    driver.press("to_code")
    code = _put_code_on_paper(driver, picture)
    driver.at(PageName.CASES)
    files.write_atomic(person.recovery_code(stage.out), "-".join(code).encode())


def _put_code_on_paper(driver: Driver, picture: str) -> tuple[str, ...]:
    """Copy the code from the screen, then type back the three groups that are asked for."""
    shown = driver.find(CodeGrid, "recovery_code").groups
    if picture:
        driver.shoot("recovery-code")
        driver.press("print_sheet")
        driver.shoot("before-printing")
        driver.press("by_hand")
    driver.press("on_paper")
    for number in driver.find(TypeBack, "type_back").fields:
        driver.type(f"group_{number + 1}", shown[number])
    if picture:
        driver.shoot("type-three-groups-back")
    driver.press("prove_code")
    return shown


def look_at_keys(driver: Driver) -> None:
    """The page of what opens the vault, as the menu leads to it, and back."""
    driver.say("look at passphrase and recovery code")
    driver.take("Passphrase and recovery code")
    driver.at(PageName.KEYS)
    driver.find(QWidget, "open_try")
    driver.shoot("passphrase-and-recovery-code")
    driver.press("back")
    driver.at(PageName.CASES)


def look_at_forgotten(driver: Driver) -> None:
    """Where a forgotten passphrase leads, and back to Unlock."""
    driver.say("look at the page for a forgotten passphrase")
    driver.press("forgotten")
    driver.find(QWidget, "recover")
    driver.shoot("forgotten-passphrase")
    driver.press("other_vault")
    driver.find(QWidget, "unlock")


def unlock(driver: Driver, person: Person) -> None:
    """Type the passphrase and press Enter."""
    driver.say("unlock")
    driver.type("passphrase", person.passphrase)
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: driver.window.page is not None, "a page of the open vault")


def give_card(stage: Stage, person: Person, picture: str) -> None:
    """Save the own card where the other can fetch it."""
    driver = stage.driver
    driver.say("save my card")
    driver.press("go_cards")
    driver.at(PageName.CARDS)
    stage.answers.next = person.card(stage.out)
    driver.press("save_my_card")
    driver.wait(person.card(stage.out).exists, "the card file")
    if picture:
        driver.shoot(picture)


def trust_card(stage: Stage, other: Person, picture: str) -> None:
    """Add the other's card, compare six words, trust it."""
    driver = stage.driver
    driver.say(f"compare six words with {other.shown.name}")
    if driver.window.place.page is not PageName.CARDS:
        driver.press("go_cards")
        driver.at(PageName.CARDS)
    card = trusting.read_card(files.read_limited(other.card(stage.out), trusting.CARD_LIMIT))
    stage.answers.next = other.card(stage.out)
    driver.press("add_card")
    driver.sees(other.shown.name, *trusting.words(card))
    if picture:
        driver.shoot(picture)
    driver.press("trust_card")
    known = {one.card.fingerprint: one for one in trusting.cards(open_vault(driver))}
    if known[card.fingerprint].trust.value != "trusted":
        raise StepFailedError("the card was not trusted")


def leave_age_key(driver: Driver, path: Path) -> None:
    """Write the invented person's age key out, so that anyone can open the bundle with `age`."""
    secret = open_vault(driver).identity.age_secret
    files.write_atomic(path, f"{secret}\n".encode())


def open_vault(driver: Driver) -> Workspace:
    """The workspace behind the window: for checks, never for acting."""
    session = driver.window.session
    if session is None:
        raise StepFailedError("no vault is open")
    return session.ws
