"""Properties of a sheet that is drawn on: nothing is lost by a step back, or as a draft."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.workflow.sketching import Sheet, packed, sheet_of, unpacked
from tests.property.findings import strokes

ACTS = st.sampled_from(["undo", "redo", "clear"])


@given(st.lists(strokes, max_size=5))
def test_a_draft_gives_the_same_strokes_back(drawn: list[Stroke]) -> None:
    """Points and widths, in order."""
    assert unpacked(packed(drawn)) == tuple(drawn)


@given(st.text() | st.lists(st.lists(st.integers() | st.none())).map(str))
def test_any_text_is_a_drawing_or_none(text: str) -> None:
    """A damaged draft never breaks the page."""
    found = unpacked(text)
    assert found is None or unpacked(packed(found)) == found


@given(st.lists(strokes, max_size=4), st.lists(strokes | ACTS, max_size=12))
def test_every_step_back_can_be_gone_on_again(
    drawn: list[Stroke], acts: list[Stroke | str]
) -> None:
    """Whatever was done, undoing all of it and doing it again gives the same sheet."""
    sheet = sheet_of(drawn)
    for act in acts:
        sheet = sheet.drawn(act) if isinstance(act, Stroke) else _done(sheet, act)
    back = sheet
    steps = len(sheet.before)
    for _ in range(steps):
        back = back.undone()
    assert back.before == ()
    for _ in range(steps):
        back = back.redone()
    assert back == sheet


def _done(sheet: Sheet, act: str) -> Sheet:
    return {"undo": sheet.undone, "redo": sheet.redone, "clear": sheet.cleared}[act]()
