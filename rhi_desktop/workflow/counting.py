"""Owns figures over many children: counting a quarter, its page, signing and giving it out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto.digest import SALT_BYTES, seal_digest
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.counting import Figures, Quarter, TimeAway, figures, quarter_of
from rhi_desktop.domain.given import Given, GivenKind
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.export.figures_pages import (
    Counted,
    FiguresSeal,
    figures_account,
    figures_data,
    quarter_name,
)
from rhi_desktop.store import given as log
from rhi_desktop.store.counted import ended_between
from rhi_desktop.store.vault import open_reader
from rhi_desktop.workflow.exporting import Leaving
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.signing import pdf_signer, signed_by
from rhi_desktop.workflow.trusting import own_fingerprint
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "Counted",
    "Quarter",
    "count",
    "counted",
    "figures_given",
    "prepare_figures",
    "quarter_name",
    "quarters",
    "save_figures",
    "suggested_name",
]

NO_CASE = CaseId("")
"""In the log of what left: figures are about no single case."""


def quarters(now: datetime, how_many: int = 8) -> tuple[Quarter, ...]:
    """The last quarters that are over, the newest first; one that still runs is not counted."""
    running = quarter_of(local(now).date())
    found = [running]
    while len(found) <= how_many:
        found.append(found[-1].previous)
    return tuple(found[1:])


def count(
    folder: Path,
    key: VaultKey,
    quarter: Quarter,
    hours: int,
    stopped: Callable[[], bool] = lambda: False,
) -> Figures | None:
    """[bg] What may be shown of a quarter, read on a connection of its own; None when stopped.

    `hours` are those of the profile. Raises VaultError and FileError.
    """
    times: list[TimeAway] = []
    with closing(open_reader(folder, key)) as vault:
        for some in ended_between(vault, quarter.begins, quarter.ends):
            if stopped():
                return None
            times.extend(some)
    return figures(times, hours)


def counted(ws: Workspace, quarter: Quarter, shown: Figures) -> Counted:
    """The figures with the rule by which they were counted."""
    return Counted(shown, quarter, ws.profile.hours, ws.profile.title)


def prepare_figures(ws: Workspace, what: Counted, at: Moment) -> ReportJob:
    """The page of figures, fixed now: `signing.draw`, `signing.page_images` and `signing.sign`."""
    by, salt = signed_by(ws), at.draw(SALT_BYTES).hex()
    digest = seal_digest(figures_account(what, by), salt)
    seal = FiguresSeal(at.fresh_id(), at.now, salt, digest)
    return ReportJob(figures_data(what, seal, by), pdf_signer(ws), own_fingerprint(ws))


def suggested_name(quarter: Quarter) -> str:
    """A file name that says which quarter."""
    return f"figures-{quarter.year}-q{quarter.number}.pdf"


def save_figures(
    ws: Workspace, signed: SignedPdf, path: Path, leaving: Leaving, at: Moment
) -> Given:
    """Writes the signed page outside the vault, then logs for whom; no copy stays in the vault."""
    files.write_atomic(path, signed.data)
    digest = hashlib.sha256(signed.data).hexdigest()
    note = leaving.noted(NO_CASE, GivenKind.AGGREGATE, digest, at)
    log.log(ws.store, note)
    return note


def figures_given(ws: Workspace) -> tuple[Given, ...]:
    """Every page of figures that left, newest first."""
    return tuple(reversed(log.of_case(ws.store, NO_CASE)))
