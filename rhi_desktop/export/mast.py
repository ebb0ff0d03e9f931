"""Owns the head of the first page: about whom, what came of it, and the clock in words."""

from __future__ import annotations

from datetime import timedelta

from rhi_desktop.domain.clock import Clock, ClockState, begins, local
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.export import times
from rhi_desktop.export.content import Mast, Run, Text, Tone
from rhi_desktop.export.figure import ClockLine
from rhi_desktop.export.source import Source
from rhi_desktop.export.wording import say, say_of, tied

HEARD = (ClockState.MET, ClockState.PASSED_BUT_HEARD)
LATE = (ClockState.PASSED_BUT_HEARD, ClockState.OVERDUE)


def mast(source: Source) -> Mast:
    """Name by initials, age, and the lead sentence with the clock result in words."""
    account = source.account
    age = account.case.child.age_on(local(account.interview.started_at).date())
    name = source.who if age is None else say("name", who=source.who, age=tied(str(age)))
    draft = "_draft" if source.seal is None else ""
    eyebrow = say(f"eyebrow{draft}" if source.talked else f"eyebrow_none{draft}")
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
    runs = _stopped(source) if source.talked else _no_talk(source)
    if episode is None or episode.returned is None:
        unknown = "missing_still" if missing_still(source) else "back_unknown"
        return (*runs, Run(source.say(unknown)))
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


def missing_still(source: Source) -> bool:
    """Whether it was settled while the child was missing again."""
    return source.account.interview.outcome is Outcome.MISSING_AGAIN


def _stopped(source: Source) -> list[Run]:
    if source.account.interview.outcome is not Outcome.STOPPED_BY_CHILD:
        return []
    return [Run(source.say("stopped") + " ", Tone.STRONG)]


def _no_talk(source: Source) -> list[Run]:
    outcome = source.account.interview.outcome
    if outcome is None:
        return [Run(say("outcome_none") + " ")]
    told = say_of("outcome", outcome, who=source.who)
    return [Run(say("no_talk") + " ", Tone.STRONG), Run(told + " ", Tone.STRONG)]


def _result(source: Source, episode: Episode, clock: Clock) -> list[Run]:
    heard = source.talked and clock.state in HEARD
    runs = _heard(source, episode, clock) if heard else _settled(source, episode, clock)
    if clock.approximate:
        runs.append(Run(" " + say("approximate")))
    reason = late_reason(source, episode, clock)
    return [*runs, Run(" " + reason)] if reason else runs


def _heard(source: Source, episode: Episode, clock: Clock) -> list[Run]:
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
    return [Run(tied(say(head)), Tone.STRONG), Run(" " + tail)]


def _settled(source: Source, episode: Episode, clock: Clock) -> list[Run]:
    hours, stopped = clock_hours(episode, clock), source.account.interview.stopped_at
    if stopped is None or clock.left is None or clock.due is None:
        due = times.long_moment(clock.due) if clock.due else ""
        return [Run(say("clock_running", hours=hours, due=due))]
    key = "clock_stopped" if clock.state is ClockState.STOPPED else "clock_overdue"
    left = times.length(clock.left)
    return [Run(say(key, when=times.long_moment(stopped), left=left, hours=hours))]


def late_reason(source: Source, episode: Episode, clock: Clock) -> str:
    """Why it came late, or will; nothing when it did not. It stops no clock."""
    if episode.late is None or clock.state is ClockState.MET:
        return ""
    reason = say_of("late", episode.late, who=source.who)
    key = "late_because" if source.talked else "late_unheard"
    if clock.state not in LATE:
        key = "late_will"
    told = say(key, reason=reason)
    return f"{told} {episode.late_words}" if episode.late_words.strip() else told


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
    if not source.talked:
        return None
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
