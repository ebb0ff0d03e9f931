"""The only place that knows PDF libraries: drawing, tagging, signing, verifying, showing."""
