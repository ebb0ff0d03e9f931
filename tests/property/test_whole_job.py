"""Claims about the values of the whole job, whatever they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.domain.attempt import Attempt, Method, Reply
from rhi_desktop.domain.canonical import dumps, loads
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind, Told, unresolved
from rhi_desktop.domain.drawing import HEIGHT, WIDTH, Stroke, fits
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.interview import Account, Interview
from rhi_desktop.domain.line import Line, says_something
from rhi_desktop.domain.plain import from_plain, to_plain
from tests.property.findings import disclosures, endings, entities, steps, strokes
from tests.property.strategies import accounts, attempts, interviews, lines

SETTLING = (StepKind.TOLD, StepKind.NOT_NEEDED)
some_steps = st.lists(steps, max_size=8).map(tuple)


def _is_whole(step: DisclosureStep) -> bool:
    """Whether a step names what its kind must: who was told, why not, or both."""
    needed = {
        StepKind.TOLD: (step.name,),
        StepKind.NOT_NEEDED: (step.words,),
        StepKind.OVERRIDE: (step.name, step.words),
    }
    return all(says_something(text) for text in needed[step.kind])


@given(st.lists(disclosures, max_size=4))
def test_rule_40_only_what_is_settled_or_overridden_lets_a_record_be_sealed(
    found: list[Disclosure],
) -> None:
    """Each of the four was told or found not to need it, or a named person wrote why not."""
    for one in found:
        settled = {step.whom for step in one.steps if step.kind in SETTLING and _is_whole(step)}
        overridden = any(s.kind is StepKind.OVERRIDE and _is_whole(s) for s in one.steps)
        assert set(one.waiting) == set(Told) - settled
        assert (one in unresolved(found)) is (not set(Told) <= settled and not overridden)


@given(disclosures, some_steps)
def test_a_further_step_never_opens_what_was_settled(
    one: Disclosure, more: tuple[DisclosureStep, ...]
) -> None:
    """A log that only grows can only come nearer to its end."""
    grown = replace(one, steps=(*one.steps, *more))
    assert set(grown.waiting) <= set(one.waiting)
    assert len(unresolved([grown])) <= len(unresolved([one]))
    if one.override is not None:
        assert grown.override is not None


@given(some_steps, disclosures)
def test_the_last_override_counts(found: tuple[DisclosureStep, ...], one: Disclosure) -> None:
    """Of several, the newest; of none, none."""
    overrides = [s for s in found if s.kind is StepKind.OVERRIDE and _is_whole(s)]
    expected = overrides[-1] if overrides else None
    assert replace(one, steps=found).override == expected


tagged = st.builds(
    lambda line, names: replace(line, tags=tuple(f"@{name}" for name in names)),
    lines,
    st.lists(st.sampled_from(["Dex", "dex", "LimeRoad", "Ann"]), max_size=2),
)
named = st.builds(
    lambda one, name, others: replace(one, name=name, other_names=tuple(others)),
    entities,
    st.sampled_from(["Dex", "Lime Road", "lime  road", "Bo"]),
    st.lists(st.sampled_from(["Ann", "DEX"]), max_size=1),
)


@given(named, st.lists(tagged, max_size=5), st.data())
def test_a_card_is_told_in_the_lines_that_name_it_or_were_put_to_it(
    one: Entity, found: list[Line], data: st.DataObject
) -> None:
    """By any of its names, however it is spelled; never in a line that was struck."""
    by_hand = data.draw(st.lists(st.sampled_from(found), max_size=2)) if found else []
    card = replace(one, line_ids=tuple(line.id for line in by_hand))
    told = card.told_in(found)
    assert list(told) == [line for line in found if line in told]
    names = {_plainly(name) for name in (card.name, *card.other_names)}
    for line in found:
        by_tag = any(_plainly(tag[1:]) in names for tag in line.tags)
        assert (line in told) is (not line.struck_by and (by_tag or line.id in card.line_ids))


def _plainly(name: str) -> str:
    return name.replace(" ", "").casefold()


@given(strokes)
def test_every_stroke_on_the_paper_fits(stroke: Stroke) -> None:
    """And none that has a point beside it, half a point, or no point at all."""
    assert fits(stroke)
    for points in (
        (),
        stroke.points[:-1],
        (*stroke.points, WIDTH + 1, 0),
        (*stroke.points, 0, HEIGHT + 1),
        (*stroke.points, -1, 0),
        (*stroke.points, 0, -1),
    ):
        assert not fits(replace(stroke, points=points))
    for width in (0, -1, HEIGHT + 1):
        assert not fits(replace(stroke, width=width))


@given(attempts)
def test_rule_16_an_attempt_that_reached_nobody_is_no_offer(attempt: Attempt) -> None:
    """But for a letter: it was sent."""
    unheard = attempt.reply in {Reply.NO_ANSWER, Reply.NOT_REACHED}
    assert attempt.reached is (attempt.method is Method.LETTER or not unheard)


@given(interviews)
def test_rule_3_no_interview_is_both_heard_and_stopped(interview: Interview) -> None:
    """A stop meets nothing, and what did not begin was not heard."""
    heard, stopped = interview.heard_at, interview.stopped_at
    assert heard is None or stopped is None
    if not interview.begun:
        assert heard is None
    if interview.outcome is not None and not interview.outcome.held:
        assert stopped == interview.ended_at


@given(accounts())
def test_what_was_struck_is_in_no_account_that_leaves(account: Account) -> None:
    """Not a line, a plan line, a card, a view or an action; everything else stays."""
    left = account.without_struck
    for name in ("entities", "threads", "actions"):
        kept = getattr(left, name)
        assert kept == tuple(one for one in getattr(account, name) if one.struck_at is None)
    assert left.lines == account.standing
    untouched = ("facts", "readings", "concerns", "disclosures", "follow_ups", "answers")
    for name in untouched:
        assert getattr(left, name) == getattr(account, name)
    assert left.without_struck == left


@given(accounts())
def test_a_part_that_is_empty_is_not_written(account: Account) -> None:
    """So that the bytes of an account from before the whole job stay what they were."""
    plain = to_plain(account)
    assert isinstance(plain, dict)
    for name in ("facts", "entities", "readings", "concerns", "threads", "actions"):
        assert (name in plain) is bool(getattr(account, name))


@given(endings, st.lists(entities, max_size=2), steps)
def test_nothing_that_was_said_is_in_any_repr(
    ending: object, found: Sequence[Entity], step: DisclosureStep
) -> None:
    """A log or a traceback shows the shape of these values, never a name or a word."""
    shown = repr((ending, found, step))
    for name in ("words=", "name=", "reference=", "address=", "why=", "declined_by="):
        assert name not in shown


@given(accounts())
def test_every_part_survives_the_way_to_bytes_and_back(account: Account) -> None:
    """Value by value, and not only as a whole."""
    for part in (*account.facts, *account.entities, *account.disclosures, *account.follow_ups):
        assert from_plain(type(part), loads(dumps(to_plain(part)))) == part
