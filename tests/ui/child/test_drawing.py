"""Claims about drawing: kept as drawn, a step back, by mouse or by keys, a kind word when full."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.drawing import HEIGHT, MOST, WIDTH, Drawing, Stroke
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.child.canvas import STEP, Canvas
from rhi_desktop.ui.child.draw_page import DrawPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import drafts, sketching
from rhi_desktop.workflow.sketching import Sheet, packed, sheet_of, unpacked
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import CHILD_TARGET, assert_page_accessible, spoken_name
from tests.ui.at_page import settle
from tests.ui.child.conftest import Dressed, Hand, Open

DOT, LINE = Stroke((5, 5)), Stroke((0, 0, WIDTH, HEIGHT), 160)


@pytest.fixture
def hand(open_plan: Open, talk: Place) -> Hand:
    """A person at an empty sheet."""
    return open_plan(replace(talk, page=PageName.PLAN_DRAW))


def sheet(hand: Hand) -> Canvas:
    """The paper."""
    canvas = hand.at("canvas")
    assert isinstance(canvas, Canvas)
    return canvas


def draw(hand: Hand, *spots: tuple[int, int]) -> None:
    """One stroke with the mouse."""
    canvas, points = sheet(hand), [QPoint(*spot) for spot in spots]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])
    settle()


def kept(hand: Hand) -> Drawing | None:
    """The drawing in the vault."""
    return hand.plan.drawing if hand.plan is not None else None


def test_a_step_back_and_on_again_a_new_sheet_and_back() -> None:
    """Nothing that was drawn is gone before somebody draws something else."""
    two = Sheet().drawn(DOT).drawn(LINE)
    assert two.undone().strokes == (DOT,)
    assert two.undone().redone().strokes == two.strokes
    assert two.cleared().strokes == ()
    assert two.cleared().undone().strokes == two.strokes
    assert two.undone().drawn(DOT).redone().strokes == (DOT, DOT)
    assert Sheet().cleared() == Sheet() == Sheet().undone() == Sheet().redone()
    assert sheet_of((DOT, LINE)).undone().strokes == (DOT,)


def test_a_draft_of_strokes_comes_back_and_nonsense_does_not() -> None:
    """Widths and points are the same; what is no drawing is none."""
    assert unpacked(packed((DOT, LINE))) == (DOT, LINE)
    for text in (
        "",
        "nothing",
        "[[1]]",
        "[[60, 1]]",
        "[[60, 1, 99999]]",
        "[null]",
        '{"a": 1}',
        "[[60, 1.5, 2]]",
        "[[Infinity, 1, 1]]",
    ):
        assert unpacked(text) is None


def test_what_is_drawn_is_kept_when_somebody_goes_on(hand: Hand, workspace: Workspace) -> None:
    """Each stroke once, on the paper's own measure; its draft goes."""
    hand.press("pen_thick")
    draw(hand, (10, 10), (60, 40), (90, 10))
    assert kept(hand) is None
    hand.type("field_caption", "me  an nan")
    hand.press("plan_next")
    drawing = kept(hand)
    assert drawing is not None
    (stroke,) = drawing.strokes
    assert (len(stroke.points), stroke.width) == (6, 160)
    assert drawing.caption == "me  an nan"
    assert drafts.drafts(workspace) == ()


def test_looking_keeps_nothing(hand: Hand) -> None:
    """An empty sheet is no drawing, and begins no plan."""
    hand.press("plan_skip")
    assert hand.plan is None


def test_it_can_be_drawn_by_keys_alone(hand: Hand) -> None:
    """Space puts the pen down and lifts it, the arrows move it; a reader hears which."""
    assert QApplication.focusWidget() is sheet(hand)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right):
        hand.key(key)
    assert sheet(hand).accessibleDescription() == "The pen is down."
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Space)
    assert sheet(hand).accessibleDescription() == "The pen is up."
    assert spoken_name(sheet(hand)).startswith("A drawing of 1 stroke.")
    hand.press("plan_stop")
    drawing = kept(hand)
    assert drawing is not None
    x, y = WIDTH // 2, HEIGHT // 2 - STEP
    ways = (x, y, x + STEP, y, x + 2 * STEP, y, x + 2 * STEP, y + STEP)
    assert drawing.strokes[0].points == ways


def test_a_child_who_cannot_draw_says_it_in_words(hand: Hand) -> None:
    """A caption alone is a drawing of no strokes."""
    hand.type("field_caption", "a big dog")
    hand.press("plan_stop")
    drawing = kept(hand)
    assert drawing is not None
    assert (drawing.strokes, drawing.caption) == ((), "a big dog")


def test_undo_redo_and_a_new_sheet_are_buttons(hand: Hand) -> None:
    """Only what can be done can be pressed."""
    assert not hand.at("draw_undo").isEnabled()
    draw(hand, (10, 10), (60, 40))
    draw(hand, (20, 20), (70, 40))
    hand.press("draw_undo")
    assert spoken_name(sheet(hand)).startswith("A drawing of 1 stroke.")
    hand.press("draw_redo")
    hand.press("draw_clear")
    assert spoken_name(sheet(hand)) == "An empty sheet."
    hand.press("draw_undo")
    assert spoken_name(sheet(hand)).startswith("A drawing of 2 strokes.")


def test_the_pen_draws_along_the_edge_of_the_paper(hand: Hand) -> None:
    """A stroke never leaves the sheet, however far the hand goes."""
    draw(hand, (10, 10), (-50, 3000))
    hand.press("plan_stop")
    drawing = kept(hand)
    assert drawing is not None
    assert drawing.strokes[0].points[-2:] == (0, HEIGHT)


def test_a_full_sheet_says_so_kindly(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn stays; the way out is named."""
    monkeypatch.setattr(sketching, "MOST", 3)
    draw(hand, (10, 10), (60, 40))
    draw(hand, (10, 10), (60, 40))
    page = hand.page
    assert isinstance(page, DrawPage)
    assert len(page.sheet.strokes) == 1
    assert "The sheet is full" in page.full.text()
    assert MOST == 20_000


def test_a_half_drawn_sheet_comes_back(
    open_plan: Open, talk: Place, workspace: Workspace, moment: Moment
) -> None:
    """Strokes and words, after a lock or a crash."""
    prefix = f"plan/{talk.interview_id}/drawing"
    drafts.save_draft(workspace, f"{prefix}/strokes", packed((DOT, LINE)), 0, moment)
    drafts.save_draft(workspace, f"{prefix}/field_caption", "nan", 3, moment)
    hand = open_plan(replace(talk, page=PageName.PLAN_DRAW))
    assert spoken_name(sheet(hand)) == "A drawing of 2 strokes. nan"
    hand.press("plan_next")
    drawing = kept(hand)
    assert drawing is not None
    assert drawing.strokes == (DOT, LINE)


def test_each_stroke_goes_to_autosave(hand: Hand, shell: Shell) -> None:
    """As the text of a draft under a key of its own."""
    draw(hand, (10, 10), (60, 40))
    (edit,) = shell.autosave.unsaved
    assert edit.key == f"plan/{hand.page.desk.id}/drawing/strokes"
    assert unpacked(edit.text) is not None


def test_a_sealed_drawing_can_only_be_looked_at(
    open_plan: Open, signed_interview: SignedInterview
) -> None:
    """Mouse and keys draw nothing."""
    head = signed_interview.account.interview
    hand = open_plan(Place(PageName.PLAN_DRAW, head.case_id, interview_id=head.id))
    before = spoken_name(sheet(hand))
    draw(hand, (10, 10), (60, 40))
    assert spoken_name(sheet(hand)) == before
    assert_page_accessible(hand.page)


def test_drawing_is_accessible(hand: Hand) -> None:
    """By Tab, by name, by finger."""
    assert_page_accessible(hand.page, target=CHILD_TARGET)


@pytest.mark.parametrize("look", [Theme(Mode.LIGHT, 2.0), Theme(Mode.DARK, 1.25)])
def test_nothing_is_cut_at_any_size(dressed: Dressed, talk: Place, look: Theme) -> None:
    """One column at 200 %."""
    assert_page_accessible(
        dressed(replace(talk, page=PageName.PLAN_DRAW), look), target=look.px(CHILD_TARGET)
    )
