"""Owns the words for offers: how, to whom, and what came back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.ui.translation import noop

METHODS: Mapping[Method, str] = {
    Method.IN_PERSON: noop("case", "In person"),
    Method.PHONE: noop("case", "By phone"),
    Method.TEXT: noop("case", "By text"),
    Method.LETTER: noop("case", "By letter"),
    Method.VIA_CARER: noop("case", "Through the carer"),
    Method.VIA_SOCIAL_WORKER: noop("case", "Through the social worker"),
    Method.HOME_VISIT: noop("case", "Visit at home"),
    Method.PLACEMENT_VISIT: noop("case", "Visit at the placement"),
    Method.SCHOOL: noop("case", "At school"),
    Method.ONLINE_CHAT: noop("case", "By online chat"),
}
OFFERED_TO: Mapping[OfferedTo, str] = {
    OfferedTo.CHILD: noop("case", "The child"),
    OfferedTo.CARER: noop("case", "The carer"),
    OfferedTo.BOTH: noop("case", "Both"),
}
REPLIES: Mapping[Reply, str] = {
    Reply.ACCEPTED: noop("case", "Said yes"),
    Reply.DECLINED: noop("case", "Said no"),
    Reply.ANOTHER_TIME: noop("case", "Another time, please"),
    Reply.ANOTHER_PERSON: noop("case", "Somebody else, please"),
    Reply.UNDECIDED: noop("case", "Not sure yet"),
    Reply.NO_ANSWER: noop("case", "No answer"),
    Reply.NOT_REACHED: noop("case", "Nobody was reached"),
}


def say(words: str) -> str:
    """A text of this file in the language of now."""
    return QCoreApplication.translate("case", words)
