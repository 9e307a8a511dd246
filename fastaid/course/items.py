"""ImageList: data in steps, as the 2019 course builds it; the steps become one DataBlock."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fastai.data.block import CategoryBlock, DataBlock, MultiCategoryBlock
from fastai.data.transforms import (
    FuncSplitter,
    IndexSplitter,
    RandomSplitter,
    RegexLabeller,
    get_image_files,
    parent_label,
)
from fastai.vision.data import ImageBlock

from fastaid.course.data import ImageDataBunch, label_of, loading_arguments, seed_of
from fastaid.course.told import told
from fastaid.errors import FastaidError


def _refuse(arguments: dict[str, Any]) -> None:
    """Say which of fastai 1's arguments cannot be carried over, where it would otherwise be dropped."""
    for name in arguments:
        raise FastaidError(f"{name}= of fastai 1 has no counterpart here.", "Leave it out.")


@dataclass(frozen=True)
class ImageList:
    """Pictures on their way to an ImageDataBunch: find, split, label, transform, databunch."""

    items: Sequence[Any]  # paths
    path: Path
    labels: Any = None  # labels beside the paths, where a table gave them
    splitter: Any = None
    splitter_line: str = ""
    get_y: Any = None
    get_y_line: str = ""
    is_multi: bool = False
    tfms: Any = None
    size: Any = None

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"{type(self).__name__} ({len(self.items):,} items)\nPath: {self.path}"

    # -- where the pictures are ---------------------------------------------------------------------------

    @classmethod
    def from_folder(
        cls,
        path: str | Path,  # a folder
        recurse: bool = True,  # look into its folders too
        **kwargs: Any,  # fastai 1's others, refused
    ) -> ImageList:
        """Every picture of a folder: `get_items=get_image_files` of a fastai 2 DataBlock."""
        _refuse(kwargs)
        return cls(list(get_image_files(path, recurse=recurse)), Path(path))

    @classmethod
    def from_df(
        cls,
        df: Any,  # a DataFrame
        path: str | Path,  # the folder of the pictures
        cols: int | str = 0,  # the column of file names
        folder: str | None = None,  # a folder in path that file names are relative to
        suffix: str = "",  # added to each file name
        **kwargs: Any,  # fastai 1's others, refused
    ) -> ImageList:
        """The pictures of a table: `get_x=ColReader(…)` of a fastai 2 DataBlock."""
        _refuse(kwargs)
        column = df.columns[cols] if isinstance(cols, int) else cols
        base = Path(path) / (folder or "")
        return cls([base / f"{name}{suffix}" for name in df[column]], Path(path), labels=df)

    @classmethod
    def from_csv(
        cls,
        path: str | Path,  # the folder of the table and the pictures
        csv_name: str,  # the table
        cols: int | str = 0,  # the column of file names
        delimiter: str | None = None,  # between the columns; None is a comma
        header: Any = "infer",  # the row of column names
        **kwargs: Any,  # folder, suffix
    ) -> ImageList:
        """The pictures of a CSV file."""
        import pandas as pd

        table = pd.read_csv(Path(path) / csv_name, delimiter=delimiter, header=header)
        return cls.from_df(table, path, cols=cols, **kwargs)

    def filter_by_func(self, func: Callable[[Path], bool]) -> ImageList:
        """Only the pictures for which func is true."""
        if self.labels is not None:
            raise FastaidError("A list from a table is filtered before it is made.", "Filter the table.")
        return replace(self, items=[one for one in self.items if func(one)])

    # -- which are for validation -------------------------------------------------------------------------

    def split_by_rand_pct(self, valid_pct: float = 0.2, seed: int | None = None) -> ImageList:
        """A random share for validation: `splitter=RandomSplitter(valid_pct)` of fastai 2."""
        return self._split(RandomSplitter(valid_pct, seed=seed_of(seed)), f"RandomSplitter({valid_pct})")

    random_split_by_pct = split_by_rand_pct

    def split_none(self) -> ImageList:
        """No validation pictures: `splitter=IndexSplitter([])` of fastai 2."""
        return self._split(IndexSplitter([]), "IndexSplitter([])")

    no_split = split_none

    def split_by_folder(self, train: str = "train", valid: str = "valid") -> ImageList:
        """By the first folder below path: `splitter=GrandparentSplitter(train, valid)` of fastai 2."""
        first = [one.relative_to(self.path).parts[0] for one in self.items]
        parts = [[i for i, name in enumerate(first) if name == wanted] for wanted in (train, valid)]
        if not all(parts):
            raise FastaidError(
                f"There are no pictures in {self.path / (valid if parts[0] else train)}.",
                f"The folders are {', '.join(sorted(set(first)))}.",
            )
        return self._split(lambda items: tuple(parts), f"GrandparentSplitter({train!r}, {valid!r})")

    def split_by_idx(self, valid_idx: Iterable[int]) -> ImageList:
        """By place in the list: `splitter=IndexSplitter(valid_idx)` of fastai 2."""
        return self._split(IndexSplitter(list(valid_idx)), "IndexSplitter(valid_idx)")

    def split_by_valid_func(self, func: Callable[[Path], bool]) -> ImageList:
        """By a function that is true for validation pictures: `splitter=FuncSplitter(func)` of fastai 2."""
        return self._split(FuncSplitter(func), "FuncSplitter(func)")

    def _split(self, splitter: Any, line: str) -> ImageList:
        return replace(self, splitter=splitter, splitter_line=line)

    # -- what they show -----------------------------------------------------------------------------------

    def label_from_folder(self, **kwargs: Any) -> ImageList:
        """The name of the folder a picture is in: `get_y=parent_label` of fastai 2."""
        _refuse(kwargs)
        return replace(self, get_y=parent_label, get_y_line="parent_label")

    def label_from_func(self, func: Callable[[Path], Any], **kwargs: Any) -> ImageList:
        """What a function says of the path: `get_y=func` of fastai 2."""
        _refuse(kwargs)
        return replace(self, get_y=func, get_y_line=getattr(func, "__name__", "func"))

    def label_from_re(self, pat: str, full_path: bool = False, **kwargs: Any) -> ImageList:
        """The first group of a pattern in the path: `get_y=RegexLabeller(pat)` of fastai 2."""
        _refuse(kwargs)
        re.compile(pat)
        return replace(self, get_y=RegexLabeller(pat), get_y_line=f"RegexLabeller({pat!r})")

    def label_from_df(self, cols: int | str = 1, label_delim: str | None = None, **kwargs: Any) -> ImageList:
        """A column of the table: `get_y=ColReader(cols)` of fastai 2."""
        _refuse(kwargs)
        if self.labels is None:
            raise FastaidError(
                "This list was made without a table.", "Begin with ImageList.from_df or from_csv."
            )
        column = self.labels.columns[cols] if isinstance(cols, int) else cols
        values = [v.split(label_delim) if label_delim else v for v in self.labels[column]]
        line = f"ColReader({column!r}{f', label_delim={label_delim!r}' if label_delim else ''})"
        return replace(
            self,
            get_y=label_of(dict(zip(self.items, values, strict=True))),
            get_y_line=line,
            is_multi=bool(label_delim),
        )

    # -- what becomes of them -----------------------------------------------------------------------------

    def transform(self, tfms: Any = None, size: Any = None, **kwargs: Any) -> ImageList:
        """Random changes and a size: `item_tfms=Resize(size), batch_tfms=aug_transforms()` of fastai 2."""
        _refuse(kwargs)
        return replace(self, tfms=tfms, size=size)

    def databunch(self, bs: int = 64, **kwargs: Any) -> ImageDataBunch:
        """The data: `DataBlock(…).dataloaders(path)` of fastai 2."""
        if self.splitter is None or self.get_y is None:
            missing = "how to split, such as .split_by_rand_pct()" if self.splitter is None else (
                "where labels are, such as .label_from_folder()"
            )  # fmt: skip
            raise FastaidError(f"This list does not say {missing}.", "Say it before .databunch().")
        given, line = loading_arguments(ds_tfms=self.tfms, size=self.size, bs=bs, **kwargs)
        item_tfms, batch_tfms = given.pop("item_tfms", None), given.pop("batch_tfms", None)
        category = MultiCategoryBlock if self.is_multi else CategoryBlock
        told(
            "ImageList … .databunch()",
            f"dls = DataBlock(blocks=(ImageBlock, {category.__name__}), get_items=get_image_files, "
            f"splitter={self.splitter_line}, get_y={self.get_y_line}).dataloaders(path, {line})",
        )
        block = DataBlock(
            (ImageBlock, category), splitter=self.splitter, get_y=self.get_y,
            item_tfms=item_tfms, batch_tfms=batch_tfms,
        )  # fmt: skip
        return ImageDataBunch._of(block.dataloaders(list(self.items), path=self.path, **given))


ImageItemList = ImageList
