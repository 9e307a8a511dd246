"""Why cells fail: one file for each family of errors, one function for each cause.

A rule looks at the live objects of a scene and answers with a Diagnosis, or None where what it knows is
not what happened. Messages change with versions, and one message has several causes: a rule may use a
message to be quick, never to be sure.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import library
from fastaid.teach.scene import OF_TRAINING, Scene

Check = Callable[[Scene], Diagnosis | None]
# What any Python program can do wrong; where fastai or torch explains it too, theirs is the nearer cause.
GENERAL = ("libraries", "notebook", "python")


@dataclass(frozen=True)
class Rule:
    """One cause, and the errors it shows itself by."""

    name: str  # "shapes.lstm_in_sequential"
    check: Check
    errors: tuple[type[BaseException], ...]
    needs: str  # a library without which the cause cannot be

    @property
    def is_of_training(self) -> bool:
        """Whether it speaks of torch or fastai."""
        return self.needs.split(".")[0] in OF_TRAINING


def rule(*errors: type[BaseException], needs: str = "") -> Callable[[Check], Check]:
    """Mark a function as a rule for errors of these types."""

    def mark(check: Check) -> Check:
        family = check.__module__.rpartition(".")[2]
        check.rule = Rule(f"{family}.{check.__name__}", check, errors, needs)  # type: ignore[attr-defined]
        return check

    return mark


def rules_in(module: ModuleType) -> list[Rule]:
    """A family's rules in the order they are written, the more special first; another family's are not its own."""
    own = (held for held in vars(module).values() if getattr(held, "__module__", "") == module.__name__)
    return [held.rule for held in own if isinstance(getattr(held, "rule", None), Rule)]


@cache
def every_rule() -> tuple[Rule, ...]:
    """All families, the general ones last; imported at the first error, not before."""
    names = sorted(
        (one.name for one in pkgutil.iter_modules(__path__)),
        key=lambda name: (name.startswith(GENERAL), name),
    )
    return tuple(one for name in names for one in rules_in(importlib.import_module(f"{__name__}.{name}")))


def rules_for(error: BaseException) -> list[Rule]:
    """The rules that know errors of this type, where their library is loaded."""
    return [
        one
        for one in every_rule()
        if isinstance(error, one.errors) and (not one.needs or library(one.needs) is not None)
    ]
