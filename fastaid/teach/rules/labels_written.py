"""Labels that are numbers written as text, and the line that makes numbers of them. No rules of its own."""

from __future__ import annotations

import ast
import re
from itertools import islice
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table, stored
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.rules.in_workers import function_of, transform_lists
from fastaid.teach.rules.labels_passed_over import columns_read, source_of
from fastaid.teach.scene import Scene

MOST_READ = 20_000
FIRST_NUMBER = r"(\d+\.?\d*)"
# Makers of data that find the labels without a table.
MAKES_BLOCKS = (
    "from_folder",
    "from_name_func",
    "from_path_func",
    "from_name_re",
    "from_path_re",
    "from_lists",
)
MOST_TREES = 8  # cells that are looked through for the one that made the data
MOST_NAMED = 10  # classes that are written out


def as_numbers(
    scene: Scene,
    label: str,  # the one that failed
    block: str,  # "RegressionBlock"
) -> Diagnosis | None:
    """How the labels become numbers; None where most of them are none."""
    place, table, column, texts = _column_of(scene)
    texts = texts or [label]
    bad = [one for one in texts if not _is_number(one)]
    if len(bad) > len(texts) / 2 and not _are_measured(bad):
        return None
    most = counted(len(texts), "label")
    what = f"The labels are text, such as {label!r}; `{block}` wants numbers."
    if not place:
        getter = _getter(scene) or "label_of"
        if bad:
            return Diagnosis(
                f"The label '{label}' is text: a number with its unit behind it.",
                f"`{block}` wants numbers.",
                f"get_y=lambda o: float(re.search(r'{FIRST_NUMBER}', {getter}(o))[0])",
                "Take the number out where the label is read (`import re`):",
                card="regression-and-points",
            )
        return Diagnosis(
            f"The label '{label}' is a number written as text.",
            f"`{block}` wants numbers.",
            f"get_y=lambda o: float({getter}(o))",
            "Make it a number where it is read:",
            card="regression-and-points",
        )
    if not bad:
        return Diagnosis(
            what,
            f"All {most} of the column `{column}` are numbers written as text.",
            f"{place} = {place}.astype(float)",
            "Make them numbers before the data are made:",
            card="regression-and-points",
        )
    cause = f"In the column `{column}` {len(bad):,} of {most} cannot be read as a number, such as {bad[0]!r}."
    if _are_measured(bad):
        return Diagnosis(
            what,
            cause,
            f"{place} = {place}.str.extract(r'{FIRST_NUMBER}')[0].astype(float)",
            "Take the number out of each, before the data are made:",
            card="regression-and-points",
        )
    return Diagnosis(
        what,
        cause,
        f"{place} = pd.to_numeric({place}, errors='coerce')\n{table} = {table}.dropna(subset=[{column!r}])",
        "Make them numbers, and leave out the rows that have none, before the data are made:",
        card="regression-and-points",
    )


def _is_number(text: Any) -> bool:
    try:
        float(text)
    except (TypeError, ValueError):
        return False
    return True


def _are_measured(texts: list[Any]) -> bool:
    """Whether each begins with a number and has at most its unit behind it: "29 yrs", "7kg"."""
    return bool(texts) and all(re.fullmatch(r"\s*\d+\.?\d*\s*[a-zA-Z%°.]{1,8}\s*", str(one)) for one in texts)


def _column_of(scene: Scene) -> tuple[str, str, Any, list[Any]]:
    """The column that the labels are read from: its place in code, the table, its name, its values."""
    for one in transform_lists(scene):
        items: Any = stored(one).get("items")
        steps = stored(stored(one).get("tfms")).get("fs") or ()
        if not is_table(items) or not any(type(step).__name__ == "RegressionSetup" for step in steps):
            continue
        for step in steps:
            for column in columns_read(items, step, function_of(step)):
                table = source_of(scene, items)
                texts = [held for held in items[column].iloc[:MOST_READ] if held is not None and held == held]
                return f"{table}[{column!r}]", table, column, texts
    return "", "", "", []


def _getter(scene: Scene) -> str:
    """The learner's name for the function that reads the label."""
    steps = (
        step for one in transform_lists(scene) for step in stored(stored(one).get("tfms")).get("fs") or ()
    )
    names = (scene.name_of(function) for step in steps if (function := function_of(step)) is not None)
    return next((name for name in names if name), "")


def made_with_all(scene: Scene, block: str, labels: list[str]) -> str:
    """The learner's `ImageDataLoaders.from_…` with the classes given; "" where the data is made otherwise."""
    for node in (one for tree in islice(trees(scene), MOST_TREES) for one in ast.walk(tree)):
        call = node.value if isinstance(node, ast.Assign) else None
        if (
            not isinstance(call, ast.Call)
            or last_name(call.func) not in MAKES_BLOCKS
            or len(labels) > MOST_NAMED
        ):
            continue
        every = sorted(set(labels))
        by_folder = last_name(call.func) == "from_folder" and block == "CategoryBlock"
        made = anew(call, {"vocab": repr(every)} if by_folder else {"y_block": f"{block}(vocab={every!r})"})
        target = ast.unparse(node.targets[0]) if isinstance(node, ast.Assign) else ""
        return made if made.startswith(f"{target} =") else f"{target} = {made}"
    return ""


def of_lists(scene: Scene, column: Any) -> str:
    """The line for a column that holds lists of labels already."""
    call = scene.here.call if scene.here is not None else None
    if call is not None and last_name(call.func) in ("from_df", "from_csv"):
        return anew(call, {"y_block": "MultiCategoryBlock"}, drop=("label_delim",))
    return f"ColReader({column!r})   # with MultiCategoryBlock"


def for_several(scene: Scene) -> str:
    """The line that makes the data, for items with several labels."""
    for tree in trees(scene):
        for line in ast.walk(tree):
            for node in ast.iter_child_nodes(line):
                node.parent = line  # type: ignore[attr-defined]
                if not isinstance(node, ast.Call):
                    continue
                if last_name(node.func) in ("from_df", "from_csv"):
                    return anew(node, {"y_block": "MultiCategoryBlock"})
                if last_name(node.func) == "DataBlock":
                    blocks = next((one.value for one in node.keywords if one.arg == "blocks"), None)
                    if isinstance(blocks, (ast.Tuple, ast.List)) and len(blocks.elts) > 1:
                        kept = [ast.unparse(one) for one in blocks.elts[:-1]]
                        return f"blocks=({', '.join([*kept, 'MultiCategoryBlock'])})"
    return "blocks=(ImageBlock, MultiCategoryBlock)"
