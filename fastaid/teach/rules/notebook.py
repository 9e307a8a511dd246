"""Commands of the shell and magics, and what a cell is not: a function, a script, a page of text."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, line_of, node_at, statement_at, text_of
from fastaid.teach.rules.python_typed import typed
from fastaid.teach.scene import Scene

# Where IPython has a magic of the name, it is the better form: it acts on the kernel itself.
AS_MAGIC = ("pip", "pip3", "conda", "mamba", "cd", "uv")
COMMANDS = frozenset(
    """
    pip pip3 conda mamba uv apt apt-get brew sudo yum npm node git wget curl ls cd pwd mkdir rmdir rm cp mv
    unzip zip tar gunzip cat echo head tail touch chmod which whoami nvidia-smi nvcc kaggle jupyter python
    python3 bash sh source export gdown du df ps kill clear tree less nano vim make ipython pytest streamlit
    nbdev_export nbdev_test nbdev_prepare nbdev_install_hooks 7z dir del tensorboard conda-env huggingface-cli
    """.split()  # noqa: SIM905  a list of words is read, not quotes
)
MAGICS = frozenset(
    """
    matplotlib load_ext reload_ext autoreload time timeit run env config who whos reset pylab writefile
    debug pdb prun store history load pinfo lsmagic
    """.split()  # noqa: SIM905  a list of words is read, not quotes
)
OTHER_LANGUAGES: tuple[str, ...] = (
    "bash",
    "sh",
    "script",
    "html",
    "HTML",
    "javascript",
    "js",
    "svg",
    "latex",
    "markdown",
)
OTHER_LANGUAGES += ("writefile", "file", "perl", "ruby", "sql", "cmd", "R", "capture")
ARGUMENT = r"""(?:[\w./~*$<{"'\\]|--?[A-Za-z]).*"""
COMMAND = re.compile(rf"^[$!%>]*\s*(?P<word>[A-Za-z_0-9]+(?:-[a-z]+)*)(?:\s+(?P<rest>{ARGUMENT}))?$")
OPERATORS = re.compile(r"^(in|is|and|or|not|if|for|else)\b")


def _command(line: str, words: frozenset[str]) -> str:
    """The line where it is a command, without a prompt that was copied with it; else ""."""
    line = re.sub(r"^[$>]\s+", "", line.strip())
    found = COMMAND.match(line)
    if found is None or found["word"] not in words or OPERATORS.match(found["rest"] or ""):
        return ""
    return line.lstrip("!% ")


def _as_cell_line(command: str) -> str:
    word, _, rest = command.partition(" ")
    if word in ("python", "python3") and rest.startswith("-m pip "):
        return "%" + rest.removeprefix("-m ")
    if word == "export" and "=" in rest:
        return f"%env {rest}"
    if word == "pip3":
        return f"%pip {rest}".strip()
    return f"%{command}" if word in AS_MAGIC else f"!{command}"


@rule(SyntaxError)
def cell_magic_below(scene: Scene) -> Diagnosis | None:
    """A %%magic that is not on the first line makes no cell of another language."""
    what = typed(scene)
    rows = scene.cell.strip("\n").split("\n")
    for i, row in enumerate(rows):
        found = re.match(r"^%%\s*(\w+)", row)
        if found is None or not any(one.strip() for one in rows[:i]):
            continue
        if what is None or found[1] not in OTHER_LANGUAGES or what.row <= i:
            return None
        return Diagnosis(
            f"`%%{found[1]}` stands on line {i + 1} of the cell, so the lines below it were read as Python.",
            "A cell magic, with two percent signs, must be the very first line of its cell: no code, import "
            "or comment above it.",
            "\n".join([row, *rows[i + 1 : i + 3]]),
            f"Move it to a cell of its own that begins with `%%{found[1]}`:",
        )
    return None


@rule(SyntaxError)
def shell_command(scene: Scene) -> Diagnosis | None:
    """A line for the terminal stands between lines of Python."""
    what = typed(scene)
    command = _command(what.line, COMMANDS) if what is not None else ""
    word = command.partition(" ")[0]
    if what is None or not command or word in scene.names:
        return None
    return _said_of(command)


@rule(NameError, TypeError)
def shell_command_as_name(scene: Scene) -> Diagnosis | None:
    """A command that happens to look like Python: `ls`, `ls -la`, `nvidia-smi`."""
    frame = scene.here
    statement = statement_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(statement, ast.Expr) or not isinstance(scene.error, NameError):
        return None
    command = _command(frame.text, COMMANDS)
    if not command or any(one in command for one in "([") or f"'{scene.error.name}'" not in scene.message:
        return None
    return _said_of(command) if re.split(r"[\s-]", command)[0] == scene.error.name else None


def _said_of(command: str) -> Diagnosis:
    line, word = _as_cell_line(command), " ".join(command.split()[:2])
    sign = line[0]
    also = " (or `!`)" if sign == "%" else ""
    return Diagnosis(
        f"`{word}` is a command of the shell (the terminal), not Python.",
        f"Without a sign before it, a cell's line is read as Python. `{sign}`{also} at the start of the line "
        "sends it to the shell.",
        line,
        "Write:",
    )


@rule(SyntaxError, NameError)
def magic_without_percent(scene: Scene) -> Diagnosis | None:
    """`matplotlib inline` is a magic: it begins with %."""
    what = typed(scene)
    frame = scene.here if scene.is_raised_by_learner else None
    line = what.line if what is not None else frame.text if frame is not None else ""
    command = _command(line, MAGICS)
    word, _, rest = command.partition(" ")
    if not command or not rest or word in scene.names or word in COMMANDS or (what is None and "(" in rest):
        return None
    return Diagnosis(
        f"`{command}` is a magic of the notebook, not Python.",
        "A magic begins with a percent sign. Without it Python reads the line, and does not know it. "
        "(Alone in "
        "a cell it may work without.)",
        f"%{command}",
        "Write:",
    )


@rule(SyntaxError)
def sign_inside_line(scene: Scene) -> Diagnosis | None:
    """`!command` or `%magic` in the middle of a line of Python."""
    what = typed(scene)
    if what is None:
        return None
    found = re.search(r"(?:^|[:(=;,\[]|\bin\b|\breturn\b)\s*([!%])([A-Za-z][\w-]*)([^)\]]*)", what.code)
    if found is None or found[2] not in COMMANDS | MAGICS or what.stripped.startswith(("!", "%")):
        return None
    start = what.line[found.start(1) :]
    command = re.sub(r"[)\]]*:?\s*$", "", start)
    is_block = (
        bool(re.match(r"\s*(if|for|while|with|try|else)\b", what.line)) and "(" not in what.code.split(":")[0]
    )
    fix = f"out = {command}\nprint(out)"
    if is_block and ":" in what.code[: found.start(1)]:
        head = what.line[: what.code.index(":") + 1].strip()
        fix = f"{head}\n    {command}"
    kind = "a command of the shell" if found[1] == "!" else "a magic"
    return Diagnosis(
        f"`{command}` is {kind} and stands inside a line of Python.",
        f"`{found[1]}` works only at the start of a line, or right after `name =`.",
        fix,
        "Give it a line of its own:",
    )


@rule(SyntaxError)
def outside_function(scene: Scene) -> Diagnosis | None:
    """`return`, `yield`, `break`, `continue` or `await` where nothing surrounds it that they belong to."""
    what = typed(scene)
    found = re.match(
        r"'(return|yield|yield from|await|break|continue)'.*(?:outside|not .*in)",
        what.message if what else "",
    )
    if what is None or found is None:
        return None
    word = found[1]
    above = [row for row in what.lines[: what.row] if re.match(r"\s*(async\s+)?def\s", row)]
    loops = [row for row in what.lines[: what.row] if re.match(r"\s*(for|while)\b", row)]
    if word == "await":
        head = above[-1] if above else ""
        return (
            Diagnosis(
                "`await` stands in a function that is not `async`.",
                "Only an `async def` function may wait with `await`. (In a notebook `await` also "
                "works outside "
                "any function.)",
                re.sub(r"\bdef\b", "async def", head, count=1).strip(),
                "Begin the function with `async def`:",
            )
            if head
            else None
        )
    home, opened = ("loop", loops) if word in ("break", "continue") else ("function", above)
    value = what.stripped.removeprefix("return").strip() if word == "return" else ""
    if opened:
        head = opened[-1].strip()
        return Diagnosis(
            f"`{what.stripped[:60]}` is not inside a {home}.",
            f"By its indentation it stands behind the {home} of the line above, not in it. A {home}'s "
            "lines are indented "
            f"further than its first, `{head[:60]}`.",
            f"{head}\n    ...\n    {what.stripped}",
            f"Indent it as far as the {home}'s other lines, if it belongs there:",
            sure="likely",
        )
    return Diagnosis(
        f"`{what.stripped[:60]}` is not inside a {home}.",
        f"A cell is not a {home}: `{word}` has nothing to leave."
        if word != "yield"
        else "A cell is not a function.",
        value,
        "To see the value, let it stand as the cell's last line:" if value else f"Take out the `{word}`.",
    )


@rule(RuntimeError)
def asyncio_run(scene: Scene) -> Diagnosis | None:
    """asyncio.run in a notebook, whose event loop runs already."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.frames[-1].module.startswith(("asyncio", "uvloop")):
        return None
    if "running" not in scene.message or not text_of(call.func).endswith(("run", "run_until_complete")):
        return None
    if not call.args:
        return None
    if text_of(call.func) == "uvicorn.run":
        given = text_of(
            ast.Call(ast.parse("uvicorn.Config", mode="eval").body, call.args, call.keywords), 200
        )
        return Diagnosis(
            "`uvicorn.run` starts an event loop, and the notebook runs one already.",
            "A notebook's kernel is itself a program of asyncio; there the server is waited for with `await`.",
            f"await uvicorn.Server({given}).serve()",
            "Write (the cell runs until it is interrupted; a server is better started from a file in the terminal):",
        )
    job = text_of(call.args[0], 80)
    return Diagnosis(
        f"`{text_of(call.func)}` starts an event loop, and the notebook runs one already.",
        "A notebook's kernel is itself a program of asyncio; there `await` works directly in a cell.",
        f"await {job}" if frame.function == "<module>" else "",
        "Leave it out and wait for the result:",
    )


@rule(AttributeError)
def command_output(scene: Scene) -> Diagnosis | None:
    """`files = !ls` gives a list of lines, not a string."""
    error, frame = scene.error, scene.here
    if (
        not isinstance(error, AttributeError)
        or frame is None
        or not is_of(error.obj, "IPython.utils.text", "SList")
    ):
        return None
    name = scene.name_of(error.obj) or "output"
    in_one = f"{name}.n"
    return Diagnosis(
        f"`{name}` is a list of the lines that the command printed; a list has no `.{error.name}`.",
        "What a command prints comes back from `!` as a list of its lines, not as one string.",
        f"{in_one}.{error.name}" if hasattr(str, str(error.name)) else in_one,
        f"`{in_one}` is the whole as one string, `{name}[0]` the first line:",
    )


@rule(AttributeError)
def file_upload_data(scene: Scene) -> Diagnosis | None:
    """ipywidgets 8 took `.data` from the upload button."""
    error, frame = scene.error, scene.here
    if not isinstance(error, AttributeError) or frame is None:
        return None
    if not is_of(error.obj, "ipywidgets", "FileUpload") or error.name not in ("data", "metadata"):
        return None
    name = scene.name_of(error.obj) or "uploader"
    return Diagnosis(
        f"The upload button `{name}` has no `.{error.name}`.",
        "ipywidgets 8 has removed it. The files are in `.value`, one entry each with `name`, `size` and "
        "`content`; it is empty until a file is chosen.",
        f"data = bytes({name}.value[-1].content)",
        "The last file's bytes are:",
    )


@rule(IndexError)
def nothing_uploaded(scene: Scene) -> Diagnosis | None:
    """The upload button's value is empty until a file has been chosen."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Attribute):
        return None
    button = frame.value(node.value.value)
    if not is_of(button, "ipywidgets", "FileUpload") or node.value.attr != "value":
        return None
    name = scene.name_of(button) or "uploader"
    return Diagnosis(
        f"`{name}.value` is empty: no file has been uploaded.",
        "The value fills when a file is chosen with the button. Running the cell that makes the button again "
        "makes a new, empty one.",
        "",
        f"Choose a file with `{name}`, then run this cell alone again: `{line_of(frame)}`.",
    )
