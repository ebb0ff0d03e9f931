"""The papers for the child and the sheet for the first hour: asked, chosen, looked at, given."""
