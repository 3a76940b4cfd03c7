"""Columns as objects: each reads the cell of a row, cleans it, refuses what it cannot be, and explains itself."""
