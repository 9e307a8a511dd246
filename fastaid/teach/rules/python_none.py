"""None where a value was expected: what returned it, and why."""

from __future__ import annotations

import ast
import inspect
import textwrap
from types import FunctionType, MethodType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.lines_again import last_line
from fastaid.teach.rules.python_matches import matched
from fastaid.teach.rules.python_source import (
    FUNCTIONS,
    call_at,
    code_of,
    cut,
    given,
    is_own,
    loop_at,
    near,
    node_at,
    origin,
    own_nodes,
    shown,
    source_tree,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

IN_PLACE = frozenset({
    "sort", "append", "extend", "reverse", "insert", "remove", "clear", "add", "update", "discard", "shuffle",
        "setdefault"
})  # fmt: skip
SEARCHES = frozenset({"match", "search", "fullmatch"})
Why = tuple[str, str, str]  # the cause, the words before the line, the line


def none_in(frame: Frame, error: BaseException) -> ast.expr | None:
    """The expression of the running line that is None."""
    node = node_at(frame)
    if isinstance(error, AttributeError):
        return node.value if isinstance(node, ast.Attribute) and error.obj is None else None
    tried: list[ast.expr] = []
    loop = loop_at(frame)
    if "__format__" in str(error):
        tried = formatted(frame)
    elif loop is not None:
        tried = [loop.iter]
    elif isinstance(node, ast.Subscript):
        tried = [node.value]
    elif isinstance(node, ast.Call):
        tried = [node.func, *node.args]
    elif isinstance(node, ast.BinOp):
        tried = [node.left, node.right]
    elif isinstance(node, ast.AugAssign):
        tried = [node.target, node.value]
    elif isinstance(node, ast.Compare):
        tried = [node.left, *node.comparators]
    elif isinstance(node, ast.expr):
        tried = [one.iter for one in node.generators] if isinstance(node, ast.ListComp) else [node]
    if node is None or (isinstance(node, ast.expr) and not tried):
        statement = statement_at(frame)
        if isinstance(statement, ast.Assign):
            tried = [statement.value]
    found = [one for one in tried if frame.value(one) is None]
    if not found and "NoneType" in str(error):
        # A call cannot be made again to see; the message says that one of them gave None.
        calls: list[ast.expr] = [one for one in tried if isinstance(one, ast.Call)]
        found = calls if len(calls) == 1 else []
    return found[0] if found else None


def formatted(frame: Frame) -> list[ast.expr]:
    """What the running line writes into a text with a format: `f'{loss:.2f}'`, `'{:.2f}'.format(loss)`."""
    line = statement_at(frame)
    found: list[ast.expr] = []
    for one in ast.walk(line) if line is not None else ():
        if isinstance(one, ast.FormattedValue) and one.format_spec is not None:
            found.append(one.value)
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == "format":
            found += [*one.args, *(keyword.value for keyword in one.keywords)]
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "format":
            found += one.args[:1]
    return found


@rule(TypeError, AttributeError)
def none_result(scene: Scene) -> Diagnosis | None:
    """A function that returns nothing, a method that changes in place, a search without a match."""
    frame = scene.here
    if frame is None or not scene.is_raised_by_learner or "None" not in scene.message:
        return None
    node = none_in(frame, scene.error)
    if node is None:
        return None
    name = node.id if isinstance(node, ast.Name) else ""
    source = origin(scene, frame, name) if name else node
    why = _why(source, frame, name, scene) if source is not None else None
    if why is None and name and (later := _of_last_round(frame, name)) is not None:
        source = later
        why = _why(later, frame, name, scene)
    if why is None or source is None:
        return None
    cause, how, fix = why
    text = text_of(node) or "the value"
    came = f" It came from `{text_of(source)}`." if name and text_of(source) not in ("", "None") else ""
    return Diagnosis(f"`{text}` is None{_use(scene)}.{came}", cause, fix, how)


def _of_last_round(frame: Frame, name: str) -> ast.expr | None:
    """What a loop gave to a name in the round before: the line stands at or below the one that failed."""
    tree = source_tree(frame)
    for loop in ast.walk(tree) if tree is not None else ():
        if isinstance(loop, (ast.For, ast.While)) and loop.lineno < frame.line <= (loop.end_lineno or 0):
            bound = [
                value
                for one in own_nodes(loop.body)
                if (value := given(one, name)) is not None and value.lineno >= frame.line
            ]
            if len(bound) == 1:
                return bound[0]
    return None


def _use(scene: Scene) -> str:
    error = scene.error
    if isinstance(error, AttributeError):
        return f", which has no `.{error.name}`"
    for words, said in (
        ("not subscriptable", ", and has no items"),
        ("not iterable", ", and cannot be looped over"),
        ("not callable", ", and cannot be called"),
        ("no len", ", and has no length"),
        ("__format__", ", and has no digits to be written"),
    ):
        if words in scene.message:
            return said
    return ", and nothing can be computed with it"


def _why(source: ast.expr, frame: Frame, name: str, scene: Scene) -> Why | None:
    if isinstance(source, ast.Constant) and source.value is None:
        return (
            f"`{name}` was set to None and has not been given another value since.",
            "Give it a value before this line:",
            f"{name} = …",
        )
    if not isinstance(source, ast.Call):
        return None
    function = frame.value(source.func)
    if isinstance(function, (FunctionType, MethodType)) and is_own(function, scene.names):
        return _own_function(function, source)
    if isinstance(source.func, ast.Attribute):
        return _method(scene, source, source.func, frame, name)
    if isinstance(source.func, ast.Name) and source.func.id == "print":
        shown_text = text_of(source.args[0]) if source.args else ""
        return (
            "`print` shows a value and returns None.",
            "Keep the value itself, and print it on a line of its own:",
            f"{name} = {shown_text}\nprint({name})" if name and shown_text else f"print({shown_text})",
        )
    return None


def _method(scene: Scene, call: ast.Call, func: ast.Attribute, frame: Frame, name: str) -> Why | None:
    holder = frame.value(func.value)
    text, method = text_of(func.value) or "x", func.attr
    call_text = text_of(call, 80)
    if any(
        one.arg == "inplace" and isinstance(one.value, ast.Constant) and one.value.value
        for one in call.keywords
    ):
        return _with_inplace(scene, call, text, name)
    if method == "shuffle" or (
        method in IN_PLACE and (holder is UNKNOWN or isinstance(holder, (list, dict, set)) or holder is None)
    ):
        argument = text_of(call.args[0]) if call.args else ""
        changed = argument if method == "shuffle" else text
        fix = call_text if name else f"{call_text}\n{changed}"
        if method in ("sort", "reverse"):
            copied = f"{'sorted' if method == 'sort' else 'list(reversed'}({text}){')' if method == 'reverse' else ''}"
            fix = f"{call_text}\n# or, as a new list:\n{name or 'new'} = {copied}"
        if name and text == name:
            fix = call_text
        return (
            f"`.{method}` changes `{changed}` itself (in place) and returns None.",
            "Call it on a line of its own, without `=`, and go on with the list:"
            if text != name
            else f"Make `{name}` again, then call it without `{name} =`:",
            fix,
        )
    if method == "get" and isinstance(holder, dict) and call.args:
        return _get(call, text, holder, frame)
    if method in SEARCHES and (is_of(holder, "re", "Pattern") or text == "re" or holder is UNKNOWN):
        return _search(call, method, frame, name)
    if is_table(holder) or text in ("os.environ", "os"):
        return None
    if name and text == name:
        return (
            f"`{method}` works on `{name}` itself and returns None; `{name} =` then threw the object away.",
            f"Make `{name}` again, then call it without `{name} =`:",
            call_text,
        )
    return None


def _with_inplace(scene: Scene, call: ast.Call, text: str, name: str) -> Why:
    plain = ast.Call(call.func, call.args, [one for one in call.keywords if one.arg != "inplace"])
    return (
        f"With `inplace=True` the method changes `{text}` itself and returns None.",
        _made_again(scene, name)
        if name and name == text.partition("[")[0]
        else "Leave `inplace` out and keep what is returned:",
        f"{name or text} = {code_of(plain)}",
    )


def _made_again(scene: Scene, name: str) -> str:
    """The words for a line that has thrown its own object away."""
    line = last_line(scene, name)
    made = last_line(scene, name, line.place) if line is not None else None
    while made is not None and name in made.names:
        made = last_line(scene, name, made.place)
    is_elsewhere = made is not None and line is not None and made.cell and made.cell != line.cell
    place = (
        f"run cell [{made.cell}] again, which makes it"
        if is_elsewhere and made is not None
        else "make it again"
    )
    return f"`{name}` is lost: {place}, then this without `inplace`:"


def _get(call: ast.Call, text: str, holder: dict[Any, Any], frame: Frame) -> Why:
    key = frame.value(call.args[0])
    close = near(key, holder) if isinstance(key, str) else []
    how, fix = "See which keys there are:", f"{text}.keys()"
    if close:
        how, fix = "Did you mean this key?", f"{text}[{close[0]!r}]"
    known = f" Its keys: {shown(holder)}." if len(holder) <= 50 else ""
    asked = text_of(call.args[0]) if key is UNKNOWN else cut(key) if isinstance(key, str) else repr(key)
    return (
        f"`.get` returns None for a key that is not there, and `{text}` has no key {asked}.{known}",
        how,
        fix,
    )


def _search(call: ast.Call, method: str, frame: Frame, name: str) -> Why:
    values = [frame.value(one) for one in call.args]
    subject = values[-1] if values and isinstance(values[-1], str) else None
    on = f" in {cut(subject)}" if subject is not None else ""
    start = " `match` looks only at the beginning; `search` looks everywhere." if method == "match" else ""
    m = name or "m"
    return (
        f"The regular expression found nothing{on}, and `{method}` then returns None.{start}",
        "Ask first whether there is a match:",
        matched(frame, call, m),
    )


def _own_function(function: Any, call: ast.Call) -> Why | None:
    tree = _definition(function)
    if tree is None:
        return None
    name = function.__name__
    returns = [one for one in own_nodes(tree.body) if isinstance(one, ast.Return) and one.value is not None]
    if any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in own_nodes(tree.body)):
        return None
    if returns:
        if isinstance(tree.body[-1], ast.Return) and tree.body[-1].value is not None:
            return None
        return (
            f"`{name}` came to its end without `return`: its `return "
            f"{text_of(returns[0].value or call)}` stands inside "
            "an `if`, a loop or a `try` that did not get there.",
            f"Return a value in every case, also at the end of `{name}`:",
            "    return …",
        )
    last = tree.body[-1]
    value = ""
    if isinstance(last, FUNCTIONS):
        value = last.name  # a decorator, or another function that makes one
    elif isinstance(last, ast.Expr):
        value = text_of(last.value)
        if (
            isinstance(last.value, ast.Call)
            and isinstance(last.value.func, ast.Name)
            and last.value.func.id == "print"
        ):
            value = text_of(last.value.args[0]) if last.value.args else ""
        elif isinstance(last.value, ast.Constant):
            value = ""
    elif isinstance(last, ast.Assign):
        value = text_of(last.targets[0])
    elif isinstance(last, ast.For):
        first = [text_of(one.targets[0]) for one in tree.body if isinstance(one, ast.Assign)]
        value = first[0] if first else ""
    return (
        f"`{name}` has no `return`: a function without one returns None, also if it computes or "
        "prints a value.",
        f"End `{name}` with:",
        f"    return {value or '…'}",
    )


def _definition(function: Any) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError, ValueError):
        return None
    first = tree.body[0] if tree.body else None
    return first if isinstance(first, FUNCTIONS) else None


@rule(TypeError, AttributeError)
def none_argument(scene: Scene) -> Diagnosis | None:
    """None that came into a function as an argument."""
    frame = scene.here
    if (
        frame is None
        or not scene.is_raised_by_learner
        or "None" not in scene.message
        or frame.function == "<module>"
    ):
        return None
    node = none_in(frame, scene.error)
    if not isinstance(node, ast.Name) or len(scene.frames) < 2 or not scene.frames[-2].is_learners:
        return None
    code = frame.scope.f_code
    if node.id not in code.co_varnames[: code.co_argcount] or origin(scene, frame, node.id) is not None:
        return None
    caller = scene.frames[-2]
    call = call_at(caller)
    if call is None:
        return None
    position = code.co_varnames.index(node.id) - (code.co_varnames[0] == "self")
    argument = caller.argument(call, position, node.id)
    if argument is None or caller.value(argument) not in (None, UNKNOWN):
        return None
    text = text_of(argument)
    source = origin(scene, caller, argument.id) if isinstance(argument, ast.Name) else argument
    why = _why(source, caller, "", scene) if source is not None else None
    if caller.value(argument) is UNKNOWN and why is None:
        return None
    cause, how, fix = why or (
        "",
        f"See why `{text}` is None: a function without `return`, a value never filled in?",
        f"print({text})",
    )
    return Diagnosis(
        f"In `{frame.function}` the parameter `{node.id}` is None{_use(scene)}.",
        f"The call `{text_of(call)}` gave it None. {cause}".strip(),
        fix,
        how,
        sure="likely",
    )
