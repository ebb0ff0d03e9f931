"""Owns what a bundle would bring in words: one row for each kind of thing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.ui.exchange.finding_words import finding_rows, thing_words
from rhi_desktop.ui.exchange.import_contents import Contents
from rhi_desktop.ui.widgets import voice_word

CountRow = tuple[int, str]
SHOWN_APART = 5
_THOUSAND = 1024


class Counted(QObject):
    """What a number counts, in the singular or the plural. lupdate sees plurals of `tr` only."""

    def episodes(self, count: int) -> str:
        """Times away, with the names of their cases."""
        return self.tr("episode(s), {names}", "", count)

    def offers(self, count: int) -> str:
        """Offers of a conversation."""
        return self.tr("offer(s) of a talk", "", count)

    def lines(self, count: int) -> str:
        """Lines about several children."""
        return self.tr("line(s), {own} of them children\u2019s words", "", count)

    def lines_of(self, count: int) -> str:
        """Lines about one child."""
        return self.tr("line(s), {own} of them {child}\u2019s words", "", count)

    def answers(self, count: int) -> str:
        """Answers to questions of the pack."""
        return self.tr("answer(s) to questions", "", count)

    def plans(self, count: int) -> str:
        """Plans, with the number of their lines."""
        return self.tr("plan(s), with {lines}", "", count)

    def plan_lines(self, count: int) -> str:
        """Lines of plans that are here already."""
        return self.tr("line(s) of a plan", "", count)

    def with_lines(self, count: int) -> str:
        """The number of lines, inside a sentence."""
        return self.tr("%n line(s)", "", count)

    def signed(self, count: int) -> str:
        """Reports that are new here."""
        return self.tr("signed report(s)", "", count)

    def countersigned(self, count: int) -> str:
        """Reports that come back."""
        return self.tr("report(s), now countersigned", "", count)

    def addenda(self, count: int) -> str:
        """What was corrected or added after signing."""
        return self.tr("addendum(s) to a report", "", count)

    def reviews(self, count: int) -> str:
        """What supervisors said."""
        return self.tr("answer(s) to a report, from {who}", "", count)

    def changes(self, count: int) -> str:
        """All the rest."""
        return self.tr("change(s) to what is here", "", count)


def count_rows(contents: Contents) -> tuple[CountRow, ...]:
    """A number and what it counts, in the order in which a person would tell it."""
    added, updated, said = contents.added, contents.updated, Counted()
    new = {kind: added.get(kind, 0) for kind in Kind}
    back = updated.get(Kind.REPORT, 0)
    # The file over an addendum is told with it.
    signed = max(0, new[Kind.REPORT] - new[Kind.ADDENDUM])
    changed = sum(count for kind, count in updated.items() if kind is not Kind.REPORT)
    names = _names(contents)
    case = _tr("case, {names}").format(names=names)
    who = ", ".join(contents.reviewers)
    rows = [
        (0 if new[Kind.EPISODE] else new[Kind.CASE], case),
        (new[Kind.EPISODE], said.episodes(new[Kind.EPISODE]).format(names=names)),
        (new[Kind.ATTEMPT], said.offers(new[Kind.ATTEMPT])),
        (new[Kind.LINE], _lines(contents, said)),
        (new[Kind.ANSWER], said.answers(new[Kind.ANSWER])),
        _plans(contents, said),
        *finding_rows(added),
        (signed, said.signed(signed)),
        (back, said.countersigned(back)),
        (new[Kind.ADDENDUM], said.addenda(new[Kind.ADDENDUM])),
        (new[Kind.REVIEW], said.reviews(new[Kind.REVIEW]).format(who=who)),
        (changed, said.changes(changed)),
    ]
    return tuple((count, words) for count, words in rows if count)


def apart_words(contents: Contents) -> str:
    """What was changed in both places, named but not quoted."""
    names = [_thing(record) for record in contents.apart[:SHOWN_APART]]
    more = len(contents.apart) - len(names)
    if more:
        names.append(_tr("and {count} more").format(count=more))
    return ". ".join(names) + "."


def size_words(size: int) -> str:
    """214 KB."""
    if size < _THOUSAND * _THOUSAND:
        return _tr("{size} KB").format(size=max(1, round(size / _THOUSAND)))
    return _tr("{size} MB").format(size=round(size / _THOUSAND / _THOUSAND, 1))


def _names(contents: Contents) -> str:
    shown = ", ".join(contents.references[:SHOWN_APART])
    more = len(contents.references) - SHOWN_APART
    return _tr("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown


def _lines(contents: Contents, said: Counted) -> str:
    count, own = contents.added.get(Kind.LINE, 0), contents.child_lines
    if contents.child:
        return said.lines_of(count).format(own=own, child=contents.child)
    return said.lines(count).format(own=own)


def _plans(contents: Contents, said: Counted) -> CountRow:
    plans, lines = contents.added.get(Kind.PLAN, 0), contents.added.get(Kind.PLAN_LINE, 0)
    if not plans:
        return lines, said.plan_lines(lines)
    return plans, said.plans(plans).format(lines=said.with_lines(lines))


def _thing(record: Record) -> str:
    number = record.body.get("number", "")
    if record.kind is Kind.LINE:
        voice = record.body.get("voice")
        words = _tr("Line {number}, {voice}")
        return words.format(number=number, voice=_voice(str(voice)))
    if record.kind is Kind.PLAN_LINE:
        return _tr("Line {number} of the plan").format(number=number)
    return thing_words(record.kind)


def _voice(value: str) -> str:
    return (
        _tr("the child\u2019s words")
        if value == Voice.CHILD.value
        else voice_word(Voice(value), "")
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("import", words)
