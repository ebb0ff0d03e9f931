"""Reading a pack: every fault at once, each with its code, its exact place and its remedy."""

from __future__ import annotations

import hashlib
import tomllib

import pytest

from rhi_desktop.domain import canonical
from rhi_desktop.errors import FormError
from rhi_desktop.forms import loader
from tests.unit.forms.written import CLOSED, PACK, added, changed

FAULTS = [
    # shape
    (changed('name = "small"', 'name = "Small Pack"'), "id_form", "name", "use_plain_id"),
    (changed('name = "small"', "name = 5"), "field_type", "name", "correct_type"),
    (changed("format = 1", "format = 2"), "out_of_range", "format", "stay_in_range"),
    (changed("format = 1", "format = true"), "field_type", "format", "correct_type"),
    (changed("format = 1", "format = 1.0"), "field_type", "format", "correct_type"),
    (changed('language = "en"', ""), "field_missing", "language", "add_field"),
    (changed('title.en = "A small pack"', 'title = "A"'), "field_type", "title", "correct_type"),
    (changed('not_sure.en = "Not sure"', ""), "field_missing", "words.not_sure", "add_field"),
    (changed('yes.cy = "Ydw"', 'yes.Welsh = "Y"'), "language_form", "words.yes.Welsh", None),
    (changed('yes.cy = "Ydw"', "maybe = 1"), "field_unknown", "words.maybe", "remove_field"),
    (changed('ask.cy = "Dwed', 'colour = 1 #"'), "field_unknown", "question[1] day.colour", None),
    (
        changed('ask.en = "Which is closest?"', ""),
        "field_missing",
        "question[2] how_it_was.ask",
        None,
    ),
    (
        changed('ask.en = "Which is closest?"', 'ask.cy = "?"'),
        "english_missing",
        "question[2] how_it_was.ask.en",
        "add_english",
    ),
    (
        changed('ask.en = "Which is closest?"', 'ask.en = "  "'),
        "text_blank",
        "question[2] how_it_was.ask.en",
        "write_text",
    ),
    (
        changed('ask.en = "Which is closest?"', f'ask.en = "{"a" * 2001}"'),
        "text_too_long",
        "question[2] how_it_was.ask.en",
        "shorten",
    ),
    (added(CLOSED + "prompts = 5"), "field_type", "question[6] more.prompts", "correct_type"),
    (added(CLOSED + 'prompts = ["a"]'), "field_type", "question[6] more.prompts[1]", None),
    (added(CLOSED + 'sensitive = "yes"'), "field_type", "question[6] more.sensitive", None),
    (added("\n[extra]\na = 1"), "field_unknown", "extra", "remove_field"),
    (
        changed('title.en = "Why"', 'title.en = "Why"\nx = 1'),
        "field_unknown",
        "section[1] why.x",
        None,
    ),
    (
        changed('text.en = "It happened" }', 'text.en = "It happened", x = 1 }'),
        "field_unknown",
        "question[2] how_it_was.options[1] sudden.x",
        "remove_field",
    ),
    # parts
    (
        added('\n[[section]]\nid = "why"\ntitle.en = "A"'),
        "section_duplicate",
        "section[3] why",
        None,
    ),
    (
        added('\n[[section]]\nid = "when"\ntitle.en = "A"'),
        "section_unknown",
        "section[3] when.id",
        None,
    ),
    (added(CLOSED.replace('"why"', '"how"')), "section_unknown", "question[6] more.section", None),
    (
        added(CLOSED.replace('"more"', '"day"')),
        "id_duplicate",
        "question[6] day.id",
        "choose_new_id",
    ),
    (
        added(CLOSED.replace('"words"', '"slider"')),
        "kind_unknown",
        "question[6] more.kind",
        "use_known_kind",
    ),
    # options
    (
        changed('kind = "choice"', 'kind = "words"'),
        "options_superfluous",
        "question[2] how_it_was.options",
        "remove_field",
    ),
    (
        changed('kind = "open"\nask.en = "Tell me about', 'kind = "many"\nask.en = "Tell me about'),
        "options_missing",
        "question[1] day.options",
        "list_two_options",
    ),
    (
        changed('{ id = "planned", text', '{ id = "sudden", text'),
        "option_duplicate",
        "question[2] how_it_was.options[2] sudden",
        "choose_new_id",
    ),
    (
        changed('{ id = "planned", text', '{ id = "not_asked", text'),
        "option_reserved",
        "question[2] how_it_was.options[2] not_asked",
        "choose_new_id",
    ),
    (changed('low.en = "Bad"\n', ""), "end_missing", "question[5] after.low", "name_both_ends"),
    (added(CLOSED + 'low.en = "A"'), "end_superfluous", "question[6] more.low", "remove_field"),
]

BYTES = [
    (b"\xff\xfe", "not_utf8", "", "save_as_utf8"),
    (b"a = 'caf\xe9'", "not_utf8", "", "save_as_utf8"),
    (b"format = 1\nname = ", "not_toml", "line 2", "correct_spelling"),
    (b"format = 1\nformat = 1\n", "not_toml", "line 2", "correct_spelling"),
    (b"\xef\xbb\xbfformat = 1", "not_toml", "line 1", "correct_spelling"),
    (b'{"format": 1}', "not_canonical", "", "write_canonical"),
    (b"{", "not_canonical", "", "write_canonical"),
    (b"a = " + b"[" * 13 + b"]" * 13, "too_deep", "", "flatten"),
    (b"a = " + b"[" * 2000, "too_deep", "", "flatten"),
    (b"a = \n" + b"[\n" * 100_000, "not_toml", "line 1", "correct_spelling"),
    (b"a = [\n" + b"[\n" * 100_000, "too_deep", "", "flatten"),
    (b".".join([b"a"] * 3000) + b" = 1", "line_too_long", "line 1", "shorten"),
    (b"#" * (256 * 1024 + 1), "too_large", "", "shorten"),
]


def test_the_small_pack_has_no_fault() -> None:
    """What the tests below break is whole before."""
    assert loader.check(PACK.encode()) == []


@pytest.mark.parametrize(("data", "code", "where", "remedy"), FAULTS)
def test_each_fault_is_named_with_place_and_remedy(
    data: bytes, code: str, where: str, remedy: str | None
) -> None:
    """Exactly the fault that was made is found, and nothing that only follows from it."""
    found = loader.check(data)
    assert [(problem.code, problem.where) for problem in found] == [(code, where)]
    assert found[0].facts["remedy"] == remedy or remedy is None
    for refuse in (loader.load, loader.to_canonical):
        with pytest.raises(FormError, match="pack_invalid"):
            refuse(data)


@pytest.mark.parametrize(("data", "code", "where", "remedy"), BYTES)
def test_bytes_that_are_no_table_are_told_apart(
    data: bytes, code: str, where: str, remedy: str
) -> None:
    """Wrong encoding, spelling, size and depth each have their code; the line is named."""
    found = loader.check(data)
    assert [(p.code, p.where, p.facts["remedy"]) for p in found] == [(code, where, remedy)]
    with pytest.raises(FormError, match="pack_unreadable"):
        loader.load(data)


def test_all_faults_come_at_once() -> None:
    """One reading names them all, in the order of the file."""
    data = added(
        '\n[[question]]\nid = "day"\nsection = "nowhere"\nkind = "slider"\nask.cy = "?"\nx = 1\n'
        'offer_when = { question = "ghost", is = ["a"] }\n'
    ).replace(b'language = "en"', b"language = 1")
    assert {(problem.code, problem.where) for problem in loader.check(data)} == {
        ("field_type", "language"),
        ("english_missing", "question[6] day.ask.en"),
        ("field_unknown", "question[6] day.x"),
        ("id_duplicate", "question[6] day.id"),
        ("section_unknown", "question[6] day.section"),
        ("kind_unknown", "question[6] day.kind"),
        ("condition_unknown", "question[6] day.offer_when"),
    }


def test_both_spellings_are_the_same_pack() -> None:
    """TOML for packs that are written, canonical JSON for packs that are signed: one digest."""
    data = loader.to_canonical(PACK.encode())
    assert data == canonical.dumps(tomllib.loads(PACK))
    assert loader.load(data) == loader.load(PACK.encode())
    assert loader.load(data).digest == hashlib.sha256(data).hexdigest()


def test_the_digest_hangs_on_meaning_and_not_on_looks() -> None:
    """A comment or another order of keys changes nothing; one letter of a question does."""
    pack = loader.load(PACK.encode())
    swapped = 'kind = "open"\nsection = "why"\n#\nask.en = "Tell me about'
    same = changed('section = "why"\nkind = "open"\nask.en = "Tell me about', swapped)
    assert loader.load(same).digest == pack.digest
    assert loader.load(changed("about the day.", "about that day.")).digest != pack.digest


def test_a_pack_holds_what_was_written() -> None:
    """Order and options come through, and what is not there is not found."""
    pack = loader.load(PACK.encode())
    assert [section.id for section in pack.sections] == ["why", "what"]
    assert [q.id for q in pack.questions if q.section == "what"] == ["harm", "harm_told", "after"]
    assert [option.id for option in pack.questions[2].options] == ["yes", "no", "not_sure"]
    assert pack.question("nowhere") is None


def test_a_missing_translation_falls_back_visibly() -> None:
    """English stands in and says that it does; a regional tag finds its language."""
    day, choice = loader.load(PACK.encode()).questions[:2]
    assert day.ask.get("cy") == "Dwed wrtha i am y diwrnod."
    assert day.ask.get("en-GB") == "Tell me about the day."
    assert choice.ask.get("cy") == "[en] Which is closest?"
    assert (day.ask.language_of("cy-GB"), choice.ask.language_of("cy")) == ("cy", "en")
    assert choice.note.get("cy") == ""
