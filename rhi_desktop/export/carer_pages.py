"""Owns the pages for a parent or carer: what may be shared, how to hear it, what happens next."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.plan import PlanBlock
from rhi_desktop.export import times
from rhi_desktop.export.account_pages import entry
from rhi_desktop.export.closing_pages import single_signature
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Mast,
    Para,
    Run,
    Section,
    Setting,
    Sub,
    Table,
    Text,
    Tone,
)
from rhi_desktop.export.first_page import Due, dues
from rhi_desktop.export.mast import mast
from rhi_desktop.export.offers_pages import attempt_row
from rhi_desktop.export.plan_pages import block_title, plan_entry
from rhi_desktop.export.police_facts import asked, times_away
from rhi_desktop.export.source import NOTHING, Source, plain, quiet, strong
from rhi_desktop.export.wording import say, say_of
from rhi_desktop.forms.model import BEFORE

NEXT = (34, 36, 60)
OFFERED = (38, 30, 20, 42)
PEOPLE = (38, 30, 108)


def carer_mast(source: Source) -> Mast:
    """By initials, with the clock in words, as in the full report."""
    whole = mast(source)
    return Mast(say("eyebrow_carer"), say("running_carer"), whole.name, "", whole.lead)


def carer_sections(source: Source) -> tuple[Section, ...]:
    """All parts, in order."""
    return (
        _about(source),
        _please(source),
        *_next(source),
        *_said(source),
        *_answers(source),
        *_people(source),
        *_plan(source),
        _offers(source),
        *_explained(source),
        *times_away(source),
        single_signature(source, say("carer_signature")),
    )


def _about(source: Source) -> Section:
    """It never says that something was kept from them: that alone could harm a child."""
    by = source.account.interview.interviewer
    text = (Run(say("carer_holds") + " ", Tone.STRONG), Run(say("carer_not_whole")))
    ask = plain(say("carer_ask", name=by.name, organisation=by.organisation))
    note = plain(say("carer_about_note"))
    return Section("about", say("carer_about"), (Para(text), Para(ask)), (note,))


def _please(source: Source) -> Section:
    ask = source.say("carer_please_ask" if source.talked else "carer_please_none")
    blocks = (Para(strong(ask), flag=True), Para(plain(source.say("carer_please_hear"))))
    return Section("please", say("carer_please"), blocks, (plain(say("carer_please_note")),))


def _next(source: Source) -> list[Section]:
    """Actions, and promises of the plan; without names of sections that are not here."""
    found = dues(source)
    if not found:
        return []
    head = (say("by"), say("who"), say("what"))
    title = say("carer_next")
    kept = say("continued", title=title)
    table = Table(title, head, tuple(_due(one) for one in found), NEXT, continued=kept)
    return [Section("next", title, (table,), (plain(say("carer_next_note")),))]


def _due(one: Due) -> tuple[Text, ...]:
    when = strong(times.day(one.by_when)) if one.by_when else quiet(say("no_date"))
    return when, plain(one.who) if one.who.strip() else quiet(say("no_name")), one.what


def _said(source: Source) -> list[Section]:
    lines = [line for line in source.account.standing if line.voice.is_heard]
    if not lines:
        return []
    title = source.say("carer_said_title")
    entries = tuple(_unnumbered(entry(source, line)) for line in lines)
    note = plain(say("carer_said_here"))
    block = Entries(entries, say("continued", title=title))
    return [Section("said", title, (block,), (note,), Setting.WIDE)]


def _unnumbered(one: Entry) -> Entry:
    """Numbers belong to the whole record: a gap between two would say that something is missing."""
    return replace(one, number=None, spoken=say("spoken_bare", label=one.label))


def _answers(source: Source) -> list[Section]:
    told = source.account.answers
    found = [one for one in told if one.values and not _first(source, one.question_id)]
    return asked(source, "carer_answers", found)


def _explained(source: Source) -> list[Section]:
    found = [one for one in source.account.answers if _first(source, one.question_id)]
    return asked(source, "carer_explained", found)


def _first(source: Source, question_id: str) -> bool:
    question = source.question(question_id)
    return question is not None and question.section == BEFORE


def _people(source: Source) -> list[Section]:
    found = source.account.entities
    if not found:
        return []
    title = say("carer_people")
    head = (say("police_people_one"), say("police_vehicles_one"), say("carer_people_who"))
    table = Table(title, head, tuple(_card(one) for one in found), PEOPLE, wide=True)
    note = plain(source.say("carer_people_note"))
    return [Section("people", title, (table,), (note,), Setting.WIDE)]


def _card(one: Entity) -> tuple[Text, ...]:
    return strong(one.name), plain(say_of("kind", one.kind)), plain(one.relation or NOTHING)


def _plan(source: Source) -> list[Section]:
    title, blocks = source.say("carer_plan"), list[Block]()
    for block in PlanBlock:
        lines = [line for line in source.plan_lines if line.block is block]
        if lines:
            entries = tuple(_unnumbered(plan_entry(source, line)) for line in lines)
            blocks += [Sub(block_title(source, block)),
                       Entries(entries, say("continued", title=title))]  # fmt: skip
    if not blocks:
        return []
    note = plain(source.say("carer_plan_note"))
    return [Section("plan", title, tuple(blocks), (note,), Setting.WIDE)]


def _offers(source: Source) -> Section:
    account = source.account
    talk, ending = account.interview, account.interview.ending or Ending()
    outcome = (
        say_of("outcome", talk.outcome, who=source.who) if talk.outcome else say("outcome_none")
    )
    by = talk.interviewer
    facts = [say("carer_by", name=by.name, role=by.role, organisation=by.organisation)]
    if source.talked:
        facts.insert(0, say("carer_talked", when=times.moment(talk.started_at)))
    blocks: list[Block] = [Para((Run(outcome + " ", Tone.STRONG), Run(" ".join(facts))))]
    attempts = sorted(account.attempts, key=lambda attempt: attempt.at)
    if attempts:
        head = (say("offer_when"), say("offer_how"), say("offer_to"), say("offer_answer"))
        rows = tuple(attempt_row(source, attempt) for attempt in attempts)
        kept = say("continued", title=say("carer_offers"))
        blocks.append(Table(say("carer_offers"), head, rows, OFFERED, continued=kept))
    if ending.open_offer.strip():
        text = (Run(say("carer_open"), Tone.STRONG), Run(f" {ending.open_offer}"))
        blocks.append(Para(text))
    note = plain(say("carer_offers_note"))
    return Section("offers", say("carer_offers"), tuple(blocks), (note,))
