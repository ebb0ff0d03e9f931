"""Owns the child's plan on paper: block by block, whose line it is, who may see which part."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.domain.drawing import Drawing
from rhi_desktop.domain.plan import (
    Agreed,
    PlanAuthor,
    PlanBlock,
    PlanLine,
    SafetyPlan,
    Sight,
)
from rhi_desktop.export import times
from rhi_desktop.export.answers import headed, of_talk
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Mark,
    Para,
    Run,
    Section,
    Setting,
    Sketch,
    Sub,
    Table,
    Text,
    Tone,
)
from rhi_desktop.export.source import LANGUAGE, Source, listed, plain, quiet, strong
from rhi_desktop.export.wording import say, say_of
from rhi_desktop.forms.model import PLAN

AUTHORS = {
    PlanAuthor.CHILD: Mark.TYPED,
    PlanAuthor.WRITTEN_FOR_CHILD: Mark.WRITTEN,
    PlanAuthor.ADULT_PROMISE: Mark.PROMISE,
}
SEES = (52, 24, 100)


def plan(source: Source) -> list[Section]:
    """The plan, or that there is none, or that it was declined and in which words."""
    made = source.account.plan
    if made is None and not source.talked:
        return []
    blocks = _none(source) if made is None else _whole(source, made)
    note = plain(_note(source))
    return [Section("plan", source.say("plan"), tuple(blocks), (note,), Setting.WIDE)]


def _none(source: Source) -> list[Block]:
    return [Para(plain(say("plan_none"))), *_felt(source)]


def _whole(source: Source, made: SafetyPlan) -> list[Block]:
    blocks: list[Block] = []
    if made.declined:
        blocks.append(Para(_declined(source, made.declined_words)))
    elif not source.plan_lines:
        blocks.append(Para(plain(say("plan_blank"))))
    for block in PlanBlock:
        lines = [line for line in source.plan_lines if line.block is block]
        if lines:
            blocks += [Sub(block_title(source, block)), _entries(source, lines)]
    if source.plan_lines:
        blocks += _empty(source)
    if made.drawing is not None and made.drawing.strokes:
        blocks += _drawing(source, made.drawing)
    return [*blocks, *_felt(source), *_sees(source, made)]


def block_title(source: Source, block: PlanBlock) -> str:
    """As the pack of this plan names the block; packs before it have no blocks."""
    known = (pack.block(block.value) for pack in source.packs)
    named = next((found.title.get(LANGUAGE) for found in known if found is not None), "")
    return named or say_of("block", block)


def _note(source: Source) -> str:
    made = source.account.plan
    if made is None or not source.plan_lines:
        return say("plan_note_none")
    shares = made.shares
    return source.say(
        "plan_note",
        own=shares.own,
        all=shares.all,
        typed=shares.typed,
        written=shares.written,
        promised=shares.promised,
    )


def _declined(source: Source, words: str) -> Text:
    said = (Run(f" \u201c{words}\u201d", Tone.CHILD),) if words else ()
    return (Run(source.say("plan_declined"), Tone.STRONG), *said)


def _entries(source: Source, lines: Sequence[PlanLine]) -> Entries:
    kept = say("continued", title=source.say("plan"))
    return Entries(tuple(plan_entry(source, line) for line in lines), kept)


def plan_entry(source: Source, line: PlanLine) -> Entry:
    """One line of the plan: its words unchanged, who made it and who agrees beside them."""
    author = say_of("author", line.author, who=source.who)
    promise = line.author is PlanAuthor.ADULT_PROMISE
    notes = [_promised(line)] if promise else []
    if line.brought_from is not None:
        notes.append(say("brought"))
    notes.append(say_of("agreed", line.agreed, who=source.who))
    tone = Tone.STRONG if line.agreed is Agreed.NO else Tone.PLAIN
    return Entry(
        AUTHORS[line.author],
        author,
        say("spoken_plan", number=line.number, label=author),
        line.words,
        line.number,
        "en-GB" if promise else source.account.case.child.language,
        note=(Run(" ".join(notes), tone),),
        quoted=line.author is PlanAuthor.CHILD,
    )


def _promised(line: PlanLine) -> str:
    name = line.promised_by or say("no_name")
    if line.by_when is None:
        return say("promise_open", name=name)
    return say("promise_by", name=name, when=times.day(line.by_when))


def _empty(source: Source) -> list[Block]:
    begun = {line.block for line in source.plan_lines}
    empty = [block_title(source, block) for block in PlanBlock if block not in begun]
    return [Para(quiet(say("plan_empty", blocks=listed(empty))), inset=True)] if empty else []


def _drawing(source: Source, drawn: Drawing) -> list[Block]:
    caption = drawn.caption.strip()
    alt = source.say("drawing_alt_none", strokes=len(drawn.strokes))
    blocks: list[Block] = [Sub(source.say("drawing"))]
    if caption:
        alt = source.say("drawing_alt", caption=caption)
        words = Run(f" \u201c{drawn.caption}\u201d", Tone.CHILD)
        blocks.append(Para((Run(source.say("drawing_words")), words)))
    return [*blocks, Sketch(alt, drawn.strokes)]


def _felt(source: Source) -> list[Block]:
    """Scales and feelings, and whatever else the pack asks about the plan."""
    return headed(say("plan_feel"), of_talk(source, PLAN, source.say("plan")).blocks())


def _sees(source: Source, made: SafetyPlan) -> list[Block]:
    some = [part.who for part in made.parts] + [one.who for one in made.anyway]
    names = dict.fromkeys((*made.may_see, *made.may_not_see, *some))
    if not names:
        return [] if made.declined else [Para(plain(source.say("others_plan_none")))]
    head = (say("sees_who"), source.say("sees_what"), say("sees_which"))
    rows = tuple(_seer(source, made, name) for name in names)
    kept = say("continued", title=source.say("plan"))
    table = Table(say("plan_sees"), head, rows, SEES, wide=True, continued=kept)
    return [Sub(say("plan_sees")), table]


def _seer(source: Source, made: SafetyPlan, name: str) -> tuple[Text, ...]:
    sight = made.sight_of(name)
    parts = listed([block_title(source, block) for block in made.parts_for(name)])
    whole = {Sight.ALL: say("sees_whole"), Sight.PARTS: parts}
    seen: Text = plain(whole.get(sight, say("sees_none")))
    forced = next((one for one in made.anyway if one.who == name), None)
    if forced is not None:
        told = source.say("sees_told" if forced.child_told else "sees_not_told")
        because = say("sees_anyway", because=forced.because.rstrip("."))
        seen = (Run(f"{because}. {told}", Tone.STRONG),)
    return strong(name), plain(say_of("sees", sight)), seen
