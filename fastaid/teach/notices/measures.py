"""Scores that are asked in the wrong order, and numbers that are methods."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_tensor

# sklearn's that give another result when predictions and targets change places.
ORDERED = (
    "r2_score", "precision_score", "recall_score", "confusion_matrix", "classification_report",
    "explained_variance_score", "mean_absolute_percentage_error", "average_precision_score",
)  # fmt: skip
PREDICTED = ("pred", "y_hat", "yhat", "output")
TRUE = ("true", "targ", "label", "actual", "y_test", "y_val", "y_valid", "test_y", "valid_y", "truth")
OF_TENSORS = ("item", "mean", "sum", "tolist", "numpy", "detach", "cpu", "argmax")
BINARY = ("BCELoss", "BCEWithLogitsLoss", "binary_cross_entropy", "binary_cross_entropy_with_logits")
MOST_NUMBERS = 1_000_000
KEEPS = ("append", "print")


@check(*(f"{name}(" for name in ORDERED), needs="sklearn")
def score_of_swapped(cell: Cell) -> Iterator[Notice]:
    """`r2_score(preds, y_test)`: sklearn takes the true values first."""
    for call in cell.calls(*ORDERED):
        held: Any = cell.value(call.func)
        is_sklearns = str(getattr(held, "__module__", "")).startswith("sklearn.metrics")
        if not is_sklearns or len(call.args) < 2:
            continue
        first, second = (_words(one) for one in call.args[:2])
        is_predicted = any(one in first for one in PREDICTED) and not any(one in first for one in TRUE)
        is_true = any(one in second for one in TRUE) and not any(one in second for one in PREDICTED)
        if is_predicted and is_true:
            one, other = text_of(call.args[0]), text_of(call.args[1])
            yield Notice(
                f"sklearn's {last_name(call.func)} takes the true values first, then the predictions; here "
                f"`{one}` stands for the true ones, so the result is another. Write "
                f"`{last_name(call.func)}({other}, {one})`.",
                hash(ast.dump(call)),
                card="metrics",
            )
            return


@check("binary_cross_entropy", "BCE", "criterion", "loss_f")
def loss_of_swapped(cell: Cell) -> Iterator[Notice]:
    """`loss_func(yb, preds)`: the targets stand where the outputs belong."""
    for call in cell.of(ast.Call):
        if len(call.args) != 2 or not _is_ordered(cell.value(call.func)):
            continue
        first, second = call.args
        targets: Any = cell.value(first) if isinstance(first, ast.Name) else None
        outputs: Any = cell.value(second) if isinstance(second, ast.Name) else None
        if (
            not is_tensor(targets)
            or not is_tensor(outputs)
            or targets.requires_grad
            or outputs.grad_fn is None
        ):
            continue
        is_plain = targets.device.type == "cpu" and 1 < targets.numel() <= MOST_NUMBERS
        if is_plain and bool(((targets == 0) | (targets == 1)).all()):
            one, other = text_of(first), text_of(second)
            yield Notice(
                f"`{text_of(call)}` has its arguments in the wrong order: the loss takes the network's outputs first, "
                f"then the targets, and `{one}` holds the targets (0 and 1). Write "
                f"`{text_of(call.func)}({other}, {one})`.",
                hash(ast.dump(call)),
                card="loss-function",
            )
            return


def _is_ordered(held: Any) -> bool:
    """Whether it is a loss of torch's that is another when its arguments change places."""
    if type(held).__module__ == "torch.nn.modules.loss":
        return type(held).__name__ in BINARY
    is_torchs = getattr(held, "__module__", "") == "torch.nn.functional"
    return is_torchs and getattr(held, "__name__", "") in BINARY


def _words(node: ast.AST) -> str:
    found = [one.id for one in below(node) if isinstance(one, ast.Name)]
    found += [one.attr for one in below(node) if isinstance(one, ast.Attribute)]
    return " ".join(found).lower()


@check(*(f".{name}" for name in OF_TENSORS))
def method_kept(cell: Cell) -> Iterator[Notice]:
    """`losses.append(loss.item)` keeps the method, not the number."""
    for call in cell.calls(*KEEPS):
        parts = [part.value if isinstance(part, ast.FormattedValue) else part for part in _shown(call)]
        for part in parts:
            if not isinstance(part, ast.Attribute) or part.attr not in OF_TENSORS:
                continue
            held = cell.value(part.value)
            if is_tensor(held):
                text = text_of(part)
                what = "keeps" if last_name(call.func) == "append" else "prints"
                yield Notice(
                    f"`{text_of(call)}` {what} the method itself, not its result: the parentheses are missing. Write "
                    f"`{text}()`.",
                    hash(ast.dump(call)),
                )
                return


def _shown(call: ast.Call) -> list[ast.expr]:
    """What a call is given, and what stands in the braces of its f-strings."""
    found = list(call.args)
    for one in call.args:
        if isinstance(one, ast.JoinedStr):
            found += one.values
    return found
