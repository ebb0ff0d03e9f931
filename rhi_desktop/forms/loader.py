"""Owns the way from bytes to a Pack, or to every fault at once; and the packs that ship with us."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import cast

from rhi_desktop.domain import canonical
from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.table import Faults, Table, parse
from rhi_desktop.errors import FormError, Problem
from rhi_desktop.forms import rules
from rhi_desktop.forms.conditions import read_condition
from rhi_desktop.forms.kinds import KINDS, YES_NO
from rhi_desktop.forms.lists import read_blocks, read_sets
from rhi_desktop.forms.model import SECTION_IDS, Option, Pack, Question, Section, Texts

FORMAT = 1
LOCK = "packs.lock"


def load(data: bytes) -> Pack:
    """The pack that TOML or canonical JSON bytes spell.

    Raises FormError: `pack_unreadable` when the bytes are no table at all, `pack_invalid` when the
    table is no pack; `problems` holds every fault with its place and remedy.
    """
    faults = Faults()
    mapping = parse(data, faults)
    if mapping is None:
        raise FormError("pack_unreadable", tuple(faults.found))
    pack = _build(mapping, faults)
    if faults.found:
        raise FormError("pack_invalid", tuple(faults.found))
    return replace(pack, digest=hashlib.sha256(_canonical(mapping)).hexdigest())


def check(data: bytes) -> list[Problem]:
    """Every fault of a pack at once; an empty list means that `load` takes it."""
    try:
        load(data)
    except FormError as error:
        return list(error.problems)
    return []


def to_canonical(data: bytes) -> bytes:
    """The canonical JSON of a valid pack: what is signed, sent and digested. Raises FormError."""
    load(data)
    mapping = parse(data, Faults())
    return _canonical(mapping or {})


def released_names() -> tuple[str, ...]:
    """The names of the packs that ship with the app, oldest first as the lock lists them."""
    return tuple(_lock())


@cache
def released(name: str) -> Pack:
    """A pack that ships with the app, unchanged since its release.

    Raises FormError `pack_unknown` for any other name, and `pack_invalid` when the file is not the
    one whose digest was locked: a released pack is never edited.
    """
    locked = _lock().get(name)
    if locked is None:
        raise FormError("pack_unknown", name=name)
    pack = load(_shipped(f"{name}.toml"))
    if pack.digest != locked or pack.name != name:
        fault = Problem("pack_changed", name, {"remedy": "release_new_version"})
        raise FormError("pack_invalid", (fault,))
    return pack


def shipped() -> tuple[Pack, ...]:
    """Every pack that ships: what new talks use first, then older ones and those beside a talk."""
    newest = [released(name) for name in reversed(released_names())]
    return tuple(sorted(newest, key=lambda pack: not pack.topics))


def by_digest(digest: str) -> Pack | None:
    """The shipped pack of this digest, if there is one."""
    return next((pack for pack in shipped() if pack.digest == digest), None)


def _shipped(name: str) -> bytes:
    return files("rhi_desktop.forms").joinpath("packs", name).read_bytes()


@cache
def _lock() -> Mapping[str, str]:
    found = tomllib.loads(_shipped(LOCK).decode("utf-8"))
    return {name: str(digest) for name, digest in found.items()}


def _canonical(mapping: Mapping[str, object]) -> bytes:
    # A mapping without faults holds only tables, lists, texts, whole numbers and flags.
    return canonical.dumps(cast("canonical.Plain", mapping))


def _build(mapping: Mapping[str, object], faults: Faults) -> Pack:
    table = Table(mapping, "", faults)
    table.whole("format", FORMAT, FORMAT)
    name, language = table.identifier("name"), table.text("language")
    title = Texts(table.texts("title"))
    words = _words(table.table("words"))
    # A pack of blocks or indicators alone asks nothing and needs no section.
    asks = not table.has("block") and not table.has("set")
    sections = tuple(_section(one) for one in table.tables("section", needed=asks))
    tables = table.tables("question", needed=asks)
    questions = tuple(_question(one, words) for one in tables)
    blocks, sets = read_blocks(table), read_sets(table)
    table.close()
    said = tuple(words.values())
    pack = Pack(name, language, title, sections, questions, "", blocks, sets, said)
    rules.check(pack, [one.where for one in tables], faults)
    return pack


def _words(table: Table | None) -> Mapping[str, Option]:
    """The pack's words for the three answers and for every reason why nothing stands."""
    names = (*YES_NO, *(blank.value for blank in Blank))
    if table is None:
        return {}
    found = {name: Option(name, Texts(table.texts(name))) for name in names}
    table.close()
    return found


def _section(table: Table) -> Section:
    section_id = table.identifier("id")
    if section_id and section_id not in SECTION_IDS:
        known = ", ".join(SECTION_IDS)
        table.faults.add("section_unknown", table.place("id"), "use_known_section", known=known)
    title = Texts(table.texts("title"))
    opening = Texts(table.texts("opening", needed=False))
    table.close()
    return Section(section_id, title, opening)


def _question(table: Table, words: Mapping[str, Option]) -> Question:
    kind = table.identifier("kind")
    question = Question(
        id=table.identifier("id"),
        section=table.identifier("section"),
        kind=kind,
        ask=Texts(table.texts("ask")),
        note=Texts(table.texts("note", needed=False)),
        why=Texts(table.texts("why", needed=False)),
        avoid=tuple(Texts(pairs) for pairs in table.texts_list("avoid")),
        prompts=tuple(Texts(pairs) for pairs in table.texts_list("prompts")),
        options=_options(table, kind, words),
        blanks=tuple(words[blank.value] for blank in Blank if blank.value in words),
        low=Texts(table.texts("low", needed=False)),
        high=Texts(table.texts("high", needed=False)),
        sensitive=table.flag("sensitive"),
        first=table.flag("first"),
        because=table.flag("because"),
        to_worker=table.flag("to_worker"),
        group=Texts(table.texts("group", needed=False)),
        offer_when=read_condition(table, "offer_when"),
    )
    table.close()
    return question


def _options(table: Table, kind: str, words: Mapping[str, Option]) -> tuple[Option, ...]:
    listed = [_option(one) for one in table.tables("options", needed=False)]
    if table.has("options") and kind in KINDS and not (KINDS[kind].options or KINDS[kind].ends):
        where = table.place("options")
        table.faults.add("options_superfluous", where, "remove_field", kind=kind)
    if kind == "yes_no":
        return tuple(words[name] for name in YES_NO if name in words)
    return tuple(listed)


def _option(table: Table) -> Option:
    option = Option(table.identifier("id"), Texts(table.texts("text")))
    table.close()
    return option
