"""Files that come in at the desk: brought, understood, planned, decided, and then written or set aside."""
