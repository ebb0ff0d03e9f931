"""Owns how far a check is: the reader counts what it looks at."""

from __future__ import annotations

from io import BytesIO

from pyhanko.pdf_utils.generic import PdfObject, Reference
from pyhanko.pdf_utils.reader import PdfFileReader

from rhi_desktop.export.pdf.verdict import Note

NOTES = 50
"""How often anybody hears of it, at most."""


class CountingReader(PdfFileReader):
    """Reads as pyHanko does, and says how much it has read of what a comparison reads."""

    def __init__(self, source: BytesIO, note: Note) -> None:
        self._note = note
        self._seen: set[int] = set()
        self._told = 0
        self._whole = 0
        super().__init__(source, strict=False)
        # A comparison walks through all that the first revision holds, each object once.
        self._whole = len(self.xrefs.explicit_refs_in_revision(0))

    def get_object(
        self,
        ref: Reference,
        revision: int | None = None,
        never_decrypt: bool = False,  # noqa: FBT001, FBT002  pyHanko's own signature
        transparent_decrypt: bool = True,  # noqa: FBT001, FBT002  the same
        as_metadata_stream: bool = False,  # noqa: FBT001, FBT002  the same
    ) -> PdfObject:
        """The object, as the base class has it."""
        self._count(ref.idnum)
        return super().get_object(
            ref,
            revision=revision,
            never_decrypt=never_decrypt,
            transparent_decrypt=transparent_decrypt,
            as_metadata_stream=as_metadata_stream,
        )

    def _count(self, number: int) -> None:
        # By number: a stream that holds others is read anew for each of them.
        self._seen.add(number)
        done = min(len(self._seen), self._whole)
        share = done * NOTES // max(self._whole, 1)
        if share > self._told:
            self._told = share
            self._note(done, self._whole)
