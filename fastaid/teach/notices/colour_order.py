"""Pictures whose red and blue are exchanged before a learner sees them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.columns import origin
from fastaid.teach.notices.data import vocabulary
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_learner, is_of, stored

OPENERS = ("Image", "PILImage")


@check(".predict(", needs="fastai")
def red_and_blue_exchanged(cell: Cell) -> Iterator[Notice]:
    """`PILImage.create(np.array(Image.open(f))[:, :, ::-1])`: PIL's pictures are RGB already."""
    for call in cell.calls("predict"):
        learn = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if not call.args or not is_learner(learn) or not _is_of_pictures(learn):
            continue
        given: ast.expr | None = call.args[0]
        if isinstance(given, ast.Name):
            given = _given(cell, given.id)
        nodes = cell.reached(given) if given is not None else []
        flips = [one for one in nodes if _is_flip(one)]
        if len(flips) != 1 or any(isinstance(one, ast.Name) and one.id == "cv2" for one in nodes):
            continue
        flip = flips[0]
        assert isinstance(flip, ast.Subscript)
        if not _is_opened(cell, nodes, flip.value):
            continue
        yield Notice(
            f"`{text_of(flip)}` exchanges red and blue: PIL opens pictures as RGB already, as those were that the "
            f"learner was trained on, so it now sees other colours. Leave it out: `{text_of(flip.value)}` (only "
            "pictures from `cv2.imread` are BGR).",
            hash(text_of(flip)),
            card="predictions",
        )
        return


def _given(cell: Cell, name: str) -> ast.expr | None:
    """What a name was given, once: in a loop of the cell, in the cell, or before."""
    stores = [one.value for one in cell.of(ast.Assign) if text_of(one.targets[0]) == name]
    return stores[0] if len(stores) == 1 else origin(cell, name) if not stores else None


def _is_of_pictures(learn: Any) -> bool:
    """Whether a learner's data open files as fastai does: RGB."""
    data: Any = (loaders_of(stored(learn).get("dls")) or [{}])[0].get("dataset")
    if vocabulary(data) is None:
        return False
    steps = stored(stored(stored(data)["tls"][0]).get("tfms")).get("fs") or ()
    names = {str(getattr(one, "name", "")) for one in steps} | {type(one).__name__ for one in steps}
    return any("PILBase.create" in one for one in names)


def _is_flip(node: ast.AST) -> bool:
    """`img[:, :, ::-1]`, `img[..., ::-1]`."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Tuple):
        return False
    *first, last = node.slice.elts
    is_whole = all(
        (isinstance(one, ast.Slice) and one.lower is one.upper is one.step is None)
        or (isinstance(one, ast.Constant) and one.value is ...)
        for one in first
    )
    is_last = len(first) == 2 or (len(first) == 1 and isinstance(first[0], ast.Constant))
    return is_whole and is_last and isinstance(last, ast.Slice) and constant(last.step) == -1


def _is_opened(cell: Cell, nodes: Sequence[ast.AST], node: ast.expr) -> bool:
    """Whether an array was made of a picture that PIL opened."""
    found: ast.expr | None = node
    if isinstance(node, ast.Name):
        stores = [
            one.value for one in nodes if isinstance(one, ast.Assign) and text_of(one.targets[0]) == node.id
        ]
        found = stores[0] if len(stores) == 1 else _given(cell, node.id) if not stores else None
    if not isinstance(found, ast.Call) or last_name(found.func) not in ("array", "asarray"):
        return False
    return any(
        isinstance(one, ast.Call)
        and last_name(one.func) in ("open", "create")
        and isinstance(one.func, ast.Attribute)
        and last_name(one.func.value) in OPENERS
        for one in below(found)
    ) or any(is_of(cell.value(one), "PIL.Image", "Image") for one in found.args)
