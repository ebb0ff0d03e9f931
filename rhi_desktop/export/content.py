"""Owns the shape of a report: sections and blocks as plain values, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.export.figure import Bars, ClockLine, Nights, Way

INTERVIEWER, SUPERVISOR = "Interviewer", "Supervisor"
"""The two signature fields of every report, in the order of signing."""


class Tone(Enum):
    """How a run of text stands out; always beside a word that says the same."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    CHILD = "child"


class Mark(Enum):
    """The sign beside a line: whose words it holds, or who made a line of the plan."""

    CHILD = "child"
    SEEN = "seen"
    TOLD = "told"
    VIEW = "view"
    ASKED = "asked"
    BLANK = "blank"
    TYPED = "typed"
    WRITTEN = "written"
    PROMISE = "promise"


class Setting(Enum):
    """Where a section's heading stands: in the side column, above, or above as a topic."""

    SIDE = "side"
    WIDE = "wide"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one tone and one language."""

    text: str = field(repr=False)
    tone: Tone = Tone.PLAIN
    language: str = ""


Text = tuple[Run, ...]


class Judged(Enum):
    """The square beside an answer: full, half, empty, or a dash; always beside the word."""

    YES = "yes"
    HALF = "half"
    NO = "no"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of ours; `inset` sets it where the words of lines stand.

    A `flag` must not be overlooked: it has a heavy bar of its own.
    """

    text: Text
    inset: bool = False
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Sub:
    """A heading within a section."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing as it was drawn; `alt` says aloud what the child says it is."""

    alt: str = field(repr=False)
    strokes: tuple[Stroke, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the child on the first page.

    `source` stands beside them and says which line they are ("21", "plan 2"); `spoken` says the
    same aloud. Words that are no line, such as those said at the door, have no number.
    """

    words: str = field(repr=False)
    source: str
    spoken: str
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotations one below the other."""

    items: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts; `widths` in millimetres. `wide` lets it use both columns of the page."""

    summary: str
    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]
    row_heads: bool = True
    wide: bool = False
    continued: str = ""
    """Printed above the rows that stand on the next page."""
    dense: bool = False
    """Rows closer together, for many short ones."""
    judged: tuple[Judged | None, ...] = ()
    """One for each row, drawn before its second cell."""
    marks: tuple[Mark | None, ...] = ()
    """One for each row, drawn before its last cell but one, which says the same in words."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Another version, printed below the words: an interpreter's, or the child's own later one."""

    label: str
    text: str = field(repr=False)
    language: str
    quoted: bool = False
    """In the child's own words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the account or of the plan: mark, number, words."""

    mark: Mark
    label: str
    spoken: str
    """What a screen reader says before the words: number and whose they are."""
    words: str = field(repr=False)
    number: int | None = None
    language: str = "en-GB"
    source: str = field(default="", repr=False)
    """Printed in bold before the words: who said it, or what was asked."""
    note: Text = field(default=(), repr=False)
    """Printed quietly after the words."""
    versions: tuple[Rendered, ...] = ()
    quoted: bool = False
    aside: Text = field(default=(), repr=False)
    """Printed in the margin below the label."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Lines in the order of the page; `continued` is printed where they go on overleaf."""

    items: tuple[Entry, ...]
    continued: str = ""


@dataclass(frozen=True, slots=True)
class VoiceKey:
    """What the marks mean, in one row."""

    items: tuple[tuple[Mark, str], ...]


@dataclass(frozen=True, slots=True)
class SignatureSlot:
    """A place to sign and what is printed below it."""

    field: str
    title: str
    alt: str
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """The places to sign, side by side."""

    slots: tuple[SignatureSlot, ...]


Block = Para | Sub | Sketch | Quotes | Table | Entries | VoiceKey | Signatures | Nights | Bars | Way


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report. `see` names a section whose page number is printed beside it.

    `off_first` keeps it off the first page, which is for deciding.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Text, ...] = ()
    setting: Setting = Setting.SIDE
    off_first: bool = False
    see: tuple[str, str] | None = None
    """Text with `{page}`, and the key of the section whose page it names."""


@dataclass(frozen=True, slots=True)
class Mast:
    """The head of the first page."""

    eyebrow: str
    """One or two rows, parted by a line break."""
    outline: str = field(repr=False)
    name: str = field(repr=False)
    cover: str = field(repr=False)
    lead: Text = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything on the pages and the record attached to them.

    `title` carries no name: it becomes the title of the file. `record` is the canonical account
    with its seal. A draft has no places to sign.
    """

    title: str
    marking: str
    running: tuple[str, str, str, str]
    """Left of the head, right of the head, left of the foot, and `Page {page} of {pages}`."""
    author: str
    made_at: datetime
    mast: Mast
    clock: ClockLine | None
    sections: tuple[Section, ...] = field(repr=False)
    record: bytes = field(repr=False)
    about_record: str
    draft: bool = False
