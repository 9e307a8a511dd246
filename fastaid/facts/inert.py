"""Texts from outside as something to read: no terminal, no page and no protocol obeys what stands in them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from fastaid.errors import OBEYED

LINE_ENDS = re.compile("\r+\n")
OPENS, CLOSES = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
PICTURES, DELETE = 0x2400, 0x7F  # Unicode's pictures of control characters


def inert(text: str) -> str:
    r"""A text in which control characters are seen instead of obeyed; line ends and tabs stay.

    >>> inert("cat\x1b[2J")
    'cat␛[2J'
    """
    if OBEYED.search(text) is None:
        return text
    return OBEYED.sub(_picture, LINE_ENDS.sub("\n", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(PICTURES + code)
    return "␡" if code == DELETE else "\ufffd"


def in_one_line(text: str) -> str:
    r"""A text without line ends, for a sentence that is one line.

    >>> in_one_line("a\n  b")
    'a b'
    """
    return inert(" ".join(text.split()))


def closed(text: str) -> str:
    """A text whose marks of writing direction end with it, lest they turn round the number that stands behind."""
    if not any(mark in text for mark in OPENS):
        return text
    waiting: list[str] = []
    for char in text:
        if char in OPENS:
            waiting.append(CLOSES[char >= "\u2066"])
        elif waiting and char == waiting[-1]:
            waiting.pop()
    return text + "".join(reversed(waiting))


def cut(text: str, most: int) -> str:
    """A text whose middle is left out where no screen could show it.

    >>> cut("abcdefgh", 4)
    'ab…gh'
    """
    return text if len(text) <= most else f"{text[: most // 2]}…{text[-(most // 2) :]}"


def sendable(value: Any) -> Any:
    """JSON values as any reader of JSON takes them: finite numbers, inert texts, nothing that is no JSON.

    >>> sendable({"a": (1, float("nan"), b"x")})
    {'a': [1, None, None]}
    """
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, Mapping):
        return {inert(str(name)): sendable(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [sendable(one) for one in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, bool | int) else None
