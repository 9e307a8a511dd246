"""Colors of a plot: numbers in the place of colors, parts from 0 to 255, names of classes."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

WORDS = ("color", "c", "facecolor", "facecolors", "edgecolor", "edgecolors")


def _drawn(scene: Scene) -> tuple[Frame, ast.Call, ast.keyword, Any] | None:
    """The learner's call of matplotlib that was given colors, and those."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    is_its = scene.last is not None and scene.last.module.startswith("matplotlib")
    if frame is None or call is None or not is_its:
        return None
    given = next((one for one in call.keywords if one.arg in WORDS), None)
    return (frame, call, given, frame.value(given.value)) if given is not None else None


def _numbers(held: Any) -> list[float]:
    """The numbers of a flat array or list; none for anything else."""
    flat = held.tolist() if is_array(held) or is_tensor(held) or is_of(held, "pandas", "Series") else held
    is_flat = type(flat) in (list, tuple) and all(type(one) in (int, float) for one in flat)
    return list(flat) if is_flat else []


@rule(ValueError, needs="matplotlib")
def numbers_for_colors(scene: Scene) -> Diagnosis | None:
    """`plt.scatter(x, y, color=values)`: numbers are turned into colors by `c` alone."""
    found = _drawn(scene)
    if found is None or found[2].arg != "color" or last_name(found[1].func) != "scatter":
        return None
    _, call, given, held = found
    if len(_numbers(held)) < 5:
        return None  # three or four numbers are one color
    text = text_of(given.value)
    return Diagnosis(
        f"`{text}` holds {len(_numbers(held))} numbers, and `color` takes colors.",
        "Numbers become colors, small to large, by a color map; that is what `c` does.",
        anew(call, {"c": ast.unparse(given.value)}, drop=("color",)),
        "Write:",
    )


def _parts(node: ast.expr, held: Any) -> list[float]:
    """All numbers of one color or of several: of an array, of lists in a list, of `np.array([[…]])`."""
    if (
        held is UNKNOWN
        and isinstance(node, ast.Call)
        and last_name(node.func) in ("array", "asarray")
        and node.args
    ):
        try:
            held = ast.literal_eval(node.args[0])
        except (ValueError, SyntaxError):
            return []
    flat = held.ravel().tolist() if is_array(held) else held
    if type(flat) in (list, tuple) and flat and all(type(one) in (list, tuple) for one in flat):
        flat = [part for one in flat for part in one]
    return _numbers(flat)


@rule(ValueError, needs="matplotlib")
def parts_up_to_255(scene: Scene) -> Diagnosis | None:
    """`c=(120, 130, 140)`: matplotlib takes the parts of a color from 0 to 1."""
    found = _drawn(scene)
    if found is None or not re.search("0-1 range|is not a valid value for color|Invalid RGBA", scene.message):
        return None
    frame, _, given, held = found
    numbers = _parts(given.value, held)
    if len(numbers) < 3 or max(numbers) <= 1 or min(numbers) < 0:
        return None
    text = ast.unparse(given.value)
    if max(numbers) > 255:
        return None
    node = given.value
    text, is_whole = ast.unparse(node), all(float(one).is_integer() for one in numbers)
    is_made = isinstance(node, ast.Call) and last_name(node.func) in ("array", "asarray")
    values = text if is_array(held) or is_made else f"np.array({text})"
    size = f" (shape {shape(held)})" if is_array(held) else ""
    return Diagnosis(
        f"`{text_of(node)}`{size} has parts of colors up to {max(numbers):g}; matplotlib takes them from 0 to 1.",
        "Pictures keep red, green and blue as whole numbers from 0 to 255; for a plot they are fractions."
        if is_whole
        else "Red, green and blue are fractions: 0 is none of the color, 1 all of it.",
        replaced(frame, node, f"{values} / 255" if is_whole else f"np.clip({text}, 0, 1)"),
        "Divide by 255:" if is_whole else "Scale them to that range, or cut off what is above:",
    )


@rule(ValueError, needs="matplotlib")
def classes_for_colors(scene: Scene) -> Diagnosis | None:
    """`plt.scatter(x, y, c=df['species'])`: names of classes are no colors."""
    found = _drawn(scene)
    if found is None or last_name(found[1].func) != "scatter" or found[2].arg not in ("c", "color"):
        return None
    frame, _, given, held = found
    if isinstance(given.value, (ast.List, ast.Tuple)):
        return None  # colors written one by one: one of them is misspelt
    if isinstance(given.value, ast.Subscript) and not is_of(held, "pandas", "Series"):
        table, key = frame.value(given.value.value), frame.value(given.value.slice)
        is_column = (
            is_of(table, "pandas", "DataFrame") and isinstance(key, str) and key in list(table.columns)
        )
        held = table[key] if is_column else held
    values = held.tolist() if is_array(held) or is_of(held, "pandas", "Series") else held
    if type(values) not in (list, tuple) or not values or not all(type(one) is str for one in values):
        return None
    text = ast.unparse(given.value)
    kinds = list(dict.fromkeys(values))
    return Diagnosis(
        f"`{text_of(given.value)}` holds names of classes, {', '.join(map(repr, kinds[:3]))}"
        + (" …" if len(kinds) > 3 else "")
        + "; they are no colors.",
        "`c` takes colors, or numbers that a color map turns into colors. `pd.factorize` numbers the classes.",
        replaced(frame, given.value, f"pd.factorize({text})[0]"),
        "Give each class a number:",
    )
