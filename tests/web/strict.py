"""Whether a page is HTML as the standard wants it."""

from typing import Any

import html5lib


def parsed(response: Any) -> Any:
    """The tree of a page. Raises ParseError for anything that a browser would have to mend."""
    assert response.status_code == 200, response.status_code
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(response.content.decode())
