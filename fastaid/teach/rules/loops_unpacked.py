"""Loops whose names do not fit what each round gives: a number that nothing counts, parts of a batch too many."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_of, is_table, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.loaders_unpacked import held_at, is_loader
from fastaid.teach.rules.python_source import kind_of, names_of, node_at, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

FAILS = re.compile(r"values to unpack|unpack non-iterable|iteration over a 0-d")
# Names that one gives to what is counted.
COUNTING = re.compile(r"i|j|ii|it|iteration|step|idx|index|(\w+_)?(i|idx|ix|index|step)\d?")
COUNTING_BATCHES = re.compile(r"[ijnkb]|batch|epoch|(\w*_)?(n|num|no|nr|count|id)")
BARS = ("tqdm", "progress_bar", "master_bar", "trange", "track")
COMPREHENSIONS = ("<listcomp>", "<genexpr>", "<dictcomp>", "<setcomp>")
MOST_COLUMNS = 6

Loop = ast.For | ast.comprehension
Names = ast.Tuple | ast.List


def loop_of_names(scene: Scene) -> tuple[Frame, Loop, Names, Names] | None:
    """The loop that could not share out what a round gave: its frame, all its names, and those that failed."""
    frame = scene.here
    if (
        frame is None
        or scene.last not in (frame, scene.within("torch._tensor", "__iter__"))
        or FAILS.search(scene.message) is None
    ):
        return None
    node, tree = node_at(frame), source_tree(frame)
    for one in ast.walk(tree) if tree is not None and isinstance(node, (ast.Tuple, ast.List)) else ():
        if not isinstance(one, (ast.For, ast.comprehension)) or not isinstance(
            one.target, (ast.Tuple, ast.List)
        ):
            continue
        if any(part is node for part in ast.walk(one.target)):
            return frame, one, one.target, node  # type: ignore[return-value]
    return None


def _over(scene: Scene, frame: Frame, loop: Loop) -> tuple[ast.expr, Any, bool]:
    """What a loop goes over, without enumerate and a progress bar; its value; and whether it is counted."""
    at = scene.frames.index(frame)
    # What a comprehension goes over is known to the frame that it stands in.
    outer = scene.frames[at - 1] if frame.function in COMPREHENSIONS and at else frame
    node, is_counted = loop.iter, False
    while isinstance(node, ast.Call) and node.args and last_name(node.func) in ("enumerate", *BARS):
        is_counted |= last_name(node.func) == "enumerate"
        node = node.args[0]
    return node, held_at(outer, node), is_counted


@rule(ValueError, TypeError)
def not_counted(scene: Scene) -> Diagnosis | None:
    """`for i, (xb, yb) in dl`: nothing counts the rounds."""
    found = loop_of_names(scene)
    if found is None:
        return None
    frame, loop, names, failed = found
    _, held, is_counted = _over(scene, frame, loop)
    first, text = names.elts[0], text_of(loop.iter)
    if is_counted or not text or not isinstance(first, ast.Name):
        return None
    if not COUNTING.fullmatch(first.id) and not (is_loader(held) and COUNTING_BATCHES.fullmatch(first.id)):
        return None
    rest = names.elts[1:]
    is_pair = len(rest) == 1 and isinstance(rest[0], (ast.Tuple, ast.List))
    if is_pair and failed is not names:
        if len(failed.elts) != 2 or failed is not rest[0]:
            return None
        got = frame.names.get(first.id, UNKNOWN)
        if got is UNKNOWN or type(got) is int or is_table(held):
            return None
        where = f" `{first.id}` got {_short(got)}, the first part of it."
    elif failed is names and (is_pair or _got(scene) == len(rest) > 1):
        if is_pair and not is_loader(held):
            return None
        where = ""
    else:
        return None
    each = "a batch" if is_loader(held) else "an item"
    parts = (
        names_of(rest[0])
        if is_pair and isinstance(rest[0], (ast.Tuple, ast.List))
        else ", ".join(map(ast.unparse, rest))
    )
    target = f"{first.id}, ({parts})"
    return Diagnosis(
        f"`{text}` gives {each} in each round and no number.{where}",
        f"Python counts the rounds only with `enumerate`: it gives the number, and with it the whole of {each}.",
        _line(frame, loop, target, f"enumerate({text})"),
        "Let it count" + (":" if is_pair else ", with parentheses around the parts:"),
        # An item of a list may have parts inside its parts.
        sure="certain" if is_loader(held) else "likely",
        card="batch" if is_loader(held) else "",
    )


def _got(scene: Scene) -> int:
    found = re.search(r"expected \d+, got (\d+)", scene.message)
    return int(found[1]) if found else -1


def _short(held: Any) -> str:
    return described(held) if is_tensor(held) else kind_of(held)


def _line(frame: Frame, loop: Loop, target: str, over: str) -> str:
    """The loop's line with other names, over something else."""
    new = f"for {target} in {over}"
    if isinstance(loop, ast.For):
        return f"{new}:"
    line = frame.text
    written = re.search(rf"for\s+.{{1,80}}?\s+in\s+{re.escape(ast.unparse(loop.iter))}", line)
    return line.replace(written[0], new) if written is not None and line.count(" for ") == 1 else new


@rule(ValueError, TypeError)
def number_and_parts(scene: Scene) -> Diagnosis | None:
    """`for i, name, label in enumerate(zip(names, labels))`: the parts need parentheses of their own."""
    found = loop_of_names(scene)
    if found is None:
        return None
    frame, loop, names, failed = found
    _, held, is_counted = _over(scene, frame, loop)
    if not is_counted or failed is not names or len(names.elts) < 3 or is_loader(held) or _got(scene) != 2:
        return None
    text, parts = text_of(loop.iter), ", ".join(map(ast.unparse, names.elts[1:]))
    if not text:
        return None
    return Diagnosis(
        f"`{text}` gives two things each time, a number and an item. The loop names {len(names.elts)}.",
        f"The item is one thing; its parts `{parts}` must be unpacked in parentheses of their own.",
        _line(frame, loop, f"{ast.unparse(names.elts[0])}, ({parts})", text),
        "Put parentheses around the parts:",
    )


@rule(ValueError, needs="torch")
def parts_of_a_batch(scene: Scene) -> Diagnosis | None:
    """`for xb, yb in dl` where a batch has one part, or three."""
    found = loop_of_names(scene)
    if found is None:
        return None
    frame, loop, names, failed = found
    node, held, is_counted = _over(scene, frame, loop)
    is_batch = is_loader(held) and (failed is names.elts[-1] if is_counted else failed is names)
    if not is_batch or any(isinstance(one, (ast.Tuple, ast.List, ast.Starred)) for one in failed.elts):
        return None
    wanted, got = len(failed.elts), _got(scene)
    tensors = stored(stored(held).get("dataset")).get("tensors")
    if is_of(held, "torch.utils.data", "DataLoader") and isinstance(tensors, tuple):
        got = len(tensors)
    if got == wanted or (got < 0 and "too many" not in scene.message):
        return None
    words = [ast.unparse(one) for one in failed.elts]
    text = text_of(loop.iter)
    new = ", ".join(words[:got]) if 0 < got < wanted else ", ".join([*words, "*rest"])
    new = f"({new},)" if got == 1 else f"({new})" if is_counted else new
    target = f"{ast.unparse(names.elts[0])}, {new}" if is_counted else new
    parts = counted(got, "part") if got > 0 else "more parts"
    what = f"A batch of `{text_of(node)}` has {parts}; there are {wanted} names"
    return Diagnosis(
        f"{what} (`{', '.join(words)}`).",
        "Each part of a batch, inputs or targets, goes into one name.",
        _line(frame, loop, target, text) if text else "",
        "Take as many as there are" + (" (`*rest` takes those that are left):" if "*rest" in new else ":"),
        card="batch",
    )


@rule(ValueError, TypeError, needs="torch")
def parts_within_parts(scene: Scene) -> Diagnosis | None:
    """`for i, (index, (data, labels)) in enumerate(dl)` where a batch is (data, labels) alone."""
    found = loop_of_names(scene)
    if found is None:
        return None
    frame, loop, names, failed = found
    node, held, is_counted = _over(scene, frame, loop)
    outer = names.elts[-1] if is_counted else names
    if not is_loader(held) or not isinstance(outer, (ast.Tuple, ast.List)) or failed not in outer.elts:
        return None
    at = outer.elts.index(failed)
    words = [ast.unparse(one) for one in failed.elts]
    first = outer.elts[0]
    got = frame.names.get(first.id, UNKNOWN) if isinstance(first, ast.Name) else UNKNOWN
    text = text_of(loop.iter)
    if len(outer.elts) != 2 or at != 1 or len(words) != 2 or not is_tensor(got) or not text:
        return None
    inner = ", ".join(words)
    target = f"{ast.unparse(names.elts[0])}, ({inner})" if is_counted else inner
    return Diagnosis(
        f"A batch of `{text_of(node)}` has 2 parts, and no other one around them: `{ast.unparse(first)}` got "
        f"{described(got)}, and the second part was to be shared between `{words[0]}` and `{words[1]}`.",
        f"Where the code needs an `{ast.unparse(first)}` for each item, the data set's `__getitem__` has to return it "
        "too.",
        _line(frame, loop, target, text),
        "Name the two parts alone:",
        card="batch",
    )


@rule(ValueError, needs="pandas")
def columns_of_a_row(scene: Scene) -> Diagnosis | None:
    """`for i, (file, label) in df.iterrows()`: a row has as many values as the table has columns."""
    found = loop_of_names(scene)
    if found is None:
        return None
    frame, loop, names, failed = found
    call = loop.iter
    if (
        not isinstance(call, ast.Call)
        or last_name(call.func) != "iterrows"
        or not isinstance(call.func, ast.Attribute)
    ):
        return None
    table: Any = frame.value(call.func.value)
    if failed is not names.elts[-1] or len(names.elts) != 2 or not is_table(table) or table.ndim != 2:
        return None
    columns, text = list(table.columns), ast.unparse(call.func.value)
    words = [ast.unparse(one) for one in failed.elts]
    if len(columns) == len(words):
        return None
    is_named = all(one in columns for one in words)
    over = f"{text}[{words if is_named else columns[: len(words)]!r}].iterrows()"
    return Diagnosis(
        f"Each row of `{text}` has {counted(len(columns), 'value')}, one for each column; the loop has "
        f"{counted(len(words), 'name')} for them (`{', '.join(words)}`).",
        f"The columns are {', '.join(map(repr, columns[:MOST_COLUMNS]))}{' …' if len(columns) > MOST_COLUMNS else ''}.",
        f"for {names_of(names)} in {over}:" if len(words) < len(columns) else "",
        "Take only the columns that have a name:"
        if len(words) < len(columns)
        else "Take no more names than columns.",
    )
