"""numpy's arrays and numbers, and columns of pandas, asked for what only a tensor has."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_of, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

# What a torch.Tensor has; torch itself may not be loaded.
# fmt: off
OF_TENSORS = frozenset((
    "unsqueeze", "unsqueeze_", "permute", "to", "numpy", "detach", "float", "long", "double", "half", "int",
    "bool", "cuda", "cpu", "numel", "backward", "requires_grad", "requires_grad_", "grad", "clone", "contiguous",
    "expand", "expand_as", "view_as", "softmax", "log_softmax", "sigmoid", "relu", "topk", "norm", "mm", "bmm",
    "matmul", "t", "exp", "log", "sqrt", "abs", "tanh", "pow", "gather", "unbind", "chunk", "masked_fill", "add_",
    "mul_", "sub_", "div_", "zero_", "fill_", "type", "is_cuda", "dim", "pin_memory", "square", "type_as", "cat",
))
# fmt: on
BACK = ("numpy", "detach", "cpu")  # the way from a tensor to an array: there is nothing left to do
OF_NUMPY = {"exp", "log", "sqrt", "abs", "tanh", "square"}  # functions of numpy with the same name
CASTS = {"float": "float", "double": "float", "half": "float", "long": "int", "int": "int", "bool": "bool"}


def is_tensors_own(obj: Any, name: str) -> bool:
    """Whether numpy's or pandas' object is asked for what is a tensor's."""
    return name in OF_TENSORS and (
        is_array(obj)
        or is_of(obj, "numpy", "generic")
        or is_of(obj, "pandas", "Series", "DataFrame")
        or type(obj).__module__.startswith("PIL.")
    )


def asked(scene: Scene) -> tuple[Frame, ast.Attribute, Any] | None:
    """The learner's `x.name`, and the object that has no such attribute; also of a call's result."""
    error, here = scene.error, scene.here
    # pandas looks for a column of that name first, in a function of its own.
    is_theirs = scene.is_raised_by_learner or (
        scene.last is not None and scene.last.function == "__getattr__"
    )
    node = node_at(here) if here is not None and is_theirs else None
    node = node.func if isinstance(node, ast.Call) else node
    if here is None or not isinstance(error, AttributeError) or not isinstance(node, ast.Attribute):
        return None
    return (here, node, error.obj) if node.attr == error.name else None


@rule(AttributeError, needs="numpy")
def method_of_tensor(scene: Scene) -> Diagnosis | None:
    """An array, or a number of numpy's, has not the methods of a tensor."""
    found = asked(scene)
    if found is None:
        return None
    frame, node, obj = found
    if not is_tensors_own(obj, node.attr):
        return None
    text = text_of(node.value, 48)
    if is_array(obj):
        # Where torch takes part, the rule of all that is no tensor answers.
        return array_asked(scene, frame, node, obj) if not scene.is_about_training else None
    if is_of(obj, "numpy", "generic"):
        return _number_asked(scene, frame, node, obj)
    if not scene.is_about_training and is_of(obj, "pandas", "Series", "DataFrame") and text:
        return _column_asked(frame, node, obj)
    return None


def array_asked(scene: Scene, frame: Frame, node: ast.Attribute, obj: Any) -> Diagnosis | None:
    """The card for an array that was asked for an attribute of tensors."""
    text, name = text_of(node.value, 48) or "x", node.attr
    what = f"`{text}` is {described(obj)}; it has no `{name}`, which is a tensor's."
    if name in BACK:
        return Diagnosis(
            what,
            "It is a numpy array already, on the CPU and without gradients.",
            replaced(frame, _chain_back(node), text),
            "Leave the methods of tensors out:",
        )
    whole = _whole(node)
    if name in OF_NUMPY and not scene.is_about_training:
        return Diagnosis(
            what,
            f"It is a numpy array, not a tensor. numpy has a function `{name}` for this, not a method.",
            replaced(frame, whole, f"np.{name}({text})"),
            "Write:",
        )
    return _of_numpys_word(scene, node, obj, what)


def _of_numpys_word(scene: Scene, node: ast.Attribute, obj: Any, what: str) -> Diagnosis | None:
    text = text_of(node.value, 48) or "x"
    own = _numpys_word(node, text)
    cause = "It is a numpy array, not a tensor." + (f" numpy's word for this is `{own}`." if own else "")
    if obj.dtype.kind not in "biufc":
        return Diagnosis(
            what, f"{cause} Its items are no numbers ({obj.dtype}): torch can make no tensor of them.", ""
        )
    # from_numpy takes no array that is read backwards.
    source = f"{text}.copy()" if any(step < 0 for step in obj.strides) else text
    arguments = _arguments(node)
    ending = f".{node.attr}({arguments})" if isinstance(_whole(node), ast.Call) else f".{node.attr}"
    lines = f"torch.from_numpy({source}){ending}"
    if scene.names.get("torch") is None and (library("torch") is None or not scene.is_about_training):
        lines = f"import torch\n{lines}"
    return Diagnosis(what, cause, lines, "Make a tensor of it first:")


def _numpys_word(node: ast.Attribute, text: str) -> str:
    """What numpy says for a method of tensors, "" where it is no single call."""
    arguments = _arguments(node)
    casts = {"float": "float32", "long": "int64", "double": "float64", "int": "int32", "half": "float16"}
    if node.attr in casts:
        return f".astype('{casts[node.attr]}')"
    fixed = {
        "permute": f".transpose({arguments})",
        "numel": ".size",
        "clone": ".copy()",
        "dim": ".ndim",
        "bool": ".astype(bool)",
        "t": ".T",
        "unsqueeze": f"np.expand_dims({text}, {arguments})" if arguments else "",
    }
    return fixed.get(node.attr, "")


def _number_asked(scene: Scene, frame: Frame, node: ast.Attribute, obj: Any) -> Diagnosis | None:
    text, name = text_of(node.value, 48), node.attr
    if not text:
        return None
    what = (
        f"`{text}` is one number of numpy's ({type(obj).__name__}); it has no `{name}`, which is a tensor's."
    )
    if name in BACK:
        if scene.is_about_training and name in ("detach", "cpu", "numpy"):
            return None  # the rule for plain numbers
        cause = "A plain number has no device and no gradients."
        return Diagnosis(what, cause, replaced(frame, _chain_back(node), text), "Leave the method out:")
    if name in CASTS and isinstance(_whole(node), ast.Call):
        line = replaced(frame, _whole(node), f"{CASTS[name]}({text})")
        return Diagnosis(what, "Python's own functions turn one number into another kind.", line, "Write:")
    if name in OF_NUMPY:
        return Diagnosis(
            what,
            f"numpy has a function `{name}` for this.",
            replaced(frame, _whole(node), f"np.{name}({text})"),
            "Write:",
        )
    return None


def _column_asked(frame: Frame, node: ast.Attribute, obj: Any) -> Diagnosis | None:
    text, name = text_of(node.value, 48), node.attr
    kind = "a DataFrame" if is_of(obj, "pandas", "DataFrame") else "a column (Series)"
    what = f"`{text}` is {kind} of pandas; it has no `{name}`, which is a tensor's."
    if name in BACK:
        line = replaced(frame, _whole(node), f"{text}.to_numpy()")
        return Diagnosis(what, "pandas' own word for its values as an array is `to_numpy`.", line, "Write:")
    if name in CASTS and isinstance(_whole(node), ast.Call):
        line = replaced(frame, _whole(node), f"{text}.astype({CASTS[name]})")
        return Diagnosis(what, "pandas' own word for another dtype is `astype`.", line, "Write:")
    return None


def _arguments(node: ast.Attribute) -> str:
    call = _whole(node)
    if not isinstance(call, ast.Call):
        return ""
    return ", ".join(ast.unparse(one) for one in (*call.args, *call.keywords))


def _whole(node: ast.Attribute) -> ast.expr:
    """The attribute with its call, where it is called."""
    call = getattr(node, "parent", None)
    return call if isinstance(call, ast.Call) and call.func is node else node


def _chain_back(node: ast.Attribute) -> ast.expr:
    """`x.detach().cpu().numpy()` from its first method to its last."""
    whole = _whole(node)
    while isinstance(whole, ast.Call):
        around = getattr(whole, "parent", None)
        if not isinstance(around, ast.Attribute) or around.value is not whole or around.attr not in BACK:
            break
        whole = _whole(around)
    return whole
