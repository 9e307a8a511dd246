"""British spellings in American."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

ENDING = re.compile(r"\b(\w{3,})is(e|es|ed|er|ers|ing|ation|ations)\b")
# Stems whose -ise is no suffix: precise, revise, noise …
NOT_ENDING = re.compile(
    r"(prec|rev|superv|prom|adv|dev|exerc|ra|surpr|no|likew|otherw|cons|compr|conc|pau|cru|cho|clo)$"
)


@cache
def _spellings() -> dict[str, str]:
    text = (resources.files("fastaid.facts") / "words" / "spellings.json").read_text(encoding="utf-8")
    held: dict[str, str] = json.loads(text)
    return held


def american(text: str) -> str:
    """British spellings in American, word by word.

    >>> american("normalise the grey colours")
    'normalize the gray colors'
    """

    def ending(match: re.Match[str]) -> str:
        return match[0] if NOT_ENDING.match(match[1].lower()) else f"{match[1]}iz{match[2]}"

    text = re.sub(r"\b\w+\b", lambda match: _spellings().get(match[0].lower(), match[0]), text)
    return ENDING.sub(ending, text)
