"""A loop over a DataFrame itself: it gives the names of the columns, and no rows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import COMPREHENSIONS
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import cut, names_of, node_at, source_tree, text_of
from fastaid.teach.scene import Frame, Scene


@dataclass(frozen=True)
class Loop:
    """A `for` over a table or a column, as a statement or in a comprehension."""

    target: ast.expr
    text: str  # "df"
    held: Any
    is_counted: bool  # enumerate(df)
    is_header: bool  # the line that takes the next one
    end: str  # ":" of a statement; "" in a comprehension


@rule(ValueError, TypeError, needs="pandas")
def rows_unpacked(scene: Scene) -> Diagnosis | None:
    """`for i, row in df:`: what comes out are the columns' names."""
    if "unpack" not in scene.message:
        return None
    for loop in _loops(scene):
        if not loop.is_header or loop.is_counted or not isinstance(loop.target, (ast.Tuple, ast.List)):
            continue
        names, words = names_of(loop.target), [text_of(one) for one in loop.target.elts]
        if not is_table(loop.held):
            return _of_a_column(loop, names) if len(words) == 2 else None
        first = next(iter(loop.held.columns), "")
        if not isinstance(first, str) or all(len(str(one)) == len(words) for one in loop.held.columns):
            return None
        rows, how = f"{loop.text}.iterrows()", "For each row with its index:"
        if all(word in loop.held.columns for word in words):
            columns = ", ".join(f"{loop.text}[{word!r}]" for word in words)
            rows, how = f"zip({columns})", "To take these columns together, row by row:"
        elif len(words) == len(loop.held.columns) and len(words) > 2:
            rows, how = f"{loop.text}.itertuples(index=False)", "To take the values row by row:"
        elif len(words) != 2:
            return None
        return Diagnosis(
            f"A loop over the table `{loop.text}` gives its columns' names: the first is {cut(first)}, one text and "
            f"not the values for `{names}`.",
            "A DataFrame is gone through like a dict, by its keys.",
            f"for {names} in {rows}{loop.end}",
            how,
        )
    return None


def _of_a_column(loop: Loop, names: str) -> Diagnosis:
    return Diagnosis(
        f"A loop over the column `{loop.text}` gives its values one by one, and `{names}` wants two things.",
        "`.items()` gives the index and the value together.",
        f"for {names} in {loop.text}.items(){loop.end}",
        "Write:",
    )


@rule(TypeError, AttributeError, IndexError, needs="pandas")
def row_is_a_column(scene: Scene) -> Diagnosis | None:
    """`for row in df: row['name']`: row is the name of a column."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    node = node.func if isinstance(node, ast.Call) else node
    if (
        frame is None
        or not isinstance(node, (ast.Subscript, ast.Attribute))
        or not isinstance(node.value, ast.Name)
    ):
        return None
    name, held = node.value.id, frame.value(node.value)
    for loop in _loops(scene):
        target = (
            loop.target.elts[-1] if loop.is_counted and isinstance(loop.target, ast.Tuple) else loop.target
        )
        is_it = isinstance(target, ast.Name) and target.id == name and is_table(loop.held)
        if not is_it or type(held) is not str or held not in loop.held.columns or not _asks(node, loop.held):
            continue
        count = text_of(loop.target.elts[0]) if isinstance(loop.target, ast.Tuple) else "i"
        return Diagnosis(
            f"`{name}` is {cut(held)}, the name of a column: a loop over the table `{loop.text}` gives these.",
            "A DataFrame is gone through like a dict, by its keys. `iterrows` gives each row with its index.",
            f"for {count}, {name} in {loop.text}.iterrows(){loop.end}",
            "For each row write:",
        )
    return None


def _asks(node: ast.Subscript | ast.Attribute, table: Any) -> bool:
    """Whether a column is asked for, or a place in the row."""
    if isinstance(node, ast.Attribute):
        return node.attr in table.columns
    key = node.slice
    return isinstance(key, ast.Constant) and (key.value in table.columns or type(key.value) is int)


def _loops(scene: Scene) -> Iterator[Loop]:
    """The loops over tables that were running, the innermost first."""
    frames = [one for one in scene.frames if one.is_learners]
    for at, frame in reversed(list(enumerate(frames))):
        tree = source_tree(frame)
        found = [node for node in ast.walk(tree) if _is_running(node, frame)] if tree is not None else []
        for node in reversed(found):
            for part in [node] if isinstance(node, ast.For) else getattr(node, "generators", ()):
                source = part.iter
                is_counted = isinstance(source, ast.Call) and last_name(source.func) == "enumerate"
                if isinstance(source, ast.Call) and is_counted and source.args:
                    source = source.args[0]
                # What a comprehension goes through is read in the frame around it.
                held = next(
                    (one for each in frames[at::-1][:2] if (one := _held(each, source)) is not UNKNOWN), None
                )
                if text_of(source) and (is_table(held) or is_of(held, "pandas", "Series")):
                    is_statement = isinstance(node, ast.For)
                    is_header = not is_statement or frame.line <= (part.iter.end_lineno or 0)
                    mark = ":" if is_statement else ""
                    yield Loop(part.target, text_of(source), held, is_counted, is_header, mark)


def _is_running(node: ast.AST, frame: Frame) -> bool:
    is_loop = isinstance(node, (ast.For, *COMPREHENSIONS))
    return is_loop and node.lineno <= frame.line <= (node.end_lineno or 0)  # type: ignore[attr-defined]


def _held(frame: Frame, node: ast.expr) -> Any:
    """The table or column that an expression stands for: `df`, `df['name']`, `df[['name', 'label']]`."""
    held = frame.value(node)
    if held is not UNKNOWN or not isinstance(node, ast.Subscript):
        return held
    table, key = frame.value(node.value), frame.value(node.slice)
    is_there = is_table(table) and (
        (type(key) is str and key in table.columns)
        or (type(key) is list and all(type(one) is str and one in table.columns for one in key))
    )
    return table[key] if is_there else UNKNOWN
