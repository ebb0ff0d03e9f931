"""Checking an account, sealing and signing it, with the very pages in view."""
