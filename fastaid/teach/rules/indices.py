"""Numbers that choose something, an item, a class, a row of an embedding, must be whole numbers."""

from __future__ import annotations

import ast
import re
from types import ModuleType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.layer_calls import failing_layer
from fastaid.teach.rules.operands import Operation, operation
from fastaid.teach.rules.python_source import origin, replaced, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

OUT_OF_BOUNDS = re.compile(r"index (-?\d+) is out of bounds for dimension (\d+) with size (\d+)")
OF_CLASSES = re.compile(r"label|target|class|cls|\by\b|y_|_y\b|pid|\bids?\b|truth|\bgt", re.I)
WHOLE = ("int64", "int32", "int16", "int8", "uint8", "bool")
INDEXING = {"gather": (2, "index"), "scatter_": (2, "index"), "scatter": (2, "index"), "index_select": (2, "index"),
            "take": (1, "index"), "one_hot": (0, "tensor"), "embedding": (0, "input"), "index_add_": (2, "index"),
            "scatter_add_": (2, "index")}  # fmt: skip


@rule(RuntimeError, needs="torch")
def embedding_of_floats(scene: Scene) -> Diagnosis | None:
    """nn.Embedding looks up rows by their whole numbers."""
    failed = failing_layer(scene, "Embedding", "EmbeddingBag")
    if failed is None or not is_tensor(failed.given) or dtype(failed.given) in ("int64", "int32"):
        return None
    line = failed.called_with("{}.long()")
    return Diagnosis(
        f"{failed.quoted} was given {described(failed.given)}.",
        "An embedding is a table whose rows are looked up by their numbers: whole numbers (int64, `long`).",
        line if failed.is_input and line else "x = x.long()",
        "Turn them to whole numbers:",
        card="embeddings",
    )


@rule(IndexError, RuntimeError, TypeError)
def index_of_floats(scene: Scene) -> Diagnosis | None:
    """An index is a float."""
    done = operation(scene)
    if done is None:
        return None
    if done.name in INDEXING:
        given = done.given(*INDEXING[done.name])
        if given is None or not given.is_tensor or dtype(given.value) in ("int64", "int32"):
            return None
        if done.name != "one_hot" and dtype(given.value) in WHOLE and "dtype" not in scene.message:
            return None
        return Diagnosis(
            f"{given.name} is {dtype(given.value)}; `{done.name}` takes indices of int64 (`long`).",
            "Indices choose items, so they are whole numbers.",
            given.then("long()"),
            "Turn them to int64:",
            card="indexing-and-masks",
        )
    among = _among_several(scene, done)
    if among is not None:
        return among
    if done.name != "index" or len(done.operands) != 2:
        return None
    x, index = done.operands
    kind = str(index.value.dtype).removeprefix("torch.") if index.has_shape else type(index.value).__name__
    if not x.has_shape or not kind.startswith("float"):
        return None
    if index.has_shape:
        fix = index.then("long()") if is_tensor(index.value) else index.then("astype(int)")
    elif isinstance(index.node, ast.Constant):
        fix = str(int(index.value))
    else:
        fix = f"int({index.text})"
    return Diagnosis(
        f"{index.name} is {kind}, and it was used as an index.",
        "Indices choose items, so they are whole numbers" + _why_a_float(scene, done.frame, index.node) + ".",
        f"{x.text}[{fix}]",
        "Turn it to a whole number:",
        card="indexing-and-masks" if is_tensor(x.value) else "",
    )


def _why_a_float(scene: Scene, frame: Frame, node: ast.AST | None) -> str:
    """Where the float comes from, as far as it can be seen."""
    made = origin(scene, frame, node.id) if isinstance(node, ast.Name) else node
    if not isinstance(made, ast.expr):
        return ""
    if any(isinstance(one, ast.BinOp) and isinstance(one.op, ast.Div) for one in ast.walk(made)):
        return "; `/` gives a float, also where it divides evenly"
    making = last_name(made.func) if isinstance(made, ast.Call) else ""
    is_typed = isinstance(made, ast.Call) and any(one.arg == "dtype" for one in made.keywords)
    if (
        making in ("zeros", "ones", "empty", "full", "rand", "randn", "linspace")
        and not is_typed
        and text_of(made)
    ):
        return f"; `{text_of(made)}` makes floats unless it is given a dtype"
    return ""


def _among_several(scene: Scene, done: Operation) -> Diagnosis | None:
    """`q[rows, actions]`, `net(x)[actions]`: one of the indices holds floats."""
    node = done.node
    if not isinstance(node, ast.Subscript) or "used as indices must be" not in scene.message:
        return None
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if len(parts) == 1 and done.operands and done.operands[0].has_shape:
        return None
    wrong = [one for one in parts if is_tensor(held := done.frame.value(one)) and held.is_floating_point()]
    if not wrong:
        return None
    text = ast.unparse(wrong[0])
    new = ", ".join(f"{ast.unparse(one)}.long()" if one in wrong else ast.unparse(one) for one in parts)
    return Diagnosis(
        f"`{text}` is {dtype(done.frame.value(wrong[0]))}, and it was used as an index.",
        "Indices choose items, so they are whole numbers (int64, `long`).",
        replaced(done.frame, node, f"{ast.unparse(node.value)}[{new}]"),
        "Turn them to whole numbers (or keep them so from the start):",
        card="indexing-and-masks",
    )


@rule(RuntimeError, IndexError, needs="torch")
def class_number_past_the_end(scene: Scene) -> Diagnosis | None:
    """`zeros.scatter_(1, targets.unsqueeze(1), 1)`, `probs.gather(1, targets.unsqueeze(1))`: too large a number."""
    found = OUT_OF_BOUNDS.search(scene.message)
    here = scene.here
    call = here.call if here is not None else None
    if found is None or here is None or call is None or last_name(call.func) not in INDEXING:
        return None
    asked, dim, size = (int(one) for one in found.groups())
    place, word = INDEXING[last_name(call.func)]
    is_method = isinstance(call.func, ast.Attribute) and not isinstance(
        here.value(call.func.value), ModuleType
    )
    node = here.argument(call, place - 1 if is_method else place, word)
    names = (
        [one for one in ast.walk(node) if isinstance(one, (ast.Name, ast.Attribute))]
        if node is not None
        else []
    )
    held = next(
        ((one, value) for one in names if is_tensor(value := here.value(one)) and value.numel()), None
    )
    if held is None or held[1].is_floating_point() or int(held[1].max()) != asked:
        return None
    again = _kept_of_last_time(here, call) if is_method else None
    if again is not None:
        return again
    text, low = ast.unparse(held[0]), int(held[1].min())
    what = (
        f"`{text}` holds numbers from {low} to {asked}; dimension {dim} has size {size}, for 0 to {size - 1}."
    )
    if low == 1 and asked == size:
        return Diagnosis(
            what,
            "The numbers begin at 1. In PyTorch they begin at 0.",
            f"{text} = {text} - 1",
            "Count from 0, before they are used:",
            sure="likely",
            card="labels-and-vocab",
        )
    if not OF_CLASSES.search(text):
        return None
    return Diagnosis(
        what,
        f"There are more classes in the data than the model, or the table, was made for: at least {asked + 1} against "
        f"{size}. (Labels with gaps, such as the numbers of people or products, must be numbered anew.)",
        f"{text} = torch.unique({text}, return_inverse=True)[1]  # over all data at once",
        f"Make it for {asked + 1} classes, or number the labels from 0 on:",
        card="labels-and-vocab",
    )


def _kept_of_last_time(here: Frame, call: ast.Call) -> Diagnosis | None:
    """`self.alpha = self.alpha.gather(0, labels)`: the table was overwritten by what was taken out of it."""
    line = statement_at(here)
    table = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    if not isinstance(line, ast.Assign) or (
        line.value is not call and ast.dump(line.value) != ast.dump(call)
    ):
        return None
    if not isinstance(line.targets[0], ast.Attribute) or ast.unparse(line.targets[0]) != table:
        return None
    name = line.targets[0].attr
    return Diagnosis(
        f"`{table}` holds {shape(here.value(line.targets[0]))} values: what the last call took out of it.",
        "The line puts its result under the name of the table, in `self`, where it stays for the next batch.",
        f"{name} = {ast.unparse(call)}",
        f"Give the result a name of its own, and use `{name}` below (then make the object anew):",
    )
