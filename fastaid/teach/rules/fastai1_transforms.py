"""Transforms of fastai 1 by their names: `rand_pad(4, 32)`, `flip_lr(p=0.5)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import fastai1_index as index
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai1_lines import statement
from fastaid.teach.scene import Scene

# What fastai 2 has in their place; "deg", "zoom", "light" and "size" come from the arguments.
OF_ITEMS = {
    "rand_pad": "CropPad({padded}, pad_mode=PadMode.Reflection), RandomCrop({size})",
    "rand_crop": "RandomCrop({size})",
    "crop_pad": "CropPad({size})",
    "rand_resize_crop": "RandomResizedCrop({size}, min_scale=0.5)",
}
OF_BATCHES = {
    "flip_lr": "Flip(p={p})", "flip_affine": "Flip(p={p})", "dihedral": "Dihedral(p={p})",
    "dihedral_affine": "Dihedral(p={p})", "rotate": "Rotate(max_deg={deg}, p={p})",
    "zoom": "Zoom(max_zoom={zoom}, p={p})", "rand_zoom": "Zoom(max_zoom={zoom}, p={p})",
    "zoom_crop": "Zoom(max_zoom={zoom}, p={p})", "symmetric_warp": "Warp(magnitude=0.2, p={p})",
    "perspective_warp": "Warp(magnitude=0.2, p={p})", "brightness": "Brightness(max_lighting={light}, p={p})",
    "contrast": "Contrast(max_lighting={light}, p={p})", "cutout": "RandomErasing(p={p})",
}  # fmt: skip
# Words that others use too: of fastai 1 only in a list of transforms.
EVERYDAY = (
    "rotate",
    "zoom",
    "brightness",
    "contrast",
    "dihedral",
    "cutout",
    "rand_crop",
    "crop_pad",
    "symmetric_warp",
)
BY_OTHERS = (
    "rand_crop",
    "crop_pad",
    "rand_resize_crop",
    "symmetric_warp",
)  # rules of names answer for these alone


@rule(NameError)
def transform_of_fastai1(scene: Scene) -> Diagnosis | None:
    """`tfms = ([*rand_pad(4, 32), flip_lr(p=0.5)], [])`."""
    frame, error = scene.last, scene.error
    name = error.name if isinstance(error, NameError) else None
    line = statement(frame) if frame is not None and frame.is_learners else None
    if not name or line is None or index.is_own(name, scene) or name not in {**OF_ITEMS, **OF_BATCHES}:
        return None
    calls = [
        one
        for one in ast.walk(line)
        if isinstance(one, ast.Call) and _name(one) in {**OF_ITEMS, **OF_BATCHES}
    ]
    calls.sort(key=lambda one: (one.lineno, one.col_offset))
    names = list(dict.fromkeys(_name(one) for one in calls))
    is_listed = _is_listed(line, calls)
    if name not in names or (name in BY_OTHERS and len(names) == 1):
        return None
    if name in EVERYDAY and not is_listed and not index.is_fastai_notebook(scene):
        return None
    items = [new for one in calls if (new := _new(one, OF_ITEMS))]
    batches = [new for one in calls if (new := _new(one, OF_BATCHES))]
    lines = [f"item_tfms = [{', '.join(items)}]"] if items else []
    lines += [f"batch_tfms = [{', '.join(batches)}]"] if batches else []
    import_of = "" if "RandomErasing" in scene.names else "from fastai.vision.all import *"
    is_one = len(names) == 1
    return Diagnosis(
        f"{listed(f'`{one}`' for one in names)} {'is a transform' if is_one else 'are transforms'} of fastai 1. In "
        f"fastai 2, which is installed here ({index.version()}), transforms are classes with other names.",
        "`item_tfms` change one picture after the other, `batch_tfms` a whole batch. There is one list of each, and "
        "not one more for validation: there random ones do nothing by themselves.",
        "\n".join([*([import_of] if import_of else []), *lines]),
        "For fastai 2 write, and give them to the DataBlock or `from_folder` under these names:",
        sure="likely" if name in EVERYDAY and not is_listed and is_one else "certain",
        card="transforms",
    )


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_listed(line: ast.stmt, calls: list[ast.Call]) -> bool:
    """Whether they stand in a list that is called transforms."""
    target = ast.unparse(line.targets[0]) if isinstance(line, ast.Assign) else ""
    return "tfm" in target and any(isinstance(one, ast.List) for one in ast.walk(line)) and bool(calls)


def _new(call: ast.Call, table: dict[str, str]) -> str:
    if _name(call) not in table:
        return ""
    named = {one.arg: one.value for one in call.keywords if one.arg}
    numbers = [one for node in (*call.args, *named.values()) for one in _numbers(node)]
    whole = [int(one) for one in numbers if one == int(one) and one >= 8]
    size = whole[-1] if whole else 224
    wide = [
        abs(one) for key in ("degrees", "scale", "change") if key in named for one in _numbers(named[key])
    ]
    wide = wide or [abs(one) for node in call.args[:1] for one in _numbers(node)]
    most = max(wide, default=0.0)
    padding = int(numbers[0]) if len(numbers) > 1 else 4
    light = 2 * abs(most - 0.5) if _name(call) == "brightness" else abs(most - 1)
    chance = next(iter(_numbers(named["p"])), 0.5) if "p" in named else 0.5
    return table[_name(call)].format(
        p=chance,
        size=size,
        padded=size + 2 * padding,
        deg=f"{most:g}" if most > 1 else "10",
        zoom=f"{most:g}" if most > 1 else "1.1",
        light=f"{light:.2g}" if 0 < light < 1 and wide else "0.2",
    )


def _numbers(node: ast.AST) -> Iterator[float]:
    for one in ast.walk(node):
        if (
            isinstance(one, ast.Constant)
            and isinstance(one.value, (int, float))
            and type(one.value) is not bool
        ):
            yield float(one.value)
