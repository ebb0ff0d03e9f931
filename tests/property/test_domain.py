"""Claims about the byte forms: what goes in comes out, and nothing else has the same bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.domain import canonical
from rhi_desktop.domain.canonical import MAX_INTEGER, NotCanonicalError, Plain
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line, read_typed, readable
from rhi_desktop.domain.plain import from_plain, to_plain
from rhi_desktop.domain.plan import SafetyPlan
from tests.property.strategies import accounts, lines, plans, words

plain: st.SearchStrategy[Plain] = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(plain)
def test_canonical_bytes_are_a_fixed_point(value: Plain) -> None:
    """Reading canonical bytes and writing them again changes nothing."""
    data = canonical.dumps(value)
    assert canonical.loads(data) == value
    assert canonical.dumps(canonical.loads(data)) == data


close: st.SearchStrategy[Plain] = st.recursive(
    st.sampled_from([None, False, True, 0, 1, "", "0", "true"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
    ),
    max_leaves=4,
)
"""Values so near each other that many pairs are equal, and many only look equal."""


def alike(one: Plain, other: Plain) -> bool:
    """Equal, in type too, all the way down; the order of keys does not count."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    return type(one) is type(other) and one == other


@given(close, close)
def test_two_values_share_bytes_only_if_they_are_the_same(one: Plain, other: Plain) -> None:
    """What is signed can be read in one way only; True is not 1, and 0 is not "0"."""
    assert (canonical.dumps(one) == canonical.dumps(other)) is alike(one, other)


@given(st.binary(max_size=200))
def test_bytes_that_are_not_canonical_are_refused_or_come_back_the_same(data: bytes) -> None:
    """Nobody can spell a signed value in a second way."""
    try:
        value = canonical.loads(data)
    except NotCanonicalError:
        return
    assert canonical.dumps(value) == data


@given(accounts())
def test_an_account_survives_the_way_to_bytes_and_back(account: Account) -> None:
    """Everything a report rests on comes back, field by field."""
    data = canonical.dumps(to_plain(account))
    assert from_plain(Account, canonical.loads(data)) == account


@given(lines)
def test_a_line_survives_the_way_to_bytes_and_back(line: Line) -> None:
    """The child's words come back unchanged."""
    found = from_plain(Line, canonical.loads(canonical.dumps(to_plain(line))))
    assert found == line
    assert found.words == line.words


@given(plans)
def test_a_plan_survives_the_way_to_bytes_and_back(plan: SafetyPlan) -> None:
    """A child's plan comes back unchanged."""
    assert from_plain(SafetyPlan, canonical.loads(canonical.dumps(to_plain(plan)))) == plan


@given(lines)
def test_no_repr_ever_holds_what_was_said(line: Line) -> None:
    """A log or a traceback shows the shape of a line, never its words."""
    assert "words" not in repr(line)
    assert "told_by" not in repr(line)


@given(words)
def test_the_grammar_only_ever_takes_away_from_the_ends(typed: str) -> None:
    """No letter in the middle of what was typed is changed, moved or lost."""
    found = read_typed(typed)
    assert found.words in typed
    assert found.words == found.words.strip()


@given(st.text(max_size=60))
def test_readable_words_keep_their_length_and_their_letters(text: str) -> None:
    """Only what no page can hold is replaced, one for one; a second look finds nothing."""
    kept, found = readable(text)
    assert len(kept) == len(text)
    assert readable(kept) == (kept, [])
    assert bool(found) is (kept != text)
