"""Owns the page of figures over many children: each chart is a table, nobody can be picked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.counting import Figures, Group, Quarter, Step
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.export import times
from rhi_desktop.export.closing_pages import signed_alone
from rhi_desktop.export.content import Block, Mast, Para, ReportData, Section
from rhi_desktop.export.figure import Bar, BarKind, Bars
from rhi_desktop.export.source import SignedBy, plain, quiet, strong
from rhi_desktop.export.wording import say, say_of

STEP_WIDTHS, GROUP_WIDTHS = (38, 15, 33), (56, 15)
_STEP_LOOK = {Step.HELD: BarKind.HATCHED, Step.IN_TIME: BarKind.SOLID}


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of one quarter, and by which rule they were counted."""

    figures: Figures
    quarter: Quarter
    hours: int
    profile: str
    """Title of the profile whose hours they are."""


@dataclass(frozen=True, slots=True)
class FiguresSeal:
    """When figures were fixed, and the digest over them with its salt, as a record has them."""

    id: str
    sealed_at: datetime
    salt: str = field(repr=False)
    digest: str


def figures_account(counted: Counted, by: SignedBy) -> Plain:
    """What the digest is over, and what is attached: the shown numbers and nothing else."""
    return {
        "organisation": by.organisation,
        "year": counted.quarter.year,
        "quarter": counted.quarter.number,
        "hours": counted.hours,
        "steps": [{"step": step.value, "count": count} for step, count in counted.figures.steps],
        "half_within": counted.figures.half_within,
        **{
            name: [{"parts": list(one.parts), "count": one.count} for one in groups]
            for name, groups in (
                ("by_hours", counted.figures.hours),
                ("late", counted.figures.late),
                ("not_held", counted.figures.not_held),
            )
        },
    }


def figures_data(counted: Counted, seal: FiguresSeal, by: SignedBy) -> ReportData:
    """The page, ready to be drawn and signed. The same values give the same page."""
    quarter = quarter_name(counted.quarter)
    record = {
        "format": "rhi-figures/1",
        "account": figures_account(counted, by),
        "seal": to_plain(seal),
    }
    made = times.moment(seal.sealed_at)
    return ReportData(
        title=say("figures_title", quarter=quarter),
        marking=say("figures_marking"),
        running=(
            say("figures_title", quarter=quarter),
            by.organisation,
            say("figures_foot", when=made),
            say("page", page="{page}", pages="{pages}"),
        ),
        author=by.organisation,
        made_at=seal.sealed_at,
        mast=Mast(
            say("figures_eyebrow"),
            say("figures_title", quarter=quarter),
            quarter,
            say("figures_cover", organisation=by.organisation),
            (strong(_lead(counted))[0],),
        ),
        clock=None,
        sections=tuple(_sections(counted, seal, by)),
        record=dumps(record),
        about_record=say("figures_about_record"),
    )


def quarter_name(quarter: Quarter) -> str:
    """As in: January to March 2026."""
    first = quarter.first.month
    names = [times.MONTHS[month - 1] for month in (first, first + 2)]
    return say("figures_quarter", first=names[0], last=names[1], year=quarter.year)


def _lead(counted: Counted) -> str:
    offered, held = counted.figures.of(Step.OFFERED), counted.figures.of(Step.HELD)
    in_time = counted.figures.of(Step.IN_TIME)
    if held and offered and in_time is not None:
        return say("figures_lead", held=held, offered=offered, in_time=in_time, hours=counted.hours)
    return say("figures_lead_held", held=held) if held else say("figures_lead_none")


def _sections(counted: Counted, seal: FiguresSeal, by: SignedBy) -> list[Section]:
    found = counted.figures
    sections = [_heard(counted)] if found.steps else []
    if found.hours:
        sections.append(_took(counted))
    if found.late:
        rows = _groups(found.late, "figures_late")
        sections.append(_section("figures_late", "figures_head_reason", rows))
    if found.not_held:
        rows = _groups(found.not_held, "not_held")
        sections.append(_section("figures_not_held", "figures_head_why", rows))
    sections.append(_how(counted))
    sections.append(signed_alone(by, seal.sealed_at, say("figures_signed")))
    return sections


def _heard(counted: Counted) -> Section:
    rows = []
    before = 0
    offered = counted.figures.of(Step.OFFERED)
    for step, count in counted.figures.steps:
        share = _share("figures_share", count, before)
        if step is Step.IN_TIME and offered and offered != before:
            share = f"{share}\n{_share('figures_also', count, offered)}"
        name = say_of("counted", step, hours=counted.hours)
        kind = _STEP_LOOK.get(step, BarKind.LIGHT)
        rows.append(Bar((name, str(count), share or "\u2013"), count, kind))
        before = count
    head = tuple(say(f"figures_head_{key}") for key in ("step", "number", "share"))
    block = Bars(say("figures_heard"), head, tuple(rows), STEP_WIDTHS)
    note = (plain(say("figures_heard_note")),)
    return Section("figures_heard", say("figures_heard"), (block,), note)


def _share(key: str, count: int, of: int) -> str:
    return say(key, percent=round(100 * count / of), count=of) if of else ""


def _took(counted: Counted) -> Section:
    rows = tuple(_waited(group, counted.hours) for group in counted.figures.hours)
    head = (say("figures_head_hours"), say("figures_head_number"))
    blocks: list[Block] = [Bars(say("figures_took"), head, rows, GROUP_WIDTHS)]
    half = counted.figures.half_within
    if half is not None:
        blocks.append(Para(quiet(say("figures_half", hours=half))))
    note = (plain(say("figures_took_note", hours=counted.hours)),)
    return Section("figures_took", say("figures_took"), tuple(blocks), note)


def _waited(group: Group, hours: int) -> Bar:
    low = group.parts[0].partition("-")[0]
    high = group.parts[-1].partition("-")[2]
    key = "figures_over" if not high else "figures_between" if int(low) else "figures_to"
    kind = BarKind.OUTLINED
    if high and int(high) <= hours:
        kind = BarKind.SOLID
    elif int(low) >= hours:
        kind = BarKind.HATCHED
    return Bar((say(key, low=low, high=high), str(group.count)), group.count, kind)


def _groups(groups: Sequence[Group], key: str) -> tuple[Bar, ...]:
    return tuple(
        Bar((_capital(_named(group, key)), str(group.count)), group.count) for group in groups
    )


def _named(group: Group, key: str) -> str:
    return "; ".join(say(f"{key}_{part}") for part in group.parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _section(key: str, head: str, rows: tuple[Bar, ...]) -> Section:
    block = Bars(say(key), (say(head), say("figures_head_number")), rows, GROUP_WIDTHS)
    return Section(key, say(key), (block,))


def _how(counted: Counted) -> Section:
    keys = ("times", "needed", "offered", "time", "small")
    paras = tuple(Para(plain(say(f"figures_how_{key}", profile=counted.profile))) for key in keys)
    return Section("figures_how", say("figures_how"), paras, off_first=True)
