"""Collects the texts of the windows and compiles the English catalogue of plural forms.

Run it after adding a text with %n: `.venv/bin/python .ci/texts.py`. A plural text is written as
"%n line(s)"; its two English forms follow from that and may be corrected by hand in the .ts file.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "i18n" / "rhi_en.ts"
BIN = Path(sys.executable).parent
ALIAS = "QT_TRANSLATE_NOOP+=noop"


def collect(target: Path, *flags: str) -> None:
    """Let lupdate write what it finds into a .ts file; what is gone from the source goes."""
    files = sorted(str(file) for file in (ROOT / "rhi_desktop" / "ui").rglob("*.py"))
    command = [str(BIN / "pyside6-lupdate"), *files, "-tr-function-alias", ALIAS]
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en_GB", "-silent"]
    subprocess.run([*command, *options, *flags, "-ts", str(target)], check=True)


def read(file: Path) -> ET.ElementTree[ET.Element]:
    """A catalogue that lupdate wrote."""
    return ET.parse(file)  # noqa: S314 - our own file


def fill(target: Path) -> None:
    """Give every plural text that has none its English forms."""
    tree = read(target)
    tree.getroot().set("language", "en_GB")
    for message in tree.iter("message"):
        words = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None or translation.get("type") != "unfinished":
            continue
        translation.clear()
        for ending in ("", "s"):
            form = ET.SubElement(translation, "numerusform")
            form.text = words.replace("(s)", ending)
    ET.indent(tree, " " * 4)
    tree.write(target, encoding="utf-8", xml_declaration=True)


def compile_to(source: Path, target: Path) -> None:
    """Let lrelease make the catalogue that the program loads."""
    command = [str(BIN / "pyside6-lrelease"), str(source), "-qm", str(target), "-silent"]
    subprocess.run(command, check=True)


def main() -> int:
    """Collect, fill, compile."""
    collect(SOURCE, "-pluralonly", "-target-language", "en_GB")
    fill(SOURCE)
    compile_to(SOURCE, SOURCE.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
