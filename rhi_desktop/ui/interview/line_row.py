"""Owns one row of the notebook as a value: what of a line is shown, and how it is said aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale

from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.reading import Reading, Said
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.interview.languages import language_word
from rhi_desktop.ui.interview.reading_words import said_word
from rhi_desktop.ui.interview.topics import topic_word
from rhi_desktop.ui.widgets.voices import quoted, voice_word

translate = QCoreApplication.translate
SHOWN = 2_000
"""So many characters of a line stand in the list; the rest is kept and counted."""
SHOWN_BREAKS = 40
Mark = Literal["", "editing"]


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line, what the child is called on the page, and what is happening to it."""

    line: Line
    child: str
    mark: Mark = ""
    reading: Reading | None = None
    """What the child said when it was read back."""

    @property
    def voice(self) -> str:
        """The word in the gutter."""
        return voice_word(self.line.voice, self.child, self.line.told_by)

    @property
    def shown(self) -> str:
        """The words as they stand in the list."""
        return quoted(self.line.voice, self._head())

    @property
    def more(self) -> int:
        """How many characters are kept and not shown."""
        return len(self.line.words) - len(self._head())

    @property
    def more_words(self) -> str:
        """The same in words; empty when all is shown."""
        if not self.more:
            return ""
        count = QLocale().toString(self.more)
        return translate("lines", "Kept whole. Characters not shown here: {count}").format(
            count=count
        )

    @property
    def beside(self) -> tuple[tuple[str, str], ...]:
        """What stands below the words and never in their place: whose it is, and the words."""
        found = []
        rendering, reading = self.line.rendering, self.reading
        if rendering is not None:
            label = translate("lines", "In {language}, by {who}")
            named = label.format(language=language_word(rendering.language), who=rendering.by)
            found.append((named, rendering.text))
        if reading is not None and reading.said is Said.CHANGED:
            label = translate("lines", "{child} says it like this").format(child=self.child)
            found.append((label, quoted(Voice.CHILD, reading.words)))
        return tuple(found)

    @property
    def chips(self) -> tuple[str, ...]:
        """The words at the right edge: where the line belongs, and what became of it."""
        line = self.line
        kept = tuple(
            translate("lines", "Keep from {who}").format(who=who) for who in line.keep_from
        )
        words = (*(topic_word(topic) for topic in line.topics), *kept)
        if line.struck_by:
            words = (translate("lines", "Taken out"), *words)
        if line.voice is Voice.TOLD and not line.told_by and not line.struck_by:
            words = (translate("lines", "Who told you?"), *words)
        if line.no_topic:
            words = (*words, translate("lines", "No section"))
        if line.at_read_back:
            words = (*words, translate("lines", "Added when read back"))
        if self.reading is not None:
            words = (*words, said_word(self.reading.said))
        return (*words, translate("lines", "Being changed")) if self.mark == "editing" else words

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        line = self.line
        parts = [f"{clock_time(line.heard_at)}, {self.voice}: {self.shown}"]
        parts += [f"{label}: {words}" for label, words in self.beside]
        parts += [word for word in (self.more_words, *self.chips) if word]
        if line.come_back:
            parts.append(translate("lines", "Come back to this"))
        return ". ".join(parts)

    def _head(self) -> str:
        words = self.line.words
        if len(words) <= SHOWN and words.count("\n") <= SHOWN_BREAKS:
            return words
        return "\n".join(words[:SHOWN].split("\n")[:SHOWN_BREAKS])


def spoken(row: LineRow) -> str:
    """The whole row for a screen reader."""
    return row.spoken
