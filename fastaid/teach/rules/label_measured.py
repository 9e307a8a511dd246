"""Measured numbers for labels of a CategoryBlock: each is a class of its own."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_anew import block_with
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.rules.in_workers import own_message
from fastaid.teach.rules.labels import categorize_at_work, vocab_held
from fastaid.teach.scene import Scene

UNKNOWN_LABEL = re.compile(r"Label '(-?\d+\.\d+(?:e[-+]?\d+)?)' was not included")
MAKERS = ("from_df", "from_csv", "from_folder", "from_name_func", "from_path_func", "from_lists")


@rule(KeyError, needs="fastai")
def number_for_a_class(scene: Scene) -> Diagnosis | None:
    """`CategoryBlock` with 0.5384 for a label."""
    held, _ = categorize_at_work(scene)
    found = UNKNOWN_LABEL.search(own_message(scene))
    if held is None or found is None or float(found[1]).is_integer():
        return None
    vocab = [str(one) for one in vocab_held(held)]
    if not vocab or not all(_is_measured(one) for one in vocab):
        return None
    fix = _as_regression(scene)
    return Diagnosis(
        f"The label {float(found[1]):.6g} of the validation set is no class of the training set: the labels are "
        "measured numbers.",
        f"CategoryBlock makes a class of each different number ({len(vocab)} of them in training). Numbers to predict "
        "need RegressionBlock.",
        fix or "RegressionBlock",
        "Write (and metrics such as `rmse` in place of accuracy):"
        if fix
        else "In `blocks`, in place of `CategoryBlock`:",
        card="regression-and-points",
    )


def _is_measured(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+\.\d+(e[-+]?\d+)?", text))


def _as_regression(scene: Scene) -> str:
    """The learner's line with RegressionBlock for the labels."""
    for tree in trees(scene):
        for line in ast.walk(tree):
            for node in ast.iter_child_nodes(line):
                node.parent = line  # type: ignore[attr-defined]
                if not isinstance(node, ast.Call):
                    continue
                if last_name(node.func) == "DataBlock":
                    given = next((one.value for one in node.keywords if one.arg == "blocks"), None)
                    if isinstance(given, (ast.Tuple, ast.List)) and given.elts:
                        kept = [ast.unparse(one) for one in given.elts[:-1]]
                        return block_with(scene, blocks=f"({', '.join([*kept, 'RegressionBlock'])})")
                if last_name(node.func) in MAKERS and "DataLoaders" in ast.unparse(node.func):
                    return anew(node, {"y_block": "RegressionBlock"})
    return ""
