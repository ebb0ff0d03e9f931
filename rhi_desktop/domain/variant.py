"""Owns for whom a signed report is made: everybody who may read all of it, or somebody else."""

from __future__ import annotations

from enum import Enum


class Variant(Enum):
    """What a signed report holds of its sealed account."""

    FULL = "full"
    """All of it."""
    POLICE = "police"
    """What helps to find and protect, without what the child asked to keep from the police."""
    CARER = "carer"
    """What is safe to share with a parent or carer."""
    ADDENDUM = "addendum"
    """What was corrected or added after signing; it names the report that it belongs to."""
    AGGREGATE = "aggregate"
    """Figures over many children. It is about no interview and no vault keeps it as a report."""

    @property
    def countersigned(self) -> bool:
        """Whether it has a place for the supervisor's signature."""
        return self in {Variant.FULL, Variant.ADDENDUM}

    @property
    def rests_on_another(self) -> bool:
        """Whether it names the full report that it was made from or belongs to."""
        return self not in {Variant.FULL, Variant.AGGREGATE}
