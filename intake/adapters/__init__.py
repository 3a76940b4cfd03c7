"""Data sets of the field, each read by an adapter that says what it maps and what it cannot."""
