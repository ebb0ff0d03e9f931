"""Claims about people and places: only what was heard, in two views, joined by nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.analysis.network import tie_pen
from rhi_desktop.ui.analysis.people_page import PeoplePage
from rhi_desktop.ui.analysis.quote import Quote
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Select
from rhi_desktop.workflow import naming
from rhi_desktop.workflow.analysis_entries import NewEntity
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.analysis.conftest import Opener, Talk, visible
from tests.ui.conftest import dress
from tests.ui.interview.hands import focused, press, type_words
from tests.ui.rooms import back_since, pressable, seen

Key = Qt.Key


@pytest.fixture
def cards(workspace: Workspace, talk: Talk, moment: Moment) -> dict[str, Entity]:
    """Four cards: two of them in one line, one told by the carer, one of last month."""
    made = [
        NewEntity(EntityKind.PERSON, "Dex", relation="met on a train"),
        NewEntity(EntityKind.PERSON, "Mum"),
        NewEntity(EntityKind.PERSON, "Nan"),
        NewEntity(EntityKind.PLACE, "Fernley canal"),
    ]
    found = [naming.add_entity(workspace, talk.case_id, one, moment) for one in made]
    return {one.name: one for one in found}


@pytest.mark.usefixtures("cards")
def test_the_table_says_what_was_said_by_whom_and_when(
    open_page: Opener[PeoplePage], talk: Talk
) -> None:
    """The child's words in quotation marks, the times away counted from the first."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    spoken = {row.entity.name: row.spoken for row in page.table.rows}
    assert "M.T. said: \u201c@Dex was there too, at #FernleyCanal\u201d" in spoken["Dex"]
    assert "Told by carer: @Mum rang eleven times" in spoken["Mum"]
    assert spoken["Nan"].endswith("Times away: 1")
    assert spoken["Dex"].endswith("Times away: 2")
    assert "a place" in spoken["Fernley canal"]


@pytest.mark.usefixtures("cards")
def test_picture_and_table_show_the_same_choice(open_page: Opener[PeoplePage], talk: Talk) -> None:
    """Arrows in the table move it in the picture; a press in the picture moves the table."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    network = page.picture.network
    press(Key.Key_Down)
    assert page.table.row is not None
    assert network.choice == page.table.row.entity.id
    wanted = page.table.rows[0].entity
    at = network.place_of(wanted.id)
    assert at is not None
    QTest.mouseClick(network, Qt.MouseButton.LeftButton, pos=QPoint(int(at.x()), int(at.y())))
    assert page.table.row.entity.id == wanted.id
    assert "Dex" in network.accessibleName()


def test_the_pattern_of_a_line_is_the_voice_and_never_its_colour_alone() -> None:
    """Solid for the child, another pattern for each of the others."""
    pens = {voice: tie_pen(voice) for voice in (Voice.CHILD, Voice.TOLD, Voice.SAW, None)}
    assert pens[Voice.CHILD].style() is Qt.PenStyle.SolidLine
    patterns = [tuple(pens[one].dashPattern()) for one in (Voice.TOLD, Voice.SAW, None)]
    assert len(set(patterns)) == 3


def test_rule_33_a_tagged_name_gets_a_card_when_a_person_makes_one(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk
) -> None:
    """Offered from the lines; kept by keyboard, with the lines that name it already there."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    assert naming.entities(workspace, talk.case_id) == ()
    names = [pressable(page, f"name_{n}").text() for n in range(1, 5)]
    assert names == ["Nan", "Dex", "Mum", "FernleyCanal"]
    pressable(page, "name_2").click()
    shown(page)
    name = visible(page, "card_name")
    assert focused() is name
    assert isinstance(name, QLineEdit)
    assert name.text() == "Dex"
    spoken = [quote.accessibleName() for quote in page.panel.findChildren(Quote)]
    assert any("it was @Dex he paid" in words for words in spoken)
    feels = visible(page, "card_feels")
    assert isinstance(feels, Select)
    feels.choose("unsafe")
    pressable(page, "keep_card").click()
    (card,) = naming.entities(workspace, talk.case_id)
    assert (card.name, card.kind, card.feels) == ("Dex", EntityKind.PERSON, Feels.UNSAFE)
    assert page.table.row is not None
    assert page.table.row.entity == card


def test_a_card_is_changed_taken_out_and_put_back(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk, cards: dict[str, Entity]
) -> None:
    """Enter opens the card; Ctrl+Z brings back what was taken out."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE, cards["Dex"].id))
    press(Key.Key_Return)
    shown(page)
    visible(page, "card_age").setFocus()
    type_words("about 20")
    visible(page, "card_keep_from").setFocus()
    type_words("Mum, school")
    pressable(page, "keep_card").click()
    changed = naming.entities(workspace, talk.case_id)[0]
    assert (changed.age, changed.keep_from) == ("about 20", ("Mum", "school"))
    page.table.choose_card(changed.id)
    press(Key.Key_Return)
    pressable(page, "strike_card").click()
    shown(page)
    assert len(page.table.rows) == 3
    assert "A card was taken out." in seen(page)
    next(one for _, one in page.acts if one.shortcut().toString() == "Ctrl+Z").trigger()
    assert len(page.table.rows) == 4


def test_a_card_without_a_name_is_asked_for_one(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk
) -> None:
    """Beside the field; nothing is made."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    pressable(page, "new_card").click()
    pressable(page, "keep_card").click()
    assert "Write a name, or what the child calls it." in seen(page)
    assert naming.entities(workspace, talk.case_id) == ()


@pytest.mark.usefixtures("cards")
def test_half_a_card_comes_back_when_it_is_opened_again(
    open_page: Opener[PeoplePage], keeping: Shell, talk: Talk
) -> None:
    """A lock in between loses nothing."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    press(Key.Key_Return)
    visible(page, "card_how_met").setFocus()
    type_words("by the tra")
    keeping.autosave.flush()
    again = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    press(Key.Key_Return)
    shown(again)
    field = visible(again, "card_how_met")
    assert isinstance(field, QLineEdit)
    assert field.text() == "by the tra"


@pytest.mark.usefixtures("cards")
def test_one_time_away_shows_only_what_it_tells_of(
    open_page: Opener[PeoplePage], talk: Talk
) -> None:
    """The first time away knows Nan alone."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    page.head.episode.setCurrentIndex(1)
    page.head.episode.activated.emit(1)
    assert [row.entity.name for row in page.table.rows] == ["Nan"]


@pytest.mark.usefixtures("cards")
def test_rule_15_the_same_name_elsewhere_is_asked_by_reference_and_never_joined(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """Both can be looked at; "not the same" is kept, "leave it open" writes nothing."""
    other = back_since(workspace, moment, "J.P.", 30)
    theirs = NewEntity(EntityKind.PERSON, "Dex", description="a grey car")
    naming.add_entity(workspace, other, theirs, moment)
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    assert "Is \u201cDex\u201d here the same as in R-JP?" in seen(page)
    assert "J.P." not in seen(page)
    pressable(page, "look_at_both").click()
    assert "a grey car" in seen(page)
    pressable(page, "leave_open").click()
    assert "Is \u201cDex\u201d" not in seen(page)
    again = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    pressable(again, "not_the_same").click()
    assert "Is \u201cDex\u201d" not in seen(again)
    assert naming.same_names(workspace, talk.case_id) == ()
    assert len(naming.entities(workspace, other)) == 1


def test_many_cards_stand_apart_and_the_rest_is_in_the_table(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """Twelve of fifteen in the picture, none on another, none off it."""
    for number in range(15):
        new = NewEntity(EntityKind.PERSON, f"Somebody {number}")
        naming.add_entity(workspace, talk.case_id, new, moment)
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    network = page.picture.network
    found = [network.place_of(row.entity.id) for row in page.table.rows]
    here = [at for at in found if at is not None]
    assert len(here) == 12
    assert "3 more in the table" in seen(page)
    for place, one in enumerate(here):
        assert network.rect().adjusted(24, 24, -24, -48).contains(one.toPoint())
        for other in here[place + 1 :]:
            assert (one - other).manhattanLength() > 60


@pytest.mark.usefixtures("cards")
def test_f6_shows_the_table_alone_and_both_again(open_page: Opener[PeoplePage], talk: Talk) -> None:
    """The table is the true view: it is always one key away."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    turn = next(one for _, one in page.acts if one.shortcut().toString() == "F6")
    assert page.picture.isVisible()
    turn.trigger()
    assert not page.picture.isVisible()
    assert focused() is page.table
    turn.trigger()
    assert page.picture.isVisible()


@pytest.mark.usefixtures("cards")
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_page_is_for_everybody(
    open_page: Opener[PeoplePage], talk: Talk, qapp: QApplication, mode: Mode
) -> None:
    """Named, reached, large enough, nothing cut; also with a card open."""
    dress(qapp, Theme(mode))
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    assert_page_accessible(page)
    page.table.setFocus()
    press(Key.Key_Return)
    assert_page_accessible(page)
    pressable(page, "card_lines").click()
    assert_page_accessible(page)


@pytest.mark.usefixtures("cards")
def test_at_200_per_cent_it_is_the_table_or_the_picture(
    open_page: Opener[PeoplePage], talk: Talk, qapp: QApplication
) -> None:
    """One column that scrolls, nothing cut, nothing sideways."""
    dress(qapp, Theme(zoom=2.0))
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    assert page.height() <= 724
    assert_page_accessible(page)
    page.turn()
    shown(page)
    assert page.picture.isVisible()
    assert not page.table.isVisible()
    assert_nothing_cut(page)
