"""Owns drawing the pictures of the reference lines anew: by hand, and then they are looked at."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.formats.lines_of_scripts import LINES, PICTURES, drawn, pictures


def main(folder: Path) -> None:
    """Every line into its picture."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in zip(LINES, pictures(drawn(LINES), folder), strict=True):
        picture.save(PICTURES / f"{name.replace(' ', '_')}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
