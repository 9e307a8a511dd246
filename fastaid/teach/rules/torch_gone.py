"""What newer versions of PyTorch and torchvision have taken out: the code of older books and papers runs into it."""

from __future__ import annotations

import ast
import re
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, parent
from fastaid.teach.rules.python_source import call_at, node_at, replaced, statement_at
from fastaid.teach.scene import Frame, Scene

URLS = (
    "from torchvision.models import get_model_weights, list_models\n"
    "model_urls = {{name: next(iter(get_model_weights(name))).url for name in list_models()}}"
)
# Of a module (what it ends with, "*" for any), a name it had: the lines that make it today, {n} for the name that
# the learner gives it; what is to be known.
NAMES = {
    ("torchvision.models.", "model_urls"): (
        URLS,
        "The addresses of the pretrained weights now belong to the weights themselves.",
    ),
    ("torchvision.models.utils", "load_state_dict_from_url"): (
        "from torch.hub import load_state_dict_from_url{as_n}",
        "It is a function of `torch.hub`.",
    ),
    ("torch._six", "container_abcs"): ("import collections.abc as {n}", "Python's own module is meant."),
    ("torch._six", "string_classes"): (
        "{n} = (str, bytes)",
        "It held names for Python 2 and 3; Python 3's own are meant.",
    ),
    ("torch._six", "int_classes"): (
        "{n} = int",
        "It held names for Python 2 and 3; Python 3's own are meant.",
    ),
    ("torch._six", "inf"): ("from torch import inf{as_n}", "The number is `torch.inf`."),
    ("torch._utils", "_accumulate"): (
        "from itertools import accumulate as {n}",
        "Python's own function does the same.",
    ),
    ("torch.autograd.gradcheck", "zero_gradients"): (
        "def {n}(x):\n    if x.grad is not None:\n        x.grad.zero_()",
        "It set the gradient of a tensor to zero, which is two lines.",
    ),
    ("torchvision.datasets.utils", "makedir_exist_ok"): (
        "import os\ndef {n}(path):\n    os.makedirs(path, exist_ok=True)",
        "Python's own `os.makedirs` does the same.",
    ),
    ("torch.utils.data.dataloader", "DataLoaderIter"): (
        "{n} = iter",
        "`iter(loader)` makes such an object of any data loader.",
    ),
    ("torch.utils.data.dataloader", "_DataLoaderIter"): (
        "{n} = iter",
        "`iter(loader)` makes such an object of any data loader.",
    ),
}
# Modules that are gone, and the one that keeps most of their names.
MODULES = {
    "torchvision.transforms.functional_tensor": (
        "torchvision.transforms.functional",
        "torchvision.transforms._functional_tensor",
    ),
    "torchvision.models.utils": ("torch.hub", "torch.hub"),
}


@rule(ImportError)
def import_gone(scene: Scene) -> Diagnosis | None:
    """`from torchvision.models.resnet import model_urls`, `from torch._six import inf`."""
    here = scene.here
    line = statement_at(here) if here is not None else None
    if not isinstance(line, (ast.Import, ast.ImportFrom)):
        return None
    home = line.module or "" if isinstance(line, ast.ImportFrom) else line.names[0].name
    if home.split(".")[0] not in ("torch", "torchvision") or (
        isinstance(line, ast.ImportFrom) and line.level
    ):
        return None
    gone = [one for one in line.names if isinstance(line, ast.ImportFrom) and _known(home, one.name)[0]]
    is_missing = isinstance(scene.error, ModuleNotFoundError)
    if is_missing and scene.error.name != home:  # type: ignore[attr-defined]
        return None
    if home in MODULES and is_missing:
        return _module(line, home)
    rest = [one for one in line.names if one not in gone]
    if not gone or (is_missing and rest) or (not is_missing and not _lacks(home, gone)):
        return None
    parts = [_now(home, one) for one in gone]
    if rest:
        parts.insert(0, ast.unparse(ast.ImportFrom(home, rest, 0)))
    named = " and ".join(f"`{one.name}`" for one in gone)
    return Diagnosis(
        f"There is no module `{home}` any more." if is_missing else f"`{home}` has no {named} any more.",
        f"Newer versions of {_package(home)} took it out. {_known(home, gone[0].name)[1]}",
        "\n".join(dict.fromkeys(parts)),
        "Write in its place:",
    )


def _package(home: str) -> str:
    return "torchvision" if home.startswith("torchvision") else "PyTorch"


def _known(home: str, name: str) -> tuple[str, str]:
    for (place, old), now in NAMES.items():
        if old == name and (home == place or (place.endswith(".") and home.startswith(place))):
            return now
    return ("", "")


def _lacks(home: str, gone: list[ast.alias]) -> bool:
    module = library(home)
    return isinstance(module, ModuleType) and not any(one.name in vars(module) for one in gone)


def _now(home: str, one: ast.alias) -> str:
    as_n = f" as {one.asname}" if one.asname else ""
    return _known(home, one.name)[0].format(n=one.asname or one.name, as_n=as_n)


def _module(line: ast.Import | ast.ImportFrom, home: str) -> Diagnosis | None:
    place, whole = MODULES[home]
    if isinstance(line, ast.ImportFrom):
        held = vars(library(place) or ModuleType("")) or {}
        name = place if all(one.name in held for one in line.names) else whole
        new = ast.unparse(ast.ImportFrom(name, line.names, 0))
    else:
        name = whole
        new = ast.unparse(ast.Import([ast.alias(whole, line.names[0].asname or home.rpartition(".")[2])]))
    return Diagnosis(
        f"There is no module `{home}` any more.",
        f"Newer versions of torchvision took it out; its functions are in `{name}`.",
        new,
        "Write:",
    )


@rule(AttributeError)
def attribute_gone(scene: Scene) -> Diagnosis | None:
    """`models.resnet.model_urls`, `torch.set_deterministic`, `torch.rfft`: names that modules had."""
    here = scene.here
    node = node_at(here) if here is not None else None
    held = here.value(node.value) if here is not None and isinstance(node, ast.Attribute) else None
    if here is None or not isinstance(node, ast.Attribute) or not isinstance(held, ModuleType):
        return None
    if node.attr in vars(held):
        return None
    home, name, text = held.__name__, node.attr, ast.unparse(node)
    call = parent(node)
    cause = f"Newer versions of {_package(home)} took it out"
    lines, more = _known(home, name)
    if lines:
        new = replaced(here, node, name)
        return Diagnosis(
            f"`{ast.unparse(node.value)}` has no `{name}` any more.",
            f"{cause}. {more}",
            f"{lines.format(n=name, as_n='')}\n{new}",
            "Write:",
        )
    if home == "torchvision.ops.misc" and name in ("Conv2d", "ConvTranspose2d", "BatchNorm2d", "interpolate"):
        now = "torch.nn.functional.interpolate" if name == "interpolate" else f"torch.nn.{name}"
    elif (home, name) == ("torch", "set_deterministic"):
        now = "torch.use_deterministic_algorithms"
    elif home == "torch" and isinstance(call, ast.Call) and call.func is node:
        return _of_torch(here, call, name, cause)
    else:
        return None
    return Diagnosis(
        f"`{text}` is no longer there.", f"{cause}; today it is `{now}`.", replaced(here, node, now), "Write:"
    )


def _of_torch(here: Frame, call: ast.Call, name: str, cause: str) -> Diagnosis | None:
    """The old Fourier transforms, which kept real and imaginary parts in a last dimension of 2, and gels."""
    args = [ast.unparse(one) for one in call.args]
    if name in ("gels", "lstsq") and len(args) == 2:
        return _solved(here, call, name, f"torch.linalg.lstsq({args[1]}, {args[0]}).solution", cause)
    if name not in ("rfft", "irfft", "ifft") or not args:
        return None
    number = here.value(here.argument(call, 1, "signal_ndim") or ast.Constant(1))
    if type(number) is not int or not 1 <= number <= 3:
        return None
    dims = f"dim={tuple(range(-number, 0))}"
    is_half = here.value(here.argument(call, 3, "onesided") or ast.Constant(True)) is True
    if name == "rfft":
        new = f"torch.view_as_real(torch.fft.{'rfftn' if is_half else 'fftn'}({args[0]}, {dims}))"
    elif name == "irfft" and is_half:
        sizes = here.argument(call, 4, "signal_sizes")
        given = f", s={ast.unparse(sizes)}" if sizes is not None else ""
        new = f"torch.fft.irfftn(torch.view_as_complex({args[0]}){given}, {dims})"
    else:
        new = f"torch.fft.ifftn(torch.view_as_complex({args[0]}), {dims})"
        new = f"{new}.real" if name == "irfft" else f"torch.view_as_real({new})"
    return Diagnosis(
        f"`torch.{name}` is no longer there.",
        f"{cause}; the module `torch.fft` has its functions today. They work with complex numbers, where the old one "
        "had a last dimension of 2.",
        replaced(here, call, new),
        "Write:",
    )


def _solved(here: Frame, call: ast.Call, name: str, new: str, cause: str, more: str = "") -> Diagnosis:
    """A call of which today's one gives a single result, where the old one gave two."""
    outer: Any = parent(call)
    pair = outer.targets[0] if isinstance(outer, ast.Assign) and outer.value is call else None
    is_pair = isinstance(pair, ast.Tuple) and len(pair.elts) == 2
    one = not new.startswith(("torch.linalg.eigh(", "torch.linalg.eig(", "torch.linalg.qr("))
    line = f"{ast.unparse(pair.elts[0])} = {new}" if is_pair and one else replaced(here, call, new)  # type: ignore[union-attr]
    today = new.partition("(")[0]
    return Diagnosis(
        f"`torch.{name}` is no longer there.", f"{cause}; today it is `{today}`.{more}", line, "Write:"
    )


@rule(RuntimeError, needs="torch")
def function_gone(scene: Scene) -> Diagnosis | None:
    """`torch.symeig`, `torch.solve`, `torch.lstsq`: they are there, and say only that they are gone."""
    last, here = scene.last, scene.here
    call = call_at(here) if here is not None else None
    if last is None or here is None or call is None or last.module != "torch._linalg_utils":
        return None
    if "now removed" not in scene.message:
        return None
    name, args = last.function.removeprefix("_"), [ast.unparse(one) for one in call.args]
    is_method = isinstance(call.func, ast.Attribute) and here.value(call.func.value) is not library("torch")
    if is_method:
        args.insert(0, ast.unparse(call.func.value))  # type: ignore[attr-defined]
    if not args:
        return None
    vectors = here.value(here.argument(call, 0 if is_method else 1, "eigenvectors") or ast.Constant(False))
    more = ""
    if name in ("solve", "lstsq") and len(args) == 2:
        end = ".solution" if name == "lstsq" else ""
        new = f"torch.linalg.{name}({args[1]}, {args[0]}){end}"
        more = " Its two arguments are exchanged, and it gives the solution alone."
    elif name in ("symeig", "eig") and isinstance(vectors, bool):
        kind = ("eigh" if vectors else "eigvalsh") if name == "symeig" else "eig" if vectors else "eigvals"
        new = f"torch.linalg.{kind}({args[0]})"
        more = "" if name == "symeig" else " It gives complex numbers."
    elif name in ("matrix_rank", "cholesky", "qr"):
        new = f"torch.linalg.{name}({args[0]})"
    else:
        return None
    return _solved(here, call, name, new, "Newer versions of PyTorch took it out", more)


# What takes it (a module, a name or "*" for all classes of it), and the old argument: its new name, "" to leave it out.
ARGUMENTS = {
    ("torch.optim.lr_scheduler", "*", "verbose"): "",
    ("torchvision.utils", "make_grid", "range"): "value_range",
    ("torchvision.utils", "save_image", "range"): "value_range",
    ("torchvision.transforms.transforms", "*", "resample"): "interpolation",
    ("torchvision.transforms.transforms", "*", "fillcolor"): "fill",
    ("torchvision.transforms.functional", "*", "resample"): "interpolation",
    ("torchvision.transforms.functional", "*", "fillcolor"): "fill",
}


@rule(TypeError, needs="torch")
def argument_gone(scene: Scene) -> Diagnosis | None:
    """`ReduceLROnPlateau(opt, verbose=True)`, `save_image(x, f, range=(-1, 1))`."""
    found = re.search(r"got an unexpected keyword argument '(\w+)'", scene.message)
    here = scene.here
    call = call_at(here) if here is not None else None
    if found is None or here is None or call is None:
        return None
    held: Any = here.value(call.func)
    home, name = getattr(held, "__module__", ""), getattr(held, "__name__", "")
    old = {
        one: now
        for (place, kind, one), now in ARGUMENTS.items()
        if place == home and kind in (name, "*") and any(word.arg == one for word in call.keywords)
    }
    if found[1] not in old:
        return None
    values = {word.arg: ast.unparse(word.value) for word in call.keywords}
    now = old[found[1]]
    new = {now: values[one] for one, now in old.items() if now}
    package = _package(home)
    what = f"`{name}` of {package} has no argument `{found[1]}` any more."
    if not now:
        return Diagnosis(
            what,
            "Newer versions of PyTorch took it out: a scheduler no longer prints each change of the learning rate. "
            "Where you want to see it, print `optimizer.param_groups[0]['lr']` after step().",
            anew(call, drop=tuple(old)),
            "Leave it out:",
            card="learning-rate-schedule",
        )
    also = [f"`{one}` is `{other}`" for one, other in old.items() if one != found[1]]
    return Diagnosis(
        what,
        f"Newer versions of {package} renamed it: it is `{now}`{' (and ' + also[0] + ')' if also else ''}.",
        anew(call, new, drop=tuple(old)),
        "Write:",
    )
