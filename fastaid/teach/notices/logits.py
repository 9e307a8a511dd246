"""Raw outputs of a network that are taken for something else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import FUNCTIONS, Cell, constant, last_name
from fastaid.teach.notices.losses import loss_word
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import last_layer, weights_of
from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_of, is_tensor, shape, stored

WITH_LOGITS = frozenset({
    "BCEWithLogitsLoss", "binary_cross_entropy_with_logits", "BCEWithLogitsLossFlat", "MultiLabelSoftMarginLoss",
})  # fmt: skip
SQUASHES = frozenset(
    {"sigmoid", "Sigmoid", "sigmoid_", "expit", "softmax", "Softmax", "logit", "tanh", "sigmoid_range"}
)
# What leaves the numbers of a tensor as they are.
KEEPS = frozenset(
    {"squeeze", "view", "flatten", "reshape", "detach", "cpu", "numpy", "ravel", "unsqueeze", "float", "data"}
)
CROSS = ("CrossEntropyLoss", "CrossEntropyLossFlat", "cross_entropy")


def raw(node: ast.expr) -> ast.expr:
    """What an expression of the same numbers is made from: `net(xb).squeeze(1)` → `net(xb)`."""
    while True:
        is_attribute = isinstance(node, ast.Attribute) and node.attr in KEEPS
        if isinstance(node, (ast.Subscript, ast.Attribute)) and (
            is_attribute or isinstance(node, ast.Subscript)
        ):
            node = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in KEEPS:
            node = node.func.value
        else:
            return node


def model_called(cell: Cell, node: ast.expr) -> Any:
    """The network that an expression is the output of, None where it is none."""
    node = raw(node)
    held = cell.value(node.func) if isinstance(node, ast.Call) and node.args else UNKNOWN
    is_loss = is_module(held) and type(held).__name__.endswith("Loss")
    return held if is_module(held) and not is_loss else None


@check("ogits", "criterion", "loss_f", "earner", ".model(")
def threshold_of_logits(cell: Cell) -> Iterator[Notice]:
    """`preds > 0.5` for a network that is trained with BCEWithLogitsLoss: its outputs are no probabilities."""
    words = cell.words
    if words & SQUASHES or not _has_logits(cell):
        return
    outputs = _outputs(cell)
    for node in cell.all_of(ast.Compare):
        sign, given = node.ops[0], node.left
        if (
            len(node.ops) != 1
            or not isinstance(sign, (ast.Gt, ast.GtE))
            or _number(cell, node.comparators[0]) != 0.5
        ):
            continue
        inner = raw(given)
        model = outputs.get(inner.id) if isinstance(inner, ast.Name) else model_called(cell, inner)
        if model is None or not _ends_raw(cell, model) or not _is_its_loss(cell, model, outputs):
            continue
        text = text_of(given)
        yield Notice(
            f"`{text}` are raw outputs (logits), as BCEWithLogitsLoss wants them, not probabilities: 0.5 is the wrong "
            f"threshold for them. Write `torch.sigmoid({text}) > 0.5`, or `{text} > 0`, which is the same.",
            hash(ast.dump(node)),
            card="sigmoid",
        )
        return


def _number(cell: Cell, node: ast.expr) -> Any:
    return constant(node) if isinstance(node, ast.Constant) else cell.value(node)


def _has_logits(cell: Cell) -> bool:
    """Whether the cell uses a loss that applies the sigmoid."""
    if cell.words & WITH_LOGITS:
        return True
    for held in cell.mentioned.values():
        loss = stored(held).get("loss_func") if is_learner(held) else held
        if (is_module(loss) or is_learner(held)) and loss_word(loss) in WITH_LOGITS:
            return True
    return False


def _outputs(cell: Cell) -> dict[str, Any]:
    """Names that hold what a network gave, those of functions that are given it among them."""
    found: dict[str, Any] = {}
    other: set[str] = set()
    for node in cell.all_of(ast.Assign):
        target = node.targets[0]
        if len(node.targets) != 1 or not isinstance(target, ast.Name):
            continue
        model, inner = model_called(cell, node.value), raw(node.value)
        if model is not None:
            found[target.id] = model
        elif not (isinstance(inner, ast.Name) and inner.id in (target.id, *found)):
            other.add(target.id)
        elif inner.id in found:
            found[target.id] = found[inner.id]
    for call in cell.all_of(ast.Call):
        written = cell.written(call.func)
        if not isinstance(written, FUNCTIONS[:2]) or not call.args:
            continue
        for parameter, given in zip(written.args.args, call.args, strict=False):
            inner = raw(given)
            model = found.get(inner.id) if isinstance(inner, ast.Name) else model_called(cell, given)
            if model is not None:
                found[parameter.arg] = model
    return {name: held for name, held in found.items() if name not in other}


def _is_its_loss(cell: Cell, model: Any, outputs: dict[str, Any]) -> bool:
    """Whether the loss takes this network's outputs, or there is no other network that it could."""
    for call in cell.all_of(ast.Call):
        if len(call.args) > 1 and _loss(cell, call) in WITH_LOGITS:
            inner = raw(call.args[0])
            given = outputs.get(inner.id) if isinstance(inner, ast.Name) else model_called(cell, inner)
            if given is model:
                return True
    others = [one for _, one in cell.live(is_module) if weights_of(one)]
    others += [stored(one).get("model") for _, one in cell.live(is_learner)]
    return all(one is model for one in others)


def _ends_raw(cell: Cell, model: Any) -> bool:
    """Whether nothing at the end of a network makes probabilities."""
    if type(model).__module__ != "__main__":
        return is_of(last_layer(model), "torch.nn", "Linear", "Conv2d")
    written = cell.definition(vars(type(model)).get("forward"))
    if written is None:
        return False
    words = {last_name(one.func) for one in below(written) if isinstance(one, ast.Call)}
    kinds = {type(one).__name__ for one in stored(model).get("_modules", {}).values()}
    ends = {type(last_layer(one)).__name__ for one in stored(model).get("_modules", {}).values()}
    return not (words | kinds | ends) & SQUASHES


@check("cross_entropy", "CrossEntropyLoss", "criterion", "loss_fn", "loss_func")
def one_output_in_a_loop(cell: Cell) -> Iterator[Notice]:
    """Cross entropy over a single output: its softmax is always 1, its loss always 0."""
    made = dict(cell.assigned())
    for call in cell.of(ast.Call):
        if len(call.args) < 2 or _loss(cell, call) not in CROSS:
            continue
        given = call.args[0]
        source = made.get(given.id, given) if isinstance(given, ast.Name) else given
        func = source.func if isinstance(source, ast.Call) else None
        model = cell.value(func) if func is not None else None
        if not is_module(model) or not _is_one(
            model, cell.value(given) if isinstance(given, ast.Name) else None
        ):
            continue
        yield Notice(
            f"`{text_of(given)}` has one output for each item, and CrossEntropyLoss takes a softmax over it, which is "
            "always 1: the loss is always 0 and nothing is learnt. For yes or no use `nn.BCEWithLogitsLoss()` with "
            f"float targets; otherwise give `{text_of(func) if func is not None else 'the model'}` one output for each "
            "class (and long targets).",
            id(model),
            card="cross-entropy",
        )
        return


def _loss(cell: Cell, call: ast.Call) -> str:
    """The name of a loss that is called, "" for anything else."""
    held = cell.value(call.func)
    if isinstance(call.func, ast.Call) and last_name(call.func.func) in (*CROSS, *WITH_LOGITS):
        return last_name(call.func.func)
    is_loss = is_module(held) or str(getattr(held, "__module__", "")).startswith(
        ("torch.nn.functional", "fastai.losses")
    )
    return loss_word(held) if held is not UNKNOWN and is_loss else ""


def _is_one(model: Any, output: Any) -> bool:
    """Whether a network has one output column: by what it gave, or by its last layer."""
    if is_tensor(output):
        return output.ndim >= 2 and shape(output)[1] == 1
    layer = last_layer(model)
    is_linear = is_of(layer, "torch.nn", "Linear") and layer.out_features == 1
    return is_linear or (is_of(layer, "torch.nn", "Conv2d") and layer.out_channels == 1)
