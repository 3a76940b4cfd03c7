"""Alliance Treaty Obligations and Provisions (ATOP 5.1): alliances, their phases and members, 1815 to 2018. See docs/intake/atop.md."""
