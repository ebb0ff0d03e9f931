"""Claims about cards: offered from tags, made by a person, never joined with another case's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.entity import EntityKind, Feels
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.line import read_typed
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.workflow import casework, interviewing, lines, naming
from rhi_desktop.workflow.analysis_entries import NewEntity
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace

DEX = NewEntity(EntityKind.PERSON, "Dex")


def child(ws: Workspace, at: Moment, initials: str) -> CaseId:
    """A file for a made-up child who came back."""
    reference = f"R-{initials.replace('.', '')}"
    return casework.open_file(ws, NewCase(reference, Child(initials)), NewEpisode(at.now), at)


@pytest.fixture
def case_id(workspace: Workspace, moment: Moment) -> CaseId:
    """A child who came back."""
    return child(workspace, moment, "M.T.")


@pytest.fixture
def talk(workspace: Workspace, case_id: CaseId, moment: Moment) -> InterviewId:
    """A conversation with three names in it."""
    newest = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    made = interviewing.start(workspace, case_id, (newest.id,), moment)
    for typed in (
        "it was @Dex he paid",
        "> she went to #LimeRoad",
        "then @dex, again",
        "= @Nobody of mine",
    ):
        lines.keep_line(workspace, made, read_typed(typed), moment)
    return made


@pytest.mark.usefixtures("talk")
def test_rule_33_names_without_a_card_are_offered_and_never_made(
    workspace: Workspace, case_id: CaseId
) -> None:
    """Each once, as first written, with its lines; my own view names nobody."""
    found = naming.names_without_card(workspace, case_id)
    assert [(one.name, one.kind, len(one.lines)) for one in found] == [
        ("Dex", EntityKind.PERSON, 2),
        ("LimeRoad", EntityKind.PLACE, 1),
    ]
    assert naming.entities(workspace, case_id) == ()


@pytest.mark.usefixtures("talk")
def test_rule_33_a_card_answers_to_its_names_in_every_talk_of_the_case(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """The tag #LimeRoad means "Lime Road", and another name counts too."""
    naming.add_entity(workspace, case_id, NewEntity(EntityKind.PLACE, "Lime Road"), moment)
    other = NewEntity(EntityKind.PERSON, "Derek", other_names=("Dex",))
    card = naming.add_entity(workspace, case_id, other, moment)
    assert naming.names_without_card(workspace, case_id) == ()
    heard = [one.line for one in naming.heard_lines(workspace, case_id)]
    assert [line.number for line in card.told_in(heard)] == [1, 3]


@pytest.mark.usefixtures("talk")
def test_a_struck_line_names_nobody(
    workspace: Workspace, case_id: CaseId, talk: InterviewId, moment: Moment
) -> None:
    """What was taken out is not heard."""
    for line in interviewing.load(workspace, talk).account.lines:
        lines.strike_line(workspace, line, moment)
    assert naming.names_without_card(workspace, case_id) == ()


def test_a_card_is_changed_taken_out_and_put_back(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """It stays in the record in every case."""
    made = naming.add_entity(workspace, case_id, DEX, moment)
    wanted = replace(made, feels=Feels.UNSAFE, keep_from=("Mum",), age="about 20")
    changed = naming.change_entity(workspace, wanted, moment)
    assert changed == wanted
    struck = naming.strike_entity(workspace, changed, moment)
    assert naming.entities(workspace, case_id) == ()
    assert naming.restore_entity(workspace, struck, moment) == changed
    assert naming.entities(workspace, case_id) == (changed,)


def test_a_card_without_a_name_is_no_card(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Neither a new one nor one that is changed."""
    with pytest.raises(ValueError, match="without a name"):
        naming.add_entity(workspace, case_id, NewEntity(EntityKind.PERSON, "  "), moment)
    made = naming.add_entity(workspace, case_id, DEX, moment)
    with pytest.raises(ValueError, match="without a name"):
        naming.change_entity(workspace, replace(made, name=""), moment)
    assert naming.entities(workspace, case_id) == (made,)


def test_rule_15_the_same_name_in_another_case_is_a_question_and_never_joined(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """By reference only; once a person said no, nobody is asked again, from either side."""
    ours = naming.add_entity(workspace, case_id, DEX, moment)
    other = child(workspace, moment, "J.P.")
    place = NewEntity(EntityKind.PLACE, "Dex")
    theirs = naming.add_entity(workspace, other, replace(DEX, name="dEX"), moment)
    naming.add_entity(workspace, other, place, moment)
    (found,) = naming.same_names(workspace, case_id)
    assert (found.ours, found.theirs, found.reference) == (ours, theirs, "R-JP")
    assert "J.P." not in repr(found)
    naming.not_the_same(workspace, found, moment)
    assert naming.same_names(workspace, case_id) == ()
    assert naming.same_names(workspace, other) == ()
    assert naming.entities(workspace, other)[1].name == "Dex"


def test_rule_79_only_a_card_is_compared_and_never_a_child(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Two cases without cards have nothing in common."""
    child(workspace, moment, "M.T.")
    assert naming.same_names(workspace, case_id) == ()
