"""Raw outputs of a network that are taken for something else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import FunctionType, MappingProxyType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.inside import cells_run
from fastaid.teach.notices.losses import loss_word
from fastaid.teach.notices.tree import FUNCTIONS, below, is_local, nodes_in, text_of
from fastaid.teach.notices.values import last_layer, parts_of, weights_of
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
NONE: Mapping[str, Any] = MappingProxyType({})
OF_TORCH = WITH_LOGITS | {
    "BCELoss",
    "binary_cross_entropy",
    "MSELoss",
    "mse_loss",
    "CrossEntropyLoss",
    "cross_entropy",
    "L1Loss",
}
NAMED_LOSS = re.compile(rf"\b(?:{'|'.join(sorted(OF_TORCH))})\b")
MOST_CELLS = 512  # of which it is kept what losses they name
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


def model_called(cell: Cell, node: ast.expr, networks: Mapping[str, Any] = NONE) -> Any:
    """The network that an expression is the output of, None where it is none; parameters that hold one are given."""
    node = raw(node)
    if not isinstance(node, ast.Call) or not node.args:
        return None
    if isinstance(node.func, ast.Name) and is_local(node.func):
        return networks.get(node.func.id)
    held = cell.value(node.func)
    is_loss = is_module(held) and type(held).__name__.endswith("Loss")
    return held if is_module(held) and not is_loss else None


@check(
    "ogits",
    "criterion",
    "loss_f",
    "earner",
    ".model(",
    ".5",
    "thr",
    "cut",
    "acc",
    "evaluat",
    "valid",
    also=(">",),
    reached=True,
)
def threshold_of_logits(cell: Cell) -> Iterator[Notice]:
    """`preds > 0.5` for a network that is trained with BCEWithLogitsLoss: its outputs are no probabilities."""
    compares = [node for node in cell.all_of(ast.Compare) if _is_half(cell, node)]
    if not compares or cell.words & SQUASHES or not (_has_logits(cell) or _notebook_has_logits(cell)):
        return
    networks = _networks(cell)
    outputs = _outputs(cell, networks)
    for node in compares:
        inner = raw(node.left)
        is_name = isinstance(inner, ast.Name)
        model = outputs.get(inner.id) if is_name else model_called(cell, inner, networks)  # type: ignore[attr-defined]
        if model is None or not _ends_raw(cell, model) or not _is_its_loss(cell, model, outputs):
            continue
        inside = next((f for f in cell.all_of(ast.FunctionDef) if node in nodes_in(f, ast.Compare)), None)
        place = f"In `{inside.name}`: " if inside is not None else ""
        yield Notice(place + _text(text_of(node.left)), hash(ast.dump(node)), card="sigmoid")
        return


@check("earner(", ".fit", ".fine_tune", ".validate(", ".metrics", needs="fastai")
def threshold_in_a_metric(cell: Cell) -> Iterator[Notice]:
    """A metric of the learner's own that compares outputs with 0.5, where the loss applies the sigmoid itself."""
    for _, learn in cell.live(is_learner):
        if loss_word(stored(learn).get("loss_func")) not in WITH_LOGITS:
            continue
        for metric in list(stored(learn).get("_metrics") or ()):
            func = stored(metric).get("func")
            written = cell.definition(func) if isinstance(func, FunctionType) else None
            node = _compared_in(written) if isinstance(written, ast.FunctionDef) else None
            if node is None or not _ends_raw(cell, stored(learn).get("model")):
                continue
            what = f"`{written.name}` is given the outputs of the model. {_text(text_of(node.left))}"  # type: ignore[union-attr]
            yield Notice(what, hash(ast.dump(node)), card="sigmoid")
            return


def _compared_in(written: ast.FunctionDef) -> ast.Compare | None:
    """Where a metric asks whether its first argument, as it came, is above 0.5."""
    parts = below(written)
    words = {one.attr for one in parts if isinstance(one, ast.Attribute)}
    words |= {one.id for one in parts if isinstance(one, ast.Name)}
    given = written.args.args[0].arg if written.args.args else ""
    named = {given} | {
        one.targets[0].id
        for one in nodes_in(written, ast.Assign)
        if isinstance(one.targets[0], ast.Name) and text_of(raw(one.value)) == given
    }
    defaults = dict(zip(reversed(written.args.args), reversed(written.args.defaults), strict=False))
    halves = {arg.arg for arg, default in defaults.items() if constant(default) == 0.5}
    for node in nodes_in(written, ast.Compare):
        inner, limit = raw(node.left), node.comparators[0]
        is_half = constant(limit) == 0.5 or (isinstance(limit, ast.Name) and limit.id in halves)
        is_above = len(node.ops) == 1 and isinstance(node.ops[0], (ast.Gt, ast.GtE))
        if is_above and is_half and isinstance(inner, ast.Name) and inner.id in named:
            return None if words & SQUASHES else node
    return None


def _text(given: str) -> str:
    return (
        f"`{given}` are raw outputs (logits), as BCEWithLogitsLoss wants them, not probabilities: 0.5 is the wrong "
        f"threshold for them. Write `torch.sigmoid({given}) > 0.5`, or `{given} > 0`, which is the same."
    )


def _is_half(cell: Cell, node: ast.Compare) -> bool:
    """Whether it asks what is above 0.5."""
    is_above = len(node.ops) == 1 and isinstance(node.ops[0], (ast.Gt, ast.GtE))
    number: Any = _number(cell, node.comparators[0]) if is_above else None
    if is_tensor(number) and number.numel() == 1:
        number = number.item()
    return isinstance(number, float) and number == 0.5


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


@lru_cache(MOST_CELLS)
def _losses_named(source: str) -> frozenset[str]:
    """torch's losses that a cell names."""
    return OF_TORCH.intersection(NAMED_LOSS.findall(source))


def _notebook_has_logits(cell: Cell) -> bool:
    """Whether the only loss of the notebook applies the sigmoid, and there is one network only."""
    losses, networks = set[str](), list[Any]()
    for _, held in cell.variables:
        if is_module(held):
            losses |= {loss_word(held)} if type(held).__name__.endswith("Loss") else set()
            networks += [held] if weights_of(held) else []
    losses = losses.union(*map(_losses_named, cells_run(cell)))
    whole = [
        one for one in networks if not any(one is not held and one in parts_of(held) for held in networks)
    ]
    return bool(losses) and losses <= WITH_LOGITS and len({id(one) for one in whole}) == 1


def _networks(cell: Cell) -> dict[str, Any]:
    """The parameters of functions that are given a network, always the same one."""
    found: dict[str, list[Any]] = {}
    for call, written in cell.own_calls:
        if not isinstance(written, FUNCTIONS[:2]):
            continue
        pairs = [(one.arg, node) for one, node in zip(written.args.args, call.args, strict=False)]
        pairs += [(one.arg, one.value) for one in call.keywords if one.arg]
        for name, node in pairs:
            held = cell.value(node)
            if is_module(held):
                found.setdefault(name, []).append(held)
    return {name: held[0] for name, held in found.items() if all(one is held[0] for one in held)}


def _outputs(cell: Cell, networks: Mapping[str, Any]) -> dict[str, Any]:
    """Names that hold what a network gave, those of functions that are given it among them."""
    found: dict[str, Any] = {}
    other: set[str] = set()
    for node in cell.all_of(ast.Assign):
        target = node.targets[0]
        if len(node.targets) != 1 or not isinstance(target, ast.Name):
            continue
        model, inner = model_called(cell, node.value, networks), raw(node.value)
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
            model = (
                found.get(inner.id) if isinstance(inner, ast.Name) else model_called(cell, given, networks)
            )
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


@check(
    "cross_entropy",
    "CrossEntropyLoss",
    "crit",
    "loss_fn",
    "loss_func",
    "@CrossEntropyLoss",
    "@CrossEntropyLossFlat",
)
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
