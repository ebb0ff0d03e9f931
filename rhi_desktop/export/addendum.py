"""Owns the addendum on paper: the report it belongs to, why it is written, what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.domain.addendum import Addendum, Correction
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.export import times
from rhi_desktop.export.closing_pages import grouped, signed_twice
from rhi_desktop.export.content import (
    Entries,
    Entry,
    Mast,
    Para,
    ReportData,
    Run,
    Section,
    Setting,
    Table,
    Text,
    Tone,
)
from rhi_desktop.export.source import MARKS, SignedBy, plain, strong
from rhi_desktop.export.variants import VariantSeal
from rhi_desktop.export.wording import say, say_of

RECORD_FORMAT = "rhi-addendum/1"
DIGITS = 16
"""So many of the seal's digest stand in the report itself."""


@dataclass(frozen=True, slots=True)
class FirstReport:
    """The signed report that an addendum belongs to, as it stood when the addendum was written."""

    reference: str
    who: str = field(repr=False)
    """The child, by initials."""
    heard_at: datetime | None
    """None where no talk was held."""
    interviewer: str = field(repr=False)
    sealed_at: datetime
    digest: str
    """Of its seal."""
    signed_at: datetime
    sha256: str
    """Of the very file."""
    countersigned: tuple[datetime, str] | None = None
    """When and by whom."""


def addendum_data(
    addendum: Addendum, first: FirstReport, seal: VariantSeal, by: SignedBy
) -> ReportData:
    """The pages and the record of an addendum. The same values give the same bytes.

    It holds nothing of the report but what names it.
    """
    number, who = addendum.number, first.who
    return ReportData(
        title=say("addendum_title", number=number, reference=first.reference),
        marking=say("marking"),
        running=(
            say("addendum_running", number=number),
            say("case", reference=first.reference),
            say("addendum_status", who=_stopped(who), when=times.moment(addendum.at)),
            say("page", page="{page}", pages="{pages}"),
        ),
        author=by.organisation,
        made_at=addendum.at,
        mast=_mast(addendum, first),
        clock=None,
        sections=(
            _reason(addendum),
            _corrections(addendum, who),
            _first(first),
            _reading(addendum, who),
            signed_twice(by, addendum.at, say("addendum_waiting")),
        ),
        record=record_bytes(addendum, seal),
        about_record=say("addendum_about_record"),
    )


def record_bytes(addendum: Addendum, seal: VariantSeal) -> bytes:
    """The attached record: canonical JSON of the addendum, and of the seal over it."""
    return dumps({"format": RECORD_FORMAT, "account": to_plain(addendum), "seal": to_plain(seal)})


def _mast(addendum: Addendum, first: FirstReport) -> Mast:
    count = len(addendum.corrections)
    many = say("addendum_one") if count == 1 else say("addendum_many", count=count)
    key, when = "addendum_cover_none", ""
    if first.heard_at is not None:
        key, when = "addendum_cover", times.long_moment(first.heard_at)
    return Mast(
        eyebrow=say("addendum_eyebrow", number=addendum.number),
        outline=say("addendum_outline", number=addendum.number),
        name=first.who,
        cover=say(key, when=when, name=first.interviewer),
        lead=(Run(many + " ", Tone.STRONG), Run(say("addendum_lead"))),
    )


def _first(first: FirstReport) -> Section:
    """Every name that this one report has: two digests, and who signed it when."""
    sealed = say(
        "addendum_sealed_then",
        when=times.moment(first.sealed_at),
        digest=first.digest[:DIGITS].upper(),
    )
    countersigned = say("addendum_not_countersigned")
    if first.countersigned is not None:
        when, name = first.countersigned
        countersigned = say("addendum_by", when=times.moment(when), name=name)
    signed = say("addendum_by", when=times.moment(first.signed_at), name=first.interviewer)
    rows = (
        ("addendum_sealed", sealed),
        ("addendum_signed", signed),
        ("addendum_countersigned", countersigned),
        ("addendum_file", grouped(first.sha256)),
    )
    title = say("addendum_first")
    cells = tuple((strong(say(name)), plain(words)) for name, words in rows)
    table = Table(title, (), cells, (38, 92), row_heads=True)
    note = (plain(say("addendum_first_note")),)
    return Section("first", title, (table,), note)


def _reason(addendum: Addendum) -> Section:
    note = say("addendum_reason_note", name=addendum.by.name)
    texts = [Para(plain(part)) for part in addendum.reason.splitlines() if part.strip()]
    return Section("reason", say("addendum_reason"), tuple(texts), (plain(note),))


def _corrections(addendum: Addendum, who: str) -> Section:
    title = say("addendum_corrections")
    items = tuple(
        _entry(number, one, who) for number, one in enumerate(addendum.corrections, start=1)
    )
    block = Entries(items, say("continued", title=title))
    note = (plain(say("addendum_corrections_note")),)
    return Section("corrections", title, (block,), note, Setting.WIDE)


def _entry(number: int, one: Correction, who: str) -> Entry:
    mark = MARKS[one.voice]
    label = say_of("voice", mark, who=who)
    key, about = ("addendum_spoken", one.about) if one.about else ("addendum_spoken_new", "")
    told = ""
    if one.voice is Voice.TOLD:
        told = say("told_by", name=one.told_by) if one.told_by else say("told_unnamed")
    return Entry(
        mark,
        label,
        say(key, number=number, label=label, about=about),
        one.words,
        number,
        one.language,
        told,
        quoted=one.voice is Voice.CHILD,
        aside=_aside(about),
    )


def _aside(about: str) -> Text:
    return plain(say("addendum_to", about=about) if about else say("addendum_new"))


def _reading(addendum: Addendum, who: str) -> Section:
    """What quotation marks and numbers mean on these pages, and whose clock it was."""
    words = " ".join(_rules(addendum, who))
    return Section("reading", say("reading"), (Para(plain(words)),))


def _rules(addendum: Addendum, who: str) -> Iterator[str]:
    if any(one.voice is Voice.CHILD for one in addendum.corrections):
        yield say("addendum_words", who=who)
    if any(one.about for one in addendum.corrections):
        yield say("addendum_numbers")
    yield say("reading_clock")


def _stopped(who: str) -> str:
    """Initials end in a full stop of their own."""
    return who if who.endswith(".") else f"{who}."
