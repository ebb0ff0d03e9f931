"""What travels between offices: cards, bundles, and how two vaults are merged."""
