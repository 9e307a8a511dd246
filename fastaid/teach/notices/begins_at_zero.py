"""The best loss so far begins at 0, below which no loss comes: nothing is ever the best."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import FUNCTIONS, below, text_of
from fastaid.teach.objects import UNKNOWN, stored

BEST = re.compile(r"(?i)best|lowest|smallest|minimum|(^|_)min(_|$)|highest|record|(^|_)max(_|$)")
LOSS = re.compile(r"(?i)loss|mse|rmse|mae|error|(^|_)err(_|$)|cost|perplexity")
LOSS_ALONE = re.compile(r"(?i)loss|mse|rmse|mae")
SCORE = re.compile(r"(?i)acc|f1|auc|dice|iou|score|r2")
BELOW_ZERO = re.compile(r"(?i)nll|elbo|log_?prob|log_?lik|neg|reward|energy|wasserstein|critic|score")
BESTS = tuple(
    form
    for word in ("best", "lowest", "min", "smallest", "highest", "max", "record")
    for form in (word, word.title(), word.upper())
)


@check(*BESTS, also=("if ",))
def never_the_best(cell: Cell) -> Iterator[Notice]:
    """`best_loss = 0` and `if val_loss < best_loss:`, which is never true."""
    if not cell.of(ast.If):
        return
    defined = in_definitions(cell)  # a function speaks when it is called
    begun = _constants([one for one in cell.of(ast.Assign) if id(one) not in defined])
    for node in cell.of(ast.If) if begun else ():
        found = _improved(node, begun) if id(node) not in defined else None
        if found is None:
            continue
        name, other = found
        held = cell.names.get(name, UNKNOWN)
        if held is not UNKNOWN and _number(held) != begun[name]:
            continue
        yield _notice(name, other, begun[name], node)
        return


@check(*BESTS, also=("@own",), reached=True)
def never_the_best_of_an_object(cell: Cell) -> Iterator[Notice]:
    """The same in a class: `self.best_loss = 0` in `__init__`, compared in another method."""
    for _, keeper in cell.live(lambda one: type(one).__module__ == "__main__" and not isinstance(one, type)):
        kind = cell.definition(type(keeper))
        methods = [one for one in getattr(kind, "body", ()) if isinstance(one, FUNCTIONS[:2])]
        begins = next((one for one in methods if one.name == "__init__"), None)
        begun = _constants([one for one in below(begins) if isinstance(one, ast.Assign)]) if begins else {}
        for method in methods if begun else ():
            if method is begins or not _is_called(cell, keeper, method.name):
                continue
            for node in (one for one in below(method) if isinstance(one, ast.If)):
                found = _improved(node, begun)
                if found is None:
                    continue
                name, other = found
                if _number(stored(keeper).get(name.removeprefix("self."), UNKNOWN)) == begun[name]:
                    yield _notice(name, other, begun[name], node)
                    return


def _notice(name: str, other: str, begin: float, node: ast.If) -> Notice:
    sign = "<" if begin == 0 or begin == -math.inf else ">"
    side = "below" if sign == "<" else "above"
    start = f"{begin:g}"
    new = "float('inf')" if sign == "<" else "0"
    return Notice(
        f"`{name}` begins at {start}, and `{other}` never gets {side} that: `{text_of(node.test)}` is never true, so "
        f"what stands under the `if` (`{text_of(node.body[0])}` and so on) never runs. Begin with `{name} = {new}`.",
        hash((name, ast.dump(node))),
        card="validation-set",
    )


def _constants(lines: Sequence[ast.Assign]) -> dict[str, float]:
    """Names of something best, with the number each begins with; those that get a constant again are left out."""
    found: dict[str, float] = {}
    again: set[str] = set()
    for line in lines:
        pairs = [(one, line.value) for one in line.targets]
        if isinstance(line.targets[0], ast.Tuple) and isinstance(line.value, ast.Tuple):
            pairs = list(zip(line.targets[0].elts, line.value.elts, strict=False))
        for target, value in pairs:
            name, held = text_of(target), _begin(value)
            if held is not None and BEST.search(name.split(".")[-1]):
                again |= {name} & found.keys()
                found[name] = held
    return {name: held for name, held in found.items() if name not in again}


def _begin(node: ast.expr) -> float | None:
    """`0`, `0.`, `float('inf')`, `-np.inf` as numbers."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        held = _begin(node.operand)
        return -held if held else None
    if isinstance(node, ast.Constant):
        is_number = isinstance(node.value, (int, float)) and not isinstance(node.value, bool)
        return float(node.value) if is_number else None  # type: ignore[arg-type]
    if isinstance(node, ast.Call) and text_of(node.func) == "float" and len(node.args) == 1:
        word = str(getattr(node.args[0], "value", "")).lower().strip()
        return {"inf": math.inf, "+inf": math.inf, "-inf": -math.inf}.get(word)
    return math.inf if last_name(node).lower() == "inf" else None


def _improved(node: ast.If, begun: dict[str, float]) -> tuple[str, str] | None:
    """What an `if` compares with the best so far, where it can never be better than the number at the beginning."""
    test = node.test
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    left, right, sign = text_of(test.left), text_of(test.comparators[0]), test.ops[0]
    is_less = isinstance(sign, (ast.Lt, ast.LtE))
    if not is_less and not isinstance(sign, (ast.Gt, ast.GtE)):
        return None
    name, other = (right, left) if right in begun else (left, right)
    is_less = is_less if name == right else not is_less
    if name not in begun or not any(
        isinstance(one, ast.Assign) and text_of(one.targets[0]) == name
        for part in node.body
        for one in below(part)
    ):
        return None
    begin, words = begun[name], f"{name} {other}"
    strict = isinstance(sign, (ast.Lt, ast.Gt))
    # The smallest error, or the lowest cost, may well be below 0; the best one is not.
    is_loss = bool((LOSS if "best" in name.lower() else LOSS_ALONE).search(words))
    if is_less and is_loss and not BELOW_ZERO.search(words):
        return (name, other) if strict and begin in (0, -math.inf) else None
    if not is_less and SCORE.search(words) and not LOSS.search(words):
        return (name, other) if begin == math.inf else None
    return None


def _is_called(cell: Cell, keeper: Any, method: str) -> bool:
    """Whether the cell runs a method of an object: by its name, or as a call of the object."""
    for call in cell.all_of(ast.Call):
        if method == "__call__" and cell.value(call.func) is keeper:
            return True
        if (
            isinstance(call.func, ast.Attribute)
            and call.func.attr == method
            and cell.value(call.func.value) is keeper
        ):
            return True
    return False


def _number(held: Any) -> float | None:
    return float(held) if type(held) in (int, float) else None
