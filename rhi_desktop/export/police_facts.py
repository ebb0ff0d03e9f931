"""Owns the facts for the police, each with how it is known, in the order in which they are used."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.domain.action import Action
from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.fact import Fact
from rhi_desktop.export import times
from rhi_desktop.export.account_pages import entry
from rhi_desktop.export.answers import said
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Judged,
    Mark,
    Para,
    Section,
    Setting,
    Table,
    Text,
)
from rhi_desktop.export.doing_pages import action_known, step_row
from rhi_desktop.export.findings_pages import SQUARES, rests
from rhi_desktop.export.police_cards import Shelf
from rhi_desktop.export.police_choice import CONSENT
from rhi_desktop.export.source import (
    LANGUAGE,
    Source,
    listed,
    numbered,
    plain,
    quiet,
    strong,
)
from rhi_desktop.export.wording import say, say_of

TIMES = (36, 62, 39, 39)
SIGNS = (58, 26, 74, 18)
LOG = (28, 42, 48, 58)
ACTIONS = (12, 34, 44, 62, 24)
ASKED = (88, 88)


def else_said(source: Source, cards: Shelf) -> list[Section]:
    """The lines that tell of nobody and nothing above, in the order of the talk."""
    rest = [line for line in source.account.standing
            if line.voice.is_heard and line.id not in cards.first]  # fmt: skip
    if not rest:
        return []
    title = say("police_else")
    block = Entries(tuple(entry(source, line) for line in rest), say("continued", title=title))
    note = plain(source.say("police_else_note"))
    return [Section("else_said", title, (block,), (note,), Setting.WIDE)]


def times_away(source: Source) -> list[Section]:
    """When the child was last seen, reported, found and back."""
    episodes = source.account.episodes
    if not episodes:
        return []
    keys = ("seen", "reported", "found", "returned")
    rows = tuple(_episode(source, one) for one in episodes)
    title = say("times" if len(rows) > 1 else "time")
    head = tuple(say(key) for key in keys)
    blocks: list[Block] = [Table(title, head, rows, TIMES, row_heads=False, wide=True)]
    label = say("before_talk")
    known_before = tuple(
        Entry(Mark.TOLD, label, say("spoken_bare", label=label), one.known_before)
        for one in episodes
        if one.known_before.strip()
    )
    if known_before:
        blocks.append(Entries(known_before, say("continued", title=title)))
    note = plain(say("police_times_note"))
    return [Section("times", title, tuple(blocks), (note,), Setting.WIDE)]


def _episode(source: Source, one: Episode) -> tuple[Text, ...]:
    like = source.account.interview.started_at
    when = [
        times.near(at, like) if at else say("unknown")
        for at in (one.last_seen, one.reported, one.found, one.returned)
    ]
    if one.reported and one.reported_by.strip():
        when[1] = say("by_whom", when=when[1], whom=one.reported_by)
    if one.police_reference.strip():
        when[1] = f"{when[1]}\n{say('police', reference=one.police_reference)}"
    return tuple(plain(text) for text in when)


def actions_here(source: Source) -> list[Section]:
    """What adults will do, as far as it goes to the police."""
    title, found = say("police_actions"), source.account.actions
    if not found:
        return []
    head = tuple(say(key) for key in ("action_number", "action_by", "action_who", "action_what"))
    rows = tuple(_action(one) for one in found)
    kept = say("continued", title=title)
    table = Table(title, (*head, source.say("action_child")), rows, ACTIONS, wide=True,
                  continued=kept)  # fmt: skip
    return [Section("actions", title, (table,), (plain(say("police_actions_note")),), Setting.WIDE)]


def _action(one: Action) -> tuple[Text, ...]:
    when = strong(times.day(one.by_when)) if one.by_when else quiet(say("no_date"))
    who = plain(one.who) if one.who.strip() else quiet(say("no_name"))
    number = strong(str(one.number))
    return number, when, who, plain(one.what), plain(action_known(one))


def answers(source: Source) -> list[Section]:
    """Questions with what was answered; what was not asked is not here and is no no."""
    found = [one for one in source.account.answers if one.values and one.question_id != CONSENT]
    return asked(source, "police_answers", found)


def known(source: Source) -> list[Section]:
    """What was known beside the talk."""
    return asked(source, "police_known", [one for one in source.account.facts if one.values])


def asked(source: Source, key: str, found: Sequence[Answer | Fact]) -> list[Section]:
    """Questions and what stands for each, under the title of a key."""
    rows = []
    for one in sorted(found, key=lambda one: _place(source, one.question_id)):
        question = source.question(one.question_id)
        words = question.ask.get(LANGUAGE) if question else one.question_id
        told = said(question, one) if question else listed(one.values)
        rows.append((plain(words), plain(told)))
    if not rows:
        return []
    title = say(key)
    head = (say("question"), say("answer"))
    kept = say("continued", title=title)
    table = Table(title, head, tuple(rows), ASKED, wide=True, continued=kept, dense=True)
    note = plain(source.say(f"{key}_note"))
    return [Section(key, title, (table,), (note,), Setting.WIDE)]


def _place(source: Source, question_id: str) -> int:
    """Where a question stands in the packs: answers are printed in the order of asking."""
    ids = [question.id for pack in source.packs for question in pack.questions]
    return ids.index(question_id) if question_id in ids else len(ids)


def signs(source: Source) -> list[Section]:
    """Only those that a person judged and chose; nothing is said about the others."""
    found = source.account.concerns
    if not found:
        return []
    title = say("police_signs")
    keys = ("police_sign", "sign_judged", "sign_rests", "sign_lines")
    rows = tuple(
        (
            strong(one.wording),
            strong(say_of("state", one.state)),
            rests(source, one),
            plain(numbered(source.line_numbers(one.line_ids))),
        )
        for one in found
    )
    judged = tuple(SQUARES.get(one.state, Judged.NONE) for one in found)
    head = tuple(say(key) for key in keys)
    kept = say("continued", title=title)
    table = Table(title, head, rows, SIGNS, wide=True, continued=kept, judged=judged)
    return [Section("signs", title, (table,), (plain(say("police_signs_note")),), Setting.WIDE)]


def told(source: Source) -> list[Section]:
    """What was passed on to the police at once, with its times."""
    blocks: list[Block] = []
    for one in source.account.disclosures:
        opened = say("told_opened", when=times.moment(one.opened_at), name=one.opened_by)
        blocks.append(Para(strong(opened)))
        head = tuple(say(key) for key in ("told_when", "told_what", "told_who", "told_words"))
        steps = sorted(one.steps, key=lambda step: step.happened_at or step.written_at)
        rows = tuple(step_row(source, one, step) for step in steps)
        kept = say("continued", title=say("told"))
        if rows:
            blocks.append(Table(opened, head, rows, LOG, wide=True, continued=kept))
    if not blocks:
        return []
    note = plain(say("police_told_note"))
    return [Section("told", say("told"), tuple(blocks), (note,), Setting.WIDE)]


def no_talk(source: Source) -> list[Section]:
    """What is known where nobody was heard, as far as it goes to the police."""
    ending = source.account.interview.ending or Ending()
    blocks: list[Block] = []
    if ending.why.strip():
        blocks.append(Para(plain(ending.why)))
    if ending.pressure is not Ending().pressure:
        text = say_of("pressure", ending.pressure, who=source.who)
        blocks.append(Para(strong(text), flag=True))
    title = say("happened")
    found = []
    if ending.words.strip():
        label = source.label(Mark.CHILD)
        found.append(
            Entry(Mark.CHILD, label, say("spoken_bare", label=label), ending.words, quoted=True)
        )
    if ending.carer is not None and ending.carer.words.strip():
        label, who = source.label(Mark.TOLD), ending.carer.who
        name = say("told_by", name=who) if who.strip() else say("told_unnamed")
        spoken = say("spoken_bare", label=label)
        found.append(Entry(Mark.TOLD, label, spoken, ending.carer.words, source=name))
    if found:
        blocks.append(Entries(tuple(found), say("continued", title=title)))
    return [Section("happened", title, tuple(blocks))] if blocks else []
