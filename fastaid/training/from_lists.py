"""Labels from a list beside a list of pictures: from_lists."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, a, counted
from fastaid.facts.code import Formula, Given, Step
from fastaid.training.items import (
    Items,
    bound_first,
    existing_folder,
    is_amount,
    is_several,
    label_problem,
    path_step,
)


def _as_list(values: Any, code: str) -> tuple[list[Any], str]:
    """A list in its order, and the code that makes a list of the learner's."""
    if hasattr(values, "columns"):
        raise FastaidError(
            f"{code} is no list but {a(values)}.", f"Name one column: {code}[{values.columns[0]!r}]"
        )
    is_list = hasattr(values, "__len__") and hasattr(values, "__getitem__") and not hasattr(values, "keys")
    if hasattr(values, "tolist"):
        # numpy's and pandas' own numbers would become classes of their own kind, and fastai asks a
        # Series for its row called 0.
        text = code if _is_simple(code) else f"({code})"
        return list(values.tolist()), f"{text}.tolist()"
    if isinstance(values, AbstractSet):
        raise FastaidError(
            f"{code} is {a(values)}, which has no order, so no label would stand beside its picture.",
            "Give lists in the same order, such as sorted(files) and a label for each.",
        )
    if isinstance(values, str | bytes) or not is_list:
        hint = (
            f"Write it as list({code})."
            if isinstance(values, Iterable) and not isinstance(values, str)
            else ""
        )
        raise FastaidError(
            f"{code} is no list but {a(values)}.", hint or "Give as many entries as there are pictures."
        )
    return list(values), code


def _is_simple(code: str) -> bool:
    """Whether `.name` can be written behind an expression as it is."""
    try:
        body = ast.parse(code, mode="eval").body
    except SyntaxError:
        return False
    return isinstance(body, ast.Name | ast.Attribute | ast.Subscript | ast.Call)


def _as_paths(values: Any, code: str) -> tuple[list[Path], str]:
    every, code_of_list = _as_list(values, code)
    for value in every:
        if not isinstance(value, str | Path):
            raise FastaidError(
                f"{code} holds {a(value)} ({value!r}), not the path of a picture.",
                "Give text or Paths, and the labels with --labels.",
            )
    return [Path(value) for value in every], code_of_list


def from_lists(
    path: Path,
    fnames: Any,
    labels: Any,
    fnames_code: str,
    labels_code: str,
    bad: AbstractSet[str] = frozenset(),
) -> Items:
    """Pictures and labels in two lists of the same length."""
    existing_folder(path)
    (files, names_text), (every, labels_text) = _as_paths(fnames, fnames_code), _as_list(labels, labels_code)
    if len(files) != len(every):
        raise FastaidError(
            f"{fnames_code} has {counted(len(files), 'picture')} and {labels_code} "
            f"{counted(len(every), 'label')}.",
            "They are read side by side and must be as long as each other.",
        )
    if not files:
        raise FastaidError(f"{fnames_code} is empty.", "Give at least two pictures.")
    are_there = any(os.path.isfile(f) for f in files)
    are_below = not are_there and any(os.path.isfile(path / f) for f in files)
    if not are_there and not are_below:
        raise FastaidError(
            f"None of the {counted(len(files), 'picture')} in {fnames_code} is there, such as {files[0]}.",
            f"Names are looked for in {Path.cwd()} and below {path}.",
        )
    again = bool(bad) or are_below
    # The labels first: they are often made of the names, which a line below may change.
    label_steps, targets = bound_first(labels_text, every, "labels", again)
    name_steps, names = bound_first(names_text, files, "fnames", again)
    steps = [*label_steps, *name_steps, path_step(path)]
    problem = label_problem(every, lambda i: f"{labels_code}[{i}] is")
    if are_below:
        files = [path / f for f in files]
        steps.append(Step(Formula(f"[path/f for f in {names.text}]", lambda _: files), "fnames"))
        names = Given("fnames", files)
    if bad:
        keep = [i for i, f in enumerate(files) if f.as_posix() not in bad]
        text = f"[i for i, f in enumerate({names.text}) if Path(f).as_posix() not in {sorted(bad)!r}]"
        steps.append(Step(Formula(text, lambda _: keep), "keep"))
        files, every = [files[i] for i in keep], [every[i] for i in keep]
        steps.append(Step(Formula(f"[{targets.text}[i] for i in keep]", lambda _: every), "labels"))
        steps.append(Step(Formula(f"[{names.text}[i] for i in keep]", lambda _: files), "fnames"))
        names, targets = Given("fnames", files), Given("labels", every)
        problem = label_problem(every, lambda i: f"{labels_code}[{keep[i]}] is")
    return Items(
        files,
        every,
        path,
        "from_lists",
        (("fnames", names), ("labels", targets)),
        tuple(steps),
        is_multi=bool(every) and is_several(every[0]),
        is_number=is_amount(every),
        problem=problem,
    )
