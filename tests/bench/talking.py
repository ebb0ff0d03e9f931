"""Owns the process whose memory is measured: the real window, in which forty lines are typed.

Called with a vault folder, a case and an interview; the key comes on standard input. Prints what
`painted` prints once the last line is kept, and how long the cover then took, in microseconds.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from rhi_desktop import app
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import interviewing, unlocking
from rhi_desktop.workflow.workspace import Workspace
from tests.bench.painted import report, resident
from tests.bench.talk import SAID

LINES = 40


def main() -> int:
    """Opens the vault in the window, goes to the conversation, and types."""
    folder, case_id, interview_id = sys.argv[1:4]
    vault_id, master = sys.stdin.read().split()
    application = app.dressed_application()
    program = Program(app.outside(print))
    program.redress()
    program.start()
    ws = unlocking.open_workspace(Path(folder), VaultKey(vault_id, bytes.fromhex(master)))
    program.enter(ws)
    interview = InterviewId(interview_id)
    program.window.go(Place(PageName.CAPTURE, CaseId(case_id), interview_id=interview))
    application.processEvents()
    _type(program)
    _check(ws, interview)
    report(resident(), _cover(program))
    program.window.close()
    return 0


def _type(program: Program) -> None:
    for number in range(LINES):
        edit = next(one for one in program.window.findChildren(QPlainTextEdit) if one.isVisible())
        for sign in SAID[number % len(SAID)]:
            _press(edit, 0, sign)
        _press(edit, Qt.Key.Key_Return, "")
        QApplication.processEvents()


def _cover(program: Program) -> int:
    edit = QApplication.focusWidget() or program.window
    began = time.perf_counter_ns()
    _press(edit, Qt.Key.Key_F9, "")
    QApplication.processEvents()
    if not program.window.covered:
        raise RuntimeError("F9 did not cover")
    return (time.perf_counter_ns() - began) // 1000


def _press(edit: QWidget, key: int, sign: str) -> None:
    # Not by QtTest: its library would count as ours.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
        QCoreApplication.sendEvent(edit, event)


def _check(ws: Workspace, interview: InterviewId) -> None:
    kept = len(interviewing.load(ws, interview).account.lines)
    if kept != LINES:
        raise RuntimeError(f"{kept} lines kept, {LINES} typed")


if __name__ == "__main__":
    sys.exit(main())
