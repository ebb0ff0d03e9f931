"""Owns the card on the right of an import: what would be added, what was, or what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.card import Card
from rhi_desktop.errors import RhiError
from rhi_desktop.ui import messages, verdict_words
from rhi_desktop.ui.cards.card_words import word_chips
from rhi_desktop.ui.exchange.import_contents import Contents
from rhi_desktop.ui.exchange.import_words import CountRow, apart_words, count_rows
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    TONE_ICONS,
    Button,
    Icon,
    Item,
    Text,
    card,
    column,
    hline,
    row,
    sized,
    wrap,
)
from rhi_desktop.workflow import trusting
from rhi_desktop.workflow.reviewing import Verdict

NUMBERS = 44


def contents_card(contents: Contents, verdicts: Sequence[Verdict], sender: Card) -> QFrame:
    """Counts, whether the report is genuine, what stays apart, and whose key signed it."""
    parts: list[Item] = [*_counts(_tr("What would be added"), count_rows(contents))]
    if not contents.changes:
        none = _tr("Nothing that is not here already.")
        if contents.removed:
            none = _tr("Nothing. The case was removed from this laptop.")
        elif not contents.apart:
            none = _tr("Nothing. Everything in it is here already.")
        parts.append(Text(none, BODY, wrap=True))
    for verdict in verdicts:
        parts += [14, hline(), 14, _verdict(verdict)]
    if contents.apart:
        title = Text(_tr("Changed in both places"), STRONG, wrap=True)
        kept = Text(_tr("Kept apart: not written."), SMALL_QUIET, wrap=True)
        parts += [14, hline(), 14, title, 4, Text(apart_words(contents), QUIET, wrap=True), 2, kept]
    whose = _tr("{name}\u2019s key, in words").format(name=sender.person.name)
    parts += [16, hline(), 14, Text(whose, SMALL_QUIET, wrap=True), 8]
    parts.append(word_chips(trusting.words(sender)))
    return _padded(parts)


def added_card(contents: Contents) -> QFrame:
    """What was written, and what was not."""
    parts: list[Item] = [*_counts(_tr("What was added"), count_rows(contents))]
    if contents.apart:
        title = Text(_tr("Still apart"), STRONG, wrap=True)
        parts += [14, hline(), 14, title, 4, Text(apart_words(contents), QUIET, wrap=True)]
    return _padded(parts)


def to_do_card(error: RhiError, cards: Callable[[], object] | None) -> QFrame:
    """What to do about a refusal; `cards` leads to the cards where that helps."""
    parts: list[Item] = [
        Text(_tr("What to do"), H3),
        10,
        Text(messages.refusal(error).next, BODY, wrap=True),
        18,
        hline(),
        10,
    ]
    code = Text(_tr("Code: {code}").format(code=error.code), SMALL_QUIET, wrap=True)
    code.hide()
    details = _link(_tr("Details for support"), "details", "right")
    details.clicked.connect(lambda: code.setVisible(code.isHidden()))
    go = _link(_tr("Go to the cards"), "go_cards")
    if cards is not None:
        go.clicked.connect(cards)
    links: tuple[Item, ...] = (details, "*", go) if cards is not None else (details, "*")
    parts += [wrap(row(*links)), code]
    return _padded(parts)


def report_card() -> QFrame:
    """What can be done with a report that came alone."""
    return _padded(
        [
            Text(_tr("What to do"), H3),
            10,
            Text(_tr("To have it in your cases, ask the sender for a bundle."), BODY, wrap=True),
            10,
            Text(
                _tr("Anybody can check it without a vault, with the sender\u2019s card:"), wrap=True
            ),
            6,
            Text("rhi-desktop verify REPORT.pdf --card SENDER.rhicard", SMALL_QUIET, wrap=True),
        ]
    )


def _counts(title: str, rows: Sequence[CountRow]) -> list[Item]:
    parts: list[Item] = [Text(title, H3, wrap=True), 10]
    for count, words in rows:
        number = sized(wrap(row(Text(str(count), H3), "*")), NUMBERS)
        parts.append(wrap(row(number, (Text(words, BODY, wrap=True), 1), margins=(0, 4, 0, 4))))
    return parts


def _verdict(verdict: Verdict) -> QWidget:
    headline, tone = verdict_words.headline(verdict)
    why = Text(verdict_words.reasoning(verdict), SMALL_QUIET, wrap=True)
    words = column(Text(headline, BODY.medium, wrap=True), why)
    sign = wrap(column(2, Icon(TONE_ICONS[tone], tone, 20), "*"))
    return wrap(row(sized(wrap(row(sign, "*")), NUMBERS), (wrap(words), 1)))


def _link(words: str, name: str, icon: IconName | None = None) -> Button:
    link = Button(words, "link", icon, size=SMALL_LINE)
    link.setObjectName(name)
    return link


def _padded(parts: Sequence[Item]) -> QFrame:
    return card(column(*parts, margins=(28, 22, 28, 24)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("import", words)
