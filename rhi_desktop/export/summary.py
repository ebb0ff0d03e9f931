"""Owns the promise that no sentence of the first page says more than something in the record does.

"Nothing was taken" where nobody asked about it is the worst sentence a report can hold. So what
sums up may only be made of our own few sentences, each with what must stand for it; and wherever a
sentence says that something is not there, the record is asked once more, apart from the pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from rhi_desktop.domain.disclosure import StepKind
from rhi_desktop.domain.ending import Certainty, Ending
from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.errors import ExportError
from rhi_desktop.export.answers import of_talk, said
from rhi_desktop.export.content import Block, Para, Section, Table, Text
from rhi_desktop.export.source import LANGUAGE, Source
from rhi_desktop.export.wording import WORDS, say_of

Supported = Callable[[Source], bool]
SENTENCES: Mapping[str, tuple[str, ...]] = {
    "safe": (
        "safe_none", "safe_told_open", "safe_unanswered_one", "safe_unanswered", "safe_told",
        "safe_signs", "told_waiting",
    ),
    "wants": ("wants_none", "wants_how", "more"),
    "must": ("must_none",),
}  # fmt: skip
"""What each part of the first page may say in words of ours, the fixed ones first."""
NAMED = ("safe_told", "safe_signs", "told_waiting")
"""Sentences that end in names; each of them must stand in the record."""
NEXT = "; "
_BESIDE = re.compile(r"^ \([^()]*\)")
_MORE = re.compile(NEXT + re.escape(WORDS["safe_more"]).replace(r"\{count\}", r"\d+"))


def check_summary(source: Source, lead: Text, sections: Sequence[Section]) -> None:
    """Every sentence that sums up is one of ours and rests on something.

    Raises ExportError summary_unsupported.
    """
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Para):
                sound = _true(source, block.text) and _ours(source, section.key, block.text)
            else:
                rows = section.key == "safe" and isinstance(block, Table)
                sound = not rows or _answered(source, block)
            if not sound:
                raise ExportError("summary_unsupported", section=section.key)
    if not _true(source, lead):
        raise ExportError("summary_unsupported", section="lead")


def _flat(text: Text) -> str:
    return "".join(run.text for run in text)


def _true(source: Source, text: Text) -> bool:
    """Whether nothing is said to be missing that stands there; words of people are left alone."""
    said = {run.text.strip() for run in text}
    return all(holds(source) for key, holds in ABSENT.items() if source.say(key) in said)


def _ours(source: Source, part: str, text: Text) -> bool:
    """Whether a paragraph of the first page is made of our sentences, and names what stands."""
    if part not in SENTENCES:
        return True
    ways = "|".join(f"(?:{_pattern(source, key)})" for key in SENTENCES[part])
    found = re.fullmatch(ways, _flat(text), re.DOTALL)
    if found is None:
        return False
    known = _names(source)
    return all(_named(names, known) for names in found.groupdict().values() if names)


def _pattern(source: Source, key: str) -> str:
    """The sentence with anything where its facts stand; names at its end are caught."""
    sentence = WORDS[key]
    if source.who.endswith("."):
        sentence = sentence.replace("{who}.", "{who}")
    caught = rf"(?P<{key}>.+?)"
    if key == "safe_signs":
        return re.escape(sentence) + rf" {caught}\."
    whole = re.escape(sentence.replace("{who}", source.who))
    body = re.sub(r"\\\{\w+\\\}", lambda _: caught if key in NAMED else ".+", whole)
    # An override stands in the same paragraph as who was not told.
    return body + "(?: .+)?" if key == "told_waiting" else body


def _named(names: str, known: set[str]) -> bool:
    """Whether these are names that stand in the record, each with a word in brackets at most."""
    for one in known:
        if names.startswith(one):
            rest = _BESIDE.sub("", names[len(one) :], count=1)
            if not rest or _MORE.fullmatch(rest):
                return True
            if rest.startswith(NEXT) and _named(rest[len(NEXT) :], known):
                return True
    return False


def _names(source: Source) -> set[str]:
    """Whoever was told or was not, and whatever sign was judged."""
    account = source.account
    told = {
        say_of("told", step.whom)
        for one in account.disclosures
        for step in one.steps
        if step.kind is StepKind.TOLD and step.whom
    }
    waiting = {say_of("told", whom) for one in account.disclosures for whom in one.waiting}
    return told | waiting | {one.wording.rstrip(".") for one in account.concerns if one.stands}


def _answered(source: Source, table: Block) -> bool:
    """Whether each row is a question that has this very answer; a blank is none."""
    if not isinstance(table, Table):
        return False
    stood = {answer.question_id: answer for answer in source.account.answers}
    asked = [q for pack in source.packs for q in pack.questions if q.id in stood]
    known = {(q.ask.get(LANGUAGE), said(q, stood[q.id])) for q in asked if stood[q.id].values}
    return all((_flat(row[0]), _flat(row[1])) in known for row in table.rows)


def _no_harm(source: Source) -> bool:
    account = source.account
    asked = [q for topic in Topic for q in of_talk(source, topic.value, "").questions]
    harm = {q.id for q in asked if q.sensitive}
    words = any(line.voice is Voice.CHILD and line.question_id in harm for line in account.standing)
    answers = any(answer.question_id in harm and answer.values for answer in account.answers)
    signs = any(concern.stands for concern in account.concerns)
    return not (account.disclosures or signs or words or answers)


def _no_wish(source: Source) -> bool:
    spoken = any(line.voice is Voice.CHILD for line in source.account.heard(Topic.HOW))
    planned = any(
        line.author is PlanAuthor.CHILD and line.block is not PlanBlock.SIGNS
        for line in source.plan_lines
    )
    return not spoken and not planned


def _nothing_due(source: Source) -> bool:
    promised = any(line.author is PlanAuthor.ADULT_PROMISE for line in source.plan_lines)
    return not source.account.actions and not promised


def _ending(source: Source) -> Ending:
    return source.account.interview.ending or Ending()


ABSENT: Mapping[str, Supported] = {
    "safe_none": _no_harm,
    "wants_none": _no_wish,
    "must_none": _nothing_due,
    "no_talk": lambda source: not source.talked,
    "others_no_plan": lambda source: source.account.plan is None,
    "plan_none": lambda source: not source.plan_lines,
    "actions_none": lambda source: not source.account.actions,
    "offers_none": lambda source: not source.account.attempts,
    "child_said_none": lambda source: not _ending(source).words.strip(),
    "pressure_no": lambda source: _ending(source).pressure is Certainty.NO,
    "carer_nothing": lambda source: (
        not ((carer := _ending(source).carer) is not None and carer.words.strip())
    ),
}
"""Sentences that say that something is not there, and what the record must lack for them."""
