"""Owns the list of everything a version does not hold, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.versions.version_words import VersionWords
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    SMALL_QUIET,
    STRONG,
    Icon,
    Text,
    column,
    elided,
    row,
    wrap,
)
from rhi_desktop.workflow.variants import ItemKind, LeftOut, Why

MOST_WIDE = 580
"""So many pixels of each thing are shown: enough to know which one it is."""

Found = tuple[LeftOut, ...]
LAST = {Why.NOT_NEEDED, Why.NO_ANSWER}
"""Long lists in which nobody looks for anything."""


class LeftOutList(QWidget):
    """Everything that does not go, by its reason; the child's own reasons come first.

    It is for the eyes of whoever makes the version: nothing of it is in the file.
    """

    def __init__(self, said: VersionWords) -> None:
        super().__init__()
        self.setObjectName("left_out")
        self._said = said
        self._groups: dict[Why, tuple[Found, QWidget]] = {}
        self._about = Text("", SMALL_QUIET, wrap=True)
        self._body = column()
        title = Text(self.tr("What stays out"), H3)
        self.setLayout(column(title, 4, self._about, 12, wrap(self._body)))

    def show_left_out(self, left_out: Sequence[LeftOut]) -> None:
        """Show these. What is the same as before stays: a tick changes two groups at most."""
        words = self.tr("%n thing(s). Nothing of it is anywhere in the file.", "", len(left_out))
        self._about.setText(words)
        wanted = {why: tuple(one for one in left_out if one.why is why) for why in _order(left_out)}
        for why, (found, group) in list(self._groups.items()):
            if wanted.get(why) != found:
                del self._groups[why]
                self._body.removeWidget(group)
                group.hide()
                group.deleteLater()
        for number, (why, found) in enumerate(wanted.items()):
            if why not in self._groups:
                group = self._group(why, found)
                self._groups[why] = found, group
                self._body.insertWidget(number, group)
                group.show()

    def _group(self, why: Why, found: Found) -> QWidget:
        title = self.tr("{why} ({count})").format(why=self._said.out_because(why), count=len(found))
        icon = Icon("shield" if why.child_asked else "minus", "text2", 18)
        lines = "\n".join(self._line(one) for one in found)
        group = wrap(
            column(Text(title, STRONG, wrap=True), 2, Text(lines, BODY.tint("text2"), wrap=True))
        )
        return wrap(row(column(3, icon, "*"), 12, (group, 1), margins=(0, 0, 0, 14)))

    def _line(self, one: LeftOut) -> str:
        """Enough to know which one it is, on one line."""
        name = self._said.name(one) or self._said.kind(one.kind)
        if one.kind is ItemKind.ENTITY or one.why is Why.NO_ANSWER:
            return name
        words = " ".join(one.words.split())
        text = self.tr("{name}: {words}").format(name=name, words=words) if words else name
        return elided(text, BODY, theme().px(MOST_WIDE))


def _order(left_out: Sequence[LeftOut]) -> list[Why]:
    met = dict.fromkeys(one.why for one in left_out)
    return sorted(met, key=lambda why: (why in LAST, not why.child_asked, list(Why).index(why)))
