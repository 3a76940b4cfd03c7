"""How the starting register is compiled from the files of facts: the same files always give the same bytes."""
