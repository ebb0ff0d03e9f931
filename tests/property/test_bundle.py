"""Claims about every bundle: what goes in comes out, and no mutant of one is ever accepted."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.crypto import age
from rhi_desktop.domain.bodies import BODIES
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.plain import NotPlainError, from_plain, to_plain
from rhi_desktop.errors import BundleError
from rhi_desktop.sync import bundle
from rhi_desktop.sync.shapes import shape
from tests.property import beside, strategies
from tests.property.mutants import KINDS, Mutate, mutants
from tests.unit.sync import forge
from tests.unit.sync.people import PACK, ada, at, ben, book, line_record, mal, outgoing

DATA = bundle.seal(outgoing(), ada().identity, ada().card, [ben().card], at("one"))
LONG = bundle.seal(outgoing(lines=300), ada().identity, ada().card, [ben().card], at("two"))
FOREIGN = bundle.seal(outgoing(), mal().identity, mal().card, [ben().card], at("three"))
BOOK = book(ada(), ben())
MUTANTS = 60
"""Of each kind, and for each of the two bundles that are mutated from outside."""


def refused(data: bytes) -> str:
    """The code of the refusal; the test fails if the bundle is accepted or anything else is met."""
    with pytest.raises(BundleError) as caught:
        list(bundle.unseal(data, ben().secret, BOOK, {PACK}).lines)
    return caught.value.code


@pytest.mark.parametrize("data", [DATA, LONG], ids=["short", "long"])
@pytest.mark.parametrize("mutate", KINDS.values(), ids=KINDS)
def test_no_mutant_of_the_file_is_accepted(data: bytes, mutate: Mutate) -> None:
    """720 of them in each run: 0 accepted, 0 crashes."""
    for mutant in mutants(data, FOREIGN, mutate, MUTANTS):
        assert refused(mutant)


@pytest.mark.parametrize("mutate", KINDS.values(), ids=KINDS)
def test_no_mutant_of_the_inside_is_accepted(mutate: Mutate) -> None:
    """360 more, re-encrypted properly by somebody who may read the bundle but not sign it."""
    inner, other = age.unseal(DATA, ben().secret), age.unseal(LONG, ben().secret)
    for mutant in mutants(inner, other, mutate, MUTANTS):
        assert refused(age.seal(mutant, [ben().card.recipient])) in {
            "bundle_changed",
            "bundle_foreign",
            "bundle_newer",
        }


def test_the_header_of_one_bundle_does_not_fit_another() -> None:
    """Both honest, both Ada's: header and payload exchanged."""
    one, two = age.unseal(DATA, ben().secret), age.unseal(LONG, ben().secret)
    ends = [inner.index(b"\x78\x9c") for inner in (one, two)]
    for mixed in (one[: ends[0]] + two[ends[1] :], two[: ends[1]] + one[ends[0] :]):
        assert refused(age.seal(mixed, [ben().card.recipient])) == "bundle_changed"


def test_somebody_elses_signature_over_the_same_records_is_not_ours() -> None:
    """Whoever reads Ada's bundle can send its content on, but only in their own name."""
    assert refused(FOREIGN) == "signer_unknown"
    assert refused(forge.forged(forge.good_lines(), signer=mal())) == "bundle_changed"


speech = strategies.words.map(lambda text: text.replace("\0", ""))


@given(st.lists(speech, max_size=5))
def test_what_was_said_comes_out_as_it_went_in(said: list[str]) -> None:
    """Every script, every odd character; only NUL does not travel."""
    sent = outgoing([line_record(number, text) for number, text in enumerate(said, 10)])
    data = bundle.seal(sent, ada().identity, ada().card, [ben().card], at())
    lines = list(bundle.unseal(data, ben().secret, BOOK, {PACK}).lines)
    assert lines == [line[:-1] for line in forge.good_lines(sent.records)]


VALUES = st.one_of(
    strategies.cases,
    strategies.episodes,
    strategies.attempts,
    strategies.lines,
    strategies.interviews,
    strategies.plans,
    strategies.plan_lines,
    strategies.answers(strategies.ids, strategies.words),
    strategies.facts,
    strategies.entities,
    strategies.readings,
    strategies.concerns,
    strategies.threads,
    strategies.actions,
    strategies.disclosures,
    strategies.drawings,
    strategies.follow_ups,
    beside.addenda,
    beside.reports,
)
ODD: st.SearchStrategy[Plain] = st.sampled_from(
    [
        *[None, True, 0, -1, "", "x", "why", [], {}, [None], ["why"], [["why"]]],
        *["2026-03-10", "2026-03-10T16:05:00+00:00", "2026-03-10T16:05:00.000000+00:00"],
        "2026-03-10T16:05:00.000000+01:00",
    ]
)


@given(VALUES)
def test_the_quick_shape_takes_what_the_domain_writes(value: object) -> None:
    """Every value of every kind."""
    assert shape(kind_of(value))(to_plain(value))


@given(VALUES, st.data())
def test_the_quick_shape_says_what_the_slow_one_says(value: object, data: st.DataObject) -> None:
    """One field removed, added or replaced: both refuse it, or both take it."""
    plain = to_plain(value)
    assert isinstance(plain, dict)
    name = data.draw(st.sampled_from([*plain, "surplus"]))
    if data.draw(st.booleans()):
        plain[name] = data.draw(ODD)
    else:
        plain.pop(name, None)
    assert shape(kind_of(value))(plain) is is_slowly_accepted(kind_of(value), plain)


@dataclass
class Odd:
    """A class with a field that has no plain form."""

    field: dict[str, str]


def kind_of(value: object) -> type:
    """The dataclass of a value."""
    return type(value)


def is_slowly_accepted(wanted: type, plain: dict[str, Plain]) -> bool:
    """By building the value and looking at what it would write."""
    try:
        written = to_plain(from_plain(wanted, plain))
    except NotPlainError:
        return False
    assert isinstance(written, dict)
    return written == written | plain


def test_a_hint_without_a_plain_form_is_a_mistake_of_ours() -> None:
    """A new field of an unknown sort is met when its class is, not when a bundle is."""
    with pytest.raises(TypeError):
        shape(Odd)


def test_every_kind_of_record_has_a_quick_shape() -> None:
    """Made from the dataclass itself, so a new field is known at once."""
    for wanted in BODIES.values():
        assert not shape(wanted)({})
        assert fields(wanted)
