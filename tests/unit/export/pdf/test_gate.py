"""Claims about the self-check: it can fail, each time for its own reason."""

from __future__ import annotations

import io

import pikepdf
import pytest

from rhi_desktop.errors import ExportError
from rhi_desktop.export.pdf.gate import check_file, check_tree
from rhi_desktop.export.pdf.tags import Content, Node
from tests.unit.export import samples
from tests.unit.export.signed import base


def tree(*tags: str, alt: str = "what it shows") -> Node:
    """A document with one element of each tag, each holding something."""
    root = Node("Document")
    for tag in tags:
        node = root.child(tag, alt=alt if tag == "Figure" else "")
        node.kids.append(Content(0, 0))
    return root


def rewritten(change: str) -> bytes:
    """The base file with one thing changed."""
    with pikepdf.open(io.BytesIO(base())) as pdf:
        if change == "font":
            fonts = pdf.pages[0].obj.Resources.Font
            fonts[next(iter(fonts.keys()))] = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        elif change == "record":
            pdf.attachments["record.json"] = b"{}"
        else:
            pdf.attachments["other.txt"] = b"more"
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_a_sound_tree_and_file_pass() -> None:
    """What we draw ourselves."""
    check_tree(tree("H1", "H2", "P", "Figure", "H2", "H3"))
    check_file(base(), samples.report().record)


@pytest.mark.parametrize(
    ("root", "code"),
    [
        (tree("H1", "H3"), "heading_skipped"),
        (tree("H2"), "heading_skipped"),
        (tree("Figure", alt=" "), "alt_missing"),
        (Node("Document", [Node("P")]), "node_empty"),
    ],
)
def test_an_unsound_tree_is_refused(root: Node, code: str) -> None:
    """Headings descend, figures speak, elements hold something."""
    with pytest.raises(ExportError, match=code):
        check_tree(root)


@pytest.mark.parametrize(
    ("change", "code"),
    [("font", "font_outside"), ("record", "record_differs"), ("more", "record_differs")],
)
def test_an_unsound_file_is_refused(change: str, code: str) -> None:
    """A font outside the file, another record, a second attachment."""
    with pytest.raises(ExportError, match=code):
        check_file(rewritten(change), samples.report().record)


def test_what_is_no_pdf_is_refused() -> None:
    """In our own words."""
    with pytest.raises(ExportError, match="pdf_unreadable"):
        check_file(b"not a pdf", b"")
