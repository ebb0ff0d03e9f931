"""The encrypted file: a vault folder, its tables, and one file per noun."""
