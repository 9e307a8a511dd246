"""The tuple of get_preds, tta or predict, used as if it were the tensor of predictions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_learner, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import node_at, origin, replaced, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

VERBS = ("get_preds", "tta", "predict")
# Libraries whose functions want the tensor; what only stores or shows a value does not.
COMPUTING = ("numpy", "torch", "sklearn", "pandas", "fastai", "fastcore", "builtins", "scipy")
STORING = (
    "save",
    "dump",
    "load",
    "print",
    "display",
    "show",
    "zip",
    "map",
    "list",
    "tuple",
    "dict",
    "open",
    "len",
)
ANY = (AttributeError, TypeError, ValueError, IndexError, RuntimeError, KeyError)


def made_by(scene: Scene, frame: Frame, node: ast.expr) -> ast.Call | None:
    """The get_preds, tta or predict that an expression's value came from."""
    made: ast.expr | None = node
    if isinstance(node, ast.Name):
        held = frame.value(node)
        made = origin(scene, frame, node.id)
        other = _notebooks(scene, held) if made is None else ""
        if other and scene.top is not None:
            made = origin(scene, scene.top, other)
    if not isinstance(made, ast.Call) or last_name(made.func) not in VERBS:
        return None
    owner = frame.value(made.func.value) if isinstance(made.func, ast.Attribute) else None
    return made if is_learner(owner) else None


def _notebooks(scene: Scene, held: Any) -> str:
    """The notebook's variable for what is a parameter in a function of the learner's own."""
    return next((name for name, one in scene.live(tuple) if one is held), "") if type(held) is tuple else ""


def _parts(frame: Frame, node: ast.AST | None) -> Iterator[ast.expr]:
    """The expressions of the running operation that a tuple may have been given for."""
    if isinstance(node, ast.Attribute):
        yield node.value
    elif isinstance(node, ast.Subscript):
        yield from (node.value, node.slice)
    elif isinstance(node, ast.BinOp):
        yield from (node.left, node.right)
    elif isinstance(node, ast.AugAssign):
        yield from (node.target, node.value)
    elif isinstance(node, ast.Compare):
        yield from (node.left, *node.comparators)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.FormattedValue):
        yield node.value
    elif isinstance(node, ast.Call):
        yield node.func
        if _computes(frame, node):
            yield from node.args
            yield from (one.value for one in node.keywords)
            yield from (held for one in node.args if isinstance(one, ast.Dict) for held in one.values)


def _computes(frame: Frame, call: ast.Call) -> bool:
    """Whether a call is of a library that computes with what it is given."""
    if last_name(call.func) in STORING or last_name(call.func).startswith(("plot", "show")):
        return False
    func = frame.value(call.func)
    if func is UNKNOWN:
        return isinstance(call.func, ast.Attribute | ast.Call) and not is_learner(_owner(frame, call.func))
    kind = func if hasattr(func, "__name__") else type(func)
    home = str(getattr(kind, "__module__", "") or type(getattr(func, "__self__", func)).__module__)
    if is_learner(_owner(frame, call.func)):
        return False
    return home.partition(".")[0] in COMPUTING


def _owner(frame: Frame, func: ast.expr) -> Any:
    return frame.value(func.value) if isinstance(func, ast.Attribute) else None


def _looked_at(scene: Scene, frame: Frame) -> Iterator[ast.expr]:
    yield from _parts(frame, node_at(frame))
    line = statement_at(frame)
    # A column that is set: what runs there is the setting itself.
    if (
        isinstance(line, ast.Assign)
        and isinstance(line.targets[0], ast.Subscript)
        and not scene.is_raised_by_learner
    ):
        yield line.value


@rule(*ANY, needs="fastai.learner")
def pair_for_predictions(scene: Scene) -> Diagnosis | None:
    """`preds = learn.get_preds(dl=dl); preds.argmax(1)`: what came is (predictions, targets)."""
    here = scene.here
    if here is None or scene.within("fastai.learner") is not None:
        return None
    for node in _looked_at(scene, here):
        if not isinstance(node, (ast.Name, ast.Call)) or isinstance(scene.error, KeyError):
            continue
        held = here.value(node)
        if held is not UNKNOWN and type(held) is not tuple:
            continue
        made = made_by(scene, here, node)
        if made is None or (type(held) is tuple and not any(is_tensor(one) for one in held)):
            continue
        if held is UNKNOWN and "tuple" not in scene.message:
            continue
        return _told(scene, here, node, made, held)
    return None


def _names(made: ast.Call, held: Any, name: str) -> str:
    """The names that the values are to have, in their order."""
    flags = {
        one.arg
        for one in made.keywords
        if not isinstance(one.value, ast.Constant) or one.value.value not in (False, None)
    }
    labels = "_" if type(held) is tuple and len(held) > 1 and not is_tensor(held[1]) else "targs"
    if labels == "targs" and ("dl" in flags or name == "targs"):
        labels = "_"
    return ", ".join(
        [
            *(["inputs"] if "with_input" in flags else []),
            name,
            labels,
            *(["decoded"] if "with_decoded" in flags else []),
            *(["losses"] if "with_loss" in flags else []),
        ]
    )


def _told(scene: Scene, here: Frame, node: ast.expr, made: ast.Call, held: Any) -> Diagnosis | None:
    verb, call = last_name(made.func), text_of(made, 200)
    if verb == "predict":
        return _one_item(scene, here, node, made, held)
    name = node.id if isinstance(node, ast.Name) else "preds"
    if here is not scene.top and isinstance(node, ast.Name) and origin(scene, here, name) is None:
        name = _notebooks(scene, held) or name
    names = _names(made, held, name)
    if type(held) is tuple and len(held) != len(names.split(", ")):
        return None
    line = replaced(here, node, name) if isinstance(node, ast.Call) else _line(scene.top or here, name, held)
    kinds = " and ".join(described(one) for one in held) if type(held) is tuple and len(held) == 2 else ""
    number = counted(len(names.split(", ")), "thing")
    what = f"`{text_of(node) or name}` is a tuple{f': {kinds}' if kinds else f' of {number}'}."
    none = (
        " The targets are None, as the loader has no labels." if "_" in names and "and None" in kinds else ""
    )
    return Diagnosis(
        what,
        f"`{verb}` returns the predictions and the targets together, not the predictions alone.{none}",
        f"{names} = {call}" + (f"\n{line}" if line and line != call else ""),
        "Give each a name of its own, and go on with the first:",
        card="predictions",
    )


def _line(here: Frame, name: str, held: Any) -> str:
    """The statement that failed, where it is short and stands alone."""
    line = statement_at(here)
    if (
        line is None
        or here.function != "<module>"
        or isinstance(line, (ast.For, ast.While, ast.If, ast.With))
    ):
        return ""
    if line.col_offset:
        return ""  # a part of a loop, which does not run alone
    text, rows = text_of(line, 110), held[0] if type(held) is tuple and is_tensor(held[0]) else None
    is_column = isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Subscript)
    if (is_column or "DataFrame(" in text) and rows is not None and len(shape(rows)) == 2 and name:
        how = "argmax(dim=1)" if shape(rows)[1] > 1 else "squeeze(1)"
        return re.sub(rf"(?<![\w.'\"\]]){name}(?![\w.\['\"])", f"{name}.{how}", text)
    return text


def _one_item(scene: Scene, here: Frame, node: ast.expr, made: ast.Call, held: Any) -> Diagnosis | None:
    """The three things of predict, where another rule does not tell of them."""
    if isinstance(scene.error, AttributeError) or (held is not UNKNOWN and len(held) != 3):
        return None
    text = text_of(node)
    names = "row, pred, probs" if type(held) is tuple and hasattr(held[0], "columns") else "pred, idx, probs"
    return Diagnosis(
        f"`{text}` is a tuple of three things, not one prediction.",
        "`predict` returns the decoded prediction, its index or number, and the probabilities (or outputs).",
        f"{names} = {text_of(made, 200)}",
        "Give each a name, and use the one that is meant here (of the probabilities `probs.max()` is the highest):",
        card="predictions",
    )
