"""Whatever a case holds and whoever ticks what, a paper has only what was ticked and may leave."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Voice
from rhi_desktop.export.papers.again import again, again_items, kept_count
from rhi_desktop.export.papers.letter import letter, letter_items
from rhi_desktop.export.pdf.sheets import draw_sheet
from rhi_desktop.export.sheet import SheetData
from tests.property.strategies import accounts
from tests.unit.export import whole
from tests.unit.export.papers import leaving_case as case
from tests.unit.export.papers.read_sheet import words

PACKS = whole.packs()
MARKED = "unheard"
"""Stands in no sentence of ours, with a number behind it that no other text has."""


def marked(told: Account, kept_lines: set[int], kept_cards: set[int]) -> Account:
    """Every text that an item can show ends in a mark of its own; some things are to be kept."""
    lines = tuple(
        replace(
            line,
            words=f"{line.words} {MARKED}l{at}z",
            keep_from=("Stepfather",) if at in kept_lines else (),
        )
        for at, line in enumerate(told.lines)
    )
    cards = tuple(
        replace(
            one,
            name=f"{one.name} {MARKED}c{at}z",
            description=f"{one.description} {MARKED}d{at}z",
            line_ids=(),
            keep_from=("Police",) if at in kept_cards else (),
        )
        for at, one in enumerate(told.entities)
    )
    assert told.plan is not None
    planned = tuple(
        replace(line, words=f"{line.words} {MARKED}p{at}z")
        for at, line in enumerate(told.plan.lines)
    )
    return replace(told, lines=lines, entities=cards, plan=replace(told.plan, lines=planned))


def marks(text: str) -> set[str]:
    """The marks in a text."""
    return set(re.findall(rf"{MARKED}([lcdp]\d+)z", text))


def shown(sheet: SheetData) -> set[str]:
    """The marks that could reach the paper or the file."""
    return marks(words(sheet))


def in_bytes(data: bytes) -> set[str]:
    """The marks in a file: as poppler reads it, and in every object and unpacked stream."""
    command = ["pdftotext", "-raw", "-", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        raw = b"".join(one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
        objects = " ".join(repr(one) for one in pdf.objects)
    return marks(done.stdout.decode() + raw.decode("latin-1") + objects)


some = st.sets(st.integers(0, 30))


@given(some, some, st.sets(st.integers(0, 60)))
def test_only_what_was_ticked_is_on_a_sheet_for_the_next_time(
    kept_lines: set[int], kept_cards: set[int], ticked: set[int]
) -> None:
    """Every mark on it belongs to a ticked item, and none to what is kept or was disclosed."""
    told = marked(case.account(), kept_lines, kept_cards)
    items = [one for at, one in enumerate(again_items(told, PACKS)) if at in ticked]
    found = shown(again(told, PACKS, {one.id for one in items}, case.HEAD))
    assert found == {mark for one in items for mark in marks(f"{one.title} {one.words}")}
    kept = {f"l{at}" for at in kept_lines} | {f"{sign}{at}" for at in kept_cards for sign in "cd"}
    assert not found & kept


@given(some, some, st.sets(st.integers(0, 60)))
def test_only_what_was_ticked_is_in_a_letter(
    kept_lines: set[int], kept_cards: set[int], ticked: set[int]
) -> None:
    """Of lines, only the child's; of the plan, only what was ticked."""
    told = marked(case.account(), kept_lines, kept_cards)
    items = [one for at, one in enumerate(letter_items(told)) if at in ticked]
    found = shown(
        letter(told, PACKS, case.ENGLAND, {one.id for one in items}, case.SENDER, case.AT)
    )
    assert found == {mark for one in items for mark in marks(one.words)}
    assert not found & {f"l{at}" for at in kept_lines}
    others = {f"l{at}" for at, line in enumerate(told.lines) if line.voice is not Voice.CHILD}
    assert not found & others


@settings(max_examples=5)
@given(some, some, st.sets(st.integers(0, 60)))
def test_nothing_else_is_in_any_byte(
    kept_lines: set[int], kept_cards: set[int], ticked: set[int]
) -> None:
    """Of either paper, drawn and read back; every ticked mark is there."""
    told = marked(case.account(), kept_lines, kept_cards)
    items = [one for at, one in enumerate(again_items(told, PACKS)) if at in ticked]
    sheet = again(told, PACKS, {one.id for one in items}, case.HEAD)
    assert in_bytes(draw_sheet(sheet)) == shown(sheet)
    heard = [one for at, one in enumerate(letter_items(told)) if at in ticked]
    note = letter(told, PACKS, case.ENGLAND, {one.id for one in heard}, case.SENDER, case.AT)
    assert in_bytes(draw_sheet(note)) == shown(note)


@given(accounts())
def test_any_account_gives_both_papers_and_quotes_only_what_stands(told: Account) -> None:
    """Whatever was typed: the builders check every quotation, and refuse none of their own."""
    ticked = {one.id for one in again_items(told, PACKS)}
    assert again(told, PACKS, ticked, case.HEAD).title
    chosen = {one.id for one in letter_items(told)}
    assert letter(told, PACKS, case.ENGLAND, chosen, case.SENDER, case.AT).title


@given(accounts())
def test_without_a_tick_nothing_of_an_account_but_its_head_is_printed(told: Account) -> None:
    """Two accounts that differ in everything but the child, the times and the wishes read alike."""
    bare = replace(
        told, lines=(), answers=(), plan=None, facts=(), readings=(), concerns=(), threads=(),
        actions=(), disclosures=(), follow_ups=(), entities=(),
    )  # fmt: skip
    if not kept_count(told):
        assert again(told, PACKS, (), case.HEAD) == again(bare, PACKS, (), case.HEAD)
