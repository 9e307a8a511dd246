"""A gap (nan) among the texts of a column, met by what works on texts."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, parent
from fastaid.teach.rules.python_source import node_at, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

BY_PANDAS = ("apply", "map", "transform", "agg", "applymap")
LONGEST = 120


@rule(ValueError, AttributeError, TypeError, needs="sklearn")
def gap_counted(scene: Scene) -> Diagnosis | None:
    """`TfidfVectorizer().fit_transform(df['text'])` where a text is missing."""
    frame = scene.here
    call = node_at(frame) if frame is not None else None
    inner = scene.within("sklearn.feature_extraction.text")
    if frame is None or inner is None or not isinstance(call, ast.Call) or not call.args:
        return None
    series = column_of(frame, call.args[0])
    if series is None or not int(series.isna().sum()):
        return None
    text, gaps = ast.unparse(call.args[0]), int(series.isna().sum())
    return Diagnosis(
        f"Of the {len(series):,} texts in `{text}`, {gaps:,} {'is' if gaps == 1 else 'are'} missing (nan).",
        "A gap is no text: there are no words in it to count.",
        f"{text} = {text}.fillna('')",
        "Fill the gaps with an empty text first (or drop those rows with dropna):",
    )


def _is_gap(value: Any) -> bool:
    is_nan = type(value) is float and value != value
    return is_nan or type(value).__name__ in ("NAType", "NaTType")


@rule(AttributeError, TypeError, needs="pandas")
def gap_met(scene: Scene) -> Diagnosis | None:
    """`df['t'].apply(lambda x: x.lower())` where a text is missing: 'float' object has no attribute 'lower'."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or node is None:
        return None
    name = next((one for one in _used(node) if _is_gap(_value(frame, one))), None)
    source: tuple[Any, str, ast.Call | None] | None = None
    if isinstance(name, ast.Subscript):
        source = _of_a_row(scene, frame, name)
    else:
        source = _of_pandas(scene, frame) or _of_a_loop(scene, frame, name)
    if name is None or source is None:
        return None
    series, text, call = source
    gaps = int(series.isna().sum())
    kinds = {type(one) for one in series.dropna().head(50)}
    if not gaps or str not in kinds:
        return None
    of = f"the column `{text}`" if text else "the column"
    fix, how = _mended(frame, call, text)
    return Diagnosis(
        f"`{text_of(name)}` is nan: of the {len(series):,} values in {of}, {gaps:,} "
        f"{'is' if gaps == 1 else 'are'} missing.",
        "In a column of texts pandas keeps a gap as nan, a number with decimals, which can do nothing that a text can.",
        fix,
        how,
    )


def _value(frame: Frame, node: ast.expr) -> Any:
    """What a variable holds, or a row of a table under a column's name."""
    held = frame.value(node)
    if held is UNKNOWN and isinstance(node, ast.Subscript):
        row, key = frame.value(node.value), frame.value(node.slice)
        if is_of(row, "pandas", "Series") and isinstance(key, str) and list(row.index).count(key) == 1:
            return row[key]
    return held


def _used(node: ast.AST) -> list[ast.expr]:
    """The variables that what failed works on."""
    if isinstance(node, (ast.Attribute, ast.Subscript)):
        found: list[ast.expr] = [node.value]
    elif isinstance(node, ast.Call):
        found = [*node.args, *(one.value for one in node.keywords)]
        found += [node.func.value] if isinstance(node.func, ast.Attribute) else []
    elif isinstance(node, ast.Compare):
        found = [node.left, *node.comparators]
    elif isinstance(node, ast.BinOp):
        found = [node.left, node.right]
    else:
        found = [one.iter for one in getattr(node, "generators", ())]
    return [one for one in found if isinstance(one, (ast.Name, ast.Subscript))]


def column_of(frame: Frame, node: ast.expr | None) -> Any:
    """The column that an expression stands for: `s`, `df['t']`, `df.t`; None for anything else."""
    held = frame.value(node)
    if held is UNKNOWN and isinstance(node, (ast.Subscript, ast.Attribute)):
        table = frame.value(node.value)
        key = node.attr if isinstance(node, ast.Attribute) else frame.value(node.slice)
        if is_table(table) and isinstance(key, str) and list(table.columns).count(key) == 1:
            held = table[key]
    return held if is_of(held, "pandas", "Series") else None


def _of_pandas(scene: Scene, inner: Frame) -> tuple[Any, str, ast.Call] | None:
    """The column whose values pandas hands to the learner's function."""
    at = scene.frames.index(inner)
    if not any(one.module.startswith("pandas") for one in scene.frames[:at]):
        return None
    for outer in reversed(scene.frames[:at]):
        call = node_at(outer) if outer.is_learners else None
        if not isinstance(call, ast.Call):
            continue
        func = call.func
        if not isinstance(func, ast.Attribute) or last_name(func) not in BY_PANDAS:
            return None
        series = column_of(outer, func.value)
        return (series, text_of(func.value), call) if series is not None else None
    return None


def _of_a_row(scene: Scene, frame: Frame, cell: ast.Subscript) -> tuple[Any, str, None] | None:
    """The column of `row['t']`, where the row comes from `df.apply(…, axis=1)` or `df.iterrows()`."""
    key = frame.value(cell.slice)
    if not isinstance(key, str) or not is_of(frame.value(cell.value), "pandas", "Series"):
        return None
    for outer in reversed(scene.frames[: scene.frames.index(frame) + 1]):
        tree = source_tree(outer)
        for call in ast.walk(tree) if tree is not None else ():
            func = call.func if isinstance(call, ast.Call) else None
            if not isinstance(func, ast.Attribute) or last_name(func) not in ("apply", "iterrows"):
                continue
            table = outer.value(func.value)
            last = getattr(around_of(call), "end_lineno", 0) or 0
            is_here = call.lineno <= outer.line <= last  # type: ignore[attr-defined]
            if is_here and is_table(table) and list(table.columns).count(key) == 1:
                return table[key], f"{ast.unparse(func.value)}[{key!r}]", None
    return None


def around_of(node: ast.AST) -> ast.AST:
    """The statement around an expression."""
    found: ast.AST = node
    while not isinstance(found, ast.stmt) and (outer := parent(found)) is not None:
        found = outer
    return found


def _of_a_loop(scene: Scene, frame: Frame, name: ast.expr | None) -> tuple[Any, str, None] | None:
    """The column that a loop or a comprehension goes through."""
    if not isinstance(name, ast.Name):
        return None
    for outer in reversed(scene.frames[: scene.frames.index(frame) + 1]):
        tree = source_tree(outer)
        for loop in ast.walk(tree) if tree is not None else ():
            parts = [loop] if isinstance(loop, ast.For) else getattr(loop, "generators", [])
            last = getattr(loop, "end_lineno", 0) or 0
            if not parts or not getattr(loop, "lineno", 0) <= outer.line <= last:
                continue
            for part in parts:
                series = column_of(outer, part.iter)
                is_it = isinstance(part.target, ast.Name) and (
                    part.target.id == name.id or outer is not frame
                )
                if series is not None and is_it:
                    return series, text_of(part.iter), None
    return None


def _mended(frame: Frame, call: ast.Call | None, text: str) -> tuple[str, str]:
    """The line that leaves gaps as they are, or the one that fills them."""
    given = call.args[0] if call is not None and call.args else None
    if call is not None and isinstance(given, ast.Lambda) and len(given.args.args) == 1:
        word = given.args.args[0].arg
        around = getattr(call, "parent", None)
        body = f"{ast.unparse(given.body)} if isinstance({word}, str) else {word}"
        line = f"{ast.unparse(call.func)}(lambda {word}: {body})"
        if isinstance(around, ast.Assign) and around.value is call:
            line = f"{' = '.join(ast.unparse(one) for one in around.targets)} = {line}"
        if len(line) <= LONGEST and not isinstance(given.body, ast.IfExp):
            return line, "Work on the texts alone, and leave the gaps as they are:"
    return (
        f"{text} = {text}.fillna('')",
        "Fill the gaps with an empty text first (or drop those rows with dropna):",
    )
