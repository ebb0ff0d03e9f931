"""Sending a signed report and taking in what others sent: preview first, nothing silently."""
