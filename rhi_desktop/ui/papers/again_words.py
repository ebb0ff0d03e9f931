"""Owns the words of the page for the first hour: its parts, and what is not offered and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rhi_desktop.ui.papers.paper_words import tr
from rhi_desktop.ui.papers.tick_groups import TickGroup, TickItem
from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.paper_sheets import AgainItem, AgainPart

CHILD = "child"
_PARTS: Mapping[AgainPart, str] = {
    AgainPart.FIRST: noop("papers", "What to do first"),
    AgainPart.PLACES: noop("papers", "Where they might be"),
    AgainPart.PEOPLE: noop("papers", "Whom they answer"),
    AgainPart.WITH: noop("papers", "With whom they might be"),
    AgainPart.TRAVEL: noop("papers", "How they travel"),
    AgainPart.PHONE: noop("papers", "Phone and online"),
    AgainPart.HEALTH: noop("papers", "Health"),
    AgainPart.FOUND: noop("papers", "When they are found"),
    AgainPart.HELPS: noop("papers", "What helps"),
    AgainPart.SIGNS: noop("papers", "How it shows beforehand"),
    AgainPart.BEFORE: noop("papers", "Earlier times away"),
    AgainPart.WORD: noop("papers", "The code word"),
}


def groups(items: Sequence[AgainItem]) -> tuple[TickGroup, ...]:
    """Part by part, in the order of the sheet, each thing with how it is known."""
    found = {part: [one for one in items if one.part is part] for part in AgainPart}
    return tuple(
        TickGroup(tr(_PARTS[part]), tuple(map(_item, here))) for part, here in found.items() if here
    )


def not_offered(child: str, kept: int) -> tuple[str, ...]:
    """What may not be on it, and why: never what it is."""
    reasons = [
        tr(noop("papers", "Our own views: nobody is searched for by a guess.")),
        tr(noop("papers", "What was told at once: it went to those who must know.")),
        tr(noop("papers", "How {child} gets away from somebody unsafe.")).format(child=child),
    ]
    if kept:
        words = tr(noop("papers", "What {child} asked to keep from somebody: {count} in all."))
        reasons.insert(0, words.format(child=child, count=kept))
    return tuple(reasons)


def _item(one: AgainItem) -> TickItem:
    own = one.mark.value == CHILD
    note = " ".join(_stop(part) for part in (one.feels, one.known) if part)
    return TickItem(one.id, one.words if own else _joined(one), note, childs=own)


def _joined(one: AgainItem) -> str:
    """A name or a question, what is known of it, and a number."""
    about = ", ".join(part.strip() for part in (one.words, one.contact) if part.strip())
    title = one.title.strip()
    if not title or not about:
        return title or about
    return f"{title} {about}" if title.endswith(("?", "!", ".")) else f"{title}: {about}"


def _stop(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
