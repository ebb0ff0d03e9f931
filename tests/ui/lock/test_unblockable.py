"""Claims about the lock whatever is open: real locks in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import pytest

from tests.ui.lock.openings import SITUATIONS
from tests.ui.lock.private_bus import Login1, private_bus
from tests.ui.lock.situations import LOCKED, ON_THE_BUS, TRIGGERS

DRIVER = Path(__file__).with_name("situations.py")
ROOT = Path(__file__).parents[3]

PAIRS = (
    *(f"{one}/{trigger}" for one, trigger in zip(SITUATIONS, cycle(TRIGGERS), strict=False)),
    *(f"modal_dialog/{trigger}" for trigger in TRIGGERS if trigger != TRIGGERS[1]),
)
"""Everything that can be open, and every trigger while a dialog is."""


@pytest.fixture(scope="module")
def login1(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Login1]:
    """A bus of this file's own."""
    with private_bus(tmp_path_factory.mktemp("bus")) as made:
        yield made


def told(folder: Path, login1: Login1, pairs: Sequence[str]) -> Iterator[dict[str, object]]:
    """Every line of the driver; what is to happen on the bus happens in between."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(DRIVER), str(folder), login1.address, *pairs]
    login1.say("open")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as driver:
        assert driver.stdout is not None
        for line in driver.stdout:
            said = json.loads(line)
            word = ON_THE_BUS.get(said.get("ready", ""))
            if word:
                login1.say(word)
            if "tried" in said:
                login1.say("open")
            yield said
        assert driver.stderr is not None
        trouble = driver.stderr.read()
    assert driver.returncode == 0, trouble


def test_nothing_holds_up_a_lock(tmp_path: Path, login1: Login1) -> None:
    """Dialogs, menus, a drag, jobs and imports: the process ends, and every word is kept."""
    ended = {}
    for said in told(tmp_path, login1, PAIRS):
        if "tried" in said:
            ended[said["tried"]] = (said["code"], said["kept"], said["alone"])
    assert ended == dict.fromkeys(PAIRS, (LOCKED, True, True))
