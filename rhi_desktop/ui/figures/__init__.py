"""The figures of a quarter: counted, looked at, signed, given out."""
