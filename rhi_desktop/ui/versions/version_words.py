"""Owns the words of a version: whom it is for, the kinds of things in it, and why some stay out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.variants import Item, ItemKind, LeftOut, Why

_KINDS: Mapping[ItemKind, str] = {
    ItemKind.LINE: noop("version", "What was said and seen"),
    ItemKind.ANSWER: noop("version", "Questions and answers"),
    ItemKind.FACT: noop("version", "What is known of the child and the time away"),
    ItemKind.ENTITY: noop("version", "People, places, vehicles and phones"),
    ItemKind.SIGN: noop("version", "Indicators"),
    ItemKind.VIEW: noop("version", "Views of the interviewer"),
    ItemKind.ACTION: noop("version", "What will be done"),
    ItemKind.PLAN_LINE: noop("version", "The plan"),
    ItemKind.DRAWING: noop("version", "The drawing of the plan"),
    ItemKind.DISCLOSURE: noop("version", "Disclosures"),
    ItemKind.ATTEMPT: noop("version", "Offers of a talk"),
    ItemKind.FOLLOW_UP: noop("version", "What became of earlier promises"),
    ItemKind.BLANK: noop("version", "Topics with nothing in them"),
    ItemKind.KNOWN_BEFORE: noop("version", "What was known before the talk"),
    ItemKind.ENDING: noop("version", "How it ended"),
    ItemKind.ABOUT_CHILD: noop("version", "About the child"),
    ItemKind.ABOUT_TALK: noop("version", "About the talk"),
}
_WHY: Mapping[Why, str] = {
    Why.KEPT: noop("version", "{child} asked to keep it from {reader}"),
    Why.WITH_KEPT: noop("version", "It names or repeats something {child} asked to keep"),
    Why.PARTLY_KEPT: noop("version", "Some of what tells of it is kept: look at it first"),
    Why.KEPT_FROM_OTHERS: noop(
        "version", "{child} asked to keep it from somebody: are {reader} meant?"
    ),
    Why.SAID_NO: noop("version", "{child} would rather not have it shared with {reader}"),
    Why.SAID_PART: noop("version", "{child} said that only a part may be shared"),
    Why.NOT_ASKED: noop("version", "{child} was not asked, or did not say, if {reader} may know"),
    Why.VIEW: noop("version", "It is a view, not what was said or seen"),
    Why.WISH: noop("version", "It is about what {child} wants to happen"),
    Why.PLAN: noop("version", "It belongs to the plan, and {reader} are not let into that"),
    Why.NOT_SEEN: noop("version", "{child} did not say that {reader} may see this of the plan"),
    Why.UNSAFE: noop("version", "It is not clear that {child} is safe there, or with them"),
    Why.SAFE_PLACE: noop("version", "A safe place stays safe while few know of it"),
    Why.HARM: noop("version", "Knowing it could bring {child} to harm"),
    Why.DISCLOSURE: noop("version", "It is a disclosure"),
    Why.SIGN: noop("version", "It is an indicator"),
    Why.NOT_AGREED: noop("version", "{child} did not agree to it"),
    Why.NO_ANSWER: noop("version", "There is no answer"),
    Why.LOOK: noop("version", "Look at it first: is it safe to share?"),
    Why.NOT_NEEDED: noop("version", "{reader} do not need it"),
    Why.UNTICKED: noop("version", "You took it out"),
}
_SAID_BY_KIND = {
    ItemKind.ABOUT_CHILD,
    ItemKind.ABOUT_TALK,
    ItemKind.KNOWN_BEFORE,
    ItemKind.ENDING,
    ItemKind.ATTEMPT,
    ItemKind.DISCLOSURE,
}
_FIRST: Mapping[Variant, tuple[ItemKind, ...]] = {
    Variant.POLICE: (ItemKind.ENTITY, ItemKind.LINE, ItemKind.DISCLOSURE, ItemKind.FACT),
    Variant.CARER: (ItemKind.ACTION, ItemKind.PLAN_LINE, ItemKind.ANSWER, ItemKind.LINE),
}
"""What its reader looks for stands first; the rest follows in the order of the report."""
_CONSENT: Mapping[str, tuple[str, str]] = {
    "okay": (noop("version", "{child} said it is okay to share with {reader}."), "good"),
    "part": (
        noop("version", "{child} said that only a part may be shared with {reader}."),
        "notice",
    ),
    "prefer_not": (noop("version", "{child} would rather not share with {reader}."), "notice"),
    "": (
        noop("version", "{child} was not asked, or did not say, if {reader} may know."),
        "notice",
    ),
}


@dataclass(frozen=True, slots=True)
class VersionWords:
    """Everything the page says about one version, with the child and its reader put in."""

    variant: Variant
    child: str

    @property
    def title(self) -> str:
        """What the page is called."""
        if self.variant is Variant.POLICE:
            return _tr("A version for the police")
        return _tr("A version for a parent or carer")

    def about(self, said: str) -> str:
        """How its ticks stand after what the child said, and what cannot be ticked."""
        if self.variant is Variant.CARER:
            words = _tr(
                "Almost nothing is ticked. Tick what is safe to share. What {child} keeps from"
                " anybody, what is unsafe and safe places cannot be ticked."
            )
        elif said in {"prefer_not", "part"}:
            words = _tr(
                "Of what {child} told nothing is ticked but what the police were told already."
                " Tick only what has to go all the same; the version then says so. What {child}"
                " asked to keep from the police cannot be ticked; the version says only that"
                " something is kept, and how many."
            )
        else:
            words = _tr(
                "What helps to find and protect is ticked. Take out what you like. What {child}"
                " asked to keep from the police cannot be ticked; the version says only that"
                " something is kept, and how many."
            )
        return words.format(child=self.child)

    def consent(self, said: str) -> tuple[str, str]:
        """What the child said about this reader, and the tone of the card round it."""
        words, tone = _CONSENT.get(said, _CONSENT[""])
        return self._in(words), tone

    def why(self, why: Why) -> str:
        """Why something does not go, or needs a look."""
        return self._in(_WHY[why])

    def out_because(self, why: Why) -> str:
        """Why something stays out: what only waits for a look was not ticked."""
        return _tr("Nobody ticked it") if why is Why.LOOK else self.why(why)

    @property
    def first(self) -> tuple[ItemKind, ...]:
        """The kinds of things that stand before all others."""
        return _FIRST[self.variant]

    def name(self, one: Item | LeftOut) -> str:
        """What a thing is called in a list; nothing where the name of its kind says it all."""
        if one.kind is ItemKind.LINE and one.number is not None:
            return _tr("Line {number}").format(number=one.number)
        name = one.name[:1].upper() + one.name[1:]
        return "" if one.kind in _SAID_BY_KIND else name

    @staticmethod
    def kind(kind: ItemKind) -> str:
        """What a group of things is called."""
        return _tr(_KINDS[kind])

    def _in(self, words: str) -> str:
        reader = _tr("the police") if self.variant is Variant.POLICE else _tr("carers")
        said = _tr(words).format(child=self.child, reader=reader)
        return said[:1].upper() + said[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("version", words)
