"""Owns a disclosure: the words as spoken, and who was told when. It can only be added to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.ids import CaseId, DisclosureId, InterviewId, StepId
from rhi_desktop.domain.line import says_something


class Told(Enum):
    """The four who must each be told, or not told for a written reason."""

    POLICE = "police"
    SOCIAL_CARE = "social_care"
    MANAGER = "manager"
    HEALTH = "health"


class StepKind(Enum):
    """What one step of a disclosure says."""

    WORDS = "words"
    """Word for word what was said, stamped when it was written."""
    TOLD = "told"
    NOT_NEEDED = "not_needed"
    """One of the four needs not be told, because `words`."""
    CHILD_KNOWS = "child_knows"
    """The child was told that it is passed on."""
    CHILD_AGREES = "child_agrees"
    CHILD_DISAGREES = "child_disagrees"
    NOBODY_IN_DANGER = "nobody_in_danger"
    """The interviewer does not think that anybody is in danger today."""
    OVERRIDE = "override"
    """A named person lets the record be sealed although not everybody was told, because `words`."""


@dataclass(frozen=True, slots=True)
class DisclosureStep:
    """One thing said, done or decided. Never changed: a mistake is put right by a further step."""

    id: StepId
    disclosure_id: DisclosureId
    kind: StepKind
    written_at: datetime
    happened_at: datetime | None = None
    """When it was done, where that is not when it was written."""
    whom: Told | None = None
    name: str = field(default="", repr=False)
    """Who was spoken to, or who decided."""
    reference: str = field(default="", repr=False)
    """The number that the police or social care gave."""
    words: str = field(default="", repr=False)

    @property
    def settles(self) -> bool:
        """Whether one of the four need not wait any more: told by name, or not needed because.

        A step that came from elsewhere may lack either, and settles nothing then.
        """
        told = self.kind is StepKind.TOLD and says_something(self.name)
        return told or (self.kind is StepKind.NOT_NEEDED and says_something(self.words))


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A disclosure and its steps in the order of writing; the time runs from `opened_at`.

    The steps are records of their own and are not stored with it.
    """

    id: DisclosureId
    case_id: CaseId
    interview_id: InterviewId | None
    """The interview during which it was made; None when it was made outside one."""
    opened_at: datetime
    opened_by: str = field(repr=False)
    steps: tuple[DisclosureStep, ...] = field(default=(), repr=False)

    @property
    def waiting(self) -> tuple[Told, ...]:
        """Whoever was neither told nor found not to need it, in the order of `Told`."""
        settled = {s.whom for s in self.steps if s.settles}
        return tuple(whom for whom in Told if whom not in settled)

    @property
    def override(self) -> DisclosureStep | None:
        """The last written override, if a named person wrote one and said why."""
        written = (s for s in reversed(self.steps) if s.kind is StepKind.OVERRIDE)
        return next(
            (s for s in written if says_something(s.name) and says_something(s.words)), None
        )


def unresolved(disclosures: Iterable[Disclosure]) -> tuple[Disclosure, ...]:
    """Those that keep a record from being sealed: somebody waits, and nobody wrote why not."""
    return tuple(one for one in disclosures if one.waiting and one.override is None)
