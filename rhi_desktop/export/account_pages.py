"""Owns the account on paper: topic by topic, the child first, every blank with its own name."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.domain.reading import Said
from rhi_desktop.export.answers import of_talk
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
    Tone,
    VoiceKey,
)
from rhi_desktop.export.offers_pages import reading_of
from rhi_desktop.export.source import (
    LANGUAGE,
    MARKS,
    Source,
    line_name,
    listed,
    plain,
    quiet,
)
from rhi_desktop.export.wording import language_name, say, say_of
from rhi_desktop.forms.model import END

AGAIN = 400
"""A line of several topics is printed under each, unless it is longer than this."""
ORDER = (Voice.CHILD, Voice.SAW, Voice.TOLD)
"""Within a topic: the child first. Views and questions have parts of their own."""


def account_sections(source: Source) -> list[Section]:
    """The key, the five topics, what is not sorted, how it closed, and what was asked."""
    topics = [_topic(source, topic) for topic in Topic]
    unsorted = [line for line in source.account.standing if not line.topics]
    found = [section for section in topics if source.talked or section.blocks]
    if any(line.voice in ORDER for line in unsorted):
        entries = _entries(source, unsorted)
        found.append(
            _titled(source, "other", _listing("other", entries), _coverage(source, unsorted))
        )
    if source.talked or found:
        found.insert(0, _opening(source))
    return [*found, *_end(source), *_apart(source, Voice.ASKED, "questions")]


def views(source: Source) -> list[Section]:
    """The interviewer's own thoughts, which never stand inside the account."""
    return _apart(source, Voice.VIEW, "view")


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
    title = say(f"topic_{topic.value}")
    entries = _entries(source, here)
    asked = of_talk(source, topic.value, title)
    blank = source.account.blank_of(topic)
    if blank is not None:
        entries.append(_blank(say_of("blank", blank.blank), blank.reason))
    elif not mine and source.talked:
        entries.append(_nothing(source))
    blocks = _listing(topic.value, entries)
    if elsewhere:
        text = say("see_also", lines=listed(elsewhere))
        blocks.append(Para(quiet(text), inset=True))
    return _titled(source, topic.value, [*blocks, *asked.blocks()], _coverage(source, mine))


def _nothing(source: Source) -> Entry:
    stopped = source.account.interview.outcome is Outcome.STOPPED_BY_CHILD
    label = say_of("blank", Blank.NOT_REACHED) if stopped else say("blank_nothing")
    return _blank(label, "")


def _listing(key: str, entries: Sequence[Entry]) -> list[Block]:
    title = say(f"topic_{key}")
    return [Entries(tuple(entries), say("continued", title=title))] if entries else []


def _titled(source: Source, key: str, blocks: Sequence[Block], coverage: str) -> Section:
    title = say(f"topic_{key}")
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
    notes = [source.say("kept_from", whom=listed(line.keep_from))] if line.keep_from else []
    if line.at_read_back:
        notes.insert(0, say("added_at_read_back"))
    return Entry(
        mark,
        label,
        say("spoken", number=line.number, label=label),
        line.words,
        line.number,
        line.language,
        _origin(source, line),
        plain(" ".join(notes)) if notes else (),
        (*_rendered(line), *_otherwise(source, line)),
        quoted=line.voice is Voice.CHILD,
    )


def _otherwise(source: Source, line: Line) -> tuple[Rendered, ...]:
    """What the child wants it to say instead: beside the words, never in their place."""
    reading = reading_of(source).get(line.id)
    if reading is None or reading.said is not Said.CHANGED:
        return ()
    label = source.say("said_otherwise")
    return (Rendered(label, reading.words, line.language, quoted=True),)


def _origin(source: Source, line: Line) -> str:
    if line.voice is Voice.TOLD:
        return say("told_by", name=line.told_by) if line.told_by else say("told_unnamed")
    question = source.question(line.question_id)
    if line.voice is Voice.CHILD and question is not None:
        return say("answering", question=question.ask.get(LANGUAGE))
    return ""


def _rendered(line: Line) -> tuple[Rendered, ...]:
    if line.rendering is None:
        return ()
    rendering = line.rendering
    label = say("rendered", language=language_name(rendering.language), name=rendering.by)
    return (Rendered(label, rendering.text, rendering.language),)


def _apart(source: Source, voice: Voice, key: str) -> list[Section]:
    lines = [line for line in source.account.standing if line.voice is voice]
    if not lines:
        return []
    title, note = say(key), say(f"{key}_note")
    block = Entries(tuple(entry(source, line) for line in lines), say("continued", title=title))
    return [Section(key, title, (block,), (plain(note),), Setting.WIDE)]


def _end(source: Source) -> list[Section]:
    """How the talk closed, in the answers given there."""
    title = say("end")
    blocks = of_talk(source, END, title).blocks()
    if not blocks:
        return []
    note = plain(source.say("end_note"))
    return [Section("end", title, tuple(blocks), (note,), Setting.WIDE)]
