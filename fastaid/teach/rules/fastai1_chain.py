"""The steps of fastai 1's data block API as arguments of the call that makes the data. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Callable

from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules.fastai1_arguments import called, parameters
from fastaid.teach.rules.fastai1_lines import LONGEST, STEPS, Modern, added
from fastaid.teach.rules.in_code import last_name, parent, trees
from fastaid.teach.scene import Frame, Scene, latest_first

WHY = (
    "In fastai 1 data were split, labelled and transformed step by step. In fastai 2 the call that makes them "
    "is told all of it."
)
SPLITS = frozenset({"split_by_rand_pct", "random_split_by_pct", "split_none", "no_split"})
LABELS = frozenset({"label_from_folder", "label_from_df", "label_empty", "label_from_list"})
CHAIN = frozenset({*STEPS, *SPLITS, *LABELS, "transform", "normalize", "databunch"})
MADE = "dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(224), {})"
# Of DataLoaders: what a step is now, and a line where the learner's own is not found.
OF_DLS = {
    **{
        name: (
            "the split is made with the DataLoaders, by the arguments `valid_pct` and `seed`",
            MADE.format("valid_pct=0.2, seed=42"),
        )
        for name in ("split_by_rand_pct", "random_split_by_pct")
    },
    "split_by_folder": (
        "`from_folder` itself splits by the folders, by its arguments `train` and `valid`",
        MADE.format("train='train', valid='valid'"),
    ),
    "split_from_df": (
        "`from_df` itself splits by a column, its argument `valid_col`",
        "dls = ImageDataLoaders.from_df(df, path, valid_col='is_valid', item_tfms=Resize(224))",
    ),
    **{
        name: (
            "the split is the argument `splitter` of a DataBlock",
            f"dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,\n"
            f"    item_tfms=Resize(224), {STEPS[name].format(given)}).dataloaders(path)",
        )
        for name, given in (
            ("split_by_idx", "valid_idx"),
            ("split_by_fname_file", "'valid.txt'"),
            ("split_by_valid_func", "is_valid"),
        )
    },
    **{
        name: ("DataLoaders are always split", MADE.format("valid_pct=0.2"))
        for name in ("split_none", "no_split")
    },
    "label_from_folder": (
        "`from_folder` itself takes the folders' names as labels",
        MADE.format("valid_pct=0.2"),
    ),
    "label_from_df": (
        "`from_df` itself takes the labels from a column, its argument `label_col`",
        "dls = ImageDataLoaders.from_df(df, path, label_col='label', item_tfms=Resize(224))",
    ),
    "label_from_func": (
        "the function is given to `from_path_func`",
        "dls = ImageDataLoaders.from_path_func(path, get_image_files(path), label_func, item_tfms=Resize(224))",
    ),
    "label_from_re": (
        "the pattern is given to `from_name_re`",
        "dls = ImageDataLoaders.from_name_re(path, get_image_files(path), pat, item_tfms=Resize(224))",
    ),
    "transform": (
        "transforms are the arguments `item_tfms` and `batch_tfms` of the call that makes the DataLoaders",
        MADE.format("batch_tfms=aug_transforms()"),
    ),
}


def remade(scene: Scene, frame: Frame) -> str:
    """The learner's own call that made the data, with what the steps asked for; "" where it is not found."""
    node = frame.node
    node = node.func if isinstance(node, ast.Call) else node
    if not isinstance(node, ast.Attribute) or node.attr not in CHAIN:
        return ""
    steps = _steps(node)
    name = node.value.id if isinstance(node.value, ast.Name) else ""
    maker = _maker(scene, name, steps[-1] if steps else node) if name else node.value
    if not steps or not isinstance(maker, ast.Call):
        return ""
    last = last_name(maker.func)
    if last.startswith("from_") and "DataLoaders" in ast.unparse(maker.func):
        new = _of_loaders(frame, maker, steps)
        return _in_its_statement(steps[-1], ast.unparse(new), name or "dls") if new is not None else ""
    return _of_block(scene, frame, maker, steps, name or "dblock")


def _steps(node: ast.Attribute) -> list[ast.Call]:
    """The calls of a chain from this attribute on, the innermost first."""
    found: list[ast.Call] = []
    at: ast.AST | None = node
    while isinstance(at, ast.Attribute) and at.attr in CHAIN:
        call = parent(at)
        if not isinstance(call, ast.Call) or call.func is not at:
            break
        found.append(call)
        at = parent(call)
    return found


def _maker(scene: Scene, name: str, step: ast.AST) -> ast.expr | None:
    """What was last assigned to a variable, before the step that is made of it."""
    text = ast.unparse(step)
    for tree in trees(scene):
        for node in latest_first(tree):
            if not isinstance(node, ast.Assign) or text in ast.unparse(node.value):
                continue
            if any(isinstance(one, ast.Name) and one.id == name for one in node.targets):
                return node.value
    return None


def _in_its_statement(step: ast.Call, new: str, name: str) -> str:
    around = parent(step)
    while isinstance(around, (ast.Attribute, ast.Call)):
        around = parent(around)
    if isinstance(around, ast.Assign):
        text = ast.unparse(around).replace(ast.unparse(step), new, 1)
    elif isinstance(around, ast.Expr) and around.value is not step:
        text = f"{name} = {new}\n{ast.unparse(around).replace(ast.unparse(step), name, 1)}"
    else:
        text = f"{name} = {new}"
    return text if len(text) < LONGEST else ""


def _given(step: ast.Call, position: int, *names: str) -> str:
    """An argument of a step as it is written, "" where there is none."""
    for one in step.keywords:
        if one.arg in names:
            return ast.unparse(one.value)
    return ast.unparse(step.args[position]) if position < len(step.args) else ""


def _of_loaders(frame: Frame, maker: ast.Call, steps: list[ast.Call]) -> ast.Call | None:
    """`….from_folder(…)` with what the steps say as arguments, None where it takes no such."""
    new = _copy(maker)
    takes, _ = parameters(called(frame, maker.func))
    for step in steps:
        name = last_name(step.func)
        wanted: dict[str, str] = {}
        if name in ("split_by_rand_pct", "random_split_by_pct"):
            wanted = {
                "valid_pct": _given(step, 0, "valid_pct", "pct") or "0.2",
                "seed": _given(step, 1, "seed"),
            }
        elif name == "split_by_folder":
            wanted = {"train": _given(step, 0, "train"), "valid": _given(step, 1, "valid")}
        elif name == "split_from_df":
            wanted = {"valid_col": _given(step, 0, "col", "cols") or "'is_valid'"}
        elif name == "label_from_df":
            wanted = {
                "label_col": _given(step, 0, "cols"),
                "label_delim": _given(step, 9, "label_delim", "sep"),
            }
        elif name in STEPS and name != "label_from_folder":
            return None
        wanted = {one: value for one, value in wanted.items() if value}
        if not wanted.keys() <= set(takes):
            return None
        _set(new, wanted)
        _transformed(frame, new, step)
        _set(new, {one: _given(step, 9, one) for one in ("bs", "num_workers") if _given(step, 9, one)})
    return new


def _transformed(frame: Frame, call: ast.Call, step: ast.Call) -> None:
    """Set the transforms that `.transform(tfms, size=…)` or `.normalize(stats)` gave."""
    name = last_name(step.func)
    is_list = _lists(frame)
    if name == "normalize":
        stats = _given(step, 0, "stats") or "imagenet_stats"
        added(call, "batch_tfms", f"Normalize.from_stats(*{stats})", is_list)
    if name != "transform":
        return
    size = _given(step, 9, "size")
    if size and not any(one.arg == "item_tfms" for one in call.keywords):
        _set(call, {"item_tfms": f"Resize({size})"})
    given = (
        step.args[0] if step.args else next((one.value for one in step.keywords if one.arg == "tfms"), None)
    )
    # fastai 1's two lists, for training and validation, have no counterpart.
    if given is None or isinstance(given, (ast.Tuple, ast.List, ast.Constant)):
        return
    held = frame.value(given)
    if isinstance(held, tuple):
        return
    modern = Modern().visit(_expression(ast.unparse(given)))
    added(call, "batch_tfms", ast.unparse(ast.fix_missing_locations(modern)), is_list)


def _lists(frame: Frame) -> Callable[[ast.expr], bool]:
    def is_list(node: ast.expr) -> bool:
        held = frame.value(node)
        return held is not UNKNOWN and isinstance(held, (list, tuple))

    return is_list


def _of_block(scene: Scene, frame: Frame, maker: ast.Call, steps: list[ast.Call], name: str) -> str:
    """A DataBlock with what the steps say as arguments, and its DataLoaders where they were made."""
    is_made = last_name(maker.func) == "dataloaders" and isinstance(maker.func, ast.Attribute)
    inner = maker.func.value if is_made and isinstance(maker.func, ast.Attribute) else maker
    if is_made:
        name = inner.id if isinstance(inner, ast.Name) else "dblock"
    block = _maker(scene, name, steps[-1]) if isinstance(inner, ast.Name) else inner
    if not isinstance(block, ast.Call) or last_name(block.func) != "DataBlock":
        return ""
    new = _copy(block)
    loaders: ast.expr | None = _copy(maker) if is_made else None
    for step in steps:
        old = last_name(step.func)
        if old in ("split_by_rand_pct", "random_split_by_pct"):
            pct, seed = _given(step, 0, "valid_pct", "pct") or "0.2", _given(step, 1, "seed")
            _set(new, {"splitter": f"RandomSplitter({pct}{f', seed={seed}' if seed else ''})"})
        elif old in STEPS and (_given(step, 0) or "{" not in STEPS[old]):
            word, _, value = STEPS[old].format(_given(step, 0)).partition("=")
            _set(new, {word: value})
        elif old == "databunch" and loaders is None:
            loaders = _expression(f"{name}.dataloaders({_given(step, 0) or 'path'})")
        _transformed(frame, new, step)
        if isinstance(loaders, ast.Call):
            _set(loaders, {one: _given(step, 9, one) for one in ("bs",) if _given(step, 9, one)})
    is_same = all(last_name(one.func) == "databunch" for one in steps)
    text = "" if is_same else f"{name} = {ast.unparse(new)}\n"
    if isinstance(loaders, ast.Call) and isinstance(loaders.func, ast.Attribute):
        loaders.func.value = ast.Name(name)
        text += f"{_in_its_statement(steps[-1], ast.unparse(loaders), 'dls')}"
    return text.strip() if len(text) < LONGEST else ""


def _set(call: ast.Call, keywords: dict[str, str]) -> None:
    call.keywords = [one for one in call.keywords if one.arg not in keywords]
    call.keywords += [ast.keyword(name, _expression(code)) for name, code in keywords.items()]


def _copy(call: ast.Call) -> ast.Call:
    new = _expression(ast.unparse(call))
    assert isinstance(new, ast.Call)
    return new


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body
