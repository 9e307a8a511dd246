"""tabular_learner and what goes into it; new rows, and dates made into columns."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, keyword_given, last_name
from fastaid.teach.rules.tabular_data import CORE, as_number, column, columns, kind, made_by
from fastaid.teach.rules.tabular_dates import no_dates, no_such_date
from fastaid.teach.scene import Frame, Scene

# What DataLoaders have and a TabularPandas has not.
OF_LOADERS = (
    "show_batch",
    "one_batch",
    "train_ds",
    "valid_ds",
    "train_dl",
    "valid_dl",
    "test_dl",
    "c",
    "vocab",
    "bs",
)
OF_CONFIG = {"emb_drop": "embed_p", "ps": "ps", "dropout": "ps", "drop": "ps", "p": "ps", "bn": "use_bn"}


def _making(scene: Scene) -> tuple[Frame, ast.Call] | None:
    """tabular_learner, and the learner's call of it."""
    frame = scene.within("fastai.tabular.learner", "tabular_learner")
    here = scene.here
    if frame is None or here is None or here.call is None or last_name(here.call.func) != "tabular_learner":
        return None
    return frame, here.call


# What the learner is made of ----------------------------------------------------------------------------


@rule(AttributeError, needs=CORE)
def loaders_not_made(scene: Scene) -> Diagnosis | None:
    """A TabularPandas, a table or a method in the place of DataLoaders."""
    made = _making(scene)
    frame = scene.here
    if frame is None:
        return None
    if made is not None:
        held, node = made[0].names.get("dls"), made[1].args[0] if made[1].args else None
    elif isinstance(frame.node, ast.Attribute) and frame.node.attr in OF_LOADERS:
        held, node = frame.value(frame.node.value), frame.node.value
    else:
        return None
    text = ast.unparse(node) if node is not None else "to"
    if is_of(held, CORE, "Tabular"):
        return Diagnosis(
            f"`{text}` is a {type(held).__name__}, not yet DataLoaders.",
            "TabularPandas holds the processed table; its method `dataloaders` makes batches of it.",
            f"dls = {text}.dataloaders(bs=64)"
            + (f"\n{anew(made[1]).replace(f'({text}', '(dls', 1)}" if made else ""),
            "Make DataLoaders of it first:",
            card="dataloaders",
        )
    if made is None:
        return None
    if is_table(held):
        return Diagnosis(
            f"`tabular_learner` got `{text}`, {described(held)}.",
            "A learner is made of DataLoaders, which know which columns are categories, numbers and target.",
            f"dls = TabularDataLoaders.from_df({text}, procs=[Categorify, FillMissing, Normalize], "
            "cat_names=…, cont_names=…, y_names=…)",
            "Make them of the table:",
            card="tabular",
        )
    if callable(held) and getattr(held, "__name__", "") == "dataloaders":
        return Diagnosis(
            f"`{text}` is the method `dataloaders` itself: its parentheses are missing.",
            "Without parentheses a method is only named; with them it makes the DataLoaders.",
            f"{text} = to.dataloaders(bs=64)",
            "Call it:",
            card="dataloaders",
        )
    return None


@rule(AssertionError, needs=CORE)
def no_target(scene: Scene) -> Diagnosis | None:
    """y_names was left out."""
    found = _making(scene)
    dls = found[0].names.get("dls") if found is not None else None
    data = stored((stored(dls).get("loaders") or [None])[0]).get("dataset")
    if found is None or found[0] is not scene.last or not is_of(data, CORE, "Tabular"):
        return None
    if len(stored(stored(data).get("y_names")).get("items") or ()) > 0:
        return None
    made = made_by(scene)
    every = list(stored(data)["items"].columns)
    return Diagnosis(
        "`tabular_learner` cannot tell how many outputs the model needs: the data have no target.",
        "`y_names` was left out where they were made, so no column is to be predicted.",
        made.changed({"y_names": repr(every[-1])}) if made is not None else f"y_names={every[-1]!r}",
        "Name the column to predict (take it out of cat_names and cont_names):",
        card="tabular",
    )


@rule(TypeError, needs=CORE)
def layers_no_list(scene: Scene) -> Diagnosis | None:
    """layers=200 or layers=(200, 100)."""
    frame, found = scene.within("fastai.tabular.model", "__init__"), scene.here
    layers = frame.names.get("layers") if frame is not None else None
    if (
        frame is not scene.last
        or found is None
        or found.call is None
        or isinstance(layers, list)
        or layers is None
    ):
        return None
    as_list = (
        [layers]
        if isinstance(layers, int)
        else list(layers)
        if isinstance(layers, (tuple, range))
        else [200, 100]
    )
    return Diagnosis(
        f"`layers` is {layers!r}, {described(layers)}."
        if not isinstance(layers, int)
        else f"`layers` is the number {layers}.",
        "It is a list with the size of each hidden layer; fastai joins it with other lists.",
        anew(found.call, {"layers": repr(as_list)})
        if keyword_given(scene, "layers") is not None
        else f"layers={as_list!r}",
        "Write a list:",
        card="tabular",
    )


@rule(TypeError, IndexError, needs="fastai.layers")
def y_range_no_pair(scene: Scene) -> Diagnosis | None:
    """y_range is one number, a text, or holds methods that were not called."""
    given, frame = _y_range(scene)
    if frame is None:
        return None
    here = scene.here
    call = here.call if here is not None else None
    is_making = call is not None and any(one.arg == "y_range" for one in call.keywords)
    if isinstance(given, (tuple, list)) and len(given) == 2:
        methods = [one for one in given if callable(one)]
        if not methods:
            return None
        written = keyword_given(scene, "y_range")
        text = ast.unparse(written) if written is not None else "y_range"
        mended = (
            f"({', '.join(f'{ast.unparse(one)}()' for one in written.elts)})"
            if isinstance(written, ast.Tuple)
            else "(0, 5.5)"
        )
        return Diagnosis(
            f"`y_range={text}` holds methods, not numbers.",
            "Without parentheses `min` and `max` are only named, not called.",
            f"y_range={mended}",
            "Call them (and leave some room beyond the largest value):",
            card="sigmoid",
        )
    high = given if isinstance(given, (int, float)) else 5.5
    return Diagnosis(
        f"`y_range` is {given!r}.",
        "It is a pair: the lowest and the highest value that the model may predict.",
        anew(call, {"y_range": f"(0, {high})"}) if is_making and call is not None else f"y_range=(0, {high})",
        "Write both (a little beyond the largest value):",
        card="sigmoid",
    )


def _y_range(scene: Scene) -> tuple[Any, Frame | None]:
    last = scene.last
    if last is None or last.module not in ("fastai.tabular.model", "fastai.collab", "fastai.layers"):
        return None, None
    if last.function in ("sigmoid_range", "SigmoidRange"):
        return (last.names.get("low"), last.names.get("high")), last
    given = last.names.get("y_range", getattr(last.names.get("self"), "__dict__", {}).get("y_range"))
    return (given, last) if given is not None and not isinstance(given, list) else (None, None)


@rule(AttributeError, TypeError, needs=CORE)
def emb_szs_no_dict(scene: Scene) -> Diagnosis | None:
    """emb_szs as a list of pairs, where fastai wants a dict."""
    frame, here = scene.within("fastai.tabular.model", "_one_emb_sz"), scene.here
    given = frame.names.get("sz_dict") if frame is not None else None
    if (
        frame is not scene.last
        or isinstance(given, dict)
        or given is None
        or here is None
        or here.call is None
    ):
        return None
    name = frame.names.get("n") if frame is not None else "column"
    every = list((frame.names.get("classes") if frame is not None else None) or [name])
    pairs = list(given) if isinstance(given, (list, tuple)) else []
    sizes = [one[1] if isinstance(one, (list, tuple)) and len(one) == 2 else one for one in pairs]
    sizes = sizes if sizes and all(isinstance(one, int) for one in sizes) else [10]
    widths = dict(zip(every, sizes, strict=False))
    return Diagnosis(
        f"`emb_szs` is {described(given)}.",
        "fastai counts the rows of each embedding itself; `emb_szs` is a dict with the width for a column's name.",
        anew(here.call, {"emb_szs": repr(widths)}),
        "Write a dict (columns left out get a width by rule):",
        card="embeddings",
    )


@rule(TypeError, needs=CORE)
def config_unknown(scene: Scene) -> Diagnosis | None:
    """A keyword in config that TabularModel does not take."""
    frame = scene.within("fastai.tabular.learner", "tabular_learner") or scene.within(
        "fastai.collab", "collab_learner"
    )
    config = frame.names.get("config") if frame is not None else None
    if not isinstance(config, dict) or "unexpected keyword" not in scene.message:
        return None
    takes = ("ps", "embed_p", "y_range", "use_bn", "bn_final", "bn_cont", "act_cls", "lin_first")
    wrong = next((one for one in config if one not in takes), None)
    if wrong is None:
        return None
    new = OF_CONFIG.get(wrong, "")
    guess = did_you_mean(wrong, takes, n=1)
    new = new or (guess.split("'")[1] if guess else "")
    return Diagnosis(
        f"The `config` has `{wrong}`, which the model does not take.",
        f"TabularModel takes {listed((f'`{one}`' for one in takes), 8)}.",
        f"config=tabular_config({new or 'embed_p'}={config[wrong]!r})",
        f"Here it is called `{new}`:" if new else f"Leave `{wrong}` out, or use one of these:",
        card="dropout",
    )


# New rows -----------------------------------------------------------------------------------------------


@rule(AssertionError, needs=CORE)
def missing_in_new_rows(scene: Scene) -> Diagnosis | None:
    """Values are missing in a column that had none in training."""
    frame = scene.within(CORE, "encodes")
    proc = frame.names.get("self") if frame is not None else None
    if frame is None or frame is not scene.last or not is_of(proc, CORE, "FillMissing"):
        return None
    name, found = frame.names.get("n"), columns(scene)
    if found is None or name is None:
        return None
    held, made = column(found.items, name), made_by(scene)
    count = counted(int(held.isna().sum()), "row") if held is not None else "some rows"
    known = listed((f"`{one}`" for one in stored(proc).get("na_dict") or {}), 4) or "no column"
    table = made.table if made is not None else "df"
    is_new = scene.within("fastai.tabular.data", "test_dl") is not None
    place = f"{_new_rows(scene)}[{name!r}]" if is_new else f"{table}[{name!r}]"
    return Diagnosis(
        f"`{name}` is missing (NaN) in {count} of {'the new table' if is_new else 'the validation part'}; in the "
        "training rows it never was.",
        f"FillMissing learns from the training rows what to fill in, and for which columns: {known}.",
        f"{place} = {place}.fillna({table}[{name!r}].median())",
        "Fill it yourself" + (":" if is_new else " before the data are made:"),
        card="tabular-procs",
    )


def _new_rows(scene: Scene) -> str:
    call = scene.here.call if scene.here is not None else None
    text = ast.unparse(call.args[0]) if call is not None and call.args else "test"
    return text if text.isidentifier() else "test"


@rule(TypeError, AttributeError, needs=CORE)
def other_kind_of_rows(scene: Scene) -> Diagnosis | None:
    """test_dl of a path or of processed data; numbers written as text in the new table."""
    frame = scene.within("fastai.tabular.data", "test_dl")
    if frame is None or scene.within("fastai.learner", "predict") is not None:
        return None
    given, name = frame.names.get("test_items"), _new_rows(scene)
    if is_of(given, CORE, "Tabular"):
        return Diagnosis(
            f"`test_dl` got `{name}`, a {type(given).__name__}, whose columns are processed already.",
            "It applies the procs of training itself, to a plain table.",
            "dl = learn.dls.test_dl(test_df)",
            "Give it the DataFrame with the raw values:",
            card="test-set",
        )
    if not is_table(given):
        is_path = isinstance(given, str) or is_of(given, "pathlib", "Path")
        fix = (
            f"dl = learn.dls.test_dl(pd.read_csv({str(given)!r}))"
            if is_path
            else "dl = learn.dls.test_dl(pd.DataFrame(rows))"
        )
        return Diagnosis(
            f"`test_dl` got {f'the path {str(given)!r}' if is_path else described(given)}.",
            "With tabular data it takes a DataFrame with the same columns as in training.",
            fix,
            "Read it first:" if is_path else "Make a table of it:",
            card="test-set",
        )
    data = frame.names.get("to")
    for one in list(stored(stored(data).get("cont_names")).get("items") or ()):
        held = column(given, one)
        if held is None or kind(held) not in ("texts", "text numbers"):
            continue
        odd = next((v for v in held.iloc[:5000] if isinstance(v, str)), "")
        can = as_number(odd) is not None
        return Diagnosis(
            f"In the new table the column `{one}` is text, such as {odd!r}; in training it was a number.",
            "The procs compute with the columns of `cont_names` (subtract the mean, divide by the spread).",
            f"{name}[{one!r}] = {name}[{one!r}].astype(float)"
            if can
            else f"{name}[{one!r}] = pd.to_numeric({name}[{one!r}], errors='coerce')",
            "Make it numbers:",
            card="test-set",
        )
    return None


# Dates --------------------------------------------------------------------------------------------------


@rule(KeyError, AttributeError, ValueError, TypeError, needs=CORE)
def dates_into_columns(scene: Scene) -> Diagnosis | None:
    """add_datepart of a column that is not there (any more), of several, or of text that is no date."""
    frame, here = scene.within(CORE, "add_datepart"), scene.here
    if frame is None or here is None or here.call is None:
        return None
    table: Any = frame.names.get("df")
    name = frame.names.get("field_name")
    text = ast.unparse(here.call.args[0]) if here.call.args else "df"
    if not is_table(table):
        whole = text.split(".")[0].split("[")[0]
        return Diagnosis(
            f"`add_datepart` got {described(table)}: a column, not the table.",
            "It adds columns to a table, so it takes the DataFrame first, then the column's name.",
            f"{whole} = add_datepart({whole}, {name!r})",
            "Give it the table:",
            card="dates-as-features",
        )
    if not isinstance(name, str):
        one = name[0] if isinstance(name, (list, tuple)) and name else "date"
        return Diagnosis(
            f"`add_datepart` got {described(name)} as the column.",
            "It takes the name of one column.",
            f"for col in {name!r}:\n    {text} = add_datepart({text}, col)"
            if isinstance(name, list) and len(name) > 1
            else f"{text} = add_datepart({text}, {one!r})",
            "Call it for each:" if isinstance(name, list) and len(name) > 1 else "Give the name itself:",
            card="dates-as-features",
        )
    if name in table.columns:
        return no_dates(scene, table, name, text)
    return no_such_date(table, name, text)
