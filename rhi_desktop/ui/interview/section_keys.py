"""Owns what the two pages with lines share: Ctrl+0 as their own key, and one narrow column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent

from rhi_desktop.ui.shell import Page
from rhi_desktop.ui.theme import theme


class LinesPage(Page):
    """A page on which Ctrl+0 means no section; on every other page it is the zoom's.

    Subclasses say in `no_section` what it does.
    """

    def no_section(self) -> None:
        """Take a line out of every section."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+0 before the window hears it as a shortcut."""
        if isinstance(event, QKeyEvent) and is_no_section(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.no_section()
                return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As narrow as one column: what two columns need must not hold the window open."""
        return QSize(theme().px(320), theme().px(240))


def is_no_section(event: QKeyEvent) -> bool:
    """True for Ctrl+0."""
    control = Qt.KeyboardModifier.ControlModifier
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_0 and pressed == control
