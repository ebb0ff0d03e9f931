"""Owns the choice of why nothing stands: a blank is never a no, and no two blanks are alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from rhi_desktop.domain.answer import Blank
from rhi_desktop.ui.interview.topics import blank_choice
from rhi_desktop.ui.widgets.button import SMALL_LINE, Button
from rhi_desktop.ui.widgets.choice import Radio
from rhi_desktop.ui.widgets.field import Field
from rhi_desktop.ui.widgets.layout import Item, column, row, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL

ALL = (
    Blank.CHOSE_NOT_TO_SAY,
    Blank.NOT_ASKED,
    Blank.NOT_KNOWN,
    Blank.NOT_RELEVANT,
    Blank.NOT_REACHED,
)


class BlankChoice(QWidget):
    """One of several reasons, "not asked" with its because. None is chosen to begin with.

    Emits `chosen` with (Blank or None, reason) as soon as something is chosen, taken back, or the
    reason was left: nothing waits for a button. Emits `typed` with every key of the reason.
    """

    chosen = Signal(object, str)
    typed = Signal(str)

    def __init__(
        self, child: str, name: str, blanks: Sequence[Blank] = ALL, *, wide: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown: tuple[Blank | None, str] = (None, "")
        self._group = QButtonGroup(self)
        self._radios: dict[Blank, Radio] = {}
        for blank in blanks:
            radio = Radio(blank_choice(blank, child))
            radio.setObjectName(f"blank_{blank.value}")
            radio.clicked.connect(self._tell)
            self._group.addButton(radio)
            self._radios[blank] = radio
        self.reason = Field(placeholder=self.tr("because …"))
        self.reason.setObjectName("blank_reason")
        self.reason.setAccessibleName(self.tr("Not asked, because"))
        self.reason.textEdited.connect(self.typed)
        self.reason.left.connect(self._tell)
        self.reason.returnPressed.connect(self._tell)
        self._hint = Text(self.tr("Say why, so that nobody reads it as a no."), SMALL, wrap=True)
        self._back = Button(self.tr("Take this back"), "link", size=SMALL_LINE)
        self._back.setObjectName("blank_back")
        self._back.clicked.connect(self._take_back)
        because = wrap(column(4, self.reason, 4, self._hint))
        self._because = because
        self.setLayout(self._wide(because) if wide else self._narrow(because))
        self.show_blank(None, "")

    @property
    def blank(self) -> Blank | None:
        """Which reason is chosen."""
        return next((blank for blank, radio in self._radios.items() if radio.isChecked()), None)

    def show_blank(self, blank: Blank | None, reason: str) -> None:
        """Show what stands; None unsets every choice."""
        self._shown = (blank, reason)
        # An exclusive group would keep its last choice for ever.
        self._group.setExclusive(False)
        for one, radio in self._radios.items():
            radio.setChecked(one is blank)
        self._group.setExclusive(True)
        if not self.reason.hasFocus():
            self.reason.setText(reason)
        self._because.setVisible(blank is Blank.NOT_ASKED)
        self._back.setVisible(blank is not None)

    def _wide(self, because: QWidget) -> QVBoxLayout:
        choices: list[Item] = []
        for radio in self._radios.values():
            choices += [radio, 32]
        return column(row(*choices, self._back, "*"), row((because, 1), "*"))

    def _narrow(self, because: QWidget) -> QVBoxLayout:
        items: list[Item] = []
        for blank, radio in self._radios.items():
            items += [radio, because if blank is Blank.NOT_ASKED else None]
        return column(*items, 2, row(self._back, "*"))

    def _take_back(self) -> None:
        first = next(iter(self._radios.values()))
        self.show_blank(None, "")
        first.setFocus()
        self.chosen.emit(None, "")

    def _tell(self) -> None:
        blank = self.blank
        reason = self.reason.text().strip() if blank is Blank.NOT_ASKED else ""
        if (blank, reason) == self._shown or blank is None:
            return
        first_time = blank is not self._shown[0]
        self.show_blank(blank, reason)
        self.chosen.emit(blank, reason)
        if blank is Blank.NOT_ASKED and first_time:
            self.reason.setFocus()
