"""Imports that find nothing: not installed, misspelt, called otherwise, hidden by a file of the same name."""

from __future__ import annotations

import importlib.util
import pkgutil
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.facts.renamed import successor
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import COURSE_PACKAGES, line_of, near
from fastaid.teach.scene import Scene, is_learners_file

# What is imported, and what pip calls it.
PIP_NAMES = {
    "cv2": "opencv-python", "sklearn": "scikit-learn", "PIL": "pillow", "yaml": "pyyaml", "bs4": "beautifulsoup4",
    "skimage": "scikit-image", "dotenv": "python-dotenv", "Crypto": "pycryptodome", "dateutil": "python-dateutil",
    "serial": "pyserial", "git": "gitpython", "fitz": "pymupdf", "docx": "python-docx", "pptx": "python-pptx",
    "magic": "python-magic", "attr": "attrs", "MySQLdb": "mysqlclient", "psycopg2": "psycopg2-binary",
    "googleapiclient": "google-api-python-client", "azure": "azure-cognitiveservices-search-imagesearch",
    "jmd_imagescraper": "jmd-imagescraper",
    "umap": "umap-learn", "faiss": "faiss-cpu", "usb": "pyusb", "OpenSSL": "pyopenssl", "jwt": "pyjwt",
    "telegram": "python-telegram-bot", "pl_bolts": "lightning-bolts", "imblearn": "imbalanced-learn",
    "pytorch_lightning": "pytorch-lightning", "mpl_toolkits": "matplotlib", "nvidia_smi": "nvidia-ml-py3",
    "pynvml": "nvidia-ml-py", "IPython": "ipython",
    "Levenshtein": "levenshtein", "slugify": "python-slugify", "mysql": "mysql-connector-python",
}  # fmt: skip
# What somebody types after `import`, by what the package is called, and what is imported.
IMPORT_NAMES = {
    "opencv": "cv2", "opencv_python": "cv2", "opencv-python": "cv2", "scikit-learn": "sklearn",
    "scikit_learn": "sklearn", "scikitlearn": "sklearn", "pillow": "PIL", "pil": "PIL", "pytorch": "torch",
    "beautifulsoup4": "bs4", "beautifulsoup": "bs4", "pyyaml": "yaml", "scikit-image": "skimage",
    "scikit_image": "skimage", "python-dotenv": "dotenv", "python_dotenv": "dotenv", "panda": "pandas",
    "ipython": "IPython", "huggingface-hub": "huggingface_hub", "tensor_flow": "tensorflow", "gitpython": "git",
    "umap-learn": "umap", "imbalanced-learn": "imblearn", "pytorch-lightning": "pytorch_lightning",
}  # fmt: skip
PYTHON_2 = {
    "urllib2": "urllib.request", "urlparse": "urllib.parse", "ConfigParser": "configparser", "Queue": "queue",
    "Tkinter": "tkinter", "cPickle": "pickle", "StringIO": "io", "cStringIO": "io", "HTMLParser": "html.parser",
    "httplib": "http.client", "__builtin__": "builtins", "cookielib": "http.cookiejar", "thread": "_thread",
    "commands": "subprocess", "SocketServer": "socketserver",
}  # fmt: skip
MOVED_MODULES = {
    "sklearn.cross_validation": "sklearn.model_selection", "sklearn.grid_search": "sklearn.model_selection",
    "sklearn.externals.joblib": "joblib", "sklearn.externals": "joblib", "sklearn.learning_curve":
    "sklearn.model_selection", "sklearn.lda": "sklearn.discriminant_analysis", "sklearn.preprocessing.imputation":
    "sklearn.impute", "pandas.io.data": "pandas_datareader.data", "matplotlib.finance": "mplfinance",
    "IPython.html": "ipywidgets", "pandas.tools.plotting": "pandas.plotting",
    "numpy.testing.decorators": "numpy.testing",
    "duckduckgo_search": "ddgs", "sklearn.datasets.samples_generator": "sklearn.datasets",
    "sklearn.ensemble.forest": "sklearn.ensemble", "sklearn.metrics.ranking": "sklearn.metrics",
    "distutils": "setuptools",
    "imp": "importlib", "pandas.io.json._normalize": "pandas",
}  # fmt: skip
MOVED_NAMES = {
    **{("collections", name): "collections.abc" for name in (
        "Mapping", "MutableMapping", "Iterable", "Callable", "Sequence", "Sized", "Hashable", "Iterator", "Set")},
    ("itertools", "izip"): "zip", ("itertools", "imap"): "map", ("itertools", "ifilter"): "filter",
    ("sklearn.preprocessing", "Imputer"): "sklearn.impute: SimpleImputer",
    ("scipy.misc", "imread"): "imageio.v2", ("scipy.misc", "imresize"): "skimage.transform: resize",
    ("cgi", "escape"): "html", ("time", "clock"): "time: perf_counter", ("fractions", "gcd"): "math",
    ("sklearn.externals", "joblib"): "import joblib",
    ("sklearn.datasets", "load_boston"): "sklearn.datasets: fetch_california_housing",
    ("sklearn.metrics", "plot_confusion_matrix"): "sklearn.metrics: ConfusionMatrixDisplay",
    ("sklearn.datasets", "fetch_mldata"): "sklearn.datasets: fetch_openml",
}  # fmt: skip
COLAB_ONLY = {"google.colab": "Google Colab", "kaggle_secrets": "Kaggle", "kaggle_datasets": "Kaggle"}


@cache
def installed() -> frozenset[str]:
    """Names that can be imported here: Python's own and every package's."""
    found = set(sys.stdlib_module_names) | set(sys.builtin_module_names)
    for folder in sys.path[:20]:
        path = Path(folder or ".")
        for one in islice(path.iterdir(), 3000) if path.is_dir() else ():
            if one.suffix == ".py" or (one.is_dir() and "." not in one.name):
                found.add(one.stem)
    return frozenset(one for one in found if one.isidentifier() and not one.startswith("_"))


def _spec(name: str) -> Any:
    try:
        return importlib.util.find_spec(name)
    except (ImportError, ValueError, AttributeError):
        return None


def own_file(name: str) -> Path | None:
    """The learner's file or folder that stands for a module; None where the module is a library's."""
    module = library(name)
    file = getattr(module, "__file__", None) if isinstance(module, ModuleType) else None
    if module is None:
        spec = _spec(name) if "." not in name else None
        file = getattr(spec, "origin", None)
    if not isinstance(file, str) or not Path(file).is_absolute():
        return None
    return Path(file) if is_learners_file(file) else None


def is_meant(name: str) -> bool:
    """Whether a library or a part of Python has this name too."""
    if name in sys.stdlib_module_names:
        return True
    try:
        metadata.distribution(PIP_NAMES.get(name, name))
    except (metadata.PackageNotFoundError, ValueError):
        return name in (*COURSE_PACKAGES, *PIP_NAMES, "numpy", "pandas", "matplotlib", "requests", "tqdm")
    return True


def _ways(scene: Scene) -> tuple[str, str]:
    """The module that was not found: what was asked for, and its first part."""
    asked = str(getattr(scene.error, "name", "") or "")
    return asked, asked.partition(".")[0]


def _in_learners_line(scene: Scene) -> bool:
    """Whether the import is the learner's, not one inside a library."""
    frames = [
        one for one in scene.frames if not one.module.startswith("importlib") and "importlib" not in one.file
    ]
    return bool(frames) and frames[-1].is_learners


@rule(ImportError, AttributeError, TypeError)
def hidden_by_own_file(scene: Scene) -> Diagnosis | None:
    """A file of the learner's has the name of a library, and is imported in its place."""
    error = scene.error
    obj = getattr(error, "obj", None)
    name = obj.__name__ if isinstance(obj, ModuleType) else str(getattr(error, "name", "") or "")
    # A library may fail on the file too: then the file's name stands in the error or in a frame.
    candidates = [name.partition(".")[0], *(Path(one.file).stem for one in scene.frames if one.is_learners)]
    if isinstance(error, ImportError) and error.path:
        candidates.append(Path(error.path).stem)
    for one in dict.fromkeys(candidates):
        file = own_file(one) if one and one != "__main__" and not one.startswith("<") else None
        if file is None or not is_meant(one) or file.stem not in (one, "__init__"):
            continue
        place = file if file.stem == one else file.parent
        shown = place.name if place.parent == Path.cwd() else str(place)
        return Diagnosis(
            f"`import {one}` found a file of yours, `{shown}`, instead of the library `{one}`.",
            "Python looks first in the notebook's own folder. A file there with a library's name "
            "hides the library, "
            "from your code and from other libraries.",
            f"!mv {shown} my_{place.name}",
            "Give the file another name, then restart the kernel:",
        )
    return None


@rule(ModuleNotFoundError)
def only_there(scene: Scene) -> Diagnosis | None:
    """Modules that exist on Colab or Kaggle alone."""
    asked, root = _ways(scene)
    text = line_of(scene.here) if scene.here is not None else ""
    home = next((place for name, place in COLAB_ONLY.items() if asked == name or name in text), "")
    home = home or ("Google Colab" if asked == "google" and "colab" in text else "")
    if not home or not _in_learners_line(scene):
        return None
    name = "google.colab" if home == "Google Colab" else root
    return Diagnosis(
        f"`{name}` exists only on {home}; this notebook runs elsewhere.",
        f"{home} brings the module along. It cannot be installed, and what it does there (mounting a drive, "
        "uploading, secrets) is not needed or done otherwise here.",
        "",
        "Leave out this line and those that use it; give paths of this computer instead.",
    )


@rule(ModuleNotFoundError)
def called_otherwise(scene: Scene) -> Diagnosis | None:
    """The package is imported under another name, or has moved, or belongs to Python 2."""
    asked, _ = _ways(scene)
    if not asked or not _in_learners_line(scene):
        return None
    if asked in PYTHON_2:
        now, why = (
            PYTHON_2[asked],
            f"`{asked}` is a module of Python 2. In Python 3 it is `{PYTHON_2[asked]}`.",
        )
    elif asked in MOVED_MODULES:
        now = MOVED_MODULES[asked]
        why = f"`{asked}` has been replaced: today it is `{now}`."
    elif asked.lower() in IMPORT_NAMES and IMPORT_NAMES[asked.lower()] != asked:
        now = IMPORT_NAMES[asked.lower()]
        why = f"The package that is called `{asked}` is imported as `{now}`."
    else:
        return None
    here = scene.here
    line = line_of(here) if here is not None else ""
    new = re.sub(rf"(?<![\w.]){re.escape(asked)}(?![\w])", now, line)
    fix = new if new != line and line.startswith(("import", "from")) else f"import {now}"
    if asked == "sklearn.externals":
        fix = "import joblib"
    if _spec(now.partition(".")[0]) is None:
        package = PIP_NAMES.get(now.partition(".")[0], now.partition(".")[0])
        fix = f"%pip install {package}\n{fix}"
    return Diagnosis(f"There is no module `{asked}`.", why, fix, "Write:")


@rule(ModuleNotFoundError)
def misspelt_module(scene: Scene) -> Diagnosis | None:
    """A module's name with a slip in it."""
    asked, root = _ways(scene)
    if not asked or not _in_learners_line(scene) or successor(asked.rpartition(".")[2]) is not None:
        return None
    known: list[str]
    if asked == root:
        if root in PIP_NAMES:
            return None
        known, before = near(asked, installed() | set(PIP_NAMES), 0.75), ""
        known = [one for one in known if abs(len(one) - len(asked)) <= 2]
    else:
        parent, _, last = asked.rpartition(".")
        module = library(parent)
        if parent.partition(".")[0] in COURSE_PACKAGES or not isinstance(module, ModuleType):
            return None
        if last in vars(module) or not hasattr(module, "__path__"):
            return _not_a_package(parent, last)
        known, before = (
            near(last, [one.name for one in pkgutil.iter_modules(module.__path__)], 0.7),
            f"{parent}.",
        )
    if not known:
        return None
    right = before + known[0]
    here = scene.here
    line = line_of(here) if here is not None else ""
    fix = re.sub(rf"(?<![\w.]){re.escape(asked)}(?!\w)", right, line)
    others = f" (or `{'`, `'.join(before + one for one in known[1:])}`)" if len(known) > 1 else ""
    return Diagnosis(
        f"There is no module `{asked}`.",
        f"The name is a slip of spelling: `{right}` is installed{others}."
        if _spec(right.partition(".")[0]) is not None
        else f"The name is a slip of spelling of `{right}`.",
        fix if fix != line else f"import {right}",
        "Write:",
        sure="likely",
    )


def _not_a_package(parent: str, last: str) -> Diagnosis | None:
    module = library(parent)
    held = getattr(module, "__dict__", {}).get(last)
    if held is None:
        return None
    return Diagnosis(
        f"`{last}` is not a module but a part of the module `{parent}`.",
        "After `import` only modules may stand; what a module holds is taken with `from … import`.",
        f"from {parent} import {last}",
        "Write:",
    )


@rule(ModuleNotFoundError)
def file_elsewhere(scene: Scene) -> Diagnosis | None:
    """The learner's own .py file is in another folder than the notebook."""
    asked, root = _ways(scene)
    if not asked or asked != root or not _in_learners_line(scene):
        return None
    found = next(_files_named(root), None)
    if found is None:
        return None
    folder = str(found.parent)
    return Diagnosis(
        f"`{root}.py` is not in the folder that the notebook works in, `{Path.cwd().name}`; it is in "
        f"`{folder}`.",
        "`import` looks in the notebook's folder and in the installed packages, not in other folders.",
        f"import sys\nsys.path.append('{folder}')\nimport {root}",
        "Tell Python to look there too:",
    )


def _files_named(name: str) -> Iterator[Path]:
    here = Path()
    folders = [one for one in islice(here.iterdir(), 200) if one.is_dir() and not one.name.startswith(".")]
    for folder in [*folders, Path("..")]:
        if (folder / f"{name}.py").is_file():
            yield folder / f"{name}.py"


@rule(ModuleNotFoundError)
def not_installed(scene: Scene) -> Diagnosis | None:
    """A package that is not there for this kernel."""
    asked, root = _ways(scene)
    if not asked or root in sys.stdlib_module_names or not _in_learners_line(scene):
        return None
    if _spec(root) is not None or root in ("fastai", "torch"):
        return None  # a part of a package is missing
    package = PIP_NAMES.get(root, root)
    if root == "utils":
        return Diagnosis(
            "There is no file `utils.py` in the notebook's folder.",
            "`utils` is no package but a file that comes along with a notebook, in the same repository.",
            "",
            f"Put its `utils.py` into the folder of this notebook, `{Path.cwd()}`. (That of fast.ai's course is now "
            "the package fastbook: `from fastbook import *`.)",
            sure="likely",
        )
    called = f" pip calls it `{package}`." if package != root else ""
    return Diagnosis(
        f"The module `{root}` is not installed for the Python that this notebook runs.",
        f"It is not part of Python; it comes with a package.{called} Neither is there a file "
        f"`{root}.py` beside the "
        "notebook.",
        f"%pip install {package}",
        "Install it, then run this cell again (if it is still not found, restart the kernel):",
        sure="certain" if root in PIP_NAMES or root == "fastbook" else "likely",
    )


@rule(ImportError)
def no_such_name(scene: Scene) -> Diagnosis | None:
    """`from module import name` where the module holds no such name."""
    error = scene.error
    if isinstance(error, ModuleNotFoundError) or not isinstance(error, ImportError) or not error.name:
        return None
    found = re.match(r"cannot import name '(\w+)'", scene.message)
    module = library(error.name)
    if found is None or not isinstance(module, ModuleType) or not _in_learners_line(scene):
        return None
    wrong, home = found[1], str(error.name)
    if (home, wrong) in MOVED_NAMES:
        place, _, new = MOVED_NAMES[home, wrong].partition(": ")
        if place.startswith("import "):
            return Diagnosis(
                f"`{home}` has no `{wrong}` any more.", "It is a package of its own now.", place, "Write:"
            )
        if place in ("zip", "map", "filter"):
            return Diagnosis(
                f"`{home}` has no `{wrong}`.",
                f"That was Python 2. In Python 3 the built-in `{place}` does it.",
                f"{wrong} = {place}",
                "Write:",
            )
        return Diagnosis(
            f"`{home}` has no `{wrong}` any more.",
            f"It was moved or replaced: `{new or wrong}` in `{place}`.",
            f"from {place} import {new or wrong}",
            "Write:",
        )
    if home.partition(".")[0] in COURSE_PACKAGES and successor(wrong) is not None:
        return None
    names = [one for one in vars(module) if not one.startswith("_")]
    known = near(wrong, names, 0.7)
    parts = [one.name for one in pkgutil.iter_modules(getattr(module, "__path__", []))]
    known = known or near(wrong, parts, 0.75)
    if known:
        return Diagnosis(
            f"The module `{home}` holds no `{wrong}`.",
            f"It holds `{known[0]}`"
            + (f" (and `{'`, `'.join(known[1:])}`)." if known[1:] else ".")
            + (" Capitals count." if known[0].lower() == wrong.lower() else ""),
            f"from {home} import {known[0]}",
            "Write:",
            sure="likely",
        )
    if own_file(home.partition(".")[0]) is not None:
        return Diagnosis(
            f"Your module `{home}` holds no `{wrong}`.",
            f"As it was read it defines {listed([f'`{one}`' for one in names], 6) or 'nothing'}. A "
            "file is read once "
            "for each kernel: what was added later is not seen.",
            f"import importlib, {home}\nimportlib.reload({home})",
            "If you have just added it, read the file anew:",
            sure="likely",
        )
    return None


@rule(ImportError)
def relative_import(scene: Scene) -> Diagnosis | None:
    """`from .utils import x` in a notebook."""
    here = scene.here
    if here is None or "relative import" not in scene.message or not _in_learners_line(scene):
        return None
    line = line_of(here)
    found = re.match(r"from\s+(\.+)(\w*)", line)
    if found is None:
        return None
    return Diagnosis(
        f"`{line}` begins the module's name with a dot.",
        "The dot means “in the same package as this file”. A notebook is in no package.",
        line.replace(found[1], "", 1) if found[2] else "",
        "Leave the dot out:" if found[2] else "Name the module.",
    )
