"""Claims about the drawn file as a whole."""

from __future__ import annotations

from dataclasses import replace

import page
import pytest

from rhi_desktop.errors import ExportError
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.pages import pages
from tests.unit.export import samples

PROFILES = ("3a", "ua1")
MIXED = (
    "\U0001f600 \u2764\ufe0f \u042f\u043a \u03a9 \u2192 \u2713 \ufffd caf\u00e9\ttab\nline "
    "\u05e9\u05dc\u05d5\u05dd (24) \u0633\u0644\u0627\u0645 Nan"
)


def sound(data: bytes) -> bool:
    """Both validators pass."""
    return all(page.is_pdf_compliant_bytes(data, profile=profile) for profile in PROFILES)


def test_the_same_report_gives_the_same_bytes() -> None:
    """Also with shaped letters, and with other reports drawn in between."""
    report = samples.report(samples.with_words(MIXED))
    first = draw(report)
    draw(samples.report(samples.with_words("\u0628\u0627\u0628 \u05d0 something else")))
    assert draw(report) == first


def test_letters_of_many_scripts_are_drawn_and_sound() -> None:
    """Emoji, Cyrillic, Greek, arrows, U+FFFD, Hebrew and Arabic do not stop an export."""
    assert sound(draw(samples.report(samples.with_words(MIXED))))


def test_two_hundred_thousand_characters_are_drawn_whole() -> None:
    """Split over many pages, with no word lost."""
    said = "and then we went down to the water again " * 4900
    data = draw(samples.report(samples.with_words(said[:200_000])))
    text = " ".join(image.text for image in pages(data, 40))
    assert text.count("water") == said[:200_000].count("water")


@pytest.mark.parametrize("draft", [True, False])
def test_an_account_with_nothing_in_it_is_drawn(*, draft: bool) -> None:
    """Every path that is no full talk ends in an equally good report."""
    told = samples.account()
    bare = replace(told, lines=(), answers=(), plan=None, attempts=(), episodes=())
    assert sound(draw(samples.report(bare, draft=draft)))


def test_a_report_of_long_answers_is_drawn() -> None:
    """A cell taller than a page goes on over the next."""
    told = samples.account()
    long = "one more thing I wanted to say about that " * 400
    answers = tuple(replace(a, values=(long,), blank=None, reason=long) for a in told.answers[2:3])
    assert sound(draw(samples.report(replace(told, answers=answers))))


def test_it_is_told_how_far_the_drawing_is() -> None:
    """From nothing to the whole, never back."""
    heard: list[tuple[int, int]] = []
    data = draw(samples.report(), lambda done, of: heard.append((done, of)))
    assert data == draw(samples.report())
    assert {of for _, of in heard} == {100}
    shares = [done for done, _ in heard]
    assert shares == sorted(shares)
    assert len(set(shares)) > 10
    assert shares[-1] == 100


@pytest.mark.parametrize("at", [1, 30, 60, 95])
def test_who_hears_it_may_end_it(at: int) -> None:
    """Wherever it is; the next drawing is as it would have been."""

    def stop(done: int, _of: int) -> None:
        if done >= at:
            raise ExportError("drawing_stopped")

    with pytest.raises(ExportError, match="drawing_stopped"):
        draw(samples.report(samples.with_words(MIXED)), stop)
    report = samples.report()
    assert draw(report) == draw(report)
