"""Owns what the Help menu shows: the keys that work on this page, and what the program is."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QTextEdit, QWidget

from rhi_desktop import __version__
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import Button
from rhi_desktop.ui.widgets.layout import column, row

WIDTH, HEIGHT = 640, 560
_PACKAGE = "rhi-desktop"
Keys = Sequence[tuple[str, str]]


class HelpSheet(QDialog):
    """A sheet over the window to read by caret, arrows or eye; Esc closes it, typing is kept."""

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.words = QTextEdit()
        self.words.setObjectName("help_words")
        self.words.setAccessibleName(title)
        self.words.setReadOnly(True)
        # Tab leaves it; the caret lets a screen reader go through it line by line.
        self.words.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.words.setTextInteractionFlags(
            flags.TextSelectableByKeyboard | flags.TextSelectableByMouse
        )
        self.words.setFont(theme().font(16))
        self.words.setHtml(text)
        close = Button(self.tr("Close"), "primary")
        close.setObjectName("close_help")
        close.clicked.connect(self.accept)
        self.setLayout(column((self.words, 1), 16, row("*", close), margins=(24, 24, 24, 20)))
        room = parent.window().size()
        look = theme()
        self.resize(
            min(look.px(WIDTH), room.width() - 32), min(look.px(HEIGHT), room.height() - 32)
        )
        self.words.setFocus()


def show_keys(window: QWidget, acts: Iterable[QAction]) -> HelpSheet:
    """The keys of this page and of the whole program."""
    text = "".join(
        (
            _section(_tr("On this page and everywhere"), keys_of(acts)),
            _section(_tr("When you write a line"), _grammar()),
        )
    )
    return _shown(HelpSheet(window, _tr("Keys"), text))


def show_about(window: QWidget) -> HelpSheet:
    """Name, version, licence, and everything the program is built with."""
    about = _tr("Version {version}. It works without internet and sends nothing anywhere.")
    licence = _tr("Licence: Apache License 2.0. What it is built with, and under which licence:")
    small = f"white-space: pre-wrap; font-size: {theme().px(13)}px"
    text = (
        f"<h2>{escape(_tr('Return conversation notes'))}</h2>"
        f"<p>{escape(about.format(version=__version__))}</p><p>{escape(licence)}</p>"
        f"<pre style='{small}'>{escape(notice())}</pre>"
    )
    return _shown(HelpSheet(window, _tr("About this program"), text))


def keys_of(acts: Iterable[QAction]) -> Keys:
    """Words and keys of every action that has keys; the key a label tells counts as well."""
    found = []
    for action in acts:
        words, _, told = action.text().partition("\t")
        native = QKeySequence.SequenceFormat.NativeText
        keys = action.shortcut().toString(native) or told
        if keys:
            found.append((words, keys))
    return (
        *found,
        (_tr("Cover, without F9"), _tr("Esc three times")),
        (_tr("Next control, control before"), _tr("Tab, Shift+Tab")),
        (_tr("Menu"), _tr("Alt")),
    )


def notice() -> str:
    """The NOTICE file of the installed package; empty when it was run without installing."""
    # Loaded by whoever asks: reading packages is slow, and the window starts without it.
    metadata = importlib.import_module("importlib.metadata")
    try:
        return str(metadata.distribution(_PACKAGE).read_text("licenses/NOTICE") or "")
    except metadata.PackageNotFoundError:
        return ""


def _grammar() -> Keys:
    return (
        (_tr("What the child said"), _tr("just type")),
        (_tr("What you saw"), _tr(". and a space first")),
        (_tr("What somebody else told you"), _tr("> and a space first")),
        (_tr("Your view, kept apart from the account"), _tr("= and a space first")),
        (_tr("A question you asked"), _tr("? and a space first")),
        (_tr("Come back to this"), _tr("! at the end")),
        (_tr("Keep the line"), _tr("Enter")),
        (_tr("A new line inside it"), _tr("Shift+Enter")),
        (_tr("Change the last line"), _tr("Up, in an empty line")),
    )


def _section(title: str, keys: Keys) -> str:
    rows = "".join(
        f"<tr><td style='padding: 3px 32px 3px 0'>{escape(words)}</td>"
        f"<td style='padding: 3px 0'><b>{escape(key)}</b></td></tr>"
        for words, key in keys
    )
    return f"<h3>{escape(title)}</h3><table>{rows}</table>"


def _shown(sheet: HelpSheet) -> HelpSheet:
    sheet.open()
    return sheet


def _tr(words: str) -> str:
    return QCoreApplication.translate("help", words)
