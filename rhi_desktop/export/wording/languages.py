"""Owns the names of languages in the sentences of a report."""

from __future__ import annotations

LANGUAGES: dict[str, str] = {
    "ar": "Arabic",
    "bn": "Bengali",
    "cs": "Czech",
    "cy": "Welsh",
    "en": "English",
    "fa": "Persian",
    "fr": "French",
    "hu": "Hungarian",
    "ku": "Kurdish",
    "lt": "Lithuanian",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "sk": "Slovak",
    "so": "Somali",
    "sq": "Albanian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
}


def language_name(tag: str) -> str:
    """A language by name, or its tag when we have no name for it."""
    return LANGUAGES.get(tag.split("-", maxsplit=1)[0].lower(), tag)
