"""Tables, texts and ratings: columns that are not what was meant."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword
from fastaid.teach.notices.model_inputs import is_rewritten
from fastaid.teach.notices.ranges import RATINGS
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.unpacked import in_another_order
from fastaid.teach.notices.values import loaders_of, spread
from fastaid.teach.objects import UNKNOWN, is_of, is_table, library, stored

# Methods that fill or change a column where it stands.
CHANGES = ("fillna", "replace", "clip", "ffill", "bfill", "interpolate", "where", "mask")
MOST_ROWS = 50_000
NUMBERS = "iuf"  # kinds of columns
FEWEST = 20  # rows that are compared first


def tables_of(cell: Cell) -> Iterator[tuple[str, Any]]:
    """What the cell has of fastai's tabular data: of data loaders the training part."""
    for name, held in cell.live(lambda one: is_of(one, "fastai.tabular.core", "Tabular")):
        yield name, held
    for name, dls in cell.loaders():
        data = (loaders_of(dls) or [{}])[0].get("dataset")
        if is_of(data, "fastai.tabular.core", "Tabular"):
            yield name, data


@check("Tabular", "tabular_learner", needs="fastai")
def target_among_features(cell: Cell) -> Iterator[Notice]:
    """The column that is to be predicted is also among the inputs."""
    for name, data in tables_of(cell):
        inputs = {*(stored(data).get("cat_names") or ()), *(stored(data).get("cont_names") or ())}
        leaked = [one for one in stored(data).get("y_names") or () if one in inputs]
        if leaked:
            where = "cont_names" if leaked[0] in (stored(data).get("cont_names") or ()) else "cat_names"
            yield Notice(
                f"The target `{leaked[0]}` is also in `{where}`: the model of `{name}` reads the answer. Take it out, "
                f"for instance with `cont_cat_split(df, dep_var='{leaked[0]}')`.",
                id(data),
                card="tabular",
            )
            return


@check("Tabular", "tabular_learner", needs="fastai")
def target_under_another_name(cell: Cell) -> Iterator[Notice]:
    """`df['log_price'] = np.log(df.price)`, and `price` is an input still."""
    for name, data in tables_of(cell):
        targets = list(stored(data).get("y_names") or ())
        numbers = list(stored(data).get("cont_names") or ())
        for table_name, table in cell.live(is_table):
            known = [one for one in numbers if one in table.columns]
            if len(targets) != 1 or targets[0] not in table.columns or not known or len(table) < FEWEST:
                continue
            if not table.columns.is_unique:
                continue
            # Whether it can be shows in the order of a few rows, and then in each row.
            rows = spread(table, FEWEST)
            alike = [one for one in _of_one_order(rows, known, targets[0]) if _tells(rows, one, targets[0])]
            leaked = [one for one in alike if _tells(table, one, targets[0])]
            if leaked:
                yield Notice(
                    f"`{leaked[0]}` is in `cont_names` of `{name}`, and the target `{targets[0]}` is nothing else than "
                    f"this column written otherwise (in `{table_name}`): the model reads the answer. Take it out: "
                    f"`{_list_of_numbers(cell)}.remove({leaked[0]!r})` before the data are made.",
                    id(data),
                    card="tabular",
                )
                return


def _list_of_numbers(cell: Cell) -> str:
    """The learner's name for what is given as cont_names."""
    given = [one.value for one in cell.of(ast.keyword) if one.arg == "cont_names"]
    return next((one.id for one in given if isinstance(one, ast.Name)), "cont_names")


def _of_one_order(rows: Any, columns: list[Any], target: Any) -> list[Any]:
    """The columns that rise where the target rises, or fall."""
    values = rows[target].to_numpy()
    if values.dtype.kind not in NUMBERS:
        return []
    order, found = values.argsort(kind="stable"), []
    for column in columns:
        held = rows[column].to_numpy()
        if column == target or held.dtype.kind not in NUMBERS:
            continue
        held = held.astype(float)[order]  # a difference of unsigned numbers has no sign
        if held[0] != held[-1]:
            steps = held[1:] - held[:-1] if held[0] < held[-1] else held[:-1] - held[1:]
            found += [column] if (steps >= 0).all() else []
    return found


def _tells(table: Any, column: str, target: str) -> bool:
    held, values = table[column].to_numpy(), table[target].to_numpy()
    are_numbers = held.dtype.kind in NUMBERS and values.dtype.kind in NUMBERS
    return are_numbers and len(set(values[:FEWEST].tolist())) > FEWEST // 2 and is_rewritten(held, values)


@check("Tabular", needs="fastai")
def category_of_every_row(cell: Cell) -> Iterator[Notice]:
    """A column in cat_names whose values are (almost) all different: a number, or an id."""
    if any(in_another_order(cell)):
        return  # the columns were unpacked the wrong way round
    for name, data in tables_of(cell):
        if is_of(data, "fastai.collab", "TabularCollab"):
            continue
        table: Any = stored(data).get("items")
        if not is_table(table) or len(table) < 50:
            continue
        procs = stored(stored(data).get("procs")).get("fs") or ()
        known = next(
            (stored(one).get("classes") for one in procs if type(one).__name__ == "Categorify"), None
        )
        for column in stored(data).get("cat_names") or ():
            vocab = (known or {}).get(column)
            n = len(vocab) - 1 if vocab is not None else 0
            if n >= 0.95 * len(table):
                values = [one for one in list(vocab or ())[1:6] if type(one).__name__.startswith("float")]
                where = "into `cont_names`, as it is a number" if values else "out of `cat_names`"
                yield Notice(
                    f"`{column}` is in `cat_names` of `{name}`, but nearly every row has a value of its own ({n:,} in "
                    f"{len(table):,} rows): an embedding learns nothing from it. Take it {where}.",
                    id(data),
                    card="tabular",
                )
                return


@check("CollabDataLoaders", needs="fastai")
def columns_of_ratings(cell: Cell) -> Iterator[Notice]:
    """user_name, item_name and rating_name were left out, and the columns stand in another order."""
    for call in cell.calls("from_df", "from_csv"):
        if "CollabDataLoaders" not in text_of(call.func):
            continue
        if any(one.arg is None for one in call.keywords) or keyword(call, "rating_name") is not None:
            continue
        for name, dls in cell.loaders():
            data = (loaders_of(dls) or [{}])[0].get("dataset")
            if not is_of(data, "fastai.collab", "TabularCollab"):
                continue
            cats, (target, *_) = list(stored(data)["cat_names"]), list(stored(data)["y_names"])
            source = cell.value(call.args[0]) if call.args else UNKNOWN
            columns = list(source.columns) if is_table(source) else [*cats, target]
            meant = next((one for one in columns if str(one).lower() in RATINGS), None)
            if meant is None or target == meant:
                continue
            user = next((one for one in columns if "user" in str(one).lower()), "user")
            item = next((one for one in columns if one not in (user, meant, "timestamp")), "item")
            yield Notice(
                f"`{name}` takes the first three columns: user `{cats[0]}`, item `{cats[1]}`, rating `{target}`. The "
                f"ratings are in `{meant}`. Name the columns: `user_name='{user}', item_name='{item}', "
                f"rating_name='{meant}'`.",
                id(dls),
                card="collaborative-filtering",
            )
            return


@check("inplace=True", "inplace = True", needs="pandas")
def column_changed_in_place(cell: Cell) -> Iterator[Notice]:
    """`df['Age'].fillna(0, inplace=True)`: pandas 3 gives a copy of the column, and that is what changes."""
    version = str(getattr(library("pandas"), "__version__", "0")).partition(".")[0]
    if not version.isdigit() or int(version) < 3:
        return
    for node in cell.of(ast.Expr):
        call = node.value
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        if call.func.attr not in CHANGES or constant(keyword(call, "inplace")) is not True:
            continue
        column = call.func.value
        if not isinstance(column, (ast.Subscript, ast.Attribute)):
            continue
        table = cell.value(column.value)
        name = column.attr if isinstance(column, ast.Attribute) else cell.value(column.slice)
        if not is_table(table) or not isinstance(name, str) or name not in table.columns:
            continue
        key = f"[{name!r}]" if isinstance(column, ast.Attribute) else f"[{text_of(column.slice)}]"
        place = f"{text_of(column.value)}{key}"
        given = [text_of(one) for one in call.args]
        given += [text_of(one) for one in call.keywords if one.arg != "inplace"]
        yield Notice(
            f"`{text_of(column)}` is a copy of the column, so `{call.func.attr}(…, inplace=True)` changes the copy and "
            f"leaves `{text_of(column.value)}` as it was. Write "
            f"`{place} = {place}.{call.func.attr}({', '.join(given)})`.",
            hash(ast.dump(call)),
            card="cleaning-data",
        )
        return


@check("TextDataLoaders", needs="fastai")
def text_column(cell: Cell) -> Iterator[Notice]:
    """`text_col` was left out, and the first column holds no texts."""
    for call in cell.calls("from_df"):
        if "TextDataLoaders" not in text_of(call.func) or keyword(call, "text_col") is not None:
            continue
        if any(one.arg is None for one in call.keywords) or len(call.args) > 4:
            continue
        table = cell.value(call.args[0]) if call.args else cell.value(keyword(call, "df"))
        if not is_table(table) or len(table.columns) < 2 or not len(table):
            continue
        first = table.columns[0]
        label = keyword(call, "label_col")
        named = constant(label) if label is not None else UNKNOWN
        is_label = named == first or (named == 0 and named is not False)
        lengths = {one: _mean_words(table[one]) for one in table.columns}
        longest = max(lengths, key=lambda one: lengths[one])
        if longest == first or lengths[longest] < 3:
            continue
        if not is_label and lengths[first] > 1.01:
            continue
        which = "which is also label_col" if is_label else "the first column"
        yield Notice(
            f"`text_col` was not given, so the texts are read from column 0, `{first}` ({which}): the model never "
            f"sees `{longest}`. Write `text_col='{longest}'`"
            + ("." if label is not None else ", and name the label too: `label_col='…'`."),
            id(table),
            card="text",
        )


def _mean_words(column: Any) -> float:
    """Words a row, of the first rows; 1 for a column of numbers."""
    values = list(column.iloc[:200])
    if not values or not all(isinstance(one, str) for one in values):
        return 1.0
    return sum(len(one.split()) for one in values) / len(values)
