"""What the two REST doors, `api` for reading and `desk` for writing, have in common."""
