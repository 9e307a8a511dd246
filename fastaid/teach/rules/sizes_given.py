"""What Resize and its like are given for a size, a way of padding: text for a number, a word that they do not know."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import assigned, last_name, trees
from fastaid.teach.scene import Scene

AUGMENT = "fastai.vision.augment"
SIZED = ("Resize", "RandomResizedCrop", "CropPad", "RandomCrop", "RatioResize", "RandomResizedCropGPU")
SAME = {
    "constant": "zeros",
    "zero": "zeros",
    "edge": "border",
    "reflect": "reflection",
    "symmetric": "reflection",
}


def _made(
    scene: Scene, names: tuple[str, ...], argument: str, position: int | None
) -> tuple[ast.Call, ast.expr] | None:
    """The learner's call of a transform, and what it gives for an argument."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or last_name(node.func) not in names:
                continue
            given = next((one.value for one in node.keywords if one.arg == argument), None)
            if given is None and position is not None and position < len(node.args):
                given = node.args[position]
            if given is not None:
                return node, given
    return None


def _is_text(held: Any) -> bool:
    parts = held if isinstance(held, (tuple, list)) else [held]
    return bool(parts) and any(isinstance(one, str) for one in parts)


@rule(TypeError, RuntimeError, ValueError, needs=AUGMENT)
def size_as_text(scene: Scene) -> Diagnosis | None:
    """`Resize('224')`, and a size that was read from text."""
    if scene.within(AUGMENT) is None:
        return None
    for names, argument, position in ((SIZED, "size", 0), (("aug_transforms",), "size", None)):
        found = _made(scene, names, argument, position)
        held = _value(scene, found[1]) if found is not None else UNKNOWN
        if found is None or not _is_text(held):
            continue
        call, given = found
        numbers = _numbers(held)
        if numbers is None:
            return None
        text = ast.unparse(given)
        own = (
            repr(numbers)
            if not isinstance(given, ast.Name)
            else f"int({text})"
            if isinstance(numbers, int)
            else ""
        )
        new = ast.unparse(call).replace(text, own or repr(numbers), 1)
        return Diagnosis(
            f"`{last_name(call.func)}` was given text for its size: {held!r}.",
            "A size is a whole number, or two, and is calculated with; text in quotes is no number.",
            new,
            "Write it without quotes:" if own == repr(numbers) else "Make a number of it:",
            card="image-size",
        )
    return None


def _value(scene: Scene, node: ast.expr) -> Any:
    if isinstance(node, ast.Name):
        held = scene.names.get(node.id, UNKNOWN)
        written = assigned(scene, node.id) if held is UNKNOWN else None
        return _value(scene, written) if written is not None else held
    try:
        return ast.literal_eval(node)
    except (ValueError, SyntaxError):
        return UNKNOWN


def _numbers(held: Any) -> Any:
    """The whole number, or the pair of them, that a text stands for."""
    parts = list(held) if isinstance(held, (tuple, list)) else [held]
    if not all(isinstance(one, int) or (isinstance(one, str) and one.strip().isdecimal()) for one in parts):
        return None
    found = tuple(int(one) for one in parts)
    return found if isinstance(held, (tuple, list)) else found[0]


@rule(KeyError, ValueError, needs=AUGMENT)
def padding_unknown(scene: Scene) -> Diagnosis | None:
    """`pad_mode='zero'`: fastai calls it zeros."""
    modes = dict(vars(getattr(library(AUGMENT), "PadMode", object)))
    known = [held for name, held in modes.items() if not name.startswith("_") and isinstance(held, str)]
    found = next((held for _, held in scene.holding("self", lambda one: is_of(one, AUGMENT, *SIZED))), None)
    wrong = stored(found).get("pad_mode") if found is not None else None
    if wrong is None and "padding_mode" in scene.message:
        frame = scene.within("torch.nn.functional", "grid_sample")
        wrong = frame.names.get("padding_mode") if frame is not None else None
    if not isinstance(wrong, str) or wrong in known or scene.within(AUGMENT) is None or not known:
        return None
    if wrong not in scene.message:
        return None
    near = did_you_mean(wrong, known, n=1)
    right = SAME.get(wrong) or next((one for one in known if repr(one) in near), "")
    made = _made(
        scene, (*SIZED, "aug_transforms", "Rotate", "Warp", "Zoom", "Flip", "Dihedral"), "pad_mode", 2
    )
    fix = ast.unparse(made[0]).replace(repr(wrong), repr(right), 1) if made is not None and right else ""
    return Diagnosis(
        f"`pad_mode={wrong!r}`: fastai knows no such way to fill the border.",
        f"It knows {listed(map(repr, known))}, as `PadMode` lists them.",
        fix or (f"pad_mode={right!r}" if right else f"pad_mode={known[0]!r}"),
        "Write:" if right else "Take one of them:",
        card="image-size",
    )
