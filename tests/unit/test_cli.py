"""Claims about the commands as a person or a script runs them: words, data, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from rhi_desktop import __version__
from rhi_desktop.domain.person import Interviewer
from rhi_desktop.sync import cards
from tests.unit.export.samples import JO
from tests.unit.export.signed import KIT, SAM, base, countersigned, moment, person, signed
from tests.unit.forms.written import PACK

ROOT = Path(__file__).parents[2]
KEYS = {"outcome", "exit_code", "countersigned", "reasons", "digest", "signatures", "variant", "of"}
SIGNATURE_KEYS = {
    "field",
    "name",
    "claimed_at",
    "known",
    "intact",
    "fingerprint",
    "certificate_sha256",
    "words",
}
WATCHED = """\
import socket
import sys
from rhi_desktop import __main__

def refuse(event, arguments):
    # The event loop of a library needs a pair of local sockets.
    internet = event == "socket.__new__" and arguments[1] != socket.AF_UNIX
    if internet or event in {"socket.connect", "socket.getaddrinfo"}:
        raise SystemExit("a socket")

sys.addaudithook(refuse)
code = __main__.main()
assert "PySide6.QtWidgets" not in sys.modules, "widgets were loaded"
sys.exit(code)
"""


@cache
def files() -> dict[str, bytes]:
    """The file in its three states, one that was changed, and the cards of three people."""
    whole = countersigned()
    middle = len(whole) // 3
    return {
        "base.pdf": base(),
        "signed.pdf": signed(),
        "both.pdf": whole,
        "changed.pdf": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "cut.pdf": whole[: len(whole) - len(signed()) // 8],
        "words.txt": b"Nothing of ours.\n",
        "jo.rhicard": card(JO),
        "sam.rhicard": card(SAM),
        "kit.rhicard": card(KIT),
    }


def card(who: Interviewer) -> bytes:
    """The card file of somebody with keys."""
    return cards.encode(who, person(who).keys, moment(0))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all of them."""
    for name, data in files().items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def run(folder: Path, *arguments: str, script: str = "", **more: str) -> tuple[int, str]:
    """Exit code and everything that was said by the command, run in a folder."""
    start = ["-c", script] if script else ["-m", "rhi_desktop"]
    done = subprocess.run(
        [sys.executable, *start, *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **more},
        encoding="utf-8",
        timeout=60,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


BOTH_CARDS = ("--card", "jo.rhicard", "--card", "sam.rhicard")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("both.pdf", *BOTH_CARDS), 0, "nothing in it was changed"),
        (("signed.pdf", "--card", "jo.rhicard"), 0, "countersignature of a supervisor is missing"),
        (("both.pdf", "--card", "jo.rhicard"), 3, "Ask the signer for their card"),
        (("both.pdf", "--card", "kit.rhicard"), 3, "Somebody under the name"),
        (("changed.pdf", *BOTH_CARDS), 1, "Ask the sender for a new copy."),
        (("base.pdf", *BOTH_CARDS), 1, "There is no signature in the file."),
        (("words.txt", *BOTH_CARDS), 2, "The file is not a PDF."),
        (("none.pdf", *BOTH_CARDS), 2, "none.pdf: not verified. The file is not there any more."),
        ((".", *BOTH_CARDS), 2, "The file cannot be read. Nothing was changed."),
        (("both.pdf", "--card", "words.txt"), 2, "words.txt: not verified."),
    ],
)
def test_verify_says_it_in_words_and_in_its_exit_code(
    folder: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """0 genuine, 3 signer unknown, 1 changed or unsigned, 2 not to be read: documented, stable."""
    exit_code, words = run(folder, "verify", *arguments)

    assert exit_code == code, words
    assert said in words


def test_a_report_cut_short_is_never_genuine(folder: Path) -> None:
    """Whatever remains of it."""
    assert run(folder, "verify", "cut.pdf", *BOTH_CARDS)[0] in {1, 2}


@pytest.mark.parametrize(
    ("arguments", "code", "outcome"),
    [
        (("both.pdf", *BOTH_CARDS), 0, "genuine"),
        (("changed.pdf",), 1, "changed"),
        (("none.pdf",), 2, "unreadable"),
        (("both.pdf", "--card", "words.txt"), 2, "unreadable"),
    ],
)
def test_verify_as_data_has_the_same_keys_whatever_it_found(
    folder: Path, arguments: tuple[str, ...], code: int, outcome: str
) -> None:
    """A script can rely on every key, also where nothing could be read."""
    exit_code, words = run(folder, "verify", "--json", *arguments)
    told = json.loads(words)

    assert (exit_code, told["exit_code"], told["outcome"]) == (code, code, outcome)
    assert set(told) == KEYS
    assert all(set(one) == SIGNATURE_KEYS for one in told["signatures"])
    assert told["reasons"] or code == 0


def test_verify_names_who_signed_when_and_their_words(folder: Path) -> None:
    """Both people, their roles, the time on a British wall, six words each, in English."""
    _, words = run(folder, "verify", "both.pdf", *BOTH_CARDS, LC_ALL="de_DE.UTF-8", LANG="de_DE")
    told = json.loads(run(folder, "verify", "both.pdf", "--json", *BOTH_CARDS)[1])

    assert f"{JO.name} signed as interviewer." in words
    assert f"{SAM.name} signed as supervisor." in words
    assert "day " in words
    assert [one["name"] for one in told["signatures"]] == [JO.name, SAM.name]
    assert [one["field"] for one in told["signatures"]] == ["Interviewer", "Supervisor"]
    for one in told["signatures"]:
        assert len(one["words"]) == 6
        assert " ".join(one["words"]) in words


def test_a_terminal_without_the_letters_still_gets_the_verdict(folder: Path) -> None:
    """Quotation marks that the terminal lacks are spelled; the exit code is the verdict's."""
    exit_code, words = run(folder, "verify", "both.pdf", PYTHONIOENCODING="ascii")

    assert exit_code == 3
    assert "It carries two signatures." in words


def test_verify_loads_no_widgets_and_opens_no_socket(folder: Path) -> None:
    """It works where there is no display, and it asks nobody."""
    exit_code, words = run(
        folder, "verify", "both.pdf", *BOTH_CARDS, script=WATCHED, QT_QPA_PLATFORM="none there"
    )

    assert exit_code == 0, words


def test_a_good_pack_has_no_faults(folder: Path) -> None:
    """And the command ends with 0."""
    (folder / "good.toml").write_text(PACK, "utf-8")

    assert run(folder, "pack", "check", "good.toml") == (0, "No faults.\n")


def test_every_fault_of_a_pack_is_named_at_once_with_place_and_remedy(folder: Path) -> None:
    """A circle, an id used twice and a kind nobody knows: one run tells all three."""
    circle = 'offer_when = { question = "harm_told", answered = true }\n'
    bad = PACK.replace('id = "harm"\nsection = "what"\nkind = "yes_no"\n', f"{ODD}{circle}")
    (folder / "bad.toml").write_text(bad + AGAIN, "utf-8")
    exit_code, words = run(folder, "pack", "check", "bad.toml")
    lines = words.splitlines()

    assert exit_code == 1
    assert lines[-1] == f"{len(lines) - 1} to mend."
    for place, fault, remedy in (
        ("question[3] harm.kind", "Nobody knows this kind", "Use one of the kinds"),
        ("question[3] harm.offer_when", "leads back to its own question", "an earlier question"),
        ("question[6] day.id", "Another question has this id", "Choose an id"),
    ):
        (line,) = [one for one in lines if one.startswith(f"{place}: ")]
        assert fault in line
        assert remedy in line


ODD = 'id = "harm"\nsection = "what"\nkind = "guess"\n'
AGAIN = '\n[[question]]\nid = "day"\nsection = "why"\nkind = "words"\nask.en = "Which day?"\n'


@pytest.mark.parametrize(("name", "code"), [("none.toml", 2), (".", 2), ("both.pdf", 1)])
def test_what_is_no_pack_is_refused_in_words(folder: Path, name: str, code: int) -> None:
    """Missing and unreadable end with 2; another file has faults."""
    exit_code, words = run(folder, "pack", "check", name)

    assert exit_code == code
    assert words.strip()


def test_version_and_usage(folder: Path) -> None:
    """The version is said; a command nobody knows, or one without its file, ends with 2."""
    assert run(folder, "--version") == (0, f"rhi-desktop {__version__}\n")
    for odd in (("fly",), ("verify",)):
        exit_code, words = run(folder, *odd)
        assert exit_code == 2
        assert words.startswith("usage: rhi-desktop")
