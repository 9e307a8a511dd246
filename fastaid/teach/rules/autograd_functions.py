"""Functions with a backward of one's own: they are used through `apply`, never made or called."""

from __future__ import annotations

import ast
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.autograd_old import of_old_torch
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.in_code import assigned, parent
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

LONGEST = 90
WHY = (
    "A subclass of autograd's Function is no layer. Its `apply` runs forward and notes backward for the gradients; so "
    "apply is what is called."
)


def _is_function(held: Any) -> bool:
    return is_of(held, "torch.autograd", "Function")


def _is_class(held: Any) -> bool:
    base = library("torch.autograd").Function
    return isinstance(held, type) and issubclass(held, base)


def _lines(here: Frame, first: str) -> str:
    whole = statement(here)
    line = ast.unparse(whole) if isinstance(whole, (ast.Assign, ast.Expr, ast.Return)) else ""
    return f"{first}\n{line}" if 0 < len(line) < LONGEST and not isinstance(whole, ast.Return) else first


@rule(RuntimeError, TypeError, needs="torch.autograd")
def function_called(scene: Scene) -> Diagnosis | None:
    """`relu = MyRelu(); relu(x)`, `MyRelu.forward(x)`: a Function is used through apply."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None:
        return None
    func, args = call.func, ", ".join(ast.unparse(one) for one in call.args)
    if isinstance(func, ast.Attribute) and func.attr in ("forward", "apply"):
        kind = here.value(func.value)
        if not _is_class(kind) or not isinstance(scene.error, TypeError):
            return None
        outer = parent(call)
        text = ast.unparse(func.value)
        if func.attr == "apply" and not args and isinstance(outer, ast.Call) and outer.func is call:
            given = ", ".join(ast.unparse(one) for one in outer.args)
            what, line = (
                f"`{text}.apply()` was called with nothing.",
                replaced(here, outer, f"{text}.apply({given})"),
            )
        elif func.attr == "forward" and "required positional argument" in scene.message:
            what = f"`{text}.forward` was called directly, without the `ctx` that comes first."
            line = replaced(here, call, f"{text}.apply({args})")
        else:
            return None
        return Diagnosis(what, WHY, line, "Write:", card="gradient")
    held = here.value(func)
    made = func if isinstance(func, ast.Call) and _is_class(here.value(func.func)) else None
    if made is None and not _is_function(held):
        return None
    kind = here.value(made.func) if made is not None else type(held)
    old = [one for one in ("forward", "backward") if isinstance(vars(kind).get(one), FunctionType)]
    if old:
        return of_old_torch(scene, call, kind, old)
    if made is not None:
        name = ast.unparse(made.func)
        values = [ast.unparse(one) for one in (*made.args, *(word.value for word in made.keywords))]
        if values and _takes(kind, len(call.args) + len(values)):
            args = ", ".join([args, *values])
        what = f"`{ast.unparse(made)}` makes an object of `{name}`, an autograd Function, and calls it."
        return Diagnosis(
            what,
            WHY,
            replaced(here, call, f"{name}.apply({args})"),
            "Call apply of the class:",
            card="gradient",
        )
    kind, text = type(held).__name__, ast.unparse(func)
    what = f"`{text}` is an object of `{kind}`, an autograd Function, and was called."
    return Diagnosis(
        what, WHY, _lines(here, f"{text} = {kind}.apply"), "Take apply of the class:", card="gradient"
    )


def _takes(kind: type, number: int) -> bool:
    """Whether forward, after its ctx, takes that many."""
    method = getattr(vars(kind).get("forward"), "__func__", None)
    code: Any = getattr(method, "__code__", None)
    return (
        code is not None
        and code.co_argcount - len(getattr(method, "__defaults__", None) or ())
        <= number + 1
        <= code.co_argcount
    )


@rule(AttributeError, TypeError, needs="torch.autograd")
def function_made(scene: Scene) -> Diagnosis | None:
    """`out = MyRelu(x)` makes an object; what is computed comes from MyRelu.apply(x)."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not scene.is_raised_by_learner or node is None:
        return None
    parts: list[ast.expr] = []
    if isinstance(node, ast.Attribute):
        parts = [node.value]
    elif isinstance(node, ast.BinOp):
        parts = [node.left, node.right]
    elif isinstance(node, ast.Call):
        parts = list(node.args)
    for part in parts:
        found = _made_by(scene, here, part)
        if found is None:
            continue
        call, kind = found
        if not call.args:
            return None
        text, args = ast.unparse(call.func), ", ".join(ast.unparse(one) for one in call.args)
        name = kind.__name__
        if text == name and part is call:
            fix, how = replaced(here, call, f"{name}.apply({args})"), "Call apply:"
        elif text == name:
            fix, how = _lines(here, f"{ast.unparse(part)} = {name}.apply({args})"), "Call apply:"
        else:
            again = "" if part is call else f"\n{ast.unparse(part)} = {text}({args})"
            fix, how = _lines(here, f"{text} = {name}.apply{again}"), f"Let `{text}` be apply of the class:"
        return Diagnosis(
            f"`{ast.unparse(part)}` is an object of `{name}`, an autograd Function, and no tensor.",
            f"`{text}({args})` only makes such an object; nothing was computed. {WHY.partition('. ')[2]}",
            fix,
            how,
            card="gradient",
        )
    return None


def _made_by(scene: Scene, here: Frame, part: ast.expr) -> tuple[ast.Call, type] | None:
    """The call that made a Function's object in place of a result, and the class."""
    call: ast.expr | None = part
    if isinstance(part, ast.Name):
        held = here.value(part)
        call = assigned(scene, part.id) if held is not UNKNOWN and _is_function(held) else None
    if not isinstance(call, ast.Call):
        return None
    kind = here.value(call.func)
    return (call, kind) if _is_class(kind) else None
