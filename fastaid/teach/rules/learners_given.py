"""collab_learner, text_classifier_learner, vision_learner given a table or folder; nets that cannot be cut."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.inference import is_loader, is_many
from fastaid.teach.rules.python_source import call_at, text_of
from fastaid.teach.scene import Frame, Scene

PICTURES = ("vision_learner", "cnn_learner", "unet_learner", "create_cnn")
TEXTS = ("text_classifier_learner", "language_model_learner")
MAKERS = (*PICTURES, *TEXTS, "collab_learner")


def _making(scene: Scene) -> tuple[Frame, ast.Call, str] | None:
    here = scene.here
    call = call_at(here) if here is not None else None
    name = last_name(call.func) if call is not None else ""
    return (here, call, name) if here is not None and call is not None and name in MAKERS else None


@rule(AttributeError, TypeError, KeyError, ValueError, IndexError, AssertionError, needs="fastai.learner")
def loaders_not_made(scene: Scene) -> Diagnosis | None:
    """`collab_learner(ratings)`: a table or a folder where DataLoaders are wanted."""
    found = _making(scene)
    if found is None:
        return None
    here, call, name = found
    node = here.argument(call, 0, "dls")
    held = here.value(node)
    if node is None:
        return None
    text = text_of(node) or "df"
    is_items = is_many(held) and not isinstance(held, tuple)
    if not (is_table(held) or isinstance(held, (str, Path)) or is_loader(held) or is_items):
        return None
    made = _made(name, text, held)
    again = anew(call)
    again = again.replace(f"({text_of(node, 400)}", "(dls", 1) if node in call.args else anew(call, dls="dls")
    what = described(held)
    if isinstance(held, (str, Path)):
        what = f"the path {str(held)!r}"
    elif is_many(held):
        what = f"a list of {len(held)} items"
    return Diagnosis(
        f"`{name}` got `{text}`, {what}, in the place of DataLoaders.",
        "A learner is made of DataLoaders, which know where the items and labels come from, and make batches.",
        f"dls = {made}\n{again}",
        "Make them first" + (" (with your own columns and folders):" if "…" in made else ":"),
        card="dataloaders",
    )


def _made(name: str, text: str, held: Any) -> str:
    """The line that makes DataLoaders of what was given."""
    if is_loader(held):
        return f"DataLoaders({text}, valid_dl)  # a loader for training and one for validation: …"
    columns = [str(one) for one in held.columns] if is_table(held) else []
    if name == "collab_learner":
        line = f"CollabDataLoaders.from_df({text}, valid_pct=0.2)"
        first = listed([f"`{one}`" for one in columns[:3]])
        return (
            f"{line}  # user, item, rating are its first three columns"
            if len(columns) > 3 and first
            else line
        )
    if name in TEXTS:
        is_lm = ", is_lm=True" if name == "language_model_learner" else ""
        if not columns:
            return f"TextDataLoaders.from_folder({text}, valid_pct=0.2{is_lm})"
        words = _column(held, columns, is_text=True)
        label = _column(held, [one for one in columns if one != words], is_text=False)
        labelled = "" if is_lm else f", label_col={label!r}"
        return f"TextDataLoaders.from_df({text}, text_col={words!r}{labelled}, valid_pct=0.2{is_lm})"
    if name == "unet_learner":
        return "SegmentationDataLoaders.from_label_func(path, fnames, label_func, codes=…)"
    if columns:
        return f"ImageDataLoaders.from_df({text}, path, valid_pct=0.2, item_tfms=Resize(224))"
    if is_many(held):
        return f"ImageDataLoaders.from_path_func(path, {text}, label_func, valid_pct=0.2, item_tfms=Resize(224))  # …"
    return f"ImageDataLoaders.from_folder({text}, valid_pct=0.2, item_tfms=Resize(224))"


def _column(table: Any, names: list[str], *, is_text: bool) -> str:
    """The column of the longest texts, or the likeliest of labels."""
    if not is_text:
        return next(
            (one for one in names if one.lower() in ("label", "labels", "target", "y", "class")),
            (names or ["label"])[-1],
        )
    sizes = {
        one: max((len(held) for held in table[one].head(20) if isinstance(held, str)), default=0)
        for one in names
    }
    return max(names, key=lambda one: sizes[one], default="text")


@rule(TypeError, needs="fastai.text.learner")
def arch_missing(scene: Scene) -> Diagnosis | None:
    """`text_classifier_learner(dls)`, `language_model_learner(dls)`, `vision_learner(dls)`: no architecture."""
    found = _making(scene)
    if found is None or "arch" not in scene.message or "missing" not in scene.message:
        return None
    here, call, name = found
    if here.argument(call, 1, "arch") is not None:
        return None
    arch = "AWD_LSTM" if name in TEXTS else "resnet18"
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    if new.args:
        new.args.insert(1, ast.Name(arch))
    else:
        new.keywords.append(ast.keyword("arch", ast.Name(arch)))
    around = getattr(call, "parent", None)
    to = f"{text_of(around.targets[0])} = " if isinstance(around, ast.Assign) and around.value is call else ""
    kind = (
        "language model that has read Wikipedia" if name in TEXTS else "network that has seen many pictures"
    )
    return Diagnosis(
        f"`{name}` was not told which architecture (`arch`) to use.",
        f"It takes the DataLoaders and the architecture; `{arch}` is the usual one, a {kind}.",
        to + ast.unparse(new),
        "Give it as the second argument:",
        card="transfer-learning",
    )


@rule(StopIteration, IndexError, needs="fastai.vision.learner")
def net_without_a_body(scene: Scene) -> Diagnosis | None:
    """torchvision's vit_b_16 in vision_learner: there is no pooling layer at which it could be cut."""
    frame = scene.within("fastai.vision.learner", "create_body")
    found = _making(scene)
    if frame is None or found is None:
        return None
    here, call, name = found
    node = here.argument(call, 1, "arch")
    text = text_of(node) or "the model"
    net = frame.names.get("model")
    kind = type(net).__name__ if net is not None else text
    new = "resnet18"
    is_transformer = any(word in kind.lower() for word in ("vision", "vit", "swin", "transformer", "deit"))
    timm = "'vit_tiny_patch16_224'" if "vit" in text.lower() else "'swin_tiny_patch4_window7_224'"
    line = anew(call).replace(f", {text}", f", {new}", 1) if node in call.args else anew(call, arch=new)
    also = f" (or timm's by name, with pictures of size 224: `arch={timm}`)" if is_transformer else ""
    return Diagnosis(
        f"`{name}` could not cut `{text}` (`{kind}`) into a body and a head.",
        "It takes the layers before the last pooling layer as the body; this network has no pooling among its parts"
        + (": it is a transformer, and not convolutional." if is_transformer else "."),
        line,
        f"Take a convolutional network{also}:",
        card="body-and-head",
    )
