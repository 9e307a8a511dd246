"""Pictures of matplotlib: lengths of x and y, unknown options, several axes, functions that were overwritten."""

from __future__ import annotations

import ast
import re
from types import ModuleType
from typing import Any

from fastaid.errors import counted, did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_of, is_tensor, library, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import (
    call_at,
    code_of,
    near,
    node_at,
    origin,
    replaced,
    source_tree,
    text_of,
)
from fastaid.teach.scene import Frame, Scene


def _plot_call(scene: Scene) -> tuple[Frame, ast.Call, str] | None:
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or scene.within("matplotlib") is None:
        return None
    return frame, call, text_of(call.func).rpartition(".")[2]


def _length(obj: Any) -> int | None:
    if type(obj) in (list, tuple, range, str, dict):
        return len(obj)
    if is_array(obj) or is_tensor(obj) or is_of(obj, "pandas", "Series", "Index"):
        return int(obj.shape[0]) if len(obj.shape) else None
    return None


@rule(ValueError, needs="matplotlib")
def x_and_y(scene: Scene) -> Diagnosis | None:
    """x and y have different lengths."""
    found = _plot_call(scene)
    if found is None or found[2] not in (
        "plot",
        "scatter",
        "bar",
        "barh",
        "fill_between",
        "errorbar",
        "step",
        "semilogx",
        "semilogy",
        "loglog",
    ):
        return None
    frame, call, word = found
    nodes = list(call.args[:2])
    nodes += [one.value for one in call.keywords if one.arg in ("x", "y", "height")][: 2 - len(nodes)]
    if len(nodes) < 2:
        return None
    x, y = (_length(frame.value(one)) for one in nodes)
    if x is None or y is None or x == y:
        if sizes := re.search(r"shapes \((\d+),?.*?\) and \((\d+),?.*?\)", scene.message):
            x, y = int(sizes[1]), int(sizes[2])
        if x is None or y is None or x == y:
            return None
    left, right = text_of(nodes[0], 30) or "x", text_of(nodes[1], 30) or "y"
    shorter = min(x, y)
    longer = nodes[0] if x > y else nodes[1]
    text = text_of(longer, 40)
    if shorter and isinstance(longer, ast.Name):
        fix, how = (
            replaced(frame, longer, f"{text}[:{shorter}]"),
            f"Each needs as many values. To leave out those of `{text}` that are too many:",
        )
    elif word in ("plot", "step"):
        kept = nodes[1]
        fix, how = (
            f"{text_of(call.func)}({text_of(kept, 50)})",
            "Each needs as many values. Without x the values are numbered by themselves:",
        )
    else:
        fix, how = "", "Give both the same number of values."
    return Diagnosis(
        f"`{left}` (x) has {counted(x, 'value')}, `{right}` (y) has {y}.",
        f"`{word}` draws a point for each pair of x and y.",
        fix,
        how,
    )


@rule(AttributeError, needs="matplotlib")
def several_axes(scene: Scene) -> Diagnosis | None:
    """`plt.subplots(1, 2)` gives an array of axes."""
    error, frame = scene.error, scene.here
    node = node_at(frame) if frame is not None else None
    if (
        not isinstance(error, AttributeError)
        or frame is None
        or not is_array(error.obj)
        or not isinstance(node, ast.Attribute)
    ):
        return None
    axes: Any = error.obj
    if str(axes.dtype) != "object" or not axes.size or not is_of(axes.flat[0], "matplotlib.axes", "Axes"):
        return None
    text, sizes = text_of(node.value), shape(axes)
    index = ", ".join("0" for _ in sizes)
    row = f" `{text}[0]` is its first row." if len(sizes) == 2 else ""
    taken = node.value
    grid: Any = frame.value(taken.value) if isinstance(taken, ast.Subscript) else None
    if isinstance(taken, ast.Subscript) and is_array(grid) and grid.ndim == 2 and len(sizes) == 1:
        base = text_of(taken.value)
        return Diagnosis(
            f"`{text}` is a whole row of {axes.size} axes, not one: `{base}` has the shape {shape(grid)}.",
            "`subplots` with several rows and columns gives a grid of axes, of two dimensions; one index takes a row.",
            replaced(frame, taken, f"{base}.flat[{text_of(taken.slice)}]"),
            "`.flat` goes through all of them in one row:",
        )
    if len(sizes) == 1 and isinstance(taken, ast.Name) and (mended := _row_taken(scene, frame, taken.id)):
        base, shape_of_grid, line = mended
        return Diagnosis(
            f"`{text}` is a whole row of {axes.size} axes, not one: `{base}` has the shape {shape_of_grid}.",
            f"`subplots` with several rows and columns gives a grid of axes, of two dimensions; `{text}` takes a row.",
            line,
            f"`.flat` goes through all of them in one row. Write where `{text}` gets its value:",
        )
    return Diagnosis(
        f"`{text}` is an array of {axes.size} axes, of shape {sizes}, not one.",
        f"`subplots` with several rows or columns gives one axes for each picture.{row}",
        replaced(frame, node.value, f"{text}[{index}]"),
        "Name one of them (or go through all with `.flat`):",
    )


def _row_taken(scene: Scene, frame: Frame, name: str) -> tuple[str, tuple[int, ...], str] | None:
    """Where a variable got a row of a grid of axes: the grid, its shape, that line as it takes one of the axes."""
    made = origin(scene, frame, name)
    if isinstance(made, ast.Subscript):
        grid: Any = frame.value(made.value)
        if not is_array(grid) or grid.ndim != 2 or isinstance(made.slice, (ast.Tuple, ast.Slice)):
            return None
        base = text_of(made.value)
        return base, shape(grid), f"{name} = {base}.flat[{text_of(made.slice)}]"
    for loop in ast.walk(source_tree(frame) or ast.Module([], [])):
        if not isinstance(loop, (ast.For, ast.comprehension)) or not _names(loop.target, name):
            continue
        for part in ast.walk(loop.iter):
            held: Any = frame.value(part) if isinstance(part, (ast.Name, ast.Attribute)) else None
            if is_array(held) and held.ndim == 2 and str(held.dtype) == "object":
                base = text_of(part)
                over = text_of(loop.iter, 90).replace(base, f"{base}.flat", 1)
                target = text_of(loop.target)
                target = target[1:-1] if isinstance(loop.target, ast.Tuple) else target
                return base, shape(held), f"for {target} in {over}:"
    return None


def _names(target: ast.expr, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(target))


@rule(TypeError, needs="matplotlib")
def one_axes(scene: Scene) -> Diagnosis | None:
    """`plt.subplots()` gives one axes, which has no [0]."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if (
        frame is None
        or not isinstance(node, ast.Subscript)
        or not is_of(frame.value(node.value), "matplotlib.axes", "Axes")
    ):
        return None
    text = text_of(node.value)
    return Diagnosis(
        f"`{text}` is a single axes, and cannot be indexed.",
        "`subplots` with one row and one column gives the axes itself, not an array.",
        replaced(frame, node, text),
        "Write (or make the array always with `squeeze=False`):",
    )


@rule(AttributeError, TypeError, needs="matplotlib")
def unknown_option(scene: Scene) -> Diagnosis | None:
    """An option (property) that a line or text of matplotlib does not know."""
    found = _plot_call(scene)
    if found is None:
        return None
    frame, call, word = found
    match = re.search(
        r"unexpected keyword argument ['\"](\w+)['\"]|Unknown property (\w+)|no property ['\"](\w+)['\"]",
        scene.message,
    )
    if match is None:
        return None
    wrong = next(one for one in match.groups() if one)
    if wrong not in [one.arg for one in call.keywords]:
        return None
    known = _options(word)
    close = near(wrong, known, 0.6)
    keywords = [
        ast.keyword(close[0], one.value) if one.arg == wrong and close else one
        for one in call.keywords
        if close or one.arg != wrong
    ]
    return Diagnosis(
        f"`{word}` knows no option `{wrong}`.",
        f"The nearest that it knows: `{'`, `'.join(close)}`."
        if close
        else "Neither the function nor what it draws has such a property.",
        replaced(frame, call, code_of(ast.Call(call.func, call.args, keywords))),
        "Write:" if close else "Leave it out:",
        sure="likely",
    )


def _options(word: str) -> list[str]:
    names = [
        "label",
        "color",
        "alpha",
        "linewidth",
        "linestyle",
        "marker",
        "markersize",
        "fontsize",
        "figsize",
        "bins",
        "cmap",
        "title",
        "rotation",
        "width",
        "height",
        "edgecolor",
        "facecolor",
        "zorder",
        "nrows",
        "ncols",
        "sharex",
        "sharey",
        "dpi",
        "s",
        "c",
        "vmin",
        "vmax",
        "interpolation",
        "loc",
        "density",
        "range",
        "visible",
        "markeredgecolor",
        "markerfacecolor",
        "fontweight",
    ]
    import inspect

    axes = getattr(library("matplotlib.axes"), "Axes", None)
    plain = getattr(library("matplotlib.pyplot"), word, None) or getattr(axes, word, None)
    try:
        return (
            [
                *names,
                *(
                    one
                    for one in inspect.signature(plain).parameters
                    if one not in ("args", "kwargs", "self")
                ),
            ]
            if plain
            else names
        )
    except (TypeError, ValueError):
        return names


@rule(TypeError, needs="matplotlib")
def overwritten_function(scene: Scene) -> Diagnosis | None:
    """`plt.title = "…"` in place of `plt.title("…")` replaced the function."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if (
        frame is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or "not callable" not in scene.message
    ):
        return None
    module = frame.value(call.func.value)
    if not isinstance(module, ModuleType):
        return None
    held = vars(module).get(call.func.attr)
    if type(held) not in (str, list, tuple, int, float) or not module.__name__.startswith(
        ("matplotlib", "numpy", "pandas", "seaborn")
    ):
        return None
    text = text_of(call.func)
    return Diagnosis(
        f"`{text}` is the {'text' if type(held) is str else 'value'} {held!r}, no longer the function.",
        f"An earlier line, `{text} = …`, gave the function's name another value. It must be called: "
        f"`{text}(…)`.",
        f"import importlib\nimportlib.reload({text_of(call.func.value)})\n{text_of(call)}",
        "Mend that line, and load the module anew (or restart the kernel):",
    )


@rule(ValueError, OSError, KeyError, needs="matplotlib")
def unknown_name(scene: Scene) -> Diagnosis | None:
    """A color, a style or a color map that does not exist."""
    found = _plot_call(scene)
    if found is None:
        return None
    frame, call, word = found
    values = {
        value: one
        for one in [*call.args, *(one.value for one in call.keywords)]
        if type(value := frame.value(one)) is str
    }
    if word == "use" and scene.within("matplotlib.style") is not None and values:
        wrong, node = next(iter(values.items()))
        known = list(getattr(library("matplotlib.style"), "available", []))
        close = [
            one for one in known if one in (wrong.replace("seaborn", "seaborn-v0_8"), f"{wrong}-v0_8")
        ] or near(wrong, known)
        return Diagnosis(
            f"matplotlib has no style {wrong!r}.",
            "The styles of seaborn got `-v0_8` into their names."
            if "seaborn" in wrong
            else "All styles: `plt.style.available`.",
            replaced(frame, node, repr(close[0])) if close else "plt.style.available",
            "Write:",
        )
    colors = list(getattr(library("matplotlib.colors"), "CSS4_COLORS", {}))
    for wrong, node in values.items():
        if re.search(
            rf"['\"]{re.escape(wrong)}['\"] is not a valid (value for )?(color|cmap|name)|Invalid RGBA "
            rf"argument: ['\"]{re.escape(wrong)}|['\"]{re.escape(wrong)}['\"] is not a (known|valid) "
            rf"colormap",
            scene.message,
        ):
            maps = list(getattr(library("matplotlib"), "colormaps", []))
            is_map = any(one.arg == "cmap" and one.value is node for one in call.keywords)
            close = near(wrong, maps if is_map else colors)
            return Diagnosis(
                f"{wrong!r} is no {'color map' if is_map else 'color'} that matplotlib knows.",
                did_you_mean(wrong, maps if is_map else colors)
                or "Colors are English names or codes such as '#ff8800'.",
                replaced(frame, node, repr(close[0])) if close else "",
                "Write:" if close else "Take another name.",
            )
    return None
