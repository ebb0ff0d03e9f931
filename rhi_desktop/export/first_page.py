"""Owns the first page: what a busy reader acts on, each word resting on a line, answer or plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rhi_desktop.domain.clock import Clock, ClockState, begins, local
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine
from rhi_desktop.export import times
from rhi_desktop.export.content import (
    Block,
    ClockLine,
    Mast,
    Para,
    Quote,
    Quotes,
    Run,
    Section,
    Table,
    Text,
    Tone,
)
from rhi_desktop.export.source import (
    LANGUAGE,
    Source,
    answered,
    blank_words,
    line_name,
    listed,
    plain,
    plan_number,
    quiet,
    strong,
)
from rhi_desktop.export.wording import say, tied
from rhi_desktop.forms.flow import prompts
from rhi_desktop.forms.model import Question

MOST_WANTS = 5
"""As many wishes as leave room for what must happen; the rest is in the account and the plan."""
HEARD = (ClockState.MET, ClockState.PASSED_BUT_HEARD)


def mast(source: Source) -> Mast:
    """Name by initials, age, and the lead sentence with the clock result in words."""
    account = source.account
    age = account.case.child.age_on(local(account.interview.started_at).date())
    name = source.who if age is None else say("name", who=source.who, age=tied(str(age)))
    eyebrow = say("eyebrow_draft" if source.seal is None else "eyebrow")
    return Mast(eyebrow, say("outline"), name, _cover(source), _lead(source))


def _cover(source: Source) -> str:
    case = source.account.case
    parts = [
        say("called", called=case.child.called) if case.child.called else "",
        say("lives", place=case.lives_at) if case.lives_at else "",
        _authorities(source),
        say("talks", how=case.child.how_to_talk) if case.child.how_to_talk else "",
    ]
    return " ".join(part for part in parts if part)


def _authorities(source: Source) -> str:
    case = source.account.case
    if case.out_of_area:
        return say("placed", authority=case.responsible_authority, host=case.host_authority)
    if case.responsible_authority:
        return say("responsible", authority=case.responsible_authority)
    return ""


def _lead(source: Source) -> Text:
    episode = source.latest
    if episode is None or episode.returned is None:
        return plain(say("back_unknown"))
    runs: list[Run] = []
    if episode.last_seen is not None and episode.last_seen < episode.returned:
        away = times.length(episode.returned - episode.last_seen)
        runs.append(Run(source.say("away", length=away) + " "))
    runs.append(Run(say("back", when=times.long_moment(episode.returned)) + " "))
    clock = source.clocks.get(episode.id)
    if clock is not None and clock.due is not None:
        runs.extend(_result(source, episode, clock))
    if len(source.account.episodes) > 1:
        runs.append(Run(" " + say("several", count=len(source.account.episodes))))
    return tuple(runs)


def _result(source: Source, episode: Episode, clock: Clock) -> list[Run]:
    hours, used = clock_hours(episode, clock), times.length(used_time(source, episode))
    left = clock.left or timedelta(0)
    if clock.before_return:
        head, tail = "heard_before", source.say("before_back", hours=hours)
    elif clock.state is ClockState.MET:
        head, tail = "heard_in_time", source.say("after_back", length=used, hours=hours)
    else:
        over = times.length(left)
        head = "heard_late"
        tail = source.say("late_back", length=used, over=over, hours=hours)
    runs = [Run(tied(say(head)), Tone.STRONG), Run(" " + tail)]
    if clock.approximate:
        runs.append(Run(" " + say("approximate")))
    return runs


def used_time(source: Source, episode: Episode) -> timedelta:
    """From the return to the start of the talk."""
    start = begins(episode)
    return source.account.interview.started_at - start if start else timedelta(0)


def clock_hours(episode: Episode, clock: Clock) -> int:
    """The hours of the profile that this clock ran by."""
    start = begins(episode)
    return round((clock.due - start) / timedelta(hours=1)) if clock.due and start else 0


def clock_line(source: Source) -> ClockLine | None:
    """The figure, when there is a return, a due time, and a talk after it."""
    episode = source.latest
    clock = source.clocks.get(episode.id) if episode else None
    back = begins(episode) if episode else None
    if episode is None or clock is None or clock.due is None or back is None:
        return None
    talked = source.account.interview.started_at
    if clock.before_return or talked < back:
        return None
    gone = episode.last_seen if episode.last_seen and episode.last_seen < back else None
    hours, used = clock_hours(episode, clock), times.length(talked - back)
    away = say("bar_away", length=times.length(back - gone)) if gone else ""
    moments = [
        (say("tick_gone"), gone),
        (say("tick_back"), back),
        (say("tick_talked"), talked),
        (say("tick_due", hours=hours), clock.due),
    ]
    labels = tuple((title, times.short_moment(at)) for title, at in moments if at)
    alt = say(
        "clock_alt",
        gone=say("clock_alt_gone", gone=times.moment(gone)) if gone else "",
        back=times.moment(back),
        talked=times.moment(talked),
        used=used,
        hours=hours,
        due=times.moment(clock.due),
    )
    days = times.midnights(gone or back, max(clock.due, talked))
    late = talked > clock.due
    over = say("bar_over", length=times.length(talked - clock.due)) if late else ""
    solid = say("bar_hours", hours=hours) if late else used
    return ClockLine(alt, gone, back, talked, clock.due, away, solid, labels, over, days)


def safe(source: Source) -> Section:
    """Answers and lines that were recorded about safety; never a summary of them."""
    offered = prompts(source.pack, source.account)
    asked = [q for q in offered if q.sensitive or q.kind == "scale"]
    lines = _kept_under([q for q in asked if q.sensitive], source.account.standing)
    answers = {answer.question_id: answer for answer in source.account.answers}
    rows = tuple(
        (plain(q.ask.get(LANGUAGE)), strong(answered(q, answers.get(q.id))))
        for q in asked
        if q.kind != "open"
    )
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(say("safe"), (), rows, (76, 54), row_heads=True))
    if lines:
        blocks.append(Quotes(tuple(_quote(line) for line in lines)))
    told = any(q.id in answers and answers[q.id].values for q in asked)
    if not lines and not told:
        blocks.append(Para(plain(source.say("safe_none"))))
    return Section("safe", say("safe"), tuple(blocks), (plain(say("safe_note")),))


def _kept_under(questions: Sequence[Question], lines: Sequence[Line]) -> list[Line]:
    ids = {question.id for question in questions}
    return [line for line in lines if line.question_id in ids and line.voice is Voice.CHILD]


def _quote(line: Line) -> Quote:
    spoken = say("spoken_line", number=line.number)
    return Quote(line.words, str(line.number), spoken, line.language)


def _plan_quote(line: PlanLine, language: str) -> Quote:
    return Quote(
        line.words, plan_number(line), say("spoken_plan_line", number=line.number), language
    )


def wants(source: Source) -> Section:
    """The child's own words on what would help, from the account and the plan, with numbers."""
    how = [line for line in source.account.heard(Topic.HOW) if line.voice is Voice.CHILD]
    own = [
        line
        for line in source.plan_lines
        if line.author is PlanAuthor.CHILD and line.block is not PlanBlock.SIGNS
    ]
    quotes = [_quote(line) for line in how]
    language = source.account.case.child.language
    quotes += [_plan_quote(line, language) for line in own]
    blocks: list[Block] = [Quotes(tuple(quotes[:MOST_WANTS]))] if quotes else []
    if not quotes:
        blocks.append(Para(plain(source.say("wants_none"))))
    blank = source.account.blank_of(Topic.HOW)
    if not how and blank is not None:
        told = blank_words(blank.blank, blank.reason)
        blocks.append(Para(quiet(say("wants_how", blank=told))))
    if len(quotes) > MOST_WANTS:
        blocks.append(Para(quiet(say("more", count=len(quotes) - MOST_WANTS))))
    see = (say("plan_page", page="{page}"), "plan") if source.plan_lines else None
    notes = (plain(source.say("wants_note")),) if quotes else ()
    return Section("wants", source.say("wants"), tuple(blocks), notes, see=see)


def must(source: Source) -> Section:
    """What adults promised: by when, who, what. What is missing is said to be missing."""
    promises = [line for line in source.plan_lines if line.author is PlanAuthor.ADULT_PROMISE]
    promises.sort(key=lambda line: (line.by_when or date.max, line.number))
    block: Block = Para(plain(say("must_none")))
    if promises:
        head = (say("by"), say("who"), say("what"))
        rows = tuple(_promise(source, line) for line in promises)
        block = Table(source.say("must_note"), head, rows, (34, 36, 60))
    notes = (plain(source.say("must_note")),) if promises else ()
    return Section("must", say("must"), (block,), notes)


def _promise(source: Source, line: PlanLine) -> tuple[Text, ...]:
    when = times.day(line.by_when) if line.by_when else say("no_date")
    who = plain(line.promised_by) if line.promised_by else quiet(say("no_name"))
    what = plain(line.words)
    if line.agreed is not Agreed.YES:
        what = (*what, Run(" " + source.say("not_agreed"), Tone.QUIET))
    return strong(when), who, what


def others(source: Source) -> Section:
    """Who may see the plan, what is to be kept from whom, and that nothing was sent yet."""
    account, texts = source.account, []
    if account.plan is None:
        texts.append(plain(say("others_no_plan")))
    elif account.plan.may_see:
        names = f" {listed(account.plan.may_see)}."
        texts.append((Run(source.say("others_plan"), Tone.STRONG), Run(names)))
    else:
        texts.append(plain(source.say("others_plan_none")))
    kept = _kept_from(account.standing)
    if kept:
        names = f" {listed(kept)}. "
        note = Run(say("others_keep_note"))
        texts.append((Run(say("others_keep"), Tone.STRONG), Run(names), note))
    if source.seal is not None:
        texts.append(plain(say("others_sent")))
    return Section("others", say("others"), tuple(Para(text) for text in texts))


def _kept_from(lines: Sequence[Line]) -> list[str]:
    names = dict.fromkeys(name for line in lines for name in line.keep_from)
    return [
        say(
            "others_keep_line",
            whom=name,
            lines=", ".join(line_name(line) for line in lines if name in line.keep_from),
        )
        for name in names
    ]
