"""Labels that are looked up in a dict by another part of the file's name than its keys are."""

from __future__ import annotations

import ast
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import counted, did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import kind_of, node_at, replaced, shown, text_of
from fastaid.teach.scene import Frame, Scene

MOST_KEYS = 100_000
PARTS = {
    "stem": "the name without its ending (`stem`)",
    "name": "the name with its ending (`name`)",
    "path": "the whole path",
    "text": "the whole path as text",
    "number": "a number (int)",
}


@rule(KeyError, needs="fastai")
def looked_up_by_another_part(scene: Scene) -> Diagnosis | None:
    """`labels[fname.name]` where the keys of `labels` have no ending."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    held, key = frame.value(node.value), frame.value(node.slice)
    key = scene.error.args[0] if key is UNKNOWN and scene.error.args else key
    if type(held) is not dict or not held or not isinstance(key, (str, Path, int)) or key in held:
        return None
    is_label = scene.within("fastai.data") is not None
    text, asked = text_of(node.value) or "the dict", text_of(node.slice)
    source = _file(frame, node.slice)
    if source is None and not is_label:
        return None
    is_written = isinstance(node.slice, ast.Constant)
    what = f"`{text}` has no key {str(key)!r}" + (
        f", which is `{asked}`." if asked and not is_written else "."
    )
    what = what if isinstance(key, str) else f"`{text}` has no key `{asked}` ({kind_of(key)})."
    for part, code in _other_parts(key, source, asked, held):
        return Diagnosis(
            what,
            f"The keys of `{text}` are {PARTS[part]}: {shown(held, 3)}. `{asked}` is not the same.",
            replaced(frame, node.slice, code),
            f"Look it up by {PARTS[part].partition(' (')[0]}:",
            card="getters",
        )
    if not is_label:
        return None
    if is_written and source is None:
        near = did_you_mean(str(key), map(str, held), n=1)
        right = next((one for one in held if repr(one) in near), next(iter(held)))
        return Diagnosis(
            what,
            f"Its keys are {shown(held, 6)}. {near}".strip(),
            replaced(frame, node, f"{text}[{right!r}]"),
            "Write:" if near else "Name one of them:",
            card="getters",
        )
    files = (
        f"files = [f for f in files if {asked.replace(ast.unparse(source[1]), 'f')} in {text}]"
        if source
        else ""
    )
    return Diagnosis(
        what,
        f"Its {counted(len(held), 'key')} begin with {shown(held, 3)}. This item has no label there, and a label "
        "must not be made up.",
        files,
        f"Leave out the files without a label (in `get_items`), or mend the keys of `{text}`:"
        if files
        else f"Leave out the items without a label, or mend the keys of `{text}`.",
        card="getters",
    )


def _file(frame: Frame, asked: ast.expr) -> tuple[Path, ast.expr] | None:
    """The file whose name, or a part of it, is the key: `fname` in `fname.name`."""
    for node in ast.walk(asked):
        held = frame.value(node) if isinstance(node, (ast.Name, ast.Attribute)) else UNKNOWN
        if isinstance(held, Path) and isinstance(node, ast.expr):
            return held, node
    return None


def _other_parts(
    key: Any, source: tuple[Path, ast.expr] | None, asked: str, held: dict[Any, Any]
) -> list[tuple[str, str]]:
    """The parts of the file's name that are keys, and the code for each."""
    if source is not None:
        path, code = source[0], ast.unparse(source[1])
    elif isinstance(key, str):
        path, code = Path(key), asked if key == Path(key).name else f"Path({asked})"
    else:
        return []
    is_text = source is None
    found: list[tuple[str, str]] = []
    tried = [
        ("stem", path.stem, f"Path({asked}).stem" if is_text else f"{code}.stem"),
        ("name", path.name, f"Path({asked}).name" if is_text else f"{code}.name"),
        ("path", path, f"Path({asked})" if is_text else code),
        ("text", str(path), asked if is_text else f"str({code})"),
    ]
    found += [(part, new) for part, one, new in tried if one in held and one != key]
    if path.stem.isdecimal() and int(path.stem) in held:
        found.append(("number", f"int({'Path(' + asked + ').stem' if is_text else code + '.stem'})"))
    if found:
        return found
    ends = {Path(one).suffix for one in islice(held, MOST_KEYS) if isinstance(one, str)} - {path.suffix, ""}
    for end in sorted(ends):
        if path.stem + end in held:
            stem = (
                asked if is_text and not path.suffix else f"{'Path(' + asked + ')' if is_text else code}.stem"
            )
            return [("name", f"{stem} + {end!r}")]
    return []
