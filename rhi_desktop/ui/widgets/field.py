"""Owns fields to type into: one line, several lines, and the label that names each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import SMALL_LINE, Button
from rhi_desktop.ui.widgets.icon import Icon
from rhi_desktop.ui.widgets.layout import column, row
from rhi_desktop.ui.widgets.private_typing import SECRET, WORDS, Hints
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import LABEL, SMALL, SMALL_QUIET


class Field(QLineEdit):
    """One line of typing. Emits `left` when the focus goes, so that what was typed is kept.

    Named by `labelled_field` or by `setAccessibleName`; a placeholder is no name.
    """

    left = Signal()
    typing: Hints = WORDS

    def __init__(self, text: str = "", *, placeholder: str = "", name: str = "") -> None:
        super().__init__(text)
        self.setInputMethodHints(self.typing)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setProperty("ring_radius", "control")

    def tall(self) -> Field:
        """The same field 44 high, for the one field of a page."""
        self.setProperty("tall", "true")
        return self

    def set_odd(self, odd: bool) -> None:  # noqa: FBT001 - a setter of one switch
        """Edge the field in the colour of something to change, or no more."""
        _mark(self, "odd", value=odd)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - overrides Qt
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()


class TextArea(QPlainTextEdit):
    """Several lines of typing. Tab leaves it; nothing in it is corrected or underlined."""

    left = Signal()

    def __init__(
        self, text: str = "", *, placeholder: str = "", name: str = "", lines: int = 4
    ) -> None:
        super().__init__(text)
        self.setInputMethodHints(WORDS | Hints.ImhMultiLine)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setProperty("ring_radius", "control")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(theme().px(24 * lines + 14))

    def set_odd(self, odd: bool) -> None:  # noqa: FBT001 - a setter of one switch
        """Edge the area in the colour of something to change, or no more."""
        _mark(self, "odd", value=odd)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - overrides Qt
        """Say that the area was left."""
        super().focusOutEvent(event)
        self.left.emit()


class SecretField(Field):
    """A passphrase: dots, with a Show link inside the field that turns them into letters."""

    typing = SECRET

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.tall()
        self._toggle = Button(self.tr("Show"), "link", size=SMALL_LINE)
        self._toggle.setParent(self)
        self._toggle.setObjectName("show_passphrase")
        self._toggle.setAccessibleName(self.tr("Show {field}").format(field=name))
        self._toggle.setCursor(Qt.CursorShape.PointingHandCursor)
        self._toggle.clicked.connect(self.turn)

    def setObjectName(self, name: str) -> None:  # noqa: N802 - extends Qt
        """The link inside is named after its field."""
        super().setObjectName(name)
        self._toggle.setObjectName(f"show_{name}")

    def turn(self) -> None:
        """Turn dots into letters, or letters into dots."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        # Qt takes the hints away with the dots.
        self.setInputMethodHints(self.typing)
        self._toggle.setText(self.tr("Hide") if hidden else self.tr("Show"))
        words = self.tr("Hide {field}") if hidden else self.tr("Show {field}")
        self._toggle.setAccessibleName(words.format(field=self.accessibleName()))
        self._place_toggle()

    def _place_toggle(self) -> None:
        look = theme()
        size = self._toggle.sizeHint()
        self._toggle.resize(size)
        x = self.width() - size.width() - look.px(14)
        self._toggle.move(x, (self.height() - size.height()) // 2)
        self.setTextMargins(0, 0, size.width() + look.px(16), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Keep the link at the right edge."""
        super().resizeEvent(event)
        self._place_toggle()


class LabelledField(QWidget):
    """A field with its label above, a hint, and a line for what is odd about it.

    The label is the field's buddy and its accessible name; `say(words)` shows what to change
    below it, edges the field and adds the words to its description, `say("")` takes them away.
    """

    def __init__(self, label: str, field: QWidget, *, hint: str = "", optional: str = "") -> None:
        super().__init__()
        self.field = field
        self._label = Text(label, LABEL)
        self._label.setBuddy(field)
        field.setAccessibleName(label)
        self._hint = hint
        self._sign = Icon("notice", "danger", 18)
        self._odd = Text("", SMALL.tint("danger"), wrap=True)
        head = row(self._label, 8, Text(optional, SMALL_QUIET) if optional else None, "*")
        below = Text(hint, SMALL_QUIET, wrap=True) if hint else None
        field.setAccessibleDescription(hint)
        self._line = row(column(1, self._sign, "*"), 8, (self._odd, 1))
        self.setLayout(column(head, 2 if hint else None, below, 6, field, 6, self._line))
        self.say("")

    @property
    def tells(self) -> bool:
        """True while something odd stands below it."""
        return bool(self._odd.text())

    def say(self, words: str) -> None:
        """Show what to change about this field, or nothing."""
        self._odd.setText(words)
        self._odd.setVisible(bool(words))
        self._sign.setVisible(bool(words))
        if isinstance(self.field, Field | TextArea):
            self.field.set_odd(bool(words))
        described = " ".join(part for part in (words, self._hint) if part)
        self.field.setAccessibleDescription(described)


def labelled_field(
    label: str, field: QWidget, *, hint: str = "", optional: str = ""
) -> LabelledField:
    """A field under its label: the only way a field comes on a page."""
    return LabelledField(label, field, hint=hint, optional=optional)


def _mark(widget: QWidget, name: str, *, value: bool) -> None:
    wanted = "true" if value else ""
    if widget.property(name) == wanted:
        return
    widget.setProperty(name, wanted)
    # A property in a selector counts only after the style was asked again.
    widget.style().unpolish(widget)
    widget.style().polish(widget)
