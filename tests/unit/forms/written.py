"""Owns the small pack that the tests of forms change in one place at a time."""

from __future__ import annotations

from datetime import UTC, datetime

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.ids import AnswerId, CaseId, EpisodeId, InterviewId, LineId, PersonId
from rhi_desktop.domain.interview import Account, Interview, TopicBlank
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.domain.person import Case, Child, Interviewer
from rhi_desktop.forms.model import Pack

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)

PACK = """\
format = 1
name = "small"
language = "en"
title.en = "A small pack"

[words]
yes.en = "Yes"
yes.cy = "Ydw"
no.en = "No"
not_sure.en = "Not sure"
chose_not_to_say.en = "Chose not to say"
not_asked.en = "Not asked"
not_known.en = "Not known"
not_relevant.en = "Not relevant"
not_reached.en = "Not reached"

[[section]]
id = "why"
title.en = "Why"

[[section]]
id = "what"
title.en = "What happened"

[[question]]
id = "day"
section = "why"
kind = "open"
ask.en = "Tell me about the day."
ask.cy = "Dwed wrtha i am y diwrnod."

[[question]]
id = "how_it_was"
section = "why"
kind = "choice"
ask.en = "Which is closest?"
options = [{ id = "sudden", text.en = "It happened" }, { id = "planned", text.en = "I planned it" }]

[[question]]
id = "harm"
section = "what"
kind = "yes_no"
ask.en = "Did anything happen that you didn't want?"
sensitive = true

[[question]]
id = "harm_told"
section = "what"
kind = "open"
ask.en = "Tell me as much as you want."
sensitive = true
offer_when = { any = [
    { question = "harm", is = ["yes"] },
    { all = [
        { question = "how_it_was", is_not = ["sudden"] },
        { question = "day", answered = true },
    ] },
] }

[[question]]
id = "after"
section = "what"
kind = "scale"
ask.en = "How is it now?"
low.en = "Bad"
high.en = "Good"
offer_when = { question = "harm_told", answered = true }
"""

CLOSED = """
[[question]]
id = "more"
section = "why"
kind = "words"
ask.en = "What else?"
"""
"""One question more; a test writes its keys after it."""


def changed(old: str, new: str) -> bytes:
    """The small pack with one place written differently."""
    assert PACK.count(old) == 1, old
    return PACK.replace(old, new).encode()


def added(tail: str) -> bytes:
    """The small pack with something written after its end."""
    return (PACK + tail).encode()


def line(voice: Voice, *topics: Topic, question_id: str = "", struck_by: str = "") -> Line:
    """A line of which the voice, the topics and the question matter."""
    return Line(
        LineId(f"{voice.value}{question_id}{struck_by}"),
        InterviewId("i"),
        1,
        voice,
        "words",
        NOON,
        topics=topics,
        question_id=question_id,
        struck_by=struck_by,
    )


def answer(question_id: str, *values: str, blank: Blank | None = None, reason: str = "") -> Answer:
    """An answer to one question."""
    return Answer(
        AnswerId(question_id), InterviewId("i"), question_id, values, blank=blank, reason=reason
    )


def account(
    pack: Pack,
    lines: tuple[Line, ...] = (),
    answers: tuple[Answer, ...] = (),
    blanks: tuple[TopicBlank, ...] = (),
) -> Account:
    """An account that uses the pack."""
    person = Interviewer(PersonId("p"), "Ash", "interviewer", "Lantern Row")
    interview = Interview(
        InterviewId("i"),
        CaseId("c"),
        (EpisodeId("e"),),
        pack.ref,
        person,
        NOON,
        blanks=blanks,
    )
    case = Case(CaseId("c"), "R-0142", Child("M.T."))
    return Account(case, (), (), interview, lines, answers, None)
