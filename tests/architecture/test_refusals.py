"""What every test is refused: the internet."""

from __future__ import annotations

import ast
import socket  # noqa: TID251  to show that it is refused

import pytest
from hypothesis import settings

from tests.architecture.tree import PROGRAM, place, python_files

STEADY = frozenset({"perf_counter", "perf_counter_ns", "monotonic", "monotonic_ns"})


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_an_internet_socket_is_refused(
    family: socket.AddressFamily, kind: socket.SocketKind
) -> None:
    """No test and no code under test can open an internet socket."""
    with pytest.raises(Exception, match=r"^$") as caught:
        socket.socket(family, kind)
    assert type(caught.value).__name__ == "InternetRefusedError"


def test_a_name_is_not_looked_up() -> None:
    """Asking for an address is a connection too."""
    with pytest.raises(Exception, match=r"^$") as caught:
        socket.getaddrinfo("localhost", 80)
    assert type(caught.value).__name__ == "InternetRefusedError"


def test_a_local_pair_is_allowed() -> None:
    """The event loops of libraries need a pair of local sockets."""
    one, two = socket.socketpair()
    one.close()
    two.close()


def test_properties_are_bounded() -> None:
    """No property runs without end, in the build or here."""
    assert settings().max_examples <= 150
    assert settings().deadline is None


def test_only_the_start_of_the_program_reads_the_clock() -> None:
    """One line silences one ban: where the real clock comes in. Nothing else does."""
    silenced = [
        (place(path), "datetime.now" in line)
        for path in python_files()
        if path.is_relative_to(PROGRAM)
        for line in path.read_text(encoding="utf-8").splitlines()
        if "TID251" in line
    ]
    assert silenced == [("rhi_desktop/app.py", True)]


def clocks(name: str, source: str) -> list[str]:
    """Every line that reads a steady clock."""
    return [
        f"{name}:{node.lineno}"
        for node in ast.walk(ast.parse(source, name))
        if isinstance(node, ast.Attribute) and node.attr in STEADY
    ]


def test_no_test_measures_time() -> None:
    """A timed claim fails on a busy day and proves little on a quiet one; `make bench` measures."""
    found = [
        line
        for path in python_files()
        if path.name.startswith("test_")
        for line in clocks(place(path), path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_planted_clock_is_named() -> None:
    """File and line of the reading are given."""
    assert clocks("test_x.py", "import time\n\nBEGAN = time.perf_counter()\n") == ["test_x.py:3"]
