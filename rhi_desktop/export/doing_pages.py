"""Owns what was done and will be done: told at once, all actions, what became of earlier ones."""

from __future__ import annotations

from datetime import date, datetime

from rhi_desktop.domain.action import Action, FollowUp
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanLine
from rhi_desktop.export import times
from rhi_desktop.export.content import Block, Para, Run, Section, Setting, Table, Text, Tone
from rhi_desktop.export.first_page import open_steps
from rhi_desktop.export.source import NOTHING, Source, listed, plain, plan_number, quiet, strong
from rhi_desktop.export.wording import say, say_of

LOG = (28, 42, 48, 58)
ACTIONS = (12, 36, 32, 54, 18, 24)
FOLLOWED = (66, 46, 24, 40)


def told(source: Source) -> list[Section]:
    """Every disclosure: the words with their times, who was told when, and who was not."""
    found = source.account.disclosures
    if not found:
        return []
    blocks = [block for one in found for block in _disclosure(source, one)]
    note = plain(say("told_note"))
    return [Section("told", say("told"), tuple(blocks), (note,), Setting.WIDE)]


def _disclosure(source: Source, one: Disclosure) -> list[Block]:
    opened = say("told_opened", when=times.moment(one.opened_at), name=one.opened_by)
    blocks: list[Block] = [Para(strong(opened))]
    if one.steps:
        head = tuple(say(key) for key in ("told_when", "told_what", "told_who", "told_words"))
        steps = sorted(one.steps, key=lambda step: step.happened_at or step.written_at)
        rows = tuple(step_row(source, one, step) for step in steps)
        kept = say("continued", title=say("told"))
        blocks.append(Table(opened, head, rows, LOG, wide=True, continued=kept))
    return [*blocks, *open_steps(one)]


def step_row(source: Source, one: Disclosure, step: DisclosureStep) -> tuple[Text, ...]:
    """When, what, who, and the words of one step."""
    happened = step.happened_at or step.written_at
    when: Text = strong(_at(happened, one.opened_at))
    if step.happened_at is not None and step.happened_at != step.written_at:
        noted = say("noted", when=_at(step.written_at, happened))
        when = (*when, Run("\n" + noted, Tone.QUIET))
    whom = say_of("told", step.whom) if step.whom else ""
    facts = [step.name] if step.name.strip() else []
    if step.reference.strip():
        facts.append(say("told_reference", reference=step.reference))
    words: Text = plain(NOTHING)
    if step.words.strip() and step.kind is StepKind.WORDS:
        words = (Run(f"\u201c{step.words}\u201d", Tone.CHILD),)
    elif step.words.strip():
        because = step.kind is StepKind.NOT_NEEDED
        words = plain(say("blank_because", reason=step.words) if because else step.words)
    what = say_of("step", step.kind, who=source.who, whom=whom)
    return when, strong(what), plain("\n".join(facts) or NOTHING), words


def _at(when: datetime, like: datetime) -> str:
    same = local(when).date() == local(like).date()
    return times.clock_time(when) if same else times.near(when, like)


def actions(source: Source) -> list[Section]:
    """Every action and promise with owner and date, and what the child knows of it."""
    rows = [(one.by_when, _action(source, one)) for one in source.account.actions]
    promises = [line for line in source.plan_lines if line.author is PlanAuthor.ADULT_PROMISE]
    rows += [(line.by_when, _promise(source, line)) for line in promises]
    if not rows and not source.talked:
        return []
    rows.sort(key=lambda pair: pair[0] or date.max)
    blocks: list[Block] = [Para(quiet(say("actions_none")))]
    if rows:
        keys = ("action_by", "action_who", "action_what", "action_from")
        head = (say("action_number"), *(say(key) for key in keys), source.say("action_child"))
        cells = tuple(row for _, row in rows)
        kept = say("continued", title=say("actions"))
        blocks = [Table(say("actions"), head, cells, ACTIONS, wide=True, continued=kept)]
    note = plain(say("actions_note"))
    return [Section("actions", say("actions"), tuple(blocks), (note,), Setting.WIDE)]


def _action(source: Source, one: Action) -> tuple[Text, ...]:
    thread = next((t for t in source.account.threads if t.id == one.thread_id), None)
    origin = say("action_view", number=thread.number) if thread else NOTHING
    what: Text = plain(one.what)
    if one.referral:
        named = source.referrals.get(one.referral, one.referral)
        what = (*what, Run(f"\n{named}", Tone.QUIET))
    return (
        strong(str(one.number)),
        *_owner(one.by_when, one.who),
        what,
        plain(origin),
        plain(action_known(one)),
    )


def _owner(by_when: date | None, who: str) -> tuple[Text, Text]:
    when = strong(times.day(by_when)) if by_when else quiet(say("no_date"))
    return when, plain(who) if who.strip() else quiet(say("no_name"))


def action_known(one: Action) -> str:
    """Whether the child knows of it and agrees."""
    told = []
    if one.child_knows is not None:
        told.append(say("action_knows" if one.child_knows else "action_knows_not"))
    if one.child_agrees is not None:
        told.append(say("action_agrees" if one.child_agrees else "action_agrees_not"))
    return "\n".join(told) or say("action_unsaid")


def _promise(source: Source, line: PlanLine) -> tuple[Text, ...]:
    agreed = {Agreed.YES: "action_agrees", Agreed.NO: "action_agrees_not"}
    said = agreed.get(line.agreed, "action_unsaid")
    return (
        strong(NOTHING),
        *_owner(line.by_when, line.promised_by),
        plain(line.words),
        plain(plan_number(line)),
        plain(say(said) if source.plan_lines else NOTHING),
    )


def followed(source: Source) -> list[Section]:
    """What became of what adults had promised before."""
    found = source.account.follow_ups
    if not found:
        return []
    keys = ("followed_promise", "followed_who", "followed_state", "told_words")
    rows = tuple(_followed(one) for one in found)
    title = say("followed")
    kept = say("continued", title=title)
    head = tuple(say(key) for key in keys)
    table = Table(title, head, rows, FOLLOWED, wide=True, continued=kept)
    note = plain(say("followed_note"))
    return [Section("followed", title, (table,), (note,), Setting.WIDE)]


def _followed(one: FollowUp) -> tuple[Text, ...]:
    when = times.day_year(one.by_when) if one.by_when else say("no_date")
    return (
        plain(one.promise),
        plain(listed([one.who or say("no_name"), when])),
        strong(say_of("kept", one.state)),
        plain(one.words or NOTHING),
    )
