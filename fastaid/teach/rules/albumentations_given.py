"""albumentations: pictures by name, as arrays, and a dictionary that comes back."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_of, is_tensor, library, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.opencv_read import OF_ARGUMENTS
from fastaid.teach.rules.python_source import call_at, node_at, origin, replaced, text_of
from fastaid.teach.scene import Frame, Scene

PICTURES = ("image", "mask")
# The names that transforms had, and those that they have (version 2.0).
NAMES = {
    "Cutout": "CoarseDropout", "Flip": "HorizontalFlip", "JpegCompression": "ImageCompression",
    "RandomBrightness": "RandomBrightnessContrast", "RandomContrast": "RandomBrightnessContrast",
    "IAAAdditiveGaussianNoise": "GaussNoise", "IAAAffine": "Affine", "IAACropAndPad": "CropAndPad",
    "IAAEmboss": "Emboss", "IAAFliplr": "HorizontalFlip", "IAAFlipud": "VerticalFlip",
    "IAAPerspective": "Perspective", "IAAPiecewiseAffine": "PiecewiseAffine", "IAASharpen": "Sharpen",
    "IAASuperpixels": "Superpixels",
}  # fmt: skip
WRAPPER = """class AlbumentationsTransform(Transform):
    def __init__(self, aug): self.aug = aug
    def encodes(self, img: PILImage):
        return PILImage.create(self.aug(image=np.array(img))['image'])

item_tfms = AlbumentationsTransform({})"""


def _is_transform(held: Any) -> bool:
    return is_of(held, "albumentations", "BaseCompose", "BasicTransform")


def _gives_transform(frame: Frame, node: ast.expr) -> bool:
    """Whether an expression is a transform: a name of one, or the call that makes it."""
    if isinstance(node, ast.Call):
        kind: Any = frame.value(node.func)
        return isinstance(kind, type) and kind.__module__.startswith("albumentations")
    return _is_transform(frame.value(node))


def _called(scene: Scene) -> tuple[Frame, ast.Call] | None:
    """The learner's call of a transform, where it failed in there."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.within("albumentations") is not None else None
    if frame is None or call is None or not _gives_transform(frame, call.func):
        return None
    return frame, call


def _pictures(scene: Scene, call: ast.Call) -> dict[str, tuple[ast.expr, Any]]:
    """The pictures of a call by their names: as they were written, and what they are."""
    inner = next((one for one in scene.frames if one.module.startswith("albumentations")), None)
    held: Any = inner.names.get("data") if inner is not None else None
    found = {one.arg: one.value for one in call.keywords if one.arg in PICTURES and text_of(one.value)}
    return {
        name: (node, held[name]) for name, node in found.items() if isinstance(held, dict) and name in held
    }


def _array(held: Any, text: str) -> str:
    """The code for a picture as an array of (height, width, channels)."""
    if not is_tensor(held):
        return f"np.array({text})"
    is_first = held.ndim == 3 and shape(held)[0] in (1, 3, 4) and shape(held)[-1] not in (3, 4)
    return f"{text}.permute(1, 2, 0).numpy()" if is_first else f"{text}.numpy()"


def _is_no_array(held: Any) -> bool:
    return is_tensor(held) or is_of(held, "PIL.Image", "Image")


@rule(KeyError, needs="albumentations")
def given_by_position(scene: Scene) -> Diagnosis | None:
    """`tfm(img)`, where albumentations wants `tfm(image=img)['image']`."""
    inner = scene.within("albumentations", "__call__")
    made: Any = inner.names.get("self") if inner is not None else None
    given: Any = inner.names.get("args") if inner is not None else None
    if not _is_transform(made) or not isinstance(given, tuple) or not given:
        return None
    cause = "A transform of albumentations takes the picture by name, as a numpy array, and gives back a dictionary."
    found = _called(scene)
    if found is None:
        return _given_by_a_library(scene, made, cause)
    frame, call = found
    if len(call.args) != 1 or isinstance(call.args[0], ast.Starred) or not text_of(call.args[0]):
        return None
    text, func = text_of(call.args[0]), text_of(call.func)
    held: Any = frame.value(call.args[0])
    new = f"{func}(image={_array(held, text) if _is_no_array(held) else text})"
    above = parent(call)
    is_taken = isinstance(above, ast.Subscript) and above.value is call
    return Diagnosis(
        f"`{func}({text})` gives the picture by position.",
        cause,
        replaced(frame, call, new if is_taken else f"{new}['image']"),
        "Write:",
        card="data-augmentation",
    )


def _given_by_a_library(scene: Scene, made: Any, cause: str) -> Diagnosis:
    name = scene.name_of(made) or "tfm"
    is_fastai = scene.within("fastcore") is not None or scene.within("fasttransform") is not None
    fix = (
        WRAPPER.format(name) if is_fastai else f"transform = lambda img: {name}(image=np.array(img))['image']"
    )
    whose = "fastai" if is_fastai else "the data set"
    return Diagnosis(
        f"`{name}` is a transform of albumentations; {whose} gives it the picture by position.",
        cause,
        fix,
        "Wrap it in a transform of fastai:" if is_fastai else "Wrap it:",
        card="data-augmentation",
    )


@rule(TypeError, needs="albumentations")
def not_an_array(scene: Scene) -> Diagnosis | None:
    """A PIL picture or a tensor in place of an array."""
    found = _called(scene)
    if found is None:
        return None
    frame, call = found
    for node, held in _pictures(scene, call).values():
        if not _is_no_array(held):
            continue
        text = text_of(node)
        return Diagnosis(
            f"`{text}` is {described(held) if is_tensor(held) else 'a picture of PIL'}, not a numpy array.",
            "albumentations works with numpy arrays of (height, width, channels).",
            replaced(frame, node, _array(held, text)),
            "Make an array of it:",
            card="data-augmentation",
        )
    return None


@rule(AttributeError, TypeError, KeyError, ValueError, needs="albumentations")
def dictionary_in_place_of_picture(scene: Scene) -> Diagnosis | None:
    """`out = tfm(image=img)`, then `out.shape` or `PILImage.create(out)`."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or scene.within("albumentations") is not None or OF_ARGUMENTS.search(scene.message):
        return None
    tried: list[ast.expr] = []
    if isinstance(node, ast.Attribute):
        tried = [node.value]
    elif isinstance(node, ast.Call):
        tried = [*node.args, *(one.value for one in node.keywords)]
    elif isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Constant):
        tried = [node.value]
    elif isinstance(node, ast.BinOp):
        tried = [node.left, node.right]
    for one in tried:
        made = origin(scene, frame, one.id) if isinstance(one, ast.Name) else one
        if not isinstance(made, ast.Call) or not _gives_transform(frame, made.func):
            continue
        held: Any = frame.value(one)
        if held is not UNKNOWN and not (isinstance(held, dict) and "image" in held):
            continue
        text, maker = text_of(one), text_of(made.func)
        return Diagnosis(
            f"`{text}` is a dictionary: `{maker}(…)` gives back what it was given, by name.",
            "The picture is in it under `'image'`.",
            replaced(frame, one, f"{text}['image']"),
            "Take the picture:",
            card="data-augmentation",
        )
    return None


@rule(Exception, needs="albumentations")
def larger_than_the_picture(scene: Scene) -> Diagnosis | None:
    """`RandomCrop(128, 128)` of a picture with 40 rows."""
    crop = next((one for _, one in scene.holding("self", _crops)), None)
    found = _called(scene)
    if crop is None or found is None:
        return None
    held: Any = _pictures(scene, found[1]).get("image", (None, None))[1]
    if not is_array(held) or held.ndim not in (2, 3):
        return None
    height, width = stored(crop)["height"], stored(crop)["width"]
    rows, columns = shape(held)[:2]
    if height <= rows and width <= columns:
        return None
    kind, module = type(crop).__name__, _module_name(scene)
    return Diagnosis(
        f"`{kind}` cuts {height} x {width} pixels (height x width); the picture has {rows} x {columns}.",
        "A part cannot be larger than the whole.",
        f"{module}.Compose([{module}.SmallestMaxSize(max_size={max(height, width)}), "
        f"{module}.{kind}({height}, {width})])",
        "Enlarge the picture first, or cut less:",
        card="data-augmentation",
    )


def _crops(held: Any) -> bool:
    kept = stored(held)
    return _is_transform(held) and isinstance(kept.get("height"), int) and isinstance(kept.get("width"), int)


def _module_name(scene: Scene) -> str:
    """How the notebook calls the library: "A"."""
    module = library("albumentations")
    return next((name for name, held in list(scene.names.items()) if held is module), "albumentations")


@rule(ValueError, TypeError, needs="albumentations")
def size_as_two_numbers(scene: Scene) -> Diagnosis | None:
    """`A.RandomResizedCrop(32, 32)`: the size is one tuple since version 1.4."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or scene.within("albumentations") is None:
        return None
    held: Any = frame.value(call.func)
    given = call.args[:2]
    are_numbers = len(given) == 2 and all(type(frame.value(one)) is int for one in given)
    if not are_numbers or not isinstance(held, type) or "size" not in _parameters(held):
        return None
    size = ast.keyword("size", ast.Tuple(given, ast.Load()))
    new = ast.Call(call.func, call.args[2:], [size, *call.keywords])
    return Diagnosis(
        f"`{text_of(call.func)}` takes the size as one tuple; here it got two numbers.",
        "Older versions took height and width one by one; the line was written for one of these.",
        replaced(frame, call, ast.unparse(new)),
        "Write:",
        card="data-augmentation",
    )


def _parameters(kind: type) -> list[str]:
    """The names of a transform's arguments; none of another class's."""
    if not kind.__module__.startswith("albumentations"):
        return []
    try:
        return [*inspect.signature(kind).parameters]
    except (TypeError, ValueError):
        return []


@rule(ValueError, needs="albumentations")
def mask_of_another_size(scene: Scene) -> Diagnosis | None:
    """A mask that was resized, or not, apart from its picture."""
    found = _called(scene)
    if found is None:
        return None
    given = _pictures(scene, found[1])
    if len(given) < 2 or not all(is_array(held) and held.ndim in (2, 3) for _, held in given.values()):
        return None
    (image_node, picture), (mask_node, other_picture) = given["image"], given["mask"]
    (height, width), other = shape(picture)[:2], shape(other_picture)[:2]
    if (height, width) == other:
        return None
    image, mask = text_of(image_node), text_of(mask_node)
    new = f"np.array(Image.fromarray({mask}).resize(({width}, {height}), Image.NEAREST))"
    return Diagnosis(
        f"`{image}` has {height} x {width} pixels (height x width), its mask `{mask}` has {other[0]} x {other[1]}.",
        "albumentations changes both in the same way, so each pixel of the mask must belong to one of the picture.",
        f"{mask} = {new}" if isinstance(mask_node, ast.Name) else new,
        "See that they belong together, then bring the mask to the picture's size:",
        sure="likely",
        card="segmentation",
    )


@rule(AttributeError, needs="albumentations")
def names_gone(scene: Scene) -> Diagnosis | None:
    """`A.Cutout()`, `A.Flip()`: names that newer versions have no more."""
    frame, error = scene.here, scene.error
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    module: Any = getattr(error, "obj", None)
    if frame is None or not isinstance(node, ast.Attribute) or module is not library("albumentations"):
        return None
    now = NAMES.get(node.attr, "")
    if not now or not hasattr(module, now):
        return None
    text = text_of(node.value)
    return Diagnosis(
        f"`{text}` has no `{node.attr}` in albumentations {getattr(module, '__version__', '')}.",
        f"A newer version removed this name; `{text}.{now}` takes its place. Its arguments may have other names.",
        replaced(frame, node, f"{text}.{now}"),
        "Write:",
        card="data-augmentation",
    )
