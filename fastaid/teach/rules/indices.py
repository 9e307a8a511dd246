"""Numbers that choose something, an item, a class, a row of an embedding, must be whole numbers."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.layer_calls import failing_layer
from fastaid.teach.rules.operands import operation
from fastaid.teach.rules.python_source import origin, text_of
from fastaid.teach.scene import Frame, Scene

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
        "An embedding is a table: it takes the numbers of rows, which are whole numbers (int64, `long`).",
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
