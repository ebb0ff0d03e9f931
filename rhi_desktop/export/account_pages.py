"""Owns the account on paper: topic by topic, the child first, every blank with its own name."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Mark,
    Para,
    Rendered,
    Run,
    Section,
    Setting,
    Table,
    Tone,
    VoiceKey,
)
from rhi_desktop.export.source import (
    LANGUAGE,
    MARKS,
    Source,
    answered,
    line_name,
    listed,
    plain,
    quiet,
)
from rhi_desktop.export.wording import language_name, say, say_of
from rhi_desktop.forms.flow import prompts

AGAIN = 400
"""A line of several topics is printed under each, unless it is longer than this."""
ORDER = (Voice.CHILD, Voice.SAW, Voice.TOLD)
"""Within a topic: the child first. Views and questions have parts of their own."""


def account_sections(source: Source) -> list[Section]:
    """The key, the five topics, what is not sorted, views, questions, answers."""
    sections = [_opening(source)]
    sections += [_topic(source, topic) for topic in Topic]
    unsorted = [line for line in source.account.standing if not line.topics]
    if any(line.voice in ORDER for line in unsorted):
        sections.append(
            _titled(source, "other", _entries(source, unsorted), ((), _coverage(source, unsorted)))
        )
    sections += _apart(source, Voice.VIEW, "view")
    sections += _apart(source, Voice.ASKED, "questions")
    return [*sections, *_answers(source)]


def _opening(source: Source) -> Section:
    marks = (Mark.CHILD, Mark.SEEN, Mark.TOLD, Mark.VIEW, Mark.ASKED)
    items = [(mark, source.label(mark)) for mark in marks]
    key = VoiceKey((*items, (Mark.BLANK, say("key_blank"))))
    notes = (plain(say("account_note")),)
    return Section("account", say("account"), (key,), notes, Setting.WIDE)


def _topic(source: Source, topic: Topic) -> Section:
    mine = [line for line in source.account.heard(topic) if line.voice in ORDER]
    here = [line for line in mine if line.topics[0] is topic or len(line.words) <= AGAIN]
    elsewhere = [line_name(line) for line in mine if line not in here]
    entries = _entries(source, here)
    blank = source.account.blank_of(topic)
    if blank is not None:
        entries.append(_blank(say_of("blank", blank.blank), blank.reason))
    elif not mine:
        entries.append(_blank(say("blank_nothing"), ""))
    return _titled(source, topic.value, entries, (elsewhere, _coverage(source, mine)))


def _titled(
    source: Source, key: str, entries: Sequence[Entry], heard: tuple[Sequence[str], str]
) -> Section:
    elsewhere, coverage = heard
    title = say(f"topic_{key}")
    blocks: list[Block] = []
    if entries:
        blocks.append(Entries(tuple(entries), say("continued", title=title)))
    if elsewhere:
        text = say("see_also", lines=listed(elsewhere))
        blocks.append(Para(quiet(text), inset=True))
    told = Run(" " + source.say(f"about_{key}"))
    notes = ((Run(coverage, Tone.STRONG), told),)
    return Section(f"topic_{key}", title, tuple(blocks), notes, Setting.TOPIC)


def _coverage(source: Source, lines: Sequence[Line]) -> str:
    if any(line.voice is Voice.CHILD for line in lines):
        return say("heard_child")
    return source.say("heard_others" if lines else "heard_none")


def _blank(label: str, reason: str) -> Entry:
    words = say("blank_because", reason=reason) if reason.strip() else say("blank_whole")
    return Entry(Mark.BLANK, label, say("spoken_bare", label=label), words)


def _entries(source: Source, lines: Sequence[Line]) -> list[Entry]:
    return [entry(source, line) for voice in ORDER for line in lines if line.voice is voice]


def entry(source: Source, line: Line) -> Entry:
    """One line as it is printed: its words unchanged, everything else beside them."""
    mark = MARKS[line.voice]
    label = source.label(mark)
    kept = source.say("kept_from", whom=listed(line.keep_from)) if line.keep_from else ""
    note = plain(kept) if kept else ()
    return Entry(
        mark,
        label,
        say("spoken", number=line.number, label=label),
        line.words,
        line.number,
        line.language,
        _origin(source, line),
        note,
        _rendered(line),
        quoted=line.voice is Voice.CHILD,
    )


def _origin(source: Source, line: Line) -> str:
    if line.voice is Voice.TOLD:
        return say("told_by", name=line.told_by) if line.told_by else say("told_unnamed")
    question = source.pack.question(line.question_id)
    if line.voice is Voice.CHILD and question is not None:
        return say("answering", question=question.ask.get(LANGUAGE))
    return ""


def _rendered(line: Line) -> Rendered | None:
    if line.rendering is None:
        return None
    rendering = line.rendering
    label = say("rendered", language=language_name(rendering.language), name=rendering.by)
    return Rendered(label, rendering.text, rendering.language)


def _apart(source: Source, voice: Voice, key: str) -> list[Section]:
    lines = [line for line in source.account.standing if line.voice is voice]
    if not lines:
        return []
    title, note = say(key), say(f"{key}_note")
    block = Entries(tuple(entry(source, line) for line in lines), say("continued", title=title))
    return [Section(key, title, (block,), (plain(note),), Setting.WIDE)]


def _answers(source: Source) -> list[Section]:
    given = {answer.question_id: answer for answer in source.account.answers}
    rows = []
    for question in prompts(source.pack, source.account):
        answer = given.get(question.id)
        if question.kind == "open" and answer is None:
            continue
        rows.append((plain(question.ask.get(LANGUAGE)), plain(answered(question, answer))))
    if not rows:
        return []
    head = (say("question"), say("answer"))
    title = say("answers")
    kept = say("continued", title=title)
    table = Table(title, head, tuple(rows), (90, 86), row_heads=False, wide=True, continued=kept)
    note = plain(say("answers_note"))
    return [Section("answers", say("answers"), (table,), (note,), Setting.WIDE)]
