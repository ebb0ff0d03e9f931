"""Owns one thing that is corrected or added: whose words, the words, and what they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.addendum import Correction
from rhi_desktop.domain.line import Voice, says_something
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    SMALL_LINE,
    STRONG,
    Button,
    Select,
    Text,
    column,
    hline,
    labelled_field,
    row,
    voice_word,
    wrap,
)

VOICES = (Voice.CHILD, Voice.TOLD, Voice.SAW, Voice.VIEW)
"""Whose words an addendum may hold; a question of ours corrects nothing."""
ABOUT_WIDE = 430
About = Sequence[tuple[str, str]]
"""What it may belong to: as the addendum says it, and as the list shows it."""


class CorrectionForm(QWidget):
    """One correction. Emits `changed` on every edit and `taken_out` by its link.

    Without words it is no correction, whatever else is filled in. Its fields are those of the
    form, with the number behind their names, so that they come back after a lock.
    """

    changed = Signal()
    taken_out = Signal()

    def __init__(self, form: Form, number: int, child: str, about: About) -> None:
        super().__init__()
        self._form, self._number = form, number
        self.setAccessibleName(self.tr("Correction {number}").format(number=number))
        words = {one.value: voice_word(one, child) for one in VOICES}
        label = self.tr("Whose words are these?")
        self._voice = form.choice(ChoiceField(f"voice_{number}", label, words, columns=4))
        self._voice.setAccessibleName(f"{self.accessibleName()}: {label}")
        self._area, self._who = (
            form.area(f"words_{number}", lines=2),
            form.line(f"told_by_{number}"),
        )
        self._words = labelled_field(self.tr("The words"), self._area)
        self._told_by = labelled_field(self.tr("Who told you"), self._who)
        select = Select((("", self.tr("Something new")), *about), width=ABOUT_WIDE)
        self._line = form.select(f"about_{number}", select)
        self._about = labelled_field(self.tr("What in the report it belongs to"), self._line)
        self._out = Button(self.tr("Take it out again"), "link", size=SMALL_LINE)
        self._out.setObjectName(f"take_out_{number}")
        self._out.clicked.connect(self.taken_out)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        title = Text(self.accessibleName(), STRONG)
        head = row(title, "*", self._out)
        below = row(wrap(column(self._about, "*")), 16, (wrap(column(self._told_by, "*")), 1))
        if theme().crowded:
            below = row((wrap(column(self._about, self._told_by, gap=12)), 1))
        # The line belongs to the block: it goes with it.
        first = self._number == 1
        apart = wrap(column(hline(), 4, margins=(0, 4, 0, 0)))
        parts = None if first else apart, head, self._words, self._voice, below
        self.setLayout(column(*parts, gap=12))

    def _listen(self) -> None:
        self._voice.chosen.connect(self._change)
        self._area.textChanged.connect(self._change)
        self._who.textEdited.connect(self._change)
        self._line.activated.connect(self._change)

    def settle(self) -> None:
        """Show what belongs to what is filled in, after the drafts came back too."""
        told = self._text("voice") == Voice.TOLD.value
        self._told_by.setHidden(not told)

    def offer_way_out(self, *, offered: bool) -> None:
        """The only correction cannot be taken out."""
        self._out.setHidden(not offered)

    @property
    def empty(self) -> bool:
        """True while nothing readable stands in it."""
        return not says_something(self._text("words"))

    @property
    def correction(self) -> Correction | None:
        """What was filled in; None without words or while nobody said whose they are."""
        voice = self._text("voice")
        if self.empty or not voice:
            return None
        told_by = self._text("told_by").strip() if voice == Voice.TOLD.value else ""
        return Correction(Voice(voice), self._text("words").strip(), self._text("about"), told_by)

    def missing(self, *, first: bool) -> QWidget | None:
        """Say what is missing beside it, and answer with the field; the first needs words."""
        no_words, no_voice = self.empty and first, not self.empty and not self._text("voice")
        self._words.say(self.tr("Write what is corrected or added") if no_words else "")
        self._voice.say(self.tr("Say whose words these are") if no_voice else "")
        if no_words:
            return self._area
        return self._voice.first if no_voice else None

    def clear(self) -> None:
        """Take everything out again, also what was kept of it."""
        self._area.setPlainText("")
        self._voice.choose("")
        self._line.setCurrentIndex(0)
        self._who.setText("")
        self._change()

    def focus(self) -> None:
        """Go to its words."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _text(self, name: str) -> str:
        return self._form.text(f"{name}_{self._number}")

    def _change(self, _: object = None) -> None:
        self.settle()
        self.changed.emit()
