"""From checked items to fastai DataLoaders, and the lines of fastai that do the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, counted, listed
from fastaid.facts.code import Call, Formula, Given, Name, Program, Spread, Step, call
from fastaid.facts.data_report import DataReport
from fastaid.training.check_data import Checked, Collect, DataOptions, check_items
from fastaid.training.inspect_data import Progress, damaged_picture
from fastaid.training.items import Items


@dataclass(frozen=True)
class Data:
    """What `%databunch` made: the DataLoaders, the report, and the program that makes them again."""

    dls: Any
    report: DataReport
    program: Program


def plan_data(
    collect: Collect,  # gives the items, less the files it is told to leave out
    options: DataOptions,
    on_progress: Progress | None = None,
) -> tuple[Program, DataReport]:
    """Check pictures, labels and options, and write the program; nothing is decoded or built yet.

    Raises: FastaidError for anything that would make fastai fail or train on nothing.
    """
    checked = check_items(collect, options, on_progress)
    return _program(checked, options), checked.report


def build_data(
    collect: Collect,
    options: DataOptions,
    on_progress: Progress | None = None,
) -> Data:
    """Check, then build the DataLoaders by running the program that `--code` prints.

    Costs a look at every file's header and one training batch, on the data's device.
    Raises: FastaidError as `plan_data`. Source: fastai 2.8 `ImageDataLoaders`, `DataBlock`.
    """
    import fastai.vision.all as fastai_names

    program, report = plan_data(collect, options, on_progress)
    names = dict(vars(fastai_names))
    program.run(names)
    dls = names[options.name]
    try:
        return Data(dls, _measured(report, dls, options), program)
    except Exception as error:
        items = [item for dl in dls.loaders for item in getattr(dl.dataset, "items", ())]
        damaged = damaged_picture(item for item in items if isinstance(item, Path))
        if not damaged:
            raise
        raise FastaidError(
            f"{damaged}: its beginning and end are a picture's, its middle is not.",
            "Add --skip-bad, which decodes every picture and leaves such out, or delete it.",
        ) from error


# -- the program ------------------------------------------------------------------------------------


def _program(checked: Checked, options: DataOptions) -> Program:
    items = checked.items
    random_split = {} if items.splits is not None else {"valid_pct": options.valid_pct, "seed": options.seed}
    tfms = _transforms(options)
    loading = _loading(checked.bs, options)
    needs_block = items.get_y is not None and (
        (checked.vocab is not None and items.factory != "from_folder")
        or items.is_multi
        or items.is_number
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
        test = call(f"{options.name}.test_dl", _test_listing(options.test, checked.unreadable_test))
        steps.append(Step(call(f"{options.name}.loaders.append", test), comment="the third loader: ds_idx=2"))
    return Program((*_with_path(items.steps, options), *steps))


def _test_listing(test: Path, without: Sequence[Path]) -> Any:
    listing = call("get_image_files", call("Path", test.as_posix()))
    if not without:
        return listing
    names = sorted(file.relative_to(test).as_posix() for file in without)
    where = call("Path", test.as_posix()).code()
    return Formula(
        f"[f for f in {listing.code()} if f.relative_to({where}).as_posix() not in {names!r}]",
        lambda found: [f for f in listing.value(found) if f.relative_to(test).as_posix() not in names],
    )


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


def _vocab_argument(checked: Checked) -> dict[str, Any]:
    items = checked.items
    if items.factory == "from_folder":
        return {"vocab": checked.vocab} if checked.vocab is not None else {}
    block = _block(items)
    if checked.vocab is None and block == _guess(items):
        return {}
    return {"y_block": call(block, vocab=checked.vocab)}


def _block(items: Items) -> str:
    if items.is_number:
        return "RegressionBlock"
    return "MultiCategoryBlock" if items.is_multi else "CategoryBlock"


def _guess(items: Items) -> str:
    """The block that fastai 2.8 takes where none is given: it looks at the first label, or at none."""
    if items.factory == "from_lists":
        first = items.labels[0]
        if items.is_multi and len(first) > 1:
            return "MultiCategoryBlock"
        return "RegressionBlock" if isinstance(first, float) else "CategoryBlock"
    return "MultiCategoryBlock" if "label_delim" in dict(items.arguments) else "CategoryBlock"


def _block_steps(
    checked: Checked, random_split: dict[str, Any], tfms: dict[str, Any], loading: dict[str, Any], name: str
) -> list[Step]:
    """The data block that no factory stands for: several labels by path, or classes given by hand."""
    items = checked.items
    kind = _block(items)
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
