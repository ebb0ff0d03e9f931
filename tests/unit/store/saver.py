"""Owns the child process that keeps lines until it is killed; it prints each one it was promised.

Run with the vault folder, the case and the interview; the key comes by standard input.
"""

from __future__ import annotations

import json
import secrets
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rhi_desktop.domain.ids import InterviewId, LineId, PersonId
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import interviews, records
from rhi_desktop.store.vault import VaultKey, open_vault


def main() -> None:
    """Keeps lines for ever, and says each one's identifier after its commit."""
    given = json.loads(sys.stdin.readline())
    key = VaultKey(given["vault_id"], bytes.fromhex(given["master"]))
    vault = open_vault(Path(given["folder"]), key)
    interview_id = InterviewId(given["interview_id"])
    now = datetime(2026, 3, 10, tzinfo=UTC)
    while True:
        now += timedelta(seconds=1)
        at = Moment(now, secrets.token_bytes)
        with vault.transaction():
            number = interviews.next_line_number(vault, interview_id)
            words = f"line {number}"
            line = Line(LineId(at.fresh_id()), interview_id, number, Voice.CHILD, words, now)
            records.save(vault, Kind.LINE, given["case_id"], line, PersonId("0" * 26), at)
        sys.stdout.write(f"{line.id} {number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
