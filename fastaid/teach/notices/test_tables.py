"""Tables to predict for that are prepared by themselves, not as the training table was."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_learner, is_of, is_tensor, stored

OF_A_TEST = re.compile(r"(?i)(^|_)(test|tst|submission|unseen|holdout|new|kaggle)")


@check("TabularPandas(", "TabularDataLoaders", needs="fastai")
def prepared_by_itself(cell: Cell) -> Iterator[Notice]:
    """`TabularPandas(test_df, procs, …)` learns categories and means anew."""
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or last_name(call.func) not in ("TabularPandas", "from_df"):
            continue
        frame = call.args[0] if call.args else keyword(call, "df")
        mine = _tabular(cell.names.get(name))
        if mine is None or not isinstance(frame, ast.Name) or cell.bound[name] > 1:
            continue
        if not OF_A_TEST.search(frame.id):
            continue
        first = next(_others(cell, name, mine), None)
        if first is None:
            continue
        learner = _learner(cell, first[1])
        right = f"{learner}.dls.test_dl({frame.id})"
        if not learner:
            right = f"{first[0]}.new({frame.id})`, then `{name}.process()"
        target = f"dl = {right}" if learner else f"{name} = {right}"
        yield Notice(
            f"`{name}` learnt {_difference(mine, first[1])} anew from `{frame.id}`: they are not those of "
            f"`{first[0]}`, on which the model was trained, so the same number means another thing. "
            f"Prepare it as the training data: `{target}`.",
            id(mine),
            card="test-set",
        )
        return


def _tabular(held: Any) -> Any:
    """A TabularPandas, also that of DataLoaders."""
    if is_of(held, "fastai.tabular.core", "Tabular"):
        return held
    data = (loaders_of(held) or [{}])[0].get("dataset")
    return data if is_of(data, "fastai.tabular.core", "Tabular") else None


def _others(cell: Cell, name: str, mine: Any) -> Iterator[tuple[str, Any]]:
    """Tables of the notebook with the same columns, prepared by other procs, and found different."""
    for other, held in list(cell.names.items()):
        is_named = other[:1] != "_" and other != name and not OF_A_TEST.search(other)
        theirs = _tabular(held) if is_named else None
        if theirs is None or _procs(theirs) == _procs(mine):
            continue
        same = all(
            list(stored(theirs).get(key) or ()) == list(stored(mine).get(key) or ())
            for key in ("cat_names", "cont_names")
        )
        if same and list(stored(theirs).get("y_names") or ()) and _difference(mine, theirs):
            yield other, theirs


def _difference(mine: Any, theirs: Any) -> str:
    """What two tables learnt and do not have in common: "categories", "means", "categories and means"."""
    both = [_learnt(one) for one in (mine, theirs)]
    words = [word for word in ("categories", "means") if both[0].get(word) != both[1].get(word)]
    return " and ".join(words) if all(both) else ""


def _learnt(data: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    columns = set(stored(data).get("cat_names") or ()) | set(stored(data).get("cont_names") or ())
    for tfm in list(stored(stored(data).get("procs")).get("fs") or ()):
        classes, means = stored(tfm).get("classes"), stored(tfm).get("means")
        if isinstance(classes, dict):
            found["categories"] = {key: list(one) for key, one in classes.items() if key in columns}
        if isinstance(means, dict):
            found["means"] = {
                key: round(float(one), 6)
                for key, one in means.items()
                if key in columns and (is_tensor(one) or isinstance(one, float) or hasattr(one, "item"))
            }
    return found


def _learner(cell: Cell, data: Any) -> str:
    """The learner that was made of a training table, "" where there is none or several."""
    procs = _procs(data)
    names = [
        name
        for name, held in cell.variables
        if is_learner(held) and _procs(_tabular(stored(held).get("dls"))) == procs
    ]
    return names[0] if names else ""


def _procs(data: Any) -> list[int]:
    """Which transforms prepared a table: its parts share them."""
    return [id(one) for one in stored(stored(data).get("procs")).get("fs") or ()]
