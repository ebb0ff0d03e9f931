"""Claims about the rows of people and places while cards come and go."""

from __future__ import annotations

from itertools import pairwise

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.line import read_typed
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.analysis.people_page import PeoplePage
from rhi_desktop.ui.analysis.people_table import PeopleTable
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import lines, naming
from rhi_desktop.workflow.analysis_entries import NewEntity
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import shown
from tests.ui.analysis.conftest import Opener, Talk
from tests.ui.rooms import pressable

SAID = (
    "its different from the sea. @Nerys never wanted anything. at #Tŷ-Gwyn they had waffles",
    "walked back along the canal. @Łucja lives there with her gran, i knocked",
    "in the morning i went and sat by the lock at #Fernley. so cold my hands went funny",
)
TWO_LINES = 88
"""The height of a row with two lines of words and whose they are, at 100 %."""


def lie_apart(table: PeopleTable) -> bool:
    """Each row holds two lines at most, and begins where the one before it ends."""
    indexes = [table.model().index(number, 0) for number in range(table.model().rowCount())]
    spots = [table.visualRect(index) for index in indexes]
    assert max(spot.height() for spot in spots) <= TWO_LINES
    assert [spot.height() for spot in spots] == [
        table.sizeHintForIndex(i).height() for i in indexes
    ]
    return all(above.bottom() < below.top() for above, below in pairwise(spots))


def test_rows_lie_apart_and_hold_two_lines_while_cards_are_kept(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """Names without a card make the table lower, a scroll bar makes it narrower: rows follow."""
    for said in SAID:
        lines.keep_line(workspace, talk.id, read_typed(said), moment)
    for name in ("Nerys", "Łucja"):
        naming.add_entity(workspace, talk.case_id, NewEntity(EntityKind.PERSON, name), moment)
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    shown(page)
    assert lie_apart(page.table)
    for _ in range(4):
        pressable(page, "name_1").click()
        shown(page)
        pressable(page, "keep_card").click()
        shown(page)
        assert lie_apart(page.table)
