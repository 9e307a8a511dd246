"""Values that are not there or cannot be used so: keys, places, numbers in text, division, empty lists."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import COMPREHENSIONS
from fastaid.teach.rules.devices_moved import statement_around
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import (
    call_at,
    code_of,
    kind_of,
    near,
    node_at,
    origin,
    replaced,
    shown,
    source_tree,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene


def _subscript(scene: Scene) -> tuple[Frame, ast.Subscript, Any, Any] | None:
    """The learner's `x[key]`: its frame, the expression, what was asked, and the key."""
    frame = scene.here
    is_raised_here = scene.is_raised_by_learner or (
        scene.last is not None and scene.last.module == "fastcore.foundation"
    )
    node = node_at(frame) if frame is not None and is_raised_here else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    held: ast.expr = ast.parse(text_of(node.value, 200) or "_", mode="eval").body
    return frame, node, frame.value(held), frame.value(node.slice)


# How tables of words call what is not in them.
OF_UNKNOWN = ("xxunk", "<unk>", "<UNK>", "[UNK]", "UNK", "unk")


@rule(KeyError)
def missing_key(scene: Scene) -> Diagnosis | None:
    """A dict has no such key."""
    found = _subscript(scene)
    if found is None:
        return None
    frame, node, held, key = found
    key = scene.error.args[0] if key is UNKNOWN and scene.error.args else key
    if not isinstance(held, dict) or key is UNKNOWN or not isinstance(key, (str, int, float, tuple, bool)):
        return None
    text = text_of(node.value) or "the dict"
    keys = list(held)
    is_counting = isinstance(statement_at(frame), ast.AugAssign)
    if not keys and not is_counting:
        return Diagnosis(
            f"The dict `{text}` is empty; it has no key {key!r}.",
            "Nothing has been put into it yet.",
            f"{text}[{text_of(node.slice)}] = …",
            "Give the key a value before it is read:",
        )
    close: list[Any] = near(key, keys, parts=True) if isinstance(key, str) else []
    same = [one for one in keys if str(one).strip() == str(key).strip() and one != key]
    if same:
        one = same[0]
        kinds = f"the {type(one).__name__} {one!r}, and {key!r} is a {type(key).__name__}"
        why = f"The key is {kinds}: they are different keys."
        if isinstance(one, str) and isinstance(key, str):
            why = f"The key is {one!r}: a space counts."
        return Diagnosis(
            f"The dict `{text}` has no key {key!r}.", why, replaced(frame, node, f"{text}[{one!r}]"), "Write:"
        )
    known = f"Its keys: {shown(keys)}." if keys else "It is still empty."
    is_constant = isinstance(node.slice, ast.Constant)
    if close and is_constant:
        return Diagnosis(
            f"The dict `{text}` has no key {key!r}.",
            known,
            replaced(frame, node, f"{text}[{close[0]!r}]"),
            "Most likely this one is meant:",
        )
    asked = "" if is_constant else f" (`{text_of(node.slice)}` is {kind_of(key)})"
    if not is_counting:
        fix, how = _where_missing(scene, frame, node, held, key)
        return Diagnosis(f"The dict `{text}` has no key {key!r}{asked}.", known, fix, how)
    fix = f"{text}[{text_of(node.slice)}] = {text}.get({text_of(node.slice)}, 0) + 1"
    return Diagnosis(
        f"The dict `{text}` has no key {key!r}{asked}.",
        f"{known} `+=` reads the old value first, and there is none yet.",
        fix,
        "Start from 0 where the key is new:",
    )


def _where_missing(
    scene: Scene, frame: Frame, node: ast.Subscript, held: dict[Any, Any], key: Any
) -> tuple[str, str]:
    """What to write for a key that is not there, and the words that go with it."""
    text, asked = text_of(node.value) or "d", text_of(node.slice)
    values = list(held.values())
    are_numbers = all(type(one) is int for one in values)
    unknown = next((one for one in OF_UNKNOWN if one in held), None)
    if isinstance(key, str) and unknown is not None:
        return (
            replaced(frame, node, f"{text}.get({asked}, {text}[{unknown!r}])"),
            "Take the number of the unknown word for it:",
        )
    numberings = (list(range(len(held))), list(range(1, len(held) + 1)))
    if are_numbers and values in numberings and _is_numbering(scene, frame, node):
        last = f"len({text})" if 0 in values else f"len({text}) + 1"
        return (
            f"{text}[{key!r}] = {last}",
            f"`{text}` numbers what it was made from, and {key!r} was not among it. Add it once, right after "
            f"`{text}` is made:",
        )
    kinds = {type(one) for one in values}
    if len(kinds) == 1 and kinds <= {list, dict, set}:
        empty = {"list": "[]", "dict": "{}", "set": "set()"}[kinds.pop().__name__]
        return (
            replaced(frame, node, f"{text}.get({asked}, {empty})"),
            "Use one of its keys. Where a key may be missing, take an empty one instead:",
        )
    return f"if {asked} in {text}:", "Use one of its keys. Where a key may be missing, ask first:"


def _is_numbering(scene: Scene, frame: Frame, node: ast.Subscript) -> bool:
    """Whether a dict was made by counting: `{s: i for i, s in enumerate(letters)}`."""
    source = origin(scene, frame, node.value.id) if isinstance(node.value, ast.Name) else None
    words = {one.id for one in ast.walk(source) if isinstance(one, ast.Name)} if source is not None else set()
    return bool(words & {"enumerate", "range"})


@rule(IndexError)
def beyond_the_end(scene: Scene) -> Diagnosis | None:
    """A list, tuple or string has no item at that place."""
    found = _subscript(scene)
    if found is None:
        return None
    frame, node, held, index = found
    if is_of(held, "fastcore.foundation", "L"):
        held = stored(held).get("items")  # of an `L` the list inside it is asked
    if type(held) not in (list, tuple, str, bytes, range):
        return None
    n, text, asked = len(held), text_of(node.value) or "the list", text_of(node.slice)
    kind = "string" if type(held) is str else type(held).__name__
    is_named = not isinstance(node.slice, (ast.Constant, ast.UnaryOp))
    place = f"`{asked}` is {index}" if is_named and type(index) is int else f"index {asked}"
    if n == 0 and isinstance(node.ctx, ast.Store):
        return Diagnosis(
            f"`{text}` is an empty {kind}; there is no place {asked} to put something into.",
            f"Giving a value to a place does not make the {kind} longer.",
            f"{text}.append({_put_in(frame) or '…'})",
            "Add the item at the end:",
        )
    if n == 0:
        return Diagnosis(
            f"`{text}` is an empty {kind}; it has no item {asked}.",
            "Nothing has been put into it, or what should fill it found nothing.",
            f"print(len({text}))",
            "See where it is filled, or ask for its length first:",
        )
    what = f"`{text}` has {n} item{'' if n == 1 else 's'}; {place}, which does not exist."
    if not is_named:
        what = f"`{text}` has {n} item{'' if n == 1 else 's'}, and {place} does not exist."
    if isinstance(node.ctx, ast.Store):
        return Diagnosis(
            what,
            f"Giving a value to a place does not make the {kind} longer.",
            f"{text}.append({_put_in(frame) or '…'})",
            "To add an item at the end:",
        )
    count = f"Counting begins at 0, so the last index is {n - 1}."
    if type(index) is int and is_named and (index == n or _adds(node.slice)) and _is_in_loop(frame, node):
        return Diagnosis(
            what,
            f"{count} The loop goes one too far.",
            f"for i in range(len({text}){_less(node.slice)}):",
            "Let the loop end earlier:" if _less(node.slice) else "Go exactly through its places:",
            sure="certain",
        )
    if frame.function == "__getitem__":
        return Diagnosis(what, count, "", f"Ask only for items from 0 to {n - 1}.")
    return Diagnosis(what, count, f"{text}[-1]", f"Use an index from 0 to {n - 1}. The last item is:")


def _is_in_loop(frame: Frame, node: ast.Subscript) -> bool:
    """Whether the line stands in a loop of the same function that counts the index."""
    names = {one.id for one in ast.walk(node.slice) if isinstance(one, ast.Name)}
    for one in ast.walk(source_tree(frame) or ast.Module([], [])):
        if not getattr(one, "lineno", 0) <= frame.line <= (getattr(one, "end_lineno", 0) or 0):
            continue
        if isinstance(one, ast.While) or any(
            names & {part.id for part in ast.walk(loop.target) if isinstance(part, ast.Name)}
            for loop in ([one] if isinstance(one, ast.For) else getattr(one, "generators", []))
        ):
            return True
    return False


def _put_in(frame: Frame) -> str:
    """What the running line gives to a place of a list."""
    line = statement_at(frame)
    return code_of(line.value) if isinstance(line, ast.Assign) and len(line.targets) == 1 else ""


def _adds(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)


def _less(node: ast.expr) -> str:
    if isinstance(node, ast.BinOp) and _adds(node) and isinstance(node.right, ast.Constant):
        return f" - {node.right.value!r}"
    return ""


@rule(IndexError)
def pop_from_empty(scene: Scene) -> Diagnosis | None:
    """`pop` on an empty list, or at a place that is not there."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner:
        return None
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr != "pop":
        return None
    held, text = frame.value(func.value), text_of(func.value)
    if type(held) is not list:
        return None
    if not held:
        return Diagnosis(
            f"The list `{text}` is empty: there is nothing to take out.",
            "Each `pop` takes one item away.",
            f"if {text}: {text}.pop()",
            "Ask first whether something is in it:",
        )
    return Diagnosis(
        f"`{text}` has {len(held)} items; `{text_of(call)}` asks for a place that is not there.",
        f"The last index is {len(held) - 1}.",
        f"{text}.pop()",
        "To take the last item:",
    )


@rule(ZeroDivisionError)
def division_by_zero(scene: Scene) -> Diagnosis | None:
    """The number that is divided by is 0."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, (ast.BinOp, ast.AugAssign)):
        return None
    below = node.right if isinstance(node, ast.BinOp) else node.value
    text = text_of(below) or "the divisor"
    if isinstance(below, ast.Call) and text_of(below.func) == "len" and below.args:
        held = text_of(below.args[0])
        return Diagnosis(
            f"`{held}` is empty, so `{text}` is 0, and nothing can be divided by 0.",
            f"`{held}` was not filled, or what should fill it found nothing.",
            f"{text_of(node)} if {held} else 0",
            "See why it is empty, or divide only if it is not:",
        )
    source = origin(scene, frame, below.id) if isinstance(below, ast.Name) else None
    came = (
        f" It came from `{text_of(source)}`."
        if source is not None and text_of(source) not in ("", "0")
        else ""
    )
    if isinstance(below, ast.Constant):
        return Diagnosis(
            f"`{text_of(node)}` divides by 0.",
            "Nothing can be divided by 0.",
            "",
            "Divide by another number.",
        )
    return Diagnosis(
        f"`{text}` is 0, and nothing can be divided by 0.{came}",
        "It was never counted up or set, or it can really be 0.",
        f"{text_of(node)} if {text} else 0"
        if text_of(node) and isinstance(node, ast.BinOp)
        else f"if {text} != 0: …",
        "See why it is 0, or say what shall come out then:",
    )


@rule(ValueError)
def of_nothing(scene: Scene) -> Diagnosis | None:
    """`max([])`, `random.choice([])`, `[…].index(x)`, `[…].remove(x)`."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner:
        return None
    word = text_of(call.func)
    if word in ("max", "min") and len(call.args) == 1 and "empty" in scene.message:
        text = text_of(call.args[0]) or "the sequence"
        return Diagnosis(
            f"`{text}` is empty; there is no {'largest' if word == 'max' else 'smallest'} item.",
            "Nothing was put into it, or a filter left nothing.",
            f"{word}({text}, default=0)",
            "See why it is empty, or say what shall come out then:",
        )
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in ("index", "remove") or not call.args:
        return None
    held, asked = frame.value(call.func.value), frame.value(call.args[0])
    text, what = text_of(call.func.value), text_of(call.args[0])
    if type(held) not in (list, tuple, str) or asked is UNKNOWN:
        return None
    close = near(asked, held) if type(asked) is str and type(held) is not str else []
    other = next((one for one in held if str(one) == str(asked) and type(one) is not type(asked)), None)
    why = f"It holds {shown(held)}." if type(held) is not str else "The text does not occur in it."
    if other is not None:
        why = f"It holds {other!r} as {kind_of(other).rsplit(' ', 1)[0]}: text and number are different."
    if close and not isinstance(call.args[0], ast.Constant):
        fix, how = _mended_word(scene, frame, call, asked, close[0])
        return Diagnosis(f"{_begun(kind_of(asked))} is not in `{text}`.", why, fix, how)
    fix = (
        replaced(frame, call.args[0], repr(close[0]))
        if close
        else _asked_first(frame, call, f"{what} in {text}")
    )
    return Diagnosis(
        f"{_begun(kind_of(asked))} is not in `{text}`.",
        why,
        fix,
        "Most likely this one is meant:" if close else "Ask first whether it is there:",
    )


def _asked_first(frame: Frame, call: ast.Call, test: str) -> str:
    """The statement under an `if`; inside of another expression, or of a head, the value under one."""
    at, statement = parent(call), statement_around(call)
    while at is not None and not isinstance(at, (ast.stmt, ast.comprehension, ast.Lambda, *COMPREHENSIONS)):
        at = parent(at)
    if at is statement and isinstance(at, (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return)):
        is_alone = _is_line(frame.text, at)
        return f"if {test}: {frame.text if is_alone else ast.unparse(at)}"
    return replaced(frame, call, f"({ast.unparse(call)} if {test} else None)")


def _is_line(text: str, node: ast.stmt) -> bool:
    """Whether a line of code is that statement and nothing else."""
    try:
        return [ast.unparse(one) for one in ast.parse(text).body] == [ast.unparse(node)]
    except SyntaxError:
        return False  # a return, or a part of a longer statement


def _begun(text: str) -> str:
    return text[0].upper() + text[1:]


def _mended_word(scene: Scene, frame: Frame, call: ast.Call, asked: str, meant: str) -> tuple[str, str]:
    """The line for a word that came out of a variable or a loop: the word corrected where it stands."""
    assert isinstance(call.func, ast.Attribute)
    text, what = text_of(call.func), text_of(call.args[0])
    statement = statement_at(frame)
    if statement is not None and (line := _corrected(statement, asked, meant)):
        return line, f"Correct the word, most likely to {meant!r}:"
    held: Any = frame.value(call.func.value)
    if asked.lower() == meant and all(one == one.lower() for one in held if isinstance(one, str)):
        line = replaced(frame, call, f"{text}({what}.lower())")
        return line, "Capital and small letters differ. Make the letters small:"
    names = {one.id for one in ast.walk(statement or call) if isinstance(one, ast.Name)}
    for name, kept in scene.live(list):
        made = origin(scene, scene.top, name) if name in names and asked in kept and scene.top else None
        line = (
            _corrected(ast.Assign([ast.Name(name)], made, lineno=1), asked, meant) if made is not None else ""
        )
        if line:
            return line, f"Correct the word, most likely to {meant!r}:"
    return "", f"Correct the word where it comes from: most likely {meant!r} is meant."


def _corrected(statement: ast.stmt, asked: str, meant: str) -> str:
    """A short statement with a string in it corrected; "" where the string does not stand there just once."""
    found = [one for one in ast.walk(statement) if isinstance(one, ast.Constant) and one.value == asked]
    if len(found) != 1 or isinstance(statement, (ast.For, ast.With, ast.If, ast.While, ast.FunctionDef)):
        return ""
    new = ast.parse(ast.unparse(statement))
    for one in ast.walk(new):
        if isinstance(one, ast.Constant) and one.value == asked:
            one.value = meant
    return code_of(new)
