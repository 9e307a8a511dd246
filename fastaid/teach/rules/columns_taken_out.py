"""Columns that a line of the notebook took out of a table, or put others in the place of. No rules of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.rules.tabular_made import OF_DATES
from fastaid.teach.scene import Scene

LONGEST = 90
MELTED = (("var_name", "variable"), ("value_name", "value"))  # as melt calls them itself


@dataclass(frozen=True)
class TakenOut:
    """What became of a column."""

    how: str  # "dates", "dummies", "renamed", "melted", "index", "popped", "dropped"
    line: str  # the learner's; "" where the table alone shows it
    new: tuple[str, ...] = ()  # the columns in its place
    kept: str = ""  # the variable that pop gave it to

    @property
    def why(self) -> str:
        """The sentence for it, about the column `it`."""
        by = f"`{self.line}` " if self.line else ""
        first = ", ".join(f"`{one}`" for one in self.new[:3])
        more = f" and {len(self.new) - 3} more" if len(self.new) > 3 else ""
        match self.how:
            case "dates":
                return f"{by or 'add_datepart '}put {first}{more} in its place."
            case "dummies":
                return (
                    f"{by or 'get_dummies '}put a column for each of its values in its place: {first}{more}."
                )
            case "renamed":
                return f"{by}renamed it: it is `{self.new[0]}` now."
            case "melted":
                return f"{by}put the names of such columns into `{self.new[0]}`, their values into `{self.new[1]}`."
            case "index":
                return f"{by or 'A groupby or set_index '}made it the index, which is no column."
        return f"{by}took it out of the table."


def taken_out(
    scene: Scene,
    table: Any,  # a DataFrame without the column
    name: Any,  # of the column
    text: str,  # the learner's name for the table
) -> TakenOut | None:
    """What became of a column that a table no longer has; None where the notebook does not show it."""
    every = [str(one) for one in table.columns]
    if not isinstance(name, str) or name in every:
        return None
    for call, line in _lines(scene, text):
        found = _by(scene, call, line, name, every)
        if found is not None:
            return found
    if name in list(table.index.names):
        return TakenOut("index", "", ())
    return None


def _lines(scene: Scene, text: str) -> Iterator[tuple[ast.AST, str]]:
    """The calls and deletions that may have changed the table, the last first, each with its line."""
    every = list(trees(scene))
    met = _functions(scene, every, text)
    for tree in every:
        bodies = [
            node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        ]
        owner = {id(one): node.name for node in bodies for one in ast.walk(node)}
        for line in sorted(_statements(tree), key=lambda one: -one.lineno):
            name = owner.get(id(line), "")
            is_later = tree is scene.tree and scene.top is not None and line.lineno > scene.top.line
            # In a function the table has another name.
            if name in met if name else _is_about(line, text) and not is_later:
                shown = ast.unparse(line)
                shown = shown if len(shown) <= LONGEST and "\n" not in shown else ""
                for node in ast.walk(line):
                    if isinstance(node, (ast.Call, ast.Delete)):
                        yield node, shown


def _functions(scene: Scene, every: list[ast.Module], text: str) -> set[str]:
    """The functions that a table went through, with those that they call, and those that were running."""
    found = {frame.function for frame in scene.frames if frame.is_learners}
    bodies = {
        node.name: node for tree in every for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    }
    lines = [line for tree in every for line in _statements(tree) if _names_it(line, text)]
    called = [last_name(node.func) for line in lines for node in ast.walk(line) if isinstance(node, ast.Call)]
    for name in called:  # it grows meanwhile
        if name in bodies and name not in found:
            found.add(name)
            called += [last_name(node.func) for node in ast.walk(bodies[name]) if isinstance(node, ast.Call)]
    return found


def _names_it(line: ast.stmt, text: str) -> bool:
    """Whether a line makes the table, or hands it on."""
    if isinstance(line, ast.Assign) and any(
        text == ast.unparse(part) for one in line.targets for part in _parts(one)
    ):
        return True
    given = [arg for node in ast.walk(line) if isinstance(node, ast.Call) for arg in node.args]
    return any(ast.unparse(one) == text for one in given)


def _parts(target: ast.expr) -> list[ast.expr]:
    return list(target.elts) if isinstance(target, (ast.Tuple, ast.List)) else [target]


def _statements(tree: ast.AST) -> list[ast.stmt]:
    kinds = (ast.Assign, ast.Expr, ast.Return, ast.Delete, ast.AugAssign)
    return [one for one in ast.walk(tree) if isinstance(one, kinds)]


def _is_about(line: ast.stmt, text: str) -> bool:
    """Whether a line makes the table, or changes it in place."""
    targets = line.targets if isinstance(line, ast.Assign) else []
    if any(ast.unparse(part) == text for one in targets for part in _parts(one)):
        return True
    return any(
        (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and ast.unparse(node.func.value) == text
            and (node.func.attr == "pop" or any(one.arg == "inplace" for one in node.keywords))
        )
        or (
            isinstance(node, ast.Subscript)
            and isinstance(node.ctx, ast.Del)
            and ast.unparse(node.value) == text
        )
        or (isinstance(node, ast.Call) and _first(node) == text and last_name(node.func) == "add_datepart")
        for node in ast.walk(line)
    )


def _first(call: ast.Call) -> str:
    return ast.unparse(call.args[0]) if call.args else ""


def _by(scene: Scene, node: ast.AST, line: str, name: str, every: list[str]) -> TakenOut | None:
    """What a call did to the column; None where it is about something else."""
    if isinstance(node, ast.Delete):
        keys = [one.slice for one in node.targets if isinstance(one, ast.Subscript)]
        return TakenOut("dropped", line) if any(name in _names(scene, one) for one in keys) else None
    assert isinstance(node, ast.Call)
    given = {one.arg: one.value for one in node.keywords if one.arg}
    match last_name(node.func):
        case "add_datepart":
            prefix = given.get("prefix") or (node.args[2] if len(node.args) > 2 else None)
            start = re.sub("[Dd]ate$", "", name)  # as fastai 2.8 names them
            start = "".join(_names(scene, prefix)) or start
            new = tuple(one for one in every if one in [start + part for part in OF_DATES])
            return TakenOut("dates", line, new) if f"{start}Year" in new else None
        case "get_dummies":
            new = tuple(one for one in every if one.startswith(f"{name}_"))
            return TakenOut("dummies", line, new) if new else None
        case "rename":
            table = given.get("columns")
            pairs = zip(table.keys, table.values, strict=True) if isinstance(table, ast.Dict) else ()
            now = [value for key, value in pairs if key is not None and name in _names(scene, key)]
            found = [one for value in now for one in _names(scene, value) if one in every]
            return TakenOut("renamed", line, tuple(found)) if found else None
        case "melt":
            new = tuple((*_names(scene, given.get(word)), usual)[0] for word, usual in MELTED)
            is_kept = name in _names(scene, given.get("id_vars"))
            return TakenOut("melted", line, new) if not is_kept and set(new) <= set(every) else None
        case "pop" if node.args and name in _names(scene, node.args[0]):
            return TakenOut("popped", line, (), line.partition(" = ")[0] if " = " in line else "")
        case "set_index" if node.args and name in _names(scene, node.args[0]):
            return TakenOut("index", line)
        case "drop":
            columns = given.get("columns") or (node.args[0] if node.args else given.get("labels"))
            axis = given.get("axis") or (node.args[1] if len(node.args) > 1 else None)
            is_rows = "columns" not in given and getattr(axis, "value", 0) not in (1, "columns")
            return TakenOut("dropped", line) if not is_rows and name in _names(scene, columns) else None
    return None


def _names(scene: Scene, node: ast.expr | None) -> list[str]:
    """The names that an expression lists: a text, a list of texts, or a variable that holds one now."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, (ast.List, ast.Tuple)):
        return [name for one in node.elts for name in _names(scene, one)]
    held: Any = scene.names.get(node.id) if isinstance(node, ast.Name) else None
    if isinstance(held, str):
        return [held]
    is_list = isinstance(held, (list, tuple)) or is_of(held, "fastcore.foundation", "L")
    return [one for one in held if isinstance(one, str)] if is_list else []


def gone(
    scene: Scene,
    table: Any,
    name: Any,  # the column that an argument names
    text: str,  # the learner's name for the table
    call: ast.Call | None,  # the learner's, which names it
    keyword: str,  # of the argument; "" where it was left out
) -> Diagnosis | None:
    """What to say of one column that is no longer there; None where the notebook does not show what became of it."""
    told = taken_out(scene, table, name, text) if is_table(table) else None
    if told is None:
        return None
    where = f"`{keyword}` names the column" if keyword else "A step of the data reads the column"
    what, why = f"{where} {name!r}, which is no longer in `{text}`.", told.why[:1].upper() + told.why[1:]
    new = told.new[-1] if told.how in ("renamed", "melted") else ""
    if new and keyword and call is not None:
        return Diagnosis(
            what, why, anew(call, {keyword: repr(new)}), "Write the name as it is now:", card="getters"
        )
    if told.how == "index":
        return Diagnosis(
            what, why, f"{text} = {text}.reset_index()", "Make it a column again:", card="getters"
        )
    held: Any = scene.names.get(told.kept)
    if told.kept and is_of(held, "pandas", "Series") and len(held) == len(table):
        return Diagnosis(what, why, f"{text}[{name!r}] = {told.kept}", "Put it back:", card="getters")
    return Diagnosis(what, why, "", "Leave that line out, and read the table again.", card="getters")
