"""Claims about the words of a version: every reason has its sentence, for both readers."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui.versions.items_list import ItemsList
from rhi_desktop.ui.versions.left_out_list import LeftOutList
from rhi_desktop.ui.versions.version_words import VersionWords
from rhi_desktop.ui.widgets.wrap_tick import WrapTick
from rhi_desktop.workflow.variants import Item, ItemKind, LeftOut, Offer, Why
from tests.ui.access import assert_nothing_cut, shown
from tests.ui.rooms import seen

POLICE = VersionWords(Variant.POLICE, "K.O.")
CARER = VersionWords(Variant.CARER, "K.O.")


@pytest.mark.parametrize("said", [POLICE, CARER])
def test_every_reason_and_every_kind_has_words(said: VersionWords) -> None:
    """Each one its own, with the child and the reader put in, beginning like a sentence."""
    reasons = [said.why(why) for why in Why]
    assert len(set(reasons)) == len(Why)
    assert not any("{" in words for words in reasons)
    assert all(words[0].isupper() for words in reasons)
    assert len({said.kind(kind) for kind in ItemKind}) == len(ItemKind)


def test_what_the_child_said_about_the_reader_stands_first() -> None:
    """Okay is good; anything else, also nothing at all, is to be noticed."""
    assert POLICE.consent("okay") == ("K.O. said it is okay to share with the police.", "good")
    assert CARER.consent("prefer_not")[0] == "K.O. would rather not share with carers."
    tones = {POLICE.consent(one)[1] for one in ("part", "prefer_not", "", "something new")}
    assert tones == {"notice"}


def test_a_no_to_the_police_changes_what_is_said_of_the_ticks() -> None:
    """Nothing the child told is ticked then; nothing is ever ticked for a carer."""
    assert "What helps to find and protect is ticked" in POLICE.about("okay")
    assert "Of what K.O. told nothing is ticked but" in POLICE.about("prefer_not")
    assert "Almost nothing is ticked" in CARER.about("okay")


def test_a_thing_is_named_as_its_list_names_it() -> None:
    """A line by its number, a question by its words; the name of its kind is not said twice."""
    line = Item("line:1", ItemKind.LINE, "line 4", "x", suggested=True, allowed=True, number=4)
    known = Item("about:1", ItemKind.KNOWN_BEFORE, "before", "x", suggested=True, allowed=True)
    sign = Item("sign:1", ItemKind.SIGN, "has money", "x", suggested=True, allowed=True)
    assert [POLICE.name(one) for one in (line, known, sign)] == ["Line 4", "", "Has money"]


def test_the_childs_own_reasons_come_first_and_long_lists_last(qtbot: QtBot) -> None:
    """Each thing on one line under its reason, with how many there are."""
    found = LeftOutList(POLICE)
    qtbot.addWidget(found)
    shown(found, 700, 500)
    found.show_left_out(
        (
            LeftOut(ItemKind.ANSWER, Why.NO_ANSWER, "Did you sleep?", "not reached"),
            LeftOut(ItemKind.LINE, Why.LOOK, "line 3", "it was dark " * 40, 3),
            LeftOut(ItemKind.ENTITY, Why.KEPT, "Dex", "from the ramp"),
        )
    )
    shown(found)
    words = seen(found)
    order = ["asked to keep it from the police (1)", "Nobody ticked it (1)", "no answer (1)"]
    assert sorted(order, key=words.index) == order
    assert "3 things. Nothing of it is anywhere in the file." in words
    assert "\nDex\n" in words
    assert "Line 3: it was dark" in words
    assert_nothing_cut(found)
    found.show_left_out(())
    assert "Dex" not in seen(found)


def test_what_is_kept_stands_in_its_place_and_cannot_be_ticked(qtbot: QtBot) -> None:
    """Neither by hand, nor by the link that ticks all, nor by a choice that was kept."""
    items = (
        Item("line:a", ItemKind.LINE, "line 1", "we sat there", suggested=True, allowed=True),
        Item(
            "line:b", ItemKind.LINE, "line 2", "dont tell the police", suggested=False,
            allowed=False, why=Why.KEPT,
        ),
        Item(
            "line:c", ItemKind.LINE, "line 3", "my view", suggested=False, allowed=False,
            why=Why.VIEW,
        ),
    )  # fmt: skip
    found = ItemsList(Offer(Variant.POLICE, items), POLICE)
    qtbot.addWidget(found)
    shown(found)
    ticks = found.findChildren(WrapTick)
    assert [one.words for one in ticks] == ["we sat there", "dont tell the police"]
    assert not ticks[1].isEnabled()
    assert "K.O. asked to keep it from the police" in ticks[1].accessibleDescription()
    found.choose(("line:b", "line:c"))
    assert found.chosen == frozenset()
    assert "0 of 3 ticked, 2 cannot be ticked" in seen(found)
