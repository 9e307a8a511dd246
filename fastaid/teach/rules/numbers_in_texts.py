"""Columns of texts that have a number in each, and the line that takes it out. No rules of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from fastaid.teach.rules.tabular_data import as_number, values

NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*")
# What may stand before a number: "Room 5" and "A12" are names.
BEFORE = re.compile(r"[\s$€£¥~≈]*((about|ca|approx|eur|usd|chf|gbp|rs)\.?\s*)?", re.I)
THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
DOTTED = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
SIGNS = ",$€£¥%"
MOST_SHOWN = 8


@dataclass(frozen=True)
class Numbers:
    """How the numbers of a column are written."""

    cleaning: str  # methods before the number is read: ".str.replace(',', '')"
    taking: str  # the method that takes it out of its text; "" where nothing stands around it
    is_all: bool  # every text has one

    def line(self, place: str) -> str:
        if not self.taking and not self.is_all:
            return f"{place} = pd.to_numeric({place}{self.cleaning}, errors='coerce')"
        return f"{place} = {place}{self.cleaning}{self.taking}.astype(float)"


def numbers_in(held: Any) -> Numbers | None:
    """How a number is taken out of each text of a column; None where they have none, or of several units."""
    every = values(held)
    texts = [one for one in every if isinstance(one, str)]
    found = [(one, first) for one in texts if (first := NUMBER.search(one)) is not None]
    if not all(BEFORE.fullmatch(one[: first.start()]) for one, first in found):
        return None
    if not found or len(found) < 0.5 * len(every) or len(texts) < len(every):
        return None
    rest = {_unit(one, first) for one, first in found} - {""}
    if len(rest) > 1 or any(
        re.search(r"\d", one) and not re.match(r"(/|out of|of) ?\d+$", one) for one in rest
    ):
        return None
    written = [first[0] for _, first in found]
    cleaning = _cleaning(written)
    if cleaning is None:
        return None
    is_bare = all(one.strip() == first[0] for one, first in found)
    sign = "-?" if any(one.startswith("-") for one in written) else ""
    taking = "" if is_bare else rf".str.extract(r'({sign}\d+\.?\d*)', expand=False)"
    return Numbers(cleaning, taking, len(found) == len(texts))


def _unit(text: str, first: re.Match[str]) -> str:
    """What stands around the number, the same for one and for several: "3 stars" is "star"."""
    rest = (text[: first.start()] + " " + text[first.end() :]).strip().lower()
    return rest.removesuffix(".").removesuffix("s")


def _cleaning(written: list[str]) -> str | None:
    """What makes Python's numbers of them: 1,200.5 and 1.200,5 and 3,5; None where that is unclear."""
    commas = [one for one in written if "," in one]
    if not commas:
        many = [one for one in written if one.count(".") > 1]
        dotted = many and all(DOTTED.fullmatch(one) for one in written if "." in one)
        return (".str.replace('.', '')" if dotted else None) if many else ""
    if all(THOUSANDS.fullmatch(one) for one in commas):
        return ".str.replace(',', '')"
    is_european = all(re.fullmatch(r"[-+]?[\d.]+,\d+", one) for one in commas)
    if not is_european or not all(DOTTED.fullmatch(one) for one in written if "." in one):
        return None
    return (
        ".str.replace('.', '').str.replace(',', '.')"
        if any("." in one for one in written)
        else (".str.replace(',', '.')")
    )


def to_number(held: Any, place: str, *, is_target: bool = False) -> str:
    """The lines that make numbers of a column of texts: `place` is `df['price']`."""
    texts = [one for one in values(held) if isinstance(one, str)]
    table, _, column = place.removesuffix("]").partition("[")
    # FillMissing fills only columns that lack values in the training part, and no targets.
    filled = (
        f"{table} = {table}.dropna(subset=[{column}])"
        if is_target
        else f"{place} = {place}.fillna({place}.median())"
    )
    known = numbers_in(held)
    if known is not None and (known.taking or known.cleaning not in ("", ".str.replace(',', '')")):
        is_plain = all(as_number(one) is not None for one in texts)
        if not is_plain or known.cleaning not in ("", ".str.replace(',', '')"):
            return known.line(place) + ("" if known.is_all else f"  # words become NaN\n{filled}")
    signs = "".join(
        sorted({sign for one in texts for sign in one if sign in SIGNS and as_number(one) is not None})
    )
    cleaned = f"{place}.str.replace('[{signs}]', '', regex=True)" if signs else place
    if len(signs) == 1:
        cleaned = f"{place}.str.replace({signs!r}, '')"
    if any(as_number(one) is None for one in texts):
        return f"{place} = pd.to_numeric({cleaned}, errors='coerce')  # words become NaN\n{filled}"
    return f"{place} = {cleaned}.astype(float)"


def to_float(held: Any, place: str) -> str:
    """The line that makes ordinary numbers of a column of pandas' own or of objects."""
    try:
        held.astype("float64")
    except Exception:  # noqa: BLE001  pandas' NA, or what is no number
        return f"{place} = pd.to_numeric({place}, errors='coerce').astype('float64')"
    return f"{place} = {place}.astype('float64')"


def numbered(held: Any, place: str) -> str:
    """A number for each of a column's words, which the learner chooses."""
    words = list(dict.fromkeys(str(one) for one in values(held)))
    if len(words) > MOST_SHOWN:
        return f"{place} = {place}.map({{{words[0]!r}: 1.0, {words[1]!r}: 2.0}})   # and so on: a number for each word"
    table = ", ".join(f"{word!r}: {n:.1f}" for n, word in enumerate(words, 1))
    return f"{place} = {place}.map({{{table}}})   # choose the number for each word"
