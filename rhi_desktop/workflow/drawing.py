"""Owns keeping the child's drawing: exactly as drawn, one sheet for each plan."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.domain.drawing import MOST, Drawing, Stroke, fits, points
from rhi_desktop.domain.ids import DrawingId, PlanId
from rhi_desktop.domain.line import readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import plans, records
from rhi_desktop.workflow.workspace import Workspace


def save_drawing(
    ws: Workspace, plan_id: PlanId, strokes: Sequence[Stroke], caption: str, at: Moment
) -> Drawing:
    """Keeps the strokes and the child's words to them; the former sheet stays as a revision.

    Raises ValueError for strokes that do not lie on the paper, or for more than fit on it.
    """
    if not all(fits(stroke) for stroke in strokes) or points(strokes) > MOST:
        raise ValueError("strokes that do not fit on the sheet")
    with ws.store.transaction():
        plan = plans.plan(ws.store, plan_id)
        old = plan.drawing
        new = Drawing(
            DrawingId(at.fresh_id()) if old is None else old.id,
            plan_id,
            tuple(strokes),
            readable(caption)[0],
        )
        if new != old:
            records.save(ws.store, Kind.DRAWING, plan.case_id, new, ws.interviewer.id, at)
    return new
