"""Programs that Python starts: a command written as one text, a program that is not there."""

from __future__ import annotations

import ast
import shlex
import shutil
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene

LONGEST = 200


@rule(FileNotFoundError)
def command_as_one_text(scene: Scene) -> Diagnosis | None:
    """`subprocess.run('wc -l notes.txt')`: the whole text is taken for the name of a program."""
    given = _given(scene)
    parts = _parts(given) if isinstance(given, str) else []
    if len(parts) < 2 or shutil.which(parts[0]) is None:
        return None
    line = _line(scene, given, parts)
    return Diagnosis(
        f"There is no program called `{given}`: subprocess takes a text for the name of one program, blanks included.",
        "The program and its arguments are the items of a list.",
        line or f"{parts!r}",
        "Give it a list:" if line else "Give it as a list:",
    )


@rule(FileNotFoundError)
def no_such_program(scene: Scene) -> Diagnosis | None:
    """`subprocess.run(['ffmpeg', …])` where it is not installed."""
    given = _given(scene)
    name = given[0] if isinstance(given, (list, tuple)) else given
    if not isinstance(name, str) or shutil.which(name):
        return None
    return Diagnosis(
        f"There is no program `{name}` on this computer.",
        "It is not installed, not in the folders in which programs are looked for (PATH), or its name is spelled "
        "otherwise.",
        f"import shutil; shutil.which('{name}')   # None until it is found",
        "Install it, or give the whole path of the program. To see whether it is found:",
        sure="likely",
    )


def _given(scene: Scene) -> Any:
    """What a program was to be started of; None where the error is of another file, or folder."""
    frame = scene.within("subprocess", "__init__")
    given = frame.names.get("args") if frame is not None and not frame.names.get("shell") else None
    name = given[0] if isinstance(given, (list, tuple)) and given else given
    return given if name == getattr(scene.error, "filename", None) else None


def _parts(command: str) -> list[str]:
    try:
        return shlex.split(command) if len(command) < LONGEST else []
    except ValueError:  # a quotation mark that nothing closes
        return []


def _line(scene: Scene, given: str, parts: list[str]) -> str:
    """The line that hands the command over, with a list; "" where the text is put together on the way."""
    for frame in reversed([one for one in scene.frames if one.is_learners]):
        call = frame.call
        place = (
            next((i for i, one in enumerate(call.args) if frame.value(one) == given), None) if call else None
        )
        if call is None or place is None:
            return ""
        written = call.args[place]
        if isinstance(written, ast.Constant):
            listed = ast.List([ast.Constant(one) for one in parts])
            given_anew = [*call.args[:place], listed, *call.args[place + 1 :]]
            return ast.unparse(ast.Call(call.func, given_anew, call.keywords))
        code = frame.scope.f_code
        if not isinstance(written, ast.Name):
            return ""
        if written.id not in code.co_varnames[: code.co_argcount]:
            return f"{written.id} = {parts!r}"
    return ""
