"""Owns what a bundle would bring beside the words of a talk and its report, said in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject

from rhi_desktop.domain.record import Kind


class CountedFindings(QObject):
    """What a number counts, in the singular or the plural. lupdate sees plurals of `tr` only."""

    def facts(self, count: int) -> str:
        """What is known about a child or a time away."""
        return self.tr("answer(s) about the child or a time away", "", count)

    def cards(self, count: int) -> str:
        """People and places."""
        return self.tr("card(s) of people and places", "", count)

    def readings(self, count: int) -> str:
        """What the child said when lines were read back."""
        return self.tr("answer(s) of the child when lines were read back", "", count)

    def indicators(self, count: int) -> str:
        """Indicators that were answered."""
        return self.tr("indicator(s) answered", "", count)

    def views(self, count: int) -> str:
        """What the interviewer thinks it may mean."""
        return self.tr("view(s) of the interviewer", "", count)

    def actions(self, count: int) -> str:
        """What somebody will do."""
        return self.tr("action(s)", "", count)

    def disclosures(self, count: int) -> str:
        """Disclosures, with the number of their steps."""
        return self.tr("disclosure(s), with {steps}", "", count)

    def steps(self, count: int) -> str:
        """Steps of disclosures that are here already."""
        return self.tr("step(s) of a disclosure", "", count)

    def with_steps(self, count: int) -> str:
        """The number of steps, inside a sentence."""
        return self.tr("%n step(s)", "", count)

    def drawings(self, count: int) -> str:
        """Drawings of plans."""
        return self.tr("drawing(s) by the child", "", count)

    def follow_ups(self, count: int) -> str:
        """What became of earlier promises and actions."""
        return self.tr("promise(s) or action(s) asked after", "", count)


def finding_rows(added: Mapping[Kind, int]) -> tuple[tuple[int, str], ...]:
    """A number and what it counts; a disclosure first, because it cannot wait."""
    said = CountedFindings()
    new = {kind: added.get(kind, 0) for kind in Kind}
    steps = new[Kind.DISCLOSURE_STEP]
    opened = new[Kind.DISCLOSURE]
    told = said.disclosures(opened).format(steps=said.with_steps(steps))
    return (
        (opened, told) if opened else (steps, said.steps(steps)),
        (new[Kind.READING], said.readings(new[Kind.READING])),
        (new[Kind.DRAWING], said.drawings(new[Kind.DRAWING])),
        (new[Kind.CONCERN], said.indicators(new[Kind.CONCERN])),
        (new[Kind.THREAD], said.views(new[Kind.THREAD])),
        (new[Kind.ACTION], said.actions(new[Kind.ACTION])),
        (new[Kind.FOLLOW_UP], said.follow_ups(new[Kind.FOLLOW_UP])),
        (new[Kind.ENTITY], said.cards(new[Kind.ENTITY])),
        (new[Kind.FACT], said.facts(new[Kind.FACT])),
    )


def thing_words(kind: Kind) -> str:
    """One record that was changed in both places: what it is, and nothing of what it says."""
    return {
        Kind.CASE: _tr("The details of the child"),
        Kind.EPISODE: _tr("A time away"),
        Kind.FACT: _tr("An answer about the child or a time away"),
        Kind.ENTITY: _tr("A card of a person or place"),
        Kind.ATTEMPT: _tr("An offer"),
        Kind.INTERVIEW: _tr("How the conversation ended"),
        Kind.LINE: _tr("A line"),
        Kind.READING: _tr("What the child said when a line was read back"),
        Kind.ANSWER: _tr("An answer"),
        Kind.CONCERN: _tr("An indicator"),
        Kind.THREAD: _tr("A view of the interviewer"),
        Kind.ACTION: _tr("An action"),
        Kind.DISCLOSURE: _tr("A disclosure"),
        Kind.DISCLOSURE_STEP: _tr("A step of a disclosure"),
        Kind.PLAN: _tr("Who may see the plan"),
        Kind.PLAN_LINE: _tr("A line of the plan"),
        Kind.DRAWING: _tr("The drawing of the plan"),
        Kind.FOLLOW_UP: _tr("What became of a promise"),
        Kind.SEAL: _tr("The seal of a conversation"),
        Kind.ADDENDUM: _tr("An addendum to a report"),
        Kind.REPORT: _tr("A report"),
        Kind.REVIEW: _tr("An answer to a report"),
    }[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("import", words)
