"""`%databunch` and `%show_batch`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import FastaidError, counted
from fastaid.jupyter.data_request import request
from fastaid.jupyter.hyperparameters import count
from fastaid.jupyter.magics import CODE, SessionMagics, magic


@magics_class
class DataMagics(SessionMagics):
    """Pictures and labels to DataLoaders, looked at before they train anything."""

    @magic(line_magic)
    @magic_arguments()
    @argument(
        "form",
        help="from_folder, from_name_re, from_name_func, from_csv, from_df, from_lists, "
        "or a course data set: pets, mnist_sample, imagenette_160 …",
    )
    @argument("source", nargs="?", help="the folder of the pictures; for from_df, the DataFrame")
    @argument("--path", help="from_df: the folder its file names start from")
    @argument("--train", help="from_folder: the training part's folder (train)")
    @argument("--valid", help="from_folder: the validation part's folder (valid)")
    @argument("--valid-pct", help="share of the pictures held out at random for validation (0.2)")
    @argument("--seed", help="random seed of that choice; the same seed, the same split (42)")
    @argument(
        "--pat", help="from_name_re: a regular expression searched in the whole path; its group is the label"
    )
    @argument("--func", help="from_name_func: a function from the picture's whole Path to its label")
    @argument("--csv-fname", help="from_csv: the file, below the folder (labels.csv)")
    @argument("--folder", help="from_csv, from_df: the pictures' folder below the folder")
    @argument("--suff", help="from_csv, from_df: what to add to a file name, such as .jpg")
    @argument("--fn-col", help="from_csv, from_df: the column of file names, by name or position (0)")
    @argument("--label-col", help="from_csv, from_df: the column of labels (1)")
    @argument(
        "--label-delim",
        help="from_csv, from_df: what stands between several labels of a picture, such as ' '",
    )
    @argument("--valid-col", help="from_csv, from_df: a column that is True for validation pictures")
    @argument("--fnames", help="from_lists: the pictures' paths")
    @argument("--labels", help="from_lists: their labels, in the same order")
    @argument("--size", default="224", help="pixels: a side, or (height, width) (224)")
    @argument("--resize", default="crop", help="how a picture is made square: crop, pad or squish (crop)")
    @argument("--bs", help="pictures a batch (64, or less where there are fewer)")
    @argument("--test", help="a folder of pictures to predict later, never trained on")
    @argument("--augment", help="the batch transforms to augment with (aug_transforms())")
    @argument(
        "--no-augment", action="store_true", help="show every picture as it is: no flips, turns or zooms"
    )
    @argument(
        "--normalize",
        default="imagenet",
        help="the mean and spread to take off: imagenet, data (this data's own) or none (imagenet)",
    )
    @argument("--num-workers", help="processes that read pictures (fastai's choice: one a core)")
    @argument("--skip-bad", action="store_true", help="leave out files that are no readable picture")
    @argument("--name", default="dls", help="the variable to bind (dls, and data as the course calls it)")
    @CODE
    def databunch(self, line: str) -> Any:
        """Build the data: pictures, labels, train and valid parts, transforms.

        Checks the files and labels, shows what it found with a grid of pictures, binds the
        DataLoaders to `dls` (and `data`), and returns them.

        Examples:
          %databunch from_folder data/cats
          %databunch from_name_re path/'images' --pat '/([^/]+)_\\d+.jpg$' --size 224 --bs 64
          %databunch from_csv data/planet --folder train --suff .jpg --label-delim ' '
          %databunch pets
        """  # noqa: D301  a backslash is meant
        args = self.read(self.databunch, line)
        from fastai.data.core import DataLoaders

        from fastaid.training.data import build_data, plan_data

        self.refuse_loss(args.name, DataLoaders)
        collect, options = request(self.scope, args)
        on_progress = lambda done, n: self.session.progress(f"looking at the pictures: {done:,} of {n:,}")  # noqa: E731
        if args.code:
            program, _ = plan_data(collect, options, on_progress)
            self.show_code(program.code())
            return None
        data = build_data(collect, options, on_progress)
        return self._present(data, args, options)

    @magic(line_magic)
    @magic_arguments()
    @argument("--data", help="the DataLoaders to show (dls)")
    @argument("-n", "--max-n", default="9", help="how many pictures (9)")
    @CODE
    def show_batch(self, line: str) -> None:
        """Show some training pictures as the net sees them, with their labels."""
        args = self.read(self.show_batch, line)
        from fastaid.facts.code import Program, Step, call

        name, dls = self.session.dls(args.data)
        n = count(self.scope, args.max_n, "--max-n")
        code = Program((Step(call(f"{name}.show_batch", max_n=n)),)).code()
        if args.code:
            self.show_code(code)
            return
        from fastaid.render.mistakes import grid_bundle
        from fastaid.training.pictures import batch_grid, can_show

        if not can_show(dls):
            raise FastaidError(f"{name} holds no pictures.", f"Use fastai's own: {name}.show_batch()")
        n = min(n, dls.bs)
        self.session.looks[dls] = look = self.session.looks.get(dls, 0) + 1
        title = f"{counted(n, 'training picture')} as the net sees them"
        if not self.session.is_notebook:
            title += " (a notebook shows them; a terminal cannot)"
        self.session.show(grid_bundle(title, batch_grid(dls, n, look), code))

    # -- what was built, shown and bound -------------------------------------------------------

    def _present(self, data: Any, args: Namespace, options: Any) -> Any:
        from fastai.data.core import DataLoaders

        from fastaid.render.data_report import bundle
        from fastaid.training.pictures import batch_grid

        report = self._with_old_learner(data.report, data.dls)
        png = batch_grid(data.dls) if self.session.is_notebook else b""
        self.session.show(bundle(report, png, data.program.code()))
        self.session.data_options[data.dls] = {"normalize": options.normalize}
        self.session.note(data.dls)
        self.session.bind(**{args.name: data.dls})
        if args.name == "dls" and self.session.may_bind("data", DataLoaders):
            self.session.bind(data=data.dls)
        return self.session.returning(data.dls)

    def _with_old_learner(self, report: Any, dls: Any) -> Any:
        """The report, with a word on a learner that goes on training on the data it was made with."""
        from dataclasses import replace

        from fastai.learner import Learner

        from fastaid.facts.data_report import Finding

        learn = self.session.shell.user_ns.get("learn")
        if not isinstance(learn, Learner) or learn.dls is dls:
            return report
        sentence = "learn goes on with the data it was made with."
        note = Finding("old-learner", "note", sentence, "%learner makes one for these.")
        return replace(report, findings=(*report.findings, note))
