"""Owns the choices about the window: colours, zoom, size. Nothing of a case is among them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from rhi_desktop.errors import FileError
from rhi_desktop.files import make_folder, read_limited, write_atomic
from rhi_desktop.ui.theme import ZOOM_STEPS, Mode, Theme

LOOKS = ("system", "light", "dark", "contrast")
NAME = "window.json"
_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Preferences:
    """What was chosen in the View menu, and how large the window was."""

    look: str = "system"
    zoom: float = 1.0
    width: int = 1366
    height: int = 768

    def zoomed(self, step: int) -> Preferences:
        """One step larger or smaller; 0 is the normal size."""
        if step == 0:
            return replace(self, zoom=1.0)
        at = min(range(len(ZOOM_STEPS)), key=lambda i: abs(ZOOM_STEPS[i] - self.zoom))
        return replace(self, zoom=ZOOM_STEPS[max(0, min(at + step, len(ZOOM_STEPS) - 1))])

    def dressed(self, look: str) -> Preferences:
        """With other colours."""
        return replace(self, look=look)

    def sized(self, width: int, height: int) -> Preferences:
        """With another size of the window."""
        return replace(self, width=width, height=height)

    def theme(self) -> Theme:
        """The theme that was chosen, or the one the system asks for."""
        mode = system_mode() if self.look == "system" else Mode(self.look)
        return Theme(mode, self.zoom)


def system_mode() -> Mode:
    """More contrast comes before dark: whoever asks for it needs it."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Mode.CONTRAST
    return Mode.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Mode.LIGHT


def load(folder: Path) -> Preferences:
    """What was chosen; a file that is missing or odd gives the first choices, never an error."""
    try:
        kept = json.loads(read_limited(folder / NAME, _LIMIT))
        wanted = Preferences(**kept)
    except (FileError, ValueError, TypeError):
        return Preferences()
    return wanted if _usable(wanted) else Preferences()


def keep(chosen: Preferences, folder: Path) -> None:
    """Remember the choices; a disk that refuses costs nothing but the choice."""
    try:
        if not folder.is_dir():
            make_folder(folder)
        write_atomic(folder / NAME, json.dumps(asdict(chosen), sort_keys=True).encode())
    except FileError:
        return


def _usable(wanted: Preferences) -> bool:
    numbers = (wanted.zoom, wanted.width, wanted.height)
    return (
        wanted.look in LOOKS
        and all(isinstance(number, int | float) for number in numbers)
        and ZOOM_STEPS[0] <= wanted.zoom <= ZOOM_STEPS[-1]
        and min(wanted.width, wanted.height) > 0
    )
