"""A file that an archive has not under that name, rows read from bytes, a folder that is not empty."""

from __future__ import annotations

import _csv
import ast
import errno
import zipfile

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_opened import opened_so
from fastaid.teach.rules.python_source import call_at, loop_at, near, replaced, text_of
from fastaid.teach.scene import Scene


@rule(KeyError)
def not_in_the_archive(scene: Scene) -> Diagnosis | None:
    """`zipfile.ZipFile('a.zip').open('train.csv')`: there is no item of that name."""
    inner = scene.within("zipfile", "getinfo")
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if inner is None or frame is None or call is None or "There is no item named" not in scene.message:
        return None
    archive, wanted = inner.names.get("self"), inner.names.get("name")
    if not isinstance(archive, zipfile.ZipFile) or not isinstance(wanted, str):
        return None
    names = [one for one in archive.NameToInfo if not one.endswith("/")]
    same = [one for one in names if one.rpartition("/")[2] == wanted.rpartition("/")[2]]
    right = next(iter(same or near(wanted, names, 0.7)), "")
    node = next((one for one in call.args if frame.value(one) == wanted), None)
    there = listed((f"`{one}`" for one in names), 4)
    return Diagnosis(
        f"The archive has no `{wanted}`.",
        f"In it there {'is' if len(names) == 1 else 'are'}: {there}. A name includes its folders."
        if names
        else "It is empty.",
        (replaced(frame, node, repr(right)) if node is not None else repr(right)) if right else "",
        "Write:" if right else "Take one of its names.",
    )


@rule(_csv.Error)
def rows_of_bytes(scene: Scene) -> Diagnosis | None:
    """`csv.reader(open('a.csv', 'rb'))`: iterator should return strings, not bytes."""
    frame = scene.here
    if frame is None or "not bytes" not in scene.message:
        return None
    loop, call = loop_at(frame), call_at(frame)
    node = call if call is not None else loop.iter if loop is not None else None
    if node is None:
        return None
    asked = node if isinstance(node, ast.Call) else ast.Call(ast.Name("list", ast.Load()), [node], [])
    opened = opened_so(scene, frame, asked, "r")
    return Diagnosis(
        "The file is open for bytes (`'rb'`), and `csv` reads text.",
        "The `b` stands for bytes; it was right in Python 2.",
        opened or "open(file, 'r', newline='')",
        "Open the file without it:",
    )


@rule(OSError)
def folder_not_empty(scene: Scene) -> Diagnosis | None:
    """`os.rmdir('data')`, `path.rmdir()` of a folder with something in it."""
    error, frame = scene.error, scene.here
    call = call_at(frame) if frame is not None else None
    is_full = isinstance(error, OSError) and error.errno == errno.ENOTEMPTY
    if not is_full or frame is None or call is None or last_name(call.func) not in ("rmdir", "removedirs"):
        return None
    name = str(getattr(error, "filename", "") or "")
    inside = text_of(call.args[0]) if call.args else text_of(getattr(call.func, "value", None))
    return Diagnosis(
        f"The folder `{name}` is not empty.",
        "`rmdir` removes empty folders alone, as a safeguard.",
        f"import shutil\nshutil.rmtree({inside or repr(name)})",
        "To remove it with all that is in it, for good:",
    )
