"""Six words stand for a key, and four make a passphrase."""

from __future__ import annotations

import hashlib

import pytest

from rhi_desktop.crypto import words
from rhi_desktop.domain.moment import Moment

LIST_SHA256 = "6d557f0693958fb5e650b68b5bee585eb82cf4da32965505c789e924743bc522"


def test_the_list_is_the_one_that_every_release_uses() -> None:
    """7,776 different words in the very same order: another list would change all fingerprints."""
    listed = words.word_list()
    assert len(listed) == len(set(listed)) == words.LIST_SIZE == 6**5
    text = "".join(f"{word}\n" for word in listed)
    assert hashlib.sha256(text.encode()).hexdigest() == LIST_SHA256


def test_equal_digests_have_equal_words() -> None:
    """Six words, the same on every machine."""
    digest = hashlib.sha256(b"a card").digest()
    assert words.fingerprint_words(digest) == words.fingerprint_words(digest)
    assert len(words.fingerprint_words(digest)) == 6


def test_words_are_the_digest_in_base_7776() -> None:
    """Most significant first, as the documentation says."""
    listed = words.word_list()
    number = sum(index * 7776**place for place, index in enumerate([5, 4, 3, 2, 1, 0]))
    assert words.fingerprint_words(number.to_bytes(32, "big")) == listed[:6]


def test_another_digest_has_other_words() -> None:
    """A thousand digests share no words."""
    found = {
        words.fingerprint_words(hashlib.sha256(bytes([n % 256, n >> 8])).digest())
        for n in range(1000)
    }
    assert len(found) == 1000


def test_too_few_bytes_are_refused() -> None:
    """Words over a short digest would look as strong as others."""
    with pytest.raises(ValueError, match="short"):
        words.fingerprint_words(b"short")


def test_a_passphrase_is_four_words(moment: Moment) -> None:
    """With spaces between, all from the list, and at least the 15 characters a vault wants."""
    made = [words.generate(moment.draw) for _ in range(200)]
    assert len(set(made)) == 200
    for passphrase in made:
        parts = passphrase.split(" ")
        assert len(parts) == 4
        assert set(parts) <= set(words.word_list())
        assert len(passphrase) >= 15


def test_every_word_is_equally_likely() -> None:
    """Draws that would favour the front of the list are thrown away."""
    drawn = iter([b"\xff\xff", b"\xf3\x00", b"\xf2\xff"])
    assert words.generate(lambda _: next(drawn), count=1) == words.word_list()[0xF2FF % 7776]
    assert 0xF300 == 8 * 7776
