"""The conversation: capture, one question at a time, reading back, sorting."""
