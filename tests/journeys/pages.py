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
    "/parties/JPN/",
    "/parties/ORG-NATO/",
    "/matrix/",
    "/matrix/?organisation=ORG-NATO&columns=parties&as_of=1960-01-01",
    "/gaps/?party=JPN&provision=logistics&organisation=ORG-NATO",
    "/gaps/?party=JPN&with=AUS&without=PHL",
    "/map/?as_of=1975-01-01",
    "/network/",
    "/network/?party=USA",
    "/glossary/",
    "/about/",
)
TROUBLES = ("/nowhere", "/agreements/E9999/", "/parties/JPX/", "/agreements/?stading=in_force", "/agreements/?as_of=2023-02-30")
