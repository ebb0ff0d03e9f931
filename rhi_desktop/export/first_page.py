"""Owns the first page: what a busy reader acts on, each word resting on a line, answer or plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.disclosure import Disclosure, StepKind
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine
from rhi_desktop.export import times
from rhi_desktop.export.answers import of_talk, said, silent
from rhi_desktop.export.content import (
    Block,
    Para,
    Quote,
    Quotes,
    Run,
    Section,
    Table,
    Text,
    Tone,
)
from rhi_desktop.export.source import (
    LANGUAGE,
    Source,
    blank_words,
    line_name,
    listed,
    plain,
    plan_number,
    quiet,
    strong,
)
from rhi_desktop.export.wording import say, say_of
from rhi_desktop.forms.model import Question

MOST_WANTS, MOST_WORDS = 4, 240
"""As many wishes as leave room for what must happen; the rest is in the account and the plan."""
MOST_QUOTED = 2
ROOM, MUST_ROW, LEAST_MUST = 350.0, 34.0, 2
"""What the first three questions have of the page, in points; what must happen gets the rest."""
MOST_SAFE, MOST_SIGNS = 3, 3
"""So many things answer the first question, those that were acted on first."""
HARM = tuple(topic.value for topic in Topic)
ORDER = ("yes", "not_sure")


def safe(source: Source) -> Section:
    """What was recorded about safety: who was told, signs, answers, lines. Never a summary."""
    asked = [one for section in HARM for one in of_talk(source, section, "").questions]
    stood = {answer.question_id: answer for answer in source.account.answers}
    telling = [q for q in asked if q.kind != "open" and q.id in stood and stood[q.id].values]
    told = [q for q in telling if q.sensitive or q.kind == "scale"]
    told.sort(key=lambda q: next((at for at, v in enumerate(ORDER) if v in stood[q.id].values), 9))
    lines = _kept_under([q for q in asked if q.sensitive], source.account.standing)
    blocks = [*_told_at_once(source), *_signs(source)]
    room = max(MOST_SAFE - len(blocks), 0)
    cells = tuple((plain(q.ask.get(LANGUAGE)), strong(said(q, stood[q.id]))) for q in told[:room])
    if cells:
        blocks.append(Table(say("safe"), (), cells, (88, 42), row_heads=True))
    if lines and room:
        blocks.append(Quotes(tuple(quote(line) for line in lines[: min(room, MOST_QUOTED)])))
    if not blocks:
        blocks.append(Para(plain(source.say("safe_none"))))
    blocks += _left(source)
    see = (say("safe_page", page="{page}"), "told") if source.account.disclosures else None
    return Section("safe", say("safe"), tuple(blocks), (plain(say("safe_note")),), see=see)


def _told_at_once(source: Source) -> list[Block]:
    blocks: list[Block] = []
    for one in source.account.disclosures:
        told = [step for step in one.steps if step.kind is StepKind.TOLD and step.whom]
        names = [_told_name(source, one, at) for at in range(len(told))]
        text = say("safe_told", whom=listed(names)) if names else say("safe_told_open")
        blocks.append(Para(strong(text)))
        blocks += open_steps(one)
    return blocks


def _told_name(source: Source, one: Disclosure, at: int) -> str:
    step = [step for step in one.steps if step.kind is StepKind.TOLD and step.whom][at]
    name = say_of("told", step.whom) if step.whom else ""
    at_once, begun = step.happened_at or step.written_at, source.account.interview.started_at
    same = local(at_once).date() == local(begun).date()
    when = times.clock_time(at_once) if same else times.near(at_once, begun)
    return f"{name} ({when})"


def open_steps(one: Disclosure) -> list[Block]:
    """Who was not told, and the override that let it be sealed: flagged wherever they stand."""
    if not one.waiting:
        return []
    names = listed([say_of("told", whom) for whom in one.waiting])
    runs = [Run(say("told_waiting", whom=names))]
    if one.override is not None:
        words, name = one.override.words, one.override.name
        key = "told_override" if name.strip() else "told_override_unnamed"
        runs.append(Run(" " + say(key, name=name, words=words), Tone.STRONG))
    return [Para(tuple(runs), flag=True)]


def _signs(source: Source) -> list[Block]:
    found = [concern for concern in source.account.concerns if concern.stands]
    found.sort(key=lambda concern: concern.state is not Certainty.YES)
    if not found:
        return []
    names = [_sign(concern) for concern in found[:MOST_SIGNS]]
    if len(found) > MOST_SIGNS:
        names.append(say("safe_more", count=len(found) - MOST_SIGNS))
    return [Para((Run(say("safe_signs"), Tone.STRONG), Run(f" {listed(names)}.")))]


def _sign(concern: Concern) -> str:
    state = say_of("state", concern.state)
    return say("safe_sign", sign=concern.wording.rstrip("."), state=state.lower())


def _left(source: Source) -> list[Block]:
    count = sum(silent(of_talk(source, section, "")) for section in HARM)
    if not count or not source.talked:
        return []
    key = "safe_unanswered" if count > 1 else "safe_unanswered_one"
    return [Para(quiet(say(key, count=count) if count > 1 else say(key)))]


def _kept_under(questions: Sequence[Question], lines: Sequence[Line]) -> list[Line]:
    ids = {question.id for question in questions}
    return [line for line in lines if line.question_id in ids and line.voice is Voice.CHILD]


def quote(line: Line) -> Quote:
    """A line as a quotation that names it."""
    spoken = say("spoken_line", number=line.number)
    return Quote(line.words, str(line.number), spoken, line.language)


def _plan_quote(line: PlanLine, language: str) -> Quote:
    return Quote(
        line.words, plan_number(line), say("spoken_plan_line", number=line.number), language
    )


def wants(source: Source) -> Section:
    """The child's own words on what would help, from the account and the plan, with numbers."""
    how = [line for line in source.account.heard(Topic.HOW) if line.voice is Voice.CHILD]
    own = [
        line
        for line in source.plan_lines
        if line.author is PlanAuthor.CHILD and line.block is not PlanBlock.SIGNS
    ]
    language = source.account.case.child.language
    quotes = [*(quote(line) for line in how), *(_plan_quote(line, language) for line in own)]
    shown = _few(quotes)
    blocks: list[Block] = [Quotes(tuple(shown))] if shown else []
    if not shown:
        blocks.append(Para(plain(source.say("wants_none"))))
    blank = source.account.blank_of(Topic.HOW)
    if not how and blank is not None:
        told = blank_words(blank.blank, blank.reason)
        blocks.append(Para(quiet(say("wants_how", blank=told))))
    if len(quotes) > len(shown):
        blocks.append(Para(quiet(say("more", count=len(quotes) - len(shown)))))
    see = (say("plan_page", page="{page}"), "plan") if source.plan_lines else None
    notes = (plain(source.say("wants_note")),) if quotes else ()
    return Section("wants", source.say("wants"), tuple(blocks), notes, see=see)


def needed(sections: Sequence[Section]) -> float:
    """How much of the first page parts need, about, in points."""
    return sum(_needed(block) for section in sections for block in section.blocks)


def _needed(block: Block) -> float:
    if isinstance(block, Quotes):
        return sum(17.5 * ceil(len(one.words) / 55) + 6 for one in block.items)
    if isinstance(block, Table):
        return sum(12.4 * max(1, len(row[0][0].text) // 52 + 1) + 9 for row in block.rows) + 10
    runs = block.text if isinstance(block, Para) else ()
    return 14.0 * ceil(sum(len(run.text) for run in runs) / 68) + 5


def _few(quotes: Sequence[Quote]) -> list[Quote]:
    """As many as the page has room for: never a shortened one, and always the first."""
    shown: list[Quote] = []
    most = MOST_WANTS + (len(quotes) == MOST_WANTS + 1)
    for one in quotes[:most]:
        if shown and sum(len(other.words) for other in (*shown, one)) > MOST_WORDS:
            break
        shown.append(one)
    return shown


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that somebody is to do: an action, or a promise of the plan."""

    by_when: date | None
    who: str = field(repr=False)
    what: Text = field(repr=False)
    name: str


def dues(source: Source) -> list[Due]:
    """Everything adults are to do, the nearest day first."""
    found = [
        Due(one.by_when, one.who, plain(one.what), str(one.number))
        for one in source.account.actions
    ]
    promises = [line for line in source.plan_lines if line.author is PlanAuthor.ADULT_PROMISE]
    for line in promises:
        what = plain(line.words)
        if line.agreed is not Agreed.YES:
            what = (*what, Run(" " + source.say("not_agreed"), Tone.QUIET))
        found.append(Due(line.by_when, line.promised_by, what, plan_number(line)))
    return sorted(found, key=lambda one: one.by_when or date.max)


def must(source: Source, taken: float) -> Section:
    """What adults are to do: by when, who, what. What is missing is said to be missing.

    `taken` is how much of the page the parts above it need, about, in points.
    """
    found = dues(source)
    room = max(int((ROOM - taken) / MUST_ROW), LEAST_MUST)
    blocks: list[Block] = [Para(plain(say("must_none")))]
    if found:
        head = (say("by"), say("who"), say("what"))
        cells = tuple(_due(one) for one in found[:room])
        blocks = [Table(say("must_note"), head, cells, (34, 36, 60))]
    notes = (plain(say("must_note")),) if found else ()
    more = say("must_more", count=len(found), page="{page}")
    return Section(
        "must", say("must"), tuple(blocks), notes, see=(more, "actions") if found else None
    )


def _due(one: Due) -> tuple[Text, ...]:
    when = times.day(one.by_when) if one.by_when else say("no_date")
    return strong(when), plain(one.who) if one.who else quiet(say("no_name")), one.what


def others(source: Source) -> list[Section]:
    """Who may see the plan, and what is to be kept from whom."""
    plan, texts = source.account.plan, []
    if plan is None:
        texts = [plain(say("others_no_plan"))] if source.talked else []
    elif plan.may_see:
        names = f" {listed(plan.may_see)}."
        texts.append((Run(source.say("others_plan"), Tone.STRONG), Run(names)))
    else:
        texts.append(plain(source.say("others_plan_none")))
    kept = kept_from(source.account.standing)
    if kept:
        names = f" {listed(kept)}. "
        note = Run(say("others_keep_note"))
        texts.append((Run(say("others_keep"), Tone.STRONG), Run(names), note))
    if not texts:
        return []
    whole = tuple(run for text in texts for run in (*text, Run(" ")))
    return [Section("others", say("others"), (Para(whole[:-1]),))]


def kept_from(lines: Sequence[Line]) -> list[str]:
    """From whom something is to be kept, each with the lines."""
    names = dict.fromkeys(name for line in lines for name in line.keep_from)
    return [
        say(
            "others_keep_line",
            whom=name,
            lines=", ".join(line_name(line) for line in lines if name in line.keep_from),
        )
        for name in names
    ]
