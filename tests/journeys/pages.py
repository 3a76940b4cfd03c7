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
    "/parties/",
    "/parties/?type=territory&as_of=1955-01-01",
    "/parties/JPN/",
    "/parties/GBR/?as_of=1985-01-01",
    "/parties/ORG-NATO/",
    "/between/",
    "/between/JPN/PHL/?as_of=2025-10-01",
    "/between/GBR/USA/",
    "/between/BTN/JPN/",
    "/glossary/",
    "/about/",
)
TROUBLES = (
    "/nowhere",
    "/agreements/E9999/",
    "/parties/JPX/",
    "/between/JPX/PHL/",
    "/between/?one=Japn&two=PHL",
    "/agreements/?stading=in_force",
    "/agreements/?as_of=2023-02-30",
)
