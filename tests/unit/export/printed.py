"""Owns reading what a report prints, part by part, as plain words."""

from __future__ import annotations

from rhi_desktop.domain.interview import Account
from rhi_desktop.export.content import (
    Entries,
    Entry,
    Para,
    Quotes,
    ReportData,
    Section,
    Sub,
    Table,
    Text,
)
from tests.unit.export import whole


def flat(text: Text) -> str:
    """The words of a text."""
    return "".join(run.text for run in text).replace("\u00a0", " ")


def entry_words(entry: Entry) -> list[str]:
    """Everything printed with one line."""
    versions = [words for other in entry.versions for words in (other.label, other.text)]
    own = (entry.label, entry.source, entry.words, flat(entry.note), flat(entry.aside))
    return [*own, *versions]


def words(section: Section) -> str:
    """Every word of a section."""
    found = [section.title, *(flat(note) for note in section.notes)]
    for block in section.blocks:
        match block:
            case Para():
                found.append(flat(block.text))
            case Table():
                found += [*block.head, *(flat(cell) for row in block.rows for cell in row)]
            case Entries():
                found += [text for entry in block.items for text in entry_words(entry)]
            case Quotes():
                found += [quote.words for quote in block.items]
            case Sub():
                found.append(block.text)
            case _:
                pass
    return "\n".join(found)


def part(data: ReportData, key: str) -> Section:
    """One section by its key."""
    return next(section for section in data.sections if section.key == key)


def told(account: Account, key: str) -> str:
    """What one section of the report on an account says."""
    return words(part(whole.report(account), key))


def flags(section: Section) -> list[str]:
    """What must not be overlooked there."""
    return [flat(b.text) for b in section.blocks if isinstance(b, Para) and b.flag]


def rows(section: Section) -> list[list[str]]:
    """The rows of all its tables."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [[flat(cell) for cell in row] for table in tables for row in table.rows]
