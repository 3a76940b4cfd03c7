"""When two addresses name the same page, and two titles the same work."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from parties.folding import fold

TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|ref)$")


def same_page(url: str) -> str:
    """The address without what does not matter to where it leads: protocol, "www.", fragment, tracking, a last slash.

    Empty for what is not an address.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return ""
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(name)]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}" if host else ""


def same_words(text: str) -> str:
    """A title or a publisher, by which two that differ in case, accents or spaces are the same."""
    return " ".join(fold(text).split())
