"""Owns the sentences for codes: what happened, what is safe, what to do."""

from __future__ import annotations

from rhi_desktop.errors import Problem, RhiError
from rhi_desktop.ui.widgets.banner import Said


def refusal(error: RhiError) -> Said:
    """Placeholder for now."""
    return Said(error.code)


def problem_words(problem: Problem) -> str:
    """What to change, in the words that stand beside the field."""
    return problem.code
