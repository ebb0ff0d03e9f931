"""Claims about the words for a verdict: complete, in order, and never more than was found."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui import verdict_words
from rhi_desktop.workflow import exporting, reviewing
from rhi_desktop.workflow.reviewing import Outcome, Pin, SignatureFinding, Verdict
from rhi_desktop.workflow.trusting import my_card, words
from rhi_desktop.workflow.workspace import Workspace

AT = datetime(2026, 3, 10, 14, 30, tzinfo=UTC)
ASH = SignatureFinding(
    "Interviewer",
    "Ash Pemberton",
    AT,
    known=True,
    intact=True,
    fingerprint="f" * 64,
    certificate_sha256="c" * 64,
    words=("amber", "ferry"),
)
JO = replace(ASH, field="Supervisor", name="Jo Marsh", words=("moss", "violet"))
GENUINE = Verdict(Outcome.GENUINE, (ASH,), digest="d" * 64)
PDF = Path(verdict_words.__file__).parents[1] / "export" / "pdf"
OTHER_WORDS = {"common_name", "unknown_signer"}
"""Texts of the two modules that look like a code and are none."""


def codes() -> set[str]:
    """Every text of verifier and judge that has the form of a reason code."""
    found = set()
    for name in ("verify.py", "judge.py", "enclosed.py", "apart.py"):
        for node in ast.walk(ast.parse((PDF / name).read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return {text for text in found if re.fullmatch(r"[a-z]+(_[a-z]+)+", text)} - OTHER_WORDS


def test_every_reason_has_its_sentence() -> None:
    """No code of the verifier is left without words, and no words are for a code that is gone."""
    assert codes() == set(verdict_words.REASONS)
    assert len(set(verdict_words.REASONS.values())) == len(verdict_words.REASONS)


def test_a_genuine_report_says_who_when_unchanged_and_what_is_missing() -> None:
    """In this order: how many, who and when, their words, unchanged, what is missing, what now."""
    said = verdict_words.sentences(GENUINE)
    assert said == (
        "It carries one signature.",
        "Ash Pemberton signed as interviewer.",
        "Tuesday 10 March 2026 at 14:30, by the signer\u2019s own clock.",
        "The six words of Ash Pemberton: amber ferry.",
        "The whole file is covered, and nothing in it was changed after signing.",
        "The countersignature of a supervisor is missing.",
        "You can rely on who signed it, and that these are the words they signed.",
    )
    assert verdict_words.headline(GENUINE) == ("Genuine, not countersigned yet", "good")


def test_a_countersigned_report_names_both() -> None:
    """Two people, and nothing is missing any more."""
    both = replace(GENUINE, signatures=(ASH, JO), countersigned=True)
    said = " ".join(verdict_words.sentences(both))
    assert "two signatures" in said
    assert "Jo Marsh signed as supervisor" in said
    assert "missing" not in said
    assert verdict_words.headline(both)[0] == "Genuine and countersigned"


@pytest.mark.parametrize("variant", Variant)
def test_every_variant_says_what_it_is(variant: Variant) -> None:
    """And a supervisor's signature is missed only where there is a place for it."""
    verdict = replace(GENUINE, variant=variant, of="e" * 64)
    said = verdict_words.sentences(verdict)
    assert said[0] == verdict_words.VARIANTS[variant]
    missed = "The countersignature of a supervisor is missing." in said
    assert missed == variant.countersigned
    assert ("One signature is all that this paper needs." in said) != variant.countersigned
    changed = replace(verdict, outcome=Outcome.CHANGED, reasons=("not_whole_file",))
    assert verdict_words.VARIANTS[variant] not in verdict_words.sentences(changed)
    assert ("not countersigned" in verdict_words.headline(verdict)[0]) == variant.countersigned
    told = verdict_words.told(verdict)
    assert (told["variant"], told["of"]) == (variant.value, "e" * 64)


def test_a_broken_signature_is_never_said_to_be_somebodys() -> None:
    """The name is only what stands there; the words of a card would lend it weight."""
    broken = replace(ASH, intact=False)
    verdict = Verdict(Outcome.CHANGED, (broken,), reasons=("signature_broken", "not_whole_file"))
    said = verdict_words.sentences(verdict)
    assert not [one for one in said if "Ash Pemberton signed" in one or "amber" in one]
    assert verdict_words.REASONS["signature_broken"] in said
    assert verdict_words.REASONS["not_whole_file"] in said
    assert not [one for one in said if "nothing in it was changed" in one or "14:30" in one]
    assert verdict_words.headline(verdict)[1] == "danger"


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("countersigned", [True, False])
def test_the_quick_look_calls_nothing_genuine_or_unchanged(
    outcome: Outcome,
    countersigned: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """What it has not compared it does not judge; what is wrong already is said at once."""
    verdict = Verdict(outcome, (ASH,), countersigned=countersigned)
    words, tone = verdict_words.first_headline(verdict)
    assert tone != "good"
    assert words.startswith("Not genuine") or "enuine" not in words
    assert not re.search("nchanged|not changed|ountersigned", words)
    if outcome not in {Outcome.GENUINE, Outcome.UNKNOWN_SIGNER}:
        assert (words, tone) == verdict_words.headline(verdict)


def test_a_card_that_was_not_valid_then_is_not_called_a_strangers() -> None:
    """The card is known here; whether its owner signed at that time is in doubt."""
    late = replace(ASH, known=False)
    reasons = ("certificate_not_valid_then", "signer_unknown")
    said = verdict_words.sentences(Verdict(Outcome.UNKNOWN_SIGNER, (late,), reasons=reasons))
    assert "Somebody with the card of Ash Pemberton signed as interviewer." in said
    assert verdict_words.REASONS["certificate_not_valid_then"] in said
    assert "No card trusted here" not in " ".join(said)


def test_an_unknown_signer_is_unchanged_and_unnamed() -> None:
    """Unchanged is said, trust is not, and the way to trust is."""
    stranger = replace(ASH, known=False, fingerprint="", words=())
    verdict = Verdict(Outcome.UNKNOWN_SIGNER, (stranger,), reasons=("signer_unknown",))
    said = " ".join(verdict_words.sentences(verdict))
    assert "Somebody under the name “Ash Pemberton”" in said
    assert "nothing in it was changed" in said
    assert "compare its six words by phone" in said


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (Outcome.UNREADABLE, "not_a_pdf"),
        (Outcome.UNREADABLE, "too_large"),
        (Outcome.UNSIGNED, "no_signature"),
    ],
)
def test_a_file_without_signature_says_why_and_what_to_do(outcome: Outcome, reason: str) -> None:
    """Nothing about people or changes, of which nothing is known."""
    said = verdict_words.sentences(Verdict(outcome, reasons=(reason,)))
    assert said[0] == verdict_words.REASONS[reason]
    assert len(said) == 2


def test_a_name_out_of_a_file_cannot_steer_a_terminal() -> None:
    """Control signs and turned reading orders are replaced, endless names cut."""
    hostile = replace(ASH, name="\x1b[2JAsh\u202e" + "x" * 999, field="Boss\n")
    verdict = Verdict(Outcome.CHANGED, (hostile,), reasons=("other_fields",))
    said = " ".join(verdict_words.sentences(verdict)) + json.dumps(verdict_words.told(verdict))
    assert said.isprintable()
    assert "x" * 130 not in said


def test_the_same_verdict_as_data_has_stable_keys() -> None:
    """What a machine reads holds all that was found, and is JSON."""
    told = json.loads(json.dumps(verdict_words.told(GENUINE)))
    assert (told["outcome"], told["exit_code"], told["countersigned"]) == ("genuine", 0, False)
    assert (told["reasons"], told["digest"]) == ([], "d" * 64)
    assert told["signatures"] == [
        {
            "field": "Interviewer",
            "name": "Ash Pemberton",
            "claimed_at": "2026-03-10T14:30:00+00:00",
            "known": True,
            "intact": True,
            "fingerprint": "f" * 64,
            "certificate_sha256": "c" * 64,
            "words": ["amber", "ferry"],
        }
    ]


def test_a_real_report_is_said_in_these_words(
    workspace: Workspace, signed_interview: SignedInterview
) -> None:
    """The file of the practice talk, by the card of its signer; then without any card."""
    data = exporting.report_file(workspace, signed_interview.report)
    card = my_card(workspace)
    person = card.person
    pin = Pin(person.name, person.role, card.fingerprint, card.certificate, words(card))
    said = " ".join(verdict_words.sentences(reviewing.verify(data, (pin,))))
    assert person.name in said
    assert " ".join(words(card)) in said
    assert verdict_words.headline(reviewing.verify(data, ()))[1] == "notice"
