"""Items that hold a row or a column of a table, which cannot be put into a batch."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_anew import block_with, data_block
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.in_workers import dataset_of
from fastaid.teach.rules.labels_of_tables import label_column
from fastaid.teach.scene import Scene

COLLATE = "torch.utils.data._utils.collate"
FILE_WORDS = ("image", "file", "fname", "path", "name", "img", "id")
MOST_FOLDERS = 60
ENDS = (".jpg", ".png", ".jpeg", ".tif", ".bmp", ".JPG", ".PNG")


def part_of_table(scene: Scene) -> tuple[int | None, Any] | None:
    """The row or column that a batch cannot be made of, and its place in an item (None: the item itself)."""
    if scene.within(COLLATE) is None:
        return None
    # fastai's own function comes first: it gives torch's one part of the items after the other.
    named = (
        one.names.get({COLLATE: "batch", "fastai.data.load": "t"}.get(one.module, ""))
        for one in scene.frames
        if one.function in ("collate", "fa_collate")
    )
    batch = next((one for one in named if isinstance(one, (list, tuple)) and one), None)
    if batch is None:
        return None
    item = batch[0]
    if _is_part(item):
        return None, item
    parts = item if isinstance(item, (list, tuple)) else ()
    return next(((i, one) for i, one in enumerate(parts) if _is_part(one)), None)


def _is_part(held: Any) -> bool:
    return is_of(held, "pandas", "Series") or is_table(held)


@rule(TypeError, needs="fastai")
def row_without_getter(scene: Scene) -> Diagnosis | None:
    """A DataBlock over a table without `get_x`: each item is a whole row."""
    found, lists = part_of_table(scene), list(stored(dataset_of(scene)).get("tls") or ())
    place: int | None = found[0] if found is not None else None
    row: Any = found[1] if found is not None else None
    if place is None or place >= len(lists):
        return None
    items: Any = stored(lists[place]).get("items")
    block = data_block(scene)
    if not is_table(items) or is_table(row) or len(row) != len(items.columns) or block is None:
        return None
    word = "get_x" if place == 0 else "get_y"
    if any(one.arg in (word, "getters") for one in block.keywords):
        return None
    getter = _file_getter(scene, items) if place == 0 else f"ColReader({label_column(row)})"
    wants = (
        "The block gets the row in place of a file's name"
        if place == 0
        else "The block gets the row as label"
    )
    return Diagnosis(
        f"The DataBlock has no `{word}`, so what it reads for an item is the whole row of the DataFrame: a Series of "
        f"{counted(len(row), 'value')} ({listed((f'`{one}`' for one in row.index), 3)}).",
        f"{wants}, leaves it as it is, and a Series cannot be put into a batch.",
        block_with(scene, **{word: getter}) or f"{word}={getter}",
        "Say which column holds "
        + ("the file's name, and in which folder the files are:" if place == 0 else "the label:"),
        card="getters",
    )


def _file_getter(scene: Scene, items: Any) -> str:
    """The ColReader for the column that names the files, with the folder and the ending that are found."""
    texts = [one for one in items.columns if isinstance(items[one].iloc[0], (str, Path))]
    for column in texts:
        held = str(items[column].iloc[0])
        for code, folder in _folders(scene):
            for end in ("", *ENDS):
                if (folder / f"{held}{end}").is_file():
                    return f"ColReader({column!r}, pref={code}{f', suff={end!r}' if end else ''})"
        if Path(held).is_file():
            return f"ColReader({column!r})"
    named = (one for word in FILE_WORDS for one in texts if word in str(one).lower())
    column = next(named, texts[0] if texts else items.columns[0])
    paths = [name for name, held in scene.live(object) if isinstance(held, Path) and held.is_dir()]
    path = next((name for name in paths if "path" in name), next(iter(paths), "path"))
    return f"ColReader({column!r}, pref={path})"


def _folders(scene: Scene) -> Iterator[tuple[str, Path]]:
    """The notebook's folders and those inside them, as code."""
    held_paths = [(name, held) for name, held in scene.live(object) if isinstance(held, Path)]
    # `path` before `d`: a loop's variable is no good name for a folder.
    for name, held in sorted(held_paths, key=lambda one: ("path" not in one[0], -len(one[0]))):
        if not held.is_dir():
            continue
        yield name, held
        for one in islice(held.iterdir(), MOST_FOLDERS):
            if one.is_dir():
                yield f"{name} / {one.name!r}", one
    # Folders beside the notebook, that no variable holds.
    for one in islice(Path().iterdir(), MOST_FOLDERS):
        if one.is_dir() and not one.name.startswith("."):
            yield repr(f"{one.name}/"), one


@rule(TypeError, needs="torch")
def series_in_batch(scene: Scene) -> Diagnosis | None:
    """`__getitem__` returns a row or a selection of a DataFrame."""
    found = part_of_table(scene)
    held = dataset_of(scene) if found is not None else None
    if found is None or held is None or is_of(held, "fastai.data.core", "Datasets"):
        return None
    place, part = found
    kind = type(held).__name__
    returned = _returned(scene, kind)
    parts = returned.elts if isinstance(returned, (ast.Tuple, ast.List)) else [returned]
    one = parts[place or 0] if returned is not None and (place or 0) < len(parts) else None
    text = ast.unparse(one) if one is not None else "part"
    made, why, how = _as_numbers(part, text)
    line = f"return {made}"
    if returned is not None and place is not None:
        line = "return " + ", ".join(made if node is one else ast.unparse(node) for node in parts if node)
    what = f"a Series of {counted(len(part), 'value')}" if not is_table(part) else "a DataFrame"
    return Diagnosis(
        f"`{text}`, which `{kind}` returns for an item, is {what}; a Series or DataFrame cannot be put into a batch.",
        why,
        line,
        f"{how}, in `__getitem__` (run the class again, and make the data set anew):",
        card="batch",
    )


def _as_numbers(part: Any, text: str) -> tuple[str, str, str]:
    """The line for a part of a table, why it is wrong, and the words for the line."""
    if is_table(part):
        return (
            f"torch.tensor({text}.to_numpy(dtype='float32'))",
            "A batch is made of tensors, arrays and numbers.",
            "Make a tensor of its numbers",
        )
    kinds = {type(one) for one in part}
    is_number = all(isinstance(one, (int, float)) or is_of(one, "numpy", "number") for one in part)
    if len(part) == 1:
        return (
            f"{text}.iloc[0]",
            "To select rows of a table gives a Series, also when only one fits.",
            "Take the one value out of it",
        )
    if is_number and kinds:
        return (
            f"torch.tensor({text}.to_numpy(dtype='float32'))",
            "A batch is made of tensors, arrays and numbers.",
            "Make a tensor of the row's numbers",
        )
    return (
        f"{text}[{label_column(part)}]",
        "It is a whole row of the table, with text in it.",
        "Take the column that is meant",
    )


def _returned(scene: Scene, kind: str) -> ast.expr | None:
    """What the `__getitem__` of a class of the notebook's returns, where it has one return."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name == kind:
                methods = [one for one in node.body if getattr(one, "name", "") == "__getitem__"]
                found = [
                    one.value
                    for method in methods
                    for one in ast.walk(method)
                    if isinstance(one, ast.Return) and one.value is not None
                ]
                return found[0] if len(found) == 1 else None
    return None
