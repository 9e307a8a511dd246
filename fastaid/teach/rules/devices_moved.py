"""Lines that move models and tensors to the GPU, written for a computer that may have none. No rules of its own."""

from __future__ import annotations

import ast

from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import source_tree
from fastaid.teach.scene import Frame

LONGEST = 90
MOST_LINES = 4


def asks_for_cuda(call: ast.Call) -> bool:
    """Whether a call names the GPU."""
    return "cuda" in ast.unparse(call)


def on_device(call: ast.Call) -> str | None:
    """A call that asks for the GPU, with the variable `device` instead; None where it asks otherwise."""
    text = ast.unparse(call)
    if isinstance(call.func, ast.Attribute) and call.func.attr == "cuda" and "torch.cuda" not in text:
        return f"{ast.unparse(call.func.value)}.to(device)"
    for node in (*call.args, *(one.value for one in call.keywords if one.arg == "device")):
        is_word = isinstance(node, ast.Constant) and str(node.value).startswith("cuda")
        is_number = (
            isinstance(node, ast.Constant)
            and node.value == 0
            and isinstance(call.func, ast.Attribute)
            and call.func.attr == "to"
        )
        if (
            is_word
            or is_number
            or (isinstance(node, ast.Name) and "device" in node.id)
            or ast.unparse(node).startswith("torch.device(")
        ):
            return text.replace(ast.unparse(node), "device", 1)
    return None


def gpu_lines(frame: Frame, call: ast.Call) -> list[str]:
    """The statement of a call and those below it that ask for the GPU too, each with `device` and its name in front."""
    first = statement_around(call)
    whole = source_tree(frame)
    if first is None or whole is None:
        return []
    # Below it on the same level: what stands in a loop or a function cannot be pasted alone.
    below = next(
        (body for node in ast.walk(whole) for body in _bodies(node) if any(one is first for one in body)), []
    )
    at = next((i for i, one in enumerate(below) if one is first), 0)
    found = [line for one in below[at:] if (line := _moved(one, call))]
    return found[:MOST_LINES]


def statement_around(node: ast.AST | None) -> ast.stmt | None:
    """The statement that an expression stands in."""
    while node is not None and not isinstance(node, ast.stmt):
        node = parent(node)
    return node


def _bodies(node: ast.AST) -> list[list[ast.stmt]]:
    return [body for name in ("body", "orelse") if isinstance(body := getattr(node, name, None), list)]


def _moved(statement: ast.stmt, failed: ast.Call) -> str:
    """A statement with every call in it that asks for the GPU written anew; "" where there is none, or it is long."""
    if not isinstance(statement, (ast.Assign, ast.Expr, ast.Return)):
        return ""
    text = ast.unparse(statement)
    calls = [
        one
        for one in ast.walk(statement)
        if isinstance(one, ast.Call) and (one is failed or asks_for_cuda(one))
    ]
    changed = False
    for one in sorted(calls, key=lambda call: len(ast.unparse(call))):
        new = on_device(one)
        if new is not None and ast.unparse(one) in text:
            text, changed = text.replace(ast.unparse(one), new), True
    alone = statement.value if isinstance(statement, ast.Expr) else None
    func = alone.func if isinstance(alone, ast.Call) else None
    # Of a tensor, `x.to(device)` alone makes another one and leaves x where it is.
    if (
        changed
        and isinstance(func, ast.Attribute)
        and func.attr in ("to", "cuda")
        and isinstance(func.value, ast.Name)
    ):
        text = f"{func.value.id} = {text}"
    return text if changed and len(text) <= LONGEST and "\n" not in text else ""
