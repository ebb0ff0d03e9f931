"""Owns writing down a time away at the window: who came back, the hours, the offers."""

from __future__ import annotations

from datetime import datetime, timedelta

from rhi_desktop import app
from rhi_desktop.demo.driver import Driver
from rhi_desktop.domain.clock import local
from rhi_desktop.ui.episode.moment_field import write_day
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow.practice import PracticeAttempt, PracticeChild, PracticeEpisode
from rhi_desktop.workflow.story import Story

MOMENTS = ("last_seen", "reported", "found", "returned")


def again(driver: Driver, story: Story) -> None:
    """A child who is known already has come back: the new time away stands beside the old ones."""
    driver.say("write down the new time away")
    driver.press("add_episode")
    driver.at(PageName.EPISODE)
    _hours(driver, story.present.episode)
    driver.shoot("new-time-away")
    driver.press("save_episode")
    driver.at(PageName.CASE)


def first(driver: Driver, story: Story) -> None:
    """A child nobody here knows yet: initials, what helps, the hours."""
    driver.say("write down a child and a time away")
    driver.press("new_episode")
    driver.at(PageName.EPISODE)
    _child(driver, story.case)
    _hours(driver, story.present.episode)
    driver.shoot("new-child")
    driver.press("save_episode")
    driver.at(PageName.CASE)


def offers(driver: Driver, told: tuple[PracticeAttempt, ...], picture: str) -> None:
    """Write down each offer as it was made."""
    driver.say("write down the offers")
    now = app.moment().now
    for number, offer in enumerate(told, start=1):
        driver.press("add_attempt")
        driver.at(PageName.ATTEMPT)
        _moment(driver, "made", now - timedelta(hours=offer.hours_before))
        driver.press(f"method_{offer.method.value}")
        driver.press(f"to_{offer.offered_to.value}")
        driver.press(f"reply_{offer.reply.value}")
        if offer.words:
            driver.type("reply_words", offer.words)
        if number == len(told) and picture:
            driver.shoot(picture)
        driver.press("save_attempt")
        driver.at(PageName.CASE)


def _child(driver: Driver, child: PracticeChild) -> None:
    born = local(app.moment().now).date() - timedelta(days=child.age_in_days)
    for name, words in (
        ("initials", child.initials),
        ("called", child.called),
        ("born", write_day(born)),
        ("how_to_talk", child.how_to_talk),
        ("lives_at", child.lives_at),
        ("responsible_authority", child.responsible_authority),
        ("host_authority", child.host_authority),
    ):
        driver.type(name, words)


def _hours(driver: Driver, away: PracticeEpisode) -> None:
    now = app.moment().now
    for name in ("reported_by", "police_reference", "known_before"):
        driver.type(name, getattr(away, name))
    for name in MOMENTS:
        hours = getattr(away, f"{name}_hours_before")
        if hours is not None:
            _moment(driver, name, now - timedelta(hours=hours))


def _moment(driver: Driver, name: str, moment: datetime) -> None:
    wall = local(moment)
    driver.type(f"{name}_day", write_day(wall.date()))
    driver.type(f"{name}_time", f"{wall:%H:%M}")
