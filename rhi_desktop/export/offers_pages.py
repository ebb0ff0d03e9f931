"""Owns the parts before the account: offers and outcome, what was explained, times away, child."""

from __future__ import annotations

from datetime import datetime

from rhi_desktop.domain.attempt import Attempt, OfferedTo
from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.reading import Reading, Said
from rhi_desktop.export import times
from rhi_desktop.export.answers import headed, of_facts, of_talk
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Mark,
    Para,
    Run,
    Section,
    Setting,
    Table,
    Text,
    Tone,
)
from rhi_desktop.export.first_page import kept_from
from rhi_desktop.export.mast import late_reason, missing_still
from rhi_desktop.export.nights import nights
from rhi_desktop.export.source import Source, line_name, listed, plain, quiet, strong
from rhi_desktop.export.wording import say, say_of
from rhi_desktop.forms.model import AWAY, BEFORE, CHILD, MEETING

TIMES = (37, 34, 37, 37, 31)


def offers(source: Source) -> Section:
    """How the child was asked, what came back, and how the talk went."""
    attempts = sorted(source.account.attempts, key=lambda attempt: attempt.at)
    blocks: list[Block] = [Para(_outcome(source))]
    if attempts:
        head = (say("offer_when"), say("offer_how"), say("offer_to"), say("offer_answer"))
        rows = tuple(attempt_row(source, attempt) for attempt in attempts)
        kept = say("continued", title=say("offers"))
        blocks.append(Table(say("offers"), head, rows, (38, 30, 20, 42), continued=kept))
        reached = "offered_yes" if any(one.reached for one in attempts) else "offered_no"
        blocks.append(Para(quiet(source.say(reached))))
    else:
        blocks.append(Para(quiet(say("offers_none"))))
    blocks += of_talk(source, MEETING, say("offers")).blocks()
    notes = (plain(source.say("offers_note")),)
    return Section("offers", say("offers"), tuple(blocks), notes, off_first=source.talked)


def _outcome(source: Source) -> Text:
    interview = source.account.interview
    outcome = (
        say_of("outcome", interview.outcome, who=source.who)
        if interview.outcome
        else say("outcome_none")
    )
    by = interview.interviewer
    facts = _talk(source) if source.talked else [_settled(interview.stopped_at)]
    key = "interviewer" if source.talked else "written_by"
    facts.append(say(key, name=by.name, role=by.role, organisation=by.organisation))
    if source.talked:
        facts += [say_of("read", interview.read_back, who=source.who), *_read_back(source)]
    return (Run(outcome + " ", Tone.STRONG), Run(" ".join(facts)))


def _settled(stopped: datetime | None) -> str:
    return say("settled", when=times.moment(stopped)) if stopped else say("opened_draft")


def _talk(source: Source) -> list[str]:
    interview = source.account.interview
    ended = interview.ended_at
    end = say("talk_end", end=times.clock_time(ended)) if ended else ""
    place = say("talk_place", place=interview.place) if interview.place else ""
    facts = [
        say("talk", start=times.moment(interview.started_at), end=end, place=place),
        say("present", who_else=interview.present) if interview.present else source.say("alone"),
    ]
    if interview.meeting is not None:
        facts.insert(1, say("talk_how", how=say_of("meeting", interview.meeting)))
    return facts


def _read_back(source: Source) -> list[str]:
    by_line = {reading.line_id: reading for reading in source.account.readings}
    lines = [line for line in source.account.standing if line.id in by_line]
    agreed = sum(by_line[line.id].said is Said.AGREED for line in lines)
    facts = [source.say("read_lines", agreed=agreed)] if agreed else []
    for key, wanted in (("read_changed", Said.CHANGED), ("read_not_now", Said.NOT_NOW)):
        names = [line_name(line) for line in lines if by_line[line.id].said is wanted]
        facts += [say(key, lines=", ".join(names))] if names else []
    added = [line_name(line) for line in source.account.standing if line.at_read_back]
    return facts + ([say("read_added", lines=", ".join(added))] if added else [])


def reading_of(source: Source) -> dict[str, Reading]:
    """What the child answered to each line read back."""
    return {reading.line_id: reading for reading in source.account.readings}


def attempt_row(source: Source, attempt: Attempt) -> tuple[Text, ...]:
    """When, how, whom, and what came back."""
    reply: Text = plain(say_of("reply", attempt.reply))
    if attempt.words:
        child = attempt.offered_to is not OfferedTo.CARER
        said = f"\n\u201c{attempt.words}\u201d"
        reply = (*reply, Run(said, Tone.CHILD if child else Tone.PLAIN))
    how: Text = plain(say_of("method", attempt.method))
    if attempt.made_by.strip():
        how = (*how, Run("\n" + say("offer_by", name=attempt.made_by), Tone.QUIET))
    return (
        strong(times.near(attempt.at, source.account.interview.started_at)),
        how,
        plain(say_of("to", attempt.offered_to, who=source.who)),
        reply,
    )


def explained(source: Source) -> list[Section]:
    """What was said before the first question, and what the child asked to keep from whom."""
    title = say("explained")
    blocks = of_talk(source, BEFORE, title).blocks()
    kept = kept_from([line for line in source.account.standing if line.voice is not Voice.ASKED])
    if kept:
        text = f" {listed(kept)}. "
        blocks.append(Para((Run(source.say("shared_note") + ":", Tone.STRONG), Run(text))))
    if not blocks and not source.talked:
        return []
    if not blocks:
        blocks = [Para(quiet(say("explained_none")))]
    note = plain(say("explained_note"))
    return [Section("confidentiality", title, tuple(blocks), (note,), Setting.WIDE)]


def times_away(source: Source) -> Section:
    """Each time away with its own clock result, and what was told of it before the talk."""
    head = tuple(say(key) for key in ("seen", "reported", "found", "returned", "result"))
    episodes = source.account.episodes
    rows = tuple(_episode(source, episode) for episode in episodes)
    table = Table(say("times"), head, rows, TIMES, row_heads=False, wide=True)
    title = say("times" if len(rows) > 1 else "time")
    blocks: list[Block] = [*nights(episodes), table] if rows else [Para(plain(say("unknown")))]
    for episode in episodes:
        known = _known_before(episode, title)
        blocks += headed(_away_from(episode), known) if len(episodes) > 1 else known
    return Section("times", title, tuple(blocks), (plain(say("times_note")),), Setting.WIDE)


def _away_from(episode: Episode) -> str:
    seen = episode.last_seen
    return say("away_from", when=times.moment(seen)) if seen else say("away_unknown")


def _known_before(episode: Episode, title: str) -> list[Block]:
    if not episode.known_before:
        return []
    label = say("before_talk")
    entry = Entry(Mark.TOLD, label, say("spoken_bare", label=label), episode.known_before)
    return [Entries((entry,), say("continued", title=title))]


def away(source: Source) -> list[Section]:
    """What is known of each time away beside the talk."""
    title = say("known_away")
    blocks: list[Block] = []
    for episode in source.account.episodes:
        facts = [fact for fact in source.account.facts if fact.episode_id == episode.id]
        found = of_facts(source, AWAY, facts, title).blocks()
        many = len(source.account.episodes) > 1
        blocks += headed(_away_from(episode), found) if many else found
    if not blocks:
        return []
    note = plain(say("about_child_note"))
    return [Section("away", title, tuple(blocks), (note,), Setting.WIDE)]


def _episode(source: Source, episode: Episode) -> tuple[Text, ...]:
    like = source.account.interview.started_at
    reported = _when(episode.reported, like)
    if episode.reported and episode.reported_by:
        reported = say("by_whom", when=reported, whom=episode.reported_by)
    if episode.police_reference:
        reported = f"{reported}\n{say('police', reference=episode.police_reference)}"
    clock = source.clocks.get(episode.id)
    result = strong(_clock(source, clock))
    reason = late_reason(source, episode, clock) if clock is not None else ""
    return (
        plain(_when(episode.last_seen, like)),
        plain(reported),
        plain(_when(episode.found, like)),
        plain(_when(episode.returned, like)),
        (*result, Run("\n" + reason)) if reason else result,
    )


def _when(at: datetime | None, like: datetime) -> str:
    return times.near(at, like) if at else say("unknown")


RESULTS = {
    ClockState.MET: "result_met",
    ClockState.PASSED_BUT_HEARD: "result_late",
    ClockState.STOPPED: "result_stopped",
}


def _clock(source: Source, clock: Clock | None) -> str:
    if clock is None or clock.due is None or clock.left is None:
        return say("result_not_back" if missing_still(source) else "result_none")
    if clock.before_return:
        return say("result_before")
    key = RESULTS.get(clock.state, "result_running")
    if clock.state is ClockState.OVERDUE:
        stopped = source.account.interview.stopped_at is not None
        key = "result_overdue" if stopped else "result_over"
    result = say(key, left=times.length(clock.left))
    return f"{result} {say('approximate')}" if clock.approximate else result


def child(source: Source) -> list[Section]:
    """What is known about the child beside the talk."""
    title = source.say("about_child")
    facts = [fact for fact in source.account.facts if fact.episode_id is None]
    blocks = of_facts(source, CHILD, facts, title).blocks()
    if not blocks:
        return []
    note = plain(say("about_child_note"))
    return [Section("child", title, tuple(blocks), (note,), Setting.WIDE)]
