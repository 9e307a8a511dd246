"""torch.load and torch.save: what is in the file, and what is not there at all."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.scene import Frame, Scene
from fastaid.teach.state_dicts import is_state_dict, nested
from fastaid.teach.weight_files import classes_in, files_in, kind_of, path_of, title_of


def torch_load(scene: Scene) -> tuple[Frame, Path] | None:
    """The torch.load that failed, and the file it was given."""
    frame = scene.within("torch.serialization", "load")
    path = path_of(frame.names.get("f")) if frame is not None else None
    return (frame, path) if frame is not None and path is not None else None


def called(scene: Scene, *names: str) -> ast.Call | None:
    """The learner's call of one of these functions, where it is the line that failed."""
    call = scene.here.call if scene.here is not None else None
    return call if call is not None and last_name(call.func) in names else None


AGAIN = "Download it once more, from the link of the file itself, and look at its size:"
# What the file is, why torch.load cannot read it, the words before the line, the line ("{}": the path).
OTHERS = {
    "html": (
        "is a web page{title}, not weights",
        "The link led to a page about the file (a login, a warning, an error), and that page was saved "
        "under the file's name.",
        AGAIN,
        "!ls -lh {}",
    ),
    "git-lfs": (
        "is a Git LFS pointer: three lines of text that stand for the real file",
        "The repository was cloned or downloaded without Git LFS, which keeps large files elsewhere.",
        "In the folder of the repository:",
        "!git lfs install\n!git lfs pull",
    ),
    "empty": (
        "is empty: 0 bytes",
        "Saving or downloading it was broken off before anything was written.",
        "Save or download it again, and look at its size:",
        "!ls -lh {}",
    ),
    "cut off": (
        "is cut off: the end of the file is missing",
        "Saving or downloading it was interrupted, so the file is incomplete (corrupt).",
        "Save or download it again, and look at its size:",
        "!ls -lh {}",
    ),
    "safetensors": (
        "is a safetensors file, whatever its name says",
        "`torch.load` reads pickles, and this format has none.",
        "Read it with its own library:",
        "from safetensors.torch import load_file\nsd = load_file({!r})",
    ),
    "hdf5": (
        "is an HDF5 file, as Keras and TensorFlow save models",
        "`torch.load` reads what `torch.save` wrote; a Keras model cannot become a PyTorch one by loading.",
        "Look for PyTorch weights of that model, or open it in Keras:",
        "keras.models.load_model({!r})",
    ),
    "keras": (
        "is a Keras model",
        "`torch.load` reads what `torch.save` wrote; a Keras model cannot become a PyTorch one by loading.",
        "Look for PyTorch weights of that model, or open it in Keras:",
        "keras.models.load_model({!r})",
    ),
    "pickle": (
        "was written by `pickle.dump`, not by `torch.save`",
        "`torch.load` looks for the format of `torch.save`.",
        "If you trust the file:",
        "import pickle\nwith open({!r}, 'rb') as f: obj = pickle.load(f)",
    ),
    "joblib": (
        "was written by `joblib.dump`, not by `torch.save`",
        "`torch.load` looks for the format of `torch.save`.",
        "If you trust the file:",
        "import joblib\nobj = joblib.load({!r})",
    ),
    "numpy": (
        "is a NumPy array",
        "`torch.load` reads what `torch.save` wrote.",
        "Read it with NumPy:",
        "import numpy as np\narr = np.load({!r})",
    ),
    "zip": (
        "is an ordinary zip archive",
        "What `torch.save` writes is a zip as well, but of another make: the weights are probably a file "
        "inside this one.",
        "Unpack it and load the file that comes out:",
        "!unzip -o {}",
    ),
    "gzip": (
        "is a compressed archive (gzip)",
        "The weights are inside it.",
        "Unpack it and load the file that comes out:",
        "!tar xzf {}  # or: gunzip",
    ),
    "picture": ("is a picture", "`torch.load` reads what `torch.save` wrote.", "", ""),
    "text": (
        "is a text file, not weights",
        "`torch.load` reads what `torch.save` wrote; a failed download often leaves a message instead.",
        "See what it says:",
        "print(open({!r}).read()[:500])",
    ),
}
OTHERS["numpy archive"] = OTHERS["numpy"]


@rule(pickle.UnpicklingError, EOFError, RuntimeError, ValueError, OSError, needs="torch")
def not_weights(scene: Scene) -> Diagnosis | None:
    """The file is something else: a web page, a pointer, a part of a file, another library's format."""
    found = torch_load(scene)
    if found is None:
        return None
    _, path = found
    kind = kind_of(path)
    if kind not in OTHERS:
        return None
    is_, cause, how, fix = OTHERS[kind]
    title = f' ("{name}")' if kind == "html" and (name := title_of(path)) else ""
    return Diagnosis(
        f"`{path}` {is_.replace('{title}', title)}.", cause, fix.format(str(path)), how, card="saving-weights"
    )


@rule(pickle.UnpicklingError, needs="torch")
def weights_only(scene: Scene) -> Diagnosis | None:
    """Since PyTorch 2.6 torch.load reads weights only, and the file holds objects of other classes."""
    found = torch_load(scene)
    if found is None or not found[0].names.get("weights_only") or kind_of(found[1]) != "torch":
        return None
    _, path = found
    classes = classes_in(path)
    said = scene.message.split()
    offending = next((one for one in classes if one[1] in said or ".".join(one) in said), None)
    first = classes[0] if classes else ("", "")
    if first[1].endswith("Learner"):
        return _an_export(path)
    if offending is not None and offending[1] == "getattr":
        return _saved_the_method(path)
    loader = scene.within("fastai.learner", "load")
    holds, is_model = _contents(first, offending)
    call = called(scene, "load")
    if loader is not None:
        fix = f"learn.model = torch.load({str(path)!r}, weights_only=False)" if is_model else ""
    elif call is not None:
        fix = anew(call, weights_only="False")
    else:
        fix = 'import os\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"'
    default = "Since PyTorch 2.6 `torch.load` reads weights only by default (`weights_only=True`); other "
    default += "pickled objects could run code while they load."
    better = " (Better for the future: `torch.save(model.state_dict(), …)`.)" if is_model else ""
    return Diagnosis(
        f"`{path}` {holds}.",
        default,
        fix,
        f"If you trust where the file comes from:{better}",
        card="saving-weights",
    )


def _contents(first: tuple[str, str], offending: tuple[str, str] | None) -> tuple[str, bool]:
    kind = getattr(library(first[0]), first[1], None)
    module = getattr(library("torch.nn"), "Module", ())
    is_model = first[0].startswith("torch.nn.modules") or (
        isinstance(kind, type) and issubclass(kind, module)
    )
    if is_model:
        return f"holds a whole pickled model, a `{first[1]}`, not only its weights", True
    name = ".".join(offending or first)
    if name.startswith("numpy"):
        return f"holds NumPy numbers (`{name}`) beside the weights", False
    return f"holds a pickled object of the class `{name}`, not only weights", False


def _an_export(path: Path) -> Diagnosis:
    return Diagnosis(
        f"`{path}` holds a whole fastai Learner, as `learn.export()` writes it.",
        "`torch.load` reads weights only by default since PyTorch 2.6 (`weights_only=True`). For a Learner "
        "there is `load_learner`.",
        f"learn = load_learner({str(path)!r})",
        "If you trust the file:",
        card="export",
    )


def _saved_the_method(path: Path) -> Diagnosis:
    return Diagnosis(
        f"`{path}` holds the method `state_dict` of a model, not what it returns.",
        "When it was saved the parentheses were missing: `torch.save(model.state_dict, …)`.",
        f"torch.save(model.state_dict(), {str(path)!r})",
        f"Save it again, with parentheses. If the model is gone: `torch.load({str(path)!r}, "
        "weights_only=False)()` gives its weights.",
        card="saving-weights",
    )


@rule(RuntimeError, needs="torch")
def torchscript(scene: Scene) -> Diagnosis | None:
    """A TorchScript file in torch.load, or weights in torch.jit.load."""
    found = torch_load(scene)
    if found is not None and kind_of(found[1]) == "torchscript":
        return Diagnosis(
            f"`{found[1]}` is a TorchScript file: a compiled model, saved by `torch.jit.save`.",
            "`torch.load` reads weights and pickled objects.",
            f"model = torch.jit.load({str(found[1])!r})",
            "TorchScript has its own function:",
            card="saving-weights",
        )
    frame = scene.within("torch.jit._serialization", "load")
    path = path_of(frame.names.get("f")) if frame is not None else None
    if path is None or kind_of(path) != "torch":
        return None
    return Diagnosis(
        f"`{path}` was written by `torch.save`; it is no TorchScript file.",
        "`torch.jit.load` reads compiled models from `torch.jit.save` only.",
        f"sd = torch.load({str(path)!r})",
        "Read it with the function that goes with `torch.save`:",
        card="saving-weights",
    )


@rule(pickle.UnpicklingError, needs="torch")
def pickle_load(scene: Scene) -> Diagnosis | None:
    """pickle.load on a file that torch.save wrote."""
    here, call = scene.here, called(scene, "load")
    if here is None or call is None or not scene.is_raised_by_learner or not call.args:
        return None
    given = call.args[0]
    opens = isinstance(given, ast.Call) and last_name(given.func) == "open" and given.args
    path = path_of(here.value(given.args[0] if opens and isinstance(given, ast.Call) else given))
    if path is None or kind_of(path) not in ("torch", "torchscript"):
        return None
    is_export = any(name.endswith("Learner") for _, name in classes_in(path)[:1])
    load = f"learn = load_learner({str(path)!r})" if is_export else f"torch.load({str(path)!r})"
    return Diagnosis(
        f"`{path}` was written by {'`learn.export()`' if is_export else '`torch.save`'}, not by `pickle.dump`.",
        "`torch.save` keeps the tensors apart from the pickle, and `pickle.load` cannot find them.",
        load,
        "Read it with the function that goes with it:",
        card="export" if is_export else "saving-weights",
    )


@rule(RuntimeError, needs="torch")
def on_a_gpu(scene: Scene) -> Diagnosis | None:
    """The tensors were saved on a GPU, and there is none here."""
    found = torch_load(scene)
    torch = library("torch")
    if (
        found is None
        or torch.cuda.is_available()
        or scene.within("torch.serialization", "_validate_device") is None
    ):
        return None
    _, path = found
    call = called(scene, "load")
    fix = (
        anew(call, map_location="'cpu'")
        if call is not None
        else f"torch.load({str(path)!r}, map_location='cpu')"
    )
    return Diagnosis(
        f"The tensors in `{path}` are to be put on a GPU, and this machine has none (that PyTorch can use).",
        "They were saved on a GPU (cuda), and `torch.load` puts each tensor back where it was, unless "
        "`map_location` says otherwise.",
        fix,
        "Load them to the CPU:",
        card="device-and-gpu-memory",
    )


@rule(FileNotFoundError, IsADirectoryError, PermissionError, needs="torch")
def no_such_weights(scene: Scene) -> Diagnosis | None:
    """torch.load was given a path where there is no file."""
    found = torch_load(scene)
    if found is None or scene.within("fastai.learner") is not None:
        return None
    _, path = found
    text = str(path)
    call = called(scene, "load")
    if text.startswith(("http:/", "https:/")):
        url = text.replace(":/", "://", 1) if "://" not in text else text
        return Diagnosis(
            f"`torch.load` was given a web address, `{url}`.",
            "It reads files on this machine and downloads nothing.",
            f"torch.hub.load_state_dict_from_url({url!r}, map_location='cpu')",
            "Download it first, or in one step:",
            card="pretrained-weights",
        )
    endings = (".pth", ".pt", ".pkl", ".bin", ".ckpt", ".tar", ".safetensors")
    folder = path if path.is_dir() else path.parent
    there = files_in(folder, *endings)
    near = did_you_mean(path.name, there) if not path.is_dir() else ""
    if not path.is_dir() and path.exists():
        return None
    best = near.split("'")[1] if near else there[0] if len(there) == 1 else ""
    fix = f"torch.load({str(folder / best)!r})" if best else f"!ls {folder}"
    in_it = (
        f"holds {listed(there, 6)}"
        if there
        else "holds no files of weights"
        if folder.is_dir()
        else "does not exist"
    )
    what = f"`{path}` is a folder" if path.is_dir() else f"There is no file `{path}`"
    where = f" (in `{Path.cwd()}`)" if not path.is_absolute() else ""
    return Diagnosis(
        f"{what}{where}. `{folder}` {in_it}.",
        "`torch.load` needs the path of the file itself, from the folder that the notebook runs in.",
        fix
        if call is None or not best
        else anew(call).replace(ast.unparse(call.args[0]), repr(str(folder / best))),
        near or "Look at what is there:" if not best else near or "Name the file:",
        sure="certain",
        card="saving-weights",
    )


def wrong_way_round(obj: Any, file: Any) -> bool:
    """Whether torch.save's two arguments were swapped."""
    return isinstance(obj, (str, Path)) and (is_module(file) or is_state_dict(file) or bool(nested(file)))


@rule(AttributeError, TypeError, needs="torch")
def save_arguments(scene: Scene) -> Diagnosis | None:
    """torch.save with its two arguments swapped, or with one of them."""
    frame = scene.within("torch.serialization", "save")
    call = called(scene, "save")
    if call is None or scene.here is None:
        return None
    if (
        frame is not None
        and wrong_way_round(frame.names.get("obj"), frame.names.get("f"))
        and len(call.args) == 2
    ):
        name, what = (ast.unparse(one) for one in call.args)
        return Diagnosis(
            f"`torch.save` got the file name {name} first and `{what}` second.",
            "The order is: first what to save, then where to.",
            f"torch.save({what}, {name})",
            "Swap them:",
            card="saving-weights",
        )
    function = scene.here.value(call.func)
    torch = library("torch")
    if function is not torch.save or len(call.args) != 1 or call.keywords or not scene.is_raised_by_learner:
        return None
    return Diagnosis(
        f"`torch.save` got `{ast.unparse(call.args[0])}` and no file name.",
        "It needs two things: what to save, and where to.",
        f"torch.save({ast.unparse(call.args[0])}, 'model.pth')",
        "Add the name of the file:",
        card="saving-weights",
    )
