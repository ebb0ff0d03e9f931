"""The child's own pages: the plan in their words, theirs to fill, change and leave empty."""
