"""Owns to whom a paper for the child goes, and how: the child's hand, unless somebody says else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.given_words import OTHER_ROLE, methods
from rhi_desktop.ui.papers.papers_desk import PapersDesk
from rhi_desktop.ui.widgets import H3, Text, column, labelled_field
from rhi_desktop.workflow.exporting import Leaving, Method

CHILD = "child"
WAYS = (Method.HANDED_OVER, Method.POST, Method.EMAIL, Method.OTHER)


class WhoGetsIt(QWidget):
    """Recipient and way, both filled in with what is usual; what is typed comes back."""

    def __init__(self, desk: PapersDesk) -> None:
        super().__init__()
        self._desk = desk
        self._form = Form(desk.ws, desk.shell, f"papers/{desk.matter.case.id}/who", self)
        field = self._form.line("given_to", desk.child)
        self._who = labelled_field(self.tr("Given to"), field)
        field.textEdited.connect(lambda: self._who.say(""))
        known = methods()
        ways = {one.value: known[one.value] for one in WAYS}
        self._way = self._form.choice(
            ChoiceField("given_how", self.tr("How"), ways, columns=len(WAYS))
        )
        self._way.choose(Method.HANDED_OVER.value)
        self._form.restore()
        note = Text(self.tr("Who gets it"), H3)
        self.setLayout(column(note, 8, self._who, 12, self._way))

    def leaving(self) -> Leaving | None:
        """What is noted when the paper leaves; None when nobody is named, which is said."""
        who = self._form.text("given_to").strip()
        self._who.say("" if who else self.tr("Write who gets it"))
        if not who:
            self._who.field.setFocus()
            return None
        return Leaving(
            who,
            CHILD if who == self._desk.child else OTHER_ROLE,
            self.tr("To keep"),
            Method(self._way.value()),
        )

    def done(self) -> None:
        """A paper left: the next one is for the child again, until somebody says else."""
        self._form.done()
        self._who.field.setProperty("text", self._desk.child)
        self._way.choose(Method.HANDED_OVER.value)
