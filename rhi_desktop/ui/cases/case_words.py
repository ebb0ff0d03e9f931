"""Owns the words for offers, replies and how far a conversation came."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.views import Stage

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
_STAGES: Mapping[Stage, tuple[str, str, str]] = {
    Stage.PREPARED: (noop("case", "Not begun yet"), "notice", noop("case", "Go on")),
    Stage.ENDED: (noop("case", "No talk was held"), "notice", noop("case", "Go on")),
    Stage.TALKING: (noop("case", "Not signed yet"), "notice", noop("case", "Go on")),
    Stage.SEALED: (noop("case", "Sealed, not signed yet"), "notice", noop("case", "Sign")),
    Stage.SIGNED: (noop("case", "Signed"), "accent", noop("case", "Send")),
    Stage.RETURNED: (noop("case", "Back with a comment"), "notice", noop("case", "Open")),
    Stage.COUNTERSIGNED: (noop("case", "Countersigned"), "good", noop("case", "Open")),
}


def say(words: str) -> str:
    """A text of this file in the language of now."""
    return QCoreApplication.translate("case", words)


def stage_words(stage: Stage) -> tuple[str, str, str]:
    """State in a word, the tone of its chip, and what one can do next."""
    state, tone, verb = _STAGES[stage]
    return say(state), tone, say(verb)
