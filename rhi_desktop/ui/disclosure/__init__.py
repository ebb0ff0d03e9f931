"""Immediate safety: what to do, whom to tell, and the words as spoken."""
