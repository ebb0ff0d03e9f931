"""Owns opening the app on the practice case: a vault of its own, made when it is not there yet."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from rhi_desktop import app, paths
from rhi_desktop.demo.people import VAULT, interviewer
from rhi_desktop.hardening import harden
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import casework, keyholding, telling, unlocking
from rhi_desktop.workflow.workspace import Workspace

FOLDER = "practice"


def run() -> int:
    """Open the practice vault and show its cases; everybody in it is invented.

    Its passphrase is no secret and is said on the terminal, so that Lock can be tried too.
    """
    harden()
    application = app.dressed_application()
    home = paths.vaults_folder().parent / FOLDER
    program = Program(replace(app.outside(app.end_process), vaults=home))
    app.install_last_resort(program)
    program.redress()
    ws = _opened(home / VAULT)
    program.start()
    program.enter(ws)
    sys.stdout.write(f"Practice vault. Its passphrase: {interviewer().passphrase}\n")
    sys.stdout.flush()
    return application.exec()


def _opened(folder: Path) -> Workspace:
    person, at = interviewer(), app.moment()
    if folder.exists():
        key = unlocking.derive_key(folder, person.passphrase, at)
    else:
        folder.parent.mkdir(parents=True, exist_ok=True)
        code = keyholding.new_code(at)
        key = unlocking.create_vault(folder, person.passphrase, person.shown, at, code)
        sys.stdout.write(f"Its recovery code, said once: {'-'.join(code.groups)}\n")
    ws = unlocking.open_workspace(folder, key)
    if not casework.count_cases(ws):
        telling.load_cases(ws, at)
    return ws
