"""Losses and outputs that do not go together."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import FunctionType, MappingProxyType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.notices.values import is_probabilities, last_layer, shape_of
from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_of, is_tensor, stored

# A loss, and the activation that it applies by itself.
# LogSoftmax is not among them: applied twice it changes nothing.
INSIDE = {
    "CrossEntropyLoss": ("Softmax",),
    "CrossEntropyLossFlat": ("Softmax",),
    "cross_entropy": ("Softmax",),
    "LabelSmoothingCrossEntropy": ("Softmax",),
    "LabelSmoothingCrossEntropyFlat": ("Softmax",),
    "FocalLossFlat": ("Softmax",),
    "BCEWithLogitsLoss": ("Sigmoid",),
    "BCEWithLogitsLossFlat": ("Sigmoid",),
    "binary_cross_entropy_with_logits": ("Sigmoid",),
}
AS_FUNCTIONS = {"Softmax": "softmax", "Sigmoid": "sigmoid"}
SQUARES = (
    "MSELoss",
    "L1Loss",
    "SmoothL1Loss",
    "HuberLoss",
    "mse_loss",
    "l1_loss",
    "smooth_l1_loss",
    "huber_loss",
)


def loss_word(held: Any) -> str:
    """A loss's name: its class, or the function."""
    if type(held).__name__ == "BaseLoss" and type(held).__module__ == "fastai.losses":
        return type(stored(held).get("func")).__name__ + "Flat"  # MSELossFlat and L1LossFlat are made so
    if is_module(held) or type(held).__module__ == "fastai.losses":
        return type(held).__name__
    return str(getattr(held, "__name__", ""))


@check("oss", "entropy", "crit", "@_Loss", "@BaseLoss", also=("@Softmax", "@Sigmoid", "@own"), reached=True)
def activation_twice(cell: Cell) -> Iterator[Notice]:
    """The model ends in a softmax or sigmoid, and the loss applies one too."""
    said = set()
    for model_name, model, loss in cell.once(pairs):
        end = type(last_layer(model)).__name__
        if end in INSIDE.get(loss, ()) and id(model) not in said:
            said.add(id(model))
            instead = "nn.BCELoss" if end == "Sigmoid" else ""
            other = f" (or keep it and use `{instead}`)" if instead else ""
            yield Notice(
                f"`{model_name}` ends in `nn.{end}`, and {loss} applies {AS_FUNCTIONS[end]} by itself: it is "
                f"applied twice, so the model learns slowly or not at all. Remove the `nn.{end}` layer: the loss wants "
                f"the raw outputs (logits){other}.",
                id(model),
                card="cross-entropy",
            )


def pairs(cell: Cell) -> list[tuple[str, Any, str]]:
    """Networks and the losses that the cell uses with them."""
    found = [
        (name + ".model", stored(held).get("model"), loss_word(stored(held).get("loss_func")))
        for name, held in cell.live(is_learner)
    ]
    of_networks = {id(call) for call, _ in cell.calls_of(is_module)}
    outputs = {
        name: node.func
        for name, node in cell.assigned()
        if isinstance(node, ast.Call) and id(node) in of_networks
    }
    for call, loss in cell.once(_losses) if of_networks else ():
        given = call.args[0]
        func = outputs.get(given.id) if isinstance(given, ast.Name) else getattr(given, "func", None)
        if loss in INSIDE and func is not None and is_module(cell.value(func)):
            found.append((text_of(func), cell.value(func), loss))
    return found


def _losses(cell: Cell) -> list[tuple[ast.Call, str]]:
    """Calls of losses, with what they are called."""
    words = ((call, _called_loss(cell, call)) for call in cell.of(ast.Call) if call.args)
    return [(call, word) for call, word in words if word]


def _called_loss(cell: Cell, call: ast.Call) -> str:
    held = cell.value(call.func)
    if held is not UNKNOWN and (is_module(held) or type(held).__module__ == "fastai.losses"):
        return loss_word(held)
    if isinstance(call.func, ast.Call):  # nn.CrossEntropyLoss()(…)
        return last_name(call.func.func)
    module = str(getattr(held, "__module__", ""))
    if module.startswith("torch.nn.functional"):
        return str(getattr(held, "__name__", ""))
    written = cell.written(call.func)  # def wine_loss(out, target): return F.nll_loss(out, target)
    last = written.body[-1] if isinstance(written, ast.FunctionDef) and len(written.body) == 1 else None
    inner = last.value if isinstance(last, ast.Return) else None
    is_other = isinstance(inner, ast.Call) and cell.written(inner.func) is None
    return _called_loss(cell, inner) if is_other and isinstance(inner, ast.Call) else ""


@check(
    "entropy",
    "with_logits",
    "WithLogits",
    "oss",
    "crit",
    "@_Loss",
    "@BaseLoss",
    "@LabelSmoothingCrossEntropy",
)
def activation_before_loss(cell: Cell) -> Iterator[Notice]:
    """`F.cross_entropy(F.softmax(x), y)`: the loss takes the softmax itself."""
    made = {
        name: node for name, node in cell.assigned() if isinstance(node, ast.Call) and cell.bound[name] == 1
    }
    for call in cell.all_of(ast.Call):
        if not call.args:
            continue
        loss = _called_loss(cell, call)
        if loss not in INSIDE:
            continue
        given = call.args[0]
        inner = made.get(given.id) if isinstance(given, ast.Name) else given
        if isinstance(given, ast.Name) and inner is None and call not in cell.nodes:
            continue
        word = last_name(inner.func) if isinstance(inner, ast.Call) else ""
        wanted = [AS_FUNCTIONS[one] for one in INSIDE[loss]]
        if isinstance(inner, ast.Call) and is_module(cell.value(inner.func)) and word not in wanted:
            continue  # a layer of the model does it: activation_twice
        held = cell.value(given) if isinstance(given, ast.Name) and cell.bound[given.id] <= 1 else None
        is_proven = "softmax" in wanted and call in cell.nodes and is_probabilities(held)
        if word in wanted or is_proven:
            kind = word or "softmax"
            yield Notice(
                f"`{text_of(given)}` has gone through {kind} already, and {loss} applies "
                f"{'softmax' if 'softmax' in wanted else 'sigmoid'} by itself: it is applied twice. Give it the raw "
                f"outputs (logits), without `{kind}`.",
                hash(ast.dump(call)),
                card="cross-entropy",
            )


@check("softmax")
def softmax_of_probabilities(cell: Cell) -> Iterator[Notice]:
    """What `learn.get_preds` returns are probabilities; a second softmax flattens them."""
    for call in cell.calls("softmax"):
        func = call.func
        given = call.args[0] if call.args else None
        if isinstance(func, ast.Attribute) and is_tensor(cell.value(func.value)):
            given = func.value
        if not isinstance(given, ast.Name) or cell.bound[given.id] > 1:
            continue
        if any(
            name == given.id and any(one is call for one in below(node)) for name, node in cell.assigned()
        ):
            continue  # probs = probs.softmax(1): what is there now is its result
        held = cell.value(given)
        if is_probabilities(held) and held.ndim == 2:
            yield Notice(
                f"The rows of `{given.id}` are probabilities already (each adds up to 1, as those of "
                f"`learn.get_preds()` do): a second softmax makes them all alike. Use `{given.id}` as it is.",
                id(held),
                card="softmax",
            )


@check("nll_loss", "NLLLoss", "@NLLLoss", ".fit", ".fine_tune")
def nll_of_raw_outputs(cell: Cell) -> Iterator[Notice]:
    """nll_loss takes log-probabilities; given others, it can be negative."""
    for name, held in cell.mentioned.items():
        if is_learner(held):
            learn = stored(held)
            loss = loss_word(learn.get("loss_func"))
            record = learn.get("recorder")
            value = (stored(record).get("losses") or [0])[-1]
        elif is_tensor(held) and held.numel() == 1 and held.grad_fn is not None:
            loss, value = _loss_of(cell, name), held.detach()
        else:
            continue
        if loss in ("nll_loss", "NLLLoss") and float(value) < -1e-4:
            yield Notice(
                f"The loss is negative ({float(value):.3g}), which cannot be with log-probabilities: {loss} expects "
                "log_softmax outputs and got others. Use `F.cross_entropy` (nn.CrossEntropyLoss) on the raw "
                "outputs, or end the model in `nn.LogSoftmax(dim=1)`.",
                id(held),
                card="cross-entropy",
            )


def _loss_of(cell: Cell, name: str) -> str:
    for assigned, node in cell.assigned():
        if assigned == name and isinstance(node, ast.Call):
            if isinstance(keyword(node, "reduction"), ast.Constant):
                return ""
            return _called_loss(cell, node)
    return ""


@check("oss", "mse", "**", "pow(", "abs(", "square(", "@_Loss")
def shapes_broadcast_in_loss(cell: Cell) -> Iterator[Notice]:
    """(n, 1) against (n,): every prediction is compared with every target."""
    for node in cell.of(ast.Call):
        found = _compared(cell, node)
        if found is None:
            continue
        (left, first), (right, second), sides = found
        if not is_crossed(first, second) or _are_of_one(cell, sides):
            continue
        if _called_loss(cell, node) not in SQUARES and not any(_is_output(cell, one) for one in sides):
            continue  # differences of all pairs, meant as such
        column, row = (left, right) if len(first) == 2 else (right, left)
        n = max(first)
        yield Notice(
            f"`{column}` has the shape ({n}, 1) and `{row}` the shape ({n},): broadcasting compares each of the "
            f"{n} predictions with all {n} targets, so the loss is wrong. Make the shapes equal: "
            f"`{column}.squeeze(1)`, or `{row}.unsqueeze(1)`.",
            hash(ast.dump(node)),
            card="broadcasting",
        )
        return


def is_crossed(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    """Whether one is (n, 1) and the other (n,): broadcasting makes them (n, n)."""
    if len(first) < len(second):
        first, second = second, first
    return len(first) == 2 and first[1] == 1 and len(second) == 1 and first[0] == second[0] and first[0] > 1


OUTPUTS = ("pred", "prob", "out", "hat", "logit", "act", "score", "guess", "estim")
Side = tuple[str, tuple[int, ...]]


def _are_of_one(cell: Cell, sides: tuple[ast.expr, ast.expr]) -> bool:
    """Whether both sides look into the same memory: `x[:, None]` and `x`."""
    first, second = (cell.value(one) for one in sides)
    names = [{one.id for one in below(side) if isinstance(one, ast.Name)} for side in sides]
    if names[0] & names[1] and not any(
        isinstance(one, ast.Call) and is_module(cell.value(one.func)) for one in sides
    ):
        return True
    for name, value in cell.assigned():
        others = names[1] if name in names[0] else names[0] if name in names[1] else set()
        if any(isinstance(one, ast.Name) and one.id in others for one in below(value)):
            return not any(is_module(cell.value(one)) for one in below(value) if isinstance(one, ast.Name))
    return is_tensor(first) and is_tensor(second) and first.data_ptr() == second.data_ptr()


def _is_output(cell: Cell, node: ast.expr) -> bool:
    """Whether it is what a network gives: called one, computed from weights, or named as such."""
    held = cell.value(node)
    if isinstance(node, ast.Call) and is_module(cell.value(node.func)):
        return True
    if is_tensor(held) and held.grad_fn is not None:
        return True
    return isinstance(node, ast.Name) and any(word in node.id.lower() for word in OUTPUTS)


def _compared(cell: Cell, node: ast.Call) -> tuple[Side, Side, tuple[ast.expr, ast.expr]] | None:
    """The two sides of a loss, with their shapes."""
    sides: tuple[ast.expr, ast.expr] | None = None
    if len(node.args) == 2 and _called_loss(cell, node) in SQUARES:
        sides = (node.args[0], node.args[1])
    elif last_name(node.func) == "mean":
        sides = squared_difference(node)
    if sides is None:
        return None
    shapes = [output_shape(cell, one) for one in sides]
    if shapes[0] is None or shapes[1] is None:
        return None
    return (text_of(sides[0]), shapes[0]), (text_of(sides[1]), shapes[1]), sides


def squared_difference(
    call: ast.Call, made: Mapping[str, ast.expr] = MappingProxyType({})
) -> tuple[ast.expr, ast.expr] | None:
    """`((a - b)**2).mean()`, `(a - b).pow(2).mean()`, `(a - b).abs().mean()`, `torch.mean((a - b)**2)`."""
    inner: ast.AST | None = call.args[0] if call.args else None
    if inner is None and isinstance(call.func, ast.Attribute):
        inner = call.func.value
    inner = made.get(inner.id, inner) if isinstance(inner, ast.Name) else inner
    if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Pow):
        inner = inner.left
    elif isinstance(inner, ast.Call) and last_name(inner.func) in ("pow", "square", "abs"):
        is_method = isinstance(inner.func, ast.Attribute) and not (
            isinstance(inner.func.value, ast.Name) and inner.func.value.id in ("torch", "np", "numpy")
        )
        inner = inner.func.value if is_method and isinstance(inner.func, ast.Attribute) else inner.args[0]
    else:
        return None
    inner = made.get(inner.id, inner) if isinstance(inner, ast.Name) else inner
    if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Sub):
        return inner.left, inner.right
    return None


def output_shape(cell: Cell, node: ast.expr) -> tuple[int, ...] | None:
    """A variable's shape, or that of a network's output: certain only where it ends in nn.Linear."""
    if isinstance(node, ast.Name):
        return shape_of(cell.value(node)) if cell.bound[node.id] <= 1 else None
    if isinstance(node, ast.Call) and node.args:
        model, given = last_part(cell, cell.value(node.func)), cell.value(node.args[0])
        layer: Any = last_layer(model) if is_of(model, "torch.nn", "Sequential", "Linear") else None
        if is_of(layer, "torch.nn", "Linear") and is_tensor(given) and given.ndim == 2:
            plain = list(stored(model).get("_modules", {}).values())
            if plain and not is_of(plain[-1], "torch.nn", "Linear"):
                return None
            return (int(given.shape[0]), int(layer.out_features))
    return None


def last_part(cell: Cell, model: Any) -> Any:
    """The part whose output a network of the learner's class returns as it is; another network itself."""
    forward = vars(type(model)).get("forward") if type(model).__module__ == "__main__" else None
    written = cell.definition(forward) if isinstance(forward, FunctionType) and is_module(model) else None
    if written is None:
        return model
    returned = [one.value for one in nodes_in(written, ast.Return)]
    func = returned[0].func if len(returned) == 1 and isinstance(returned[0], ast.Call) else None
    if not isinstance(func, ast.Attribute) or text_of(func.value) != "self":
        return None
    return stored(model).get("_modules", {}).get(func.attr)
