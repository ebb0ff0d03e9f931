"""Owns a small made-up pack with every part of a form, for tests of the forms before a talk."""

from __future__ import annotations

from rhi_desktop.forms.loader import load
from rhi_desktop.forms.model import Pack

_WORDS = "\n".join(
    f'{word}.en = "{said}"'
    for word, said in (
        ("yes", "Yes"),
        ("no", "No"),
        ("not_sure", "Not sure"),
        ("chose_not_to_say", "Chose not to say"),
        ("not_asked", "Not asked"),
        ("not_known", "Not known"),
        ("not_relevant", "Not relevant"),
        ("not_reached", "Not reached"),
    )
)
_SECTIONS = "\n".join(
    f'[[section]]\nid = "{name}"\ntitle.en = "{name.title()}"\n'
    for name in ("child", "away", "meeting", "before", "why", "where", "who", "what", "how")
)


def _question(section: str, name: str, kind: str, ask: str, more: str = "") -> str:
    return (
        f'[[question]]\nid = "{name}"\nsection = "{section}"\nkind = "{kind}"\n'
        f'ask.en = "{ask}"\n{more}\n'
    )


_OPTIONS = (
    'options = [{ id = "low", text.en = "Low" }, { id = "high", text.en = "High" },'
    ' { id = "other", text.en = "Something else" }]'
)
_WORKER = "to_worker = true"
_QUESTIONS = "\n".join(
    (
        _question(
            "child",
            "school",
            "words",
            "Which school?",
            f'{_WORKER}\ngroup.en = "School and health"',
        ),
        _question(
            "child",
            "disabled",
            "yes_no",
            "Is there a disability?",
            f'{_WORKER}\nsensitive = true\ngroup.en = "School and health"',
        ),
        _question(
            "child",
            "disabled_what",
            "words",
            "Which one?",
            f'{_WORKER}\ngroup.en = "School and health"\n'
            'offer_when = { question = "disabled", is = ["yes"] }',
        ),
        _question(
            "child",
            "services",
            "many",
            "Known to which services?",
            f'{_WORKER}\n{_OPTIONS}\ngroup.en = "Services"\nnote.en = "Tick what is known."',
        ),
        _question(
            "child", "contact", "open", "Who may be rung?", f'{_WORKER}\ngroup.en = "Services"'
        ),
        _question(
            "away",
            "risk",
            "choice",
            "Which grade did the police give?",
            f"{_WORKER}\nbecause = true\n{_OPTIONS}",
        ),
        _question("away", "referred", "when", "When did the referral come?", _WORKER),
        _question("meeting", "chosen", "yes_no", "Did the child choose the place?", _WORKER),
        _question(
            "before",
            "no_trouble",
            "yes_no",
            "You are not in trouble.",
            'first = true\nnote.en = "Say it first."',
        ),
        _question(
            "before",
            "limits",
            "open",
            "If somebody could get hurt, I have to tell someone who can help.",
            "first = true",
        ),
    )
)


def form_pack() -> Pack:
    """The pack."""
    text = (
        f'format = 1\nname = "forms_v1"\nlanguage = "en"\ntitle.en = "Forms"\n'
        f"[words]\n{_WORDS}\n{_SECTIONS}\n{_QUESTIONS}"
    )
    return load(text.encode())
