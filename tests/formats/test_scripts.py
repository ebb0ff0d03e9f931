"""Claims about scripts that no validator can judge: each reference line looks as it was reviewed.

The pictures in `scripts/` were looked at one by one: order of words, joined letters, vowel signs
before their consonant, half forms, brackets, numbers. After a change that is meant, draw them anew
(`python -m tests.formats.draw_scripts`), look at every one again, and only then keep them.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from PIL import Image

from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.export.pdf.breaking import right_to_left
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.words import RisenText
from tests.formats.lines_of_scripts import LINES, MOST, PICTURES, apart, drawn, pictures
from tests.formats.referees import run
from tests.unit.export import samples


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Image.Image]:
    """Every reference line as it is drawn today."""
    found = pictures(drawn(LINES), tmp_path_factory.mktemp("lines"))
    return dict(zip(LINES, found, strict=True))


def kept(name: str) -> Image.Image:
    """The picture that was reviewed."""
    return Image.open(PICTURES / f"{name.replace(' ', '_')}.png").convert("L")


@pytest.mark.parametrize("name", LINES)
def test_15_a_line_looks_as_it_was_reviewed(name: str, now: Mapping[str, Image.Image]) -> None:
    """Within what two versions of a renderer may differ."""
    assert apart(now[name], kept(name)) <= MOST


def other_order(text: str) -> str:
    """The same words the other way round."""
    return " ".join(reversed(text.split(" ")))


def unjoined(text: str) -> str:
    """The same letters, none joined to the next."""
    return "\u200c".join(text)


@pytest.mark.parametrize("name", LINES)
def test_words_in_a_wrong_order_are_seen(name: str, tmp_path: Path) -> None:
    """A check of the check: the picture of a wrong order is not taken for the right one."""
    language, text = LINES[name]
    (wrong,) = pictures(drawn({name: (language, other_order(text))}), tmp_path)
    assert apart(wrong, kept(name)) > 5 * MOST


@pytest.mark.parametrize("name", ["arabic", "urdu", "hindi", "bengali"])
def test_letters_that_are_not_joined_are_seen(name: str, tmp_path: Path) -> None:
    """A check of the check: where shaping was left out."""
    language, text = LINES[name]
    (wrong,) = pictures(drawn({name: (language, unjoined(text))}), tmp_path)
    assert apart(wrong, kept(name)) > 5 * MOST


def test_two_words_that_change_places_are_seen(tmp_path: Path) -> None:
    """A check of the check: the smallest wrong order, of two short words in a line of Urdu."""
    language, text = LINES["urdu"]
    words = text.split(" ")
    words[0], words[1] = words[1], words[0]
    (wrong,) = pictures(drawn({"urdu": (language, " ".join(words))}), tmp_path)
    assert apart(wrong, kept("urdu")) > MOST


def test_dots_in_a_wrong_place_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of the check: without the cure for heights that are forgotten."""
    monkeypatch.delattr(RisenText, "setRise")
    (wrong,) = pictures(drawn({"urdu": LINES["urdu"]}), tmp_path)
    assert apart(wrong, kept("urdu")) > MOST


def report_of_all() -> bytes:
    """A report in which the child says every reference line."""
    told = samples.account()
    lines = tuple(
        replace(samples.line(number, Voice.CHILD, text, (Topic.WHY,)), language=language)
        for number, (language, text) in enumerate(LINES.values(), 30)
    )
    return draw(samples.report(replace(told, lines=(*told.lines, *lines))))


def test_a_report_in_every_script_is_archival_accessible_and_the_same_each_time() -> None:
    """Widths of shaped letters, character maps, ActualText; and nothing of it stays behind."""
    data = report_of_all()
    for profile in ("3a", "ua1"):
        failures = page.validate_pdf_bytes(data, profile=profile).failures
        assert {failure.rule_id for failure in failures} == set()
    assert report_of_all() == data


def spoken(data: bytes) -> str:
    """What stands for the drawing of shaped rows, for whoever listens or copies."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        steps = [step for sheet in pdf.pages for step in pikepdf.parse_content_stream(sheet)]
        return " ".join(
            str(step.operands[1].ActualText)
            for step in steps
            if str(step.operator) == "BDC" and "/ActualText" in step.operands[1]
        )


def test_words_of_shaped_scripts_are_read_as_they_were_typed(tmp_path: Path) -> None:
    """Word by word in spoken order; poppler confirms those that run from left to right.

    It turns around what runs from right to left, because it takes every such text for drawn order.
    """
    path = tmp_path / "all.pdf"
    path.write_bytes(report_of_all())
    copied = run("pdftotext", path, "-")
    said = spoken(path.read_bytes())
    for name, (_, line) in LINES.items():
        words = [word for word in line.replace("\u200c", "").split(" ") if word]
        text = said if right_to_left(line) else copied
        assert [word for word in words if word not in text.replace("\u200c", "")] == [], name
