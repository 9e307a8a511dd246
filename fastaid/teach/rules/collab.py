"""Collaborative filtering: the columns of the ratings, predictions, and what is asked of a trained model."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_learner, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.categories import data_of
from fastaid.teach.rules.columns_taken_out import gone
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.numbers_in_texts import numbered, numbers_in, to_number
from fastaid.teach.rules.tabular_data import column, is_plain_number, kind, values
from fastaid.teach.scene import Frame, Scene


def _from_df(scene: Scene) -> tuple[Frame, ast.Call] | None:
    """CollabDataLoaders.from_df, and the learner's call."""
    frame = scene.within("fastai.collab", "from_df")
    call = scene.here.call if scene.here is not None else None
    return (frame, call) if frame is not None and call is not None else None


def is_collab(learn: Any) -> bool:
    """Whether a Learner's data are ratings."""
    return is_of(data_of(learn), "fastai.collab", "TabularCollab")


# The table of ratings -----------------------------------------------------------------------------------


@rule(KeyError, IndexError, needs="fastai.collab")
def no_such_column(scene: Scene) -> Diagnosis | None:
    """user_name, item_name or rating_name is no column, or the table has fewer than three."""
    found = _from_df(scene)
    table: Any = found[0].names.get("ratings") if found is not None else None
    if found is None or not is_table(table):
        return None
    frame, call = found
    every = [str(one) for one in table.columns]
    name = ast.unparse(call.args[0]) if call.args else "ratings"
    if len(every) < 3:
        return Diagnosis(
            f"`{name}` has {counted(len(every), 'column')}: {listed((f'`{one}`' for one in every), 3)}.",
            "Three are needed: the user, the item, and the rating (in this order, or named).",
            f"{name} = {name}[['user', 'item', 'rating']]   # the names of your columns",
            "Choose them from the whole table:",
            card="collaborative-filtering",
        )
    for keyword in ("user_name", "item_name", "rating_name"):
        asked = frame.names.get(keyword)
        if asked is None or asked in table.columns:
            continue
        if (lost := gone(scene, table, asked, name, call, keyword)) is not None:
            return lost
        guess = did_you_mean(str(asked), every, n=1)
        meant = guess.split("'")[1] if guess else ""
        if not meant and (merged := _from_another(scene, table, str(asked), name)):
            return Diagnosis(
                f"`{keyword}` is {asked!r}, and `{name}` has no such column; the table `{merged[0]}` has.",
                f"The two tables share the column {listed((f'`{one}`' for one in merged[1]), 3)}: by it the rows of "
                f"`{merged[0]}` find their place in `{name}`.",
                f"{name} = {name}.merge({merged[0]})\n{anew(call)}",
                "Merge them first:",
                card="collaborative-filtering",
            )
        by_default = {"user_name": 0, "item_name": 1, "rating_name": 2}[keyword]
        return Diagnosis(
            f"`{keyword}` is {asked!r}, and `{name}` has no such column.",
            f"Its columns are {listed((f'`{one}`' for one in every), 8)}. {guess}".strip()
            + (" Titles come from another table: merge it first." if asked == "title" and not meant else ""),
            anew(call, {keyword: repr(meant or every[by_default])}),
            "Write the name as it stands in the table:",
            card="collaborative-filtering",
        )
    return None


def _from_another(scene: Scene, table: Any, asked: str, name: str) -> tuple[str, list[str]] | None:
    """Another table that has the column, with the columns that both have."""
    for other, held in scene.live(object):
        if is_table(held) and other != name and asked in held.columns and name.isidentifier():
            shared = [str(one) for one in held.columns if one in table.columns]
            if shared:
                return other, shared
    return None


@rule(TypeError, needs="fastai.collab")
def ratings_are_text(scene: Scene) -> Diagnosis | None:
    """The ratings are words, or numbers written as text."""
    found = _from_df(scene)
    table: Any = found[0].names.get("ratings") if found is not None else None
    name = found[0].names.get("rating_name") if found is not None else None
    if found is None or not is_table(table) or scene.within("fastai.tabular.core", "encodes") is None:
        return None
    held = column(table, name)
    if held is None or is_plain_number(held):
        return None
    text = ast.unparse(found[1].args[0]) if found[1].args else "ratings"
    place, example = f"{text}[{name!r}]", (values(held) or [""])[0]
    is_number = kind(held) == "text numbers" or numbers_in(held) is not None
    others = [
        one
        for one in table.columns
        if column(table, one) is not None and str(one).lower() in ("rating", "ratings", "score", "stars")
    ]
    if not is_number and others and others[0] != name:
        return Diagnosis(
            f"fastai takes the third column, `{name}`, as the rating; it holds text, such as {example!r}.",
            f"`rating_name` was not given, and the ratings are in `{others[0]}`.",
            anew(found[1], {"rating_name": repr(others[0])}),
            "Name the column:",
            card="collaborative-filtering",
        )
    return Diagnosis(
        f"The ratings, `{name}`, are text, such as {example!r}.",
        "The model predicts a number, and is compared with numbers.",
        to_number(held, place, is_target=True) if is_number else numbered(held, place),
        "Make them numbers before the data are made:",
        card="collaborative-filtering",
    )


@rule(AssertionError, TypeError, AttributeError, ValueError, KeyError, needs="fastai.collab")
def predict_of_pairs(scene: Scene) -> Diagnosis | None:
    """learn.predict with ratings: a Learner of collab_learner predicts many at a time, by test_dl."""
    here = scene.here
    call = here.call if here is not None else None
    if (
        here is None
        or call is None
        or last_name(call.func) != "predict"
        or not isinstance(call.func, ast.Attribute)
    ):
        return None
    learn, name = here.value(call.func.value), ast.unparse(call.func.value)
    if not is_learner(learn) or not is_collab(learn) or scene.within("fastai.learner", "predict") is None:
        return None
    (user, _), (item, _) = classes_of(learn) or [("user", 0), ("item", 0)]
    held = here.value(call.args[0]) if call.args else UNKNOWN
    pair = list(held) if isinstance(held, (list, tuple)) and len(held) == 2 else []
    first, second = (repr(one) for one in pair) if pair else ("1", "1")
    table = (
        ast.unparse(call.args[0])
        if is_table(held)
        else f"pd.DataFrame({{{user!r}: [{first}] * 2, {item!r}: [{second}] * 2}})"
    )
    return Diagnosis(
        f"`{name}.predict` cannot take {described(held) if held is not UNKNOWN else 'this'}.",
        f"A prediction needs a pair of `{user}` and `{item}`; fastai predicts them as a table, with `test_dl`.",
        f"dl = {name}.dls.test_dl({table})\npreds, _ = {name}.get_preds(dl=dl)",
        "Put the pairs into a table (of two rows at least; fastai 2.8 stumbles over a single one):",
        card="collaborative-filtering",
    )


def classes_of(learn: Any) -> list[tuple[str, int]]:
    """The category columns of ratings, with the rows that each embedding needs."""
    for proc in stored(stored(data_of(learn)).get("procs")).get("fs") or ():
        found = stored(proc).get("classes")
        if isinstance(found, dict):
            return [(str(name), len(every)) for name, every in found.items()]
    return []


@rule(KeyError, needs="fastai.collab")
def not_in_training(scene: Scene) -> Diagnosis | None:
    """bias or weight of an item that the training rows do not have."""
    frame = scene.within("fastai.collab", "_get_idx")
    model: Any = frame.names.get("self") if frame is not None else None
    asked: Any = frame.names.get("arr") if frame is not None else None
    if frame is None or (not isinstance(asked, (list, tuple)) and not hasattr(asked, "tolist")):
        return None
    has = stored(model)
    of = has.get("item") if frame.names.get("is_item") else has.get("user")
    every = list(stored(has.get("classes", {}).get(of)).get("items") or ())
    wrong = next((one for one in list(asked)[:1000] if one not in every), None)
    if wrong is None or not every:
        return None
    guess = did_you_mean(str(wrong), map(str, every), n=1)
    is_other_type = bool(every) and type(wrong) is not type(every[-1])
    kinds = type(every[-1]).__name__, type(wrong).__name__
    cause = f"`{of}` has values of type {kinds[0]}, such as {every[-1]!r}; {wrong!r} is of type {kinds[1]}."
    if not is_other_type:
        cause = f"The training rows have {len(every) - 1:,} of `{of}`, such as {every[-1]!r}. {guess}".strip()
    here = scene.here
    names = (
        ast.unparse(here.call.args[0])
        if here is not None and here.call is not None and here.call.args
        else "items"
    )
    return Diagnosis(
        f"{wrong!r} is no `{of}` of the training rows.",
        cause + ("" if is_other_type or guess else " A rare one may be in the validation rows alone."),
        f"known = [o for o in {names} if o in list(learn.dls.classes[{of!r}])]",
        "Ask for those that are there, written the same way:",
        card="collaborative-filtering",
    )


@rule(AssertionError, needs="fastai.collab")
def metric_for_classes(scene: Scene) -> Diagnosis | None:
    """accuracy for ratings."""
    learn = next((held for _, held in scene.holding("learn", is_learner)), None)
    metric = scene.within("fastai.metrics")
    if (
        metric is None
        or metric.function not in ("accuracy", "error_rate", "top_k_accuracy")
        or not is_collab(learn)
    ):
        return None
    name = scene.name_of(learn) or "learn"
    return Diagnosis(
        f"The metric `{metric.function}` got one predicted rating for each pair, not a score for each class.",
        "Ratings are numbers, and a predicted one is near or far, not right or wrong: accuracy is for classes.",
        f"{name}.metrics = rmse",
        "Measure the distance:",
        card="metrics",
    )
