"""Columns of dates for add_datepart: missing ones, and texts that are no dates. No rules of its own."""

from __future__ import annotations

import re
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.tabular_data import column, kind
from fastaid.teach.scene import Scene


def no_such_date(table: Any, name: str, text: str) -> Diagnosis:
    """The column is not there, or no longer: add_datepart takes it out."""
    every = [str(one) for one in table.columns]
    prefix = name.removesuffix("Date").removesuffix("date")
    if f"{prefix}Elapsed" in every:
        return Diagnosis(
            f"`{text}` has no column {name!r} any more; it has `{prefix}Year`, `{prefix}Elapsed` and others of it.",
            "`add_datepart` was run before: it puts its new columns into the table and takes the date out.",
            f"{text}[[o for o in {text}.columns if o.startswith({prefix!r})]].head()",
            "Once is enough: go on with the columns that are there:",
            card="dates-as-features",
        )
    guess = did_you_mean(name, every, n=1)
    meant = guess.split("'")[1] if guess else every[0]
    return Diagnosis(
        f"`{text}` has no column {name!r}.",
        f"Its columns are {listed((f'`{one}`' for one in every), 8)}. {guess}".strip(),
        f"{text} = add_datepart({text}, {meant!r})",
        "Write the name as it stands in the table:",
        card="dates-as-features",
    )


def no_dates(scene: Scene, table: Any, name: str, text: str) -> Diagnosis | None:
    """The column holds texts that do not all read as dates."""
    held = column(table, name)
    if held is None or kind(held) == "dates":
        return None
    texts = [one for one in held.iloc[:1000] if isinstance(one, str)]
    first = texts[0] if texts else ""
    named = re.search(r"""time data ["'](.+?)["'] does""", scene.message) or re.search(
        r"string format: (.+?)(?:, at position|$)", scene.message
    )
    failing = named[1] if named is not None and named[1] in texts else first
    why = f"pandas guesses the format from the first value, {first!r} (month first where it can)"
    place = f"{text}[{name!r}]"
    parts = [re.match(r"(\d{1,2})\D(\d{1,2})\D\d{2,4}\b", one) for one in texts]
    is_day = all(one is not None and int(one[2]) <= 12 for one in parts)
    coerce = "" if is_day else ", errors='coerce'"
    return Diagnosis(
        f"`{name}` holds {failing!r}, which cannot be read as a date"
        + ("." if failing == first else " like the others."),
        f"{why}; this one does not fit." if failing != first else f"{why}; here it finds none that fits all.",
        f"{place} = pd.to_datetime({place}, dayfirst=True{coerce})\n{text} = add_datepart({text}, {name!r})",
        "Here the day comes first; say so:"
        if is_day
        else "Read them yourself: `dayfirst` for 31/12/2020, `errors='coerce'` makes unreadable ones missing:",
        card="dates-as-features",
    )
