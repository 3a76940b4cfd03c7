"""Every address of the door, by what kind of answer it gives, in the register of `two_treaties`."""

DOCUMENTS = ["/api/v1/agreements/E0001/", "/api/v1/agreements/E0001/revisions/1/"]
LISTS = [
    *(f"/api/v1/{name}/" for name in ("agreements", "parties", "provisions", "events", "deadlines", "pairs", "changes")),
    *("/api/v1/agreements/E0001/revisions/", "/api/v1/agreements/E0001/deadlines/", "/api/v1/parties/USA/partners/"),
]
COMPUTED = [
    *("/api/v1/agreements/E0001/standing/", "/api/v1/parties/USA/", "/api/v1/between/JPN/USA/", "/api/v1/facets/", "/api/v1/figures/"),
]
WRITTEN = ["/api/v1/schema/", "/api/v1/schema/agreement.json", "/api/v1/vocabulary/"]
CONDITIONAL = [*DOCUMENTS, *LISTS, *COMPUTED, *WRITTEN]
PATHS = ["/api/v1/", "/api/v1/status/", *CONDITIONAL]
