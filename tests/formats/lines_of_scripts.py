"""Owns the reference lines, one for each script a report must set, and their pictures."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.fonts import ONE_AT_A_TIME, Fonts
from rhi_desktop.export.pdf.grid import CHILD, HEIGHT
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import words
from tests.formats.referees import need

PICTURES = Path(__file__).parent / "scripts"
LINES: Mapping[str, tuple[str, str]] = json.loads((PICTURES / "lines.json").read_text("utf-8"))
"""Name, then language and words."""
WIDTH, EDGE, DOTS = 380, 20, 100
DARK = 40
"""How far two blurred greys may be apart before a point counts as different."""
MOST = 0.002
"""The share of points that may differ: other versions of the renderer smooth edges otherwise."""


def drawn(lines: Mapping[str, tuple[str, str]]) -> bytes:
    """One page for each line, quoted as the child's words are."""
    with ONE_AT_A_TIME:
        fonts, target = Fonts(), io.BytesIO()
        canvas = TagCanvas(target, fonts, "en")
        for language, text in lines.values():
            block = words(
                fonts, (Span(text, replace(CHILD, language=language)),), WIDTH, quoted=True
            )
            block.draw(canvas, Node("P"), EDGE, HEIGHT - EDGE)
            canvas.turn()
        canvas.save()
    return target.getvalue()


def pictures(data: bytes, folder: Path) -> list[Image.Image]:
    """The upper strip of each page in greys, as poppler renders it."""
    scale = DOTS / 72
    size = [
        "-x",
        "0",
        "-y",
        "0",
        "-W",
        f"{(WIDTH + 2 * EDGE) * scale:.0f}",
        "-H",
        f"{90 * scale:.0f}",
    ]
    need("pdftoppm")
    command = ["pdftoppm", "-r", str(DOTS), "-gray", *size, "-", str(folder / "line")]
    subprocess.run(command, input=data, check=True, capture_output=True)
    return [Image.open(path).convert("L") for path in sorted(folder.glob("line-*.pgm"))]


def apart(one: Image.Image, other: Image.Image) -> float:
    """The share of points that differ once both are blurred a little."""
    blur = ImageFilter.GaussianBlur(0.8)
    difference = ImageChops.difference(one.filter(blur), other.filter(blur))
    counts = difference.histogram()
    return sum(counts[DARK:]) / sum(counts)
