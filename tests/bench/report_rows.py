"""Owns the rows about the report: drawn, tagged and signed; and checked again."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

from rhi_desktop.export.pdf.verify import Outcome
from rhi_desktop.workflow import reviewing, signing
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import talk, world
from tests.bench.measure import Bar, Row, alone, timed

PAGES = 6
STEP = 5
MOST_LINES = 200
TIMES = 12


def rows(work: Path, seed: str) -> Iterator[Row]:
    """A report of six pages, warm: its libraries are loaded, nothing of it is cached."""
    base = world.make(work / "report.rhivault", f"{seed}/report")
    with base.opened() as ws:
        job, pages = _six_pages(ws, seed)
        at = world.moment(f"{seed}/sign", 120)

        def report() -> SignedPdf:
            return signing.sign(job, signing.draw(job), at)

        samples = alone(lambda: timed(report), TIMES, warm=2)
        what = f"{pages} pages drawn, tagged and signed, warm (Typst as a floor is owed)"
        yield Row("report", what, Bar(most=400), samples)
        pins, data = reviewing.pins(ws), report().data
        if reviewing.verify(data, pins).outcome is not Outcome.GENUINE:
            raise RuntimeError("the report that is measured does not verify")
        checks = alone(lambda: timed(lambda: reviewing.verify(data, pins)), TIMES)
        yield Row("verify", f"the same report, {len(data) / 1024:.0f} KiB", Bar(), checks)


def _six_pages(ws: Workspace, seed: str) -> tuple[ReportJob, int]:
    # Ever longer talks are drawn until one fills six pages; that one is sealed.
    for lines in range(STEP, MOST_LINES, STEP):
        interview = world.start_interview(ws, f"{seed}/{lines}")
        at = world.moment(f"{seed}/{lines}/lines", 90)
        draft = talk.talk(ws, interview, lines, at)
        if _pages(signing.draw(signing.prepare_draft(ws, draft, at.now))) >= PAGES:
            job = signing.prepare(ws, signing.seal(ws, draft, at))
            return job, _pages(signing.draw(job))
    raise RuntimeError(f"{MOST_LINES} lines do not fill {PAGES} pages")


def _pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
