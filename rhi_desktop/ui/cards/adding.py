"""Owns taking a card file into the book, for every page on which one may arrive."""

from __future__ import annotations

from pathlib import Path

from rhi_desktop.domain.card import KnownCard
from rhi_desktop.domain.moment import Moment
from rhi_desktop.workflow import trusting
from rhi_desktop.workflow.workspace import Workspace

SUFFIX = ".rhicard"
_NAME_LENGTH = 10


def add_card_file(ws: Workspace, path: Path, at: Moment) -> KnownCard:
    """The card of a file, in the book as not compared yet; nobody is trusted by adding.

    FileError when it cannot be read; BundleError card_foreign, card_damaged, card_newer, card_own.
    """
    return trusting.add_card(ws, trusting.read_card_file(path), at)


def suggested_card_name(ws: Workspace) -> str:
    """A file name that names nobody: `rhi-` and the first characters of the fingerprint."""
    return f"rhi-{trusting.own_fingerprint(ws)[:_NAME_LENGTH]}{SUFFIX}"
