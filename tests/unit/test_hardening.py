"""Claims about the processes that hold keys or words: no core file, and nobody looks inside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_LOOKS = 1500
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

STARTS = (
    "rhi_desktop/app.py",
    "rhi_desktop/demo/sitting.py",
    "rhi_desktop/demo/practice_vault.py",
    "rhi_desktop/confined.py",
)
"""Where each process begins that holds a key or a word of a case."""

TOLD = """
import ctypes
{first}
limits = open("/proc/self/limits").read()
core = next(line for line in limits.splitlines() if "core file" in line)
print(core.split()[4:6], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def told(first: str) -> str:
    """What the system says of a fresh process after its first lines."""
    done = subprocess.run(
        [sys.executable, "-c", TOLD.format(first=first)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=True,
    )
    return done.stdout.strip()


@LINUX
@pytest.mark.parametrize(
    "first",
    [
        "from rhi_desktop.hardening import harden; harden()",
        "from rhi_desktop import confined; confined.confine()",
    ],
)
def test_no_core_file_and_no_look_inside(first: str) -> None:
    """The window and the child that reads bundles: limit 0, hard and soft, and not dumpable."""
    assert told(first) == "['0', '0'] 0"


@LINUX
def test_a_process_that_does_nothing_for_it_is_seen() -> None:
    """The check of the check: an ordinary process can be looked into."""
    assert told("").endswith(" 1")


@pytest.mark.parametrize("place", STARTS)
def test_every_start_does_it(place: str) -> None:
    """The window, the fresh start after a lock, each sitting of the demo, the reading child."""
    text = (ROOT / place).read_text("utf-8")
    assert any(line.strip() == "harden()" for line in text.splitlines())


@LINUX
def test_a_reading_child_ends_with_the_process_that_asked() -> None:
    """Whoever locks leaves no child behind that knows a secret."""
    child = "from rhi_desktop.hardening import end_with_parent as e; e(); print(1, flush=True);"
    child += "import time; time.sleep(60)"
    # As the window does: a worker started it and waits for it; the lock is on the main thread.
    asking = (
        "import os, subprocess, sys, threading\n"
        f"child = {child!r}\n"
        "def work():\n"
        "    made = subprocess.Popen([sys.executable, '-c', child], stdout=subprocess.PIPE)\n"
        "    made.stdout.readline()\n"
        "    print(made.pid, flush=True)\n"
        "    ready.set()\n"
        "    made.wait()\n"
        "ready = threading.Event()\n"
        "threading.Thread(target=work, daemon=True).start()\n"
        "ready.wait()\n"
        "os.execv('/bin/cat', ['/bin/cat'])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", asking], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        status = Path(f"/proc/{pid}/status")
        for _ in range(LONGEST_LOOKS):
            if not status.exists() or "State:\tZ" in status.read_text():
                break
            time.sleep(0.02)
        else:
            os.kill(pid, signal.SIGKILL)
            pytest.fail("the child outlived its parent")
        parent.communicate()
