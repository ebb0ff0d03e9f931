"""Owns the way to files that are looked at, not run: beside the checkout or inside the wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_resources"
_IN_CHECKOUT = _PACKAGE.parent / "resources"
_MANUAL_IN_WHEEL = _PACKAGE / "_manual"
_MANUAL_IN_CHECKOUT = _PACKAGE.parent / "docs" / "manual"


def resource(*parts: str) -> Path:
    """The path of a resource. It is not checked here: whoever opens it meets what is missing."""
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
    return root.joinpath(*parts)


def manual(name: str) -> Path:
    """The path of a chapter of the manual; it is not checked here either."""
    root = _MANUAL_IN_WHEEL if _MANUAL_IN_WHEEL.is_dir() else _MANUAL_IN_CHECKOUT
    return root / name
