"""Owns the first page where no talk was held: what happened, who said what, what stays open."""

from __future__ import annotations

from rhi_desktop.domain.ending import CarerAsked, CarerInformation, Certainty, Ending
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Mark,
    Para,
    Quote,
    Quotes,
    Run,
    Section,
    Setting,
    Text,
    Tone,
)
from rhi_desktop.export.source import Source, listed, plain, quiet, strong
from rhi_desktop.export.wording import say, say_of

DECLINED = {Outcome.DECLINED_BY_CHILD, Outcome.DECLINED_BY_CARER}
CARER_IS_ASKED = {*DECLINED, Outcome.NOT_REACHED}
DECIDED = {Outcome.NOT_REQUIRED, Outcome.NOT_OFFERED}
CARER_WORDS = {
    CarerAsked.NOT_REACHED: "carer_not_reached",
    CarerAsked.NOT_SAFE: "carer_not_safe",
    CarerAsked.NOT_ASKED: "carer_not_asked",
}


def sections(source: Source) -> list[Section]:
    """The parts that tell it, each only where there is something to tell."""
    interview = source.account.interview
    outcome, ending = interview.outcome, interview.ending or Ending()
    found = [_happened(source, outcome, ending)]
    if outcome in DECLINED or ending.words or ending.reasons:
        found.append(_child_said(source, ending))
    if outcome in CARER_IS_ASKED or ending.carer is not None:
        found.append(_carer_said(source, ending.carer))
    if ending.open_offer or ending.passed_to or outcome not in DECIDED:
        found.append(_open(ending))
    if outcome in DECIDED or ending.decided_by:
        found.append(_decided(ending))
    return found


def _happened(source: Source, outcome: Outcome | None, ending: Ending) -> Section:
    told = say_of("outcome", outcome, who=source.who) if outcome else say("outcome_none")
    blocks: list[Block] = []
    runs = [Run(told, Tone.STRONG)]
    if outcome is Outcome.DECLINED_BY_CARER:
        named = say("declined_by", name=ending.declined_by)
        runs.append(Run(" " + (named if ending.declined_by.strip() else say("declined_nobody"))))
    elif ending.declined_by.strip():
        runs.append(Run(" " + say("declined_by", name=ending.declined_by)))
    if ending.not_required is not None:
        runs.append(Run(" " + say_of("not_required", ending.not_required, who=source.who)))
    blocks.append(Para(tuple(runs)))
    if outcome is Outcome.DECLINED_BY_CARER:
        asked = {True: "child_asked_yes", False: "child_asked_no", None: "child_asked_unknown"}
        text = strong(source.say(asked[ending.child_asked]))
        blocks.append(Para(text, flag=ending.child_asked is not True))
    if ending.why.strip():
        blocks.append(Para(plain(ending.why)))
    return Section("happened", say("happened"), tuple(blocks), (plain(say("happened_note")),))


def _child_said(source: Source, ending: Ending) -> Section:
    blocks: list[Block] = [Para(plain(source.say("child_said_none")))]
    if ending.words.strip():
        spoken = say("spoken_bare", label=say_of("voice", Mark.CHILD, who=source.who))
        blocks = [Quotes((Quote(ending.words, "", spoken, source.account.case.child.language),))]
    if ending.reasons:
        reasons = listed([say_of("declined", reason) for reason in ending.reasons])
        blocks.append(Para(plain(say("reasons", reasons=reasons))))
    pressed = ending.pressure in {Certainty.YES, Certainty.NOT_SURE}
    pressure = say_of("pressure", ending.pressure, who=source.who)
    blocks.append(Para(strong(pressure) if pressed else quiet(pressure), flag=pressed))
    notes = (plain(source.say("child_said_note")),)
    return Section("child_said", source.say("child_said"), tuple(blocks), notes)


def _carer_said(source: Source, carer: CarerInformation | None) -> Section:
    blocks: list[Block] = []
    if carer is None:
        blocks.append(Para(strong(say("carer_unknown")), flag=True))
    elif carer.asked is CarerAsked.ASKED:
        named = say("carer_asked", name=carer.who)
        blocks.append(Para(plain(named if carer.who.strip() else say("carer_asked_unnamed"))))
        blocks.append(_carer_words(source, carer))
    else:
        blocks.append(Para(_carer_not(source, carer)))
    notes = (plain(say("carer_said_note")),)
    return Section("carer_said", say("carer_said"), tuple(blocks), notes, Setting.WIDE)


def _carer_words(source: Source, carer: CarerInformation) -> Block:
    if not carer.words.strip():
        return Para(quiet(say("carer_nothing")))
    label = source.label(Mark.TOLD)
    name = say("told_by", name=carer.who) if carer.who.strip() else say("told_unnamed")
    told = Entry(Mark.TOLD, label, say("spoken_bare", label=label), carer.words, source=name)
    return Entries((told,), say("continued", title=say("carer_said")))


def _carer_not(source: Source, carer: CarerInformation) -> Text:
    runs = [Run(source.say(CARER_WORDS[carer.asked]), Tone.STRONG)]
    if carer.who.strip():
        runs.append(Run(f" {carer.who}."))
    if carer.words.strip():
        runs.append(Run(" " + say("blank_because", reason=carer.words)))
    return tuple(runs)


def _open(ending: Ending) -> Section:
    texts: list[Text] = []
    if ending.passed_to.strip():
        texts.append((Run(say("passed_to"), Tone.STRONG), Run(f" {ending.passed_to}")))
    if ending.open_offer.strip():
        texts.append((Run(say("open_offer"), Tone.STRONG), Run(f" {ending.open_offer}")))
    if not texts:
        texts.append(plain(say("open_none")))
    return Section("open", say("stays_open"), tuple(Para(text) for text in texts))


def _decided(ending: Ending) -> Section:
    name = ending.decided_by
    named = strong(say("decided_by", name=name)) if name.strip() else strong(say("decided_nobody"))
    blocks: list[Block] = [Para(named, flag=not name.strip())]
    if not ending.why.strip() and ending.not_required is None:
        blocks.append(Para(strong(say("why_none")), flag=True))
    return Section("decided", say("decided"), tuple(blocks))
