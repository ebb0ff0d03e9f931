"""Owns strict reading of tables that people write: every fault at once, with place and remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, cast

from rhi_desktop.domain import canonical
from rhi_desktop.errors import Fact, Problem

T = TypeVar("T", str, dict[str, Any])

MAX_BYTES = 256 * 1024
MAX_LINE = 4096
"""A longer line in TOML is no text: thousands of dotted keys in a row cost quadratic time."""
MAX_DEPTH = 12
MAX_TEXT = 2000
MAX_ITEMS = 500

_KINDS: Mapping[type, str] = {
    dict: "table",
    list: "list",
    str: "text",
    int: "whole",
    bool: "flag",
}
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,47}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_POSITION = re.compile(r"at line (\d+), column (\d+)")


class Faults:
    """Collects the findings of one reading, in the order met; each names its remedy as a code."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, code: str, where: str, remedy: str, **facts: Fact) -> None:
        """Note one fault; `where` is a place such as `question[3] safe_place.options`."""
        self.found.append(Problem(code, where, {"remedy": remedy, **facts}))


def parse(data: bytes, faults: Faults) -> Mapping[str, object] | None:
    """The mapping that TOML or canonical JSON bytes spell; None when a fault makes that futile."""
    if len(data) > MAX_BYTES:
        faults.add("too_large", "", "shorten", bytes=len(data), limit=MAX_BYTES)
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        faults.add("not_utf8", "", "save_as_utf8", byte=error.start)
        return None
    found = _parse_json(data, faults) if text[:1] == "{" else _parse_toml(text, faults)
    if found is not None and _depth(found) > MAX_DEPTH:
        faults.add("too_deep", "", "flatten", limit=MAX_DEPTH)
        return None
    return found


def _parse_json(data: bytes, faults: Faults) -> Mapping[str, object] | None:
    try:
        # The first byte was a brace, so canonical JSON can only be a mapping.
        return cast("Mapping[str, object]", canonical.loads(data))
    except canonical.NotCanonicalError:
        faults.add("not_canonical", "", "write_canonical")
        return None


def _parse_toml(text: str, faults: Faults) -> Mapping[str, object] | None:
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > MAX_LINE:
            faults.add("line_too_long", f"line {number}", "shorten", limit=MAX_LINE)
            return None
    try:
        return tomllib.loads(text)
    except RecursionError:
        faults.add("too_deep", "", "flatten", limit=MAX_DEPTH)
    except tomllib.TOMLDecodeError as error:
        at = _POSITION.search(str(error))
        line, column = at.groups() if at else (str(text.count("\n") + 1), "1")
        faults.add("not_toml", f"line {line}", "correct_spelling", column=int(column))
    return None


def _depth(value: object) -> int:
    """How many tables and lists stand within one another."""
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, dict | list):
            deepest = max(deepest, depth)
            inner = item.values() if isinstance(item, dict) else item
            waiting.extend((one, depth + 1) for one in inner)
    return deepest


class Table:
    """One table being read: each getter checks its key, and `close` names what nobody asked for.

    Getters never raise: a fault is added to `faults` and an empty value is given instead, so that
    reading goes on and finds the rest.
    """

    def __init__(self, given: Mapping[str, object], where: str, faults: Faults) -> None:
        self.where = where
        self.faults = faults
        self._given = given
        self._left = set(given)

    def place(self, key: str) -> str:
        """Where a key of this table stands."""
        return f"{self.where}.{key}" if self.where else key

    def has(self, key: str) -> bool:
        """True when the key is written at all."""
        return key in self._given

    def _take(self, key: str, wanted: type, *, needed: bool) -> object:
        self._left.discard(key)
        if key not in self._given:
            if needed:
                self.faults.add("field_missing", self.place(key), "add_field")
            return None
        value = self._given[key]
        # bool is an int in Python; in a table they are two kinds of value.
        if type(value) is not wanted:
            self.faults.add("field_type", self.place(key), "correct_type", wanted=_KINDS[wanted])
            return None
        return value

    def text(self, key: str, *, needed: bool = True) -> str:
        """A text that is not blank."""
        value = self._take(key, str, needed=needed)
        return self._words(value, self.place(key)) if isinstance(value, str) else ""

    def _words(self, text: str, place: str) -> str:
        if not text.strip():
            self.faults.add("text_blank", place, "write_text")
            return ""
        if len(text) > MAX_TEXT:
            self.faults.add("text_too_long", place, "shorten", limit=MAX_TEXT)
        return text

    def identifier(self, key: str, *, needed: bool = True) -> str:
        """A lower-case word that code and records can hold for ever."""
        text = self.text(key, needed=needed)
        if text and not _IDENTIFIER.fullmatch(text):
            self.faults.add("id_form", self.place(key), "use_plain_id")
            return ""
        return text

    def day(self, key: str) -> date | None:
        """A day, written as 2026-01-31 in quotation marks."""
        text = self.text(key)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.faults.add("day_form", self.place(key), "write_iso_day")
            return None

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number within bounds; `low` when there is none."""
        value = self._take(key, int, needed=True)
        if not isinstance(value, int):
            return low
        if not low <= value <= high:
            self.faults.add("out_of_range", self.place(key), "stay_in_range", low=low, high=high)
            return low
        return value

    def flag(self, key: str, *, needed: bool = False) -> bool:
        """True or false; false when nothing is written."""
        return self._take(key, bool, needed=needed) is True

    def texts(self, key: str, *, needed: bool = True) -> tuple[tuple[str, str], ...]:
        """A text per language, sorted by language; English must be among them."""
        value = self._take(key, dict, needed=needed)
        if not isinstance(value, dict):
            return ()
        return self._languages(value, self.place(key))

    def _languages(self, value: Mapping[str, object], place: str) -> tuple[tuple[str, str], ...]:
        if "en" not in value:
            self.faults.add("english_missing", f"{place}.en", "add_english")
        inner = Table(value, place, self.faults)
        for language in value:
            if not _LANGUAGE.fullmatch(language):
                self.faults.add("language_form", inner.place(language), "use_language_tag")
        return tuple((language, inner.text(language)) for language in sorted(value))

    def texts_list(self, key: str) -> tuple[tuple[tuple[str, str], ...], ...]:
        """A list of texts per language; empty when nothing is written."""
        return tuple(
            self._languages(item, place) for item, place in self._items(key, dict, needed=False)
        )

    def words(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of texts that are not blank; empty when nothing is written."""
        return tuple(
            self._words(item, place) for item, place in self._items(key, str, needed=needed)
        )

    def table(self, key: str, *, needed: bool = True) -> Table | None:
        """A table within this one."""
        value = self._take(key, dict, needed=needed)
        return Table(value, self.place(key), self.faults) if isinstance(value, dict) else None

    def tables(self, key: str, *, needed: bool = True) -> list[Table]:
        """A list of tables, each placed by its number from 1 and its id if it has one."""
        return [
            Table(item, _named(place, item), self.faults)
            for item, place in self._items(key, dict, needed=needed)
        ]

    def _items(self, key: str, wanted: type[T], *, needed: bool) -> list[tuple[T, str]]:
        value = self._take(key, list, needed=needed)
        if not isinstance(value, list):
            return []
        if len(value) > MAX_ITEMS:
            self.faults.add("too_many", self.place(key), "shorten", limit=MAX_ITEMS)
            return []
        return self._typed(value, key, wanted)

    def _typed(self, value: Sequence[object], key: str, wanted: type[T]) -> list[tuple[T, str]]:
        found: list[tuple[T, str]] = []
        for number, item in enumerate(value, 1):
            place = f"{self.place(key)}[{number}]"
            if isinstance(item, wanted):
                found.append((item, place))
            else:
                self.faults.add("field_type", place, "correct_type", wanted=_KINDS[wanted])
        return found

    def close(self) -> None:
        """Name every key that no getter asked for."""
        for key in sorted(self._left):
            self.faults.add("field_unknown", self.place(key), "remove_field")


def _named(place: str, item: Mapping[str, object]) -> str:
    name = item.get("id")
    return f"{place} {name}" if isinstance(name, str) and _IDENTIFIER.fullmatch(name) else place
