"""Labels: of the wrong kind, unknown to the vocab, or missing."""

from __future__ import annotations

import ast
import math
import re
from itertools import islice
from pathlib import Path
from types import FunctionType
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_dls, is_of, is_table, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.columns import without_gaps
from fastaid.teach.rules.in_code import anew, keyword_given, last_name, trees
from fastaid.teach.rules.in_workers import is_from_worker, own_message, transforms
from fastaid.teach.rules.labels_in_vocab import not_in_the_vocab
from fastaid.teach.rules.labels_of_tables import odd_labels
from fastaid.teach.rules.labels_of_tests import label_of_test
from fastaid.teach.rules.labels_written import as_numbers, for_several, made_with_all, of_lists
from fastaid.teach.scene import Frame, Scene

MAKING = "fastai.data.transforms"
MOST_ROWS = 20_000


def _is_nan(held: Any) -> bool:
    return isinstance(held, float) and math.isnan(held)


def categorize_at_work(scene: Scene) -> tuple[Any, Any]:
    """The transform that did not know a label, and the label."""
    frame = scene.within(MAKING, "encodes")
    if frame is not None and is_of(frame.names.get("self"), MAKING, "Categorize"):
        return frame.names["self"], frame.names.get("o")
    held = next((one for one in transforms(scene) if is_of(one, MAKING, "Categorize")), None)
    if not is_from_worker(scene) or held is None:
        return None, None
    found = re.search(r"Labels? '(.*)' w(?:as|ere) not included", own_message(scene))
    return held, found[1] if found else None


def vocab_held(held: Any) -> list[Any]:
    """The classes a Categorize knows."""
    return list(islice(stored(stored(held).get("vocab")).get("items") or (), 1_000))


@rule(KeyError, needs="fastai")
def unknown_label(scene: Scene) -> Diagnosis | None:
    """A label that the training set, or the vocab given, does not have."""
    held, label = categorize_at_work(scene)
    if held is None or label is None:
        return None
    vocab = vocab_held(held)
    is_multi = is_of(held, MAKING, "MultiCategorize")
    wrong = label
    if (is_multi and isinstance(label, (list, tuple))) or is_of(label, "fastcore.foundation", "L"):
        wrong = next((one for one in label if one not in vocab), label)
    if _is_file(wrong) and vocab and _is_file(vocab[0]):
        return _path_as_label(wrong)
    if (of_test := label_of_test(scene, held, wrong, vocab)) is not None:
        return of_test
    if _is_nan(wrong) or wrong == "nan":
        return Diagnosis(
            "A label is missing: in the table it is NaN.",
            "The vocab, the list of classes, leaves missing values out; so this row has no class.",
            without_gaps(scene),
            "Leave out the rows without a label (or fill them with `fillna('none')`) before making the dls:",
            card="labels-and-vocab",
        )
    block = "MultiCategoryBlock" if is_multi else "CategoryBlock"
    given = keyword_given(scene, "vocab")
    if given is not None:
        return not_in_the_vocab(scene, vocab, wrong)
    near = did_you_mean(str(wrong), map(str, vocab), n=1) if isinstance(wrong, str) else ""
    return Diagnosis(
        f"The label {wrong!r} occurs in the validation set and not in the training set.",
        f"The vocab is made of the training items alone: {counted(len(vocab), 'class', 'classes')} "
        f"({listed(map(repr, vocab), 4)})." + (f" {near}" if near else ""),
        made_with_all(scene, block, [*map(str, vocab), str(wrong)]) or _block_with_all(scene, block, wrong),
        "Give all classes yourself, or choose the validation set so that training has each (a rare one, or a slip "
        "of spelling?):",
        card="labels-and-vocab",
    )


def _block_with_all(scene: Scene, block: str, label: Any) -> str:
    column = keyword_given(scene, "label_col")
    named = column.value if isinstance(column, ast.Constant) and isinstance(column.value, str) else ""
    table, found = _column_with(scene, label, named)
    every = f"sorted({table}[{found!r}].unique())" if table and block == "CategoryBlock" else "all_labels"
    # These make the blocks themselves, and take one for the labels.
    is_made = any(
        isinstance(one, ast.Call) and last_name(one.func) in ("from_df", "from_csv")
        for tree in islice(trees(scene), 1)
        for one in ast.walk(tree)
    )
    word = "y_block=" if is_made or column is not None else ""
    return f"{word}{block}(vocab={every})"


def _column_with(scene: Scene, label: Any, named: str) -> tuple[str, str]:
    """The table and the column that a label stands in."""
    for name, table in scene.live(object):
        for column in table.columns if is_table(table) else ():
            if column == named or (not named and any(one == label for one in table[column].iloc[:MOST_ROWS])):
                return name, str(column)
    return "", ""


def _is_file(held: Any) -> bool:
    return isinstance(held, Path) or (isinstance(held, str) and "/" in held and Path(held).suffix != "")


def _path_as_label(label: Any) -> Diagnosis:
    return Diagnosis(
        f"The label of an item is its own path, `{label}`.",
        "The DataBlock has no `get_y`, so the item itself, its path, was taken as its label: one class per file.",
        "get_y=parent_label",
        "Say how a file's label is found; where the folder's name is the label:",
        card="getters",
    )


def _setting_up(scene: Scene) -> Any:
    """The transform for labels that was collecting the classes."""
    frame = scene.within(MAKING, "setups")
    held = frame.names.get("self") if frame is not None else None
    return held if is_of(held, MAKING, "Categorize") else None


@rule(TypeError, needs="fastai")
def list_for_one_label(scene: Scene) -> Diagnosis | None:
    """Lists of labels with CategoryBlock, which takes one label for each item."""
    held = _setting_up(scene)
    if held is None or is_of(held, MAKING, "MultiCategorize") or "unhashable" not in scene.message:
        return None
    if odd_labels(scene):
        return None  # labels_of_tables knows more
    kind = (re.findall(r"'([\w.]+)'", scene.message) or ["list"])[0].rpartition(".")[2]
    if kind in ("ndarray", "Tensor"):
        return Diagnosis(
            "The labels are arrays; `CategoryBlock` wants one name or number for each item.",
            "Rows of zeros and ones are labels that are encoded already, for several classes at once.",
            "MultiCategoryBlock(encoded=True, vocab=classes)",
            "Use:",
            card="multi-label-classification",
        )
    if kind not in ("list", "L", "set"):
        return None
    reader = next((one for one in transforms(scene) if is_of(one, MAKING, "ColReader")), None)
    delim = stored(reader).get("label_delim") if reader is not None else None
    return Diagnosis(
        f"The label of an item is a {kind}; `CategoryBlock` takes one label for each item.",
        (f"`label_delim={delim!r}` splits" if delim else "Your labels make") + " it into several labels.",
        for_several(scene),
        "For items with several labels, use MultiCategoryBlock"
        + ("" if delim else " (for a single one, return the label itself, not a list)")
        + ":",
        card="multi-label-classification",
    )


def _labelling(scene: Scene) -> str:
    """The learner's function that makes the labels, where it is plain to see."""
    given = keyword_given(scene, "get_y") or keyword_given(scene, "label_func")
    call = scene.here.call if scene.here is not None else None
    if given is None and call is not None and last_name(call.func) in ("from_path_func", "from_name_func"):
        given = call.args[2] if len(call.args) > 2 else None
    is_own = isinstance(given, ast.Name) and isinstance(scene.names.get(given.id), FunctionType)
    return f"`{given.id}`" if is_own and isinstance(given, ast.Name) else ""


@rule(TypeError, needs="fastai")
def labels_of_two_types(scene: Scene) -> Diagnosis | None:
    """Labels that cannot be sorted: None or numbers among strings."""
    frame = scene.within(MAKING, "__init__")
    items = frame.names.get("items") if frame is not None else None
    if items is None or _setting_up(scene) is None or not is_of(items, "fastcore.foundation", "L"):
        return None
    kinds = sorted({type(one).__name__ for one in items})
    if "Match" in kinds:
        return Diagnosis(
            "The function that makes the labels returns a match of a regular expression, not text.",
            "`re.search` and `re.match` return an object; its text is in `.group(1)`.",
            "re.search(pattern, name).group(1)",
            "Return the group:",
            card="regular-expressions",
        )
    if "NoneType" in kinds:
        return Diagnosis(
            f"For some items the label is None; the others are {listed(one for one in kinds if one != 'NoneType')}.",
            f"{_labelling(scene) or 'The function that makes the labels'} reaches its end without a `return` for them.",
            "return 'other'",
            f"Return a label in every case; as the last line of {_labelling(scene) or 'the function'}:",
            card="getters",
        )
    if len(kinds) < 2:
        return None
    return Diagnosis(
        f"The labels are of different types: {listed(kinds)}.",
        "The classes are sorted, and Python cannot sort texts and numbers together.",
        "df['label'] = df['label'].astype(str)   # the name of your label column",
        "Make all of them text:",
        card="labels-and-vocab",
    )


@rule(TypeError, AttributeError, needs="fastai")
def not_to_be_split(scene: Scene) -> Diagnosis | None:
    """label_delim with NaN or numbers in the column."""
    frame = scene.within(MAKING, "_do_one")
    if frame is None or frame is not scene.last:
        return None
    reader, held = frame.names.get("self"), frame.names.get("o")
    delim = stored(reader).get("label_delim")
    if delim is None or isinstance(held, str):
        return None
    column = frame.names.get("c")
    named = f"df[{column!r}]" if isinstance(column, str) else f"df.iloc[:, {column}]"
    if _is_nan(held):
        return Diagnosis(
            f"The column {column!r} has a missing value (NaN), which cannot be split at {delim!r}.",
            "pandas reads an empty cell of a csv file as NaN, a float.",
            f"{named} = {named}.fillna('')",
            "Make it an empty text, which means no label:",
            card="multi-label-classification",
        )
    if isinstance(held, (list, tuple)):
        return Diagnosis(
            f"The column {column!r} already holds lists, such as {held!r}.",
            "`label_delim` is for texts in which a sign separates the labels.",
            of_lists(scene, column),
            "Leave out `label_delim`:",
            card="multi-label-classification",
        )
    return Diagnosis(
        f"The column {column!r} holds {described(held)}, {held!r}, which cannot be split at {delim!r}.",
        "Only text can be split.",
        f"{named} = {named}.astype(str)",
        "Make it text, or leave out `label_delim`:",
        card="multi-label-classification",
    )


@rule(TypeError, ValueError, needs="fastai")
def text_for_numbers(scene: Scene) -> Diagnosis | None:
    """RegressionBlock or PointBlock with labels that are text."""
    frame = scene.within(MAKING, "encodes") or scene.within("fastai.vision.core", "create")
    held = (
        next((v for n in ("o", "t", "x", "fn") if (v := frame.names.get(n)) is not None), None)
        if frame
        else None
    )
    if frame is None or not isinstance(held, str):
        return None
    is_regression = is_of(frame.names.get("self"), MAKING, "RegressionSetup")
    kind = frame.names.get("cls")
    is_point = isinstance(kind, type) and kind.__name__ in ("TensorPoint", "TensorBBox")
    if not is_regression and not is_point:
        return None
    block = "RegressionBlock" if is_regression else "PointBlock"
    written = as_numbers(scene, held, block) if is_regression else None
    if written is not None:
        return written
    kind_of_label = (
        "a measured number, such as an age." if is_regression else "points in a picture, pairs of numbers."
    )
    return Diagnosis(
        f"The label {held!r} is text; `{block}` wants numbers.",
        f"`{block}` is for {kind_of_label} Names of classes need CategoryBlock.",
        "CategoryBlock",
        f"In `blocks`, in place of `{block}`:",
        card="data-block",
    )


@rule(AssertionError, needs="fastai")
def outputs_unknown(scene: Scene) -> Diagnosis | None:
    """How many outputs a model needs cannot be told from the data."""
    frame = scene.last
    if frame is None or frame.function not in ("vision_learner", "unet_learner") or frame.names.get("n_out"):
        return None
    dls = frame.names.get("dls")
    if not is_dls(dls):
        return None
    loaders = stored(dls).get("loaders") or [None]
    name, kind = scene.name_of(dls) or "dls", frame.function
    call = scene.here.call if scene.here is not None else None
    items = stored(stored(loaders[0]).get("after_item")).get("fs") or ()
    what = f"`{kind}` cannot find out from `{name}` how many outputs the model needs."
    masks = next((one for one in items if type(one).__name__ == "AddMaskCodes"), None)
    if masks is not None and stored(masks).get("codes") is None:
        maker = "codes" if keyword_given(scene, "label_func") is not None else "MaskBlock(codes=codes)"
        return Diagnosis(
            what,
            "The masks have no `codes`, the list of what their numbers stand for: its length is the number of classes.",
            maker.replace("codes", "codes=codes", 1) if maker == "codes" else f"blocks=(ImageBlock, {maker})",
            "Give the list of names, `codes = ['void', 'road', …]`, where the data is made:",
            card="segmentation",
        )
    dataset = stored(loaders[0]).get("dataset")
    numbers, why, n = _outputs(dataset)
    return Diagnosis(
        what,
        why,
        anew(call, {"n_out": n}) if call is not None else f"n_out={n}",
        numbers,
        card="body-and-head",
    )


def _outputs(dataset: Any) -> tuple[str, str, str]:
    lists = stored(dataset).get("tls") or ()
    parts = [one for tl in lists for one in stored(stored(tl).get("tfms")).get("fs") or ()]
    if any(is_of(one, MAKING, "RegressionSetup") for one in parts):
        return (
            "Give the number of values to predict:",
            "For a RegressionBlock without `n_out` the data do not say it.",
            "1",
        )
    if lists:
        return (
            "Give it: the number of channels for pictures, of classes for labels:",
            "The target has no list of classes (no vocab): it is no CategoryBlock.",
            "3",
        )
    targets = [one for one in stored(dataset).values() if is_tensor(one) and not one.is_floating_point()]
    tensors = stored(dataset).get("tensors") or ()
    targets += [one for one in tensors if is_tensor(one) and not one.is_floating_point()]
    last = targets[-1] if targets else None
    is_read = last is not None and last.device.type == "cpu" and 0 < last.numel() < 10**6 and last.ndim == 1
    n = int(last.max()) + 1 if is_read and last is not None else 2
    return (
        f"Give the number of classes{'' if is_read else ' yourself'}:",
        "A data set of your own has no vocab, the list of classes that fastai counts.",
        str(n),
    )


@rule(TypeError, AttributeError, needs="torch")
def texts_as_targets(scene: Scene) -> Diagnosis | None:
    """A batch of labels that are strings: a tuple of texts, no tensor."""
    held, name = getattr(scene.error, "obj", None), str(getattr(scene.error, "name", ""))
    frame: Frame | None = scene.here
    text = "yb"
    if isinstance(scene.error, AttributeError):
        if name not in ("to", "cuda", "long", "float", "shape", "size", "type", "device") or frame is None:
            return None
        node = frame.node
        text = ast.unparse(node.value) if isinstance(node, ast.Attribute) else text
    else:
        loss = next((one for one in reversed(scene.frames) if one.module == "torch.nn.functional"), None)
        held = loss.names.get("target") if loss is not None else None
    if not isinstance(held, (tuple, list)) or not held or not all(type(one) is str for one in held):
        return None
    return Diagnosis(
        f"The labels of the batch, `{text}`, are texts: {listed(map(repr, held), 3)}.",
        "The data set returns the class's name; the loss needs its number, and only numbers become a tensor.",
        "vocab = sorted(set(labels))\nreturn x, vocab.index(label)",
        "Return the position in the list of classes; in `__getitem__`:",
        card="labels-and-vocab",
    )


@rule(ValueError, TypeError, needs="fastai")
def vocab_by_name(scene: Scene) -> Diagnosis | None:
    """`dls.vocab['dog']`: the vocab gives the name of a number, not the number of a name."""
    frame = scene.here
    below = scene.frames[scene.frames.index(frame) + 1 :] if frame is not None else ()
    if frame is None or not below or below[0].function != "__getitem__":
        return None
    vocab, key = below[0].names.get("self"), below[0].names.get("k")
    if not is_of(vocab, MAKING, "CategoryMap") or type(key) is not str:
        return None
    known = list(islice(stored(vocab).get("items") or (), 1_000))
    node = frame.node
    text = ast.unparse(node.value) if isinstance(node, ast.Subscript) else "dls.vocab"
    given = ast.unparse(node.slice) if isinstance(node, ast.Subscript) else repr(key)
    near = "" if key in known else did_you_mean(key, map(str, known), n=1) or "That is none of them."
    return Diagnosis(
        f"`{text}` is a list of the class names ({listed(map(repr, known), 4)}); `[{given}]` asks it by a name. "
        + near,
        f"It gives the name of a number: `{text}[0]` is {known[0]!r}." if known else "It is asked by number.",
        f"{text}.o2i[{given}]",
        "The number of a name is in its `o2i` (object to index):",
        card="labels-and-vocab",
    )
