"""Files and folders that are not where a line looks for them."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.columns import wrong_separator
from fastaid.teach.rules.data_from_csv import ignored
from fastaid.teach.rules.fastai1_data_sets import OTHERWISE, data_sets
from fastaid.teach.rules.files_deleted import taken_away
from fastaid.teach.rules.files_written import written_by_a_magic
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.in_workers import learners_line, own_message, transforms
from fastaid.teach.rules.listings import among_files
from fastaid.teach.rules.listings_joined import bare_name
from fastaid.teach.rules.on_disk import (
    exists,
    folder_below,
    folders_in,
    found_below,
    is_picture,
    names_in,
    near_names,
    nearest,
    other_number,
    working_folder,
)
from fastaid.teach.scene import Scene

QUOTED = re.compile(r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
CONTROLS = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v"}
ELSEWHERE = {"/kaggle": "Kaggle", "/content": "Google Colab", "/storage": "Paperspace"}
CSV_MODULES = ("pandas.io.common", "pandas.io.parsers")


def _missing(scene: Scene) -> str:
    """The path that was not found, "" where the error names none."""
    name = getattr(scene.error, "filename", None)
    if scene.is_raised_by_learner and name is None:
        return ""  # raised by a line of the learner's; what the system raises names the file
    if isinstance(name, (str, os.PathLike)):
        return os.fspath(name) if isinstance(os.fspath(name), str) else ""
    found = QUOTED.findall(own_message(scene))
    try:
        held = ast.literal_eval(found[-1]) if found and "No such file" in scene.message else ""
    except (SyntaxError, ValueError):
        return ""
    return held if isinstance(held, str) else ""


def _from_df(scene: Scene) -> Any:
    return scene.within("fastai.vision.data", "from_df")


def _reader(scene: Scene) -> Any:
    """The ColReader that made the path."""
    return next((one for one in transforms(scene) if is_of(one, "fastai.data.transforms", "ColReader")), None)


@rule(FileNotFoundError)
def backslashes(scene: Scene) -> Diagnosis | None:
    """A path written with Windows backslashes, or with an escape in it that stands for a tab."""
    path = _missing(scene)
    control = next((sign for sign in CONTROLS if sign in path), "")
    if control and "\\" not in path.replace(control, ""):
        wrong = path.replace(control, CONTROLS[control])
        return Diagnosis(
            f"There is no `{wrong}`: in this path, `{CONTROLS[control]}` is not a backslash and a letter.",
            f"In a Python string, the backslash in `{CONTROLS[control]}` starts an escape: it stands for one "
            "special character.",
            f"'{wrong.replace(chr(92), '/')}'",
            "Write the path with forward slashes (they work on Windows too), or as a raw string, r'…':",
            card="pathlib",
        )
    if "\\" not in path or os.sep == "\\":
        return None
    forward = path.replace("\\", "/")
    function, line = learners_line(scene)
    mended = _joined_with_slash(line or (scene.here.text if scene.here else ""))
    where = f" in `{function}`" if function else ""
    is_there = exists(Path(forward))
    return Diagnosis(
        f"The path `{path}`{where} has Windows backslashes; no file has this name.",
        "On Linux and macOS a backslash is part of the file's name, not the separator between folder and file. "
        + (f"`{forward}` does exist." if is_there else "Here folders are separated by forward slashes."),
        mended or f"Path('{forward}')",
        "Join folder and name with `Path(folder)/name` or `os.path.join` (in a table: "
        "`.str.replace('\\\\', '/')`), which use forward slashes:",
        sure="certain" if is_there else "likely",
        card="pathlib",
    )


def _joined_with_slash(line: str) -> str:
    """Two parts with a backslash between them, as `Path(a)/b`."""
    try:
        tree = ast.parse(line.strip())
    except SyntaxError:
        return ""
    for node in ast.walk(tree):
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add):
            continue
        left = node.left
        if (
            isinstance(left, ast.BinOp)
            and isinstance(left.right, ast.Constant)
            and isinstance(left.right.value, str)
            and left.right.value.strip("\\") == ""
        ):
            old = ast.get_source_segment(line.strip(), node) or ""
            return line.strip().replace(old, f"Path({ast.unparse(left.left)})/{ast.unparse(node.right)}")
    return ""


@rule(FileNotFoundError, needs="fastai")
def no_such_file_of_a_table(scene: Scene) -> Diagnosis | None:
    """File names in a table that lack their ending or their folder."""
    path, reader = _missing(scene), _reader(scene)
    made = _from_df(scene)
    if not path or "\\" in path or reader is None:
        return None
    pref, suff = str(stored(reader).get("pref", "")), str(stored(reader).get("suff", ""))
    columns = list(stored(reader).get("cols") or ())
    if not path.startswith(pref) or (not pref and not suff and made is None):
        return None
    table = made.names.get("df") if made is not None else None
    joined = wrong_separator(scene, list(table.columns)) if table is not None and is_table(table) else None
    if joined is not None:
        return joined
    if (
        table is not None
        and is_table(table)
        and columns == [0]
        and str(table.columns[0]).startswith("Unnamed")
    ):
        return _index_column(scene, path, table)
    return _without_ending(scene, path, pref, columns) or _in_another_folder(scene, path, pref, suff, columns)


def _index_column(scene: Scene, path: str, table: Any) -> Diagnosis | None:
    names = [str(name) for name in table.columns[1:3]]
    call = scene.here.call if scene.here is not None else None
    if call is None or len(names) < 2:
        return None
    return Diagnosis(
        f"There is no file `{path}`: the file names were read from the table's first column, "
        f"`{table.columns[0]}`, which only numbers the rows.",
        "`fn_col` is 0 and `label_col` is 1 unless you name them, and this csv file was saved with its index.",
        anew(call, {"fn_col": repr(names[0]), "label_col": repr(names[1])}),
        "Name the two columns:",
        card="getters",
    )


def _without_ending(scene: Scene, path: str, pref: str, columns: list[Any]) -> Diagnosis | None:
    whole = Path(path)
    if is_picture(whole):
        return None
    others = [
        name for name in names_in(whole.parent) if Path(name).stem == whole.name and is_picture(Path(name))
    ]
    if not others:
        return None
    end = Path(others[0]).suffix
    return Diagnosis(
        f"There is no file `{path}`, but there is `{whole.parent / others[0]}`.",
        ignored(scene.here.call if scene.here is not None else None, "suff")[1]
        + f"The names in the table have no ending: `{end}` is missing.",
        _read_anew(scene, columns, pref, suff=end),
        "Add the ending with `suff`:",
        card="getters",
    )


def _in_another_folder(scene: Scene, path: str, pref: str, suff: str, columns: list[Any]) -> Diagnosis | None:
    root = Path(pref) if exists(Path(pref)) else nearest(Path(path))[0]
    name, above = Path(path).name, Path(path).parent
    found = found_below(root, name)
    glued = next((one for one in folders_in(above) if name.startswith(one)), "")
    if found is None and glued and exists(above / glued / name[len(glued) :]):
        found = above / glued / name[len(glued) :]
        why = f"`pref='{pref}'` and the name are put together as they are: the slash between them is missing."
    elif found is not None:
        why = f"The file is in `{found.parent}`; the path is made of `{pref}` and the name in the table."
    else:
        near = did_you_mean(name, near_names(name, Path(path).parent))
        if not near and not any(other_number(name, one) for one in names_in(Path(path).parent)):
            return None
        return Diagnosis(
            f"The table names a file that is not there: `{path}`.",
            f"Folder and ending fit, this name does not. {near}".rstrip(),
            f"df = df[[Path('{pref}', f'{{name}}{suff}').exists() for name in df[{columns[0]!r}]]]"
            if isinstance(columns[0], str)
            else "",
            "Mend the name, or leave out the rows without a file:",
            card="getters",
        )
    # A table may name a file with part of its folder: "train/1.jpg".
    own = path[len(pref) :] if path.startswith(pref) else name
    folder = found.parents[own.count("/")] if own.count("/") and str(found).endswith(own) else found.parent
    return Diagnosis(
        f"There is no file `{path}`, but there is `{found}`.",
        why,
        _read_anew(scene, columns, f"{folder}/", folder=folder, suff=suff),
        "Say which folder the names belong to:",
        card="getters",
    )


def _read_anew(
    scene: Scene, columns: list[Any], pref: str, folder: Path | None = None, suff: str = ""
) -> str:
    made, call = _from_df(scene), scene.here.call if scene.here is not None else None
    if made is not None and call is not None:
        wanted = {"suff": repr(suff)} if suff else {}
        if folder is not None:
            root = Path(str(made.names.get("path", ".")))
            inside = folder.relative_to(root) if folder.is_relative_to(root) else folder.absolute()
            wanted["folder"] = repr(str(inside))
        return anew(call, wanted, drop=ignored(call, "suff")[0] if suff else ())
    column = columns[0] if len(columns) == 1 else columns
    return f"get_x=ColReader({column!r}, pref={pref!r}{f', suff={suff!r}' if suff else ''})"


@rule(FileNotFoundError, needs="torchvision")
def no_class_folders(scene: Scene) -> Diagnosis | None:
    """torchvision's ImageFolder wants one folder for each class, with pictures in it."""
    frame = scene.within("torchvision.datasets.folder")
    if frame is None or scene.is_raised_by_learner:
        return None
    root = Path(str(frame.names.get("directory", "")))
    if not exists(root):
        return None
    classes = folders_in(root) + [one for one in names_in(root) if one == ".ipynb_checkpoints"]
    empty = [one for one in classes if not any(is_picture(Path(n)) for n in names_in(root / one))]
    if not classes:
        return Diagnosis(
            f"`{root}` has no folders in it, only {counted(len(names_in(root)), 'file')}.",
            "`ImageFolder` takes the name of a picture's folder as its class: it wants one folder per class.",
            f"# {root}/cat/1.jpg, {root}/dog/2.jpg, …\nds = ImageFolder('{root}')",
            "Move the pictures into one folder for each class:",
            card="getting-data",
        )
    if not empty:
        return None
    hidden = ".ipynb_checkpoints" in empty
    return Diagnosis(
        f"In `{root}`, the folder{'' if len(empty) == 1 else 's'} `{listed(empty)}` "
        f"hold{'s' if len(empty) == 1 else ''} no picture.",
        "`ImageFolder` takes every folder for a class"
        + (", also the hidden one that Jupyter makes." if hidden else " and wants pictures in each."),
        f"import shutil; shutil.rmtree('{root / empty[0]}')"
        if hidden or not names_in(root / empty[0])
        else f"ds = ImageFolder('{root / empty[0]}')",
        "Remove it:" if hidden or not names_in(root / empty[0]) else "The classes may be one folder deeper:",
        card="getting-data",
    )


@rule(FileNotFoundError)
def no_such_file(scene: Scene) -> Diagnosis | None:
    """A path that does not exist: how far it does, and what is there instead."""
    text = _missing(scene)
    path = Path(text) if text else None
    if path is None or exists(path) or "\\" in text or any(sign in text for sign in CONTROLS):
        return None
    if (taken_away(scene) and not text.startswith("~")) or bare_name(scene) or written_by_a_magic(scene):
        return None  # a near name would be another file, and would be deleted in its place
    return not_there(scene, path)


def not_there(scene: Scene, path: Path) -> Diagnosis | None:
    """What to say of a path that does not exist."""
    text, gone = str(path), f"There is no file or folder `{path}`."
    if text.startswith("~"):
        return Diagnosis(
            gone,
            "Python takes `~` for a folder of that name; only a shell turns it into your home folder.",
            f"Path('{text}').expanduser()",
            "Let Path expand it:",
            card="pathlib",
        )
    folder, missing = nearest(path)
    home = next((where for start, where in ELSEWHERE.items() if text.startswith(start + "/")), "")
    if home and not exists(Path("/" + path.parts[1])):
        return Diagnosis(
            gone,
            f"`/{path.parts[1]}` is a folder of {home}'s computers; this notebook runs in `{working_folder()}`.",
            "",
            "Download the data to this computer and give the path that it has here.",
            card="getting-data",
        )
    return _elsewhere(scene, path, folder, missing)


def _elsewhere(scene: Scene, path: Path, folder: Path, missing: str) -> Diagnosis | None:
    relative = not path.is_absolute()
    near = did_you_mean(missing, near_names(missing, folder), n=1)
    # After a misspelled part, what follows is looked for again below the right one.
    meant = _nearby(path, folder, near) if near else None
    found = None if meant else found_below(folder, path.name) if relative or folder != Path("/") else None
    what = f"There is no `{path}`" + (
        f": the folder `{folder}` has no `{missing}`." if folder != Path(".") else "."
    )
    start = (
        f" The path is relative: it starts in `{working_folder()}`, the working directory."
        if relative
        else ""
    )
    if meant is not None:
        return Diagnosis(what, f"The name is spelled otherwise. {near}{start}", f"'{meant}'", "Write:")
    if found is not None:
        where = "the working directory itself" if found.parent == Path() else f"`{found.parent}`"
        return Diagnosis(what, f"A file of this name is in {where}.{start}", f"'{found}'", "Write:")
    deeper = folder_below(folder, missing) if missing and not meant else None
    if deeper is not None and exists(right := deeper.joinpath(*path.parts[len(folder.parts) + 1 :])):
        return Diagnosis(
            what, f"A folder `{missing}` stands deeper: `{deeper}`.{start}", f"'{right}'", "Write:"
        )
    if path.is_absolute() and exists(Path(str(path).lstrip("/"))):
        return Diagnosis(
            what,
            "A path that begins with a slash starts at the root of the disk, not in the working directory.",
            f"'{str(path).lstrip('/')}'",
            "Leave out the slash:",
        )
    held = names_in(folder)
    there = f"There is: {listed(held, 4)}." if held else f"`{folder}` is empty."
    made = next((one for one in reversed(scene.frames) if one.module.startswith(CSV_MODULES)), None)
    return Diagnosis(
        what,
        (
            "The file was not saved there, or the path is not the right one. "
            if made
            else "The path is wrong. "
        )
        + there
        + start,
        f"print(os.getcwd(), os.listdir('{folder}'))" if library("os") else "",
        "See where you are and what is there, then mend the path:",
        sure="likely",
    )


def _nearby(path: Path, folder: Path, near: str) -> Path | None:
    found = QUOTED.findall(near)
    if not found:
        return None
    right = folder / ast.literal_eval(found[0])
    parts = path.parts[len(folder.parts) + 1 :] if folder != Path(".") else path.parts[1:]
    meant = right.joinpath(*parts)
    return meant if exists(meant) else None


@rule(IsADirectoryError, PermissionError)
def folder_for_a_file(scene: Scene) -> Diagnosis | None:
    """A folder was opened as if it were a file."""
    name = getattr(scene.error, "filename", None)
    path = Path(name) if isinstance(name, str) else None
    if path is None or not path.is_dir() or scene.within("fastai.learner") is not None:
        return None
    listed_too = among_files(scene, path)
    if listed_too is not None:
        return listed_too
    inside = names_in(path)
    first = next((one for one in inside if (path / one).is_file()), "")
    return Diagnosis(
        f"`{path}` is a folder (a directory), not a file.",
        "Only files can be opened. "
        + (f"In the folder there is: {listed(inside, 4)}." if inside else "The folder is empty."),
        f"'{path / first}'" if first else f"os.listdir('{path}')",
        "Name one of its files:" if first else "See what is in it:",
    )


@rule(AttributeError, needs="fastai")
def unknown_data_set(scene: Scene) -> Diagnosis | None:
    """URLs has no data set of this name."""
    held, name = getattr(scene.error, "obj", None), getattr(scene.error, "name", "")
    if held is None or held is not getattr(library("fastai.data.external"), "URLs", None):
        return None
    known = data_sets(held)
    near = did_you_mean(OTHERWISE.get(str(name), str(name)), known, n=1)
    word = QUOTED.findall(near)
    return Diagnosis(
        f"`URLs` has no data set called `{name}`.",
        near or f"It has, for example: {listed(known, 6)}.",
        f"untar_data(URLs.{ast.literal_eval(word[0])})" if word else "[o for o in dir(URLs) if o.isupper()]",
        "Write:" if word else "See all of its names:",
        card="getting-data",
    )
