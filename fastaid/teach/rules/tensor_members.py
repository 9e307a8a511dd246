"""Names that a tensor has not: misspelt, a list's, a table's, an optimizer's, or a function of torch."""

from __future__ import annotations

import ast
import difflib
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_tensor, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.arrays_as_tensors import asked
from fastaid.teach.rules.in_code import functional, parent
from fastaid.teach.rules.kinds import OF_TENSOR
from fastaid.teach.rules.python_source import near, replaced, text_of
from fastaid.teach.scene import Frame, Scene

# What other libraries, or other things, call what a tensor has under another name; the call's arguments go along.
# fmt: off
OWN_WORD = {
    "to_numpy": "numpy()", "asnumpy": "numpy()", "as_numpy": "numpy()", "toarray": "numpy()", "to_list": "tolist()",
    "list": "tolist()", "average": "mean()", "avg": "mean()", "ndims": "ndim", "rank": "ndim", "swap": "flip(0)",
    "expand_dims": "unsqueeze({a})", "to_float": "float()", "as_float": "float()", "to_int": "long()",
    "to_gpu": "cuda()", "to_device": "to({a})", "gpu": "cuda()", "dims": "shape",
    "power": "pow({a})", "head": "[:5]", "first": "[0]", "dot_product": "dot({a})", "max_value": "max()",
    "toint": "long()", "tofloat": "float()", "grads": "grad", "gradient": "grad", "to_cpu": "cpu()",
}
# fmt: on
SURE = 0.8  # how alike a misspelt name is to the only one that can be meant
OF_LISTS = ("append", "extend", "push", "add_item", "insert")
OF_OPTIMIZERS = {"step": "opt.step()", "zero_grad": "opt.zero_grad()"}
OF_MODELS = ("parameters", "state_dict", "train", "eval", "named_parameters", "modules", "children")
JOINING = ("cat", "concat", "concatenate", "stack", "vstack", "hstack")


@rule(AttributeError, needs="torch")
def no_such_member(scene: Scene) -> Diagnosis | None:
    """`loss.backwards()`, `x.squeze()`, `losses.append(loss)`, `x.gelu()`."""
    found = asked(scene)
    if found is None or not is_tensor(found[2]):
        return None
    frame, node, obj = found
    text, name = text_of(node.value, 40), node.attr
    if not text or name in OF_TENSOR or name.startswith("__") or isinstance(node.ctx, ast.Store):
        return None
    what = f"`{text}` is {_a_tensor(obj)}; it has no `{name}`."
    if name in OF_LISTS:
        return _of_a_list(frame, node, obj, what)
    if name in ("len", "length", "lenght", "count"):
        new = f"len({text})" if name != "count" else f"{text}.numel()"
        cause = "Python's `len` tells its length; `.shape` tells all its sizes."
        return Diagnosis(what, cause, replaced(frame, _whole(node), new), "Write:")
    if OWN_WORD.get(name):
        return _other_word(frame, node, what)
    if name in OF_OPTIMIZERS or name in OF_MODELS:
        return _of_another(scene, frame, node, what)
    if name in JOINING:
        function = {"concat": "cat", "concatenate": "cat"}.get(name, name)
        return _joined(frame, node, what, function)
    public = [one for one in dir(type(obj)) if not one.startswith("_")]
    close = near(name, public, 0.75)
    whole = _function(scene, frame, node)
    if whole and (not close or name in _functions()):
        cause = f"`{name}` is a function of torch, not a method: the tensor stands inside its parentheses."
        return Diagnosis(what, cause, replaced(frame, _whole(node), whole), "Write:")
    if not close:
        return None
    return Diagnosis(
        what,
        f"The name that it has is `{close[0]}`.",
        replaced(frame, node, f"{text}.{close[0]}"),
        "Write:",
        sure="certain" if difflib.SequenceMatcher(None, name, close[0]).ratio() > SURE else "likely",
    )


def _a_tensor(obj: Any) -> str:
    return described(obj) if obj.ndim else "a tensor of one number"


def _whole(node: ast.Attribute) -> ast.expr:
    call = parent(node)
    return call if isinstance(call, ast.Call) and call.func is node else node


def _arguments(node: ast.Attribute) -> str:
    call = _whole(node)
    return (
        ", ".join(ast.unparse(one) for one in (*call.args, *call.keywords))
        if isinstance(call, ast.Call)
        else ""
    )


def _other_word(frame: Frame, node: ast.Attribute, what: str) -> Diagnosis:
    own = OWN_WORD[node.attr].replace("{a}", _arguments(node))
    text = ast.unparse(node.value)
    is_part = own.startswith("[")
    if own == "numpy()" and frame.value(node.value) is not UNKNOWN and frame.value(node.value).requires_grad:
        own = "detach().numpy()"
    new = f"{text}{own}" if is_part else f"{text}.{own}"
    return Diagnosis(
        what,
        "Square brackets take a part of a tensor."
        if is_part
        else f"A tensor's own word for it is `{own.partition('(')[0]}`.",
        replaced(frame, _whole(node), new),
        "Write:",
        card="tensor",
    )


def _of_a_list(frame: Frame, node: ast.Attribute, obj: Any, what: str) -> Diagnosis:
    """`losses.append(loss)`: a list grows, a tensor does not."""
    text, call = ast.unparse(node.value), _whole(node)
    given = call.args[-1] if isinstance(call, ast.Call) and call.args else None
    cause = (
        "A tensor keeps its size; `append` belongs to lists."
        if node.attr != "extend"
        else ("A tensor keeps its size; `extend` belongs to lists.")
    )
    value = frame.value(given) if given is not None else UNKNOWN
    more = _as_more(obj, value, ast.unparse(given) if given is not None else "")
    if obj.numel() and more:
        line = f"{text} = torch.cat([{text}, {more}])"
        return Diagnosis(what, cause, line, "Put the two together to a new tensor:")
    line = (
        replaced(frame, call, f"{text}.append({ast.unparse(given)})")
        if given is not None
        else f"{text}.append(…)"
    )
    if node.attr == "extend" and given is not None:
        line = replaced(frame, call, f"{text}.extend({ast.unparse(given)})")
    return Diagnosis(
        what,
        cause,
        f"{text} = []  # in place of the tensor, before a loop\n{line}",
        f"Collect in a list (a tensor of it, when it is full: `torch.tensor({text})` or `torch.stack({text})`):",
    )


def _as_more(obj: Any, value: Any, code: str) -> str:
    """What is given, as a tensor that fits to the end of another; "" where that is not sure."""
    if is_tensor(value) and value.shape[1:] == obj.shape[1:] and value.ndim == obj.ndim:
        return code
    if is_tensor(value) and value.ndim == obj.ndim - 1 and value.shape == obj.shape[1:]:
        return f"{code}[None]"
    return f"torch.tensor([{code}])" if obj.ndim == 1 and isinstance(value, (int, float)) else ""


def _joined(frame: Frame, node: ast.Attribute, what: str, function: str) -> Diagnosis:
    text, call = ast.unparse(node.value), _whole(node)
    given = list(call.args) if isinstance(call, ast.Call) else []
    first = given[0] if given else None
    parts = first.elts if isinstance(first, (ast.List, ast.Tuple)) else given[:1]
    rest = given[1:] + (list(call.keywords) if isinstance(call, ast.Call) else [])
    inside = ", ".join([text, *(ast.unparse(one) for one in parts)])
    more = "".join(f", {ast.unparse(one)}" for one in rest)
    return Diagnosis(
        what,
        f"`torch.{function}` is a function: it takes a list of all the tensors that are joined.",
        replaced(frame, call, f"torch.{function}([{inside}]{more})"),
        "Write:",
        card="tensor",
    )


def _of_another(scene: Scene, frame: Frame, node: ast.Attribute, what: str) -> Diagnosis | None:
    """`loss.step()` and `loss.zero_grad()` belong to the optimizer, `x.parameters()` to a model."""
    torch, name = library("torch"), node.attr
    kind = torch.optim.Optimizer if name in OF_OPTIMIZERS else torch.nn.Module
    names = {**scene.names, **frame.names}
    holders = [one for one, held in names.items() if isinstance(held, kind) and not one.startswith("_")]
    if name == "zero_grad" and not holders:
        return Diagnosis(
            what,
            "`zero_grad` belongs to an optimizer or a model; of one tensor the gradient is set back like this.",
            f"{ast.unparse(node.value)}.grad = None",
            "Write:",
            card="gradient",
        )
    word = "an optimizer" if name in OF_OPTIMIZERS else "a model"
    if len(holders) != 1:
        return Diagnosis(what, f"`{name}` belongs to {word}, not to a tensor.", "")
    return Diagnosis(
        what,
        f"`{name}` belongs to {word}: here `{holders[0]}`.",
        replaced(frame, node.value, holders[0]),
        "Write:",
        card="gradient" if name in OF_OPTIMIZERS else "",
    )


def _functions() -> set[str]:
    """The functions of torch.nn.functional that take a tensor."""
    held = vars(library("torch.nn.functional"))
    return {
        name for name, one in held.items() if not name.startswith("_") and callable(one) and name.islower()
    }


def _function(scene: Scene, frame: Frame, node: ast.Attribute) -> str:
    """`F.gelu(x)` for `x.gelu()`; "" where torch has no such function."""
    if node.attr not in _functions() or not isinstance(_whole(node), ast.Call):
        return ""
    inside = ", ".join(one for one in (ast.unparse(node.value), _arguments(node)) if one)
    return f"{functional(scene)}.{node.attr}({inside})"
