"""Owns the pages for the police: what is missing first, then how not to endanger, then facts."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.domain.clock import local
from rhi_desktop.export import times
from rhi_desktop.export.closing_pages import single_signature
from rhi_desktop.export.content import Mast, Run, Section, Tone
from rhi_desktop.export.left_out import Absent
from rhi_desktop.export.source import Source
from rhi_desktop.export.wording import say, tied


def police_mast(source: Source) -> Mast:
    """Who, which time away, when we talked; and that a child stands here."""
    account = source.account
    age = account.case.child.age_on(local(account.interview.started_at).date())
    name = source.who if age is None else say("name", who=source.who, age=tied(str(age)))
    lead = (
        Run(source.say("police_lead") + " ", Tone.STRONG),
        Run(say("police_lead_talk" if source.talked else "police_lead_none")),
    )
    return Mast(say("eyebrow_police"), say("running_police"), name, _cover(source), lead)


def _cover(source: Source) -> str:
    talk = source.account.interview
    return say("police_talked", when=times.moment(talk.started_at), name=talk.interviewer.name)


def police_sections(source: Source, absent: Sequence[Absent]) -> tuple[Section, ...]:
    """All parts, in order."""
    del absent
    return (single_signature(source, say("signatures_note")),)
