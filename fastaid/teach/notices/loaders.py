"""torch's data loaders: batches that are not there, and answers in another order than the table."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import FUNCTIONS, below, is_local, text_of
from fastaid.teach.objects import is_of, is_table, is_tensor, shape, stored

MOST_LABELS = 20_000
GATHERS = ("append", "extend")
NUMBERS = ("loss", "acc", "metric", "score", "error", "time")  # of batches, not of rows
FEWEST = 16  # sorted labels in so few items are a toy


def is_loader(held: Any) -> bool:
    """Whether it is torch's DataLoader."""
    return is_of(held, "torch.utils.data", "DataLoader")


def size_of(data: Any) -> int | None:
    """How many items a dataset has; None where only its own code can tell."""
    if type(data) in (list, tuple):
        return len(data)
    if is_of(data, "torch.utils.data", "TensorDataset"):
        tensors = stored(data).get("tensors") or ()
        return shape(tensors[0])[0] if tensors and is_tensor(tensors[0]) and tensors[0].ndim else None
    if is_of(data, "torch.utils.data", "Subset"):
        indices: Any = stored(data).get("indices")
        return len(indices) if isinstance(indices, (list, tuple, range)) or is_tensor(indices) else None
    if is_of(data, "torchvision.datasets", "DatasetFolder"):
        return len(stored(data).get("samples") or ())
    return None


@check("drop_last", reached=True)
def no_batches(cell: Cell) -> Iterator[Notice]:
    """Fewer items than the batch size, and incomplete batches are dropped: the loader is empty."""
    for name, held in cell.live(is_loader):
        loader = stored(held)
        n, bs = size_of(loader.get("dataset")), loader.get("batch_size")
        is_whole = type(loader.get("sampler")).__name__ in ("RandomSampler", "SequentialSampler")
        if not loader.get("drop_last") or not is_whole or not n or not isinstance(bs, int) or n >= bs:
            continue
        smaller = 1 << max(1, (n // 2).bit_length() - 1)
        yield Notice(
            f"`{name}` has 0 batches: its {counted(n, 'item')} are fewer than batch_size={bs}, and drop_last=True "
            f"drops the incomplete batch, so a loop over it does nothing. Use a smaller one, such as "
            f"`batch_size={smaller}`, or leave out drop_last.",
            id(held),
            card="batch",
        )


@check("] =", "]=", "DataFrame(")
def answers_in_another_order(cell: Cell) -> Iterator[Notice]:
    """Predictions of a shuffled loader become a column beside the rows of a table."""
    for name, held in cell.live(is_loader):
        if not is_of(stored(held).get("sampler"), "torch.utils.data", "RandomSampler"):
            continue
        if _is_trained_on(cell, name, cell.of(ast.For)):
            continue
        gathered = {one for one in _gathered(cell, name) if not any(word in one.lower() for word in NUMBERS)}
        column = _column(cell, gathered, name, size_of(stored(held).get("dataset")))
        if column:
            yield Notice(
                f"`{name}` shuffles, so its predictions come in a random order: in `{column}` they do not belong to "
                f"the rows they stand in. Make `{name}` with `shuffle=False`.",
                id(held),
                card="test-set",
            )


def _gathered(cell: Cell, loader: str) -> set[str]:
    """Names that collect what a loop over a loader gives, and what is made of these."""
    found: set[str] = set()
    for loop in cell.of(ast.For):
        if loader not in {one.id for one in below(loop.iter) if isinstance(one, ast.Name)}:
            continue
        for node in below(loop):
            if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                found.add(node.target.id)
            elif isinstance(node, ast.Call) and last_name(node.func) in GATHERS:
                holder = node.func.value if isinstance(node.func, ast.Attribute) else None
                if isinstance(holder, ast.Name):
                    found.add(holder.id)
    for made, value in cell.assigned():
        is_listed = isinstance(value, (ast.ListComp, ast.Call)) and _comprehends(value, loader)
        if is_listed or _calls_with(cell, value, loader) or _names(value) & found:
            found.add(made)
    return found


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in below(node) if isinstance(one, ast.Name)}


def _comprehends(value: ast.expr, loader: str) -> bool:
    parts = [one for one in below(value) if isinstance(one, ast.comprehension)]
    return any(isinstance(one.iter, ast.Name) and one.iter.id == loader for one in parts)


def _calls_with(cell: Cell, value: ast.expr, loader: str) -> bool:
    """`predict(model, test_dl)`, a function of the learner's that goes over its loader and collects."""
    for call in below(value):
        if not isinstance(call, ast.Call) or not any(
            isinstance(one, ast.Name) and one.id == loader for one in call.args
        ):
            continue
        written = cell.written(call.func)
        if isinstance(written, FUNCTIONS[:2]):
            return any(isinstance(one, ast.Call) and last_name(one.func) in GATHERS for one in below(written))
    return False


def _column(cell: Cell, gathered: set[str], loader: str, size: int | None) -> str:
    """Where the predictions stand beside what was not gathered with them."""
    columns = []
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        is_gathered = _names(node.value) & gathered or _calls_with(cell, node.value, loader)
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name) and is_gathered:
            is_own = target.value.id in gathered or is_local(target.value)
            table: Any = cell.value(target.value)
            if not is_own and is_table(table):
                columns.append((text_of(target), _is_each_rows(table, target.slice, size)))
    if columns:
        (text, is_each), *others = columns
        # Two columns of the loader's go together.
        return text if is_each and all(one == text for one, _ in others) else ""
    for call in cell.calls("DataFrame"):
        given = call.args[0] if call.args else keyword(call, "data")
        if not isinstance(given, ast.Dict):
            continue
        mine = [bool(_names(one) & gathered) for one in given.values]
        apart = [isinstance(one, (ast.Name, ast.Attribute, ast.Subscript)) for one in given.values]
        made: Any = next((cell.names.get(one) for one, value in cell.assigned() if value is call), None)
        if is_table(made) and size not in (None, len(made)):
            continue
        keys = [one for one, is_mine in zip(given.keys, mine, strict=True) if is_mine]
        is_beside = any(
            a and not m and not _is_loaders(cell, v, loader)
            for a, m, v in zip(apart, mine, given.values, strict=True)
        )
        if keys and keys[0] is not None and is_beside:
            return text_of(keys[0]).strip("'\"")
    return ""


def _is_each_rows(table: Any, column: ast.expr, size: int | None) -> bool:
    """Whether a column holds a value of its own for each item of the dataset."""
    if not isinstance(column, ast.Constant) or column.value not in table.columns or len(table) > MOST_LABELS:
        return False
    values = table[column.value]
    return values.ndim == 1 and size in (None, len(table)) and values.astype(str).nunique() > 1


def _is_loaders(cell: Cell, value: ast.expr, loader: str) -> bool:
    """Whether a loop over the loader binds or fills it: then it is in the same order."""
    bound = {
        one.id
        for loop in cell.of(ast.For)
        if loader in _names(loop.iter)
        for one in below(loop)
        if isinstance(one, ast.Name)
    }
    return bool(_names(value) & bound)


@check("backward", also=("@DataLoader",), reached=True)
def sorted_and_not_shuffled(cell: Cell) -> Iterator[Notice]:
    """The training loader gives the items in the order of their classes: each batch is of one class."""
    if "backward" not in cell.words:
        return
    in_order = [
        (name, held)
        for name, held in cell.live(is_loader)
        if type(stored(held).get("sampler")).__name__ == "SequentialSampler"
    ]
    inside = in_definitions(cell) if in_order else set()  # they are looked at where they are called
    loops = [one for one in cell.of(ast.For) if id(one) not in inside]
    for name, held in in_order:
        loader = stored(held)
        if not _is_trained_on(cell, name, loops):
            continue
        labels, bs = _labels(loader.get("dataset")), loader.get("batch_size")
        if not isinstance(bs, int) or len(labels) < max(FEWEST, 2 * bs) or not _is_by_class(labels, bs):
            continue
        yield Notice(
            f"`{name}` does not shuffle, and its {len(labels):,} items are sorted by class: most batches hold a single "
            f"class, so training jumps from one to the next. Make it with `shuffle=True`.",
            id(held),
            card="batch",
        )


def _is_trained_on(cell: Cell, name: str, loops: Sequence[ast.For]) -> bool:
    """Whether a loop over the loader computes gradients."""
    for loop in loops:
        over = loop.iter
        while isinstance(over, ast.Call) and over.args:
            over = over.args[0]
        if isinstance(over, ast.Name) and over.id == name:
            calls = [one for one in cell.reached(*loop.body) if isinstance(one, ast.Call)]
            return any(last_name(one.func) == "backward" for one in calls)
    return False


def _is_by_class(labels: Sequence[Any], bs: int) -> bool:
    """Whether all items of a class stand together, there are several, and most batches are of one."""
    seen = set()
    for one, before in zip(labels, [None, *labels], strict=False):
        if one != before:
            if one in seen:
                return False
            seen.add(one)
    batches = [labels[i : i + bs] for i in range(0, len(labels), bs)]
    alone = [one for one in batches if one[0] == one[-1]]
    return len(seen) > 1 and bs > 1 and 2 * len(alone) > len(batches)


def _labels(data: Any) -> list[Any]:
    """A dataset's classes in its order, [] where only its own code can tell."""
    if is_of(data, "torchvision.datasets", "DatasetFolder") and stored(data).get("target_transform") is None:
        found = stored(data).get("targets")
        return list(found) if isinstance(found, list) and len(found) <= MOST_LABELS else []
    if is_of(data, "torch.utils.data", "TensorDataset"):
        held: Any = (stored(data).get("tensors") or (None,))[-1]
        if not is_tensor(held) or held.device.type != "cpu" or held.numel() > MOST_LABELS:
            return []
        if held.is_floating_point() and not bool(((held == 0) | (held == 1)).all()):
            return []  # numbers to predict
        flat = held.ndim == 1 or (held.ndim == 2 and held.shape[1] == 1)
        return held.reshape(-1).tolist() if flat else []
    return []
