"""Owns the pages for the police: what is missing first, then how not to endanger, then facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.entity import EntityKind, Feels
from rhi_desktop.domain.line import Voice
from rhi_desktop.export import times
from rhi_desktop.export.answers import said
from rhi_desktop.export.closing_pages import single_signature
from rhi_desktop.export.content import Block, Mast, Para, Run, Section, Text, Tone
from rhi_desktop.export.first_page import kept_from
from rhi_desktop.export.left_out import Absent, ItemKind
from rhi_desktop.export.police_cards import people, places, shelf, vehicles
from rhi_desktop.export.police_choice import CONSENT
from rhi_desktop.export.police_facts import (
    actions_here,
    answers,
    else_said,
    known,
    no_talk,
    signs,
    times_away,
    told,
)
from rhi_desktop.export.source import Source, listed, plain, quiet, strong
from rhi_desktop.export.wording import say, say_of, tied

DOUBTED = {Feels.UNSAFE, Feels.NOT_SURE}
WHOLE = {
    ItemKind.PLAN_LINE: "absent_plan",
    ItemKind.DRAWING: "absent_plan",
    ItemKind.VIEW: "absent_view",
    ItemKind.FOLLOW_UP: "absent_plan",
    ItemKind.ATTEMPT: "absent_talk",
    ItemKind.BLANK: "absent_talk",
    ItemKind.ENDING: "absent_talk",
    ItemKind.ABOUT_TALK: "absent_talk",
    ItemKind.ABOUT_CHILD: "absent_child",
    ItemKind.KNOWN_BEFORE: "absent_known",
    ItemKind.DISCLOSURE: "absent_told",
}
"""Kinds that are named and not counted: one number less to read."""


def police_mast(source: Source) -> Mast:
    """Who, which time away, when we talked; and that a child stands here."""
    account = source.account
    age = account.case.child.age_on(local(account.interview.started_at).date())
    name = source.who if age is None else say("name", who=source.who, age=tied(str(age)))
    lead = (
        Run(source.say("police_lead") + " ", Tone.STRONG),
        Run(say("police_lead_talk" if source.talked else "police_lead_none")),
    )
    return Mast(say("eyebrow_police"), say("running_police"), name, _cover(source), lead)


def _cover(source: Source) -> str:
    account, away = source.account, source.latest
    talk = account.interview
    by = {"name": talk.interviewer.name, "organisation": talk.interviewer.organisation}
    parts = []
    if away is not None and away.police_reference.strip():
        parts.append(say("police_log", reference=away.police_reference))
    if away is not None and away.last_seen and away.returned:
        gone, back = times.moment(away.last_seen), times.near(away.returned, away.last_seen)
        parts.append(say("police_missing", gone=gone, back=back))
    if source.talked:
        parts.append(say("police_talked", when=times.moment(talk.started_at), **by))
    else:
        parts.append(say("police_written", **by))
    return " ".join(parts)


def police_sections(source: Source, absent: Sequence[Absent], of: str) -> tuple[Section, ...]:
    """All parts: what is left out, how to keep the child safe, then the facts in order of use."""
    cards = shelf(source)
    return (
        left_out(source, absent),
        please(source),
        *no_talk(source),
        *people(source, cards),
        *vehicles(source, cards),
        *places(source, cards),
        *times_away(source),
        *else_said(source, cards),
        *answers(source),
        *known(source),
        *signs(source),
        *told(source),
        *actions_here(source),
        single_signature(source, say("police_signature", digest=of[:16].upper())),
    )


def left_out(source: Source, absent: Sequence[Absent]) -> Section:
    """How much is not here and why; never what."""
    blocks: list[Block] = [Para(_asked(source, absent)), *_consent(source)]
    rest = _counted(source, absent, lambda one: not one.why.child_asked)
    if rest:
        names = f" {listed(rest)}. "
        text = (Run(say("absent_rest"), Tone.STRONG), Run(names), Run(say("absent_because")))
        blocks.append(Para(text))
    by = source.account.interview.interviewer
    ask = say("absent_ask", name=by.name, organisation=by.organisation)
    blocks.append(Para(quiet(ask)))
    return Section("left_out", say("absent"), tuple(blocks), (plain(say("absent_note")),))


def _asked(source: Source, absent: Sequence[Absent]) -> Text:
    kept = _counted(source, absent, lambda one: one.why.child_asked, each=True)
    if not kept:
        return plain(source.say("absent_nothing"))
    count = Run(f" {listed(kept)}. ")
    return (Run(source.say("absent_kept"), Tone.STRONG), count, Run(say("absent_nowhere")))


def _consent(source: Source) -> list[Block]:
    question = source.question(CONSENT)
    found = [one for one in source.account.answers if one.question_id == CONSENT and one.values]
    if question is None or not found:
        key = "absent_unasked" if source.talked else "absent_no_talk"
        return [Para(plain(source.say(key)))]
    chose = (
        Run(source.say("absent_asked") + " ", Tone.STRONG),
        Run(f"{said(question, found[0]).rstrip('.')}."),
    )
    spoken = any(line.voice is Voice.CHILD for line in source.account.standing)
    if found[0].values == ("prefer_not",) and (spoken or source.account.disclosures):
        return [Para(chose), Para(strong(source.say("absent_against")), flag=True)]
    return [Para(chose)]


def _counted(
    source: Source,
    absent: Sequence[Absent],
    wanted: Callable[[Absent], bool],
    *,
    each: bool = False,
) -> list[str]:
    """As in: 18 of 31 lines; the plan. With `each` every kind is counted."""
    found: dict[str, None] = {}
    for kind in ItemKind:
        mine = [one for one in absent if one.kind is kind and wanted(one)]
        if not mine:
            continue
        count, of = sum(one.count for one in mine), mine[0].of
        whole = "" if each else WHOLE.get(kind, "")
        text = source.say(whole) if whole else _count(kind, count, 0 if each else of)
        found[text] = None
    return list(found)


def _count(kind: ItemKind, count: int, of: int) -> str:
    """A number without its whole where the whole would tell too much."""
    one = "_one" if count == 1 and of <= 1 else ""
    name = say(f"absent_{_COUNTED.get(kind, 'other')}{one}")
    if not of or of == 1:
        return f"{count} {name}"
    key = "absent_all" if count == of else "absent_of"
    return say(key, count=count, of=of, name=name)


_COUNTED = {
    ItemKind.LINE: "lines",
    ItemKind.ANSWER: "answers",
    ItemKind.FACT: "facts",
    ItemKind.ENTITY: "cards",
    ItemKind.SIGN: "signs",
    ItemKind.ACTION: "actions",
}


def please(source: Source) -> Section:
    """What keeps the child safe after talking."""
    nobody = source.say("please_nobody" if source.talked else "please_nobody_none")
    blocks: list[Block] = [Para(strong(nobody), flag=True)]
    doubted = [
        say("please_felt", name=one.name, feels=say_of("feels", one.feels).lower())
        for one in source.account.entities
        if one.kind is EntityKind.PERSON and one.feels in DOUBTED
    ]
    if doubted:
        text = f" {listed(doubted)}."
        blocks.append(Para((Run(source.say("please_least"), Tone.STRONG), Run(text))))
    blocks += [Para(_reach(source))]
    kept = kept_from([line for line in source.account.standing if line.voice is not Voice.ASKED])
    if kept:
        text = f" {listed(kept)}."
        blocks.append(Para((Run(source.say("please_keep"), Tone.STRONG), Run(text))))
    helps = source.account.case.child.how_to_talk
    if helps.strip():
        blocks.append(Para((Run(say("please_talk"), Tone.STRONG), Run(f" {helps}"))))
    return Section("please", say("please"), tuple(blocks), (plain(say("please_note")),))


def _reach(source: Source) -> Text:
    facts = {one.question_id: one.values for one in source.account.facts if one.values}
    safe = facts.get("phone_safe", ()) == ("yes",)
    phone = source.say("please_phone_safe" if safe else "please_phone")
    by = source.account.interview.interviewer
    through = _fact(source, "social_worker", facts) or f"{by.name}, {by.organisation}"
    return (Run(phone + " "), Run(source.say("please_reach", name=through.rstrip("."))))


def _fact(source: Source, question_id: str, facts: Collection[str]) -> str:
    question = source.question(question_id)
    found = [one for one in source.account.facts if one.question_id == question_id]
    return said(question, found[0]) if question and question_id in facts else ""
