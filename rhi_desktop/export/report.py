"""Owns the report: an account and its seal become the sections of the page."""

from __future__ import annotations

from collections.abc import Mapping

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.clock import Clock
from rhi_desktop.domain.ids import EpisodeId
from rhi_desktop.domain.interview import Account, Seal
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.errors import ExportError
from rhi_desktop.export import times
from rhi_desktop.export.account_pages import account_sections
from rhi_desktop.export.content import Quotes, ReportData, Section
from rhi_desktop.export.first_page import clock_line, mast, must, others, safe, wants
from rhi_desktop.export.other_pages import offers, plan, reading, signatures, times_away
from rhi_desktop.export.source import SignedBy, Source, plan_number
from rhi_desktop.export.wording import say
from rhi_desktop.forms.model import Pack

__all__ = ["RECORD_FORMAT", "ReportData", "SignedBy", "record_bytes", "report_data"]

RECORD_FORMAT = "rhi-record/1"


def report_data(
    account: Account,
    seal: Seal | None,
    pack: Pack,
    clocks: Mapping[EpisodeId, Clock],
    by: SignedBy,
) -> ReportData:
    """The report on an account. Without a seal it is a draft: marked so, and not to be signed.

    What was taken out is on no page and not in the record. The same values give the same report.
    Raises ExportError quote_unsupported.
    """
    source = Source(account.without_struck, seal, pack, clocks, by)
    sections = _sections(source)
    check_quotes(source, sections)
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
        mast=mast(source),
        clock=clock_line(source),
        sections=sections,
        record=record_bytes(account, seal),
        about_record=say("about_record"),
        draft=seal is None,
    )


def _sections(source: Source) -> tuple[Section, ...]:
    return (
        safe(source),
        wants(source),
        must(source),
        others(source),
        offers(source),
        times_away(source),
        *account_sections(source),
        plan(source),
        reading(source),
        signatures(source),
    )


def check_quotes(source: Source, sections: tuple[Section, ...]) -> None:
    """Every quotation names a standing line that holds these very words."""
    said = {(str(line.number), line.words) for line in source.account.standing}
    said |= {(plan_number(line), line.words) for line in source.plan_lines}
    for section in sections:
        for block in section.blocks:
            for quote in block.items if isinstance(block, Quotes) else ():
                if (quote.source, quote.words) not in said:
                    raise ExportError("quote_unsupported", section=section.key)


def record_bytes(account: Account, seal: Seal | None) -> bytes:
    """The attached record: canonical JSON of the account as sealed, and of the seal."""
    return dumps(
        {
            "format": RECORD_FORMAT,
            "account": to_plain(account.without_struck),
            "seal": to_plain(seal) if seal else None,
        }
    )
