"""Properties of the store: whatever is saved comes back, and only the right passphrase opens."""

from __future__ import annotations

import shutil
import tempfile  # noqa: TID251 - the folder of a fixture would be shared by all examples
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.crypto.kdf import SHORTEST, normalised
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import drafts, journal, records, slots, vault
from rhi_desktop.store.slots import SlotFile
from rhi_desktop.store.vault import Vault, open_vault
from tests.property import strategies
from tests.unit.store.samples import CHEAP, ME, Days, make


class Stored(Protocol):
    """Any value that is a record."""

    @property
    def id(self) -> str:
        """Its identifier."""


@cache
def empty_vault() -> tuple[tempfile.TemporaryDirectory[str], VaultKey]:
    """A vault that nothing was written to, made once: each example gets a copy of its files."""
    place = tempfile.TemporaryDirectory()
    folder = Path(place.name) / "ours.rhivault"
    key = make(folder, Days())
    open_vault(folder, key).close()
    return place, key


@contextmanager
def fresh_vault() -> Iterator[Vault]:
    """A vault of its own for one example."""
    made, key = empty_vault()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ours.rhivault"
        shutil.copytree(Path(made.name) / folder.name, folder)
        opened = open_vault(folder, key)
        try:
            yield opened
        finally:
            opened.close()


PARTS = (
    ("facts", Kind.FACT),
    ("entities", Kind.ENTITY),
    ("readings", Kind.READING),
    ("concerns", Kind.CONCERN),
    ("threads", Kind.THREAD),
    ("actions", Kind.ACTION),
    ("follow_ups", Kind.FOLLOW_UP),
)


def _of(kind: Kind, values: Iterable[Stored]) -> list[tuple[Kind, Stored]]:
    return [(kind, value) for value in values]


def parts(account: Account) -> list[tuple[Kind, Stored]]:
    """Every value of an account that is a record of its own."""
    plan = account.plan
    values: list[tuple[Kind, Stored]] = [(Kind.CASE, account.case)]
    values += [(Kind.EPISODE, episode) for episode in account.episodes]
    values += [(Kind.ATTEMPT, attempt) for attempt in account.attempts]
    values += [(Kind.INTERVIEW, account.interview)]
    values += [(Kind.LINE, line) for line in account.lines]
    values += [(Kind.ANSWER, answer) for answer in account.answers]
    values += [one for name, kind in PARTS for one in _of(kind, getattr(account, name))]
    for disclosure in account.disclosures:
        values += [(Kind.DISCLOSURE, replace(disclosure, steps=()))]
        values += _of(Kind.DISCLOSURE_STEP, disclosure.steps)
    if plan is not None:
        values += [(Kind.PLAN, replace(plan, lines=(), drawing=None))]
        values += _of(Kind.PLAN_LINE, plan.lines)
        values += _of(Kind.DRAWING, (plan.drawing,) if plan.drawing else ())
    return list({(kind, value.id): (kind, value) for kind, value in values}.values())


@given(strategies.accounts())
def test_every_value_comes_back_unchanged(account: Account) -> None:
    """Any valid account, record by record: what is loaded equals what was saved."""
    days = Days()
    with fresh_vault() as opened:
        for kind, value in parts(account):
            records.save(opened, kind, account.case.id, value, ME.id, days())
        opened.close()
        again = open_vault(opened.folder, opened.keys)
        journal.check(again)
        for kind, value in parts(account):
            assert records.load(again, kind, value.id, type(value)) == value
        again.close()


@given(strategies.words, st.text(st.characters(exclude_categories=["Cs"]), max_size=2000))
def test_a_draft_comes_back_unchanged(key: str, text: str) -> None:
    """Half-typed text of any script is kept to the character."""
    with fresh_vault() as opened:
        drafts.put(opened, key, text, len(text), Days()())
        (found,) = drafts.all(opened)
        assert (found.key, found.text, found.caret) == (key, text, len(text))


Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
forms: st.SearchStrategy[Form] = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])
passphrases = st.text(st.characters(exclude_categories=["Cs"]), min_size=15, max_size=200).filter(
    lambda text: len(unicodedata.normalize("NFKC", text)) >= SHORTEST
)


@given(passphrases, passphrases, forms)
def test_a_passphrase_in_any_script_opens_and_no_other_does(
    chosen: str, other: str, form: Form
) -> None:
    """Every spelling of the passphrase opens its slots; a different one never does."""
    days = Days()
    key = VaultKey("0" * 26, days().draw(32))
    slot = slots.passphrase_slot(normalised(chosen), key, CHEAP, days())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        slots.write(folder, SlotFile(key.vault_id, 1, (slot,)).sealed(key))
        spelled = unicodedata.normalize(form, chosen)
        assert vault.unlock(folder, spelled, floor=CHEAP).master == key.master
        for wrong in {other, chosen + " ", " " + chosen, chosen[:-1], chosen.swapcase()}:
            if normalised(wrong) != normalised(chosen):
                with pytest.raises(VaultError, match="wrong_passphrase"):
                    vault.unlock(folder, wrong, floor=CHEAP)
