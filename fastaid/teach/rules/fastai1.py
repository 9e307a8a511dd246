"""Names that are not there: of fastai 1, of fastai 2 but not imported, of the course's own packages."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.facts.renamed import successors
from fastaid.teach.objects import is_learner
from fastaid.teach.rules import fastai1_index as index
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai1_blocks import block
from fastaid.teach.rules.fastai1_lines import modern, statement
from fastaid.teach.rules.fastai1_tables import table
from fastaid.teach.scene import Frame, Scene

CHANGED = (
    "The code was written for fastai 1 (the course of 2018 and 2019); version 2 of 2020 renamed most things."
)
OWN_MAGIC = re.compile(r"In fastaid: `[^`]*`\.")
# Arguments and methods of fastai 1: as variables these words are the learner's own.
NO_VARIABLES = frozenset(
    name
    for name in successors()
    if name.startswith(
        ("label_from_", "label_for_", "split_", "random_split", "no_split", "plot_losses", "plot_lr")
    )
) | {"callback_fns", "ds_tfms", "max_lr", "div_factor"}
# Names that people also give to functions of their own: of fastai 1 only where fastai is used.
# fmt: off
COMMON = frozenset({
    "children", "load_data", "conv_layer", "res_block", "simple_cnn", "fbeta", "dice", "model_summary",
    "crop_pad", "rand_crop", "plot_multi", "mean_squared_error", "mean_absolute_error",
    "root_mean_squared_error", "r2_score", "explained_variance", "open_image", "open_mask", "AUROC",
    "auc_roc_score", "ItemList", "GradientClipping", "bn_drop_lin", "pad_collate", "symmetric_warp",
})
# fmt: on
SCORES = {
    "r2_score",
    "mean_squared_error",
    "mean_absolute_error",
    "explained_variance",
}  # scikit-learn's as well
OLDEST = {  # fastai 0.7, the course of 2018
    "ImageClassifierData": "dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(224))",
    "tfms_from_model": "batch_tfms = aug_transforms()",
    "tfms_from_stats": "batch_tfms = aug_transforms()",
    "transforms_side_on": "batch_tfms = aug_transforms()",
    "transforms_top_down": "batch_tfms = aug_transforms(flip_vert=True)",
    "ColumnarModelData": "dls = TabularDataLoaders.from_df(df, y_names='y', cat_names=[], cont_names=[])",
    "CollabFilterDataset": "dls = CollabDataLoaders.from_df(ratings)",
    "LanguageModelLoader": "dls = TextDataLoaders.from_folder(path, is_lm=True)",
    "LanguageModelData": "dls = TextDataLoaders.from_folder(path, is_lm=True)",
    "proc_df": "to = TabularPandas(df, [Categorify, FillMissing], cat_names=[], cont_names=[], y_names='y')",
    "train_cats": "to = TabularPandas(df, [Categorify, FillMissing], cat_names=[], cont_names=[], y_names='y')",
    "apply_cats": "test_dl = dls.test_dl(df_test)",
}
# fmt: off
FASTBOOK = frozenset({
    "search_images_bing", "search_images_ddg", "search_image_ddg", "setup_book", "image_cat",
    "get_image_files_sorted", "gv", "plot_function", "draw_tree", "cluster_columns",
})
# fmt: on
FASTBOOK_COMMON = {"gv", "plot_function", "draw_tree"}
DUCKDUCKGO = (
    "%pip install -Uqq ddgs\nfrom ddgs import DDGS\nfrom fastcore.all import L\n"
    "def {name}(term, max_images=30):\n"
    "    return L(DDGS().images(term, max_results=max_images)).itemgot('image')"
)
# Names of fastai 2 that are also everyday names of variables.
EVERYDAY = frozenset(
    {"apply", "event", "params", "module", "slide", "concat", "minimum", "sequential", "widget"}
)
# Names of fastai 2 that nobody else has: known without another sign of fastai.
# fmt: off
UNMISTAKABLE = frozenset({
    "untar_data", "URLs", "get_image_files", "get_text_files", "vision_learner", "cnn_learner",
    "unet_learner", "tabular_learner", "collab_learner", "text_classifier_learner",
    "language_model_learner", "aug_transforms", "error_rate", "parent_label", "RandomSplitter",
    "GrandparentSplitter", "DataBlock", "ImageBlock", "CategoryBlock", "MultiCategoryBlock", "TextBlock",
    "ImageDataLoaders", "TextDataLoaders", "TabularDataLoaders", "CollabDataLoaders", "TabularPandas",
    "PILImage", "RandomResizedCrop", "ClassificationInterpretation", "load_learner", "download_images",
    "verify_images", "resize_images", "accuracy_multi", "Categorify", "FillMissing", "imagenet_stats",
    "AWD_LSTM", "cont_cat_split", "SaveModelCallback", "ShowGraphCallback",
})
# fmt: on


def _missing(scene: Scene) -> tuple[Frame, str] | None:
    """The name that a line of the learner's asked for in vain."""
    frame, error = scene.last, scene.error
    if type(error) is not NameError or frame is None or not frame.is_learners:
        return None
    name = error.name or ""
    return (frame, name) if name and not index.is_own(name, scene) else None


def _is_used_as(frame: Frame, name: str, *kinds: type[ast.AST]) -> bool:
    """Whether the line calls the name, or asks it for an attribute."""
    line = statement(frame)
    if line is None:
        return True
    return any(
        isinstance(one, kinds)
        and any(isinstance(child, ast.Name) and child.id == name for child in ast.iter_child_nodes(one))
        for one in ast.walk(line)
    )


def noted(note: str) -> str:
    """What else has changed; a card tells fastai's own way alone, and no magic beside it."""
    kept = OWN_MAGIC.sub("", note).strip()
    return f" {kept}" if kept else ""


@rule(NameError)
def name_of_fastai1(scene: Scene) -> Diagnosis | None:
    """A name of the 2019 course, which fastai 2 calls otherwise."""
    found = _missing(scene)
    if found is None or found[1] in NO_VARIABLES:
        return None
    frame, name = found
    now = successors().get(name)
    if now is None:
        return _oldest(name)
    if name in COMMON and (not index.is_fastai_notebook(scene) or name in SCORES):
        return None
    whole = block(frame, name, scene.tree) or table(frame, name, scene.tree)
    fix = whole or _callback(scene, frame, name) or modern(frame) or now.how
    imports = index.import_of(now.now.split(".")[0], scene)
    all_of_it = " Its steps (split, label, databunch) are arguments of one call now." if whole else ""
    if imports and now.now.split(".")[0] not in scene.names:
        fix = f"{imports}\n{fix}"
    return Diagnosis(
        f"`{name}` is a name of fastai 1. In fastai 2, which is installed here ({index.version()}), "
        + (
            f"it is now called `{now.now}`."
            if now.now not in ("splitter", "ds_idx")
            else "it is no longer there."
        ),
        CHANGED + all_of_it + noted(now.note) + (_renamed_events(frame) if "(Callback):" in fix else ""),
        fix,
        "For fastai 2 write, with your own names:" if fix.endswith(now.how) else "For fastai 2 write:",
        sure="likely" if name in COMMON else "certain",
    )


# The events of fastai 1, and fastai 2's.
EVENTS = {
    "on_train_begin": "before_fit", "on_epoch_begin": "before_epoch", "on_batch_begin": "before_batch",
    "on_loss_begin": "after_pred", "on_backward_begin": "after_loss", "on_backward_end": "before_step",
    "on_step_end": "after_step", "on_batch_end": "after_batch", "on_epoch_end": "after_epoch",
    "on_train_end": "after_fit",
}  # fmt: skip


def _events(frame: Frame) -> tuple[str, list[str]]:
    """The name of the class that is being defined, and its methods with fastai 1's names."""
    line = statement(frame)
    if not isinstance(line, ast.ClassDef):
        return "", []
    return line.name, [
        one.name for one in line.body if isinstance(one, ast.FunctionDef) and one.name in EVENTS
    ]


def _renamed_events(frame: Frame) -> str:
    old = _events(frame)[1]
    return "".join(f" `{one}` became `{EVENTS[one]}`." for one in old[:3])


def _callback(scene: Scene, frame: Frame, name: str) -> str:
    """The learner's callback by fastai 2's names; what it is given it finds in self."""
    made, old = _events(frame)
    if name not in ("LearnerCallback", "LearnerTensorboardWriter") or not made:
        return ""
    methods = [f"    def {EVENTS[one]}(self): ...  # self.loss, self.epoch, self.learn" for one in old[:3]]
    return "\n".join([f"class {made}(Callback):", *(methods or ["    ..."]), *_given_lines(scene, made)])


def _given_lines(scene: Scene, made: str) -> list[str]:
    """The cell's lines that make the callback, without the Learner that fastai 1 gave it."""
    found = []
    for line in scene.tree.body if scene.tree is not None else ():
        calls = [one for one in ast.walk(line) if isinstance(one, ast.Call)]
        for call in calls if isinstance(line, (ast.Assign, ast.Expr)) else ():
            if isinstance(call.func, ast.Name) and call.func.id == made and call.args:
                fixed = ast.parse(ast.unparse(line).replace(ast.unparse(call), f"{made}()")).body[0]
                for one in ast.walk(fixed):
                    if isinstance(one, ast.keyword) and one.arg in ("callbacks", "callback_fns"):
                        one.arg = "cbs"
                found.append(ast.unparse(fixed))
    return [one for one in found if len(one) <= 100 and "\n" not in one][:1]


def _oldest(name: str) -> Diagnosis | None:
    if name not in OLDEST:
        return None
    return Diagnosis(
        f"`{name}` is a name of fastai 0.7, older than fastai 1. It was removed; fastai {index.version()} is "
        "installed here.",
        "The code comes from the course of 2018. Nearly every name has changed since.",
        OLDEST[name],
        "Follow the course of today instead; its line would be:",
    )


@rule(NameError)
def name_of_fastbook(scene: Scene) -> Diagnosis | None:
    """A function of the course's own packages, which fastai does not have."""
    found = _missing(scene)
    if found is None:
        return None
    frame, name = found
    if name == "search_images" and _is_used_as(frame, name, ast.Call) and index.is_fastai_notebook(scene):
        return Diagnosis(
            "`search_images` is not defined: it is not part of fastai. Lesson 1's notebook of the course defines "
            "it in a cell of its own.",
            "The cell with `def search_images` was not run in this notebook.",
            DUCKDUCKGO.format(name=name),
            "Run that cell, or define it:",
            sure="likely",
        )
    if name not in FASTBOOK or (name in FASTBOOK_COMMON and not index.is_fastai_notebook(scene)):
        return None
    known = "search_images_ddg" if name == "search_image_ddg" else name
    typo = f" (written `{known}`)" if known != name else ""
    other = (
        " If it fails there, the search site has changed: use the package `ddgs`." if "ddg" in name else ""
    )
    return Diagnosis(
        f"`{name}` is a helper of the course's package `fastbook`{typo}, not part of fastai, and it was not imported.",
        f"`from fastai.vision.all import *` does not bring it.{other}",
        f"%pip install -Uqq fastbook\nfrom fastbook import *\n{known}",
        "Install and import the package of the book:",
        sure="likely" if name in FASTBOOK_COMMON else "certain",
    )


@rule(NameError, needs="fastai")
def method_without_its_learner(scene: Scene) -> Diagnosis | None:
    """`lr_find(learn)` or `fine_tune(3)`: a method, called as if it were a function."""
    found = _missing(scene)
    line = statement(found[0]) if found is not None else None
    if found is None or line is None or ("Learner", found[1]) not in index.patched():
        return None
    name = found[1]
    call = next(
        (
            one
            for one in ast.walk(line)
            if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == name
        ),
        None,
    )
    learn = next((held for held, obj in list(scene.names.items()) if is_learner(obj) and held[0] != "_"), "")
    if call is None or not learn:
        return None
    given = [*call.args, *call.keywords]
    if call.args and is_learner(found[0].value(call.args[0])):
        learn, given = ast.unparse(call.args[0]), given[1:]
    return Diagnosis(
        f"`{name}` is not a function but a method of the Learner: it is called on `{learn}`.",
        f"Without the Learner before the dot, Python looks for a variable called `{name}`. (fastai 1 had some of "
        "these as functions too.)",
        f"{learn}.{name}({', '.join(ast.unparse(one) for one in given)})",
        "Write:",
    )


@rule(NameError)
def name_not_imported(scene: Scene) -> Diagnosis | None:
    """A name of fastai 2 that no import of the notebook has brought."""
    found = _missing(scene)
    if found is None or found[1] in successors():
        return None
    name = found[1]
    line = index.import_of(name, scene)
    is_fastai = index.is_fastai_notebook(scene)
    if not line or not (is_fastai or name in UNMISTAKABLE) or name in EVERYDAY:
        return None
    where = index.homes()[name][0]
    brought = line.split()[1]
    if brought in index.star_imports(scene):
        return None  # it was there, and is no longer
    empty = [one for one in index.star_imports(scene) if not one.endswith((".all", ".basics"))]
    if empty:
        cause = (
            f"In fastai 2 `from {empty[-1]} import *` does not bring it: that star stands for "
            + ("nothing useful." if empty[-1].count(".") < 2 else f"the names of `{empty[-1]}` alone.")
            + " The names are in the modules that end in `.all`."
        )
    else:
        cause = f"It is defined in `{where}`, and no import that ran in this notebook brings it."
    return Diagnosis(
        f"`{name}` belongs to fastai, but it was never imported here.",
        cause,
        line,
        "Run this import, then the cell again:",
        sure="certain" if empty or name in UNMISTAKABLE else "likely",
    )
