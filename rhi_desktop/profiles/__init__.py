"""Rules that differ by nation and council, as data with source and date."""
