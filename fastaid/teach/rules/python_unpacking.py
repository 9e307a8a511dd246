"""Several names on the left, and another number of values on the right."""

from __future__ import annotations

import ast
import re
from types import FunctionType

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array
from fastaid.teach.rules import rule
from fastaid.teach.rules.columns_split import splits_columns
from fastaid.teach.rules.loaders_unpacked import unpacked
from fastaid.teach.rules.python_shapes import failed_at
from fastaid.teach.rules.python_source import (
    cell_trees,
    is_own,
    kind_of,
    loop_at,
    names_of,
    statement_at,
    text_of,
)
from fastaid.teach.rules.shapes_unpacked import has_answer
from fastaid.teach.scene import Frame, Scene

NUMBERS = (int, float, bool)
KIND = re.compile(r"non-iterable ([\w.]+) object")
CALLED = ("function", "method", "type", "builtin_function_or_method")
COMPREHENSIONS = ("<listcomp>", "<genexpr>", "<dictcomp>", "<setcomp>")


@rule(ValueError, TypeError)
def unpacking(scene: Scene) -> Diagnosis | None:
    """`a, b = …` with another number of values than names."""
    frame = failed_at(scene, "values to unpack|non-iterable")
    statement = statement_at(frame) if frame is not None else None
    if frame is None or statement is None:
        return None
    if unpacked(scene) is not None or has_answer(scene):
        return None  # a loader or a data set; a shape
    if splits_columns(frame):
        return None
    loop = loop_at(frame)
    if loop is not None and isinstance(loop.target, (ast.Tuple, ast.List)):
        return _unpacking_loop(frame, loop, loop.target)
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], (ast.Tuple, ast.List)):
        return None
    target = statement.targets[0]
    value = frame.value(statement.value)
    text = text_of(statement.value) or "the right side"
    n = len(target.elts)
    names = names_of(target)
    if frame.function in COMPREHENSIONS:  # what it takes apart stands inside it
        return None
    if type(value) in NUMBERS:
        return Diagnosis(
            f"`{text}` is one number, {value}; on the left stand {n} names.",
            "Each name needs a value of its own.",
            f"{ast.unparse(target.elts[0])} = {text}",
            "With one name:",
        )
    if isinstance(scene.error, TypeError):
        return _one_object(scene, frame, statement.value, target)
    count = len(value) if type(value) in (list, tuple, str, dict, set) or is_array(value) else None
    if count is None:
        found = re.search(r"got (\d+)", scene.message)
        count = int(found[1]) if found else None
    given = f"{count} value{'' if count == 1 else 's'}" if count is not None else "more values than that"
    fix = ""
    how = "Write as many names as there are values."
    if type(value) in (list, tuple) and count is not None and count > n:
        parts = [ast.unparse(one) for one in target.elts]
        fix = f"{', '.join([*parts[:-1], '*' + parts[-1]])} = {text}"
        how = "Write a name for each value; a name with `*` takes all the rest as a list:"
    elif count is None:
        fix, how = (
            f"{names}, *rest = {text}",
            "Write a name for each value; `*rest` takes those that are left:",
        )
    return Diagnosis(
        f"On the left stand {n} names (`{names}`), on the right `{text}` gives {given}.",
        "In an assignment of several names, each must get exactly one value.",
        fix,
        how,
    )


def _one_object(
    scene: Scene, frame: Frame, value: ast.expr, target: ast.Tuple | ast.List
) -> Diagnosis | None:
    """`a, b = f()` where f gives one thing that holds no values to hand out."""
    found = KIND.search(scene.message)
    text, names = text_of(value), names_of(target)
    if found is None or not text:
        return None
    kind = found[1]
    if kind == "NoneType":
        return _nothing(scene, frame, value, names)
    verb = "returns" if isinstance(value, ast.Call) else "is"
    if kind not in CALLED:
        wanted = counted(len(target.elts), "name")
        return Diagnosis(
            f"`{text}` {verb} one object, {_with_article(kind)}; on the left stand {wanted} (`{names}`).",
            f"A value of the kind `{kind}` is not a row of values that several names could share.",
            f"{ast.unparse(target.elts[0])} = {text}",
            "With one name:",
        )
    if not isinstance(value, ast.Call):  # a function by its name: `not_iterable` tells that it was not called
        return None
    inner, arguments = _inner_function(scene, value) if kind == "function" else ("", "")
    which = f" (`{inner}`)" if inner else ""
    thing = {"type": "class"}.get(kind, "method" if "method" in kind else "function")
    return Diagnosis(
        f"`{text}` returns a {thing}{which} itself, not the values for `{names}`.",
        f"A {thing} gives its values only when it is called: it still waits for its parentheses"
        + (f" with {arguments}." if arguments else "."),
        f"{names} = {text}({arguments})",
        "Call it" + (" (with your own arguments in the parentheses):" if arguments else ":"),
    )


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiouAEIOU' else 'a'} `{kind}`"


def _nothing(scene: Scene, frame: Frame, value: ast.expr, names: str) -> Diagnosis | None:
    """`a, b = f()` where the learner's f has no return."""
    function = frame.value(value.func) if isinstance(value, ast.Call) else None
    if not is_own(function, scene.names) or not isinstance(function, FunctionType):
        return None
    return Diagnosis(
        f"`{text_of(value)}` gave None; on the left stand the names `{names}`.",
        f"The function `{function.__name__}` ended without handing anything back: a function without a `return` (or "
        "whose `return` was not reached) gives None. What it prints is not what it returns.",
        f"    return {names}   # the last line of {function.__name__}",
        f"Let `{function.__name__}` return the values:",
    )


def _inner_function(scene: Scene, value: ast.expr) -> tuple[str, str]:
    """The function that a function of the learner's returns, and its parameters."""
    name = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""
    for _, tree in cell_trees(scene):
        for outer in ast.walk(tree):
            if not isinstance(outer, ast.FunctionDef) or outer.name != name:
                continue
            returned = {
                one.value.id
                for one in ast.walk(outer)
                if isinstance(one, ast.Return) and isinstance(one.value, ast.Name)
            }
            for one in outer.body:
                if isinstance(one, ast.FunctionDef) and one.name in returned:
                    return one.name, ", ".join(each.arg for each in one.args.args)
            return "", ""
    return "", ""


def _unpacking_loop(frame: Frame, loop: ast.For, target: ast.Tuple | ast.List) -> Diagnosis | None:
    held, text = frame.value(loop.iter), text_of(loop.iter)
    names, n = names_of(target), len(target.elts)
    if type(held) is dict and n == 2:
        return Diagnosis(
            f"A loop over the dict `{text}` gives its keys alone, and `{names}` wants two values.",
            "`.items()` gives key and value together.",
            f"for {names} in {text}.items():",
            "Write:",
        )
    if type(held) in (list, tuple) and held:
        first = held[0]
        if n == 2 and type(first) in (*NUMBERS, str):
            return Diagnosis(
                f"The items of `{text}` are single values, such as {kind_of(first)}; `{names}` wants two.",
                "`enumerate` gives the number of each item together with it.",
                f"for {names} in enumerate({text}):",
                "If place and item are meant:",
                sure="likely",
            )
        counts = sorted({len(one) for one in held if type(one) in (list, tuple)})
        if counts and counts != [n]:
            more = f"{', '.join(text_of(one) for one in target.elts)}, *rest" if len(counts) == 1 else ""
            if len(counts) == 1 and counts[0] < n:
                more = ", ".join(text_of(one) for one in target.elts[: counts[0]])
            odd = next((i for i, one in enumerate(held) if type(one) in (list, tuple) and len(one) != n), 0)
            return Diagnosis(
                f"`{names}` are {n} names, and item {odd} of `{text}` has {len(held[odd])} values.",
                "In each round every name must get exactly one value.",
                f"for {more} in {text}:" if more else f"{text}[{odd}]",
                "Look at that item:"
                if not more
                else "Write a name for each of the values (`*rest` takes those that are left):"
                if counts[0] > n
                else "Write no more names than there are values:",
            )
    return None
