"""Owns how it looks: tokens read once, and the theme (mode and zoom) that is applied now."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from rhi_desktop.resources import resource

ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
NARROW = 900
"""Below so many effective pixels a page shows one column and its pane becomes a drawer."""
_FACES = "AtkinsonHyperlegibleNext_*.ttf"
"""The other faces of resources/fonts are for paper only."""
_CROWDED = 1.3
_HEADING = 20


class Mode(StrEnum):
    """Which colours: the table of tokens.toml of the same name."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@lru_cache(maxsize=1)
def tokens() -> Mapping[str, Any]:
    """The tokens as written in resources/styles/tokens.toml."""
    return tomllib.loads(resource("styles", "tokens.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Theme:
    """The one answer to every question about a colour, a size or a font.

    All sizes are pixels at 100 %; `px` multiplies by the zoom and rounds, so that lines stay on
    whole pixels.
    """

    mode: Mode = Mode.LIGHT
    zoom: float = 1.0
    _colours: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_colours", tokens()["color"][self.mode.value])

    def colour(self, name: str, alpha: float = 1.0) -> QColor:
        """A colour by its token."""
        colour = QColor(self._colours[name])
        if alpha < 1:
            colour.setAlphaF(alpha)
        return colour

    def hex(self, name: str) -> str:
        """A colour by its token, as written."""
        return self._colours[name]

    def px(self, size: float) -> int:
        """So many pixels at this zoom."""
        return round(size * self.zoom)

    def radius(self, name: str) -> int:
        """A corner: control, card, child or chip."""
        return self.px(tokens()["radius"][name])

    def size(self, name: str) -> int:
        """A measure of the [size] table, scaled."""
        return self.px(tokens()["size"][name])

    @property
    def edge(self) -> int:
        """Width of a control's edge: two pixels when more contrast is asked for."""
        return 2 if self.mode is Mode.CONTRAST else 1

    @property
    def crowded(self) -> bool:
        """True when the zoom asks for the narrow margins and the one-entry menu."""
        return self.zoom > _CROWDED

    @property
    def margin(self) -> int:
        """Left and right margin of a page, before scaling."""
        return 24 if self.crowded else 48

    def narrow(self, width: int) -> bool:
        """True when a page of this real width has room for one column only."""
        return width / self.zoom < NARROW

    def font(self, size: float, weight: int = 400, *, tnum: bool = False) -> QFont:
        """The family at a size in pixels and a weight; `tnum` for figures in columns only."""
        return QFont(_font(round(size * self.zoom), weight, _tracking(size) * self.zoom, tnum))


def _tracking(size: float) -> float:
    """Headings stand a little closer; running text as the font was drawn."""
    if size < _HEADING:
        return 0.0
    tracking: float = tokens()["type"]["tracking-heading"]
    return tracking * size / 30


@lru_cache(maxsize=256)
def _font(pixels: int, weight: int, tracking: float, tnum: bool) -> QFont:  # noqa: FBT001 - a cache key
    font = QFont(tokens()["type"]["family"])
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    # Without hinting, widths are equal at every zoom.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tnum:
        font.setFeature(QFont.Tag("tnum"), 1)
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    return font


class _Applied:
    """What the application wears now: as process-wide as the palette and style sheet it sets."""

    theme = Theme()


def theme() -> Theme:
    """The theme that is applied now. Read it when painting or building, never keep it."""
    return _Applied.theme


def apply(app: QApplication, chosen: Theme) -> None:
    """Dress the application; whoever shows pages builds the present one again afterwards."""
    _Applied.theme = chosen
    if not app.styleSheet():
        # Once: each setting of a style, palette or sheet visits every widget there is.
        app.setStyle("Fusion")
    app.setPalette(palette(chosen))
    app.setStyleSheet(style_sheet(chosen))


def load_fonts() -> None:
    """Register the bundled family; a missing file leaves the platform's font, never an error."""
    for file in sorted(resource("fonts").glob(_FACES)):
        QFontDatabase.addApplicationFont(str(file))


def palette(chosen: Theme) -> QPalette:
    """The palette for what the style sheet does not reach."""
    role = QPalette.ColorRole
    colours = QPalette()
    for part, name in (
        (role.Window, "canvas"),
        (role.Base, "surface"),
        (role.AlternateBase, "subtle"),
        (role.Text, "text"),
        (role.WindowText, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on-accent"),
        (role.Link, "accent"),
        (role.PlaceholderText, "text2"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "canvas"),
    ):
        colours.setColor(part, chosen.colour(name))
    return colours


def style_sheet(chosen: Theme) -> str:
    """The style sheet of resources/styles/app.qss with colours, radii and scaled sizes in place."""
    text = resource("styles", "app.qss").read_text("utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"(?<=[ \-])(\d+)px", lambda hit: _scaled(int(hit[1]), chosen), text)
    text = text.replace("@font", tokens()["type"]["family"])
    text = text.replace("@edge", f"{chosen.edge}px")
    text = re.sub(r"@radius-([a-z]+)", lambda hit: f"{chosen.radius(hit[1])}px", text)
    return re.sub(r"@([a-z][a-z0-9-]*)", lambda hit: chosen.hex(hit[1]), text)


def _scaled(size: int, chosen: Theme) -> str:
    return f"{size if size <= 1 else chosen.px(size)}px"
