"""Validation sets of no items, where somebody waits for metrics, or a column or a list is empty by chance."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.data import MAKES, items_of, vocabulary
from fastaid.teach.notices.held_out import empty_part, share_of_few, splitter_found_nothing
from fastaid.teach.notices.inside import cells_run
from fastaid.teach.notices.loop_parts import FITS
from fastaid.teach.notices.splits import no_validation
from fastaid.teach.notices.tree import nodes_in, parsed, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_learner, is_of, is_table, stored

MOST_CELLS = 60
ALWAYS = (no_validation, splitter_found_nothing, empty_part, share_of_few)
# Remarks and names of those who hold out nothing on purpose.
MEANT = re.compile(
    r"(?i)\b(no|without|skip\w*|empty|not?\s+need\w*)\b[^\n]{0,12}\b(valid|hold)|\bno_valid|\ball\b[^\n(]{0,12}\b(data|items|images|"
    r"pictures|photos|rows|samples|examples|train\w*)\b|(whole|full|entire)[ _-](data|set|train)|everything|final[ _-]"
    r"(model|fit|train|run)|inference|for predict|submission|overfit|\bgan\b|all_in_train|train_all|\bre-?train"
)
NAMES = re.compile(r"(?i)(^|_)(all|full|whole|final|pred\w*|infer\w*|test|sub\w*|gan|unlabel\w*)($|_)")
PREDICTS = frozenset({"load", "load_learner", "test_dl", "get_preds", "predict", "export", "no_bar"})
SPLITS_BEFORE = re.compile(r"(valid_pct=|Splitter\()0?\.(0[2-9]|[1-9])|Splitter\(\)")
TINY = 0.005  # a smaller share is written to hold out nothing
BY_SHARE = ("RandomSplitter", "EndSplitter")
BY_LIST = ("IndexSplitter", "MaskSplitter")
Reason = tuple[str, str, bool]  # why, what to write, whether it is written out as none


@check(*MAKES, *(f".{name}" for name in FITS), ".validate", needs="fastai", reached=True)
def none_held_out(cell: Cell) -> Iterator[Notice]:
    """`valid_pct=0`, `IndexSplitter([])`, a column that is False everywhere: the metrics are None."""
    for name, dls in cell.loaders():
        loaders = loaders_of(dls)
        if len(loaders) < 2 or not loaders[0].get("n") or loaders[1].get("n") != 0:
            continue
        held = items_of(loaders[1].get("dataset"))
        if held is not None and len(held):
            continue  # texts too short for one batch of a language model
        if any(one.subject == id(dls) for known in ALWAYS for one in known(cell)):
            continue
        source, found = _found(cell, name, dls, loaders[0])
        why, fix, is_written = found or ("all items are in train", "", True)
        if not _is_awaited(cell, dls) and (
            found is None or (is_written and not _is_of_classes(cell, loaders[0]))
        ):
            continue
        if NAMES.search(name.partition(".")[0]) or any(MEANT.search(one) for one in (source, cell.source)):
            continue
        if is_written and any(SPLITS_BEFORE.search(one) for one in cells_run(cell)[-MOST_CELLS:]):
            continue  # the last training, on all there is
        fix = fix or "Hold some items out where the dls are made, for instance with `valid_pct=0.2`"
        yield Notice(
            f"`{name}` has no validation set: {why}, so there is no valid_loss and the metrics are None. {fix}.",
            id(dls),
            card="validation-set",
        )


def _is_awaited(cell: Cell, dls: Any) -> bool:
    """Whether the cell trains or validates a learner on these data that has metrics to show."""
    if not any(True for _ in cell.calls(*FITS, "validate")):
        return False
    learners = [one for _, one in cell.live(is_learner) if stored(one).get("dls") is dls]
    return any(list(stored(one).get("_metrics") or ()) for one in learners)


def _is_of_classes(cell: Cell, train: dict[str, Any]) -> bool:
    """Whether the data have classes to tell apart, and the cell does not only predict."""
    if cell.words & PREDICTS and not cell.words & set(FITS):
        return False
    return vocabulary(train.get("dataset")) is not None


def _found(cell: Cell, name: str, dls: Any, train: dict[str, Any]) -> tuple[str, Reason | None]:
    """The cell that made the data, and what in it left the validation set empty."""
    calls = cell.all_of(ast.Call)
    found = _reason(cell, calls, name, train)
    if found is not None:
        return cell.source, found
    for source in reversed(cells_run(cell)[-MOST_CELLS:]):
        if "aders" in source or "Splitter" in source:
            found = _reason(cell, nodes_in(parsed(source), ast.Call), name, train)
            if found is not None:
                return source, found
    return cell.source, None


def _reason(cell: Cell, calls: list[ast.Call], name: str, train: dict[str, Any]) -> Reason | None:
    n = int(train["n"])
    for call in calls:
        word = last_name(call.func)
        share = keyword(call, "valid_pct") or (call.args[0] if word in BY_SHARE and call.args else None)
        column = keyword(call, "valid_col") or (_column(call) if word == "ColSplitter" else None)
        places = keyword(call, "valid_idx") or (call.args[0] if word in BY_LIST and call.args else None)
        found = None
        if column is not None:
            found = _of_column(cell, call, column, train)
        elif share is not None:
            found = _of_share(cell, call, share, n)
        elif places is not None:
            found = _of_places(cell, call, places, n)
        elif word in ("from_dsets", "DataLoaders") and len(call.args) > 1:
            found = _of_datasets(cell, call)
        if found is not None:
            return found
    return None


def _column(call: ast.Call) -> ast.expr:
    return call.args[0] if call.args else keyword(call, "col") or ast.Constant("is_valid")


def _of_column(cell: Cell, call: ast.Call, column: ast.expr, train: dict[str, Any]) -> Reason | None:
    table, held = items_of(train.get("dataset")), cell.value(column)
    if not is_table(table) or type(held) not in (str, int) or keyword(call, "on") is not None:
        return None
    if type(held) is str and held not in table.columns:
        return None
    values: Any = table.iloc[:, held] if type(held) is int else table[held]
    is_own = last_name(call.func) == "ColSplitter"
    if (is_own and len(call.args) > 1) or bool(values.values.astype("bool").any()):
        return None
    fix = "splitter=RandomSplitter(valid_pct=0.2, seed=42)"
    if not is_own:
        fix = f"valid_pct=0.2` in place of `valid_col={text_of(column)}"
    return (
        f"`{held}` is True in none of the {counted(len(table), 'row')}",
        f"Write `{fix}`",
        False,
    )


def _of_share(cell: Cell, call: ast.Call, share: ast.expr, n: int) -> Reason | None:
    held = constant(share) if isinstance(share, ast.Constant) else cell.value(share)
    if type(held) not in (int, float) or int(held * n) or 0 < held < TINY:
        return None
    better = next((one for one in (0.2, 0.3, 0.5) if int(one * n)), None)
    if better is None:
        return None
    why = f"a share of {held:.10g} holds out none of the {counted(n, 'item')}"
    if held:
        why = f"{held:.10g} of {counted(n, 'item')} is less than one and is rounded down to 0"
    word = last_name(call.func)
    fix = f"{word}(valid_pct={better}, seed=42)" if word == "RandomSplitter" else f"valid_pct={better}"
    return why, f"Hold some out: `{fix}` is {int(better * n)} of {n}", not held


def _of_places(cell: Cell, call: ast.Call, places: ast.expr, n: int) -> Reason | None:
    is_written = isinstance(places, (ast.List, ast.Tuple)) and not places.elts
    held = () if is_written else cell.value(places)
    is_list = type(held) in (list, tuple, range, set) or is_of(held, "fastcore.foundation", "L")
    is_list = is_list or is_of(held, "numpy", "ndarray") or is_of(held, "pandas", "Series", "Index")
    if not is_list or (any(held) if last_name(call.func) == "MaskSplitter" else len(held)):
        return None
    shown = text_of(call) if last_name(call.func) in BY_LIST else f"valid_idx={text_of(places)}"
    fix = "Write `splitter=RandomSplitter(valid_pct=0.2, seed=42)`"
    if last_name(call.func) == "from_df":
        fix = "Leave `valid_idx` out: then 20% are drawn at random"
    elif keyword(call, "valid_idx") is not None:
        fix = "Give it the places of the items to hold out"
    return f"`{shown}` holds out none of the {counted(n, 'item')}", fix, is_written


def _of_datasets(cell: Cell, call: ast.Call) -> Reason | None:
    first, given = call.args[:2]
    is_written = isinstance(given, ast.List) and not given.elts
    held = cell.value(given)
    if not is_written and not (isinstance(given, ast.Name) and _is_empty(held)):
        return None
    names = f"{text_of(first)}, {text_of(given)}" if not is_written else f"{text_of(first)}, valid_ds"
    fix = f"`{names} = torch.utils.data.random_split({text_of(first)}, [0.8, 0.2])`"
    if not isinstance(first, ast.Name):
        return f"`{text_of(given)}` holds no items", "Give it some that are not in train", is_written
    then = f", and give both to `{text_of(call.func)}`" if is_written else ""
    return f"`{text_of(given)}` holds no items", f"Hold some out before: {fix}{then}", is_written


def _is_empty(held: Any) -> bool:
    is_sized = type(held) in (list, tuple) or is_of(held, "fastcore.foundation", "L")
    is_sized = is_sized or is_of(held, "torch.utils.data", "TensorDataset", "Subset")
    return is_sized and len(held) == 0
