"""Owns a message bus of a test's own, with a login1 on it that does what the test says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

MOCK = Path(__file__).with_name("login1_mock.py")
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>custom</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>
"""
LONGEST = 30.0


class Login1:
    """The login1 on a private bus: `address` for the program, `say` for what happens there."""

    def __init__(self, address: str, bus: subprocess.Popen[str]) -> None:
        self.address = address
        self.bus = bus
        self._lines: Queue[str] = Queue()
        self._process = subprocess.Popen(
            [sys.executable, str(MOCK), address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self._ear = Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._ear.start()
        self.wait_for("ready")

    def say(self, word: str) -> None:
        """Let something happen on the bus, and wait until it was sent."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        self.wait_for(f"done {word}")

    def wait_for(self, line: str) -> None:
        """Read what it tells up to this line."""
        while self._lines.get(timeout=LONGEST) != line:
            pass

    def end(self) -> None:
        """Stop it, as a system service that crashed."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(LONGEST)
        self._ear.join(LONGEST)

    def _listen(self, out: IO[str]) -> None:
        with out:
            for line in out:
                self._lines.put(line.strip())


@contextmanager
def private_bus(folder: Path) -> Iterator[Login1]:
    """A bus in a folder of the test, with a login1; both end with the test."""
    folder.mkdir(parents=True, exist_ok=True)
    config, socket = folder / "bus.conf", folder / "socket"
    config.write_text(CONFIG.format(socket=socket))
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert bus.stdout is not None
        bus.stdout.readline()
        login1 = Login1(f"unix:path={socket}", bus)
        yield login1
        login1.end()
    finally:
        bus.kill()
        bus.wait()
        if bus.stdout is not None:
            bus.stdout.close()
