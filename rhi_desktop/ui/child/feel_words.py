"""Owns how somebody feels, in words: what was picked, a word of their own, a number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.ui.child.plan_desk import PlanDesk
from rhi_desktop.ui.child.plan_route import FEELINGS, SCALE_AFTER, SCALE_BEFORE
from rhi_desktop.ui.translation import noop

OWN_WORD, ONE_UP, TAKE_HOME = "plan_own_word", "plan_one_up", "plan_take_home"
CHANGES = "changes"
"""The value of a scale that has no one number."""
NOT_KNOWN, NOT_SAID = Blank.NOT_KNOWN.value, Blank.CHOSE_NOT_TO_SAY.value
_WAYS = {
    NOT_KNOWN: noop("feelings", "I don\u2019t know"),
    CHANGES: noop("feelings", "It changes"),
    NOT_SAID: noop("feelings", "I\u2019d rather not say"),
}


def ways(*wanted: str) -> list[tuple[str, str]]:
    """Ways not to give an answer, as (value, words)."""
    return [(one, QCoreApplication.translate("feelings", _WAYS[one])) for one in wanted]


def felt_words(desk: PlanDesk) -> str:
    """What was said about feelings and numbers, in the child's order; empty when nothing was."""
    felt = desk.answer(FEELINGS)
    options = {one.id: one.text.get(desk.language) for one in desk.question(FEELINGS).options}
    own = desk.answer(OWN_WORD)
    words = [options.get(value, value) for value in (felt.values if felt else ())]
    words += own.values if own else ()
    return "\n".join(part for part in (", ".join(words), _numbers(desk)) if part)


def _numbers(desk: PlanDesk) -> str:
    before, after = (_number(desk.answer(one)) for one in (SCALE_BEFORE, SCALE_AFTER))
    if before and after:
        words = QCoreApplication.translate("feelings", "{before}, and now {after}")
        return words.format(before=before, after=after)
    return before or after


def _number(answer: Answer | None) -> str:
    value = answer.values[0] if answer is not None and answer.values else ""
    if value.isdigit():
        words = QCoreApplication.translate("feelings", "{number} out of 10")
        return words.format(number=value)
    return QCoreApplication.translate("feelings", _WAYS[value]) if value in _WAYS else ""
