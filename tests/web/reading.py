"""What a reader sees of a page."""

import re
from html import unescape
from typing import Any


def html(response: Any) -> str:
    """The markup of an answer of the test client."""
    markup: str = response.content.decode()
    return markup


def text(response: Any) -> str:
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html(response))))
