"""Tab on a magic's line: options, forms, nets, metrics, data sets, and the notebook's own variables."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from IPython.core.completer import CompletionContext, SimpleCompletion, SimpleMatcherResult, context_matcher

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
        candidates = self._candidates(found["magic"], magic, before, fragment)
        matches = [SimpleCompletion(text=word) for word in candidates if word.startswith(fragment)]
        if not matches:
            return nothing
        # Where a variable may stand, so may a path, which IPython completes.
        is_ours_alone = not any(one.text in self._shell.user_ns for one in matches)
        return {"completions": matches, "suppress": is_ours_alone, "matched_fragment": fragment}

    def _candidates(
        self, name: str, magic: Callable[..., Any], before: list[str], fragment: str
    ) -> list[str]:
        parser = magic.parser  # type: ignore[attr-defined]
        options = {option: action for action in parser._actions for option in action.option_strings}
        if fragment.startswith("-"):
            used = set(before)
            return sorted(o for o in options if o.startswith("--") and o not in used)
        last = next((word for word in reversed(before) if word.startswith("--")), "")
        is_its_value = bool(before) and (
            before[-1] == last or (last == "--metrics" and before[-1] != "--code")
        )
        if last and is_its_value and options.get(last) is not None and options[last].nargs != 0:
            return self._values(last)
        return self._positional(name, [word for word in before if word])

    def _values(self, option: str) -> list[str]:
        from fastaid.jupyter.data_request import NORMALIZE, RESIZE

        known: dict[str, Sequence[str]] = {
            "--resize": RESIZE,
            "--normalize": NORMALIZE,
            "--precision": ("auto", "fp32", "fp16", "bf16"),
            "--lr-max": ("auto",),
            "--base-lr": ("auto",),
            "--metrics": METRICS,
            "--learner": self._own("fastai.learner", "Learner"),
            "--data": self._own("fastai.data.core", "DataLoaders"),
        }
        return [*known.get(option, ()), *([] if option in ("--learner", "--data") else self._variables())]

    def _positional(self, name: str, before: list[str]) -> list[str]:
        from fastaid.jupyter.data_request import FACTORIES

        if name == "databunch" and not before:
            return [*FACTORIES, *DATA_SETS]
        if name == "learner" and not before:
            return [*NETS, *self._functions()]
        return self._variables() if not any(word.startswith("--") for word in before) else []

    def _variables(self) -> list[str]:
        hidden = set(self._shell.user_ns_hidden)
        return [
            n for n in self._shell.user_ns if not n.startswith("_") and n not in hidden and n.isidentifier()
        ]

    def _functions(self) -> list[str]:
        import types

        names = self._shell.user_ns
        return [n for n in self._variables() if isinstance(names[n], types.FunctionType)]

    def _own(self, module: str, kind: str) -> list[str]:
        """The notebook's variables of a type, without importing the module that defines it."""
        loaded = sys.modules.get(module)
        if loaded is None:
            return []
        wanted = getattr(loaded, kind)
        return [n for n in self._variables() if isinstance(self._shell.user_ns[n], wanted)]
