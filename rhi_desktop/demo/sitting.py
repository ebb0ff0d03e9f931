"""Owns one sitting: a child process that presses its own window and tells the parent each step."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rhi_desktop import app
from rhi_desktop.demo import interviewer, supervisor, versions
from rhi_desktop.demo.driver import StepFailedError
from rhi_desktop.demo.stage import Stage
from rhi_desktop.hardening import harden
from rhi_desktop.ui.lock.handover import Handover

Act = Callable[[Stage, Handover | None], None]
ACTS: Mapping[str, tuple[str, Act]] = {
    "interviewer-sets-up": ("interviewer", interviewer.set_up),
    "supervisor-sets-up": ("supervisor", supervisor.set_up),
    "interviewer-listens": ("interviewer", interviewer.begin),
    "interviewer-goes-on": ("interviewer", interviewer.go_on),
    "interviewer-writes-a-refusal": ("interviewer", interviewer.decline),
    "supervisor-reviews": ("supervisor", supervisor.review),
    "interviewer-gets-it-back": ("interviewer", interviewer.come_back),
    "interviewer-makes-versions": ("interviewer", versions.make),
}
AFTER_LOCK = {"interviewer-listens": "interviewer-goes-on"}
"""Which act the fresh process plays after a lock ended the one before."""
FAILED = 1


def main(arguments: Sequence[str]) -> int:
    """Play one act: NAME DIR [--resume N]. 0 when every step showed what it should."""
    name, out = arguments[0], Path(arguments[1])
    who, act = ACTS[name]
    harden()
    handed = app.received(arguments)
    application = app.dressed_application()
    del application  # Qt keeps the one application; nothing here asks for it.
    stage = Stage(out, who, _tell, _ends_into(name, out))
    try:
        act(stage, handed)
    except StepFailedError as failed:
        _tell(f"FAILED in {name}: {failed}")
        stage.driver.picture("failed")
        return FAILED
    return 0


def _ends_into(name: str, out: Path) -> Callable[[Handover], object] | None:
    after = AFTER_LOCK.get(name)
    if after is None:
        return None
    fresh = (sys.executable, "-m", "rhi_desktop.demo.sitting", after, str(out))

    def end(handover: Handover) -> None:
        sys.stdout.flush()
        app.end_process(handover, fresh)

    return end


def _tell(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    code = main(sys.argv[1:])
    # Past Qt's own teardown: the window is closed and the vault too.
    sys.stdout.flush()
    os._exit(code)
