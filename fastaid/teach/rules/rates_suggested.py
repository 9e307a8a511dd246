"""What lr_find suggests is used as if it were the number itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

LONGEST_LINE = 150
FUNCTIONS = ("minimum", "steep", "valley", "slide")
OF_NUMBERS = ("float", "int", "round", "abs")


@rule(TypeError, needs="fastai.learner")
def suggestion_as_number(scene: Scene) -> Diagnosis | None:
    """`lr/10`, `float(lr)`, `f'{lr:.2e}'` where lr is lr_find's whole answer, a named tuple."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner:
        return None
    line = statement(here)
    used = here.node or _formatted(line)
    for node in _used_as_number(used):
        held = here.value(node)
        if held is UNKNOWN or type(held).__name__ != "SuggestedLRs" or not isinstance(held, tuple):
            continue
        fields = [str(one) for one in getattr(type(held), "_fields", ())]
        if not fields:
            return None
        text = ast.unparse(node)
        again = ast.unparse(line) if line is not None else ""
        is_named = isinstance(node, ast.Name)
        fix = f"{text} = {text}.{fields[0]}" if is_named else f"{text}.{fields[0]}"
        if is_named and 0 < len(again) < LONGEST_LINE and "\n" not in again:
            fix += f"\n{again}"
        return Diagnosis(
            f"`{text}` is the whole answer of lr_find, a tuple with "
            f"{'one named number' if len(fields) == 1 else 'named numbers'}, {listed(fields)}; it is no number.",
            f"`{ast.unparse(used) if used is not None else text}` wants a number: the one inside.",
            fix,
            "Take the number out first:" if is_named else "Take the number out:",
            card="learning-rate-finder",
        )
    return None


@rule(TypeError, AttributeError, needs="fastai.learner")
def suggestions_asked_for(scene: Scene) -> Diagnosis | None:
    """`lr_find(suggestions=True)` of 2020, `suggest_funcs=True`, `suggest_funcs='valley'`: functions are wanted."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or last_name(call.func) != "lr_find":
        return None
    given = next((one for one in call.keywords if one.arg in ("suggestions", "suggest_funcs")), None)
    if given is None or (given.arg == "suggest_funcs") == isinstance(scene.error, TypeError):
        return None
    held, old = here.value(given.value), ast.unparse(given)
    words = [held] if isinstance(held, str) else held if isinstance(held, (list, tuple)) else []
    if given.arg == "suggest_funcs" and not (
        isinstance(held, bool) or any(isinstance(one, str) for one in words)
    ):
        return None
    names = [one for one in words if one in FUNCTIONS] or ([] if held is False else ["minimum", "steep"])
    what = (
        "`lr_find` has no argument `suggestions` any more; it was one until 2021. Today `suggest_funcs` takes the "
        "functions that choose a rate."
        if given.arg == "suggestions"
        else f"`{old}`: `suggest_funcs` takes functions that choose a rate, not {_kind(held)}."
    )
    cause = f"There are {listed([f'`{one}`' for one in FUNCTIONS])}; without it, `lr_find` suggests `valley`."
    return Diagnosis(
        what, cause, _asked_anew(scene, here, call, names), "Write:", card="learning-rate-finder"
    )


def _kind(held: object) -> str:
    return f"{held}" if isinstance(held, bool) else "their names in quotes"


def _asked_anew(scene: Scene, here: Frame, call: ast.Call, names: list[str]) -> str:
    """The learner's line with these functions; without any where none was wanted."""
    targets = getattr(statement(here), "targets", [])
    if names and targets and not isinstance(targets[0], ast.Tuple) and len(names) == 2:
        names = []  # one name: the one suggestion
    rest = [
        ast.unparse(one)
        for one in (*call.args, *call.keywords)
        if getattr(one, "arg", "") not in ("suggestions", "suggest_funcs")
    ]
    if names:
        rest.append(f"suggest_funcs=({', '.join(names)}{',' if len(names) == 1 else ''})")
    line = replaced(here, call, f"{ast.unparse(call.func)}({', '.join(rest)})")
    missing = [one for one in names if one not in scene.names]
    return f"from fastai.callback.schedule import {', '.join(missing)}\n{line}" if missing else line


def _formatted(line: ast.stmt | None) -> ast.AST | None:
    """The text with a format in it; Python does not tell which part of it was running."""
    return next((one for one in ast.walk(line) if isinstance(one, ast.JoinedStr)), None) if line else None


def _used_as_number(node: ast.AST | None) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp):
        yield from (node.left, node.right)
    elif isinstance(node, ast.Compare):
        yield from (node.left, *node.comparators)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OF_NUMBERS:
        yield from node.args[:1]
    elif isinstance(node, (ast.JoinedStr, ast.FormattedValue)):
        yield from (
            one.value for one in ast.walk(node) if isinstance(one, ast.FormattedValue) and one.format_spec
        )
