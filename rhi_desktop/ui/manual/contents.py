"""Owns the order of the manual's chapters, and which of them speaks of which page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rhi_desktop.resources import manual

CHAPTERS = (
    "first-day",
    "cases",
    "before",
    "talk",
    "no-talk",
    "safety",
    "plan",
    "papers",
    "concerns",
    "check",
    "send",
    "review",
    "report",
    "figures",
    "lock",
    "wrong",
    "keys",
)
"""In the order of the contents; each is a file of docs/manual."""

CHAPTER_OF: Mapping[str, str] = {
    "cases": "cases",
    "case": "cases",
    "purge": "cases",
    "episode": "cases",
    "attempt": "cases",
    "about_child": "cases",
    "before": "before",
    "capture": "talk",
    "guided": "talk",
    "sort": "talk",
    "read_back": "talk",
    "ending": "no-talk",
    "safety": "safety",
    "child_plan": "plan",
    "plan_feel": "plan",
    "plan_draw": "plan",
    "plan_earlier": "plan",
    "plan_seen": "plan",
    "plan_end": "plan",
    "papers": "papers",
    "again": "papers",
    "concerns": "concerns",
    "analysis": "concerns",
    "people": "concerns",
    "check": "check",
    "send": "send",
    "version": "send",
    "addendum": "send",
    "import": "send",
    "cards": "send",
    "reviews": "review",
    "review": "review",
    "verify": "report",
    "figures": "figures",
    "manual": "first-day",
    "keeping": "wrong",
    "keys": "lock",
}
"""Which chapter F1 opens, by the name of the page."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its name in links, its title, its text in Markdown."""

    name: str
    title: str
    text: str


@cache
def chapters() -> tuple[Chapter, ...]:
    """Every chapter in its order. A file that is missing is met here, as OSError."""
    return tuple(_read(name) for name in CHAPTERS)


def known(name: str) -> str:
    """The name of a chapter that exists: the one asked for, or the first."""
    return name if name in CHAPTERS else CHAPTERS[0]


def _read(name: str) -> Chapter:
    text = manual(f"{name}.md").read_text("utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Chapter(name, title, text)
