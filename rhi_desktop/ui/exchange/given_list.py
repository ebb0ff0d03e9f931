"""Owns the list of everything that left a case: what, to whom, why, how, when, and its digest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.given import Given
from rhi_desktop.ui import dates
from rhi_desktop.ui.given_words import (
    digest_groups,
    kind_words,
    method_words,
    role_words,
)
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    SMALL_QUIET,
    TINY,
    Item,
    Text,
    column,
    hline,
    row,
    wrap,
)


def given_list(given: Sequence[Given]) -> QWidget:
    """Newest first. Each line says everything that was written down when the file left."""
    said = _tr("Every report and paper that left, and the digest of the very file.")
    if not given:
        said = _tr("Given to nobody yet.")
    items: list[Item] = [Text(_tr("What was given out"), H3), 4, Text(said, SMALL_QUIET, wrap=True)]
    for number, one in enumerate(given):
        items += [hline() if number else 6, _line(one)]
    return wrap(column(*items), "given_list")


def spoken(one: Given) -> str:
    """One line as a screen reader says it."""
    who = ", ".join(part for part in (one.recipient, role_words(one.role)) if part)
    parts = (
        kind_words(one.kind),
        who,
        one.purpose,
        method_words(one.method),
        dates.day_and_time(one.at),
    )
    return ". ".join(part for part in parts if part)


def _line(one: Given) -> QWidget:
    what = _tr("{what}: {who}").format(what=kind_words(one.kind), who=one.recipient)
    how = " \N{MIDDLE DOT} ".join(
        part for part in (role_words(one.role), one.purpose, method_words(one.method)) if part
    )
    said = _tr("SHA-256 {digest}").format(digest=digest_groups(one.sha256))
    digest = Text(said, TINY.figures, wrap=True)
    words = wrap(
        column(
            Text(what, BODY.medium, wrap=True),
            2,
            Text(how, SMALL_QUIET, wrap=True),
        )
    )
    when = column(2, Text(dates.short_day_and_time(one.at), SMALL_QUIET), "*")
    head = row((words, 1), 16, wrap(when))
    proof = (4, digest) if one.sha256 else (None, None)
    line = wrap(column(wrap(head), *proof, margins=(0, 8, 0, 8)))
    line.setAccessibleName(spoken(one))
    return line


def _tr(words: str) -> str:
    return QCoreApplication.translate("given", words)
