"""What a value can do: be called, indexed, looped over, changed, measured, taken apart."""

from __future__ import annotations

import ast
import inspect
import re
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.numbers_looped import loop_around, of_a_loop_of_numbers, of_a_taken_name
from fastaid.teach.rules.python_brackets import FUNCTION_KINDS, TAKES_FIRST, in_parentheses
from fastaid.teach.rules.python_source import (
    call_at,
    code_of,
    kind_of,
    loop_at,
    needed_arguments,
    node_at,
    origin,
    replaced,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

FUNCTIONS = (FunctionType, BuiltinFunctionType, MethodType)
VIEWS = ("keys", "values", "items")
WITHOUT_ARGUMENTS = (
    "copy",
    "numpy",
    "size",
    "split",
    "strip",
    "tolist",
)  # methods written in C that need none
NUMBERS = (int, float, bool)
LAZY = (
    "generator", "map", "filter", "zip", "enumerate", "reversed", "dict_keys", "dict_values", "dict_items",
    "list_iterator", "set", "frozenset",
)  # fmt: skip
GIVEN_ONCE = ("generator", "map", "filter", "zip", "enumerate", "reversed", "list_iterator")


def failed_at(scene: Scene, words: str) -> Frame | None:
    """The learner's frame, where the error was raised there and says these words."""
    frame = scene.here
    return (
        frame
        if frame is not None and scene.is_raised_by_learner and re.search(words, scene.message)
        else None
    )


def _needs_nothing(function: Any) -> bool:
    """Whether a function can be called with empty parentheses."""
    if isinstance(function, type) or not callable(function):
        return False
    if isinstance(function, BuiltinFunctionType):
        return getattr(function, "__name__", "") in (*VIEWS, *WITHOUT_ARGUMENTS)
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return False
    return all(
        one.default is not one.empty or one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
        for one in parameters
    )


@rule(TypeError)
def not_indexable(scene: Scene) -> Diagnosis | None:
    """`5[0]`, `len[x]`, `set[0]`, `zip(…)[0]`."""
    frame = failed_at(
        scene, "not subscriptable|is not subscriptable|unsubscriptable|does not support indexing"
    )
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    value = frame.value(node.value)
    text, key = text_of(node.value), text_of(node.slice)
    found = re.match(r"'([\w.]+)' object is not subscriptable", scene.message)
    name = found[1] if found else type(value).__name__
    if isinstance(value, (*FUNCTIONS, type)) or name in FUNCTION_KINDS:
        if _needs_nothing(value) and getattr(value, "__name__", "") not in TAKES_FIRST:
            call = f"list({text}())" if getattr(value, "__name__", "") in VIEWS else f"{text}()"
            word = "method" if isinstance(node.value, ast.Attribute) else "function"
            return Diagnosis(
                f"`{text}` is a {word}: it was not called.",
                "Without parentheses a name stands for the function itself. The items are in what a call returns.",
                replaced(frame, node.value, call),
                "Call it first:",
            )
        inside = in_parentheses(value, node.slice)
        is_method = isinstance(node.value, ast.Attribute) and hasattr(value, "__self__")
        kind = "class" if isinstance(value, type) else "method" if is_method else "function"
        return Diagnosis(
            f"`{text}` is a {kind}, and square brackets follow it.",
            f"A {kind} is called with round parentheses; square brackets take an item out of something.",
            replaced(frame, node, f"{text}({inside})"),
            "Write:",
        )
    if name in LAZY or type(value).__name__ in LAZY:
        name = name if value is UNKNOWN else type(value).__name__
        return Diagnosis(
            f"`{text}` is {_spoken(name)}, and has no item number {key}."
            if key.lstrip("-").isdigit()
            else f"`{text}` is {_spoken(name)}; square brackets take nothing out of it.",
            _why_no_place(name),
            (_as_list(scene, frame, node.value) if name in GIVEN_ONCE else "")
            or replaced(frame, node.value, f"list({text})"),
            "Make a list of it first:",
        )
    if name == "coroutine":
        return Diagnosis(
            f"`{text}` is a coroutine: it has not been waited for.",
            "An `async` function gives its result only to `await`.",
            replaced(frame, node.value, f"(await {text})"),
            "Write:",
        )
    if type(value) in NUMBERS:
        return Diagnosis(
            f"`{text}` is {kind_of(value)}; a number has no items.",
            f"Square brackets ask for item `{key}` of it. A list was expected, or there is one pair "
            "of brackets too many.",
            text,
            "To use the number itself, leave the brackets out:",
            sure="likely",
        )
    return None


def _spoken(name: str) -> str:
    views = {"dict_keys": "view of keys", "dict_values": "view of values", "dict_items": "view of items"}
    return f"{'an' if name == 'enumerate' else 'a'} {views.get(name, name)}"


def _why_no_place(name: str) -> str:
    """Why a lazy thing, or one without an order, has no first item."""
    if name in ("set", "frozenset"):
        return "The items of a set stand in no order, so none of them is the first."
    if name.startswith("dict_"):
        return "It shows what the dict holds, and is no list of its own."
    made = {"zip": "pairs its lists", "enumerate": "counts its items", "reversed": "goes backwards"}.get(name)
    return (
        f"`{name}` is an iterator: it {made} one item at a time, when a loop asks for the next, and has no index."
        if made
        else "It is an iterator: it gives its items one at a time, when a loop asks for the next, and has no index."
    )


@rule(TypeError)
def cannot_be_changed(scene: Scene) -> Diagnosis | None:
    """Strings and tuples cannot be changed in place."""
    frame = failed_at(scene, "does not support item (assignment|deletion)|doesn't support item deletion")
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    value = frame.value(ast.parse(text_of(node.value) or "0", mode="eval").body)
    text, key = text_of(node.value) or "x", text_of(node.slice)
    statement = statement_at(frame)
    new = text_of(statement.value) if isinstance(statement, ast.Assign) else "…"
    if type(value) is str:
        given_value = frame.value(statement.value) if isinstance(statement, ast.Assign) else UNKNOWN
        is_other = given_value is not UNKNOWN and type(given_value) is not str
        named_so = _list_named_so(scene, text) if is_other and loop_around(frame, text) is None else ""
        if named_so:
            return Diagnosis(
                f"`{text}` is {kind_of(value)}, and a string cannot be changed.",
                f"There is a list `{named_so}`, whose items can be set.",
                ast.unparse(statement).replace(f"{text}[", f"{named_so}[", 1)
                if statement is not None
                else "",
                "If the list is meant, write:",
                sure="likely",
            )
        new = f"str({new})" if is_other else new
        fix = f"{text} = {text}[:{key}] + {new} + {text}[{key}+1:]"
        return Diagnosis(
            f"`{text}` is {kind_of(value)}, and a string cannot be changed.",
            "A changed text is a new string.",
            fix,
            "Make a new one:",
        )
    if type(value) in (tuple, range, set, frozenset) or type(value).__name__ in LAZY:
        line = (
            ast.unparse(statement)
            if isinstance(statement, (ast.Assign, ast.Delete))
            else f"{text}[{key}] = …"
        )
        return Diagnosis(
            f"`{text}` is {kind_of(value)}, whose items cannot be set.",
            "Only a list (or a dict) takes a new value for an item.",
            f"{text} = list({text})\n{line}",
            "Make a list of it first:",
        )
    return None


def _list_named_so(scene: Scene, text: str) -> str:
    """The list whose item, by its name, a text is: `grades` of `grade`."""
    lists = [name for name, _ in scene.live(list)]
    return next((one for one in (f"{text}s", f"{text}es", f"{text}_list") if one in lists), "")


@rule(TypeError)
def not_iterable(scene: Scene) -> Diagnosis | None:
    """`for i in 5`, `list(3)`, a function that was not called."""
    frame = failed_at(
        scene, "not iterable|not an iterator|must be an iterable|iteration over a 0-d|non-iterable"
    )
    node = node_at(frame) if frame is not None else None
    if frame is None or (node is None and statement_at(frame) is None):
        return None
    for expr in _looped(frame):
        value, text = frame.value(expr), text_of(expr)
        if isinstance(expr, ast.Compare):
            continue
        found = of_a_taken_name(scene, frame, expr) or of_a_loop_of_numbers(frame, expr)
        if found is not None:
            return found
        if type(value) in NUMBERS or _is_of_a_number(expr):
            return _number_as_items(frame, node, expr)
        if isinstance(value, FUNCTIONS):
            arguments = needed_arguments(value)
            return Diagnosis(
                f"`{text}` is {kind_of(value)} itself; it was not called.",
                "Without parentheses the name stands for the function, not for what it returns.",
                replaced(frame, expr, f"{text}({arguments})"),
                "Call it, with your own values for its parameters:" if arguments else "Call it:",
            )
        if type(value) in (list, tuple, str, dict) and "not an iterator" in scene.message:
            return Diagnosis(
                f"`{text}` is {kind_of(value)}; `next` takes an iterator.",
                "`iter` makes one of a list, which then gives one item after the other.",
                f"it = iter({text})\nnext(it)",
                "Write:",
            )
        if type(value).__module__ == "__main__" and not isinstance(value, type):
            return _of_own_class(type(value).__name__, text)
    return None


def _is_of_a_number(expr: ast.expr) -> bool:
    """Whether it is `len(…)` or `int(…)`, which is a number whatever is in it."""
    return isinstance(expr, ast.Call) and isinstance(expr.func, ast.Name) and expr.func.id in ("len", "int")


def _number_as_items(frame: Frame, node: ast.AST | None, expr: ast.expr) -> Diagnosis:
    """A number where a loop or a function needs several things."""
    value, text = frame.value(expr), text_of(expr)
    if not isinstance(node, (ast.Compare, ast.Call)) and not _unpacks(frame):
        return Diagnosis(
            f"`{text}` is {kind_of(value) if value is not UNKNOWN else 'a number'}; a loop "
            "needs several things to go through.",
            "`range` makes the numbers from 0 up to it, without it.",
            replaced(frame, expr, f"range({text})"),
            "Write:",
        )
    function = text_of(node.func) if isinstance(node, ast.Call) else ""
    return Diagnosis(
        f"`{text}` is {kind_of(value)}; it does not hold several things.",
        "It stands where a list, a tuple or a string is needed.",
        replaced(frame, expr, f"[{text}]"),
        f"`{function}` takes a list (or the like):"
        if function in ("sum", "max", "min", "list", "enumerate")
        else "Put it into a list:",
        sure="likely",
    )


def _of_own_class(name: str, text: str) -> Diagnosis:
    return Diagnosis(
        f"`{text}` is an object of your class `{name}`, which cannot be looped over.",
        "Only objects whose class defines `__iter__` (or `__getitem__`) can.",
        "def __iter__(self):\n    return iter(self.…)",
        f"Give `{name}` this method, with the attribute that holds the items:",
    )


def _looped(frame: Frame) -> list[ast.expr]:
    node, statement, loop = node_at(frame), statement_at(frame), loop_at(frame)
    if loop is not None:
        return [loop.iter]
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)):
        return [one.iter for one in node.generators]
    if isinstance(node, ast.Call):
        return [one.value if isinstance(one, ast.Starred) else one for one in node.args]
    if isinstance(node, ast.Compare):
        return node.comparators
    if isinstance(statement, ast.For):
        return [statement.iter]
    if isinstance(statement, ast.Assign):
        return [statement.value]
    return []


def _unpacks(frame: Frame) -> bool:
    return isinstance(statement_at(frame), ast.Assign)


def _as_list(scene: Scene, frame: Frame, node: ast.expr) -> str:
    """The line that made what gives its items only once, so that it makes a list; "" for no variable."""
    if not isinstance(node, ast.Name):
        return ""
    made = code_of(origin(scene, frame, node.id))
    inner = made[1:-1] if made.startswith("(") and " for " in made else made
    return f"{node.id} = list({inner or node.id})"


@rule(TypeError)
def no_length(scene: Scene) -> Diagnosis | None:
    """`len(5)`, `len(map(…))`."""
    frame = failed_at(scene, "has no len")
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or text_of(call.func) != "len" or not call.args:
        return None
    value, text = frame.value(call.args[0]), text_of(call.args[0])
    if type(value) in NUMBERS:
        return Diagnosis(
            f"`{text}` is {kind_of(value)}; a number has no length.",
            "`len` counts the items of a list, a string or the like.",
            f"len(str({text}))",
            "To count its digits:",
            sure="likely",
        )
    if type(value).__name__ in LAZY:
        return Diagnosis(
            f"`{text}` is a {type(value).__name__}; how many items it will give is not known before.",
            "It makes its items one by one, and only once: it has no length, and no slices.",
            _as_list(scene, frame, call.args[0]) or f"len(list({text}))",
            "Make a list of it, which can be used again and again:",
        )
    if isinstance(value, FUNCTIONS):
        return Diagnosis(
            f"`{text}` is {kind_of(value)} itself; it was not called.",
            "A function has no length.",
            f"len({text}())",
            "Call it:",
        )
    return None


@rule(TypeError)
def unhashable(scene: Scene) -> Diagnosis | None:
    """A list or dict as a key, or in a set."""
    frame = failed_at(scene, "unhashable type")
    if frame is None:
        return None
    node = node_at(frame)
    found = re.search(r"unhashable type: '([\w.]+)'", scene.message)
    kind = found[1].replace("numpy.ndarray", "array") if found else "list"
    if kind not in ("list", "dict", "set", "slice", "array"):
        return None
    python_kind = "ndarray" if kind == "array" else kind
    key: ast.expr | None = None
    place = "a key of a dict"
    if isinstance(node, ast.Subscript):
        key = node.slice
        if type(frame.value(ast.parse(text_of(node.value) or "0", mode="eval").body)) is not dict:
            return None
    elif isinstance(node, ast.Dict):
        key = next(
            (one for one in node.keys if one is not None and type(frame.value(one)).__name__ == python_kind),
            None,
        )
    elif isinstance(node, ast.Set):
        key, place = (
            next((one for one in node.elts if type(frame.value(one)).__name__ == python_kind), None),
            "in a set",
        )
    elif isinstance(node, ast.Call) and text_of(node.func).endswith(("set", ".add")) and node.args:
        place = "in a set"
        if text_of(node.func) == "set":
            text = text_of(node.args[0])
            return Diagnosis(
                f"`{text}` holds {kind}s, and a set cannot hold a {kind}.",
                "What a set holds must never change; a list and a dict can. A tuple does not.",
                replaced(frame, node.args[0], f"tuple(x) for x in {text}") if kind == "list" else "",
                "Make tuples of them:"
                if kind == "list"
                else "Take something of each that does not change, such as one of its values.",
            )
        key = node.args[0]
    elif isinstance(node, ast.Compare):
        key, place = node.left, "looked up in a set or dict"
    if key is None:
        return None
    text = text_of(key)
    made = {"list": f"tuple({text})", "set": f"frozenset({text})", "array": f"tuple({text}.tolist())"}
    new, one = made.get(kind, ""), "an array" if kind == "array" else f"a {kind}"
    return Diagnosis(
        f"`{text}` is {one}; it cannot be {place}.",
        f"A key must never change, and {one} can. A tuple does not change.",
        replaced(frame, key, new) if new else "",
        "Write:" if new else "Take one of its values as the key, or its name.",
    )
