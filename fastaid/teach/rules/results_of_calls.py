"""The first of what a call found, where it found nothing: `glob.glob('*.csv')[0]`, `search_images('cat')[0]`."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.on_disk import working_folder
from fastaid.teach.rules.python_source import code_of, node_at, text_of
from fastaid.teach.scene import Scene

OF_FILES = (
    "glob",
    "rglob",
    "ls",
    "listdir",
    "get_image_files",
    "get_files",
    "get_text_files",
    "iterdir",
    "globtastic",
)
OF_A_SEARCH = ("search_images", "search_images_ddg", "search_images_bing", "search_images_kaggle")


@rule(IndexError)
def first_of_nothing(scene: Scene) -> Diagnosis | None:
    """`search_images('forest photos')[0]`: list index out of range."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Call):
        return None
    call, at = node.value, frame.value(node.slice)
    if type(at) is not int or at not in (0, -1) or "list index out of range" not in scene.message:
        return None
    if not scene.is_raised_by_learner and not _is_empty_l(scene):
        return None
    word, text = last_name(call.func), text_of(call)
    if not text or word not in (*OF_FILES, *OF_A_SEARCH):
        return None
    if word in OF_A_SEARCH:
        return Diagnosis(
            f"`{text}` found nothing: it gave an empty list, which has no item {at}.",
            "Sites that are searched often refuse programs for a while, or change; the line itself may be right.",
            f"urls = {code_of(call)}\nprint(len(urls))",
            "Try it again after a minute, or with other words; if it stays empty, write the search anew with the "
            "package ddgs. How many there are says:",
            sure="likely",
        )
    return Diagnosis(
        f"`{text}` found nothing: it gave an empty list, which has no item {at}.",
        _where(),
        f"files = {code_of(call)}\nprint(len(files))",
        "Mend the folder or the pattern until it finds some:",
    )


def _is_empty_l(scene: Scene) -> bool:
    held: Any = scene.last.names.get("self") if scene.last is not None else None
    return is_of(held, "fastcore.foundation", "L") and not len(stored(held).get("items") or ())


def _where() -> str:
    return f"No file fits there. A relative path starts in the working directory, `{working_folder()}`."
