"""Owns what is written down when something leaves the vault for people to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.ids import CaseId, ReportId


class GivenKind(Enum):
    """What left: a signed report, or a paper that nobody signed."""

    FULL = "full"
    POLICE = "police"
    CARER = "carer"
    ADDENDUM = "addendum"
    AGGREGATE = "aggregate"
    PLAN = "plan"
    POCKET = "pocket"
    POCKET_DISCREET = "pocket_discreet"
    LEAVE_BEHIND = "leave_behind"
    LETTER = "letter"
    CHILD_COPY = "child_copy"
    AGAIN = "again"
    """The sheet for the next time the child is missing."""


class Method(Enum):
    """How it went to its recipient. Nothing is ever sent by the program."""

    HANDED_OVER = "handed_over"
    PRINTED = "printed"
    EMAIL = "email"
    SECURE_MAIL = "secure_mail"
    UPLOAD = "upload"
    POST = "post"
    OTHER = "other"
    NOT_NOTED = "not_noted"
    """Nobody was asked, before the log knew of it."""


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that left: what, to whom, what for, how, when, and the digest of the very file.

    `case_id` is empty for figures that are about no single case.
    """

    case_id: CaseId
    kind: GivenKind
    recipient: str = field(repr=False)
    role: str = field(repr=False)
    purpose: str = field(repr=False)
    method: Method
    at: datetime
    sha256: str
    report_id: ReportId | None = None
