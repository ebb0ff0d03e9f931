"""Owns the way from bytes to a Profile, or to every fault at once; and the profiles we ship."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from rhi_desktop.domain.disclosure import Told
from rhi_desktop.domain.table import Faults, Table, parse
from rhi_desktop.errors import FormError, Problem
from rhi_desktop.profiles.model import Contact, Helpline, Profile, Referral, Right, Source, Term

FORMAT = 1
MAX_HOURS = 24 * 60
NAMES = ("england",)
"""The profiles that ship with the app."""


def load(data: bytes) -> Profile:
    """The profile that TOML or canonical JSON bytes spell.

    Raises FormError `profile_unreadable` or `profile_invalid`; `problems` holds every fault.
    """
    faults = Faults()
    mapping = parse(data, faults)
    if mapping is None:
        raise FormError("profile_unreadable", tuple(faults.found))
    profile = _build(Table(mapping, "", faults))
    if faults.found:
        raise FormError("profile_invalid", tuple(faults.found))
    return profile


def check(data: bytes) -> list[Problem]:
    """Every fault of a profile at once; an empty list means that `load` takes it."""
    try:
        load(data)
    except FormError as error:
        return list(error.problems)
    return []


@cache
def profile(name: str) -> Profile:
    """A profile that ships with the app. Raises FormError `profile_unknown` for any other name."""
    if name not in NAMES:
        raise FormError("profile_unknown", name=name)
    definitions = files("rhi_desktop.profiles").joinpath("definitions", f"{name}.toml")
    return load(definitions.read_bytes())


def _build(table: Table) -> Profile:
    table.whole("format", FORMAT, FORMAT)
    profile = Profile(
        name=table.identifier("name"),
        title=table.text("title"),
        hours=table.whole("hours", 1, MAX_HOURS),
        rule=table.text("rule"),
        source=_source(table),
        helplines=tuple(_helpline(one) for one in table.tables("helpline")),
        contacts=tuple(_contact(one) for one in table.tables("contact", needed=False)),
        terms=tuple(_term(one) for one in table.tables("term", needed=False)),
        referrals=tuple(_referral(one) for one in table.tables("referral", needed=False)),
        asks=tuple(_right(one) for one in table.tables("ask", needed=False)),
        advocates=tuple(_right(one) for one in table.tables("advocate", needed=False)),
        complaints=tuple(_right(one) for one in table.tables("complaint", needed=False)),
    )
    _ids("helpline", [one.id for one in profile.helplines], table.faults)
    _ids("contact", [one.id for one in profile.contacts], table.faults)
    _ids("referral", [one.id for one in profile.referrals], table.faults)
    _ids("ask", [one.id for one in profile.asks], table.faults)
    _ids("advocate", [one.id for one in profile.advocates], table.faults)
    _ids("complaint", [one.id for one in profile.complaints], table.faults)
    table.close()
    return profile


def _helpline(table: Table) -> Helpline:
    found = Helpline(
        id=table.identifier("id"),
        name=table.text("name"),
        contact=table.text("contact"),
        source=_source(table),
        note=table.text("note", needed=False),
        number=table.text("number", needed=False),
        for_child=table.text("for_child", needed=False),
    )
    table.close()
    return found


def _right(table: Table) -> Right:
    found = Right(
        id=table.identifier("id"),
        words=table.text("words"),
        source=_source(table),
        helpline=table.text("helpline", needed=False),
    )
    table.close()
    return found


def _contact(table: Table) -> Contact:
    found = Contact(
        id=table.identifier("id"),
        told=_told(table),
        name=table.text("name"),
        source=_source(table),
        contact=table.text("contact", needed=False),
        note=table.text("note", needed=False),
        urgent=table.flag("urgent"),
    )
    table.close()
    return found


def _term(table: Table) -> Term:
    found = Term(_told(table), table.text("words"), _source(table))
    table.close()
    return found


def _referral(table: Table) -> Referral:
    found = Referral(
        id=table.identifier("id"),
        name=table.text("name"),
        source=_source(table),
        note=table.text("note", needed=False),
    )
    table.close()
    return found


def _told(table: Table) -> Told:
    named = table.identifier("told")
    known = {one.value: one for one in Told}
    if named and named not in known:
        choices = ", ".join(known)
        table.faults.add("told_unknown", table.place("told"), "use_known_told", known=choices)
    return known.get(named, Told.SOCIAL_CARE)


def _source(table: Table) -> Source:
    """Every fact says where it was read, when, and whether that is certain: none by default."""
    words, day = table.text("source"), table.day("checked")
    return Source(words, day or date.min, table.flag("certain", needed=True))


def _ids(kind: str, ids: Sequence[str], faults: Faults) -> None:
    met: set[str] = set()
    for number, one in enumerate(ids, 1):
        if one and one in met:
            faults.add("id_duplicate", f"{kind}[{number}] {one}.id", "choose_new_id")
        met.add(one)
