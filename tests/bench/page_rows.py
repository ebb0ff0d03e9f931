"""Owns the rows about pages: from their class to everything first shown, painted."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop import app
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.autosave import Autosave
from rhi_desktop.ui.cases.case_page import CasePage
from rhi_desktop.ui.cases.cases_page import CasesPage
from rhi_desktop.ui.chooser import SystemChooser
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Page, PageMaker, Shell
from rhi_desktop.ui.theme import Theme, apply
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import world
from tests.bench.measure import Bar, Row, alone, timed

WIDE, HIGH = 1366, 724
"""A page in a window of 1366 x 768."""
TIMES = 30
MOST_EPISODES = (
    "SELECT case_id, count(*) FROM episodes GROUP BY case_id ORDER BY count(*) DESC LIMIT 1"
)


class Painted(QObject):
    """Counts what is painted, so that no figure is of a page that nobody saw."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Looks on; nothing is kept from anybody."""
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def rows(ws: Workspace, times: int = TIMES) -> Iterator[Row]:
    """The list of cases, and the child with the most episodes of all."""
    dressed()
    what = "the page of the list, built and painted"
    samples = alone(lambda: painted(CasesPage, ws, Place(PageName.CASES)), times, warm=1)
    yield Row("list painted", what, Bar(most=150), samples)
    case_id, episodes = ws.store.connection.row(MOST_EPISODES) or ("", 0)
    place = Place(PageName.CASE, CaseId(str(case_id)))
    samples = alone(lambda: painted(CasePage, ws, place), times, warm=1)
    what = f"the page of a child with {episodes!r} episodes, built and painted"
    yield Row("many episodes", what, Bar(most=150), samples)


def painted(maker: PageMaker, ws: Workspace, place: Place) -> float:
    """Milliseconds until a fresh page stands painted in its window; then it is thrown away."""
    seen, application = Painted(), QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no application to paint in")
    shell = Shell(_now, Autosave(_nothing_to_keep, _now, lambda: 0.0), SystemChooser())
    made: list[Page] = []

    def build() -> None:
        page = maker(ws, shell, place)
        made.append(page)
        page.resize(WIDE, HIGH)
        page.show()
        QCoreApplication.processEvents()

    application.installEventFilter(seen)
    took = timed(build)
    application.removeEventFilter(seen)
    if not seen.count:
        raise RuntimeError("nothing was painted")
    _throw_away(made[0])
    return took


def dressed() -> None:
    """The application in the product's own look, once for all rows."""
    application = QApplication.instance()
    if application is None:
        apply(app.dressed_application(), Theme())


def _throw_away(page: QWidget) -> None:
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _now() -> Moment:
    return world.moment("pages")


def _nothing_to_keep(*typed: object) -> None:
    raise RuntimeError(f"{len(typed)} things typed where nothing is")
