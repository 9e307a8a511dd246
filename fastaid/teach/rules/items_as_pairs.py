"""Items that are pairs already, and getters that do not know it; ItemGetter for items that are single files."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any, TypeGuard

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_anew import block_with
from fastaid.teach.rules.in_code import keyword_given, trees
from fastaid.teach.scene import Scene

ANY = (TypeError, FileNotFoundError, AttributeError, KeyError, IndexError, IsADirectoryError, ValueError)
MOST_FILES = 5_000


def _at_work(scene: Scene) -> tuple[dict[str, Any], Any] | None:
    """The DataBlock that was making its data sets, and the items it found."""
    frame = scene.within("fastai.data.block", "datasets")
    items: Any = frame.names.get("items") if frame is not None else None
    if frame is None and (frame := scene.within("fastai.data.block", "dataloaders")) is not None:
        lists = stored(frame.names.get("dsets")).get("tls") or [None]
        items = stored(lists[0]).get("items")
    is_list = isinstance(items, (list, tuple)) or is_of(items, "fastcore.foundation", "L")
    if frame is None or not is_list or not len(items):
        return None
    return stored(frame.names.get("self")), items


@rule(*ANY, needs="fastai.data.block")
def pairs_without_getters(scene: Scene) -> Diagnosis | None:
    """get_items gives `(file, label)`; without getters each block is given the whole pair."""
    found = _at_work(scene)
    if found is None or keyword_given(scene, "getters") is not None:
        return None
    block, items = found
    first = items[0]
    n = len(list(block.get("getters") or ()))
    if type(first) not in (tuple, list) or len(first) != n or n < 2 or scene.is_raised_by_learner:
        return None
    missing = [i for i, name in enumerate(("get_x", "get_y")) if block.get(name) is None]
    if not missing or (n > 2 and len(missing) < 2):
        return None
    if len(missing) == 2:
        getters = f"[{', '.join(f'ItemGetter({i})' for i in range(n))}]"
        fix, how = {"getters": getters}, "Say which part each block takes:"
    elif type(first) is tuple and _by_places(scene):
        return None  # function_for_a_pair
    else:
        name = ("get_x", "get_y")[missing[0]]
        fix, how = (
            {name: f"ItemGetter({missing[0]})"},
            f"Say which part the {'input' if missing == [0] else 'label'} is:",
        )
    kinds = " and ".join(
        type(one).__name__.replace("PosixPath", "Path").replace("WindowsPath", "Path") for one in first
    )
    (word, code), *_ = fix.items()
    return Diagnosis(
        f"Each item is a {type(first).__name__} of {n} parts ({kinds}).",
        f"A block takes the whole item, unless a getter takes a part of it: `{'`, `'.join(_names(missing))}` "
        f"{'is' if len(missing) == 1 else 'are'} missing.",
        block_with(scene, **fix) or f"{word}={code}",
        how,
        card="getters",
    )


@rule(*ANY, needs="fastai.data.block")
def function_for_a_pair(scene: Scene) -> Diagnosis | None:
    """`get_x=lambda o: o[0]` with items that are tuples: a function is called for each part of a tuple."""
    found, places = _at_work(scene), _by_places(scene)
    if found is None or type(found[1][0]) is not tuple or not places:
        return None
    first = found[1][0]
    name, (argument, _) = next(iter(places.items()))
    kinds = ", ".join(type(one).__name__.replace("PosixPath", "Path") for one in first)
    plain = {word: f"ItemGetter({i})" for word, (_, i) in places.items() if i is not None}
    missing = [word for word in ("get_x", "get_y") if found[0].get(word) is None]
    plain |= {word: f"ItemGetter({('get_x', 'get_y').index(word)})" for word in missing if len(first) == 2}
    is_plain = all(i is not None for _, i in places.values())
    if is_plain:
        fix = block_with(scene, **plain) or ", ".join(f"{word}={code}" for word, code in plain.items())
        how = "ItemGetter takes a part of the whole item:"
    else:
        fix, how = (
            "items = [list(o) for o in items]",
            "Let the items be lists, which a function is given whole:",
        )
    return Diagnosis(
        f"Each item is a tuple ({kinds}), and `{name}` takes `{argument}` for the whole of it.",
        "fastai calls a plain function for each part of a tuple by itself, and puts the results together again.",
        fix,
        how,
        card="getters",
    )


def _by_places(scene: Scene) -> dict[str, tuple[str, int | None]]:
    """Getters that go by the places of their argument: the argument, and the place where that is all they take."""
    found: dict[str, tuple[str, int | None]] = {}
    for word in ("get_x", "get_y"):
        written = keyword_given(scene, word)
        body: ast.AST | None = written.body if isinstance(written, ast.Lambda) else None
        arguments = written.args.args if isinstance(written, ast.Lambda) else []
        if isinstance(written, ast.Name):
            own = next(
                (one for tree in trees(scene) for one in ast.walk(tree) if _is_called(one, written.id)), None
            )
            body, arguments = own, own.args.args if own is not None else []
        if body is None or len(arguments) != 1:
            continue
        argument = arguments[0].arg
        for node in ast.walk(body):
            if not isinstance(node, ast.Subscript) or ast.unparse(node.value) != argument:
                continue
            if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int):
                found[word] = (argument, node.slice.value if node is body else None)
    return found


def _is_called(node: ast.AST, name: str) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef) and node.name == name


def _names(missing: list[int]) -> list[str]:
    return ["getters"] if len(missing) == 2 else [("get_x", "get_y")[missing[0]]]


@rule(TypeError, needs="fastai.data.block")
def files_for_an_item_getter(scene: Scene) -> Diagnosis | None:
    """`get_x=ItemGetter(0)` with the files of get_image_files: a Path has no parts by number."""
    frame, found = scene.last, _at_work(scene)
    if frame is None or found is None or frame.function != "encodes":
        return None
    getter, path = frame.names.get("self"), frame.names.get("x")
    if not is_of(getter, "fastai.data.transforms", "ItemGetter") or not isinstance(path, Path):
        return None
    block, items = found
    i = stored(getter).get("i")
    own = [
        name for name in ("get_x", "get_y") if is_of(block.get(name), "fastai.data.transforms", "ItemGetter")
    ]
    folders = {one.parent for one in list(items)[:MOST_FILES] if isinstance(one, Path)}
    is_label_folder = len(folders) > 1 and "get_y" in own
    wanted = {"get_x": "", **({"get_y": "parent_label"} if is_label_folder else {})}
    ready = is_label_folder or own == ["get_x"]
    how = (
        "The file is the input as it is; for the name of its folder as the label:"
        if is_label_folder
        else "The file is the input as it is:"
        if ready
        else "Leave them out; `get_y` takes the label from the file, as RegexLabeller does from its name."
    )
    return Diagnosis(
        f"`ItemGetter({i})` takes part {i} of an item; the items here are {counted(len(items), 'single file')}, "
        f"such as `{path}`.",
        "It is for items that are pairs, as `(file, label)`.",
        block_with(scene, **wanted) if ready else "",
        how,
        card="getters",
    )


@rule(*ANY, needs="fastai.data.block")
def getters_too_few(scene: Scene) -> Diagnosis | None:
    """`getters=[parent_label]` for two blocks: the first is for the input."""
    found, written = _at_work(scene), keyword_given(scene, "getters")
    if found is None or not isinstance(written, (ast.List, ast.Tuple)) or scene.is_raised_by_learner:
        return None
    block, _ = found
    n, many = len(list(block.get("type_tfms") or ())), len(written.elts)
    if not 0 < many < n or len(list(block.get("getters") or ())) != many:
        return None
    parts = [ast.unparse(one) for one in written.elts]
    whole = f"[{', '.join(['noop'] * (n - many) + parts)}]"
    return Diagnosis(
        f"`getters` has {counted(many, 'function')} for {n} blocks.",
        f"They belong to the blocks in their order: `{parts[0]}` was taken for the first block, the input.",
        block_with(scene, getters=whole) or f"getters={whole}",
        "Give one for each block; `noop` leaves an item as it is:",
        card="getters",
    )
