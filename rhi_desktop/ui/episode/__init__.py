"""A time away and the offers that followed it: the forms before a conversation."""
