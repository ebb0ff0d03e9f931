"""The child that reads a bundle: which limits it asks for, and that it answers one question."""

from __future__ import annotations

import resource
import runpy
import sys
from io import BytesIO, TextIOWrapper

import pytest

from rhi_desktop import confined
from rhi_desktop.sync import bundle, reading
from tests.unit.sync.people import PACK, ada, at, ben, book, outgoing

READER = "rhi_desktop.sync.reader"
Asked = dict[int, tuple[int, int]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the system is asked for. Granted for real it would bind the tests themselves."""
    found: Asked = {}
    monkeypatch.setattr(resource, "setrlimit", found.__setitem__)
    return found


@pytest.mark.parametrize(
    ("hard", "memory", "seconds"), [(resource.RLIM_INFINITY, 500, 7), (5, 5, 5)]
)
def test_limits_are_asked_for_and_never_above_the_hard_ones(
    monkeypatch: pytest.MonkeyPatch, asked: Asked, hard: int, memory: int, seconds: int
) -> None:
    """Soft and hard alike, so that nothing in the child can loosen them."""
    monkeypatch.setattr(resource, "getrlimit", lambda _: (hard, hard))
    confined.confine(500, 7)
    assert asked == {
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_CPU: (seconds, seconds),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_FSIZE: (0, 0),
    }


def test_where_there_are_no_such_limits_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch, asked: Asked
) -> None:
    """There the parent's own clock stands alone."""
    monkeypatch.setattr(sys, "platform", "win32")
    confined.confine(500, 7)
    assert asked == {}


def test_the_child_confines_itself_before_it_reads(
    monkeypatch: pytest.MonkeyPatch, asked: Asked
) -> None:
    """Then it takes one question from its input and gives one whole answer."""
    sent, cards = outgoing(), book(ada(), ben())
    data = bundle.seal(sent, ada().identity, ada().card, [ben().card], at())
    answer = BytesIO()
    question = TextIOWrapper(BytesIO(reading.ask(ben().secret, cards, [PACK], data)))
    monkeypatch.setattr(sys, "stdin", question)
    monkeypatch.setattr(sys, "argv", ["reader", "500000000", "7"])
    monkeypatch.delitem(sys.modules, READER)  # the child starts with the module itself
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", TextIOWrapper(answer))
        runpy.run_module(READER, run_name="__main__")
        assert asked[resource.RLIMIT_AS][0] == 500_000_000
        found = reading.hear(BytesIO(answer.getvalue()), cards)
    assert found.records == sent.records
