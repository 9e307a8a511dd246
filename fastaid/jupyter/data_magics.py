"""`%databunch` and `%show_batch`."""

from __future__ import annotations

import shlex
from argparse import Namespace
from typing import Any

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import FastaidError, did_you_mean, listed
from fastaid.jupyter.arguments import Text, one_of
from fastaid.jupyter.magics import CODE, SessionMagics, magic

FACTORIES = ("from_folder", "from_name_re", "from_name_func", "from_csv", "from_df", "from_lists")
TABLE = ("folder", "suff", "fn_col", "label_col", "label_delim", "valid_col")
OPTIONS = {  # that only some forms read
    "from_folder": ("train", "valid"),
    "from_name_re": ("pat",),
    "from_name_func": ("func",),
    "from_csv": ("csv_fname", *TABLE),
    "from_df": ("path", *TABLE),
    "from_lists": ("fnames", "labels"),
}
NORMALIZE = ("imagenet", "data", "none")
RESIZE = ("crop", "pad", "squish")


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
        collect, options = self._request(args)
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
        n = self.scope.number(args.max_n, "--max-n", int)
        if n < 1:
            raise FastaidError(f"--max-n {n} shows nothing.", "Give 1 or more.")
        code = Program((Step(call(f"{name}.show_batch", max_n=n)),)).code()
        if args.code:
            self.show_code(code)
            return
        from fastaid.render.mistakes import grid_bundle
        from fastaid.training.pictures import batch_grid

        self.session.looks[dls] = look = self.session.looks.get(dls, 0) + 1
        title = f"{n} training pictures as the net sees them"
        self.session.show(grid_bundle(title, batch_grid(dls, n, look), code))

    # -- a line to what it asks for ------------------------------------------------------------

    def _request(self, args: Namespace) -> tuple[Any, Any]:
        """The function that collects the items, and the options that all forms share."""
        from fastaid.facts.code import Formula
        from fastaid.training.check_data import DataOptions
        from fastaid.training.data_sets import canonical_name, download, recipe_for

        scope, path_code = self.scope, None
        if args.form not in FACTORIES:
            if canonical_name(args.form) is None:
                _refuse_folder(args.form, scope.path(args.form))
            near = did_you_mean(args.form, FACTORIES)
            if near and not args.form.startswith("URLs"):
                raise FastaidError(f"%databunch has no form '{args.form}'.", near)
            name, recipe = recipe_for(str(args.form))
            if args.source is not None:
                raise FastaidError(
                    f"URLs.{name} is fetched to a folder of its own, and {args.source} was given.",
                    f"Use %databunch {args.form}, or a factory: %databunch {recipe.factory} {args.source} …",
                )
            folder = download(name) / recipe.below
            args.source = Text(folder)
            below = f"/{recipe.below!r}" if recipe.below else ""
            path_code = Formula(f"untar_data(URLs.{name}){below}", lambda _: folder)
            args.form = recipe.factory
            for key, value in recipe.options.items():
                if getattr(args, key) is None and not (args.valid_pct and key in ("train", "valid")):
                    setattr(args, key, str(value))
        _refuse_idle_options(args)
        test = scope.path(args.test) if args.test else None
        options = DataOptions(
            size=scope.size(args.size, "--size"),
            bs=scope.number(args.bs, "--bs", int),
            valid_pct=_or(scope.number(args.valid_pct, "--valid-pct"), 0.2),
            seed=self._seed(args.seed),
            resize=one_of(args.resize, RESIZE, "--resize"),
            augment=self._augment(args),
            normalize=one_of(args.normalize, NORMALIZE, "--normalize"),
            num_workers=self._num_workers(args.num_workers),
            skip_bad=args.skip_bad,
            name=args.name,
            path_code=path_code,
        )
        return self._collector(args, test), _with_test(options, self._test_folder(args, test))

    def _augment(self, args: Namespace) -> Any:
        from fastaid.facts.code import Given

        if args.no_augment and args.augment is not None:
            raise FastaidError("--augment and --no-augment contradict each other.", "Give one of the two.")
        if args.no_augment:
            return False
        if args.augment is None:
            return True
        tfms, code = self.scope.expression(args.augment, "--augment"), _as_code(args.augment)
        if not isinstance(tfms, list | tuple) and not hasattr(tfms, "map"):
            tfms, code = [tfms], f"[{code}]"
        wrong = next((tfm for tfm in tfms if not callable(tfm)), None)
        if wrong is not None or tfms == [None]:
            raise FastaidError(
                f"--augment takes batch transforms, and {wrong!r} is none.",
                "For example: --augment aug_transforms(flip_vert=True), or --no-augment for none",
            )
        return Given(code, tfms)

    def _seed(self, word: str | None) -> int:
        seed = int(_or(self.scope.number(word, "--seed", int), 42))
        if abs(seed) >= 2**63:
            raise FastaidError(
                f"--seed {seed} is longer than PyTorch takes.", "Give a shorter one, such as 42."
            )
        return seed

    def _num_workers(self, word: str | None) -> int | None:
        n = self.scope.number(word, "--num-workers", int)
        if n is not None and n < 0:
            raise FastaidError(f"--num-workers {n} is no number of processes.", "Give 0 or more.")
        return None if n is None else int(n)

    def _test_folder(self, args: Namespace, test: Any) -> Any:
        """A test folder, below the data's folder or wherever it is."""
        if test is None:
            return None
        base = self._base(args)
        if not test.is_dir():
            return base / test if (base / test).is_dir() else test
        # However it was written, below the folder it has to be known as such: nothing of it is trained on.
        inside = test.resolve().is_relative_to(base.resolve())
        return base / test.resolve().relative_to(base.resolve()) if inside else test

    def _base(self, args: Namespace) -> Any:
        word = args.path if args.form == "from_df" else args.source
        if word is None:
            option = "--path FOLDER" if args.form == "from_df" else "a folder"
            raise FastaidError(
                f"%databunch {args.form} needs {option}.",
                f"For example: %databunch {args.form} {_EXAMPLES[args.form]}",
            )
        return self.scope.path(word)

    def _collector(self, args: Namespace, test: Any) -> Any:
        """The factory's own arguments, read and bound; what is left is which files to leave out."""
        from fastaid.training import from_lists, from_paths, from_tables

        scope, path = self.scope, self._base(args)
        inside = self._test_folder(args, test)
        match args.form:
            case "from_folder":
                pct = scope.number(args.valid_pct, "--valid-pct")
                train, valid = scope.text(args.train), scope.text(args.valid)
                return lambda bad: from_paths.from_folder(path, train, valid, pct, inside, bad)
            case "from_name_re":
                pat = scope.text(_needed(args, "pat")) or ""
                return lambda bad: from_paths.from_name_re(path, pat, inside, bad)
            case "from_name_func":
                func = scope.expression(_needed(args, "func"), "--func")
                code = _as_code(args.func)
                return lambda bad: from_paths.from_name_func(path, func, code, inside, bad)
            case "from_lists":
                fnames = scope.expression(_needed(args, "fnames"), "--fnames")
                labels = scope.expression(_needed(args, "labels"), "--labels")
                codes = _as_code(args.fnames), _as_code(args.labels)
                return lambda bad: from_lists.from_lists(path, fnames, labels, *codes, bad)
        columns = from_tables.Columns(
            fn_col=_or(scope.column(args.fn_col), 0),
            label_col=_or(scope.column(args.label_col), 1),
            label_delim=scope.text(args.label_delim),
            valid_col=scope.column(args.valid_col),
            folder=scope.text(args.folder),
            suff=scope.text(args.suff) or "",
        )
        if args.form == "from_df":
            source = _needed(args, "source")
            _refuse_file(source, scope.path(source))
            df, code = scope.expression(source, "from_df"), _as_code(source)
            return lambda bad: from_tables.from_df(path, df, code, columns, bad)
        csv = scope.text(args.csv_fname) or "labels.csv"
        return lambda bad: from_tables.from_csv(path, csv, columns, bad)

    # -- what was built, shown and bound -------------------------------------------------------

    def _present(self, data: Any, args: Namespace, options: Any) -> Any:
        from fastai.data.core import DataLoaders

        from fastaid.render.data_report import bundle
        from fastaid.training.pictures import batch_grid

        png = batch_grid(data.dls) if self.session.is_notebook else b""
        self.session.show(bundle(data.report, png, data.program.code()))
        self.session.data_options[data.dls] = {"normalize": options.normalize}
        self.session.bind(**{args.name: data.dls})
        if args.name == "dls" and self.session.may_bind("data", DataLoaders):
            self.session.bind(data=data.dls)
        return self.session.returning(data.dls)


def _with_test(options: Any, test: Any) -> Any:
    from dataclasses import replace

    return replace(options, test=test)


def _needed(args: Namespace, name: str) -> str:
    value = getattr(args, name)
    if value is None:
        option = "a DataFrame" if name == "source" else f"--{name}"
        raise FastaidError(
            f"%databunch {args.form} needs {option}.",
            f"For example: %databunch {args.form} {_EXAMPLES[args.form]}",
        )
    return str(value) if type(value) is str else value


def _or(value: Any, default: Any) -> Any:
    return default if value is None else value


def _as_code(word: str) -> str:
    """`{files}` and `$files` are how other magics write a variable; in code it is `files`."""
    if isinstance(word, Text):
        return repr(str(word))
    if word.startswith("{") and word.endswith("}") and ":" not in word:
        return word[1:-1].strip()
    return word.removeprefix("$")


def _refuse_folder(form: str, path: Any) -> None:
    if path.is_dir():
        raise FastaidError(
            f"{form} is a folder, and %databunch first takes how its pictures are labelled.",
            f"For example: %databunch from_folder {shlex.quote(form)}",
        )


def _refuse_file(source: str, path: Any) -> None:
    if not isinstance(source, Text) and path.is_file():
        folder, name = shlex.quote(str(path.parent)), shlex.quote(path.name)
        raise FastaidError(
            f"{source} is a file, and from_df takes a DataFrame.",
            f"Use %databunch from_csv {folder} --csv-fname {name}",
        )


def _refuse_idle_options(args: Namespace) -> None:
    """An option that this form does not read is a mistake: it would look as if it had been heard."""
    for name in sorted({name for names in OPTIONS.values() for name in names}):
        if getattr(args, name) is not None and name not in OPTIONS[args.form]:
            forms = [form for form, names in OPTIONS.items() if name in names]
            raise FastaidError(
                f"%databunch {args.form} does not read --{name.replace('_', '-')}.",
                f"Leave it out; it belongs to {listed(forms)}.",
            )
    if args.form in ("from_csv", "from_df") and args.valid_col is not None:
        idle = next((name for name in ("valid_pct", "seed") if getattr(args, name) is not None), None)
        if idle is not None:
            raise FastaidError(
                f"--valid-col says which pictures are held out, so --{idle.replace('_', '-')} has no say.",
                "Give one of the two.",
            )


_EXAMPLES = {
    "from_folder": "data/cats",
    "from_name_re": r"data/pets/images --pat '/([^/]+)_\d+.jpg$'",
    "from_name_func": "data/digits --func label_func",
    "from_csv": "data/planet --csv-fname labels.csv",
    "from_df": "df --path data/planet",
    "from_lists": "data/pets --fnames fnames --labels labels",
}
