"""Owns silence: PDF libraries write names out of certificates and files into logs, and must not."""

from __future__ import annotations

import logging

LOUD = ("pyhanko", "pyhanko_certvalidator", "pikepdf", "pypdfium2")


def hush() -> None:
    """Let nothing these libraries want to log go anywhere."""
    for name in LOUD:
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
