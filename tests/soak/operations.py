"""Owns the operations that are killed at a named point: each up to it, through it, and again.

An operation gets a vault at work and a call that arms the kill; without one it runs to its end.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.exchange import Incoming
from rhi_desktop.sync import reading
from rhi_desktop.ui.chooser import SystemChooser
from rhi_desktop.ui.session import Session, open_session
from rhi_desktop.workflow import drafts, exchanging, keeping, trusting
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace
from tests.soak import writer
from tests.soak.row import number_from
from tests.soak.work import OUT, Work

Arm = Callable[[], None]
Operation = Callable[[Work, Arm], None]

BUNDLE = "incoming.rhib"
CARD = "sender.rhicard"


def save(work: Work, arm: Arm) -> None:
    """Half-typed words, lines, answers and lines of a plan, each in its commit."""
    start = first_of(work)
    with work.opened() as ws:
        arm()
        work.acts(ws, range(start, start + 6))


def checkpoint(work: Work, arm: Arm) -> None:
    """Acts, and the log going into the file when the vault is closed."""
    start = first_of(work)
    with work.opened() as ws:
        work.acts(ws, range(start, start + 8))
        arm()


def take_snapshot(work: Work, arm: Arm) -> None:
    """A snapshot of an open vault that has three already."""
    start = first_of(work)
    with work.opened() as ws:
        work.acts(ws, range(start, start + 3))
        arm()
        work.take_snapshot(ws)


def restore(work: Work, arm: Arm) -> None:
    """A new vault beside this one, out of the newest of three snapshots."""
    newest = keeping.snapshots(work.folder, work.key())[0]
    arm()
    work.restore(str(newest.entries))


def purge(work: Work, arm: Arm) -> None:
    """A case removed with everything that old copies hold of it."""
    with work.opened() as ws:
        arm()
        work.purge_other(ws)


def change_passphrase(work: Work, arm: Arm) -> None:
    """Another passphrase."""
    arm()
    work.change_passphrase()


def migrate(work: Work, arm: Arm) -> None:
    """A vault of an older version, opened by this one."""
    arm()
    with work.opened():
        pass


def take_in(work: Work, arm: Arm) -> None:
    """A bundle of a colleague, applied."""
    with work.opened() as ws:
        plan = exchanging.preview(ws, incoming(ws, work.root / BUNDLE))
        came = f"bundle/{plan.incoming.head.bundle_id}"
        arm()
        work.teller.will({came: "came", "taken in": str(len(plan.incoming.records))})
        exchanging.apply(ws, plan, work.at())
        work.teller.kept()


def send_out(work: Work, arm: Arm) -> None:
    """A bundle for a colleague, written to a stick."""
    with work.opened() as ws:
        outgoing = exchanging.collect(ws, [work.case(ws)])
        card = trusting.read_card_file(work.root / CARD)
        packed = exchanging.pack(outgoing, exchanging.sender(ws), [card], work.at())
        arm()
        left = f"bundle/{packed.head.bundle_id}"
        work.teller.will({OUT: hashlib.sha256(packed.data).hexdigest(), left: "left"})
        exchanging.write_bundle(ws, packed, work.root / OUT, work.at())
        work.teller.kept()


def lock(work: Work, arm: Arm) -> None:
    """Half-typed words that are saved as the vault is locked; saved is said when it is so."""
    text = f"half a sentence {writer.words(first_of(work))}"
    session = session_of(work, work.open())
    session.shell.autosave.status.connect(lambda _status: work.teller.kept())
    work.teller.will({"draft/line": text})
    session.shell.autosave.mark("line", text, 3)
    arm()
    if session.close():
        raise RuntimeError("a healthy disk refused")


def take_over(work: Work, arm: Arm) -> None:
    """What a full disk refused, written by the process that comes after the lock."""
    text = f"sealed words {writer.words(first_of(work))}"
    session = session_of(work, work.open())
    sealed = drafts.seal_unsaved(session.ws.identity.recipient, [Edit("line", text, 3)])
    work.teller.will({"draft/line": text})
    arm()
    session.take_over(sealed)
    work.teller.kept()
    session.close()


def session_of(work: Work, ws: Workspace) -> Session:
    """A stay in the vault as the windows have it, without any window."""
    if QCoreApplication.instance() is None:
        QCoreApplication([])
    return open_session(ws, work.at, lambda: 0.0, SystemChooser(), {})


def first_of(work: Work) -> int:
    """Where the acts of one run begin: other content and other sizes for every seed."""
    return number_from(work.seed, "start", below=100_000) + 1_000


def incoming(ws: Workspace, path: Path) -> Incoming:
    """A bundle opened and checked by the same code as in the reading process."""
    inputs = exchanging.reader_inputs(ws)
    data = exchanging.read_bundle_file(path)
    answer = io.BytesIO()
    reading.serve(io.BytesIO(reading.ask(inputs.secret, inputs.cards, inputs.packs, data)), answer)
    answer.seek(0)
    return reading.hear(answer, inputs.cards)
