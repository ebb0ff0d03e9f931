"""Owns the invented talk at the keyboard: the time away, the offers, the lines as heard."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from rhi_desktop import app
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.visits import open_vault
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.line import Topic, read_typed
from rhi_desktop.ui.episode.moment_field import write_day
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.practising import practice_case

HALF_TYPED = "nan wouldnt of been cross shes nev"
TOPIC_KEYS = dict(
    zip(
        Topic,
        (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5),
        strict=True,
    )
)
SORTED_WHILE_LISTENING = 6
CTRL = Qt.KeyboardModifier.ControlModifier


def new_episode(driver: Driver) -> None:
    """A child has come back: initials, times, what helps."""
    driver.say("write down the time away")
    told = practice_case()
    driver.press("new_episode")
    driver.at(PageName.EPISODE)
    now = app.moment().now
    born = local(now).date() - timedelta(days=told.case.age_in_days)
    child, away = told.case, told.episode
    for name, words in (
        ("initials", child.initials),
        ("called", child.called),
        ("born", write_day(born)),
        ("how_to_talk", child.how_to_talk),
        ("lives_at", child.lives_at),
        ("responsible_authority", child.responsible_authority),
        ("host_authority", child.host_authority),
        ("reported_by", away.reported_by),
        ("police_reference", away.police_reference),
        ("known_before", away.known_before),
    ):
        driver.type(name, words)
    for name in ("last_seen", "reported", "found", "returned"):
        hours = getattr(away, f"{name}_hours_before")
        wall = local(now - timedelta(hours=hours))
        driver.type(f"{name}_day", write_day(wall.date()))
        driver.type(f"{name}_time", f"{wall:%H:%M}")
    driver.shoot("05-new-episode")
    driver.press("save_episode")
    driver.at(PageName.CASE)


def offers(driver: Driver) -> None:
    """Write down both offers as they were made."""
    driver.say("write down the offers")
    told = practice_case()
    now = app.moment().now
    for number, offer in enumerate(told.attempt):
        driver.press("add_attempt")
        driver.at(PageName.ATTEMPT)
        wall = local(now - timedelta(hours=offer.hours_before))
        driver.type("made_day", write_day(wall.date()))
        driver.type("made_time", f"{wall:%H:%M}")
        driver.press(f"method_{offer.method.value}")
        driver.press(f"to_{offer.offered_to.value}")
        driver.press(f"reply_{offer.reply.value}")
        driver.type("reply_words", offer.words)
        if number == len(told.attempt) - 1:
            driver.shoot("06-offer")
        driver.press("save_attempt")
        driver.at(PageName.CASE)
    driver.shoot("07-case")


def talk(driver: Driver) -> None:
    """Type every line as it is heard, with the signs of the capture grammar."""
    driver.say("listen, and type what is heard")
    driver.press("start_conversation")
    driver.at(PageName.CAPTURE)
    driver.shoot("08-capture-empty")
    for number, line in enumerate(practice_case().line, start=1):
        driver.focus("new_line")
        driver.keys(line.typed)
        driver.key(Qt.Key.Key_Return)
        driver.wait(partial(_holds, driver, number), f"line {number} to be kept")
        if number <= SORTED_WHILE_LISTENING:
            for topic in line.topics:
                driver.key(TOPIC_KEYS[topic], CTRL)
    driver.focus("new_line")
    driver.keys(HALF_TYPED)
    driver.shoot("09-capture")


def check_words(driver: Driver) -> None:
    """What the store holds is what was typed, word for word."""
    typed = [read_typed(line.typed).words for line in practice_case().line]
    place = driver.window.place
    if place.interview_id is None:
        raise StepFailedError("no conversation is open")
    kept = interviewing.load(open_vault(driver), place.interview_id).account.lines
    if [line.words for line in kept] != typed:
        raise StepFailedError("the words that were kept differ from the words that were typed")


def _holds(driver: Driver, number: int) -> bool:
    return heard(driver) == number


def heard(driver: Driver) -> int:
    """How many lines the open conversation holds."""
    place = driver.window.place
    if place.interview_id is None:
        return -1
    return len(interviewing.load(open_vault(driver), place.interview_id).account.lines)


def half_typed_words_are_back(driver: Driver) -> None:
    """After the lock: the same page, the same words, the same caret."""
    driver.at(PageName.CAPTURE)
    edit = driver.find(QPlainTextEdit, "new_line")
    if edit.toPlainText() != HALF_TYPED or edit.textCursor().position() != len(HALF_TYPED):
        raise StepFailedError("the half-typed words did not come back as they were")
    if not edit.hasFocus():
        raise StepFailedError("the focus is not where it was")
    driver.shoot("11-back-at-the-same-words")
    edit.selectAll()
    driver.key(Qt.Key.Key_Delete)
