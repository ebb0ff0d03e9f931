"""The way in: making a vault, unlocking one, and the cover that hides everything."""
