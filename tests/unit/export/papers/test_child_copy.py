"""Claims about the child's copy: their words, what was passed on, what comes next, plain words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rhi_desktop.domain.action import Action
from rhi_desktop.domain.disclosure import StepKind
from rhi_desktop.domain.given import Given, GivenKind, Method
from rhi_desktop.domain.ids import ActionId
from rhi_desktop.domain.line import Voice
from rhi_desktop.export.papers.child_copy import CopyChosen, copy_sheet
from rhi_desktop.export.sheet import Quotes, SheetData
from rhi_desktop.export.wording import own_papers, say
from tests.unit.export import samples, whole
from tests.unit.export.papers import em
from tests.unit.export.papers.read_sheet import words

OLDEST = 6.0
"""The school grade of eleven-year-olds, which a sentence may reach."""


def quoted(sheet: SheetData) -> list[str]:
    """Everything that stands with the child's edge."""
    blocks = sheet.pages[0].panels[0].blocks
    found = [item for block in blocks if isinstance(block, Quotes) for item in block.items]
    return ["".join(run.text for run in item.text) for item in found]


def test_the_words_of_the_child_stand_once_each_and_nobody_elses_do() -> None:
    """Word for word; not what others said, saw or think."""
    account = samples.account()
    lines = [one for one in account.standing if one.voice is Voice.CHILD]
    shown = quoted(copy_sheet(account, CopyChosen(kept=True), em.AT))
    assert sorted(shown) == sorted(line.words for line in lines)
    assert "zanzibar" not in words(copy_sheet(account, CopyChosen(kept=True), em.AT))


def test_what_the_child_asked_to_keep_is_not_on_it_until_asked_for() -> None:
    """Its absence is said, with a number, and nothing else of it."""
    account = samples.account()
    kept = [one for one in account.standing if one.keep_from]
    printed = words(copy_sheet(account, CopyChosen(), em.AT))
    assert kept
    assert all(line.words not in printed for line in kept)
    assert "One thing is not on this paper" in printed
    assert "Stepfather" not in printed
    asked = words(copy_sheet(account, CopyChosen(kept=True), em.AT))
    assert all(line.words in asked for line in kept)
    assert "not on this paper" not in asked


def test_what_would_give_it_away_is_not_on_it_either() -> None:
    """A step, a promise or a line of the plan that names whom the child keeps."""
    account = samples.account()
    dex = replace(whole.account().entities[0], name="Dex", keep_from=("Stepfather",), line_ids=())
    step = replace(action(1, knows=True, agrees=True), what="Talk to police about Dex")
    lines = (*em.MADE[:3], (em.B.HELPS, em.C, "not in dex his car"))
    told = replace(account, entities=(dex,), actions=(step,), plan=em.made(lines))
    printed = words(copy_sheet(told, CopyChosen(), em.AT))
    assert "dex" not in printed.casefold()
    assert re.search(r"\d things are not on this paper", printed)
    assert "Dex" in words(copy_sheet(told, CopyChosen(kept=True), em.AT))


def test_what_was_told_at_once_is_not_on_it_until_asked_for() -> None:
    """Whoever finds the paper does not learn it."""
    account = whole.account()
    told = {
        step.words
        for one in account.disclosures
        for step in one.steps
        if step.kind is StepKind.WORDS
    }
    assert told
    assert not told & set(quoted(copy_sheet(account, CopyChosen(), em.AT)))


def test_who_was_told_and_who_was_given_what_is_said_with_its_day() -> None:
    """From the steps and from the log; papers of the child's own are no news."""
    at = datetime(2026, 3, 11, 9, tzinfo=UTC)
    given = tuple(
        Given(em.account(None).case.id, kind, "Ruth Adeyemi", "social worker", "", method, at, "")
        for kind, method in ((GivenKind.FULL, Method.EMAIL), (GivenKind.POCKET, Method.PRINTED))
    )
    printed = words(copy_sheet(whole.account(), CopyChosen(given=given), em.AT))
    assert "We told the police on " in printed
    assert "We gave the whole report to Ruth Adeyemi (social worker) on Wed 11 March." in printed
    assert printed.count("We gave") == 1


def test_nothing_passed_on_is_said_as_what_is_known() -> None:
    """No note is no proof."""
    assert say("copy_passed_none") in words(copy_sheet(samples.account(), CopyChosen(), em.AT))


def action(number: int, *, knows: bool | None, agrees: bool | None) -> Action:
    """One action and what the child knows of it."""
    name, day = ActionId(f"a{number}"), date(2026, 3, 12)
    made = Action(name, samples.INTERVIEW, number, f"step {number}", "Ruth", day)
    return replace(made, child_knows=knows, child_agrees=agrees)


def test_only_what_the_child_knows_of_comes_next() -> None:
    """What they agreed to, and apart from it what they said no to."""
    actions = (
        action(1, knows=True, agrees=True),
        action(2, knows=True, agrees=False),
        action(3, knows=None, agrees=None),
        action(4, knows=False, agrees=None),
    )
    account = replace(samples.account(), actions=actions)
    printed = words(copy_sheet(account, CopyChosen(), em.AT))
    assert printed.index("step 1") < printed.index("You said no to this") < printed.index("step 2")
    assert "step 3" not in printed
    assert "step 4" not in printed


def test_the_plan_is_on_it_without_safe_places_and_code_word() -> None:
    """Or not at all."""
    account = em.account(em.made())
    printed = words(copy_sheet(account, CopyChosen(), em.AT))
    assert "Headphones and the window seat" in printed
    assert "Knock and wait. Nights too." in printed
    assert "the flat over the tyre place. The arcade" not in printed
    assert "My word is in" not in printed
    without = words(copy_sheet(account, CopyChosen(plan=False), em.AT))
    assert "Headphones" not in without
    no = em.account(replace(em.made(), declined=True))
    assert say("copy_plan_none") in words(copy_sheet(no, CopyChosen(), em.AT))


def test_a_child_whose_words_nobody_wrote_down_is_told_so() -> None:
    """And that they can still speak."""
    bare = replace(samples.account(), lines=(), plan=None)
    assert say("copy_nothing") in words(copy_sheet(bare, CopyChosen(), em.AT))


def syllables(word: str) -> int:
    """About as many as it has: groups of vowels, without a silent e."""
    plain = re.sub(r"(?<=[^aeioul])e(?:s|d)?$", "", word.casefold())
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def grade(text: str) -> float:
    """School grade by Flesch and Kincaid; 5 to 6 is an age of ten or eleven."""
    sentences = [one for one in re.split(r"[.!?:;]+\s*", text) if re.search(r"\w", one)]
    found = re.findall(r"[A-Za-z\u2019']+", text)
    spoken = sum(syllables(word) for word in found)
    return 0.39 * len(found) / len(sentences) + 11.8 * spoken / len(found) - 15.59


def sentences() -> list[str]:
    """Every sentence of the child's papers, with names in it."""
    facts = {
        "called": "Em",
        "name": "Jo",
        "when": "10 March",
        "count": "3",
        "title": "My plan",
        "names": "Nan",
        "parts": "my phone",
        "whom": "the police",
        "what": "the report",
        "first": "Nan",
        "last": "Jo",
        "organisation": "Lantern Row",
        "caption": "the sea",
        "page": "1",
        "pages": "2",
    }
    return [text.format(**facts) for text in own_papers.SAID.values()]


@pytest.mark.parametrize("sentence", [one for one in sentences() if len(one.split()) > 5])
def test_the_papers_can_be_read_at_eleven(sentence: str) -> None:
    """Every sentence of more than five words."""
    assert grade(sentence) <= OLDEST, round(grade(sentence), 1)


def test_the_measure_of_reading_knows_hard_words() -> None:
    """Hard words do not pass, nor does a long plain sentence."""
    hard = "Professionals disseminated safeguarding information without obtaining agreement."
    assert grade(hard) > OLDEST
    assert grade("and then we went to the sea and " * 12) > OLDEST
