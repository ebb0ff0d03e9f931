"""Encryption to people: what opens, what does not, and what the refusal is called."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from rhi_desktop.crypto import age
from rhi_desktop.errors import BundleError

SECRET, RECIPIENT = age.new_secret()
STRANGER, OTHER = age.new_secret()
SIZES = [0, 1, 65535, 65536, 65537, 131072, 200_000]


def refusal(data: bytes, secret: str = SECRET, grain: int = 1) -> str:
    """The code with which some bytes are refused."""
    with pytest.raises(BundleError) as caught:
        age.unseal(data, secret, grain=grain)
    return caught.value.code


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_opens_for_every_recipient(size: int) -> None:
    """Each of two people reads the same bytes."""
    data = b"x" * size
    sealed = age.seal(data, [RECIPIENT, OTHER])
    assert age.unseal(sealed, SECRET) == age.unseal(sealed, STRANGER) == data


@pytest.mark.parametrize("size", SIZES)
def test_the_age_tool_opens_what_we_seal(size: int, tmp_path: Path) -> None:
    """An archive can be opened without our program."""
    key = tmp_path / "key"
    key.write_text(SECRET + "\n")
    done = subprocess.run(
        ["age", "-d", "-i", str(key)],
        input=age.seal(b"y" * size, [RECIPIENT]),
        check=True,
        capture_output=True,
    )
    assert done.stdout == b"y" * size


@pytest.mark.parametrize("size", SIZES)
def test_we_open_what_the_age_tool_seals(size: int) -> None:
    """The format is age's, not ours."""
    done = subprocess.run(
        ["age", "-r", RECIPIENT], input=b"z" * size, check=True, capture_output=True
    )
    assert age.unseal(done.stdout, SECRET) == b"z" * size


def test_a_file_for_others_is_named_so() -> None:
    """Not damaged: sealed to somebody else."""
    assert refusal(age.seal(b"x", [OTHER])) == "bundle_not_for_us"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"age-encryption.org/v2\n"]
)
def test_other_files_are_foreign(data: bytes) -> None:
    """Whatever does not begin as an age file of version 1."""
    assert refusal(data) == "bundle_foreign"


@pytest.mark.parametrize("size", [4096, 65536, 69632, 131072])
def test_a_cut_file_is_called_cut_wherever_it_was_cut(size: int) -> None:
    """In the header, in the nonce, inside a chunk, on its border, one byte before the end."""
    sealed = age.seal(b"x" * size, [RECIPIENT, OTHER])
    body = sealed.index(b"\n", sealed.index(b"\n--- ") + 1) + 1 + 16
    nothing = body + 16  # nonce and tag: as long as a file that holds nothing
    borders = range(body, len(sealed), 64 * 1024 + 16)
    anywhere = range(body + 1, len(sealed), 509)
    known_limit = [end for end in anywhere if (end - nothing) % (64 * 1024 + 16) % 4096 == 0]
    lengths = {*anywhere} - {*known_limit} | {*range(body), *borders, nothing, len(sealed) - 1}
    for length in lengths:
        assert refusal(sealed[:length], grain=4096) == "bundle_cut", length


def test_an_altered_file_is_called_damaged() -> None:
    """A flip in the body or in somebody else's stanza."""
    sealed = age.seal(b"x" * 8192, [RECIPIENT])
    body = sealed.index(b"\n--- ") + 60
    for place in (body, body + 100, len(sealed) - 1):
        flipped = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        assert refusal(flipped, grain=4096) == "bundle_damaged"


def test_an_altered_header_is_called_damaged() -> None:
    """The header carries a code over itself."""
    sealed = age.seal(b"x", [RECIPIENT])
    place = sealed.index(b"\n--- ") + 10
    assert refusal(sealed[:place] + b"?" + sealed[place + 1 :]) == "bundle_damaged"


def test_a_file_with_something_behind_it_is_called_damaged() -> None:
    """It is longer than it should be, not shorter."""
    sealed = age.seal(b"x" * 8192, [RECIPIENT])
    assert refusal(sealed + b"tail", grain=4096) == "bundle_damaged"


def test_a_refusal_carries_nothing_of_the_file() -> None:
    """Neither in its text nor in its facts."""
    with pytest.raises(BundleError) as caught:
        age.unseal(age.seal(b"CANARY", [OTHER]), SECRET)
    assert str(caught.value) == "bundle_not_for_us"
    assert not caught.value.facts


def test_a_recipient_has_one_spelling() -> None:
    """Upper case, spaces and other kinds of keys are not recipients."""
    assert age.is_recipient(RECIPIENT)
    for text in (RECIPIENT.upper(), RECIPIENT + " ", RECIPIENT[:-1], SECRET, "", "age1", "\u00e9"):
        assert not age.is_recipient(text)


def test_the_recipient_of_a_secret_is_found_again() -> None:
    """So a vault needs to keep the secret alone."""
    assert age.recipient_of(SECRET) == RECIPIENT


@pytest.mark.parametrize(
    "text", ["", "AGE-SECRET-KEY-1", RECIPIENT], ids=["nothing", "its beginning", "a recipient"]
)
def test_what_is_no_secret_is_refused_without_repeating_it(text: str) -> None:
    """A mistake of ours; the exception carries no key."""
    with pytest.raises(ValueError, match=r"^not an age secret$") as caught:
        age.recipient_of(text)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("recipients", [[], ["age1"], [SECRET]])
def test_sealing_to_nobody_is_a_mistake(recipients: list[str]) -> None:
    """No file is made that nobody can open."""
    with pytest.raises(ValueError, match="recipient"):
        age.seal(b"x", recipients)
