"""Keeping what is there: snapshots in the background, the full check, and their page."""
