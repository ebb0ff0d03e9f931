"""Owns the commands: open the app, walk the demo, verify a report, check a question pack."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale

from rhi_desktop import __version__, files
from rhi_desktop.errors import BundleError, FileError, RhiError
from rhi_desktop.forms import loader
from rhi_desktop.ui import messages
from rhi_desktop.ui.verdict_words import sentences, told
from rhi_desktop.workflow import reviewing, trusting

PACK_LIMIT = 4 * 1024 * 1024
"""Bytes that are read at all; the loader itself names a pack that is larger than it takes."""
UNREADABLE = 2
FAULTY = 1


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; usage errors end with code 2 as argparse does."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name in a report must not stop the verdict where the terminal lacks its letters.
        sys.stdout.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    match options.command:
        case "verify":
            return _verify(options.file, options.card, as_json=options.json)
        case "pack":
            return _check_pack(options.file)
        case "demo":
            from rhi_desktop.demo import walk  # noqa: PLC0415 - verify starts no window

            return walk.run(options.out.resolve())
    return _open(practice=options.practice)


def _open(*, practice: bool) -> int:
    if practice:
        from rhi_desktop.demo import practice_vault  # noqa: PLC0415 - verify starts no window

        return practice_vault.run()
    from rhi_desktop import app  # noqa: PLC0415 - the same

    return app.main()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rhi-desktop",
        description="Offline return home interviews. Without a command the app opens.",
    )
    parser.add_argument("--version", action="version", version=f"rhi-desktop {__version__}")
    parser.add_argument(
        "--practice", action="store_true", help="open with the invented practice case"
    )
    commands = parser.add_subparsers(dest="command")
    demo = commands.add_parser("demo", help="walk the whole main job through the real windows")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="where results go")
    verify = commands.add_parser("verify", help="say who signed a report and whether it changed")
    verify.add_argument("file", type=Path, metavar="FILE.pdf")
    verify.add_argument(
        "--card", type=Path, action="append", default=[], help="a signer's card; may be repeated"
    )
    verify.add_argument("--json", action="store_true", help="the same as JSON")
    pack = commands.add_parser("pack", help="work with question packs")
    checks = pack.add_subparsers(dest="verb", required=True)
    check = checks.add_parser("check", help="all faults of a pack, each with place and remedy")
    check.add_argument("file", type=Path, metavar="FILE")
    return parser


def _verify(path: Path, card_paths: Sequence[Path], *, as_json: bool) -> int:
    """0 genuine, 3 unchanged but signer unknown, 1 changed or unsigned, 2 not to be read."""
    # A command has no QApplication that would fix the language of days.
    QLocale.setDefault(QLocale("en_GB"))
    at = path
    try:
        data = files.read_limited(path, reviewing.REPORT_LIMIT)
        pins: list[reviewing.Pin] = []
        for at in card_paths:
            pins.append(reviewing.pin(trusting.read_card_file(at)))
    except (FileError, BundleError) as error:
        return _not_verified(at, error, as_json=as_json)
    verdict = reviewing.verify(data, pins)
    _say(json.dumps(told(verdict), indent=2) if as_json else "\n".join(sentences(verdict)))
    return verdict.exit_code


def _not_verified(path: Path, error: RhiError, *, as_json: bool) -> int:
    """Whoever reads JSON gets JSON, with the same keys as for any other verdict."""
    if as_json:
        unread = reviewing.Verdict(reviewing.Outcome.UNREADABLE, reasons=(error.code,))
        _say(json.dumps(told(unread), indent=2))
    else:
        _say(f"{path.name}: not verified. {messages.refusal(error).whole}")
    return UNREADABLE


def _check_pack(path: Path) -> int:
    try:
        problems = loader.check(files.read_limited(path, PACK_LIMIT))
    except FileError as error:
        _say(f"{path.name}: {messages.refusal(error).whole}")
        return UNREADABLE
    for problem in problems:
        _say(messages.fault_words(problem))
    _say("No faults." if not problems else f"{len(problems)} to mend.")
    return FAULTY if problems else 0


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
