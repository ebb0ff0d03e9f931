"""Concerns, what it may mean and what follows, people and places."""
