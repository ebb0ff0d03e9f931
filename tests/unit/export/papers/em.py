"""Owns Em's plan, invented, as rich as the page it is drawn on; and plans at the edges."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from rhi_desktop.domain.drawing import HEIGHT, WIDTH, Drawing, Stroke
from rhi_desktop.domain.ids import DrawingId, PlanLineId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import (
    Agreed,
    PartSeen,
    PlanAuthor,
    PlanBlock,
    PlanLine,
    SafetyPlan,
)
from rhi_desktop.export.papers.chosen import Chosen
from rhi_desktop.export.papers.numbers import numbers
from rhi_desktop.profiles.loader import profile
from tests.unit.export import samples

AT = datetime(2026, 3, 10, 17, 30, tzinfo=UTC)
ALL = Chosen("My Fridays", places=True, code_word=True)
NUMBERS = numbers(profile("england"), AT.date())[:3]
C, W, A = PlanAuthor.CHILD, PlanAuthor.WRITTEN_FOR_CHILD, PlanAuthor.ADULT_PROMISE
B = PlanBlock
Told = tuple[PlanBlock, PlanAuthor, str]
MADE: tuple[Told, ...] = (
    (B.SIGNS, C, "My stomach goes tight when the doors start"),
    (B.SIGNS, C, "I stop answering people"),
    (B.SIGNS, C, "A visit gets cancelled"),
    (B.HELPS, C, "Headphones and the window seat"),
    (B.HELPS, C, "Walk round the block like I\u2019ve got Biscuit"),
    (B.HELPS, W, "Ask for the quiet room, no reason needed"),
    (B.PEOPLE, C, "Nan 01632 960 204 Lets me be. Any time."),
    (B.PEOPLE, C, "Priya 07700 900 133 Comes to my door and knocks."),
    (B.PEOPLE, C, "Kayla 07700 900 148 Stays on the call."),
    (B.PEOPLE, C, "Ruth 07700 900 171 Sorts Saturdays. Daytime."),
    (B.PLACES, C, "Good: Nan\u2019s. The library till eight. The bench by the lifeboat"),
    (B.PLACES, C, "Not good: the flat over the tyre place. The arcade"),
    (B.IF_I_GO, C, "I text one person that I am OK. Then at bedtime, then in the morning"),
    (B.IF_I_GO, C, "I keep \u00a310 and my charger in my coat"),
    (B.IF_I_GO, C, "I don\u2019t get in his car. I say my nan is picking me up"),
    (B.IF_I_GO, C, "I can walk into any shop or station and say I need help"),
    (B.CODE_WORD, W, "My word is in Priya\u2019s phone. If I send it she rings and is Nan"),
    (B.COMING_BACK, C, "Don\u2019t all talk. One person. And food"),
    (B.COMING_BACK, C, "Don\u2019t ask about my phone first"),
    (B.ADULTS, A, "Knock and wait. Nights too."),
    (B.ADULTS, A, "Tell me myself about Saturdays, yes or no, and why."),
    (B.ADULTS, A, "One person meets me when I come back, with food. Questions can wait."),
    (B.REVIEW, C, "Tuesday 24 March, after school, library. Me and Jo. Priya if I say so."),
)
KEPT_BY = {
    20: ("Priya", date(2026, 3, 11)),
    21: ("Ruth", date(2026, 3, 12)),
    22: ("Everyone at Alder House", None),
}


def plan_line(number: int, block: PlanBlock, author: PlanAuthor, words: str) -> PlanLine:
    """One line that the child agrees to."""
    name, when = KEPT_BY.get(number, ("", None)) if author is A else ("", None)
    line_id = PlanLineId(f"p{number}")
    return PlanLine(line_id, samples.PLAN, number, block, words, author, Agreed.YES, name, when)


def made(lines: Iterable[Told] = MADE) -> SafetyPlan:
    """The plan with these lines, who may see it, and the drawing."""
    kept = tuple(plan_line(number, *line) for number, line in enumerate(lines, 1))
    return replace(
        samples.plan(),
        lines=kept,
        may_see=("Priya", "Ruth", "Nan"),
        parts=(PartSeen("Police", (B.IF_I_GO,)),),
        drawing=drawing(),
    )


def account(plan: SafetyPlan | None) -> Account:
    """Em's talk with this plan."""
    return replace(samples.account(), plan=plan)


def drawing() -> Drawing:
    """The sea, a pier, the sun and a house, as a pen leaves them."""
    strokes = [
        *(_wave(700, 6200, 5900 + 400 * at) for at in range(3)),
        _line((1500, 4700), (6600, 4650)),
        *(_line((1900 + 900 * at, 4700), (1950 + 900 * at, 5900)) for at in range(6)),
        _circle(2000, 1500, 700),
        *(_ray(2000, 1500, 850, 1200, at / 9) for at in range(9)),
        _line((7200, 4600), (7250, 3000), (9000, 3050), (8980, 4600), (7200, 4620)),
        _line((6950, 3080), (8100, 1900), (9250, 3050)),
        _line((7950, 4600), (7950, 3800), (8350, 3800), (8360, 4600)),
        _circle(4500, 3300, 180),
        _line((4500, 3480), (4510, 4100), (4300, 4650)),
        _line((4510, 4100), (4720, 4640)),
        _line((4200, 3800), (4800, 3780)),
        _line((5200, 1300), (5450, 1100), (5700, 1300), (5950, 1080), (6200, 1280)),
    ]
    return Drawing(DrawingId("d1"), samples.PLAN, tuple(strokes), "the pier and Nan\u2019s house")


def _line(*points: tuple[float, float]) -> Stroke:
    kept = [(min(max(x, 0), WIDTH), min(max(y, 0), HEIGHT)) for x, y in points]
    return Stroke(tuple(round(value) for point in kept for value in point), 70)


def _wave(start: int, end: int, y: int) -> Stroke:
    return _line(*((x, y + 130 * math.sin(x / 260)) for x in range(start, end, 60)))


def _circle(x: float, y: float, radius: float) -> Stroke:
    turns = (at / 4 for at in range(27))
    return _line(*((x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns))


def _ray(x: float, y: float, near: float, far: float, turn: float) -> Stroke:
    a = turn * 2 * math.pi
    ends = ((x + r * math.cos(a), y + r * math.sin(a)) for r in (near, far))
    return _line(*ends)
