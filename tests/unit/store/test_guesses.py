"""Claims about the counting of guesses: before they are tried, for an hour, never for ever."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from rhi_desktop.domain.canonical import Plain, dumps, loads
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.store import guesses
from tests.disks import mounted, only_read
from tests.guessing import Clock

LONGEST = 300


class Stopped(BaseException):
    """The program was ended in the middle of a guess."""


def try_wrong(folder: Path, at: Moment) -> None:
    """A guess that does not open."""
    with guesses.counted(folder, at):
        raise VaultError("wrong_passphrase")


def try_killed(folder: Path, at: Moment) -> None:
    """A guess in the middle of which the program ends."""
    with guesses.counted(folder, at):
        raise Stopped


def wrong(folder: Path, at: Moment) -> int:
    """A wrong guess; the seconds to wait when it was not tried."""
    wait = 0
    try:
        try_wrong(folder, at)
    except VaultError as error:
        if error.code == "guess_too_soon":
            wait = int(error.facts["seconds"])
    return wait


def right(folder: Path, at: Moment) -> None:
    """A guess that opens."""
    with guesses.counted(folder, at):
        pass


@pytest.fixture
def clock() -> Clock:
    """A clock that only this test moves."""
    return Clock()


def exhaust(folder: Path, clock: Clock) -> None:
    """As many wrong guesses as lead to the longest wait."""
    for _ in range(20):
        clock.seconds += wrong(folder, clock.moment())


def test_the_delays_grow_to_five_minutes(tmp_path: Path, clock: Clock) -> None:
    """Four wrong guesses wait for nothing; from the fifth on it is longer each time."""
    waits: list[int] = []
    while len(waits) < 9:
        if wait := wrong(tmp_path, clock.moment()):
            waits.append(wait)
            clock.seconds += wait
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300, 300]


def test_a_guess_that_comes_too_soon_costs_nothing(tmp_path: Path, clock: Clock) -> None:
    """Trying again and again while one has to wait makes the wait no longer."""
    for _ in range(4):
        assert wrong(tmp_path, clock.moment()) == 0
    before = (tmp_path / guesses.NAME).read_bytes()
    for left in range(5, 0, -1):
        assert wrong(tmp_path, clock.moment()) == left
        clock.seconds += 1
    assert (tmp_path / guesses.NAME).read_bytes() == before
    assert wrong(tmp_path, clock.moment()) == 0


def test_a_guess_is_on_the_disk_before_it_is_tried(tmp_path: Path, clock: Clock) -> None:
    """Ending the program in the middle of each guess makes none of them free."""
    for _ in range(4):
        with pytest.raises(Stopped):
            try_killed(tmp_path, clock.moment())
    for _ in range(50):
        with pytest.raises(VaultError, match="guess_too_soon"):
            try_killed(tmp_path, clock.moment())


def test_a_program_killed_while_it_tries_has_counted(tmp_path: Path) -> None:
    """A child that is killed inside the guess leaves it counted."""
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from rhi_desktop.store import guesses\n"
        "from tests.guessing import Clock\n"
        "with guesses.counted(Path(sys.argv[1]), Clock().moment()):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False, cwd=root)
    kept = loads((tmp_path / guesses.NAME).read_bytes())
    assert isinstance(kept, dict)
    assert isinstance(kept["at"], list)
    assert len(kept["at"]) == 1


def test_the_right_one_forgets_everything(tmp_path: Path, clock: Clock) -> None:
    """After it the file is gone and four guesses wait for nothing again."""
    for _ in range(3):
        wrong(tmp_path, clock.moment())
    right(tmp_path, clock.moment())
    assert not (tmp_path / guesses.NAME).exists()
    assert [wrong(tmp_path, clock.moment()) for _ in range(5)] == [0, 0, 0, 0, 5]


def test_what_was_no_guess_is_taken_back(tmp_path: Path, clock: Clock) -> None:
    """A damaged vault or a refusing disk counts nothing, and forgets nothing that was counted."""
    for code in ("slots_damaged", "vault_in_use"):
        for _ in range(20):
            with pytest.raises(VaultError, match=code), guesses.counted(tmp_path, clock.moment()):
                raise VaultError(code)
    assert not (tmp_path / guesses.NAME).exists()
    wrong(tmp_path, clock.moment())
    before = (tmp_path / guesses.NAME).read_bytes()
    with pytest.raises(FileError), guesses.counted(tmp_path, clock.moment()):
        raise FileError("disk_failed")
    assert (tmp_path / guesses.NAME).read_bytes() == before


def test_an_hour_later_a_guess_is_forgotten(tmp_path: Path, clock: Clock) -> None:
    """Who comes back after an hour of quiet begins anew."""
    exhaust(tmp_path, clock)
    assert wrong(tmp_path, clock.moment()) > 0
    clock.seconds += 3600
    assert [wrong(tmp_path, clock.moment()) for _ in range(5)] == [0, 0, 0, 0, 5]


@pytest.mark.parametrize("jump", [-1, -3600, -86_400, -86_400 * 365 * 50, 86_400 * 365 * 50, 7200])
def test_a_clock_that_was_set_locks_nobody_out(tmp_path: Path, clock: Clock, jump: int) -> None:
    """Back or forward, by a second or by fifty years: never longer than five minutes."""
    exhaust(tmp_path, clock)
    clock.set_by = jump
    wait = wrong(tmp_path, clock.moment())
    assert 0 <= wait <= LONGEST
    clock.seconds += wait
    right(tmp_path, clock.moment())
    assert [wrong(tmp_path, clock.moment()) for _ in range(5)] == [0, 0, 0, 0, 5]


def test_a_clock_set_back_takes_no_guess_back(tmp_path: Path, clock: Clock) -> None:
    """What lies in the future counts from now: setting back gains nothing."""
    exhaust(tmp_path, clock)
    clock.set_by = -86_400
    assert wrong(tmp_path, clock.moment()) == LONGEST
    clock.seconds += LONGEST - 1
    assert wrong(tmp_path, clock.moment()) == 1


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "inside").write_bytes(b"x")


def _unreadable(path: Path) -> None:
    path.write_bytes(b"{}")
    path.chmod(0)


def _times(*times: Plain) -> Callable[[Path], None]:
    plain: Plain = {"format": guesses.FORMAT, "version": 1, "at": list(times)}
    return lambda path: _put(path, dumps(plain))


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


SPOILED: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: _put(path, b""),
    "noise": lambda path: _put(path, bytes(range(256))),
    "huge": lambda path: _put(path, b"[" * 1_000_000),
    "other json": lambda path: _put(path, b"[1,2]"),
    "no list": lambda path: _put(path, dumps({"format": guesses.FORMAT, "version": 1, "at": 5})),
    "tomorrow": lambda path: _put(path, dumps({"format": guesses.FORMAT, "version": 2})),
    "not times": _times("now", None, *[True], {"a": 1}),
    "far future": _times(*[2**53 - 1] * 10),
    "far past": _times(*[-(2**53) + 1] * 10),
    "a thousand": _times(*range(1000)),
    "a folder": _folder,
    "a pipe": os.mkfifo,
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "not to be read": _unreadable,
}


@pytest.mark.parametrize("way", SPOILED)
def test_a_file_that_was_changed_by_hand_locks_nobody_out(
    tmp_path: Path, clock: Clock, way: str
) -> None:
    """Whatever stands there: no crash, at most five minutes, and then guesses count again."""
    SPOILED[way](tmp_path / guesses.NAME)
    clock.seconds += (wait := wrong(tmp_path, clock.moment()))
    assert wait <= LONGEST
    right(tmp_path, clock.moment())
    assert [wrong(tmp_path, clock.moment()) for _ in range(5)] == [0, 0, 0, 0, 5]


@pytest.mark.parametrize("spoil", [_folder, os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_a_lock_that_was_spoiled_by_hand_is_passed_over(
    tmp_path: Path, clock: Clock, spoil: Callable[[Path], object]
) -> None:
    """The count goes on without it."""
    spoil(tmp_path / "keys.lock")
    assert [wrong(tmp_path, clock.moment()) for _ in range(5)] == [0, 0, 0, 0, 5]


def fill(disk: Path) -> None:
    """Writes until the disk takes no more."""
    with (disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(bytes(4096)):
            pass


@pytest.mark.parametrize(("refuse", "code"), [(fill, "disk_full"), (only_read, "disk_read_only")])
def test_what_cannot_be_counted_is_not_tried(
    tmp_path: Path, clock: Clock, refuse: Callable[[Path], None], code: str
) -> None:
    """On a disk that is full or only read the guess is refused by the disk's name, untried."""
    with mounted(tmp_path / "disk", "64k") as disk:
        refuse(disk)
        for _ in range(20):
            with pytest.raises(FileError, match=code), guesses.counted(disk, clock.moment()):
                raise AssertionError("it was tried")


def test_many_at_once_are_counted_one_by_one(tmp_path: Path, clock: Clock) -> None:
    """Twelve programs that guess in the same instant get four guesses together."""
    at = clock.moment()
    waits: list[int] = []
    guessing = [
        threading.Thread(target=lambda: waits.append(wrong(tmp_path, at))) for _ in range(12)
    ]
    for one in guessing:
        one.start()
    for one in guessing:
        one.join()
    assert sorted(waits) == [0] * 4 + [5] * 8


def test_a_guess_that_was_none_takes_no_other_with_it(tmp_path: Path, clock: Clock) -> None:
    """While one program meets damage another one guesses wrong: that one stays counted."""
    with suppress(VaultError), guesses.counted(tmp_path, clock.moment()):
        clock.seconds += 1
        for _ in range(3):
            assert wrong(tmp_path, clock.moment()) == 0
        raise VaultError("slots_damaged")
    assert [wrong(tmp_path, clock.moment()) for _ in range(2)] == [0, 5]


def test_what_is_kept_tells_only_when(tmp_path: Path, clock: Clock) -> None:
    """Ten times at most, and nothing of what was typed."""
    for _ in range(30):
        clock.seconds += wrong(tmp_path, clock.moment()) + 1
    kept = loads((tmp_path / guesses.NAME).read_bytes())
    assert isinstance(kept, dict)
    assert kept.keys() == {"format", "version", "at"}
    assert isinstance(kept["at"], list)
    assert len(kept["at"]) == 10
    assert all(type(one) is int for one in kept["at"])
    assert (tmp_path / guesses.NAME).stat().st_mode & 0o777 == 0o600
