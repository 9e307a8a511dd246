"""From an architecture's name to a fastai Learner, pretrained, from a file, or from scratch."""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError

from fastaid.errors import FastaidError, did_you_mean, listed
from fastaid.facts.code import IMPORT_FASTAI, Given, Name, Program, Step, call, code_of
from fastaid.training.device import device_name, device_of
from fastaid.training.weights import load_steps, read_weights


@dataclass(frozen=True)
class Arch:
    """A net to start from: its function, or its name where timm makes it."""

    name: str
    code: Any  # as code: Name("resnet34"), or the text "resnet26d" that fastai hands to timm
    build: Any  # the function; None for timm


@dataclass(frozen=True)
class LearnerOptions:
    """What `%learner` was asked for."""

    arch: Arch
    metrics: tuple[Any, ...] = ()  # as code: Name("error_rate") or Given("F1Score()", …)
    weights: Path | None = None
    is_pretrained: bool = True
    normalize: bool | None = None  # None: fastai's own choice
    lr: float | None = None
    wd: float | None = None
    name: str = "learn"  # the variable that the program binds


def vision_names() -> list[str]:
    """The torchvision nets that fastai offers by name."""
    from fastai.vision import models

    return sorted(
        name
        for name, what in vars(models).items()
        if callable(what) and name.islower() and not name.startswith("_")
    )


def timm_names() -> list[str]:
    """The nets of timm, or nothing where timm is not installed."""
    try:
        import timm
    except ModuleNotFoundError:
        return []
    return list(timm.list_models())


def find_arch(
    word: str,  # as the learner wrote it
    own: Any = None,  # a function of theirs by that name, or None
) -> Arch:
    """The net of that name: the learner's own function, torchvision's, or timm's.

    Raises: FastaidError with the near names.
    """
    from fastai.vision import models

    found = getattr(models, word, None)
    if callable(own) and own is not found:
        return Arch(word, Given(word, own), own)
    if callable(found) and word.islower():
        return Arch(word, Name(word if _is_in_all(word) else f"models.{word}"), found)
    name = word.removeprefix("timm/")
    in_timm = timm_names()
    if name in in_timm:
        return Arch(name, name, None)
    near = did_you_mean(word, [*vision_names(), *in_timm])
    install = "" if in_timm else " Nets of timm need: pip install 'fastaid[timm]'."
    raise FastaidError(
        f"There is no net called '{word}'.", (near or "The course uses resnet34 and resnet50.") + install
    )


def _is_in_all(word: str) -> bool:
    """Whether `from fastai.vision.all import *` brings the name."""
    import fastai.vision.all as fastai_names

    return hasattr(fastai_names, word)


def find_metric(word: str) -> Name:
    """A metric of fastai's by name.

    Raises: FastaidError with the near names.
    """
    import fastai.metrics as metrics

    if word in metrics.__all__:
        return Name(word)
    raise FastaidError(
        f"There is no metric called '{word}'.",
        did_you_mean(word, metrics.__all__) or "The course uses error_rate and accuracy.",
    )


def learner_program(dls: Any, dls_code: str, options: LearnerOptions) -> Program:
    """The lines of fastai that make the learner."""
    on_gpu = getattr(dls.device, "type", "") == "cuda"
    is_pretrained = options.is_pretrained and options.weights is None
    folder = learner_folder(dls)
    build = call(
        "vision_learner",
        Given(dls_code, dls),
        options.arch.code,
        metrics=list(options.metrics) or None,
        pretrained=None if is_pretrained else False,
        normalize=options.normalize,
        lr=options.lr,
        wd=options.wd,
        path=None if folder is None else call("Path", folder.as_posix()),
    )
    steps = [Step(build, options.name)]
    imports: tuple[str, ...] = ()
    if options.weights is not None:
        file = read_weights(options.weights)
        imports, loading = load_steps(file, code_of(options.arch.code), options.arch.build, options.name)
        steps += loading
    if on_gpu:
        steps.append(Step(call(f"{options.name}.to_fp16"), comment="mixed precision, since there is a GPU"))
    return Program(tuple(steps), (IMPORT_FASTAI, *imports))


def learner_folder(dls: Any) -> Path | None:
    """Where a learner can save: None for fastai's own choice (beside the data), else here."""
    path = Path(getattr(dls, "path", "."))
    return None if path.is_dir() and os.access(path, os.W_OK) else Path()


def build_learner(dls: Any, dls_code: str, options: LearnerOptions) -> tuple[Any, Program]:
    """Make the learner by running the program that `--code` prints.

    Raises: FastaidError where weights cannot be had, with the ways out.
    """
    import fastai.vision.all as fastai_names

    _check_classes(dls)
    program = learner_program(dls, dls_code, options)
    names = dict(vars(fastai_names))
    with warnings.catch_warnings():
        # torchvision warns of the `pretrained` keyword that fastai still uses for nets it has no entry for.
        warnings.filterwarnings("ignore", message=".*'pretrained'.*", module="torchvision")
        warnings.filterwarnings("ignore", message="Arguments other than a weight enum", module="torchvision")
        try:
            program.run(names)
        except (URLError, ConnectionError, TimeoutError) as error:
            raise _no_weights(options, error) from error
        except OSError as error:
            if options.arch.build is None and options.is_pretrained:
                raise _no_weights(options, error) from error
            raise
    return names[options.name], program


def _check_classes(dls: Any) -> None:
    if not len(dls.train):
        raise FastaidError(
            f"The training part has {len(dls.train_ds)} pictures and a batch {dls.bs}: there is no full batch.",
            "Build the data again with a smaller --bs.",
        )


def _no_weights(options: LearnerOptions, error: Exception) -> FastaidError:
    import torch

    name = options.arch.name
    reason = getattr(error, "reason", None) or type(error).__name__
    cache = Path(torch.hub.get_dir()) / "checkpoints"
    way = f"copy {_weights_file(name)} to {cache}" if options.arch.build is not None else "go online once"
    return FastaidError(
        f"{name}'s pretrained weights are not on this machine and could not be downloaded ({reason}).",
        f"Ways out: {way}; give a file (--weights FILE); or start from scratch (--no-pretrained).",
    )


def _weights_file(name: str) -> str:
    import torchvision

    try:
        url = torchvision.models.get_model_weights(name).DEFAULT.url
    except (ValueError, AttributeError):
        return "its weights"
    return str(url).rsplit("/", 1)[-1]


def describe_learner(learn: Any) -> str:
    """A learner in a line, for when a cell ends with it."""
    arch = getattr(learn, "arch", None)
    name = arch if isinstance(arch, str) else getattr(arch, "__name__", type(learn.model).__name__)
    metrics = listed(metric.name for metric in learn.metrics)
    n = sum(p.numel() for p in learn.model.parameters())
    return (
        f"{type(learn).__name__}: {name}, {n:,} parameters"
        + (f", metrics {metrics}" if metrics else "")
        + f", {device_name(device_of(learn))}"
    )
