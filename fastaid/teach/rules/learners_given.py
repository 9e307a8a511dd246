"""collab_learner, text_classifier_learner, vision_learner given a table or folder; nets that cannot be cut."""

from __future__ import annotations

import ast
from pathlib import Path
from types import FunctionType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_learner, is_module, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_no_blocks import source_for
from fastaid.teach.rules.in_code import anew, assigned, last_name
from fastaid.teach.rules.inference import is_loader, is_many
from fastaid.teach.rules.python_source import call_at, is_own, text_of
from fastaid.teach.scene import Frame, Scene

PICTURES = ("vision_learner", "cnn_learner", "unet_learner", "create_cnn")
TEXTS = ("text_classifier_learner", "language_model_learner")
MAKERS = (*PICTURES, *TEXTS, "collab_learner", "Learner")


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
    if held is UNKNOWN and (inner := scene.within("fastai", name)) is not None:
        held = inner.names.get("dls", UNKNOWN)
    text = text_of(node) or "df"
    is_items = is_many(held) and not isinstance(held, tuple)
    is_plan = is_of(held, "fastai.data.block", "DataBlock")
    is_sets = is_of(held, "fastai.data.core", "Datasets", "TfmdLists")
    is_files = isinstance(held, (str, Path))
    is_other = name != "Learner" and (is_table(held) or is_loader(held) or is_items)
    if not (is_files or is_plan or is_sets or is_other):
        return None
    made = f"{text}.dataloaders({source_for(scene, held)})" if is_plan else _made(name, text, held)
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


@rule(AttributeError, TypeError, needs="fastai.learner")
def trained_with_a_plan(scene: Scene) -> Diagnosis | None:
    """`learn.fit(1)` of `Learner(dblock, model, loss_func=…)`: the Learner takes it, and fails when it trains."""
    learn = next((one for frame in scene.frames if is_learner(one := frame.names.get("self"))), None)
    held = stored(learn).get("dls")
    if not is_of(held, "fastai.data.block", "DataBlock") and not is_of(held, "fastai.data.core", "Datasets"):
        return None
    name = scene.name_of(learn) or "learn"
    call = assigned(scene, name)
    text = scene.name_of(held) or "dblock"
    if not isinstance(call, ast.Call) or last_name(call.func) not in MAKERS:
        return None
    is_plan = is_of(held, "fastai.data.block", "DataBlock")
    made = f"{text}.dataloaders({source_for(scene, held)})" if is_plan else _made("Learner", text, held)
    first = ast.unparse(call.args[0]) if call.args else ""
    again = ast.unparse(call).replace(f"({first}", "(dls", 1) if first else anew(call, dls="dls")
    return Diagnosis(
        f"`{name}` was made of `{first or text}`, {described(held)}, in the place of DataLoaders.",
        "A learner is made of DataLoaders, which know where the items and labels come from, and make batches.",
        f"dls = {made}\n{name} = {again if first else again.partition(' = ')[2] or again}",
        "Make them first, and the Learner anew:",
        card="dataloaders",
    )


def _made(name: str, text: str, held: Any) -> str:
    """The line that makes DataLoaders of what was given."""
    if is_of(held, "fastai.data.block", "DataBlock"):
        return f"{text}.dataloaders(path)"
    if is_of(held, "fastai.data.core", "Datasets", "TfmdLists"):
        if ".datasets(" in text:
            return text.replace(".datasets(", ".dataloaders(")
        steps = (
            ", after_item=[Resize(224), ToTensor], after_batch=[IntToFloatTensor]" if name in PICTURES else ""
        )
        return f"{text}.dataloaders(bs=64{steps})"
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
    if (own := _own_net(scene, here, call, name, net, node)) is not None:
        return own
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


def _own_net(
    scene: Scene, here: Frame, call: ast.Call, name: str, net: Any, node: ast.expr | None
) -> Diagnosis | None:
    """A network of the learner's own that gives channels: it gets its head by hand, in a plain Learner."""
    held = here.value(node) if node is not None else None
    convs = [one for one in net.modules() if is_of(one, "torch.nn", "Conv2d")] if is_module(net) else []
    if node is None or not isinstance(held, FunctionType) or not is_own(held, scene.names) or not convs:
        return None
    if any(is_of(one, "torch.nn", "Linear") for one in net.modules()):
        return None
    dls = here.argument(call, 0, "dls")
    data, text = ast.unparse(dls) if dls is not None else "dls", ast.unparse(node)
    head = f"nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear({convs[-1].out_channels}, {data}.c)"
    metrics = next((ast.unparse(one.value) for one in call.keywords if one.arg == "metrics"), "accuracy")
    around = getattr(call, "parent", None)
    learn = ast.unparse(around.targets[0]) if isinstance(around, ast.Assign) else "learn"
    return Diagnosis(
        f"`{name}` could not cut `{text}` (`{type(net).__name__}`) into a body and a head.",
        "It takes the layers before the last pooling layer as the body; your network has no pooling among its parts, "
        "and no head that could be cut off.",
        f"model = nn.Sequential({text}(), {head})\n{learn} = Learner({data}, model, metrics={metrics})",
        "A network of your own needs no cutting: give it a head, and a plain Learner:",
        card="body-and-head",
    )
