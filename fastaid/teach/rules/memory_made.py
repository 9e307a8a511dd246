"""A tensor or array made so large that no computer holds it: which size is wrong, and where it comes from."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from itertools import islice
from math import prod
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, origin, shown, text_of
from fastaid.teach.scene import Frame, Scene

ASKED = re.compile(r"allocate (\d+) bytes|Unable to allocate ([\d.]+) (\w)iB")
UNITS = {"M": 2**20, "G": 2**30, "T": 2**40, "P": 2**50, "E": 2**60}
SIZES = ("size", "shape", "num_embeddings", "embedding_dim", "in_features", "out_features", "n", "N")
SQUARE = ("eye", "identity")
LARGE = 1000
MOST_STEPS = 4  # from function to function


@rule(RuntimeError, MemoryError, needs="numpy")
def sizes_asked(scene: Scene) -> Diagnosis | None:
    """`torch.randn(n, n)`, `nn.Embedding(n, 50)`, `np.zeros((n, m))` with an n that is far too large."""
    here, found = scene.here, ASKED.search(scene.message)
    call = call_at(here) if here is not None and found is not None else None
    if here is None or call is None or found is None:
        return None
    wanted = float(found[1]) if found[1] else float(found[2]) * UNITS.get(found[3], 0)
    if (of_words := _one_hot(here, call, wanted)) is not None:
        return of_words
    sizes = _sizes(scene, here, call)
    numbers = [number for _, number in sizes]
    if len(numbers) == 1 and last_name(call.func) in SQUARE:
        numbers = numbers * 2
    if not numbers or not any(0.95 < prod(numbers) * width / wanted < 1.05 for width in (1, 2, 4, 8)):
        return None
    node, largest = max(sizes, key=lambda one: one[1])
    text = text_of(call)
    if largest < LARGE or not text:
        return None
    what = (
        f"`{text}` asks for {' × '.join(f'{one:,}' for one in numbers)} numbers: {wanted / 2**30:,.0f} GB of the "
        "computer's memory."
    )
    return Diagnosis(what, *_where(scene, here, node, largest))


def _one_hot(frame: Frame, call: ast.Call, wanted: float) -> Diagnosis | None:
    """`F.one_hot(ids, n)`: n numbers for each of many ids, all but one of them zero."""
    given = frame.argument(call, 0, "tensor") if last_name(call.func) == "one_hot" else None
    ids: Any = frame.value(given) if given is not None else UNKNOWN
    if given is None or not is_tensor(ids) or ids.numel() == 0:
        return None
    many, classes = ids.numel(), round(wanted / 8 / ids.numel())
    if classes < 2 or many * classes * 8 != wanted:
        return None
    name = f"`{text_of(given)}`" if text_of(given) else "The tensor"
    text = text_of(given) or "ids"
    torch = "" if "nn" in frame.names or "nn" in frame.scope.f_globals else "torch."
    return Diagnosis(
        f"{name} has {many:,} numbers, and `{text_of(call) or 'one_hot'}` writes {classes:,} for each: "
        f"{wanted / 2**30:,.0f} GB of the computer's memory.",
        "One-hot rows are zeros but for a single one. Multiplied by a matrix they only choose its rows, which an "
        "embedding does without them.",
        f"emb = {torch}nn.Embedding({classes}, 50)\nx = emb({text}[:64])",
        "Look the rows up instead, a batch at a time (50 numbers for each; W[ids] does it with a matrix W):",
        card="embeddings",
    )


def _sizes(scene: Scene, frame: Frame, call: ast.Call) -> list[tuple[ast.expr, int]]:
    """The sizes that a call was given; [] where one of them is not known."""
    given = [*call.args, *(one.value for one in call.keywords if one.arg in SIZES)]
    parts = [
        part for one in given for part in (one.elts if isinstance(one, (ast.Tuple, ast.List)) else [one])
    ]
    made = scene.frames[scene.frames.index(frame) + 1 :]
    seen = [made[0].names.get(name) for name in SIZES] if made and made[0].function == "__init__" else []
    numbers = [one for one in seen if type(one) is int]
    found: list[tuple[ast.expr, int]] = []
    for at, part in enumerate(parts):
        number = _number(frame, part)
        if number is None and at < len(numbers):
            number = int(numbers[at])
        if number is None:
            return []
        found.append((part, number))
    return found


def _number(frame: Frame, node: ast.expr) -> int | None:
    held = frame.value(node)
    if type(held) is int:
        return held
    if isinstance(node, ast.Call) and last_name(node.func) == "len" and len(node.args) == 1:
        counted = frame.value(node.args[0])
        return len(counted) if isinstance(counted, (list, tuple, dict, set, str)) else None
    try:
        return held.__index__() if type(held).__module__ == "numpy" else None
    except (AttributeError, TypeError):
        return None


def _where(scene: Scene, frame: Frame, node: ast.expr, number: int) -> tuple[str, str, str]:
    """Why the size is so large, a line that shows it, and a sentence for the line."""
    for _ in range(MOST_STEPS):
        made = _given(scene, frame, node) if isinstance(node, ast.Name) else None
        if made is None:
            break
        frame, node = made
    text = text_of(node)
    value = origin(scene, frame, node.id) if isinstance(node, ast.Name) else None
    source = value if value is not None else node
    is_one = f"`{text}` is {number:,}" if text and text != str(number) else f"{number:,} is one of its sizes"
    if value is not None and text_of(value) not in ("", str(number)):
        is_one += f": `{text} = {text_of(value)}`"
    if isinstance(source, ast.Call) and last_name(source.func) == "len" and len(source.args) == 1:
        counted, name = frame.value(source.args[0]), text_of(source.args[0])
        if isinstance(counted, (list, tuple, dict, set)) and name:
            first = list(islice(counted, 3))
            return (
                f"{is_one}. `{name}` begins with {shown(first)}.",
                f"list({name})[:10]",
                f"Is this what you meant to count? Look at more of `{name}`, and at the line that makes it:",
            )
    calls = [last_name(one.func) for one in ast.walk(source) if isinstance(one, ast.Call)]
    if "max" in calls:
        return (
            f"{is_one}. That is the largest number there, not how many different ones there are.",
            "",
            "Number the values 0, 1, 2 and so on first (`pd.factorize` does), and take how many there are.",
        )
    return f"{is_one}.", "", "Look where this size comes from: it is far larger than what a model needs."


def _given(scene: Scene, frame: Frame, node: ast.Name) -> tuple[Frame, ast.expr] | None:
    """What a caller gave for a parameter; None where the name is no parameter."""
    code = frame.scope.f_code
    parameters: Sequence[str] = code.co_varnames[: code.co_argcount]
    at = scene.frames.index(frame)
    above = next((one for one in reversed(scene.frames[:at]) if one.is_learners), None)
    call = call_at(above) if above is not None else None
    if node.id not in parameters or above is None or call is None or frame.function == "<module>":
        return None
    place = parameters.index(node.id) - (1 if parameters[0] == "self" else 0)
    given = above.argument(call, place, node.id)
    held: Any = above.value(given) if given is not None else UNKNOWN
    return (above, given) if given is not None and held == frame.value(node) else None
