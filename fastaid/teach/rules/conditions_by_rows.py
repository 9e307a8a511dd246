"""Conditions over whole columns, written so that they run: row by row, or with one answer. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_of, is_table, is_tensor, shape
from fastaid.teach.rules.python_source import (
    call_at,
    function_at,
    origin,
    own_nodes,
    replaced,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

WORDS = {ast.If: "if", ast.While: "while", ast.Assert: "assert", ast.IfExp: "if", ast.comprehension: "if"}
# What gives one value of a whole column or table.
SINGLE = (
    "sum", "mean", "median", "std", "var", "min", "max", "any", "all", "item", "count", "nunique", "idxmax",
    "idxmin", "argmax", "argmin", "numel", "equals", "shape", "size", "ndim", "empty", "columns", "dtype",
)  # fmt: skip


def by_rows(node: ast.expr) -> str:
    """A condition that answers for each row: `&` for `and`, `~` for `not`, chains taken apart."""
    if isinstance(node, ast.BoolOp):
        sign = "&" if isinstance(node.op, ast.And) else "|"
        return f" {sign} ".join(
            by_rows(one) if isinstance(one, ast.Name) else f"({by_rows(one)})" for one in node.values
        )
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return f"~({by_rows(node.operand)})"
    if isinstance(node, ast.Compare) and len(node.ops) > 1:
        every = [node.left, *node.comparators]
        pairs = zip(every, node.ops, every[1:], strict=False)
        return " & ".join(f"({ast.unparse(ast.Compare(a, [op], [b]))})" for a, op, b in pairs)
    return ast.unparse(node)


def tested(node: ast.AST) -> tuple[Any, ast.expr] | None:
    """What asks a condition for one answer, with the whole condition; None where the expression is no part of one."""
    at, parent = node, getattr(node, "parent", None)
    while isinstance(parent, ast.BoolOp) or (
        isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)
    ):
        at, parent = parent, getattr(parent, "parent", None)
    if not isinstance(at, ast.expr):
        return None
    is_test = isinstance(parent, (ast.If, ast.While, ast.Assert, ast.IfExp)) and parent.test is at
    is_filter = isinstance(parent, ast.comprehension) and at in parent.ifs
    return (parent, at) if is_test or is_filter else None


def answers_by_row(frame: Frame, node: ast.AST) -> bool:
    """Whether an expression has an answer for each row, and not one."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            is_one = node.func.attr in SINGLE
            return not is_one and any(answers_by_row(frame, one) for one in (node.func.value, *node.args))
        return False
    if isinstance(node, ast.Attribute):
        return node.attr not in SINGLE and (_has_rows(frame.value(node)) or answers_by_row(frame, node.value))
    if isinstance(node, ast.Subscript):
        if is_table(frame.value(node.value)):
            return True
        is_item = isinstance(node.slice, (ast.Constant, ast.Tuple)) or isinstance(
            frame.value(node.slice), int
        )
        return not is_item and answers_by_row(frame, node.value)
    if isinstance(node, ast.Name):
        return _has_rows(frame.value(node))
    return any(answers_by_row(frame, one) for one in ast.iter_child_nodes(node))


def _has_rows(held: Any) -> bool:
    if is_of(held, "pandas", "Series") or is_table(held):
        return True
    return (is_array(held) or is_tensor(held)) and max(shape(held), default=0) > 1


def one_answer(frame: Frame, test: ast.expr, method: str) -> str:
    """A condition with one answer: `.any()` or `.all()` behind what answers for each row."""
    if isinstance(test, ast.BoolOp):
        rows = [answers_by_row(frame, one) for one in test.values]
        if not all(rows):
            word = " and " if isinstance(test.op, ast.And) else " or "
            return word.join(
                one_answer(frame, one, method) if has else ast.unparse(one)
                for one, has in zip(test.values, rows, strict=True)
            )
    text = by_rows(test)
    return f"{text}.{method}()" if isinstance(test, ast.Name) else f"({text}).{method}()"


def asked(scene: Scene, frame: Frame, node: ast.expr, what: str, why: str) -> Diagnosis | None:
    """What to write where a condition needs one answer; None where the expression is no condition."""
    found = tested(node)
    if found is None:
        return None
    by, test = found
    said = for_each_value(scene, frame, test) or _chosen(scene, frame, by, what)
    if said is not None:
        return said
    word = WORDS[type(by)]
    cause = f"{why} `{word}` needs one answer: say whether one of them or all must be true."
    if isinstance(by, ast.Assert):
        return Diagnosis(what, cause, f"assert {one_answer(frame, test, 'all')}", "Write:")
    if not isinstance(by, (ast.If, ast.While)):
        return Diagnosis(
            what, cause, replaced(frame, test, one_answer(frame, test, "any")), "For at least one, write:"
        )
    word = "elif" if frame.text.startswith("elif") else word
    lines = [
        f"{word} {one_answer(frame, test, 'any')}:   # at least one",
        f"{word} {one_answer(frame, test, 'all')}:   # every one",
    ]
    table = _table(scene, frame, test) if isinstance(by, ast.If) else ""
    if table and answers_by_row(frame, test):
        lines.append(f"{table}[{by_rows(test)}]   # without if: these rows")
    return Diagnosis(what, cause, "\n".join(lines), "Write one of these:")


def _table(scene: Scene, frame: Frame, test: ast.expr) -> str:
    """The table that all columns of a condition come from; "" where it is not plain to see."""
    found: set[str] = set()
    for one in ast.walk(test):
        if not isinstance(one, ast.Name):
            continue
        held = frame.value(one)
        if is_table(held):
            found.add(one.id)
        elif _has_rows(held):
            made = origin(scene, frame, one.id)
            base = made.value if isinstance(made, (ast.Subscript, ast.Attribute)) else None
            is_column = isinstance(base, ast.Name) and is_table(frame.value(base))
            found.add(text_of(base) if is_column else "")
    return found.pop() if len(found) == 1 else ""


def _chosen(scene: Scene, frame: Frame, by: Any, what: str) -> Diagnosis | None:
    """`df['group'] = 'child' if df['age'] < 18 else 'adult'`: a value for each row."""
    line = getattr(by, "parent", None)
    if not isinstance(by, ast.IfExp) or not isinstance(line, ast.Assign) or line.value is not by:
        return None
    target = line.targets[0]
    if not isinstance(target, ast.Subscript) or not is_table(frame.value(target.value)):
        return None
    numpy = next((name for name in ("np", "numpy") if name in frame.scope.f_globals), "")
    new = f"{numpy or 'np'}.where({by_rows(by.test)}, {ast.unparse(by.body)}, {ast.unparse(by.orelse)})"
    load = "" if numpy else "import numpy as np\n"
    return Diagnosis(
        what,
        "A column has an answer for each row, and `if` needs one for all. `np.where` chooses for each row.",
        f"{load}{ast.unparse(target)} = {new}",
        "Write:",
    )


def for_each_value(scene: Scene, frame: Frame, test: ast.expr) -> Diagnosis | None:
    """`group(df['age'])`: a function that is written for one value was given a whole column."""
    at = scene.frames.index(frame)
    outer = scene.frames[at - 1] if at else None
    call = call_at(outer) if outer is not None else None
    if outer is None or call is None or call.keywords or not isinstance(call.func, ast.Name):
        return None
    code = frame.scope.f_code
    names = code.co_varnames[: code.co_argcount]
    function = function_at(frame)
    is_giving = frame.function == "<lambda>" or (
        function is not None
        and any(isinstance(one, ast.Return) and one.value is not None for one in own_nodes(function.body))
    )
    if not is_giving or len(call.args) > len(names) or any(isinstance(a, ast.Starred) for a in call.args):
        return None
    rows = [i for i, _ in enumerate(call.args) if _is_row(frame.names.get(names[i]))]
    used = {one.id for one in ast.walk(test) if isinstance(one, ast.Name)}
    if not any(names[i] in used for i in rows) or any(name in used for name in names[len(call.args) :]):
        return None
    given = [ast.unparse(one) for one in call.args]
    called = call.func.id
    whole = " and ".join(f"`{given[i]}`" for i in rows)
    return Diagnosis(
        f"`{called}` got all values of {whole} at once, and asks `{text_of(test) or 'them'}` for one answer, true "
        "or false.",
        f"`{called}` is written for one value, as `if` needs one answer. Here there is one for each value.",
        replaced(outer, call, _one_by_one(called, given, rows, names, frame)),
        "Call it for each value:",
        sure="likely",
    )


def _is_row(held: Any) -> bool:
    return is_of(held, "pandas", "Series") or (is_array(held) and len(shape(held)) == 1)


def _one_by_one(called: str, given: list[str], rows: list[int], names: tuple[str, ...], frame: Frame) -> str:
    if len(given) == 1 and is_of(frame.names.get(names[0]), "pandas", "Series"):
        return f"{given[0]}.apply({called})"
    words = [names[i] if i in rows else one for i, one in enumerate(given)]
    targets = ", ".join(names[i] for i in rows)
    source = ", ".join(given[i] for i in rows)
    return f"[{called}({', '.join(words)}) for {targets} in {source if len(rows) == 1 else f'zip({source})'}]"
