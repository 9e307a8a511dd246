"""Parts of a figure: its grid of plots, its size, its titles, what a legend or a color bar takes."""

from __future__ import annotations

import ast
import re
from types import ModuleType
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name, parent
from fastaid.teach.rules.panels import rounds_of
from fastaid.teach.rules.python_source import call_at, near, node_at, replaced, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

SETTERS = ("title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks", "xscale", "yscale")
PLACES = {"top right": "upper right", "top left": "upper left", "bottom right": "lower right", "top": "upper center",
          "bottom left": "lower left", "bottom": "lower center", "middle": "center", "outside": "best"}  # fmt: skip


def _plotting(scene: Scene, *names: str) -> tuple[Frame, ast.Call] | None:
    """The learner's call of a function of pyplot, or of a figure's or plot's method."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if (
        frame is None
        or call is None
        or last_name(call.func) not in names
        or not isinstance(call.func, ast.Attribute)
    ):
        return None
    owner = frame.value(call.func.value)
    is_its = isinstance(owner, ModuleType) and owner.__name__.startswith("matplotlib")
    return (frame, call) if is_its or type(owner).__module__.startswith("matplotlib") else None


@rule(ValueError, needs="matplotlib")
def place_outside_the_grid(scene: Scene) -> Diagnosis | None:
    """`plt.subplot(2, 2, 0)`, `plt.subplot(2, 2, 5)`: places are counted from 1."""
    found = _plotting(scene, "subplot", "add_subplot")
    words = re.search(r"num must be an integer with 1 <= num <= (\d+), not (-?\d+)", scene.message)
    if found is None or words is None:
        return None
    frame, call = found
    most, given = int(words[1]), int(words[2])
    node = call.args[2] if len(call.args) == 3 else None
    if given == 0 and node is not None:
        return Diagnosis(
            f"`{last_name(call.func)}` was asked for place 0; the {counted(most, 'place')} are counted from 1.",
            "Here matplotlib counts as people do, not as Python does.",
            replaced(frame, node, f"{ast.unparse(node)} + 1"),
            "Write:",
        )
    rows, columns = (frame.value(one) for one in call.args[:2]) if len(call.args) == 3 else (UNKNOWN, UNKNOWN)
    index = next((one.id for one in ast.walk(node or ast.Pass()) if isinstance(one, ast.Name)), "")
    wanted = rounds_of(source_tree(frame), index, frame.line)
    fix = ""
    if node is not None and type(columns) is int and type(rows) is int:
        count = f"-(-{wanted} // {columns})" if wanted else str(-(-given // columns))
        if wanted.isdigit():
            count = str(-(-int(wanted) // columns))
        fix = replaced(frame, call.args[0], count)
    return Diagnosis(
        f"`{last_name(call.func)}` was asked for place {given}; the grid has {counted(most, 'place')}.",
        "A grid has as many places as its rows times its columns.",
        fix,
        "Give it as many rows as all need:" if fix else "Give the grid more rows or columns.",
    )


@rule(TypeError, ValueError, needs="matplotlib")
def size_by_position(scene: Scene) -> Diagnosis | None:
    """`plt.figure(10, 5)`, `plt.subplots(2, 2, (10, 5))`: the size is called figsize."""
    found = _plotting(scene, "figure", "subplots")
    if found is None:
        return None
    frame, call = found
    word, values = last_name(call.func), [frame.value(one) for one in call.args]
    is_number = [type(one) in (int, float) for one in values]
    if any(one.arg == "figsize" for one in call.keywords):
        return None
    if word == "figure" and len(values) == 2 and all(is_number):
        size, kept = f"({', '.join(ast.unparse(one) for one in call.args)})", []
    elif (
        values
        and isinstance(values[-1], tuple)
        and len(values[-1]) == 2
        and (word == "figure" or len(values) == 3)
    ):
        size, kept = ast.unparse(call.args[-1]), call.args[:-1]
    else:
        return None
    new = ast.Call(
        call.func, kept, [ast.keyword("figsize", ast.parse(size, mode="eval").body), *call.keywords]
    )
    return Diagnosis(
        f"`{word}` was given a size by its place among the arguments: `{size.strip('()')}`.",
        "The size, width and height in inches, is the argument `figsize`, and it is one tuple.",
        replaced(frame, call, ast.unparse(new)),
        "Name it:",
    )


@rule(AttributeError, needs="matplotlib")
def other_side_s_name(scene: Scene) -> Diagnosis | None:
    """`ax.xlabel('x')`, `plt.set_title('a')`: plots set what pyplot calls without `set_`."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Attribute):
        return None
    owner, wrong, text = frame.value(node.value), node.attr, text_of(node.value)
    if owner is library("matplotlib.pyplot"):
        right = wrong.removeprefix("set_")
        if wrong == right or right not in SETTERS:
            return None
        said = "`set_…` are methods of one plot (`ax`). pyplot, which draws into the plot in hand, calls it"
    elif is_of(owner, "matplotlib.axes", "Axes"):
        right = f"set_{wrong}"
        if wrong not in SETTERS:
            return None
        said = f"`{wrong}` is a function of pyplot. A plot's own method is called"
    else:
        return None
    around = parent(node)
    plural = {"set_xlabels": "set_xlabel", "set_ylabels": "set_ylabel", "set_titles": "set_title"}.get(
        right, right
    )
    return Diagnosis(
        f"`{text}` has no `{wrong}`.",
        f"{said} `{plural}`.",
        replaced(frame, node, f"{text}.{plural}"),
        "Write:" if isinstance(around, ast.Call) else "It is:",
    )


@rule(ValueError, needs="matplotlib")
def line_style_with_a_word(scene: Scene) -> Diagnosis | None:
    """`plt.plot(x, y, 'red--')`: a format has one letter for the color."""
    found = _plotting(scene, "plot", "errorbar", "semilogy", "loglog", "step")
    words = re.match(r"'(.*)' is not a valid format string", scene.message)
    if found is None or words is None:
        return None
    frame, call = found
    node = next((one for one in call.args if frame.value(one) == words[1]), None)
    parts = re.match(r"([a-z]+?)\s*(-{1,2}|-\.|:|o|\.|x|\*|\^)*$", words[1])
    colors = getattr(library("matplotlib.colors"), "CSS4_COLORS", {})
    color = next((one for one in sorted(colors, key=len, reverse=True) if words[1].startswith(one)), "")
    rest = words[1].removeprefix(color).strip()
    if node is None or parts is None or not color or not re.fullmatch(r"(-{1,2}|-\.|:)?", rest):
        return None
    keywords = {"color": repr(color), **({"linestyle": repr(rest)} if rest else {})}
    bare = ast.Call(call.func, [one for one in call.args if one is not node], call.keywords)
    return Diagnosis(
        f"{words[1]!r} is no format: `{color}` is more than one letter.",
        "A format is short: a letter for the color ('r'), then the line ('--') or the marker ('o'). Colors by their "
        "names have an argument of their own.",
        anew(bare, keywords),
        "Write:",
    )


@rule(ValueError, needs="matplotlib")
def place_of_a_legend(scene: Scene) -> Diagnosis | None:
    """`plt.legend(loc='top right')`."""
    found = _plotting(scene, "legend")
    words = re.match(r"'(.*?)' is not a valid value for loc", scene.message)
    if found is None or words is None:
        return None
    frame, call = found
    node = frame.argument(call, None, "loc")
    known = list(getattr(getattr(library("matplotlib.legend"), "Legend", None), "codes", {}))
    right = PLACES.get(words[1].lower()) or next(iter(near(words[1], known, 0.6)), "")
    if node is None or not right:
        return None
    return Diagnosis(
        f"A legend has no place called {words[1]!r}.",
        "Its places: 'best', 'upper left', 'upper right', 'lower left', 'lower right', 'center', and some more.",
        replaced(frame, node, repr(right)),
        "Write:",
    )


@rule(RuntimeError, TypeError, needs="matplotlib")
def color_bar_of_nothing(scene: Scene) -> Diagnosis | None:
    """`plt.colorbar()` after lines: nothing in the plot has colors for numbers."""
    found = _plotting(scene, "colorbar")
    if found is None or "mappable" not in scene.message:
        return None
    frame, call = found
    owner: Any = frame.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
    if "missing" in scene.message or is_of(owner, "matplotlib.figure", "Figure"):
        return Diagnosis(
            f"`{text_of(call.func)}` was not told which picture its colors belong to.",
            "What `imshow` or `scatter(…, c=…)` returns is what a color bar explains.",
            f"im = ax.imshow(…)\n{text_of(call.func)}(im)",
            "Keep it, and hand it over:",
        )
    return Diagnosis(
        "There is nothing in the plot in hand whose colors stand for numbers.",
        "A color bar belongs to a picture (`imshow`) or to points with `c=…`; lines and bars have one color. With "
        "several plots, the one in hand is the last.",
        "im = plt.imshow(…)\nplt.colorbar(im)",
        "Draw such a picture first, and hand it over:",
    )


@rule(ValueError, needs="matplotlib")
def labels_of_a_pie(scene: Scene) -> Diagnosis | None:
    """`plt.pie(sizes, labels=names)` with another number of names."""
    found = _plotting(scene, "pie")
    if found is None or "must be of length" not in scene.message:
        return None
    frame, call = found
    node = frame.argument(call, None, "labels")
    sizes, names = frame.value(call.args[0]) if call.args else UNKNOWN, frame.value(node)
    if node is None or not hasattr(sizes, "__len__") or not hasattr(names, "__len__"):
        return None
    first = text_of(call.args[0]) or "the sizes"
    is_series = is_of(sizes, "pandas", "Series")
    return Diagnosis(
        f"`{first}` has {counted(len(sizes), 'part')}, `{text_of(node)}` has {counted(len(names), 'name')}.",
        "Each part has one name.",
        replaced(frame, node, f"{first}.index") if is_series else "",
        "A counted column knows its names:"
        if is_series
        else "Give as many names as parts, in the same order.",
    )
