"""Biases and weights of a learner's own network that are plain tensors, and stay what they were."""

from __future__ import annotations

import ast
import inspect
import linecache
import re
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import FUNCTIONS, below, kept, nodes_in, text_of
from fastaid.teach.notices.values import parts_of
from fastaid.teach.objects import is_learner, is_module, is_tensor, stored

LEARNT = re.compile(r"(^|_)(bias|biases|weights?|factors|embeddings?|embs?|coeffs?)$|^[wb]\d*$")
ZEROS = re.compile(r"(^|_)(bias|biases|b\d*|beta)$")
FIXED = re.compile(
    r"(?i)fixed|frozen|random|reservoir|constant|class_weight|loss_weight|buffer|not learn|untrained"
)
MAKERS = frozenset({"zeros", "ones", "rand", "randn"})
KEEPS = frozenset({"normal_", "uniform_", "to", "float", "cuda", "requires_grad_"})


@check(".fit", ".fine_tune", "backward(", also=("@own",), needs="torch", reached=True)
def bias_not_a_parameter(cell: Cell) -> Iterator[Notice]:
    """`self.bias = torch.zeros(n)` in a network that is trained."""
    models = list(cell.live(is_module))
    models += [(f"{name}.model", stored(one).get("model")) for name, one in cell.live(is_learner)]
    for name, model in models:
        for part in parts_of(model):
            kind = cell.definition(type(part)) if type(part).__module__ == "__main__" else None
            made = kept(kind, "plain_weights", _made) if isinstance(kind, ast.ClassDef) else {}
            lost = [one for one in made if _is_plain(stored(part).get(one))]
            if not lost or not isinstance(kind, ast.ClassDef) or FIXED.search(_source(type(part), kind)):
                continue
            shown = " and ".join(f"`self.{one}`" for one in lost[:2])
            are, them = (
                ("are plain tensors, not parameters", "them")
                if lost[1:]
                else ("is a plain tensor, not a parameter", "it")
            )
            lines = "; ".join(f"self.{one} = nn.Parameter({text_of(made[one])})" for one in lost[:2])
            yield Notice(
                f"{shown} of {kind.name} {are}: `{name}.parameters()` leaves {them} out, so training never changes "
                f"{them}. Write `{lines}`.",
                id(model),
                card="parameters-and-activations",
            )
            return


def _source(held: type, kind: ast.ClassDef) -> str:
    """A class as it was written, comments too."""
    method = next(one for one in vars(held).values() if isinstance(one, FunctionType))
    lines = linecache.getlines(inspect.unwrap(method).__code__.co_filename)
    return "".join(lines[kind.lineno - 1 : kind.end_lineno])


def _is_plain(held: Any) -> bool:
    return is_tensor(held) and not held.requires_grad and held.ndim > 0 and held.is_floating_point()


def _made(kind: ast.ClassDef) -> dict[str, ast.expr]:
    """The attributes named like weights that `__init__` makes of zeros or random numbers and forward uses."""
    methods = [one for one in kind.body if isinstance(one, FUNCTIONS[:2])]
    init = next((one for one in methods if one.name == "__init__"), None)
    forward = next((one for one in methods if one.name == "forward"), None)
    if init is None or forward is None:
        return {}
    used = {_own(one) for one in nodes_in(forward, ast.Attribute)}
    found = {}
    for node in nodes_in(init, ast.Assign):
        name, maker = _own(node.targets[0]), _maker(node.value)
        is_named = ZEROS.search(name) if maker == "zeros" else LEARNT.search(name) if maker else None
        if is_named and name in used:
            found[name] = node.value
    return {name: value for name, value in found.items() if not _is_changed(kind, init, name)}


def _own(node: ast.AST) -> str:
    """`self.bias` → "bias"."""
    is_own = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    return node.attr if is_own and isinstance(node, ast.Attribute) else ""


def _maker(node: ast.expr) -> str:
    """`torch.randn(3, 4) * 0.1`, `torch.zeros(5).normal_(0, 0.01)` → "randn", "zeros" that are not zeros: "rand"."""
    is_filled = False
    while True:
        if isinstance(node, ast.BinOp):
            node = node.left if isinstance(node.left, ast.Call) else node.right
        elif (
            isinstance(node, ast.Call)
            and last_name(node.func) in KEEPS
            and isinstance(node.func, ast.Attribute)
        ):
            is_filled = is_filled or node.func.attr in ("normal_", "uniform_")
            node = node.func.value
        else:
            break
    word = last_name(node.func) if isinstance(node, ast.Call) else ""
    if word not in MAKERS or not isinstance(node, ast.Call) or "torch" not in text_of(node.func):
        return ""
    return "rand" if is_filled else word


def _is_changed(kind: ast.ClassDef, init: ast.AST, name: str) -> bool:
    """Whether another method writes it, or `__init__` fills it, as of a state that the network keeps."""
    first = {id(one) for one in below(init) if isinstance(one, ast.Attribute)}
    for node in below(kind):
        is_name = isinstance(node, ast.Attribute) and _own(node) == name
        if is_name and isinstance(node.ctx, ast.Store) and id(node) not in first:  # type: ignore[attr-defined]
            return True
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and _own(node.value) == name:
            return True
        is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_method and node.func.attr.endswith("_") and _own(node.func.value) == name:  # type: ignore[attr-defined]
            return True
    return False
