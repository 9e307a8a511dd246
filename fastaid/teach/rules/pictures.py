"""Pictures and plots: what matplotlib, PIL and torchvision take."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.operands import Operand, operand, operation
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

COLOURS = (3, 4)


def is_picture(obj: object) -> bool:
    """Whether it is a PIL picture."""
    return is_of(obj, "PIL.Image", "Image")


def argument(frame: Frame | None, position: int, name: str) -> Operand | None:
    """An argument of the learner's call."""
    call = frame.call if frame is not None else None
    node = frame.argument(call, position, name) if frame is not None and call is not None else None
    return operand(frame, node) if frame is not None and node is not None else None


# Showing ------------------------------------------------------------------------------------------------


@rule(TypeError)
def imshow_shape(scene: Scene) -> Diagnosis | None:
    """matplotlib wants channels last, and one picture at a time."""
    if scene.within("matplotlib.image") is None or scene.here is None:
        return None
    given = argument(scene.here, 0, "X")
    value = given.value if given is not None and given.has_shape else _inner_picture(scene)
    if value is None or not (is_tensor(value) or is_array(value)):
        return None
    text = given.text if given is not None and given.text else "img"
    x = given if given is not None and given.has_shape and given.text else Operand(text, value)
    n = shape(value)
    if len(n) in (0, 2) or (len(n) == 3 and n[-1] in COLOURS):
        return None
    what = f"`{text}` has shape {n}."
    taken = "`imshow` takes (height, width) or channels last: (height, width, 3)."
    turn = "permute(1, 2, 0)" if is_tensor(value) else "transpose(1, 2, 0)"
    show = scene.here.call.func if scene.here.call is not None else None
    show_text = ast.unparse(show) if show is not None else "plt.imshow"
    if len(n) == 3 and n[0] == 1:
        cause = f"{taken} A grey picture has no dimension of channels there."
        return Diagnosis(what, cause, f"{show_text}({text}[0], cmap='gray')", "Take the one channel:")
    if len(n) == 3 and n[-1] == 1:
        cause = f"{taken} A grey picture has no dimension of channels there."
        return Diagnosis(what, cause, f"{show_text}({text}[..., 0], cmap='gray')", "Take the one channel:")
    if len(n) == 3 and n[0] in COLOURS:
        as_torch = ", as PyTorch keeps pictures" if is_tensor(value) else ""
        cause = f"These are channels first ({n[0]}, height, width){as_torch}. {taken}"
        return Diagnosis(
            what, cause, f"{show_text}({x.then(turn)})", "Put the channels last:", card="rank-and-shape"
        )
    if len(n) == 4 and (n[1] in (1, 3, 4) or n[-1] in COLOURS):
        cause = f"It is a batch of {counted(n[0], 'picture')}. {taken}"
        one = f"{text}[0]" if x.is_atom else f"({text})[0]"
        if n[1] == 1:
            return Diagnosis(what, cause, f"{show_text}({one}[0], cmap='gray')", "Show one of them:")
        fix = f"{show_text}({one}.{turn})" if n[-1] not in COLOURS else f"{show_text}({one})"
        return Diagnosis(what, cause, fix, "Show one of them, its channels last:", card="rank-and-shape")
    how = (
        "Show one channel, as `[0]`, or three of them."
        if len(n) == 3
        else "Look at its shape: take one picture of it."
    )
    return Diagnosis(what, taken, "", how)


def _inner_picture(scene: Scene) -> Any:
    """The array that matplotlib made of what it was given."""
    frame = scene.within("matplotlib.image")
    held = frame.names.get("A") if frame is not None else None
    return held if is_array(held) or is_tensor(held) else None


@rule(RuntimeError, IndexError, needs="torch")
def show_image_of_batch(scene: Scene) -> Diagnosis | None:
    """fastai's show_image takes one picture."""
    frame = scene.within("fastai.torch_core", "show_image")
    given = argument(scene.here, 0, "im")
    if frame is None or given is None or not given.has_shape:
        return None
    n = given.shape
    if len(n) in (2, 3):
        return None
    if len(n) == 4:
        return Diagnosis(
            f"{given.name} has shape {n}: a batch of {counted(n[0], 'picture')}.",
            "`show_image` shows one picture, of shape (channels, height, width).",
            f"show_image({given.text or 'xb'}[0])" if n[0] == 1 else f"show_images({given.text or 'xb'})",
            "Show one of them with `[0]`, or all:",
        )
    how = "Give it back its shape, as `.view(28, 28)`." if len(n) == 1 else "Take one picture of it."
    return Diagnosis(f"{given.name} has shape {n}.", "`show_image` takes (channels, height, width).", "", how)


# PIL ----------------------------------------------------------------------------------------------------


PIL_ONLY = (
    "convert",
    "save",
    "show",
    "resize",
    "crop",
    "rotate",
    "getpixel",
    "thumbnail",
    "transpose",
    "filter",
)
TENSOR_ONLY = (
    "shape",
    "unsqueeze",
    "permute",
    "float",
    "to",
    "view",
    "ndim",
    "dtype",
    "numpy",
    "cuda",
    "mean",
    "squeeze",
)


@rule(AttributeError, needs="PIL")
def picture_is_no_tensor(scene: Scene) -> Diagnosis | None:
    """A PIL picture has no shape, no unsqueeze; a tensor no convert."""
    here = scene.here
    node = here.node if here is not None else None
    if isinstance(node, ast.Call):
        node = node.func
    if here is None or not isinstance(node, ast.Attribute):
        return None
    x, name, error = operand(here, node.value), node.attr, scene.error
    if x.value is UNKNOWN and isinstance(error, AttributeError) and error.name == name:
        x = Operand(x.text, error.obj, node.value)  # a call's result: `img.convert("L").shape`
    text = x.text or "img"
    if is_picture(x.value) and name in TENSOR_ONLY:
        size = f"{text}.size" if name in ("shape", "ndim") else ""
        how = "Make a tensor of it (`import torchvision.transforms as T`)"
        fix = replaced(here, node.value, f"T.ToTensor()({text})")
        if name in ("shape", "ndim", "dtype", "mean", "numpy"):
            how = "Make an array of it"
            fix = replaced(here, node.value, f"np.array({text})")
            called = here.node if name == "numpy" and isinstance(here.node, ast.Call) else None
            fix = replaced(here, called, f"np.array({text})") if called is not None else fix
        return Diagnosis(
            f"{x.name} is a PIL picture (mode {x.value.mode}, size {x.value.size}), not a tensor: no `{name}`.",
            "PIL keeps pictures its own way; numbers, with a shape, are in a tensor or array."
            + (f" Its width and height are `{size}`." if size else ""),
            fix,
            f"{how}:",
        )
    if is_tensor(x.value) and name in ("convert", "save", "show", "crop", "thumbnail", "getpixel"):
        if len(x.shape) not in (2, 3) or hasattr(type(x.value), name):
            return None
        fix = (
            f"show_image({text})"
            if name == "show" and "show_image" in scene.names
            else f"T.ToPILImage()({text})"
        )
        return Diagnosis(
            f"{x.name} is {described(x.value)}, not a PIL picture: no `{name}`.",
            f"`{name}` is a method of PIL pictures.",
            fix,
            "Make a picture of it (`import torchvision.transforms as T`):"
            if "PIL" in fix
            else "Show it with:",
        )
    return None


@rule(TypeError, needs="PIL")
def arithmetic_on_picture(scene: Scene) -> Diagnosis | None:
    """A PIL picture cannot be divided or multiplied."""
    done = operation(scene)
    x = next((one for one in done.operands if is_picture(one.value)), None) if done is not None else None
    if done is None or x is None or done.name not in ("+", "-", "*", "/", "**", "matmul"):
        return None
    has_tensor = "tensor" in scene.names
    new = f"tensor({x.text})" if has_tensor else f"np.array({x.text})"
    line = done.text().replace(x.text, new, 1) if x.text else ""
    if isinstance(node := scene.here.node if scene.here is not None else None, ast.AugAssign):
        value = ast.unparse(node.value)
        line = f"{x.text} = {new} {done.name} {f'({value})' if isinstance(node.value, ast.BinOp) else value}"
    return Diagnosis(
        f"{x.name} is a PIL picture; `{done.name}` does not work on it.",
        "PIL keeps a picture, not numbers to compute with; these are in a tensor or array.",
        line,
        "Turn it to numbers first:",
        card="tensor",
    )


@rule(AttributeError, TypeError, needs="PIL")
def list_for_one_file(scene: Scene) -> Diagnosis | None:
    """`PILImage.create(files)`, `Image.open(files)`: a list of files where one picture is opened."""
    frame, opener = scene.here, scene.within("PIL.Image", "open")
    call = frame.call if frame is not None else None
    if frame is None or opener is None or call is None or not call.args:
        return None
    given: Any = frame.value(call.args[0])
    is_list = type(given) in (list, tuple) or is_of(given, "fastcore.foundation", "L")
    if not is_list or opener.names.get("fp") is not given:
        return None
    n = len(list(given or ()))
    text, function = ast.unparse(call.args[0]), ast.unparse(call.func)
    what = f"`{function}` opens one picture; `{text}` is a list of {counted(n, 'file')}."
    if not n:
        return Diagnosis(
            what, "It holds no file at all, so there is nothing to open.", "", "See how it was made."
        )
    return Diagnosis(
        what,
        "It wants the path of a single file, one item of the list.",
        f"{function}({text}[0])",
        f"Take one of them (all: `[{function}(o) for o in {text}]`):",
    )
