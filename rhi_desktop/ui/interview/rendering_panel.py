"""Owns putting an interpreter's rendering beside a line: which language, whose, what words."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.line import Line, Rendering
from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.interview.languages import LANGUAGES, language_word
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.choice import Select
from rhi_desktop.ui.widgets.field import Field, labelled_field
from rhi_desktop.ui.widgets.layout import column, empty, row, scrolled, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SAID, SMALL_QUIET
from rhi_desktop.ui.widgets.voices import quoted
from rhi_desktop.ui.words_area import WordsArea
from rhi_desktop.workflow.workspace import Workspace

_WIDTH = 640


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was given about one line; no rendering means that none stands beside it."""

    line: Line = field(repr=False)
    language: str
    rendering: Rendering | None = field(default=None, repr=False)


class RenderingPanel(QWidget):
    """Stands where the list stood. Emits `given` (a Rendered) on Keep and `gone` on Escape."""

    given = Signal(object)
    gone = Signal()

    def __init__(self, ws: Workspace, shell: Shell) -> None:
        super().__init__()
        self._ws, self._shell = ws, shell
        self._line: Line | None = None
        self._typed: HalfTyped | None = None
        self._box = column()
        self.setLayout(column((scrolled(wrap(self._box)), 1)))

    def show_line(self, line: Line, child: str) -> None:
        """Ask about a line; what was half typed about it comes back."""
        self._line = line
        empty(self._box)
        kept = line.rendering
        self._language = self._select(self.tr("Language of the words"), line.language, "spoken_in")
        self._into = self._select(
            self.tr("Language of the rendering"), kept.language if kept else "en-GB", "rendered_in"
        )
        self._area = WordsArea(self.tr("The interpreter\u2019s words"), lines=3)
        self._area.setObjectName("rendering_words")
        self._by = Field(kept.by if kept else "")
        self._by.setObjectName("rendered_by")
        self._typed = HalfTyped(self._ws, self._shell, f"capture/{line.interview_id}/r/{line.id}")
        self._area.put(kept.text if kept else "")
        self._typed.watch(self._area, "words")
        self._typed.watch(self._by, "by")
        self._lay_out(line, child)
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, line: Line, child: str) -> None:
        words = Text(
            quoted(line.voice, line.words), SAID, wrap=True, align=starting_side(line.words)
        )
        note = self.tr("The rendering stands beside the words of {child}, never in their place.")
        self._named = labelled_field(self.tr("Who rendered it"), self._by)
        area = labelled_field(self.tr("The interpreter\u2019s words"), self._area)
        keep = Button(self.tr("Keep"), "primary")
        keep.setObjectName("keep_rendering")
        keep.clicked.connect(self._keep)
        back = Button(self.tr("All lines"), "quiet", "left", hint="Esc", size=SMALL_BUTTON)
        back.setObjectName("leave_rendering")
        back.clicked.connect(self.gone)
        spoken = labelled_field(self.tr("Language of the words"), self._language)
        into = labelled_field(self.tr("Language of the rendering"), self._into)
        for labelled in (spoken, into):
            # A list of choices is called by what is chosen; both may be the same.
            labelled.setAccessibleName(labelled.field.accessibleName())
        crowded = theme().crowded
        pair = column(spoken, 12, into) if crowded else row(spoken, 24, into, "*")
        inside = wrap(
            column(
                row((words, 1), 16, back), 14, pair, 12, area, 12, self._named, 6,
                Text(note.format(child=child), SMALL_QUIET, wrap=True), 12, row(keep, "*"),
                margins=(16, 4, 16, 12),
            )
        )  # fmt: skip
        inside.setMaximumWidth(theme().px(_WIDTH + 200))
        self._box.addWidget(inside)
        self._box.addStretch(1)

    def _select(self, name: str, chosen: str, object_name: str) -> Select:
        tags = list(LANGUAGES)
        if chosen not in tags:
            tags.insert(0, chosen)
        select = Select([(tag, language_word(tag)) for tag in tags], name=name)
        select.setObjectName(object_name)
        select.choose(chosen)
        return select

    def _keep(self) -> None:
        if self._line is None or self._typed is None:
            return
        words, by = self._area.words(), self._by.text().strip()
        missing = bool(words.strip()) and not by
        self._named.say(self.tr("Write the name of whoever rendered it") if missing else "")
        if missing:
            self._by.setFocus()
            return
        rendering = Rendering(words, self._into.value(), by) if words.strip() else None
        self._typed.forget()
        self.given.emit(Rendered(self._line, self._language.value(), rendering))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape goes back to all lines; what was half typed stays a draft."""
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
            return
        super().keyPressEvent(event)
