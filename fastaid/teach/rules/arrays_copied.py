"""`np.array(x, copy=False)`, which older code wrote for "copy where it must be"."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, replaced
from fastaid.teach.scene import Scene


@rule(AttributeError, needs="torch")
def embedding_of_an_array(scene: Scene) -> Diagnosis | None:
    """`nn.Embedding.from_pretrained(array)`: it takes a tensor."""
    inner = scene.within("torch.nn.modules.sparse", "from_pretrained")
    here = scene.here
    call = call_at(here) if here is not None else None
    held: Any = inner.names.get("embeddings") if inner is not None else None
    node = here.argument(call, 0, "embeddings") if here is not None and call is not None else None
    if here is None or call is None or node is None or not is_array(held):
        return None
    text = ast.unparse(node)
    end = "" if str(held.dtype) == "float32" else ".float()"
    return Diagnosis(
        f"`{text}` is {described(held)}, and `from_pretrained` takes a tensor.",
        "The weights of a layer are tensors of float32.",
        replaced(here, node, f"torch.from_numpy({text}){end}"),
        "Make a tensor of it:",
        card="embeddings",
    )


@rule(ValueError, needs="numpy")
def copy_forbidden(scene: Scene) -> Diagnosis | None:
    """NumPy 2 takes copy=False at its word."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or "avoid copy" not in scene.message:
        return None
    if here.value(call.func) is not library("numpy").array or last_name(call.func) != "array":
        return None
    kept = [one for one in call.keywords if one.arg != "copy"]
    if len(kept) == len(call.keywords):
        return None
    func = ast.unparse(call.func).removesuffix("array") + "asarray"
    new = ast.unparse(ast.Call(ast.Name(func), call.args, kept))
    return Diagnosis(
        f"`{ast.unparse(call)}` forbids a copy, and no array can be made here without one.",
        "Until NumPy 2, `copy=False` meant: copy only where it must be. Now it means never. `asarray` does the old.",
        replaced(here, call, new),
        "Write:",
    )
