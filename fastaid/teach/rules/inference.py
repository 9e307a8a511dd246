"""learn.predict and what it takes: one picture, one row, one text."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_of, is_table, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.listings import among_files
from fastaid.teach.rules.rows_made import made_whole
from fastaid.teach.rules.tabular_made import made_elsewhere, table_in
from fastaid.teach.rules.tabular_targets import target_among_inputs
from fastaid.teach.scene import Scene


def predicting(scene: Scene) -> tuple[str, str, Any] | None:
    """The learner's predict that failed: the Learner's name, the argument as it is written, its value."""
    frame = scene.within("fastai.learner", "predict")
    call = scene.here.call if scene.here is not None else None
    if frame is None or call is None or last_name(call.func) != "predict" or not call.args:
        return None
    if not isinstance(call.func, ast.Attribute):
        return None
    return ast.unparse(call.func.value), ast.unparse(call.args[0]), frame.names.get("item")


def is_many(obj: Any) -> bool:
    """Whether it is a list of things, such as get_image_files gives."""
    return isinstance(obj, (list, tuple, set)) or is_of(obj, "fastcore.foundation", "L")


def is_loader(obj: Any) -> bool:
    """Whether it loads batches."""
    return is_of(obj, "fastai.data.load", "DataLoader") or is_of(obj, "torch.utils.data", "DataLoader")


def all_at_once(learner: str, items: str) -> str:
    """The lines that predict many items."""
    return f"dl = {learner}.dls.test_dl({items})\npreds, _ = {learner}.get_preds(dl=dl)"


@rule(AssertionError, needs="fastai.learner")
def not_one_item(scene: Scene) -> Diagnosis | None:
    """learn.predict got a list, a loader, a pair, a number: something that is not one picture."""
    found = predicting(scene)
    if found is None or scene.within("fastai.data.core", "infer_idx") is None:
        return None
    learner, text, item = found
    one = "`predict` takes one item: the path of a picture, or the picture."
    if is_loader(item):
        return Diagnosis(
            f"`{learner}.predict` got `{text}`, which loads batches.",
            one + " For a loader there is `get_preds`.",
            f"preds, _ = {learner}.get_preds(dl={text})",
            "Write:",
            card="predictions",
        )
    if isinstance(item, tuple) and len(item) == 2 and is_of(item[0], "PIL.Image", "Image"):
        return Diagnosis(
            f"`{learner}.predict` got `{text}`, a pair of picture and label.",
            one,
            f"{learner}.predict({text}[0])",
            "Take the picture out of the pair:",
            card="predictions",
        )
    if is_many(item) and len(item) != 1:
        return Diagnosis(
            f"`{learner}.predict` got `{text}`, {_count(item)}.",
            one + " For many there is `get_preds` with a `test_dl`, which is also much faster.",
            all_at_once(learner, text),
            f"Predict all of them (or one: `{learner}.predict({text}[0])`):",
            card="predictions",
        )
    fix, how = _one_out_of(learner, text, item)
    what = "None" if item is None else described(item)
    return Diagnosis(f"`{learner}.predict` got {what}, `{text}`.", one, fix, how, card="predictions")


def _count(item: Any) -> str:
    kind = "a list" if not isinstance(item, tuple) else "a tuple"
    return f"{kind} of {counted(len(item), 'item')}"


def _one_out_of(learner: str, text: str, item: Any) -> tuple[str, str]:
    if is_many(item):
        return f"{learner}.predict({text}[0])", "Take the item out of the list:"
    if isinstance(item, dict) and "content" in item:
        return (
            f"{learner}.predict(PILImage.create(bytes({text}['content'])))",
            "Make a picture of the upload:",
        )
    if isinstance(item, int):
        return f"{learner}.predict({learner}.dls.valid_ds.items[{text}])", "Give the item, not its number:"
    if is_of(item, "pandas", "Series"):
        return (
            f"{learner}.predict(path/{text}['name'])",
            "Give the path of the picture, from the row's column:",
        )
    if is_of(item, "io", "BytesIO", "BufferedReader"):
        return f"{learner}.predict(PILImage.create({text}))", "Make a picture of it:"
    return f"{learner}.predict('picture.jpg')", "Give a path, or a picture from `PILImage.create`:"


@rule(AssertionError, AttributeError, needs="fastai.learner")
def picture_not_loaded(scene: Scene) -> Diagnosis | None:
    """Image.open reads a picture only when it is needed; fastai 2.8 cuts it before that."""
    found = predicting(scene)
    if found is None or scene.within("PIL.Image", "im") is None:
        return None
    learner, text, item = found
    if not is_of(item, "PIL.Image", "Image") or stored(item).get("_im") is not None:
        return None
    opened = _opened(scene, text)
    fix = (
        f"{learner}.predict(PILImage.create({opened}))"
        if opened
        else f"{text}.load()\n{learner}.predict({text})"
    )
    return Diagnosis(
        f"`{text}` comes from `Image.open`, which has not read the pixels yet.",
        "PIL opens a file and waits until somebody needs the picture; fastai resizes it before that has happened.",
        fix,
        "Let fastai open it (or pass the path itself):" if opened else "Read it first:",
        card="predictions",
    )


def _opened(scene: Scene, text: str) -> str:
    """What was given to Image.open, as code."""
    from fastaid.teach.rules.in_code import assigned

    try:
        node = ast.parse(text, mode="eval").body
    except SyntaxError:
        return ""
    if isinstance(node, ast.Name):
        node = assigned(scene, node.id) or node
    if isinstance(node, ast.Call) and last_name(node.func) == "open" and node.args:
        return ast.unparse(node.args[0])
    return ""


def created(scene: Scene) -> tuple[str, str, Any] | None:
    """What PILImage.create was given, by predict or by the learner: the code around "{}", the argument, its value."""
    frame = scene.within("fastai.vision.core", "create")
    call = scene.here.call if scene.here is not None else None
    if frame is None or call is None or not call.args or last_name(call.func) not in ("create", "predict"):
        return None
    return f"{ast.unparse(call.func)}({{}})", ast.unparse(call.args[0]), frame.names.get("fn")


@rule(TypeError, RuntimeError, ValueError, needs="fastai.vision.core")
def array_as_picture(scene: Scene) -> Diagnosis | None:
    """An array or tensor that is no picture: channels first, floats, a whole batch."""
    found = created(scene)
    if found is None:
        return None
    line, text, given = found
    call = scene.here.call if scene.here is not None else None
    seen = scene.here.value(call.args[0]) if scene.here is not None and call is not None else given
    given = seen if is_tensor(seen) or is_array(seen) else given
    if not is_tensor(given) and not is_array(given):
        return None
    size, dims = shape(given), len(shape(given))
    if dims == 4:
        return _batch_as_picture(line, text, given)
    if dims not in (2, 3):
        return None
    is_first = dims == 3 and size[0] in (1, 3, 4) and size[2] not in (1, 3, 4)
    is_float = "uint8" not in str(given.dtype)
    if not is_first and not is_float:
        return None
    new = text if text.isidentifier() else f"({text})"
    if is_first:
        new += ".permute(1, 2, 0)" if is_tensor(given) else ".transpose(1, 2, 0)"
    if is_float:
        scale = "*255" if _is_small(given) else ""
        new = f"({new}{scale})" if scale else new
        new += ".to(torch.uint8)" if is_tensor(given) else ".astype('uint8')"
    want = (
        "PIL wants a picture with channels last, (height, width, 3), of whole numbers from 0 to 255 (uint8)."
    )
    faults = ["has its channels first"] if is_first else []
    faults += [f"holds numbers of dtype {str(given.dtype).removeprefix('torch.')}"] if is_float else []
    return Diagnosis(
        f"`{text}` is {described(given)}: it {listed(faults)}.",
        want,
        line.format(new),
        "Turn it round first:" if is_first else "Convert it first:",
        card="vision",
    )


def _is_small(given: Any) -> bool:
    try:
        return (
            given.size < 5_000_000 and float(given.max()) <= 1
            if is_array(given)
            else (given.device.type == "cpu" and given.numel() < 5_000_000 and float(given.max()) <= 1)
        )
    except Exception:  # noqa: BLE001  empty, or of no numbers
        return False


def _batch_as_picture(line: str, text: str, given: Any) -> Diagnosis:
    learner = line.partition(".predict")[0] if ".predict" in line else "learn"
    return Diagnosis(
        f"`{text}` is {described(given)}: a batch of {shape(given)[0]} pictures.",
        "`predict` takes one item, before any transform: a path or a picture. A batch goes to the model.",
        f"{learner}.model.eval()\nwith torch.no_grad(): preds = {learner}.model({text})",
        "Give it to the model:",
        card="predictions",
    )


@rule(RuntimeError, needs="fastai.learner")
def other_channels(scene: Scene) -> Diagnosis | None:
    """A grey or transparent picture for a model that was trained on colour."""
    found = predicting(scene)
    if found is None or scene.within("torch.nn.modules.conv") is None:
        return None
    learner, text, item = found
    mode, fix = getattr(item, "mode", ""), ""
    if is_of(item, "PIL.Image", "Image") and mode not in ("RGB", ""):
        fix = f"{learner}.predict({text}.convert('RGB'))"
        what = f"`{text}` is a picture of mode {mode!r}"
    elif (is_array(item) or is_tensor(item)) and (len(shape(item)) == 2 or shape(item)[-1] in (1, 4)):
        fix = f"{learner}.predict(PILImage.create({text}).convert('RGB'))"
        what = f"`{text}` is {described(item)}"
    if not fix:
        return None
    n = {"L": "one channel (grey)", "RGBA": "four channels (with transparency)"}.get(mode, "other channels")
    return Diagnosis(
        f"`{what.strip('`')}`: {n}. The model takes 3 (RGB)."
        if "`" not in what
        else f"{what}: {n}. The model takes 3 (RGB).",
        "From a path fastai opens every picture as RGB; one that is open already is taken as it is.",
        fix,
        "Convert it, or pass the path:",
        card="predictions",
    )


@rule(FileNotFoundError, IsADirectoryError, PermissionError, OSError, needs="fastai.vision.core")
def no_picture_there(scene: Scene) -> Diagnosis | None:
    """predict or PILImage.create was given a web address or a folder."""
    found = created(scene)
    if found is None or not isinstance(found[2], (str, Path)):
        return None
    line, text, given = found
    named = str(given)
    if named.startswith(("http:/", "https:/")):
        return Diagnosis(
            f"`{line.partition('(')[0]}` was given a web address.",
            "It opens files on this machine and downloads nothing.",
            f"download_url({text}, 'picture.jpg', show_progress=False)\n{line.format(repr('picture.jpg'))}",
            "Download the picture first (`from fastdownload import download_url`):",
            card="getting-data",
        )
    if not Path(named).is_dir():
        return None
    learner = line.partition(".predict")[0] if ".predict" in line else ""
    if not learner:
        listed_too = among_files(scene, Path(named))
        if listed_too is not None:
            return listed_too
        return Diagnosis(
            f"`{text}` is a folder, `{named}`.",
            "This takes the path of one picture.",
            f"files = get_image_files({text})\n{line.format('files[0]')}",
            "Take one of the pictures in it:",
            card="predictions",
        )
    return Diagnosis(
        f"`{text}` is a folder, `{named}`.",
        "This takes the path of one picture.",
        f"files = get_image_files({text})\n{all_at_once(learner, 'files')}",
        "To predict all pictures in it:",
        card="predictions",
    )


@rule(AttributeError, needs="fastai.tabular.learner")
def not_a_row(scene: Scene) -> Diagnosis | None:
    """A tabular learn.predict wants one row, a Series."""
    frame = scene.within("fastai.tabular.learner", "predict")
    call = scene.here.call if scene.here is not None else None
    if frame is None or call is None or not call.args or not isinstance(call.func, ast.Attribute):
        return None
    row, text, learner = frame.names["row"], ast.unparse(call.args[0]), ast.unparse(call.func.value)
    error = scene.error
    # A loader passes the question on to its data set, so the error may not say the name apart.
    if not isinstance(error, AttributeError) or "to_frame" not in (error.name, scene.message):
        return None
    names = _columns(frame.names["self"])
    if is_table(row):
        many = len(row) > 1
        fix = (
            all_at_once(learner, text)
            if many
            else f"{learner}.predict({text.removesuffix('.iloc[[0]]')}.iloc[0])"
        )
        how = f"For all rows (or one: `{learner}.predict({text}.iloc[0])`):" if many else "Take the row out:"
    elif isinstance(row, dict):
        fix, how = f"{learner}.predict(pd.Series({text}))", "Make a row of it:"
    elif is_many(row) or is_array(row):
        fix = f"{learner}.predict(pd.Series(dict(zip({names}, {text}))))"
        how = "Make a row of it, with the names of the columns:"
    elif is_loader(row):
        fix = f"preds, _ = {learner}.get_preds(dl={text})"
        how = f"`predict` takes one row; all the rows of `{text}` are predicted by:"
    else:
        return None
    return Diagnosis(
        f"`{learner}.predict` got {described(row)}.",
        "With a table it takes one row, a pandas Series with the columns' names, as `df.iloc[0]` gives.",
        fix,
        how,
        card="tabular",
    )


def _columns(learner: Any) -> list[str]:
    """The columns that a tabular model reads."""
    table = stored(_first_loader(stored(learner).get("dls"))).get("dataset")
    own = stored(table)
    return [str(name) for kind in ("cat_names", "cont_names") for name in own.get(kind, ())]


def _first_loader(dls: Any) -> Any:
    loaders = stored(dls).get("loaders")
    return loaders[0] if isinstance(loaders, list) and loaders else None


@rule(KeyError, needs="fastai.tabular.data")
def column_missing(scene: Scene) -> Diagnosis | None:
    """The table to predict lacks a column that the model was trained on."""
    frame = scene.within("fastai.tabular.data", "test_dl")
    if frame is None:
        return None
    items, dls = frame.names["test_items"], frame.names["self"]
    if not is_table(items):
        return None
    own = stored(stored(_first_loader(dls)).get("dataset"))
    named = {
        kind: [str(name) for name in own.get(kind, ())] for kind in ("cat_names", "cont_names", "y_names")
    }
    wanted = [*named["cat_names"], *named["cont_names"]]
    there = [str(name) for name in items.columns]
    # FillMissing adds these by itself.
    missing = [name for name in wanted if name not in there and not name.endswith("_na")]
    if not missing:
        return None
    what = (
        f"The model was trained with {listed([f'`{one}`' for one in missing], 4)}, and the table to predict "
        f"has no such {'column' if len(missing) == 1 else 'columns'}. It has {listed(there, 6)}."
    )
    if among := target_among_inputs(scene, named, missing):
        return among
    call = scene.here.call if scene.here is not None else None
    text = table_in(scene, call.args[0] if call is not None and call.args else None)
    if elsewhere := made_elsewhere(scene, missing, text, what):
        return elsewhere
    whole = None if text else made_whole(scene, missing, there, stored(_first_loader(dls)).get("dataset"))
    why = "For a prediction every column of `cat_names` and `cont_names` must be there, under the same name."
    if whole is not None:
        return Diagnosis(what, why, *whole, card="tabular")
    return Diagnosis(
        what,
        why,
        f"{text or 'df'}[{missing[0]!r}] = …  # its values, or a typical one",
        "Add or rename it:",
        card="tabular",
    )
