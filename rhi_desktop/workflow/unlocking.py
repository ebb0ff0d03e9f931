"""Owns the way into a vault and out of it: making one, deriving its key, opening and closing."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from rhi_desktop.crypto import kdf
from rhi_desktop.crypto.identity import Identity, make_identity
from rhi_desktop.crypto.kdf import FLOOR, STANDARD, Cost
from rhi_desktop.crypto.recovery import RecoveryCode
from rhi_desktop.crypto.words import generate
from rhi_desktop.domain.canonical import NotCanonicalError, dumps, loads
from rhi_desktop.domain.card import Trust
from rhi_desktop.domain.ids import PersonId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Interviewer
from rhi_desktop.domain.plain import NotPlainError, from_plain, to_plain
from rhi_desktop.errors import Problem, RhiError, VaultError
from rhi_desktop.forms import loader as packs
from rhi_desktop.profiles import loader as profiles
from rhi_desktop.store import book, guesses, purging, vault
from rhi_desktop.store import unlocking as doorway
from rhi_desktop.store.slots import PASSPHRASE
from rhi_desktop.store.vault import Vault, VaultKey
from rhi_desktop.sync.cards import TEXT_LIMIT, make_card
from rhi_desktop.workflow.entries import NewPerson
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "VaultKey",
    "close",
    "create_vault",
    "derive_key",
    "open_workspace",
    "passphrase_problems",
    "person_problems",
    "raise_file",
    "same_passphrase",
    "suggest_passphrase",
]

PROFILE = "england"

raise_file = vault.raise_file


def passphrase_problems(text: str) -> list[Problem]:
    """What keeps a passphrase from being taken; an empty list when nothing does."""
    try:
        kdf.accepted(text)
    except VaultError as error:
        return [Problem(error.code, "passphrase", error.facts)]
    return []


def same_passphrase(one: str, other: str) -> bool:
    """True when both open the same vault, however their letters were put together."""
    try:
        return kdf.normalised(one) == kdf.normalised(other)
    except VaultError:
        return False


def person_problems(who: NewPerson) -> list[Problem]:
    """What keeps a name, role or organisation from standing on a card.

    Codes: name_missing, text_too_long (with `limit`), characters_unreadable; `where` is the field.
    """
    fields = (("name", who.name), ("role", who.role), ("organisation", who.organisation))
    problems = [] if who.name.strip() else [Problem("name_missing", "name")]
    for where, text in fields:
        if len(text) > TEXT_LIMIT:
            problems.append(Problem("text_too_long", where, {"limit": TEXT_LIMIT}))
        if not text.isprintable():
            problems.append(Problem("characters_unreadable", where))
    return problems


def suggest_passphrase(at: Moment) -> str:
    """Four words nobody chose: long enough to be safe, short enough to remember."""
    return generate(at.draw)


def create_vault(
    folder: Path,
    passphrase: str,
    who: NewPerson,
    at: Moment,
    code: RecoveryCode | None = None,
    *,
    cost: Cost = STANDARD,
) -> VaultKey:
    """[bg] Makes a vault with a fresh identity for its holder, and a recovery code if one is given.

    All of it, or no folder at all. `cost` is for tests. Raises VaultError and FileError like
    `store.vault.create`, and ValueError for a person that `person_problems` would not let pass.
    """
    if person_problems(who):
        raise ValueError("not a person a card can carry")
    settle = partial(_settle, who=who, at=at)
    return vault.create(folder, passphrase, at, code=code, cost=cost, settle=settle)


def settle_in(folder: Path, key: VaultKey, who: NewPerson, at: Moment) -> None:
    """Gives an empty vault its holder, as `create_vault` does before the folder has its name."""
    store = vault.open_vault(folder, key)
    try:
        _settle(store, who, at)
    finally:
        store.close()


def _settle(store: Vault, who: NewPerson, at: Moment) -> None:
    """Person, keys, and their own card as trusted."""
    person = Interviewer(PersonId(at.fresh_id()), who.name, who.role, who.organisation)
    identity = make_identity(person, at)
    with store.transaction():
        book.put_person(store, person)
        book.put_identity(store, dumps(to_plain(identity)))
        book.put_card(store, make_card(person, identity, at.now), Trust.TRUSTED, at)


def derive_key(folder: Path, passphrase: str, at: Moment, *, floor: Cost = FLOOR) -> VaultKey:
    """[bg] The key of a vault from its passphrase, in the time Argon2id asks for.

    Wrong guesses are counted and slowed down: VaultError guess_too_soon with `seconds` means that
    nothing was tried. `floor` is for tests. Raises VaultError and FileError like `vault.unlock`.
    """
    kdf.normalised(passphrase)
    doorway.look(folder, PASSPHRASE, floor=floor)
    with guesses.counted(folder, at):
        return doorway.unlock(folder, passphrase, floor=floor)


def open_workspace(folder: Path, key: VaultKey, *, older: bool = False) -> Workspace:
    """Opens a vault for work; whatever is refused is left as it was. VaultError, FileError.

    vault_rolled_back says that an older copy stands in the place of what was closed last; `older`
    opens it all the same.
    """
    store = vault.open_vault(folder, key, older=older)
    try:
        _finish(store)
        return Workspace(
            store,
            _identity(book.get_identity(store)),
            packs.shipped(),
            profiles.profile(PROFILE),
            book.get_person(store),
        )
    except BaseException:
        store.close()
        raise


def _finish(store: Vault) -> None:
    """A removal that a kill or a full disk interrupted is cleaned up; else there is nothing to do.

    Nobody is kept out when that cannot be done now either.
    """
    with suppress(RhiError):
        purging.complete(store)


def close(ws: Workspace) -> None:
    """Closes the vault and gives its lock back; the workspace is of no use after that."""
    ws.store.close()


def _identity(data: bytes) -> Identity:
    try:
        return from_plain(Identity, loads(data))
    except (NotPlainError, NotCanonicalError):
        # `from None`: the original exceptions may carry the secret itself.
        raise VaultError("vault_damaged") from None
