"""Shared, dumb widgets: each one paints from tokens, keeps its Qt role and has a spoken name.

How to compose a page
---------------------
Import from here: everything a page needs is in `__all__`. Distances are plain numbers, pixels at
100 %; the layout tools scale them. Never write a colour, a font or a style sheet into a page.

    head = row(
        column(Text(self.tr("Your cases"), H1), 4, Text(sentence, QUIET)),
        "*",                                              # a stretch
        Button(self.tr("Import"), icon="import", hint="Ctrl O"), 12,
        Button(self.tr("New episode"), "primary", "plus", hint="Ctrl N"),
        margins=(side, 24, side, 0),                      # side = theme().margin
    )
    self.setLayout(column(head, (scrolled(wrap(body)), 1), bar(..., height=72)))

- `column` and `row` take widgets, layouts, distances (int), "*" for a stretch, (thing, stretch)
  and None for nothing. `wrap(layout)` makes a widget of a layout, `card(layout, kind)` a surface:
  surface, subtle, child, notice, danger, good, pane (right pane), well (behind paper), bar.
- Words: `Text(words, STYLE)`. Styles H1 H2 H3 BODY QUIET STRONG LABEL SAID SMALL SMALL_QUIET TINY
  CHILD_TITLE CHILD_PROMPT; `.tint("danger")`, `.strong`, `.medium`, `.figures`. `wrap=True` where
  lines may break, `measure=640` to limit them. A Text of fixed width needs a stretch behind it.
  `text.set_marked("**7 min**")` only for our own words: what people said is shown as it is.
- Buttons: one "primary" a screen; "plain", "quiet", "accent", "danger-plain", "soft", "link".
  Sizes REGULAR (36), SMALL_BUTTON (32), LARGE (44, in bars), CHILD (48), LINE and SMALL_LINE
  (28, links in text). `.trailing("right")` puts an icon after the words. The key in `hint` is
  words only; the key itself is `Page.act`.
- Fields only by `labelled_field(label, Field())`; `.say(words)` shows what to change, `""` takes
  it away. TextArea leaves by Tab. SecretField has its Show link inside. Many lines of choices:
  Tick (any), Radio (one; group by QButtonGroup), Select ((value, words), ...); OptionGrid puts
  them into as many columns as there is room for.
- Lists: `Rows(spoken)` + a `RowPainter` with `height` and `draw` + `RowList(model, name)`. In
  `draw` use `draw_text(painter, QPointF(x, y), words, STYLE, width)`, `draw_chip`, `draw_edge`,
  `draw_clock`, `draw_icon`, `baseline`. The chosen row's ground and focus ring are painted for
  you. `spoken` says a whole row in one sentence: it is all that a screen reader hears.
- Voices: columns GUTTER_ICON 52, GUTTER_WORD 78, GUTTER 176, words at GUTTER + WORDS_AFTER_EDGE;
  `LOOKS[voice]` has token and icon, `voice_word(voice, child, told_by)` the word,
  `quoted(voice, words)` the quotation marks; `draw_edge` the margin edge. Same columns everywhere.
- Own drawings: `Picture(draw, name)`; give the words a reader hears, or a table twin.
- The focus ring comes by itself. An own control sets the property `ring_radius` (control, card,
  child, chip); a box round several parts sets `ring_host` to "true".
- `theme().narrow(self.width())` says when there is room for one column only (200 %).
"""

from rhi_desktop.ui.icons import IconName, draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.announce import announce
from rhi_desktop.ui.widgets.banner import Banner, Offer, Said
from rhi_desktop.ui.widgets.button import (
    CHILD,
    LARGE,
    LINE,
    REGULAR,
    SMALL_BUTTON,
    SMALL_LINE,
    Button,
    ButtonKind,
    ButtonSize,
)
from rhi_desktop.ui.widgets.choice import Radio, Select, Tick
from rhi_desktop.ui.widgets.clock_mark import ClockShape, draw_clock
from rhi_desktop.ui.widgets.error_summary import Entry, ErrorSummary
from rhi_desktop.ui.widgets.field import Field, LabelledField, SecretField, TextArea, labelled_field
from rhi_desktop.ui.widgets.icon import TONE_ICONS, Chip, Icon, KeyCap, Picture
from rhi_desktop.ui.widgets.layout import (
    Item,
    bar,
    card,
    column,
    empty,
    hline,
    page_body,
    row,
    scrolled,
    sized,
    vline,
    wrap,
)
from rhi_desktop.ui.widgets.option_grid import OptionGrid
from rhi_desktop.ui.widgets.paint import (
    baseline,
    chip_width,
    draw_chip,
    draw_mark,
    draw_ring,
    inner,
    smooth,
    smoothen,
)
from rhi_desktop.ui.widgets.progress import Progress
from rhi_desktop.ui.widgets.row_list import ROW, Head, RowList, RowPainter, Rows, draw_heads
from rhi_desktop.ui.widgets.saved_label import SavedLabel, SaveStatus
from rhi_desktop.ui.widgets.steps import Steps, StepState
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import (
    BODY,
    CHILD_PROMPT,
    CHILD_TITLE,
    H1,
    H2,
    H3,
    LABEL,
    QUIET,
    SAID,
    SMALL,
    SMALL_QUIET,
    STRONG,
    TINY,
    Setting,
    TextStyle,
    draw_text,
    elided,
    set_text,
)
from rhi_desktop.ui.widgets.voices import (
    GUTTER,
    GUTTER_ICON,
    GUTTER_WORD,
    LOOKS,
    MEASURE,
    WORDS_AFTER_EDGE,
    VoiceLook,
    draw_edge,
    quoted,
    voice_word,
)

__all__ = [
    "BODY",
    "CHILD",
    "CHILD_PROMPT",
    "CHILD_TITLE",
    "GUTTER",
    "GUTTER_ICON",
    "GUTTER_WORD",
    "H1",
    "H2",
    "H3",
    "LABEL",
    "LARGE",
    "LINE",
    "LOOKS",
    "MEASURE",
    "QUIET",
    "REGULAR",
    "ROW",
    "SAID",
    "SMALL",
    "SMALL_BUTTON",
    "SMALL_LINE",
    "SMALL_QUIET",
    "STRONG",
    "TINY",
    "TONE_ICONS",
    "WORDS_AFTER_EDGE",
    "Banner",
    "Button",
    "ButtonKind",
    "ButtonSize",
    "Chip",
    "ClockShape",
    "Entry",
    "ErrorSummary",
    "Field",
    "Head",
    "Icon",
    "IconName",
    "Item",
    "KeyCap",
    "LabelledField",
    "Offer",
    "OptionGrid",
    "Picture",
    "Progress",
    "Radio",
    "RowList",
    "RowPainter",
    "Rows",
    "Said",
    "SaveStatus",
    "SavedLabel",
    "SecretField",
    "Select",
    "Setting",
    "StepState",
    "Steps",
    "Text",
    "TextArea",
    "TextStyle",
    "Tick",
    "VoiceLook",
    "announce",
    "bar",
    "baseline",
    "card",
    "chip_width",
    "column",
    "draw_chip",
    "draw_clock",
    "draw_edge",
    "draw_heads",
    "draw_icon",
    "draw_mark",
    "draw_ring",
    "draw_text",
    "elided",
    "empty",
    "hline",
    "inner",
    "labelled_field",
    "page_body",
    "quoted",
    "row",
    "scrolled",
    "set_text",
    "sized",
    "smooth",
    "smoothen",
    "theme",
    "vline",
    "voice_word",
    "wrap",
]
