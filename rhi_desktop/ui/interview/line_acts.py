"""Owns what can be done to one line, as values; and the menu that offers it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.ui.interview.line_row import SHOWN
from rhi_desktop.ui.interview.topics import topic_word
from rhi_desktop.ui.widgets.voices import voice_word


class Act(Enum):
    """A kind of act on a line."""

    EDIT = "edit"
    STRIKE = "strike"
    RESTORE = "restore"
    FLAG = "flag"
    UNFLAG = "unflag"
    WHO_TOLD = "who_told"
    WHOLE = "whole"
    KEEP_FROM = "keep_from"
    LANGUAGE = "language"
    VOICE = "voice"
    TOPIC = "topic"
    NO_TOPIC = "no_topic"


@dataclass(frozen=True, slots=True)
class LineAct:
    """One act; TOPIC and VOICE say which."""

    act: Act
    topic: Topic | None = None
    voice: Voice | None = None

    @property
    def name(self) -> str:
        """A stable name for tests and the demo."""
        extra = self.topic or self.voice
        return f"line_{self.act.value}" + (f"_{extra.value}" if extra else "")


def act_words(act: Act) -> str:
    """What a menu and a button say."""
    translate = QCoreApplication.translate
    return {
        Act.EDIT: translate("acts", "Change"),
        Act.STRIKE: translate("acts", "Take out"),
        Act.RESTORE: translate("acts", "Put back"),
        Act.FLAG: translate("acts", "Come back to this"),
        Act.UNFLAG: translate("acts", "No need to come back"),
        Act.WHO_TOLD: translate("acts", "Who told you?"),
        Act.WHOLE: translate("acts", "Whole line"),
        Act.KEEP_FROM: translate("acts", "Keep from \u2026"),
        Act.LANGUAGE: translate("acts", "Language and rendering"),
        Act.NO_TOPIC: translate("acts", "No section"),
    }[act]


def common_acts(line: Line) -> tuple[LineAct, ...]:
    """What fits this line as it stands now."""
    if line.struck_by:
        return (LineAct(Act.RESTORE),)
    acts = [LineAct(Act.EDIT), LineAct(Act.STRIKE)]
    acts.append(LineAct(Act.UNFLAG if line.come_back else Act.FLAG))
    if line.voice is Voice.TOLD:
        acts.append(LineAct(Act.WHO_TOLD))
    if line.voice.is_heard:
        acts.append(LineAct(Act.KEEP_FROM))
    if len(line.words) > SHOWN:
        acts.append(LineAct(Act.WHOLE))
    return tuple(acts)


class LineMenu(QMenu):
    """Everything that can be done to a line. Emits `chosen` with a LineAct."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, line: Line, child: str) -> None:
        super().__init__(parent)
        self.setObjectName("line_menu")
        for act in common_acts(line):
            self._offer(self, act, act_words(act.act))
        if line.struck_by:
            return
        self._offer(self, LineAct(Act.LANGUAGE), act_words(Act.LANGUAGE))
        self.addSeparator()
        for number, topic in enumerate(Topic, start=1):
            act = LineAct(Act.TOPIC, topic=topic)
            words = f"{topic_word(topic)}\tCtrl+{number}"
            self._offer(self, act, words, checked=topic in line.topics)
        self._offer(self, LineAct(Act.NO_TOPIC), f"{act_words(Act.NO_TOPIC)}\tCtrl+0")
        voices = self.addMenu(self.tr("Who said it"))
        for voice in Voice:
            act = LineAct(Act.VOICE, voice=voice)
            words = voice_word(voice, child)
            self._offer(voices, act, words, checked=voice is line.voice)

    def _offer(self, menu: QMenu, act: LineAct, words: str, *, checked: bool | None = None) -> None:
        action = menu.addAction(words)
        action.setObjectName(act.name)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        action.triggered.connect(lambda _on=False: self.chosen.emit(act))
