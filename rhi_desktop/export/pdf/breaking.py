"""Owns breaking text into lines: greedy, at spaces, and inside a word only when it must."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from rhi_desktop.export.pdf.fonts import SHAPED, Fonts
from rhi_desktop.export.pdf.grid import Style
from rhi_desktop.export.pdf.telephones import held_together

TAB = "    "
ZWJ = "\u200d"
JOINERS = ZWJ + "\u200c"
VIRAMA = 9
"""The combining class of the sign that joins a letter to the next one."""
_TOKENS = re.compile(r"[ \u200b]+|\n|[^ \u200b\n]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that one face draws, and how wide it is."""

    text: str
    face: str
    size: float
    color: Color
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a paragraph. Its last piece is a space unless the paragraph ends here.

    The space is drawn although nobody sees it: without it the words of two lines run together
    for whoever listens or copies.
    """

    pieces: tuple[Piece, ...]
    width: float
    ends: bool = False
    """The text itself ends its line here."""
    levels: tuple[int, ...] = ()
    """Of each character, where some of them run from right to left (UAX 9)."""

    @property
    def text(self) -> str:
        """What the row says, in the order it is read."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def shaped(self) -> bool:
        """Whether letters of it join, stack or change places."""
        return any(piece.face in SHAPED for piece in self.pieces)


def right_to_left(text: str) -> bool:
    """True when a text holds a letter of a script that runs from right to left."""
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)


def clusters(text: str) -> list[str]:
    """What a reader takes for one letter each: with its marks, and with letters it is joined to."""
    found: list[str] = []
    for char in text:
        joined = bool(found) and (
            found[-1][-1] == ZWJ or unicodedata.combining(found[-1][-1]) == VIRAMA
        )
        if found and (joined or char in JOINERS or unicodedata.category(char)[0] == "M"):
            found[-1] += char
        else:
            found.append(char)
    return found


class Breaker:
    """Breaks the spans of one paragraph into rows no wider than `width`.

    `first` is the room of the first row. Each piece is measured once, so the time grows with the
    text and no faster.
    """

    def __init__(self, fonts: Fonts, width: float, first: float | None = None) -> None:
        self._fonts = fonts
        self._width = width
        self._room = width if first is None else first
        self._rows: list[Row] = []
        self._row: list[Piece] = []
        self._used = 0.0

    def rows(self, spans: Sequence[Span]) -> tuple[Row, ...]:
        """The rows of a paragraph; an empty paragraph has one empty row."""
        for word, gap in self._words(spans):
            if word:
                self._place(word)
            if gap == "\n":
                self._end(self._space(spans[-1].style))
            elif gap:
                self._add_gap(gap, spans)
        self._end(None)
        return tuple(self._rows)

    def _words(self, spans: Sequence[Span]) -> Iterator[tuple[list[Piece], str]]:
        word: list[Piece] = []
        for span in spans:
            text = held_together(unicodedata.normalize("NFC", span.text).replace("\t", TAB))
            for found in _TOKENS.findall(text):
                if found == "\n" or found[0] in " \u200b":
                    yield word, found.replace("\u200b", "")
                    word = []
                else:
                    word = [*word, *self._pieces(found, span.style)]
        yield word, ""

    def _pieces(self, text: str, style: Style) -> Iterator[Piece]:
        for stretch_face, stretch in self._fonts.pieces(text, style.face, style.language):
            width = self._fonts.width(stretch, stretch_face, style.size)
            yield Piece(stretch, stretch_face, style.size, style.color, width)

    def _space(self, style: Style, text: str = " ") -> Piece:
        width = self._fonts.width(text, style.face, style.size)
        return Piece(text, style.face, style.size, style.color, width)

    def _add_gap(self, gap: str, spans: Sequence[Span]) -> None:
        style = spans[0].style
        piece = self._space(style, gap)
        self._row.append(piece)
        self._used += piece.width

    def _place(self, word: list[Piece]) -> None:
        width = sum(piece.width for piece in word)
        if self._used and self._used + width > self._room:
            self._end(None)
        if width > self._room:
            for piece in word:
                self._fill(piece)
        else:
            self._row.extend(word)
            self._used += width

    def _fill(self, piece: Piece) -> None:
        """Put a stretch of a word that fits no row, breaking it where the row ends."""
        start, at, used = 0, 0, self._used
        for cluster in clusters(piece.text):
            end = at + len(cluster)
            width = used + self._fonts.width(piece.text[start:end], piece.face, piece.size)
            if width > self._room and (at > start or self._row):
                self._row.append(self._cut(piece, start, at))
                self._end(None)
                start, used = at, 0.0
            at = end
        self._row.append(self._cut(piece, start, len(piece.text)))
        self._used = used + self._row[-1].width

    def _cut(self, piece: Piece, start: int, end: int) -> Piece:
        text = piece.text[start:end]
        width = self._fonts.width(text, piece.face, piece.size)
        return Piece(text, piece.face, piece.size, piece.color, width)

    def _end(self, space: Piece | None) -> None:
        if space is not None:
            self._row.append(space)
            self._used += space.width
        ends = space is not None
        self._rows.append(Row(_merged(self._row), self._used, ends))
        self._row, self._used, self._room = [], 0.0, self._width


def _merged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one look as one piece: fewer operators in the file."""
    out: list[list[Piece]] = []
    for piece in pieces:
        last = out[-1][-1] if out else None
        alike = last is not None and (last.face, last.size, last.color) == (
            piece.face,
            piece.size,
            piece.color,
        )
        if alike:
            out[-1].append(piece)
        else:
            out.append([piece])
    return tuple(
        Piece(
            "".join(p.text for p in same),
            same[0].face,
            same[0].size,
            same[0].color,
            sum(p.width for p in same),
        )
        for same in out
    )
