"""Owns the self-check before a report may be signed: it refuses what a reader could not trust."""

from __future__ import annotations

import io

from pikepdf import Dictionary, Object, Pdf, PdfError, Stream

from rhi_desktop.errors import ExportError
from rhi_desktop.export.pdf.finish import RECORD
from rhi_desktop.export.pdf.inside import files
from rhi_desktop.export.pdf.tags import Node

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_EMPTY_ALLOWED = {"TD", "TH"}
_HEADINGS = {f"H{level}": level for level in range(1, 7)}


def check_tree(root: Node) -> None:
    """After drawing: every element holds something.

    Raises ExportError node_empty, and whatever `check_story` raises.
    """
    check_story(root)
    for node in root.walk():
        if not node.kids and node.tag not in _EMPTY_ALLOWED | {"Form"}:
            raise ExportError("node_empty", tag=node.tag)


def check_story(root: Node) -> None:
    """Before drawing: every figure and field says what it is, headings descend.

    Raises ExportError: alt_missing, heading_skipped.
    """
    level = 0
    for node in root.walk():
        if node.tag in {"Figure", "Form"} and not node.alt.strip():
            raise ExportError("alt_missing", tag=node.tag)
        if node.tag in _HEADINGS:
            if _HEADINGS[node.tag] > level + 1:
                raise ExportError("heading_skipped", level=_HEADINGS[node.tag])
            level = _HEADINGS[node.tag]


def check_file(data: bytes, record: bytes | None = None) -> None:
    """Every font a page can use is inside the file; attached is the given record, or nothing.

    Raises ExportError: font_outside, record_differs, pdf_unreadable.
    """
    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            _check_fonts(pdf)
            if attached(pdf) != ({} if record is None else {RECORD: record}):
                raise ExportError("record_differs")
    except PdfError as error:
        raise ExportError("pdf_unreadable") from error


def _check_fonts(pdf: Pdf) -> None:
    for item in pdf.objects:
        resources = item.get("/Resources") if isinstance(item, Dictionary | Stream) else None
        if not isinstance(resources, Dictionary):
            continue
        for font in resources.get("/Font", Dictionary()).values():
            if not _inside(font):
                raise ExportError("font_outside", font=str(font.get("/BaseFont", "")))


def _inside(font: Object) -> bool:
    descriptor = font.get("/FontDescriptor")
    return isinstance(descriptor, Dictionary) and any(key in descriptor for key in _EMBEDDED)


def attached(pdf: Pdf) -> dict[str, bytes]:
    """Every embedded file by its name, wherever in the file it is kept."""
    found = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    for item in files(pdf):
        data = item.read_bytes()
        if data not in found.values():
            found[f"stream {item.objgen[0]}"] = data
    return found
