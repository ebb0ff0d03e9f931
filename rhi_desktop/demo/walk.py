"""Owns the demo as a whole: starts each sitting, checks what they left, writes demo.json."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.demo import papers
from rhi_desktop.demo.driver import StepFailedError
from rhi_desktop.demo.parcels import bundle_in
from rhi_desktop.demo.people import interviewer, supervisor
from rhi_desktop.errors import RhiError
from rhi_desktop.workflow import reviewing, trusting

SITTINGS = (
    "interviewer-sets-up",
    "supervisor-sets-up",
    "interviewer-listens",
    "interviewer-writes-a-refusal",
    "supervisor-reviews",
    "interviewer-gets-it-back",
    "interviewer-makes-versions",
)
BY_ONE = (
    *("report.pdf", "refusal-report.pdf"),
    *("report-police.pdf", "report-carer.pdf", "report-addendum.pdf"),
)
"""What the interviewer signed and nobody countersigned."""
MOST_SECONDS = 480
LEAST_SCREENS = 40
MARK = "demo.json"
OURS = "made-by-demo.txt"
FAILED = 1
CODE_LIMIT = 64


class WalkFailedError(Exception):
    """A sitting failed or left something wrong behind."""


def run(out: Path) -> int:
    """Walk the main job into DIR. 0 only when every sitting and every check at the end passed."""
    begun = time.monotonic()
    try:
        _prepare(out)
        for name in SITTINGS:
            _say(f"{name}")
            _play(name, out)
        _check(out)
        seconds = round(time.monotonic() - begun)
        _write(out, seconds)
    except (WalkFailedError, StepFailedError, RhiError, OSError) as failed:
        _say(f"The demo failed: {failed}")
        return FAILED
    _say(f"Done in {seconds} s. Everything is in {out}: start with {MARK}.")
    return 0


def _prepare(out: Path) -> None:
    """An empty folder, or one an earlier demo left: nothing else is ever replaced."""
    if out.exists() and any(out.iterdir()) and not (out / OURS).exists():
        raise WalkFailedError("this folder holds something else; give an empty one")
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    files.write_atomic(out / OURS, b"Made by rhi-desktop demo; a new demo replaces this folder.\n")
    for person in (interviewer(), supervisor()):
        (out / person.who / "settings").mkdir(parents=True)
    (out / "screens").mkdir()


def _play(name: str, out: Path) -> None:
    command = [sys.executable, "-m", "rhi_desktop.demo.sitting", name, str(out)]
    environment = dict(os.environ)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, cwd=Path.cwd()
    ) as child:
        if child.stdout is not None:
            for line in child.stdout:
                _say(f"    {line.rstrip()}")
        try:
            code = child.wait(MOST_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            raise WalkFailedError(f"{name} did not end") from None
    if code != 0:
        raise WalkFailedError(f"{name} ended with {code}")


def _check(out: Path) -> None:
    """The files must prove what the screens showed."""
    people = (interviewer(), supervisor())
    pins = tuple(reviewing.pin(trusting.read_card_file(one.card(out))) for one in people)
    *signed, both = (
        reviewing.verify(files.read_limited(out / name, reviewing.REPORT_LIMIT), pins)
        for name in (*BY_ONE, "report-countersigned.pdf")
    )
    if any(one.exit_code != 0 or one.countersigned for one in signed):
        raise WalkFailedError("a signed report does not verify")
    if both.exit_code != 0 or not both.countersigned:
        raise WalkFailedError("the countersigned report does not verify")
    lost = [name for name in papers.ALL if not (out / papers.FOLDER / name).is_file()]
    if lost:
        raise WalkFailedError(f"papers are missing: {', '.join(lost)}")
    screens = sorted(path.name for path in (out / "screens").glob("*.png"))
    if len(screens) < LEAST_SCREENS:
        raise WalkFailedError(f"only {len(screens)} screens")


def _write(out: Path, seconds: int) -> None:
    one, other = interviewer(), supervisor()

    def inside(path: Path) -> str:
        return path.relative_to(out).as_posix()

    told = {
        "report": "report.pdf",
        "report_countersigned": "report-countersigned.pdf",
        "refusal_report": "refusal-report.pdf",
        "police_version": "report-police.pdf",
        "carer_version": "report-carer.pdf",
        "addendum": "report-addendum.pdf",
        "plan": f"{papers.FOLDER}/{papers.PLAN}",
        "papers": [f"{papers.FOLDER}/{name}" for name in papers.ALL],
        "bundle": inside(bundle_in(out / "to-supervisor")),
        "bundle_back": inside(bundle_in(out / "to-interviewer")),
        "supervisor_agekey": inside(other.age_key(out)),
        "interviewer_agekey": inside(one.age_key(out)),
        "interviewer_card": inside(one.card(out)),
        "supervisor_card": inside(other.card(out)),
        "interviewer_vault": inside(one.vault(out)),
        "supervisor_vault": inside(other.vault(out)),
        "passphrases": {one.who: one.passphrase, other.who: other.passphrase},
        "recovery_codes": {
            person.who: files.read_limited(person.recovery_code(out), CODE_LIMIT).decode()
            for person in (one, other)
        },
        "screens": sorted(f"screens/{path.name}" for path in (out / "screens").glob("*.png")),
        "seconds": seconds,
    }
    files.write_atomic(out / MARK, json.dumps(told, indent=2).encode())


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
