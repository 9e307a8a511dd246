"""Names that a cell did bind, but not in the notebook: its magic ran the code elsewhere, or did not run it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.notebook_names import bind_places, missing_name
from fastaid.teach.rules.python_source import cell_trees, is_bound
from fastaid.teach.scene import Scene

OPTIONS = re.compile(r"^\s*(?:-(?:[nrpv]\s*\w+|[tcqo]+)(?:\s+|$))*")
APART = ("python", "python3", "python2", "script")  # a process of its own
ON_DISK = ("writefile", "file")
LONGEST = 5  # lines of a cell that are shown again


@dataclass(frozen=True)
class Elsewhere:
    """Code that a magic took."""

    number: int  # of the cell
    magic: str  # "timeit"
    percents: str  # "%%" for the whole cell
    code: str
    file: str = ""  # that %%writefile wrote


@rule(NameError)
def kept_by_no_name(scene: Scene) -> Diagnosis | None:
    """`%%timeit` over `preds = model(x)`: it runs in a function of its own and keeps no names."""
    found = missing_name(scene)
    if found is None or any(bind_places(scene, found[0])):
        return None
    name = found[0]
    taken = next((one for one in _taken(scene) if _binds(one.code, name)), None)
    if taken is None:
        return None
    magic = f"{taken.percents}{taken.magic}"
    what = (
        f"`{name}` was assigned only under `{magic}`, in cell [{taken.number}]; the notebook has no `{name}`."
    )
    lines = taken.code.strip("\n").splitlines()
    again = taken.code.strip() if len(lines) <= LONGEST else _line_of(taken.code, name)
    if taken.magic in ON_DISK:
        module = re.sub(r"\.py$", "", taken.file)
        is_module = taken.file.endswith(".py") and module.isidentifier()
        return Diagnosis(
            what,
            f"`{magic}` writes the cell into the file `{taken.file}` and runs nothing of it.",
            f"from {module} import {name}" if is_module else again,
            "Import it from the file:" if is_module else "Run it in a cell without the magic:",
        )
    if taken.magic in APART:
        return Diagnosis(
            what,
            f"`{magic}` runs the cell in a process of its own, which ends with it; its names do not come back.",
            again,
            "Run it without the magic:",
        )
    return Diagnosis(
        what,
        f"`{magic}` runs the code many times, in a function of its own, and keeps no names. "
        f"(`{taken.percents}time` runs it once and keeps them.)",
        again,
        "Run it once without the magic:",
    )


def _taken(scene: Scene) -> Iterator[Elsewhere]:
    for number, tree in cell_trees(scene):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            given = [one.value for one in node.args if isinstance(one, ast.Constant)]
            texts = [one for one in given if isinstance(one, str)]
            if node.func.attr == "run_line_magic" and len(texts) == 2 and texts[0] == "timeit":
                yield Elsewhere(number, "timeit", "%", OPTIONS.sub("", texts[1]))
            elif node.func.attr == "run_cell_magic" and len(texts) == 3:
                magic, line, body = texts
                is_python = magic in ("timeit", *APART[:-1]) or (magic == "script" and "python" in line)
                if is_python or (magic in ON_DISK and line.strip().endswith(".py")):
                    file = line.split()[-1] if magic in ON_DISK else ""
                    yield Elsewhere(number, magic, "%%", body, file)


def _binds(code: str, name: str) -> bool:
    try:
        return is_bound(ast.parse(code).body, name)
    except (SyntaxError, ValueError):
        return False


def _line_of(code: str, name: str) -> str:
    """The statement that binds the name."""
    body = ast.parse(code).body
    one = next((one for one in body if is_bound([one], name)), None)
    text = ast.get_source_segment(code, one) or "" if one is not None else ""
    return text if len(text.splitlines()) <= LONGEST else text.splitlines()[0]
