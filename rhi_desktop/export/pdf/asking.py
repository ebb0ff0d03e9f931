"""Owns what is said between the app and the child that verifies: one question, lines as answer."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import IO

from rhi_desktop.domain.canonical import Plain, dumps, loads
from rhi_desktop.domain.plain import NotPlainError, from_plain, to_plain
from rhi_desktop.export.pdf.verdict import Note, Outcome, Pin, SignatureFinding, Verdict, unheard
from rhi_desktop.export.pdf.verify import verify

LONGEST = 64 * 1024
"""Of one line of the answer."""
MOST_REASONS = 40
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about a file, and who is trusted. `both`: it was countersigned once."""

    pins: tuple[Pin, ...]
    seal_digest: str = ""
    both: bool = False
    quick: bool = True
    whole: bool = True

    def question(self, data: bytes) -> bytes:
        """The question as bytes: what is asked, and the file, each behind its length."""
        frames = (dumps(to_plain(self)), data)
        return b"".join(_LENGTH.pack(len(frame)) + frame for frame in frames)


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """The child's whole life: reads one question, answers quickly first, then wholly."""
    asked = from_plain(Asked, loads(_frame(source)))
    data = _frame(source)

    def tell(kind: str, value: Plain) -> None:
        sink.write(dumps({kind: value}) + b"\n")
        sink.flush()

    def look(*, quick: bool, note: Note) -> Plain:
        wanted, both = asked.seal_digest, asked.both
        found = verify(data, asked.pins, seal_digest=wanted, both=both, quick=quick, note=note)
        return to_plain(_bounded(found))

    if asked.quick:
        tell("quick", look(quick=True, note=unheard))
    if asked.whole:
        tell("whole", look(quick=False, note=lambda done, of: tell("part", [done, of])))


def hear(source: IO[bytes], kind: str, pins: Sequence[Pin], note: Note) -> Verdict:
    """The next verdict of this kind. ValueError when the answer breaks off or is nonsense.

    The child read hostile bytes: names, words and fingerprints of people we know come from our
    own pins, and whoever it calls known must be one of them.
    """
    while True:
        said = loads(_line(source))
        match said:
            case {"part": [int(done), int(of)]} if 0 <= done <= of:
                note(done, of)
            case dict() if set(said) == {kind}:
                return _believed(from_plain(Verdict, said[kind]), pins)
            case _:
                raise NotPlainError("answer")


def _bounded(verdict: Verdict) -> Verdict:
    """No name is so long that the answer would not fit a line, and none has half a letter."""
    return replace(
        verdict, signatures=tuple(_short(finding) for finding in verdict.signatures[:MOST_REASONS])
    )


def _short(finding: SignatureFinding) -> SignatureFinding:
    return replace(finding, field=_letters(finding.field), name=_letters(finding.name))


def _letters(words: str) -> str:
    return words[:200].encode("utf-8", "replace").decode("utf-8")


def _believed(verdict: Verdict, pins: Sequence[Pin]) -> Verdict:
    found = tuple(_ours(finding, pins) for finding in verdict.signatures)
    genuine = bool(found) and all(one.known and one.intact for one in found)
    if verdict.outcome is Outcome.GENUINE and (not genuine or verdict.reasons):
        raise NotPlainError("answer.outcome")
    return replace(verdict, signatures=found)


def _ours(finding: SignatureFinding, pins: Sequence[Pin]) -> SignatureFinding:
    pin = next((one for one in pins if one.sha256 == finding.certificate_sha256), None)
    if pin is None:
        if finding.known or finding.fingerprint or finding.words:
            raise NotPlainError("answer.known")
        return finding
    return replace(finding, name=pin.name, fingerprint=pin.fingerprint, words=pin.words)


def _line(source: IO[bytes]) -> bytes:
    line = source.readline(LONGEST + 1)
    if not line.endswith(b"\n"):
        raise NotPlainError("answer")
    return line[:-1]


def _frame(source: IO[bytes]) -> bytes:
    (length,) = _LENGTH.unpack(source.read(_LENGTH.size))
    return source.read(length)
