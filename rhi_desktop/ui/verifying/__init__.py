"""Checking a report that somebody handed over, without keeping anything of it."""
