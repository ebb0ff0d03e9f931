"""Owns what every test gets: a seeded moment, no internet, no stray log, bounded properties."""

from __future__ import annotations

import hashlib
import logging
import os
import socket  # noqa: TID251  only to name the two families that are refused below
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.forms.loader import released
from rhi_desktop.forms.model import Pack
from rhi_desktop.workflow import unlocking
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import signed_talk
from tests.vaults import open_fresh

settings.register_profile("short", max_examples=25, deadline=None)
settings.register_profile("long", max_examples=75, deadline=None, derandomize=True, print_blob=True)
settings.load_profile("long" if os.environ.get("CI") else "short")

INTERNET = (socket.AF_INET, socket.AF_INET6)


class InternetRefusedError(Exception):
    """A test, or what it tests, asked for an internet socket."""


def _refuse_internet(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook, so that neither a copy of `socket.socket` nor a library slips past it."""
    if event == "socket.__new__" and arguments[1] in INTERNET:
        raise InternetRefusedError
    if event == "socket.getaddrinfo":
        raise InternetRefusedError


sys.addaudithook(_refuse_internet)


def seeded_draw(seed: str) -> Callable[[int], bytes]:
    """Fresh bytes that are the same in every run: SHA-256 of the seed and a counter."""
    count = 0

    def draw(length: int) -> bytes:
        nonlocal count
        drawn = b""
        while len(drawn) < length:
            drawn += hashlib.sha256(f"{seed}/{count}".encode()).digest()
            count += 1
        return drawn[:length]

    return draw


@pytest.fixture
def moment() -> Moment:
    """A Tuesday afternoon in March, and randomness that repeats."""
    return Moment(datetime(2026, 3, 10, 14, 30, tzinfo=UTC), seeded_draw("moment"))


@pytest.fixture
def pack() -> Pack:
    """The questions of a new talk, as they ship with the app."""
    return released("rhi_v1")


@pytest.fixture
def workspace(tmp_path: Path, moment: Moment) -> Iterator[Workspace]:
    """The open vault of an interviewer: a real one, in a real folder, with a cheap passphrase."""
    opened = open_fresh(tmp_path / "interviewer.rhivault", practice_case().interviewer, moment)
    yield opened
    unlocking.close(opened)


@pytest.fixture
def signed_interview(workspace: Workspace, moment: Moment) -> SignedInterview:
    """The practice conversation in that vault, sealed and signed by its holder."""
    return signed_talk(workspace, moment)


@pytest.fixture(autouse=True)
def _no_stray_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning of ours that no test asked for fails the test; `caplog.clear()` says: asked for."""
    yield
    stray = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.name.startswith("rhi_desktop") and record.levelno >= logging.WARNING
    ]
    assert not stray, f"stray log: {stray}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The demo takes longer than any other test and waits half of it: it begins first."""
    items.sort(key=lambda item: "e2e/test_demo.py" not in item.nodeid)
