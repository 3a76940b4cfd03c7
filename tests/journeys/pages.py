"""The public pages that journeys visit, and the addresses that answer with a page about what is wrong."""

PAGES = (
    "/",
    "/?as_of=1955-01-01",
    "/agreements/",
    "/agreements/?between=USA,JPN&standing=in_force&as_of=1955-01-01",
    "/agreements/?q=nothinglikethis",
    "/agreements/E0074/",
    "/agreements/E0074/revisions/",
    "/agreements/E0074/revisions/1/",
    "/agreements/E0074/revisions/compare/",
    "/agreements/E0074/cite/",
    "/agreements/E0055/?as_of=1970-01-01",
    "/parties/",
    "/parties/JPN/",
    "/parties/ORG-NATO/",
    "/glossary/",
    "/about/",
)
TROUBLES = ("/nowhere", "/agreements/E9999/", "/parties/JPX/", "/agreements/?stading=in_force", "/agreements/?as_of=2023-02-30")
