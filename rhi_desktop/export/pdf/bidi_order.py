"""Owns the order in which a row of mixed scripts stands on the paper, from left to right."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from bidi import algorithm
from bidi.mirror import MIRRORED

from rhi_desktop.export.pdf.brackets import pair_brackets
from rhi_desktop.export.pdf.breaking import Piece, Row
from rhi_desktop.export.pdf.fonts import BACKWARDS, SHAPED
from rhi_desktop.export.pdf.telephones import as_one_number


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring characters of one direction and one face, in the order they are spoken."""

    text: str
    piece: Piece
    shaped: bool
    """To be shaped: where it runs from right to left, the shaper turns it around itself."""


def levels(text: str, *, backwards: bool) -> list[int]:
    """The embedding level of each character of a paragraph by the Unicode algorithm (UAX 9)."""
    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(backwards)
    storage["base_dir"] = "R" if backwards else "L"
    algorithm.get_embedding_levels(as_one_number(text), storage)
    chars = list(storage["chars"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    pair_brackets(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return _joined(chars, int(backwards))


def _joined(chars: Sequence[dict[str, Any]], base: int) -> list[int]:
    """A joiner stands where the letter before it stands: it must not part a word."""
    found: list[int] = []
    for char in chars:
        before = found[-1] if found else base
        found.append(before if char["orig"] == "BN" else char["level"])
    return found


def levelled(rows: Sequence[Row], *, backwards: bool) -> tuple[Row, ...]:
    """The rows of a text with the level of each character, worked out over whole paragraphs."""
    found: list[Row] = []
    paragraph: list[Row] = []
    for row in rows:
        paragraph.append(row)
        if row.ends or row is rows[-1]:
            found += _levelled(paragraph, backwards=backwards)
            paragraph = []
    return tuple(found)


def _levelled(rows: Sequence[Row], *, backwards: bool) -> list[Row]:
    known = levels("".join(row.text for row in rows), backwards=backwards)
    found, start = [], 0
    for row in rows:
        end = start + len(row.text)
        own = _trailing(row.text, known[start:end], int(backwards))
        found.append(Row(row.pieces, row.width, row.ends, tuple(own)))
        start = end
    return found


def _trailing(text: str, known: list[int], base: int) -> list[int]:
    """Spaces at the end of a row keep the direction of the paragraph (rule L1)."""
    kept = len(text.rstrip(" "))
    return known[:kept] + [base] * (len(text) - kept)


def visual(row: Row) -> list[Stretch]:
    """The stretches of one row from left to right."""
    text = row.text
    owners = [piece for piece in row.pieces for _ in piece.text]
    marked = list(zip(text, row.levels or [0] * len(text), owners, strict=True))
    runs = [
        (level, _stretch("".join(char for char, _, _ in group), group[0][2], level))
        for level, group in _grouped(marked)
    ]
    return _reordered(runs)


Marked = tuple[str, int, Piece]


def _grouped(marked: Sequence[Marked]) -> list[tuple[int, list[Marked]]]:
    found = groupby(marked, lambda item: (item[1], id(item[2])))
    return [(key[0], list(group)) for key, group in found]


def _stretch(text: str, piece: Piece, level: int) -> Stretch:
    if piece.face in SHAPED - BACKWARDS:
        return Stretch(text, piece, shaped=True)
    if level % 2 == 0:
        return Stretch(text, piece, shaped=False)
    if piece.face in SHAPED:
        return Stretch(text, piece, shaped=True)
    # Signs of a face that is not shaped are turned around here, brackets mirrored (rule L4).
    turned = "".join(
        MIRRORED.get(char, char) if unicodedata.mirrored(char) else char for char in reversed(text)
    )
    return Stretch(turned, piece, shaped=False)


def _reaches(level: int, run: tuple[int, Stretch]) -> bool:
    return run[0] >= level


def _reordered(runs: list[tuple[int, Stretch]]) -> list[Stretch]:
    """Reverse what stands at each level or above, from the highest down (rule L2)."""
    highest = max((level for level, _ in runs), default=0)
    for level in range(highest, 0, -1):
        turned: list[tuple[int, Stretch]] = []
        for above, group in groupby(runs, partial(_reaches, level)):
            part = list(group)
            turned.extend(reversed(part) if above else part)
        runs = turned
    return [stretch for _, stretch in runs]
