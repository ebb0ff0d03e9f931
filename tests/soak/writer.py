"""Owns the process that is killed: keeps one line after the other and says so after each commit.

Called with a vault folder and an interview; the key comes on standard input. With `early` it says
so before it keeps: the lie that shows that the harness can see a loss.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.line import Typed, Voice
from rhi_desktop.workflow import interviewing, unlocking
from tests.bench import world


def words(number: int) -> str:
    """What the line of this number says: long enough to span pages now and then."""
    return f"Line {number}: " + "she said it again and nobody wrote it down. " * (number % 40 + 1)


def main() -> None:
    """Keeps lines until it is killed."""
    folder, interview, order = sys.argv[1:4]
    vault_id, master = sys.stdin.read().split()
    key = VaultKey(vault_id, bytes.fromhex(master))
    ws = unlocking.open_workspace(Path(folder), key)
    at = world.moment(f"writer/{folder}", 5)
    number = 0
    while True:
        typed = Typed(Voice.CHILD, words(number).strip())
        if order == "early":
            _say(number)
        interviewing.keep_line(ws, InterviewId(interview), typed, at)
        if order == "after":
            _say(number)
        number += 1


def _say(number: int) -> None:
    os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main()
