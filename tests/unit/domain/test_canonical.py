"""Canonical bytes: one spelling for every value, and no other is read."""

from __future__ import annotations

import pytest

from rhi_desktop.domain import canonical
from rhi_desktop.domain.canonical import MAX_DEPTH, MAX_INTEGER, NotCanonicalError, Plain


def nested(depth: int) -> Plain:
    """Lists in lists, `depth` deep."""
    value: Plain = 0
    for _ in range(depth):
        value = [value]
    return value


def test_the_bytes_are_those_of_the_format_page() -> None:
    """Sorted keys, no spaces, UTF-8, nothing escaped that need not be."""
    value: Plain = {"b": [True, None, -1], "a": "ŵy \U0001f642 \u2028", "A": '"\n'}
    expected = '{"A":"\\"\\n","a":"ŵy \U0001f642 \u2028","b":[true,null,-1]}'
    assert canonical.dumps(value) == expected.encode()


def test_text_is_kept_without_normalising() -> None:
    """The two spellings of an accent stay two, as typed."""
    assert canonical.dumps("e\u0301") != canonical.dumps("\u00e9")
    assert canonical.loads(canonical.dumps("e\u0301")) == "e\u0301"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"a":1,"a":1}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b" 1",
        b"1\n",
        b"1.0",
        b"1e2",
        b"-0",
        b"NaN",
        b"Infinity",
        b'"\\u0041"',
        b'"\\ud800"',
        b'"\\/"',
        b'"\xff"',
        b"\xef\xbb\xbf1",
        b"9007199254740992",
        b"1" * 5000,
        b"[" * 40 + b"]" * 40,
        b"[" * 100_000,
    ],
)
def test_every_other_spelling_is_refused(data: bytes) -> None:
    """Duplicate keys, other orders, spaces, floats, escapes, surrogates, depth: all refused."""
    with pytest.raises(NotCanonicalError):
        canonical.loads(data)


@pytest.mark.parametrize(
    "value",
    [1.5, float("nan"), b"bytes", {1: "a"}, "Min \ud83d", {"\udc00": 1}, MAX_INTEGER + 1, {1, 2}],
)
def test_values_without_a_canonical_form_are_refused_without_showing_them(value: object) -> None:
    """The refusal carries neither the value nor an exception that does."""
    with pytest.raises(NotCanonicalError) as caught:
        canonical.dumps(value)  # type: ignore[arg-type]  # the wrong type is the point
    assert "Min" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_the_limits_are_inclusive() -> None:
    """Depth 32 and 53 bits pass, one more does not."""
    assert canonical.loads(canonical.dumps(nested(MAX_DEPTH))) == nested(MAX_DEPTH)
    assert canonical.loads(canonical.dumps(-MAX_INTEGER)) == -MAX_INTEGER
    with pytest.raises(NotCanonicalError):
        canonical.dumps(nested(MAX_DEPTH + 1))
