"""Transforms that the learner wrote: pairs that come in parts, an __init__ left out, a class for an object."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.in_workers import is_from_worker, own_message
from fastaid.teach.rules.python_source import needed_arguments
from fastaid.teach.scene import Frame, Scene, latest_first

MODULE = "fasttransform.transform"
BODIES = ("encodes", "decodes")
ANY = (TypeError, AttributeError, IndexError, ValueError, RuntimeError)
LACKING = re.compile(r"(?:^|\s)(\w+)\.__init__\(\) missing \d+ required")


def _own_class(scene: Scene, name: str) -> ast.ClassDef | None:
    """A class as the learner wrote it last."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if isinstance(node, ast.ClassDef) and node.name == name:
                return node
    return None


def _method(written: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    return next((one for one in written.body if isinstance(one, ast.FunctionDef) and one.name == name), None)


@rule(*ANY, needs=MODULE)
def part_of_a_pair(scene: Scene) -> Diagnosis | None:
    """`x[0], x[1]` in a Transform: it is called with the parts of a tuple, one by one; ItemTransform with both."""
    here = scene.here
    if here is None or here.function not in BODIES or here is scene.top:
        return None
    found = _given_apart(scene, here)
    if found is None:
        return None
    held, pair = found
    name = type(held).__name__
    written = _own_class(scene, name)
    body = _method(written, here.function) if written is not None else None
    if written is None or body is None or len(body.args.args) != 2 or not _takes_both(body, len(pair)):
        return None
    argument = body.args.args[1].arg
    bases = [ast.unparse(one) for one in written.bases]
    fixed = ["ItemTransform" if one in ("Transform", "DisplayedTransform") else one for one in bases]
    if fixed == bases:
        return None
    parts = ", ".join(type(one).__name__ for one in pair)
    return Diagnosis(
        f"`{here.function}` takes `{argument}` for the whole pair ({parts}), and was given one part of it: "
        f"{described(here.names.get(argument))}.",
        "A `Transform` is called for each part of a tuple by itself. An `ItemTransform` gets the whole tuple.",
        f"class {name}({', '.join(fixed)}):",
        f"Let `{name}` be an ItemTransform (and run the lines again that made it):",
        card="transforms",
    )


def _given_apart(scene: Scene, here: Frame) -> tuple[Any, tuple[Any, ...]] | None:
    """The transform of a learner's frame, and the tuple that it was given in parts."""
    below = scene.frames[: scene.frames.index(here)]
    given = [one for one in reversed(below) if one.module == MODULE and one.function == "_do_call"]
    if len(given) < 2:
        return None
    held, whole = given[0].names.get("self"), given[1].names.get("x")
    is_own = is_of(held, MODULE, "Transform") and type(held).__module__ == "__main__"
    if not is_own or is_of(held, MODULE, "ItemTransform") or given[1].names.get("self") is not held:
        return None
    if not isinstance(whole, tuple) or len(whole) < 2 or given[0].names.get("x") is whole:
        return None
    return held, whole


def _takes_both(body: ast.FunctionDef, n: int) -> bool:
    """Whether a function goes by the places of its argument: `x[1]`, `img, label = x`."""
    argument = body.args.args[1].arg
    for node in ast.walk(body):
        if not isinstance(node, (ast.Subscript, ast.Assign)) or ast.unparse(node.value) != argument:
            continue
        if isinstance(node, ast.Assign):
            if any(isinstance(one, ast.Tuple) and len(one.elts) == n for one in node.targets):
                return True
        elif isinstance(node.slice, ast.Constant) and node.slice.value in range(n):
            return True
    return False


@rule(AttributeError, needs="fastai.vision.augment")
def init_left_out(scene: Scene) -> Diagnosis | None:
    """A RandTransform with an __init__ of its own that does not call the one of RandTransform."""
    held, name = getattr(scene.error, "obj", None), getattr(scene.error, "name", "")
    frame = scene.last
    if frame is None or frame.is_learners or name not in ("p", "size", "method", "pad_mode"):
        return None
    if not is_of(held, "fastai.vision.augment", "RandTransform") or type(held).__module__ != "__main__":
        return None
    kind = type(held)
    written = _own_class(scene, kind.__name__)
    init = _method(written, "__init__") if written is not None else None
    if written is None or init is None or "super()" in ast.unparse(init):
        return None
    base = ast.unparse(written.bases[0]) if written.bases else "RandTransform"
    own = [one.arg for one in init.args.args[1:]]
    likely = [one for one in own if one in ("p", "prob", "probability") or one.endswith("_p")]
    given = f"p={likely[0]}" if name == "p" and likely else f"{name}={name}" if name in own else ""
    lines = ast.unparse(ast.FunctionDef("__init__", init.args, [ast.Pass()], [], lineno=0)).split("\n")[0]
    rest = "\n".join(f"    {line}" for one in init.body for line in ast.unparse(one).split("\n"))
    return Diagnosis(
        f"`{kind.__name__}` has no `{name}`: its `__init__` does not call the one of `{base}`.",
        f"`{base}` sets up `{name}` in its own `__init__`"
        + (", the share of items that are changed." if name == "p" else "."),
        f"{lines}\n    super().__init__({given})\n{rest}",
        f"Call it first, in `{kind.__name__}`:",
        card="transforms",
    )


@rule(TypeError, needs=MODULE)
def class_without_arguments(scene: Scene) -> Diagnosis | None:
    """`batch_tfms=[AddNoise]`: the class, whose objects need arguments."""
    found = LACKING.search(scene.message)
    frame = scene.within("fastcore.basics", "instantiate") or scene.within(MODULE, "mk_transform")
    if found is None or frame is None:
        return None
    kind = next((held for held in frame.names.values() if isinstance(held, type)), None)
    if kind is None or kind.__module__ != "__main__" or kind.__name__ != found[1]:
        return None
    needed = needed_arguments(vars(kind).get("__init__")).split(", ")
    needed = [one for one in needed if one and one != "self"]
    call = f"{kind.__name__}({', '.join(f'{one}=…' for one in needed)})"
    return Diagnosis(
        f"fastai was given the class `{kind.__name__}`, and made an object of it without arguments.",
        f"`{kind.__name__}` needs {_and(needed)}; only a class that needs nothing can be given by its name.",
        call,
        "Make the object yourself, in its place:",
        card="transforms",
    )


def _and(names: list[str]) -> str:
    every = [f"`{one}`" for one in names]
    return f"{', '.join(every[:-1])} and {every[-1]}" if len(every) > 1 else "".join(every)


@rule(ValueError, RuntimeError, TypeError, needs=MODULE)
def array_for_a_picture(scene: Scene) -> Diagnosis | None:
    """A transform of the learner's that returns an array, where fastai goes on with pictures."""
    if scene.within("fastai.data.load") is None:
        return None
    loader = next(
        (held for _, held in scene.holding("self", lambda one: is_of(one, "fastai.data.load", "DataLoader"))),
        None,
    )
    steps = list(stored(stored(loader).get("after_item")).get("fs") or ())
    own = [one for one in steps if type(one).__module__ == "__main__" and is_of(one, MODULE, "Transform")]
    if len(own) != 1 or not any(type(one).__name__ == "ToTensor" for one in steps) or not _has_array(scene):
        return None
    name = type(own[0]).__name__
    written = _own_class(scene, name)
    body = _method(written, "encodes") if written is not None else None
    returned = (
        [one.value for one in ast.walk(body) if isinstance(one, ast.Return)] if body is not None else []
    )
    if len(returned) != 1 or returned[0] is None or _is_created(returned[0]):
        return None
    text = ast.unparse(returned[0])
    return Diagnosis(
        f"`{name}.encodes` returns an array, `{text[:60]}`, where it was given a picture.",
        "The steps after it (ToTensor, IntToFloatTensor) know pictures of PIL, and pass arrays by.",
        f"return PILImage.create({text})",
        "Make a picture of the array at its end:",
        card="transforms",
    )


def _has_array(scene: Scene) -> bool:
    """Whether arrays came to the place where batches are made."""
    if "of type `ndarray`" in own_message(scene) or "numpy array" in own_message(scene):
        return True
    if is_from_worker(scene):
        return False
    frame = next((one for one in reversed(scene.frames) if one.function == "collate_numpy_array_fn"), None)
    batch = frame.names.get("batch") if frame is not None else None
    return isinstance(batch, (list, tuple)) and bool(batch) and is_array(batch[0])


def _is_created(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) in ("create", "fromarray", "PILImage")
