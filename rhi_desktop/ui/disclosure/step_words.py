"""Owns the sentences about a disclosure: who waits, who was told, what was written down."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.disclosure import DisclosureStep, StepKind
from rhi_desktop.ui.dates import clock_time, day_and_time


def step_words(step: DisclosureStep) -> str:
    """What one step says about one of the four."""
    translate = QCoreApplication.translate
    at = when(step.happened_at or step.written_at, step.written_at)
    if step.kind is StepKind.NOT_NEEDED:
        words = translate("disclosure", "Not needed, because: {words}")
        return words.format(words=step.words)
    said = translate("disclosure", "Told {time}, {name}").format(time=at, name=step.name)
    if step.reference:
        ref = translate("disclosure", "reference {number}").format(number=step.reference)
        said = f"{said}, {ref}"
    return said


def noted(step: DisclosureStep) -> str:
    """When something was written down, and by whom it was said."""
    at = clock_time(step.written_at)
    if not step.name:
        return at
    words = QCoreApplication.translate("disclosure", "{time}, told by {name}")
    return words.format(time=at, name=step.name)


def when(moment: datetime, written: datetime) -> str:
    """A time; with its day where that was another than the day of writing."""
    same = local(moment).date() == local(written).date()
    return clock_time(moment) if same else day_and_time(moment)


def override_words(step: DisclosureStep) -> str:
    """Who let the record be sealed although not everybody was told, and why."""
    words = QCoreApplication.translate(
        "disclosure", "{name} decided at {time} that the record may be sealed, because: {words}"
    )
    at = when(step.written_at, step.written_at)
    return words.format(name=step.name, time=at, words=step.words)
