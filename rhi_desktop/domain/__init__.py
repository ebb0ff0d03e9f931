"""The field's nouns as plain frozen values; this package knows only errors."""
