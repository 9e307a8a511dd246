"""cat_names, cont_names or y_names with a column that an earlier line took out of the table. No rules of its own."""

from __future__ import annotations

from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules.columns_taken_out import TakenOut, taken_out
from fastaid.teach.rules.tabular_data import Columns, Made
from fastaid.teach.scene import Scene

MOST_NAMES = 3  # new columns that are written out one by one


def column_gone(scene: Scene, made: Made, found: Columns, argument: str) -> Diagnosis | None:
    """What to say of names that stood in the table once; None where the notebook does not show what became of them."""
    table = found.items
    every = list(table.columns)
    names = {"cat_names": found.cats, "cont_names": found.conts, "y_names": found.ys}
    gone: dict[str, TakenOut] = {}
    for one in names[argument]:
        if isinstance(one, str) and one not in every:
            known = taken_out(scene, table, one, made.table)
            if known is None:
                return None
            gone[one] = known
    if not gone:
        return None
    first, told = next(iter(gone.items()))
    what = f"`{argument}` names the column {first!r}, which is no longer in `{made.table}`."
    if argument == "y_names":
        fix, how = _target_back(scene, made, first, told, len(table))
    elif any(one.how == "index" for one in gone.values()):
        fix, how = f"{made.table} = {made.table}.reset_index()", "Make it a column again:"
    else:
        fix, how = _renewed(made, names, argument, gone, every), _words(gone)
    return Diagnosis(what, told.why[:1].upper() + told.why[1:], fix, how, card="tabular")


def _words(gone: dict[str, TakenOut]) -> str:
    hows = {one.how for one in gone.values()}
    if hows <= {"dropped", "popped"}:
        left = listed((f"`{one}`" for one in gone), 3)
        return f"Leave {left} out of the list (or that line out, and read the table again):"
    if "dummies" in hows:
        return "Name the new columns (or leave get_dummies out: Categorify makes numbers of words by itself):"
    return "Name the columns that are there now, then run the cell again:"


def _target_back(scene: Scene, made: Made, name: str, told: TakenOut, n: int) -> tuple[str, str]:
    """How the target gets into the table again."""
    if told.how in ("renamed", "melted"):
        return made.changed({"y_names": repr(told.new[-1])}), "Write the name as it is now:"
    if told.how == "index":
        return f"{made.table} = {made.table}.reset_index()", "Make it a column again:"
    held: Any = scene.names.get(told.kept)
    if told.kept and is_of(held, "pandas", "Series") and len(held) == n:
        return f"{made.table}[{name!r}] = {told.kept}", "fastai finds the target in the table. Put it back:"
    return "", "fastai finds the target in the table: leave that line out, and read the table again."


def _renewed(
    made: Made, names: dict[str, list[Any]], argument: str, gone: dict[str, TakenOut], every: list[Any]
) -> str:
    """Lines that give the lists of names what is in the table now."""
    lists = {
        kind: _List([one for one in names[kind] if one not in gone], [])
        for kind in ("cat_names", "cont_names")
    }
    for told in gone.values():
        if told.how == "dates":
            seconds = [one for one in told.new if one.endswith("Elapsed")]
            lists["cat_names"].more.append(
                _group([one for one in told.new if one not in seconds], every, made, seconds)
            )
            lists["cont_names"].kept += seconds
        elif told.how == "dummies":
            lists["cat_names"].more.append(_group(list(told.new), every, made, []))
        elif told.how == "renamed":
            lists[argument].kept.append(told.new[0])
        elif told.how == "melted":
            new = told.new[0] if argument == "cat_names" else told.new[1]
            lists[argument].kept += [] if new in lists[argument].kept else [new]
    # Of cont_names left out, fastai takes what is in no other list.
    wanted = {
        kind: held.code
        for kind, held in lists.items()
        if kind == argument or (held.code != repr(names[kind]) and (kind == "cat_names" or made.given(kind)))
    }
    return made.changed(wanted)


class _List:
    """A list of names as code: those that stay, and groups of new ones."""

    def __init__(self, kept: list[Any], more: list[str]):
        self.kept, self.more = kept, more

    @property
    def code(self) -> str:
        parts = [repr(self.kept)] if self.kept or not self.more else []
        return " + ".join([*parts, *self.more])


def _group(names: list[str], every: list[Any], made: Made, without: list[str]) -> str:
    """New columns as code: what begins alike, or one by one."""
    start = names[0]
    while start and not all(one.startswith(start) for one in names):
        start = start[:-1]
    alike = [one for one in map(str, every) if start and one.startswith(start) and one not in without]
    if len(names) <= MOST_NAMES or sorted(alike) != sorted(names):
        return repr(names)
    but = "".join(f" and o != {one!r}" for one in without if one.startswith(start))
    return f"[o for o in {made.table}.columns if o.startswith({start!r}){but}]"
