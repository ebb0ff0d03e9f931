"""Owns the tabs of the case page: only those behind which something stands."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar

from rhi_desktop.workflow.views import CaseView


class Tab(Enum):
    """What the case page can show."""

    TIMES = "times"
    PEOPLE = "people"
    PLANS = "plans"
    PAPERS = "papers"


class CaseTabs(QTabBar):
    """Emits `chosen` (Tab). Alone, the timeline needs no tab. `given` when something left."""

    chosen = Signal(object)

    def __init__(self, view: CaseView, here: Tab, *, given: bool = False) -> None:
        super().__init__()
        self.setObjectName("case_tabs")
        self.setAccessibleName(QCoreApplication.translate("case", "Parts of the case"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.shown = tuple(one for one in Tab if _has(one, view, given=given))
        for tab in self.shown:
            self.addTab(self.words(tab))
        with QSignalBlocker(self):
            self.setCurrentIndex(self.shown.index(here) if here in self.shown else 0)
        if len(self.shown) == 1:
            self.hide()
        self.currentChanged.connect(self._turned)

    @staticmethod
    def words(tab: Tab) -> str:
        """What a tab says."""
        translate = QCoreApplication.translate
        return {
            Tab.TIMES: translate("case", "Timeline"),
            Tab.PEOPLE: translate("case", "People and places"),
            Tab.PLANS: translate("case", "Plans"),
            Tab.PAPERS: translate("case", "Documents"),
        }[tab]

    def _turned(self, number: int) -> None:
        self.chosen.emit(self.shown[number])


def _has(tab: Tab, view: CaseView, *, given: bool) -> bool:
    return {
        Tab.TIMES: True,
        Tab.PEOPLE: bool(view.interviews),
        Tab.PLANS: view.plan is not None and bool(view.plan.standing or view.plan.declined),
        Tab.PAPERS: given or any(one.report is not None for one in view.interviews),
    }[tab]
