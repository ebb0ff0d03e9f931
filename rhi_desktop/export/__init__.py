"""What leaves as paper; plain values in, bytes out."""
