"""Imports that fail, and modules that lack a name: because fastai 1 was laid out otherwise, or it lives elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from types import ModuleType

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.facts.renamed import Successor, successors
from fastaid.teach.objects import is_learner, library, stored
from fastaid.teach.rules import fastai1_index as index
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai1 import CHANGED, OLDEST, noted
from fastaid.teach.rules.fastai1_lines import SAME_CALL, modern, statement
from fastaid.teach.scene import Frame, Scene

VISION, TEXT, TABULAR = (f"from fastai.{one}.all import *" for one in ("vision", "text", "tabular"))
# Modules of fastai 1, the longest first where one lies in another, and the import of today.
OF_FASTAI1 = {
    "fastai.callbacks": "from fastai.callback.all import *",
    "fastai.callback.general_sched": "from fastai.callback.schedule import *",
    "fastai.widgets": "from fastai.vision.widgets import *",
    "fastai.basic_train": "from fastai.learner import *",
    "fastai.basic_data": "from fastai.data.all import *",
    "fastai.data_block": "from fastai.data.block import *",
    "fastai.datasets": "from fastai.data.external import *",
    "fastai.train": "from fastai.callback.all import *",
    "fastai.core": "from fastcore.all import *",
    "fastai.vision.transform": "from fastai.vision.augment import *",
    "fastai.vision.image": "from fastai.vision.core import *",
    "fastai.vision.tta": VISION,
    "fastai.vision.interpret": "from fastai.interpret import *",
    "fastai.vision.cyclegan": VISION,
    "fastai.text.transform": "from fastai.text.core import *",
    "fastai.text.interpret": "from fastai.interpret import *",
    "fastai.text.qrnn": "from fastai.text.models.all import *",
    "fastai.tabular.transform": "from fastai.tabular.core import *",
    "fastai.tabular.models": "from fastai.tabular.model import *",
    "fastai.hooks": "from fastai.callback.hook import *",
    "fastai.utils.mem": "import torch; torch.cuda.mem_get_info()[0] // 2**20",
    "fastai.utils.show_install": "from fastai.test_utils import show_install",
    "fastai.utils": VISION,
    "fastai.script": "from fastcore.script import *",
    "fastai.gen_doc": "from fastai.torch_core import doc",
}
CLEANERS = ("DatasetFormatter", "ImageCleaner", "ImageDeleter", "FileDeleter", "PredictionsCorrector")
OF_FASTAI_07 = {
    "fastai.conv_learner": VISION,
    "fastai.dataset": VISION,
    "fastai.transforms": VISION,
    "fastai.model": VISION,
    "fastai.plots": VISION,
    "fastai.sgdr": "from fastai.callback.all import *",
    "fastai.structured": TABULAR,
    "fastai.column_data": TABULAR,
    "fastai.nlp": TEXT,
    "fastai.lm_rnn": TEXT,
    "fastai.rnn_reg": TEXT,
    "fastai.rnn_train": TEXT,
    "fastai.initializers": VISION,
    "fastai.io": VISION,
}
OF_COURSES = {  # packages beside fastai: what they are, and how they come
    "fastbook": ("the course's package for the book", "%pip install -Uqq fastbook\nimport fastbook"),
    "fastai2": ("the name of fastai 2 before August 2020; it is called `fastai` now", VISION),
    "miniai": (
        "the package that part 2 of the course builds",
        "%pip install -Uqq git+https://github.com/fastai/course22p2",
    ),
}
# Names that fastai 1 had in several modules, and fastai 2 has in none.
# fmt: off
GONE = frozenset({
    "ItemList", "LabelList", "LabelLists", "ItemLists", "CategoryProcessor", "MultiCategoryProcessor",
    "PreProcessor", "DataBunch", "CallbackHandler", "CallbackList", "AverageMetric", "basic_critic",
    "basic_generator", "SmoothenValue", "add_metrics",
})
# fmt: on


@rule(ImportError)
def module_not_there(scene: Scene) -> Diagnosis | None:
    """A module of fastai 1, or of a package that is not installed."""
    frame = scene.here
    name = _whole_name(frame, getattr(scene.error, "name", None) or "") if frame is not None else ""
    if not isinstance(scene.error, ModuleNotFoundError) or frame is None or not name:
        return None
    if not scene.is_raised_by_learner and not _is_of_import_system(scene):
        return _optional_package(scene, name)
    package = name.split(".")[0]
    if package in OF_COURSES:
        what, line = OF_COURSES[package]
        text = modern_import(frame, package) if package == "fastai2" else ""
        return Diagnosis(
            f"There is no module `{package}` here.",
            f"`{package}` is {what}.",
            text or line,
            "Write:" if package == "fastai2" else "Install it once, then go on:",
        )
    if not name.startswith("fastai."):
        return None
    for modules, age in ((OF_FASTAI1, "1"), (OF_FASTAI_07, "0.7 (the course of 2018)")):
        old = next((one for one in modules if name == one or name.startswith(one + ".")), None)
        if old is not None:
            return (_cleaner(scene, frame) if old == "fastai.widgets" else None) or Diagnosis(
                f"There is no module `{name}` in fastai {index.version()}, which is installed here.",
                f"It is a module of fastai {age}; fastai 2 is laid out otherwise."
                + (" Most names of that course are gone too." if age != "1" else ""),
                modules[old],
                "In fastai 2 write:",
            )
    guess = did_you_mean(name, index.modules())
    if not guess:
        return None
    meant = guess.split("'")[1]
    return Diagnosis(
        f"There is no module `{name}` in fastai.",
        f"The name is not written as fastai writes it. {guess}",
        modern_import(frame, name, meant) or f"from {meant} import *",
        "Write:",
    )


def _cleaner(scene: Scene, frame: Frame) -> Diagnosis | None:
    """`from fastai.widgets import *` for ImageCleaner: both steps at once, the module and the class."""
    line = statement(frame)
    words = {one.name for one in line.names} if isinstance(line, ast.ImportFrom) else set()
    words |= {one.id for one in ast.walk(scene.tree) if isinstance(one, ast.Name)} if scene.tree else set()
    old = [one for one in CLEANERS if one in words]
    if not old:
        return None
    learners = [name for name, held in scene.names.items() if is_learner(held) and name[:1] != "_"]
    learn = learners[-1] if learners else "learn"
    are = "are" if len(old) > 1 else "is"
    return Diagnosis(
        f"There is no module `fastai.widgets` in fastai {index.version()}, which is installed here.",
        f"It is a module of fastai 1. In fastai 2 {listed([f'`{one}`' for one in old])} {are} now "
        "`ImageClassifierCleaner`, which takes the Learner and finds the top losses itself. It needs ipywidgets.",
        f"from fastai.vision.widgets import *\ncleaner = ImageClassifierCleaner({learn})\ncleaner",
        "In fastai 2 write:",
    )


def _whole_name(frame: Frame, name: str) -> str:
    """The module as the learner wrote it, where Python names only the package that it lies in."""
    line = statement(frame)
    if isinstance(line, ast.ImportFrom):
        written = [line.module or ""]
    else:
        written = [one.name for one in line.names] if isinstance(line, ast.Import) else []
    return next((one for one in written if one.startswith(name + ".")), name)


def _is_of_import_system(scene: Scene) -> bool:
    """Whether nothing but Python's own import machinery lies below the learner's line."""
    below = scene.frames[scene.frames.index(scene.here) + 1 :] if scene.here else ()
    return all("importlib" in one.file for one in below)


def _optional_package(scene: Scene, name: str) -> Diagnosis | None:
    """A part of fastai's that needs a package which fastai does not install."""
    last = next((one for one in reversed(scene.frames) if "importlib" not in one.file), None)
    if last is None or not last.module.startswith("fastai.") or name.startswith("fastai"):
        return None
    package = {"skimage": "scikit-image", "sklearn": "scikit-learn"}.get(
        name.split(".")[0], name.split(".")[0]
    )
    return Diagnosis(
        f"`{last.module}` needs the package `{package}`, which is not installed.",
        "fastai does not install what only some of its modules need.",
        f"%pip install -Uqq {package}",
        "Install it, restart the kernel, and run the cell again:",
    )


def modern_import(frame: Frame, old: str, new: str = "fastai") -> str:
    """The learner's import with the module's name changed."""
    line = statement(frame)
    text = ast.unparse(line) if isinstance(line, (ast.Import, ast.ImportFrom)) else ""
    return text.replace(old, new, 1)


@rule(ImportError)
def name_not_in_module(scene: Scene) -> Diagnosis | None:
    """`from fastai.x import name`, where the name lives elsewhere or is of fastai 1."""
    frame = scene.last
    line = statement(frame) if frame is not None else None
    if frame is None or not isinstance(line, ast.ImportFrom) or isinstance(scene.error, ModuleNotFoundError):
        return None
    module = line.module or ""
    held = stored(library(module))
    if line.level or not _is_of_fastai(module) or not held:
        return None
    absent = [one.name for one in line.names if one.name != "*" and not _is_there(module, one.name)]
    for name in absent:
        said = _absent(scene, module, name, line)
        if said is not None:
            return said
    return None


def _absent(scene: Scene, module: str, name: str, line: ast.ImportFrom) -> Diagnosis | None:
    what = f"`{module}` has no `{name}`."
    now = successors().get(name)
    old_module = OF_FASTAI1.get(f"{module}.{name}") or OF_FASTAI_07.get(f"{module}.{name}")
    if old_module and now is None:
        return Diagnosis(
            what, f"`{module}.{name}` is a module of fastai 1.", old_module, "In fastai 2 write:"
        )
    if now is not None:
        kept = [one.name for one in line.names if one.name != name and _is_there(module, one.name)]
        return _renamed(scene, what, name, now, also=kept, module=module)
    if name in OLDEST or name in GONE:
        return Diagnosis(
            f"{what} It is a name of an older fastai; version {index.version()} is installed here.",
            CHANGED if name in GONE else "The code is of 2018 and was written for fastai 0.7.",
            OLDEST.get(name, "DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files)"),
            "What does its work today:",
        )
    home = index.homes().get(name, ())
    if home:
        # A package's own star and its `.all` are what learners mix up: name both places.
        line_of_all = index.import_of(name, scene)
        return Diagnosis(
            f"{what} It lives in `{home[0]}`.",
            f"In fastai 2 `{module}` "
            + ("itself holds no functions." if module.count(".") < 2 else "holds other things.")
            + " The modules that end in `.all` bring everything together.",
            f"from {home[0]} import {name}" + (f"\n# or: {line_of_all}" if line_of_all.endswith("*") else ""),
            "Import it from there:",
        )
    return _misspelled(what, module, name, f"from {module} import {{}}")


def _renamed(
    scene: Scene,
    what: str,
    name: str,
    now: Successor,
    line: str = "",  # the learner's, as fastai 2 takes it
    also: Iterable[str] = (),  # names of the same import that are there
    module: str = "",
) -> Diagnosis:
    new = SAME_CALL.get(name, now.now).split(".")[0]
    imports = index.import_of(new, scene)
    rest = f"from {module} import {', '.join(also)}" if also else ""
    return Diagnosis(
        f"{what} `{name}` is a name of fastai 1; in fastai 2 ({index.version()} is installed here) "
        + (f"it is `{now.now}`." if now.now != "splitter" else "it is gone."),
        CHANGED + noted(now.note),
        "\n".join(one for one in (rest, imports, line or now.how) if one),
        "For fastai 2 write:",
    )


def _misspelled(what: str, module: str, name: str, form: str) -> Diagnosis | None:
    known = [one for one in stored(library(module)) if not one.startswith("_")]
    guess = did_you_mean(name, [*known, *index.homes()])
    if not guess:
        return None
    meant = guess.split("'")[1]
    return Diagnosis(
        what, f"The name is not written as fastai writes it. {guess}", form.format(meant), "Write:"
    )


def _is_of_fastai(module: str) -> bool:
    return module == "fastai" or module.startswith("fastai.")


def _is_there(module: str, name: str) -> bool:
    return name in stored(library(module)) or f"{module}.{name}" in index.modules()


@rule(AttributeError)
def missing_in_module(scene: Scene) -> Diagnosis | None:
    """`vision.get_transforms`: a module of fastai's that lacks the name asked for."""
    error, frame = scene.error, scene.last
    module, name = getattr(error, "obj", None), getattr(error, "name", None) or ""
    if frame is None or not frame.is_learners or not isinstance(module, ModuleType):
        return None
    where = str(stored(module).get("__name__", ""))
    if not _is_of_fastai(where) or not name or _holder_is_data(frame, module):
        return None
    what = f"The module `{where}` has no `{name}`."
    now = successors().get(name)
    if now is not None:
        return _renamed(scene, what, name, now, modern(frame))
    if f"{where}.{name}" in OF_FASTAI1:
        return Diagnosis(
            what, "It is a module of fastai 1.", OF_FASTAI1[f"{where}.{name}"], "In fastai 2 write:"
        )
    if f"{where}.{name}" in index.modules():
        return Diagnosis(
            f"`{where}.{name}` is a module that has not been imported yet.",
            f"`import {where}` does not import the modules in it.",
            f"import {where}.{name}",
            "Import it by its whole name:",
        )
    line = index.import_of(name, scene)
    if line:
        return Diagnosis(
            f"{what} `{name}` lives in `{index.homes()[name][0]}`.",
            "In fastai 2 the packages hold no functions themselves; the modules that end in `.all` do.",
            f"{line}\n{name}",
            "Import it, and use it without the module before it:",
        )
    return _misspelled(what, where, name, f"{where.rpartition('.')[2]}.{{}}")


def _holder_is_data(frame: Frame, module: ModuleType) -> bool:
    """Whether the module goes by a name that a learner gives to data: the star import did that."""
    return any(held is module and name == "data" for name, held in frame.scope.f_globals.items())


@rule(Exception)
def data_is_a_module(scene: Scene) -> Diagnosis | None:
    """`data` is not the learner's data but a module that a star import brought."""
    frame = scene.here
    if frame is None or frame.node is None:
        return None
    held = frame.names.get("data", frame.scope.f_globals.get("data"))
    where = str(stored(held).get("__name__", "")) if isinstance(held, ModuleType) else ""
    used = [one for one in ast.walk(frame.node) if isinstance(one, ast.Name) and one.id == "data"]
    if not where.startswith("fastai.") or not used or index.is_own("data", scene):
        return None
    stars = [one for one in index.star_imports(scene) if where.startswith(one + ".")]
    brought = f"`from {stars[-1]} import *` bound" if stars else "An import bound"
    return Diagnosis(
        f"`data` is not your data here: it is the module `{where}`.",
        f"{brought} the name `data` to that module, and no line of the notebook has put data under the name "
        "since. In fastai 2 that star brings modules, and none of the functions.",
        "from fastai.vision.all import *\n"
        "dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(224))",
        "Import from the module that ends in `.all`, make the DataLoaders, and use them:",
    )
