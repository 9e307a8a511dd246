"""What a learner takes of a match, asked for only where there is one. No rules of its own."""

from __future__ import annotations

import ast

from fastaid.teach.rules.python_source import code_of, node_at, statement_at
from fastaid.teach.scene import Frame

LONGEST = 120  # characters of a line


def _parent(node: ast.AST | None) -> ast.AST | None:
    return getattr(node, "parent", None)


def matched(
    frame: Frame,
    call: ast.Call,  # of re.match, re.search
    name: str,  # for the match
) -> str:
    """The learner's line, run only where the pattern was found."""
    node = node_at(frame)
    node = node.func if isinstance(node, ast.Call) else node
    line = statement_at(frame)
    plain = f"{name} = {code_of(call)}\nif {name}: print({name}.group())"
    if not isinstance(node, (ast.Attribute, ast.Subscript)):
        return plain
    around = _parent(node)
    whole = around if isinstance(around, ast.Call) and around.func is node else node
    old, holder = ast.unparse(whole), ast.unparse(node.value)
    if not old.startswith(holder):
        return plain
    used = name + old.removeprefix(holder)
    in_list = _in_a_list(whole, call, name, used) if node.value is call else None
    text = ast.unparse(line) if isinstance(line, (ast.Assign, ast.Expr, ast.Return)) else ""
    if in_list is not None:
        comprehension, new = in_list
        mended = text.replace(comprehension, new, 1)
        return mended if comprehension in text and len(mended) <= LONGEST else new
    first = f"{name} = {code_of(call)}\nif {name}: "
    is_inside = isinstance(line, ast.Expr) and old != text
    if line is not None and (isinstance(line, (ast.Assign, ast.Return)) or is_inside):
        mended = text.replace(old, used, 1)
        is_local = not any(isinstance(one, (ast.comprehension, ast.Lambda)) for one in ast.walk(line))
        if is_local and old in text and len(mended) <= LONGEST:
            return first + mended
    return f"{first}print({used})"


def _in_a_list(whole: ast.AST, call: ast.Call, name: str, used: str) -> tuple[str, str] | None:
    """A comprehension over texts, which leaves out those without a match, None where it is none."""
    at = _parent(whole)
    while isinstance(at, (ast.Attribute, ast.Call, ast.Subscript)):
        at = _parent(at)  # `.group(1).lower()`, `int(….group(1))`
    if not isinstance(at, (ast.ListComp, ast.SetComp, ast.GeneratorExp)) or len(at.generators) != 1:
        return None
    if any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(at)):
        name, used = "found", "found" + used.removeprefix(name)
    old = ast.unparse(at)
    inner = ast.unparse(whole)
    if inner not in ast.unparse(at.elt):
        return None
    end = old[-1]
    mended = old.replace(inner, used, 1)
    return old, f"{mended[:-1]} if ({name} := {ast.unparse(call)}){end}"
