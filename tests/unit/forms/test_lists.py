"""Blocks, sets and the new keys of a question: read whole, each fault with place and remedy."""

from __future__ import annotations

import pytest

from rhi_desktop.forms import loader
from rhi_desktop.forms.kinds import KINDS, Given
from rhi_desktop.forms.model import About
from tests.unit.forms.written import CLOSED, PACK, added, changed

BLOCK = '\n[[block]]\nid = "signs"\ntitle.en = "Signs"\n'
SET = """
[[set]]
id = "worries"
title.en = "Worries"
source.en = "Written for a test"

[[set.indicator]]
id = "one"
text.en = "One sign"
code = "11A"
flags = ["cse", "refer_now"]

[[set.indicator]]
id = "two"
slot = true
"""
BESIDE = PACK[: PACK.index("[[section]]")]
"""The head of a pack: name, language, title, words."""
FAULTS = [
    (added(BLOCK.replace("signs", "boots")), "block_unknown", "block[1] boots.id",
     "use_known_block"),
    (added(BLOCK + BLOCK), "id_twice", "block[2] signs.id", "choose_new_id"),
    (added(BLOCK + "ideas = 5"), "field_type", "block[1] signs.ideas", "correct_type"),
    (added(BLOCK + "x = 5"), "field_unknown", "block[1] signs.x", "remove_field"),
    (added(SET + SET.replace('"one"', '"three"').replace('"two"', '"four"')), "id_twice",
     "set[2] worries.id", "choose_new_id"),
    (added(SET + SET.replace('"worries"', '"more"').replace('"two"', '"four"')), "id_twice",
     "set[2] more.indicator[1] one.id", "choose_new_id"),
    (added(SET.replace('source.en = "Written for a test"\n', "")), "field_missing",
     "set[1] worries.source", "add_field"),
    (added(SET.replace('"11A"', '"A11"')), "code_form", "set[1] worries.indicator[1] one.code",
     "use_factor_code"),
    (added(SET.replace('"cse"', '"bad"')), "flag_unknown", "set[1] worries.indicator[1] one.flags",
     "use_known_flag"),
    (added(SET + 'text.en = "Not empty"'), "slot_filled", "set[1] worries.indicator[2] two.slot",
     "remove_field"),
    (added(SET.replace('text.en = "One sign"\n', "")), "field_missing",
     "set[1] worries.indicator[1] one.text", "add_field"),
    (BESIDE.encode(), "field_missing", "section", "add_field"),
    (added(CLOSED + "first = 1"), "field_type", "question[6] more.first", "correct_type"),
    (added(CLOSED + 'group = "A"'), "field_type", "question[6] more.group", "correct_type"),
    (added(
        '\n[[section]]\nid = "away"\ntitle.en = "A"\n' + CLOSED.replace('"why"', '"away"')
        + 'offer_when = { question = "day", answered = true }'
    ), "condition_about", "question[6] more.offer_when", "use_same_about"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "where", "remedy"), FAULTS)
def test_each_new_fault_is_named_with_place_and_remedy(
    data: bytes, code: str, where: str, remedy: str
) -> None:
    """The fault that was made is found where it stands."""
    found = loader.check(data)
    assert (found[0].code, found[0].where, found[0].facts["remedy"]) == (code, where, remedy)
    # Without sections the questions are missing as well; nothing else follows from anything.
    assert len(found) == (2 if where == "section" else 1)


def test_a_pack_of_lists_alone_asks_nothing() -> None:
    """Neither sections nor questions; its words are there for the five answers."""
    pack = loader.load((BESIDE + BLOCK + SET).encode())
    assert (pack.sections, pack.questions, pack.topics) == ((), (), ())
    assert pack.say("not_sure", "en") == "Not sure"
    assert pack.say("perhaps", "en") == ""
    (group,) = pack.sets
    assert [one.id for one in group.asked] == ["one"]
    assert group.indicators[0].flags == {"cse", "refer_now"}
    assert pack.indicator("two") is group.indicators[1]
    assert pack.indicator("three") is None
    assert pack.block("signs") is pack.blocks[0]
    assert pack.block("me") is None


def test_a_section_says_what_it_is_about() -> None:
    """The child and the time away are known beside the talk; all else belongs to it."""
    data = added(
        '\n[[section]]\nid = "child"\ntitle.en = "A"\n\n[[section]]\nid = "away"\ntitle.en = "A"'
    )
    assert [one.about for one in loader.load(data).sections] == [
        About.TALK,
        About.TALK,
        About.CHILD,
        About.EPISODE,
    ]


def test_a_scale_may_have_answers_that_are_no_number() -> None:
    """Chosen and said as its words; a number is said with what the ends mean."""
    data = changed(
        'high.en = "Good"',
        'high.en = "Good"\noptions = [{ id = "changes", text.en = "It changes" }]',
    )
    question = loader.load(data).question("after")
    assert question is not None
    kind = KINDS["scale"]
    assert kind.check(question, Given(("changes",))) == []
    assert [p.code for p in kind.check(question, Given(("perhaps",)))] == ["answer_off_scale"]
    assert kind.say(question, Given(("changes",)), "en") == "It changes"
    assert kind.say(question, Given(("3",)), "en") == "3 (0: Bad; 10: Good)"
