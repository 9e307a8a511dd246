"""The table that from_csv reads where it is not told which."""

from __future__ import annotations

import ast
from pathlib import Path

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, parent
from fastaid.teach.rules.on_disk import as_path, exists, names_in
from fastaid.teach.scene import Scene

DEFAULTS = {"from_csv": ("csv_fname", "labels.csv")}
# Arguments of fastai 1 that fastai 2 passes on and ignores.
OLD = {"csv_fname": ("csv_labels",), "suff": ("suffix", "sfx")}


def ignored(
    call: ast.Call | None,
    name: str,  # of an argument of fastai 2
) -> tuple[tuple[str, ...], str]:  # the old ones that were given in its place, and a sentence about them
    """What a learner gave by fastai 1's name."""
    given = {one.arg for one in call.keywords} if call is not None else set()
    old = tuple(one for one in OLD[name] if one in given)
    said = (
        f"`{old[0]}` is the name in fastai 1; fastai 2 calls it `{name}`, and ignores the old one. "
        if old
        else ""
    )
    return old, said


@rule(FileNotFoundError, needs="fastai")
def named_otherwise(scene: Scene) -> Diagnosis | None:
    """ImageDataLoaders.from_csv looks for labels.csv; the folder has another csv file."""
    made = scene.within("fastai", "from_csv")
    call = scene.here.call if scene.here is not None else None
    name = getattr(scene.error, "filename", None)
    if made is None or call is None or not isinstance(name, (str, Path)):
        return None
    argument, default = DEFAULTS["from_csv"]
    if Path(name).name != default or any(one.arg == argument for one in call.keywords):
        return None
    folder = as_path(made.names.get("path"))
    if folder is None or not exists(folder) or exists(folder / default):
        return None
    tables = [one for one in names_in(folder) if one.lower().endswith((".csv", ".csv.gz", ".tsv"))]
    if not tables:
        return None
    meant = next((one for one in tables if "train" in one or "label" in one), tables[0])
    old, said = ignored(call, argument)
    given = next((ast.unparse(one.value) for one in call.keywords if one.arg in old), "")
    return Diagnosis(
        f"`from_csv` looked for `{Path(name)}`, and there is no such file. "
        f"In `{folder}` there is: {listed(tables, 4)}.",
        f"{said}Without `{argument}`, `from_csv` takes the file `{default}` by default.",
        anew(call, {argument: given or repr(meant)}, drop=old),
        "Say how your file is called:",
        card="getting-data",
    )


@rule(FileNotFoundError, NotADirectoryError, needs="fastai")
def table_before_folder(scene: Scene) -> Diagnosis | None:
    """`ImageDataLoaders.from_csv('labels.csv', path)`: the folder comes first."""
    made = scene.within("fastai", "from_csv")
    call = scene.here.call if scene.here is not None else None
    if made is None or call is None or len(call.args) < 2:
        return None
    table, folder = as_path(made.names.get("path")), as_path(made.names.get("csv_fname"))
    if table is None or folder is None or table.suffix.lower() not in (".csv", ".tsv") or folder.suffix:
        return None
    first, second = (ast.unparse(one) for one in call.args[:2])
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    new.args[0], new.args[1] = new.args[1], new.args[0]
    around = parent(call)
    to = f"{ast.unparse(around.targets[0])} = " if isinstance(around, ast.Assign) else ""
    return Diagnosis(
        f"`from_csv` was given the table `{first}` first and the folder `{second}` second.",
        "It takes the folder first, then the name of the csv file in it.",
        f"{to}{ast.unparse(new)}",
        "Swap the two:",
        card="getting-data",
    )
