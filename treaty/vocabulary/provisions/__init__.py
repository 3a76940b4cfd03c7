"""The kinds of provision, each with its own typed attributes."""
