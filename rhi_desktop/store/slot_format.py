"""Owns the bytes of a slot file: its slots, its mark, and what makes one believable."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from rhi_desktop.crypto import aead, kdf, keys
from rhi_desktop.crypto.kdf import Cost
from rhi_desktop.domain.canonical import NotCanonicalError, Plain, dumps, loads
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import VaultError

FORMAT = "rhivault-slots"
VERSION = 2
FIRST = 1
"""What a file without code and mark says, and what is bound into every wrapping."""
MOST_SLOTS = 16
PASSPHRASE, RECOVERY, ORGANISATION = "passphrase", "recovery", "organisation"
"""The kinds a slot may have. The last has its place in the format and no maker yet."""
_LINK_BYTES = 32


class DamagedError(Exception):
    """This copy is not what was written."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the master key, which a passphrase or a recovery code opens.

    `made_at`, ISO 8601, is when a recovery code was made; the slot of a passphrase has none.
    """

    id: str
    salt: bytes
    cost: Cost
    wrapped: keys.Wrapped = field(repr=False)
    made_at: str = ""

    @property
    def kind(self) -> str:
        """What opens it."""
        return RECOVERY if self.made_at else PASSPHRASE

    def header(self, vault_id: str) -> bytes:
        """The canonical header: bound to the wrapping, so that no parameter can be swapped."""
        return header(vault_id, self.id, self.kdf_plain(), self.made_at)

    def kdf_plain(self) -> dict[str, Plain]:
        """Its parameters as canonical JSON holds them."""
        return kdf_plain(self.salt, self.cost)

    def plain(self) -> dict[str, Plain]:
        """The slot as canonical JSON holds it."""
        made: dict[str, Plain] = {"made_at": self.made_at} if self.made_at else {}
        return made | {
            "kind": self.kind,
            "id": self.id,
            "kdf": self.kdf_plain(),
            "nonce": self.wrapped.nonce.hex(),
            "wrapped": self.wrapped.sealed.hex(),
            "commitment": self.wrapped.commitment.hex(),
        }


@dataclass(frozen=True, slots=True)
class SlotFile:
    """One state of the slot file. `generation` rises by one with every rewriting.

    `others` holds the slots of kinds this version cannot open, exactly as they were read. `mark`
    is how far the journal had come when the vault was closed last.
    """

    vault_id: str
    generation: int
    slots: tuple[Slot, ...]
    others: tuple[Mapping[str, Plain], ...] = ()
    mark: JournalHead | None = None
    mac: str = ""

    def of_kind(self, kind: str) -> tuple[Slot, ...]:
        """The slots of one kind, in their order."""
        return tuple(slot for slot in self.slots if slot.kind == kind)

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
        listed: list[Plain] = [slot.plain() for slot in self.slots]
        listed += [dict(other) for other in self.others]
        plain: dict[str, Plain] = {
            "format": FORMAT,
            "version": self._version(),
            "vault_id": self.vault_id,
            "generation": self.generation,
            "slots": listed,
        }
        if self.mark is not None:
            plain["mark"] = {"length": self.mark.length, "link": self.mark.link}
        return plain

    def _version(self) -> int:
        """Programs of version 1 know neither code nor mark; without both they read the file."""
        return VERSION if self.mark is not None or self.of_kind(RECOVERY) else FIRST


def decode(data: bytes, floor: Cost) -> SlotFile:
    """The state that bytes hold; DamagedError, or VaultError slots_costly or vault_newer."""
    try:
        plain = loads(data)
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            raise DamagedError
        if plain.pop("checksum", None) != checksum(plain):
            raise DamagedError
        version = plain["version"]
        if isinstance(version, int) and version > VERSION:
            raise VaultError("vault_newer", version=version)
        return _state(plain, floor)
    except (NotCanonicalError, KeyError, TypeError, ValueError):
        raise DamagedError from None


def _state(plain: Mapping[str, Plain], floor: Cost) -> SlotFile:
    listed = plain["slots"]
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_SLOTS:
        raise DamagedError
    entries = [entry for entry in listed if isinstance(entry, dict)]
    own = [entry for entry in entries if entry["kind"] in {PASSPHRASE, RECOVERY}]
    state = SlotFile(
        vault_id=_text(plain["vault_id"]),
        generation=_whole(plain["generation"]),
        slots=tuple(_slot(entry, floor) for entry in own),
        others=tuple(entry for entry in entries if entry not in own),
        mark=_mark(plain["mark"]) if "mark" in plain else None,
        mac=_text(plain["mac"]),
    )
    # Whatever was not understood would be lost by the next rewriting: then it is not ours.
    if state.plain() | {"mac": state.mac} != plain:
        raise DamagedError
    return state


def _mark(value: Plain) -> JournalHead:
    if not isinstance(value, dict):
        raise DamagedError
    return JournalHead(_whole(value["length"]), _bytes(value["link"], _LINK_BYTES).hex())


def _slot(entry: Mapping[str, Plain], floor: Cost) -> Slot:
    stored = entry["kdf"]
    if not isinstance(stored, dict) or stored["name"] != "argon2id":
        raise DamagedError
    cost = Cost(_whole(stored["memory_kib"]), _whole(stored["passes"]), _whole(stored["lanes"]))
    if not cost.bearable:
        raise VaultError("slots_costly", memory_kib=cost.memory_kib)
    if not cost.at_least(floor):
        raise DamagedError
    wrapped = keys.Wrapped(
        _bytes(entry["nonce"], aead.NONCE_BYTES),
        _bytes(entry["wrapped"], keys.MASTER_BYTES + aead.TAG_BYTES),
        _bytes(entry["commitment"], keys.COMMITMENT_BYTES),
    )
    salt = _bytes(stored["salt"], kdf.SALT_BYTES)
    made_at = _time(entry["made_at"]) if entry["kind"] == RECOVERY else ""
    return Slot(_text(entry["id"]), salt, cost, wrapped, made_at)


def kdf_plain(salt: bytes, cost: Cost) -> dict[str, Plain]:
    """The parameters of one slot."""
    return {
        "name": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": salt.hex(),
    }


def header(vault_id: str, slot_id: str, parameters: dict[str, Plain], made_at: str) -> bytes:
    """What is bound into the wrapping of a slot; with `made_at` it is a recovery slot.

    The version in it is that of the wrapping. It stays when the file around it says another: a
    mark is written without anybody's passphrase.
    """
    made: dict[str, Plain] = {"made_at": made_at} if made_at else {}
    return dumps(
        made
        | {
            "format": FORMAT,
            "version": FIRST,
            "vault_id": vault_id,
            "kind": RECOVERY if made_at else PASSPHRASE,
            "id": slot_id,
            "kdf": parameters,
        }
    )


def checksum(plain: Mapping[str, Plain]) -> str:
    """SHA-256 over the canonical form of everything but the checksum itself."""
    return hashlib.sha256(dumps(dict(plain))).hexdigest()


def _text(value: Plain) -> str:
    if not isinstance(value, str):
        raise DamagedError
    return value


def _time(value: Plain) -> str:
    if datetime.fromisoformat(_text(value)).tzinfo is None:
        raise DamagedError
    return _text(value)


def _whole(value: Plain) -> int:
    if type(value) is not int:
        raise DamagedError
    return value


def _bytes(value: Plain, length: int) -> bytes:
    data = bytes.fromhex(_text(value))
    if len(data) != length:
        raise DamagedError
    return data
