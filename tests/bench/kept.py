"""Owns the big vault that later runs use again: made once for a seed, a size and a generator."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from rhi_desktop.crypto.kdf import STANDARD, Cost
from rhi_desktop.store import journal, schema_1, vault
from tests.bench import nation, world
from tests.bench.world import PASSPHRASE, QUICK, World

VAULT = "world.rhivault"
_GENERATOR = ("nation.py", "talk.py", "world.py")


def mark(seed: str) -> str:
    """Changes with the seed, with the generator, and with the tables it fills."""
    here, store = Path(world.__file__).parent, Path(schema_1.__file__).parent
    sources = [*(here / name for name in _GENERATOR), *sorted(store.glob("schema_*.py"))]
    told = [seed.encode(), *(path.read_bytes() for path in sources)]
    return hashlib.sha256(b"\0".join(hashlib.sha256(one).digest() for one in told)).hexdigest()[:16]


def kept(
    folder: Path,
    seed: str,
    children: int,
    cost: Cost = STANDARD,
) -> World:
    """The vault of this seed and size in a folder of such vaults; made when it is not there.

    It is never opened to write: measure on a `copy`. One whose journal does not hold in full is
    not kept, and one of the same size that another generator made is thrown away.
    """
    place = folder / f"{children}-{mark(seed)}"
    if not place.is_dir():
        making = folder / f".{place.name}.making"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        with nation.make(making / VAULT, seed, children, cost).opened() as ws:
            journal.check(ws.store)
        for former in folder.glob(f"{children}-*"):
            shutil.rmtree(former)
        making.rename(place)
    key = vault.unlock(place / VAULT, PASSPHRASE, floor=QUICK)
    return World(place / VAULT, key)


def copy(big: World, folder: Path) -> World:
    """The same vault in another folder, to write into."""
    shutil.copytree(big.folder, folder)
    return World(folder, big.key)
