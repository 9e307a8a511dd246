"""What an exported learner from elsewhere would do while it loads, in one sentence; and which files are no such."""

from __future__ import annotations

import hashlib
import inspect
import logging
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any

from fastaid.errors import FastaidError, listed
from fastaid.facts.inert import closed, cut, in_one_line
from fastaid.training.pickle_names import CLOUDPICKLE, Imported, Pickled
from fastaid.training.pickles import read_pickles

log = logging.getLogger(__name__)

LONGEST_NAME = 80  # of one that a file gives

# -- the files that this person wrote, or said yes to ------------------------------------------------------


def own_files() -> Path:
    """Where the content hashes of this person's own learners are kept, one a line.

    By content, since a name, an owner or a date says nothing of where a file's bytes are from: a download has the
    owner of who downloads. In the user's data folder and not beside the file, since a folder that comes from
    elsewhere could bring such a list along.
    """
    import platformdirs

    return Path(platformdirs.user_data_dir("fastaid", appauthor=False)) / "own-learners.txt"


def remember(file: Path | bytes) -> None:
    """Load this content without a question from now on; of weights, which need none, nothing is kept.

    Costs a pass over the file, a second a gigabyte.
    """
    try:
        if not _can_run(file):
            return
        digest, place = _digest(file), own_files()
        if digest in _remembered():
            return
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with place.open("a", encoding="utf-8") as lines:
            lines.write(f"{digest} {file.name!r}\n" if isinstance(file, Path) else f"{digest}\n")
    except OSError:  # it will be asked for, then
        log.debug("an own learner could not be remembered", exc_info=True)


def is_own(file: Path | bytes) -> bool:
    """Whether this content was exported by this person on this machine, or had their yes."""
    known = _remembered()
    return bool(known) and _digest(file) in known


def _remembered() -> set[str]:
    try:
        return {
            line.split(" ", 1)[0].strip() for line in own_files().read_text(encoding="utf-8").splitlines()
        }
    except (OSError, UnicodeDecodeError):
        return set()


def _digest(file: Path | bytes) -> str:
    if isinstance(file, bytes):
        return hashlib.sha256(file).hexdigest()
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


# -- what loading a file does ------------------------------------------------------------------------------


def what_loading_does(
    file: Path | bytes,
    name: str,  # what to call it
    names: Mapping[str, Any],  # the notebook's variables
) -> str:  # "" where loading it runs nothing of whoever made it
    """What loading a file from elsewhere would run and import, in one sentence.

    It cannot say that a file is harmless: fastai's and torch's own classes do things when they are made and
    called (some open files), and whoever chooses their arguments chooses what. It names what goes beyond them.
    Nothing of the file is run or imported. "" is said of weights alone, which torch would read with weights_only.
    Raises: FastaidError where the file is damaged behind names that would run.
    """
    pickled = read_pickles(file)
    if pickled is None or _is_weights(pickled):
        return ""
    needed = [one for one in pickled.imports if one.module in ("__main__", "__mp_main__")]
    beyond = [one for one in pickled.imports if one not in needed and not _is_known(one, pickled)]
    parts = []
    if beyond:
        parts.append(f"imports {listed(map(_printable, sorted(beyond, key=_is_of_packages)), 8)}")
    if not pickled.is_told:
        parts.append("imports what cannot be told without loading it")
    if pickled.own_code:
        own = list(dict.fromkeys(_printable(one) for one in pickled.own_code))
        parts.append(f"brings {'a function' if len(own) == 1 else 'functions'} of its own ({listed(own, 4)})")
    if needed:
        parts.append(f"needs your {listed((_kind_and_name(one.name, names) for one in needed), 4)}")
    what = f"it {listed(parts)}" if parts else "it names only classes of fastai, torch and Python's own"
    return f"{name} was not exported here, and loading it runs code of whoever made it: {what}."


def _can_run(file: Path | bytes) -> bool:
    try:
        pickled = read_pickles(file)
    except FastaidError:
        return True
    return pickled is not None and not _is_weights(pickled)


def _printable(text: object) -> str:
    return closed(in_one_line(cut(str(text), LONGEST_NAME)))


def _kind_and_name(name: str, names: Mapping[str, Any]) -> str:
    held = names.get(name)
    is_class = isinstance(held, type) if held is not None else name[:1].isupper()
    return f"{'class' if is_class else 'function'} {_printable(name)}"


def _is_weights(pickled: Pickled) -> bool:
    """Whether torch and fastai would read it as weights alone, which runs nothing."""
    if pickled.own_code or pickled.takes_parts or not pickled.is_told:
        return False
    return all(
        _is_torch_s_safe(one) or one.module == "numpy.dtypes" or str(one) in OF_WEIGHTS
        for one in pickled.imports
    )


OF_WEIGHTS = (
    frozenset(  # what fastai's load_model admits besides: `learn.save` keeps the optimizer's settings
        (
            "fastcore.foundation.L",
            "numpy.dtype",
            "numpy._core.multiarray.scalar",
            "numpy.core.multiarray.scalar",
        )
    )
)


def _is_torch_s_safe(one: Imported) -> bool:
    from torch import _weights_only_unpickler

    allowed = getattr(_weights_only_unpickler, "_get_allowed_globals", dict)  # torch's own, and may move
    return str(one) in allowed()


# -- which names are nothing to worry about ----------------------------------------------------------------

PACKAGES = ("fastai", "fastcore", "fasttransform", "plum", "torch", "torchvision", "timm", "numpy", "PIL")
# Whose functions compute and do nothing else. (fastcore.xtras.run starts programs, torch.hub.load fetches.)
COMPUTING = (
    "fastai.callback", "fastai.data.core", "fastai.data.load", "fastai.data.transforms", "fastai.imports",
    "fastai.layers", "fastai.losses", "fastai.metrics", "fastai.optimizer", "fastai.torch_core",
    "fastai.vision.augment", "fastai.vision.core", "fastai.vision.learner", "fastai.vision.models", "sklearn.metrics",
    "timm.models", "torch.nn.functional", "torch.nn.init", "torchvision.models", "torchvision.transforms",
)  # fmt: skip
PYTHON = {
    "_codecs": ("encode",),
    "_operator": ("or_", "and_", "add", "mul"),
    "builtins": (
        "bool", "bytearray", "bytes", "complex", "dict", "float", "frozenset", "int", "list", "object", "print",
        "range", "set", "slice", "str", "tuple",
    ),
    "collections": ("Counter", "OrderedDict", "defaultdict", "deque"),
    "copyreg": ("_reconstructor",),
    "datetime": ("date", "datetime", "timedelta"),
    "fastcore.basics": ("fastuple", "merge", "noop", "noops"),
    "functools": ("partial", "reduce"),
    "inspect": (
        "Parameter", "Signature", "_ParameterKind", "_empty",
        # As Python before 3.11.4 writes the members.
        "_ParameterKind.KEYWORD_ONLY", "_ParameterKind.POSITIONAL_ONLY", "_ParameterKind.POSITIONAL_OR_KEYWORD",
        "_ParameterKind.VAR_KEYWORD", "_ParameterKind.VAR_POSITIONAL",
    ),
    "io": ("",),
    "math": ("",),
    "numpy._core.multiarray": ("scalar", "_reconstruct"),
    "numpy.core.multiarray": ("scalar", "_reconstruct"),
    "pathlib": ("Path", "PosixPath", "PurePath", "PurePosixPath", "PureWindowsPath", "WindowsPath"),
    "random": ("Random",),
    "typing": ("Any", "Union", "Optional"),
}  # fmt: skip
# What a loader of functions needs; it is told as functions of the file's own.
OF_FUNCTIONS = ("_builtin_type", "_class_setstate", "_empty_cell_value", "_function_setstate", "_get_bases",
                "_make_cell", "_make_empty_cell", "_make_function", "_make_skeleton_class",
                "_make_skeleton_enum", "subimport")  # fmt: skip


def _is_known(one: Imported, pickled: Pickled) -> bool:
    if one.module == CLOUDPICKLE:
        return one.name in OF_FUNCTIONS
    if one.name in PYTHON.get(one.module, ()) or _is_torch_s_safe(one):
        return True
    root = one.module.split(".")[0]
    if root not in PACKAGES and not _is_within(one.module, COMPUTING):
        return False
    return _is_known_object(one)


def _is_known_object(one: Imported) -> bool:
    """Whether it is a class of those packages, a function that only computes, or a part of such a class.

    Looked up where it is imported already, without importing more: torch.os.system goes through torch.
    """
    held: Any = sys.modules.get(one.module)
    if held is None:
        # A part of fastai that this notebook has not imported: its classes are known by their capital.
        return one.module.startswith("fastai.") and one.name[:1].isupper() and "." not in one.name
    for part in one.name.split(".") if one.name else ():
        held = inspect.getattr_static(held, part, None)
        held = held.__func__ if isinstance(held, classmethod | staticmethod) else held
        if not _is_class_or_computes(held):
            return False
    return True


def _is_class_or_computes(held: Any) -> bool:
    home = getattr(held, "__module__", None)
    if isinstance(held, type):
        return isinstance(home, str) and home.split(".")[0] in PACKAGES
    if isinstance(held, FunctionType):
        return isinstance(home, str) and (_is_within(home, COMPUTING) or home in PYTHON)
    return type(held).__module__.split(".")[0] in PACKAGES  # a value: a dispatched function, an enum's member


def _is_within(module: str, packages: Iterable[str]) -> bool:
    return any(module == one or module.startswith(f"{one}.") for one in packages)


def _is_of_packages(one: Imported) -> bool:
    """What is said last, so that no crowd of names hides the one that matters."""
    return one.module.split(".")[0] in PACKAGES
