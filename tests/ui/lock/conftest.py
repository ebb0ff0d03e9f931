"""Owns the vault that the tests of the way in open."""

from __future__ import annotations

from tests.ui.lock.cheap import _cheap, code, folder

__all__ = ["_cheap", "code", "folder"]
