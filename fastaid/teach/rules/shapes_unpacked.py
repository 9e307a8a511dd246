"""`h, w, c = img.shape` of an array, a picture or a table that has another number of dimensions."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import code_of, origin, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

OPENED = re.compile(r"((?:\w+\.)*Image\.open\([^()]*\))(?!\.convert)")
OF_PICTURES = re.compile(r"Image\.open\(|imread\(|PILImage|convert\(")


def shape_parts(scene: Scene) -> tuple[Frame, list[str], ast.Attribute] | None:
    """The names on the left of `… = x.shape`, where their number does not fit."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner or "unpack" not in scene.message:
        return None
    line = statement_at(here)
    target = line.targets[0] if isinstance(line, ast.Assign) else None
    if not isinstance(line, ast.Assign) or not isinstance(target, (ast.Tuple, ast.List)):
        return None
    if not isinstance(line.value, ast.Attribute) or line.value.attr != "shape":
        return None
    if any(isinstance(one, ast.Starred) for one in target.elts):
        return None
    return here, [text_of(one) for one in target.elts], line.value


def has_answer(scene: Scene) -> bool:
    """Whether the card about shapes, or the one about tensors' shapes, is the nearer one."""
    found = shape_parts(scene)
    return found is not None and (
        wrong_number(scene) is not None or is_tensor(found[0].value(found[2].value))
    )


@rule(ValueError)
def number_of_sizes(scene: Scene) -> Diagnosis | None:
    """A shape has one size for each dimension, and a grey picture has no channels."""
    return wrong_number(scene)


def wrong_number(scene: Scene) -> Diagnosis | None:
    """The card for names that do not fit a shape; a tensor's shape is another rule's."""
    found = shape_parts(scene)
    if found is None or not all(found[1]):
        return None
    here, names, node = found
    held, text = here.value(node.value), text_of(node.value)
    rank = _rank(held, scene)
    if is_tensor(held) or rank is None or rank == len(names) or not text:
        return None
    if is_of(held, "PIL.Image", "Image"):
        what = f"`{text}.shape` of a picture of fastai is two numbers: (height, width); the names are {len(names)}."
        line = f"{', '.join(names[:2])} = {text}.shape"
        return Diagnosis(
            what, f"The channels are told by its mode, `{text}.mode`: {held.mode!r}.", line, "Write:"
        )
    if is_table(held):
        what = f"`{text}.shape` of a table is two numbers: (rows, columns); the names are {len(names)}."
        return Diagnosis(
            what, "Each size goes into one name.", f"{', '.join(names[:2])} = {text}.shape", "Write:"
        )
    source = node.value if not isinstance(node.value, ast.Name) else origin(scene, here, node.value.id)
    is_picture = bool(OF_PICTURES.search(code_of(source)))
    size = f", shape {tuple(held.shape)}" if is_array(held) else ""
    what = f"`{text}` has {counted(rank, 'dimension')}{size}, but {len(names)} names stand on the left."
    if is_picture and (len(names), rank) == (3, 2):
        return _grey(what, names, text, node, source)
    if rank == 1:
        line = f"{names[0]} = {text}.shape[0]"
        return Diagnosis(what, "Each size of the shape goes into one name; here is only one.", line, "Write:")
    if is_picture and (len(names), rank) == (2, 3):
        cause = "The array of a picture in colour has (height, width, channels)."
        return Diagnosis(what, cause, f"{', '.join(names)} = {text}.shape[:2]", "Take the first two:")
    if len(names) > rank:
        line = f"{', '.join(names[:rank])} = {text}.shape"
        return Diagnosis(
            what, "Each size of the shape goes into one name.", line, "Unpack as many as there are:"
        )
    line = f"{', '.join(names)} = {text}.shape[:{len(names)}]"
    return Diagnosis(
        what, "Each size of the shape goes into one name.", line, "To take the first ones alone:"
    )


def _rank(held: Any, scene: Scene) -> int | None:
    if is_of(held, "PIL.Image", "Image"):
        return 2
    if is_array(held) or is_of(held, "pandas", "DataFrame", "Series"):
        return len(held.shape)
    found = re.search(r"expected \d+, got (\d+)", scene.message)
    return int(found[1]) if found and held is UNKNOWN else None


def _grey(what: str, names: list[str], text: str, node: ast.Attribute, source: ast.expr | None) -> Diagnosis:
    cause = "The picture is grey (mode L; or mode P, with a palette): its array is (height, width), without channels."
    code = code_of(source)
    colour = OPENED.sub(r"\1.convert('RGB')", code, count=1)
    if colour == code or isinstance(node.value, ast.Name) is False:
        line = (
            f"{', '.join(names)} = {colour}.shape"
            if colour != code
            else f"{', '.join(names[:2])} = {text}.shape[:2]"
        )
        how = "Open it in colour:" if colour != code else "Take height and width alone:"
        return Diagnosis(what, cause, line, how, card="rank-and-shape")
    return Diagnosis(
        what,
        cause,
        f"{text} = {colour}\n{', '.join(names)} = {text}.shape",
        f"Open it in colour (or take two sizes alone, `{', '.join(names[:2])} = {text}.shape[:2]`):",
        card="rank-and-shape",
    )
