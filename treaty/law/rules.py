"""What a rule of the law of standing is: a name, the sentence that readers see, where it comes from, an example."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """A named rule. `articles` cite the treaty or codebook that it applies; `example` is one sentence."""

    id: str
    sentence: str
    articles: tuple[str, ...]
    example: str
