"""Linear layers that follow each other with nothing between: together they are one linear layer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import FUNCTIONS, below, text_of
from fastaid.teach.notices.values import parts_of
from fastaid.teach.objects import is_learner, is_module, is_of, library, stored

LONGEST = 5  # layers that are written out
NARROW = 10  # a network of fewer that nobody trains is there to try something out
# Words of one who shows or wants that the layers are one, or that the matrix between is small.
ON_PURPOSE = re.compile(
    r"(?i)(no|without|missing|needs?|remov\w*)\W+(an?\W+|the\W+)?(activation|relu|non-?linear)|"
    r"(only|purely|just) linear|linear_?(net|model|stack|only)|deep_?lin|lin_?net|collaps|equivalent|composition|"
    r"low.?rank|lora|factor|bottleneck|\bpca\b|"
    r"\.weight\W*@|@\W*\w+(\[\d\])?\.weight"
)
SAME = ("Identity",)  # a dropout between is left alone: it changes what is learnt


@check("Linear", ".fit", "earner(", "backward", "odel", "et(", "Sequential(", also=("@Linear",), reached=True)
def no_activation_between(cell: Cell) -> Iterator[Notice]:
    """`nn.Sequential(nn.Linear(2, 64), nn.Linear(64, 2))`: two linear layers are one."""
    models = [(name, held) for name, held in cell.live(is_module) if not isinstance(held, type)]
    models += [(f"{name}.model", stored(one).get("model")) for name, one in cell.live(is_learner)]
    sequential = library("torch.nn").Sequential
    for name, model in models:
        seen = set[type]()
        for part in parts_of(model):
            text = ""
            if isinstance(part, sequential):
                text = _in_a_row(cell, name, part)
            elif type(part).__module__ == "__main__" and type(part) not in seen:
                seen.add(type(part))
                text = _in_forward(cell, part)
            if text and not ON_PURPOSE.search(f"{name} {cell.source}"):
                yield Notice(
                    f"{text} Without one, linear layers in a row are together just one linear layer.",
                    id(model),
                    card="activation-functions",
                )
                return


def _flat(part: Any) -> list[Any]:
    """The layers of a Sequential in their order, those of inner ones too."""
    found = []
    for one in stored(part).get("_modules", {}).values():
        found += _flat(one) if type(one).__name__ == "Sequential" else [one]
    return found


def _is_linear(layer: Any) -> bool:
    return type(layer).__name__ == "Linear" and is_of(layer, "torch.nn", "Linear")


def _is_lost(first: Any, second: Any) -> bool:
    """Whether two layers together can do no less than one: a narrow one between them is a limit that may be meant."""
    if not _is_linear(first) or not _is_linear(second) or first.out_features != second.in_features:
        return False
    learn = all(bool(one.weight.requires_grad) for one in (first, second))
    if first.out_features < NARROW and first.weight.grad is None:
        return False
    return learn and first.out_features >= min(first.in_features, second.out_features)


def _in_a_row(cell: Cell, name: str, part: Any) -> str:
    layers = _flat(part)
    kept = [one for one in layers if type(one).__name__ not in SAME]
    found = [(a, b) for a, b in pairwise(kept) if _is_lost(a, b)]
    if not found:
        return ""
    first, second = found[0]
    sizes = f"nn.Linear({first.in_features}, {first.out_features})"
    other = f"nn.Linear({second.in_features}, {second.out_features})"
    fix = "Put an activation between them, `nn.ReLU()`."
    is_plain = all(_is_linear(one) and one.bias is not None for one in layers)
    if is_plain and len(layers) <= LONGEST and "nn" in cell.names:
        words = ", nn.ReLU(), ".join(f"nn.Linear({one.in_features}, {one.out_features})" for one in layers)
        fix = f"Put an activation between them: `nn.Sequential({words})`."
    return f"In `{name}` the layer `{sizes}` is followed by `{other}` without an activation function. {fix}"


def _in_forward(cell: Cell, part: Any) -> str:
    """`return self.fc2(self.fc1(x))` of a network of the learner's own."""
    if not any(_is_linear(one) for one in stored(part).get("_modules", {}).values()):
        return ""
    forward = cell.definition(vars(type(part)).get("forward"))
    if not isinstance(forward, FUNCTIONS[:2]):
        return ""
    ends: dict[str, ast.Call] = {}  # names that hold what a linear layer gave, with its call
    for line in forward.body:
        if not isinstance(line, (ast.Assign, ast.Return)) or line.value is None:
            ends = {} if not isinstance(line, ast.Expr) else ends
            continue
        pair: list[tuple[ast.Call, ast.Call]] = []
        end = _end(part, line.value, ends, pair)
        if pair:
            first, second = pair[0]
            return (
                f"In `forward` of `{type(part).__name__}`, `{text_of(second.func)}` takes what `{text_of(first.func)}` "
                f"gives, without an activation function between. Write `torch.relu({text_of(first)})` in place of "
                f"`{text_of(first)}`."
            )
        target = line.targets[0] if isinstance(line, ast.Assign) else None
        if isinstance(target, ast.Name):
            ends.pop(target.id, None)
            if end is not None and _is_read_once(forward, target.id):
                ends[target.id] = end
    return ""


def _is_read_once(forward: ast.AST, name: str) -> bool:
    """Whether a name is handed on to one layer alone, or is given new values line by line."""
    found = [one for one in below(forward) if isinstance(one, ast.Name) and one.id == name]
    return sum(isinstance(one.ctx, ast.Load) for one in found) == 1 or len(found) > 3


def _end(
    part: Any, node: ast.expr, ends: dict[str, ast.Call], pair: list[tuple[ast.Call, ast.Call]]
) -> ast.Call | None:
    """The call of a linear layer that an expression is the output of; pairs of such calls are put into `pair`."""
    if isinstance(node, ast.Name):
        return ends.get(node.id)
    if not isinstance(node, ast.Call) or len(node.args) != 1 or node.keywords:
        return None
    if not isinstance(node.func, ast.Attribute) or text_of(node.func.value) != "self":
        _end(part, node.args[0], ends, pair)
        return None
    layer = stored(part).get("_modules", {}).get(node.func.attr)
    before = _end(part, node.args[0], ends, pair)
    if type(layer).__name__ in SAME:
        return before
    if not _is_linear(layer):
        return None
    if before is not None and isinstance(before.func, ast.Attribute):
        first = stored(part).get("_modules", {}).get(before.func.attr)
        if first is not layer and _is_lost(first, layer):
            pair.append((before, node))
    return node
