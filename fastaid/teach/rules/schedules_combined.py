"""fastai's combine_scheds: the parts of a training that each schedule takes."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_code import parent
from fastaid.teach.scene import Scene

MODULE = "fastai.callback.schedule"


@rule(AssertionError, needs=MODULE)
def parts_of_the_whole(scene: Scene) -> Diagnosis | None:
    """The parts given to combine_scheds do not add up to 1."""
    inner, here = scene.last, scene.here
    if inner is None or here is None or inner.module != MODULE or inner.function != "combine_scheds":
        return None
    pcts: Any = inner.names.get("pcts")
    if type(pcts) not in (list, tuple) or not pcts or any(type(one) not in (int, float) for one in pcts):
        return None
    total = sum(pcts)
    if total == 1 or min(pcts) < 0:
        return None
    shown = " + ".join(str(one) for one in pcts)
    is_rounded = abs(total - 1) < 1e-9
    what = (
        f"The parts given to `combine_scheds`, {shown}, add up to {total!r}, not exactly 1."
        if is_rounded
        else f"The parts given to `combine_scheds` must add up to 1; {shown} = {total:g}."
    )
    cause = (
        "Decimal fractions are rounded in a computer, and fastai compares the sum with 1 exactly."
        if is_rounded
        else "Each number is the fraction of the training that its schedule lasts, and together they are all of it."
    )
    call = (
        here.call
        if here.call is not None and ast.unparse(here.call.func).endswith("combine_scheds")
        else None
    )
    fix, parts = "", _made_whole(list(pcts))
    if parts and call is not None:
        around, line = parent(call), with_argument(call, 0, "pcts", f"[{', '.join(parts)}]")
        is_kept = isinstance(around, ast.Assign) and around.value is call and len(around.targets) == 1
        fix = (
            f"{ast.unparse(around.targets[0])} = {line}"
            if is_kept and isinstance(around, ast.Assign)
            else line
        )
    how = "Let the last part be what is left:" if fix else "Choose fractions whose sum is 1."
    return Diagnosis(what, cause, fix, how, card="learning-rate-schedule")


def _made_whole(pcts: list[float]) -> list[str]:
    """The same parts with a sum of exactly 1, as code; none where no way was found."""
    total = sum(pcts)
    if total > 1 + 1e-9 and sum(pcts[:-1]) >= 1:
        pcts = [round(one / total, 2) for one in pcts]  # percents, or numbers of epochs
    first = [repr(one) for one in pcts[:-1]]
    exact = 1.0
    for one in pcts[:-1]:
        exact -= one
    for text, last in ((repr(round(exact, 6)), round(exact, 6)), (" - ".join(["1", *first]), exact)):
        if last > 0 and sum([*pcts[:-1], last]) == 1:
            return [*first, text]
    return []
