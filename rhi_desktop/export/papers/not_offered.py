"""Owns what no unsigned paper offers: what the child asked to keep, and what was told at once."""

from __future__ import annotations

from rhi_desktop.domain.disclosure import StepKind
from rhi_desktop.domain.interview import Account
from rhi_desktop.export.keeping import Kept, kept_from


def kept_of(account: Account) -> Kept:
    """What may not be offered, in an account without what was taken out.

    From whom the child keeps it does not matter here: a paper goes from hand to hand. The words
    of a disclosure went to those who had to know, and stand on no paper.
    """
    said = {
        step.words
        for one in account.disclosures
        for step in one.steps
        if step.kind is StepKind.WORDS
    }
    return kept_from(
        account,
        lambda line: bool(line.keep_from) or line.words in said,
        lambda card: bool(card.keep_from),
    )


def asked_to_keep(account: Account) -> int:
    """How many lines and cards the child asked to keep from anybody."""
    lines = sum(bool(line.keep_from) for line in account.lines)
    return lines + sum(bool(card.keep_from) for card in account.entities)
