"""Owns the rows about the report: drawn, tagged and signed, beside Typst; and checked again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

import pikepdf

from rhi_desktop.export.pdf.verify import Outcome
from rhi_desktop.workflow import reviewing, signing
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.verifying import Check
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import talk, world
from tests.bench.measure import Bar, Row, in_turns, timed
from tests.bench.typst_floor import typeset

PAGES = {"report": 6, "long report": 78}
BARS = {"report": 400.0, "long report": 5_000.0, "verify": 500.0}
RATIOS = {"report": 3.0}
"""Milliseconds at most."""
READY = 2.0
"""Seconds that a process has to load what it needs."""
STEP, MOST_LINES = 5, 4_000
TIMES = {"report": 12, "long report": 4}


def rows(work: Path, seed: str) -> Iterator[Row]:
    """Reports of six and of 78 pages, warm: the libraries are loaded, nothing else is cached."""
    base = world.make(work / "report.rhivault", f"{seed}/report")
    with base.opened() as ws:
        for name, wanted in PAGES.items():
            job, pages = _of_pages(ws, f"{seed}/{name}", wanted)
            yield _made(name, job, pages, seed)
            if name == "report":
                yield from _checked(ws, _signed(job, seed)())


def _signed(job: ReportJob, seed: str) -> Callable[[], SignedPdf]:
    at = world.moment(f"{seed}/sign", 120)
    return lambda: signing.sign(job, signing.draw(job), at)


def _made(name: str, job: ReportJob, pages: int, seed: str) -> Row:
    report, turns = _signed(job, seed), count()

    def floor() -> object:
        return typeset(job.report, next(turns))

    ours, theirs = in_turns(lambda: timed(report), lambda: timed(floor), TIMES[name], warm=2)
    what = f"{pages} pages drawn, tagged and signed, warm"
    set_by_typst = f"the same words set by Typst, {_pages(typeset(job.report, 0))} pages, unsigned"
    return Row(name, what, Bar(RATIOS.get(name), BARS[name]), ours, theirs, set_by_typst)


def _checked(ws: Workspace, signed: SignedPdf) -> Iterator[Row]:
    pins, data = reviewing.pins(ws), signed.data
    if reviewing.verify(data, pins).outcome is not Outcome.GENUINE:
        raise RuntimeError("the report that is measured does not verify")
    size = f"{len(data) / 1024:.0f} KiB"
    looks, wholes = [], []
    for _ in range(TIMES["report"]):
        check = Check()
        time.sleep(READY)  # as the page does: its process is there before a file is chosen
        looks.append(timed(lambda check=check: check.quick(data, pins)))  # type: ignore[misc]
        wholes.append(timed(check.whole))
    glance = f"the same report at a first glance, in a process that is ready, {size}"
    yield Row("verify", glance, Bar(most=BARS["verify"]), looks)
    yield Row("verify in full", f"the same report in full, after the glance, {size}", Bar(), wholes)


def _of_pages(ws: Workspace, seed: str, wanted: int) -> tuple[ReportJob, int]:
    # Ever longer talks are drawn until one fills the pages; that one is sealed.
    lines = STEP
    while lines < MOST_LINES:
        interview = world.start_interview(ws, f"{seed}/{lines}")
        at = world.moment(f"{seed}/{lines}/lines", 90)
        draft = talk.talk(ws, interview, lines, at)
        pages = _pages(signing.draw(signing.prepare_draft(ws, draft, at.now)))
        if pages >= wanted:
            job = signing.prepare(ws, signing.seal(ws, draft, at))
            return job, _pages(signing.draw(job))
        lines += max(STEP, int(lines * (wanted - pages) / wanted))
    raise RuntimeError(f"{MOST_LINES} lines do not fill {wanted} pages")


def _pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
