"""Claims about the words of the plan's pages: short, plain, and none that weighs or alarms."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from rhi_desktop.ui import child
from tests.unit.forms.reading_age import grade, sentences, syllables

PAGES = sorted(Path(child.__file__).parent.glob("*.py"))
HIGHEST = 5.0
"""Ten or eleven years old, read as a whole."""
LONGEST = 20
WEIGHS = {
    "risk", "danger", "dangerous", "must", "required", "score", "fail", "failed", "wrong",
    "refuse", "refused", "absconded", "comply", "incident", "disclosure", "perpetrator", "victim",
}  # fmt: skip


def texts() -> list[str]:
    """Every text that the pages hand to translation."""
    return [text for page in PAGES for text in _of(ast.parse(page.read_text("utf-8")))]


def _of(tree: ast.Module) -> list[str]:
    found = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        name = call.func.id if isinstance(call.func, ast.Name) else name
        place = {"tr": 0, "_tr": 0, "noop": 1, "translate": 1}.get(name)
        if place is None or len(call.args) <= place:
            continue
        words = call.args[place]
        if isinstance(words, ast.Constant) and isinstance(words.value, str):
            found.append(re.sub(r"\{\w+\}|%n|\(s\)", "one", words.value))
    return found


def test_the_pages_have_texts() -> None:
    """The test reads something."""
    assert len(texts()) > 100


def test_rule_76_a_child_of_ten_can_read_the_pages() -> None:
    """Read one after the other."""
    assert grade(texts()) <= HIGHEST


def test_no_sentence_is_long() -> None:
    """One idea at a time."""
    assert [" ".join(words) for words in sentences(texts()) if len(words) > LONGEST] == []


def test_no_word_is_hard() -> None:
    """Four syllables and more are for grown-ups."""
    words = {word for sentence in sentences(texts()) for word in sentence}
    assert sorted(word for word in words if syllables(word) > 3) == []


@pytest.mark.parametrize("word", sorted(WEIGHS))
def test_no_word_weighs_or_alarms(word: str) -> None:
    """Whatever page it stands on, and whether it is shown now or not."""
    said = [words for words in texts() if word in re.findall(r"[a-z]+", words.lower())]
    assert said == []


def test_rule_51_a_child_is_never_asked_to_sign() -> None:
    """A plan is no contract: adults promise, a child does not."""
    words = {word.lower() for sentence in sentences(texts()) for word in sentence}
    assert words & {"sign", "signature", "agreement", "contract"} == set()
