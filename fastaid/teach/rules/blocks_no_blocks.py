"""What is no block among the blocks, and a DataBlock that was not told where its data are."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import keyword_given, last_name
from fastaid.teach.rules.on_disk import folders_in
from fastaid.teach.scene import Scene

# What learners name for a block: the type of the data.
BLOCKS = {
    "PILImage": "ImageBlock",
    "PILImageBW": "ImageBlock(cls=PILImageBW)",
    "TensorImage": "ImageBlock",
    "Category": "CategoryBlock",
    "Categorize": "CategoryBlock",
    "TensorCategory": "CategoryBlock",
    "MultiCategory": "MultiCategoryBlock",
    "MultiCategorize": "MultiCategoryBlock",
    "PILMask": "MaskBlock(codes)",
    "TensorMask": "MaskBlock(codes)",
    "TensorPoint": "PointBlock",
    "TensorBBox": "BBoxBlock",
    "float": "RegressionBlock",
}
ANY = (TypeError, AttributeError, ValueError, AssertionError, FileNotFoundError)


@rule(*ANY, needs="fastai.data.block")
def types_for_blocks(scene: Scene) -> Diagnosis | None:
    """`blocks=(PILImage, Category)`."""
    frame = scene.within("fastai.data.block", "__init__") or scene.within("fastai.data.block")
    given = keyword_given(scene, "blocks")
    if frame is None or not isinstance(given, (ast.Tuple, ast.List)) or not given.elts:
        return None
    names = [last_name(one.func) if isinstance(one, ast.Call) else last_name(one) for one in given.elts]
    wrong = [name for name in names if name in BLOCKS]
    if not wrong:
        return None
    new = [
        BLOCKS[name] if name in BLOCKS else ast.unparse(one)
        for name, one in zip(names, given.elts, strict=True)
    ]
    return Diagnosis(
        f"{listed([f'`{one}`' for one in wrong])} {'is' if len(wrong) == 1 else 'are'} no block: the type of the data.",
        "A block says how the data become that: how they are opened, numbered, made tensors.",
        f"blocks=({', '.join(new)}{',' if len(new) == 1 else ''})",
        "Name the blocks:",
        card="data-block",
    )


def source_for(scene: Scene, block: Any) -> str:
    """The code for what a DataBlock can be given: a folder, or a table where it searches none."""
    finds = stored(block).get("get_items")
    tables = [name for name, found in scene.live(object) if is_table(found)]
    if finds is None and tables:
        return tables[-1]
    folders = {name: found for name, found in scene.live(Path) if found.is_dir()}
    if "path" in folders:
        return "path"
    # What holds folders of classes; `d` of a loop is one of these.
    parents = [name for name, found in folders.items() if len(folders_in(found)) > 1]
    here = [one for one in folders_in(Path()) if len(folders_in(Path(one))) > 1]
    if parents or (not here and folders):
        return parents[-1] if parents else list(folders)[-1]
    return repr(here[0]) if len(here) == 1 else "path" if finds is not None else "df"


@rule(TypeError, needs="fastai.data.block")
def source_left_out(scene: Scene) -> Diagnosis | None:
    """`dblock.dataloaders()`: it must be told where the items are."""
    here = scene.here
    call = here.call if here is not None and scene.is_raised_by_learner else None
    if here is None or call is None or not scene.message.endswith("argument: 'source'"):
        return None
    name = last_name(call.func)
    held = here.value(call.args[0]) if name == "from_dblock" and call.args else None
    if held is None and isinstance(call.func, ast.Attribute):
        held = here.value(call.func.value)
    if not is_of(held, "fastai.data.block", "DataBlock"):
        return None
    finds, source = stored(held).get("get_items"), source_for(scene, held)
    rest = ", ".join(ast.unparse(one) for one in call.keywords)
    inside = ", ".join([*(ast.unparse(one) for one in call.args), source, *([rest] if rest else [])])
    what = getattr(finds, "__name__", "get_items") if finds is not None else ""
    line = f"{ast.unparse(call.func)}({inside})"
    around = getattr(call, "parent", None)
    if isinstance(around, ast.Assign):
        line = f"{ast.unparse(around.targets[0])} = {line}"
    return Diagnosis(
        f"`{name}` was not told where the items are (`source`).",
        f"A DataBlock is only the plan. `{what}` searches the folder that is given here."
        if what
        else "A DataBlock is only the plan. Without `get_items` it takes the rows of a table, or a list.",
        line,
        "Give it the folder:" if what else "Give it the table, or the list of items:",
        card="data-block",
    )
