"""Predictions that are compared with targets of another shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.losses import SQUARES, is_crossed, last_part, loss_word, output_shape
from fastaid.teach.notices.tree import below, is_local, kept, nodes_in, text_of
from fastaid.teach.notices.values import last_layer, loaders_of, shape_of
from fastaid.teach.objects import is_learner, is_of, is_tensor, stored

# What changes the numbers and leaves the shape.
SAME_SHAPE = frozenset(
    {"float", "long", "int", "bool", "double", "half", "round", "sigmoid", "cpu", "detach", "numpy", "clone",
     "ge", "gt", "le", "lt", "type", "byte", "to", "astype"}
)  # fmt: skip
LIBRARIES = ("torch", "np", "numpy", "F")
DECIDES = frozenset({"round", "sigmoid", "ge", "gt", "le", "lt"})
OUTPUTS = ("pred", "prob", "out", "hat", "logit", "act", "score")

Shape = tuple[int, ...]
Shapes = Mapping[str, Shape | None]


@check("==", "eq(", reached=True)
def shapes_broadcast_in_accuracy(cell: Cell) -> Iterator[Notice]:
    """The mean of `(preds > 0.5) == targs` where one is (n, 1) and the other (n,)."""
    for place, known in _places(cell):
        for node, sides in kept(place, "equalities", _equalities):
            first = _shape(cell, sides[0], known)
            second = _shape(cell, sides[1], known) if first is not None else None
            if first is None or second is None or not is_crossed(first, second):
                continue
            if not _is_counted(node, below(place)):  # last: it reads the whole cell again
                continue
            column, row = sides if len(first) == 2 else sides[::-1]
            if not _is_prediction(column) and not _is_prediction(row):
                continue
            yield _notice(column, row, max(first), hash(ast.dump(node)), len(first) == 2)
            return


@check("oss", "mse", "mae", "MSE", "MAE", "err", "criterion", "cost", "rms", "objective")
def shapes_broadcast_in_own_loss(cell: Cell) -> Iterator[Notice]:
    """A loss function of the learner's takes the mean of `(preds - targs)**2`, given (n, 1) and (n,)."""
    for call, written in cell.own_calls:
        if len(call.args) != 2 or call.keywords:
            continue
        names = [one.arg for one in written.args.args] if isinstance(written, ast.FunctionDef) else []
        if not isinstance(written, ast.FunctionDef) or len(names) != 2:
            continue
        sides = kept(written, "difference", _difference)
        if sides is None or not set(sides) <= set(names):
            continue
        shapes = [_shape(cell, one, {}) for one in call.args]
        if shapes[0] is None or shapes[1] is None or not is_crossed(shapes[0], shapes[1]):
            continue
        column, row = call.args if len(shapes[0]) == 2 else call.args[::-1]
        n, name = max(shapes[0]), text_of(call.func)
        texts = [f"{text_of(one)}.squeeze(1)" if one is column else text_of(one) for one in call.args]
        yield Notice(
            f"`{text_of(column)}` has the shape ({n}, 1) and `{text_of(row)}` the shape ({n},): in `{name}` "
            f"broadcasting makes their difference ({n}, {n}), each prediction against all targets: the loss is wrong. "
            f"Make the shapes equal: `{name}({', '.join(texts)})`.",
            hash(ast.dump(call)),
            card="broadcasting",
        )
        return


def _difference(written: ast.FunctionDef) -> tuple[str, str] | None:
    """The parameters whose difference a function takes the mean of; None where it binds one of them anew."""
    made: dict[str, ast.expr] = {}
    for one in below(written):
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            made[one.targets[0].id] = one.value
    names = {one.arg for one in written.args.args}
    if made.keys() & names:
        return None
    for node in below(written):
        if not isinstance(node, ast.Call) or last_name(node.func) not in ("mean", "sum") or node.keywords:
            continue
        if len(node.args) > 1 or (node.args and isinstance(node.args[0], ast.Constant)):
            continue  # along one dimension
        for one in _made_of(node, made):
            if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Sub):
                left, right = one.left, one.right
                if (
                    isinstance(left, ast.Name)
                    and isinstance(right, ast.Name)
                    and {left.id, right.id} <= names
                ):
                    return left.id, right.id
    return None


def _made_of(node: ast.AST, made: Mapping[str, ast.expr]) -> list[ast.AST]:
    """A part of a function with what its names were given: `err = a - b`, then `err.abs().mean()`."""
    found, seen = list(below(node)), set[str]()
    for one in found:  # it grows meanwhile
        if isinstance(one, ast.Name) and one.id in made and one.id not in seen:
            seen.add(one.id)
            found += below(made[one.id])
    return found


@check(".fit", "earner(", ".fine_tune", ".lr_find")
def shapes_broadcast_in_learner(cell: Cell) -> Iterator[Notice]:
    """A learner whose loss takes differences, one output column, and targets without a column."""
    for name, learn in cell.live(is_learner):
        held = stored(learn).get("loss_func")
        loss, own = loss_word(held), None
        if isinstance(held, FunctionType) and loss not in SQUARES:
            own = cell.definition(held)
            if not isinstance(own, ast.FunctionDef):
                continue
        sides = kept(own, "difference", _difference) if isinstance(own, ast.FunctionDef) else None
        if (loss not in SQUARES and sides is None) or not _has_one_column(cell, stored(learn).get("model")):
            continue
        dls = stored(learn).get("dls")
        if not _has_flat_targets(dls):
            continue
        n = next((one.get("bs") for one in loaders_of(dls) if type(one.get("bs")) is int), "n")
        if sides is not None and isinstance(own, ast.FunctionDef):
            pred = own.args.args[0].arg
            shown = [f"{one}.squeeze(1)" if one == pred else one for one in sides]
            where = f"`{' - '.join(sides)}` in `{loss}` has the shape ({n}, {n}), each prediction against every target"
            fix = f"`{' - '.join(shown)}`"
        else:
            fastai = "L1LossFlat()" if loss in ("L1Loss", "l1_loss") else "MSELossFlat()"
            where = f"{loss} broadcasts them and compares each prediction with every target"
            fix = f"`loss_func={fastai}` flattens both, or give the targets a column with `y.unsqueeze(1)`"
        yield Notice(
            f"The model of `{name}` gives outputs of shape ({n}, 1), the targets have the shape ({n},): {where}. "
            f"Make the shapes equal: {fix}.",
            id(learn),
            card="broadcasting",
        )


def _has_one_column(cell: Cell, model: Any) -> bool:
    """Whether a network certainly ends in nn.Linear(…, 1)."""
    model = last_part(cell, model)
    layer: Any = last_layer(model) if is_of(model, "torch.nn", "Sequential", "Linear") else None
    if not is_of(layer, "torch.nn", "Linear") or layer.out_features != 1:
        return False
    plain = list(stored(model).get("_modules", {}).values())
    return not plain or is_of(plain[-1], "torch.nn", "Linear", "Sequential")


def _has_flat_targets(dls: Any) -> bool:
    loaders = stored(dls).get("loaders") or [None]
    data: Any = stored(loaders[0]).get("dataset")
    if is_of(data, "torch.utils.data", "TensorDataset"):
        return len(data.tensors) == 2 and data.tensors[1].ndim == 1
    if type(data) is list and data and type(data[0]) is tuple and len(data[0]) == 2:
        target = data[0][1]
        return (is_tensor(target) and target.ndim == 0) or isinstance(target, float)
    return False


def _notice(column: ast.expr, row: ast.expr, n: int, subject: int, is_first: bool) -> Notice:
    names = (_source(column), _source(row))
    return Notice(
        f"`{names[0]}` has the shape ({n}, 1) and `{names[1]}` the shape ({n},): broadcasting compares each of the "
        f"{n} rows with all {n} {'targets' if is_first else 'others'}, so the accuracy is wrong. Make the shapes "
        f"equal: `{names[0]}.squeeze(1)`, or `{names[1]}.unsqueeze(1)`.",
        subject,
        card="broadcasting",
    )


def _places(cell: Cell) -> Iterator[tuple[ast.AST, Shapes]]:
    """The cell, and each function of the learner's that it calls, with the shapes of what it is given."""
    yield cell.tree, {}
    for call, written in cell.own_calls:
        if not isinstance(written, ast.FunctionDef) or not kept(written, "equalities", _equalities):
            continue
        names = [one.arg for one in written.args.args]
        given = {name: _shape(cell, one, {}) for name, one in zip(names, call.args, strict=False)}
        given |= {one.arg: _shape(cell, one.value, {}) for one in call.keywords if one.arg}
        if sum(1 for one in given.values() if one is not None) < 2:
            continue
        yield written, _assigned(cell, written, given)


def _assigned(cell: Cell, written: ast.FunctionDef, given: Shapes) -> dict[str, Shape | None]:
    """The shapes of a function's own names; None for those that are bound in a branch, or in pieces."""
    known = dict(given)
    for statement in written.body:
        shape = None
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            shape = _shape(cell, statement.value, known)
        for one in below(statement):
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
                known[one.id] = shape
    return known


def _equalities(place: ast.AST) -> list[tuple[ast.expr, tuple[ast.expr, ast.expr]]]:
    """What is compared for being equal, and with what."""
    both: list[ast.expr] = [*nodes_in(place, ast.Compare), *nodes_in(place, ast.Call)]
    return [(node, sides) for node in both if (sides := _sides(node)) is not None]


def _sides(node: ast.AST) -> tuple[ast.expr, ast.expr] | None:
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq):
        return node.left, node.comparators[0]
    if isinstance(node, ast.Call) and last_name(node.func) == "eq":
        both = [node.func.value, *node.args] if isinstance(node.func, ast.Attribute) else []
        if len(both) == 3 and text_of(both[0]) in LIBRARIES:
            both = both[1:]
        return (both[0], both[1]) if len(both) == 2 else None
    return None


def _is_counted(node: ast.AST, nodes: Sequence[ast.AST]) -> bool:
    """Whether the mean or the sum of all of a comparison is taken: at once, or of the name that keeps it."""
    if not isinstance(node, (ast.Compare, ast.Call)):
        return False
    texts = {text_of(node)}
    for one in nodes:
        if isinstance(one, ast.Assign) and _inner(one.value) is node and isinstance(one.targets[0], ast.Name):
            texts.add(one.targets[0].id)
    for one in nodes:
        if not isinstance(one, ast.Call) or last_name(one.func) not in ("mean", "sum") or one.keywords:
            continue
        is_of_library = isinstance(one.func, ast.Attribute) and text_of(one.func.value) in LIBRARIES
        if is_of_library and len(one.args) == 1:
            counted: ast.expr = one.args[0]
        elif isinstance(one.func, ast.Attribute) and not one.args:
            counted = one.func.value
        else:
            continue
        if text_of(_inner(counted)) in texts:
            return True
    return False


def _inner(node: ast.expr) -> ast.expr:
    """`(a == b).float()` → `a == b`."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        is_method = node.func.attr in SAME_SHAPE and text_of(node.func.value) not in LIBRARIES
        if not is_method:
            break
        node = node.func.value
    return node


def _operand(node: ast.expr) -> ast.expr | None:
    """What an expression of the same shape is made from: `(p > 0.5)` → p, `torch.round(p)` → p."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and not isinstance(node.ops[0], ast.Eq):
        other = node.comparators[0]
        return node.left if isinstance(other, ast.Constant) or "thr" in last_name(other) else None
    if isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant):
        return node.left
    if not isinstance(node, ast.Call) or last_name(node.func) not in SAME_SHAPE:
        return None
    if isinstance(node.func, ast.Attribute) and text_of(node.func.value) not in LIBRARIES:
        return node.func.value
    return node.args[0] if len(node.args) == 1 else None


def _source(node: ast.expr) -> str:
    """The name at the bottom of it, as it is written."""
    while (inner := _operand(node)) is not None:
        node = inner
    return text_of(node)


def _is_prediction(node: ast.expr) -> bool:
    """Whether it was made by a threshold, or is called like an output."""
    for one in below(node):
        if isinstance(one, ast.Compare) or (isinstance(one, ast.Call) and last_name(one.func) in DECIDES):
            return True
    return any(word in _source(node).lower() for word in OUTPUTS)


def _shape(cell: Cell, node: ast.expr, known: Shapes) -> Shape | None:
    inner = _operand(node)
    if inner is not None:
        return _shape(cell, inner, known)
    if isinstance(node, ast.Name):
        if node.id in known:
            return known[node.id]
        return _kept(cell, node)
    return None if known else output_shape(cell, node)


def _kept(cell: Cell, name: ast.Name) -> Shape | None:
    """A variable's shape, where it has the same value as when it was read."""
    bound = kept(cell.tree, "stores", _stores).get(name.id, ())
    if len(bound) > 1 or (bound and (bound[0].lineno, bound[0].col_offset) > (name.lineno, name.col_offset)):
        return None
    return shape_of(cell.value(name)) if not is_local(name) else None


def _stores(tree: ast.AST) -> dict[str, list[ast.Name]]:
    """Where each name is bound."""
    found: dict[str, list[ast.Name]] = {}
    for one in nodes_in(tree, ast.Name):
        if isinstance(one.ctx, ast.Store):
            found.setdefault(one.id, []).append(one)
    return found
