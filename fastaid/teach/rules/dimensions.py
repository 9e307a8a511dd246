"""Dimensions and indices that a tensor does not have."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.layer_calls import failing_layer
from fastaid.teach.rules.operands import Operand, Operation, indexed, operand, operation, parts_of_tree
from fastaid.teach.rules.vmapped import no_batch_inside
from fastaid.teach.scene import Frame, Scene

MOST_LOOKED_AT = 100_000  # numbers of an index
DIM_NAMES = ("dim", "axis", "dim0")


def asked_dimensions(done: Operation) -> list[int]:
    """The dimensions that a call names."""
    found: list[object] = []
    for name in (*DIM_NAMES, "dim1", "dims"):
        if name in done.keywords:
            found.append(done.keywords[name].value)
    found += [one.value for one in done.operands[1:] if type(one.value) in (int, tuple, list)]
    flat: list[int] = []
    for one in found:
        flat += [n for n in (one if isinstance(one, (tuple, list)) else [one]) if type(n) is int]
    return flat


@rule(IndexError, needs="torch")
def dimension_out_of_range(scene: Scene) -> Diagnosis | None:
    """A `dim` that the tensor does not have: they are counted from 0."""
    if "Dimension out of range" not in scene.message:
        return None
    done = operation(scene)
    if done is None or not done.operands or not is_tensor(done.operands[0].value):
        return _layer_dimension(scene)
    x = done.operands[0]
    rank, more = len(x.shape), 1 if done.name == "unsqueeze" else 0
    wrong = next((n for n in asked_dimensions(done) if not -rank - more <= n < max(rank + more, 1)), None)
    if wrong is None:
        return None
    return Diagnosis(*_no_such_dimension(done.frame, x, wrong, done.name, more), card="rank-and-shape")


def _no_such_dimension(
    frame: Frame, x: Operand, wrong: int, name: str, more: int
) -> tuple[str, str, str, str]:
    rank = len(x.shape)
    last = rank - 1 + more
    have = (
        f"has {counted(rank, 'dimension')}, shape {x.shape}"
        if rank
        else "is a single number, without dimensions"
    )
    what = f"`{name}` was asked for dimension {wrong}, but {x.name} {have}."
    cause = (
        f"Dimensions are counted from 0, so the last one here is {last} (or -1)." if rank + more > 0 else ""
    )
    if (lost := _squeezed(frame)) is not None:
        cause += f" `{lost}` removes every dimension of size 1, also that of a batch of one."
        return what, cause, lost.replace("squeeze()", "squeeze(-1)"), "Squeeze only the dimension you mean:"
    if rank == 1 and wrong == 1:
        cause += " The batch dimension is missing, or one dimension was already taken away (indexed, summed)."
        how = "If it is one item, make it a batch of one; else use `dim=0` or `dim=-1`:"
        return what, cause, x.then("unsqueeze(0)"), how
    return (
        what,
        cause or "It has none to choose.",
        "",
        f"Use dim={last} (the last) or dim=-1." if rank else "",
    )


def _squeezed(frame: Frame) -> str | None:
    """A `squeeze()` without a dimension in the same file or cell."""
    for node in parts_of_tree(frame, ast.Call):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "squeeze"
            and not node.args
            and not node.keywords
        ):
            return f"{ast.unparse(node.func.value)}.squeeze()"[-40:]
    return None


def _layer_dimension(scene: Scene) -> Diagnosis | None:
    """nn.Softmax(dim=1) and the like on a tensor without a batch."""
    failed = failing_layer(scene)
    if failed is None or not is_tensor(failed.given):
        return None
    dim = getattr(failed.layer, "dim", None)
    kind = type(failed.layer).__name__
    if kind == "Flatten":
        dim = failed.layer.start_dim
    rank = len(shape(failed.given))
    if type(dim) is not int or -rank <= dim < rank:
        return None
    first = scene.name_of(failed.first) or "x"
    called = scene.name_of(failed.model) or "model"
    return Diagnosis(
        f"`nn.{kind}` works along dimension {dim}, but what came to it has shape {shape(failed.given)}.",
        "The batch dimension is missing: layers expect a batch of items first.",
        f"{called}({first}.unsqueeze(0))",
        f"If `{first}` is one item, make it a batch of one:",
        sure="likely",
        card="rank-and-shape",
    )


# Indices ------------------------------------------------------------------------------------------------


@rule(IndexError)
def too_many_indices(scene: Scene) -> Diagnosis | None:
    """More indices in the brackets than the tensor has dimensions."""
    done = operation(scene)
    if done is None or done.name not in ("index", "assign"):
        return None
    node = done.node
    if not isinstance(node, ast.Subscript):
        return None
    x = done.operands[0] if done.name == "index" else indexed(done)
    if x is None or not x.has_shape:
        return None
    indices = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    # None adds a dimension, ... stands for several, a mask takes several.
    if any(isinstance(one, ast.Constant) and one.value in (None, ...) for one in indices):
        return None
    if any(hasattr(done.frame.value(one), "dtype") for one in indices):
        return None
    count, rank = len(indices), len(x.shape)
    if count <= rank or no_batch_inside(scene) is not None:
        return None
    if rank == 0:
        return _index_of_a_number(x, done)
    colons = ", ".join([":"] * (rank - 1))
    return Diagnosis(
        f"`{done.text()}` has {counted(count, 'index', 'indices')}, but {x.name} has only "
        f"{counted(rank, 'dimension')}: shape {x.shape}.",
        "Each index belongs to one dimension." + _lost_dimension(x),
        f"{x.text}[{colons + ', ' if colons else ''}0]",
        f"Use at most {rank}, as in:",
        card="rank-and-shape",
    )


def _lost_dimension(x: Operand) -> str:
    if is_tensor(x.value) and len(x.shape) == 2:
        return " A grey picture has no dimension of channels; one item of a batch no batch dimension."
    return ""


def _index_of_a_number(x: Operand, done: Operation) -> Diagnosis | None:
    if not is_tensor(x.value):
        return None
    text = x.text.removesuffix(".data") or "x"
    cause = "It has no items, so it cannot be indexed."
    if ast.unparse(done.node).endswith("[0]"):
        cause = "A loss or a mean has shape (), so there is no item 0. "
        cause += "Code from before PyTorch 0.4 wrote `loss.data[0]`; since then it is `loss.item()`."
    return Diagnosis(
        f"`{done.text()}` takes an item of {x.name}, which is a single number (a tensor without dimensions).",
        cause,
        f"{text}.item()",
        "Take the number out:",
        card="rank-and-shape",
    )


@rule(IndexError, needs="torch")
def index_out_of_bounds(scene: Scene) -> Diagnosis | None:
    """An index at or past the size of its dimension."""
    done = operation(scene)
    if done is None or done.name not in ("index", "assign") or not isinstance(done.node, ast.Subscript):
        return None
    x = indexed(done)
    if x is None or not is_tensor(x.value) or not x.shape:
        return None
    indices = done.node.slice.elts if isinstance(done.node.slice, ast.Tuple) else [done.node.slice]
    for at, node in enumerate(indices):
        value = done.frame.value(node)
        if at >= len(x.shape) or (isinstance(node, ast.Constant) and value in (None, ...)):
            return None
        if is_tensor(value) and (wrong := _largest_outside(value, x.shape[at])) is not None:
            return Diagnosis(
                f"`{ast.unparse(node)}` holds the index {wrong}; {x.name} has shape {x.shape}.",
                f"Indices are counted from 0, so along dimension {at}, of size {x.shape[at]}, the last is "
                f"{x.shape[at] - 1}.",
                "",
                f"Look at what made `{ast.unparse(node)}`: its numbers belong to something of another size.",
                card="indexing-and-masks",
            )
        if type(value) is int and not -x.shape[at] <= value < x.shape[at]:
            size = x.shape[at]
            where = f"dimension {at} of {x.name}" if len(x.shape) > 1 else x.name
            named = f"`{ast.unparse(node)}`" + ("" if isinstance(node, ast.Constant) else f" ({value})")
            return Diagnosis(
                f"Index {named} is outside of {where}, which has size {size} (shape {x.shape}).",
                f"Indices are counted from 0: the last one is {size - 1}, or -1.",
                "",
                _other_dimension(x, at, value),
                card="indexing-and-masks",
            )
    return None


def _largest_outside(index: Any, size: int) -> int | None:
    """The first number of an index tensor that is too large, where looking is cheap."""
    if index.device.type != "cpu" or index.is_floating_point() or not 0 < index.numel() <= MOST_LOOKED_AT:
        return None
    if str(index.dtype) in ("torch.bool", "torch.uint8"):
        return None
    low, high = int(index.min()), int(index.max())
    return high if high >= size else low if low < -size else None


def _other_dimension(x: Operand, at: int, value: int) -> str:
    fits = [i for i, size in enumerate(x.shape) if i > at and value < size]
    if not fits:
        return f"Use an index from 0 to {x.shape[at] - 1}, or look at how {x.name} was made."
    colons = ", ".join([":"] * fits[0])
    return f"If you mean dimension {fits[0]}, put colons before it: `{x.text}[{colons}, {value}]`."


# Order of dimensions ------------------------------------------------------------------------------------


@rule(RuntimeError, ValueError)
def permute_count(scene: Scene) -> Diagnosis | None:
    """`permute` wants every dimension once."""
    done = operation(scene)
    if done is None or done.name not in ("permute", "transpose") or not done.operands:
        return None
    x, dims = done.operands[0], asked_dimensions(done)
    if not x.has_shape or len(dims) == len(x.shape) or not dims:
        return None
    if done.name == "transpose" and not is_array(x.value):
        return None
    rank = len(x.shape)
    what = f"`{done.name}` was given {counted(len(dims), 'dimension')}, but {x.name} has {rank}: shape {x.shape}."
    cause = "It takes each dimension of the tensor exactly once, in the new order."
    if is_array(x.value):
        cause = "It takes each dimension of the array exactly once, in the new order."
    fix, how = "", f"Name all {rank} of them, from 0 to {rank - 1}."
    if rank == 4 and dims == [1, 2, 0] and (one := _one_picture(done, x)):
        fix = one
        how = (
            "It is a batch (the first dimension), and a picture is drawn without it. Take one picture of it:"
        )
    elif rank == 4 and dims == [1, 2, 0]:
        fix, how = x.then(f"{done.name}(0, 2, 3, 1)"), "It is a whole batch; keep the batch first:"
    elif rank == 4 and dims == [2, 0, 1]:
        fix, how = x.then(f"{done.name}(0, 3, 1, 2)"), "It is a whole batch; keep the batch first:"
    elif rank == 2 and len(dims) == 3:
        how = "It has no dimension of channels (a grey picture): it needs no reordering."
    return Diagnosis(what, cause, fix, how, card="rank-and-shape")


DRAWING = ("imshow", "show_image", "show", "fromarray", "imsave", "to_pil", "to_pil_image")


def _one_picture(done: Operation, x: Operand) -> str:
    """The first picture of a batch reordered, where one is to be drawn or the batch holds but one; "" otherwise."""
    around = getattr(done.node, "parent", None)
    while isinstance(around, (ast.Attribute, ast.Call)):
        if isinstance(around, ast.Call) and ast.unparse(around.func).rpartition(".")[2] in DRAWING:
            break
        around = getattr(around, "parent", None)
    if not isinstance(around, ast.Call) and x.shape[0] != 1:
        return ""
    node, inside = x.node, ast.unparse(done.node)[len(x.text) :]
    start = (
        node.slice.lower if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) else None
    )
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and node.slice.step is None:
        at = ast.unparse(start) if start is not None else "0"
        return f"{ast.unparse(node.value)}[{at}]{inside}" if x.text else ""
    return f"{x.text}[0]{inside}" if x.text and x.is_atom else ""


@rule(RuntimeError, needs="torch")
def t_of_many(scene: Scene) -> Diagnosis | None:
    """`t()` transposes matrices only."""
    done = operation(scene)
    if (
        done is None
        or done.name not in ("t", "t_")
        or not done.operands
        or not is_tensor(done.operands[0].value)
    ):
        return None
    x = done.operands[0]
    if len(x.shape) <= 2:
        return None
    return Diagnosis(
        f"`t()` takes at most 2 dimensions; {x.name} has {len(x.shape)}: shape {x.shape}.",
        "For more dimensions it must be told which two to exchange.",
        x.then("transpose(-2, -1)"),
        "Exchange the last two (transpose each matrix of the batch):",
        card="rank-and-shape",
    )


# Reading a shape ---------------------------------------------------------------------------------------


@rule(ValueError, needs="torch")
def shape_unpacked(scene: Scene) -> Diagnosis | None:
    """More or fewer names than a shape has sizes."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner or "unpack" not in scene.message:
        return None
    for node in parts_of_tree(here, ast.Assign):
        if not isinstance(node, ast.Assign) or node.lineno != here.line:
            continue
        target, value = node.targets[0], node.value
        if (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Attribute)
            and value.func.attr == "size"
        ):
            value = value.func
        if not isinstance(target, ast.Tuple) or not isinstance(value, ast.Attribute):
            continue
        x = operand(here, value.value)
        if value.attr not in ("shape", "size") or not x.has_shape or len(x.shape) == len(target.elts):
            continue
        return Diagnosis(*_unpacked(x, target, ast.unparse(value)), card="rank-and-shape")
    return None


def _unpacked(x: Operand, target: ast.Tuple, text: str) -> tuple[str, str, str, str]:
    names, rank = [ast.unparse(one) for one in target.elts], len(x.shape)
    what = f"{x.name} has {counted(rank, 'dimension')}, shape {x.shape}, but {len(names)} names stand on the left."
    cause = "Each size of the shape goes into one name, so the numbers must be equal."
    if is_tensor(x.value) and (len(names), rank) == (4, 3):
        return (
            what,
            f"{cause} The batch dimension is missing.",
            x.then("unsqueeze(0)"),
            "Make it a batch of one:",
        )
    if len(names) > rank:
        return (
            what,
            cause,
            f"{', '.join(names[-rank:])} = {text}" if rank else "",
            "Unpack as many as there are:",
        )
    rest = ", ".join(["*_", *names[-min(2, len(names)) :]])
    return (
        what,
        cause,
        f"{rest} = {text}",
        "Name them all, or let a star take the rest (here the last ones are kept):",
    )


@rule(TypeError, needs="torch")
def no_dimension_to_walk(scene: Scene) -> Diagnosis | None:
    """A tensor that is a single number has no length and no items."""
    here = scene.here
    if here is None or "0-d" not in scene.message:
        return None
    asked = [
        one.iter
        for one in parts_of_tree(here, ast.For)
        if isinstance(one, ast.For) and one.lineno == here.line
    ]
    if here.call is not None and ast.unparse(here.call.func) in (
        "len",
        "list",
        "enumerate",
        "zip",
        "tuple",
        "set",
    ):
        asked += here.call.args
    for node in asked:
        x = operand(here, node)
        if is_tensor(x.value) and not x.shape:
            return Diagnosis(
                f"{x.name} is a single number: a tensor without dimensions, shape ().",
                "It has no length and no items to go through.",
                x.then("item()"),
                "Take the number out (or make it a row of one with `[None]`):",
                card="rank-and-shape",
            )
    return None
