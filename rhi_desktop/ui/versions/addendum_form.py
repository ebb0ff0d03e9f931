"""Owns what an addendum says: why it is written, and each thing that is corrected or added."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.addendum import Correction
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import says_something
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.versions.correction_form import ABOUT_WIDE, CorrectionForm
from rhi_desktop.ui.widgets import (
    BODY,
    Button,
    column,
    elided,
    labelled_field,
    quoted,
    row,
    wrap,
)
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.workspace import Workspace

MOST = 20
"""So many corrections fit into one addendum; a second addendum takes the next ones."""
SELECT_EDGES = 48


class AddendumForm(QWidget):
    """The reason and the corrections. Everything typed comes back after a lock.

    Emits `changed` on every edit. `missing` says beside each field what is not there yet.
    """

    changed = Signal()

    def __init__(self, ws: Workspace, shell: Shell, account: Account) -> None:
        super().__init__()
        self._child = account.case.child.initials
        self._prefix = f"addendum/{account.interview.id}"
        self._form = Form(ws, shell, self._prefix, self)
        self._about = list(self._lines(account))
        self._why = self._form.area("reason", lines=2)
        self._reason = labelled_field(
            self.tr("Why something is corrected or added"),
            self._why,
            hint=self.tr("It stands in the addendum, in your words."),
        )
        self._blocks: list[CorrectionForm] = []
        self._body = column()
        self._more = Button(self.tr("Add another correction"), icon="plus")
        self._more.setObjectName("add_correction")
        self._more.clicked.connect(self._add_one)
        self.setLayout(column(self._reason, 18, wrap(self._body), 14, wrap(row(self._more, "*"))))
        for _ in range(self._kept(ws)):
            self._add()
        self._form.restore()
        self._settle()
        self._why.textChanged.connect(self.changed)

    @property
    def first(self) -> QWidget:
        """Where the focus goes when somebody comes."""
        return self._why

    @property
    def reason(self) -> str:
        """Why, as typed."""
        return self._why.toPlainText().strip()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What was filled in so far, in its order."""
        found = (one.correction for one in self._blocks)
        return tuple(one for one in found if one is not None)

    @property
    def whole(self) -> bool:
        """True when nothing is missing. It says nothing on the page."""
        half = any(one.correction is None for one in self._blocks if not one.empty)
        return says_something(self.reason) and bool(self.corrections) and not half

    def missing(self) -> QWidget | None:
        """Say beside the fields what is missing, and answer with the first of them."""
        no_reason = not says_something(self.reason)
        self._reason.say(self.tr("Write why") if no_reason else "")
        nothing = all(one.empty for one in self._blocks)
        odd = [
            one.missing(first=nothing and number == 0) for number, one in enumerate(self._blocks)
        ]
        found = [self._why if no_reason else None, *odd]
        return next((one for one in found if one is not None), None)

    def done(self) -> None:
        """The addendum was signed: its drafts go."""
        self._form.done()

    def _lines(self, account: Account) -> Iterator[tuple[str, str]]:
        room = theme().px(ABOUT_WIDE - SELECT_EDGES)
        for line in account.standing:
            about = self.tr("line {number}").format(number=line.number)
            shown = self.tr("Line {number}: {words}").format(
                number=line.number, words=quoted(line.voice, " ".join(line.words.split()))
            )
            yield about, elided(shown, BODY, room)
        for part in (
            self.tr("the times away"),
            self.tr("people and places"),
            self.tr("the indicators"),
            self.tr("what will be done"),
            self.tr("the plan"),
        ):
            yield part, self.tr("The part about {part}").format(part=part)

    def _kept(self, ws: Workspace) -> int:
        """How many were half written when somebody was here before; at least one."""
        words = f"{self._prefix}/words_"
        found = (one.key for one in drafts.drafts(ws) if one.key.startswith(words) and one.text)
        return min(MOST, max((int(key.removeprefix(words)) for key in found), default=1))

    def _add(self) -> CorrectionForm:
        number = len(self._blocks) + 1
        block = CorrectionForm(self._form, number, self._child, self._about)
        block.changed.connect(self.changed)
        block.taken_out.connect(lambda: self._take_out(block))
        self._blocks.append(block)
        self._body.addWidget(block)
        return block

    def _add_one(self) -> None:
        hidden = next((one for one in self._blocks if one.isHidden()), None)
        block = hidden or self._add()
        block.show()
        self._settle()
        block.focus()

    def _take_out(self, block: CorrectionForm) -> None:
        block.clear()
        block.hide()
        self._settle()
        shown = [one for one in self._blocks if not one.isHidden()]
        shown[-1].focus()

    def _settle(self) -> None:
        for one in self._blocks:
            one.settle()
        shown = [one for one in self._blocks if not one.isHidden()]
        for one in shown:
            one.offer_way_out(offered=len(shown) > 1)
        self._more.setHidden(len(shown) >= MOST)
