"""Owns what a bundle would bring in words: one row for each kind of thing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.ui.exchange.import_contents import Contents
from rhi_desktop.ui.widgets import voice_word

translate = QCoreApplication.translate
CountRow = tuple[int, str]
SHOWN_APART = 5
_THOUSAND = 1024


def count_rows(contents: Contents) -> tuple[CountRow, ...]:
    """A number and what it counts, in the order in which a person would tell it."""
    added, updated = contents.added, contents.updated
    rows = [
        (added.get(Kind.EPISODE, 0), _episodes(contents)),
        (
            added.get(Kind.ATTEMPT, 0),
            translate("import", "offer(s) of a talk", "", added.get(Kind.ATTEMPT, 0)),
        ),
        (added.get(Kind.LINE, 0), _lines(contents)),
        (
            added.get(Kind.ANSWER, 0),
            translate("import", "answer(s) to questions", "", added.get(Kind.ANSWER, 0)),
        ),
        *_plans(contents),
        (
            added.get(Kind.REPORT, 0),
            translate("import", "signed report(s)", "", added.get(Kind.REPORT, 0)),
        ),
        (
            updated.get(Kind.REPORT, 0),
            translate("import", "report(s), now countersigned", "", updated.get(Kind.REPORT, 0)),
        ),
        (added.get(Kind.REVIEW, 0), _reviews(contents)),
    ]
    if not added.get(Kind.EPISODE, 0):
        rows.insert(
            0, (added.get(Kind.CASE, 0), _tr("case, {names}").format(names=_names(contents)))
        )
    changed = sum(count for kind, count in updated.items() if kind is not Kind.REPORT)
    rows.append((changed, translate("import", "change(s) to what is here", "", changed)))
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


def _episodes(contents: Contents) -> str:
    words = translate("import", "episode(s), {names}", "", contents.added.get(Kind.EPISODE, 0))
    return words.format(names=_names(contents))


def _names(contents: Contents) -> str:
    shown = ", ".join(contents.references[:SHOWN_APART])
    more = len(contents.references) - SHOWN_APART
    return _tr("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown


def _lines(contents: Contents) -> str:
    count = contents.added.get(Kind.LINE, 0)
    if contents.child:
        words = translate("import", "line(s), {own} of them {child}'s words", "", count)
        return words.format(own=contents.child_lines, child=contents.child)
    return translate("import", "line(s), {own} of them children's words", "", count).format(
        own=contents.child_lines
    )


def _plans(contents: Contents) -> list[CountRow]:
    plans, lines = contents.added.get(Kind.PLAN, 0), contents.added.get(Kind.PLAN_LINE, 0)
    if not plans:
        return [(lines, translate("import", "line(s) of a plan", "", lines))]
    words = translate("import", "plan(s), with {lines}", "", plans)
    return [(plans, words.format(lines=translate("import", "%n line(s)", "", lines)))]


def _reviews(contents: Contents) -> str:
    words = translate(
        "import", "answer(s) to a report, from {who}", "", contents.added.get(Kind.REVIEW, 0)
    )
    return words.format(who=", ".join(contents.reviewers))


def _thing(record: Record) -> str:
    number = record.body.get("number", "")
    if record.kind is Kind.LINE:
        voice = record.body.get("voice")
        words = _tr("Line {number}, {voice}")
        return words.format(number=number, voice=_voice(str(voice)))
    if record.kind is Kind.PLAN_LINE:
        return _tr("Line {number} of the plan").format(number=number)
    return {
        Kind.CASE: _tr("The details of the child"),
        Kind.EPISODE: _tr("A time away"),
        Kind.INTERVIEW: _tr("How the conversation ended"),
        Kind.ANSWER: _tr("An answer"),
        Kind.PLAN: _tr("Who may see the plan"),
        Kind.SEAL: _tr("The seal of a conversation"),
        Kind.REPORT: _tr("A report"),
        Kind.REVIEW: _tr("An answer to a report"),
    }.get(record.kind, _tr("An offer"))


def _voice(value: str) -> str:
    return _tr("the child's words") if value == Voice.CHILD.value else voice_word(Voice(value), "")


def _tr(words: str) -> str:
    return QCoreApplication.translate("import", words)
