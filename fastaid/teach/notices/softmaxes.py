"""A softmax over the items of a batch, where one over the classes of each item was meant."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.tree import below, is_local, nodes_in, text_of
from fastaid.teach.objects import UNKNOWN, is_module, is_of, is_tensor, stored

FUNCTIONS = ("softmax", "log_softmax")
LAYERS = ("Softmax", "LogSoftmax")
PASSING = ("detach", "cpu", "float", "cuda", "to", "clone")  # methods that leave shape and meaning
OF_ROWS = ("argmax", "max", "topk", "sum")
PRODUCTS = ("mm", "bmm", "matmul", "einsum", "mul")
ANSWER = re.compile(r"prob|conf|pred", re.I)  # names of what a model says of each item
WEIGHTS = re.compile(r"att|weight|gate|share|mask|align|rout|assign", re.I)  # names of weights over items


@dataclass(frozen=True)
class Softmax:
    """A softmax over dimension 0: what stands in the cell for its result, and the call itself."""

    place: ast.Call  # the call whose value the cell uses: of the softmax, or of the function that returns it
    call: ast.Call
    given: ast.expr


@check("oftmax", "argmax(", ".max(", "prob", "topk(")
def over_the_batch(cell: Cell) -> Iterator[Notice]:
    """A softmax over dimension 0 makes each class's column add up to 1, not each item's row."""
    for found in _softmaxes(cell):
        size = _size(cell, found, _outputs(cell))
        if size is None or not _is_used_by_rows(cell, found.place):
            continue
        n, classes = size
        over = f"the {n} items of the batch" if n else "the items of the batch"
        of = f"the {classes} classes" if classes else "the classes"
        yield Notice(
            f"`{text_of(found.call)}` runs over {over}: each column adds up to 1, not each item. For the "
            f"probabilities of {of} write dim=1.",
            hash(ast.dump(found.call)),
            card="softmax",
        )


def _softmaxes(cell: Cell) -> Iterator[Softmax]:
    """Those of the cell, and those that a function or a model of the learner's returns to it."""
    are_layers = any(is_of(held, "torch.nn", *LAYERS) for _, held in cell.calls_of(is_module))
    if not are_layers and not any("oftmax" in word for word in cell.words):
        return
    for call in cell.of(ast.Call):
        given = _over_items(cell, call)
        if given is not None and not any(is_local(one) for one in below(given)):
            yield Softmax(call, call, given)
    for call, written in cell.own_calls:
        if not isinstance(written, ast.FunctionDef):
            continue
        ends = nodes_in(written, ast.Return)
        last = ends[0].value if len(ends) == 1 else None
        inner = _over_items(cell, last) if isinstance(last, ast.Call) else None
        if inner is not None and isinstance(last, ast.Call):
            yield Softmax(call, last, inner)


def _over_items(cell: Cell, call: ast.Call) -> ast.expr | None:
    """What a call takes the softmax of over dimension 0; None where it is another call, or another dimension."""
    func, args = call.func, list(call.args)
    if last_name(func) in FUNCTIONS:
        given, dim = _parts(call)
        return given if constant(dim) == 0 else None
    if isinstance(func, ast.Call) and last_name(func.func) in LAYERS:  # nn.Softmax(dim=0)(x)
        dim = keyword(func, "dim") or (func.args[0] if func.args else None)
        return args[0] if constant(dim) == 0 and len(args) == 1 else None
    layer = cell.value(func)
    if is_of(layer, "torch.nn", *LAYERS) and stored(layer).get("dim") == 0 and len(args) == 1:
        return args[0]
    return None


def _parts(call: ast.Call) -> tuple[ast.expr | None, ast.expr | None]:
    """What `softmax` is taken of, and its dimension: as a function and as a method."""
    func, args = call.func, list(call.args)
    is_method = isinstance(func, ast.Attribute) and text_of(func.value) not in (
        "F",
        "torch",
        "nn.functional",
        "torch.nn.functional",
        "torch.special",
        "functional",
    )
    given: ast.expr | None = func.value if is_method and isinstance(func, ast.Attribute) else None
    if given is None:
        given = args.pop(0) if args else keyword(call, "input")
    return given, keyword(call, "dim") or (args[0] if args else None)


def _outputs(cell: Cell) -> set[str]:
    """Variables that hold what a network put out, and nothing else but their softmax."""
    made: dict[str, list[bool]] = {}
    for name, node in cell.assigned():
        is_own = isinstance(node, ast.Call) and text_of(_over_items(cell, node) or node) == name
        made.setdefault(name, []).append(_is_output(cell, node) or is_own)
    return {name for name, all_of in made.items() if all(all_of) and cell.bound[name] == len(all_of)}


def _is_output(cell: Cell, node: ast.expr) -> bool:
    """Whether an expression is a network's output: `model(x)`, `learn.model(x).detach()`."""
    while (
        isinstance(node, ast.Call)
        and last_name(node.func) in PASSING
        and isinstance(node.func, ast.Attribute)
    ):
        node = node.func.value
    return isinstance(node, ast.Call) and is_module(cell.value(node.func))


def _size(cell: Cell, found: Softmax, outputs: set[str]) -> tuple[int, int] | None:
    """Items and classes of what the softmax is taken of, 0 where not known; None where it may be right."""
    is_named = isinstance(found.given, ast.Name) and found.given.id in outputs
    is_in_function = found.place is not found.call
    if not is_named and not is_in_function and not _is_output(cell, found.given):
        return None
    if any(WEIGHTS.search(text_of(one.func)) for one in below(found.given) if isinstance(one, ast.Call)):
        return None
    if is_in_function and not (_is_output(cell, found.place) or _is_returned_output(cell, found)):
        return None
    name = next((name for name, value in cell.assigned() if value is found.place), "")
    for word in (found.given.id if isinstance(found.given, ast.Name) and is_named else "", name):
        held: Any = cell.names.get(word, UNKNOWN) if word else UNKNOWN
        if is_tensor(held) and (word in outputs or cell.bound[word] == 1):
            is_batch = held.ndim == 2 and held.shape[0] > 1 and held.shape[1] > 1
            return (int(held.shape[0]), int(held.shape[1])) if is_batch else None
    # Without a live value a method over dimension 1 proves that there are two.
    return (0, 0) if _reduced(cell, found.place, name) else None


def _is_returned_output(cell: Cell, found: Softmax) -> bool:
    """Whether a function's softmax is of a network's output that it calculates itself."""
    written = cell.written(found.place.func)
    given = found.given
    if isinstance(given, ast.Name) and written is not None:
        made = [
            one.value
            for one in nodes_in(written, ast.Assign)
            if len(one.targets) == 1 and text_of(one.targets[0]) == given.id
        ]
        return len(made) == 1 and _is_output(cell, made[0])
    return _is_output(cell, given)


def _is_used_by_rows(cell: Cell, call: ast.Call) -> bool:
    """Whether a row of it is taken for an item's probabilities: a softmax over rows may be meant as weights."""
    name = next((name for name, value in cell.assigned() if value is call), "")
    if WEIGHTS.search(name) or _weighs(cell, call, name):
        return _reduced(cell, call, name, "argmax")
    is_probs = ANSWER.search(name) is not None
    for node in cell.nodes:
        if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Tuple):
            if _is_it(node.value, call, name):
                return True
        elif isinstance(node, (ast.For, ast.comprehension)):
            if _best_of_each(cell, node, call, name):
                return True
        elif isinstance(node, ast.Call) and last_name(node.func) in OF_ROWS:
            if not _is_of(node, call, name):
                continue
            dim = _dim(node, call, name)
            if constant(dim) in (1, -1) or (dim is None and last_name(node.func) == "topk"):
                return True
            is_probs = False
    return is_probs


def _weighs(cell: Cell, call: ast.Call, name: str) -> bool:
    """Whether something is multiplied by it: then it holds weights, and not answers."""
    for node in cell.nodes:
        parts: list[ast.expr] = []
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.MatMult)):
            parts = [node.left, node.right]
        elif isinstance(node, ast.Call) and last_name(node.func) in PRODUCTS:
            parts = [node.func, *node.args]
        if any(isinstance(one, ast.Constant) and not isinstance(one.value, str) for one in parts):
            continue  # in percent
        if any(_is_it(one, call, name) for part in parts for one in below(part)):
            return True
    return False


def _best_of_each(cell: Cell, loop: ast.For | ast.comprehension, call: ast.Call, name: str) -> bool:
    """`for p in probs: p.argmax()`: the best class of each item."""
    over, target = loop.iter, loop.target
    if isinstance(over, ast.Call) and last_name(over.func) in ("zip", "enumerate"):
        parts = target.elts if isinstance(target, ast.Tuple) else []
        at = next((n for n, one in enumerate(over.args) if _is_it(one, call, name)), None)
        at = 1 if last_name(over.func) == "enumerate" and at == 0 else at
        if at is None or at >= len(parts):
            return False
        target = parts[at]
    elif not _is_it(over, call, name):
        return False
    word = text_of(target)
    return any(
        last_name(one.func) in ("argmax", "max", "topk") and _is_of(one, call, word)
        for one in cell.of(ast.Call)
    )


def _reduced(cell: Cell, call: ast.Call, name: str, *words: str) -> bool:
    return any(
        _is_of(one, call, name) and constant(_dim(one, call, name)) == 1
        for one in cell.of(ast.Call)
        if last_name(one.func) in (words or OF_ROWS)
    )


def _is_of(node: ast.Call, call: ast.Call, name: str) -> bool:
    own = isinstance(node.func, ast.Attribute) and _is_it(node.func.value, call, name)
    return own or bool(node.args and _is_it(node.args[0], call, name))


def _dim(node: ast.Call, call: ast.Call, name: str) -> ast.expr | None:
    own = isinstance(node.func, ast.Attribute) and _is_it(node.func.value, call, name)
    at = (0 if own else 1) + (last_name(node.func) == "topk")
    return keyword(node, "dim") or keyword(node, "axis") or next(iter(node.args[at:]), None)


def _is_it(node: ast.AST, call: ast.Call, name: str) -> bool:
    return node is call or (isinstance(node, ast.Name) and node.id == name)
