"""The line that opened a file, written with another mode. No rules of its own."""

from __future__ import annotations

import ast
import io

from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.python_source import replaced, text_of
from fastaid.teach.scene import Frame, Scene


def opened_so(scene: Scene, frame: Frame, call: ast.Call, mode: str) -> str:
    """How a file that a call works on is opened with another mode: `f = open('a.csv', 'w')`; "" where not seen."""
    names = [one.id for one in ast.walk(call) if isinstance(one, ast.Name)]
    made = [one for name in names for one in _makers(scene, name)]
    names += [one.id for node in made for one in ast.walk(node) if isinstance(one, ast.Name)]
    inline = next((new for one in call.args if (new := _with_mode(one, mode))), "")
    if inline:
        return replaced(frame, next(one for one in call.args if _with_mode(one, mode)), inline)
    for name in names:
        held = frame.names.get(name, scene.names.get(name))
        if not isinstance(held, io.IOBase):
            continue
        for tree in trees(scene):
            for node in ast.walk(tree):
                written = _opened_as(node, name, mode)
                if written:
                    return written
    return ""


def _makers(scene: Scene, name: str) -> list[ast.expr]:
    """The expressions that a variable was given."""
    return [
        node.value
        for tree in trees(scene)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and name in [text_of(one) for one in node.targets]
    ]


def _opened_as(node: ast.AST, name: str, mode: str) -> str:
    if isinstance(node, ast.Assign) and name in [text_of(one) for one in node.targets]:
        return f"{name} = {new}" if (new := _with_mode(node.value, mode)) else ""
    if isinstance(node, ast.withitem) and text_of(node.optional_vars) == name:
        return f"with {new} as {name}:" if (new := _with_mode(node.context_expr, mode)) else ""
    return ""


def _with_mode(node: ast.expr, mode: str) -> str:
    if not isinstance(node, ast.Call) or last_name(node.func) != "open":
        return ""
    call = ast.parse(ast.unparse(node), mode="eval").body
    assert isinstance(call, ast.Call)
    keywords = {one.arg: one for one in call.keywords}
    is_method = isinstance(call.func, ast.Attribute)  # path.open('w')
    at = 0 if is_method else 1
    if "mode" in keywords:
        keywords["mode"].value = ast.Constant(mode)
    elif len(call.args) > at:
        call.args[at] = ast.Constant(mode)
    else:
        call.args.append(ast.Constant(mode))
    if "b" not in mode and not any(one.arg == "newline" for one in call.keywords) and _is_csv(call):
        call.keywords.append(ast.keyword("newline", ast.Constant("")))
    return ast.unparse(call)


def _is_csv(call: ast.Call) -> bool:
    return any(
        isinstance(one, ast.Constant) and str(one.value).endswith(".csv")
        for one in (*call.args, *ast.walk(call.func))
    )
