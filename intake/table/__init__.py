"""Any table, by a profile that says which column is which field of an agreement."""
