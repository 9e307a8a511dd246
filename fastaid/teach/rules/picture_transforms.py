"""torchvision's transforms: their order, and the kind of picture each takes."""

from __future__ import annotations

import ast
import re
from types import ModuleType
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, is_array, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.pictures import is_picture
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import WORD, Frame, Scene

TORCHVISION = "torchvision.transforms"


def composed(scene: Scene) -> tuple[Any, list[str]] | None:
    """The Compose that was running, and the names of its steps."""
    for _, compose in scene.holding("self", lambda held: is_of(held, TORCHVISION, "Compose")):
        return compose, [type(one).__name__ for one in stored(compose).get("transforms", [])]
    return None


def transforms_named(scene: Scene, code: str) -> str:
    """A line with `T.` as the learner calls torchvision's transforms; without it where they are imported singly."""
    words = set(WORD.findall(scene.cell))
    modules = [
        name
        for name, held in list(scene.names.items())
        if isinstance(held, ModuleType) and held.__name__ in (TORCHVISION, f"{TORCHVISION}.v2")
    ]
    name = next((one for one in modules if one in words), modules[0] if modules else "")
    if not name and "torchvision" in words and "transforms" in words:
        name = TORCHVISION
    needed = re.findall(r"\bT\.(\w+)", code)
    if not name and not all(one in scene.names for one in needed):
        return code
    return re.sub(r"\bT\.", f"{name}." if name else "", code)


@rule(TypeError, needs="torchvision")
def to_tensor_of_tensor(scene: Scene) -> Diagnosis | None:
    """ToTensor takes a picture, not what is a tensor already, nor a file's name."""
    frame = scene.within(f"{TORCHVISION}.functional", "to_tensor")
    pic = frame.names.get("pic") if frame is not None else None
    if frame is None or pic is None or is_picture(pic) or is_array(pic):
        return None
    steps = composed(scene)
    if is_tensor(pic):
        cause = "ToTensor makes a tensor of a PIL picture or numpy array; this is one already."
        names = steps[1] if steps is not None else []
        if names.count("ToTensor") > 1:
            cause += f" It stands twice in the Compose: {', '.join(names)}."
        return Diagnosis(
            f"`ToTensor` was given {described(pic)}.",
            cause,
            "",
            "Leave `ToTensor()` out where tensors come in (twice applied, or a data set that gives tensors).",
            card="transforms",
        )
    if isinstance(pic, str) or is_of(pic, "pathlib", "Path"):
        return Diagnosis(
            f"`ToTensor` was given the name of a file, {str(pic)[-40:]!r}.",
            "It takes an opened picture.",
            "Image.open(path).convert('RGB')",
            "Open the picture first (`from PIL import Image`):",
        )
    return Diagnosis(
        f"`ToTensor` was given {described(pic)}.",
        "It takes a PIL picture or a numpy array.",
        "torch.tensor(x)" if isinstance(pic, (list, tuple, int, float)) else "",
        "Numbers become a tensor with:" if isinstance(pic, (list, tuple, int, float)) else "",
    )


@rule(TypeError, needs="torchvision")
def normalize_before_to_tensor(scene: Scene) -> Diagnosis | None:
    """Normalize works on float tensors: after ToTensor."""
    frame = scene.within(f"{TORCHVISION}.functional", "normalize")
    if frame is None:
        frame = scene.within(f"{TORCHVISION}._functional_tensor", "normalize")
    given = frame.names.get("tensor") if frame is not None else None
    if frame is None or given is None:
        return None
    if is_tensor(given):
        if given.is_floating_point():
            return None
        return Diagnosis(
            f"`Normalize` was given {described(given)}.",
            f"It takes floats, as `ToTensor` gives them (0 to 1); {dtype(given)} holds whole numbers.",
            "x = x.float() / 255",
            "Make floats of 0 to 1 first:",
            card="normalization",
        )
    steps = composed(scene)
    if steps is None and (said := _array_alone(scene, given)) is not None:
        return said
    order = ""
    if steps is not None and "ToTensor" in steps[1]:
        names = [one for one in steps[1] if one != "Normalize"]
        order = f" In the Compose it stands before ToTensor: {', '.join(steps[1])}."
        names.insert(names.index("ToTensor") + 1, "Normalize")
    return Diagnosis(
        f"`Normalize` was given {_article(given)}, not a tensor.",
        f"It subtracts the mean from the numbers of a tensor, so it must come after `ToTensor`.{order}",
        transforms_named(scene, "T.Compose([T.ToTensor(), T.Normalize(mean, std)])"),
        "Put ToTensor before Normalize:",
        card="normalization",
    )


def _array_alone(scene: Scene, given: Any) -> Diagnosis | None:
    """A Normalize that is called by itself on an array of pictures, or on one with the channels first."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or len(call.args) != 1 or not is_array(given):
        return None
    sizes, node = shape(given), call.args[0]
    if not (len(sizes) == 4 or (len(sizes) == 3 and sizes[0] in (1, 3))):
        return None
    last = (
        " Its channels come last; a tensor of pictures has them second." if sizes[-1] == 3 != sizes[1] else ""
    )
    turned = ".permute(0, 3, 1, 2)" if last and len(sizes) == 4 else ""
    floats = "" if dtype(given).startswith("float") else ".float() / 255"
    text = f"torch.from_numpy({ast.unparse(node)}){turned}{floats}"
    what = "a whole batch" if len(sizes) == 4 else "an array with the channels first"
    return Diagnosis(
        f"`Normalize` was given {described(given)}, not a tensor.",
        "It subtracts the mean from the numbers of a tensor. `ToTensor` is for a single picture; "
        f"{what} becomes a tensor by from_numpy.{last}",
        replaced(here, call, f"{ast.unparse(call.func)}({text})"),
        "Make a tensor of it:",
        card="normalization",
    )


def _article(given: object) -> str:
    return "a PIL picture" if is_picture(given) else described(given)


@rule(RuntimeError, needs="torchvision")
def normalize_count(scene: Scene) -> Diagnosis | None:
    """Normalize needs one mean and one std for each channel."""
    frame = scene.within(f"{TORCHVISION}._functional_tensor", "normalize")
    given = frame.names.get("tensor") if frame is not None else None
    if frame is None or not is_tensor(given) or len(shape(given)) < 3:
        return None
    mean, channels = frame.names.get("mean"), shape(given)[-3]
    count = len(mean) if isinstance(mean, (list, tuple)) or (mean is not None and is_tensor(mean)) else 0
    if count in (0, channels):
        return None
    what = f"`Normalize` has {counted(count, 'mean')}, but the picture has {counted(channels, 'channel')}: "
    what += f"shape {shape(given)}."
    if channels == 1:
        how = "Give one of each for grey pictures (or make them colour before: `.convert('RGB')`):"
        return Diagnosis(
            what,
            "It needs one mean and one std for each channel.",
            transforms_named(scene, "T.Normalize([0.5], [0.5])"),
            how,
        )
    if channels == 4:
        cause = "It needs one mean and one std for each channel; the 4th channel of RGBA is transparency."
        return Diagnosis(what, cause, "img = img.convert('RGB')", "Drop it when the picture is opened:")
    if shape(given)[-1] == count:
        cause = "It needs channels first; here the channels come last."
        return Diagnosis(what, cause, "x = x.permute(2, 0, 1)", "Put the channels first:")
    numbers = ", ".join(["0.5"] * channels)
    fix = transforms_named(scene, f"T.Normalize([{numbers}], [{numbers}])") if channels <= 12 else ""
    cause = "It needs one mean and one std for each channel."
    return Diagnosis(what, cause, fix, "Give as many of each:", card="normalization")


@rule(TypeError, needs="torchvision")
def transform_of_array(scene: Scene) -> Diagnosis | None:
    """Resize, crop and flip take PIL pictures or tensors, not numpy arrays or names."""
    frame = scene.within(f"{TORCHVISION}.functional") or scene.within(f"{TORCHVISION}._functional_pil")
    transform = next((one for one in reversed(scene.frames) if _is_transform(one)), None)
    if frame is None or transform is None:
        return None
    given = transform.names.get("img", transform.names.get("pic"))
    if given is None or is_tensor(given) or is_picture(given):
        return None
    name = type(transform.names["self"]).__name__
    if name in ("ToTensor", "Normalize", "ToPILImage"):
        return None
    if is_array(given):
        return Diagnosis(
            f"`{name}` was given {described(given)}.",
            "torchvision's transforms work on PIL pictures and tensors.",
            transforms_named(scene, "T.Compose([T.ToPILImage(), …])"),
            "Make a picture of the array first:",
            card="transforms",
        )
    if isinstance(given, str) or is_of(given, "pathlib", "Path"):
        return Diagnosis(
            f"`{name}` was given the name of a file, {str(given)[-40:]!r}.",
            "It takes an opened picture.",
            "Image.open(path).convert('RGB')",
            "Open the picture first (`from PIL import Image`):",
        )
    return None


def _is_transform(frame: Frame) -> bool:
    held = frame.names.get("self")
    return (
        frame.module == f"{TORCHVISION}.transforms"
        and held is not None
        and not is_of(held, TORCHVISION, "Compose")
    )


@rule(ValueError, needs="torchvision")
def crop_larger_than_picture(scene: Scene) -> Diagnosis | None:
    """RandomCrop cannot cut more than there is."""
    frame = scene.within(f"{TORCHVISION}.transforms", "get_params")
    size = frame.names.get("output_size") if frame is not None else None
    h, w = (frame.names.get(one) for one in ("h", "w")) if frame is not None else (None, None)
    if not isinstance(size, tuple) or not isinstance(h, int) or not isinstance(w, int):
        return None
    if h >= size[0] and w >= size[1]:
        return None
    return Diagnosis(
        f"A crop of {size[0]} × {size[1]} was asked for, but the picture is {h} × {w}.",
        "RandomCrop only cuts; it does not enlarge.",
        transforms_named(scene, f"T.Resize({max(size)}), T.RandomCrop({size[0]})"),
        "Enlarge it first (or `RandomCrop(…, pad_if_needed=True)`):",
    )
