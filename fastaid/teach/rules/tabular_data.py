"""fastai's tabular data as they stood when something failed, and the lines that made them. No rules of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastaid.teach.objects import UNKNOWN, is_of, is_table, stored
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Frame, Scene

CORE = "fastai.tabular.core"
# The arguments in their places, of what makes tabular data.
PLACES = {
    "from_df": ("df", "path", "procs", "cat_names", "cont_names", "y_names", "y_block", "valid_idx"),
    "from_csv": ("csv", "skipinitialspace"),
    "TabularPandas": (
        *("df", "procs", "cat_names", "cont_names", "y_names", "y_block", "splits", "do_setup", "device"),
        *("inplace", "reduce_memory"),
    ),
}
MOST_READ = 5_000  # values of a column that are looked at
LONGEST = 170  # characters of a call that can be shown whole
DATE = re.compile(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")
AROUND = re.compile(r"^[\s$€£¥]+|[\s%$€£¥]+$")


@dataclass(frozen=True)
class Made:
    """The learner's call that made tabular data."""

    call: ast.Call
    name: str  # "from_df"

    def given(self, argument: str) -> ast.expr | None:
        """What was written for an argument."""
        for one in self.call.keywords:
            if one.arg == argument:
                return one.value
        at = PLACES[self.name].index(argument) if argument in PLACES[self.name] else -1
        return self.call.args[at] if 0 <= at < len(self.call.args) else None

    @property
    def table(self) -> str:
        """The learner's name for the table."""
        found = self.given("df")
        return ast.unparse(found) if found is not None and len(ast.unparse(found)) < 30 else "df"

    def changed(self, values: Mapping[str, str]) -> str:
        """Lines that give arguments other values: of variables where they are held, else in the call."""
        lines, inline = [], {}
        for argument, code in values.items():
            held = self.given(argument)
            if isinstance(held, ast.Name):
                lines.append(f"{held.id} = {code}")
            else:
                inline[argument] = code
        if inline:
            lines.append(self._call(inline))
        return "\n".join(lines)

    def _call(self, values: Mapping[str, str]) -> str:
        new = ast.parse(ast.unparse(self.call), mode="eval").body
        assert isinstance(new, ast.Call)
        left = dict(values)
        for at, argument in enumerate(PLACES[self.name][: len(new.args)]):
            if argument in left:
                new.args[at] = ast.parse(left.pop(argument), mode="eval").body
        new.keywords = [
            ast.keyword(one.arg, ast.parse(left.pop(one.arg), mode="eval").body) if one.arg in left else one
            for one in new.keywords
        ]
        new.keywords += [ast.keyword(name, ast.parse(code, mode="eval").body) for name, code in left.items()]
        text = ast.unparse(new)
        around = getattr(self.call, "parent", None)
        if isinstance(around, ast.Assign) and around.value is self.call:
            text = f"{' = '.join(ast.unparse(one) for one in around.targets)} = {text}"
        short = ", ".join(f"{name}={code}" for name, code in values.items())
        return text if len(text) <= LONGEST else short


def made_by(scene: Scene) -> Made | None:
    """The call that made the data: the one that runs, else the last that was written."""
    for frame in reversed(scene.frames):
        call = frame.call if frame.is_learners else None
        if call is not None and last_name(call.func) in PLACES and not _is_of_others(call):
            return Made(call, last_name(call.func))
    for tree in trees(scene):
        for one in ast.walk(tree):
            if isinstance(one, ast.Assign):
                setattr(one.value, "parent", one)  # noqa: B010  as `executing` has it
        found = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and last_name(node.func) in PLACES and not _is_of_others(node)
        ]
        if found:
            return Made(found[-1], last_name(found[-1].func))
    return None


def _is_of_others(call: ast.Call) -> bool:
    """Whether it is the from_df of pictures or texts."""
    holder = call.func.value if isinstance(call.func, ast.Attribute) else None
    return last_name(call.func) != "TabularPandas" and not last_name(holder).startswith("Tabular")


def tabulars(scene: Scene) -> Iterator[tuple[Frame, Any]]:
    """fastai's Tabular objects that the failing calls worked on, the innermost first."""
    for frame in reversed(scene.frames):
        for name in ("to", "self"):
            held = frame.names.get(name)
            if is_of(held, CORE, "Tabular"):
                yield frame, held


@dataclass(frozen=True)
class Columns:
    """A table with what its columns are for."""

    items: Any  # the DataFrame
    cats: list[Any]
    conts: list[Any]
    ys: list[Any]
    procs: list[str]  # "Categorify"
    frame: Frame


def columns(scene: Scene) -> Columns | None:
    """The columns of the data that failed."""
    for frame, held in tabulars(scene):
        has = stored(held)
        if not is_table(has.get("items")):
            continue
        if not all(name in has for name in ("cat_names", "cont_names", "y_names")):
            # __init__ stores them one after the other: what is not there yet is still an argument.
            start = next(
                (one for one in scene.frames if one.function == "__init__" and one.module == CORE), None
            )
            has = {**(dict(start.names) if start is not None else {}), **has}
        cats, conts, ys = (_names(has.get(name)) for name in ("cat_names", "cont_names", "y_names"))
        cats = [one for one in cats if not _is_added(scene, one, conts)]
        return Columns(stored(held)["items"], cats, conts, ys, _procs(has.get("procs")), frame)
    return None


def _is_added(scene: Scene, name: Any, conts: list[Any]) -> bool:
    """Whether FillMissing put a column among cat_names: `Age_na`, which the learner's table has not."""
    if not isinstance(name, str) or not name.endswith("_na") or name.removesuffix("_na") not in conts:
        return False
    given = (frame.names.get("df") for frame in scene.frames)
    table = next((one for one in given if is_table(one)), None)
    return table is not None and name not in table.columns


def _names(held: Any) -> list[Any]:
    if held is None:
        return []
    if isinstance(held, str):
        return [held]
    items = stored(held).get("items", held)
    return list(items) if isinstance(items, (list, tuple)) else [items]


def _procs(held: Any) -> list[str]:
    every = stored(held).get("fs", held)
    every = stored(every).get("items", every)
    if not isinstance(every, (list, tuple)):
        every = [every] if every is not None else []
    return [one.__name__ if isinstance(one, type) else type(one).__name__ for one in every]


def column(items: Any, name: Any) -> Any:
    """A column by its name; None where it is missing or there are two of it."""
    if name not in items.columns:
        return None
    found = items[name]
    return found if is_of(found, "pandas", "Series") else None


def values(held: Any) -> list[Any]:
    """Some of a column's values without the missing ones; of categories each value once."""
    kind = held.dtype
    some = (
        list(kind.categories[:MOST_READ])
        if is_of(kind, "pandas", "CategoricalDtype")
        else list(held.iloc[:MOST_READ])
    )
    return [one for one in some if one is not None and type(one).__name__ != "NAType" and one == one]


def kind(held: Any) -> str:
    """What a column holds: "numbers", "bools", "dates", "text numbers", "text dates", "texts", "others"."""
    code = getattr(held.dtype, "kind", "O")
    name = str(held.dtype)
    if code == "b" and name == "bool":
        return "bools"
    if code in "iuf" and name[0].islower():
        return "numbers"
    if code in "iufb":
        return "nullable"  # pandas' own Int64, with room for a missing value
    if code in "Mm":
        return "dates"
    found = values(held)
    if not found:
        return "empty"
    texts = [one for one in found if isinstance(one, str)]
    if not texts:
        return "bools" if all(isinstance(one, bool) for one in found) else "others"
    if sum(as_number(one) is not None for one in texts) >= 0.5 * len(texts):
        return "text numbers"
    return "text dates" if all(DATE.match(one) for one in texts[:200]) else "texts"


def as_number(text: str) -> float | None:
    """The number that a text stands for: "$1,200", "12 %"; None for a word."""
    try:
        return float(AROUND.sub("", text).replace(",", ""))
    except ValueError:
        return None


def is_plain_number(held: Any) -> bool:
    """Whether torch takes a column as it is."""
    return kind(held) in ("numbers", "bools")


def known(frame: Frame | None, node: ast.expr | None) -> Any:
    """A value, None where it cannot be told."""
    held = frame.value(node) if frame is not None else UNKNOWN
    return None if held is UNKNOWN else held
