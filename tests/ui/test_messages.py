"""Claims about the sentences for codes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import rhi_desktop
from rhi_desktop.errors import BundleError, Problem, RhiError, VaultError
from rhi_desktop.forms.loader import check
from rhi_desktop.ui.messages import fault_words, problem_words, refusal
from rhi_desktop.ui.problem_words import FAULTS, FINDINGS, REMEDIES
from rhi_desktop.ui.refusal_words import REFUSALS

BLAME = ("invalid", "error", "denied", "illegal", "absconded", "failed to", "you must")
PROGRAM = Path(rhi_desktop.__file__).parent
NOTING = {"Problem", "_fix", "_look"}


def families() -> list[type[RhiError]]:
    """Every family of refusals there is, however deep."""
    found, waiting = [], [RhiError]
    while waiting:
        family = waiting.pop()
        waiting += family.__subclasses__()
        found.append(family)
    return found


def calls() -> Iterator[tuple[str, list[str]]]:
    """Every call in the program with its plain texts: the callee's name, its text arguments."""
    for file in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                callee = node.func
                name = callee.id if isinstance(callee, ast.Name) else getattr(callee, "attr", "")
                owner = getattr(callee, "value", None)
                holder = getattr(owner, "attr", getattr(owner, "id", ""))
                yield (f"{holder}.{name}" if holder else name), _texts(node)


def _texts(call: ast.Call) -> list[str]:
    """The arguments by position: a plain text as it is, anything else as a question mark."""
    return [
        argument.value
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        else "?"
        for argument in call.args
    ]


@pytest.mark.parametrize(
    ("family", "code"), [(family, code) for family in families() for code in sorted(family.codes)]
)
def test_every_refusal_says_what_happened_and_what_to_do(family: type[RhiError], code: str) -> None:
    """Every code of every family has its sentences, whatever facts come with it."""
    said = refusal(family(code))

    assert said.happened
    assert said.next
    assert "{" not in said.happened + said.safe + said.next


def test_no_sentence_is_left_over() -> None:
    """Every sentence belongs to a code."""
    assert set(REFUSALS) == {code for family in families() for code in family.codes}


def test_every_finding_of_a_check_has_words() -> None:
    """Every Problem that the program makes can be said."""
    codes = {texts[0] for name, texts in calls() if name in NOTING and texts and texts[0] != "?"}

    assert codes <= set(FINDINGS), sorted(codes - set(FINDINGS))


def test_every_fault_of_a_pack_has_words_and_a_remedy() -> None:
    """Every fault that a reader of packs or profiles notes can be said, with what to do."""
    noted = [
        texts
        for name, texts in calls()
        if name in {"faults.add", "_faults.add"} and texts and texts[0] != "?"
    ]

    assert len(noted) > 20
    assert {texts[0] for texts in noted} <= set(FAULTS), {t[0] for t in noted} - set(FAULTS)
    remedies = {texts[-1] for texts in noted if texts[-1] != "?"}
    assert remedies <= set(REMEDIES), sorted(remedies - set(REMEDIES))


def test_facts_stand_in_the_sentence() -> None:
    """A number that was given is said; a name comes from the page."""
    short = refusal(VaultError("passphrase_short", shortest=15, count=3))

    assert "15" in short.next
    assert "Who" in problem_words(Problem("topic_unaccounted", "who"), topic="Who")


def test_a_fault_names_place_and_remedy() -> None:
    """All faults of a pack come as one line each."""
    lines = [fault_words(problem) for problem in check(b'format = 1\nname = "x"\n')]

    assert lines
    assert any("Add it." in line for line in lines)


def test_a_refused_import_says_that_nothing_was_added() -> None:
    """Whatever is wrong with a bundle, the second sentence is that nothing was added."""
    for code in BundleError.codes:
        assert refusal(BundleError(code)).safe.startswith("Nothing was added.")


@pytest.mark.parametrize(
    "words",
    [*FINDINGS.values(), *(word for three in REFUSALS.values() for word in three if word)],
)
def test_no_sentence_blames(words: str) -> None:
    """Plain words, no blame (ux.md 2.4)."""
    assert not any(word in words.lower() for word in BLAME)
