"""The packs that ship: frozen by their digest, and worded as we promise to word them."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from rhi_desktop.domain.line import Topic
from rhi_desktop.errors import FormError
from rhi_desktop.forms import loader
from rhi_desktop.forms.kinds import KINDS
from rhi_desktop.forms.model import Question, Texts, singles

KEPT = Path(__file__).parents[2] / "formats" / "packs"
STARTER = loader.released("starter_v1")
BLAME = re.compile(
    r"abscond|promiscu|choosing to|put(ting)? (him|her|them)sel(f|ves) at risk|lifestyle|attention"
    r"|manipulat|naughty|bad behaviour|non-complian|refus|streetwise|runaway",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"why did(n't)? you|^did (he|she|they)\b|n't (you|it|he|she|they)\?|are you sure|should have",
    re.IGNORECASE,
)


def shipped() -> list[str]:
    """The names of the pack files that lie beside the code."""
    folder = files("rhi_desktop.forms").joinpath("packs")
    return sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))


def asked(question: Question) -> list[str]:
    """Everything of a question that may be said to a child."""
    texts: list[Texts] = [question.ask, *question.prompts]
    return [text.get("en") for text in texts]


@pytest.mark.parametrize("name", loader.released_names())
def test_a_released_pack_is_frozen(name: str) -> None:
    """The file, the lock and the bytes kept since the release have one digest, for ever."""
    kept = (KEPT / f"{name}.rhipack").read_bytes()
    released = loader.released(name)
    assert loader.load(kept) == released
    assert f'{name} = "{released.digest}"' in (
        files("rhi_desktop.forms").joinpath("packs", loader.LOCK).read_text("utf-8")
    )


def test_every_pack_file_is_in_the_lock_and_none_is_missing() -> None:
    """No pack ships without its digest being fixed."""
    assert shipped() == sorted(f"{name}.toml" for name in loader.released_names())
    assert sorted(one.name for one in KEPT.iterdir()) == sorted(
        f"{name}.rhipack" for name in loader.released_names()
    )


def test_an_edited_pack_is_refused_and_the_remedy_is_a_new_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One letter changed in a shipped file, and it is no longer that pack."""
    kept = (KEPT / "starter_v1.rhipack").read_bytes()
    lock = loader._shipped(loader.LOCK)
    edited = {loader.LOCK: lock, "starter_v1.toml": kept.replace(b"Tell me", b"Tell us", 1)}
    monkeypatch.setattr(loader, "_shipped", edited.__getitem__)
    with pytest.raises(FormError, match="pack_invalid") as caught:
        loader.released.__wrapped__("starter_v1")
    assert [(p.code, p.where) for p in caught.value.problems] == [("pack_changed", "starter_v1")]
    assert caught.value.problems[0].facts["remedy"] == "release_new_version"


def test_other_names_and_digests_are_unknown() -> None:
    """What we do not have is said to be unknown; no pack claims to be a council's form."""
    for name in ("rhi_v1", "starter_v2", "../starter_v1", ""):
        with pytest.raises(FormError, match="pack_unknown"):
            loader.released(name)


def test_the_starter_covers_the_five_topics_and_every_kind() -> None:
    """Why, where, who, what and how in this order, and no kind that nobody ever tried."""
    assert STARTER.topics == tuple(Topic)
    assert {question.kind for question in STARTER.questions} == set(KINDS)
    assert any(singles(question.offer_when) for question in STARTER.questions)


@pytest.mark.parametrize("topic", list(Topic))
def test_every_topic_has_an_open_question(topic: Topic) -> None:
    """No topic can be gone through with closed questions only; all but one begin open."""
    kinds = [one.kind for one in STARTER.questions if one.section == topic.value]
    assert "open" in kinds
    assert kinds[0] == "open" or topic is Topic.HOW


@pytest.mark.parametrize("question", STARTER.questions, ids=lambda question: question.id)
def test_every_question_says_why_it_is_asked_and_what_not_to_say(question: Question) -> None:
    """Note, reason, forms to avoid and two or three prompts are there for every question."""
    assert question.note.pairs
    assert question.why.pairs
    assert 1 <= len(question.avoid) <= 3
    assert 2 <= len(question.prompts) <= 3


@pytest.mark.parametrize("question", STARTER.questions, ids=lambda question: question.id)
def test_the_words_to_a_child_are_plain(question: Question) -> None:
    """Short sentences, short words: for a reading age of nine to eleven."""
    options = [option.text.get("en") for option in question.options]
    for text in (*asked(question), *options, question.low.get("en"), question.high.get("en")):
        for sentence in filter(None, re.split(r"[.?!]\s*", text)):
            words = sentence.split()
            assert len(words) <= 20, sentence
            assert all(len(word.strip(",'")) <= 10 for word in words), sentence


@pytest.mark.parametrize("question", STARTER.questions, ids=lambda question: question.id)
def test_no_question_leads_or_blames(question: Question) -> None:
    """What may be said holds none of the forms that `avoid` warns of; nobody is blamed anywhere."""
    for text in asked(question):
        assert not LEADING.search(text), text
        assert not BLAME.search(text), text
        assert text not in {avoided.get("en") for avoided in question.avoid}
    for text in (question.note.get("en"), question.why.get("en")):
        assert not BLAME.search(text), text


def test_sensitive_questions_can_be_left_and_begin_as_not_asked() -> None:
    """They are few, marked, and the follow-up is offered only after a yes or a not sure."""
    sensitive = [question for question in STARTER.questions if question.sensitive]
    assert [question.id for question in sensitive] == ["not_wanted", "not_wanted_told"]
    assert all(KINDS[q.kind].blank(q).value == "not_asked" for q in sensitive)
    assert singles(sensitive[1].offer_when)[0].values == ("yes", "not_sure")
