"""Weights from a file: what is in it, whether it fits the net, and the lines that load it.

Files are read with safetensors or torch's weights_only, so opening one runs nothing.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, counted, listed
from fastaid.facts.code import Formula, Step, call
from fastaid.training.about_weights import AboutWeights, read_about
from fastaid.training.items import missing_file

SAFE_GLOBALS = (
    "torch.serialization.add_safe_globals([L, np._core.multiarray.scalar, np.dtype, np.dtypes.Float64DType])"
)
HOW_TO_SAVE = "A weights file is a .safetensors file, or what torch.save(model.state_dict(), file) wrote."
CLASSIFIERS = ("head.", "fc.", "classifier.")  # where timm's nets keep one, beside layers that stay
WRAPPERS = ("state_dict", "model_state_dict", "model", "net")


@dataclass(frozen=True)
class WeightsFile:
    """A state dict and how it lies in its file."""

    path: Path
    state: Mapping[str, Any]  # parameter name → tensor, prefixes taken off
    wrapper: str = ""  # the key it lies under: {"state_dict": …}
    prefix: str = ""  # what every name began with: "module."
    is_safetensors: bool = False
    has_settings: bool = False  # learn.save kept the optimizer's settings beside the weights
    about: AboutWeights = field(default_factory=AboutWeights)  # what %export --weights wrote beside them

    @property
    def is_fastai(self) -> bool:
        """Whether `learn.save` wrote it: "0." is the body, "1." the head."""
        return all(name.startswith(("0.", "1.")) for name in self.state)

    def read_code(self) -> str:
        """The expression that reads the state dict, prefixes and all."""
        if self.is_safetensors:
            return f"load_file({self.path.as_posix()!r})"
        key = f"[{self.wrapper!r}]" if self.wrapper else ""
        return f"torch.load({self.path.as_posix()!r}, map_location='cpu', weights_only=True){key}"


def read_weights(path: Path) -> WeightsFile:
    """Read a .safetensors file or a state dict that torch saved, on the CPU.

    Raises: FastaidError where the file is missing, is no weights file, or holds code.
    """
    if path.is_dir():
        raise FastaidError(f"{path} is a folder.", f"Name a file in it: --weights {path / 'model.pth'}")
    if not path.is_file():
        raise missing_file(path, "weights file")
    start = _first_bytes(path, 9)
    is_safetensors = path.suffix == ".safetensors" or start[8:9] == b"{"
    if not is_safetensors and start[:2] != b"PK" and start[:1] != b"\x80":
        what = "is empty" if not start else "is no file of weights"
        raise FastaidError(f"{path} {what}.", HOW_TO_SAVE)
    content, has_settings = (_safetensors(path), False) if is_safetensors else _torch_file(path)
    wrapper = next((key for key in WRAPPERS if isinstance(content.get(key), Mapping)), "")
    state = content[wrapper] if wrapper else content
    if not state or not all(hasattr(value, "shape") for value in state.values()):
        raise FastaidError(
            f"{path} holds no weights: {listed(state) or 'nothing'}.",
            "A weights file maps parameter names to tensors: torch.save(model.state_dict(), file).",
        )
    broken = next((name for name, value in state.items() if _has_no_number(value)), None)
    if broken is not None:
        raise FastaidError(
            f"{path} holds weights that are no numbers, such as {broken}: its training went wrong.",
            "Take weights of another run.",
        )
    prefix = next(
        (p for p in ("module.", "model.", "_orig_mod.") if all(name.startswith(p) for name in state)), ""
    )
    return WeightsFile(
        path,
        {name.removeprefix(prefix): value for name, value in state.items()},
        wrapper,
        prefix,
        is_safetensors,
        has_settings,
        read_about(path) if is_safetensors else AboutWeights(),
    )


def _first_bytes(path: Path, n: int) -> bytes:
    with path.open("rb") as file:
        return file.read(n)


def _has_no_number(value: Any) -> bool:
    return value.is_floating_point() and not bool(value.isfinite().all())


def _safetensors(path: Path) -> dict[str, Any]:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return dict(load_file(path))
    except SafetensorError as error:
        raise FastaidError(
            f"{path} is no whole safetensors file ({error}).", "Download it or save it again."
        ) from error


def _torch_file(path: Path) -> tuple[dict[str, Any], bool]:
    """A torch file's content, and whether it took fastai's harmless globals to read it."""
    import torch

    has_settings = False
    try:
        try:
            content = torch.load(path, map_location="cpu", weights_only=True)
        except pickle.UnpicklingError:
            has_settings = True
            with torch.serialization.safe_globals(harmless_globals()):
                content = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise FastaidError(
            f"{path} holds more than weights, and loading it could run code of whoever made it.",
            "Ask for a state dict or a .safetensors file; an exported learner is for load_learner.",
        ) from error
    except Exception as error:  # a damaged file makes torch stumble in many ways
        raise FastaidError(
            f"{path} cannot be read as a torch file: it is cut off, damaged, or another kind of archive.",
            HOW_TO_SAVE,
        ) from error
    if not isinstance(content, Mapping):
        raise FastaidError(
            f"{path} holds a {type(content).__name__}, not a state dict.",
            "Save the weights with torch.save(model.state_dict(), file).",
        )
    return dict(content), has_settings


def harmless_globals() -> list[Any]:
    """What fastai's own load_model admits besides tensors (learn.save keeps the optimizer's settings)."""
    import numpy as np
    from fastcore.foundation import L

    core = getattr(np, "_core", None) or np.core  # numpy 2 renamed it
    return [L, core.multiarray.scalar, np.dtype, *(getattr(np.dtypes, name) for name in np.dtypes.__all__)]


def load_steps(
    file: WeightsFile,
    arch_code: str,  # "resnet34"
    build: Any,  # the net's function; None where timm makes it
    name: str = "learn",  # the learner's variable
    vocab: Any = None,  # the classes of its data
) -> tuple[tuple[str, ...], list[Step]]:  # the imports and the lines
    """The lines that load a file into a learner's body, and freeze it.

    The head stays new, but for a file of `%export --weights` that was trained on the same classes.
    """
    if file.about.fits_head(vocab) and file.is_fastai and not file.prefix:
        return _whole_learner(file, name)
    imports = ("from safetensors.torch import load_file",) if file.is_safetensors else ()
    steps = [Step(Formula(SAFE_GLOBALS, lambda _: None), comment="what learn.save keeps beside the weights")]
    steps = steps if file.has_settings else []
    steps.append(Step(Formula(file.read_code(), lambda _: file.state), "state"))
    if file.prefix:
        strip = f"{{k.removeprefix({file.prefix!r}): v for k, v in state.items()}}"
        steps.append(Step(Formula(strip, lambda _: file.state), "state"))
    net = _whole_net(arch_code, build) if build is not None else None
    if net is not None and (_fits(net.net, file.state) or not file.is_fastai):
        steps += _by_whole_net(file, net, name)
    elif file.is_fastai:
        body = {key[2:]: value for key, value in file.state.items() if key.startswith("0.")}
        text = (
            f"{name}.model[0].load_state_dict({{k[2:]: v for k, v in state.items() if k.startswith('0.')}})"
        )
        steps.append(Step(Formula(text, lambda names: _load(names[name].model[0], body, file))))
    else:
        text = f"{name}.model[0].model.load_state_dict(state, strict=False)"
        steps.append(Step(Formula(text, lambda names: _load(names[name].model[0].model, file.state, file))))
    steps.append(Step(call(f"{name}.freeze"), comment="the body is trained already; the head is new"))
    return imports, steps


def where_from(
    path: Path,  # the file
    dls: Any,  # the learner's data
) -> str:  # "body and head from pets.safetensors"
    """Which parts of a learner a file has filled, in words."""
    about, vocab = read_about(path), getattr(dls, "vocab", None)
    if about.fits_head(vocab):
        return f"body and head from {path.name}"
    why = ""
    if about.classes:
        is_same = about.classes == tuple(map(str, vocab or ()))
        why = (
            " (the file's is not the one that %learner makes)"
            if is_same
            else " (the file's is for other classes)"
        )
    return f"body from {path.name}, head new{why}"


def _whole_learner(file: WeightsFile, name: str) -> tuple[tuple[str, ...], list[Step]]:
    """The lines that load body and head."""

    def load(names: Mapping[str, Any]) -> Any:
        from safetensors.torch import load_model

        model = names[name].model
        wanted = model.state_dict()
        if any(key in wanted and wanted[key].shape != value.shape for key, value in file.state.items()):
            raise _another_net(file, file.state, wanted)
        try:
            return load_model(model, file.path)
        except RuntimeError:  # torch lists the parameters, all of them
            raise _another_net(file, file.state, wanted) from None

    text = f"load_model({name}.model, {file.path.as_posix()!r})"
    return ("from safetensors.torch import load_model",), [
        Step(Formula(text, load), comment="the head too: it was trained on these classes"),
        Step(call(f"{name}.freeze"), comment="the body is trained already"),
    ]


@dataclass(frozen=True)
class _Net:
    """A net with its own classifier, as its function makes it, and where fastai would cut it."""

    net: Any
    code: str
    cut: int | None


def _whole_net(arch_code: str, build: Any) -> _Net:
    """Make the net as fastai makes it, untrained."""
    from fastai.vision.learner import model_meta

    meta = model_meta.get(build, {})
    if "weights" in meta:
        return _Net(build(), f"{arch_code}()", meta.get("cut"))
    return _Net(build(pretrained=False), f"{arch_code}(pretrained=False)", meta.get("cut"))


def _fits(net: Any, state: Mapping[str, Any]) -> bool:
    """Whether a state dict names any parameter of the net, of the same shape."""
    wanted = net.state_dict()
    return any(key in wanted and wanted[key].shape == value.shape for key, value in state.items())


def _by_whole_net(file: WeightsFile, made: _Net, name: str) -> list[Step]:
    """fastai numbers the body's layers; loading them by name needs the whole net once more."""
    from fastai.vision.learner import create_body

    if not _fits(made.net, file.state):
        raise _another_net(file, file.state, made.net.state_dict())
    in_body = _body_parameters(made)
    keys = {key.split(".")[0] + "." for key in in_body}
    left_out = sorted({key.split(".")[0] + "." for key in file.state} - keys)
    kept = {key: value for key, value in file.state.items() if not key.startswith(tuple(left_out))}
    kept_code = (
        f"{{k: v for k, v in state.items() if not k.startswith({tuple(left_out)!r})}}"
        if left_out
        else "state"
    )
    body_code = f"create_body(net, cut={made.cut})" if made.cut is not None else "create_body(net)"

    def hand_over(names: Mapping[str, Any]) -> Any:
        return names[name].model[0].load_state_dict(create_body(names["net"], cut=made.cut).state_dict())

    return [
        Step(Formula(made.code, lambda _: made.net), "net"),
        Step(
            Formula(
                f"net.load_state_dict({kept_code}, strict=False)",
                lambda names: _load(names["net"], kept, file, in_body),
            )
        ),
        Step(Formula(f"{name}.model[0].load_state_dict({body_code}.state_dict())", hand_over)),
    ]


def _body_parameters(made: _Net) -> set[str]:
    """The names of the parameters that stay when fastai cuts the classifier off."""
    from fastai.vision.learner import create_body

    kept = {id(p) for p in create_body(made.net, cut=made.cut).parameters()}
    return {key for key, p in made.net.named_parameters() if id(p) in kept}


def _load(
    module: Any,
    state: Mapping[str, Any],
    file: WeightsFile,
    needed: set[str] | None = None,  # parameters that have to come from the file; None: all
) -> Any:
    """Load a state dict whole: half a pretrained net is worse than none."""
    wanted = module.state_dict()
    needed = needed if needed is not None else {key for key, _ in module.named_parameters()}
    missing = sorted(needed - set(state))
    if any(key in wanted and wanted[key].shape != value.shape for key, value in state.items()):
        raise _another_net(file, state, wanted)
    parts = {key.split(".")[0] for key in wanted}
    unknown = sorted(
        key
        for key in state
        if key not in wanted and key.split(".")[0] in parts and not key.startswith(CLASSIFIERS)
    )
    if unknown:
        raise FastaidError(
            f"{file.path} holds the weights of another net: {unknown[0]} is one of "
            f"{counted(len(unknown), 'parameter')} that this net has not.",
            "Name the net they were made by.",
        )
    if len(missing) == len(needed):
        raise _another_net(file, state, wanted)
    if missing:
        raise FastaidError(
            f"{file.path} lacks {counted(len(missing), 'parameter')} of the body, such as {missing[0]}.",
            f"It holds {listed(state, 3)}: is it the same architecture?",
        )
    return module.load_state_dict(state, strict=False)


def _another_net(file: WeightsFile, state: Mapping[str, Any], wanted: Mapping[str, Any]) -> FastaidError:
    unlike = next(
        (
            f"{name} is {tuple(value.shape)} in the file and {tuple(wanted[name].shape)} in the net"
            for name, value in state.items()
            if name in wanted and wanted[name].shape != value.shape
        ),
        f"it names {listed(state, 2)}, the net {listed(wanted, 2)}",
    )
    made_by = f": %learner {file.about.arch} --weights {file.path}" if file.about.arch.isidentifier() else "."
    return FastaidError(
        f"{file.path} holds the weights of another net: {unlike}.", f"Name the net they were made by{made_by}"
    )
