"""Claims about what `rhi-desktop demo` leaves behind, judged by other people's tools."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import page
import pytest
from PIL import Image

from rhi_desktop import app
from rhi_desktop.domain.line import read_typed
from rhi_desktop.sync import cards
from rhi_desktop.sync.header import MAGIC
from rhi_desktop.workflow import casework, unlocking
from rhi_desktop.workflow.story import StoryVisit, story_of_kit, story_of_min
from tests.e2e.commands import command
from tests.formats.referees import BYTE_RANGE, run

KEYS = {
    "report",
    "report_countersigned",
    "refusal_report",
    "police_version",
    "carer_version",
    "addendum",
    "plan",
    "papers",
    "bundle",
    "supervisor_agekey",
    "interviewer_card",
    "supervisor_card",
    "interviewer_vault",
    "supervisor_vault",
    "passphrases",
    "recovery_codes",
    "screens",
    "seconds",
}
LEAST_SCREENS = 40
PAPERS = 7


@dataclass(frozen=True)
class Demo:
    """The folder a demo left, what demo.json says, how it ended and what it said."""

    out: Path
    code: int
    said: str

    @property
    def told(self) -> dict[str, Any]:
        """What demo.json says."""
        told: dict[str, Any] = json.loads((self.out / "demo.json").read_text("utf-8"))
        return told

    def path(self, key: str) -> Path:
        """A file or folder that demo.json names."""
        return self.out / str(self.told[key])


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """One demo for all tests of all workers: whoever comes first makes it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    home = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demo-home"
    home.mkdir(exist_ok=True)
    ended = home / "ended.json"
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ended.exists():
            done = command(home, "demo", "--out", str(home / "out"))
            ended.write_text(json.dumps([done.returncode, done.stdout + done.stderr]), "utf-8")
    code, said = json.loads(ended.read_text("utf-8"))
    assert code == 0, said
    return Demo(home / "out", code, said)


def test_it_walks_to_its_end_and_names_what_it_left(demo: Demo) -> None:
    """Every key of the brief, every named file, how long it took; and it told its progress."""
    assert set(demo.told) >= KEYS
    assert isinstance(demo.told["seconds"], int)
    assert set(demo.told["passphrases"]) == {"interviewer", "supervisor"}
    assert set(demo.told["recovery_codes"]) == {"interviewer", "supervisor"}
    named = KEYS - {"papers", "passphrases", "recovery_codes", "screens", "seconds"}
    assert [key for key in sorted(named) if not demo.path(key).exists()] == []
    assert [one for one in demo.told["screens"] if not (demo.out / one).is_file()] == []
    assert "FAILED" not in demo.said
    assert demo.said.count("picture ") >= LEAST_SCREENS


def test_every_screen_shows_something_of_its_own(demo: Demo) -> None:
    """At least forty pictures of 1366 x 768; none is blank, none is there twice."""
    met: dict[str, str] = {}
    for name in demo.told["screens"]:
        with Image.open(demo.out / name) as picture:
            assert picture.size == (1366, 768), name
            colours = picture.convert("RGB").getcolors(1366 * 768)
            digest = hashlib.sha256(picture.convert("RGB").tobytes()).hexdigest()
        assert colours is not None
        assert len(colours) > 16, f"{name} is blank"
        assert digest not in met, f"{name} shows what {met[digest]} shows"
        met[digest] = name
    assert len(met) >= LEAST_SCREENS


@pytest.mark.parametrize(
    ("key", "with_cards", "code"),
    [
        ("report_countersigned", ("interviewer_card", "supervisor_card"), 0),
        ("report_countersigned", ("interviewer_card",), 3),
        ("report_countersigned", (), 3),
        ("report", ("interviewer_card",), 0),
        ("refusal_report", ("interviewer_card",), 0),
        ("refusal_report", (), 3),
        ("police_version", ("interviewer_card",), 0),
        ("carer_version", ("interviewer_card",), 0),
        ("addendum", ("interviewer_card",), 0),
    ],
)
def test_our_verifier_ends_as_documented(
    demo: Demo, tmp_path: Path, key: str, with_cards: tuple[str, ...], code: int
) -> None:
    """0 only when every signer matches a card; 3 when the file is whole and a signer unknown."""
    given = [part for card in with_cards for part in ("--card", str(demo.path(card)))]
    done = command(tmp_path, "verify", str(demo.path(key)), "--json", *given)
    told = json.loads(done.stdout)

    assert done.returncode == told["exit_code"] == code, done.stdout
    assert told["countersigned"] is (key == "report_countersigned")


def test_pdfsig_trusts_both_signatures(demo: Demo, tmp_path: Path) -> None:
    """With both certificates in its store: valid and trusted twice, the whole file covered."""
    store = tmp_path / "nss"
    store.mkdir()
    run("certutil", "-N", "-d", f"sql:{store}", "--empty-password")
    for who in ("interviewer_card", "supervisor_card"):
        certificate = tmp_path / f"{who}.der"
        certificate.write_bytes(cards.decode(demo.path(who).read_bytes()).certificate)
        run("certutil", "-A", "-d", f"sql:{store}", "-n", who, "-t", "C,C,C", "-i", certificate)
    told = run("pdfsig", "-nssdir", f"sql:{store}", demo.path("report_countersigned"))

    assert told.count("Signature is Valid") == 2
    assert told.count("Certificate is Trusted") == 2
    assert "  - Total document signed" in told.split("Signature #2:")[1]


SIGNED = ("refusal_report", "police_version", "carer_version", "addendum")


@pytest.mark.parametrize("key", ["report", "report_countersigned", *SIGNED])
def test_the_reports_are_sound_archival_and_accessible(demo: Demo, key: str) -> None:
    """Qpdf finds nothing; PDF/UA-1 passes; PDF/A-3A but for the rule no countersigning can meet."""
    path = demo.path(key)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    assert page.is_pdf_compliant(str(path), profile="ua1")
    failing = {one.rule_id for one in page.validate_pdf(str(path), profile="3a").failures}
    assert failing == ({BYTE_RANGE} if key == "report_countersigned" else set())
    assert run("pdfdetach", "-list", path).startswith("1 embedded files")


@pytest.mark.parametrize("key", ["police_version", "carer_version"])
def test_no_version_holds_what_the_child_told_nobody_else(
    demo: Demo, tmp_path: Path, key: str
) -> None:
    """Neither a view nor a line of the plan that its reader may not see is in pages or record."""
    path, record = demo.path(key), tmp_path / "record.json"
    run("pdfdetach", "-save", "1", "-o", record, path)
    held = run("pdftotext", path, "-") + record.read_text("utf-8")
    visit = story_of_min().present
    views = [one.view for one in visit.thread]
    kept = [read_typed(line.typed).words for line in visit.line if line.keep_from]
    assert len(views) > 0
    assert len(kept) > 0
    if key == "police_version":
        kept = [words for words, named in _kept(visit) if "police" in named.casefold()]
    assert [words for words in (*views, *kept) if words in " ".join(held.split())] == []


def test_the_papers_are_archival_unsigned_and_carry_nothing(demo: Demo) -> None:
    """One of each; the plan is one of them. None has a name in its title or in its file name."""
    assert demo.told["plan"] in demo.told["papers"]
    assert len(demo.told["papers"]) == PAPERS
    for name in demo.told["papers"]:
        path = demo.out / name
        assert page.is_pdf_compliant(str(path), profile="3a"), name
        assert page.is_pdf_compliant(str(path), profile="ua1"), name
        assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
        assert run("pdfdetach", "-list", path).startswith("0 embedded files")
        told = run("pdfinfo", path)
        assert not any(word in told for word in ("Min", "M.T.", "Ash")), name
        assert b"/ByteRange" not in path.read_bytes()


def test_age_opens_the_bundle_with_the_key_it_was_sealed_to(demo: Demo, tmp_path: Path) -> None:
    """Inside stands what the format page says; the interviewer's card alone opens nothing."""
    opened = tmp_path / "opened"
    run("age", "-d", "-i", demo.path("supervisor_agekey"), "-o", opened, demo.path("bundle"))

    assert opened.read_bytes().startswith(MAGIC)
    assert opened.stat().st_size % 4096 == 0


def test_pdfsig_trusts_the_report_of_a_refusal(demo: Demo, tmp_path: Path) -> None:
    """One signature, valid and trusted, over the whole file."""
    store = tmp_path / "nss"
    store.mkdir()
    run("certutil", "-N", "-d", f"sql:{store}", "--empty-password")
    certificate = tmp_path / "interviewer.der"
    certificate.write_bytes(cards.decode(demo.path("interviewer_card").read_bytes()).certificate)
    run("certutil", "-A", "-d", f"sql:{store}", "-n", "one", "-t", "C,C,C", "-i", certificate)
    told = run("pdfsig", "-nssdir", f"sql:{store}", demo.path("refusal_report"))

    assert told.count("Signature is Valid") == told.count("Certificate is Trusted") == 1
    assert "Total document signed" in told


def test_both_vaults_open_and_hold_the_countersigned_case(demo: Demo, tmp_path: Path) -> None:
    """With the passphrases of demo.json; the refusal waits with the interviewer, signed."""
    for who, passphrase in demo.told["passphrases"].items():
        folder = tmp_path / f"{who}.rhivault"
        shutil.copytree(demo.path(f"{who}_vault"), folder)
        ws = unlocking.open_workspace(
            folder, unlocking.derive_key(folder, passphrase, app.moment())
        )
        try:
            rows = casework.list_cases(ws, app.moment().now)
            stages = {row.initials: row.stage.value for row in rows}
            mine = {"K.R.": "signed"} if who == "interviewer" else {}
            assert stages == {"M.T.": "countersigned", **mine}
        finally:
            unlocking.close(ws)


def test_no_word_of_the_case_stands_in_plain_anywhere(demo: Demo) -> None:
    """Neither in vaults, settings, bundles, pictures' data nor temporary folders: only in PDFs."""
    canaries = [word.encode(code) for word in _told() if len(word) > 8 for code in CODES]
    assert len(canaries) > 200
    leaks = [
        path.name
        for path in demo.out.parent.rglob("*")
        if path.is_file() and path.suffix != ".pdf" and _holds(path.read_bytes(), canaries)
    ]
    assert leaks == []


CODES = ("utf-8", "utf-16-le")


def _kept(visit: StoryVisit) -> Iterator[tuple[str, str]]:
    """What was kept from somebody, and from whom."""
    for line in visit.line:
        if line.keep_from:
            yield read_typed(line.typed).words, " ".join(line.keep_from)


def _told() -> Iterator[str]:
    """What the two stories say: lines, plans, views, actions, endings, where children live."""
    for story in (story_of_min(), story_of_kit()):
        yield from (story.case.lives_at, story.case.how_to_talk)
        for visit in story.visit:
            yield from (visit.episode.police_reference, visit.episode.known_before)
            yield from (read_typed(line.typed).words for line in (*visit.line, *visit.added))
            yield from (line.words for line in (visit.plan.line if visit.plan else ()))
            yield from (one.view for one in visit.thread)
            yield from (one.what for one in visit.action)
            yield from (visit.settled.ending.words,) if visit.settled else ()


def _holds(data: bytes, canaries: list[bytes]) -> bool:
    return any(canary in data for canary in canaries)
