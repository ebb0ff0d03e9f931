"""Owns the names of languages as interviewers call them; any other tag is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from rhi_desktop.ui.translation import noop

LANGUAGES: Mapping[str, str] = {
    "en-GB": noop("languages", "English"),
    "cy": noop("languages", "Welsh"),
    "pl": noop("languages", "Polish"),
    "ro": noop("languages", "Romanian"),
    "pa": noop("languages", "Punjabi"),
    "ur": noop("languages", "Urdu"),
    "ar": noop("languages", "Arabic"),
    "pt": noop("languages", "Portuguese"),
    "es": noop("languages", "Spanish"),
    "bn": noop("languages", "Bengali"),
    "gu": noop("languages", "Gujarati"),
    "it": noop("languages", "Italian"),
    "fr": noop("languages", "French"),
    "so": noop("languages", "Somali"),
    "fa": noop("languages", "Farsi or Dari"),
    "ps": noop("languages", "Pashto"),
    "ku": noop("languages", "Kurdish"),
    "ti": noop("languages", "Tigrinya"),
    "sq": noop("languages", "Albanian"),
    "vi": noop("languages", "Vietnamese"),
    "uk": noop("languages", "Ukrainian"),
    "bfi": noop("languages", "British Sign Language"),
}


def language_word(tag: str) -> str:
    """What a language is called; the tag itself when nobody here has a name for it."""
    if tag in LANGUAGES:
        return QCoreApplication.translate("languages", LANGUAGES[tag])
    main = tag.split("-", maxsplit=1)[0]
    named = "en-GB" if main == "en" else main
    words = LANGUAGES.get(named)
    return tag if words is None else QCoreApplication.translate("languages", words)
