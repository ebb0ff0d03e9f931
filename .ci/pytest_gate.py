"""Runs pytest and believes it only when its closing line accounts for every collected test."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass

CLOSING = re.compile(r"^=+ (?P<outcomes>.+?) in [\d.]+s(?: \([\d:]+\))? =+$")
COLLECTED = re.compile(r"^collected (?P<count>\d+) items?(?P<rest>.*)$")
SHARED = re.compile(r"^\d+ workers? \[(?P<count>\d+) items?\]")
OUTCOME = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)\b")
DESELECTED = re.compile(r"(\d+) deselected")
COLOUR = re.compile(r"\x1b\[[\d;]*m")


@dataclass(frozen=True, slots=True)
class Closing:
    """What pytest said about itself: its closing line, its outcomes and what it collected."""

    line: str
    outcomes: int
    collected: int

    def faults(self, status: int) -> list[str]:
        """Every reason not to believe the run; empty when all is well."""
        found = []
        if not self.line:
            found.append("pytest never printed its closing line: a test ended the process")
        elif not self.collected:
            found.append("pytest collected no test")
        elif self.outcomes != self.collected:
            found.append(f"{self.collected} tests collected, but {self.outcomes} outcomes")
        if status:
            found.append(f"pytest ended with status {status}")
        return found


def read(output: list[str]) -> Closing:
    """The closing line and its counts, out of what pytest printed."""
    line, outcomes, collected = "", 0, 0
    for raw in output:
        text = COLOUR.sub("", raw).strip()
        if match := COLLECTED.match(text) or SHARED.match(text):
            left_out = DESELECTED.search(text)
            collected = int(match["count"]) - (int(left_out[1]) if left_out else 0)
        elif match := CLOSING.match(text):
            line = text
            outcomes = sum(int(count) for count, _ in OUTCOME.findall(match["outcomes"]))
    return Closing(line, outcomes, collected)


def run(arguments: list[str]) -> int:
    """Show what pytest prints as it prints it, then judge it."""
    command = [sys.executable, "-m", "pytest", *arguments]
    output: list[str] = []
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, errors="replace", env=environment
    ) as process:
        for line in process.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            output.append(line)
    faults = read(output).faults(process.returncode)
    for fault in faults:
        print(f"pytest gate: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
