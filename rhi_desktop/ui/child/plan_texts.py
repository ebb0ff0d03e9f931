"""Owns what the plan's pack says to a child: titles, hints, ideas and beginnings of each part."""

from __future__ import annotations

from dataclasses import dataclass

from rhi_desktop.domain.plan import PlanBlock
from rhi_desktop.forms.model import FALLBACK, Pack


@dataclass(frozen=True, slots=True)
class BlockText:
    """The words of one part of the plan, in one language."""

    title: str
    hint: str = ""
    ideas: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()


class PlanTexts:
    """The words of every part, read from a pack once."""

    def __init__(self, pack: Pack, language: str = FALLBACK) -> None:
        self._blocks = {
            PlanBlock(block.id): BlockText(
                block.title.get(language),
                block.hint.get(language),
                tuple(idea.get(language) for idea in block.ideas),
                tuple(start.get(language) for start in block.starters),
            )
            for block in pack.blocks
        }

    def of(self, block: PlanBlock) -> BlockText:
        """The words of a part."""
        return self._blocks[block]
