"""Inputs of a scikit-learn model that hold what it is to predict."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from numbers import Real
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.columns import held_by, is_column, origin
from fastaid.teach.notices.tree import below, parsed, text_of
from fastaid.teach.notices.values import spread
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, library, stored

MOST_ROWS = 500_000
MOST_CLASSES = 50
MOST_TOLD = 2_000  # rows, spread over a table, are compared first
FEWEST = 10  # rows; fewer may be alike by chance
SCORES = ("cross_val_score", "cross_validate", "cross_val_predict")
# Steps of a pipeline that keep every column.
KEEP = ("sklearn.preprocessing.", "sklearn.impute.")


@check("fit", *SCORES, "@written", also=("@DataFrame",), needs="sklearn", reached=True)
def target_among_inputs(cell: Cell) -> Iterator[Notice]:
    """`m.fit(df, df['SalePrice'])`: the table has the prices too."""
    if not cell.live(is_table):
        return
    for call, model, inputs, target in _fits(cell):
        given, wanted = held_by(cell, inputs), _wanted(cell, target)
        if not is_table(given) or wanted is None or not _learns_all(model, given):
            continue
        column = _leaked(given, wanted)
        if column is None:
            continue
        name = text_of(inputs)
        yield Notice(
            f"`{name}` still has the column {column!r}, the target itself (`{text_of(target)}`): the model reads the "
            f"answer from its inputs, and its score says nothing. Take it out and fit again: "
            f"`{_mended(cell, call, (inputs, target), column)}`.",
            hash((name, column)),
            card="validation-set",
        )
        return


def _fits(cell: Cell) -> Iterator[tuple[ast.Call, Any, ast.expr, ast.expr]]:
    """Calls that fit a model: the call, the model, the inputs and the targets."""
    made = {id(value): name for name, value in cell.assigned()}
    for call in cell.of(ast.Call):
        word, args = last_name(call.func), list(call.args)
        inputs = args[0] if args else keyword(call, "X")
        target = args[1] if len(args) > 1 else keyword(call, "y")
        if word in SCORES and len(args) > 2:
            yield call, cell.value(args[0]), args[1], args[2]
        elif inputs is None or target is None:
            continue
        elif word == "fit" and isinstance(call.func, ast.Attribute):
            held = cell.value(call.func.value)
            if held is UNKNOWN:  # RandomForestRegressor(40).fit(X, y)
                held = cell.names.get(made.get(id(call), ""), UNKNOWN)
                if held is UNKNOWN and isinstance(call.func.value, ast.Call):
                    held = cell.value(call.func.value.func)
            yield call, held, inputs, target
        elif (
            id(call) in made and cell.bound[made[id(call)]] == 1
        ):  # m = rf(X, y), a function of the learner's
            held = cell.names.get(made[id(call)])
            if "n_features_in_" in stored(held) and cell.written(call.func) is not None:
                yield call, held, inputs, target


def _wanted(cell: Cell, node: ast.expr) -> Any:
    """The targets as a Series; None where they are something else."""
    pandas: Any = library("pandas")
    if isinstance(node, ast.Attribute) and node.attr == "values":
        node = node.value
    held = held_by(cell, node)
    if held is UNKNOWN:
        held = cell.value(node)
    if is_array(held) and held.ndim == 1 and held.dtype.kind in "iufbO":
        return pandas.Series(held)
    if is_table(held) and held.shape[1] == 1:
        return held[held.columns[0]]
    return held if is_column(held) else None


def _learns_all(model: Any, given: Any) -> bool:
    """Whether it is a model that learns from the targets, and takes every column of the table."""
    known = stored(model)
    if isinstance(model, type):
        sklearn: Any = library("sklearn.base")
        return issubclass(model, (sklearn.ClassifierMixin, sklearn.RegressorMixin))
    if is_of(model, "sklearn.pipeline", "Pipeline"):
        steps = [one[1] for one in known.get("steps") or ()]
        are_plain = all(type(one).__module__.startswith(KEEP) for one in steps[:-1])
        return bool(steps) and are_plain and _learns_all(steps[-1], given)
    if is_of(model, "sklearn.model_selection", "GridSearchCV", "RandomizedSearchCV"):
        return _learns_all(known.get("estimator"), given)
    return is_of(model, "sklearn.base", "ClassifierMixin", "RegressorMixin")


def _leaked(given: Any, wanted: Any) -> Any:
    """The column with the targets' own values, or of their name and the same but for how they are written."""
    pandas: Any = library("pandas")
    if len(given) != len(wanted) or not FEWEST <= len(given) <= MOST_ROWS or not given.columns.is_unique:
        return None
    own = getattr(wanted, "name", None)
    first = wanted.iat[0]
    begins_alike = [
        isinstance(one, Real) and isinstance(first, Real) and one == first for one in given.iloc[0]
    ]
    if own not in given.columns and not any(begins_alike):
        return None
    few = spread(given, MOST_TOLD)
    if len(few) < len(given) and _leaked(few, spread(wanted, MOST_TOLD)) is None:
        return None  # what is not alike in every row shows in a few
    values = wanted.to_numpy()
    if len(pandas.unique(values)) < 2:
        return None
    if own is not None and own in given.columns and is_rewritten(given[own].to_numpy(), values):
        return own
    if values.dtype.kind not in "iuf" or len(pandas.unique(values)) <= FEWEST:
        return None  # a yes or no may be alike by chance
    for column in given.columns[begins_alike]:
        held = given[column].to_numpy()
        if held.dtype.kind in "iuf" and (held == values).all():
            return column
    return None


def is_rewritten(held: Any, values: Any) -> bool:
    """Whether the targets are a column as it is, its logarithm, a multiple, or its classes under other names."""
    numpy, pandas = library("numpy"), library("pandas")
    if held.dtype == values.dtype and bool((held == values).all()):
        return True
    first, second = pandas.factorize(held)[0], pandas.factorize(values)[0]
    if max(second) * 2 < len(values) and max(second) < MOST_CLASSES:
        return bool((first == second).all())  # the next row's value, say, has the same name and other places
    if held.dtype.kind not in "iuf" or values.dtype.kind not in "iuf":
        return False
    with numpy.errstate(all="ignore"):
        written = [held * (values[0] / held[0])] + [
            getattr(numpy, one)(held) for one in ("log", "log1p", "log10", "log2", "sqrt")
        ]
        return any(bool(numpy.allclose(one, values, rtol=1e-5)) for one in written)


def _mended(cell: Cell, call: ast.Call, parts: tuple[ast.expr, ast.expr], column: Any) -> str:
    """The line that cuts the table, without the column; or the call."""
    inputs, wanted = parts
    name = text_of(inputs)
    behind = origin(cell, text_of(wanted)) if isinstance(wanted, ast.Name) else wanted
    is_needed = behind is not None and any(
        text_of(one) == name for one in below(behind) if isinstance(one, ast.Name)
    )
    for target, value in _splits(cell, name):
        first = text_of(value.args[0])
        rest = [text_of(one) for one in value.args[1:]]
        rest += [f"{one.arg}={text_of(one.value)}" for one in value.keywords if one.arg]
        line = f"{first}.drop(columns={column!r})"
        return f"{text_of(target).strip('()')} = {text_of(value.func)}({', '.join([line, *rest])})"
    made = origin(cell, name)
    if isinstance(inputs, ast.Name) and isinstance(made, ast.Name) and not is_needed:
        return f"{name} = {made.id}.drop(columns={column!r})"
    if isinstance(inputs, ast.Name) and name[:1] in "xX" and not is_needed:
        return f"{name} = {name}.drop(columns={column!r})"
    given = [text_of(one) for one in call.args]
    given = [f"{one}.drop(columns={column!r})" if one == name else one for one in given]
    given += [
        f"{one.arg}={text_of(one.value)}" + (f".drop(columns={column!r})" if one.value is inputs else "")
        for one in call.keywords
        if one.arg
    ]
    return f"{text_of(call.func)}({', '.join(given)})"


def _splits(cell: Cell, name: str) -> Iterator[tuple[ast.expr, ast.Call]]:
    """The `train_test_split` that a name came out of, in this cell or an earlier one."""
    ran = cell.names.get("In")
    earlier = [one for one in ran[-20:] if isinstance(one, str)] if isinstance(ran, list) else []
    for source in [cell.source, *reversed(earlier)]:
        if "train_test_split(" not in source:
            continue
        for node in below(parsed(source)):
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            target = node.targets[0]
            names = [text_of(one) for one in target.elts] if isinstance(target, ast.Tuple) else []
            is_split = last_name(node.value.func) == "train_test_split" and node.value.args
            if is_split and name in names[:2] and len(text_of(node.value)) < 90:
                yield target, node.value
