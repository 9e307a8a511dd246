"""Names that nothing in the notebook defines: imported otherwise, misspelt, not imported, not run."""

from __future__ import annotations

import ast
import builtins
import importlib.util
import re
import sys
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.facts.renamed import successor
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner
from fastaid.teach.rules import rule
from fastaid.teach.rules.notebook_names import bind_places, missing_name
from fastaid.teach.rules.python_source import (
    edits,
    near,
    node_at,
    replaced,
    statement_at,
)
from fastaid.teach.scene import Frame, Scene

LONGEST_SHORT = 8  # letters of a name in which one slip is believed, and not two
FEWEST_LETTERS = 4  # a shorter name is a slip of another only where letters are swapped
OWN_NETWORK = re.compile(r"[A-Z]\w*Net")
IMPORTS = {
    "np": "import numpy as np", "pd": "import pandas as pd", "plt": "import matplotlib.pyplot as plt",
    "sns": "import seaborn as sns", "mpl": "import matplotlib as mpl", "sp": "import scipy as sp",
    "Path": "from pathlib import Path", "partial": "from functools import partial",
    "defaultdict": "from collections import defaultdict", "Counter": "from collections import Counter",
    "OrderedDict": "from collections import OrderedDict", "namedtuple": "from collections import namedtuple",
    "deque": "from collections import deque", "tqdm": "from tqdm.auto import tqdm",
    "trange": "from tqdm.auto import trange",
    "Image": "from PIL import Image", "display": "from IPython.display import display",
    "Markdown": "from IPython.display import Markdown", "HTML": "from IPython.display import HTML",
    "clear_output": "from IPython.display import clear_output", "dataclass": "from dataclasses import dataclass",
    "timedelta": "from datetime import timedelta", "date": "from datetime import date", "sqrt": "from math import sqrt",
    "pi": "from math import pi", "exp": "from math import exp", "ceil": "from math import ceil",
    "floor": "from math import floor", "reduce": "from functools import reduce",
    "deepcopy": "from copy import deepcopy",
    "pprint": "from pprint import pprint", "chain": "from itertools import chain",
    "product": "from itertools import product",
    "combinations": "from itertools import combinations", "randint": "from random import randint",
    "sleep": "from time import sleep", "rmtree": "from shutil import rmtree", "copyfile": "from shutil import copyfile",
    "Optional": "from typing import Optional", "List": "from typing import List", "Dict": "from typing import Dict",
    "Tuple": "from typing import Tuple", "Any": "from typing import Any", "Union": "from typing import Union",
    "Callable": "from typing import Callable", "DataFrame": "from pandas import DataFrame",
    "Series": "from pandas import Series", "read_csv": "from pandas import read_csv",
    "BytesIO": "from io import BytesIO",
    "StringIO": "from io import StringIO", "urlretrieve": "from urllib.request import urlretrieve",
    "urlopen": "from urllib.request import urlopen", "ZipFile": "from zipfile import ZipFile",
    "train_test_split": "from sklearn.model_selection import train_test_split",
    "confusion_matrix": "from sklearn.metrics import confusion_matrix",
    "f1_score": "from sklearn.metrics import f1_score", "accuracy_score": "from sklearn.metrics import accuracy_score",
    "RandomForestClassifier": "from sklearn.ensemble import RandomForestClassifier",
    "RandomForestRegressor": "from sklearn.ensemble import RandomForestRegressor",
    "DecisionTreeRegressor": "from sklearn.tree import DecisionTreeRegressor",
    "LinearRegression": "from sklearn.linear_model import LinearRegression",
    "StandardScaler": "from sklearn.preprocessing import StandardScaler",
    "mean_squared_error": "from sklearn.metrics import mean_squared_error", "widgets": "import ipywidgets as widgets",
    "nn": "from torch import nn", "F": "import torch.nn.functional as F", "optim": "from torch import optim",
    "BeautifulSoup": "from bs4 import BeautifulSoup", "contextmanager": "from contextlib import contextmanager",
    "DataLoader": "from torch.utils.data import DataLoader", "Dataset": "from torch.utils.data import Dataset",
    "TensorDataset": "from torch.utils.data import TensorDataset", "tensor": "from torch import tensor",
    "transforms": "from torchvision import transforms", "datasets": "from torchvision import datasets",
    "models": "from torchvision import models", "cv2": "import cv2", "ABC": "from abc import ABC",
}  # fmt: skip

# Variables of a course notebook, and the line that usually makes one: where such a name has no value, its cell
# was not run. "" where the lines that make it are too many kinds.
USUAL = {
    "learn": "learn = vision_learner(…)", "learner": "", "dls": "dls = ….dataloaders(…)", "data": "",
    "path": "path = …",
    "df": "df = pd.read_csv(…)", "model": "", "opt": "", "loss": "", "xb": "xb, yb = dls.one_batch()",
    "yb": "xb, yb = dls.one_batch()", "x": "", "y": "", "xs": "", "ys": "", "dblock": "dblock = DataBlock(…)",
    "train": "", "valid": "", "test": "", "preds": "preds, targs = learn.get_preds()",
    "targs": "preds, targs = learn.get_preds()", "targets": "", "interp": "interp = ….from_learner(learn)", "img": "",
    "im": "", "files": "", "fns": "", "fnames": "", "items": "", "lr": "", "bs": "", "net": "", "params": "",
    "weights": "", "bias": "", "dl": "", "train_dl": "", "valid_dl": "", "dset": "", "to": "to = TabularPandas(…)",
    "to_nn": "", "labels": "", "texts": "", "batch": "", "vocab": "", "tok": "", "num": "", "toks": "", "m": "",
    "xs_final": "", "train_df": "", "test_df": "", "tst_df": "", "trn_df": "", "ratings": "", "movies": "",
    "tensors": "",
}  # fmt: skip


@rule(NameError)
def imported_otherwise(scene: Scene) -> Diagnosis | None:
    """The module is there under another name: `numpy` where the notebook says `np`."""
    found = missing_name(scene)
    if found is None:
        return None
    name, frame = found
    meant = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "sns": "seaborn"}.get(name, name)
    for held_as, held in list(scene.names.items()):
        if (
            isinstance(held, ModuleType)
            and held.__name__ == meant
            and not held_as.startswith("_")
            and held_as != name
        ):
            return Diagnosis(
                f"The module `{meant}` is imported here as `{held_as}`; `{name}` has no value.",
                f"`import {meant}{f' as {held_as}' if held_as != meant else ''}` gives it the one "
                f"name `{held_as}`.",
                f"import {meant}" + (f" as {name}" if name != meant else "")
                if held_as == meant
                else replaced(frame, node_at(frame), held_as),
                "Import it under this name too:" if held_as == meant else f"Write `{held_as}`:",
            )
    return None


@rule(NameError)
def misspelt(scene: Scene) -> Diagnosis | None:
    """A slip of spelling: another name is very near."""
    found = missing_name(scene)
    if found is None or any(bind_places(scene, found[0])) or successor(found[0]) is not None:
        return None
    name, frame = found
    if importlib_knows(name) or (name in IMPORTS and len(name) < 5):
        return None
    is_called = _is_called(frame, name)
    if name in USUAL and not (is_called and name in ("path", "learner")):
        return None  # its cell was not run
    names: dict[str, Any] = {**vars(builtins), **_shown({**scene.names, **frame.names})}
    known = [one for one in names if not one.startswith("_") and one != name]
    # A short word resembles many: the shorter, the nearer it must be.
    same = [one for one in known if one.lower() == name.lower()]
    close = near(name, known, 0.72 if len(name) > 6 else 0.8) if len(name) > 2 else same
    close = close or [one for one in known if len(name) > 3 and sorted(one) == sorted(name)]
    close = [one for one in close if one[0].lower() == name[0].lower() or one[1:].lower() == name[1:].lower()]
    close = [one for one in close if not _is_librarys(names[one]) or _is_slip(name, one)]
    own = [one for one in close if one in frame.names or one not in vars(builtins)]
    # A variable in small letters is no class; what is called may be one: `path('data')`.
    close = [one for one in own or close if not _is_class(names[one], one, name) or is_called]
    close = close[:3] if name not in USUAL else [one for one in close if one.lower() == name.lower()]
    if not close:
        return None
    by_case = close[0].lower() == name.lower()
    others = f" Also near: `{'`, `'.join(close[1:])}`." if close[1:] else ""
    is_builtin = close[0] in vars(builtins) and close[0] not in scene.names
    return Diagnosis(
        f"There is no `{name}`; there is `{close[0]}`.",
        ("Names are told apart by capitals too." if by_case else "It is a slip of spelling.")
        + (f" `{close[0]}` is Python's own." if is_builtin else "")
        + others,
        replaced(frame, node_at(frame), close[0]),
        "Write:",
        sure="certain" if by_case else "likely",
    )


def _is_librarys(held: Any) -> bool:
    """Whether it is a function or class that the learner did not write."""
    return callable(held) and getattr(held, "__module__", "builtins") != "__main__"


def _is_slip(wrong: str, right: str) -> bool:
    """Whether a library's name was meant: `ConvNet` and `ImageDataset` are names that learners give."""
    one, other = (name.lower().replace("_", "") for name in (wrong, right))
    if len(one) < FEWEST_LETTERS or OWN_NETWORK.fullmatch(wrong):
        return sorted(one) == sorted(other)
    is_short = len(one) <= LONGEST_SHORT
    return (not is_short and other.startswith(one)) or edits(one, other) <= (1 if is_short else 2)


def _is_class(held: Any, name: str, wrong: str) -> bool:
    return name[:1].isupper() and wrong[:1].islower() and isinstance(held, type)


def _is_called(frame: Frame, name: str) -> bool:
    return any(
        isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == name
        for one in ast.walk(statement_at(frame) or ast.Module([], []))
    )


def _shown(names: Any) -> dict[str, Any]:
    hidden = ("In", "Out", "get_ipython", "exit", "quit", "open")
    return {name: held for name, held in list(names.items()) if name not in hidden}


def importlib_knows(name: str) -> bool:
    """Whether a module of that name could be imported; a folder `data` beside the notebook is none."""
    if name in USUAL:
        return False
    if name in sys.stdlib_module_names:
        return True
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError, AttributeError):
        return False


@rule(NameError)
def not_imported(scene: Scene) -> Diagnosis | None:
    """A library's usual name, and no cell has imported it."""
    found = missing_name(scene)
    if found is None or any(bind_places(scene, found[0])):
        return None
    name, frame = found
    line = IMPORTS.get(name, "")
    if not line and importlib_knows(name):
        line = f"import {name}"
    if name == "datetime" and isinstance(node_at(frame), ast.Name):
        statement = statement_at(frame)
        direct = ("datetime.now", "datetime.strptime", "datetime.today", "datetime(", "datetime.utcnow")
        if statement is not None and any(one in ast.unparse(statement) for one in direct):
            line = "from datetime import datetime"
    if not line:
        return None
    module = line.split()[1].partition(".")[0]
    is_there = importlib_knows(module)
    return Diagnosis(
        f"`{name}` has not been imported.",
        "No cell that ran since the kernel started has imported it: a kernel begins with Python's "
        "own names alone.",
        line if is_there else f"%pip install {module}\n{line}",
        "Run this first, best in the notebook's first cell:",
        sure="certain" if "torch" not in line else "likely",
    )


@rule(NameError)
def never_defined(scene: Scene) -> Diagnosis | None:
    """No cell of this session defines the name."""
    found = missing_name(scene)
    if found is None or any(bind_places(scene, found[0])):
        return None
    name, frame = found
    if successor(name) is not None or scene.names.get(name, UNKNOWN) is not UNKNOWN:
        return None
    is_called = _is_called(frame, name)
    what = "function" if is_called else "variable"
    if name[:1].isupper() and (is_called or not name.isupper()):
        what = "class"
    if name in USUAL:
        usual = USUAL[name] if _can_be_made(scene, USUAL[name]) else ""
        made = f"the cell with `{usual}`" if usual else f"the cell that makes `{name}`"
        return Diagnosis(
            f"`{name}` has no value: no cell that has run since the kernel started makes it.",
            f"The cell that makes `{name}` was not run in this session. After a restart of the kernel all variables "
            "are gone, though the results of the cells are still to be seen.",
            "",
            f"Run {made} first, and those above it (menu Run > Run All Above Selected Cell).",
            sure="likely",
        )
    return Diagnosis(
        f"`{name}` is not defined: no cell that has run since the kernel started gives it a value.",
        f"The cell that defines the {what} `{name}` has not been run in this session (a restart "
        "forgets everything), "
        "or the name is missing or spelled otherwise.",
        "",
        "Run the cells above in order (menu Run > Run All Above Selected Cell), or define or import "
        f"`{name}` first.",
        sure="possible",
    )


def _can_be_made(scene: Scene, line: str) -> bool:
    """Whether what the line starts from is there: `learn.get_preds()` needs a learner."""
    starts = {"= learn.": is_learner, "= dls.": is_dls}
    return all(
        any(kind(held) for held in list(scene.names.values()))
        for word, kind in starts.items()
        if word in line
    )
