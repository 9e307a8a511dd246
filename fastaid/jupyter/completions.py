"""Tab on a magic's line: options, forms, nets, metrics, data sets, and the notebook's own variables."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from IPython.core.completer import CompletionContext, SimpleCompletion, SimpleMatcherResult, context_matcher

from fastaid.help.objects import is_a

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

LINE = re.compile(r"^\s*(?:[\w, ]+=\s*)?%{1,2}(?P<magic>\w+)\s+(?P<rest>.*)$")
# Known without importing torchvision or fastai, which would freeze the first Tab for seconds.
NETS = (
    "resnet18", "resnet34", "resnet50", "resnet101", "resnet152", "resnext50_32x4d", "resnext101_32x8d",
    "wide_resnet50_2", "wide_resnet101_2", "xresnet18", "xresnet34", "xresnet50", "densenet121", "vgg16_bn",
    "squeezenet1_1", "alexnet",
)  # fmt: skip
METRICS = (
    "error_rate", "accuracy", "accuracy_multi", "top_k_accuracy", "F1Score", "F1ScoreMulti", "Precision", "Recall",
    "RocAuc", "RocAucBinary", "FBeta", "FBetaMulti", "BalancedAccuracy", "CohenKappa", "MatthewsCorrCoef",
    "HammingLoss", "Jaccard", "mse", "mae", "rmse", "R2Score",
)  # fmt: skip
DATA_SETS = (
    "pets", "mnist_sample", "mnist_tiny", "mnist", "cifar", "dogs", "planet_sample", "planet_tiny", "imagenette",
    "imagenette_160", "imagenette_320", "imagewoof", "imagewoof_160", "imagewoof_320", "caltech_101", "food",
    "cub_200_2011",
)  # fmt: skip

AUGMENT = ("aug_transforms()", "aug_transforms(do_flip=False)", "aug_transforms(flip_vert=True)")
MOST = 500  # names of a folder that are offered


def paths(fragment: str) -> list[str]:
    """What a folder holds that a path begun so may go on with; folders end in a slash."""
    base, slash, begun = fragment.rpartition("/")
    folder = Path((base + slash) or ".").expanduser()
    found = []
    with suppress(OSError, RuntimeError):
        for entry in sorted(folder.iterdir()):
            is_shown = entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            if is_shown and " " not in entry.name:
                found.append(f"{base}{slash}{entry.name}{'/' if entry.is_dir() else ''}")
    return found[:MOST]


def _inside(before: list[str], option: str) -> list[str]:
    """The folders, or the csv files, of the data's folder."""
    inside = paths(f"{before[1].rstrip('/')}/") if len(before) > 1 else []
    return [Path(one).name for one in inside if one.endswith(".csv" if option == "--csv-fname" else "/")]


def _columns(before: list[str]) -> list[str]:
    """The columns of the csv file that a line names, by its first line."""
    if before[0] != "from_csv" or len(before) < 2:
        return []
    name = before[before.index("--csv-fname") + 1] if "--csv-fname" in before[:-1] else "labels.csv"
    with suppress(OSError, UnicodeDecodeError, StopIteration), (Path(before[1]) / name).open() as file:
        return [column for column in next(csv.reader(file)) if column and " " not in column]
    return []


def _idle_options(form: str) -> set[str]:
    """The options that a form of %databunch does not read."""
    from fastaid.jupyter.data_request import OPTIONS

    every = {name for names in OPTIONS.values() for name in names}
    return {f"--{name.replace('_', '-')}" for name in every - set(OPTIONS.get(form, every))}


def _timm_names(fragment: str) -> list[str]:
    """timm's nets, once timm is loaded, which fastai does with its first import."""
    timm = sys.modules.get("timm")
    return list(timm.list_models(f"{fragment}*")) if timm and fragment else []


class Completions:
    """One matcher in the shell's completer, for the magics it is given."""

    def __init__(self, shell: InteractiveShell, magics: Sequence[Any]):
        self._shell = shell
        self._magics = {
            name: found for one in magics for kind in one.magics.values() for name, found in kind.items()
        }

        @context_matcher(identifier="fastaid_matcher", priority=150)
        def matcher(context: CompletionContext) -> SimpleMatcherResult:
            return self._match(context)

        self._matcher = matcher

    def open(self) -> None:
        """Complete from now on."""
        self._shell.Completer.custom_matchers.append(self._matcher)

    def close(self) -> None:
        """Complete no more."""
        matchers = self._shell.Completer.custom_matchers
        if self._matcher in matchers:
            matchers.remove(self._matcher)

    def _match(self, context: CompletionContext) -> SimpleMatcherResult:
        nothing: SimpleMatcherResult = {"completions": []}
        line = context.full_text.split("\n")[context.cursor_line][: context.cursor_position]
        found = LINE.match(line)
        magic = found and self._magics.get(found["magic"])
        if not found or magic is None:
            return nothing
        *before, fragment = re.split(r"\s+", found["rest"])
        candidates = self._candidates(found["magic"], magic, [word for word in before if word], fragment)
        matches = [SimpleCompletion(text=word) for word in candidates if word.startswith(fragment)]
        if not matches:
            return nothing
        # IPython would add whatever Python knows by that beginning: abs and all in a folder called "a".
        return {"completions": matches, "suppress": True, "matched_fragment": fragment}

    def _candidates(
        self, name: str, magic: Callable[..., Any], before: list[str], fragment: str
    ) -> list[str]:
        parser = magic.parser  # type: ignore[attr-defined]
        options = {option: action for action in parser._actions for option in action.option_strings}
        if fragment.startswith("-"):
            idle = _idle_options(before[0]) if name == "databunch" and before else set()
            return sorted(o for o in options if o.startswith("--") and o not in {*before, *idle})
        last = next((word for word in reversed(before) if word.startswith("--")), "")
        is_its_value = bool(before) and (
            before[-1] == last or (last == "--metrics" and before[-1] != "--code")
        )
        if last and is_its_value and options.get(last) is not None and options[last].nargs != 0:
            return self._values(last, before, fragment)
        return self._positional(name, before, fragment)

    def _values(self, option: str, before: list[str], fragment: str) -> list[str]:
        from fastaid.jupyter.data_request import NORMALIZE, RESIZE
        from fastaid.training.device import PRECISIONS

        match option:
            case "--resize":
                return list(RESIZE)
            case "--normalize":
                return list(NORMALIZE)
            case "--precision":
                return list(PRECISIONS)
            case "--learner":
                return self._own("fastai.learner", "Learner")
            case "--data":
                return self._own("fastai.data.core", "DataLoaders")
            case "--weights" | "--path" | "--test":
                return [*self._variables(), *paths(fragment)]
            case "--train" | "--valid" | "--folder" | "--csv-fname":
                return _inside(before, option)
            case "--fn-col" | "--label-col" | "--valid-col":
                return _columns(before)
            case "--func":
                return self._functions()
        known = {"--lr-max": ["auto"], "--base-lr": ["auto"], "--metrics": METRICS, "--augment": AUGMENT}
        return [*known.get(option, ()), *self._variables()]

    def _positional(self, name: str, before: list[str], fragment: str) -> list[str]:
        from fastaid.jupyter.data_request import FACTORIES

        if any(word.startswith("--") for word in before):
            return []
        match name, len(before):
            case "databunch", 0:
                return [*FACTORIES, *DATA_SETS]
            case "databunch", 1:
                return self._variables() if before[0] == "from_df" else self._places(fragment)
            case "learner", 0:
                return [*NETS, *_timm_names(fragment), *self._functions()]
            case "predict" | "load_learner", 0:
                return self._places(fragment)
        return self._variables() if not before else []

    def _places(self, fragment: str) -> list[str]:
        return [*self._variables(), *paths(fragment)]

    def _variables(self) -> list[str]:
        hidden = set(self._shell.user_ns_hidden)
        return [
            n for n in self._shell.user_ns if not n.startswith("_") and n not in hidden and n.isidentifier()
        ]

    def _functions(self) -> list[str]:
        import types

        names = self._shell.user_ns
        return [n for n in self._variables() if is_a(names[n], types.FunctionType)]

    def _own(self, module: str, kind: str) -> list[str]:
        """The notebook's variables of a type, without importing the module that defines it."""
        loaded = sys.modules.get(module)
        if loaded is None:
            return []
        wanted = getattr(loaded, kind)
        return [n for n in self._variables() if is_a(self._shell.user_ns[n], wanted)]
