"""Claims about tokens, style sheet and icons."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QRawFont
from PySide6.QtWidgets import QApplication

from rhi_desktop.resources import resource
from rhi_desktop.ui.icons import IconName, draw_icon
from rhi_desktop.ui.theme import Mode, Theme, palette, style_sheet, theme, tokens
from rhi_desktop.ui.widgets import smooth
from tests.ui.conftest import dress

TEXT, EDGE = 4.5, 3.0
VOICES = ("child", "saw", "told", "view", "asked")
PAIRS = [
    *(("text", ground, TEXT) for ground in ("canvas", "surface", "subtle", "accent-soft")),
    *(("text", f"{tone}-soft", TEXT) for tone in ("notice", "danger", "good", "view")),
    *(("text2", ground, TEXT) for ground in ("canvas", "surface", "subtle", "accent-soft")),
    *(("border", ground, EDGE) for ground in ("canvas", "surface", "subtle")),
    *(("accent", ground, TEXT) for ground in ("canvas", "surface", "subtle", "notice-soft")),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-hover", TEXT),
    ("accent-hover", "accent-soft", TEXT),
    ("focus-gap", "danger", TEXT),
    ("focus-gap", "focus", EDGE),
    ("canvas", "text", TEXT),
    ("paper-ink", "paper", TEXT),
    ("paper-ink2", "paper", TEXT),
    *(("focus", ground, EDGE) for ground in ("canvas", "surface", "subtle", "accent-soft")),
    *((tone, "surface", TEXT) for tone in ("danger", "notice", "good")),
    *((tone, f"{tone}-soft", TEXT) for tone in ("danger", "notice", "good")),
    *((voice, ground, EDGE) for voice in VOICES for ground in ("canvas", "surface")),
    *((f"{voice}-ink", f"{voice}-soft", TEXT) for voice in VOICES),
    *((f"{voice}-ink", "canvas", TEXT) for voice in VOICES),
]


def luminance(colour: QColor) -> float:
    """WCAG 2.x relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: QColor, other: QColor) -> float:
    """WCAG 2.x contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("ink", "ground", "floor"), PAIRS)
def test_every_pair_in_use_has_contrast(mode: Mode, ink: str, ground: str, floor: float) -> None:
    """Text has 4.5 to 1 and edges 3 to 1 on every ground, in every mode (A5)."""
    look = Theme(mode)

    assert ratio(look.colour(ink), look.colour(ground)) >= floor


def test_all_modes_have_the_same_colours() -> None:
    """No mode lacks a colour that another has."""
    tables = [set(tokens()["color"][mode.value]) for mode in Mode]

    assert tables[0] == tables[1] == tables[2]


@pytest.mark.parametrize("mode", Mode)
def test_the_style_sheet_is_filled_in(mode: Mode) -> None:
    """Nothing of the template's own signs is left, and lengths grow with the zoom."""
    sheet = style_sheet(Theme(mode, 2.0))

    assert "@" not in sheet
    assert "padding: 0 24px" in sheet
    assert "min-height: 68px" in sheet
    assert "max-height: 1px" in sheet


def test_colours_stand_only_in_the_tokens() -> None:
    """The style sheet names colours by token, never by number."""
    sheet = resource("styles", "app.qss").read_text("utf-8")

    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?!page)", sheet)


@pytest.mark.parametrize("name", get_args(IconName))
def test_every_icon_draws_in_the_colour_asked_for(name: IconName) -> None:
    """An icon leaves a mark, and only in its colour."""
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = smooth(image)
    draw_icon(painter, name, QRectF(0, 0, 40, 40), QColor("#00FF00"))
    painter.end()
    inked = [
        image.pixelColor(x, y)
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() > 200
    ]

    assert inked
    assert {(colour.red(), colour.blue()) for colour in inked} == {(0, 0)}


def test_every_icon_file_has_a_name_in_the_type() -> None:
    """The list of names and the folder of files agree."""
    files = {file.stem for file in resource("icons").glob("*.svg")}

    assert files == set(get_args(IconName))


def test_the_family_is_registered_and_holds_welsh() -> None:
    """The bundled family is used, and has the letters of Welsh."""
    family = tokens()["type"]["family"]
    font = QRawFont.fromFont(theme().font(16))

    assert family in QFontDatabase.families()
    assert all(font.supportsCharacter(ord(letter)) for letter in "ŵŷŴŶẁẃẅâêîôû")


def test_sizes_are_whole_pixels(qapp: QApplication) -> None:
    """At every zoom a measure is a whole number of pixels, and narrow means below 900."""
    dress(qapp, Theme(zoom=1.25))

    assert theme().px(3) == 4
    assert theme().narrow(1124)
    assert not theme().narrow(1126)
    assert not theme().crowded
    assert Theme(zoom=2.0).margin == 24


def test_the_palette_follows_the_mode() -> None:
    """Parts that the style sheet does not reach have the same ground."""
    assert palette(Theme(Mode.DARK)).window().color() == Theme(Mode.DARK).colour("canvas")
