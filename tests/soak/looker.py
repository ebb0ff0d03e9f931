"""Owns looking at what is left of a vault, in a process of its own that looks at one after another.

Of its own, because the recorder is loaded into it: that keeps no page of memory from being swapped
out, which is two thirds of the time an opening takes and has nothing to do with a disk.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.errors import RhiError
from tests.soak import recording, work
from tests.soak.forked import ROOT, die_with_parent
from tests.soak.promises import allowed, broken


class Looker:
    """The process, from here. `end` ends it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.looker"],
            cwd=ROOT,
            env={**os.environ, **recording.environment()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def faults(self, folder: Path, told: list[str], talk: InterviewId) -> list[str]:
        """What a vault lacks of what was promised, by the product's own way in."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("no pipe")
        self._process.stdin.write(json.dumps([str(folder), told, talk]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"looking at {folder} ended the process")
        return [str(fault) for fault in json.loads(answer)]

    def end(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.__exit__(None, None, None)


def faults_in(folder: Path, told: list[str], talk: InterviewId) -> list[str]:
    """The same, in this process."""
    if not folder.exists():
        return [] if "" in allowed(told).get("vault", {""}) else ["the vault is lost"]
    try:
        return broken(work.look(folder, talk), told)
    except RhiError as error:
        return [f"the vault does not open whole: {error.code}"]
    except Exception as error:  # noqa: BLE001 - whatever it is, the state that led to it is a fault
        return [f"not a refusal of ours: {type(error).__name__}"]


def main() -> None:
    """One answer for each question, until there are no more."""
    die_with_parent()
    for question in sys.stdin:
        folder, told, talk = json.loads(question)
        sys.stdout.write(json.dumps(faults_in(Path(folder), told, InterviewId(talk))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
