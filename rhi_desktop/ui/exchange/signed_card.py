"""Owns the card of everything signed about one talk, and the ways to make more of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import Report
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.given_words import variant_words
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.versions.signed_papers import Paper, paper_rows
from rhi_desktop.ui.widgets import H3, SMALL_QUIET, Button, Text, card, column, hline, wrap


class SignedCard(QWidget):
    """The report, its versions and addenda, each with its state. Emits `wanted` (Place)."""

    wanted = Signal(object)

    def __init__(self, case_id: CaseId, papers: tuple[Paper, ...], shown: Paper) -> None:
        super().__init__()
        self._case_id, self._report = case_id, shown.report
        words = self.tr("What is in view is what leaves. Nothing that was signed can change.")
        rows = paper_rows(papers, self._show, shown.report.id)
        ways = flow(
            self._way("make_police", self.tr("For the police"), Variant.POLICE),
            self._way("make_carer", self.tr("For a parent or carer"), Variant.CARER),
            self._way("make_addendum", self.tr("An addendum"), Variant.ADDENDUM),
        )
        inside = column(
            Text(self.tr("Signed about this talk"), H3),
            2,
            Text(words, SMALL_QUIET, wrap=True),
            14,
            rows,
            12,
            hline(),
            14,
            wrap(ways),
            margins=(24, 16, 24, 18),
        )
        self.setLayout(column(card(inside)))

    def _way(self, name: str, words: str, variant: Variant) -> Button:
        button = Button(words, icon="plus")
        button.setObjectName(name)
        spoken = self.tr("Make: {paper}").format(paper=variant_words(variant))
        button.setAccessibleName(spoken)
        button.clicked.connect(partial(self._make, variant))
        return button

    def _make(self, variant: Variant, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        talk = self._report.interview_id
        page = PageName.ADDENDUM if variant is Variant.ADDENDUM else PageName.VERSION
        detail = "" if variant is Variant.ADDENDUM else variant.value
        self.wanted.emit(Place(page, self._case_id, interview_id=talk, detail=detail))

    def _show(self, report: Report) -> None:
        talk = report.interview_id
        self.wanted.emit(
            Place(PageName.SEND, self._case_id, interview_id=talk, report_id=report.id)
        )
