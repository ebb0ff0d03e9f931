"""What can go wrong, as stable codes and facts; sentences live in ui/messages.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

Fact = str | int
"""A fact names a place, a count or a version; never anything a child or an adult said."""


class RhiError(Exception):
    """The world said no: one code of the family and the facts a message may show.

    Raised at the edge that met the refusal. The text of the exception is the code alone, so that
    a log or a traceback cannot carry case data. An unknown code is our own mistake (ValueError).
    """

    codes: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, code: str, **facts: Fact) -> None:
        if code not in self.codes:
            raise ValueError(f"{type(self).__name__} has no code {code!r}")
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, Fact] = facts


class FileError(RhiError):
    """A disk or a file refused."""

    codes = frozenset(
        {
            "disk_full",
            "disk_read_only",
            "disk_failed",
            "file_missing",
            "file_unreadable",
            "file_too_large",
            "file_exists",
        }
    )


class VaultError(RhiError):
    """The vault cannot be created, opened or changed; its bytes stay as they are."""

    codes = frozenset(
        {
            "wrong_passphrase",
            "wrong_code",
            "code_missing",
            "code_unreadable",
            "guess_too_soon",
            "passphrase_short",
            "passphrase_unreadable",
            "vault_missing",
            "vault_exists",
            "vault_empty",
            "vault_foreign",
            "vault_plain",
            "vault_newer",
            "vault_damaged",
            "vault_rolled_back",
            "vault_in_use",
            "slots_damaged",
            "slots_costly",
            "record_missing",
            "record_fixed",
            "purge_talk_runs",
            "purge_somebody_waits",
            "snapshot_missing",
            "snapshot_damaged",
        }
    )


class FormError(RhiError):
    """A question pack or a profile cannot be used; `problems` holds each fault with its remedy."""

    codes = frozenset(
        {
            "pack_unreadable",
            "pack_invalid",
            "pack_unknown",
            "profile_unreadable",
            "profile_invalid",
            "profile_unknown",
        }
    )

    def __init__(self, code: str, problems: tuple[Problem, ...] = (), **facts: Fact) -> None:
        super().__init__(code, **facts)
        self.problems = problems


class SigningError(RhiError):
    """A record cannot be sealed or signed."""

    codes = frozenset(
        {
            "gaps_open",
            "draft_changed",
            "clock_back",
            "not_sealed",
            "not_signed",
            "already_signed",
            "not_genuine",
            "third_signature",
            "no_field",
        }
    )


class ExportError(RhiError):
    """A report cannot be drawn, checked or read."""

    codes = frozenset(
        {
            "glyph_missing",
            "alt_missing",
            "heading_skipped",
            "font_outside",
            "record_differs",
            "node_empty",
            "quote_unsupported",
            "summary_unsupported",
            "drawing_stopped",
            "pdf_unreadable",
            "sheet_full",
        }
    )


class BundleError(RhiError):
    """A bundle or a card is refused; nothing was added."""

    codes = frozenset(
        {
            "bundle_foreign",
            "bundle_damaged",
            "bundle_cut",
            "bundle_not_for_us",
            "bundle_newer",
            "bundle_changed",
            "bundle_too_large",
            "bundle_pack_unknown",
            "signer_unknown",
            "signer_pending",
            "signer_revoked",
            "reader_failed",
            "card_foreign",
            "card_damaged",
            "card_newer",
            "card_own",
        }
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of a check: a stable code, where it was found, and facts for the message."""

    code: str
    where: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)
