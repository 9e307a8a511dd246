"""ImageDataBunch and its six factories, and get_transforms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from fastai.data.core import DataLoaders
from fastai.vision.augment import Normalize, Resize, aug_transforms
from fastai.vision.data import ImageDataLoaders

from fastaid.course.told import as_arguments, told
from fastaid.errors import FastaidError, did_you_mean

SEEDS = 2**31 - 1


class Transforms(tuple[list[Any], list[Any]]):
    """Transforms for training and for validation, and the call that makes them in fastai 2."""

    line: str = "aug_transforms()"


def get_transforms(
    do_flip: bool = True,  # turn half of the pictures left to right
    flip_vert: bool = False,  # turn pictures upside down and on their sides too
    max_rotate: float | None = 10.0,  # degrees to either side
    max_zoom: float | None = 1.1,  # largest enlargement
    max_lighting: float | None = 0.2,  # largest change of brightness and contrast, from 0 to 1
    max_warp: float | None = 0.2,  # largest tilt of the picture's plane
    p_affine: float = 0.75,  # how often turn, zoom and tilt are applied
    p_lighting: float = 0.75,  # how often brightness and contrast are changed
    xtra_tfms: Sequence[Any] | None = None,  # fastai 2 batch transforms to add
) -> Transforms:  # (for training, for validation), to be given as ds_tfms
    """Random changes for training pictures: `aug_transforms` of fastai 2, where None means none."""
    asked: dict[str, Any] = {
        "do_flip": do_flip,
        "flip_vert": flip_vert,
        "max_rotate": max_rotate or 0.0,
        "max_zoom": max_zoom or 1.0,
        "max_lighting": max_lighting or 0.0,
        "max_warp": max_warp or 0.0,
        "p_affine": p_affine,
        "p_lighting": p_lighting,
    }
    found = Transforms(([*aug_transforms(**asked, xtra_tfms=list(xtra_tfms or []))], []))
    usual = {"do_flip": True, "flip_vert": False, "max_rotate": 10.0, "max_zoom": 1.1, "max_lighting": 0.2,
             "max_warp": 0.2, "p_affine": 0.75, "p_lighting": 0.75}  # fmt: skip
    found.line = f"aug_transforms({as_arguments({k: v for k, v in asked.items() if v != usual[k]})})"
    return found


def loading_arguments(
    ds_tfms: Any = None,  # what get_transforms gives
    size: int | tuple[int, int] | None = None,  # pixels, or (height, width)
    bs: int = 64,
    **others: Any,
) -> tuple[dict[str, Any], str]:  # fastai 2's arguments, and the same as they would be written
    """What fastai 1's common data arguments are in fastai 2."""
    known = ("val_bs", "device", "num_workers")
    for name in others:
        if name in ("dl_tfms", "collate_fn", "resize_method", "padding_mode", "no_check", "test", "tfms"):
            raise FastaidError(f"{name}= of fastai 1 has no counterpart here.", "Leave it out.")
        if name not in known:
            raise FastaidError(
                f"There is no argument {name}=.", did_you_mean(name, (*known, "ds_tfms", "size", "bs"))
            )
    given: dict[str, Any] = {"bs": bs, **others}
    lines = [as_arguments({"bs": bs, **others})]
    augmented = list(ds_tfms[0]) if isinstance(ds_tfms, tuple) else list(ds_tfms or [])
    if augmented:
        given["batch_tfms"] = augmented
        lines.insert(0, f"batch_tfms={getattr(ds_tfms, 'line', 'aug_transforms()')}")
    if size is not None:
        given["item_tfms"] = Resize(size)
        lines.insert(0, f"item_tfms=Resize({size})")
    return given, ", ".join(lines)


def seed_of(seed: int | None) -> int:
    """The seed of a random split; the course sets numpy's before it makes its data."""
    return int(np.random.randint(SEEDS)) if seed is None else seed


class ImageDataBunch(ImageDataLoaders):
    """Pictures with labels for training and validation: fastai 2's DataLoaders with fastai 1's methods too."""

    @classmethod
    def from_folder(
        cls,
        path: str | Path,  # the folder with one folder for each part, and in these one for each class
        train: str = "train",  # the folder of training pictures
        valid: str = "valid",  # the folder of validation pictures
        valid_pct: float | None = None,  # the share to draw at random for validation, in place of folders
        seed: int | None = None,  # of that draw; None takes numpy's
        classes: Sequence[str] | None = None,  # the class names; None finds them
        **kwargs: Any,  # ds_tfms, size, bs, val_bs, num_workers, device
    ) -> ImageDataBunch:
        """Pictures in folders named after their class: `ImageDataLoaders.from_folder` of fastai 2."""
        given, line = loading_arguments(**kwargs)
        parts = {"valid_pct": valid_pct} if valid_pct else {"train": train, "valid": valid}
        told(
            "ImageDataBunch.from_folder",
            f"dls = ImageDataLoaders.from_folder(path, {as_arguments(parts)}, {line})",
        )
        split = {"valid_pct": valid_pct, "seed": seed_of(seed)} if valid_pct else parts
        vocab = list(classes) if classes is not None else None
        return cls._of(ImageDataLoaders.from_folder(path, vocab=vocab, **split, **given))

    @classmethod
    def from_name_re(
        cls,
        path: str | Path,  # where models and exports are kept
        fnames: Iterable[Path],  # the pictures
        pat: str,  # a pattern whose first group is the label, searched in the whole path with forward slashes
        valid_pct: float = 0.2,  # the share to draw at random for validation
        **kwargs: Any,  # ds_tfms, size, bs, val_bs, num_workers, device
    ) -> ImageDataBunch:
        """Labels by a pattern in the path: `ImageDataLoaders.from_path_re` of fastai 2."""
        given, line = loading_arguments(**kwargs)
        told(
            "ImageDataBunch.from_name_re",
            f"dls = ImageDataLoaders.from_path_re(path, fnames, {pat!r}, {line})",
        )
        return cls._of(
            ImageDataLoaders.from_path_re(
                path, list(fnames), pat, valid_pct=valid_pct, seed=seed_of(None), **given
            )
        )

    @classmethod
    def from_name_func(
        cls,
        path: str | Path,  # where models and exports are kept
        fnames: Iterable[Path],  # the pictures
        label_func: Callable[[Path], Any],  # gets the whole path and gives the label
        valid_pct: float = 0.2,  # the share to draw at random for validation
        seed: int | None = None,  # of that draw; None takes numpy's
        **kwargs: Any,  # ds_tfms, size, bs, val_bs, num_workers, device
    ) -> ImageDataBunch:
        """Labels by a function of the path: `ImageDataLoaders.from_path_func` of fastai 2.

        fastai 2's from_name_func gives the function the file's name alone; lesson 1's then finds one class.
        """
        given, line = loading_arguments(**kwargs)
        told(
            "ImageDataBunch.from_name_func",
            f"dls = ImageDataLoaders.from_path_func(path, fnames, label_func, {line})",
        )
        return cls._of(
            ImageDataLoaders.from_path_func(
                path, list(fnames), label_func, valid_pct=valid_pct, seed=seed_of(seed), **given
            )
        )

    @classmethod
    def from_csv(
        cls,
        path: str | Path,  # the folder of the pictures and the table
        folder: str | None = None,  # a folder in it that file names are relative to
        label_delim: str | None = None,  # between the labels of a picture with several
        csv_labels: str = "labels.csv",  # the table
        valid_pct: float = 0.2,  # the share to draw at random for validation
        fn_col: int | str = 0,  # the column of file names
        label_col: int | str = 1,  # the column of labels
        suffix: str = "",  # added to each file name
        delimiter: str | None = None,  # between the columns; None finds it
        header: int | str | None = "infer",  # the row of column names
        seed: int | None = None,  # of the draw; None takes numpy's
        **kwargs: Any,  # ds_tfms, size, bs, val_bs, num_workers, device
    ) -> ImageDataBunch:
        """Labels in a CSV file: `ImageDataLoaders.from_csv` of fastai 2."""
        given, line = loading_arguments(**kwargs)
        told(
            "ImageDataBunch.from_csv",
            f"dls = ImageDataLoaders.from_csv(path, csv_fname={csv_labels!r}, {line})",
        )
        return cls._of(
            ImageDataLoaders.from_csv(
                path, csv_fname=csv_labels, header=header, delimiter=delimiter, folder=folder, suff=suffix,
                label_delim=label_delim, valid_pct=valid_pct, fn_col=fn_col, label_col=label_col,
                seed=seed_of(seed), **given,
            )
        )  # fmt: skip

    @classmethod
    def from_df(
        cls,
        path: str | Path,  # the folder of the pictures
        df: Any,  # a DataFrame
        folder: str | None = None,  # a folder in path that file names are relative to
        label_delim: str | None = None,  # between the labels of a picture with several
        valid_pct: float = 0.2,  # the share to draw at random for validation
        seed: int | None = None,  # of that draw; None takes numpy's
        fn_col: int | str = 0,  # the column of file names
        label_col: int | str = 1,  # the column of labels
        suffix: str = "",  # added to each file name
        **kwargs: Any,  # ds_tfms, size, bs, val_bs, num_workers, device
    ) -> ImageDataBunch:
        """Labels in a DataFrame: `ImageDataLoaders.from_df` of fastai 2, which takes df first."""
        given, line = loading_arguments(**kwargs)
        told("ImageDataBunch.from_df", f"dls = ImageDataLoaders.from_df(df, path, {line})")
        return cls._of(
            ImageDataLoaders.from_df(
                df, path, folder=folder, label_delim=label_delim, valid_pct=valid_pct, seed=seed_of(seed),
                fn_col=fn_col, label_col=label_col, suff=suffix, **given,
            )
        )  # fmt: skip

    @classmethod
    def from_lists(
        cls,
        path: str | Path,  # where models and exports are kept
        fnames: Iterable[Path],  # the pictures
        labels: Iterable[Any],  # a label for each, in the same order
        valid_pct: float = 0.2,  # the share to draw at random for validation
        seed: int | None = None,  # of that draw; None takes numpy's
        **kwargs: Any,  # ds_tfms, size, bs, val_bs, num_workers, device
    ) -> ImageDataBunch:
        """Labels in a list: `ImageDataLoaders.from_lists` of fastai 2."""
        files, names = list(fnames), list(labels)
        if len(files) != len(names):
            raise FastaidError(
                f"There are {len(files):,} files and {len(names):,} labels.", "Give one label for each file."
            )
        given, line = loading_arguments(**kwargs)
        told("ImageDataBunch.from_lists", f"dls = ImageDataLoaders.from_lists(path, fnames, labels, {line})")
        # By path and not by place: plot_top_losses looks a label up again from its picture.
        return cls._of(
            ImageDataLoaders.from_path_func(
                path, files, label_of(dict(zip(files, names, strict=True))), valid_pct=valid_pct,
                seed=seed_of(seed), **given,
            )
        )  # fmt: skip

    @classmethod
    def _of(cls, dls: DataLoaders) -> ImageDataBunch:
        return cls(*dls.loaders, path=dls.path, device=dls.device)

    def new_empty(self) -> DataLoaders:
        """The same without items, for an export: fastai's own class, which needs no fastaid to be read."""
        loaders = [dl.new(dl.dataset.new_empty()) for dl in self.loaders]
        return DataLoaders(*loaders, path=self.path, device=self.device)

    def normalize(
        self,
        stats: Any = None,  # (means, standard deviations) of each channel: imagenet_stats; None measures a batch
    ) -> ImageDataBunch:  # the same data
        """Bring pixel values to mean 0 and standard deviation 1: the batch transform `Normalize` of fastai 2."""
        if any(isinstance(one, Normalize) for one in self.train.after_batch.fs):
            raise FastaidError("This data is normalized already.", "Call normalize once.")
        if stats is None:
            x = torch.as_tensor(self.train.one_batch()[0]).float()
            dims = [0, *range(2, x.ndim)]
            stats = (x.mean(dims).tolist(), x.std(dims).tolist())
        told(
            "data.normalize",
            "batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)] where the data is made",
        )
        self.add_tfms([Normalize.from_stats(*stats)], "after_batch")
        return self

    def show_batch(
        self,
        rows: int | None = None,  # rows and columns of pictures; None shows nine
        ds_type: Any = None,  # DatasetType.Valid for validation pictures
        figsize: tuple[float, float] | None = None,  # inches
        **kwargs: Any,  # fastai 2's: max_n, unique …
    ) -> None:
        """Show pictures with their labels: `dls.show_batch(max_n=9)` of fastai 2."""
        if rows is not None:
            told("data.show_batch(rows=…)", f"dls.show_batch(max_n={rows**2})")
            kwargs["max_n"] = rows**2
        which = self.loaders[getattr(ds_type, "value", 0)] if ds_type is not None else self.train
        which.show_batch(**({"figsize": figsize} if figsize else {}), **kwargs)

    @property
    def classes(self) -> list[Any]:
        """The labels: `dls.vocab` of fastai 2."""
        return list(self.vocab)

    @property
    def train_dl(self) -> Any:
        """The loader of training batches: `dls.train` of fastai 2."""
        return self.train

    @property
    def valid_dl(self) -> Any:
        """The loader of validation batches: `dls.valid` of fastai 2."""
        return self.valid

    @property
    def batch_size(self) -> int:
        """Pictures in a training batch: `dls.bs` of fastai 2."""
        return int(self.train.bs)


def label_of(
    labels: dict[Path, Any],  # a label for each path
) -> Callable[[Path], Any]:
    """A label look-up as a function, which an export carries along whole: its file needs no fastaid."""
    held = {str(path): label for path, label in labels.items()}

    def look_up(path: Path) -> Any:
        return held[str(path)]

    return look_up
