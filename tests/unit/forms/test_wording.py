"""How every shipped question is worded: plain, open first, without leading or blaming anybody."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from rhi_desktop.domain.line import Topic
from rhi_desktop.domain.plan import PlanBlock
from rhi_desktop.forms import loader
from rhi_desktop.forms.kinds import KINDS, YES_NO, YES_NO_BLANKS
from rhi_desktop.forms.model import VIEW, About, Block, Pack, Question, Texts, about, singles
from tests.unit.forms.reading_age import grade, sentences

STARTER, RHI, PLAN, CONCERNS = (
    loader.released(name) for name in ("starter_v1", "rhi_v1", "plan_v1", "concerns_v1")
)
ASKING = (STARTER, RHI, PLAN)
BLAME = re.compile(
    r"abscond|promiscu|choos(es?|ing) to|put(ting|s)? (him|her|them)sel(f|ves) (at risk|in danger)"
    r"|lifestyle|attention.seek|manipulat|naughty|bad behaviour|non-complian|refus|streetwise"
    r"|runaway|prostitut|alleg(ed|ing)|risky|street.?smart|difficult to engage|hard to reach",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"\bwhy did(n.t)? you|\bwhy (haven|wouldn|couldn)|^did (he|she|they)\b"
    r"|n.t (you|it|he|she|they)\?|\bare you sure|should have\b|\bmust (be|have been)\b"
    r"|\bpromise (me|not)",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\b(placement|disclos\w+|safeguard\w*|referral|missing episode|perpetrator|intelligence"
    r"|trigger|CSE|CCE|NRM|CAMHS|MASH|exploitation|vulnerab\w+|intervention|agenc(y|ies)"
    r"|professional\w*|consent|confidential\w*|statutory|assess\w*)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE, LONGEST_WORD = 20, 10
SECTION_GRADE, SENTENCE_GRADE, ENOUGH = 4.0, 8.0, 6
"""A reading age of nine, for a section as a whole; a sentence of six words may reach thirteen."""


def english(*texts: Texts) -> list[str]:
    """The English of each text that is there."""
    return [text.get("en") for text in texts if text.pairs]


def spoken(question: Question) -> list[str]:
    """Everything of a question that may be said to a child."""
    return [] if question.to_worker else english(question.ask, *question.prompts)


def read(question: Question) -> list[str]:
    """Everything of a question that a child may hear or read."""
    if question.to_worker:
        return []
    # The options of what comes first are ticked by the interviewer.
    shown = () if question.first else (option.text for option in question.options)
    return [*spoken(question), *english(*shown, question.low, question.high)]


def on_a_card(block: Block) -> list[str]:
    """Everything of a block that a child may read."""
    return english(block.title, block.hint, *block.ideas, *block.starters)


def by_section(pack: Pack) -> dict[str, list[str]]:
    """What a child reads of each section, and of each block."""
    found = {s.id: list(chain(*map(read, pack.of_section(s.id)))) for s in pack.sections}
    found |= {block.id: on_a_card(block) for block in pack.blocks}
    return {name: texts for name, texts in found.items() if texts}


def hard(texts: list[str]) -> list[str]:
    """The sentences that are too long, or too hard, or hold too long a word."""
    return [
        " ".join(words)
        for words in sentences(texts)
        if len(words) > LONGEST_SENTENCE
        or any(len(word) > LONGEST_WORD for word in words)
        or (len(words) >= ENOUGH and grade([" ".join(words)]) > SENTENCE_GRADE)
    ]


CHILD = [
    pytest.param(question, id=f"{pack.name}-{question.id}")
    for pack in ASKING
    for question in pack.questions
    if not question.to_worker
]
READ = [(pack.name, name) for pack in ASKING for name in by_section(pack)]


@pytest.mark.parametrize(("name", "part"), READ)
def test_what_a_child_reads_is_for_a_reading_age_of_nine_to_eleven(name: str, part: str) -> None:
    """Each section and card as a whole by its Flesch-Kincaid grade; no sentence far above it."""
    texts = by_section(loader.released(name))[part]
    assert grade(texts) <= SECTION_GRADE
    assert hard(texts) == []


@pytest.mark.parametrize(
    "text",
    [
        "Consequently, professional safeguarding intervention necessitates information sharing.",
        (
            "If I were to come to the view that you or somebody else might possibly be at risk of "
            "harm then I would have to tell someone who can help you with it."
        ),
        "Tell me about your accommodation.",
    ],
)
def test_the_measure_finds_words_that_are_too_hard(text: str) -> None:
    """A check that nothing could fail would promise nothing."""
    assert hard([text])
    assert grade(["Tell me about the day."]) < 1 < SECTION_GRADE
    assert grade(["The multi-agency assessment identified significant vulnerabilities."]) > 12


@pytest.mark.parametrize("question", CHILD)
def test_no_question_leads_blames_or_speaks_in_our_jargon(question: Question) -> None:
    """What may be said holds none of the forms that `avoid` warns of."""
    avoided = set(english(*question.avoid))
    for text in read(question):
        assert not LEADING.search(text), text
        assert not JARGON.search(text), text
    assert not avoided.intersection(spoken(question))


@pytest.mark.parametrize("text", ["Why did you go?", "That hurt, didn\u2019t it?", "Are you sure?"])
def test_leading_forms_are_found(text: str) -> None:
    """The check of the forms that lead can fail."""
    assert LEADING.search(text)


def test_nobody_is_blamed_anywhere() -> None:
    """Neither in a question, nor in a note, nor in an indicator or on a card of the plan."""
    asked = [
        english(q.ask, q.note, q.why, *q.prompts, *(o.text for o in q.options))
        for pack in ASKING
        for q in pack.questions
    ]
    signs = [
        english(group.title, group.note, *(i.text for i in group.indicators), i_note)
        for group in CONCERNS.sets
        for i_note in (i.note for i in group.indicators)
    ]
    cards = [[*on_a_card(block), *english(block.note)] for block in PLAN.blocks]
    found = [text for text in chain(*asked, *signs, *cards) if BLAME.search(text)]
    assert found == []
    assert BLAME.search("She absconded, putting herself at risk")


@pytest.mark.parametrize("question", CHILD)
def test_every_question_to_a_child_says_why_it_is_asked_and_what_not_to_say(
    question: Question,
) -> None:
    """Note, reason, forms to avoid and two or three prompts are there for every question."""
    assert question.note.pairs
    assert question.why.pairs
    assert 1 <= len(question.avoid) <= 3
    assert 2 <= len(question.prompts) <= 3


@pytest.mark.parametrize("pack", [STARTER, RHI], ids=lambda pack: pack.name)
@pytest.mark.parametrize("topic", list(Topic))
def test_rule_25_five_parts_each_of_them_open_first(pack: Pack, topic: Topic) -> None:
    """Why, where, who, what and how are all there; the first thing asked is open."""
    questions = pack.of_section(topic.value)
    assert "open" in {one.kind for one in questions}
    if pack is RHI:
        assert questions[0].kind == "open"
        assert re.match(r"(Tell|Talk|Describe|Who was|What would)", questions[0].ask.get("en"))
        assert not any(one.to_worker or one.sensitive for one in questions[:2])


def test_rule_26_what_comes_first_is_said_and_its_understanding_noted() -> None:
    """Purpose, not in trouble, limits, who will see it, stopping, notes; and nothing else."""
    first = [question for question in RHI.questions if question.first]
    assert [one.id.removeprefix("told_") for one in first] == [
        "purpose",
        "limits",
        "who",
        "stop",
        "notes",
    ]
    said = " ".join(one.ask.get("en") for one in first)
    for words in ("not in trouble", "have to tell", "who gets it", "stop", "write down"):
        assert words in said
    assert all({o.id for o in one.options} == {"understood", "unsure"} for one in first)


@pytest.mark.parametrize("pack", [RHI, PLAN], ids=lambda pack: pack.name)
def test_rule_28_sensitive_questions_have_five_answers_and_begin_as_not_asked(pack: Pack) -> None:
    """Yes, no, not sure, chose not to say, not asked; an empty one never stands as a no."""
    sensitive = [question for question in pack.questions if question.sensitive]
    assert sensitive
    for question in sensitive:
        assert question.kind == "yes_no"
        assert tuple(option.id for option in question.options) == YES_NO
        offered = {option.id for option in question.blanks}
        assert {blank.value for blank in YES_NO_BLANKS} <= offered
        assert KINDS[question.kind].blank(question).value == "not_asked"


def test_questions_about_harm_are_sensitive_and_tell_to_stop() -> None:
    """Each of them is there; the gravest ones say where to go, and no follow-up digs."""
    ids = {question.id for question in RHI.questions if question.sensitive}
    assert ids >= {
        "pressed_to_go", "afraid_of", "worried_back", "older_people", "friends_used", "gang",
        "online_people", "phones", "hurt", "held", "injuries", "not_wanted", "sexual", "images",
        "sexual_health", "used", "given_things", "debt", "made_to_carry", "weapons",
        "police_contact", "self_harm", "self_harm_now", "medicine",
    }  # fmt: skip
    grave = ("afraid_of", "worried_back", "hurt", "not_wanted_told", "sexual", "images",
             "made_to_carry", "self_harm")  # fmt: skip
    for name in grave:
        question = RHI.question(name)
        assert question is not None
        assert "Immediate safety" in question.note.get("en")
    asked_after = {one.question for q in RHI.questions for one in singles(q.offer_when)}
    assert not asked_after & {"sexual", "images", "hurt", "held", "weapons"}


def test_rule_42_a_level_needs_a_reason_and_nothing_is_computed() -> None:
    """Both levels are chosen by a person; a value without a reason stops the seal."""
    judged = {question.id for question in RHI.of_section(VIEW) if question.because}
    assert judged >= {"view_risk", "view_repeat"}
    assert all(q.to_worker for q in RHI.questions if q.because)
    assert not any(q.kind == "scale" for q in RHI.of_section(VIEW))


def test_what_is_known_beside_the_talk_speaks_to_the_interviewer() -> None:
    """No question about the child, the time away, the meeting or the view is read out."""
    for question in RHI.questions:
        worker = about(question.section) is not About.TALK
        if worker or question.section in {VIEW, "meeting"}:
            assert question.to_worker


def test_rule_49_the_plan_has_words_for_every_block() -> None:
    """Titles, hints and ideas for all of them; nothing in a plan is required."""
    assert [block.id for block in PLAN.blocks] == [block.value for block in PlanBlock]
    assert all(block.hint.pairs and block.ideas and block.starters for block in PLAN.blocks)
    assert not any(question.first or question.because for question in PLAN.questions)


def test_rule_52_whether_it_is_safe_to_take_home_is_asked() -> None:
    """With five answers: nobody is taken to have said yes."""
    question = PLAN.question("plan_take_home")
    assert question is not None
    assert question.sensitive


def test_apostrophes_are_typographic_in_what_is_new() -> None:
    """The starter is frozen with its straight ones; nothing after it has any."""
    for pack in (RHI, PLAN, CONCERNS):
        texts = [english(q.ask, q.note, q.why, *q.prompts, *q.avoid) for q in pack.questions]
        texts += [on_a_card(block) for block in pack.blocks]
        texts += [english(i.text, i.note) for group in pack.sets for i in group.indicators]
        assert [text for text in chain(*texts) if "'" in text] == []
