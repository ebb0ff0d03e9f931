"""Owns what a page may ask of the window round it: the page's contract and the shell's actions.

How to write a page
-------------------
A page is one class in its own `*_page.py`, made with three things and nothing else::

    class CasePage(Page):
        \"\"\"What it shows; which signals and errors leave it.\"\"\"

        def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
            super().__init__(shell, self.tr("Case {reference}").format(reference=...))
            ...
            self.setLayout(column(head, (body, 1), bar(...)))

and one line in `app.PAGES`. It is made anew each time somebody goes there, also after a change of
theme, zoom or language: read what you show from `ws` in the constructor (or in `refresh`), read
`theme()` when building and painting, keep neither. The canvas, the strip with menu, Saved, Cover
and Lock, and the banner are the window's; the page starts below them.

- `title` names the page in the title bar: a case reference at most, never a person.
- `first_focus` returns the widget that has the focus when the page opens.
- Reading needs `shell.moment().now`; each act takes one fresh `shell.moment()`.
- Act, then tell: `interviewing.keep_line(ws, ..., shell.moment())`, then `shell.saved()`, and
  `shell.changed(case_id)` when other pages show it too (they get `refresh()`).
- What refuses goes to the banner: `except RhiError as error: shell.refuse(error)`. Findings of a
  check stand beside their field (`LabelledField.say`) and in an `ErrorSummary`; both take their
  words from `messages.problem_words`.
- What is typed and not yet kept: `shell.autosave.mark(key, text, caret)` on every edit. When the
  page opens, look for a draft under your key (`workflow.drafts`) and put text and caret back.
  A key names page, record and field: f"capture/{interview_id}/line".
- Long work: `shell.run(self, work, done)`; `work` closes over values only.
- Files: `shell.chooser.open_file(self, FileKind.BUNDLE)`; tests and the demo hand in another one.
- `shell.conversation(running=True)` while a conversation runs: the lock waits 20 minutes.
- Keys: `self.act(Menu.FILE, self.tr("Back to all cases"), "Alt+Left", self.back)` puts the
  action into the menu and gives it its key. Never Ctrl+Alt, never a single letter, and none of
  `ui.acts`: a key that two actions claim does neither.
- `chrome = Chrome.BARE` hides strip and menu (child mode); Cover stays on its keys.
- Every control has an object name in snake_case and an accessible name; all words by `self.tr`.
  `tests/ui/access.py` has `assert_page_accessible(page)`; run it on every page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui import background, messages
from rhi_desktop.ui.chooser import Chooser
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.widgets.banner import Offer, Said
from rhi_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    # The front pages share this contract and are painted before workflow is loaded.
    from rhi_desktop.ui.autosave import Autosave
    from rhi_desktop.workflow.workspace import Workspace

R = TypeVar("R")


PageMaker = Callable[["Workspace", "Shell", Place], "Page"]


class Chrome(Enum):
    """What stands round a page."""

    FULL = "full"
    BARE = "bare"
    """Nothing but the page: child mode, cover."""


class Menu(Enum):
    """The menus of the strip, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    CONVERSATION = "conversation"
    CHILD = "child"
    REVIEW = "review"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Notice:
    """What the banner shows: three sentences, its tone, its buttons."""

    said: Said
    tone: str = "notice"
    offers: tuple[Offer, ...] = ()


class Shell(QObject):
    """What pages may ask for; the main window listens to its signals, and so may a test.

    Emits `wanted` (Place), `noticed` (Notice or None), `touched` (CaseId), `talking` (bool),
    `cover_wanted`, `lock_wanted`, `happened` (an Event for the log), `refused` (RhiError).
    """

    wanted = Signal(object)
    noticed = Signal(object)
    touched = Signal(str)
    talking = Signal(bool)
    cover_wanted = Signal()
    lock_wanted = Signal()
    happened = Signal(object)
    refused = Signal(object)

    def __init__(self, moment: Callable[[], Moment], autosave: Autosave, chooser: Chooser) -> None:
        super().__init__()
        self._moment = moment
        self.autosave = autosave
        self.chooser = chooser
        self.talks = False
        """True while a conversation runs."""

    def moment(self) -> Moment:
        """A fresh moment for one act."""
        return self._moment()

    def go(self, place: Place) -> None:
        """Show another page. What was typed here is saved first."""
        self.autosave.flush()
        self.wanted.emit(place)

    def run(
        self,
        owner: QObject,
        work: Callable[[], R],
        done: Callable[[R], object],
        failed: Callable[[RhiError], object] | None = None,
    ) -> None:
        """Do long work in the background; without `failed` a refusal goes to the banner."""
        background.run(owner, work, done, failed or self.refuse)

    def saved(self, event: Event | None = None) -> None:
        """Something was committed: the saved line says when, and the log which event it was."""
        if event is not None:
            self.happened.emit(event)
        self.autosave.committed(self._moment().now)

    def changed(self, case_id: CaseId) -> None:
        """A case changed: whoever shows it reads it again."""
        self.touched.emit(case_id)

    def conversation(self, *, running: bool) -> None:
        """A conversation started or ended: the lock waits longer while it runs."""
        self.talks = running
        self.talking.emit(running)

    def cover(self) -> None:
        """Cover the screen: somebody came in, or the child wants a pause."""
        self.cover_wanted.emit()

    def lock(self) -> None:
        """Lock: save, close the vault, end the process that held it."""
        self.lock_wanted.emit()

    def refuse(self, error: RhiError, *offers: Offer) -> None:
        """Show in the banner what happened, what is safe and what to do."""
        self.refused.emit(error)
        self.noticed.emit(Notice(messages.refusal(error), offers=offers))

    def say(self, said: Said, *offers: Offer, tone: str = "good") -> None:
        """Show three sentences of the page's own in the banner."""
        self.noticed.emit(Notice(said, tone, offers))

    def hush(self) -> None:
        """Put the banner away."""
        self.noticed.emit(None)


class Page(QWidget):
    """A page of the window; see the module for how to write one."""

    chrome = Chrome.FULL
    tells_held = False
    """True for a page that says inside its own column what a refused save means."""

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.shell = shell
        self.title = title
        """What the title bar says: a case reference at most, never a person."""
        self.acts: list[tuple[Menu, QAction]] = []

    def act(self, menu: Menu, words: str, keys: str, do: Callable[[], object]) -> QAction:
        """Offer an action in a menu and under its keys while this page is shown."""
        action = QAction(words, self)
        if keys:
            action.setShortcut(keys)
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - drops the checked flag
        self.acts.append((menu, action))
        self.addAction(action)
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Ctrl+Enter presses the coloured button, from every control of the page."""
        control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if wanted and control == Qt.KeyboardModifier.ControlModifier:
            found = [one for one in self.findChildren(Button) if one.primary and one.isVisible()]
            if len(found) == 1:
                found[0].click()
                return
        super().keyPressEvent(event)

    def first_focus(self) -> QWidget | None:
        """The widget that has the focus when the page opens."""
        return None

    def standing(self, place: Place) -> Place:
        """Exactly where somebody stands: the place of this page with what only it knows."""
        return place

    def refresh(self) -> None:
        """Read again what is shown: something changed elsewhere."""
