"""The manual that comes with the program: which chapter belongs to which page, and its page."""
