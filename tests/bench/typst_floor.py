"""Owns the floor of the report: the same words set by Typst, as a tagged archival PDF.

Same faces, same paper, same sections, lines and tables, the same record attached, PDF/A-3A and
PDF/UA-1 asked for; but no places to sign, no signs or edge patterns, and no signature, for Typst
has none. Each turn changes the words a little: what Typst remembers of the last turn is no speed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from functools import cache

import typst

from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Para,
    Quotes,
    ReportData,
    Section,
    Setting,
    Sub,
    Table,
    Text,
    Tone,
)
from rhi_desktop.resources import resource

HEAD = """
#set document(title: {title}, author: {author}, date: auto)
#set text(font: ("Atkinson Hyperlegible Next", "Noto Sans"), size: 10pt, lang: "en", region: "GB")
#set par(leading: 0.55em)
#set page(paper: "a4", margin: (x: 17mm, top: 23mm, bottom: 19mm),
  header: [#{left} #h(1fr) #strong({marking}) #h(1fr) #{right}],
  footer: context [#{foot} #h(1fr) #strong({marking}) #h(1fr)
    Page #counter(page).display() of #counter(page).final().first()])
#pdf.attach("record.json", bytes({record}), relationship: "data", mime-type: "application/json",
  description: {about})
= #{name}
#{lead}
"""


def typeset(report: ReportData, turn: int) -> bytes:
    """The finished file."""
    return typst.compile(
        source(report, turn).encode(),
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=["a-3a", "ua-1"],
        timestamp=report.made_at.astimezone(UTC),
    )


@cache
def _fonts() -> typst.Fonts:
    """Read once, as ours are."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(resource("fonts"))])


def source(report: ReportData, turn: int) -> str:
    """The report in Typst's own words."""
    left, right, foot, _ = report.running
    said = HEAD.format(
        title=_said(report.title),
        author=_said(report.author),
        left=_said(left),
        right=_said(right),
        foot=_said(foot),
        marking=_said(report.marking),
        record=_said(report.record.decode()),
        about=_said(report.about_record),
        name=_said(report.mast.name),
        lead=_said(_flat(report.mast.lead)),
    )
    return said + "\n".join(part for one in report.sections for part in _section(one, turn))


def _section(section: Section, turn: int) -> Iterator[str]:
    deep = "===" if section.setting is Setting.TOPIC else "=="
    yield f"{deep} #{_said(section.title)}"
    for note in section.notes:
        yield f"#block(text(size: 8.5pt, {_said(_flat(note))}))"
    for block in section.blocks:
        wide = isinstance(block, Table) and block.wide
        for part in _block(block, turn):
            yield part if wide else f"#pad(left: 46mm)[{part}]"


def _block(block: Block, turn: int) -> Iterator[str]:
    match block:
        case Para():
            yield f"#par[{_runs(block.text, turn)}]"
        case Sub():
            yield f"=== #{_said(block.text)}"
        case Quotes():
            for quote in block.items:
                yield f"#quote(block: true)[{_words(quote.words, turn)} #{_said(quote.source)}]"
        case Entries():
            yield from (_entry(entry, turn) for entry in block.items)
        case Table():
            yield _table(block, turn)
        case _:
            return


def _entry(entry: Entry, turn: int) -> str:
    head = f"{entry.label} {entry.number or ''}"
    parts = [f"#strong({_said(head)})", _words(entry.words, turn), _runs(entry.note, turn)]
    parts += [_words(f"{other.label} {other.text}", turn) for other in entry.versions]
    inner = " ".join(parts)
    return f'#block(inset: (left: 4.6mm), stroke: (left: 2pt + rgb("#6B3FA0")))[{inner}]'


def _table(block: Table, turn: int) -> str:
    widths = ", ".join(f"{width}mm" for width in block.widths)
    head = ", ".join(f"[#{_said(cell)}]" for cell in block.head)
    cells = ", ".join(f"[{_runs(cell, turn)}]" for row in block.rows for cell in row)
    return f"#table(columns: ({widths}), stroke: none, table.header({head}), {cells})"


def _runs(text: Text, turn: int) -> str:
    return " ".join(
        f"#strong[{_words(run.text, turn)}]" if run.tone is Tone.STRONG else _words(run.text, turn)
        for run in text
    )


def _words(text: str, turn: int) -> str:
    return f"#{_said(f'{text} {turn}')}"


def _flat(text: Text) -> str:
    return "".join(run.text for run in text)


def _said(text: str) -> str:
    """A string as Typst spells it."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"'
