"""RHI Desktop: offline return home interviews, from the child's words to a signed report."""

__version__ = "0.1.0"
