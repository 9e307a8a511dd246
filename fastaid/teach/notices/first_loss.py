"""Why a loss is nan, or grows: logarithms of raw outputs, and the rate that is calm. No checks of its own."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import FunctionType
from typing import Any

from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.inside import cells_run
from fastaid.teach.notices.logits import model_called, raw
from fastaid.teach.notices.loop_parts import loops, method_calls
from fastaid.teach.notices.targets import targets_of
from fastaid.teach.notices.tree import FUNCTIONS, nodes_in, text_of
from fastaid.teach.notices.values import MOST_NUMBERS, last_layer
from fastaid.teach.objects import is_module, is_of, is_tensor, shape

LOGS = ("log", "log2", "log10", "sqrt")
RATES = ("lr", "learning_rate", "alpha", "eta", "step_size")
OTHER_STEPS = frozenset(
    {"Adam", "AdamW", "RMSprop", "Adagrad", "momentum", "NAdam", "LBFGS", "clip_grad_norm_"}
)
LARGE = 20  # of inputs that are not scaled


def of_first_batch(cell: Cell, name: str, learn: dict[str, Any], lr: float) -> str:
    """What to say of a learner whose very first loss is nan; "" where it was trained before."""
    if not _is_first_fit(cell, name):
        return ""
    start = (
        f"The loss is nan from the first batch on, before the weights were changed, so the learning rate lr={lr:.3g} "
        "is not the cause. "
    )
    found = _log_in_loss(cell, learn.get("loss_func"), learn.get("model"), learn.get("dls"))
    found = found or (
        "Look for a nan in the data, and for a log of 0 or less, a root of a negative number or a division by 0 in the "
        "model or the loss."
    )
    return f"{start}{found} Then make the learner anew (run the cell that creates `{name}`): its weights are spoilt."


def _is_first_fit(cell: Cell, name: str) -> bool:
    """Whether a learner was fitted once since it was made."""
    fit, made = (
        re.compile(rf"\b{re.escape(name)}\.(fit|fine_tune)"),
        re.compile(rf"(?m)^\s*{re.escape(name)}\s*="),
    )
    ran = cells_run(cell)
    ran = ran if ran and ran[-1].strip() == cell.source.strip() else [*ran, cell.source]
    count = 0
    for text in reversed(ran):
        starts = [one.start() for one in made.finditer(text)]
        count += len(fit.findall(text[starts[-1] :] if starts else text))
        if starts:
            break
    return count == 1


def _log_in_loss(cell: Cell, loss: Any, model: Any, dls: Any) -> str:
    """A logarithm of the predictions, or of targets that are not above 0, in a loss of the learner's own."""
    held = (
        loss
        if isinstance(loss, FunctionType)
        else vars(type(loss)).get("forward") or vars(type(loss)).get("__call__")
    )
    written = cell.definition(held) if isinstance(held, FunctionType) else None
    if not isinstance(written, FUNCTIONS[:2]):
        return ""
    given = [one.arg for one in written.args.args if one.arg != "self"][:2]
    if len(given) < 2:
        return ""
    where = f"in `{written.name if written.name not in ('forward', '__call__') else type(loss).__name__}`"
    of_targets = next(_logs(written, _same(written, given[1])), None)
    low = min(targets_of(dls), default=1.0) if of_targets is not None else 1.0
    if of_targets is not None and low <= 0:
        return f"`{text_of(of_targets[0])}` {where} needs targets above 0, and they go down to {low:.4g}."
    of_outputs = next(_logs(written, _same(written, given[0])), None)
    if of_outputs is None or not _gives_negatives(model):
        return ""
    return _told(cell, *of_outputs, where)


def _told(cell: Cell, call: ast.Call, inner: ast.expr, where: str) -> str:
    """A sentence on a function of raw outputs that is nan below 0."""
    text, given, word = text_of(call), text_of(inner), last_name(call.func)
    soft = "F.softplus" if "F" in cell.names else "torch.nn.functional.softplus"
    above = f"{soft}({given}) + 1e-6"
    new = f"torch.{word}({above})" if call.args else f"({above}).{word}()"
    what = "root" if word == "sqrt" else "logarithm"
    return (
        f"`{text}`{' ' + where if where else ''} takes the {what} of the predictions, and a network that ends in a "
        f"linear layer predicts numbers below 0 too: their {what} is nan. Keep them above 0: `{new}`."
    )


def log_of_outputs(cell: Cell) -> str:
    """`torch.log(net(x))` in a loop written by hand: what to write instead, "" where there is none."""
    outputs = {
        text_of(node.targets[0]): model
        for node in cell.all_of(ast.Assign)
        if (model := model_called(cell, node.value)) is not None and isinstance(raw(node.value), ast.Call)
    }
    for call in cell.all_of(ast.Call):
        inner = _inside(call) if last_name(call.func) in LOGS else None
        if inner is None:
            continue
        bare = raw(inner)
        model = outputs.get(bare.id) if isinstance(bare, ast.Name) else model_called(cell, bare)
        if model is not None and _gives_negatives(model):
            return _told(cell, call, inner, "")
    return ""


def _logs(written: ast.AST, names: dict[str, float]) -> Iterator[tuple[ast.Call, ast.expr]]:
    for call in nodes_in(written, ast.Call):
        inner = _inside(call) if last_name(call.func) in LOGS else None
        bare = raw(inner) if inner is not None else None
        if inner is not None and isinstance(bare, ast.Name) and call.lineno <= names.get(bare.id, 0):
            yield call, inner


def _inside(call: ast.Call) -> ast.expr | None:
    """What a logarithm is taken of: `torch.log(x)`, `x.log()`."""
    if call.args:
        return call.args[0]
    return call.func.value if isinstance(call.func, ast.Attribute) else None


def _same(written: ast.AST, name: str) -> dict[str, float]:
    """The names under which a function holds an argument's numbers, each with the last line where it does."""
    found = {name: math.inf}
    for node in nodes_in(written, ast.Assign):
        pairs = [(node.targets[0], node.value)]
        if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = list(zip(node.targets[0].elts, node.value.elts, strict=False))
        for target, value in pairs:
            bare = raw(value)
            is_same = isinstance(bare, ast.Name) and node.lineno <= found.get(bare.id, 0)
            if isinstance(target, ast.Name) and is_same:
                found[target.id] = math.inf
            elif isinstance(target, ast.Name) and found.get(target.id) == math.inf:
                found[target.id] = node.lineno
    return found


def _gives_negatives(model: Any) -> bool:
    return is_module(model) and is_of(last_layer(model), "torch.nn", "Linear", "Conv2d")


# The rate ------------------------------------------------------------------------------------------------


def calmer(cell: Cell, losses: Mapping[str, Sequence[float]]) -> str:
    """The rate that would have been calm, by how fast the loss grew, and inputs that are not scaled; "" if unknown."""
    rate, parts = _rate(cell), []
    growth = next((one for one in map(_growth, losses.values()) if one), 0.0)
    if rate and growth and _steps_once(cell):
        # Near a minimum a step makes the error (1 - lr * curvature) times as large.
        best = rate / (1 + math.sqrt(growth))
        power = 10.0 ** math.floor(math.log10(best))
        parts.append(f"train with lr={math.floor(best / power) * power:.1g} or less")
    found = _large(cell)
    if found:
        name, high = found
        parts.append(
            f"scale the inputs first, which go up to {high:.4g}: `{name} = ({name} - {name}.mean(0)) / {name}.std(0)`"
        )
    return ", or ".join(parts)


def _growth(losses: Sequence[float]) -> float:
    """How many times larger the loss gets at each step, 0 where it does not keep growing."""
    finite = []
    for one in losses:
        if not math.isfinite(one) or one > 1e30:
            break
        finite.append(one)
    ratios = [b / a for a, b in pairwise(finite[1:]) if a > 0]
    return max(ratios) if len(ratios) >= 1 and min(ratios) > 1 else 0.0


def _steps_once(cell: Cell) -> bool:
    """Whether one step is taken for each loss that is kept: the loop with `backward` has no loop around it."""
    found = [one for one in loops(cell.all_nodes) if method_calls(cell.reached(one), "backward")]
    comprehended = any(isinstance(one, ast.ListComp) for one in cell.nodes)
    return len(found) == 1 or (not found and comprehended)


def _rate(cell: Cell) -> float:
    """The rate of a training loop: a variable, an optimizer's, or what a function is given or has as its default."""
    held: Any = None
    if cell.words & OTHER_STEPS or any(not is_of(one, "torch.optim", "SGD") for _, one in cell.optimizers):
        return 0.0  # their steps are not as large as the gradient
    for name in RATES:
        if name in cell.words and isinstance(held := cell.names.get(name), float):
            return held
    for _, optimizer in cell.live(lambda one: is_of(one, "torch.optim", "SGD")):
        groups = optimizer.param_groups
        if groups[0].get("momentum"):
            return 0.0
        return float(groups[0]["lr"])
    for call in cell.all_of(ast.Call):
        written = cell.written(call.func)
        if not isinstance(written, FUNCTIONS[:2]):
            continue
        names = [one.arg for one in written.args.args]
        defaults = dict(
            zip(names[len(names) - len(written.args.defaults) :], written.args.defaults, strict=True)
        )
        for name in RATES:
            given: Any = (
                keyword(call, name)
                or dict(zip(names, call.args, strict=False)).get(name)
                or defaults.get(name)
            )
            if isinstance(held := constant(given), float):
                return held
    return 0.0


def _large(cell: Cell) -> tuple[str, float] | None:
    """A table of inputs among the tensors of the loop that is not scaled."""
    for name in sorted(cell.words):
        held: Any = cell.names.get(name)
        is_input = is_tensor(held) and held.ndim == 2 and held.is_floating_point() and not held.requires_grad
        if (
            not is_input
            or held.device.type != "cpu"
            or not 1 < held.numel() <= MOST_NUMBERS
            or shape(held)[1] < 2
        ):
            continue
        high = float(held.abs().max())
        if LARGE < high < math.inf and bool((held.std(0) > 0).all()):
            return name, high
    return None
