"""`%databunch`'s line to what it asks for: the function that collects the items, and the options."""

from __future__ import annotations

import re
import shlex
from argparse import Namespace
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, did_you_mean, in_short, listed
from fastaid.jupyter.arguments import Text, one_of
from fastaid.jupyter.values import Scope, code_of_word

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


def request(scope: Scope, args: Namespace) -> tuple[Any, Any]:
    """The function that collects the items, and the options that all forms share."""
    from fastaid.facts.code import Formula
    from fastaid.training.check_data import DataOptions
    from fastaid.training.data_sets import canonical_name, download, recipe_for

    path_code = None
    if args.form not in FACTORIES:
        if canonical_name(args.form) is None:
            own = scope.own(args.form)
            _refuse_folder(args.form, Path(own if isinstance(own, str | Path) else args.form))
        near = did_you_mean(args.form, FACTORIES)
        if near and not args.form.startswith("URLs"):
            raise FastaidError(f"%databunch has no form '{args.form}'.", near)
        name, recipe = recipe_for(str(args.form))
        if args.source is not None:
            raise FastaidError(
                f"URLs.{name} is fetched to a folder of its own, and {args.source} was given.",
                f"Use %databunch {args.form}, or a factory: %databunch {recipe.factory} {args.source} …",
            )
        folder = download(name, may_fetch=not args.code) / recipe.below
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
        seed=_seed(scope, args.seed),
        resize=one_of(args.resize, RESIZE, "--resize"),
        augment=_augment(scope, args),
        normalize=one_of(args.normalize, NORMALIZE, "--normalize"),
        num_workers=_num_workers(scope, args.num_workers),
        skip_bad=args.skip_bad,
        name=args.name,
        path_code=path_code,
    )
    return _collector(scope, args, test), _with_test(options, _test_folder(scope, args, test))


def _augment(scope: Scope, args: Namespace) -> Any:
    from fastaid.facts.code import Given

    if args.no_augment and args.augment is not None:
        raise FastaidError("--augment and --no-augment contradict each other.", "Give one of the two.")
    if args.no_augment:
        return False
    if args.augment is None:
        return True
    if args.augment in ("none", "None"):
        raise FastaidError("--augment takes transforms.", "For none there is --no-augment.")
    tfms, code = scope.expression(args.augment, "--augment"), code_of_word(args.augment)
    if getattr(tfms, "__name__", "") == "aug_transforms":
        raise FastaidError("aug_transforms makes transforms when it is called.", "Write aug_transforms().")
    if not isinstance(tfms, list | tuple) and not hasattr(tfms, "map"):
        tfms, code = [tfms], f"[{code}]"
    wrong = next((tfm for tfm in tfms if not callable(tfm)), None)
    if wrong is not None or tfms == [None]:
        raise FastaidError(
            f"--augment takes batch transforms, and {in_short(wrong)} is none.",
            "For example: --augment aug_transforms(flip_vert=True), or --no-augment for none",
        )
    single = next((tfm for tfm in tfms if _is_of_one_picture(tfm)), None)
    if single is not None:
        raise FastaidError(
            f"{type(single).__name__} works on single pictures, and --augment on batches: it would do nothing.",
            "Use its batch form, such as RandomResizedCropGPU(128) or Flip().",
        )
    return Given(code, tfms)


def _seed(scope: Scope, word: str | None) -> int:
    seed = int(_or(scope.number(word, "--seed", int), 42))
    if abs(seed) >= 2**63:
        raise FastaidError(f"--seed {seed} is longer than PyTorch takes.", "Give a shorter one, such as 42.")
    return seed


def _num_workers(scope: Scope, word: str | None) -> int | None:
    n = scope.number(word, "--num-workers", int)
    if n is not None and n < 0:
        raise FastaidError(f"--num-workers {n} is no number of processes.", "Give 0 or more.")
    return None if n is None else int(n)


def _test_folder(scope: Scope, args: Namespace, test: Any) -> Any:
    """A test folder, below the data's folder or wherever it is."""
    if test is None:
        return None
    base = _base(scope, args)
    if not test.is_dir():
        return base / test if (base / test).is_dir() else test
    # However it was written, below the folder it has to be known as such: nothing of it is trained on.
    inside = test.resolve().is_relative_to(base.resolve())
    return base / test.resolve().relative_to(base.resolve()) if inside else test


def _base(scope: Scope, args: Namespace) -> Any:
    word = args.path if args.form == "from_df" else args.source
    if word is None:
        option = "--path FOLDER" if args.form == "from_df" else "a folder"
        raise FastaidError(
            f"%databunch {args.form} needs {option}.",
            f"For example: %databunch {args.form} {_EXAMPLES[args.form]}",
        )
    return scope.path(word)


def _collector(scope: Scope, args: Namespace, test: Any) -> Any:
    """The factory's own arguments, read and bound; what is left is which files to leave out."""
    from fastaid.training import from_lists, from_paths, from_tables
    from fastaid.training.csv_files import Columns

    path = _base(scope, args)
    inside = _test_folder(scope, args, test)
    match args.form:
        case "from_folder":
            pct = scope.number(args.valid_pct, "--valid-pct")
            train, valid = scope.text(args.train), scope.text(args.valid)
            return lambda bad: from_paths.from_folder(path, train, valid, pct, inside, bad)
        case "from_name_re":
            pat = _pattern(scope, _needed(args, "pat"))
            return lambda bad: from_paths.from_name_re(path, pat, inside, bad)
        case "from_name_func":
            func = scope.expression(_needed(args, "func"), "--func")
            code = code_of_word(args.func)
            return lambda bad: from_paths.from_name_func(path, func, code, inside, bad)
        case "from_lists":
            fnames = scope.expression(_needed(args, "fnames"), "--fnames")
            labels = scope.expression(_needed(args, "labels"), "--labels")
            codes = code_of_word(args.fnames), code_of_word(args.labels)
            return lambda bad: from_lists.from_lists(path, fnames, labels, *codes, bad)
    columns = Columns(
        fn_col=_or(scope.column(args.fn_col), 0),
        label_col=_or(scope.column(args.label_col), 1),
        label_delim=scope.text(args.label_delim),
        valid_col=scope.column(args.valid_col),
        folder=scope.text(args.folder),
        suff=scope.text(args.suff) or "",
    )
    if args.form == "from_df":
        source = _needed(args, "source")
        _refuse_file(source, Path(source))
        df, code = scope.expression(source, "from_df"), code_of_word(source)
        return lambda bad: from_tables.from_df(path, df, code, columns, bad)
    csv = scope.text(args.csv_fname) or "labels.csv"
    return lambda bad: from_tables.from_csv(path, csv, columns, bad)


def _pattern(scope: Scope, word: str) -> str:
    held = scope.get(word)
    if held is not None and not isinstance(held, str | re.Pattern) and not isinstance(word, Text):
        kind = type(held).__name__
        raise FastaidError(f"--pat {word} is your variable, a {kind}.", "A pattern is text: r'/([^/]+)_'")
    return scope.text(word) or ""


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


def _is_of_one_picture(tfm: Any) -> bool:
    from fastai.vision import augment

    names = (
        "Resize",
        "RandomCrop",
        "RandomResizedCrop",
        "CropPad",
        "RatioResize",
        "FlipItem",
        "DihedralItem",
    )
    return isinstance(tfm, tuple(getattr(augment, name) for name in names))


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
