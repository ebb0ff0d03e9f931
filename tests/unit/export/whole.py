"""Owns an invented account with everything that a whole job leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from rhi_desktop.domain import clock
from rhi_desktop.domain.action import Action, FollowUp, Kept, Sureness, Thread
from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind, Told
from rhi_desktop.domain.drawing import Drawing, Stroke
from rhi_desktop.domain.ending import (
    Certainty,
)
from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import (
    ActionId,
    AnswerId,
    CaseId,
    ConcernId,
    DisclosureId,
    DrawingId,
    EntityId,
    EpisodeId,
    FactId,
    FollowUpId,
    LineId,
    PlanLineId,
    ReadingId,
    StepId,
    ThreadId,
)
from rhi_desktop.domain.interview import Account, Meeting, ReadBack
from rhi_desktop.domain.plan import PartSeen, PlanBlock, SafetyPlan, SeenAnyway
from rhi_desktop.domain.reading import Reading, Said
from rhi_desktop.export.report import ReportData, report_data
from rhi_desktop.forms.loader import released
from rhi_desktop.forms.model import Pack
from tests.unit.export import samples
from tests.unit.export.samples import INTERVIEW, PLAN, STARTED

CASE = CaseId("case-1")
WHEEL = Stroke((2000, 5200, 2200, 4700, 2700, 4500, 3200, 4700, 3400, 5200), 90)
ROOF = Stroke((1200, 3000, 4800, 900, 8600, 3100), 60)
DOT = Stroke((7000, 5000), 200)


@cache
def packs() -> tuple[Pack, ...]:
    """The questions of the talk, the plan, the indicators."""
    return released("rhi_v1"), released("plan_v1"), released("concerns_v1")


def answers() -> tuple[Answer, ...]:
    """Of every section of the talk: values, reasons, each blank, one no longer offered."""
    given: tuple[tuple[str, tuple[str, ...], Blank | None, str], ...] = (
        ("told_purpose", ("understood",), None, ""),
        ("told_limits", (), Blank.NOT_ASKED, "M.T. had heard it an hour before"),
        ("passing_on", ("If I could get badly hurt you tell someone.",), None, ""),
        ("place_kind", ("youth_centre",), None, ""),
        ("independence", ("none",), None, ""),
        ("hurt", ("no",), None, ""),
        ("debt", ("yes",), None, ""),
        ("sexual", (), Blank.CHOSE_NOT_TO_SAY, ""),
        ("images", (), Blank.NOT_REACHED, "tired"),
        ("used", (), Blank.NOT_REACHED, "tired"),
        ("spiked", ("yes",), None, ""),
        ("feedback", ("good",), None, ""),
        ("share_police", ("part",), None, "Only the Dex stuff."),
        ("view_risk", ("high",), None, "A debt, an errand, and he knows the address"),
        ("plan_scale_before", ("3",), None, ""),
        ("plan_scale_after", ("6",), None, ""),
    )
    return tuple(
        Answer(AnswerId(f"w{n}"), INTERVIEW, question, values, blank, reason)
        for n, (question, values, blank, reason) in enumerate(given)
    )


def facts() -> tuple[Fact, ...]:
    """About the child, and about the time away."""
    away = samples.episode().id
    given: tuple[tuple[EpisodeId | None, str, tuple[str, ...], Blank | None], ...] = (
        (None, "social_worker", ("Ruth Adeyemi, Harrowmere",), None),
        (None, "religion", (), Blank.NOT_KNOWN),
        (None, "placement", ("home",), None),
        (away, "police_grade", ("medium",), None),
        (away, "found_how", ("alone",), None),
        (away, "overnight", ("yes",), None),
    )
    return tuple(
        Fact(FactId(f"f{n}"), CASE, episode, question, values, blank)
        for n, (episode, question, values, blank) in enumerate(given)
    )


def line_ids(*numbers: int) -> tuple[LineId, ...]:
    """Lines by their numbers."""
    return tuple(LineId(f"line-{number}") for number in numbers)


def concerns() -> tuple[Concern, ...]:
    """Three of one list: yes, not sure without action, no; and one of another list not asked."""
    first, second = packs()[2].sets[:2]
    yes, unsure, no = first.asked[:3]
    given = (
        (first, yes, Certainty.YES, "Asked to take a bag to a man at the arcade.",
         EvidenceSource.CHILD_SAID, line_ids(12), ""),
        (first, unsure, Certainty.NOT_SURE, "About twenty; how they met: not said.",
         EvidenceSource.CHILD_SAID, line_ids(9), "The police look at it first."),
        (first, no, Certainty.NO, "Asked directly.", EvidenceSource.CHILD_SAID, (), ""),
        (second, second.asked[0], Certainty.NOT_ASKED, "", None, (), ""),
    )  # fmt: skip
    return tuple(
        Concern(ConcernId(f"c{at}"), INTERVIEW, group.id, one.id, group.title.get("en"),
                one.text.get("en"), state, evidence, source, lines, nothing)
        for at, (group, one, state, evidence, source, lines, nothing) in enumerate(given)
    )  # fmt: skip


def threads() -> tuple[Thread, ...]:
    """Two views: one that leads somewhere and that the child answers, one not sure."""
    return (
        Thread(ThreadId("t1"), INTERVIEW, 1, line_ids(9, 12, 13, 14),
               "Since January an adult has placed himself on that road: lifts, then food, then a "
               "debt, then an errand.", Sureness.FAIRLY_SURE, "A friend who overdoes it.",
               "I wouldn\u2019t go with him again anyway."),
        Thread(ThreadId("t2"), INTERVIEW, 2, line_ids(2, 3, 15),
               "Going is how M.T. gets a quiet Saturday with someone trusted.", Sureness.SURE),
    )  # fmt: skip


def actions() -> tuple[Action, ...]:
    """One from a view and an indicator, one alone that the child does not know, one undated."""
    return (
        Action(ActionId("a1"), INTERVIEW, 1, "Strategy discussion with police about Dex",
               "Ruth Adeyemi", date(2026, 3, 11), ThreadId("t1"), "social_care",
               child_knows=True, child_agrees=True, concern_ids=(ConcernId("c0"),)),
        Action(ActionId("a2"), INTERVIEW, 2, "Check the silver hatchback", "PC Hana Birk",
               date(2026, 3, 13), child_knows=False),
        Action(ActionId("a3"), INTERVIEW, 3, "Look at why two promises lapsed"),
    )  # fmt: skip


def step(number: int, kind: StepKind, minutes: int, **facts: object) -> DisclosureStep:
    """One step of the disclosure, so many minutes into the talk."""
    at = STARTED + timedelta(minutes=minutes)
    return DisclosureStep(StepId(f"s{number}"), DisclosureId("d1"), kind, at, **facts)  # type: ignore[arg-type]  # named as the fields are


def disclosure(*, override: bool = False) -> Disclosure:
    """Words, the child told first, two told, one not needed; health is told or overridden."""
    health = (
        step(8, StepKind.OVERRIDE, 90, name="Sam Okonjo", words="Health is rung tomorrow at nine.")
        if override
        else step(8, StepKind.NOT_NEEDED, 90, whom=Told.HEALTH, words="no injury, no illness")
    )
    steps = (
        step(1, StepKind.WORDS, 43, words=samples.BAG),
        step(2, StepKind.CHILD_KNOWS, 45),
        step(3, StepKind.CHILD_AGREES, 46, words="I get it."),
        step(4, StepKind.TOLD, 65, whom=Told.SOCIAL_CARE, name="Ruth Adeyemi",
             reference="HM-20931"),
        step(5, StepKind.TOLD, 81, whom=Told.POLICE, name="Wendshire Police, 101",
             reference="WP-0311/26", happened_at=STARTED + timedelta(minutes=80),
             words="Logged as intelligence."),
        step(6, StepKind.NOT_NEEDED, 85, whom=Told.MANAGER, words="I am the manager on call"),
        health,
    )  # fmt: skip
    opened = STARTED + timedelta(minutes=43)
    return Disclosure(DisclosureId("d1"), CASE, INTERVIEW, opened, "Jo Penhallow", steps)


def plan() -> SafetyPlan:
    """The plan of the samples with parts, a no, somebody who sees it anyway, and a drawing."""
    made = samples.plan()
    lines = list(made.lines)
    lines[1] = replace(lines[1], brought_from=PlanLineId("earlier-2"))
    return replace(
        made,
        lines=tuple(lines),
        may_see=("Nan", "Social worker", "Alder House"),
        parts=(PartSeen("Alder House", (PlanBlock.HELPS, PlanBlock.ADULTS)),),
        may_not_see=("Stepfather",),
        anyway=(SeenAnyway("Police", "a man may come to the house", child_told=True),),
        drawing=Drawing(
            DrawingId("dr1"), PLAN, (WHEEL, ROOF, DOT), "nan\u2019s house with the bus"
        ),
    )


def entities() -> tuple[Entity, ...]:
    """A person by a line put to it, and a place."""
    return (
        Entity(EntityId("e1"), CASE, EntityKind.PERSON, "Dex", relation="Gives lifts",
               age="about 20", description="Drives a silver hatchback", feels=Feels.NOT_SURE,
               line_ids=line_ids(9, 12, 14)),
        Entity(EntityId("e2"), CASE, EntityKind.PLACE, "The flat", ("Tyre Row",),
               "Flat over a tyre shop", feels=Feels.UNSAFE, keep_from=("Stepfather",),
               line_ids=line_ids(8)),
    )  # fmt: skip


def readings() -> tuple[Reading, ...]:
    """Agreed, said otherwise, not now."""
    given = ((2, Said.AGREED, ""), (9, Said.CHANGED, "He\u2019s twenty, not like twenty."),
             (8, Said.NOT_NOW, ""))  # fmt: skip
    return tuple(
        Reading(ReadingId(f"r{n}"), INTERVIEW, line_ids(n)[0], said, STARTED, words)
        for n, said, words in given
    )


def follow_ups() -> tuple[FollowUp, ...]:
    """One promise kept, one not."""
    return (
        FollowUp(FollowUpId("f1"), CASE, INTERVIEW, "old-1", "Knock before coming in", "All staff",
                 date(2025, 12, 1), Kept.NOT_KEPT, STARTED, "They did, then they stopped."),
        FollowUp(FollowUpId("f2"), CASE, INTERVIEW, "old-2", "Give M.T. Jo\u2019s number",
                 "Jo Penhallow", None, Kept.KEPT, STARTED),
    )  # fmt: skip


def account(*, override: bool = False) -> Account:
    """The samples' account with everything above."""
    told = samples.account()
    refs = tuple(pack.ref for pack in packs()[1:])
    interview = replace(
        told.interview, packs=refs, meeting=Meeting.FACE_TO_FACE, read_back=ReadBack.IN_PART
    )
    lines = tuple(
        replace(line, at_read_back=line.number == 22) if not line.struck_by else line
        for line in told.lines
    )
    return replace(
        told, interview=interview, lines=lines, plan=plan(), entities=entities(),
        answers=answers(), facts=facts(),
        readings=readings(), concerns=concerns(), threads=threads(), actions=actions(),
        disclosures=(disclosure(override=override),), follow_ups=follow_ups(),
    )  # fmt: skip


def report(told: Account, *, draft: bool = False) -> ReportData:
    """The report on an account with all packs, by the clock of the seal."""
    at = STARTED + timedelta(hours=3)
    clocks = {one.id: clock.result(one, told.interview, 72, at) for one in told.episodes}
    seal = None if draft else samples.seal_of(told)
    referrals = {"social_care": "Referral to children\u2019s social care"}
    return report_data(told, seal, packs(), clocks, samples.signed_by(), referrals)
