"""Properties of the slots: whoever lacks the secrets changes nothing about what opens."""

from __future__ import annotations

import tempfile  # noqa: TID251 - the folder of a fixture would be shared by all examples
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.crypto import kdf
from rhi_desktop.crypto.recovery import RecoveryCode, draw_code
from rhi_desktop.domain.canonical import Plain, dumps, loads
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import VaultError
from rhi_desktop.store import mark, slots, unlocking, vault
from rhi_desktop.store.vault import VaultKey
from tests.unit.store.samples import CHEAP, PASSPHRASE, Days

NEW = "orchard lantern pebble sky"
Json = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Known:
    """A vault of two secrets, at three times: made, passphrase changed, mark written."""

    key: VaultKey
    code: RecoveryCode
    times: tuple[bytes, ...]
    foreign: bytes


@cache
def known() -> Known:
    """Made once; every example works on copies of its slot files."""
    days = Days("slots")
    code = draw_code(days())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ours.rhivault"
        key = vault.create(folder, PASSPHRASE, days(), code=code, cost=CHEAP)
        times = [(folder / "slots.a").read_bytes()]
        unlocking.change_passphrase(folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP)
        times.append((folder / "slots.a").read_bytes())
        mark.renew(folder, key, JournalHead(7, "ab" * 32))
        times.append((folder / "slots.a").read_bytes())
        theirs = Path(place) / "theirs.rhivault"
        vault.create(theirs, NEW, days(), code=draw_code(days()), cost=CHEAP)
        return Known(key, code, tuple(times), (theirs / "slots.a").read_bytes())


@contextmanager
def copies(one: bytes, other: bytes) -> Iterator[Path]:
    """A folder with these two slot files."""
    with tempfile.TemporaryDirectory() as place:
        for name, data in zip(slots.NAMES, (one, other), strict=True):
            (Path(place) / name).write_bytes(data)
        yield Path(place)


def said(folder: Path, secret: str | RecoveryCode) -> str:
    """What a passphrase or a code is told; what opens must be the vault's own key."""
    try:
        if isinstance(secret, RecoveryCode):
            key = unlocking.unlock_by_code(folder, secret, floor=CHEAP)
        else:
            key = unlocking.unlock(folder, secret, floor=CHEAP)
    except VaultError as refused:
        return refused.code
    assert key.master == known().key.master
    return "opened"


def tampered(data: bytes, change: Callable[[Json], None]) -> bytes:
    """A slot file with a change and a fitting checksum, as somebody without the key makes it."""
    plain = loads(data)
    assert isinstance(plain, dict)
    change(plain)
    del plain["checksum"]
    return dumps(plain | {"checksum": slots.checksum(plain)})


def listed(plain: Json) -> list[Plain]:
    """The slots of a file, to be changed in place."""
    found = plain["slots"]
    assert isinstance(found, list)
    return found


def slot(plain: Json, number: int) -> Json:
    """One of the slots."""
    found = listed(plain)[number % len(listed(plain))]
    assert isinstance(found, dict)
    return found


def parameters(plain: Json, number: int) -> Json:
    """The parameters of one slot."""
    found = slot(plain, number)["kdf"]
    assert isinstance(found, dict)
    return found


COSTS = st.sampled_from(
    # Down, up a little, and beyond every bound: 1 GiB, 64 passes, 64 lanes.
    [("memory_kib", n) for n in (-1, 0, 8, 63, 65, 128, 2**20 + 1, 2**52)]
    + [("passes", n) for n in (-1, 0, 2, 3, 65, 2**31)]
    + [("lanes", n) for n in (-1, 0, 2, 3, 65, 2**31)]
)


@st.composite
def changes(draw: st.DrawFn) -> Callable[[Json], None]:
    """One change that a tamperer might make."""
    number, byte = draw(st.integers(0, 1)), draw(st.integers(0, 15))
    name, value = draw(COSTS)
    flipped = draw(st.sampled_from(("nonce", "wrapped", "commitment", "salt")))

    def flip(plain: Json) -> None:
        place = parameters(plain, number) if flipped == "salt" else slot(plain, number)
        text = str(place[flipped])
        place[flipped] = f"{int(text[:2], 16) ^ (byte + 1):02x}{text[2:]}"

    ways: list[Callable[[Json], object]] = [
        flip,
        lambda plain: parameters(plain, number).update({name: value}),
        lambda plain: listed(plain).pop(number),
        lambda plain: listed(plain).reverse(),
        lambda plain: listed(plain).append(slot(plain, number)),
        lambda plain: listed(plain).append({"kind": "organisation", "id": "o"}),
        lambda plain: slot(plain, number).update(kind="recovery", made_at="2026-03-10T00:00:00Z"),
        lambda plain: slot(plain, number).update(kind="passphrase"),
        lambda plain: slot(plain, number).update(id="0" * 26),
        lambda plain: slot(plain, 1).update(made_at="2030-01-01T00:00:00+00:00"),
        lambda plain: plain.update(generation=byte * 100 + 99),
        lambda plain: plain.update(version=byte),
        lambda plain: plain.update(vault_id="0" * 26),
        lambda plain: plain.update(mac="00" * 32),
        lambda plain: plain.update(mark={"length": byte, "link": "cd" * 32}),
        lambda plain: plain.pop("mark", None) or plain.update(generation=50),
    ]
    way = draw(st.sampled_from(ways))

    def change(plain: Json) -> None:
        way(plain)

    return change


@pytest.fixture(autouse=True)
def bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is ever derived at a price beyond the bounds."""
    derive = kdf.derive

    def watched(secret: bytes, salt: bytes, cost: kdf.Cost) -> bytes:
        assert cost.bearable
        assert cost.at_least(CHEAP)
        return derive(secret, salt, cost)

    monkeypatch.setattr(kdf, "derive", watched)


@given(changes(), st.sampled_from((1, 2)))
def test_what_was_tampered_with_in_both_copies_never_opens(
    change: Callable[[Json], None], when: int
) -> None:
    """Down- and upgraded, removed, swapped, doubled, moved: refused, and not a byte is changed."""
    original = known().times[when]
    data = tampered(original, change)
    if data == original:
        return
    with copies(data, data) as folder:
        assert "opened" not in {said(folder, NEW), said(folder, known().code)}
        assert said(folder, PASSPHRASE) != "opened"
        assert [(folder / name).read_bytes() for name in slots.NAMES] == [data, data]


@given(changes(), st.booleans())
def test_one_copy_that_was_tampered_with_is_healed_by_the_other(
    change: Callable[[Json], None],
    first: bool,  # noqa: FBT001 - an example of a property
) -> None:
    """The untouched copy decides what opens, whatever the other claims about itself."""
    original = known().times[2]
    data = tampered(original, change)
    pair = (data, original) if first else (original, data)
    with copies(*pair) as folder:
        told = said(folder, NEW)
        if told == "vault_newer":
            return
        assert told == "opened"
        assert said(folder, known().code) == "opened"
        assert said(folder, PASSPHRASE) in {"wrong_passphrase", "slots_damaged"}
        assert [(folder / name).read_bytes() for name in slots.NAMES] == [original] * 2


@pytest.mark.parametrize(("older", "newer"), [(0, 1), (0, 2), (1, 2)])
def test_copies_of_two_times_open_by_the_newer(older: int, newer: int) -> None:
    """An old genuine copy beside the new one does not bring the old passphrase back."""
    times = known().times
    for pair in ((times[older], times[newer]), (times[newer], times[older])):
        with copies(*pair) as folder:
            assert said(folder, PASSPHRASE) == "wrong_passphrase"
            assert said(folder, NEW) == "opened"
            assert (folder / "slots.a").read_bytes() == times[newer]
            assert (folder / "slots.b").read_bytes() == times[newer]


def test_a_slot_or_a_copy_of_another_vault_opens_nothing_of_ours() -> None:
    """The same passphrase there: its slot under our MAC, and its file beside ours."""
    theirs = loads(known().foreign)
    assert isinstance(theirs, dict)

    def spliced(plain: Json) -> None:
        plain["slots"] = theirs["slots"]

    data = tampered(known().times[2], spliced)
    with copies(data, data) as folder:
        assert said(folder, NEW) == "slots_damaged"
        assert said(folder, known().code) == "wrong_code"


CHOSEN = (
    "خمسة عشر حرفا على الأقل",
    "ארבע מילים שאיש לא בחר",
    "👩🏽‍🚀🔑🏠 keys 🎈🎈🎈🎈🎈🎈🎈🎈",
    "Ⅳ ﬁne ½ ① wide \uff21\uff22\uff23 forms",
    "Ångström naïve façade Zürich",
    "한국어 비밀번호는 길어야 합니다 정말로",
    "\u202eright to left override",
    "tab\tand line\nand \u00a0 spaces",
    "x" * 200,
    "é🔑" * 100,
)


@pytest.mark.parametrize("chosen", CHOSEN)
def test_passphrases_of_many_scripts_round_the_world(chosen: str) -> None:
    """Chosen in one way of writing and typed in another it opens; shortened it does not."""
    days = Days(chosen)
    key = VaultKey("0" * 26, days().draw(32))
    made = slots.passphrase_slot(kdf.accepted(normalize("NFC", chosen)), key, CHEAP, days())
    data = slots.SlotFile(key.vault_id, 1, (made,)).sealed(key).encode()
    with copies(data, data) as folder:
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            typed = normalize(form, chosen)
            assert unlocking.unlock(folder, typed, floor=CHEAP).master == key.master
        for wrong in (chosen[:-1], chosen + " ", chosen[::-1] + "."):
            with pytest.raises(VaultError, match="wrong_passphrase"):
                unlocking.unlock(folder, wrong, floor=CHEAP)
