"""Owns a made-up language: every translated text in brackets and longer, so that none escapes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.4


class Pseudo(QTranslator):
    """Translates everything: the text in brackets, 40 % longer (A8)."""

    def isEmpty(self) -> bool:  # noqa: N802 - overrides Qt
        """Qt does not ask an empty translator."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The text in brackets."""
        del context, disambiguation
        words = source.replace("%n", str(n)) if n >= 0 else source
        return f"{OPEN}{words}{'~' * round(len(words) * LONGER)}{CLOSE}"


@contextmanager
def pseudo() -> Iterator[None]:
    """Speak the made-up language for a while; build the page inside."""
    translator = Pseudo()
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


def assert_all_translated(page: QWidget, said: Sequence[str] = ()) -> None:
    """Every text that a person reads is translated; `said` are words of people and names."""
    missed = [text for text in _texts(page) if OPEN not in text and not _free(text, said)]
    assert not missed, f"not translated: {missed}"


def _free(text: str, said: Sequence[str]) -> bool:
    """Figures, keys and words of people need no translation."""
    return not any(letter.isalpha() for letter in text) or any(word in text for word in said)


def _texts(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit) and widget.placeholderText():
            yield widget.placeholderText()
        if widget.accessibleName():
            yield widget.accessibleName()
