"""Labels from a table or a list: from_csv and from_df."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, a, counted, did_you_mean, listed
from fastaid.facts.code import Formula, Given, Step
from fastaid.facts.data_report import PICTURE_SUFFIXES
from fastaid.training.csv_files import Columns, column_arguments, line_for_df, read_csv
from fastaid.training.items import (
    Items,
    bound_first,
    existing_folder,
    is_amount,
    is_several,
    label_problem,
    path_step,
)


@dataclass(frozen=True)
class _Table:
    """A DataFrame, where it is from, and how its columns are read."""

    df: Any
    path: Path
    columns: Columns
    what: str  # for sentences: "labels.csv", "df"
    code: str  # the expression that gives it
    is_csv: bool = False

    @property
    def base(self) -> Path:
        return self.path / self.columns.folder if self.columns.folder else self.path

    def column(self, option: str) -> Any:
        """The column that an option names: a Series.

        Raises: FastaidError with the columns that there are.
        """
        df, column = self.df, getattr(self.columns, option)
        option = f"--{option.replace('_', '-')}"
        if isinstance(column, int):
            if -len(df.columns) <= column < len(df.columns):
                return df.iloc[:, column]
        elif column in df.columns:
            positions = [i for i, name in enumerate(df.columns) if name == column]
            if len(positions) == 1:
                return df[column]
            raise FastaidError(
                f"{self.what} has {len(positions)} columns called {column!r}.",
                f"Give a position instead: {option} {positions[0]}",
            )
        names = [str(name) for name in df.columns]
        if len(names) == 1 and isinstance(column, int) and _are_pictures(self.base, df.index):
            raise FastaidError(
                f"{self.what} has the file names in its index, where no column is.",
                self.mended(lambda df: f"{df} = {df}.reset_index()"),
            )
        if len(names) == 1 and isinstance(column, int):
            raise FastaidError(
                f"{self.what} has no column {column}, only one: {names[0]}.",
                "If the file names say the labels, use %databunch from_name_re.",
            )
        raise FastaidError(
            f"{self.what} has no column {column!r}; its columns are {listed(names, 8)}.",
            did_you_mean(str(column), names) or f"Name one with {option}.",
        )

    def mended(self, change: Callable[[str], str]) -> str:  # from the DataFrame's name
        """The line that mends the table, as a next step."""
        if self.code.isidentifier():
            return f"For example: {change(self.code)}"
        return f"For example: df = {self.code}; {change('df')}; then {line_for_df(self.path, self.columns)}"


def _by_name(columns: Columns, df: Any) -> Columns:
    """The same columns; a number that is no position is a name, such as a year."""
    named = {
        option: str(column)
        for option in ("fn_col", "label_col", "valid_col")
        if isinstance(column := getattr(columns, option), int)
        and not -len(df.columns) <= column < len(df.columns)
        and str(column) in df.columns
    }
    return replace(columns, **named)


def _are_pictures(base: Path, names: Any) -> bool:
    """Whether a column or an index begins with the name of a picture that is there."""
    return len(names) > 0 and os.path.isfile(base / str(names[0]))


def from_csv(path: Path, csv_fname: str, columns: Columns, bad: AbstractSet[str] = frozenset()) -> Items:
    """Pictures and labels in a csv file below `path`."""
    if os.path.isfile(path):
        raise FastaidError(
            f"{path} is a file, and from_csv takes its folder.",
            f"Use %databunch from_csv {shlex.quote(str(path.parent))} --csv-fname {shlex.quote(path.name)}",
        )
    existing_folder(path)
    file = path / csv_fname
    df = read_csv(path, csv_fname, columns)
    code = f"pd.read_csv({file.as_posix()!r})"
    table = _Table(df, path, _by_name(columns, df), csv_fname, code, is_csv=True)
    _refuse_no_header(table)
    arguments = (("csv_fname", csv_fname),) if csv_fname != "labels.csv" else ()
    # Without it fastai 2.8 has pandas guess, which warns and can guess wrong where labels hold spaces.
    arguments = (*arguments, ("delimiter", ","))
    steps = (path_step(path),)
    if not bad:
        return _from_table(table, "from_csv", arguments, steps)
    read = Step(Formula(f"pd.read_csv(path/{csv_fname!r})", lambda _: df), "df")
    return _from_filtered(table, "df", (*steps, read), bad)


def _refuse_no_header(table: _Table) -> None:
    """pandas takes the first line for the header; where there is none, a picture would be lost."""
    column = table.columns.fn_col
    names = [str(name) for name in table.df.columns]
    if not isinstance(column, int) or not -len(names) <= column < len(names):
        return
    if os.path.isfile(table.base / f"{names[column]}{table.columns.suff}"):
        code = f"{table.code[:-1]}, header=None)"
        raise FastaidError(
            f"{table.what} has no header: its first line names a picture, {names[column]}.",
            f"Write a first line such as name,label, or: df = {code}; then "
            f"{line_for_df(table.path, table.columns)}",
        )


def from_df(
    path: Path, df: Any, df_code: str, columns: Columns, bad: AbstractSet[str] = frozenset()
) -> Items:
    """Pictures and labels in a pandas DataFrame."""
    if not hasattr(df, "iloc") or not hasattr(df, "columns"):
        raise FastaidError(
            f"{df_code} is no DataFrame but {a(df)}.",
            "Make one first, such as df = pd.read_csv('data/labels.csv')",
        )
    existing_folder(path)
    first, given = bound_first(df_code, df, "df", bool(bad))
    steps = (*first, path_step(path))
    table = _Table(df, path, _by_name(columns, df), df_code, df_code)
    if bad:
        return _from_filtered(table, given.text, steps, bad)
    return _from_table(table, "from_df", (("df", given),), steps)


def _from_filtered(table: _Table, code: str, steps: tuple[Step, ...], bad: AbstractSet[str]) -> Items:
    names, fn_col = table.column("fn_col"), table.columns.fn_col
    files = _files(table, names)
    dropped = [name for name, file in zip(names, files, strict=True) if file.as_posix() in bad]
    column = f"{code}.iloc[:, {fn_col}]" if isinstance(fn_col, int) else f"{code}[{fn_col!r}]"
    if not all(isinstance(name, str) for name in names):  # a Path has no text that evaluates to it
        names, dropped, column = names.astype(str), [str(name) for name in dropped], f"{column}.astype(str)"
    kept = table.df[~names.isin(dropped)]
    steps = (*steps, Step(Formula(f"{code}[~{column}.isin({dropped!r})]", lambda _: kept), "df"))
    return _from_table(replace(table, df=kept), "from_df", (("df", Given("df", kept)),), steps)


def _files(table: _Table, names: Any) -> list[Path]:
    return [table.base / f"{name}{table.columns.suff}" for name in names]


def _from_table(
    table: _Table, factory: str, arguments: tuple[tuple[str, Any], ...], steps: tuple[Step, ...]
) -> Items:
    columns = table.columns
    if not len(table.df):
        raise FastaidError(f"{table.what} has no rows.", "Add a row a picture: its file name and its label.")
    names, labels = table.column("fn_col"), table.column("label_col")
    _refuse_holes(table, names, labels)
    _refuse_whole_paths(table, names, labels)
    _refuse_ways_out(table, names, labels)
    files = _files(table, names)
    if not any(os.path.isfile(file) for file in files):
        raise FastaidError(
            f"None of the {counted(len(files), 'picture')} that {table.what} names is there, such as {files[0]}.",
            _where_else(table, names),
        )
    rows = _rows(table, labels)
    return Items(
        files,
        rows,
        table.path,
        factory,
        (*arguments, *column_arguments(columns)),
        steps,
        is_multi=is_several(rows[0]),
        # pandas makes floats of whole numbers in a column that had a hole: those are classes.
        is_number=is_amount(rows) and not all(float(row).is_integer() for row in rows),
        splits=_column_split(table),
        notes=(*_unused_split(table), *_places_outside(table)),
        problem=label_problem(rows, lambda i: f"{table.what} row {i} is labelled"),
    )


def _refuse_holes(table: _Table, names: Any, labels: Any) -> None:
    for values, lacks in ((labels, "label"), (names, "file name")):
        n = int(values.isna().sum())
        if n:
            drop = f".dropna(subset=[{values.name!r}])"
            rest = values.dropna()
            if lacks == "label" and values.dtype.kind == "f" and (rest % 1 == 0).all():
                drop += f".astype({{{values.name!r}: int}})"
            raise FastaidError(
                f"{table.what} has {counted(n, 'row')} without a {lacks} in column {values.name!r}.",
                table.mended(lambda df: f"{df} = {df}{drop}"),  # noqa: B023  called at once
            )


def _refuse_whole_paths(table: _Table, names: Any, labels: Any) -> None:
    """fastai 2.8 writes the folder before each name, whatever the name says."""
    whole = next((name for name in names if os.path.isabs(str(name))), None)
    if whole is not None:
        make = f"df = {table.code}; then " if table.is_csv else ""
        df = table.code if table.code.isidentifier() else "df"
        raise FastaidError(
            f"{table.what} names pictures by their whole paths, such as {whole}, and its names are read from "
            f"{table.base} on.",
            f"Give them as lists: {make}%databunch from_lists {shlex.quote(str(table.path))} "
            f"--fnames {df}[{names.name!r}] --labels {df}[{labels.name!r}]",
        )


def _refuse_ways_out(table: _Table, names: Any, labels: Any) -> None:
    """A name in a table is data, and data do not choose a folder: what leads out of the learner's is no picture.

    Read as written, not where links lead: pictures behind a link in the folder are as good as any.
    """
    inside = (table.path, table.base)
    out = next(
        (name for name in names if ".." in str(name) and not _is_below(table.base / str(name), inside)), None
    )
    if out is not None:
        make = f"df = {table.code}; then " if table.is_csv else ""
        df = table.code if table.code.isidentifier() else "df"
        raise FastaidError(
            f"{table.what} names a file outside of {table.path}: {out}.",
            f"If that is meant, give lists: {make}%databunch from_lists {shlex.quote(str(table.path))} "
            f"--fnames [Path({table.base.as_posix()!r})/f for f in {df}[{names.name!r}]] "
            f"--labels {df}[{labels.name!r}]",
        )


def _is_below(file: Path, folders: Iterable[Path]) -> bool:
    """Whether a path is in one of the folders once its .. are followed."""
    plain = os.path.normpath(os.path.abspath(file))
    return any(Path(plain).is_relative_to(os.path.abspath(folder)) for folder in folders)


def _places_outside(table: _Table) -> tuple[str, ...]:
    """Where the learner's own options lead out of the folder: they may, and it is said."""
    places = [("the pictures are", table.base)]
    places += [("the labels are", table.path / table.what)] if table.is_csv else []
    return tuple(
        f"{what} read from {os.path.abspath(place)}, outside of {table.path}"
        for what, place in places
        if not _is_below(place, (table.path,))
    )


def _rows(table: _Table, labels: Any) -> list[Any]:
    """The labels, split where --label-delim says so."""
    delim = table.columns.label_delim
    if delim is None:
        return list(labels.tolist())
    if not delim:
        raise FastaidError("--label-delim is empty.", "Write what stands between the labels, such as ' '.")
    if not all(isinstance(label, str) for label in labels):
        raise FastaidError(
            f"--label-delim splits text, and column {labels.name!r} of {table.what} holds {labels.dtype}.",
            "Leave --label-delim out, or name another --label-col.",
        )
    rows = [label.split(delim) for label in labels]
    empty = next((label for label, row in zip(labels, rows, strict=True) if "" in row), None)
    if empty is not None:
        tidy = f"{delim!r}.join(filter(None, x.split({delim!r})))"
        name = repr(labels.name)
        raise FastaidError(
            f"{empty!r} in column {labels.name!r} of {table.what} has an empty label when split at {delim!r}.",
            table.mended(lambda df: f"{df}[{name}] = [{tidy} for x in {df}[{name}]]"),
        )
    return rows


def _where_else(table: _Table, names: Any) -> str:
    """Where the pictures are after all: the options that find the first one."""
    columns, name = table.columns, str(names.iloc[0])
    if "\\" in name and os.path.isfile(table.base / name.replace("\\", "/")):
        column = repr(names.name)
        mend = table.mended(lambda df: f"{df}[{column}] = {df}[{column}].str.replace('\\\\', '/')")
        return f"Its names are written with backslashes. {mend}"
    folders = [p.name for p in sorted(table.path.iterdir()) if p.is_dir() and not p.name.startswith(".")]
    for folder in (columns.folder, None, *folders):
        base = table.path / folder if folder else table.path
        suff = _suffix_of(base / name)
        if suff is None:
            continue
        options = [("--folder", folder, columns.folder), ("--suff", suff, columns.suff)]
        add = [f"{option} {shlex.quote(new)}" for option, new, old in options if new and new != old]
        leave = [option for option, new, old in options if old and not new]
        words = [f"add {' '.join(add)}" if add else "", f"leave out {' and '.join(leave)}" if leave else ""]
        said = " and ".join(word for word in words if word)
        return f"{said[0].upper()}{said[1:]}: {base / name}{suff} is there."
    for i, column in enumerate(table.df.columns):
        if os.path.isfile(table.base / f"{table.df.iloc[0, i]}{columns.suff}"):
            return (
                f"Column {column!r} names pictures that are there: add --fn-col {shlex.quote(str(column))}, and "
                "name the labels with --label-col."
            )
    there = next((f for f in sorted(table.base.glob("0*")) if f.stem.lstrip("0") == name), None)
    if there is not None and table.is_csv:
        text = f"{table.code[:-1]}, dtype=str)"
        return (
            f"{there.name} is there: as numbers, names lose their zeros. For example: df = {text}; then "
            f"{line_for_df(table.path, columns)}"
        )
    return f"They are looked for in {table.base}; give --folder or --suff."


def _suffix_of(file: Path) -> str | None:
    """What to add to a name for its picture; None where there is no such picture."""
    if os.path.isfile(file):
        return ""
    if not os.path.isdir(file.parent):
        return None
    stem = file.name + "."
    names = sorted(
        n for n in os.listdir(file.parent) if n.startswith(stem) and n.lower().endswith(PICTURE_SUFFIXES)
    )
    return names[0][len(file.name) :] if names else None


def _unused_split(table: _Table) -> tuple[str, ...]:
    if table.columns.valid_col is not None or "is_valid" not in table.df.columns:
        return ()
    return ("column 'is_valid' was not asked, the split is random; --valid-col is_valid splits by it",)


def _column_split(table: _Table) -> tuple[list[int], list[int]] | None:
    if table.columns.valid_col is None:
        return None
    marks = table.column("valid_col")
    values = marks.tolist()
    # numpy reads the text "False" as true, and fastai asks numpy.
    if not all(isinstance(value, bool | int | float) and value in (0, 1) for value in values):
        different = list(dict.fromkeys(repr(value) for value in values))
        yes = next(
            (v for v in different if v.lower().strip("'") in ("true", "yes", "valid", "x", "1")),
            different[-1],
        )
        raise FastaidError(
            f"Column {marks.name!r} of {table.what} holds {listed(different, 3)}, not True and False.",
            table.mended(lambda df: f"{df}[{marks.name!r}] = {df}[{marks.name!r}] == {yes}"),
        )
    return [i for i, v in enumerate(values) if not v], [i for i, v in enumerate(values) if v]
