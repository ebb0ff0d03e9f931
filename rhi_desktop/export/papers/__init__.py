"""The papers for the child, the door and the first hour: domain values in, sheets out."""
