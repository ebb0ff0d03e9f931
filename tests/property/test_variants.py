"""Claims about what a version leaves out: it is nowhere in the bytes of its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random  # noqa: TID251  handed in by a seeded strategy

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Mark,
    Para,
    ReportData,
    Setting,
    Table,
)
from rhi_desktop.export.figure import Stop, Way
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.report import record_bytes
from rhi_desktop.export.source import plain
from rhi_desktop.export.variants import variant_data
from tests.property import canaries
from tests.property.strategies import accounts
from tests.property.variants import READERS, Made, made
from tests.unit.export import samples, whole

QUICK = (Phase.explicit, Phase.generate)
"""What is found is big however it is shrunk; shrinking it takes minutes."""
FEW = settings(
    phases=QUICK, max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
MANY = settings(
    phases=QUICK, max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@st.composite
def stamped(draw_one: st.DrawFn) -> Account:
    """An account in which every word that somebody wrote can be told from every other."""
    return canaries.stamp(draw_one(accounts()), draw_one(st.randoms(use_true_random=False)))


@pytest.mark.parametrize("variant", READERS)
@given(told=stamped(), luck=st.randoms(use_true_random=False))
@FEW
def test_what_is_left_out_is_nowhere_in_the_file(
    variant: Variant, told: Account, luck: Random
) -> None:
    """Whatever is ticked: not on a page, in a tag, the outline, the metadata, or the record."""
    one = made(told, variant, luck)
    left = canaries.words_of(told) - canaries.words_of(one.account)
    assert canaries.found(draw(one.data), left) == set()


@pytest.mark.parametrize("variant", READERS)
@given(told=stamped(), luck=st.randoms(use_true_random=False))
@MANY
def test_what_was_not_taken_is_not_in_the_reduced_account(
    variant: Variant, told: Account, luck: Random
) -> None:
    """Piece by piece: its words stand in no piece that went."""
    one = made(told, variant, luck)
    held = canaries.words_of(one.account)
    names = canaries.of_text(str([card.name for card in told.entities]))
    for item in one.offer.items:
        if item.key not in one.taken:
            # A name may go with the line that says it.
            assert not (canaries.of_text(item.words) - names) & held, item.kind
    for part in one.never:
        assert not canaries.words_of(part) & held


@pytest.mark.parametrize("variant", READERS)
@given(told=stamped())
@MANY
def test_nothing_that_was_kept_can_be_ticked(variant: Variant, told: Account) -> None:
    """Neither the line, nor what names it, nor what rests on it."""
    one = made(told, variant, everything=True)
    held = canaries.words_of(one.account)
    kept = [line for line in told.without_struck.lines if canaries.kept(line.keep_from, variant)]
    cards = [
        card for card in told.without_struck.entities if canaries.kept(card.keep_from, variant)
    ]
    names = canaries.of_text(str([card.name for card in told.entities]))
    for line in kept:
        assert not (canaries.of_text(line.words) - names) & held
        assert line.id not in {mine.id for mine in one.account.lines}
    for card in cards:
        assert not canaries.of_text(card.name) & held
        for line in card.told_in(told.without_struck.lines):
            assert not (canaries.of_text(line.words) - names) & held


@pytest.mark.parametrize("variant", READERS)
@given(told=accounts(), luck=st.randoms(use_true_random=False))
@MANY
def test_no_record_stops_a_version(variant: Variant, told: Account, luck: Random) -> None:
    """Whatever was written and whatever is ticked: every quotation is found where it was said."""
    assert made(told, variant, luck).data.sections
    assert made(told, variant, everything=True).data.sections


def _in_record(one: Made, word: str) -> ReportData:
    told = samples.with_words(word)
    return replace(one.data, record=record_bytes(told, samples.seal_of(told)))


def _on_page(one: Made, word: str) -> ReportData:
    first, *rest = one.data.sections
    return replace(
        one.data,
        sections=(replace(first, blocks=(*first.blocks, Para(plain(f"so {word}.")))), *rest),
    )


def _in_outline(one: Made, word: str) -> ReportData:
    first, *rest = one.data.sections
    return replace(one.data, sections=(replace(first, title=word), *rest))


def _with_block(one: Made, block: Block) -> ReportData:
    first, *rest = one.data.sections
    wide = replace(first, setting=Setting.WIDE, blocks=(*first.blocks, block))
    return replace(one.data, sections=(wide, *rest))


def _in_alt(one: Made, word: str) -> ReportData:
    return _with_block(one, Way(f"Places: {word}", (Stop("here", ("", "")),)))


def _in_summary(one: Made, word: str) -> ReportData:
    return _with_block(one, Table(word, (), ((plain("a"), plain("b")),), (40, 40)))


def _read_aloud(one: Made, word: str) -> ReportData:
    entry = Entry(Mark.SEEN, "I saw", f"Line of {word}: ", "nothing")
    return _with_block(one, Entries((entry,)))


PLACES: dict[str, Callable[[Made, str], ReportData]] = {
    "record": _in_record,
    "page": _on_page,
    "outline": _in_outline,
    "alternative text": _in_alt,
    "summary of a table": _in_summary,
    "read aloud": _read_aloud,
    "metadata": lambda one, word: replace(one.data, title=f"Return interview {word}"),
    "running line": lambda one, word: replace(one.data, running=(word, *one.data.running[1:])),
    "about the attachment": lambda one, word: replace(one.data, about_record=word),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_search_finds_what_is_there(place: str) -> None:
    """One word too many, at any place of the file, is found: the claim above can fail."""
    one = made(samples.account(), Variant.POLICE, everything=True)
    assert canaries.found(draw(one.data), {"zq00042"}) == set()
    spoilt = PLACES[place](one, "zq00042")
    assert canaries.found(draw(spoilt), {"zq00042"}) == {"zq00042"}


def test_the_search_sees_through_a_reduction_that_leaves_something() -> None:
    """A kept line that got into the account after all is found in pages and record."""
    told = samples.with_words("zq00042 told of it")
    whole = made(told, Variant.POLICE, everything=True)
    assert canaries.found(draw(whole.data), {"zq00042"}) == {"zq00042"}
    kept = replace(told, lines=tuple(replace(one, keep_from=("Police",)) for one in told.lines))
    without = made(kept, Variant.POLICE, everything=True)
    assert canaries.found(draw(without.data), {"zq00042"}) == set()


def test_an_account_that_was_not_reduced_is_found_out() -> None:
    """The whole account in the place of the reduced one: the search names what is too much."""
    told = canaries.stamp(whole.account(), Random("whole"))
    one = made(told, Variant.POLICE)
    left = canaries.words_of(told) - canaries.words_of(one.account)
    assert left
    assert canaries.found(draw(one.data), left) == set()
    careless = variant_data(
        replace(one.small, account=told), whole.packs(), {}, samples.signed_by()
    )
    assert canaries.found(draw(careless), left)


def test_every_field_that_is_written_in_is_looked_for() -> None:
    """Also one that comes later: it is known as written, or as a code of ours."""
    assert canaries.text_fields(Account) - canaries.WRITTEN - canaries.CODES == canaries.ASKED
