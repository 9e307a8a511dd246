"""What newer versions of pandas, Pillow and torchvision have taken out: arguments and names of older books."""

from __future__ import annotations

import ast
import re
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, parent
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.python_source import call_at, node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

UNKNOWN_ARGUMENT = re.compile(r"got an unexpected keyword argument '(\w+)'")
# For a function of pandas and its old argument: "new=" with the same value, "new=value", "" to leave it out,
# ".method()" to call afterwards.
NOW = {
    ("read_csv", "error_bad_lines"): "on_bad_lines='skip'",
    ("read_csv", "warn_bad_lines"): "",
    ("read_csv", "squeeze"): ".squeeze('columns')",
    ("read_csv", "delim_whitespace"): r"sep='\\s+'",
    ("read_csv", "mangle_dupe_cols"): "",
    ("read_csv", "infer_datetime_format"): "",
    ("read_excel", "sheetname"): "sheet_name=",
    ("read_excel", "parse_cols"): "usecols=",
    ("to_csv", "line_terminator"): "lineterminator=",
    ("to_excel", "encoding"): "",
    ("to_datetime", "infer_datetime_format"): "",
    ("describe", "datetime_is_numeric"): "",
    ("groupby", "squeeze"): "",
    ("date_range", "closed"): "inclusive=",
    ("sort_values", "columns"): "by=",
    ("drop_duplicates", "cols"): "subset=",
    ("drop_duplicates", "take_last"): "keep='last'",
}
REDUCTIONS = ("mean", "sum", "median", "std", "var", "min", "max", "count", "prod", "any", "all")
# Of a module: the name that it had, and the one it has.
NAMES = {
    ("PIL.Image", "ANTIALIAS"): ("LANCZOS", "Pillow", "10"),
    ("PIL.Image", "LINEAR"): ("BILINEAR", "Pillow", "10"),
    ("PIL.Image", "CUBIC"): ("BICUBIC", "Pillow", "10"),
    ("torchvision.transforms", "Scale"): ("Resize", "torchvision", "0.13"),
    ("torchvision.transforms", "RandomSizedCrop"): ("RandomResizedCrop", "torchvision", "0.13"),
}


def _is_of_pandas(frame: Frame, node: ast.expr) -> bool:
    """Whether an expression starts from a table, a column, or pandas itself."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
        held = frame.value(node)
        if is_table(held) or is_series(held) or is_of(held, "pandas.core.groupby", "GroupBy"):
            return True
    return isinstance(node, ast.Name) and frame.value(node) is library("pandas")


def _call(scene: Scene) -> tuple[Frame, ast.Call, ast.Attribute] | None:
    """The learner's call of a function of pandas."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    return (frame, call, call.func) if _is_of_pandas(frame, call.func) else None


@rule(TypeError, needs="pandas")
def argument_gone(scene: Scene) -> Diagnosis | None:
    """`inplace=True` of set_categories, `error_bad_lines` of read_csv: arguments that pandas has taken out."""
    found, asked = UNKNOWN_ARGUMENT.search(scene.message), _call(scene)
    if found is None or asked is None:
        return None
    frame, call, func = asked
    given = next((one for one in call.keywords if one.arg == found[1]), None)
    if given is None:
        return None
    if found[1] == "inplace":
        return _in_place(frame, call, func, given.value)
    new, how = _rewritten(frame, call, func, found[1], given.value)
    if not new:
        return None
    return Diagnosis(
        f"`{func.attr}` of pandas has no argument `{found[1]}` any more.",
        "A newer version of pandas removed it; the line was written for an older one.",
        new,
        how,
    )


def _in_place(frame: Frame, call: ast.Call, func: ast.Attribute, value: ast.expr) -> Diagnosis:
    holder = func.value
    is_category = isinstance(holder, ast.Attribute) and holder.attr == "cat"
    target = holder.value if isinstance(holder, ast.Attribute) and is_category else holder
    text = ast.unparse(target)
    if isinstance(target, ast.Attribute) and is_table(frame.value(target.value)):
        text = f"{ast.unparse(target.value)}[{target.attr!r}]"
    bare = ast.unparse(ast.parse(anew(call, drop=("inplace",))).body[0])
    is_statement = isinstance(parent(call), ast.Expr) and isinstance(
        target, (ast.Name, ast.Subscript, ast.Attribute)
    )
    is_old = is_category or func.attr == "set_axis"
    return Diagnosis(
        f"`{func.attr}` of pandas does not take `inplace`" + (" any more." if is_old else "."),
        ("pandas 2 removed it: " if is_old else "")
        + f"`{func.attr}` leaves what it works on as it is, and gives back a new one.",
        f"{text} = {bare}" if is_statement and getattr(value, "value", True) else bare,
        "Leave `inplace` out, and assign the result:",
    )


def _rewritten(
    frame: Frame, call: ast.Call, func: ast.Attribute, name: str, value: ast.expr
) -> tuple[str, str]:
    """The call as it is written today."""
    holder, text = ast.unparse(func.value), text_of(value)
    if (func.attr, name) == ("fillna", "method"):
        filled = "bfill" if frame.value(value) in ("bfill", "backfill") else "ffill"
        return anew(call, function=filled, drop=("method",)), f"`{filled}` is a method of its own:"
    if (func.attr, name) == ("sort_index", "by"):
        return anew(call, function="sort_values"), "Sorting by columns is `sort_values`:"
    if name == "level" and func.attr in REDUCTIONS:
        return f"{holder}.groupby(level={text}).{func.attr}()", "Group by the level first:"
    now = NOW.get((func.attr, name))
    if now is None:
        return "", ""
    if now.startswith("."):
        return anew(call, drop=(name,)) + now, "Write:"
    new, _, fixed = now.partition("=")
    changed = anew(call, {new: fixed or text} if new else {}, drop=(name,))
    return changed, f"Today it is `{new}`:" if new else "Leave it out:"


@rule(TypeError, needs="pandas")
def only_by_name(scene: Scene) -> Diagnosis | None:
    """`df.drop('a', 1)`: arguments that pandas takes only by their names today."""
    asked = _call(scene)
    if asked is None or not re.search(r"takes .*positional argument", scene.message):
        return None
    frame, call, func = asked
    names = {"drop": ("labels", "axis"), "split": ("pat", "n"), "replace": ("pat", "repl", "n")}.get(
        func.attr
    )
    if names is None or len(call.args) != len(names) or f"{func.attr}()" not in scene.message:
        return None
    value = ast.unparse(call.args[-1])
    old = ast.unparse(call)
    end = old.rindex(f", {value}")
    return Diagnosis(
        f"`{func.attr}` of pandas was given {len(call.args)} arguments by position.",
        f"Since pandas 2 it takes `{names[-1]}` only by its name.",
        replaced(frame, call, f"{old[:end]}, {names[-1]}={value}{old[end + 2 + len(value) :]}"),
        "Name it:",
    )


@rule(AttributeError, needs="PIL")
def name_gone(scene: Scene) -> Diagnosis | None:
    """`Image.ANTIALIAS`, `transforms.Scale`: names that Pillow and torchvision have taken out."""
    frame, error = scene.here, scene.error
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    module: Any = getattr(error, "obj", None)
    if frame is None or not isinstance(node, ast.Attribute) or not isinstance(module, ModuleType):
        return None
    if (module.__name__, node.attr) not in NAMES:
        return None
    now, package, version = NAMES[module.__name__, node.attr]
    text = ast.unparse(node.value)
    return Diagnosis(
        f"`{text}` has no `{node.attr}` any more.",
        f"{package} {version} removed this name; the same thing is called `{now}`.",
        replaced(frame, node, f"{text}.{now}"),
        "Write:",
    )
