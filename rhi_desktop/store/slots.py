"""Owns the slot file: its bytes, its two copies, and what makes a copy believable."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto import aead, kdf, keys
from rhi_desktop.crypto.kdf import Cost
from rhi_desktop.domain.canonical import NotCanonicalError, Plain, dumps, loads
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FileError, VaultError

FORMAT = "rhivault-slots"
VERSION = 1
NAMES = ("slots.a", "slots.b")
LIMIT = 64 * 1024
MOST_SLOTS = 16
PASSPHRASE, RECOVERY, ORGANISATION = "passphrase", "recovery", "organisation"
"""The kinds a slot may have. The last two have their place in the format and no maker yet."""


class _DamagedError(Exception):
    """This copy is not what was written."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the master key that a passphrase opens."""

    id: str
    salt: bytes
    cost: Cost
    wrapped: keys.Wrapped = field(repr=False)

    def header(self, vault_id: str) -> bytes:
        """The canonical header: bound to the wrapping, so that no parameter can be swapped."""
        return dumps(_header(vault_id, self.id, self.salt, self.cost))


@dataclass(frozen=True, slots=True)
class SlotFile:
    """One state of the slot file. `generation` rises by one with every rewriting.

    `others` holds the slots of kinds this version cannot open, exactly as they were read.
    """

    vault_id: str
    generation: int
    slots: tuple[Slot, ...]
    others: tuple[Mapping[str, Plain], ...] = ()
    mac: str = ""

    def body(self) -> bytes:
        """What the MAC covers: everything but the MAC and the checksum."""
        return dumps(self.plain())

    def sealed(self, key: keys.VaultKey) -> SlotFile:
        """The same state with the MAC that only the vault's own key can make."""
        return replace(self, mac=keys.authenticate(key.slots_key(), self.body()).hex())

    def authentic(self, key: keys.VaultKey) -> bool:
        """True when the vault's own key made this state."""
        return keys.authentic(key.slots_key(), self.body(), bytes.fromhex(self.mac))

    def encode(self) -> bytes:
        """The bytes of the file, with a checksum that shows bad luck before anybody unlocks."""
        plain = self.plain() | {"mac": self.mac}
        return dumps(plain | {"checksum": checksum(plain)})

    def plain(self) -> dict[str, Plain]:
        """Everything but the MAC and the checksum, as canonical JSON holds it."""
        listed: list[Plain] = [_slot_plain(slot) for slot in self.slots]
        listed += [dict(other) for other in self.others]
        return {
            "format": FORMAT,
            "version": VERSION,
            "vault_id": self.vault_id,
            "generation": self.generation,
            "slots": listed,
        }


def passphrase_slot(secret: bytes, key: keys.VaultKey, cost: Cost, at: Moment) -> Slot:
    """A new slot: fresh salt, fresh nonce. `secret` is what `kdf.accepted` made."""
    slot_id, salt = at.fresh_id(), at.draw(kdf.SALT_BYTES)
    header = dumps(_header(key.vault_id, slot_id, salt, cost))
    return Slot(
        slot_id, salt, cost, keys.wrap(kdf.derive(secret, salt, cost), key.master, header, at)
    )


def write(folder: Path, state: SlotFile) -> None:
    """Writes both copies, one after the other, so that one is whole at every instant."""
    for name in NAMES:
        files.write_atomic(folder / name, state.encode())


def put(folder: Path, state: SlotFile) -> None:
    """Replaces both copies. The first decides; a disk that refuses the second is healed later."""
    files.write_atomic(folder / NAMES[0], state.encode())
    heal(folder, state)


def heal(folder: Path, good: SlotFile) -> None:
    """Rewrites every copy that is not the good one. Call it only after a successful unlock.

    A disk that refuses is passed over: one good copy opened the vault, and the next unlock tries
    again.
    """
    wanted = good.encode()
    for name in NAMES:
        if not _holds(folder / name, wanted):
            with suppress(FileError):
                files.write_atomic(folder / name, wanted)


def _holds(path: Path, wanted: bytes) -> bool:
    try:
        return files.read_limited(path, LIMIT) == wanted
    except FileError:
        return False


def read(folder: Path, floor: Cost) -> tuple[SlotFile, ...]:
    """The copies that look whole, newest first, each state once.

    Raises VaultError slots_damaged when none does, slots_costly when what remains asks for more
    memory or time than any honest vault, vault_newer when a later version wrote it.
    """
    found: list[SlotFile] = []
    refusal = VaultError("slots_damaged")
    for name in NAMES:
        try:
            state = _read_copy(folder / name, floor)
        except VaultError as error:
            if error.code == "vault_newer":
                raise
            refusal = error
            continue
        if state is not None and state not in found:
            found.append(state)
    if not found:
        raise refusal
    return tuple(sorted(found, key=lambda state: -state.generation))


def _read_copy(path: Path, floor: Cost) -> SlotFile | None:
    try:
        return decode(files.read_limited(path, LIMIT), floor)
    except _DamagedError:
        return None
    except FileError as error:
        if error.code in {"file_missing", "file_too_large"}:
            return None
        raise


def decode(data: bytes, floor: Cost) -> SlotFile:
    """The state that bytes hold; _DamagedError, or VaultError slots_costly or vault_newer."""
    try:
        plain = loads(data)
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            raise _DamagedError
        if plain.pop("checksum", None) != checksum(plain):
            raise _DamagedError
        version = plain["version"]
        if isinstance(version, int) and version > VERSION:
            raise VaultError("vault_newer", version=version)
        return _state(plain, floor)
    except (NotCanonicalError, KeyError, TypeError, ValueError):
        raise _DamagedError from None


def _state(plain: Mapping[str, Plain], floor: Cost) -> SlotFile:
    listed = plain["slots"]
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_SLOTS:
        raise _DamagedError
    entries = [entry for entry in listed if isinstance(entry, dict)]
    own = [entry for entry in entries if entry["kind"] == PASSPHRASE]
    state = SlotFile(
        vault_id=_text(plain["vault_id"]),
        generation=_whole(plain["generation"]),
        slots=tuple(_slot(entry, floor) for entry in own),
        others=tuple(entry for entry in entries if entry["kind"] != PASSPHRASE),
        mac=_text(plain["mac"]),
    )
    # Whatever was not understood would be lost by the next rewriting: then it is not ours.
    if state.plain() | {"mac": state.mac} != plain:
        raise _DamagedError
    return state


def _slot(entry: Mapping[str, Plain], floor: Cost) -> Slot:
    stored = entry["kdf"]
    if not isinstance(stored, dict) or stored["name"] != "argon2id":
        raise _DamagedError
    cost = Cost(_whole(stored["memory_kib"]), _whole(stored["passes"]), _whole(stored["lanes"]))
    if not cost.bearable:
        raise VaultError("slots_costly", memory_kib=cost.memory_kib)
    if not cost.at_least(floor):
        raise _DamagedError
    wrapped = keys.Wrapped(
        _bytes(entry["nonce"], aead.NONCE_BYTES),
        _bytes(entry["wrapped"], keys.MASTER_BYTES + aead.TAG_BYTES),
        _bytes(entry["commitment"], keys.COMMITMENT_BYTES),
    )
    salt = _bytes(stored["salt"], kdf.SALT_BYTES)
    return Slot(_text(entry["id"]), salt, cost, wrapped)


def _slot_plain(slot: Slot) -> dict[str, Plain]:
    return {
        "kind": PASSPHRASE,
        "id": slot.id,
        "kdf": _kdf_plain(slot.salt, slot.cost),
        "nonce": slot.wrapped.nonce.hex(),
        "wrapped": slot.wrapped.sealed.hex(),
        "commitment": slot.wrapped.commitment.hex(),
    }


def _kdf_plain(salt: bytes, cost: Cost) -> dict[str, Plain]:
    return {
        "name": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": salt.hex(),
    }


def _header(vault_id: str, slot_id: str, salt: bytes, cost: Cost) -> dict[str, Plain]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": vault_id,
        "kind": PASSPHRASE,
        "id": slot_id,
        "kdf": _kdf_plain(salt, cost),
    }


def checksum(plain: Mapping[str, Plain]) -> str:
    """SHA-256 over the canonical form of everything but the checksum itself."""
    return hashlib.sha256(dumps(dict(plain))).hexdigest()


def _text(value: Plain) -> str:
    if not isinstance(value, str):
        raise _DamagedError
    return value


def _whole(value: Plain) -> int:
    if type(value) is not int:
        raise _DamagedError
    return value


def _bytes(value: Plain, length: int) -> bytes:
    data = bytes.fromhex(_text(value))
    if len(data) != length:
        raise _DamagedError
    return data
