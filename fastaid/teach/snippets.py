"""What an idea's example takes from the notebook, and what it changes there."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from fastaid.errors import listed
from fastaid.teach.cards import Card
from fastaid.teach.objects import is_dls, is_learner

# The names that examples take for a learner's own things, and how one comes by them.
STAND_INS = {
    "dls": "your DataLoaders",
    "learn": "your Learner",
    "path": "the folder of your data: `Path(…)`",
    "fnames": "your pictures' files: `get_image_files(path)`",
    "img": "one picture: `PILImage.create(fnames[0])`",
    "x": "a tensor of two axes: `torch.randn(2, 3)`",
    "df": "a table: `pd.read_csv(…)`",
    "df_tab": "a table: `pd.read_csv(…)`",
    "df_text": "a table with a column of texts: `pd.read_csv(…)`",
    "texts": "a list of texts",
    "ratings": "a table of users, items and ratings: `pd.read_csv(…)`",
    "basic_generator": "fastai's: `from fastai.vision.gan import *`",
    "basic_critic": "fastai's: `from fastai.vision.gan import *`",
}
KINDS = {"dls": is_dls, "learn": is_learner}
TRAINS = ("fit", "fit_one_cycle", "fine_tune", "fit_flat_cos", "fit_sgdr")


class Snippet(NamedTuple):
    """The names of an example."""

    takes: tuple[str, ...]  # stand-ins, in the order they are met
    binds: tuple[str, ...]  # stand-ins that it gives another value
    trains: bool  # whether it trains the notebook's own learner


@cache
def snippet_of(card: Card) -> Snippet:
    """What a card's example takes and changes."""
    code = card.text.partition("```python\n")[2].partition("```")[0]
    tree = ast.parse(code)
    takes: dict[str, None] = {}
    binds: dict[str, None] = {}
    trains = False
    for statement in tree.body:  # in the order they run: what is bound first is not taken
        nodes = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
        takes |= {
            one.id: None
            for one in nodes
            if isinstance(one.ctx, ast.Load) and one.id in STAND_INS and one.id not in binds
        }
        trains |= "learn" not in binds and any(map(_trains, ast.walk(statement)))
        binds |= {one.id: None for one in nodes if isinstance(one.ctx, ast.Store) and one.id in STAND_INS}
    return Snippet(tuple(takes), tuple(binds), trains)


def _trains(node: ast.AST) -> bool:
    func = node.func if isinstance(node, ast.Call) else None
    is_method = isinstance(func, ast.Attribute) and func.attr in TRAINS
    return is_method and isinstance(func.value, ast.Name) and func.value.id == "learn"  # type: ignore[union-attr]


def about(
    card: Card,
    names: Mapping[str, Any],  # of the notebook
) -> str:  # Markdown; "" where the example runs as it is, and harms nothing
    """What to know before the example is run in this notebook."""
    snippet = snippet_of(card)
    absent = [one for one in snippet.takes if one not in names]
    parts = [f"`{one}` stands for {_own(one, names) or STAND_INS[one]}" for one in absent]
    found = f"In the example {listed(parts, len(parts))}." if parts else ""
    anew = [f"`{one}`" for one in snippet.binds if one in names]
    if anew:
        found += f" It sets {listed(anew, len(anew))} anew: your own would be gone."
    elif snippet.trains and "learn" in names:
        found += " It trains your `learn` further."
    return found.strip()


def _own(name: str, names: Mapping[str, Any]) -> str:
    """The notebook's only thing of that kind, under the name it has there."""
    kind = KINDS.get(name)
    if kind is None:
        return ""
    every = list(names.items())  # a thread may bind names meanwhile
    own = [one for one, held in every if one.isidentifier() and one[0] != "_" and kind(held)]
    return f"your `{own[0]}`" if len(own) == 1 else ""


def askable(
    symbol: str,  # "fastai.callback.schedule.Learner.fit_one_cycle"
) -> str:  # "Learner.fit_one_cycle"
    """A symbol as it can be asked about with `?` after the course's star import."""
    *home, last = symbol.split(".")
    if home[:1] == ["torch"]:
        inner = [one for one in home[1:] if one[:1].isupper()]
        if inner:
            return ".".join([*([] if inner[0] == "Tensor" else home[1:-1]), inner[-1], last])
        if home[1:] == ["nn", "functional"]:
            return f"F.{last}"
        return ".".join(["nn", *home[2:], last] if home[1:2] == ["nn"] else [*home, last])
    holder = home[-1].removeprefix("_Base")
    return f"{holder}.{last}" if holder[:1].isupper() else last
