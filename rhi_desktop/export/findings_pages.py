"""Owns indicators, people and places, analysis: what a person concluded, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.domain.action import Action, Thread
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.entity import Entity, EntityKind
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.export import times
from rhi_desktop.export.answers import headed, of_talk
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Judged,
    Mark,
    Para,
    Rendered,
    Run,
    Section,
    Setting,
    Table,
    Text,
    Tone,
)
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
from rhi_desktop.forms.model import VIEW

SQUARES = {
    Certainty.YES: Judged.YES,
    Certainty.NOT_SURE: Judged.HALF,
    Certainty.NO: Judged.NO,
}
MOST_ASIDE = 240
"""A margin note longer than this stands below the view instead."""
SIGNS = (52, 29, 63, 16, 16)
PEOPLE = (32, 66, 24, 38, 16)


def signs(source: Source) -> list[Section]:
    """Each indicator that was answered, with evidence and source; the rest only counted."""
    answered = [one for one in source.account.concerns if one.state is not Certainty.NOT_ASKED]
    if not answered:
        return []
    blocks: list[Block] = []
    known = dict.fromkeys(one.set_id for one in answered)
    for set_id in known:
        mine = [one for one in answered if one.set_id == set_id]
        blocks.append(_signs_table(source, mine))
    left = [text for set_id in known for text in _left(source, set_id, answered)]
    if left:
        blocks.append(Para(quiet(say("signs_left", sets=listed(left))), inset=True))
    untouched = _untouched(source, {one.set_id for one in answered})
    if untouched:
        blocks.append(Para(quiet(say("signs_untouched", sets=listed(untouched))), inset=True))
    note = plain(say("signs_note"))
    return [Section("signs", say("signs"), tuple(blocks), (note,), Setting.WIDE)]


def _signs_table(source: Source, found: Sequence[Concern]) -> Table:
    title = found[0].set_title
    head = (
        title,
        *(say(key) for key in ("sign_judged", "sign_rests", "sign_lines", "sign_action")),
    )
    rows = tuple(_sign(source, one) for one in found)
    judged = tuple(SQUARES.get(one.state, Judged.NONE) for one in found)
    kept = say("continued", title=say("signs"))
    return Table(title, head, rows, SIGNS, wide=True, continued=kept, judged=judged)


def _sign(source: Source, one: Concern) -> tuple[Text, ...]:
    actions = [
        str(action.number) for action in source.account.actions if one.id in action.concern_ids
    ]
    return (
        strong(one.wording),
        strong(say_of("state", one.state)),
        rests(source, one),
        plain(numbered(source.line_numbers(one.line_ids))),
        plain(listed(actions) or "\u2013"),
    )


def rests(source: Source, one: Concern) -> Text:
    """What an indicator rests on, and why nothing is done about it."""
    runs: list[Run] = []
    if one.source is not None:
        runs.append(Run(say_of("from", one.source, who=source.who) + ". ", Tone.QUIET))
    if one.evidence.strip():
        runs.append(Run(one.evidence))
    elif one.stands and not one.supported:
        runs.append(Run(say("sign_unsupported"), Tone.STRONG))
    if one.no_action.strip():
        runs.append(Run("\n" + say("sign_no_action", reason=one.no_action), Tone.QUIET))
    return tuple(runs) or plain("\u2013")


def _left(source: Source, set_id: str, answered: Sequence[Concern]) -> list[str]:
    known = next((group for group in source.indicator_sets if group.id == set_id), None)
    given = {one.indicator_id for one in answered if one.set_id == set_id}
    if known is None:
        return []
    count = sum(one.id not in given for one in known.asked)
    title = known.title.get(LANGUAGE)
    return [say("signs_some", title=title, count=count, all=len(known.asked))] if count else []


def _untouched(source: Source, begun: set[str]) -> list[str]:
    return [
        say("signs_set", title=group.title.get(LANGUAGE), count=len(group.asked))
        for group in source.indicator_sets
        if group.id not in begun and group.asked
    ]


def people(source: Source) -> list[Section]:
    """People, places, vehicles and phones, each with what was said of it and by whom."""
    blocks: list[Block] = []
    for kind in EntityKind:
        mine = [one for one in source.account.entities if one.kind is kind]
        if mine:
            blocks.append(_entities(source, kind, mine))
    if not blocks:
        return []
    note = plain(source.say("people_note"))
    return [Section("people", say("people"), tuple(blocks), (note,), Setting.WIDE)]


def _entities(source: Source, kind: EntityKind, found: Sequence[Entity]) -> Table:
    keys = ("entity_about", "entity_feels", "entity_voices", "entity_lines")
    head = (say_of("kind", kind), *(source.say(key) for key in keys))
    rows = tuple(_entity(source, one) for one in found)
    kept = say("continued", title=say("people"))
    return Table(say_of("kind", kind), head, rows, PEOPLE, wide=True, continued=kept)


def _entity(source: Source, one: Entity) -> tuple[Text, ...]:
    lines = [line for line in one.told_in(source.account.standing) if line.voice.is_heard]
    return (
        strong(one.name),
        plain(about(one) or "\u2013"),
        plain(say_of("feels", one.feels)),
        plain(listed(voices(source, lines)) or "\u2013"),
        plain(numbered([line.number for line in lines])),
    )


def about(one: Entity) -> str:
    """Everything that stands on a card, in one run."""
    named = (
        ("entity_age", "age", one.age),
        ("entity_met", "how", one.how_met),
        ("entity_contact", "contact", one.contact),
        ("entity_known", "known", one.known_to_services),
        ("entity_other_names", "names", listed(one.other_names)),
        ("entity_keep", "whom", listed(one.keep_from)),
    )
    said = [f"{text.rstrip('.')}." for text in (one.relation, one.address, one.description) if text]
    return " ".join([*said, *(say(key, **{fact: text}) for key, fact, text in named if text)])


def voices(source: Source, lines: Sequence[Line]) -> list[str]:
    """Who says what these lines say."""
    names = {
        Voice.CHILD: source.who,
        Voice.SAW: say("voice_name_saw"),
    }
    told = say("voice_name_told")
    return list(dict.fromkeys(names.get(line.voice) or line.told_by or told for line in lines))


def analysis(source: Source) -> list[Section]:
    """Each view with the lines it is built on and what follows; then what a person judged."""
    title = say("analysis")
    entries = tuple(_thread(source, one) for one in source.account.threads)
    blocks: list[Block] = [Entries(entries, say("continued", title=title))] if entries else []
    blocks += headed(say("judged"), of_talk(source, VIEW, title).blocks())
    if not blocks:
        return []
    note = plain(say("analysis_note"))
    return [Section("analysis", title, tuple(blocks), (note,), Setting.WIDE)]


def _thread(source: Source, one: Thread) -> Entry:
    numbers = source.line_numbers(one.line_ids)
    built = say("built_on", lines=numbered(numbers)) if numbers else say("built_on_none")
    aside: Text = (Run(built + "\n", Tone.STRONG), Run(say_of("sure", one.sureness)))
    note = strong(_follows(source, one))
    if len(built) > MOST_ASIDE:
        aside, note = (), (*aside, Run("\n"), *note)
    return Entry(
        Mark.VIEW,
        say("view_label", number=one.number),
        say("spoken_view", number=one.number, built=built),
        one.view,
        note=note,
        versions=_thinks(source, one),
        aside=aside,
    )


def _thinks(source: Source, one: Thread) -> tuple[Rendered, ...]:
    found = []
    if one.or_it_may_be.strip():
        found.append(Rendered(say("or_it_may_be"), one.or_it_may_be, "en-GB"))
    if one.child_thinks.strip():
        language = source.account.case.child.language
        label = source.say("child_thinks")
        found.append(Rendered(label, one.child_thinks, language, quoted=True))
    return tuple(found)


def _follows(source: Source, one: Thread) -> str:
    actions = [_named(action) for action in source.account.actions if action.thread_id == one.id]
    return say("leads_to", actions=listed(actions)) if actions else say("leads_to_none")


def _named(action: Action) -> str:
    when = times.day(action.by_when) if action.by_when else say("no_date")
    return f"{action.number}, {action.what.rstrip('.')} ({action.who or say('no_name')}, {when})"
