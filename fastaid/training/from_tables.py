"""Labels from a table or a list: from_csv, from_df, from_lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, counted, did_you_mean, listed
from fastaid.facts.code import Formula, Given, Step
from fastaid.training.items import Items, a, existing_folder, path_step

Column = str | int


def _as_list(values: Any, code: str) -> list[Any]:
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise FastaidError(
            f"{code} is no list but {a(values)}.", "Give as many entries as there are pictures."
        )
    # numpy's and pandas' own numbers would become classes of their own kind.
    return list(values.tolist()) if hasattr(values, "tolist") else list(values)


def _as_paths(values: Any, code: str) -> list[Path]:
    every = _as_list(values, code)
    for value in every:
        if not isinstance(value, str | Path):
            raise FastaidError(f"{code} holds {a(value)} ({value!r}), not the path of a picture.")
    return [Path(value) for value in every]


def from_lists(
    path: Path,
    fnames: Iterable[Any],
    labels: Iterable[Any],
    fnames_code: str,
    labels_code: str,
    bad: AbstractSet[str] = frozenset(),
) -> Items:
    """Pictures and labels in two lists of the same length."""
    files, every = _as_paths(fnames, fnames_code), _as_list(labels, labels_code)
    if len(files) != len(every):
        raise FastaidError(
            f"{fnames_code} has {counted(len(files), 'picture')} and {labels_code} "
            f"{counted(len(every), 'label')}.",
            "They are read side by side and must be as long as each other.",
        )
    if not files:
        raise FastaidError(f"{fnames_code} is empty.", "Give at least two pictures.")
    steps = [path_step(path)]
    names, targets = Given(fnames_code, files), Given(labels_code, every)
    if not any(f.is_file() for f in files) and any((path / f).is_file() for f in files):
        files = [path / f for f in files]
        steps.append(Step(Formula(f"[path/f for f in {fnames_code}]", lambda _: files), "fnames"))
        names = Given("fnames", files)
    if bad:
        keep = [i for i, f in enumerate(files) if f.as_posix() not in bad]
        text = f"[i for i, f in enumerate({names.text}) if Path(f).as_posix() not in {sorted(bad)!r}]"
        steps.append(Step(Formula(text, lambda _: keep), "keep"))
        files, every = [files[i] for i in keep], [every[i] for i in keep]
        steps.append(Step(Formula(f"[{names.text}[i] for i in keep]", lambda _: files), "fnames"))
        steps.append(Step(Formula(f"[{targets.text}[i] for i in keep]", lambda _: every), "labels"))
        names, targets = Given("fnames", files), Given("labels", every)
    return Items(
        files,
        every,
        path,
        "from_lists",
        (("fnames", names), ("labels", targets)),
        tuple(steps),
        is_multi=any(isinstance(label, list | tuple) for label in every),
        is_number=all(isinstance(label, float) for label in every),
    )


@dataclass(frozen=True)
class Columns:
    """Which columns of a table hold what."""

    fn_col: Column = 0
    label_col: Column = 1
    label_delim: str | None = None
    valid_col: Column | None = None
    folder: str | None = None
    suff: str = ""


def from_csv(path: Path, csv_fname: str, columns: Columns, bad: AbstractSet[str] = frozenset()) -> Items:
    """Pictures and labels in a csv file below `path`."""
    import pandas as pd

    existing_folder(path)
    file = path / csv_fname
    if not file.is_file():
        there = sorted(p.name for p in path.iterdir() if p.suffix.lower() in (".csv", ".tsv", ".txt"))
        raise FastaidError(
            f"There is no {csv_fname} in {path}.",
            did_you_mean(csv_fname, there)
            or (f"It holds {listed(there)}; name one with --csv-fname." if there else "Give --csv-fname."),
        )
    try:
        df = pd.read_csv(file)
    except (ValueError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise FastaidError(f"{file} cannot be read as csv: {error}".rstrip(".") + ".") from error
    arguments = (("csv_fname", csv_fname),) if csv_fname != "labels.csv" else ()
    # Without it fastai 2.8 has pandas guess, which warns and can guess wrong where labels hold spaces.
    arguments = (*arguments, ("delimiter", ","))
    steps = (path_step(path),)
    if not bad:
        return _from_table(path, df, columns, "from_csv", arguments, steps, csv_fname)
    read = Step(Formula(f"pd.read_csv(path/{csv_fname!r})", lambda _: df), "df")
    return _from_filtered(path, df, "df", columns, (*steps, read), csv_fname, bad)


def from_df(
    path: Path, df: Any, df_code: str, columns: Columns, bad: AbstractSet[str] = frozenset()
) -> Items:
    """Pictures and labels in a pandas DataFrame."""
    if not hasattr(df, "iloc") or not hasattr(df, "columns"):
        raise FastaidError(f"{df_code} is no DataFrame but {a(df)}.")
    existing_folder(path)
    steps = (path_step(path),)
    if bad:
        return _from_filtered(path, df, df_code, columns, steps, df_code, bad)
    return _from_table(path, df, columns, "from_df", (("df", Given(df_code, df)),), steps, df_code)


def _from_filtered(
    path: Path,
    df: Any,
    code: str,
    columns: Columns,
    steps: tuple[Step, ...],
    what: str,
    bad: AbstractSet[str],
) -> Items:
    names = _column(df, columns.fn_col, "--fn-col", what)
    base = path / columns.folder if columns.folder else path
    dropped = [name for name in names if (base / f"{name}{columns.suff}").as_posix() in bad]
    column = (
        f"{code}.iloc[:, {columns.fn_col}]"
        if isinstance(columns.fn_col, int)
        else f"{code}[{columns.fn_col!r}]"
    )
    kept = df[~names.isin(dropped)]
    text = f"{code}[~{column}.isin({dropped!r})]"
    steps = (*steps, Step(Formula(text, lambda _: kept), "df"))
    return _from_table(path, kept, columns, "from_df", (("df", Given("df", kept)),), steps, what)


def _from_table(
    path: Path,
    df: Any,
    columns: Columns,
    factory: str,
    arguments: tuple[tuple[str, Any], ...],
    steps: tuple[Step, ...],
    what: str,
) -> Items:
    if not len(df):
        raise FastaidError(f"{what} has no rows.")
    names = _column(df, columns.fn_col, "--fn-col", what)
    labels = _column(df, columns.label_col, "--label-col", what)
    if labels.isna().any():
        raise FastaidError(
            f"{what} has {counted(int(labels.isna().sum()), 'row')} without a label in column "
            f"{columns.label_col!r}.",
            "Fill them, or drop these rows first.",
        )
    if columns.label_delim is not None and not all(isinstance(label, str) for label in labels):
        raise FastaidError(
            f"--label-delim splits text, and column {columns.label_col!r} of {what} holds {labels.dtype}.",
            "Leave --label-delim out, or name another --label-col.",
        )
    base = path / columns.folder if columns.folder else path
    files = [base / f"{name}{columns.suff}" for name in names]
    _all_there(files, base, columns, what)
    rows = [x.split(columns.label_delim) for x in labels] if columns.label_delim else labels.tolist()
    return Items(
        files,
        rows,
        path,
        factory,
        (*arguments, *_column_arguments(columns)),
        steps,
        is_multi=columns.label_delim is not None,
        is_number=columns.label_delim is None and labels.dtype.kind == "f",
        splits=_column_split(df, columns.valid_col, what),
        table=df,
    )


def _column_arguments(columns: Columns) -> list[tuple[str, Any]]:
    default = Columns()
    names = ("fn_col", "folder", "suff", "label_col", "label_delim", "valid_col")
    return [(n, getattr(columns, n)) for n in names if getattr(columns, n) != getattr(default, n)]


def _column(df: Any, column: Column, option: str, what: str) -> Any:
    if isinstance(column, int):
        if -len(df.columns) <= column < len(df.columns):
            return df.iloc[:, column]
    elif column in df.columns:
        return df[column]
    columns = [str(c) for c in df.columns]
    raise FastaidError(
        f"{what} has no column {column!r}; its columns are {listed(columns, 8)}.",
        did_you_mean(str(column), columns) or f"Name one with {option}.",
    )


def _all_there(files: Sequence[Path], base: Path, columns: Columns, what: str) -> None:
    """Say why nothing is found where all files are missing; single missing ones are the report's."""
    if any(f.is_file() for f in files):
        return
    first = files[0]
    hint = f"They are looked for in {base}; give --folder or --suff."
    with_suffix = sorted(first.parent.glob(first.name + ".*")) if first.parent.is_dir() else []
    if with_suffix and not columns.suff:
        hint = f"Add --suff {with_suffix[0].suffix}: {with_suffix[0].name} is there."
    elif not columns.folder:
        below = [p for p in sorted(base.iterdir()) if p.is_dir()]
        inside = next((p for p in below if sorted(p.glob(f"{first.name}*"))), None)
        if inside is not None:
            found = sorted(inside.glob(f"{first.name}*"))[0]
            suffix = found.name.removeprefix(first.name)
            hint = (
                f"Add --folder {inside.name}{f' --suff {suffix}' if suffix else ''}: {found.name} is there."
            )
    raise FastaidError(
        f"None of the {len(files):,} pictures that {what} names is there, such as {first}.", hint
    )


def _column_split(df: Any, column: Column | None, what: str) -> tuple[list[int], list[int]] | None:
    if column is None:
        return None
    marks = _column(df, column, "--valid-col", what)
    # numpy reads the text "False" as true, and fastai asks numpy.
    if marks.dtype.kind not in "biuf" or not set(marks.unique()) <= {0, 1}:
        values = listed((repr(v) for v in marks.unique()), 3)
        raise FastaidError(
            f"Column {column!r} of {what} holds {values}, not True and False.",
            f"Make it so first: df[{column!r}] = df[{column!r}] == …",
        )
    is_valid = marks.astype(bool).tolist()
    return [i for i, v in enumerate(is_valid) if not v], [i for i, v in enumerate(is_valid) if v]
