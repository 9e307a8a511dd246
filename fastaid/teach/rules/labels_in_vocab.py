"""A vocab that the learner gave, written as the labels are. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.in_workers import function_of, transform_lists
from fastaid.teach.rules.python_source import near
from fastaid.teach.scene import Scene

MAKING = "fastai.data.transforms"
BLOCKS = ("CategoryBlock", "MultiCategoryBlock")
MOST_READ = 20_000
MOST_NAMED = 12  # classes that are written out
LONGEST = 160


def not_in_the_vocab(scene: Scene, vocab: list[Any], wrong: Any) -> Diagnosis:
    """A label that the vocab given has not, or has otherwise: all of the labels are looked at, where they can be."""
    labels = _labels(scene)
    new = _mended(vocab, [*labels, *([] if wrong in labels else [str(wrong)])], bool(labels))
    close = did_you_mean(str(wrong), map(str, vocab), n=1) if isinstance(wrong, str) else ""
    there = f"The labels are {listed(map(repr, labels), 4)}." if len(labels) > 1 else ""
    is_spelling = len(new) == len(vocab)
    if new and len(new) <= MOST_NAMED:
        fix, how = _written(scene, repr(new)), "Write it as the labels are:" if is_spelling else "Add it:"
    else:
        fix = _written(scene, "")
        how = "Leave vocab= out: fastai collects the classes from the labels of the training set."
        how = how.replace(" set.", " set:") if fix else how
    return Diagnosis(
        f"The label {wrong!r} is not in the `vocab` that you gave: {listed(map(repr, vocab), 4)}.",
        " ".join(one for one in ("Every label must be in it, written the same way.", there or close) if one),
        fix,
        how,
        card="labels-and-vocab",
    )


def _labels(scene: Scene) -> list[str]:
    """The labels of all items, where functions of fastai alone read them; else none."""
    for one in transform_lists(scene):
        steps = stored(stored(one).get("tfms")).get("fs") or ()
        if not any(is_of(step, MAKING, "Categorize") for step in steps):
            continue
        items: Any = stored(one).get("items")
        read = [function_of(step) for step in steps if not is_of(step, MAKING, "Categorize")]
        own = [str(getattr(function, "__module__", "")).startswith("fastai.") for function in read]
        if len(read) != 1 or not all(own) or items is None:
            return []
        try:
            return sorted({str(read[0](item)) for item in islice(items, MOST_READ)})
        except Exception:  # noqa: BLE001  an item that it does not fit
            return []
    return []


def _mended(vocab: list[Any], labels: list[str], is_all: bool) -> list[str]:
    """The vocab with each word that only differs in its spelling as the labels have it; empty where that is unclear."""
    words = [str(one) for one in vocab]
    missing = [one for one in labels if one not in words]
    new = []
    for word in words:
        same = [one for one in missing if one.strip().casefold() == word.strip().casefold()]
        if not is_all and same and len(words) > 1:
            return []  # the other labels are not known, and are probably written like this one
        if (word not in labels and is_all) or same:
            same = same or near(word, missing, 0.75, 1)
        new.append(same[0] if same else word)
        missing = [one for one in missing if one not in same]
    return [*new, *missing]


def _written(scene: Scene, new: str) -> str:
    """The learner's line with another vocab, or ("") with none; the block alone where the line is long."""
    for tree in trees(scene):
        for node, call, keyword in _given(tree):
            if new and isinstance(keyword.value, ast.Name):
                return f"{keyword.value.id} = {new}"
            if new:
                keyword.value = ast.parse(new, mode="eval").body
            else:
                call.keywords = [one for one in call.keywords if one is not keyword]
            whole = ast.unparse(node)
            if len(whole) <= LONGEST and "\n" not in whole and last_name(call.func) not in BLOCKS:
                return whole
            return ast.unparse(call) if last_name(call.func) in BLOCKS else f"vocab={new}" if new else ""
    return f"vocab={new}" if new else ""


def _given(tree: ast.Module) -> Iterator[tuple[ast.stmt, ast.Call, ast.keyword]]:
    """Where the vocab was given: the statement, the call and the keyword."""
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Assign, ast.Expr, ast.Return)):
            continue
        for call in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
            yield from ((node, call, one) for one in call.keywords if one.arg == "vocab")
