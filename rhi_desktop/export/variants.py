"""Owns the variants of a report: what each could hold, its record, and its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.clock import Clock
from rhi_desktop.domain.ids import EpisodeId, InterviewId, SealId
from rhi_desktop.domain.interview import Account, Seal
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export import carer_choice, police_choice, times
from rhi_desktop.export.carer_pages import carer_mast, carer_sections
from rhi_desktop.export.content import Mast, ReportData, Section
from rhi_desktop.export.figure import ClockLine
from rhi_desktop.export.left_out import Absent, Item, Offer, Why
from rhi_desktop.export.mast import clock_line
from rhi_desktop.export.pieces import Piece, pieces
from rhi_desktop.export.police_pages import police_mast, police_sections
from rhi_desktop.export.quotes import check_numbers, check_quotes
from rhi_desktop.export.reducing import reduced
from rhi_desktop.export.report import RECORD_FORMAT
from rhi_desktop.export.source import SignedBy, Source
from rhi_desktop.export.wording import say
from rhi_desktop.forms.model import Pack

__all__ = ["Reduced", "VariantSeal", "offer", "reduced", "variant_data", "variant_record"]

CONSENTS = {Variant.POLICE: police_choice.CONSENT, Variant.CARER: carer_choice.CONSENT}


@dataclass(frozen=True, slots=True)
class VariantSeal:
    """The seal over a reduced account: its own salt, so that nothing left out can be guessed.

    `of` is the digest of the seal of the whole account; the salt of that one is not in here.
    """

    id: SealId
    interview_id: InterviewId
    sealed_at: datetime
    salt: str = field(repr=False)
    digest: str
    of: str

    @property
    def seal(self) -> Seal:
        """As the pages name it."""
        return Seal(self.id, self.interview_id, self.sealed_at, self.salt, self.digest)


def offer(account: Account, packs: Sequence[Pack], variant: Variant) -> Offer:
    """Everything that a variant could hold, one by one. ValueError for the full report."""
    if variant not in CONSENTS:
        raise ValueError("only a reduced variant is chosen piece by piece")
    consent = _consent(account, CONSENTS[variant])
    make = police_choice.police_choice if variant is Variant.POLICE else carer_choice.carer_choice
    choice: police_choice.PoliceChoice | carer_choice.CarerChoice
    choice = make(account, packs, consent)
    items = tuple(_item(piece, *choice.judge(piece)) for piece in pieces(account, packs))
    return Offer(variant, items, consent)


def _consent(account: Account, question_id: str) -> str:
    values = (one.values for one in account.answers if one.question_id == question_id)
    return next((given[0] for given in values if given), "")


def _item(piece: Piece, allowed: bool, why: Why | None) -> Item:  # noqa: FBT001 - as judged
    return Item(
        piece.key,
        piece.kind,
        piece.name,
        piece.words,
        allowed and why is None,
        allowed,
        why,
        piece.language,
        piece.voice,
        piece.number,
    )


def variant_record(account: Account, seal: VariantSeal, variant: Variant) -> bytes:
    """The attached record of a variant: the reduced account and its own seal."""
    return dumps(
        {
            "format": RECORD_FORMAT,
            "variant": variant.value,
            "account": to_plain(account),
            "seal": to_plain(seal),
        }
    )


@dataclass(frozen=True, slots=True)
class Reduced:
    """A reduced account with its seal, and as numbers what is not in it."""

    variant: Variant
    account: Account = field(repr=False)
    seal: VariantSeal
    absent: tuple[Absent, ...] = ()


def variant_data(
    told: Reduced,
    packs: Sequence[Pack],
    clocks: Mapping[EpisodeId, Clock],
    by: SignedBy,
    referrals: Mapping[str, str] | None = None,
) -> ReportData:
    """The report of a variant: pages, record and metadata from the reduced account alone.

    The same values give the same report. Raises ExportError quote_unsupported.
    """
    seal = told.seal.seal
    source = Source(told.account, seal, tuple(packs), clocks, by, referrals or {})
    head, line, sections = _pages(told, source)
    check_quotes(source, sections)
    if told.variant is Variant.POLICE:
        # What a parent or carer reads has no numbers: they would tell how much was left out.
        check_numbers(source, sections)
    kind = told.variant.value
    reference = told.account.case.reference
    made = say("sealed", when=times.moment(seal.sealed_at))
    return ReportData(
        title=say(f"title_{kind}", reference=reference),
        marking=say("marking"),
        running=(
            say(f"running_{kind}"),
            say("case", reference=reference),
            f"{source.who} {made}" if source.who.endswith(".") else f"{source.who}. {made}",
            say("page", page="{page}", pages="{pages}"),
        ),
        author=by.organisation,
        made_at=seal.sealed_at,
        mast=head,
        clock=line,
        sections=sections,
        record=variant_record(told.account, told.seal, told.variant),
        about_record=say("about_record"),
    )


def _pages(told: Reduced, source: Source) -> tuple[Mast, ClockLine | None, tuple[Section, ...]]:
    if told.variant is Variant.POLICE:
        return police_mast(source), None, police_sections(source, told.absent, told.seal.of)
    return carer_mast(source), clock_line(source), carer_sections(source)
