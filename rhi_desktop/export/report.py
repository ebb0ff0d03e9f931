"""Owns the report: an account and its seal become the sections of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.clock import Clock
from rhi_desktop.domain.ids import EpisodeId
from rhi_desktop.domain.interview import Account, Outcome, Seal
from rhi_desktop.domain.line import Topic
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.export import no_talk, times
from rhi_desktop.export.account_pages import account_sections, views
from rhi_desktop.export.closing_pages import (
    amendments,
    distribution,
    glossary,
    reading,
    signatures,
)
from rhi_desktop.export.content import Mast, ReportData, Section
from rhi_desktop.export.doing_pages import actions, followed, told
from rhi_desktop.export.findings_pages import analysis, people, signs
from rhi_desktop.export.first_page import dues, must, needed, others, safe, wants
from rhi_desktop.export.mast import clock_line, mast
from rhi_desktop.export.offers_pages import away, child, explained, offers, times_away
from rhi_desktop.export.plan_pages import plan
from rhi_desktop.export.quotes import check_numbers, check_quotes
from rhi_desktop.export.source import SignedBy, Source
from rhi_desktop.export.summary import check_summary
from rhi_desktop.export.wording import say
from rhi_desktop.forms.model import AWAY, BEFORE, CHILD, END, MEETING, PLAN, VIEW, Pack

__all__ = [
    "RECORD_FORMAT",
    "ReportData",
    "SignedBy",
    "record_bytes",
    "report_data",
    "section_keys",
]

RECORD_FORMAT = "rhi-record/1"


def report_data(
    account: Account,
    seal: Seal | None,
    packs: Sequence[Pack],
    clocks: Mapping[EpisodeId, Clock],
    by: SignedBy,
    referrals: Mapping[str, str] | None = None,
) -> ReportData:
    """The report on an account. Without a seal it is a draft: marked so, and not to be signed.

    `packs` are those of the interview, the questions of the talk first; `referrals` says what the
    profile calls each kind. What was taken out is on no page and not in the record. The same
    values give the same report. Raises ExportError: quote_unsupported, summary_unsupported.
    """
    source = Source(account.without_struck, seal, tuple(packs), clocks, by, referrals or {})
    sections = _sections(source)
    head = mast(source)
    _check(source, head, sections)
    marking = say("marking")
    status = say("sealed", when=times.moment(seal.sealed_at)) if seal else say("not_sealed")
    reference = account.case.reference
    return ReportData(
        title=say("title", reference=reference),
        marking=marking if seal else say("draft", marking=marking),
        running=(
            say("running"),
            say("case", reference=reference),
            f"{source.who} {status}" if source.who.endswith(".") else f"{source.who}. {status}",
            say("page", page="{page}", pages="{pages}"),
        ),
        author=by.organisation,
        made_at=seal.sealed_at if seal else account.interview.started_at,
        mast=head,
        clock=clock_line(source),
        sections=sections,
        record=record_bytes(account, seal),
        about_record=say("about_record"),
        draft=seal is None,
    )


def _check(source: Source, head: Mast, sections: tuple[Section, ...]) -> None:
    check_quotes(source, sections)
    check_numbers(source, sections)
    check_summary(source, head.lead, sections)


def _sections(source: Source) -> tuple[Section, ...]:
    decide = [safe(source), wants(source)] if source.talked else _not_heard(source)
    sections = [
        *decide,
        *([must(source, needed(decide))] if source.talked or dues(source) else []),
        *others(source),
        offers(source),
        *explained(source),
        times_away(source),
        *account_sections(source),
        *signs(source),
        *people(source),
        *views(source),
        *analysis(source),
        *told(source),
        *actions(source),
        *followed(source),
        *plan(source),
        *away(source),
        *child(source),
        distribution(source),
        amendments(source),
        glossary(source),
        reading(source),
        signatures(source),
    ]
    return tuple(_reachable(section, sections) for section in sections)


def _not_heard(source: Source) -> list[Section]:
    found = no_talk.sections(source)
    if source.account.interview.outcome is Outcome.NOT_REQUIRED:
        return found
    return [found[0], safe(source), *found[1:]]


def _reachable(section: Section, sections: Sequence[Section]) -> Section:
    """Without the page number of a part that this report does not have."""
    keys = {one.key for one in sections}
    return section if section.see is None or section.see[1] in keys else replace(section, see=None)


PRINTED = {
    CHILD: "child",
    AWAY: "away",
    MEETING: "offers",
    BEFORE: "confidentiality",
    **{topic.value: f"topic_{topic.value}" for topic in Topic},
    END: "end",
    VIEW: "analysis",
    PLAN: "plan",
}


def section_keys() -> Mapping[str, str]:
    """Where the answers of each section of a pack are printed: section id to part of the report."""
    return PRINTED


def record_bytes(account: Account, seal: Seal | None) -> bytes:
    """The attached record: canonical JSON of the account as sealed, and of the seal."""
    return dumps(
        {
            "format": RECORD_FORMAT,
            "account": to_plain(account.without_struck),
            "seal": to_plain(seal) if seal else None,
        }
    )
