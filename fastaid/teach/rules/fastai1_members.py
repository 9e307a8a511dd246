"""Attributes and methods that an object of fastai 2 does not have.

A Learner, its Recorder and DataLoaders ask the next object for what they lack, and that one is blamed:
"'Sequential' object has no attribute 'plot'" speaks of `learn.recorder.plot`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.errors import a, did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_module, is_of, stored
from fastaid.teach.rules import fastai1_index as index
from fastaid.teach.rules import rule
from fastaid.teach.scene import UNKNOWN, Frame, Scene

TEST = "test_dl = {dls}.test_dl(test_files)\npreds, targs = {learn}.get_preds(dl=test_dl)"
BLOCK = "dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,\n    {}).dataloaders(path)"
# For a kind of object and a name of fastai 1: what it is now, and the line. "{}" stands for the object.
OF_LEARNER = {
    "data": ("it is `dls`", "{}.dls"),
    "destroy": ("delete the variable itself", "import gc\ndel {}\ngc.collect()"),
    "purge": ("there is no purge: make the Learner anew", "import gc\ndel {}\ngc.collect()"),
    "TTA": ("it is `tta`, in small letters", "preds, targs = {}.tta()"),
    "mixup": ("it is the callback `MixUp`", "{}.fit_one_cycle(4, cbs=MixUp())"),
    "interpret": (
        "it is `ClassificationInterpretation.from_learner`",
        "interp = ClassificationInterpretation.from_learner({})",
    ),
    "split": (
        "it is the argument `splitter` of the Learner",
        "learn = Learner(dls, model, splitter=my_splitter)",
    ),
    "layer_groups": ("the groups are those of the optimizer", "{}.create_opt()\n{}.opt.param_lists"),
    "callback_fns": ("it is `cbs`, a list of callbacks", "{}.add_cb(MyCallback())"),
    "callbacks": ("it is `cbs`", "{}.cbs"),
    "pred_batch": ("it is `get_preds`", "preds, targs = {}.get_preds()"),
    "clip_grad": ("it is the callback `GradientClip`", "{}.add_cb(GradientClip(0.1))"),
    "bias": ("it is a method of the model", "{}.model.bias(items, is_item=True)"),
    "weight": ("it is a method of the model", "{}.model.weight(items, is_item=True)"),
    "fit_fc": ("it is `fit_flat_cos`", "{}.fit_flat_cos(4)"),
    "metric": ("it is `metrics`", "{}.metrics"),
    "plot": ("`lr_find` draws its curve at once", "{}.lr_find()"),
    "sched": ("it is the Recorder", "{}.recorder.plot_sched()"),
    "lr_find2": ("it is `lr_find`", "{}.lr_find()"),
    "bn_freeze": ("it is `train_bn=False` when the Learner is made", "Learner(dls, model, train_bn=False)"),
    "loss_fn": ("it is `loss_func`", "{}.loss_func"),
    "unfreeze_all": ("it is `unfreeze`", "{}.unfreeze()"),
}
OF_RECORDER = {
    "plot": ("`lr_find` draws its curve at once; to see it again, `plot_lr_find`", "{}.plot_lr_find()"),
    "plot_losses": ("it is `plot_loss`", "{}.plot_loss()"),
    "plot_lr": ("it is `plot_sched`", "{}.plot_sched()"),
    "plot_metrics": ("the numbers are in `values`", "L({}.values).itemgot(2)"),
    "val_losses": ("they are the second of each epoch's `values`", "L({}.values).itemgot(1)"),
    "metrics": ("they are in `values`, a list for each epoch", "{}.values"),
    "min_grad_lr": ("`lr_find` returns its suggestion", "learn.lr_find().valley"),
    "losses_": ("it is `losses`", "{}.losses"),
    "names": ("it is `metric_names`", "{}.metric_names"),
}
OF_DATA = {
    "classes": ("it is `vocab`", "{}.vocab"),
    "train_dl": ("it is `train`", "{}.train"),
    "valid_dl": ("it is `valid`", "{}.valid"),
    "trn_dl": ("it is `train`", "{}.train"),
    "val_dl": ("it is `valid`", "{}.valid"),
    "trn_ds": ("it is `train_ds`", "{}.train_ds"),
    "val_ds": ("it is `valid_ds`", "{}.valid_ds"),
    "normalize": (
        "Normalize is one of the `batch_tfms`, given when the DataLoaders are made; `vision_learner` adds it itself",
        "dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(224),\n"
        "    batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)])",
    ),
    "batch_size": ("it is `bs`", "{}.bs"),
    "one_item": ("make a DataLoader of the one item", "{}.test_dl([item]).one_batch()"),
    "denorm": ("`decode` undoes the transforms of a batch", "{}.decode({}.one_batch())"),
    "save": ("there is no `save`: torch saves them", "torch.save({}, 'dls.pkl')"),
    "export": ("the Learner has it", "learn.export('export.pkl')"),
    "add_test": ("a test set is a DataLoader of its own", "test_dl = {}.test_dl(test_files)"),
    "test_ds": ("a test set is a DataLoader of its own", "test_dl = {}.test_dl(test_files)"),
    "x": ("the items are in `items`; index the dataset for a pair", "x, y = {}[0]"),
    "y": ("index the dataset for a pair", "x, y = {}[0]"),
    "databunch": ("it is `dataloaders`", "dls = {}.dataloaders()"),
    "label_list": ("the two datasets are `train_ds` and `valid_ds`", "{}.train_ds, {}.valid_ds"),
    "sanity_check": ("look at a batch instead", "{}.show_batch()"),
    "show": ("it is `show_batch`", "{}.show_batch()"),
}
OF_BLOCK = {
    "databunch": ("it is `dataloaders`", "dls = {}.dataloaders(path)"),
    "split_by_rand_pct": (
        "it is an argument of the DataBlock",
        BLOCK.format("splitter=RandomSplitter(0.2), get_y=parent_label"),
    ),
    "label_from_folder": ("it is the argument `get_y`", BLOCK.format("get_y=parent_label")),
    "transform": (
        "they are the arguments `item_tfms` and `batch_tfms`",
        BLOCK.format("get_y=parent_label, item_tfms=Resize(224)"),
    ),
    "show_batch": (
        "a DataBlock holds no data: make the DataLoaders first",
        "dls = {}.dataloaders(path)\ndls.show_batch()",
    ),
}
OF_INTERPRETATION = {
    "plot_multi_top_losses": ("it is `plot_top_losses`", "{}.plot_top_losses(9)"),
    "show_top_losses": ("it is `plot_top_losses`", "{}.plot_top_losses(9)"),
}
OF_IMAGE = {
    "data": ("the numbers come as a tensor", "image2tensor({})"),
    "px": ("the numbers come as a tensor", "image2tensor({})"),
    "apply_tfms": ("transforms are called, and given the picture", "RandomResizedCrop(224)({})"),
}


@dataclass(frozen=True)
class Asked:
    """An attribute that was asked for in vain."""

    frame: Frame
    holder: Any
    name: str
    text: str  # the holder as the learner wrote it


def _asked(scene: Scene) -> Asked | None:
    frame, name = scene.here, getattr(scene.error, "name", None) or ""
    holder = getattr(scene.error, "obj", UNKNOWN)
    if frame is None:
        return None
    below = scene.frames[scene.frames.index(frame) + 1 :]
    if below:
        first = below[0]
        if first.function != "__getattr__" or first.module.split(".")[0] not in (
            "fastcore",
            "fastai",
            "fasttransform",
        ):
            return None
        holder, name = (
            first.names.get("self", UNKNOWN),
            str(first.names.get("k", first.names.get("name", ""))),
        )
    if holder is UNKNOWN or holder is None or not name:
        return None
    return Asked(frame, holder, name, _as_written(frame, name) or scene.name_of(holder) or "learn")


def _as_written(frame: Frame, name: str) -> str:
    for one in ast.walk(frame.node) if frame.node is not None else ():
        if isinstance(one, ast.Attribute) and one.attr == name:
            text = ast.unparse(one.value)
            return text if len(text) < 40 else ""
    return ""


def _tables(holder: Any) -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    if is_learner(holder):
        yield "a Learner", OF_LEARNER
    if is_of(holder, "fastai.learner", "Recorder"):
        yield "the Recorder", OF_RECORDER
    if is_of(holder, "fastai.data.block", "DataBlock"):
        yield "a DataBlock", OF_BLOCK
    if is_of(holder, "fastai.interpret", "Interpretation"):
        yield a(holder), OF_INTERPRETATION
    if is_of(holder, "fastai.vision.core", "PILBase"):
        yield f"{a(holder)}, a picture of PIL,", OF_IMAGE
    is_data = is_of(holder, "fastai.data.core", "Datasets", "TfmdLists", "FilteredBase")
    if is_dls(holder) or is_data or is_of(holder, "fastai.data.load", "DataLoader"):
        yield "DataLoaders" if is_dls(holder) else a(holder), OF_DATA


@rule(AttributeError, needs="fastai")
def member_of_fastai1(scene: Scene) -> Diagnosis | None:
    """`learn.data`, `learn.recorder.plot`, `dls.classes`: an attribute that only fastai 1 had."""
    asked = _asked(scene)
    if asked is None:
        return None
    for kind, table in _tables(asked.holder):
        if asked.name not in table:
            continue
        now, line = table[asked.name]
        return Diagnosis(
            f"{_is_a(asked, kind)} and has no `{asked.name}`; that is of fastai 1. In fastai 2 {now}.",
            _blamed(asked) or "fastai 2 renamed most attributes of the course of 2019.",
            line.replace("{}", asked.text),
            "Write:",
        )
    return None


def _is_a(asked: Asked, kind: str) -> str:
    verb = "are" if kind == "DataLoaders" else "is"
    return f"`{asked.text}` {verb} {kind}"


def _blamed(asked: Asked) -> str:
    """Why the message names another object than the one that was asked."""
    if not (is_learner(asked.holder) or is_of(asked.holder, "fastai.callback.core", "Callback")):
        return ""
    model = stored(asked.holder).get("model") or stored(stored(asked.holder).get("learn")).get("model")
    if not is_module(model):
        return ""
    return (
        f"What a Learner lacks it asks its model for: so the message blames `{type(model).__name__}`, "
        "though the network has nothing to do with it."
    )


@rule(AttributeError, needs="fastai")
def method_not_imported(scene: Scene) -> Diagnosis | None:
    """`learn.fit_one_cycle` where the module that adds the method to Learner was not imported."""
    asked = _asked(scene)
    if asked is None or asked.name in stored(type(asked.holder)):
        return None
    if asked.name == "ls" and is_of(asked.holder, "pathlib", "Path"):
        return Diagnosis(
            f"`{asked.text}.ls()` is not there: fastai adds `ls` to Path, and fastai was not imported here.",
            "A Path of plain Python lists its files with `iterdir()`.",
            "from fastai.vision.all import *",
            "Run the import first:",
        )
    for kind in type(asked.holder).__mro__:
        module = index.patched().get((kind.__name__, asked.name))
        if module is not None and kind.__module__.startswith("fastai.") and module != kind.__module__:
            together = f"from fastai.{index.application(scene)}.all import *".replace("collab", "tabular")
            return Diagnosis(
                f"`{asked.text}` is {a(asked.holder)}, but its method `{asked.name}` has not been imported.",
                f"`{module}` adds `{asked.name}` to `{kind.__name__}`, and only when it is imported. "
                + _blamed(asked),
                together if not index.APART.match(module) else f"from {module} import *",
                "Import everything together, then run the cell again:",
            )
    return None


@rule(AttributeError, needs="fastai")
def misspelled_member(scene: Scene) -> Diagnosis | None:
    """A name that an object of fastai's lacks, and one like it that it has."""
    asked = _asked(scene)
    if asked is None or any(asked.name in table for _, table in _tables(asked.holder)) or _special(asked):
        return None
    holder = asked.holder
    kind = holder if isinstance(holder, type) else type(holder)
    if not index.is_fastai(kind) or _is_imported_later(kind, asked.name) or kind.__name__ == "URLs":
        return None
    known = {name for one in kind.__mro__ for name in vars(one) if not name.startswith("_")}
    known |= {name for name in stored(holder) if not name.startswith("_")} - {asked.name}
    for loader in (stored(holder).get("loaders") or [])[:1]:  # DataLoaders pass on what they lack
        known |= {name for one in type(loader).__mro__ for name in vars(one) if not name.startswith("_")}
    guess = did_you_mean(asked.name, known)
    if guess:
        meant = guess.split("'")[1]
        return Diagnosis(
            f"{_a_kind(asked)} has no `{asked.name}`. {guess}",
            _blamed(asked) or "The name is not written as fastai writes it.",
            f"{asked.text}.{meant}",
            "Write:",
            sure="likely",
        )
    cause = _blamed(asked)
    if not cause:
        return None
    return Diagnosis(
        f"{_a_kind(asked)} has no attribute `{asked.name}`, and nothing with a name like it.",
        cause,
        f"[name for name in dir({asked.text}) if not name.startswith('_')]",
        "To see what it has:",
        sure="possible",
    )


def _is_imported_later(kind: type, name: str) -> bool:
    return any((one.__name__, name) in index.patched() for one in kind.__mro__)


def _a_kind(asked: Asked) -> str:
    if isinstance(asked.holder, type):
        return f"The class `{asked.holder.__name__}`"
    return f"`{asked.text}`, {a(asked.holder)},"


@rule(AttributeError, needs="fastai")
def other_members_of_fastai1(scene: Scene) -> Diagnosis | None:
    """`Config.data_path()`, `defaults.device`, `dls.vocab.itos`, `pred_class.obj`."""
    asked = _asked(scene)
    if asked is None:
        return None
    said = _special(asked)
    if said is None:
        return None
    what, line = said
    return Diagnosis(what, "That is of fastai 1; fastai 2 renamed most things.", line, "Write:")


def _special(asked: Asked) -> tuple[str, str] | None:
    holder, name = asked.holder, asked.name
    if is_of(holder, "builtins", "type") and holder.__name__ == "Config" and name == "data_path":
        return "`Config` has no `data_path` in fastai 2.", "path = fastai_path('data')"
    basics = index.loaded("fastcore.basics")
    if name == "device" and holder is index.loaded("fastai.torch_core").get(
        "defaults", basics.get("defaults", UNKNOWN)
    ):
        return "`defaults` has no `device` in fastai 2; a function gives it.", "default_device()"
    is_vocab = (asked.text.endswith("vocab") and isinstance(holder, list)) or is_of(
        holder, "fastai.data.transforms", "CategoryMap"
    )
    if is_vocab and name in ("itos", "stoi", "textify"):
        lines = {
            "itos": asked.text,
            "stoi": f"{{word: i for i, word in enumerate({asked.text})}}",
            "textify": f"' '.join({asked.text}[i] for i in ids)",
        }
        return f"`{asked.text}` is the vocabulary itself in fastai 2 and has no `{name}`.", lines[name]
    if isinstance(holder, str) and name == "obj" and asked.text.startswith("pred"):
        return (
            f"`{asked.text}` is a plain string: in fastai 2 `predict` returns the class's name.",
            asked.text,
        )
    return None
