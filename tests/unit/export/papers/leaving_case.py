"""Owns an invented account with something for every part of the papers that leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import AnswerId, EntityId, FactId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock
from rhi_desktop.export.papers.again import AgainHead
from rhi_desktop.export.papers.leave_behind import Caller
from rhi_desktop.export.papers.letter import Sender
from rhi_desktop.profiles.loader import profile
from tests.unit.export import samples, whole

AT = samples.STARTED + timedelta(days=1)
ENGLAND = profile("england")
HEAD = AgainHead(
    "Alder House and Wendshire Police", "Jo Penhallow", AT, date(2026, 3, 10), date(2026, 6, 10)
)
CALLER = Caller(organisation="Lantern Row", independent=True)
SENDER = Sender("Jo Penhallow", "Lantern Row", "07700 900 155, call or text")
WORD = "bramble jam"
TEXT_ME = "Text me. Don\u2019t ring. Say: you OK? No trouble. Nan\u2019s or here?"
_C, _W = PlanAuthor.CHILD, PlanAuthor.WRITTEN_FOR_CHILD
PLANNED = (
    (PlanBlock.IF_I_GO, TEXT_ME, _C),
    (PlanBlock.IF_I_GO, "Ring Nan. She may not pick up after ten: try again.", _C),
    (PlanBlock.IF_I_GO, "Look at the station: the 22:14 to Port Wenlow, platform 1.", _W),
    (PlanBlock.COMING_BACK, "Say your first name and sit down.", _C),
    (PlanBlock.COMING_BACK, "Tell me where we\u2019re going before the car moves.", _C),
    (PlanBlock.PHONE, "I answer texts before calls. Off from midnight.", _C),
    (PlanBlock.CODE_WORD, WORD, _C),
    (PlanBlock.PLACES, "The boathouse when it rains.", _C),
    (PlanBlock.UNSAFE, "I say my nan is ill and get off at the lights.", _C),
)
_PERSON, _PLACE = EntityKind.PERSON, EntityKind.PLACE


def card(name: str, kind: EntityKind, **facts: object) -> Entity:
    """One card of this case."""
    return Entity(EntityId(f"card {name}"), whole.CASE, kind, name, **facts)  # type: ignore[arg-type]  # named as the fields are


def cards() -> tuple[Entity, ...]:
    """People who are safe and not, places of every feeling, a car; the flat is kept."""
    return (
        card("Nan", _PERSON, relation="Grandmother. Any time.", contact="01632 960 204",
             feels=Feels.SAFE, line_ids=whole.line_ids(6)),
        card("Priya", _PERSON, relation="Text first.", contact="07700 900 133", feels=Feels.SAFE),
        card("Dex", _PERSON, relation="Gives lifts", age="about 20", feels=Feels.NOT_SURE,
             line_ids=whole.line_ids(9, 12)),
        card("Moth", _PERSON, feels=Feels.UNSAFE, line_ids=whole.line_ids(10)),
        card("Nan\u2019s", _PLACE, address="22:14 train, 48 min", feels=Feels.SAFE),
        card("The arcade", _PLACE, address="Port Wenlow front", feels=Feels.NOT_SURE),
        card("Tyre Row", _PLACE, description="Flat over a tyre shop", feels=Feels.UNSAFE,
             keep_from=("Stepfather",), line_ids=whole.line_ids(8)),
        card("Silver hatchback", EntityKind.VEHICLE, description="Plate ends 4KV",
             line_ids=whole.line_ids(14)),
        card("Black phone", EntityKind.PHONE, description="Cracked corner"),
    )  # fmt: skip


def account() -> Account:
    """The account of the whole report with a plan that may be seen, cards, facts and answers."""
    told = whole.account()
    assert told.plan is not None
    more = [samples.plan_line(at, *one) for at, one in enumerate(PLANNED, 11)]
    more[1] = replace(more[1], agreed=Agreed.YES)
    plan = replace(told.plan, lines=(*told.plan.lines, *more), parts=(), may_not_see=())
    away = told.episodes[0].id
    facts = (
        Fact(FactId("phone"), whole.CASE, None, "phone_handles", ("em.on.the.line",)),
        Fact(FactId("marks"), whole.CASE, away, "known_markers", ("cse", "medication")),
        Fact(FactId("found"), whole.CASE, away, "found_where", ("Bench outside the library",)),
        Fact(FactId("grade"), whole.CASE, away, "police_grade", ("medium",)),
    )
    answers = (
        Answer(AnswerId("travel"), samples.INTERVIEW, "travel", ("walked", "train")),
        Answer(AnswerId("reads"), samples.INTERVIEW, "report_goes_to", ("social_worker",)),
    )
    return replace(
        told, plan=plan, entities=cards(), facts=facts, answers=(*told.answers, *answers)
    )
