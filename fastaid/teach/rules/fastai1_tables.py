"""fastai 1's TabularList chain as one TabularPandas of fastai 2. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import is_table
from fastaid.teach.rules.fastai1_blocks import continued, random_split
from fastaid.teach.rules.fastai1_lines import statement
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.scene import Frame

PLACES = ("df", "cat_names", "cont_names", "procs")  # of TabularList.from_df


def table(frame: Frame, name: str, cell: ast.Module | None) -> str:
    """The learner's chain in one call, "" where it is none that is known."""
    line = statement(frame)
    if name != "TabularList" or line is None:
        return ""
    lines = continued(line, cell)
    steps: dict[str, ast.Call] = {}
    for part in lines:
        for one in ast.walk(part):
            if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute):
                # The table of the test is a chain of its own inside add_test.
                steps.setdefault(one.func.attr, one)
    start = steps.get("from_df")
    if start is None or not start.args or "label_from_df" not in steps:
        return ""
    given = dict(zip(PLACES, map(ast.unparse, start.args), strict=False))
    given |= {one.arg: ast.unparse(one.value) for one in start.keywords if one.arg in PLACES}
    df = given.pop("df")
    words = [f"{one}={given[one]}" for one in ("procs", "cat_names", "cont_names") if one in given]
    words += [*_target(frame, df, steps["label_from_df"]), *_splits(df, steps)]
    made = f"TabularPandas({', '.join([df, *words])})"
    if "databunch" in steps:
        bs = next(
            (f"bs={ast.unparse(one.value)}" for one in steps["databunch"].keywords if one.arg == "bs"), ""
        )
        made += f".dataloaders({bs})"
    last = lines[-1]
    if isinstance(last, ast.Return):
        return f"return {made}"
    return f"{ast.unparse(last.targets[0])} = {made}" if isinstance(last, ast.Assign) else made


def _target(frame: Frame, df: str, step: ast.Call) -> list[str]:
    named = {one.arg: one.value for one in step.keywords}
    cols = named.get("cols", step.args[0] if step.args else None)
    if cols is None:
        return []
    kind = last_name(named.get("label_cls"))
    block = {"FloatList": "RegressionBlock()", "CategoryList": "CategoryBlock()"}.get(kind, "")
    held: Any = frame.value(ast.parse(df, mode="eval").body)
    target = frame.value(cols)
    if not block and is_table(held) and isinstance(target, str) and target in held.columns:
        # fastai 1 took whole numbers for classes, fastai 2 takes every number for a number.
        block = "CategoryBlock()" if getattr(held[target].dtype, "kind", "") in "iub" else ""
    return [f"y_names={ast.unparse(cols)}", *([f"y_block={block}"] if block else [])]


def _splits(df: str, steps: dict[str, ast.Call]) -> list[str]:
    for name, step in steps.items():
        first = ast.unparse(step.args[0]) if step.args else ""
        named = {one.arg: ast.unparse(one.value) for one in step.keywords if one.arg}
        if name in ("split_by_rand_pct", "random_split_by_pct"):
            positional = [ast.unparse(one) for one in step.args] or [""]
            return [f"splits={random_split(positional, named)}(range_of({df}))"]
        if name == "split_by_idx":
            return [f"splits=IndexSplitter({first or named.get('valid_idx', 'valid_idx')})(range_of({df}))"]
        if name == "split_from_df":
            return [f"splits=ColSplitter({first or named.get('col', repr('is_valid'))})({df})"]
    return []
