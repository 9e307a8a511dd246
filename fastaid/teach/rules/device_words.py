"""Devices by names that PyTorch does not know: "gpu", "cuda:gpu", "mps0"."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, origin, replaced
from fastaid.teach.scene import Frame, Scene

WORDS = (
    re.compile(r"device type at start of device string: (.*)$", re.S),
    re.compile(r"Invalid device string: '(.*)'", re.S),
    re.compile(r"don't know how to restore data location of .*\(tagged with (.*)\)", re.S),
)
GPU = "'{}' if torch.cuda.is_available() else 'cpu'"


@rule(RuntimeError, needs="torch")
def unknown_word(scene: Scene) -> Diagnosis | None:
    """A device by a name that PyTorch does not know: "gpu"."""
    word = next((found[1] for one in WORDS if (found := one.search(scene.message)) is not None), None)
    if word is None:
        return None
    for frame in reversed([one for one in scene.frames if one.is_learners]):
        call = call_at(frame)
        node = _asking(frame, call, word) if call is not None else None
        if call is not None and node is not None:
            given = frame.value(node)
            return Diagnosis(
                f"{given!r} is no device that PyTorch knows.",
                'A GPU of NVIDIA is called "cuda" (the first one "cuda:0"), Apple\'s "mps", the processor "cpu"; '
                "all in small letters.",
                _mended(scene, frame, call, node, str(given)),
                "Write:",
                card="device-and-gpu-memory",
            )
    return None


def _asking(frame: Frame, call: ast.Call, word: str) -> ast.expr | None:
    """The part of a call that says the word."""
    for node in ast.walk(call):
        held = frame.value(node) if isinstance(node, (ast.Constant, ast.Name, ast.Attribute)) else UNKNOWN
        # Of "gpu:0" the message repeats what stands before the colon.
        if isinstance(held, str) and (held == word or held.partition(":")[0] == word):
            return node  # type: ignore[return-value]
    return None


def _known(word: str) -> str:
    """The name, as code, that was most likely meant; it is there on every computer."""
    low = word.lower().strip()
    if "mps" in low or "metal" in low or "apple" in low:
        return "'mps' if torch.backends.mps.is_available() else 'cpu'"
    if re.fullmatch(r"cpu\W*\d*|processor", low):
        return "'cpu'"
    number = re.fullmatch(r"(?:gpu|cuda|nvidia)[\s:_-]*0*(\d+)", low)
    return GPU.format(f"cuda:{number[1]}" if number else "cuda")


def _mended(scene: Scene, frame: Frame, call: ast.Call, node: ast.expr, word: str) -> str:
    new = _known(word)
    made = origin(scene, frame, node.id) if isinstance(node, ast.Name) else None
    if isinstance(node, ast.Name) and isinstance(made, ast.Constant):
        return f"{node.id} = {new}"
    # `torch.device('gpu' if use_gpu else 'cpu')`: the whole choice is written anew.
    if last_name(call.func) == "device" and call.args and node in ast.walk(call.args[0]):
        return replaced(frame, call.args[0], new)
    is_argument = any(node is one for one in (*call.args, *(one.value for one in call.keywords)))
    return replaced(frame, node, new if is_argument else f"({new})")
