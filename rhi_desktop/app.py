"""Owns the start and the end: the one place where everything meets, and the table of pages."""

from __future__ import annotations

import importlib
import linecache
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from types import ModuleType
from typing import Any, NoReturn

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from rhi_desktop import paths
from rhi_desktop.disks import doubts
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.hardening import harden
from rhi_desktop.log import Event
from rhi_desktop.resources import resource
from rhi_desktop.ui.background import collect_here
from rhi_desktop.ui.chooser import Chooser, SystemChooser, keep_no_settings
from rhi_desktop.ui.crash import LastResort
from rhi_desktop.ui.lock.ahead import load_ahead
from rhi_desktop.ui.lock.doors import WHERE, Doors
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.program import OpenSession, Outside, Program
from rhi_desktop.ui.shell import Notice, Page, PageMaker
from rhi_desktop.ui.theme import load_fonts
from rhi_desktop.ui.widgets.banner import Said

PAGES: Mapping[PageName, str] = {
    PageName.CASES: "rhi_desktop.ui.cases.cases_page:CasesPage",
    PageName.CASE: "rhi_desktop.ui.cases.case_page:CasePage",
    PageName.PURGE: "rhi_desktop.ui.cases.purge_page:PurgePage",
    PageName.EPISODE: "rhi_desktop.ui.episode.episode_page:EpisodePage",
    PageName.ATTEMPT: "rhi_desktop.ui.episode.attempt_page:AttemptPage",
    PageName.ABOUT_CHILD: "rhi_desktop.ui.episode.facts_page:FactsPage",
    PageName.BEFORE: "rhi_desktop.ui.episode.before_page:BeforePage",
    PageName.ENDING: "rhi_desktop.ui.episode.ending_page:EndingPage",
    PageName.CAPTURE: "rhi_desktop.ui.interview.capture_page:CapturePage",
    PageName.GUIDED: "rhi_desktop.ui.interview.guided_page:GuidedPage",
    PageName.READ_BACK: "rhi_desktop.ui.interview.read_back_page:ReadBackPage",
    PageName.SEND: "rhi_desktop.ui.exchange.send_page:SendPage",
    PageName.VERSION: "rhi_desktop.ui.versions.version_page:VersionPage",
    PageName.ADDENDUM: "rhi_desktop.ui.versions.addendum_page:AddendumPage",
    PageName.IMPORT: "rhi_desktop.ui.exchange.import_page:ImportPage",
    PageName.CARDS: "rhi_desktop.ui.cards.cards_page:CardsPage",
    PageName.SORT: "rhi_desktop.ui.interview.sort_page:SortPage",
    PageName.CHILD_PLAN: "rhi_desktop.ui.child.plan_page:PlanPage",
    PageName.PLAN_FEEL: "rhi_desktop.ui.child.feel_page:FeelPage",
    PageName.PLAN_DRAW: "rhi_desktop.ui.child.draw_page:DrawPage",
    PageName.PLAN_EARLIER: "rhi_desktop.ui.child.earlier_page:EarlierPage",
    PageName.PLAN_SEEN: "rhi_desktop.ui.child.seen_page:SeenPage",
    PageName.PLAN_END: "rhi_desktop.ui.child.end_page:EndPage",
    PageName.REVIEWS: "rhi_desktop.ui.review.reviews_page:ReviewsPage",
    PageName.REVIEW: "rhi_desktop.ui.review.review_page:ReviewPage",
    PageName.VERIFY: "rhi_desktop.ui.verifying.verify_page:VerifyPage",
    PageName.MANUAL: "rhi_desktop.ui.manual.manual_page:ManualPage",
    PageName.CONCERNS: "rhi_desktop.ui.analysis.concerns_page:ConcernsPage",
    PageName.ANALYSIS: "rhi_desktop.ui.analysis.analysis_page:AnalysisPage",
    PageName.PEOPLE: "rhi_desktop.ui.analysis.people_page:PeoplePage",
    PageName.CHECK: "rhi_desktop.ui.signing.check_page:CheckPage",
    PageName.PAPERS: "rhi_desktop.ui.papers.papers_page:PapersPage",
    PageName.AGAIN: "rhi_desktop.ui.papers.again_page:AgainPage",
    PageName.KEYS: "rhi_desktop.ui.keys.keys_page:KeysPage",
    PageName.SAFETY: "rhi_desktop.ui.disclosure.safety_page:SafetyPage",
    PageName.KEEPING: "rhi_desktop.ui.keeping.keeping_page:KeepingPage",
    PageName.FIGURES: "rhi_desktop.ui.figures.figures_page:FiguresPage",
}
"""Which class shows which page: module and class, imported when somebody first goes there."""

LANGUAGE = "en_GB"
RESUME = "--resume"
FRESH = (sys.executable, "-m", "rhi_desktop.app")
_FROM_STDIN = "-"


def main(arguments: Sequence[str] = ()) -> int:
    """Open the app. `--resume N` reads what a locking process handed over."""
    harden()
    handed = received(arguments)
    app = dressed_application()
    world = replace(outside(end_process), bus=paths.system_bus(), doubts=doubts)
    program = Program(world)
    install_last_resort(program)
    program.redress()
    app.styleHints().colorSchemeChanged.connect(program.redress)
    program.noting.note(Event.STARTED)
    program.start(handed)
    return app.exec()


def outside(end: Callable[[Handover], object], chooser: Chooser | None = None) -> Outside:
    """The real world: the system's clock, randomness, dialogs and folders."""
    return Outside(
        moment,
        steady,
        chooser or SystemChooser(),
        end,
        paths.vaults_folder(),
        paths.config_folder(),
        {name: partial(page_maker, name) for name in PAGES},
        *loaded_later(),
    )


def loaded_later() -> tuple[Doors, OpenSession]:
    """What needs crypto and store, which take longer to load than the first page to paint."""
    doors = {verb: later(module, verb) for module, verbs in WHERE.items() for verb in verbs}
    person = later("rhi_desktop.workflow.entries", "NewPerson")
    get_ready = partial(load_ahead, AHEAD)
    open_session = later("rhi_desktop.ui.session", "open_session")
    return Doors(**doors, person=person, get_ready=get_ready), open_session


def later(module: str, name: str) -> Callable[..., Any]:
    """A function that is imported when it is first called: the window is painted before."""

    def call(*arguments: Any) -> Any:
        return getattr(loaded(module), name)(*arguments)

    return call


def loaded(module: str) -> ModuleType:
    """A module, imported if it was not yet, and no source of it kept.

    PySide reads the source of every module that it sees imported, and Python keeps what was read:
    by a conversation that would be more memory than the conversation.
    """
    found = importlib.import_module(module)
    linecache.clearcache()
    return found


def moment() -> Moment:
    """Now, by this laptop's clock, with fresh randomness."""
    return Moment(datetime.now(UTC), os.urandom)  # noqa: TID251 - the one place that reads it


def steady() -> float:
    """Seconds that nobody sets; on Linux they go on while the laptop sleeps, so it wakes locked."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


def page_maker(name: PageName) -> PageMaker:
    """The class that shows a page. TypeError when the table names something else."""
    module, _, wanted = PAGES[name].partition(":")
    found = getattr(loaded(module), wanted)
    if not (isinstance(found, type) and issubclass(found, Page)):
        raise TypeError(f"{PAGES[name]} is no page")
    maker: PageMaker = found
    return maker


AHEAD: Sequence[Callable[[], object]] = (
    partial(loaded, "rhi_desktop.ui.session"),
    *(partial(page_maker, name) for name in (PageName.CASES, PageName.CAPTURE)),
    later("rhi_desktop.forms.loader", "shipped"),
    partial(later("rhi_desktop.profiles.loader", "profile"), "england"),
    partial(loaded, "rhi_desktop.ui.keeping.keeper"),
)
"""What every open vault needs, and the pages it most likely opens with."""


def dressed_application() -> QApplication:
    """The one QApplication, with family and language; the theme comes with the preferences."""
    linecache.clearcache()
    keep_no_settings()
    app = QApplication(sys.argv[:1])
    collect_here(app)
    app.setApplicationName("rhi-desktop")
    app.setDesktopFileName("rhi-desktop")
    speak(app)
    load_fonts()
    return app


def speak(app: QApplication) -> None:
    """Days and plural forms in English; a missing catalogue leaves the texts as written."""
    QLocale.setDefault(QLocale(LANGUAGE))
    translator = QTranslator(app)
    if translator.load(str(resource("i18n", "rhi_en.qm"))):
        app.installTranslator(translator)


def install_last_resort(program: Program) -> None:
    """Take what nobody caught: save, note, tell."""

    def tell(said: Said) -> None:
        program.noting.note(Event.CRASHED)
        program.window.desk.notice(Notice(said))

    def refuse(error: RhiError) -> bool:
        session = program.window.session
        if session is not None:
            session.shell.refuse(error)
        return session is not None

    LastResort(program.save, tell, paths.config_folder(), refuse).install()


def end_process(handover: Handover, fresh_start: Sequence[str] = FRESH) -> NoReturn:
    """End the process that held the case; a fresh interpreter shows the way back in.

    Python cannot wipe its memory, so the memory goes with the process. The hand-over travels in
    a memory file that only the fresh process inherits, never on a disk or a command line. Where no
    fresh one can be started this one ends all the same: gone is locked, and open is not.
    """
    command = [*fresh_start, RESUME]
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415  elsewhere the first page would wait for it for nothing

        fresh = subprocess.Popen([*command, _FROM_STDIN], stdin=subprocess.PIPE)
        if fresh.stdin is not None:
            fresh.stdin.write(handover.packed())
            fresh.stdin.close()
        os._exit(0)
    with suppress(OSError):
        number = _memory_file(handover.packed())
        os.execv(command[0], [*command, str(number)])  # noqa: S606 - ourselves, by no shell
    os._exit(1)


def _memory_file(data: bytes) -> int:
    if sys.platform == "linux":
        # Without the flag that would close it at exec.
        number = writing = os.memfd_create("rhi", 0)
    else:
        number, writing = os.pipe()
        inherit = True
        os.set_inheritable(number, inherit)
    with os.fdopen(os.dup(writing), "wb") as handed:
        handed.write(data)
    if writing == number:
        os.lseek(number, 0, os.SEEK_SET)
    return number


def received(arguments: Sequence[str]) -> Handover | None:
    """What a locking process handed over; None when nothing or nothing readable was."""
    if RESUME not in arguments[:-1]:
        return None
    given = arguments[arguments.index(RESUME) + 1]
    try:
        number = 0 if given == _FROM_STDIN else int(given)
        with os.fdopen(number, "rb") as handed:
            return Handover.unpacked(handed.read())
    except (OSError, ValueError, KeyError, TypeError):
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
