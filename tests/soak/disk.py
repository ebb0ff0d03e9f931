"""Owns the model of a disk that loses power: what a trace leaves behind when it is cut off.

Until a file is forced, each of its writes may be on the disk or not, in any order, in pieces of a
sector, or with zeros in place of its bytes. Until a folder is forced, each of its new, changed and
removed names may be so or as before. What was forced stays.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.soak.recording import Call, Op
from tests.unit.store.samples import Dice

SECTOR = 512
ROOT = 0
_TRUNCATES = os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Change:
    """A write of `data` at a place; without data, the end of the file moves to the place.

    `grows` moves it only forward.
    """

    at: int
    data: bytes | None = None
    grows: bool = False


@dataclass(slots=True)
class Node:
    """A file: the bytes that are safe, and the changes that nobody forced yet."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Change] = field(default_factory=list)


Naming = tuple[tuple[int, str, int | None], ...]
"""Names that change in one step: folder, name, and what it stands for now."""


@dataclass(slots=True)
class Folder:
    """The names that are safe, and the changes that nobody forced yet."""

    safe: dict[str, int] = field(default_factory=dict)
    live: dict[str, int] = field(default_factory=dict)
    pending: list[Naming] = field(default_factory=list)


class Disk:
    """Everything below one folder, after the calls that were given to `take`."""

    def __init__(self, root: Path) -> None:
        self._root = PurePosixPath(root)
        self.nodes: list[Node | Folder] = [Folder()]
        self._handles: dict[int, int] = {}
        self._acts: dict[Op, Callable[[Call], None]] = {
            Op.OPEN: self._open,
            Op.WRITE: self._change,
            Op.TRUNCATE: self._change,
            Op.GROW: self._change,
            Op.SYNC: self._sync,
            Op.RENAME: self._rename,
            Op.UNLINK: self._unlink,
            Op.RMDIR: self._unlink,
            Op.LINK: self._link,
            Op.MKDIR: self._mkdir,
        }

    def take(self, calls: Iterable[Call]) -> Disk:
        """Does what was done; marks are nothing to a disk."""
        for call in calls:
            if call.op is not Op.MARK:
                self._acts[call.op](call)
        return self

    def folder(self, number: int) -> Folder:
        """The folder of a number."""
        node = self.nodes[number]
        if not isinstance(node, Folder):
            raise TypeError("a file")
        return node

    def _place(self, path: bytes) -> tuple[int, str]:
        inside = PurePosixPath(os.fsdecode(path)).relative_to(self._root).parts
        number = ROOT
        for name in inside[:-1]:
            number = self.folder(number).live[name]
        return number, inside[-1] if inside else ""

    def _found(self, path: bytes) -> int | None:
        number, name = self._place(path)
        return self.folder(number).live.get(name) if name else number

    def _name(self, *changes: tuple[int, str, int | None]) -> None:
        for number in {one for one, _, _ in changes}:
            self.folder(number).pending.append(changes)
        for number, name, node in changes:
            _set(self.folder(number).live, name, node)

    def _new(self, path: bytes, node: Node | Folder) -> int:
        self.nodes.append(node)
        self._name((*self._place(path), len(self.nodes) - 1))
        return len(self.nodes) - 1

    def _open(self, call: Call) -> None:
        found = self._found(call.first)
        number = self._new(call.first, Node()) if found is None else found
        self._handles[call.handle] = number
        node = self.nodes[number]
        if call.at & _TRUNCATES and isinstance(node, Node):
            node.pending.append(Change(0))

    def _change(self, call: Call) -> None:
        node = self.nodes[self._handles[call.handle]]
        if isinstance(node, Node):
            data = call.first if call.op is Op.WRITE else None
            node.pending.append(Change(call.at, data, grows=call.op is Op.GROW))

    def _sync(self, call: Call) -> None:
        node = self.nodes[self._handles[call.handle]]
        if isinstance(node, Node):
            for change in node.pending:
                apply(node.safe, change)
            node.pending.clear()
            return
        for changes in tuple(node.pending):
            for number, name, target in changes:
                folder = self.folder(number)
                _set(folder.safe, name, target)
                if changes in folder.pending:
                    folder.pending.remove(changes)

    def _rename(self, call: Call) -> None:
        old, fresh = self._place(call.first), self._place(call.second)
        self._name((*old, None), (*fresh, self.folder(old[0]).live[old[1]]))

    def _unlink(self, call: Call) -> None:
        self._name((*self._place(call.first), None))

    def _link(self, call: Call) -> None:
        self._name((*self._place(call.second), self._found(call.first)))

    def _mkdir(self, call: Call) -> None:
        self._new(call.first, Folder())


def apply(content: bytearray, change: Change) -> None:
    """Makes one change to the bytes of a file."""
    if change.data is None:
        if len(content) > change.at and not change.grows:
            del content[change.at :]
        content.extend(bytes(max(0, change.at - len(content))))
        return
    content.extend(bytes(max(0, change.at - len(content))))
    content[change.at : change.at + len(change.data)] = change.data


def _set(names: dict[str, int], name: str, node: int | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


Way = Callable[[Sequence[Change], Dice], Iterable[Change]]


def sectors(changes: Iterable[Change]) -> Iterable[Change]:
    """The same changes, each write in the pieces that a disk writes whole."""
    for change in changes:
        if change.data is None:
            yield change
            continue
        start = change.at
        while start < change.at + len(change.data):
            end = min((start // SECTOR + 1) * SECTOR, change.at + len(change.data))
            yield Change(start, change.data[start - change.at : end - change.at])
            start = end


def _subset(changes: Sequence[Change], dice: Dice) -> list[Change]:
    return [change for change in changes if dice.below(2)]


def _torn(changes: Sequence[Change], dice: Dice) -> list[Change]:
    # All but the last few whole, then sectors by chance: most writes do arrive.
    whole = dice.below(len(changes) + 1)
    return [*changes[:whole], *_subset(list(sectors(changes[whole:])), dice)]


def _reordered(changes: Sequence[Change], dice: Dice) -> list[Change]:
    left, drawn = list(changes), list[Change]()
    for _ in range(dice.below(len(changes) + 1)):
        drawn.append(left.pop(dice.below(len(left))))
    return drawn


def _zeroed(changes: Sequence[Change], dice: Dice) -> list[Change]:
    return [
        Change(one.at, bytes(len(one.data))) if one.data is not None and dice.below(4) == 0 else one
        for one in sectors(changes)
    ]


WAYS: dict[str, Way] = {
    "none": lambda _changes, _dice: (),
    "all": lambda changes, _dice: changes,
    "subset": _subset,
    "torn": _torn,
    "reordered": _reordered,
    "zeroed": _zeroed,
}
"""What became of the writes that nobody forced."""


def left_behind(disk: Disk, way: str, dice: Dice) -> dict[str, bytes | None]:
    """One state of the disk after the cut: bytes by path below the root; None is a folder."""
    left: dict[str, bytes | None] = {}
    names = _names(disk, dice)
    todo = [("", ROOT)]
    while todo:
        place, number = todo.pop()
        for name, inside in sorted(names[number].items()):
            path = f"{place}{name}"
            node = disk.nodes[inside]
            if isinstance(node, Folder):
                left[path] = None
                todo.append((f"{path}/", inside))
                continue
            content = bytearray(node.safe)
            for change in WAYS[way](node.pending, dice):
                apply(content, change)
            left[path] = bytes(content)
    return left


def _names(disk: Disk, dice: Dice) -> dict[int, dict[str, int]]:
    """The names of every folder: those that are safe, and none, all or some of the others."""
    folders = {n: node for n, node in enumerate(disk.nodes) if isinstance(node, Folder)}
    names = {number: dict(folder.safe) for number, folder in folders.items()}
    how = dice.below(3)
    done: list[Naming] = []
    for folder in folders.values():
        for changes in folder.pending:
            if changes in done:
                continue
            done.append(changes)
            if how == 1 or (how == 2 and dice.below(2)):
                for number, name, node in changes:
                    _set(names[number], name, node)
    return names


def lay_out(left: dict[str, bytes | None], folder: Path) -> None:
    """Makes a state of the disk real."""
    folder.mkdir()
    for path, content in left.items():
        if content is None:
            (folder / path).mkdir(mode=0o700, parents=True, exist_ok=True)
        else:
            (folder / path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
