"""train_test_split hands out both parts of the first array, then both of the second; the names stand otherwise."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Scene, latest_first

PART = re.compile(r"_?(train(?:ing)?|trn|tr|test|tst|te|valid(?:ation)?|val|dev)_?", re.I)
OTHER_CAUSES = re.compile(r"could not convert|NaN|infinity|not fitted|Unknown label type|stratify", re.I)


def _split(scene: Scene) -> tuple[ast.Call, list[str]] | None:
    """The latest train_test_split of several arrays, and the names of its parts."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Tuple):
                continue
            call, names = node.value, [text_of(one) for one in node.targets[0].elts]
            if isinstance(call, ast.Call) and last_name(call.func) == "train_test_split":
                is_full = len(call.args) >= 2 and len(names) == 2 * len(call.args)
                return (call, names) if is_full and all(one.isidentifier() for one in names) else None
    return None


def _role(name: str) -> tuple[str, str]:
    """What a name stands for: "X_train" → ("X", "train")."""
    found = PART.search(name)
    if found is None:
        return name, ""
    part = "train" if found[1].lower().startswith("tr") else "test"
    return (name[: found.start()] + name[found.end() :]).lower(), part


def _right_order(names: list[str], arrays: list[str]) -> list[str]:
    """The names as train_test_split hands out; empty where they stand so, or cannot be told."""
    roles = [_role(one) for one in names]
    keys = list(dict.fromkeys(key for key, _ in roles))
    if any(not part for _, part in roles) or len(set(roles)) != len(names) or len(keys) != len(arrays):
        return []
    lower = [one.lower() for one in arrays]
    if set(keys) == set(lower):
        keys = lower
    wanted = [(key, part) for key in keys for part in ("train", "test")]
    order = [names[roles.index(one)] for one in wanted if one in roles]
    return order if len(order) == len(names) and order != names else []


@rule(ValueError, TypeError, IndexError, needs="sklearn")
def names_of_the_parts(scene: Scene) -> Diagnosis | None:
    """`X_train, y_train, X_test, y_test = train_test_split(X, y)`."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or scene.within("sklearn") is None or OTHER_CAUSES.search(scene.message):
        return None
    found = _split(scene)
    given = [text_of(one) for one in call.args]
    if found is None or not set(given) & set(found[1]):
        return None
    split, names = found
    arrays = [text_of(one) for one in split.args]
    order = _right_order(names, arrays)
    hands = ", ".join(f"both parts of `{one}`" for one in arrays)
    if order:
        i = next(i for i, one in enumerate(order) if one != names[i])
        part = "test" if i % 2 else "train"
        return Diagnosis(
            f"`train_test_split` gives {hands}, in this order; the names are `{', '.join(names)}`.",
            f"So `{names[i]}` holds the {part} part of `{arrays[i // 2]}`, and what belongs together has other names.",
            f"{', '.join(order)} = {text_of(split, 300)}",
            "Write the names in the order of the parts (first train, then test, of each array):",
        )
    first, second = [*given, "", ""][:2]
    if first in names and second in names and names.index(first) // 2 == names.index(second) // 2:
        other = names[(names.index(first) + 2) % len(names)]
        return Diagnosis(
            f"`{first}` and `{second}` are the two parts of `{arrays[names.index(first) // 2]}`.",
            "Features and answers of the same rows are needed: the same part of both arrays.",
            replaced(here, call.args[1], other),
            "Give it the answers that belong to them:",
        )
    return None
