"""Owns the list of all attacks, and what a verdict on each of them must not be."""

from __future__ import annotations

from tests.attacks.catalog import AROUND
from tests.attacks.insiders import INSIDE
from tests.attacks.pages import SEEN
from tests.attacks.ranges import BYTES
from tests.attacks.writing import Attack

ATTACKS: dict[str, Attack] = {**SEEN, **AROUND, **BYTES, **INSIDE}
