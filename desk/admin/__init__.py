"""What the desk shows of each floor."""

from desk.admin import accounts, agreements, editorial, parties, provisions, records, sources

__all__ = ["accounts", "agreements", "editorial", "parties", "provisions", "records", "sources"]
