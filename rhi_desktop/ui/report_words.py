"""Owns the three sentences for refusals of signing, reports, bundles and cards."""

from __future__ import annotations

from collections.abc import Mapping

from rhi_desktop.ui.translation import noop

Sentences = tuple[str, str, str]
"""What happened, what is safe, what to do."""

_NOTHING_ADDED = noop("messages", "Nothing was added. Your cases are exactly as they were before.")
_NOT_SIGNED = noop("messages", "Nothing was signed. The record is as it was.")
_ASK_COPY = noop("messages", "Ask the sender for a new copy.")
_NOT_MADE = noop("messages", "No report was made. Everything you wrote is kept.")
_REPORT_FAULT = noop("messages", "This is a fault of the program. Please tell its makers the code.")

SIGNING: Mapping[str, Sentences] = {
    "gaps_open": (
        noop("messages", "Some things need a word before you can sign"),
        _NOT_SIGNED,
        noop("messages", "Each of them stands in the list above."),
    ),
    "draft_changed": (
        noop("messages", "Something was written since this page was drawn"),
        _NOT_SIGNED,
        noop("messages", "Look at the new page, then sign."),
    ),
    "clock_back": (
        noop("messages", "The clock of this laptop is behind the last thing you wrote"),
        _NOT_SIGNED,
        noop("messages", "Set date and time, then sign."),
    ),
    "not_sealed": (
        noop("messages", "The record can still change, so it cannot be signed"),
        _NOT_SIGNED,
        noop("messages", "Check what is open first."),
    ),
    "not_signed": (
        noop("messages", "A version for somebody else is made from a signed report"),
        noop("messages", "Nothing was made, and the record is as it was."),
        noop("messages", "Sign the report first. If it was signed anew meanwhile, begin again."),
    ),
    "already_signed": (
        noop("messages", "This report is signed already"),
        noop("messages", "It is as it was."),
        noop("messages", "Open it from the case."),
    ),
    "not_genuine": (
        noop("messages", "This report cannot be trusted, so it was not signed"),
        noop("messages", "The file is as it was."),
        _ASK_COPY,
    ),
    "third_signature": (
        noop("messages", "This report has both of its signatures"),
        noop("messages", "It is as it was."),
        noop("messages", "Nothing more is needed."),
    ),
    "no_field": (
        noop("messages", "This report has no place for your signature"),
        noop("messages", "It is as it was."),
        noop("messages", "Check that it is a report made with this program."),
    ),
}

EXPORTS: Mapping[str, Sentences] = {
    "glyph_missing": (
        noop("messages", "A sign in the words cannot be printed: {character}"),
        _NOT_MADE,
        noop("messages", "Write down in words what the sign stands for, as my view."),
    ),
    "alt_missing": (
        noop("messages", "A picture of the report has no words for people who cannot see it"),
        _NOT_MADE,
        _REPORT_FAULT,
    ),
    "heading_skipped": (
        noop("messages", "The headings of the report are out of order"),
        _NOT_MADE,
        _REPORT_FAULT,
    ),
    "font_outside": (
        noop("messages", "A typeface of the report is not in the file"),
        _NOT_MADE,
        _REPORT_FAULT,
    ),
    "record_differs": (
        noop("messages", "The record inside the report is not the record in the vault"),
        _NOT_MADE,
        _REPORT_FAULT,
    ),
    "node_empty": (
        noop("messages", "A part of the report came out empty"),
        _NOT_MADE,
        _REPORT_FAULT,
    ),
    "quote_unsupported": (
        noop("messages", "A quotation in the report is not in the lines of the record"),
        _NOT_MADE,
        _REPORT_FAULT,
    ),
    "drawing_stopped": (
        noop("messages", "The pages were not drawn to the end"),
        noop("messages", "You stopped it. Nothing was changed."),
        noop("messages", "Draw them again when you want."),
    ),
    "summary_unsupported": (
        noop("messages", "A sentence of the summary rests on nothing in the record"),
        _NOT_MADE,
        _REPORT_FAULT,
    ),
    "pdf_unreadable": (
        noop("messages", "This file is not a PDF that can be read"),
        noop("messages", "It was not changed."),
        _ASK_COPY,
    ),
    "sheet_full": (
        noop("messages", "There are more words than this paper has room for"),
        noop("messages", "No paper was made, and no word was cut. Everything you wrote is kept."),
        noop("messages", "Choose fewer parts for it, or another paper."),
    ),
}

BUNDLES: Mapping[str, Sentences] = {
    "bundle_foreign": (
        noop("messages", "This file is not one of our bundles"),
        _NOTHING_ADDED,
        noop("messages", "Check that it is the file you meant."),
    ),
    "bundle_damaged": (
        noop("messages", "This file did not arrive whole"),
        _NOTHING_ADDED,
        _ASK_COPY,
    ),
    "bundle_cut": (
        noop("messages", "The end of this file is missing"),
        _NOTHING_ADDED,
        _ASK_COPY,
    ),
    "bundle_not_for_us": (
        noop("messages", "This bundle is sealed to somebody else"),
        _NOTHING_ADDED,
        noop("messages", "Give the sender your card, and ask them to seal it to you."),
    ),
    "bundle_newer": (
        noop("messages", "This bundle was made by a newer version of the program"),
        _NOTHING_ADDED,
        noop("messages", "Install the newer version, then open it again."),
    ),
    "bundle_changed": (
        noop("messages", "This file was changed after it was signed"),
        _NOTHING_ADDED,
        noop("messages", "Ask the sender for a new copy. If that fails too, tell your supervisor."),
    ),
    "bundle_too_large": (
        noop("messages", "This bundle is larger than any that this program makes"),
        _NOTHING_ADDED,
        noop("messages", "Ask the sender to send fewer cases at a time."),
    ),
    "bundle_pack_unknown": (
        noop("messages", "This bundle uses questions that this version does not know"),
        _NOTHING_ADDED,
        noop("messages", "Install the version that has them, then open it again."),
    ),
    "signer_unknown": (
        noop("messages", "We do not know who signed this bundle"),
        _NOTHING_ADDED,
        noop("messages", "Ask the sender for their card, and compare its words by phone."),
    ),
    "signer_pending": (
        noop("messages", "You have the sender\u2019s card, but have not compared its words yet"),
        _NOTHING_ADDED,
        noop("messages", "Ring the sender, compare the six words, then open the bundle again."),
    ),
    "signer_revoked": (
        noop("messages", "You have withdrawn your trust in the card that signed this bundle"),
        _NOTHING_ADDED,
        noop("messages", "Ask the sender for a new card."),
    ),
    "reader_failed": (
        noop("messages", "This file could not be read within safe limits"),
        _NOTHING_ADDED,
        noop("messages", "Keep it and tell your supervisor: it may have been made to do harm."),
    ),
    "card_foreign": (
        noop("messages", "This file is not one of our cards"),
        noop("messages", "Nothing was added."),
        noop("messages", "Check that it is the file you meant."),
    ),
    "card_damaged": (
        noop("messages", "This card did not arrive whole"),
        noop("messages", "Nothing was added."),
        _ASK_COPY,
    ),
    "card_newer": (
        noop("messages", "This card was made by a newer version of the program"),
        noop("messages", "Nothing was added."),
        noop("messages", "Install the newer version, then add it again."),
    ),
    "card_own": (
        noop("messages", "This is your own card"),
        noop("messages", "Nothing was added."),
        noop("messages", "Ask the other person for theirs."),
    ),
}
