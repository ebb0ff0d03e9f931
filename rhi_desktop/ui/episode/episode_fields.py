"""Owns the two columns of a time away: who the child is, and the times; read back as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.person import Case, Child
from rhi_desktop.domain.time_checks import check_away
from rhi_desktop.errors import Problem
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.episode.moment_field import MomentField, read_day, write_day
from rhi_desktop.ui.widgets import H3, SMALL_QUIET, LabelledField, Text, column, labelled_field

TIMES = ("last_seen", "reported", "found", "returned")
PLACES = ("lives_at", "responsible_authority", "host_authority")


class EpisodeFields(QObject):
    """The fields of one child and one time away, filled from what is known.

    `child`, `places` and `episode` give back what stands in them; `problems` says what is odd.
    """

    def __init__(
        self, form: Form, case: Case | None, episode: Episode | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._form, self._case, self._episode = form, case, episode
        self._labelled: dict[str, LabelledField] = {}
        self._times: dict[str, MomentField] = {}

    def child_column(self) -> QLayout:
        """Who the child is, and where they live."""
        case = self._case
        child = case.child if case else Child("")
        born = write_day(child.born) if child.born else ""
        fields = (
            self._line("initials", self.tr("Initials"), child.initials),
            self._line("called", self.tr("Likes to be called"), child.called),
            self._line("born", self.tr("Born"), born, hint=self.tr("Day/month/year")),
            self._area("how_to_talk", self.tr("How to talk with them"), child.how_to_talk),
            self._line("lives_at", self.tr("Lives at"), case.lives_at if case else ""),
            self._line(
                "responsible_authority",
                self.tr("Responsible authority"),
                case.responsible_authority if case else "",
            ),
            self._line(
                "host_authority",
                self.tr("Authority where they live"),
                case.host_authority if case else "",
                hint=self.tr("If it is another one"),
            ),
        )
        title = Text(self.tr("The child"), H3)
        return column(title, 16, *fields, "*", gap=8, margins=(24, 18, 24, 18))

    def time_column(self) -> QLayout:
        """Last seen, reported, found, came back; who reported it."""
        said = {
            "last_seen": (self.tr("Last seen"), ""),
            "reported": (self.tr("Reported missing"), ""),
            "found": (self.tr("Found"), ""),
            "returned": (self.tr("Came back"), self.tr("The 72 hours start here")),
        }
        episode = self._episode
        for name in TIMES:
            field = MomentField(said[name][0], name, hint=said[name][1])
            day_only = (
                name == "returned"
                and episode is not None
                and episode.accuracy is Accuracy.DATE_ONLY
            )
            field.show_moment(getattr(episode, name) if episode else None, day_only=day_only)
            self._times[name] = self._form.moment(field)
        hint = Text(
            self.tr("Without a time of day the clock counts from midnight, and says so."),
            SMALL_QUIET,
        )
        fields = (
            self._line(
                "reported_by", self.tr("Reported by"), episode.reported_by if episode else ""
            ),
            self._line(
                "police_reference",
                self.tr("Police reference"),
                episode.police_reference if episode else "",
            ),
            self._area(
                "known_before",
                self.tr("What others told you before"),
                episode.known_before if episode else "",
            ),
        )
        title = Text(self.tr("The time away"), H3)
        times = column(*self._times.values(), gap=6)
        return column(title, 16, times, hint, 14, *fields, "*", gap=8, margins=(24, 18, 24, 18))

    def _line(self, name: str, label: str, words: str, *, hint: str = "") -> LabelledField:
        return self._label(name, labelled_field(label, self._form.line(name, words), hint=hint))

    def _area(self, name: str, label: str, words: str) -> LabelledField:
        return self._label(name, labelled_field(label, self._form.area(name, words)))

    def _label(self, name: str, field: LabelledField) -> LabelledField:
        self._labelled[name] = field
        return field

    def problems(self, away: Episode, others: Sequence[Episode], now: datetime) -> list[Problem]:
        """What is missing, or odd about `away`, also beside the child's other times away.

        Each finding names its field.
        """
        problems: list[Problem] = []
        if not self._form.text("initials").strip():
            problems.append(Problem("initials_missing", "initials"))
        born = self._form.text("born").strip()
        if born and read_day(born) is None:
            problems.append(Problem("born_unreadable", "born"))
        written = {name: self._times[name].written() for name in TIMES}
        odd = [Problem("time_unreadable", name) for name in TIMES if written[name].odd]
        return problems + (odd or check_away(away, read_day(born), others, now))

    def episode(self) -> Episode:
        """The time away as the fields say; a new one has no ids yet."""
        times = {name: self._times[name].written() for name in TIMES}
        old = self._episode or Episode(EpisodeId(""), CaseId(""))
        return replace(
            old,
            last_seen=times["last_seen"].moment,
            reported=times["reported"].moment,
            found=times["found"].moment,
            returned=times["returned"].moment,
            accuracy=Accuracy.DATE_ONLY if times["returned"].day_only else Accuracy.EXACT,
            reported_by=self._form.text("reported_by"),
            police_reference=self._form.text("police_reference"),
            known_before=self._form.text("known_before"),
        )

    def child(self) -> Child:
        """The child as the fields say."""
        old = self._case.child if self._case else Child("")
        return replace(
            old,
            initials=self._form.text("initials").strip(),
            called=self._form.text("called"),
            born=read_day(self._form.text("born")),
            how_to_talk=self._form.text("how_to_talk"),
        )

    def places(self) -> tuple[str, str, str]:
        """Where the child lives, the responsible authority, the one where they live."""
        lives, responsible, host = (self._form.text(name) for name in PLACES)
        return lives, responsible, host

    def first(self) -> QWidget:
        """Where typing begins: the initials; the time last seen for a new time of a known child."""
        new_time = self._case is not None and self._episode is None
        return self._times["last_seen"].day if new_time else self._labelled["initials"].field

    def say(self, problem: Problem, words: str) -> tuple[QWidget, str]:
        """Show a problem at its field; give back what to focus, and the words as they stand there.

        A time that cannot be read says itself what is odd about it.
        """
        field = self._labelled.get(problem.where)
        if field is not None:
            field.say(words)
            return field.field, words
        moment = self._times[problem.where]
        if problem.code == "time_unreadable":
            odd = moment.written().odd
            said = self.tr("{field}: {words}").format(field=moment.label, words=odd)
            return moment.odd_part, said
        moment.say(words)
        return moment.day, words

    def hush(self) -> None:
        """Take away what was said at the fields."""
        for field in self._labelled.values():
            field.say("")
        for moment in self._times.values():
            moment.say("")
