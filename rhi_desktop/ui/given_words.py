"""Owns the words for what leaves a vault: which paper, to whom, how, and its digest in groups."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.given import GivenKind, Method
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui.translation import noop

OTHER_ROLE = "other"
"""Somebody whose role is written down in words of one's own."""
GROUP = 8
_ROLES: Mapping[str, str] = {
    "social_worker": noop("given", "Social worker"),
    "placing_authority": noop("given", "Placing authority"),
    "host_authority": noop("given", "Host authority"),
    "police_missing": noop("given", "Police missing coordinator"),
    "reviewing_officer": noop("given", "Independent reviewing officer"),
    "placement": noop("given", "Placement"),
    "manager": noop("given", "Manager"),
    "carer": noop("given", "Parent or carer"),
    "child": noop("given", "The young person"),
    OTHER_ROLE: noop("given", "Somebody else"),
}
_METHODS: Mapping[Method, str] = {
    Method.HANDED_OVER: noop("given", "Handed over"),
    Method.PRINTED: noop("given", "Printed"),
    Method.EMAIL: noop("given", "Email"),
    Method.SECURE_MAIL: noop("given", "Secure email"),
    Method.UPLOAD: noop("given", "Uploaded"),
    Method.POST: noop("given", "Post"),
    Method.OTHER: noop("given", "Another way"),
}
_KINDS: Mapping[GivenKind, str] = {
    GivenKind.FULL: noop("given", "Full report"),
    GivenKind.POLICE: noop("given", "Version for the police"),
    GivenKind.CARER: noop("given", "Version for a parent or carer"),
    GivenKind.ADDENDUM: noop("given", "Addendum"),
    GivenKind.AGGREGATE: noop("given", "Figures"),
    GivenKind.PLAN: noop("given", "The plan"),
    GivenKind.POCKET: noop("given", "Pocket card"),
    GivenKind.POCKET_DISCREET: noop("given", "Discreet pocket card"),
    GivenKind.LEAVE_BEHIND: noop("given", "Card to leave behind"),
    GivenKind.LETTER: noop("given", "Letter to the young person"),
    GivenKind.CHILD_COPY: noop("given", "The young person\u2019s copy"),
    GivenKind.AGAIN: noop("given", "If I go missing again"),
}


def roles() -> dict[str, str]:
    """Whom a paper may be for, by what is kept; the usual ones first, none of them chosen."""
    return {role: _tr(words) for role, words in _ROLES.items()}


def role_words(role: str) -> str:
    """A role as it was kept: one of the usual ones, or somebody's own words."""
    return _tr(_ROLES[role]) if role in _ROLES else role


def methods() -> dict[str, str]:
    """How a paper may go to its reader, by what is kept."""
    return {method.value: _tr(words) for method, words in _METHODS.items()}


def method_words(method: Method) -> str:
    """How it went; nothing where nobody was asked."""
    return _tr(_METHODS[method]) if method in _METHODS else ""


def kind_words(kind: GivenKind) -> str:
    """What left."""
    return _tr(_KINDS[kind])


def variant_words(variant: Variant) -> str:
    """Which of the signed papers it is; the log calls it the same."""
    return kind_words(GivenKind(variant.value))


def digest_groups(sha256: str) -> str:
    """A digest in groups that two people can read to each other, as the papers print it."""
    groups = (sha256.upper()[at : at + GROUP] for at in range(0, len(sha256), GROUP))
    return " ".join(groups)


def _tr(words: str) -> str:
    return QCoreApplication.translate("given", words)
