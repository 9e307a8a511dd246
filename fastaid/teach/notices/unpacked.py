"""Results that are unpacked in another order than they come."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import text_of

PREDICTED = r"(?i)(^|_)(preds?|predictions?|probs?|outs?|outputs?|y_hat|yhat)(_|$)"
TRUE = r"(?i)(^|_)(targs?|targets?|labels?|y|ys|truth|y_true|actuals?)(_|$)"
TRAIN = r"(?i)(^|_)(train|trn|tr|training)(_|$)"
OTHER = r"(?i)(^|_)(valid|val|vld|va|validation|test|tst|te)(_|$)"
# What a function returns first and second, the names of each, and what they are called.
ORDERS: dict[str, tuple[str, str, str, str]] = {
    "cont_cat_split": (r"(?i)(^|_)cont", r"(?i)(^|_)cat", "the continuous columns", "the categories"),
    "get_preds": (PREDICTED, TRUE, "the predictions", "the targets"),
    "split": (TRAIN, OTHER, "the training rows", "those of the fold"),
}
FOLDS = re.compile(r"(?i)fold|^kf$|^skf$|^gkf$|^cv$|split")


@check("cont_cat_split(", ".get_preds(", ".split(", needs="sys")
def in_another_order(cell: Cell) -> Iterator[Notice]:
    """`cat_names, cont_names = cont_cat_split(df)`: it returns the continuous ones first."""
    defined = in_definitions(cell)
    pairs: list[tuple[ast.expr, ast.expr]] = [(one.targets[0], one.value) for one in cell.of(ast.Assign)]
    pairs += [(one.target, one.iter) for one in cell.of(ast.For)]
    for target, call in pairs:
        if isinstance(call, ast.Call) and last_name(call.func) == "enumerate" and call.args:
            target = target.elts[-1] if isinstance(target, ast.Tuple) else target
            call = call.args[0]
        if not isinstance(target, ast.Tuple) or len(target.elts) != 2 or not isinstance(call, ast.Call):
            continue
        word = last_name(call.func)
        if word not in ORDERS or id(call) in defined or cell.written(call.func) is not None:
            continue
        if (word == "split" and not _is_of_folds(call)) or keyword(call, "with_input") is not None:
            continue
        first, second, what, then = ORDERS[word]
        one, other = (text_of(part) for part in target.elts)
        if _is(one, second, first) and _is(other, first, second):
            yield Notice(
                f"`{word}` returns {what} first, then {then}: here `{one}` gets {what} and `{other}` gets {then}. "
                f"Write `{other}, {one}` in place of `{one}, {other}`.",
                hash(text_of(call) + one),
                card="tabular" if word == "cont_cat_split" else "predictions",
            )
            return


def _is_of_folds(call: ast.Call) -> bool:
    """`kf.split(X)`, `StratifiedKFold(5).split(X, y)`: not the split of a text."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if owner is None or not call.args or isinstance(call.args[0], ast.Constant):
        return False
    name = last_name(owner.func) if isinstance(owner, ast.Call) else last_name(owner)
    return bool(FOLDS.search(name))


def _is(name: str, mine: str, others: str) -> bool:
    return bool(re.search(mine, name)) and not re.search(others, name)
