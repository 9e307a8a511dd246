"""Training and validation sets that overlap, or are not there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.data import MAKES, MOST_ITEMS, items_of, keywords_of
from fastaid.teach.notices.labels_at_hand import are_sorted, labels_of
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import in_both, loaders_of, may_meet
from fastaid.teach.objects import is_of, is_table, is_tensor, stored

BY_CHANCE = 1e-4
# Splits by the items' places, and by what they are: there a class may be held out on purpose.
MARKED = ("valid_col", "ColSplitter", "MaskSplitter")
BY_PLACE = (*MARKED, "valid_idx", "IndexSplitter", "EndSplitter", "splits")
FEWEST_OF_A_FOLDER = 3
CHOSEN = (
    "FuncSplitter",
    "GrandparentSplitter",
    "RandomSplitter",
    "from_folder",
)
MOST_CELLS = 100
FIRST_LABELS = 32
# Names of how far a row of a series looks back.
LOOKS_BACK = re.compile(
    r"window|look_?back|seq|steps|lag|hist|context|block_size|bptt|past|horizon|warm_?up|time_?steps|^n_in$|length"
)


def _parts(dls: Any) -> tuple[Any, Any]:
    """The training part's dataset and the validation part's."""
    found = [one.get("dataset") for one in loaders_of(dls)[:2]]
    return (found[0], found[1]) if len(found) == 2 else (None, None)


@check(*MAKES, needs="fastai", reached=True)
def no_validation(cell: Cell) -> Iterator[Notice]:
    """No item is held out, and nobody asked for that."""
    for name, dls in cell.loaders():
        train, valid = loaders_of(dls)[:2] if len(loaders_of(dls)) > 1 else ({}, {})
        if (
            not train.get("n")
            or valid.get("n") != 0
            or not is_of(train.get("dataset"), "fastai.data.core", "Datasets")
        ):
            continue
        if any(one.arg == "valid_pct" for one in keywords_of(cell)):
            continue  # 0 is meant; of a share that is too small another check tells
        made = [node for assigned, node in cell.assigned() if assigned == name.split(".")[0]]
        by_folder = (
            bool(made) and isinstance(made[-1], ast.Call) and last_name(made[-1].func) == "from_folder"
        )
        if not by_folder and ("GrandparentSplitter" not in cell.words or "from_folder" in cell.words):
            continue
        other = "" if by_folder else _valid_folder(train["dataset"])
        if other:
            yield Notice(
                f"`{name}` has no validation set: there is no folder called valid, and `{other}` was passed over. "
                f"Name it: `splitter=GrandparentSplitter(valid_name={other!r})`.",
                id(dls),
                card="validation-set",
            )
            continue
        yield Notice(
            f"`{name}` has no validation set: all {counted(train['n'], 'item')} are in train and 0 in valid, as "
            "there is no folder called valid. Hold some out with `valid_pct=0.2` (in a DataBlock: "
            "`splitter=RandomSplitter(0.2, seed=42)`), or name the folder: `valid='val'`.",
            id(dls),
            card="validation-set",
        )


def _valid_folder(dataset: Any) -> str:
    """A folder for validation that is not called valid, beside the one of the training items."""
    first = next(iter(items_of(dataset) or ()), None)
    train = first.parent.parent if isinstance(first, Path) else None
    if train is None or train.name != "train":
        return ""
    return next((one for one in ("val", "validation", "test") if (train.parent / one).is_dir()), "")


@check(*MAKES, needs="fastai", reached=True, of_data=True)
def same_items_in_both(cell: Cell) -> Iterator[Notice]:
    """Items of the training set are in the validation set too."""
    for name, dls in cell.loaders():
        train, valid = _parts(dls)
        mine, others = items_of(train), items_of(valid)
        if mine is None or others is None or not len(others) or len(mine) + len(others) > MOST_ITEMS:
            continue
        if is_table(mine) or is_table(others):
            splits: Any = stored(stored(train)["tls"][0]).get("splits") or ()
            can_be = len(splits) == 2 and may_meet(splits[0], splits[1], int)
            both = len(set(splits[0]) & set(splits[1])) if can_be else 0
            n = len(splits[1]) if both else 0
        else:
            mine, others = list(mine), list(others)
            if not all(isinstance(one, Path) for one in (*mine[:50], *others[:50])):
                continue
            n = len(others)
            # A path becomes a text in a microsecond, its name is at hand.
            can_be = may_meet(mine, others, attrgetter("name")) and may_meet(mine, others, str)
            both = len(in_both(mine, others, str)) if can_be else 0
        if both:
            yield Notice(
                f"{both} of the {counted(n, 'validation item')} of `{name}` are in the training set too, so the "
                "validation loss and metrics look better than they are. Split the items so that none is in both, "
                "for instance with `RandomSplitter(valid_pct=0.2, seed=42)` over a list without repetitions.",
                id(dls),
                card="validation-set",
            )


@check("DataLoader(")
def valid_loader_of_train(cell: Cell) -> Iterator[Notice]:
    """`valid_dl = DataLoader(train_ds)`: a slip of the pen."""
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or last_name(call.func) != "DataLoader" or not call.args:
            continue
        given = call.args[0]
        if not isinstance(given, ast.Name) or "train" not in given.id:
            continue
        word = next((one for one in ("valid", "val", "test") if name.startswith(one)), "")
        others = [given.id.replace("train", one) for one in ("valid", "val", "test")]
        meant = next((one for one in others if one.startswith(word) and one in cell.names), "")
        if word and meant and "train" not in name and cell.names[meant] is not cell.names.get(given.id):
            yield Notice(
                f"`{name}` is made of `{given.id}`, the training set: it measures what was learnt by heart. "
                f"Write `{name} = DataLoader({meant}, …)`.",
                hash(name),
                card="validation-set",
            )


@check("DataLoaders")
def train_set_twice(cell: Cell) -> Iterator[Notice]:
    """`DataLoaders(train_dl, train_dl)` where there is a validation one."""
    for call in cell.calls("DataLoaders", "from_dsets", "from_loaders"):
        names = [one.id for one in call.args[:2] if isinstance(one, ast.Name)]
        if len(names) != 2 or names[0] != names[1] or not names[0].startswith(("train", "trn")):
            continue
        rest = names[0].removeprefix("train").removeprefix("trn")
        meant = next((w + rest for w in ("valid", "val", "test") if w + rest in cell.names), "")
        if meant:
            yield Notice(
                f"`{names[0]}` is given twice, so the validation set is the training set and its metrics say nothing "
                f"about new data. Write `{text_of(call.func)}({names[0]}, {meant}, …)`.",
                hash(ast.dump(call)),
                card="validation-set",
            )


@check(*MAKES, needs="fastai", reached=True, of_data=True)
def one_class_in_valid(cell: Cell) -> Iterator[Notice]:
    """The data were sorted by class and cut in two, or a folder lacks classes: valid holds a single one."""
    for name, dls in cell.loaders():
        parts = _parts(dls)
        if len(set(labels_of(parts[1], FIRST_LABELS))) != 1:
            continue
        valid = labels_of(parts[1])
        if len(set(valid)) != 1 or len(set(train := labels_of(parts[0]))) < 2:
            continue
        only, others = valid[0], listed(sorted({*train} - {valid[0]}, key=str), 3)
        folder = _own_folder(parts) if only in train and len(valid) >= FEWEST_OF_A_FOLDER else None
        if folder is not None:
            yield Notice(
                f"All {counted(len(valid), 'item')} in the validation set of `{name}` are of class {only}: the folder "
                f"`{folder}` has nothing of {others}, so the validation metrics say nothing about these. Put some of "
                "their files there, or let fastai draw from all folders at random: `valid_pct=0.2` (in a DataBlock: "
                "`splitter=RandomSplitter(valid_pct=0.2, seed=42)`).",
                id(dls),
                card="validation-set",
            )
            continue
        is_fastais = is_of(parts[0], "fastai.data.core", "Datasets") or is_of(
            parts[0], "fastai.tabular.core", "Tabular"
        )
        place = _cut_by_place(cell) if is_fastais else ""
        if is_fastais and (not place or (place in MARKED and only not in train)):
            continue
        # So many of one class by chance: an unbalanced set may well have them.
        if (train.count(only) / len(train)) ** len(valid) > BY_CHANCE and not are_sorted(train, valid):
            continue
        fix = "Shuffle first: `idx = torch.randperm(len(x))`, then `x, y = x[idx], y[idx]`, and split anew."
        if is_fastais:
            place = (
                "splits"
                if is_of(parts[0], "fastai.tabular.core", "Tabular") and place != "valid_idx"
                else place
            )
            fix = _at_random(cell, place, round(len(valid) / (len(train) + len(valid)), 2))
        why = "the data were sorted by class before they were split"
        why = "the column that marks them marks rows of this class alone" if place in MARKED else why
        yield Notice(
            f"All {counted(len(valid), 'item')} in the validation set of `{name}` are of class {only}, and train has "
            f"{counted(len(set(train)), 'class', 'classes')}: {why}, so the validation metrics mean little. {fix}",
            id(dls),
            card="validation-set",
        )


def _own_folder(parts: tuple[Any, Any]) -> Path | None:
    """The folder that all validation files are in, by class, and no file of the training set."""
    train, valid = (items_of(one) for one in parts)
    if is_table(train) or not all(isinstance(one, Path) for one in (*list(train or ()), *list(valid or ()))):
        return None
    folders = {one.parent.parent for one in valid or ()}
    is_apart = len(folders) == 1 and not any(one.is_relative_to(*folders) for one in train or ())
    return folders.pop() if is_apart else None


def _at_random(cell: Cell, place: str, share: float) -> str:
    """What to write in place of places that are cut."""
    if place == "valid_col":
        return f"Draw them at random: `valid_pct={share}` in place of `valid_col=…`."
    if place == "valid_idx":
        return "Leave `valid_idx` out: then 20% are drawn at random."
    if place == "splits":
        table = next((name for name, _ in cell.live(is_table)), "df")
        return f"Draw them at random: `splits=RandomSplitter(valid_pct={share}, seed=42)(range_of({table}))`."
    return f"Draw them at random: `splitter=RandomSplitter(valid_pct={share}, seed=42)`."


def _cut_by_place(cell: Cell) -> str:
    """What a DataBlock splits by, where that are places: as the cell says, or where it is silent an earlier one."""
    words = (
        cell.source,
        *[one for one in list(cell.names.get("In") or ())[-MOST_CELLS:] if isinstance(one, str)],
    )
    told = next((text for text in reversed(words) if any(one in text for one in (*BY_PLACE, *CHOSEN))), "")
    text = cell.source if any(one in cell.source for one in (*BY_PLACE, *CHOSEN)) else told
    if any(one in text for one in CHOSEN):
        return ""
    return next((one for one in BY_PLACE if one in text), "")


PAIRS = (("train", ("valid", "val", "test")), ("trn", ("valid", "val", "test", "tst")))


def _named_pairs(cell: Cell) -> Iterator[tuple[str, str]]:
    """Names such as train_df and valid_df."""
    for name in cell.mentioned:
        for first, others in PAIRS:
            for other in others:
                if first in name and name.replace(first, other) in cell.mentioned:
                    yield name, name.replace(first, other)


@check("rain", "trn")
def overlapping_parts(cell: Cell) -> Iterator[Notice]:
    """Two parts of one table, tensor or dataset, made in this cell, that share rows."""
    made = dict(cell.assigned())
    for node in cell.nodes:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Tuple)
            and isinstance(node.value, ast.Tuple)
        ):
            made |= {
                target.id: value
                for target, value in zip(node.targets[0].elts, node.value.elts, strict=False)
                if isinstance(target, ast.Name)
            }
    for first, second in _named_pairs(cell):
        if first not in made or second not in made or cell.bound[first] > 1 or cell.bound[second] > 1:
            continue
        n = _shared(cell, made[first], made[second], cell.names[first], cell.names[second])
        if n and not _is_history(cell, (made[first], made[second]), n):
            yield Notice(
                f"`{first}` and `{second}` share {counted(n, 'row')}: what is measured on `{second}` looks better than "
                "it is. Split so that none is in both: shuffle once and cut at one place, or use train_test_split "
                "(for a table: `valid = df.drop(train.index)`).",
                hash((first, second)),
                card="validation-set",
            )
            return


def _is_history(cell: Cell, parts: tuple[ast.expr, ast.expr], n: int) -> bool:
    """Whether the rows in both are what a series' first window looks back on: `prices[80 - window:]`."""
    for node in below(parts[0]) + below(parts[1]):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
            names = [one for one in below(node.right) if isinstance(one, (ast.Name, ast.Attribute))]
            if any(LOOKS_BACK.search(last_name(one).lower()) for one in names):
                return True
    return any(
        type(held) is int and held == n and LOOKS_BACK.search(name.lower())
        for name, held in cell.mentioned.items()
    )


def _shared(cell: Cell, one: ast.expr, other: ast.expr, first: Any, second: Any) -> int:
    """How many rows two parts of one thing have in common; 0 where that is not certain."""
    if first is second:
        return 0
    words = [{n.id for n in below(node) if isinstance(n, ast.Name)} for node in (one, other)]
    whole = [cell.names.get(word) for word in words[0] & words[1]]
    if is_table(first) and is_table(second):
        source: Any = next((held for held in whole if is_table(held)), None)
        if source is None or len(source) > MOST_ITEMS or not source.index.is_unique:
            return 0
        if "reset_index" in text_of(one) + text_of(other):
            return 0
        return len(first.index.intersection(second.index))
    if is_of(first, "torch.utils.data", "Subset") and is_of(second, "torch.utils.data", "Subset"):
        if first.dataset is not second.dataset or len(first.indices) + len(second.indices) > MOST_ITEMS:
            return 0
        return len(set(map(int, first.indices)) & set(map(int, second.indices)))
    return _shared_rows(one, other, first, second)


def _shared_rows(one: ast.expr, other: ast.expr, first: Any, second: Any) -> int:
    """Slices of one tensor: both look into the same memory."""
    if not (
        is_tensor(first)
        and is_tensor(second)
        and isinstance(one, ast.Subscript)
        and isinstance(other, ast.Subscript)
    ):
        return 0
    if ast.dump(one.value) != ast.dump(other.value) or not (
        isinstance(one.slice, ast.Slice) and isinstance(other.slice, ast.Slice)
    ):
        return 0
    plain = first.device.type == "cpu" and first.ndim == second.ndim and first.ndim > 0
    if (
        not plain
        or not first.is_contiguous()
        or not second.is_contiguous()
        or not first.numel()
        or not second.numel()
    ):
        return 0
    row = first.element_size() * (first.numel() // first.shape[0])
    start = max(first.data_ptr(), second.data_ptr())
    end = min(first.data_ptr() + row * first.shape[0], second.data_ptr() + row * second.shape[0])
    return int(max(0, (end - start) // row))


@check("train_test_split", needs="sklearn")
def split_in_wrong_order(cell: Cell) -> Iterator[Notice]:
    """`train_test_split` returns X_train, X_test, y_train, y_test; the names are in another order."""
    for node in cell.of(ast.Assign):
        if not isinstance(node.targets[0], ast.Tuple):
            continue
        call, names = node.value, [getattr(one, "id", "") for one in node.targets[0].elts]
        if not isinstance(call, ast.Call) or last_name(call.func) != "train_test_split":
            continue
        if len(names) != 4 or len(call.args) != 2 or not all(names):
            continue
        starts = [one.lower()[0] for one in names]
        if starts == ["x", "y", "x", "y"]:
            right = ", ".join((names[0], names[2], names[1], names[3]))
            yield Notice(
                f"train_test_split returns both parts of the first argument, then both of the second, so `{names[1]}` "
                f"now holds inputs. The order is: `{right} = train_test_split(…)`.",
                hash(tuple(names)),
                card="validation-set",
            )
