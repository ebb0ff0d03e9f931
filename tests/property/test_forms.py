"""Claims about every pack and every account."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.domain import canonical
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.interview import Account
from rhi_desktop.forms import flow, loader
from rhi_desktop.forms.kinds import KINDS, YES_NO, say
from rhi_desktop.forms.kinds import given as standing
from rhi_desktop.forms.model import About, Pack, about
from tests.property.packs import OPTIONS, mappings, packs
from tests.property.strategies import accounts, answers, words

_ids = st.sampled_from([f"q{number}" for number in range(8)])
_values = st.sampled_from([*OPTIONS, *YES_NO, "0", "5", "10", "some words"])
made_up = accounts(answers(_ids, _values))


@given(mappings())
def test_every_valid_pack_is_read_and_its_canonical_bytes_are_a_fixed_point(
    mapping: dict[str, Plain],
) -> None:
    """The digest hangs on the canonical form alone, however often it goes round."""
    data = canonical.dumps(mapping)
    assert loader.check(data) == []
    assert loader.to_canonical(data) == data
    assert loader.load(data) == loader.load(loader.to_canonical(data))


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode()))
def test_no_bytes_whatsoever_crash_the_loader(data: bytes) -> None:
    """Anything at all is a pack or a list of faults, each with a remedy."""
    assert all(problem.facts["remedy"] for problem in loader.check(data))


@given(mappings(), st.data())
def test_a_pack_with_anything_taken_out_or_put_in_is_refused_with_places(
    mapping: dict[str, Plain], data: st.DataObject
) -> None:
    """Whatever a hand does to a pack ends in faults that say where, never in a crash."""
    key = data.draw(st.sampled_from(sorted(mapping)))
    wrong: list[Plain] = [0, "", [], {}, True, [[]]]
    broken = mapping | {key: data.draw(st.sampled_from(wrong))}
    problems = loader.check(canonical.dumps(broken))
    # A pack without questions, blocks or indicators is a poor one, and no fault.
    assert problems or broken[key] == []
    assert all(problem.where for problem in problems)


@given(packs(), made_up)
def test_the_flow_ends_and_keeps_the_order_of_the_pack(pack: Pack, account: Account) -> None:
    """What is offered is a part of the pack, in the pack's own order, each question once."""
    offered = flow.prompts(pack, account)
    talk = [question for question in pack.questions if about(question.section) is About.TALK]
    order = [question.id for question in talk]
    assert [q.id for q in offered] == [i for i in order if i in {q.id for q in offered}]
    assert all(q in offered for q in talk if q.offer_when is None)
    parts = (flow.prompts(pack, account, section.id) for section in pack.sections)
    apart = [q.id for part in parts for q in part if about(q.section) is About.TALK]
    assert sorted(apart) == sorted(q.id for q in offered)


@given(packs(), made_up)
def test_an_answer_that_is_no_longer_offered_opens_nothing(pack: Pack, account: Account) -> None:
    """Taking the answers that no longer count away changes nothing of what is offered."""
    offered = {question.id for question in flow.prompts(pack, account)}
    without = tuple(answer for answer in account.answers if answer.question_id in offered)
    lines = tuple(replace(line, question_id="") for line in account.lines)
    account = replace(account, lines=lines)
    assert flow.prompts(pack, account) == flow.prompts(pack, replace(account, answers=without))


@given(packs(), made_up)
def test_what_is_unaccounted_follows_the_order_of_the_pack(pack: Pack, account: Account) -> None:
    """Topics first, then questions, each as the pack orders them; the same each time."""
    found = flow.unaccounted(pack, account)
    order = [topic.value for topic in pack.topics] + [q.id for q in pack.questions]
    assert [order.index(p.where) for p in found] == sorted(order.index(p.where) for p in found)
    assert found == flow.unaccounted(pack, account)


@given(packs(), made_up)
def test_what_is_first_or_can_be_left_is_offered(pack: Pack, account: Account) -> None:
    """Nothing is demanded that is not offered, and leaving the rest names open questions only."""
    offered = {q.id: q for q in flow.prompts(pack, account)}
    assert all(offered[found.where].first for found in flow.open_first(pack, account))
    for section in pack.sections:
        left = flow.leave_rest(pack, account, section.id)
        assert all(offered[one].sensitive and offered[one].section == section.id for one in left)


@given(packs(), st.lists(words, max_size=3))
def test_what_a_field_held_stands_as_values_or_as_one_blank(pack: Pack, held: list[str]) -> None:
    """No kind ever stores both or neither, and an empty field is never a no."""
    for question in pack.questions:
        entry = KINDS[question.kind]
        read = entry.read(question, held)
        assert bool(read.values) is (read.blank is None)
        assert entry.read(question, []).values == ()
        assert entry.say(question, entry.read(question, []), "en").casefold() not in {"", "no"}


@given(packs(), words)
def test_words_come_back_unchanged(pack: Pack, text: str) -> None:
    """A child's words in an open field are stored as given, white space and all."""
    for question in pack.questions:
        if question.kind in {"open", "words"} and text.strip():
            assert KINDS[question.kind].read(question, [text]).values == (text,)


@given(packs(), made_up)
def test_whatever_stands_can_be_said(pack: Pack, account: Account) -> None:
    """Saying never fails, whatever an imported record holds."""
    by_question = {answer.question_id: answer for answer in account.answers}
    for question in pack.questions:
        answer = by_question.get(question.id)
        assert say(question, answer, "en")
        KINDS[question.kind].check(question, standing(question, answer))
