"""What stands in tables of text: signs around numbers, lines with too many fields. No rules of its own."""

from __future__ import annotations

import ast
import re
from itertools import islice
from pathlib import Path
from typing import Any

MOST = 20_000  # values that are looked at
SIGNS = "$€£¥%"
PLAIN = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$")
THOUSANDS = re.compile(r"\s*[+-]?\d{1,3}(,\d{3})+(\.\d+)?\s*$")
DECIMAL_COMMA = re.compile(r"\s*[+-]?\d+,\d+\s*$")
NUMBER_FIRST = re.compile(r"\s*[+-]?\d+(\.\d+)?\s*[^\d\s.,][^,]*$")


def number_line(column: Any, text: str, kind: str) -> tuple[str, str]:
    """The line that makes numbers of a column of texts, and the words that go with it."""
    texts = [one for one in islice(column, MOST) if isinstance(one, str)]
    bare = ["".join(sign for sign in one if sign not in SIGNS + " ") for one in texts]
    signs = "".join(sign for sign in SIGNS + " " if any(sign in one.strip() for one in texts))
    with_comma = [one for one in bare if "," in one]
    is_grouped = bool(with_comma) and all(THOUSANDS.match(one) for one in with_comma)
    is_decimal = bool(with_comma) and all(DECIMAL_COMMA.match(one) for one in with_comma) and not is_grouped
    kind = "float" if kind == "int" and any("." in one or is_decimal for one in bare) else kind
    end = f".astype({kind})"
    if texts and all(PLAIN.match(one) or (one in with_comma and (is_grouped or is_decimal)) for one in bare):
        if is_decimal:
            cleaned = f".str.replace('[{signs}]', '', regex=True)" if signs else ""
            return (
                f"{text}{cleaned}.str.replace(',', '.'){end}",
                "The comma is the decimal point here. Write:",
            )
        taken = signs + ("," if is_grouped else "")
        if taken:
            return f"{text}.str.replace('[{taken}]', '', regex=True){end}", "Take these signs out first:"
        return f"{text}.str.strip(){end}", "Take out what stands around the numbers first:"
    n_fine = sum(1 for one in texts if PLAIN.match(one))
    if texts and n_fine >= 0.5 * len(texts):
        lost = len(texts) - n_fine
        many = f"the {lost} values that are" if lost > 1 else "the one value that is"
        return f"pd.to_numeric({text}, errors='coerce')", f"Let {many} no number become NaN (missing):"
    if texts and all(NUMBER_FIRST.match(one) or PLAIN.match(one) for one in texts):
        return rf"{text}.str.extract(r'([+-]?\d+\.?\d*)')[0].astype(float)", "Take the number at the front:"
    return f"{text}.unique()[:20]", "Most values of the column are no numbers. See them first:"


def odd_line(path: Path, at: int, fields: int) -> tuple[tuple[str, ast.expr], str, str]:
    """The argument of read_csv for a line with too many fields, the words that go with it, and why."""
    with path.open(errors="replace") as held:
        first, *rest = islice(held, min(at, 5_000)) if at <= 5_000 else [held.readline()]
    odd = rest[-1].strip() if rest and at <= 5_000 else ""
    if fields == 1 and "," not in first:
        cause = f"The lines above it are no part of the table: the first one is {first.strip()[:40]!r}."
        return (
            ("skiprows", ast.Constant(at - 1)),
            f"If the table begins in line {at}, skip those above it:",
            cause,
        )
    told = f": {odd[:60]!r}" if odd else ""
    return (
        ("on_bad_lines", ast.Constant("skip")),
        'Put quotes (") around such a text in the file; or leave such lines out:',
        f"A comma inside a text counts as the end of a field where the text has no quotes around it{told}.",
    )
