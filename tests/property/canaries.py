"""Owns accounts in which every written word is its own, and the search for one in a file."""

from __future__ import annotations

import dataclasses
import io
import re
import subprocess
from collections.abc import Collection, Iterator
from dataclasses import replace
from random import Random  # noqa: TID251  handed in by a seeded strategy
from typing import get_args, get_type_hints

import pikepdf

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.ids import LineId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.plain import from_plain, to_plain
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.meant import means_police

WORD = re.compile(r"zq\d{5}")
SEERS = ("Police", "the police", "Mum", "everyone", "Nan", "PC Birk", "The people I live with")
"""From whom something is kept, and who may see the plan."""
ASKED = {"keep_from", "may_see", "may_not_see"}
WRITTEN = frozenset(
    {
        *("called", "how_to_talk", "lives_at", "responsible_authority", "host_authority", "role"),
        *("reported_by", "police_reference", "known_before", "late_words", "words", "made_by"),
        *("told_by", "text", "by", "tags", "place", "present", "reason", "declined_by", "who"),
        *("why", "decided_by", "passed_to", "open_offer", "values", "declined_words", "because"),
        *("promised_by", "caption", "name", "other_names", "relation", "age", "how_met", "view"),
        *("contact", "address", "description", "known_to_services", "evidence", "no_action"),
        *("wording", "set_title", "or_it_may_be", "child_thinks", "what", "opened_by", "promise"),
        *("organisation", "reference"),
    }
)
"""Every field that somebody writes in; a test fails when a later one stands nowhere here."""
CODES = frozenset(
    {
        *("id", "case_id", "interview_id", "episode_id", "line_id", "plan_id", "thread_id", "of"),
        *(
            "question_id",
            "disclosure_id",
            "set_id",
            "indicator_id",
            "referral",
            "digest",
            "language",
        ),
        *("struck_by", "initials", "episode_ids", "line_ids", "concern_ids", "not_same", "pack"),
        *("packs", "brought_from"),
    }
)
"""Identifiers, and what every version holds."""
ANSWERED = {
    "travel": ("walked",),
    "hurt": ("yes",),
    "told_stop": ("understood",),
    "being_back": ("6",),
    "reach_safely": ("zq99999",),
}
CONSENTS = ("okay", "part", "prefer_not")


def stamp(told: Account, luck: Random) -> Account:
    """The account with a word of its own in every field that somebody writes."""
    counter = iter(range(1, 90_000))
    plain = _stamped(to_plain(told), "", counter, luck)
    return _joined(from_plain(Account, plain), luck)


def _stamped(plain: Plain, name: str, counter: Iterator[int], luck: Random) -> Plain:
    if isinstance(plain, dict):
        # Who sees a part of the plan is somebody whom the child may name.
        seen = "blocks" in plain or "child_told" in plain
        return {
            key: luck.choice(SEERS) if seen and key == "who"
            else _stamped(one, key, counter, luck)
            for key, one in plain.items()
        }  # fmt: skip
    if name in ASKED and isinstance(plain, list):
        return [luck.choice(SEERS) for _ in plain]
    if isinstance(plain, list):
        return [_stamped(one, name, counter, luck) for one in plain]
    if name == "initials":
        return "M.T."
    return f"zq{next(counter):05d}" if name in WRITTEN and isinstance(plain, str) else plain


def _joined(told: Account, luck: Random) -> Account:
    """Cards, signs, views and readings rest on lines of the account; some lines name a card."""
    lines = tuple(
        replace(line, number=number, question_id=luck.choice(("", *ANSWERED)))
        for number, line in enumerate(told.lines, 1)
    )
    lines = tuple(_naming(line, luck.choice((*told.entities, None))) for line in lines)
    ids = [line.id for line in lines]

    def some() -> tuple[LineId, ...]:
        return tuple(luck.sample(ids, luck.randint(0, len(ids))))

    return replace(
        told,
        lines=lines,
        answers=_answers(told.answers, luck),
        entities=tuple(replace(one, line_ids=some()) for one in told.entities),
        concerns=tuple(replace(one, line_ids=some()) for one in told.concerns),
        threads=tuple(replace(one, line_ids=some()) for one in told.threads),
        readings=tuple(replace(one, line_id=luck.choice(ids)) for one in told.readings if ids),
    )


def _naming(line: Line, card: Entity | None) -> Line:
    if card is None:
        return replace(line, tags=())
    return replace(line, words=f"{line.words} @{card.name}", tags=(f"@{card.name}",))


def _answers(found: Collection[Answer], luck: Random) -> tuple[Answer, ...]:
    names = luck.sample(sorted(ANSWERED), min(len(found), len(ANSWERED)))
    given = [
        replace(one, question_id=name, values=ANSWERED[name] if one.blank is None else ())
        for one, name in zip(found, names, strict=False)
    ]
    for name in ("share_police", "share_carer"):
        if given and luck.random() < 0.7:
            first = given.pop()
            values = (luck.choice(CONSENTS),)
            given.insert(0, replace(first, question_id=name, values=values, blank=None))
    return tuple(given)


def text_fields(kind: object) -> set[str]:
    """Every field of a dataclass, and of those within, that holds text and no value of a list."""
    found: set[str] = set()
    for name, hint in get_type_hints(kind).items():
        for inner in _inner(hint):
            if inner is str:
                found.add(name)
            elif dataclasses.is_dataclass(inner):
                found |= text_fields(inner)
    return found


def _inner(hint: object) -> Iterator[object]:
    """What a field holds: itself, or whatever stands within a tuple or a choice."""
    within = [one for one in get_args(hint) if one is not Ellipsis]
    if not within:
        yield hint
    for one in within:
        yield from _inner(one)


def words_of(value: object) -> set[str]:
    """Every word of ours in a value."""
    return of_text(str(to_plain(value)))


def of_text(text: str) -> set[str]:
    """Every word of ours in a text."""
    return set(WORD.findall(text))


def kept(names: Collection[str], variant: Variant) -> bool:
    """Whether the child asked to keep it from this reader."""
    if variant is Variant.CARER:
        return bool(names)
    return any(means_police(name) for name in names)


def found(data: bytes, wanted: Collection[str]) -> set[str]:
    """Which words stand anywhere in a file: every stream unpacked, every string, page and tag."""
    looked = "".join((*_spoken(data), *_objects(data), data.decode("latin-1")))
    whole = "".join(looked.split())
    return {word for word in wanted if word in whole}


def _spoken(data: bytes) -> Iterator[str]:
    for command in (["pdftotext", "-raw", "-", "-"], ["pdfinfo", "-struct-text", "-"]):
        done = subprocess.run(command, input=data, capture_output=True, check=True)
        yield done.stdout.decode("utf-8", "replace")


def _objects(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield from _strings(pdf.trailer, top=True)
        for item in pdf.objects:
            yield from _strings(item, top=True)
            if isinstance(item, pikepdf.Stream):
                plain = item.read_bytes()
                yield plain.decode("latin-1")
                yield plain.decode("utf-16-be", "replace")


def _strings(item: object, *, top: bool) -> Iterator[str]:
    """Every string below an object; what is kept for itself is looked at for itself."""
    if isinstance(item, pikepdf.String):
        yield str(item)
        yield bytes(item).decode("latin-1")
    elif isinstance(item, pikepdf.Name):
        yield str(item)
    elif isinstance(item, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        if item.is_indirect and not top:
            return
        named = isinstance(item, pikepdf.Dictionary | pikepdf.Stream)
        for one in item.values() if named else item:
            yield from _strings(one, top=False)
