"""Owns concerns, analysis, people and places at the window: each with the lines it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from rhi_desktop import app
from rhi_desktop.demo import preparing
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.visits import open_vault
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.line import read_typed
from rhi_desktop.ui.analysis.line_picker import PickList, PickRow
from rhi_desktop.ui.episode.moment_field import write_day
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.widgets import ROW, RowList
from rhi_desktop.workflow import following, interviewing, packs
from rhi_desktop.workflow.story import Story, StoryAction, StoryCard, StoryConcern, StoryVisit

NAMED = 8
"""So many names are looked through for a card at most."""


def concerns(driver: Driver, visit: StoryVisit) -> None:
    """Answer what the talk tells of, each with its evidence."""
    driver.say("concerns, each with its evidence")
    driver.at(PageName.CONCERNS)
    for told in visit.concern:
        _open_set(driver, told.set)
        driver.press(f"{told.indicator}_{told.state.value}")
        if told.source is not None:
            _evidence(driver, visit, told)
    _open_set(driver, visit.concern[0].set)
    driver.shoot("concerns")


def analysis(driver: Driver, story: Story) -> None:
    """What became of promises; what it may mean, on lines; what somebody will do."""
    visit = story.present
    driver.say("what it may mean, and what we will do")
    driver.at(PageName.ANALYSIS)
    _last_time(driver, story)
    for number, thread in enumerate(visit.thread, start=1):
        driver.press("new_thread")
        driver.type("thread_view", thread.view)
        driver.choose("thread_sure", thread.sureness.value)
        driver.type("thread_other", thread.or_it_may_be)
        driver.type("thread_child", thread.child_thinks)
        driver.press("keep_thread")
        driver.press(f"add_lines_{number}")
        _pick(driver, visit, thread.lines)
        for action in visit.action:
            if action.thread == thread.key:
                _act(driver, number, action)
    driver.shoot("analysis")


def view(driver: Driver, visit: StoryVisit) -> None:
    """The interviewer's own view, question by question, beside the threads."""
    driver.say("my view")
    driver.focus("parts")
    driver.key(Qt.Key.Key_Right)
    for answer in visit.view:
        preparing.give(driver, answer)
    driver.shoot("my-view")


def people(driver: Driver, story: Story) -> None:
    """Cards for the names that were heard; then the picture and the table."""
    driver.say("people and places")
    driver.at(PageName.PEOPLE)
    driver.shoot("people-heard")
    cards = {name: card for card in story.card for name in (card.name, *card.other_names)}
    for _ in range(NAMED):
        offered = _offered(driver)
        card = cards.get(offered.text()) if offered is not None else None
        if offered is None or card is None:
            break
        driver.click(offered)
        _card(driver, card)
    driver.shoot("people-and-places")
    driver.press("turn")
    driver.shoot("people-as-a-table")


def _open_set(driver: Driver, wanted: str) -> None:
    talk = driver.window.place.interview_id
    if talk is None:
        raise StepFailedError("no conversation is open")
    ws = open_vault(driver)
    names = [one.id for one in packs.concern_sets(ws, interviewing.load(ws, talk))]
    found = driver.find(RowList, "sets")
    driver.focus("sets")
    steps = names.index(wanted) - found.chosen()
    driver.steps(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up, abs(steps))
    if found.chosen() != names.index(wanted):
        raise StepFailedError(f"the set {wanted} does not show")


def _evidence(driver: Driver, visit: StoryVisit, told: StoryConcern) -> None:
    name = told.indicator
    if told.source is not None:
        driver.choose(f"{name}_source", told.source.value)
    driver.type(f"{name}_evidence", told.evidence)
    if told.no_action:
        driver.type(f"{name}_no_action", told.no_action)
    if told.lines:
        driver.press(f"{name}_add_lines")
        _pick(driver, visit, told.lines)


def _pick(driver: Driver, visit: StoryVisit, keys: Iterable[str]) -> None:
    """Choose lines in the list that asks for them, with the keyboard."""
    words = {line.key: read_typed(line.typed).words for line in visit.line}
    found = driver.find(PickList, "lines_to_choose")
    model = found.model()
    rows: list[PickRow] = [model.index(at, 0).data(ROW) for at in range(model.rowCount())]
    said = [row.line.words for row in rows]
    driver.focus("lines_to_choose")
    for key in keys:
        _row(driver, said.index(words[key]))
        driver.key(Qt.Key.Key_Space)
    driver.press("use_lines")


def _row(driver: Driver, number: int) -> None:
    driver.key(Qt.Key.Key_Home)
    driver.steps(Qt.Key.Key_Down, number)


def _last_time(driver: Driver, story: Story) -> None:
    place = driver.window.place
    if place.case_id is None:
        raise StepFailedError("no case is open")
    asked = following.asked_last_time(
        open_vault(driver), place.case_id, app.moment().now, place.interview_id
    )
    plans = (visit.plan for visit in story.earlier)
    said = {line.key: line.words for plan in plans if plan is not None for line in plan.line}
    for told in story.present.follow_up:
        number = [view.promise for view in asked].index(said[told.of]) + 1
        driver.press(f"follow_up_{number}")
        driver.press(f"kept_state_{told.state.value}")
        driver.type("kept_words", told.words)
        driver.press("keep_follow_up")
    driver.shoot("asked-last-time")


def _act(driver: Driver, thread: int, told: StoryAction) -> None:
    driver.press(f"add_action_{thread}")
    day = local(app.moment().now).date() + timedelta(days=told.days_after)
    driver.type("action_what", told.what)
    driver.type("action_who", told.who)
    driver.type("action_day", write_day(day))
    if told.referral:
        driver.choose("action_referral", told.referral)
    for name, said in (("action_knows", told.child_knows), ("action_agrees", told.child_agrees)):
        if said is not None:
            driver.choose(name, "yes" if said else "no")
    driver.press("keep_action")


def _offered(driver: Driver) -> QPushButton | None:
    found = driver.window.findChildren(QPushButton, "name_1")
    return next((one for one in found if one.isVisible()), None)


def _card(driver: Driver, card: StoryCard) -> None:
    driver.find(QWidget, "card_name")
    driver.choose("card_kind", card.kind.value)
    driver.type("card_name", card.name)
    driver.type("card_other_names", ", ".join(card.other_names))
    driver.type("card_relation", card.relation)
    driver.type("card_description", card.description)
    driver.choose("card_feels", card.feels.value)
    driver.press("keep_card")
