"""A learner's line of fastai 1, written for fastai 2 with the learner's own names in it."""

from __future__ import annotations

import ast
from collections.abc import Callable

from executing import Source

from fastaid.facts.renamed import successors
from fastaid.teach.scene import Frame

# Successors that take the same arguments, or nearly: the name alone is changed.
SAME_CALL = {
    "ImageDataBunch": "ImageDataLoaders",
    "TextDataBunch": "TextDataLoaders",
    "TextClasDataBunch": "TextDataLoaders",
    "TextLMDataBunch": "TextDataLoaders",
    "TabularDataBunch": "TabularDataLoaders",
    "CollabDataBunch": "CollabDataLoaders",
    "create_cnn": "vision_learner",
    "get_transforms": "aug_transforms",
    "open_image": "PILImage.create",
    "open_mask": "PILMask.create",
    "accuracy_thresh": "accuracy_multi",
    "KappaScore": "CohenKappa",
    "AUROC": "RocAucBinary",
    "root_mean_squared_error": "rmse",
    "mean_absolute_error": "mae",
    "mean_squared_error": "mse",
    "ShowGraph": "ShowGraphCallback",
    "MixUpCallback": "MixUp",
    "GradientClipping": "GradientClip",
    "ReduceLROnPlateauCallback": "ReduceLROnPlateau",
    "CrossEntropyFlat": "CrossEntropyLossFlat",
    "BCEWithLogitsFlat": "BCEWithLogitsLossFlat",
    "BCEFlat": "BCELossFlat",
    "DataBunch": "DataLoaders",
    "pil2tensor": "image2tensor",
}
OLD_SUBSETS = {"Train": "ds_idx=0", "Valid": "ds_idx=1", "Test": ""}
DROPPED = frozenset(
    {"no_check", "bptt", "min_freq", "max_vocab", "tokenizer", "sep", "test", "test_df", "ps"}
)
LONGEST = 300  # characters of a line that is still read


def statement(frame: Frame) -> ast.stmt | None:
    """The statement of a learner's that was running."""
    if not frame.is_learners:
        return None
    try:
        found = Source.executing(frame.place).statements
    except Exception:  # noqa: BLE001  a source that is no longer there
        return None
    return next(iter(found), None) if found and len(found) == 1 else None


def modern(frame: Frame) -> str:
    """The learner's line as fastai 2 takes it, "" where that needs more than changed names."""
    line = statement(frame)
    if not isinstance(line, (ast.Assign, ast.Expr, ast.Return, ast.AugAssign)):
        return ""
    copy = ast.parse(
        ast.unparse(line) if not isinstance(line, ast.Return) else ast.unparse(line.value or line)
    )
    text = ast.unparse(ast.fix_missing_locations(Modern().visit(copy)))
    if len(text) > LONGEST or any(word in successors() for word in _names(text)):
        return ""
    return text


BLOCKS = {
    "ImageList": "ImageBlock, CategoryBlock",
    "ImageItemList": "ImageBlock, CategoryBlock",
    "ImageFileList": "ImageBlock, CategoryBlock",
    "ImageImageList": "ImageBlock, ImageBlock",
    "SegmentationItemList": "ImageBlock, MaskBlock(codes)",
    "PointsItemList": "ImageBlock, PointBlock",
    "TextList": "TextBlock.from_folder(path), CategoryBlock",
}
# What a step of the chain has become; "{0}" and so on are its arguments.
STEPS = {
    "split_by_rand_pct": "splitter=RandomSplitter(0.2, seed=42)",
    "random_split_by_pct": "splitter=RandomSplitter(0.2, seed=42)",
    "split_by_folder": "splitter=GrandparentSplitter()",
    "split_by_idx": "splitter=IndexSplitter({0})",
    "split_by_fname_file": "splitter=FileSplitter({0})",
    "split_by_valid_func": "splitter=FuncSplitter({0})",
    "split_from_df": "splitter=ColSplitter({0})",
    "label_from_folder": "get_y=parent_label",
    "label_from_func": "get_y={0}",
    "label_from_re": "get_y=RegexLabeller({0})",
    "label_from_df": "get_y=ColReader(1)",
}


def _names(text: str) -> set[str]:
    tree = ast.parse(text)
    found = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}
    found |= {one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)}
    return found | {one.arg for one in ast.walk(tree) if isinstance(one, ast.keyword) and one.arg}


# What pil2tensor made of the numbers, by the last name of the dtype it was given.
TYPED = {
    "float32": "float",
    "float": "float",
    "float64": "double",
    "int64": "long",
    "long": "long",
    "uint8": "",
}


def _tensor_of(node: ast.Call) -> ast.expr:
    """`pil2tensor(img, np.float32)`: image2tensor takes the picture alone; the kind of number is a step after it."""
    kind = (
        node.args[1]
        if len(node.args) > 1
        else next((one.value for one in node.keywords if one.arg == "dtype"), None)
    )
    made = ast.Call(ast.Name("image2tensor"), node.args[:1], [])
    method = TYPED.get(_last(kind), "float") if kind is not None else ""
    return ast.Call(ast.Attribute(made, method), [], []) if method else made


def _picture_of(node: ast.expr) -> ast.expr | None:
    """The array of `Image(pil2tensor(array, np.float32).div_(255))`."""
    calls = [
        one
        for one in ast.walk(node)
        if isinstance(one, ast.Call) and _last(one.func) == "pil2tensor" and one.args
    ]
    return calls[0].args[0] if calls else None


class Modern(ast.NodeTransformer):
    """Changes the names, the keywords and the order of arguments that have changed."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        now = SAME_CALL.get(node.id)
        return _expression(now) if now else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        # `vision.get_transforms`: the module before it goes too.
        if node.attr in SAME_CALL and isinstance(node.value, (ast.Name, ast.Attribute)):
            return _expression(SAME_CALL[node.attr])
        self.generic_visit(node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        func, old = node.func, _last(node.func)
        if old == "Image" and len(node.args) == 1 and (inner := _picture_of(node.args[0])) is not None:
            return ast.Call(_expression("PILImage.create"), [inner], [])
        if old == "pil2tensor" and node.args:
            self.generic_visit(node)
            return _tensor_of(node)
        if isinstance(func, ast.Attribute) and old == "normalize" and isinstance(func.value, ast.Call):
            return self._normalized(func.value, node)
        kind = _last(func.value) if isinstance(func, ast.Attribute) else ""
        if old == "partial" and node.args and _last(node.args[0]) == "fbeta":
            return _expression("FBetaMulti(beta=2, thresh=0.2, average='samples')")
        if old == "fbeta":
            return _expression("FBetaMulti(beta=2, thresh=0.2, average='samples')")
        new = [now for one in node.keywords for now in _keyword(one, kind, old)]
        node.keywords = []
        for one in new:
            _joined(node, one)
        if kind in (
            "ImageDataBunch",
            "TextDataBunch",
            "TextClasDataBunch",
            "TextLMDataBunch",
            "TabularDataBunch",
        ):
            self._of_a_databunch(node, kind, old)
        if old == "create" and kind.endswith("DataBunch"):
            _of_data_sets(node)
        self.generic_visit(node)
        return node

    def _of_a_databunch(self, node: ast.Call, kind: str, method: str) -> None:
        given = {one.arg for one in node.keywords}
        if method == "from_df" and kind.startswith("Text"):
            _of_two_tables(node)
        elif method == "from_df" and len(node.args) > 1:
            node.args[:2] = node.args[1::-1]
        if method == "load" and isinstance(node.func, ast.Attribute):
            # What fastai 1 saved cannot be read: the data are made anew of the files.
            node.func.attr, node.args = "from_folder", node.args[:1]
        is_text = kind.startswith("Text")
        if is_text and method in ("from_df", "from_csv"):
            node.keywords = [one for one in node.keywords if one.arg not in ("train_df", "valid_df")]
            if "text_col" not in given:
                node.keywords.append(ast.keyword("text_col", ast.Constant("text")))
        if (
            is_text
            and method in ("from_df", "from_csv")
            and kind != "TextLMDataBunch"
            and "label_col" not in given
        ):
            node.keywords.append(ast.keyword("label_col", ast.Constant(0)))
        if kind == "TextLMDataBunch":
            node.keywords.append(ast.keyword("is_lm", ast.Constant(True)))
        patterns = [one.value for one in node.keywords if one.arg == "pat"] or node.args[2:3]
        if method == "from_name_re" and isinstance(node.func, ast.Attribute):
            given_now = patterns[0] if patterns else None
            is_of_path = not isinstance(given_now, ast.Constant) or str(given_now.value).startswith("/")
            node.func.attr = "from_path_re" if is_of_path else method
        if method == "from_name_func" and isinstance(node.func, ast.Attribute):
            node.func.attr = "from_path_func"

    def _normalized(self, inner: ast.Call, outer: ast.Call) -> ast.expr:
        """`.normalize(stats)` at the end became one of the batch_tfms."""
        inner = self.visit(inner)
        stats = ast.unparse(outer.args[0]) if outer.args else "imagenet_stats"
        added(inner, "batch_tfms", f"Normalize.from_stats(*{stats})")
        return inner


def _of_two_tables(call: ast.Call) -> None:
    """`from_df(path, train_df, valid_df)`: one table now, in which a column tells the rows for validation."""
    named = {one.arg: one.value for one in call.keywords}
    path, train, valid = (
        call.args[at] if at < len(call.args) else named.get(name)
        for at, name in enumerate(("path", "train_df", "valid_df"))
    )
    if train is None:
        return
    call.keywords = [one for one in call.keywords if one.arg not in ("path", "train_df", "valid_df")]
    if path is not None:
        call.keywords.insert(0, ast.keyword("path", path))
    call.args = [train]
    if valid is not None:
        parts = f"{ast.unparse(train)}.assign(is_valid=False), {ast.unparse(valid)}.assign(is_valid=True)"
        call.args = [_expression(f"pd.concat([{parts}])")]
        call.keywords.append(ast.keyword("valid_col", ast.Constant("is_valid")))


def _of_data_sets(call: ast.Call) -> None:
    """`DataBunch.create(train_ds, valid_ds)` became `from_dsets`, which takes the data sets by place alone."""
    assert isinstance(call.func, ast.Attribute)
    call.func.attr = "from_dsets"
    named = {one.arg: one.value for one in call.keywords}
    call.args = [*call.args, *(named[one] for one in ("train_ds", "valid_ds") if one in named)][:2]
    renamed = {"item_tfms": "after_item", "batch_tfms": "after_batch"}
    gone = ("train_ds", "valid_ds", "test_ds")
    call.keywords = [
        ast.keyword(renamed.get(one.arg or "", one.arg), one.value)
        for one in call.keywords
        if one.arg not in gone
    ]


def added(
    call: ast.Call,
    name: str,  # of an argument that takes one transform or a list of them
    more: str,  # another transform, or a call that makes several
    is_list: Callable[[ast.expr], bool] = lambda _: False,  # of a variable
) -> None:
    """Give a call one more transform, beside those it has."""
    new = _expression(more)
    for one in call.keywords:
        if one.arg == name:
            parts = [part for held in (one.value, new) for part in _each(held, is_list)]
            one.value = ast.List(parts, ast.Load())
            return
    call.keywords.append(ast.keyword(name, new))


def _each(held: ast.expr, is_list: Callable[[ast.expr], bool]) -> list[ast.expr]:
    if isinstance(held, (ast.List, ast.Tuple)):
        return held.elts
    makes_several = isinstance(held, ast.Call) and _last(held.func) in SEVERAL
    return [ast.Starred(held, ast.Load()) if makes_several or is_list(held) else held]


SEVERAL = ("aug_transforms", "get_transforms", "list", "L")


def _joined(call: ast.Call, new: ast.keyword) -> None:
    """Set an argument; where two of fastai 1 became the same one, both count."""
    if new.arg == "batch_tfms" and any(one.arg == "batch_tfms" for one in call.keywords):
        added(call, "batch_tfms", ast.unparse(new.value))
    elif not new.arg or all(one.arg != new.arg for one in call.keywords):
        call.keywords.append(new)


def _takes(word: str, kind: str, function: str) -> bool:
    """Whether a function of fastai 1 had the argument: other libraries use some of these words too."""
    is_maker = kind.endswith(("DataBunch", "DataLoaders", "List")) or function in OF_DATA
    is_learner = function.endswith(("earner", "create_cnn"))
    is_fit = function.startswith("fit") or function == "fine_tune"
    if word in OF_FIT:
        return is_fit
    if word in ("callbacks", "callback_fns"):
        return is_fit or is_learner
    if word in ("rows", "ds_type"):
        return not is_maker and not function[:1].isupper()
    if word == "pretrained_model":
        return is_learner
    return is_maker or (word in DROPPED and is_learner)


OF_FIT = frozenset({"max_lr", "div_factor"})
OF_DATA = frozenset({"databunch", "transform", "label_from_df", "TabularList", "TextList"})


def _keyword(old: ast.keyword, kind: str, function: str) -> list[ast.keyword]:
    """What an argument of fastai 1 is called; several, or none, where it is no single one."""
    if old.arg == "ds_type" and function == "show_batch":
        return []  # it is `dls.valid.show_batch()`
    if old.arg == "max_warp" and isinstance(old.value, ast.Constant) and old.value.value is None:
        return [ast.keyword("max_warp", ast.Constant(0))]
    if not _takes(old.arg or "", kind, function):
        return [old]
    change = KEYWORDS.get(old.arg or "")
    if change is not None:
        text = change(ast.unparse(old.value))
        call = _expression(f"f({text})")
        return call.keywords if isinstance(call, ast.Call) else [old]
    if old.arg in DROPPED and function not in ("vision_learner", "create_cnn", "cnn_learner"):
        return []
    return [old]


KEYWORDS: dict[str, Callable[[str], str]] = {
    "ds_tfms": lambda value: "" if value == "None" else f"batch_tfms={value}",
    "size": lambda size: f"item_tfms=Resize({size})",
    "callback_fns": lambda value: f"cbs={callbacks_made(value)}",
    "callbacks": lambda value: f"cbs={callbacks_made(value)}",
    "max_lr": lambda value: f"lr_max={value}",
    "div_factor": lambda value: f"div={value}",
    "rows": lambda value: f"max_n={value}",
    "ds_type": lambda value: (
        OLD_SUBSETS.get(value.rpartition(".")[2], "ds_idx=1") or "dl=learn.dls.test_dl(test_files)"
    ),
    "csv_labels": lambda value: f"csv_fname={value}",
    "text_cols": lambda value: f"text_col={value}",
    "label_cols": lambda value: f"label_col={value}",
    "dep_var": lambda value: f"y_names={value}",
    "pct_val": lambda value: f"valid_pct={value}",
    "pretrained_model": lambda _: "arch=AWD_LSTM",
}


def normalized(
    inner: ast.Call,  # that makes the DataLoaders
    outer: ast.Call,  # `….normalize(stats)`
) -> str:
    """The call that makes DataLoaders, which normalize as fastai 1's method did."""
    copy = ast.parse(ast.unparse(inner), mode="eval").body
    assert isinstance(copy, ast.Call)
    return ast.unparse(ast.fix_missing_locations(Modern()._normalized(copy, outer)))


def callbacks_made(text: str) -> str:
    """Callbacks themselves for what made them in fastai 1: `[partial(C, a=1)]` → `[C(a=1)]`."""
    try:
        found = _expression(text)
    except SyntaxError:
        return text
    every = found.elts if isinstance(found, (ast.List, ast.Tuple)) else [found]
    made = [_callback_made(one) for one in every]
    if made == every:
        return text
    return f"[{', '.join(map(ast.unparse, made))}]" if found is not every[0] else ast.unparse(made[0])


def _callback_made(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Call) and _last(node.func) == "partial" and node.args:
        return ast.Call(node.args[0], node.args[1:], node.keywords)
    # `lambda learn: C(learn, a=1)`
    if isinstance(node, ast.Lambda) and isinstance(node.body, ast.Call) and len(node.args.args) == 1:
        learn = node.args.args[0].arg
        rest = [one for one in node.body.args if not (isinstance(one, ast.Name) and one.id == learn)]
        return ast.Call(node.body.func, rest, node.body.keywords)
    return node


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
