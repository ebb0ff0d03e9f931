"""Owns the parts around the account: offers, times away, the plan, how to read, signatures."""

from __future__ import annotations

from datetime import datetime

from rhi_desktop.domain.attempt import Attempt, OfferedTo
from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, PlanLine
from rhi_desktop.export import times
from rhi_desktop.export.content import (
    INTERVIEWER,
    SUPERVISOR,
    Block,
    Entries,
    Entry,
    Mark,
    Para,
    Run,
    Section,
    Setting,
    Signatures,
    SignatureSlot,
    Table,
    Text,
    Tone,
)
from rhi_desktop.export.source import Source, plain, quiet, strong
from rhi_desktop.export.wording import say, say_of, tied

AUTHORS = {
    PlanAuthor.CHILD: Mark.TYPED,
    PlanAuthor.WRITTEN_FOR_CHILD: Mark.WRITTEN,
    PlanAuthor.ADULT_PROMISE: Mark.PROMISE,
}


def offers(source: Source) -> Section:
    """How the child was asked, what came back, and how the talk went."""
    attempts = sorted(source.account.attempts, key=lambda attempt: attempt.at)
    block: Block = Para(quiet(say("offers_none")))
    if attempts:
        head = (say("offer_when"), say("offer_how"), say("offer_to"), say("offer_answer"))
        rows = tuple(_attempt(source, attempt) for attempt in attempts)
        block = Table(say("offers"), head, rows, (36, 27, 21, 46))
    notes = (plain(source.say("offers_note")),)
    return Section("offers", say("offers"), (Para(_talk(source)), block), notes, off_first=True)


def _talk(source: Source) -> Text:
    interview = source.account.interview
    outcome = (
        say_of("outcome", interview.outcome, who=source.who)
        if interview.outcome
        else say("outcome_none")
    )
    ended = interview.ended_at
    end = say("talk_end", end=times.clock_time(ended)) if ended else ""
    place = say("talk_place", place=interview.place) if interview.place else ""
    facts = [
        say("talk", start=times.moment(interview.started_at), end=end, place=place),
        say("present", who_else=interview.present) if interview.present else source.say("alone"),
        say(
            "interviewer",
            name=interview.interviewer.name,
            role=interview.interviewer.role,
            organisation=interview.interviewer.organisation,
        ),
        say_of("read", interview.read_back, who=source.who),
    ]
    return (Run(outcome + " ", Tone.STRONG), Run(" ".join(facts)))


def _attempt(source: Source, attempt: Attempt) -> tuple[Text, ...]:
    reply: Text = plain(say_of("reply", attempt.reply))
    if attempt.words:
        child = attempt.offered_to is OfferedTo.CHILD
        said = f"\n\u201c{attempt.words}\u201d"
        reply = (*reply, Run(said, Tone.CHILD if child else Tone.PLAIN))
    return (
        strong(times.near(attempt.at, source.account.interview.started_at)),
        plain(say_of("method", attempt.method)),
        plain(say_of("to", attempt.offered_to, who=source.who)),
        reply,
    )


def times_away(source: Source) -> Section:
    """Each time away with its own clock result."""
    head = tuple(say(key) for key in ("seen", "reported", "found", "returned", "result"))
    rows = tuple(_episode(source, episode) for episode in source.account.episodes)
    table = Table(say("times"), head, rows, (33, 39, 33, 33, 38), row_heads=False, wide=True)
    title = say("times" if len(rows) > 1 else "time")
    blocks: list[Block] = [table] if rows else [Para(plain(say("unknown")))]
    known = [episode for episode in source.account.episodes if episode.known_before]
    if known:
        label = say("before_talk")
        told = tuple(
            Entry(Mark.TOLD, label, say("spoken_bare", label=label), episode.known_before)
            for episode in known
        )
        blocks.append(Entries(told, say("continued", title=title)))
    return Section("times", title, tuple(blocks), (plain(say("times_note")),), Setting.WIDE)


def _episode(source: Source, episode: Episode) -> tuple[Text, ...]:
    like = source.account.interview.started_at
    reported = _when(episode.reported, like)
    if episode.reported and episode.reported_by:
        reported = say("by_whom", when=reported, whom=episode.reported_by)
    if episode.police_reference:
        reported = f"{reported}\n{say('police', reference=episode.police_reference)}"
    return (
        plain(_when(episode.last_seen, like)),
        plain(reported),
        plain(_when(episode.found, like)),
        plain(_when(episode.returned, like)),
        strong(_clock(source.clocks.get(episode.id))),
    )


def _when(at: datetime | None, like: datetime) -> str:
    return times.near(at, like) if at else say("unknown")


def _clock(clock: Clock | None) -> str:
    if clock is None or clock.due is None or clock.left is None:
        return say("result_none")
    if clock.before_return:
        return say("result_before")
    key = "result_met" if clock.state is ClockState.MET else "result_late"
    result = say(key, left=times.length(clock.left))
    return f"{result} {say('approximate')}" if clock.approximate else result


def plan(source: Source) -> Section:
    """The child's plan block by block, each line with who made it and whether it is agreed."""
    made = source.account.plan
    blocks: list[Block] = []
    if made is None:
        blocks.append(Para(plain(say("plan_none"))))
    elif made.declined:
        blocks.append(Para(_declined(source, made.declined_words)))
    elif not source.plan_lines:
        blocks.append(Para(plain(say("plan_blank"))))
    entries = tuple(
        _plan_entry(source, line)
        for block in PlanBlock
        for line in source.plan_lines
        if line.block is block
    )
    if entries:
        title = source.say("plan")
        blocks.append(Entries(entries, say("continued", title=title)))
    own = sum(1 for line in source.plan_lines if line.author is PlanAuthor.CHILD)
    note = (
        source.say("plan_note", own=own, all=len(source.plan_lines))
        if entries
        else say("plan_note_none")
    )
    return Section("plan", source.say("plan"), tuple(blocks), (plain(note),), Setting.WIDE)


def _declined(source: Source, words: str) -> Text:
    said = (Run(f" \u201c{words}\u201d", Tone.CHILD),) if words else ()
    return (Run(source.say("plan_declined")), *said)


def _plan_entry(source: Source, line: PlanLine) -> Entry:
    author = say_of("author", line.author, who=source.who)
    promise = line.author is PlanAuthor.ADULT_PROMISE
    notes = [_promised(line)] if promise else []
    notes.append(say_of("agreed", line.agreed, who=source.who))
    return Entry(
        AUTHORS[line.author],
        author,
        say("spoken_plan", number=line.number, label=author),
        line.words,
        line.number,
        "en-GB" if promise else source.account.case.child.language,
        note=(Run(f"{say_of('block', line.block)}.", Tone.STRONG), Run(" " + " ".join(notes))),
        quoted=line.author is PlanAuthor.CHILD,
    )


def _promised(line: PlanLine) -> str:
    name = line.promised_by or say("no_name")
    if line.by_when is None:
        return say("promise_open", name=name)
    return say("promise_by", name=name, when=times.day(line.by_when))


def reading(source: Source) -> Section:
    """What the marks and the missing numbers mean, and whose clock it was."""
    keys = ("reading_child", "reading_others", "reading_numbers", "reading_clock")
    paragraphs = tuple(Para(plain(source.say(key))) for key in keys)
    return Section("reading", say("reading"), paragraphs)


def _grouped(digits: str) -> str:
    """Sixty-four digits in two rows of four groups."""
    groups = [digits[at : at + 8].upper() for at in range(0, len(digits), 8)]
    return "\n".join(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))


def signatures(source: Source) -> Section:
    """The two places to sign; the interviewer's name, time and key are page text as well."""
    if source.seal is None:
        draft = (Para(strong(say("signatures_draft"))),)
        return Section("signatures", say("signatures"), draft)
    by = source.by
    sealed = times.moment(source.seal.sealed_at)
    first = SignatureSlot(
        INTERVIEWER,
        say("slot_interviewer"),
        say("slot_alt_interviewer", name=by.name),
        (
            strong(say("slot_name", name=by.name, organisation=by.organisation)),
            plain(say("slot_sealed", when=sealed)),
            plain(say("slot_words", words=tied(" ".join(by.words)))),
            quiet(f"{say('slot_certificate')}\n{_grouped(by.certificate_sha256)}"),
        ),
    )
    second = SignatureSlot(
        SUPERVISOR,
        say("slot_supervisor"),
        say("slot_alt_supervisor"),
        (plain(say("slot_waiting")), quiet(say("slot_check"))),
    )
    block = Signatures((first, second))
    note = (plain(say("signatures_note")),)
    return Section("signatures", say("signatures"), (block,), note, Setting.WIDE)
