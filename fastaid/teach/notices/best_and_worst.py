"""The first of a sorted list, called the best: sorting goes from low to high."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_tensor

BEST = re.compile(r"(?i)(^|_)(best|top\d*|highest|recommend\w*|favou?rites?)(_|$)")
HIGH = re.compile(
    r"(?i)(^|_)(scores?|probs?|probabilit\w*|ratings?|sims?|similarit\w*|confs?|confidences?|acc|accs|accuracy|accuracies|f1|auc)$"
)
LOW = re.compile(r"(?i)loss|err|dist|rmse|mae|mse|rank|cost|bad|worst|neg")


@check("sort(", "sort_values(", "sorted(", needs="numpy")
def lowest_called_the_best(cell: Cell) -> Iterator[Notice]:
    """`best = scores.argsort()[:5]`: the five with the lowest score."""
    defined = in_definitions(cell)
    for name, value in cell.assigned():
        if id(value) in defined or not BEST.search(name) or LOW.search(name):
            continue
        found = _first_ones(value)
        if found is None:
            continue
        call, n = found
        fix = _fix(cell, call, n)
        if fix:
            yield Notice(
                f"`{text_of(value)}` takes the lowest: `{last_name(call.func)}` sorts from low to high. For the "
                f"highest write `{name} = {fix}`.",
                hash(text_of(value) + name),
                card="predictions",
            )
            return


def _first_ones(value: ast.expr) -> tuple[ast.Call, str] | None:
    """The call that sorts, and how many of the first are taken: `x.argsort()[:5]`, `df.sort_values('a').head(5)`."""
    if (
        isinstance(value, ast.Subscript)
        and isinstance(value.slice, ast.Slice)
        and isinstance(value.value, ast.Call)
    ):
        part = value.slice
        is_start = part.lower is None or constant(part.lower) == 0
        if part.upper is None or part.step is not None or not is_start or text_of(part.upper)[:1] == "-":
            return None
        return value.value, text_of(part.upper)
    if (
        isinstance(value, ast.Call)
        and last_name(value.func) == "head"
        and isinstance(value.func, ast.Attribute)
    ):
        inner = value.func.value
        if isinstance(inner, ast.Call) and len(value.args) < 2:
            return inner, text_of(value.args[0]) if value.args else "5"
    return None


def _fix(cell: Cell, call: ast.Call, n: str) -> str:
    word, func = last_name(call.func), call.func
    if any(keyword(call, one) is not None for one in ("descending", "ascending", "reverse", "key")):
        return ""
    if word == "sort_values" and isinstance(func, ast.Attribute):
        column = constant(call.args[0]) if len(call.args) == 1 else constant(keyword(call, "by"))
        is_high = isinstance(column, str) and HIGH.search(column) and not LOW.search(column)
        return f"{text_of(func)}({column!r}, ascending=False)[:{n}]" if is_high else ""
    owner: ast.expr | None = None
    is_function = not isinstance(func, ast.Attribute) or text_of(func.value) in ("np", "numpy", "torch")
    if word in ("argsort", "sorted"):
        owner = call.args[0] if is_function and len(call.args) == 1 else None
        if not is_function and not call.args and isinstance(func, ast.Attribute):
            owner = func.value
    if owner is None or not isinstance(owner, (ast.Name, ast.Attribute)):
        return ""
    text = text_of(owner)
    if not HIGH.search(text.rpartition(".")[2]) or LOW.search(text):
        return ""
    if word == "sorted":
        return f"sorted({text}, reverse=True)[:{n}]"
    if text_of(func).startswith("torch.") or is_tensor(cell.value(owner)):
        return f"{text}.argsort(descending=True)[:{n}]"
    return f"np.argsort({text})[::-1][:{n}]" if text_of(func).startswith("np.") else ""
