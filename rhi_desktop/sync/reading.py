"""Owns what parent and child say to each other: a question of three frames, lines as the answer."""

from __future__ import annotations

import struct
from collections.abc import Collection, Sequence
from typing import IO

from rhi_desktop.domain.canonical import Plain, dumps, loads
from rhi_desktop.domain.card import KnownCard, Trust
from rhi_desktop.domain.exchange import BundleHead, Incoming
from rhi_desktop.domain.plain import NotPlainError, from_plain, to_plain
from rhi_desktop.domain.record import Record
from rhi_desktop.errors import BundleError, Fact
from rhi_desktop.sync import bundle, payload
from rhi_desktop.sync.cards import card_from, card_plain
from rhi_desktop.sync.records import is_digest

_LENGTH = struct.Struct(">I")
_END = b'{"end":true}'
_FACTS = {"count", "digest", "fingerprint", "version"}


def ask(secret: str, cards: Sequence[KnownCard], packs: Collection[str], data: bytes) -> bytes:
    """The question: secret, book and bundle, each behind its length."""
    book: Plain = {
        "cards": [{"card": card_plain(known.card), "trust": known.trust.value} for known in cards],
        "packs": list(packs),
    }
    frames = (secret.encode("ascii"), dumps(book), data)
    return b"".join(_LENGTH.pack(len(frame)) + frame for frame in frames)


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """The child's whole life: reads one question, writes the answer line by line.

    The answer is complete only with its last line, `{"end":true}` or `{"refused":...}`.
    """
    secret, book, data = (_frame(source) for _ in range(3))
    cards, packs = _book(loads(book))
    try:
        opened = bundle.unseal(data, secret.decode("ascii"), cards, packs)
        head = to_plain(opened.head)
        sink.write(dumps({"head": head, "sender": opened.sender.fingerprint}) + b"\n")
        sink.writelines(line + b"\n" for line in opened.lines)
        sink.write(_END + b"\n")
    except BundleError as error:
        sink.write(dumps({"refused": error.code, "facts": dict(error.facts)}) + b"\n")
    sink.flush()


def hear(source: IO[bytes], cards: Sequence[KnownCard]) -> Incoming:
    """The answer as values. Raises the BundleError of a refusal; ValueError if it is incomplete.

    The child read hostile bytes, so nothing it says is taken on faith: every line is parsed as
    strictly as in the child.
    """
    first = loads(_line(source))
    if not isinstance(first, dict):
        raise NotPlainError("answer")
    if "refused" in first:
        raise _refusal(first)
    head = from_plain(BundleHead, first.get("head"))
    sender = next(
        (known.card for known in cards if known.card.fingerprint == first.get("sender")), None
    )
    if sender is None or sender.fingerprint != head.sender:
        raise NotPlainError("answer.sender")
    records: list[Record] = []
    files: dict[str, bytes] = {}
    while (line := _line(source)) != _END:
        if line.startswith(b'{"facts":'):
            raise _refusal(loads(line))
        item = payload.parse(line)
        if isinstance(item, Record):
            records.append(item)
        else:
            files[item[0]] = item[1]
    return Incoming(head, sender, tuple(records), files)


def _line(source: IO[bytes]) -> bytes:
    line = source.readline(payload.MAX_LINE + 2)
    if not line.endswith(b"\n"):
        raise NotPlainError("answer")
    return line[:-1]


def _refusal(plain: Plain) -> BundleError:
    match plain:
        case {"refused": str(code), "facts": dict(facts)} if set(facts) <= _FACTS:
            return BundleError(code, **{name: _fact(value) for name, value in facts.items()})
    raise NotPlainError("answer.refused")


def _fact(value: Plain) -> Fact:
    # A fact is shown: from a child that met hostile bytes only numbers and digests are.
    if isinstance(value, int) or (isinstance(value, str) and is_digest(value)):
        return value
    raise NotPlainError("answer.facts")


def _frame(source: IO[bytes]) -> bytes:
    (length,) = _LENGTH.unpack(source.read(_LENGTH.size))
    return source.read(length)


def _book(plain: Plain) -> tuple[list[KnownCard], set[str]]:
    match plain:
        case {"cards": list(cards), "packs": list(packs)}:
            return [_known(item) for item in cards], {str(digest) for digest in packs}
    raise NotPlainError("question")


def _known(plain: Plain) -> KnownCard:
    match plain:
        case {"card": dict(card), "trust": str(trust)}:
            made = card_from(card)
            return KnownCard(made, Trust(trust), made.made_at)
    raise NotPlainError("question.card")
