"""Owns the order in which a row of mixed scripts stands on the paper, from left to right."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from bidi import algorithm
from bidi.mirror import MIRRORED

from rhi_desktop.export.pdf.breaking import Piece
from rhi_desktop.export.pdf.fonts import SHAPED


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring characters of one direction and one face, in the order they are spoken."""

    text: str
    piece: Piece
    backwards: bool
    """To be shaped: the shaper turns it around itself."""


def levels(text: str, *, backwards: bool) -> list[int]:
    """The embedding level of each character by the Unicode algorithm (UAX 9)."""
    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(backwards)
    storage["base_dir"] = "R" if backwards else "L"
    algorithm.get_embedding_levels(text, storage)
    chars = list(storage["chars"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    # Spaces at the end of a row keep the direction of the paragraph (rule L1).
    for char in reversed(chars):
        if char["orig"] not in {"WS", "BN"}:
            break
        char["level"] = int(backwards)
    return [char["level"] for char in chars]


def visual(pieces: Sequence[Piece], *, backwards: bool) -> list[Stretch]:
    """The stretches of one row from left to right."""
    text = "".join(piece.text for piece in pieces)
    owners = [piece for piece in pieces for _ in piece.text]
    marked = list(zip(text, levels(text, backwards=backwards), owners, strict=True))
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
    if level % 2 == 0:
        return Stretch(text, piece, backwards=False)
    if piece.face in SHAPED:
        return Stretch(text, piece, backwards=True)
    # Signs of a face that is not shaped are turned around here, brackets mirrored (rule L4).
    turned = "".join(
        MIRRORED.get(char, char) if unicodedata.mirrored(char) else char for char in reversed(text)
    )
    return Stretch(turned, piece, backwards=False)


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
