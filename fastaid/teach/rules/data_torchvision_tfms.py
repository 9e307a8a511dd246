"""torchvision's transforms among fastai's item_tfms and batch_tfms: they are given the labels too."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, last_name, trees
from fastaid.teach.rules.in_workers import own_message
from fastaid.teach.scene import Frame, Scene

ANY = (TypeError, AttributeError, RuntimeError, ValueError, IndexError)
WORDS = ("item_tfms", "batch_tfms")
LEFT_OUT = ("ToTensor", "PILToTensor", "ToPILImage", "ConvertImageDtype", "ToImage", "ToDtype", "CenterCrop")
AUGMENTING = ("RandomHorizontalFlip", "RandomRotation", "ColorJitter", "RandomAffine", "RandomPerspective",
              "RandomVerticalFlip", "TrivialAugmentWide", "RandAugment", "AutoAugment")  # fmt: skip


@rule(*ANY, needs="torchvision")
def torchvision_in_fastai(scene: Scene) -> Diagnosis | None:
    """`item_tfms=[T.Resize((224, 224)), T.ToTensor()]`."""
    top = scene.top
    is_in_torchvision = scene.within(
        "torchvision.transforms"
    ) is not None or "torchvision/transforms" in own_message(scene)
    if (
        top is None
        or scene.within("fastai") is None
        or not (is_in_torchvision or "torchvision/transforms" in scene.message)
    ):
        return None
    for call in _makers(scene):
        given = {one.arg: _parts(scene, one.value) for one in call.keywords if one.arg in WORDS}
        theirs = [one for parts in given.values() for one in parts if _is_torchvision(top, one)]
        if not theirs or any(_is_hidden(one) for one in theirs):
            continue
        names = list(
            dict.fromkeys(f"`{ast.unparse(one.func)}`" for one in theirs if isinstance(one, ast.Call))
        )
        new = _in_fastai(given, theirs, call)
        if new is None or not _are_fastais(scene):
            return None
        return Diagnosis(
            f"{listed(names, 4)} {'is' if len(names) == 1 else 'are'} torchvision's, given to fastai as "
            f"`{next(word for word, parts in given.items() if theirs[0] in parts)}`.",
            "fastai calls a plain function for each part of an item, the label too. Its own transforms know what is a "
            "picture; ImageBlock adds ToTensor itself.",
            anew(call, new, drop=WORDS),
            "Use fastai's in their place:",
            card="transforms",
        )
    return None


def _makers(scene: Scene) -> list[ast.Call]:
    found = []
    for tree in trees(scene):
        for line in ast.walk(tree):
            for node in ast.iter_child_nodes(line):
                node.parent = line  # type: ignore[attr-defined]
                if isinstance(node, ast.Call) and any(one.arg in WORDS for one in node.keywords):
                    found.append(node)
    return found


def _parts(scene: Scene, node: ast.expr) -> list[ast.expr]:
    """The transforms one by one: out of lists, Compose and variables."""
    if isinstance(node, ast.Name):
        written = assigned(scene, node.id)
        return _parts(scene, written) if written is not None and not isinstance(written, ast.Name) else [node]
    if isinstance(node, (ast.List, ast.Tuple)):
        return [part for one in node.elts for part in _parts(scene, one)]
    if isinstance(node, ast.Call) and last_name(node.func) in ("Compose", "Sequential") and node.args:
        return _parts(scene, node.args[0])
    return [node]


def _is_torchvision(top: Frame, node: Any) -> bool:
    held = top.value(node.func) if isinstance(node, ast.Call) else UNKNOWN
    return str(getattr(held, "__module__", "")).startswith("torchvision.transforms")


def _is_hidden(node: Any) -> bool:
    """Whether it is fastai's name, which a later import of torchvision's hides: imports_hiding tells of that."""
    return isinstance(node.func, ast.Name) and node.func.id in vars(library("fastai.vision.all") or object)


def _are_fastais(scene: Scene) -> bool:
    own = getattr(library("fastai.vision.augment"), "Resize", None)
    return own is not None and scene.names.get("Resize", own) is own


def _in_fastai(given: dict[Any, list[Any]], theirs: list[Any], call: ast.Call) -> dict[str, str] | None:
    """The arguments with fastai's transforms; None where one is not known."""
    items: list[str] = []
    batch: list[str] = []
    for word, parts in given.items():
        for one in parts:
            text = ast.unparse(one)
            name = last_name(one.func) if isinstance(one, ast.Call) else ""
            if one not in theirs:
                (items if word == "item_tfms" else batch).append(text)
            elif name in ("Resize", "RandomCrop", "RandomResizedCrop") and one.args:
                items.append(f"{'Resize' if name == 'RandomCrop' else name}({_size(one.args[0])})")
            elif name == "Normalize" and len(one.args) == 2:
                batch.append(f"Normalize.from_stats({', '.join(_three(part) for part in one.args)})")
            elif name in AUGMENTING:
                batch.append(
                    "*aug_transforms(flip_vert=True)" if name == "RandomVerticalFlip" else "*aug_transforms()"
                )
            elif name not in LEFT_OUT:
                return None
    batch = list(dict.fromkeys(batch))
    if "*aug_transforms(flip_vert=True)" in batch:
        batch = [one for one in batch if one != "*aug_transforms()"]
    if not any(one.startswith(("Resize", "RandomResizedCrop", "CropPad", "RandomCrop")) for one in items):
        items.append("Resize(224)")
    items = list(dict.fromkeys(items))
    new = {"item_tfms": items[0] if len(items) == 1 else f"[{', '.join(items)}]"}
    return {**new, **({"batch_tfms": f"[{', '.join(batch)}]"} if batch else {})}


def _size(node: ast.expr) -> str:
    if isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) == 2:
        one, other = (ast.unparse(part) for part in node.elts)
        return one if one == other else f"({one}, {other})"
    if isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) == 1:
        return ast.unparse(node.elts[0])
    return ast.unparse(node)


def _three(node: ast.expr) -> str:
    """One mean for three channels is written three times: fastai's pictures are in colour."""
    if isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) == 1:
        return f"[{', '.join([ast.unparse(node.elts[0])] * 3)}]"
    return ast.unparse(node)
