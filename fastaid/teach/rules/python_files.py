"""Files: not there, a folder, of another encoding, not in the format that was expected."""

from __future__ import annotations

import ast
import re
from itertools import islice
from pathlib import Path

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.files_deleted import taken_away
from fastaid.teach.rules.files_written import written_by_a_magic
from fastaid.teach.rules.in_code import assigned
from fastaid.teach.rules.listings_joined import bare_name
from fastaid.teach.rules.on_disk import other_number
from fastaid.teach.rules.python_source import (
    call_at,
    code_of,
    line_of,
    loop_at,
    near,
    node_at,
    replaced,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

SIGNATURES = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"PK\x03\x04", "a zip archive"),
    (b"%PDF", "a PDF"), (b"\x1f\x8b", "a gzip archive"), (b"GIF8", "a GIF picture"), (b"\x80\x04", "a pickle file"),
    (b"\x80\x03", "a pickle file"), (b"SQLite", "an SQLite database"), (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"), (b"BZh", "a bzip2 archive"),
)  # fmt: skip
TEXT_SIGNS = (
    (b"<!doctype html", "an HTML page"),
    (b"<html", "an HTML page"),
    (b"<?xml", "XML"),
    (b"version https://git-lfs", "a Git LFS pointer"),
)
WRITING = re.compile(r"[wax]")


def file_kind(path: Path) -> str:
    """What a file is by its first bytes: "a zip archive", "an HTML page", "empty"; "" where they tell nothing."""
    try:
        with path.open("rb") as held:
            head = held.read(64)
    except OSError:
        return ""
    if not head:
        return "empty"
    found = next((kind for sign, kind in SIGNATURES if head.startswith(sign)), "")
    low = head.lstrip().lower()
    return found or next((kind for sign, kind in TEXT_SIGNS if low.startswith(sign)), "")


def what_is_in(folder: Path) -> str:
    """A folder's first names, as a phrase."""
    try:
        names = sorted(one.name for one in islice(folder.iterdir(), 300) if not one.name.startswith("."))
    except OSError:
        return ""
    return f"There: {listed((f'`{one}`' for one in names), 5)}." if names else "It is empty."


def _asked_file(error: OSError) -> str:
    name = error.filename
    return name.decode(errors="replace") if isinstance(name, bytes) else str(name) if name is not None else ""


def _call(scene: Scene) -> tuple[Frame, ast.Call] | None:
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    return (frame, call) if frame is not None and call is not None else None


def _mode(frame: Frame, call: ast.Call) -> str:
    node = frame.argument(call, 1, "mode")
    value = frame.value(node) if node is not None else "r"
    return value if type(value) is str else "r"


@rule(FileNotFoundError)
def no_such_file(scene: Scene) -> Diagnosis | None:
    """A file or folder is not where the name says."""
    error = scene.error
    name = _asked_file(error) if isinstance(error, OSError) else ""
    if not name or scene.here is None or taken_away(scene) or bare_name(scene) is not None:
        return None
    if written_by_a_magic(scene) is not None:
        return None
    path = Path(name)
    try:
        if path.exists():
            return None
        deepest = next(one for one in path.parents if one.is_dir())
    except (OSError, StopIteration):
        return None
    call = _call(scene)
    is_writing = call is not None and text_of(call[1].func) == "open" and bool(WRITING.search(_mode(*call)))
    found = _written_otherwise(name)
    if found is None and is_writing and len(path.relative_to(deepest).parts) > 1:
        return Diagnosis(
            f"The folder `{path.parent}` does not exist, so no file can be written there.",
            "`open` makes a new file, but no folders.",
            f"from pathlib import Path\nPath('{path.parent}').mkdir(parents=True, exist_ok=True)",
            "Make the folder first:",
        )
    return found or _misspelt(path, deepest) or _elsewhere(name) or _nowhere(name, deepest)


def _written_otherwise(name: str) -> Diagnosis | None:
    """`~`, backslashes, or a space too many: the place may be right, but it is not written as Python reads it."""
    if name.startswith("~"):
        return Diagnosis(
            f"There is no `{name}`.",
            "Python does not read `~` as the home folder by itself.",
            f"from pathlib import Path\npath = Path('{name}').expanduser()",
            "Let Path replace it:",
        )
    if "\\" in name and Path(name.replace("\\", "/")).exists():
        return Diagnosis(
            f"There is no `{name}`.",
            "The name has backslashes; here folders are separated by `/`.",
            name.replace("\\", "/"),
            "Write the path as:",
        )
    if name != name.strip() and Path(name.strip()).exists():
        return Diagnosis(
            f"There is no {name!r}.",
            "The name has a space or line end too many; without it the file is there.",
            repr(name.strip()),
            "Write (or call `.strip()` on the name):",
        )
    return None


def _misspelt(path: Path, deepest: Path) -> Diagnosis | None:
    """A name nearly that one in the deepest folder that exists."""
    part, *rest = path.relative_to(deepest).parts
    try:
        names = [one.name for one in islice(deepest.iterdir(), 500)]
    except OSError:
        names = []
    close = near(part, [one for one in names if not other_number(part, one)], 0.7)
    if not close:
        return None
    return Diagnosis(
        f"There is no `{part}` in {_told(deepest)}".rstrip(",") + ".",
        f"There is `{close[0]}`.",
        f"'{deepest / close[0] / Path(*rest)}'",
        "Most likely this is meant:",
        sure="likely" if rest else "certain",
    )


def _elsewhere(name: str) -> Diagnosis | None:
    """A file of that name in a folder nearby."""
    found = next(iter(_nearby(Path(name).name)), None)
    if found is None:
        return None
    return Diagnosis(
        f"There is no `{name}`.",
        f"A file of that name is in `{found.parent}`.",
        f"'{found}'",
        "Write:",
        sure="likely",
    )


def _nowhere(name: str, deepest: Path) -> Diagnosis:
    path = Path(name)
    part = path.relative_to(deepest).parts[0]
    in_own = " A name without a folder is looked for in the notebook's own folder."
    return Diagnosis(
        f"`{name}` does not exist: there is nothing called `{part}` in {_told(deepest)}".rstrip(",") + ".",
        what_is_in(deepest) + ("" if path.is_absolute() else in_own),
        f"from pathlib import Path\nlist(Path('{deepest}').iterdir())",
        "See what is there, and give the path as it is:",
        sure="likely",
    )


def _told(folder: Path) -> str:
    return f"the folder `{folder}`" if str(folder) != "." else f"the notebook's folder, `{Path.cwd()}`,"


def _nearby(name: str) -> list[Path]:
    folders = [one for one in islice(Path().iterdir(), 200) if one.is_dir() and not one.name.startswith(".")]
    return [one / name for one in [*folders, Path("..")] if (one / name).is_file()]


@rule(NotADirectoryError, FileExistsError)
def file_or_folder(scene: Scene) -> Diagnosis | None:
    """A file where a folder is expected; a folder that exists already."""
    error, call = scene.error, _call(scene)
    name = _asked_file(error) if isinstance(error, OSError) else ""
    if not name or call is None:
        return None
    frame, node = call
    path = Path(name)
    if isinstance(error, NotADirectoryError):
        file = next((one for one in (path, *path.parents) if one.is_file()), None)
        if file is None:
            return None
        return Diagnosis(
            f"`{file}` is a file, and it is used as a folder.",
            "Only a folder has something in it.",
            f"'{file.parent}'",
            "The folder that it is in:",
        )
    method = text_of(node.func).rpartition(".")[2]
    if method not in ("mkdir", "makedirs") or not path.exists():
        return None
    if path.is_file():
        return Diagnosis(
            f"`{name}` exists already, and is a file.",
            "A file and a folder cannot have the same name.",
            "",
            "Take another name for the folder.",
        )
    if text_of(node.func) == "os.mkdir":
        fix = f"os.makedirs({code_of(node.args[0])}, exist_ok=True)"
    else:
        fix = replaced(
            frame,
            node,
            code_of(
                ast.Call(
                    node.func,
                    node.args,
                    [
                        *(one for one in node.keywords if one.arg != "exist_ok"),
                        ast.keyword("exist_ok", ast.Constant(True)),
                    ],
                )
            ),
        )
    return Diagnosis(
        f"The folder `{name}` exists already.",
        "Making a folder a second time is an error, unless you allow it.",
        fix,
        "Write:",
    )


@rule(ValueError)
def closed_file(scene: Scene) -> Diagnosis | None:
    """A file is used after it was closed, most often below its `with` block."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if (
        frame is None
        or call is None
        or "closed file" not in scene.message
        or not isinstance(call.func, ast.Attribute)
    ):
        return None
    text, held = text_of(call.func.value), frame.value(call.func.value)
    name = str(getattr(held, "name", "")) or "file"
    mode = getattr(held, "mode", "r")
    return Diagnosis(
        f"The file `{text}` is closed already.",
        f"A file is closed by `.close()` and at the end of its `with` block; `{text_of(call)}` comes after that.",
        f"with open('{name}'{'' if mode == 'r' else f', {mode!r}'}) as {text}:\n    {line_of(frame) or text_of(call)}",
        "Put the line into the block, indented:",
    )


@rule(ValueError)
def reader_of_a_closed_file(scene: Scene) -> Diagnosis | None:
    """`with open(…) as f: rows = csv.reader(f)`, and then the rows are read below the block."""
    frame = scene.here
    is_its = scene.is_raised_by_learner or (scene.last is not None and scene.last.module == "csv")
    if frame is None or "closed file" not in scene.message or not is_its:
        return None
    node, loop = node_at(frame), loop_at(frame)
    tried = [*(node.args if isinstance(node, ast.Call) else []), *([loop.iter] if loop is not None else [])]
    tried += [one.iter for one in getattr(node, "generators", [])] + (
        [node] if isinstance(node, ast.Name) else []
    )
    for one in tried:
        held = frame.value(one)
        kind = f"{type(held).__module__}.{type(held).__name__}"
        if not isinstance(one, ast.Name) or kind not in ("_csv.reader", "csv.DictReader"):
            continue
        line = assigned(scene, one.id)
        made = text_of(line) or f"csv.reader({one.id})"
        return Diagnosis(
            f"`{one.id}` reads from a file that is closed already.",
            f"`{made}` reads nothing by itself: it takes a row from the file whenever one is asked for, and the file "
            "is closed at the end of its `with` block.",
            f"{one.id} = list({made})",
            "Read all rows inside the block, or put the lines that use them into it:"
            if "next(" not in frame.text
            else f"Put the lines that use it into the block, indented; or read all rows there (then `{one.id}[0]` is "
            "the first):",
        )
    return None


@rule(PermissionError)
def not_allowed(scene: Scene) -> Diagnosis | None:
    """A place where the learner may not write or read."""
    error = scene.error
    name = _asked_file(error) if isinstance(error, OSError) else ""
    if not name or _call(scene) is None:
        return None
    return Diagnosis(
        f"`{name}` may not be read or written by you.",
        "It belongs to another user or to the system"
        + (
            ": a path that begins with `/` starts at the top of the whole disk, not in your folder."
            if name.startswith("/")
            else "."
        ),
        f"'{name.lstrip('/')}'" if name.startswith("/") else "",
        "Take a place in your own folder:"
        if name.startswith("/")
        else "Take another place, or change the file's permissions.",
        sure="likely",
    )


@rule(UnicodeDecodeError)
def not_utf8(scene: Scene) -> Diagnosis | None:
    """A file's bytes are no text in the encoding that was assumed."""
    error, frame = scene.error, scene.here
    if not isinstance(error, UnicodeDecodeError) or frame is None:
        return None
    head = bytes(error.object[:64])
    kind = next((kind for sign, kind in SIGNATURES if head.startswith(sign)), "")
    call = call_at(frame)
    reads = text_of(call.func) if call is not None else ""
    if kind and "read_csv" not in reads:
        return Diagnosis(
            f"The file is {kind}, not text.",
            "It was opened as text, and its bytes are no letters.",
            "open(file, 'rb')",
            "Open it as bytes (or with what reads this kind of file):",
        )
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding, why = "utf-16", "It begins with the mark of UTF-16."
    else:
        byte = error.object[error.start]
        encoding, why = (
            "latin-1",
            f"The byte 0x{byte:02x} at place {error.start} is no UTF-8; the text was saved in another "
            "encoding.",
        )
    fix = f"open(file, encoding='{encoding}')"
    if call is not None and re.search(r"(read_\w+|open|read_text)$", reads):
        keywords = [
            *(one for one in call.keywords if one.arg != "encoding"),
            ast.keyword("encoding", ast.Constant(encoding)),
        ]
        fix = replaced(frame, call, code_of(ast.Call(call.func, call.args, keywords)))
    elif reads.endswith(".decode"):
        fix = replaced(frame, call, f"{reads}('{encoding}')") if call is not None else fix
    return Diagnosis(
        f"The text is not in the encoding {error.encoding}.",
        why,
        fix,
        f"Name the encoding, most often `{encoding}` (or `cp1252`):",
        sure="likely",
    )
