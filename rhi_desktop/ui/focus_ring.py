"""Owns the focus ring: one overlay above everything that follows the focus and is never clipped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.field import LabelledField
from rhi_desktop.ui.widgets.paint import draw_ring, smooth

_WATCHED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """Rings the widget that has the focus in its window.

    A widget says by the property `ring_radius` which corner it has (control, card, child, chip;
    "inside" draws none here). An ancestor with the property `ring_host` is ringed in place of
    what it holds: an input box made of several parts.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._target: QWidget | None = None
        self._fresh = False
        """Something odd is said below what has the focus: that is brought into view too."""
        self._chain: list[QWidget] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._settle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """What is ringed now."""
        return self._target

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in self._chain:
            # A page that is gone has taken its filters with it.
            if isValid(watched):
                watched.removeEventFilter(self)
        self._target = _ringed(new) if new is not None and self._in_window(new) else None
        self._chain = _up_to(self._window, self._target)
        for part in self._chain:
            part.installEventFilter(self)
        _bring_into_view(self._chain)
        self._place()
        # A page that is just being shown gets its geometry only after its layout has settled.
        self._later.start(0)

    def _in_window(self, widget: QWidget) -> bool:
        return widget.window() is self._window

    def _settle(self) -> None:
        if self._fresh:
            self._fresh = False
            _bring_into_view(self._chain)
        self._place()

    def _place(self) -> None:
        target = self._target
        window = self._window
        if target is None or not target.isVisible():
            self.hide()
            return
        room = theme().size("focus-outer") + theme().size("focus-inner")
        corner = target.mapTo(window, QPoint(0, 0))
        outer = QRect(corner, target.size()).adjusted(-room, -room, room, room)
        self.setGeometry(outer)
        clip = _clip(target, window, room).translated(-outer.topLeft())
        self.setMask(QRegion(clip)) if not clip.contains(self.rect()) else self.clearMask()
        self.setVisible(clip.intersects(self.rect()))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Follow what moves, grows, hides or scrolls."""
        if event.type() in _WATCHED:
            # What is odd about a field is said below it while it has the focus.
            self._fresh |= event.type() == QEvent.Type.Resize and _tells(watched)
            self._later.start(0)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Paper next to the control, ink round it."""
        del event
        if self._target is None:
            return
        painter = smooth(self)
        radius = str(self._target.property("ring_radius") or "control")
        draw_ring(painter, QRectF(self.rect()), theme().radius(radius))
        painter.end()


def focus_in_view(widget: QWidget) -> None:
    """Focus what was put in just now, and see it once it has its place."""
    widget.setFocus()
    QTimer.singleShot(0, widget, lambda: _bring_into_view(_up_to(widget.window(), widget)))


def _ringed(widget: QWidget) -> QWidget | None:
    """The widget or the ancestor that stands for it; None when it draws its own ring."""
    if widget.property("ring_radius") == "inside":
        return None
    ancestor: QWidget | None = widget
    while ancestor is not None and not ancestor.isWindow():
        if ancestor.property("ring_host"):
            return ancestor
        ancestor = ancestor.parentWidget()
    return widget


def _up_to(window: QWidget, widget: QWidget | None) -> list[QWidget]:
    """The widget and what holds it, up to but without its window."""
    chain: list[QWidget] = []
    while widget is not None and widget is not window:
        chain.append(widget)
        widget = widget.parentWidget()
    return chain


def _tells(watched: QObject) -> bool:
    return isinstance(watched, LabelledField) and watched.tells


def _bring_into_view(chain: list[QWidget]) -> None:
    """What has the focus is never hidden, however the focus came there (WCAG 2.4.11).

    With it come its label and what is odd about it, where there is room for them.
    """
    labelled = [part for part in chain if isinstance(part, LabelledField)]
    for part in chain:
        if isinstance(part, QScrollArea):
            room = part.viewport().height()
            for one in (*(one for one in labelled if one.height() < room), chain[0]):
                part.ensureWidgetVisible(one, theme().px(24), theme().px(24))


def _clip(target: QWidget, window: QWidget, room: int) -> QRect:
    """What scroll areas round the target leave of it: no ring floats over a foot bar."""
    clip = window.rect()
    for inside in _up_to(window, target)[1:]:
        area = inside.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is inside:
            seen = QRect(inside.mapTo(window, QPoint(0, 0)), inside.size())
            clip = clip.intersected(seen.adjusted(-room, 0, room, 0))
    return clip
