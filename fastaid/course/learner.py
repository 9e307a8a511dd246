"""create_cnn and its names, and the methods that a fastai 1 learner had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

import fastai.learner
import fastai.vision.all  # fastai adds the methods of a learner when their modules are imported
from fastai.learner import Learner, Recorder
from fastai.vision.learner import vision_learner

from fastaid.course.files import Category
from fastaid.course.told import told, written
from fastaid.errors import FastaidError

# fastai 1's schedule, where fastai 2 has other defaults.
LR = slice(3e-3)
PCT_START = 0.3
DIV_FACTOR = 25.0
FINAL_DIV = DIV_FACTOR * 1e4


class DatasetType(Enum):
    """Which part of the data is meant; fastai 2 says `ds_idx=0` or `ds_idx=1`."""

    Train = 0
    Valid = 1
    Test = 2
    Single = 3
    Fix = 4


class CourseRecorder(Recorder):
    """fastai 2's recorder, with fastai 1's plots."""

    lrs: Any
    losses: Any

    def plot(
        self,
        skip_start: int = 10,  # points left out at the beginning
        skip_end: int = 5,  # points left out at the end
        suggestion: bool = False,  # fastai 1 marked a rate; `learn.lr_find()` of fastai 2 gives one
        **kwargs: Any,
    ) -> None:
        """Draw the loss by learning rate, after `lr_find`: `learn.lr_find()` of fastai 2 draws at once."""
        told(
            "learn.recorder.plot", "learn.lr_find(), which draws at once; learn.recorder.plot_lr_find() again"
        )
        if not hasattr(self, "lrs"):
            raise FastaidError("There is nothing to plot yet.", "Run learn.lr_find() first.")
        lrs, losses = self.lrs, self.losses
        self.lrs, self.losses = lrs[skip_start:], losses[skip_start:]
        try:
            self.plot_lr_find(skip_end=skip_end)
        finally:
            self.lrs, self.losses = lrs, losses

    def plot_losses(
        self,
        skip_start: int = 0,  # batches left out at the beginning
        skip_end: int = 0,  # fastai 2 cannot leave out the end
    ) -> None:
        """Draw the training and validation loss: `learn.recorder.plot_loss()` of fastai 2."""
        told("learn.recorder.plot_losses", "learn.recorder.plot_loss()")
        # After lr_find there is no validation loss to draw.
        self.plot_loss(skip_start=skip_start, with_valid=all(len(row) > 1 for row in self.values))

    def plot_lr(self, show_moms: bool = False) -> None:
        """Draw learning rate and momentum: `learn.recorder.plot_sched()` of fastai 2."""
        told("learn.recorder.plot_lr", "learn.recorder.plot_sched()")
        self.plot_sched()

    def plot_metrics(self) -> None:
        """Draw the metrics: `learn.recorder.plot_metrics` is no more; `plot_loss` draws the losses."""
        raise FastaidError(
            "fastai 2 plots no metrics.", "The table of a fit shows them: learn.recorder.values."
        )


class CourseLearner(Learner):
    """fastai 2's learner, with fastai 1's methods and arguments; fastai 2's arguments work too."""

    @property
    def data(self) -> Any:
        """The data: `learn.dls` of fastai 2."""
        return self.dls

    @data.setter
    def data(self, dls: Any) -> None:
        self.dls = dls

    def fit_one_cycle(
        self,
        cyc_len: int | None = None,  # epochs; n_epoch is fastai 2's word for it
        max_lr: Any = None,  # the highest learning rate; slice(a, b) gives a to the first layers and b to the last
        moms: tuple[float, ...] = (0.95, 0.85),  # momentum at the ends and in the middle
        div_factor: float = DIV_FACTOR,  # the rate begins at max_lr / div_factor
        pct_start: float = PCT_START,  # the share of the batches in which it rises
        final_div: float = FINAL_DIV,  # it ends at max_lr / final_div
        wd: float | None = None,  # weight decay
        **kwargs: Any,  # fastai 2's: n_epoch, lr_max, div, div_final, cbs, reset_opt, start_epoch
    ) -> None:
        """Train with a rate that rises and falls: `learn.fit_one_cycle(n_epoch, lr_max)` of fastai 2."""
        n_epoch = _epochs(cyc_len, kwargs)
        lr = kwargs.pop("lr_max", LR if max_lr is None else max_lr)
        given = {
            "div": div_factor, "div_final": final_div, "pct_start": pct_start, "wd": wd,
            "moms": (*moms, moms[0]) if len(moms) == 2 else moms, **kwargs,
        }  # fmt: skip
        told("learn.fit_one_cycle(max_lr=…)", f"learn.fit_one_cycle({n_epoch}, lr_max={written(lr)})")
        _fit_one_cycle(self, n_epoch, lr, **given)

    def fit(
        self,
        epochs: int | None = None,  # passes over the training data; n_epoch is fastai 2's word for it
        lr: Any = LR,  # the learning rate; slice(a, b) as above
        wd: float | None = None,  # weight decay
        callbacks: Any = None,  # fastai 2's callbacks
        **kwargs: Any,  # fastai 2's: n_epoch, cbs, reset_opt, start_epoch
    ) -> None:
        """Train at one rate: `learn.fit(n_epoch, lr)` of fastai 2."""
        if callbacks is not None:
            kwargs["cbs"] = callbacks
        super().fit(_epochs(epochs, kwargs), lr=lr, wd=wd, **kwargs)

    def lr_find(
        self,
        start_lr: float = 1e-7,  # the first rate
        end_lr: float = 10,  # the last
        num_it: int = 100,  # batches
        stop_div: bool = True,  # stop when the loss explodes
        **kwargs: Any,  # fastai 2's: show_plot, suggest_funcs
    ) -> Any:
        """Try rising rates; `learn.recorder.plot()` draws them, as in fastai 1."""
        kwargs.setdefault("show_plot", False)
        found = _lr_find(self, start_lr=start_lr, end_lr=end_lr, num_it=num_it, stop_div=stop_div, **kwargs)
        print("The rates are tried: learn.recorder.plot() draws them.")  # noqa: T201
        return found

    def predict(
        self,
        item: Any,  # a picture or its path
        **kwargs: Any,
    ) -> tuple[Category, Any, Any]:  # the class, its number, the probability of each class
        """Predict one picture, as fastai 2 does; the class has `.obj` too."""
        found = super().predict(item, **kwargs)
        return (Category(found[0]), *found[1:]) if isinstance(found[0], str) else found

    def get_preds(
        self,
        ds_type: Any = None,  # DatasetType.Valid, DatasetType.Train
        with_loss: bool = False,  # give the loss of each too
        **kwargs: Any,  # fastai 2's: ds_idx, dl …
    ) -> Any:
        """Predictions and labels: `learn.get_preds(ds_idx=1)` of fastai 2."""
        if isinstance(ds_type, int) and not isinstance(ds_type, bool):
            kwargs.setdefault("ds_idx", ds_type)  # fastai 2's own first argument
        elif ds_type is not None:
            kwargs["ds_idx"] = self._part(ds_type, kwargs)
            told("learn.get_preds(ds_type=…)", f"learn.get_preds(ds_idx={kwargs['ds_idx']})")
        return super().get_preds(with_loss=with_loss, **kwargs)

    def _part(self, ds_type: DatasetType, given: dict[str, Any]) -> int:
        if ds_type is DatasetType.Test:
            raise FastaidError(
                "fastai 2 keeps no test set in the data.",
                "Make a loader of the files: learn.get_preds(dl=learn.dls.test_dl(files))",
            )
        if ds_type not in (DatasetType.Train, DatasetType.Valid):
            raise FastaidError(
                f"{ds_type} is no part of fastai 2's data.", "Give DatasetType.Valid or .Train."
            )
        return int(ds_type.value)

    def show_results(
        self,
        ds_type: Any = None,  # DatasetType.Valid, DatasetType.Train
        rows: int | None = None,  # rows and columns of pictures
        **kwargs: Any,  # fastai 2's: ds_idx, max_n, figsize
    ) -> Any:
        """Show pictures, labels and predictions: `learn.show_results(max_n=9)` of fastai 2."""
        if ds_type is not None:
            kwargs["ds_idx"] = self._part(ds_type, kwargs) if isinstance(ds_type, DatasetType) else ds_type
        if rows is not None:
            kwargs["max_n"] = rows**2
        return super().show_results(**kwargs)

    def export(
        self,
        file: str | Path = "export.pkl",  # in learn.path
        **kwargs: Any,  # fastai 2's: pickle_module, pickle_protocol
    ) -> None:
        """Write the learner to a file that needs fastai alone: `learn.export()` of fastai 2."""
        with as_fastai_s(self):
            _export(self, file, **kwargs)

    def destroy(self) -> None:
        """Let the model and data go: `del learn` in fastai 2."""
        told("learn.destroy", "del learn")
        self.model = self.dls = self.opt = None


def _epochs(given: int | None, arguments: dict[str, Any]) -> int:
    """How many epochs were asked for, in either word."""
    n_epoch = arguments.pop("n_epoch", given)
    if n_epoch is None:
        raise FastaidError("The number of epochs is missing.", "Give it first: learn.fit_one_cycle(4)")
    return int(n_epoch)


# Methods that fastai patches in are found on Learner itself.
_fit_one_cycle, _lr_find, _export = Learner.fit_one_cycle, Learner.lr_find, Learner.export


@contextmanager
def as_fastai_s(learn: Learner) -> Iterator[None]:
    """The learner and its recorder as fastai's own classes for a while, so that a file holds no other."""
    recorder = learn.recorder
    _turn(learn, Learner)
    _turn(recorder, Recorder)
    try:
        yield
    finally:
        _turn(learn, CourseLearner)
        _turn(recorder, CourseRecorder)


def _turn(obj: Any, kind: type) -> None:
    """Make an object one of another class; fastai's callbacks warn of what is set on them as usual."""
    object.__setattr__(obj, "__class__", kind)


def as_course_s(learn: Learner) -> CourseLearner:
    """A fastai 2 learner with the old methods added; it stays the same object."""
    _turn(learn, CourseLearner)
    if type(learn.recorder) is Recorder:
        _turn(learn.recorder, CourseRecorder)
    assert isinstance(learn, CourseLearner)
    return learn


def cnn_learner(
    data: Any,  # an ImageDataBunch, or fastai 2's DataLoaders
    base_arch: Any,  # models.resnet34
    cut: Any = None,  # fastai 2 cuts at the pooling layer, whatever is asked
    pretrained: bool = True,  # begin with weights that know ImageNet
    metrics: Any = None,  # error_rate, accuracy, or a list
    ps: float = 0.5,  # dropout in the head
    wd: float | None = None,  # weight decay
    bn_final: bool = False,  # batch norm at the very end
    **kwargs: Any,  # fastai 2's: cbs, loss_func, opt_func, path, model_dir, lin_ftrs, custom_head, n_out …
) -> CourseLearner:
    """A learner with a pretrained net: `vision_learner(dls, resnet34, metrics=error_rate)` of fastai 2."""
    told(
        "create_cnn (ConvLearner, cnn_learner)",
        f"learn = vision_learner(dls, {written(base_arch)}, metrics={written(metrics)})",
    )
    given = _todays(kwargs)
    if cut is not None:
        given["cut"] = cut
    learn = vision_learner(
        data, base_arch, pretrained=pretrained, metrics=metrics, ps=ps, wd=wd, bn_final=bn_final, **given
    )
    return as_course_s(learn)


create_cnn = ConvLearner = cnn_learner

RENAMED = {"callbacks": "cbs", "split_on": "splitter"}
GONE = {
    "callback_fns": "Give callbacks of fastai 2: cbs=[ShowGraphCallback()].",
    "true_wd": "fastai 2 always decays weights truly; leave it out.",
    "bn_wd": "In fastai 2 it is wd_bn_bias.",
    "silent": "Use learn.no_bar().",
}


def _todays(arguments: dict[str, Any]) -> dict[str, Any]:
    """fastai 1's keyword arguments of a learner as fastai 2's."""
    for name, hint in GONE.items():
        if name in arguments:
            raise FastaidError(f"{name}= of fastai 1 has no counterpart in fastai 2.", hint)
    return {RENAMED.get(name, name): value for name, value in arguments.items()}


def load_learner(
    path: str | Path,  # the folder of an export, or the file itself as in fastai 2
    file: str = "export.pkl",  # its name in that folder
    test: Any = None,  # fastai 1's test set; fastai 2 makes a loader of it
    cpu: bool = True,  # keep the model on the processor
    **kwargs: Any,  # fastai 2's: pickle_module
) -> CourseLearner:
    """Read an exported learner: `load_learner(path/'export.pkl')` of fastai 2. A file from elsewhere can run code."""
    if test is not None:
        raise FastaidError(
            "fastai 2 keeps no test set in the data.",
            "Make a loader of the files: learn.get_preds(dl=learn.dls.test_dl(files))",
        )
    whole = Path(path) / file if Path(path).is_dir() else Path(path)
    if not whole.exists():
        raise FastaidError(f"There is no file {whole}.", "Write it first: learn.export()")
    told("load_learner(path)", f"learn = load_learner(path/{file!r})")
    return as_course_s(fastai.learner.load_learner(whole, cpu=cpu, **kwargs))
