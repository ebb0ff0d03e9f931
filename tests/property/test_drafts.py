"""Claims about unsaved edits: whatever happens, the last value of each field is stored."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.drafts import LONGEST, Edit, Unsaved

TICK = 0.05
"""How finely the simulated timer looks; a real one is exact."""

typing = st.tuples(
    st.floats(min_value=0.0, max_value=6.0),
    st.sampled_from(["line", "reason", "place"]),
    st.text(max_size=8),
)
sequences = st.lists(typing, max_size=25)
disks = st.lists(st.booleans(), max_size=12)
"""Whether each try to save works; afterwards the disk works."""


@dataclass
class Desk:
    """A simulated page: a clock, a disk that may refuse, and what is stored."""

    refusals: list[bool]
    now: float = 0.0
    unsaved: Unsaved = field(default_factory=Unsaved)
    stored: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    typed_at: dict[str, float] = field(default_factory=dict)
    failed: bool = False
    longest_loss: float = 0.0

    def type(self, key: str, text: str) -> None:
        """Somebody changes one field."""
        if self.stored.get(key) != text and key not in self.typed_at:
            self.typed_at[key] = self.now
        self.typed[key] = text
        self.unsaved = drafts.mark(self.unsaved, Edit(key, text, len(text)), self.now)

    def wait(self, until: float) -> None:
        """Time passes; the timer saves whatever is due."""
        while self.now < until:
            self.now = min(until, self.now + TICK)
            due = drafts.due(self.unsaved)
            if due is not None and due <= self.now:
                self.save()
            if self.typed_at and not self.failed:
                oldest = min(self.typed_at.values())
                self.longest_loss = max(self.longest_loss, self.now - oldest)

    def save(self) -> None:
        """One try, which the disk may refuse."""
        self.unsaved = drafts.take(self.unsaved)
        if self.refusals and self.refusals.pop(0):
            self.failed = True
            self.unsaved = drafts.put_back(self.unsaved, self.now)
            return
        self.stored.update({edit.key: edit.text for edit in self.unsaved.taken})
        self.typed_at.clear()
        self.unsaved = drafts.confirm(self.unsaved)


def play(sequence: list[tuple[float, str, str]], refusals: list[bool]) -> Desk:
    """Types a sequence with its pauses, then waits until nothing is due."""
    desk = Desk(list(refusals))
    for pause, key, text in sequence:
        desk.wait(desk.now + pause)
        desk.type(key, text)
    while (due := drafts.due(desk.unsaved)) is not None:
        desk.wait(max(due, desk.now + TICK))
    return desk


@given(sequences, disks)
def test_the_last_value_of_each_field_is_stored_in_the_end(
    sequence: list[tuple[float, str, str]], refusals: list[bool]
) -> None:
    """After any edits, failures and retries every field holds what was typed last."""
    desk = play(sequence, refusals)
    assert desk.stored == desk.typed
    assert desk.unsaved == Unsaved()


@given(sequences)
def test_at_most_three_seconds_of_typing_are_unsaved(
    sequence: list[tuple[float, str, str]],
) -> None:
    """While the disk works, no edit is older than three seconds before it is committed."""
    desk = play(sequence, [])
    assert desk.longest_loss <= LONGEST + 2 * TICK


@given(sequences, disks, st.integers(min_value=0, max_value=20))
def test_nothing_is_lost_between_taking_and_confirming(
    sequence: list[tuple[float, str, str]], refusals: list[bool], taken_after: int
) -> None:
    """Edits made while a save is under way survive its failure, and newer ones win."""
    unsaved, newest = Unsaved(), dict[str, str]()
    for index, (_, key, text) in enumerate(sequence):
        if index == taken_after:
            unsaved = drafts.take(unsaved)
        unsaved = drafts.mark(unsaved, Edit(key, text), float(index))
        newest[key] = text
    assert {edit.key: edit.text for edit in unsaved.all} == newest
    for _ in refusals:
        unsaved = drafts.put_back(drafts.take(unsaved), 100.0)
    assert {edit.key: edit.text for edit in unsaved.all} == newest


def test_retries_wait_longer_each_time_and_never_longer_than_the_limit() -> None:
    """A disk that keeps refusing is asked after 2, 4, 8, 16, 32, 32 seconds."""
    unsaved, waits = drafts.mark(Unsaved(), Edit("line", "a"), 0.0), list[float]()
    for _ in range(6):
        unsaved = drafts.put_back(drafts.take(unsaved), 100.0)
        due = drafts.due(unsaved)
        assert due is not None
        waits.append(due - 100.0)
    assert waits == [2.0, 4.0, 8.0, 16.0, 32.0, 32.0]
