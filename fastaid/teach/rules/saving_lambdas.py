"""Pickling what holds a lambda, or a function made inside another: a pickle keeps a function by its name alone."""

from __future__ import annotations

import ast
import functools
import pickle
from collections import deque
from types import FunctionType, MethodType, ModuleType
from typing import Any

from executing import Source

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_learner, is_module, is_of, is_table, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, last_name, parent
from fastaid.teach.rules.python_source import call_at, text_of
from fastaid.teach.scene import Scene

PICKLERS = ("dump", "dumps", "save", "save_pickle", "export", "deepcopy")
MOST_OBJECTS = 20_000
LONGEST_LINE = 160


@rule(pickle.PicklingError, AttributeError)
def holds_a_lambda(scene: Scene) -> Diagnosis | None:
    """`torch.save(dls)`, `pickle.dump(dls, f)`, `learn.export()`: a transform in it is a lambda."""
    if "ickle" not in scene.message:
        return None
    text, held, again = pickled(scene)
    if held is UNKNOWN or is_module(held):
        return None
    function = _nameless(held)
    if function is None:
        return None
    if getattr(held, "default_factory", None) is function:
        return _of_a_default(text, again)
    outer, _, _ = function.__qualname__.partition(".<locals>")
    if function.__name__ != "<lambda>":
        return Diagnosis(
            f"`{text}` holds the function `{function.__name__}`, which was defined inside `{outer}`.",
            "A pickle keeps a function by its name alone, and one inside another cannot be found by its name.",
            "",
            f"Define `{function.__name__}` in a cell, outside of `{outer}`, and make `{text}` again.",
            card="export",
        )
    node = lambda_node(function)
    around = parent(node)
    word = f"{around.arg}=" if isinstance(around, ast.keyword) and around.arg else ""
    written = f"{word}{text_of(node)}" if node is not None and text_of(node) else ""
    name = f"`{text}`" if text.isidentifier() else "What is saved"
    what = f"{name} holds a lambda" + (f", `{written}`" if written else "") + ": a function without a name."
    return Diagnosis(
        what,
        "A pickle keeps a function by its name alone, to find it again when it is read.",
        *_mended(scene, text, node, again),
        card="export",
    )


def _of_a_default(text: str, again: str) -> Diagnosis:
    """`defaultdict(lambda: 0)`."""
    return Diagnosis(
        f"`{text}` is a `defaultdict`, and what it makes missing values with is a lambda: a function without a name.",
        "A pickle keeps a function by its name alone, to find it again when it is read.",
        again.replace(f"({text}", f"(dict({text})", 1) or f"dict({text})",
        "Write it as a plain dict, which holds the same values:",
    )


def pickled(scene: Scene) -> tuple[str, Any, str]:
    """What was to be written: the learner's code for it, the object, and the line that writes it."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or last_name(call.func) not in PICKLERS:
        return "", UNKNOWN, ""
    again = text_of(call, LONGEST_LINE) if here.function == "<module>" and not _is_inside_with(call) else ""
    if last_name(call.func) == "export":
        held: Any = here.value(call.func.value) if isinstance(call.func, ast.Attribute) else UNKNOWN
        text = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
        return (text, held, again) if is_learner(held) else ("", UNKNOWN, "")
    place = 1 if last_name(call.func) == "save_pickle" else 0
    node = here.argument(call, place, "obj")
    frame = scene.within("torch.serialization", "save")
    held = frame.names.get("obj", UNKNOWN) if frame is not None else here.value(node)
    return (text_of(node), held, again) if text_of(node) else ("", UNKNOWN, "")


def _is_inside_with(node: ast.AST | None) -> bool:
    while (node := parent(node)) is not None:
        if isinstance(node, ast.With):
            return True
    return False


def _nameless(root: Any) -> FunctionType | None:
    """A function inside an object that cannot be found by its name."""
    waiting, seen = deque([root]), {id(root)}
    while waiting and len(seen) < MOST_OBJECTS:
        held = waiting.popleft()
        if isinstance(held, FunctionType):
            if held.__module__ == "__main__" and (
                "<lambda>" in held.__qualname__ or "<locals>" in held.__qualname__
            ):
                return held
            continue
        for part in _parts(held):
            if id(part) not in seen:
                seen.add(id(part))
                waiting.append(part)
    return None


def _parts(held: Any) -> list[Any]:
    """What an object is made of, as far as a pickle goes into it."""
    if isinstance(held, (str, bytes, int, float, bool, type, ModuleType, type(None))) or is_module(held):
        return []
    if is_tensor(held) or is_array(held) or is_table(held):
        return []
    if isinstance(held, dict):
        return [*held.values(), getattr(held, "default_factory", None)]
    if isinstance(held, (list, tuple, set, frozenset)):
        return list(held)[:1000]
    if isinstance(held, functools.partial):
        return [held.func, *held.args, *held.keywords.values()]
    if isinstance(held, MethodType):
        return [held.__self__, held.__func__]
    if is_of(held, "plum", "Function"):
        return [getattr(one, "implementation", None) for one in getattr(held, "methods", None) or []]
    return list(stored(held).values())


def lambda_node(function: FunctionType) -> ast.Lambda | None:
    """The lambda as it is written."""
    code = function.__code__
    try:
        tree = Source.for_filename(code.co_filename).tree
    except Exception:  # noqa: BLE001  a source that is no longer there
        return None
    names = list(code.co_varnames[: code.co_argcount])
    found = [
        one
        for one in (ast.walk(tree) if tree is not None else ())
        if isinstance(one, ast.Lambda)
        and one.lineno == code.co_firstlineno
        and [arg.arg for arg in one.args.args] == names
    ]
    return found[0] if len(found) == 1 else None


def _mended(scene: Scene, text: str, node: ast.Lambda | None, again: str) -> tuple[str, str]:
    """The lambda as a function, and the lines that make the object again; with a sentence."""
    if node is None:
        return "", f"Write it as a function with a name (`def`), and make `{text}` again."
    around = parent(node)
    name, made = "own_function", None
    if isinstance(around, ast.keyword) and around.arg:
        name, made = around.arg, parent(around)
    elif isinstance(around, ast.Assign) and isinstance(around.targets[0], ast.Name):
        name = around.targets[0].id
    lines = [f"def {name}({ast.unparse(node.args)}): return {ast.unparse(node.body)}"]
    if isinstance(made, ast.Call) and isinstance(around, ast.keyword) and around.arg:
        lines.append(anew(made, {around.arg: name}))
    elif isinstance(around, ast.Call) and isinstance(parent(around), ast.Assign):
        lines.append(ast.unparse(parent(around)).replace(ast.unparse(node), name))  # type: ignore[arg-type]
    lines += _steps_after(scene, text, lines[-1])
    is_whole = lines[-1].startswith(f"{text} = ") and not any(len(one) > 2 * LONGEST_LINE for one in lines)
    if is_whole:
        how = f"Write it as a function with a name, and make `{text}` again:"
        return "\n".join([*lines, again] if again else lines), how
    return lines[
        0
    ], f"Make it a function with a name, write `{name}` in its place, and run what comes after it again:"


def _steps_after(scene: Scene, text: str, made: str) -> list[str]:
    """The lines between the one that is mended and the object that is pickled: `dls = …`, `learn = …`."""
    found: list[str] = []
    first = made.partition(" = ")[0]
    name = text.partition(".")[0]
    for _ in range(3):
        if name == first or not name.isidentifier():
            break
        value = assigned(scene, name)
        if value is None:
            break
        found.insert(0, f"{name} = {ast.unparse(value)}")
        words = [one.id for one in ast.walk(value) if isinstance(one, ast.Name) and one.id != name]
        if first in words:
            break
        name = next((one for one in words if one in ("dls", "learn", "dsets", "dblock")), "")
    return found if found and first in found[0] else []
