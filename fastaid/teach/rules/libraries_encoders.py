"""scikit-learn's encoders and the values that they have not seen: LabelEncoder, OneHotEncoder, OrdinalEncoder."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

PLACE = "sklearn.preprocessing"
MOST_READ = 100_000
# What takes the place of handle_unknown='error'.
KINDER = {
    "OneHotEncoder": ("handle_unknown='ignore'", "zeros in all of its columns"),
    "OrdinalEncoder": ("handle_unknown='use_encoded_value', unknown_value=-1", "the number -1"),
}


@rule(ValueError, needs="sklearn")
def label_not_seen(scene: Scene) -> Diagnosis | None:
    """`encoder.transform(valid['city'])` with a city that `fit` has not met."""
    inner = scene.within(f"{PLACE}._label", "transform")
    encoder = inner.names.get("self") if inner is not None else None
    frame, call = scene.here, call_at(scene.here) if scene.here is not None else None
    if inner is None or frame is None or call is None or not is_of(encoder, PLACE, "LabelEncoder"):
        return None
    node = frame.argument(call, 0, "y")
    y: Any = inner.names.get("y")
    given = list(y)[:MOST_READ] if hasattr(y, "__len__") else []
    known = list(stored(encoder).get("classes_", ()))
    new = list(dict.fromkeys(one for one in given if not _is_among(one, known)))
    name, text = text_of(getattr(call.func, "value", None)), text_of(node)
    if not new or not known or not name or not text or node is None:
        return None
    said = _spelled_otherwise(frame, call, node, known, new) or _of_another(scene, name, node, given, known)
    if said is not None:
        return said
    what = f"`{text}` holds {_words(new, 3)}, which `{name}` has not seen in `fit`."
    cause = f"A LabelEncoder numbers the values that it was fitted on ({_words(known, 4)}); another has no number."
    if _is_target(text):
        source = next((text_of(one.args[0]) for _, one in _fits(scene, name)), "") or f"{name}.classes_"
        held = frame.value(node)
        outer = next((word for word, one in scene.names.items() if one is held and word[0] != "_"), text)
        return Diagnosis(
            what,
            cause,
            f"{name}.fit([*{source}, *{outer}])",
            "Fit it on all labels, before any of them are turned into numbers:",
        )
    new_code = f"{text}.map(codes).fillna(-1).astype(int)"
    if not _is_column(frame, node):
        new_code = f"[codes.get(o, -1) for o in {text}]"
    return Diagnosis(
        what,
        cause,
        f"codes = {{c: i for i, c in enumerate({name}.classes_)}}\n{replaced(frame, call, new_code)}",
        "Give unknown values the number -1 (for columns `OrdinalEncoder(handle_unknown='use_encoded_value', "
        "unknown_value=-1)` does so by itself):",
    )


def _plain(value: Any) -> Any:
    return value.item() if is_of(value, "numpy", "generic") else value


def _is_among(value: Any, known: list[Any]) -> bool:
    kind = type(_plain(value))
    return any(
        type(_plain(one)) is kind and (one == value or (one != one and value != value)) for one in known
    )


def _is_target(text: str) -> bool:
    word = text.lower().strip("]'\"").rpartition("['")[2]
    return word.startswith(("y_", "label", "target", "class")) or word in ("y", "ys")


def _spelled_otherwise(
    frame: Frame, call: ast.Call, node: ast.expr, known: list[Any], new: list[Any]
) -> Diagnosis | None:
    """Numbers for texts, or words that differ by a space or by capitals."""
    name, text = text_of(getattr(call.func, "value", None)), text_of(node)
    texts = {str(one) for one in known}
    first = _plain(new[0])
    if all(isinstance(one, str) for one in known) and not isinstance(first, str) and first == first:
        if all(str(one) in texts for one in new):
            changed = f"{text}.astype(str)" if _is_column(frame, node) else f"[str(o) for o in {text}]"
            return Diagnosis(
                f"`{text}` holds numbers such as {first}; `{name}` was fitted on texts such as '{known[0]!s:.30}'.",
                f"{first} and '{first}' are different values.",
                replaced(frame, node, changed),
                "Make texts of them too:",
            )
        if all(type(_plain(one)) is int and 0 <= one < len(known) for one in new):
            return Diagnosis(
                f"`{text}` holds numbers from 0 to {len(known) - 1} already; `{name}` numbers the texts "
                f"{listed([repr(str(one)) for one in known], 3)}.",
                "They have been encoded before: a cell that encodes a column in place can run only once.",
                f"{name}.inverse_transform({text})",
                "Leave this line out, or get the texts back first:",
                sure="likely",
            )
        return None
    same = {one.strip().lower(): one for one in map(str, known)}
    if not isinstance(first, str) or first.strip().lower() not in same:
        return None
    old = same[first.strip().lower()]
    method = "strip()" if first.strip() == old else "strip().lower()"
    if method != "strip()" and old != old.strip().lower():
        method = ""
    series = _is_column(frame, node)
    changed = f"{text}.str.{method.replace('.', '.str.')}" if series else f"[o.{method} for o in {text}]"
    return Diagnosis(
        f"`{text}` holds {first!r}; `{name}` knows {old!r}.",
        "The two differ by spaces or capitals, so they are different values.",
        replaced(frame, node, changed) if method else "",
        "Write them alike:"
        if method
        else "Write them alike before `fit`, for example with `.str.strip().str.lower()`.",
    )


def _of_another(
    scene: Scene, name: str, node: ast.expr, given: list[Any], known: list[Any]
) -> Diagnosis | None:
    """An encoder that was fitted on another column after this one."""
    some = [one for one in given if one == one]
    if len(set(map(str, some))) < 2 or any(_is_among(one, known) for one in some):
        return None
    fits = list(_fits(scene, name))
    if len({ast.unparse(call.args[0]) for _, call in fits}) < 2 and not any(loop for loop, _ in fits):
        return None  # only ever fitted on one column
    text, fix = text_of(node), ""
    for one, call in fits:
        source = call.args[0]
        if not isinstance(source, ast.Subscript) or not isinstance(node, ast.Subscript) or one is None:
            continue
        table, new = ast.unparse(source.value), ast.unparse(node.value)
        fix = f"encoders = {{c: LabelEncoder() for c in {ast.unparse(one.iter)}}}\nfor c in encoders:\n"
        fix += f"    {table}[c] = encoders[c].fit_transform({table}[c])\n"
        fix += f"    {new}[c] = encoders[c].transform({new}[c])"
        break
    return Diagnosis(
        f"`{name}` knows none of the values of `{text}`: it was fitted on {_words(known, 3)}.",
        "An encoder keeps one column: each `fit` (or `fit_transform`) makes it forget the column before.",
        fix,
        "Keep one for each column, and begin with the texts (read the tables anew):"
        if fix
        else "Make a LabelEncoder of its own for each column, and keep them all.",
        sure="likely",
    )


def _fits(scene: Scene, name: str) -> Iterator[tuple[ast.For | None, ast.Call]]:
    """The calls that fitted the encoder, each with the loop around it."""
    for tree in trees(scene):
        loops = [one for one in ast.walk(tree) if isinstance(one, ast.For)]
        for one in ast.walk(tree):
            if not isinstance(one, ast.Call) or last_name(one.func) not in ("fit", "fit_transform"):
                continue
            owner = one.func.value if isinstance(one.func, ast.Attribute) else None
            made = last_name(owner.func) if isinstance(owner, ast.Call) else ""
            if one.args and owner is not None and (ast.unparse(owner) == name or made == "LabelEncoder"):
                yield next((loop for loop in loops if one in ast.walk(loop)), None), one


def _is_column(frame: Frame, node: ast.expr) -> bool:
    if isinstance(node, (ast.Subscript, ast.Attribute)) and is_table(frame.value(node.value)):
        return not isinstance(getattr(node, "slice", None), ast.List)
    return is_series(frame.value(node))


def _words(values: Iterable[Any], most: int) -> str:
    return listed([repr(_plain(one)) for one in values], most)


@rule(ValueError, needs="sklearn")
def category_not_seen(scene: Scene) -> Diagnosis | None:
    """A OneHotEncoder that meets a new category."""
    inner = scene.within(f"{PLACE}._encoders", "_transform")
    encoder = inner.names.get("self") if inner is not None else None
    frame, call = scene.here, call_at(scene.here) if scene.here is not None else None
    kind = type(encoder).__name__
    if (
        frame is None
        or call is None
        or kind not in KINDER
        or stored(encoder).get("handle_unknown") != "error"
    ):
        return None
    held: Mapping[str, Any] = inner.names if inner is not None else {}
    column, names = held.get("i"), stored(encoder).get("feature_names_in_")
    unseen: Any = held.get("diff")
    given, becomes = KINDER[kind]
    name = scene.name_of(encoder)
    where = f" of the column `{names[column]}`" if names is not None and isinstance(column, int) else ""
    values = (
        _words(unseen, 3) if isinstance(unseen, list) or is_of(unseen, "numpy", "ndarray") else "new values"
    )
    return Diagnosis(
        f"{f'`{name}`' if name else f'The {kind}'} has not seen {values}{where} in `fit`.",
        f"A {kind} knows the categories that it was fitted on; by itself it refuses others.",
        f"{name}.set_params({given})\n{replaced(frame, call, ast.unparse(call))}"
        if name
        else f"{kind}({given})",
        f"Let new categories become {becomes}" + (":" if name else ", where the encoder is made:"),
    )
