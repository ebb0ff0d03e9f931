"""Claims about immediate safety: one key, nothing lost, nothing removed, the way back exact."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from rhi_desktop.domain.disclosure import StepKind, Told
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import (
    assert_leaves_by_tab,
    assert_nothing_cut,
    assert_page_accessible,
    shown,
)
from tests.ui.conftest import Watch, dress
from tests.ui.disclosure.conftest import Open, stands
from tests.ui.interview.conftest import kept
from tests.ui.interview.hands import Key, button, press, press_on, type_words
from tests.ui.rooms import seen

WORDS = "he said if i dont come back saturday hes got pictures"


def test_rule_38_the_page_says_what_to_do_and_asks_nothing(safety: Open) -> None:
    """Three open prompts, three things not to do, the contacts of the profile, 999 first."""
    words = seen(safety())
    assert "Do not promise. Do not probe. Do not contact the person named." in words
    assert all(prompt in words for prompt in ("Tell me.", "Explain what you mean.", "Describe it."))
    assert words.index("999") < words.index("101")
    assert "Your local procedure has the number." in words
    assert "Follow your local procedure." in words


def test_rule_38_the_words_are_kept_to_the_letter_with_their_time(
    safety: Open, workspace: Workspace, fresh: Place, watch: Watch
) -> None:
    """Each keep is stamped; the first does not change when more is added."""
    page = safety()
    type_words(f"{WORDS}  ")
    press_on(page, "keep_words")
    watch.seconds = 120
    type_words("dont tell mum")
    press_on(page, "keep_words")
    first, second = stands(workspace, fresh).steps
    assert (first.words, second.words) == (f"{WORDS}  ", "dont tell mum")
    assert second.written_at - first.written_at == timedelta(seconds=120)
    assert page.words.area.words() == ""


def test_rule_39_opening_begins_it_once(
    safety: Open, workspace: Workspace, fresh: Place, watch: Watch
) -> None:
    """The time runs from the first opening; coming back opens no second one."""
    safety()
    watch.seconds = 300
    safety()
    assert stands(workspace, fresh).opened_at == watch.start.now
    assert stands(workspace, fresh).interview_id == fresh.interview_id


def test_rule_39_i_rang_asks_time_name_and_reference_in_place(
    safety: Open, workspace: Workspace, fresh: Place
) -> None:
    """The time of now stands there already; what was told is shown on the card."""
    page = safety()
    press_on(page, "rang_police")
    type_words("PC Ade Cole")
    button(page, "told_police_reference").setFocus()
    type_words("ref 7 of 9")
    press(Key.Key_Return)
    (step,) = stands(workspace, fresh).steps
    assert (step.kind, step.whom, step.name) == (StepKind.TOLD, Told.POLICE, "PC Ade Cole")
    assert step.reference == "ref 7 of 9"
    assert step.happened_at is not None
    QApplication.processEvents()
    assert "PC Ade Cole" in seen(page)
    assert not button(page, "told_police_name").isVisible()
    assert "3 people still to be told" in seen(page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("27:00", "Write the time as 16:40."), ("23:50", "This time has not come yet"), ("", "16:40")],
)
def test_a_time_that_cannot_be_is_named_beside_its_field(
    safety: Open, workspace: Workspace, fresh: Place, typed: str, said: str
) -> None:
    """It stays as it was typed, and nothing is kept or corrected."""
    page = safety()
    press_on(page, "rang_police")
    type_words("PC Ade Cole")
    at = button(page, "told_police_time")
    at.setFocus()
    at.selectAll()  # type: ignore[attr-defined] # a line edit
    press(Key.Key_Backspace)
    type_words(typed)
    press_on(page, "told_police_keep")
    assert stands(workspace, fresh).steps == ()
    assert said in seen(page)
    assert at.text() == typed  # type: ignore[attr-defined]


def test_nobody_told_without_a_name_and_nobody_left_out_without_a_reason(
    safety: Open, workspace: Workspace, fresh: Place
) -> None:
    """What is missing is said in place; the focus goes there."""
    page = safety()
    press_on(page, "rang_social_care")
    press_on(page, "told_social_care_keep")
    assert "Write the name of whoever it was" in seen(page)
    press_on(page, "not_needed_health")
    press(Key.Key_Return)
    assert "Write the reason in a few words" in seen(page)
    type_words("nobody is hurt")
    press(Key.Key_Return)
    (step,) = stands(workspace, fresh).steps
    assert (step.kind, step.whom, step.words) == (
        StepKind.NOT_NEEDED,
        Told.HEALTH,
        "nobody is hurt",
    )


def test_rule_40_somebody_named_may_let_it_be_sealed(
    safety: Open, workspace: Workspace, fresh: Place
) -> None:
    """The override needs a name and a reason, and is shown for ever."""
    page = safety()
    press_on(page, "override")
    press(Key.Key_Return)
    assert stands(workspace, fresh).override is None
    type_words("Sam Price")
    button(page, "override_seal_words").setFocus()
    type_words("the duty desk is shut")
    press(Key.Key_Return)
    assert stands(workspace, fresh).override is not None
    QApplication.processEvents()
    assert "Sam Price decided" in seen(page)
    assert not button(page, "override").isVisible()


def test_a_wrong_key_is_answered_once_for_all(
    safety: Open, workspace: Workspace, fresh: Place
) -> None:
    """It stays in the record, with one reason for each of the four."""
    page = safety()
    press_on(page, "nobody_needed")
    type_words("pressed by mistake")
    press(Key.Key_Return)
    assert stands(workspace, fresh).waiting == ()
    assert "Nobody is left to be told" in seen(page)


def test_ticks_wait_for_keep_and_then_stand(
    safety: Open, workspace: Workspace, fresh: Place, watch: Watch
) -> None:
    """A slip can be taken back before Keep; afterwards it is only added to."""
    page = safety()
    press_on(page, "tick_child_agrees")
    press_on(page, "tick_child_disagrees")
    press_on(page, "tick_child_knows")
    assert stands(workspace, fresh).steps == ()
    press_on(page, "keep_words")
    kinds = {step.kind for step in stands(workspace, fresh).steps}
    assert kinds == {StepKind.CHILD_KNOWS, StepKind.CHILD_DISAGREES}
    assert not button(page, "tick_child_knows").isVisible()
    watch.seconds += 60
    press_on(page, "tick_child_agrees")
    press_on(page, "keep_words")
    assert stands(workspace, fresh).steps[-1].kind is StepKind.CHILD_AGREES
    assert button(page, "tick_child_disagrees").isVisible()


def test_the_manager_is_told_with_name_and_time(safety: Open) -> None:
    """The tick leads to the form: a name belongs to it."""
    page = safety()
    press_on(page, "told_my_manager")
    assert QApplication.focusWidget() is button(page, "told_manager_name")


def test_the_words_are_never_copied_by_themselves(
    safety: Open, workspace: Workspace, fresh: Place
) -> None:
    """One button makes them a line of the child's as well, and says so."""
    page = safety()
    type_words(WORDS)
    press_on(page, "keep_words")
    assert kept(workspace, fresh).lines == ()
    press_on(page, "keep_as_line_1")
    (line,) = kept(workspace, fresh).lines
    assert line.words == WORDS
    assert "Also line 1 of the conversation" in seen(page)


def test_rule_29_half_typed_words_survive(safety: Open, shell: Shell, workspace: Workspace) -> None:
    """Words, forms and ticks come back after a lock; what was kept leaves no draft."""
    page = safety()
    type_words("he sa")
    press_on(page, "tick_child_knows")
    press_on(page, "rang_police")
    type_words("PC Ad")
    assert shell.autosave.flush()
    again = safety()
    assert again.words.area.words() == "he sa"
    assert button(again, "told_police_name").isVisible()
    assert button(again, "told_police_name").text() == "PC Ad"  # type: ignore[attr-defined]
    assert len(again.words.pending) == 2
    press_on(again, "told_police_keep")
    press_on(again, "keep_words")
    left = [one.key for one in drafts.drafts(workspace) if one.text]
    assert [key for key in left if key.startswith("safety/")] == []


def test_it_is_never_modal_and_nothing_on_it_is_red_ground(safety: Open) -> None:
    """It is a page like every other; no danger card stands on it."""
    page = safety()
    assert not page.isModal()
    grounds = {part.property("card") for part in page.findChildren(QWidget)}
    assert "danger" not in grounds


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_everybody_can_use_it(safety: Open, qapp: QApplication, zoom: float) -> None:
    """Named, reached, large enough, nothing cut, at 100 % and at 200 %, with a form open."""
    dress(qapp, Theme(Mode.LIGHT, zoom))
    page = safety()
    type_words(WORDS) if zoom == 1 else None
    press_on(page, "rang_police")
    if zoom == 1:
        assert_page_accessible(page)
        for area in page.findChildren(QPlainTextEdit):
            assert_leaves_by_tab(area)
    else:
        shown(page, 1366, 680)
        assert_nothing_cut(page)
