"""Owns check, seal and sign at the window, and waiting for the pages that are looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.signing.preview_pane import PreviewPane


def seal_and_sign(driver: Driver, what: str) -> None:
    """Look at what is open, seal, look at the very pages, sign."""
    driver.say("check, seal and sign")
    pages_in_view(driver)
    driver.shoot(f"{what}-check")
    driver.press("seal_or_sign")
    driver.sees("Sealed, not signed yet")
    pages_in_view(driver)
    driver.shoot(f"{what}-sealed")
    driver.press("seal_or_sign")
    driver.at(PageName.SEND)
    pages_in_view(driver)
    driver.sees("Genuine")
    driver.shoot(f"{what}-signed")


def pages_in_view(driver: Driver) -> None:
    """Wait until the pages are drawn."""
    pane = driver.window.findChild(PreviewPane)
    if pane is None:
        raise StepFailedError("no page of the report is in view")
    driver.wait(lambda: _count(driver) > 0, "the pages of the report")


def _count(driver: Driver) -> int:
    pane = driver.window.findChild(QWidget, "paper")
    host = pane.parent() if pane is not None else None
    return host.pages if isinstance(host, PreviewPane) else 0
