"""Tables for a test, and rows of prepared tables, asked for in ways that go round fastai's preparation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import failing_line
from fastaid.teach.rules.in_code import assigned, in_full, last_name
from fastaid.teach.rules.python_source import node_at, replaced
from fastaid.teach.rules.tabular_data import CORE, tabulars
from fastaid.teach.scene import Scene

PARTS = ("xs", "cats", "conts", "train", "valid")


def _names(held: Any) -> list[str]:
    """The columns' names that fastai keeps as a list."""
    items = stored(held).get("items", held)
    return [str(one) for one in items] if isinstance(items, (list, tuple)) else []


def inputs_of(to: Any) -> tuple[list[str], list[str]]:
    """The columns of a prepared table that the model gets: those of words, those of numbers."""
    return _names(stored(to).get("cat_names")), _names(stored(to).get("cont_names"))


def _is_added(name: str, conts: list[str]) -> bool:
    return name.endswith("_na") and name.removesuffix("_na") in conts


def _unprocessed(scene: Scene) -> tuple[str, Any, list[str]] | None:
    """The learner's `to_test` whose parts are asked for, itself, and the columns that it lacks."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or node is None:
        return None
    for one in ast.walk(node):
        if not isinstance(one, ast.Attribute) or one.attr not in PARTS or not isinstance(one.value, ast.Name):
            continue
        held = frame.value(one.value)
        items: Any = stored(held).get("items")
        if not is_of(held, CORE, "Tabular") or not is_table(items):
            continue
        cats, conts = inputs_of(held)
        columns = [str(name) for name in items.columns]
        lost = [name for name in (*cats, *conts) if name not in columns]
        words = [name for name in cats if name in columns and items[name].dtype.kind not in "iufb"]
        is_new = "new(" in ast.unparse(assigned(scene, one.value.id) or ast.Name(""))
        if is_new and (words or lost) and all(_is_added(name, conts) for name in lost):
            return one.value.id, held, lost
    return None


@rule(KeyError, ValueError, needs=CORE)
def new_not_processed(scene: Scene) -> Diagnosis | None:
    """`to.valid.new(df_test).xs`: `new` takes a table as it is; `process()` prepares it."""
    found, frame = _unprocessed(scene), scene.here
    if found is None or frame is None:
        return None
    name, _, lost = found
    more = f" It makes {listed((f'`{one}`' for one in lost), 2)} too." if lost else ""
    return Diagnosis(
        f"`{name}` holds the new table as it was read: `new` does not prepare it.",
        "`process()` does with it what was done with the table for the training: it fills gaps, and numbers words."
        f"{more}",
        "\n".join(filter(None, (f"{name}.process()", failing_line(frame)))),
        "Call it first:",
        card="tabular",
    )


@rule(ValueError, needs=CORE)
def model_asked_with_raw_table(scene: Scene) -> Diagnosis | None:
    """A tree fitted on `to.train.xs` is asked with a table as it was read from the file."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not isinstance(call.func, ast.Attribute) or not call.args:
        return None
    model, table = frame.value(call.func.value), frame.value(call.args[0])
    fitted = stored(model).get("feature_names_in_")
    if fitted is None or not is_table(table) or not isinstance(call.args[0], (ast.Name, ast.Subscript)):
        return None
    wanted = [str(one) for one in fitted]
    for name, to in scene.live(object):
        if not is_of(to, CORE, "TabularPandas"):
            continue
        cats, conts = inputs_of(to)
        columns = [str(one) for one in table.columns]
        words = [one for one in cats if one in columns and table[one].dtype.kind not in "iufb"]
        lacks = [one for one in (*cats, *conts) if one not in columns]
        if not set(wanted) <= {*cats, *conts} or not (words or lacks):
            continue
        if any(not _is_added(one, conts) for one in lacks):
            continue
        text = ast.unparse(call.args[0])
        part = "xs" if wanted == [*cats, *conts] else f"xs[{wanted!r}]" if len(wanted) < 6 else "xs"
        return Diagnosis(
            f"`{ast.unparse(call.func.value)}` was fitted on the prepared columns of `{name}`; "
            f"`{text}` is as it was read.",
            "fastai filled gaps, numbered the words and scaled the numbers there. `test_dl` does the same with a new "
            "table.",
            f"test_dl = {name}.dataloaders().test_dl({text})\n"
            + replaced(frame, call.args[0], f"test_dl.{part}"),
            "Prepare it in the same way:",
            card="tabular",
        )
    return None


@rule(KeyError, needs=CORE)
def item_by_number(scene: Scene) -> Diagnosis | None:
    """`dls.train_ds[0]` of a table: its brackets ask for columns."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    number = frame.value(node.slice)
    held = next((one for where, one in tabulars(scene) if where.function == "__getitem__"), None)
    if held is None or type(number) is not int:
        return None
    text = ast.unparse(node.value)
    asked = _asked_to_predict(node)
    raw = _raw_table(scene, held) if asked is not None else ""
    said = (
        f"`{text}[{number}]` asks the table for a column named {number}.",
        "A data set of a table is no list of items: brackets ask for columns, as with pandas.",
    )
    if raw and asked is not None and isinstance(asked.func, ast.Attribute):
        return Diagnosis(
            *said,
            f"{ast.unparse(asked.func)}({raw}.iloc[{number}])",
            "predict takes a row of the table as it was read:",
            card="tabular",
        )
    return Diagnosis(
        *said,
        replaced(frame, node, f"{text}.items.iloc[{number}]"),
        "The row with that number, as fastai prepared it:",
        card="tabular",
    )


def _asked_to_predict(node: ast.AST) -> ast.Call | None:
    """The call of predict around an expression."""
    around = getattr(node, "parent", None)
    while isinstance(around, (ast.Subscript, ast.Attribute)):
        around = getattr(around, "parent", None)
    return around if isinstance(around, ast.Call) and last_name(around.func) == "predict" else None


def _raw_table(scene: Scene, held: Any) -> str:
    """The one live table with all the columns that were read."""
    cats, conts = inputs_of(held)
    wanted = {one for one in (*cats, *conts) if not _is_added(one, conts)}
    found = [
        name
        for name, table in scene.live(object)
        if is_table(table) and wanted <= {str(one) for one in table.columns} and len(table)
    ]
    return found[0] if len(found) == 1 else ""


@rule(AttributeError, needs=CORE)
def loaders_of_tables_in_plain_pair(scene: Scene) -> Diagnosis | None:
    """`DataLoaders(trn_dl, val_dl)` of loaders of tables: its `test_dl` prepares nothing."""
    obj = getattr(scene.error, "obj", None)
    if not is_table(obj) or str(getattr(scene.error, "name", "")) not in ("with_cont", "all_cols", "conts"):
        return None
    found = next(_plain_pairs(scene), None)
    frame = scene.here
    if found is None or frame is None:
        return None
    name, is_of_learner = found
    pair = f"{name}.dls" if is_of_learner else name
    made = f"{pair} = TabularDataLoaders({pair}.train, {pair}.valid)"
    line = next((one for one in _test_lines(scene)), "")
    return Diagnosis(
        f"`{pair}` was made with DataLoaders: its `test_dl` hands a table on as it is, without preparing it.",
        "For tables there is TabularDataLoaders, whose `test_dl` does with a new table what was done with the first.",
        "\n".join(filter(None, (made, line, failing_line(frame)))),
        "Make the pair anew of the same loaders:",
        card="tabular",
    )


def _plain_pairs(scene: Scene) -> Iterator[tuple[str, bool]]:
    """Learners and pairs of loaders of tables in the notebook that know nothing of tables."""
    for wanted in (True, False):
        for name, held in scene.live(object):
            dls = stored(held).get("dls") if is_learner(held) else held
            if is_learner(held) is not wanted or not is_of(dls, "fastai.data.core", "DataLoaders"):
                continue
            loaders = stored(dls).get("loaders") or []
            is_tables = all(is_of(one, CORE, "TabDataLoader") for one in loaders) and bool(loaders)
            if is_tables and not is_of(dls, "fastai.tabular.data", "TabularDataLoaders"):
                yield name, wanted


def _test_lines(scene: Scene) -> Iterator[str]:
    """The line that made the test loader: `test_dl = learn.dls.test_dl(test)`."""
    for name, held in scene.live(object):
        if not is_of(held, CORE, "TabDataLoader") or not is_table(stored(held).get("dataset")):
            continue
        made = assigned(scene, name)
        if isinstance(made, ast.Call) and last_name(made.func) == "test_dl":
            yield f"{name} = {ast.unparse(made)}"


@rule(KeyError, needs=CORE)
def columns_of_training_alone(scene: Scene) -> Diagnosis | None:
    """`test[cat_names + cont_names + [dep_var]]`: the target, and columns that FillMissing put into the lists."""
    frame = scene.here
    node = node_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    table, key = frame.value(node.value), frame.value(node.slice)
    if not is_table(table):
        return None
    wanted = key if type(key) is list else _joined(frame, node.slice)
    lost = [one for one in wanted if isinstance(one, str) and one not in table.columns]
    tos = list(_prepared(scene))
    for to in tos:
        cats, conts = inputs_of(to)
        ys = _names(stored(to).get("y_names"))
        added = [one for one in lost if _is_added(one, conts) and one in cats]
        targets = [one for one in lost if one in ys]
        if not lost or len(added) + len(targets) < len(lost):
            continue
        text, parts = ast.unparse(node.value), []
        if added:
            parts.append(
                f"FillMissing put {listed((repr(one) for one in added), 2)} into the list of names while the table for "
                "the training was made; fastai makes it again in a new table."
            )
        if targets:
            parts.append(f"{listed((repr(one) for one in targets), 2)} is what the model predicts.")
        columns = ast.unparse(node.slice)
        return Diagnosis(
            f"`{text}` has no column {listed((repr(one) for one in lost), 3)}.",
            " ".join(parts) + " A table for `test_dl` needs neither.",
            in_full(frame, node, f"{text}[[one for one in {columns} if one in {text}.columns]]"),
            "Take only those that are there:",
            card="tabular",
        )
    return None


def _prepared(scene: Scene) -> Iterator[Any]:
    """The prepared tables of the notebook, also those that its DataLoaders hold."""
    for _, held in scene.live(object):
        if is_of(held, CORE, "TabularPandas"):
            yield held
        if is_dls(held):
            loaders = stored(held).get("loaders") or []
            yield from (
                stored(one).get("dataset") for one in loaders[:1] if is_of(one, CORE, "TabDataLoader")
            )


def _joined(frame: Any, node: ast.expr) -> list[Any]:
    """The items of lists that are added up: `cat_names + cont_names + [dep_var]`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [*_joined(frame, node.left), *_joined(frame, node.right)]
    held = frame.value(node)
    return list(held) if type(held) is list else []
