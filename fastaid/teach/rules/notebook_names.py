"""Names without a value: the cell was not run, the name is misspelt, lives elsewhere, or was never imported."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.notebook_order import needed_before
from fastaid.teach.rules.python_source import (
    FUNCTIONS,
    cell_trees,
    cells,
    function_at,
    given,
    is_bound,
    node_at,
    own_nodes,
    replaced,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

OLD_WORDS = {
    "xrange": "range", "raw_input": "input", "unicode": "str", "basestring": "str", "unichr": "chr", "long": "int",
    "true": "True", "false": "False", "none": "None", "null": "None", "NULL": "None", "nil": "None", "TRUE": "True",
    "FALSE": "False", "nan": "float('nan')", "NaN": "float('nan')", "inf": "float('inf')", "file": "open",
    "elif": "if", "boolean": "bool", "string": "str", "integer": "int", "undefined": "None",
}  # fmt: skip


def missing_name(scene: Scene) -> tuple[str, Frame] | None:
    """The name without a value, and the learner's frame that asked for it."""
    error, frame = scene.error, scene.here
    if (
        not isinstance(error, NameError)
        or isinstance(error, UnboundLocalError)
        or not error.name
        or frame is None
    ):
        return None
    return (error.name, frame) if scene.is_raised_by_learner else None


def bind_places(scene: Scene, name: str) -> Iterator[tuple[int, ast.Module]]:
    """The cells that give a name a value, the latest first."""
    for number, tree in cell_trees(scene):
        if is_bound(tree.body, name):
            yield number, tree


@rule(NameError)
def attribute_of_self(scene: Scene) -> Diagnosis | None:
    """In a method the object's own attributes are reached through `self`."""
    found = missing_name(scene)
    if found is None or "self" not in found[1].names:
        return None
    name, frame = found
    owner = frame.names["self"]
    held = name in stored(owner) or any(name in vars(kind) for kind in type(owner).__mro__[:-1])
    for table in ("_modules", "_parameters", "_buffers"):
        held = held or name in stored(owner).get(table, {})
    if not held:
        return None
    return Diagnosis(
        f"`{name}` is an attribute of the object, and `{frame.function}` names it without `self.`.",
        f"Inside a method of `{type(owner).__name__}` the object's attributes and methods are not "
        "plain names.",
        replaced(frame, node_at(frame), f"self.{name}"),
        "Write:",
    )


@rule(NameError)
def forgotten_quotes(scene: Scene) -> Diagnosis | None:
    """A key, a column or a file's name without its quotes."""
    found = missing_name(scene)
    if found is None:
        return None
    name, frame = found
    statement = statement_at(frame)
    for node in ast.walk(statement) if statement is not None else ():
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Name) and node.slice.id == name:
            holder = frame.value(node.value)
            keys = list(holder.columns) if is_table(holder) else list(holder) if type(holder) is dict else []
            if name in keys:
                thing = "column" if is_table(holder) else "key"
                text = text_of(node.value)
                return Diagnosis(
                    f"`{name}` is not a variable; `{text}` has a {thing} '{name}'.",
                    "Without quotes Python looks for a variable of that name.",
                    replaced(frame, node.slice, f"'{name}'"),
                    f"Put the {thing} into quotes:",
                )
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name:
            file = f"{name}.{node.attr}"
            if node.attr in (
                "csv",
                "txt",
                "json",
                "jpg",
                "png",
                "zip",
                "pkl",
                "pth",
                "ipynb",
                "jpeg",
                "xlsx",
                "parquet",
            ):
                return Diagnosis(
                    f"`{file}` is a file's name without quotes.",
                    f"Python reads it as an attribute of a variable `{name}`.",
                    replaced(frame, node, f"'{file}'"),
                    "Put it into quotes:",
                )
    return None


@rule(NameError)
def old_or_foreign_word(scene: Scene) -> Diagnosis | None:
    """`xrange`, `true`, `null`: Python 3 has another word."""
    found = missing_name(scene)
    if found is None or found[0] not in OLD_WORDS or any(bind_places(scene, found[0])):
        return None
    name, frame = found
    now = OLD_WORDS[name]
    python_2 = name in ("xrange", "raw_input", "unicode", "basestring", "unichr", "long", "file")
    return Diagnosis(
        f"Python 3 has no `{name}`.",
        f"That was Python 2's word; Python 3 calls it `{now}`." if python_2 else f"Python writes `{now}`.",
        replaced(frame, node_at(frame), now),
        "Write:",
    )


def ended_with_its_block(scene: Scene) -> str:
    """The name of a function's caught error that is read below its `except` block, "" for any other name."""
    frame = scene.here
    name = str(getattr(scene.error, "name", None) or (re.search(r"'(\w+)'", scene.message) or ["", ""])[1])
    function = (
        function_at(frame) if frame is not None and isinstance(scene.error, UnboundLocalError) else None
    )
    if function is None or not name:
        return ""
    stores = [
        one
        for one in ast.walk(function)
        if isinstance(one, ast.Name) and one.id == name and not isinstance(one.ctx, ast.Load)
    ]
    caught = any(isinstance(one, ast.ExceptHandler) and one.name == name for one in ast.walk(function))
    return name if caught and not stores else ""


@rule(NameError)
def of_except_clause(scene: Scene) -> Diagnosis | None:
    """The name of a caught error ends with its `except` block."""
    found = missing_name(scene)
    name = found[0] if found is not None else ended_with_its_block(scene)
    if not name:
        return None
    for _, tree in cell_trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler) and node.name == name:
                kind = text_of(node.type) if node.type is not None else "Exception"
                return Diagnosis(
                    f"`{name}` was the caught error, and is gone after its `except` block.",
                    f"Python deletes the name in `except {kind} as {name}` at the block's end.",
                    f"except {kind} as {name}:\n    error = {name}",
                    "Keep the error under another name:",
                )
    return None


@rule(NameError)
def deleted(scene: Scene) -> Diagnosis | None:
    """`del x` ran after x was made."""
    found = missing_name(scene)
    if found is None:
        return None
    name, frame = found
    last = cells(scene)[-1][0]
    for number, tree in cell_trees(scene):
        for node in reversed(list(own_nodes(tree.body))):
            if number == last and frame.function == "<module>" and getattr(node, "lineno", 0) >= frame.line:
                continue
            if isinstance(node, ast.Delete) and any(
                isinstance(one, ast.Name) and one.id == name for one in node.targets
            ):
                made = _made(scene, name)
                is_here = number == last and frame.function == "<module>"
                if is_here and not made:
                    return Diagnosis(
                        f"`{name}` was deleted by `del {name}` in this cell, and line {frame.line} uses it again.",
                        "After `del` the name has no value until it is given one again.",
                        _without_del(scene, node, name),
                        f"Make `{name}` again (run the cell that makes it), and take `del {name}` out of this cell"
                        + (":" if _without_del(scene, node, name) else "."),
                    )
                return Diagnosis(
                    f"`{name}` was deleted by `del {name}` in "
                    f"{'this cell' if number == last else f'cell [{number}]'}.",
                    "After `del` the name has no value until it is given one again.",
                    made,
                    "Make it again before this line:" if made else "Run the cell that makes it again.",
                )
            if given(node, name) is not None:
                return None
    return None


def _without_del(scene: Scene, node: ast.Delete, name: str) -> str:
    """The rest of the cell from the line of its `del` on; "" where it is long."""
    lines = scene.cell.splitlines()[node.lineno - 1 : node.lineno + 5]
    kept = [ast.unparse(one) for one in node.targets if ast.unparse(one) != name]
    lines[0] = f"del {', '.join(kept)}" if kept else f"# del {name}"
    is_alone = scene.cell.splitlines()[node.lineno - 1].strip() == ast.unparse(node)
    return "\n".join(lines) if is_alone and len("\n".join(lines)) < 200 else ""


def _made(scene: Scene, name: str) -> str:
    for _, tree in cell_trees(scene):
        for node in reversed(list(own_nodes(tree.body))):
            value = given(node, name)
            if value is not None:
                return f"{name} = {text_of(value)}" if text_of(value) else ""
    return ""


@rule(NameError)
def used_too_early(scene: Scene) -> Diagnosis | None:
    """The name gets its value further down in the same cell."""
    found = missing_name(scene)
    if found is None:
        return None
    name, frame = found
    last = cells(scene)[-1][0]
    tree = next((tree for number, tree in cell_trees(scene) if number == last), None)
    line = frame.line if frame.function == "<module>" else scene.top.line if scene.top is not None else 0
    if tree is None or any(number != last for number, _ in bind_places(scene, name)):
        return None
    for node in own_nodes(tree.body):
        is_definition = isinstance(node, (*FUNCTIONS, ast.ClassDef)) and node.name == name
        value = given(node, name)
        at = getattr(node, "lineno", 0)
        if not (is_definition or value is not None) or at < line:
            continue
        if (
            value is not None
            and any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(value))
            and at == line
        ):
            return Diagnosis(
                f"`{name}` has no value yet, and its first one is computed from itself.",
                f"`{text_of(node) or name}` needs an earlier value of `{name}`.",
                f"{name} = 0",
                "Give it a first value before (for a sum 0, for a list []):",
            )
        if at > line:
            kind = (
                "def"
                if is_definition and not isinstance(node, ast.ClassDef)
                else "class"
                if is_definition
                else ""
            )
            needed = [] if kind else needed_before(scene, tree, line, name)
            places = listed((f"{one.lineno}" for one in needed), 6)
            return Diagnosis(
                f"Line {line} uses `{name}`, which gets its value only in line {at}.",
                "A cell runs from top to bottom."
                + (f" Line {at} needs others that stand below too." if len(needed) > 1 else ""),
                f"{kind} {name}…".strip()
                if kind
                else "\n".join(text_of(one, 110) for one in needed) or text_of(node) or f"{name} = …",
                f"Move the definition above line {line}."
                if kind
                else f"Move line{'s' if len(needed) > 1 else ''} {places or at} above line {line}:",
            )
    return None


@rule(NameError)
def local_to_function(scene: Scene) -> Diagnosis | None:
    """The name lives only inside a function, a class or a comprehension."""
    found = missing_name(scene)
    if found is None or any(bind_places(scene, found[0])):
        return None
    name, frame = found
    for _, tree in cell_trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, FUNCTIONS):
                if node.name == frame.function or (
                    not is_bound(node.body, name) and name not in _parameters(node)
                ):
                    continue
                as_what = "a parameter of" if name in _parameters(node) else "a variable inside"
                arguments = ", ".join(_parameters(node))
                call = f"{name} = {node.name}({arguments})"
                return Diagnosis(
                    f"`{name}` is {as_what} the function `{node.name}`; outside of it the name has no value.",
                    "Names of a function exist only while it runs.",
                    f"    return {name}   # at the end of {node.name}\n{call}"
                    if as_what == "a variable inside"
                    else "",
                    "Let the function return it, and keep what it returns:"
                    if as_what == "a variable inside"
                    else f"Give it a value here first, or use the variable that you pass to `{node.name}`.",
                    sure="likely",
                )
            if isinstance(node, ast.ClassDef) and (is_bound(node.body, name)):
                return Diagnosis(
                    f"`{name}` belongs to the class `{node.name}`; alone the name has no value.",
                    "What is defined in a class is reached through the class or through an object of it.",
                    replaced(frame, node_at(frame), f"{node.name}.{name}"),
                    "Write (or through an object of the class):",
                    sure="likely",
                )
    return None


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    every = node.args
    return [one.arg for one in (*every.posonlyargs, *every.args, *every.kwonlyargs)]


@rule(NameError)
def not_reached(scene: Scene) -> Diagnosis | None:
    """The cell that gives the name a value stopped before it did."""
    found = missing_name(scene)
    if found is None:
        return None
    name, last = found[0], cells(scene)[-1][0]
    place = next(((number, tree) for number, tree in bind_places(scene, name) if number != last), None)
    if place is None:
        return None
    number, tree = place
    in_block = not any(given(one, name) is not None for one in tree.body) and not any(
        isinstance(one, (*FUNCTIONS, ast.ClassDef, ast.Import, ast.ImportFrom)) for one in tree.body
    )
    why = (
        "There it stands in a block (`if`, `for`, `try` …) that may not have run, or the cell "
        "stopped at an error first."
        if in_block
        else "That cell stopped at an error before it came so far (or the name was removed by `%reset`)."
    )
    return Diagnosis(
        f"`{name}` gets its value in cell [{number}], but it has none.",
        why,
        "",
        f"Look at cell [{number}], mend what stops it, run it again, then this one.",
        sure="likely",
    )
