"""Claims about papers on which a name is missing: no sentence has a hole."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.export.papers.child_copy import CopyChosen, copy_sheet
from rhi_desktop.export.papers.letter import letter
from rhi_desktop.export.papers.plan import plan_sheet
from tests.unit.export import whole
from tests.unit.export.papers import em, leaving_case
from tests.unit.export.papers.read_sheet import texts, words


def test_a_name_that_nobody_gave_leaves_no_hole_in_a_sentence() -> None:
    """The interviewer's, on the plan, the copy and the letter."""
    talk = em.account(em.made())
    nobody = replace(talk.interview.interviewer, name=" ")
    talk = replace(talk, interview=replace(talk.interview, interviewer=nobody))
    made = words(plan_sheet(talk, em.ALL, em.AT))
    assert "Made on 10 March 2026." in made
    told = words(copy_sheet(talk, CopyChosen(), em.AT))
    assert "You talked with us on 10 March 2026." in told
    assert "Tell us." in told
    sender = replace(leaving_case.SENDER, name="")
    sent = letter(talk, whole.packs(), leaving_case.ENGLAND, (), sender, leaving_case.AT)
    assert "Lantern Row" in set(texts(sent))
