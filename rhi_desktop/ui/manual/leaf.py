"""Owns how a chapter is set: Markdown in our own type, no pictures, no way to a network."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import BODY, H2, H3, TextStyle

HEADS: dict[int, TextStyle] = {1: H2, 2: H3, 3: BODY.strong}
CHAPTER_SUFFIX = ".md"
_GAPS = {0: (0, 10), 1: (0, 14), 2: (18, 8), 3: (12, 6)}
"""Distance above and below, in pixels at 100 %, by the level of a heading."""


class Leaf(QTextBrowser):
    """Shows one chapter to read by eye, arrows or caret. Emits `asked` with a chapter's name.

    Only links between chapters do anything; nothing is ever fetched.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("manual_text")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByKeyboard
            | flags.TextSelectableByMouse
            | flags.LinksAccessibleByMouse
        )
        self.setProperty("ring_radius", "card")
        self.anchorClicked.connect(self._follow)

    def show_chapter(self, title: str, text: str) -> None:
        """Show another chapter from its beginning."""
        self.setAccessibleName(self.tr("Manual: {title}").format(title=title))
        self.setFont(theme().font(BODY.size))
        document = self.document()
        document.setMarkdown(
            text,
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        document.setIndentWidth(theme().px(24))
        document.setDocumentMargin(0)
        _dress(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - overrides Qt
        """Nothing: a chapter is words, and words alone."""
        del kind, name
        return None

    def _follow(self, url: QUrl) -> None:
        name = url.toString()
        if name.endswith(CHAPTER_SUFFIX):
            self.asked.emit(name.removesuffix(CHAPTER_SUFFIX))


def _dress(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        _dress_block(block)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)


def _dress_block(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    style = HEADS.get(level, BODY)
    in_table = QTextCursor(block).currentTable() is not None
    above, below = (0, 0) if in_table else _GAPS.get(level, _GAPS[0])
    look = theme()
    shape = QTextBlockFormat()
    shape.setTopMargin(look.px(above))
    in_list = block.textList() is not None
    shape.setBottomMargin(look.px(4 if in_list else below))
    shape.setLineHeight(
        style.line * look.zoom, QTextBlockFormat.LineHeightTypes.MinimumHeight.value
    )
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(shape)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.setCharFormat(_worn(style))
    else:
        _dress_keys(block)


def _dress_keys(block: QTextBlock) -> None:
    """A key stands in our own type, strong, instead of a typewriter's."""
    cursor = QTextCursor(block)
    runs, step = [], block.begin()
    while not step.atEnd():
        runs.append(step.fragment())
        step += 1
    for run in runs:
        if run.charFormat().fontFixedPitch():
            cursor.setPosition(run.position())
            cursor.setPosition(run.position() + run.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_worn(BODY.strong))


def _worn(style: TextStyle) -> QTextCharFormat:
    words = QTextCharFormat()
    words.setFont(style.font)
    words.setForeground(theme().colour(style.colour))
    return words


def _dress_table(table: QTextTable) -> None:
    look, shape = theme(), table.format()
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(look.colour("divider"))
    shape.setBorderCollapse(True)
    shape.setCellPadding(look.px(8))
    shape.setCellSpacing(0)
    shape.setTopMargin(look.px(4))
    shape.setBottomMargin(look.px(14))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
