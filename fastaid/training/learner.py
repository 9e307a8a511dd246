"""From an architecture's name to a fastai Learner, pretrained, from a file, or from scratch."""

from __future__ import annotations

import functools
import inspect
import logging
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError

from fastaid.errors import FastaidError, a, did_you_mean, listed
from fastaid.facts.code import IMPORT_FASTAI, Given, Name, Program, Step, call, code_of
from fastaid.training.device import device_name, device_of
from fastaid.training.fetched_weights import checked_weights
from fastaid.training.fit import check_batches
from fastaid.training.weights import load_steps, read_weights


@dataclass(frozen=True)
class Arch:
    """A net to start from: its function, or its name where timm makes it."""

    name: str
    code: Any  # as code: Name("resnet34"), or the text "resnet26d" that fastai hands to timm
    build: Any  # the function; None for timm
    is_own: bool = False  # the learner's function: what its weights are, only they know


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
    own: Any = None,  # what they have by that name: a function that makes a net
    is_pretrained: bool = False,  # what it will be called with
) -> Arch:
    """The net of that name: torchvision's, fastai's, timm's, or the learner's own function.

    Raises: FastaidError with the near names, or why theirs is none.
    """
    from fastai.vision import models

    plain = re.sub(r"^((torchvision\.)?models\.|timm[./])", "", word) if own is None else word
    found = getattr(models, plain, None) or _xresnets().get(plain)
    is_net = callable(found) and plain.islower()
    if _is_function(own) and not (is_net and own is found):
        named = getattr(own, "__name__", "")
        if own is (getattr(models, named, None) or _xresnets().get(named)):
            return find_arch(named)
        check_arch(word, own, is_pretrained)
        return Arch(named or word, Given(word, own), own, is_own=True)
    if is_net:
        return Arch(plain, Name(plain if _is_in_all(plain) else f"models.{plain}"), found)
    if own is not None:
        raise FastaidError(
            f"{word} is {a(own)}, and %learner takes the function that makes a net.",
            "Give a name, such as resnet34, or a function.",
        )
    in_timm = timm_names()
    # timm's names may carry a tag, which says what they were trained on: convnext_tiny.fb_in22k
    if plain.split(".")[0] in in_timm or plain.startswith(("hf_hub:", "hf-hub:")):
        return Arch(plain, plain, None)
    near = did_you_mean(plain, [*vision_names(), *in_timm])
    install = "" if in_timm else " Nets of timm need: pip install 'fastaid[timm]'."
    raise FastaidError(
        f"There is no net called '{word}'.", (near or "The course uses resnet34 and resnet50.") + install
    )


def _is_function(own: Any) -> bool:
    """Whether something makes a net when it is called; a Learner and a net itself are callable too."""
    return isinstance(own, type | functools.partial) or inspect.isroutine(own)


def check_arch(word: str, own: Any, is_pretrained: bool = False) -> None:
    """Make a learner's own net once, as fastai will, to say in a sentence what is wrong with it.

    A pretrained one, which may take long to make, is only looked at. Leaves the random numbers as they
    were. What the function itself raises stays as it is.
    Raises: FastaidError where it does not take `pretrained`, or makes no net.
    """
    import torch

    how = f"Write it as def {word.rpartition('.')[2]}(pretrained=False): … and return the net."
    try:
        inspect.signature(own).bind(pretrained=False)
    except ValueError:
        return
    except TypeError:
        raise FastaidError(f"{word} cannot be called with `pretrained`, as fastai does.", how) from None
    if getattr(own, "__module__", "") in ("fastai.vision.learner", "fastai.learner"):
        raise FastaidError(f"{word} makes a learner, not a net.", "Give a net, such as resnet34.")
    if is_pretrained:
        return
    try:
        with torch.random.fork_rng(devices=[]):
            net = own(pretrained=False)
    except TypeError:
        if not isinstance(own, type):
            raise  # its own mistake keeps its own traceback
        raise FastaidError(f"{word} cannot be called with `pretrained`, as fastai does.", how) from None
    if not isinstance(net, torch.nn.Module):
        raise FastaidError(f"{word}(pretrained=False) gives {a(net)}, not a net.", how)


def _xresnets() -> dict[str, Any]:
    from fastai.vision.models import xresnet

    return {name: getattr(xresnet, name) for name in xresnet.__all__ if name.startswith(("xres", "xse"))}


def _is_in_all(word: str) -> bool:
    """Whether `from fastai.vision.all import *` brings the name."""
    import fastai.vision.all as fastai_names

    return hasattr(fastai_names, word)


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
        vocab = getattr(dls, "vocab", None)
        imports, loading = load_steps(
            file, code_of(options.arch.code), options.arch.build, options.name, vocab
        )
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

    Downloads the pretrained weights the first time.
    Raises: FastaidError where weights cannot be had, with the ways out. Source: fastai 2.8 `vision_learner`.
    """
    import fastai.vision.all as fastai_names

    check_batches(dls)
    names = dict(vars(fastai_names))
    with warnings.catch_warnings(), _retries_unsaid(), checked_weights(options.arch.name):
        # torchvision warns of the `pretrained` keyword that fastai still uses for nets it has no entry for.
        warnings.filterwarnings("ignore", message=".*'pretrained'.*", module="torchvision")
        warnings.filterwarnings("ignore", message="Arguments other than a weight enum", module="torchvision")
        try:
            program = learner_program(dls, dls_code, options)
            program.run(names)
        except (URLError, ConnectionError, TimeoutError) as error:
            raise _no_weights(options, error) from error
        except OSError as error:
            if options.arch.build is None and options.is_pretrained:
                raise _no_weights(options, error) from error
            raise
        except StopIteration:
            # fastai cuts a net at its last pooling layer.
            raise FastaidError(
                f"{options.arch.name} has no pooling layer where fastai could cut off its head.",
                "Take a ResNet, or a net of timm's, which fastai cuts otherwise: vit_small_patch16_224",
            ) from None
    return names[options.name], program


@contextmanager
def _retries_unsaid() -> Iterator[None]:
    """Without a network the hub's client writes a line a retry; the sentence that comes then says it all."""
    logger = logging.getLogger("huggingface_hub")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _no_weights(options: LearnerOptions, error: Exception) -> FastaidError:
    import torch

    name = options.arch.name
    reason = getattr(error, "reason", None) or type(error).__name__
    cache = Path(torch.hub.get_dir()) / "checkpoints"
    way = (
        f"copy {_weights_file(name)} to {cache}"
        if options.arch.build is not None
        else "go online once (timm keeps what it fetched)"
    )
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


def _metric_name(metric: Any) -> str:
    """A metric's name; fastai 2.8 asks a function for its own, which a loss given as a metric has not."""
    try:
        return str(metric.name).lstrip("_")
    except AttributeError:
        return type(metric.func).__name__


def describe_learner(learn: Any) -> str:
    """A learner in a line, for when a cell ends with it."""
    arch = getattr(learn, "arch", None)
    name = arch if isinstance(arch, str) else getattr(arch, "__name__", type(learn.model).__name__)
    metrics = listed(_metric_name(metric) for metric in learn.metrics)
    n = sum(p.numel() for p in learn.model.parameters())
    return (
        f"{type(learn).__name__}: {name}, {n:,} parameters"
        + (f", metrics {metrics}" if metrics else "")
        + f", {device_name(device_of(learn))}"
    )
