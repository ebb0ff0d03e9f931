"""Owns the words for how far a conversation came."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.views import Stage

_STAGES: Mapping[Stage, tuple[str, str, str]] = {
    Stage.PREPARED: (noop("case", "Not begun yet"), "notice", noop("case", "Go on")),
    Stage.ENDED: (noop("case", "No talk was held"), "notice", noop("case", "Go on")),
    Stage.TALKING: (noop("case", "Not signed yet"), "notice", noop("case", "Go on")),
    Stage.SEALED: (noop("case", "Sealed, not signed yet"), "notice", noop("case", "Sign")),
    Stage.SIGNED: (noop("case", "Signed"), "accent", noop("case", "Send")),
    Stage.RETURNED: (noop("case", "Back with a comment"), "notice", noop("case", "Open")),
    Stage.COUNTERSIGNED: (noop("case", "Countersigned"), "good", noop("case", "Open")),
}


def stage_words(stage: Stage) -> tuple[str, str, str]:
    """State in a word, the tone of its chip, and what one can do next."""
    state, tone, verb = _STAGES[stage]
    translate = QCoreApplication.translate
    return translate("case", state), tone, translate("case", verb)
