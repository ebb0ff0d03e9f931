"""Owns the page of immediate safety: never in the way, one key from every page of a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep
from rhi_desktop.domain.line import Line
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.disclosure.steps_side import StepsSide
from rhi_desktop.ui.disclosure.told_form import StepForm
from rhi_desktop.ui.disclosure.words_card import WordsCard
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.messages import refusal
from rhi_desktop.ui.places import PageName, Place, aside, back_from, shown_aside
from rhi_desktop.ui.scroll_edges import keep_edges
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.waiting_note import waiting_words
from rhi_desktop.ui.widgets import (
    H1,
    QUIET,
    Banner,
    Button,
    Icon,
    Said,
    Text,
    column,
    row,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow import casework, disclosing, interviewing
from rhi_desktop.workflow.entries import NewStep
from rhi_desktop.workflow.workspace import Workspace

_CARD = 520
_ROUND = 150
"""So much above and below a field comes in sight with it."""
_TALK = {PageName.CAPTURE, PageName.GUIDED, PageName.SORT, PageName.READ_BACK}


class SafetyPage(Page):
    """Opening it begins a disclosure, or goes on with the one at hand. Escape goes back.

    What a disk refuses is said in the column, and the page stays: numbers and words matter most.
    VaultError record_missing leaves it when the case is not there.
    """

    tells_held = True

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.case_id is None:
            raise ValueError("immediate safety needs a case")
        self._ws, self._place, self._case_id = ws, place, place.case_id
        case = casework.open_case(ws, place.case_id, shell.moment().now).case
        super().__init__(shell, case.reference)
        self.banner = Banner()
        self._child = case.child.initials
        self.disclosure = self._found()
        key = f"safety/{self.disclosure.id if self.disclosure else place.case_id}"
        self.steps = StepsSide(ws, shell, self._child, key)
        self.words = WordsCard(self._child, ws.interviewer.name, HalfTyped(ws, shell, key))
        self._state = Text("", QUIET, wrap=theme().crowded)
        self._state.setObjectName("waiting")
        self._other = Button(self.tr("Write down another"), "quiet", "plus")
        self._other.setObjectName("another_disclosure")
        self._other.clicked.connect(self._begin_another)
        self._areas: list[QScrollArea] = []
        self._lay_out()
        self.steps.given.connect(self._keep_form)
        self.words.kept.connect(self._keep_words)
        self.words.asked_line.connect(self._keep_as_line)
        self.words.asked_told.connect(self.steps.tell)
        shell.autosave.refused.connect(self._say_held)
        self.act(Menu.CONVERSATION, self.tr("Back to where you were"), "Alt+Left", self.leave)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring)
        self._show()

    def _lay_out(self) -> None:
        side, narrow = theme().margin, theme().crowded
        back = Button(self._back_words(), icon="left", hint="Esc")
        back.setObjectName("back")
        back.clicked.connect(self.leave)
        title = row(Icon("shield", "danger", 28), 14, Text(self.tr("Immediate safety"), H1), "*")
        rule = self.tr("Do not promise. Do not probe. Do not contact the person named.")
        says = Text(rule, QUIET, wrap=True)
        if narrow:
            back.setText(self.tr("Back"))
            head = column(title, 4, says, 4, self._state, 8, row(back, 8, self._other, "*"))
        else:
            below = row((says, 1), 24, self._state)
            head = column(row((title, 1), self._other, 8, back), 4, below)
        head.setContentsMargins(*(theme().px(x) for x in (side, 18, side, 6)))
        banner = column(self.banner, margins=(side, 0, side, 8))
        if narrow:
            body = column(self.steps, 24, self.words, "*", margins=(side, 8, side, 20))
            self._areas = [scrolled(wrap(column(head, banner, body)))]
            self.setLayout(column((self._areas[0], 1)))
            return
        inside = column(self.steps, margins=(side, 10, 28, 20))
        beside = column(self.words, "*", margins=(28, 10, side, 20))
        self._areas = [scrolled(wrap(inside)), scrolled(wrap(beside))]
        for area, content in zip(self._areas, (inside, beside), strict=True):
            keep_edges(area, content)
        columns = row((self._areas[0], 1), sized(self._areas[1], _CARD + 28 + side))
        self.setLayout(column(head, banner, (columns, 1)))

    def _back_words(self) -> str:
        if back_from(self._place).page in _TALK:
            return self.tr("Back to the conversation")
        return self.tr("Back to where you were")

    def first_focus(self) -> QWidget | None:
        """The box for the words; in one column what comes first: danger."""
        return self.steps.first if theme().crowded else self.words.area

    def refresh(self) -> None:
        """Read what was added elsewhere."""
        if self.disclosure is not None:
            self.disclosure = disclosing.newest(self._ws, self.disclosure)
        self._show()

    def leave(self) -> None:
        """Back to exactly where somebody was; what is half typed stays."""
        self.shell.go(back_from(self._place))

    def _found(self) -> Disclosure | None:
        """The disclosure at hand; None on a disk that refuses: the page has its numbers then."""
        shown, at = shown_aside(self._place), self.shell.moment()
        try:
            kept = disclosing.disclosures(self._ws, self._case_id)
            named = next((one for one in kept if one.id == shown), None)
            talk = self._place.interview_id
            found = named or disclosing.at_hand(self._ws, self._case_id, talk, at)
        except RhiError as error:
            self._say_held(error)
            return None
        self.shell.saved()
        return found

    def _begin_another(self) -> None:
        talk = disclosing.running_talk(self._ws, self._case_id, self._place.interview_id)
        try:
            new = disclosing.open_disclosure(self._ws, self._case_id, talk, self.shell.moment())
        except RhiError as error:
            self.banner.say(refusal(error))
            return
        self.shell.go(aside(PageName.SAFETY, self._place, new.id))

    def _show(self) -> None:
        stands = self.disclosure
        self.steps.show_steps(stands)
        talk = stands.interview_id if stands is not None else None
        lines: tuple[Line, ...] = ()
        may = False
        if talk is not None:
            account = interviewing.load(self._ws, talk).account
            lines = account.standing
            may = disclosing.running_talk(self._ws, self._case_id, talk) is not None
        self.words.show_steps(stands, lines, may_add_line=may)
        self._other.setVisible(stands is not None and bool(stands.steps))
        if stands is not None:
            began = self.tr("Opened at {time}.").format(time=clock_time(stands.opened_at))
            waits = waiting_words(len(stands.waiting)) or self.tr("Nobody is left to be told")
            self._state.setText(f"{began} {waits}.")

    def _bring(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whatever gets the focus comes in sight, with the form round it."""
        for area in self._areas:
            if new is not None and area.isAncestorOf(new):
                area.ensureWidgetVisible(new, 0, theme().px(_ROUND))

    def _keep_form(self, form: StepForm) -> None:
        step, at = form.step(), self.shell.moment()
        if step is None:
            return
        problems = disclosing.check_step(step, at)
        form.say(problems)
        if problems:
            return
        every = form is self.steps.further.nobody
        whom = self.disclosure.waiting if every and self.disclosure is not None else (step.whom,)
        if self._add(tuple(replace(step, whom=one) for one in whom)):
            form.clear()
            self.steps.close_forms()

    def _keep_words(self, steps: tuple[NewStep, ...]) -> None:
        if steps and self._add(steps):
            self.words.clear()
            self.words.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_as_line(self, step: DisclosureStep) -> None:
        talk = self.disclosure.interview_id if self.disclosure is not None else None
        if talk is not None:
            at = self.shell.moment()
            self._try(lambda: disclosing.keep_as_line(self._ws, talk, step, at))

    def _add(self, steps: tuple[NewStep, ...]) -> bool:
        """Keep steps; a disclosure that a full disk would not begin begins now."""
        if self.disclosure is None:
            self.disclosure = self._found()
        stands = self.disclosure
        if stands is None:
            return False
        at = self.shell.moment()
        return self._try(lambda: disclosing.add_steps(self._ws, stands.id, steps, at))

    def _try(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except RhiError as error:
            self._say_held(error)
            return False
        self.banner.put_away()
        self.shell.saved()
        self.refresh()
        return True

    def _say_held(self, error: RhiError | None) -> None:
        if error is None:
            self.banner.put_away()
            return
        safe = self.tr("What you typed is still here. The numbers stand below.")
        further = self.tr("Ring first. Keep again when there is room.")
        self.banner.say(Said(refusal(error).happened, safe, further))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape goes back to exactly where somebody was."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
