"""Words as categories: Categorify forgotten, classes that the training rows do not have."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_of, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import keyword_given
from fastaid.teach.rules.python_source import near, replaced
from fastaid.teach.rules.splits_with_classes import each_in_training
from fastaid.teach.rules.tabular_data import (
    CORE,
    as_number,
    column,
    columns,
    kind,
    made_by,
    values,
)
from fastaid.teach.scene import Frame, Scene

ORDER = ("Categorify", "FillMissing", "Normalize")
# What fastai adds to the procs for the target.
OF_TARGET = ("Categorize", "EncodedMultiCategorize", "MultiCategorize", "RegressionSetup")


@rule(TypeError, ValueError, needs=CORE)
def categorify_missing(scene: Scene) -> Diagnosis | None:
    """A column of text in cat_names, and no Categorify among the procs."""
    found, made = columns(scene), made_by(scene)
    if found is None or made is None or found.frame.function != "encodes" or found.frame.module != CORE:
        return None
    if "Categorify" in found.procs or not is_of(found.frame.names.get("self"), CORE, "ReadTabBatch"):
        return None
    words = [
        one
        for one in found.cats
        if (held := column(found.items, one)) is not None and kind(held) != "numbers"
    ]
    if not words:
        return None
    given = made.given("procs")
    quoted = _quoted(scene, given)
    names = sorted({"Categorify", *(quoted or found.procs)} & set(ORDER), key=ORDER.index)
    rest = [one for one in found.procs if one not in (*ORDER, *OF_TARGET) and not quoted]
    first = found.items[words[0]]
    holds = "True and False" if kind(first) == "bools" else f"text, such as {(values(first) or [''])[0]!r}"
    what = f"The column `{words[0]}` of `cat_names` still holds {holds}."
    if len(words) > 1:
        what = f"The columns {listed((f'`{one}`' for one in words), 3)} of `cat_names` still hold {holds}."
    cause = (
        "Categorify is missing from `procs`: it gives each category a number, and a model takes numbers only."
    )
    if quoted:
        cause = "The names in `procs` are in quotes, so nothing is done. Categorify would give each category a number."
    return Diagnosis(
        what,
        cause,
        made.changed({"procs": f"[{', '.join([*names, *rest])}]"}),
        "Give the procs themselves:" if quoted else "Add it, and make the data anew:",
        card="tabular-procs",
    )


def _quoted(scene: Scene, node: ast.expr | None) -> list[str]:
    """The names of procs that were given as texts."""
    held = scene.here.value(node) if scene.here is not None else None
    held = [held] if isinstance(held, str) else held
    return (
        list(held)
        if isinstance(held, (list, tuple)) and held and all(isinstance(one, str) for one in held)
        else []
    )


@rule(IndexError, RuntimeError, needs=CORE)
def class_without_number(scene: Scene) -> Diagnosis | None:
    """The target of some rows is no class: missing, or not among the training rows."""
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    yb = stored(learn).get("yb") if learn is not None else None
    loss = scene.within("torch.nn.functional", "cross_entropy") or scene.within(
        "torch.nn.functional", "nll_loss"
    )
    if (
        learn is None
        or loss is None
        or not isinstance(yb, (tuple, list))
        or len(yb) != 1
        or not is_tensor(yb[0])
    ):
        return None
    data = data_of(learn)
    if not is_of(data, CORE, "Tabular") or yb[0].device.type != "cpu" or yb[0].is_floating_point():
        return None
    name, vocab = next(iter(stored(data)["y_names"]), None), _vocab(data)
    if name is None or vocab is None or not yb[0].numel():
        return None
    low, high = int(yb[0].min()), int(yb[0].max())
    if low >= 0 and high < len(vocab):
        return None
    return _explained(scene, name, vocab, low, stored(data).get("items"))


def data_of(learn: Any) -> Any:
    """The training data of a Learner."""
    loaders = stored(stored(learn).get("dls")).get("loaders") or [None]
    return stored(loaders[0]).get("dataset")


def _vocab(data: Any) -> list[Any] | None:
    """The classes of the target."""
    for proc in stored(stored(data).get("procs")).get("fs") or ():
        if is_of(proc, "fastai.data.transforms", "Categorize"):
            held = stored(proc).get("vocab")
            return list(stored(held).get("items") or ())
    return None


def _explained(scene: Scene, name: Any, vocab: list[Any], low: int, items: Any) -> Diagnosis:
    made = made_by(scene)
    table = made.table if made is not None else "df"
    place, texts = f"{table}[{name!r}]", [one for one in vocab if isinstance(one, str)]
    whole = scene.names.get(table)
    given = column(whole, name) if hasattr(whole, "columns") else None
    numbers = [one for one in texts if as_number(one) is not None]
    n = counted(len(vocab), "class", "classes")
    if (
        given is not None
        and kind(given) in ("numbers", "text numbers")
        and len(vocab) > max(10, 0.3 * len(items))
    ):
        as_text = kind(given) == "text numbers"
        odd = next((one for one in texts if one not in numbers), "")
        what = f"The target `{name}` became {n}, nearly one for each row: it is a measured number."
        cause = (
            f"Its values are text{f' (such as {odd!r})' if odd else ''}, so fastai took each one for a class."
            if as_text
            else "CategoryBlock makes a class of each value."
        )
        fix = (
            f"{place} = pd.to_numeric({place}, errors='coerce')\n{table} = {table}.dropna(subset=[{name!r}])"
        )
        if not as_text and made is not None:
            fix = made.changed({"y_block": "RegressionBlock()"})
        return Diagnosis(what, cause, fix, "Make the data anew, with numbers:", card="tabular")
    if given is not None and bool(given.isna().any()):
        return Diagnosis(
            f"The target `{name}` is missing (NaN) in {counted(int(given.isna().sum()), 'row')} of `{table}`.",
            "A missing value is no class: it gets the number -1, for which the model has no output.",
            f"{table} = {table}.dropna(subset=[{name!r}]).reset_index(drop=True)",
            "Leave those rows out, then make the data anew:",
            card="labels-and-vocab",
        )
    unseen = [one for one in given.unique()[:1000] if one not in vocab] if given is not None else []
    which = (
        f"{listed(map(repr, unseen), 3)} of the target `{name}`"
        if unseen
        else f"A class of the target `{name}`"
    )
    return Diagnosis(
        f"{which} {'are' if len(unseen) > 1 else 'is'} not among the {n} of the training rows"
        f" ({listed(map(repr, vocab), 4)}).",
        "The vocab is made of the training rows alone, so such a row has no valid class number.",
        *each_in_training(made, table, name, given),
        card="labels-and-vocab",
    )


@rule(IndexError, RuntimeError, needs=CORE)
def column_in_both(scene: Scene) -> Diagnosis | None:
    """A column that is in cat_names and in cont_names."""
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    data, made = data_of(learn), made_by(scene)
    if scene.within("torch.nn.functional", "embedding") is None or not is_of(data, CORE, "Tabular"):
        return None
    cats, conts = (
        list(stored(stored(data).get(one)).get("items") or ()) for one in ("cat_names", "cont_names")
    )
    both = [one for one in cats if one in conts]
    if not both or made is None:
        return None
    return Diagnosis(
        f"`{both[0]}` is in `cat_names` and in `cont_names`.",
        "There is one column for both: Normalize changes the numbers that Categorify gave its categories, and the "
        "embedding finds no row for them.",
        made.changed({"cat_names": repr([one for one in cats if one not in both])}),
        "Keep it in one of the two; for a number:",
        card="tabular",
    )


@rule(KeyError, needs=CORE)
def no_classes_of(scene: Scene) -> Diagnosis | None:
    """dls.classes['title'], where the data have other columns as categories."""
    here = scene.here
    node = here.node if here is not None and scene.is_raised_by_learner else None
    if here is None or not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Attribute):
        return None
    if node.value.attr != "classes":
        return None
    holder, asked = here.value(node.value.value), here.value(node.slice)
    data = (
        holder
        if is_of(holder, CORE, "Tabular")
        else stored((stored(holder).get("loaders") or [None])[0]).get("dataset")
    )
    if not is_of(data, CORE, "Tabular") or not isinstance(asked, str):
        return None
    cats = [str(one) for one in stored(stored(data).get("cat_names")).get("items") or ()]
    if asked in cats or not cats:
        return None
    return _classes_named(scene, here, node, asked, cats, is_of(data, "fastai.collab", "TabularCollab"))


def _classes_named(
    scene: Scene, here: Frame, node: ast.Subscript, asked: str, cats: list[str], is_collab: bool
) -> Diagnosis:
    text = ast.unparse(node.value)
    what = f"`{text}` has no {asked!r}; it has {listed((f'`{one}`' for one in cats), 6)}."
    if is_collab and asked in getattr(scene.names.get("ratings"), "columns", ()):
        named = keyword_given(scene, "item_name")
        if named is None:
            return Diagnosis(
                what,
                f"`item_name` was not given, so the second column, `{cats[1]}`, stands for the items.",
                f"dls = CollabDataLoaders.from_df(ratings, item_name={asked!r}, bs=64)",
                "Name the column where the data are made:",
                card="collaborative-filtering",
            )
        if here.value(named) == cats[-1]:
            return Diagnosis(
                what,
                f"The data were made with `item_name={cats[-1]!r}`, so that column stands for the items.",
                replaced(here, node, f"{text}[{cats[-1]!r}]"),
                "Ask for it:",
                card="collaborative-filtering",
            )
    meant = _meant_class(asked, cats, is_collab)
    return Diagnosis(
        what,
        "Classes are kept for the columns of `cat_names`"
        + (
            f": `{cats[0]}` for the users, `{cats[-1]}` for the items."
            if is_collab
            else "; a number has none."
        ),
        replaced(here, node, f"{text}[{meant!r}]") if meant else f"list({text})",
        "Write:" if meant else "Ask for one of these:",
        card="tabular",
    )


USERS = ("user", "reader", "customer", "member", "person", "viewer")
ITEMS = ("title", "movie", "item", "film", "book", "product", "name", "song")


def _meant_class(asked: str, cats: list[str], is_collab: bool) -> str:
    """The column that was meant; "" where none is like it."""
    low = asked.lower().rstrip("s")
    parts = [one for one in cats if len(low) > 2 and (low in one.lower() or one.lower() in low)]
    close = parts if len(parts) == 1 else near(asked, cats, 0.7, 1)
    if close:
        return close[0]
    if is_collab and len(cats) == 2:
        is_user, is_item = (any(one in low for one in words) for words in (USERS, ITEMS))
        if is_user != is_item:
            return cats[0] if is_user else cats[1]
    return ""
