"""Magics that IPython does not find: misspelt, in the wrong line, of an extension that is not loaded."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import stored
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene

NOT_FOUND = re.compile(r"(Line|Cell) magic(?: function)? `(%+)([^`%]*)` not found")
# Magics that come with an extension: what to load, and what brings it where it is no part of IPython.
OF_EXTENSIONS = {
    "autoreload": ("autoreload", ""),
    "aimport": ("autoreload", ""),
    "tensorboard": ("tensorboard", "tensorboard"),
    "memit": ("memory_profiler", "memory_profiler"),
    "mprun": ("memory_profiler", "memory_profiler"),
    "lprun": ("line_profiler", "line_profiler"),
    "cython": ("Cython", "cython"),
    "sql": ("sql", "jupysql"),
    "watermark": ("watermark", "watermark"),
}


@rule(Exception)
def no_such_magic(scene: Scene) -> Diagnosis | None:
    """A line or cell magic whose name IPython does not know, or that stands where it is not looked for."""
    found = NOT_FOUND.search(scene.message) if type(scene.error).__name__ == "UsageError" else None
    if found is None:
        return None
    kind, marks, name = found.groups()
    if kind == "Line" and marks == "%%":
        return _not_first(scene, name)
    if name in OF_EXTENSIONS:
        extension, package = OF_EXTENSIONS[name]
        install = f"%pip install {package}\n" if package else ""
        return Diagnosis(
            f"`{marks}{name}` is not known yet.",
            f"It belongs to the extension {extension}, which this notebook has not loaded.",
            f"{install}%load_ext {extension}",
            "Load it first:" if not package else "Install it once, and load it:",
        )
    magics = _magics(scene)
    if not name:
        return _spaced(scene, marks, magics.get("line" if marks == "%" else "cell", {}))
    if (called := _called(scene, marks, name, magics)) is not None:
        return called
    if marks == "%" and name in magics.get("cell", ()):
        return _of_cells(scene, name)
    near = did_you_mean(name, magics.get("line" if marks == "%" else "cell", ()), n=1)
    if near:
        meant = near.split("'")[1]
        return Diagnosis(
            f"There is no magic `{marks}{name}`. Did you mean `{marks}{meant}`?",
            "Its name is misspelt.",
            _line_of(scene, marks + name).replace(marks + name, marks + meant, 1),
            "Write:",
            sure="likely",
        )
    if marks == "%%" and name in magics.get("line", ()):
        return Diagnosis(
            f"`%%{name}` is no cell magic.",
            "There is a line magic of that name: one `%`, and it acts on its own line only.",
            _line_of(scene, f"%%{name}").replace("%%", "%", 1),
            "Write:",
        )
    return None


def _of_cells(scene: Scene, name: str) -> Diagnosis:
    """`%writefile task.py`: a cell magic with one sign."""
    line = _line_of(scene, f"%{name}")
    lines = [one for one in scene.cell.splitlines() if one.strip()]
    what = f"`%{name}` is written with one `%`; `{name}` is a cell magic: `%%{name}`."
    cause = "One `%` is for a line of its own; two give the magic the whole cell below it."
    rest = line[len(name) + 1 :].strip()
    if len(lines) == 1 and rest and name in ("bash", "sh", "!", "system"):
        return Diagnosis(what, cause, f"!{rest}", "For one command of the system, write:")
    if len(lines) == 1 and rest and name != "writefile":
        return Diagnosis(what, cause, f"%%{name}\n{rest}", "Write, in a cell of its own:")
    is_first = bool(lines) and lines[0].strip() == line
    return Diagnosis(
        what,
        f"{cause} It must be the cell's first line." if not is_first else cause,
        f"%{line}",
        "Write in the first line:"
        if is_first
        else "Begin a new cell with it, and move the lines below it there:",
    )


def _spaced(scene: Scene, marks: str, known: dict[str, Any]) -> Diagnosis | None:
    """`% matplotlib inline`: a space behind the sign; or a comment as other languages write it."""
    lines = [
        found
        for line in scene.cell.splitlines()
        if (found := re.match(rf"\s*((?:\w[\w, ]*=\s*)?){marks}[ \t]+(\S+)(.*)$", line))
    ]
    if not lines:
        return None
    before, word, rest = lines[0].groups()
    if word in known:
        mended = [f"{one[1]}{marks}{one[2]}{one[3]}".rstrip() for one in lines if one[2] in known]
        return Diagnosis(
            f"There is a space between `{marks}` and `{word}`.",
            "IPython takes what stands right behind the sign, without a space, for the name of the magic: here that "
            "is nothing.",
            "\n".join(mended),
            "Take the space out (a comment would begin with `#`):"
            if re.fullmatch(r"( [a-z]+){2,}", lines[0][3])
            else "Take the space out:",
        )
    near = did_you_mean(word, known, n=1)
    if near and not rest.strip():
        meant = near.split("'")[1]
        return Diagnosis(
            f"There is a space behind `{marks}`, and no magic is called `{word}`. Did you mean `{marks}{meant}`?",
            "IPython takes what stands right behind the sign for the name of the magic.",
            f"{before}{marks}{meant}",
            "Write:",
            sure="likely",
        )
    if before:
        return None
    return Diagnosis(
        f"`{lines[0][0].strip()[:60]}` begins with `{marks}`, which calls a magic, a command of the notebook; "
        f"none is called `{word}`.",
        "In Python a comment begins with `#` (`%` is Matlab's and LaTeX's).",
        f"# {word}{rest}",
        "If it is a comment, write:",
        sure="likely",
    )


def _called(scene: Scene, marks: str, name: str, magics: dict[str, Any]) -> Diagnosis | None:
    """`%learner(resnet18, metrics=accuracy)`: a magic written like a function."""
    word = re.match(r"\w+", name)
    known = magics.get("line" if marks == "%" else "cell", {})
    if word is None or word[0] == name or word[0] not in known:
        return None
    line = _line_of(scene, marks + name)
    try:
        call = ast.parse(line.lstrip("%"), mode="eval").body
    except SyntaxError:
        call = None
    fix = f"{marks}{word[0]} "
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
        words = [_plain(one) for one in call.args]
        words += [
            f"--{(one.arg or '').replace('_', '-')} {_plain(one.value)}".strip() for one in call.keywords
        ]
        options = getattr(getattr(known[word[0]], "parser", None), "_option_string_actions", {})
        is_known = all(f"--{(one.arg or '').replace('_', '-')}" in options for one in call.keywords)
        fix = " ".join([f"{marks}{word[0]}", *words]) if is_known else f"{marks}{word[0]}?"
    elif "=" in line:
        fix = line.replace("=", " ", 1)
    else:
        fix = f"{marks}{word[0]}?"
    return Diagnosis(
        f"`{line[:60]}` is written like a function; `{marks}{word[0]}` is a magic, a command.",
        "IPython takes all up to the first space for the name. What a command needs comes after a space, without "
        "parentheses and commas; options begin with `--`.",
        fix,
        "See what it takes:" if fix.endswith("?") else "Write:",
    )


def _plain(node: ast.expr) -> str:
    """An argument as a word of a command: texts without quotes, True as nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value if node.value and " " not in node.value else repr(node.value)
    if isinstance(node, ast.Constant) and node.value is True:
        return ""
    text = ast.unparse(node)
    return (
        text
        if " " not in text
        else text.replace(", ", ",")
        if " " not in text.replace(", ", ",")
        else f'"{text}"'
    )


def _not_first(scene: Scene, name: str) -> Diagnosis:
    lines = scene.cell.splitlines()
    at = next((i for i, line in enumerate(lines) if line.strip().startswith(f"%%{name}")), 0)
    before = [line for line in lines[:at] if line.strip()]
    if not before:
        body = "\n".join(line.strip() if i == at else line for i, line in enumerate(lines[at:], at))
        return Diagnosis(
            f"`%%{name}` does not begin at the very start of its cell.",
            "A cell magic must be the first thing in the cell, with no space or empty line before it.",
            body,
            "Write:",
        )
    comments = all(line.strip().startswith("#") for line in before)
    what = "comments" if comments else "code"
    rest = lines[:at] + lines[at + 1 :]
    return Diagnosis(
        f"`%%{name}` stands in line {at + 1} of its cell, after {what}.",
        "A cell magic must be the first line: it takes the whole cell. (One `%` acts on its own line only.)",
        "\n".join([lines[at].strip(), *rest]),
        "Put it first, or give it a cell of its own:",
    )


def _line_of(scene: Scene, magic: str) -> str:
    lines = [line.strip() for line in scene.cell.splitlines()]
    return next((line for line in lines if line.startswith(magic)), magic)


def _magics(scene: Scene) -> dict[str, dict[str, Any]]:
    """The magics there are, by kind and name."""
    frame = scene.within("IPython.core.interactiveshell")
    shell = frame.names.get("self") if frame is not None else None
    manager = stored(shell).get("magics_manager") or stored(shell).get("_trait_values", {}).get(
        "magics_manager"
    )
    held = getattr(manager, "magics", None)
    return {kind: dict(names) for kind, names in held.items()} if isinstance(held, dict) else {}
