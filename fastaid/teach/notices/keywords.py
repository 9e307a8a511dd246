"""Keywords that a call takes and nobody reads."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_of, library

FACTORIES = (
    "from_folder", "from_df", "from_csv", "from_name_func", "from_name_re", "from_path_func", "from_path_re",
    "from_lists", "from_label_func", "from_dblock", "from_dsets", "dataloaders", "weighted_dataloaders",
    "partial_dataloaders",
)  # fmt: skip
# What the 2019 course gave these calls, and what does it in fastai 2.
OLDER = {
    "ds_tfms": "`item_tfms=Resize(224), batch_tfms=aug_transforms()`",
    "tfms": "`item_tfms=Resize(224), batch_tfms=aug_transforms()`",
    "size": "`item_tfms=Resize(224)`",
    "test": "`dls.test_dl(files)` later",
    "no_check": "nothing",
    "resize_method": "`item_tfms=Resize(224, method='squish')`",
    "padding_mode": "`pad_mode` of Resize or aug_transforms",
    "bptt": "`seq_len=`",
    "pct_val": "`valid_pct=`",
    "test_df": "`dls.test_dl(df)` later",
    "dep_var": "`y_names=`",
    "sep": "`label_delim=`",
    "label_from_folder": "nothing",
    "normalize": "`batch_tfms=Normalize.from_stats(*imagenet_stats)`",
    "dl_tfms": "`batch_tfms=`",
    "text_cols": "`text_col=`",
    "label_cols": "`label_col=`",
    "vocab": "`text_vocab=`",
    "rating": "`rating_name=`",
    "fn_name": "`fn_col=`",
    "transforms": "`item_tfms=` and `batch_tfms=`",
    "transform": "`item_tfms=` and `batch_tfms=`",
}


@check(*FACTORIES, needs="fastai")
def ignored(cell: Cell) -> Iterator[Notice]:
    """A keyword that no function of the chain knows: it goes through every **kwargs and is dropped."""
    for call in cell.calls(*FACTORIES):
        if not isinstance(call.func, ast.Attribute):
            continue
        called = _factory(cell, call.func)
        if called is None or any(one.arg == "dl_type" for one in call.keywords):
            continue
        known = _parameters(called) | _loaders_parameters()
        unknown = [
            one.arg
            for one in call.keywords
            if one.arg and one.arg not in known and not _is_for_valid(one.arg, known)
        ]
        if unknown:
            name = f"{text_of(call.func)}"
            yield Notice(_text(unknown, name, known), hash((name, tuple(unknown))), card="dataloaders")


def _text(unknown: list[str], name: str, known: frozenset[str]) -> str:
    words = listed([f"`{one}=`" for one in unknown])
    verb = "is no argument" if len(unknown) == 1 else "are no arguments"
    older = [one for one in unknown if one in OLDER]
    whose = (
        " (it is one of fastai 1)"
        if older and len(unknown) == 1
        else " (they are of fastai 1)"
        if older
        else ""
    )
    instead = [f"{OLDER[one]} for `{one}`" for one in older if OLDER[one] != "nothing"]
    ends = [text for one in unknown if one not in OLDER and (text := did_you_mean(one, known, n=1))]
    if instead:
        ends.append(f"Use {listed(instead)}.")
    if not ends:
        ends.append("Take it out, or look at the call's own arguments.")
    return f"{words} {verb} of `{name}`{whose}: silently ignored, without effect. {' '.join(ends)}"


def _factory(cell: Cell, func: ast.Attribute) -> Callable[..., Any] | None:
    """fastai's function itself, where the object that it is called on is of fastai's own classes."""
    holder = cell.value(func.value)
    kind = holder if isinstance(holder, type) else type(holder)
    if not kind.__module__.startswith("fastai."):
        return None
    is_known = (isinstance(holder, type) and "DataLoaders" in kind.__name__) or func.attr.endswith(
        "dataloaders"
    )
    if is_known and not isinstance(holder, type):
        is_known = is_of(holder, "fastai.data.block", "DataBlock") or is_of(
            holder, "fastai.data.core", "FilteredBase"
        )
        is_known = is_known and not _has_own_loader(holder)
    found = getattr(kind, func.attr, None) if is_known else None
    return found if callable(found) else None


def _has_own_loader(holder: Any) -> bool:
    """A data loader that the learner wrote may read keywords of its own."""
    kind = (
        vars(holder).get("dl_type") or vars(holder).get("_dl_type") or getattr(type(holder), "_dl_type", None)
    )
    return isinstance(kind, type) and not kind.__module__.startswith("fastai.")


def _is_for_valid(word: str, known: frozenset[str]) -> bool:
    return word.startswith("val_") and word[4:] in known


@cache
def _parameters(called: Callable[..., Any]) -> frozenset[str]:
    found = set(inspect.signature(called).parameters)
    inner = getattr(called, "__func__", called)
    code = getattr(inspect.unwrap(inner), "__code__", None)
    if code is not None:
        found |= set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
        # from_name_re hands its keywords on to from_name_func, that to from_path_func.
        owner = getattr(called, "__self__", None)
        for name in set(code.co_names) & set(FACTORIES) - {code.co_name}:
            further = getattr(owner, name, None)
            found |= _parameters(further) if callable(further) else set()
    return frozenset(found - {"self", "cls", "kwargs"})


@cache
def _loaders_parameters() -> frozenset[str]:
    """What the functions and data loaders read to which the keywords are handed on."""
    found: set[str] = set()
    places = (
        ("fastai.data.block", "DataBlock", "dataloaders"),
        ("fastai.data.core", "FilteredBase", "dataloaders"),
        ("fastai.data.core", "DataLoaders", "from_dblock"),
        ("fastai.data.core", "DataLoaders", "from_dsets"),
        ("fastai.data.core", "TfmdDL", "__init__"),
        ("fastai.data.load", "DataLoader", "__init__"),
        ("fastai.text.data", "SortedDL", "__init__"),
        ("fastai.text.data", "LMDataLoader", "__init__"),
        ("fastai.tabular.core", "TabDataLoader", "__init__"),
        ("fastai.callback.data", "WeightedDL", "__init__"),
        ("fastai.callback.data", "PartialDL", "__init__"),
    )
    for module, kind, method in places:
        held = getattr(getattr(library(module), kind, None), method, None)
        if held is not None:
            found |= _parameters(held)
    return frozenset(found | {"wgts", "partial_n"})
