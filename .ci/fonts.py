"""Owns the tabular copies of the report's face: run by hand when the face changes, never at set-up.

Figures in columns need the digits of one width (GSUB feature tnum), which the PDF library cannot
switch on. The copy's character map points at them. The font's licence allows changed copies under
another name; see resources/fonts/README.md.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
FACES = ("400Regular", "600SemiBold")
NAMED = {1, 3, 4, 6, 16}
"""Name records that tell the family, the full and the PostScript name."""


def tabular(source: Path, target: Path) -> int:
    """Write the copy whose digits share one width; answer how many characters were pointed anew."""
    font = TTFont(source, recalcTimestamp=False)
    swaps = _swaps(font)
    changed = 0
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if glyph in swaps:
                table.cmap[code] = swaps[glyph]
                changed += 1
    for tag in ("GSUB", "GPOS"):
        del font[tag]
    for record in font["name"].names:
        if record.nameID in NAMED:
            _rename(record)
    font.save(target)
    return changed


def _swaps(font: Any) -> dict[str, str]:
    gsub = font["GSUB"].table
    swaps: dict[str, str] = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    return swaps


def _rename(record: Any) -> None:
    text = record.toUnicode()
    if record.nameID == 6:  # noqa: PLR2004 -- the PostScript name, which may hold no space
        family, _, style = text.partition("-")
        record.string = f"{family}Tabular-{style}"
    else:
        record.string = text.replace("Hyperlegible Next", "Hyperlegible Next Tabular")


def main() -> int:
    """Make both copies."""
    for face in FACES:
        source = FONTS / f"AtkinsonHyperlegibleNext_{face}.ttf"
        count = tabular(source, FONTS / f"AtkinsonTabular_{face}.ttf")
        print(f"{source.name}: {count} characters point at tabular digits")
    return 0


if __name__ == "__main__":
    sys.exit(main())
