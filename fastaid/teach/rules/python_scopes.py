"""Names and what they stand for while code runs: local and global, shadowed, changed in a loop, called for ever."""

from __future__ import annotations

import ast
import builtins
import re
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis, Sure
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_tensor, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.notebook_names import ended_with_its_block
from fastaid.teach.rules.python_blocks import set_in_a_block
from fastaid.teach.rules.python_endless import each_other, of_a_property, of_attributes, without_end
from fastaid.teach.rules.python_first_values import empty_like, set_below
from fastaid.teach.rules.python_source import (
    FUNCTIONS,
    call_at,
    cell_trees,
    code_of,
    function_at,
    given,
    is_bound,
    kind_of,
    own_nodes,
    source_tree,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

CALLED = (TypeError, AttributeError)
LONGEST_FUNCTION = 300  # characters of one that is written again


def _given_in(scene: Scene, name: str) -> str:
    """Where a notebook's variable was given its value: "`list = [1]` in cell [3]"."""
    for number, tree in cell_trees(scene):
        for node in reversed(list(own_nodes(tree.body))):
            value = given(node, name)
            if value is not None:
                where = f" in cell [{number}]" if number else ""
                return f"`{name} = {text_of(value, 40) or '…'}`{where}"
            if isinstance(node, ast.For) and name in (text_of(one) for one in ast.walk(node.target)):
                return f"`for {text_of(node.target)} in …`"
    return ""


@rule(TypeError)
def builtin_shadowed(scene: Scene) -> Diagnosis | None:
    """A variable has taken the name of a built-in: `list = […]`, then `list(x)`."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner:
        return None
    tried = [call.func]
    if text_of(call.func) in ("isinstance", "issubclass") and len(call.args) > 1:
        second = call.args[1]
        tried = list(second.elts) if isinstance(second, ast.Tuple) else [second]
    for node in tried:
        if not isinstance(node, ast.Name) or not hasattr(builtins, node.id):
            continue
        value = frame.value(node)
        if value is UNKNOWN or callable(value) or value is getattr(builtins, node.id):
            continue
        name = node.id
        where = _given_in(scene, name)
        is_global = name not in frame.scope.f_code.co_varnames
        too = _hidden_too(scene, name) if is_global else []
        be = "is" if len(too) == 1 else "are"
        more = f" {listed((f'`{one}`' for one in too), 4)} {be} hidden too." if too else ""
        return Diagnosis(
            f"`{name}` is {kind_of(value)} here, no longer Python's own `{name}`.{more}",
            f"A variable was given the name of a built-in{f', by {where}' if where else ''}; it hides "
            "the built-in.",
            f"del {', '.join([name, *too])}" if is_global else f"{name}_ = …",
            f"Get the built-in back, and give the variable another name (`my_{name}`) where it is made:"
            if is_global
            else f"Give the variable of `{frame.function}` another name:",
        )
    return None


def _hidden_too(scene: Scene, name: str) -> list[str]:
    """Other built-ins that the cell gave values to which hid this one."""
    for _, tree in cell_trees(scene):
        own = list(own_nodes(tree.body))
        if not any(given(one, name) is not None for one in own):
            continue
        words = [word for word in vars(builtins) if any(given(one, word) is not None for one in own)]
        return [one for one in words if one != name and one in scene.names and not callable(scene.names[one])]
    return []


@rule(TypeError)
def function_shadowed(scene: Scene) -> Diagnosis | None:
    """A variable has taken the name of a function that was defined or imported before."""
    error_at = scene.here
    if error_at is None or "not callable" not in scene.message:
        return None
    call = call_at(error_at)
    if call is None:
        return None
    names = [call.func] if scene.is_raised_by_learner else [one.value for one in call.keywords]
    names += [] if scene.is_raised_by_learner else list(call.args)
    for node in names:
        if not isinstance(node, ast.Name) or hasattr(builtins, node.id):
            continue
        value = error_at.value(node)
        if (
            value is UNKNOWN
            or callable(value)
            or value is None
            or not (
                type(value) in (int, float, str, list, tuple, dict)
                or is_tensor(value)
                or is_array(value)
                or is_of(value, "numpy", "generic")
            )
        ):
            continue
        before = _was_function(scene, node.id)
        if not before:
            continue
        where = _given_in(scene, node.id)
        own = _own_result(error_at, node.id)
        if own is not None:
            text = text_of(own)
            return Diagnosis(
                f"`{node.id}` is {kind_of(value)} here, no longer the function.",
                f"`{node.id} = {text}` gave the function's name to its own result, which hides the function; the "
                "next call finds the result.",
                f"{before}\n{node.id}_ = {text}",
                "Get the function back, and give its result another name:",
            )
        return Diagnosis(
            f"`{node.id}` is {kind_of(value)} here, no longer the function.",
            f"{where or 'A variable'} gave the function's name to another value, which hides the function.",
            before,
            f"Get the function back, and give the variable another name (`{node.id}_`) where it is made:",
        )
    return None


def _own_result(frame: Frame, name: str) -> ast.expr | None:
    """The call that gave a function's result to the function's own name: `loss = loss(a, b)`."""
    for node in ast.walk(source_tree(frame) or ast.Module([], [])):
        value = given(node, name)
        if isinstance(value, ast.Call) and text_of(value.func) == name and text_of(value):
            return value
    return None


def _was_function(scene: Scene, name: str) -> str:
    """The line that brings back a function whose name was taken, "" where there was none."""
    for number, tree in cell_trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and node.name == name:
                return f"# run cell [{number}] again, which defines {name}"
            if not isinstance(node, ast.ImportFrom) or not node.module or node.level:
                continue
            if name in [one.asname or one.name for one in node.names]:
                return f"from {node.module} import {name}"
            if node.names[0].name == "*" and callable(vars(library(node.module) or object).get(name)):
                return f"from {node.module} import {name}"
    return ""


@rule(UnboundLocalError)
def local_before_assignment(scene: Scene) -> Diagnosis | None:
    """A function gives a name a value, so the name is its own, and reads it before."""
    frame = scene.last
    name = getattr(scene.error, "name", None) or (re.search(r"'(\w+)'", scene.message) or ["", ""])[1]
    function = function_at(frame) if frame is not None and frame.is_learners else None
    if frame is None or function is None or not name:
        return None
    if _is_deleted(function, name):
        return Diagnosis(
            f"`{name}` was deleted in `{function.name}` and is used after that.",
            "After `del` a name has no value.",
            f"{name} = …",
            "Give it a value again, or delete it later:",
        )
    stores = [one for one in own_nodes(function.body) if _binds(one, name)]
    if not stores and ended_with_its_block(scene):
        return None
    first = getattr(stores[0], "lineno", 0) if stores else "?"
    is_augmented = any(isinstance(one, ast.AugAssign) for one in stores)
    is_earlier = any(getattr(one, "lineno", 0) < frame.line for one in stores)
    outside = scene.names.get(name, UNKNOWN)
    # A name that stands outside too, and is added to or set inside a block, was meant to be that one.
    if outside is not UNKNOWN and not callable(outside):
        return _meant_outside(
            function, name, outside, "likely" if is_earlier and not is_augmented else "certain"
        )
    if is_earlier:
        return set_in_a_block(scene, frame, function, name, is_augmented)
    if outside is not UNKNOWN or hasattr(builtins, name):
        return Diagnosis(
            f"`{function.name}` has a variable `{name}` of its own, so `{name}` is not the function there.",
            f"Line {first} gives `{name}` a value; that makes the name local in "
            "the whole function, also above that line.",
            f"{name}_ = …",
            "Give the variable another name, here and where it is used:",
        )
    later = set_below(scene, frame, function, name)
    if later is not None:
        return Diagnosis(
            f"`{function.name}` reads `{name}` in line {frame.line} and gives it a value only in line {first}.",
            "A function's lines run from top to bottom.",
            code_of(later),
            f"Move line {first} up, above line {frame.line}:",
        )
    return Diagnosis(
        f"`{function.name}` reads `{name}` before it gives it a value (line {first}).",
        "A function's lines run from top to bottom."
        + (f" `{_sign(stores)}` takes the old value, and there is none." if is_augmented else ""),
        f"{name} = {empty_like(frame, stores)}" if is_augmented else f"{name} = …",
        "Give it a first value at the beginning of the function:",
    )


def _sign(stores: list[ast.AST]) -> str:
    added = next(one for one in stores if isinstance(one, ast.AugAssign))
    return text_of(added).removeprefix(text_of(added.target)).split()[0]


def _is_deleted(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> bool:
    return any(
        isinstance(one, ast.Delete) and name in [text_of(two) for two in one.targets]
        for one in own_nodes(function.body)
    )


def _meant_outside(
    function: ast.FunctionDef | ast.AsyncFunctionDef, name: str, outside: Any, sure: Sure
) -> Diagnosis:
    """A variable of the notebook that the function was to change."""
    return Diagnosis(
        f"`{function.name}` gives `{name}` a value, so `{name}` is a local variable there; it has no "
        "value yet.",
        f"Outside there is a `{name}` too ({kind_of(outside)}), but a name that a function assigns to "
        "is its own.",
        _with_global(function, name),
        "To change the outer one, begin the function so (better: pass it in and return the new value):",
        sure=sure,
    )


def _with_global(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> str:
    """The function with a `global` line; its first lines alone where it is long."""
    header, *body = ast.unparse(function).splitlines()
    lines = [header, f"    global {name}", *body]
    if header.startswith("@") or sum(map(len, lines)) > LONGEST_FUNCTION:
        return f"def {function.name}({ast.unparse(function.args)}):\n    global {name}"
    return "\n".join(lines)


def _binds(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.AugAssign):
        return isinstance(node.target, ast.Name) and node.target.id == name
    return isinstance(node, (ast.stmt, ast.NamedExpr)) and (
        given(node, name) is not None
        or (
            not isinstance(node, (ast.If, ast.While, ast.Try, ast.With, ast.For))
            and is_bound([node], name)
            and not isinstance(node, ast.Expr)
        )
        or (
            # Of a loop only its own names: what its body sets is set where it stands.
            isinstance(node, ast.For) and name in (text_of(one) for one in ast.walk(node.target))
        )
    )


@rule(RuntimeError)
def changed_while_looping(scene: Scene) -> Diagnosis | None:
    """A dict or a set is changed while a loop goes through it."""
    frame = scene.here
    if frame is None or not re.search(
        r"(dictionary|set|OrderedDict|deque).*(changed|mutated)|keys changed", scene.message, re.I
    ):
        return None
    if not scene.is_raised_by_learner:
        return None
    statement = statement_at(frame)
    tree = source_tree(frame)
    loop = (
        statement
        if isinstance(statement, ast.For)
        else next(
            (
                one
                for one in ast.walk(tree)
                if isinstance(one, ast.For) and one.lineno <= frame.line <= (one.end_lineno or 0)
            ),
            None,
        )
        if tree is not None
        else None
    )
    if loop is None:
        return None
    text = text_of(loop.iter)
    held = re.sub(r"\.(items|keys|values)\(\)$", "", text)
    kind = "set" if "set" in scene.message.lower() else "dict"
    return Diagnosis(
        f"The loop goes through the {kind} `{held}`, and its body adds or removes items.",
        f"A {kind} must not change its size while it is looped over.",
        f"for {text_of(loop.target)} in list({text}):",
        "Loop over a copy:",
    )


@rule(StopIteration)
def used_up(scene: Scene) -> Diagnosis | None:
    """`next` on something that has no more items."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if (
        frame is None
        or call is None
        or not scene.is_raised_by_learner
        or text_of(call.func) != "next"
        or not call.args
    ):
        return None
    text = text_of(call.args[0])
    value = frame.value(call.args[0])
    kind = type(value).__name__ if value is not UNKNOWN else "iterator"
    return Diagnosis(
        f"`{text}` is used up: it has no more items." if kind != "iterator" else f"`{text}` gives no items.",
        f"A {kind} gives each item once; a loop, `list` or earlier `next` has taken them all (or "
        "there were none).",
        f"next({text}, None)",
        f"Make `{text}` again, or say what shall come when nothing is left:",
    )


@rule(RecursionError)
def calls_itself(scene: Scene) -> Diagnosis | None:
    """A function calls itself without coming to an end."""
    own = [one for one in scene.frames if one.is_learners and one.function != "<module>"]
    if len(own) < 50:
        return None
    # A comprehension has a frame of its own; the function around it is what calls itself.
    own = [one for one in own if not one.function.startswith("<") or one.function == "<lambda>"] or own
    names = list(dict.fromkeys(one.function for one in own[-20:]))
    depth = counted(len(own), "call")
    if len(names) > 1:
        return each_other(names, depth)
    return of_a_property(own[-1]) or of_attributes(own[-1]) or without_end(own[-1], depth)
