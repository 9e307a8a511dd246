"""Tensors on different devices where only the message tells it: the objects themselves are out of sight."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.python_source import statement_at, text_of
from fastaid.teach.scene import Frame, Scene

TWO = re.compile(
    r"two devices, ([\w:]+) and ([\w:]+)!?|device type (\w+) but got device type (\w+)"
    r"|is on ([\w:]+), (?:but expected them to be|different from other tensors) on ([\w:]+)"
)
TYPES = re.compile(
    r"Input type \(torch\.(cuda\.)?\w+\) and weight type \(torch\.(cuda\.)?\w+\) should be the same"
)
DEVICE = 'device = torch.device("cuda" if torch.cuda.is_available() else "cpu")'


def asking(scene: Scene) -> Frame | None:
    """The innermost line of the learner's that is not a `raise` itself."""
    for frame in reversed(scene.frames):
        if frame.is_learners and not isinstance(statement_at(frame), ast.Raise):
            return frame
    return None


@rule(RuntimeError, needs="torch")
def two_devices(scene: Scene) -> Diagnosis | None:
    """`net(xb)`: "found at least two devices, cuda:0 and cpu"."""
    found, types = TWO.search(scene.message), TYPES.search(scene.message)
    if found is None and types is None:
        return None
    places = [one for one in found.groups() if one] if found is not None else []
    if types is not None:
        places = ["cuda" if one else "cpu" for one in types.groups()]
    if len(set(places)) != 2 or "meta" in places:
        return None
    frame, parts = _where(scene)
    learn = next((text for text, held in parts if is_learner(held)), "")
    if learn:
        return _of_a_learner(learn, places)
    if frame is None:
        return None
    node, names = frame.node, [text for text, held in parts]
    written = text_of(node, 60) or "this line"
    what = f"In `{written}` two devices meet: a part is on {places[0]}, another on {places[1]}."
    if types is not None and len(names) == 2 and is_module(parts[0][1]):
        what = f"`{names[1]}` is on {places[0]}, the weights of `{names[0]}` on {places[1]}."
    moved = [_moved(text, held) for text, held in parts]
    lines = [DEVICE, *(one for one in moved if one)]
    return Diagnosis(
        what,
        "PyTorch calculates only with tensors on the same device; nothing is moved by itself. A model and its input "
        "must both be moved.",
        "\n".join([*lines, *_line(frame)]),
        f"Move {listed([f'`{one}`' for one in names])} to one device:",
        card="device-and-gpu-memory",
    )


def _where(scene: Scene) -> tuple[Frame | None, list[tuple[str, Any]]]:
    """The innermost line of the learner's in which two things meet, or a Learner trains."""
    for frame in reversed(scene.frames):
        if not frame.is_learners or frame.node is None or isinstance(statement_at(frame), ast.Raise):
            continue
        parts = _parts(frame, frame.node)
        if len(parts) > 1 or any(is_learner(held) for _, held in parts):
            return frame, parts
    return None, []


def _line(frame: Frame) -> list[str]:
    line = statement_at(frame)
    is_plain = isinstance(line, (ast.Assign, ast.Expr)) and frame.function == "<module>"
    return [ast.unparse(line)] if is_plain and line is not None else []


def _moved(text: str, held: Any) -> str:
    return f"{text}.to(device)" if is_module(held) else f"{text} = {text}.to(device)"


def _parts(frame: Frame, node: ast.AST) -> list[tuple[str, Any]]:
    """The models and tensors of the line, by the learner's names."""
    found: dict[str, Any] = {}
    for one in ast.walk(node):
        if not isinstance(one, (ast.Name, ast.Attribute)):
            continue
        text, held = ast.unparse(one), frame.value(one)
        if held is UNKNOWN or text == "self" or any(text.startswith(f"{known}.") for known in found):
            continue
        if is_tensor(held) or is_module(held) or is_learner(held):
            found[text] = held
    # What is called comes first: the model before its input.
    return sorted(found.items(), key=lambda one: not is_module(one[1]))


def _of_a_learner(name: str, places: list[str]) -> Diagnosis:
    return Diagnosis(
        f"While `{name}` trained, two devices met: a part is on {places[0]}, another on {places[1]}.",
        "A Learner moves its model and its batches, not what a loss function, a metric or `forward` makes or keeps by "
        "itself, and not a model that was moved afterwards.",
        f"{name}.model.to({name}.dls.device)",
        "Bring the model to the device of the data; tensors that you make in a function go along with "
        "`.to(x.device)`:",
        sure="likely",
        card="device-and-gpu-memory",
    )


def made_on_meta(scene: Scene, name: str) -> str:
    """What a model or tensor was made of inside `with torch.device('meta'):`; "" where it was made otherwise."""
    for tree in trees(scene):
        for block in ast.walk(tree):
            if not isinstance(block, ast.With) or not any(
                "'meta'" in ast.unparse(one) for one in block.items
            ):
                continue
            for one in ast.walk(block):
                if isinstance(one, ast.Assign) and any(ast.unparse(target) == name for target in one.targets):
                    return ast.unparse(one)
    return ""
