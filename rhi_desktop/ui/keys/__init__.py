"""What opens the vault: changing the passphrase, trying and making a recovery code."""
