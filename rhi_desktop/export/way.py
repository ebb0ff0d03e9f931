"""Owns the way of a time away as a figure: where it began, the places as told, where it ended."""

from __future__ import annotations

from datetime import datetime

from rhi_desktop.domain.entity import Entity, EntityKind
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.export import times
from rhi_desktop.export.figure import Stop, Way
from rhi_desktop.export.source import Source, line_name
from rhi_desktop.export.wording import say

LEAST, MOST = 2, 30
"""One place is no way, and more than these are a list: the table below has them."""


def way(source: Source) -> Way | None:
    """The stops, in the order in which the places were told; the child may have gone another way.

    Beginning and end are those of the one time away; over several times away nobody knows which
    place belongs to which, so that only the places stand.
    """
    stops = _told(source)
    if len(source.account.episodes) == 1:
        away = source.account.episodes[0]
        gone = _end(source, away.last_seen, "last_seen_place", "way_gone")
        back = _end(source, away.returned, "", "way_back")
        found = _end(source, away.found, "found_where", "way_found")
        stops = [*gone, *stops, *found, *back]
    if not LEAST <= len(stops) <= MOST or not _told(source):
        return None
    return Way(say("way_alt", stops="; ".join(_spoken(stop) for stop in stops)), tuple(stops))


def _spoken(stop: Stop) -> str:
    return ", ".join(text for text in (stop.name, *stop.below) if text)


def _told(source: Source) -> list[Stop]:
    found: list[tuple[int, Stop]] = []
    for card in source.account.entities:
        lines = [line for line in card.told_in(source.account.standing) if line.voice.is_heard]
        if card.kind is EntityKind.PLACE and lines:
            found.append((lines[0].number, _stop(source, card, lines[0])))
    return [stop for _, stop in sorted(found, key=lambda one: one[0])]


def _stop(source: Source, card: Entity, line: Line) -> Stop:
    child = line.voice is Voice.CHILD
    how = source.say("police_said") if child else say("way_others")
    return Stop(card.name, (line_name(line), how), sure=child)


def _end(source: Source, at: datetime | None, question_id: str, key: str) -> list[Stop]:
    if at is None:
        return []
    facts = [one.values for one in source.account.facts if one.question_id == question_id]
    place = next((values[0] for values in facts if values), "")
    below = (times.short_moment(at), say(key)) if place else (times.short_moment(at), "")
    return [Stop(place or say(key), below, sure=True, fixed=True)]
