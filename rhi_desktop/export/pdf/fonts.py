"""Owns the faces of the paper and which face can draw a character."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from threading import Lock

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, shapeStr

from rhi_desktop.errors import ExportError
from rhi_desktop.resources import resource

FACES = {
    "Body": "AtkinsonHyperlegibleNext_400Regular.ttf",
    "Body-M": "AtkinsonHyperlegibleNext_500Medium.ttf",
    "Body-S": "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    "Body-B": "AtkinsonHyperlegibleNext_700Bold.ttf",
    "Tab": "AtkinsonTabular_400Regular.ttf",
    "Tab-S": "AtkinsonTabular_600SemiBold.ttf",
}
FALLBACKS = {
    "Sans": "NotoSans-Regular.ttf",
    "Math": "NotoSansMath-Regular.ttf",
    "Symbols": "NotoSansSymbols-Regular.ttf",
    "Symbols2": "NotoSansSymbols2-Regular.ttf",
    "Emoji": "NotoEmoji-Regular.ttf",
    "Hebrew": "NotoSansHebrew-Regular.ttf",
    "Arabic": "NotoNaskhArabic-Regular.ttf",
    "Nastaliq": "NotoNastaliqUrdu-Regular.ttf",
    "Devanagari": "NotoSansDevanagari-Regular.ttf",
    "Bengali": "NotoSansBengali-Regular.ttf",
    "Gurmukhi": "NotoSansGurmukhi-Regular.ttf",
    "Gujarati": "NotoSansGujarati-Regular.ttf",
    "Tamil": "NotoSansTamil-Regular.ttf",
    "Ethiopic": "NotoSansEthiopic-Regular.ttf",
}
"""Asked in this order for a character that the wanted face does not have."""
SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0750, 0x077F, "Arabic"),
    (0x08A0, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x1200, 0x139F, "Ethiopic"),
    (0xFB50, 0xFEFC, "Arabic"),
)
"""First and last letter of a script, and its face, which is asked before the other fallbacks."""
NASTALIQ = {"ur"}
"""Languages whose readers expect Arabic letters to hang from a slope."""
ONE_AT_A_TIME = Lock()
"""To be held while drawing: reportlab keeps its fonts in one table for the whole process."""
BACKWARDS = {"Hebrew", "Arabic", "Nastaliq"}
SHAPED = BACKWARDS | {"Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil"}
"""Faces whose letters join, stack or change places: a shaper has to put them."""
_JOINERS = "\u200c\u200d"
_DANDAS = "\u0964\u0965"
"""Full stops that the scripts of South Asia share."""
_FIXED_SPACES = "\u00a0\u202f\u2007"
"""They hold words together while lines are broken, and are drawn as plain spaces."""


class ShapedFont(TTFont):
    """A font whose glyphs from shaping keep the width of the font program.

    reportlab files such a glyph under its kerned advance, and the width in the file then differs
    from the font's own (PDF/A and PDF/UA fail). Guarded by tests/unit/export/pdf/test_cures.py.
    """

    hbAddPrivate: Callable[[str, int, int], int]  # noqa: N815  reportlab's name
    hbFace: uharfbuzz.Face  # noqa: N815  reportlab's name

    def hbFont(self, fontSize: float = 10) -> uharfbuzz.Font:  # noqa: N802, N803  reportlab's name
        """The font for shaping; private characters made through it get their own width."""
        shaper: uharfbuzz.Font = super().hbFont(fontSize)
        add = self.hbAddPrivate
        units = self.face.unitsPerEm

        def add_unkerned(name: str, glyph: int, _kerned: int) -> int:
            width = uharfbuzz.Font(self.hbFace).get_glyph_h_advance(glyph)
            return add(name, glyph, round(width * 1000 / units))

        self.hbAddPrivate = add_unkerned
        return shaper


class Fonts:
    """The faces of one drawing. Raises ExportError("glyph_missing") for an undrawable character.

    Shaped faces are made anew for each drawing, because they keep private characters: the same
    input would otherwise give other bytes the second time.
    """

    def __init__(self) -> None:
        self._fonts: dict[str, TTFont] = {}
        self._chosen: dict[tuple[str, str, str], str] = {}
        # Words come again and again, and asking once is enough.
        self._pieces: dict[tuple[str, str, str], tuple[tuple[str, str], ...]] = {}
        self._widths: dict[tuple[str, str, float], float] = {}
        for face in FACES:
            self.font(face)

    def font(self, face: str) -> TTFont:
        """The font of a face, registered for drawing."""
        if face not in self._fonts:
            self._fonts[face] = _font(face)
        return self._fonts[face]

    def face_of(self, char: str, wanted: str, language: str = "") -> str:
        """The face that draws a character: the wanted one, or the first fallback that can."""
        key = (char, wanted, language)
        if key not in self._chosen:
            faces = (wanted, *_of_script(char, language), *FALLBACKS)
            found = next((face for face in faces if self._has(face, char)), None)
            if found is None:
                raise ExportError("glyph_missing", character=name_of(char))
            self._chosen[key] = found
        return self._chosen[key]

    def _has(self, face: str, char: str) -> bool:
        return ord(char) in self.font(face).face.charToGlyph

    def pieces(self, text: str, wanted: str, language: str = "") -> Sequence[tuple[str, str]]:
        """Stretches of text, each with the face that draws all of it.

        Signs that are never seen (variation selectors, direction marks) are left out; a mark
        takes the face of the letter it stands on when that face has it.
        """
        key = (text, wanted, language)
        if key not in self._pieces:
            self._pieces[key] = tuple(self._parted(text, wanted, language))
        return self._pieces[key]

    def _parted(self, text: str, wanted: str, language: str) -> Iterator[tuple[str, str]]:
        drawn = [" " if char in _FIXED_SPACES else char for char in text if not _unseen(char)]
        faces: list[str] = []
        for char in drawn:
            before = faces[-1] if faces else wanted
            keep = _sticks(char) and (char in _JOINERS or self._has(before, char))
            faces.append(before if keep else self.face_of(char, wanted, language))
        for face, stretch in groupby(zip(faces, drawn, strict=True), lambda pair: pair[0]):
            chars = "".join(char for _, char in stretch)
            plain = chars if face in SHAPED else chars.translate({ord(c): None for c in _JOINERS})
            if plain:
                yield face, plain

    def width(self, text: str, face: str, size: float) -> float:
        """How wide one stretch is drawn."""
        key = (text, face, size)
        if key not in self._widths:
            self._widths[key] = self._measured(text, face, size)
        return self._widths[key]

    def _measured(self, text: str, face: str, size: float) -> float:
        self.font(face)
        if face not in SHAPED:
            return float(pdfmetrics.stringWidth(text, face, size))
        shaped = self.shape(text, face, size)
        data = getattr(shaped, "__shapeData__", None)
        if data is None:
            return float(pdfmetrics.stringWidth(shaped, face, size))
        return float(sum(item.x_advance for item in data)) * size / 1000

    def shape(self, text: str, face: str, size: float) -> str:
        """Letters joined as the script asks, in the order they stand from left to right."""
        self.font(face)
        shaped: str = shapeStr(text, face, size)
        return shaped


_SHARED: dict[str, TTFont] = {}


def _font(face: str) -> TTFont:
    path = str(resource("fonts", (FACES | FALLBACKS)[face]))
    if face in SHAPED:
        font: TTFont = ShapedFont(face, path)
    else:
        font = _SHARED.get(face) or TTFont(face, path, shapable=False)
        _SHARED[face] = font
    pdfmetrics.registerFont(font)
    return font


def _of_script(char: str, language: str) -> tuple[str, ...]:
    """The faces made for the script of a character."""
    code = ord(char)
    faces = tuple(face for first, last, face in SCRIPTS if first <= code <= last)
    if "Arabic" in faces and language.partition("-")[0].lower() in NASTALIQ:
        return ("Nastaliq", *faces)
    return faces


def _sticks(char: str) -> bool:
    """Whether a sign belongs to the letter before it, whichever face that has."""
    return unicodedata.category(char)[0] == "M" or char in _JOINERS or char in _DANDAS


def _unseen(char: str) -> bool:
    # Cf holds direction marks, joiners and the soft hyphen; the rest are variation selectors, and
    # the sign of no sign at all, which no archival file may hold.
    if char in _JOINERS:
        return False
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f" or char == "\0"


def name_of(char: str) -> str:
    """A character as a message can show it: "U+2620 SKULL AND CROSSBONES"."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}"
