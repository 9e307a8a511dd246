"""A csv file as it lies on disk: which columns hold what, and what is wrong where pandas cannot read it."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, did_you_mean, listed

Column = str | int


@dataclass(frozen=True)
class Columns:
    """Which columns of a table hold what."""

    fn_col: Column = 0
    label_col: Column = 1
    label_delim: str | None = None
    valid_col: Column | None = None
    folder: str | None = None
    suff: str = ""


def line_for_df(path: Path, columns: Columns) -> str:
    """The line for the same data once the table is a DataFrame called df."""
    options = [
        f" --{name.replace('_', '-')} {shlex.quote(str(value))}" for name, value in column_arguments(columns)
    ]
    return f"%databunch from_df df --path {shlex.quote(str(path))}{''.join(options)}"


def read_csv(path: Path, csv_fname: str, columns: Columns) -> Any:
    """A csv file below a folder, as a DataFrame.

    Raises: FastaidError for what pandas cannot read, with the line that can.
    """
    import pandas as pd

    file = path / csv_fname
    if not os.path.isfile(file):
        there = sorted(p.name for p in path.iterdir() if p.suffix.lower() in (".csv", ".tsv", ".txt"))
        if os.path.isdir(file):
            inside = sorted(p.name for p in file.iterdir() if p.suffix.lower() == ".csv")
            raise FastaidError(
                f"{file} is a folder, not a csv file.",
                f"Name one in it: --csv-fname {csv_fname}/{inside[0] if inside else 'labels.csv'}",
            )
        other = (
            f"It holds {listed(there)}; name one with --csv-fname."
            if there
            else "It holds no csv file; pictures in class folders are read by %databunch from_folder."
        )
        raise FastaidError(f"There is no {csv_fname} in {path}.", did_you_mean(csv_fname, there) or other)
    try:
        df = pd.read_csv(file)
    except pd.errors.EmptyDataError:
        raise FastaidError(
            f"{file} cannot be read as csv: it is empty.", "Write a line name,label and a line a picture."
        ) from None
    except UnicodeDecodeError:
        raise _undecodable(file, line_for_df(path, columns)) from None
    except (ValueError, pd.errors.ParserError) as error:
        raise FastaidError(
            f"{file} cannot be read as csv: {' '.join(str(error).split()).rstrip('.')}.",
            "Every line needs as many commas as the first; quote a text that holds one.",
        ) from error
    delimiter = next((d for d in ";\t|" if len(df.columns) == 1 and d in str(df.columns[0])), None)
    if delimiter is not None:
        raise FastaidError(
            f"{csv_fname} has no column 1: {delimiter!r} stands between its columns, not a comma.",
            f"For example: df = pd.read_csv({file.as_posix()!r}, sep={delimiter!r}); then "
            f"{line_for_df(path, columns)}",
        )
    return df


def _undecodable(file: Path, then: str) -> FastaidError:
    """What a file is that is no UTF-8: a workbook, another encoding, or no text at all."""
    start = file.read_bytes()[:4096]
    is_utf_16 = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    if start[:2] == b"PK":
        return FastaidError(
            f"{file} is no csv file but a workbook or another archive.",
            f"For example: df = pd.read_excel({file.as_posix()!r}); then {then}",
        )
    if b"\0" in start and not is_utf_16:
        return FastaidError(f"{file} is no csv file: it holds no text.", "Name another with --csv-fname.")
    encoding = "utf-16" if is_utf_16 else "latin-1"
    return FastaidError(
        f"{file} cannot be read as csv: it is not written in UTF-8.",
        f"For example: df = pd.read_csv({file.as_posix()!r}, encoding={encoding!r}); then {then}",
    )


def column_arguments(columns: Columns) -> list[tuple[str, Any]]:
    """The columns as arguments of fastai's factories; those that are fastai's defaults are left out."""
    default = Columns()
    names = ("fn_col", "folder", "suff", "label_col", "label_delim", "valid_col")
    return [(n, getattr(columns, n)) for n in names if getattr(columns, n) != getattr(default, n)]
