"""A row or table for a prediction that the learner's line makes without a column. No rules of its own."""

from __future__ import annotations

import ast
import difflib
from typing import Any

from fastaid.teach.objects import UNKNOWN, is_of, stored
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import function_at, origin, replaced
from fastaid.teach.scene import Scene

MAKERS = ("Series", "DataFrame")
LONGEST = 120


def made_whole(
    scene: Scene,
    missing: list[str],  # columns that the model wants
    there: list[str],  # the row's own
    data: Any,  # fastai's table of the training
) -> tuple[str, str] | None:
    """The line with the columns in it, and the words for it; None where the row is not made by a line in sight."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not call.args:
        return None
    given, function = call.args[0], function_at(frame)
    made = origin(scene, frame, given.id) if isinstance(given, ast.Name) else given
    where = f" in `{function.name}`" if function is not None else ""
    table = _written(made)
    values = {one: _usual(data, one) for one in missing}
    if any(one is None for one in values.values()):
        return None
    if made is None or table is None:
        if function is None or not isinstance(given, ast.Name):
            return None
        lines = "\n".join(f"{given.id}[{one!r}] = {value!r}" for one, value in values.items())
        return lines, f"Give `{given.id}` the column{where}, before that line (here with a usual value):"
    near = {one: found for one in missing if (found := _near(one, there, data))}
    new = ast.unparse(_with(table, values, near))
    code = ast.unparse(made).replace(ast.unparse(table), new, 1)
    line = f"{given.id} = {code}" if isinstance(given, ast.Name) else replaced(frame, given, code)
    if len(line) > LONGEST and isinstance(given, ast.Name) and not near:
        line = "\n".join(f"{given.id}[{one!r}] = {value!r}" for one, value in values.items())
        return (
            line,
            f"Give the row the column{where}, below the line that makes it (here with a usual value):",
        )
    if len(near) == len(missing):
        return line, f"Write the name{where} as in the training:"
    return line, f"Make the row{where} with it (here a usual value; better, ask for it too):"


def _written(made: ast.expr | None) -> ast.Dict | ast.Call | None:
    """The dict that a row is written as: `pd.Series(dict(a=1))`, `pd.DataFrame([{'a': 1}])`, or bare."""
    if made is None:
        return None
    for node in ast.walk(made):
        if (
            isinstance(node, ast.Dict)
            and node.keys
            and all(isinstance(one, ast.Constant) for one in node.keys)
        ):
            return node
        is_call = isinstance(node, ast.Call) and last_name(node.func) == "dict"
        if is_call and isinstance(node, ast.Call) and node.keywords and not node.args:
            return node
    return None


def _with(table: ast.Dict | ast.Call, values: dict[str, Any], near: dict[str, str]) -> ast.expr:
    """The dict with more in it, and with names mended; a list for each column where it has lists."""
    new = ast.parse(ast.unparse(table), mode="eval").body
    wrong = {found: one for one, found in near.items()}
    parts = new.values if isinstance(new, ast.Dict) else [one.value for one in new.keywords]  # type: ignore[attr-defined]
    is_list = all(isinstance(one, ast.List) and len(one.elts) == 1 for one in parts)
    more = {one: ast.Constant(value) for one, value in values.items() if one not in near}
    held: dict[str, ast.expr] = {
        one: ast.List([value], ast.Load()) if is_list else value for one, value in more.items()
    }
    if isinstance(new, ast.Dict):
        for key in new.keys:
            if isinstance(key, ast.Constant) and key.value in wrong:
                key.value = wrong[key.value]
        new.keys += [ast.Constant(one) for one in held]
        new.values += held.values()
        return new
    assert isinstance(new, ast.Call)
    for one in new.keywords:
        one.arg = wrong.get(one.arg or "", one.arg)
    new.keywords += [ast.keyword(one, value) for one, value in held.items() if one.isidentifier()]
    return new


def _near(name: str, there: list[str], data: Any) -> str:
    """A column of the row that the model does not know, and that is a slip of the name."""
    known = {
        str(one) for kind in ("cat_names", "cont_names", "y_names") for one in stored(data).get(kind) or ()
    }
    unknown = {one.lower().strip(): one for one in there if one not in known}
    found = difflib.get_close_matches(name.lower(), unknown, 1, 0.8)
    return unknown[found[0]] if found else ""


def _usual(data: Any, name: str) -> Any:
    """The mean of a column of numbers in the training, or a category that it had; None where that is not kept."""
    for proc in stored(stored(data).get("procs")).get("fs") or ():
        has = stored(proc)
        if is_of(proc, "fastai.tabular.core", "Normalize"):
            mean: Any = (has.get("means") or {}).get(name, UNKNOWN)
            if mean is not UNKNOWN:
                return round(float(mean), 2)
        if is_of(proc, "fastai.tabular.core", "Categorify"):
            every = list(stored((has.get("classes") or {}).get(name)).get("items") or ())
            found = next((one for one in every if one != "#na#"), None)
            if isinstance(found, (str, int, float, bool)):
                return found
    return None
