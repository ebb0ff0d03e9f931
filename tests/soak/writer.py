"""Owns the work that is killed: an autosave load, act by act, each said after its commit.

What the vault holds after so many acts follows from their number alone, so whoever killed the
writer can tell to the letter what must be there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.line import Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.workflow import drafts, interviewing, planning, unlocking
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.entries import NewAnswer, NewPlanLine
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import world

TURN = ("draft", "line", "drafts", "answer", "draft", "plan")
"""What the acts are, one after the other, round and round."""
FIELDS = ("line", "plan:me", "notes")
QUESTIONS = ("full_name", "cms_id", "other_ids")
SENTENCE = "she said it again and nobody wrote it down. "


@dataclass(frozen=True, slots=True)
class Written:
    """What a vault holds of the load: all of it, in order, to the letter."""

    lines: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    plan: tuple[str, ...]
    drafts: tuple[tuple[str, str], ...]


def words(number: int) -> str:
    """What is written in the act of this number: long enough to span pages now and then."""
    length = number * 7 % 40 + 1 + (120 if number % 11 == 0 else 0)
    return f"Act {number}: " + (SENTENCE * length).strip()


def after(acts: int) -> Written:
    """What must be there when so many acts are committed and no other."""
    lines: list[str] = []
    plan: list[str] = []
    answers: dict[str, str] = {}
    kept: dict[str, str] = {}
    for number in range(acts):
        kind = TURN[number % len(TURN)]
        if kind == "line":
            lines.append(words(number))
            kept.pop(FIELDS[0], None)
        elif kind == "answer":
            answers[QUESTIONS[number % len(QUESTIONS)]] = words(number)
        elif kind == "plan":
            plan.append(words(number))
        else:
            kept.update({edit.key: edit.text for edit in edits(kind, number)})
    return Written(
        tuple(lines), tuple(sorted(answers.items())), tuple(plan), tuple(sorted(kept.items()))
    )


def found(ws: Workspace, interview: InterviewId) -> Written:
    """What is there."""
    account = interviewing.load(ws, interview).account
    return Written(
        tuple(line.words for line in account.lines),
        tuple(sorted((one.question_id, one.values[0]) for one in account.answers)),
        tuple(line.words for line in account.plan.lines) if account.plan else (),
        tuple(sorted((edit.key, edit.text) for edit in drafts.drafts(ws))),
    )


def keep(arguments: list[str]) -> None:
    """Acts until it is killed. With `early` it says so before: the lie that must be found."""
    folder, vault_id, master, interview, order = arguments
    ws = unlocking.open_workspace(Path(folder), VaultKey(vault_id, bytes.fromhex(master)))
    at = world.moment(f"writer/{folder}", 5)
    act = acting(ws, InterviewId(interview), at)
    number = 0
    while True:
        if order == "early":
            _say(number)
        act(number)
        if order == "after":
            _say(number)
        number += 1


def acting(ws: Workspace, interview: InterviewId, at: Moment) -> Callable[[int], None]:
    """What does the act of a number."""
    plan = planning.open_plan(ws, interview, at)

    def act(number: int) -> None:
        kind, said = TURN[number % len(TURN)], words(number)
        if kind == "line":
            with ws.store.transaction():
                interviewing.keep_line(ws, interview, Typed(Voice.CHILD, said), at)
                drafts.drop_draft(ws, FIELDS[0])
        elif kind == "answer":
            question = QUESTIONS[number % len(QUESTIONS)]
            interviewing.answer(ws, interview, NewAnswer(question, (said,)), at)
        elif kind == "plan":
            planning.save_line(ws, plan.id, NewPlanLine(PlanBlock.ME, said, PlanAuthor.CHILD), at)
        else:
            drafts.save_drafts(ws, edits(kind, number), at)

    return act


def edits(kind: str, number: int) -> list[Edit]:
    """One field half-typed, or all of them in one commit."""
    fields = FIELDS if kind == "drafts" else (FIELDS[number // 2 % len(FIELDS)],)
    return [Edit(field, f"{field}: {words(number)}", number) for field in fields]


def _say(number: int) -> None:
    os.write(1, f"{number}\n".encode())
