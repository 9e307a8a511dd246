"""From checked items to fastai DataLoaders, and the lines of fastai that do the same."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, counted, listed
from fastaid.facts.code import Call, Given, Name, Program, Spread, Step, call
from fastaid.facts.data_report import DataReport, Finding, Part, header_findings, label_findings, size_range
from fastaid.training.inspect_data import (
    Progress,
    leak_findings,
    read_headers,
    same_pictures,
    unreadable_finding,
)
from fastaid.training.items import Items, existing_folder, pictures_in

DEFAULT_BS = 64
Collect = Callable[[frozenset[str]], Items]


@dataclass(frozen=True)
class DataOptions:
    """What all seven forms of `%databunch` share."""

    size: int | tuple[int, int] = 224  # pixels: a side, or (height, width)
    bs: int | None = None  # pictures a batch; None: 64, or less where there are fewer
    valid_pct: float = 0.2
    seed: int | None = 42
    test: Path | None = None
    resize: str = "crop"
    augment: Any = True  # True: aug_transforms(); False: none; else the learner's own, as Given
    normalize: str = "imagenet"
    num_workers: int | None = None  # None: fastai's own choice
    skip_bad: bool = False
    name: str = "dls"  # the variable that the program binds
    path_code: Any = None  # how a learner would get the folder, where that is more than its name


@dataclass(frozen=True)
class Data:
    """What `%databunch` made: the DataLoaders, the report, and the program that makes them again."""

    dls: Any
    report: DataReport
    program: Program


@dataclass(frozen=True)
class _Checked:
    """Items that are known to be readable and split."""

    items: Items
    train: list[int]
    valid: list[int]
    bs: int
    report: DataReport
    vocab: list[Any] | None  # given where fastai's own would lack a class


def plan_data(
    collect: Collect,  # gives the items, less the files it is told to leave out
    options: DataOptions,
    on_progress: Progress | None = None,
) -> tuple[Program, DataReport]:
    """Check pictures, labels and options, and write the program; nothing is decoded or built yet.

    Raises: FastaidError for anything that would make fastai fail or train on nothing.
    """
    checked = _check(collect, options, on_progress)
    return _program(checked, options), checked.report


def build_data(
    collect: Collect,
    options: DataOptions,
    on_progress: Progress | None = None,
) -> Data:
    """Check, then build the DataLoaders by running the program that `--code` prints."""
    import fastai.vision.all as fastai_names

    program, report = plan_data(collect, options, on_progress)
    names = dict(vars(fastai_names))
    program.run(names)
    dls = names[options.name]
    return Data(dls, _measured(report, dls, options), program)


def _check(collect: Collect, options: DataOptions, on_progress: Progress | None) -> _Checked:
    start = time.perf_counter()
    items = collect(frozenset())
    headers, unreadable = read_headers(items.files, on_progress)
    if unreadable and not options.skip_bad:
        raise FastaidError(
            unreadable_finding(unreadable, were_skipped=False)[0].sentence,
            "Add --skip-bad to leave them out, or delete them.",
        )
    if unreadable:
        items = collect(_as_named(items, unreadable))
    train, valid = _split(items, options)
    labels = [_as_words(label, items) for label in items.labels]
    in_train, in_valid = [labels[i] for i in train], [labels[i] for i in valid]
    findings = unreadable_finding(unreadable, were_skipped=True)
    findings += [Finding("split", "note", note[0].upper() + note[1:] + ".") for note in items.notes]
    if not items.is_number:
        findings += label_findings(in_train, in_valid, items.known_classes, items.is_multi)
    findings += leak_findings(same_pictures([items.files[i] for i in train], [items.files[i] for i in valid]))
    findings += header_findings({f: headers[f] for f in items.files}, _side(options.size))
    bs, finding = _batch_size(options.bs, len(train))
    findings += finding
    parts = [
        Part("train", len(train), _counts(in_train, items)),
        Part("valid", len(valid), _counts(in_valid, items)),
        *_test_part(options.test, {word for label in labels for word in label}),
    ]
    report = DataReport(
        title=_title(items),
        parts=tuple(parts),
        classes=tuple(sorted({word for label in labels for word in label})) if not items.is_number else (),
        sizes=size_range(headers[f] for f in items.files),
        item="",
        bs=bs,
        normalization="",
        device="",
        findings=tuple(findings),
        seconds=time.perf_counter() - start,
        n_checked=len(headers) + len(unreadable),
    )
    return _Checked(items, train, valid, bs, report, _vocab(items, train))


def _as_named(items: Items, files: dict[Path, str]) -> frozenset[str]:
    """Files as the source names them: below its folder, or as they stand in a list or table."""
    if items.get_y is not None:
        return frozenset(f.relative_to(items.path).as_posix() for f in files)
    return frozenset(f.as_posix() for f in files)


def _as_words(label: Any, items: Items) -> tuple[str, ...]:
    return tuple(str(word) for word in label) if items.is_multi else (str(label),)


def _split(items: Items, options: DataOptions) -> tuple[list[int], list[int]]:
    from fastai.data.transforms import RandomSplitter

    n = len(items.files)
    if items.splits is not None:
        train, valid = items.splits
    else:
        if not 0 < options.valid_pct < 1:
            raise FastaidError(
                f"--valid-pct {options.valid_pct} is no share.", "Give a number between 0 and 1, such as 0.2."
            )
        train, valid = (
            [int(i) for i in part] for part in RandomSplitter(options.valid_pct, options.seed)(items.files)
        )
    if not train or not valid:
        empty = "training" if not train else "validation"
        raise FastaidError(
            f"{counted(n, 'picture')} in all, and none is left for the {empty} part.",
            "Add pictures, or change --valid-pct." if items.splits is None else "Mark some in --valid-col.",
        )
    return train, valid


def _batch_size(asked: int | None, n_train: int) -> tuple[int, list[Finding]]:
    """The batch size, lowered where nobody asked for one that is too big; fastai drops part batches."""
    if asked is not None and asked < 1:
        raise FastaidError(f"--bs {asked} is no batch size.", "Give 1 or more, such as 16.")
    fits = max(2 ** ((n_train // 2 or 1).bit_length() - 1), 1)
    if asked is not None:
        if asked > n_train:
            raise FastaidError(
                f"--bs {asked} is more than the {counted(n_train, 'training picture')}: no batch would be "
                "full, and fastai trains on full batches only.",
                f"Use --bs {fits}.",
            )
        return asked, []
    if n_train >= DEFAULT_BS:
        return DEFAULT_BS, []
    sentence = f"Only {counted(n_train, 'training picture')}, so a batch has {fits} instead of {DEFAULT_BS}."
    return fits, [Finding("small-batch", "note", sentence)]


def _counts(labels: Sequence[Sequence[str]], items: Items) -> tuple[tuple[str, int], ...]:
    if items.is_number:
        return ()
    return tuple(sorted(Counter(word for label in labels for word in label).items()))


def _test_part(test: Path | None, classes: set[str]) -> list[Part]:
    if test is None:
        return []
    files = pictures_in(existing_folder(test))
    counts = Counter(f.parent.name for f in files)
    # A test part is not labelled; folders named like the classes tell all the same.
    return [Part("test", len(files), tuple(sorted(counts.items())) if set(counts) <= classes else ())]


def _title(items: Items) -> str:
    where = items.path.resolve().name or str(items.path)
    kind = "numbers to predict" if items.is_number else "several labels a picture" if items.is_multi else ""
    return f"{counted(len(items.files), 'picture')} of {where}" + (f", {kind}" if kind else "")


def _vocab(items: Items, train: Sequence[int]) -> list[Any] | None:
    """All classes, where some are not in train: fastai takes its own from there and fails later."""
    if items.is_number:
        return None
    flat = [label if items.is_multi else [label] for label in items.labels]
    everything = {word for label in flat for word in label}
    in_train = {word for i in train for word in flat[i]}
    return None if everything == in_train else sorted(everything)


def _side(size: int | tuple[int, int]) -> int:
    return size if isinstance(size, int) else min(size)


# -- the program ------------------------------------------------------------------------------------


def _program(checked: _Checked, options: DataOptions) -> Program:
    items = checked.items
    random_split = {} if items.splits is not None else {"valid_pct": options.valid_pct, "seed": options.seed}
    tfms = _transforms(options)
    loading = _loading(checked.bs, options)
    needs_block = items.get_y is not None and (
        (checked.vocab is not None and items.factory != "from_folder")
        or items.is_multi
        or (items.is_filtered and items.splitter is not None)
    )
    if needs_block:
        steps = _block_steps(checked, random_split, tfms, loading, options.name)
    else:
        own = dict(items.arguments)
        first = (own.pop("df"), Name("path")) if items.factory == "from_df" else (Name("path"),)
        build = Call(
            f"ImageDataLoaders.{items.factory}",
            first,
            tuple({**own, **random_split, **_vocab_argument(checked), **tfms, **loading}.items()),
        )
        steps = [Step(build, options.name)]
    if options.test is not None:
        test = call(f"{options.name}.test_dl", call("get_image_files", call("Path", options.test.as_posix())))
        steps.append(Step(call(f"{options.name}.loaders.append", test), comment="the third loader: ds_idx=2"))
    return Program((*_with_path(items.steps, options), *steps))


def _with_path(steps: tuple[Step, ...], options: DataOptions) -> tuple[Step, ...]:
    if options.path_code is None:
        return steps
    return tuple(Step(options.path_code, "path") if step.target == "path" else step for step in steps)


def _transforms(options: DataOptions) -> dict[str, Any]:
    method = {"crop": None, "pad": "pad", "squish": "squish"}[options.resize]
    batch: list[Any] = []
    if isinstance(options.augment, Given):
        batch.append(Spread(options.augment))
    elif options.augment:
        batch.append(Spread(call("aug_transforms")))
    if options.normalize == "imagenet":
        batch.append(Call("Normalize.from_stats", (Spread(Name("imagenet_stats")),)))
    elif options.normalize == "data":
        batch.append(call("Normalize"))
    tfms: dict[str, Any] = {"item_tfms": call("Resize", options.size, method=method)}
    return {**tfms, "batch_tfms": batch} if batch else tfms


def _loading(bs: int, options: DataOptions) -> dict[str, Any]:
    import torch

    loading: dict[str, Any] = {"bs": bs}
    if options.num_workers is not None:
        loading["num_workers"] = options.num_workers
    if torch.cuda.is_available():
        loading["pin_memory"] = True  # page-locked batches copy to the GPU while it computes
    return loading


def _vocab_argument(checked: _Checked) -> dict[str, Any]:
    if checked.vocab is None:
        return {}
    if checked.items.factory == "from_folder":
        return {"vocab": checked.vocab}
    block = "MultiCategoryBlock" if checked.items.is_multi else "CategoryBlock"
    return {"y_block": call(block, vocab=checked.vocab)}


def _block_steps(
    checked: _Checked, random_split: dict[str, Any], tfms: dict[str, Any], loading: dict[str, Any], name: str
) -> list[Step]:
    """The data block that no factory stands for: several labels by path, or classes given by hand."""
    items = checked.items
    kind = "MultiCategoryBlock" if items.is_multi else "CategoryBlock"
    target = call(kind, vocab=checked.vocab) if checked.vocab else Name(kind)
    splitter = items.splitter or Call("RandomSplitter", (), tuple(random_split.items()))
    block = Call(
        "DataBlock",
        (),
        (
            ("blocks", [Name("ImageBlock"), target]),
            ("get_y", items.get_y),
            ("splitter", splitter),
            *tfms.items(),
        ),
    )
    build = Call("block.dataloaders", (Name("files"),), (("path", Name("path")), *loading.items()))
    return [Step(block, "block"), Step(build, name)]


# -- what only the built data can tell ---------------------------------------------------------------


def _measured(report: DataReport, dls: Any, options: DataOptions) -> DataReport:
    from fastaid.training.device import device_name
    from fastaid.training.randomness import same_randomness

    with same_randomness(dls):
        x = dls.train.one_batch()[0]
    return replace(
        report,
        item="×".join(str(n) for n in x.shape[1:]),
        normalization=_normalization(dls, x, options),
        device=device_name(dls.device),
    )


def _normalization(dls: Any, x: Any, options: DataOptions) -> str:
    from fastai.data.transforms import Normalize

    normalize = next((tfm for tfm in dls.after_batch.fs if isinstance(tfm, Normalize)), None)
    if normalize is None:
        return "none: pixels stay between 0 and 1"
    mean, std = (_numbers(stat.flatten()) for stat in (normalize.mean, normalize.std))
    whose = (
        "ImageNet's"
        if options.normalize == "imagenet"
        else f"this data's own (of {len(x)} training pictures)"
    )
    now, spread = _numbers(x.mean((0, 2, 3))), _numbers(x.std((0, 2, 3)))
    return (
        f"{whose} mean {mean} taken off each channel and divided by the spread {std}; "
        f"one batch now has mean {now} and spread {spread}"
    )


def _numbers(stat: Any) -> str:
    return ", ".join(f"{float(value):.2f}" for value in stat)


def describe_dls(dls: Any) -> str:
    """DataLoaders in a line, for when a cell ends with them."""
    parts = [
        f"{len(dl.dataset):,} {name}"
        for name, dl in zip(("train", "valid", "test"), dls.loaders, strict=False)
    ]
    vocab = getattr(dls, "vocab", None)
    classes = vocab[-1] if vocab and isinstance(vocab[0], list | tuple) else vocab
    found = f", {counted(len(classes), 'class', 'classes')} ({listed(classes, 4)})" if classes else ""
    return f"{type(dls).__name__}: {', '.join(parts)}{found}, bs {dls.bs}, {dls.device}"
