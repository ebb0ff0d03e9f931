"""Owns how a letter tells the child what was passed on, to whom, why, and who reads the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind
from rhi_desktop.domain.interview import Account
from rhi_desktop.export import times
from rhi_desktop.export.papers.not_offered import kept_of
from rhi_desktop.export.sheet import Block, Ink, Item, Items, Type, Words
from rhi_desktop.export.source import LANGUAGE, plain
from rhi_desktop.export.wording import say, say_of
from rhi_desktop.forms.kinds import say as say_answer
from rhi_desktop.forms.model import Pack

READERS = "report_goes_to"


def passed_on(
    account: Account, packs: Sequence[Pack], body: Type, heading: Type
) -> tuple[Block, ...]:
    """A heading and what is true: nobody was told at once, or who, why, and when the child knew."""
    told = [one for one in account.disclosures if _told(one)]
    blocks: list[Block] = [Words(plain(say("letter_passed")), heading, level=2, after=0)]
    for one in told:
        entries = tuple(Item(plain(_name(step))) for step in _told(one))
        blocks += [
            Words(plain(say("letter_passed_because")), body, after=3),
            Items(entries, body, ink=Ink.TEAL, indent=15, gap=2, after=3),
            Words(plain(_knew(one)), body, after=5),
        ]
    if not told:
        blocks.append(Words(plain(say("letter_passed_none")), body, after=3))
    closing = [*_against(account), _readers(account, packs)]
    return (*blocks, Words(plain(" ".join(closing)), body, after=12))


def _told(one: Disclosure) -> list[DisclosureStep]:
    found = [step for step in one.steps if step.kind is StepKind.TOLD]
    return sorted(found, key=lambda step: step.happened_at or step.written_at)


def _name(step: DisclosureStep) -> str:
    whom = say_of("letter_told", step.whom) if step.whom else ""
    name = step.name.strip()
    # "Ruth Adeyemi (your social worker's team)": a child may know the one and not the other.
    named = f"{name} ({whom})" if name and whom else name or whom
    at = local(step.happened_at or step.written_at).date()
    return say("letter_passed_when", name=named, when=times.day(at))


def _knew(one: Disclosure) -> str:
    """When the child knew, and what they said to it: as the steps have it, never better."""
    first = _told(one)[0]
    knows = [step for step in one.steps if step.kind is StepKind.CHILD_KNOWS]
    said = {step.kind for step in one.steps}
    if not knows:
        told = [say("letter_passed_new")]
    else:
        before = min(_at(step) for step in knows) <= _at(first)
        told = [say("letter_passed_first" if before else "letter_passed_after")]
    if StepKind.CHILD_DISAGREES in said:
        told.append(say("letter_passed_disagree"))
    elif StepKind.CHILD_AGREES in said:
        told.append(say("letter_passed_agree"))
    return " ".join(told)


def _at(step: DisclosureStep) -> datetime:
    return step.happened_at or step.written_at


def _against(account: Account) -> list[str]:
    """Who sees the plan although the child did not say yes, and the reason given.

    A reason that would give away what the child keeps from somebody is told by its kind alone.
    """
    plan = account.plan
    if plan is None:
        return []
    kept = kept_of(account)
    return [
        say("letter_sees_hurt", who=one.who)
        if kept.given_away([one.because])
        else say("letter_sees", who=one.who, because=f"{one.because.strip().rstrip('.')}.")
        for one in plan.anyway
    ]


def _readers(account: Account, packs: Sequence[Pack]) -> str:
    """As it was told to the child before the talk; unsaid is said to be unsaid."""
    answer = next((one for one in account.answers if one.question_id == READERS), None)
    found = (pack.question(READERS) for pack in packs)
    question = next((one for one in found if one is not None), None)
    if answer is None or question is None or not answer.values:
        return say("letter_report_unsaid")
    return say("letter_report", whom=say_answer(question, answer, LANGUAGE).rstrip("."))
