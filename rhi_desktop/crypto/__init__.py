"""Bytes in, bytes out: keys, encryption, identity; no files and no case."""
