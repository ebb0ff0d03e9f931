"""Owns the last parts: who has it, changes, words used, how to read it, and signatures."""

from __future__ import annotations

from datetime import datetime

from rhi_desktop.domain.clock import begins
from rhi_desktop.domain.plan import PlanAuthor
from rhi_desktop.export import times
from rhi_desktop.export.content import (
    INTERVIEWER,
    SUPERVISOR,
    Para,
    Section,
    Setting,
    Signatures,
    SignatureSlot,
    Table,
)
from rhi_desktop.export.mast import clock_hours
from rhi_desktop.export.source import SignedBy, Source, plain, quiet, strong
from rhi_desktop.export.wording import say, tied


def distribution(source: Source) -> Section:
    """Who has it, as known when it was sealed: recipients are chosen afterwards, by a person."""
    texts = [plain(say("distribution_none"))]
    case = source.account.case
    if case.out_of_area:
        both = source.say(
            "distribution_both",
            responsible=case.responsible_authority,
            host=case.host_authority,
        )
        texts.append(plain(both))
    blocks = tuple(Para(text) for text in texts)
    return Section("distribution", say("distribution"), blocks)


def amendments(source: Source) -> Section:
    """That there is none, and how a later one names this report."""
    text = say("amendments_draft")
    if source.seal is not None:
        text = say(
            "amendments_none",
            reference=source.account.case.reference,
            when=times.moment(source.seal.sealed_at),
            digest=source.seal.digest[:16].upper(),
        )
    note = plain(say("amendments_note"))
    return Section("amendments", say("amendments"), (Para(plain(text)),), (note,))


def glossary(source: Source) -> Section:
    """The words that this report uses and not everybody knows."""
    account = source.account
    hours = [
        clock_hours(episode, source.clocks[episode.id])
        for episode in account.episodes
        if episode.id in source.clocks and begins(episode) is not None
    ]
    promised = any(line.author is PlanAuthor.ADULT_PROMISE for line in source.plan_lines)
    used = {
        "interview": True,
        "blank": source.talked,
        "area": account.case.out_of_area,
        "rendered": any(line.rendering for line in account.standing),
        "readback": bool(account.readings),
        "promise": promised,
        "override": any(one.override for one in account.disclosures),
        "sealed": True,
        "countersigned": source.seal is not None,
    }
    rows = [(say(f"word_{key}"), say(f"word_{key}_means")) for key, there in used.items() if there]
    if hours:
        rows.insert(0, (tied(say("word_hours", hours=max(hours))), say("word_hours_means")))
    cells = tuple((strong(word), quiet(means)) for word, means in rows)
    table = Table(say("glossary"), (), cells, (38, 92), row_heads=True)
    return Section("glossary", say("glossary"), (table,))


def reading(source: Source) -> Section:
    """What the marks and the missing numbers mean, and whose clock it was."""
    voices = ("reading_child", "reading_others", "reading_numbers")
    keys = (*(voices if source.account.standing else ()), "reading_clock")
    paragraphs = tuple(Para(plain(source.say(key))) for key in keys)
    return Section("reading", say("reading"), paragraphs)


def grouped(digits: str) -> str:
    """Sixty-four digits in two rows of four groups."""
    groups = [digits[at : at + 8].upper() for at in range(0, len(digits), 8)]
    return "\n".join(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))


def _interviewer_slot(by: SignedBy, at: datetime) -> SignatureSlot:
    return SignatureSlot(
        INTERVIEWER,
        say("slot_interviewer"),
        say("slot_alt_interviewer", name=by.name),
        (
            strong(say("slot_name", name=by.name, organisation=by.organisation)),
            plain(say("slot_sealed", when=times.moment(at))),
            plain(say("slot_words", words=tied(" ".join(by.words)))),
            quiet(f"{say('slot_certificate')}\n{grouped(by.certificate_sha256)}"),
        ),
    )


def single_signature(source: Source, note: str) -> Section:
    """The one place to sign of a version for somebody else; `note` says what it covers."""
    if source.seal is None:
        raise ValueError("a version is made from a sealed account")
    return signed_alone(source.by, source.seal.sealed_at, note)


def signed_alone(by: SignedBy, at: datetime, note: str) -> Section:
    """The place to sign of somebody whom nobody countersigns."""
    block = Signatures((_interviewer_slot(by, at),))
    return Section("signatures", say("signature"), (block,), (plain(note),), Setting.WIDE)


def signatures(source: Source) -> Section:
    """The two places to sign; the interviewer's name, time and key are page text as well."""
    if source.seal is None:
        draft = (Para(strong(say("signatures_draft"))),)
        return Section("signatures", say("signatures"), draft)
    return signed_twice(source.by, source.seal.sealed_at, say("slot_waiting"))


def signed_twice(by: SignedBy, at: datetime, waiting: str) -> Section:
    """The places of interviewer and supervisor; `waiting` says what an empty second one means."""
    first = _interviewer_slot(by, at)
    second = SignatureSlot(
        SUPERVISOR,
        say("slot_supervisor"),
        say("slot_alt_supervisor"),
        (plain(waiting), quiet(say("slot_check"))),
    )
    block = Signatures((first, second))
    note = (plain(say("signatures_note")),)
    return Section("signatures", say("signatures"), (block,), note, Setting.WIDE)
