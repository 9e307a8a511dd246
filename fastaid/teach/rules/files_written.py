"""Writing a file into a folder that is not there: saving makes the file, not its folder."""

from __future__ import annotations

import ast
import os
from pathlib import Path

from fastaid.errors import did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.on_disk import folders_in
from fastaid.teach.rules.python_source import function_at, statement_at
from fastaid.teach.scene import Frame, Scene

# Functions that write the file they are given; pandas' all begin with "to_".
WRITERS = ("save", "savefig", "imsave", "savez", "savez_compressed", "savetxt", "tofile", "dump", "write_text",
           "write_bytes", "touch", "save_image", "write_jpeg", "write_png", "imwrite", "write", "urlretrieve",
           "write_image", "write_html", "save_pickle", "imsave", "to_png", "savemat", "save_file", "write_video",
           "save_weights", "save_model")  # fmt: skip
COPIERS = ("copy", "copy2", "copyfile", "move", "rename", "replace", "renames", "symlink", "link", "copytree")
MAKERS = ("mkdir", "makedirs")
# IPython's magics that write a file, by the module and the function that they are.
MAGICS = {
    ("osm", "writefile"): "%%writefile",
    ("code", "save"): "%save",
    ("basic", "notebook"): "%notebook",
    ("history", "history"): "%history",
}


@rule(FileNotFoundError, OSError, RuntimeError)
def into_no_folder(scene: Scene) -> Diagnosis | None:
    """`df.to_csv('out/a.csv')`, `plt.savefig`, `im.save`, `np.save`, `shutil.copy`: the folder is not there."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or scene.within("torch.serialization") is not None:
        return None
    name = last_name(call.func)
    if not (name in (*WRITERS, *COPIERS, *MAKERS) or name.startswith("to_")):
        return None
    target = _target(scene, name)
    if target is None or "\\" in str(target) or str(target).startswith("~"):
        return None
    folder = target.parent
    if folder.exists() or not _is_writable(folder):
        return None
    if name in MAKERS:
        return _folder_in_a_folder(frame, call, target, folder)
    return Diagnosis(
        f"`{name}` writes `{target}`, and the folder `{folder}` does not exist" + f"{_alike(folder)}.",
        "Writing makes the file and not the folder that it is in.",
        "\n".join([f"Path({str(folder)!r}).mkdir(parents=True, exist_ok=True)", *_again(frame)]),
        "Make the folder first:" if _again(frame) else "Make the folder before this line:",
        card="pathlib",
    )


@rule(FileNotFoundError)
def magic_into_no_folder(scene: Scene) -> Diagnosis | None:
    """`%%writefile utils/plots.py`: the folder is not there."""
    magic, target = written_by_a_magic(scene) or ("", Path())
    folder = target.parent
    if not magic or not _is_writable(folder):
        return None
    return Diagnosis(
        f"`{magic}` writes `{target}`, and the folder `{folder}` does not exist{_alike(folder)}.",
        "Writing makes the file and not the folder that it is in.",
        f"Path({str(folder)!r}).mkdir(parents=True, exist_ok=True)",
        "Make the folder in a cell of its own, then run this one again:",
        card="pathlib",
    )


def written_by_a_magic(scene: Scene) -> tuple[str, Path] | None:
    """The magic that was writing a file into a folder that is not there, and the file."""
    name = scene.error.filename if isinstance(scene.error, FileNotFoundError) else None
    if not isinstance(name, str) or "\\" in name or name.startswith("~") or Path(name).parent.exists():
        return None
    for (module, function), magic in MAGICS.items():
        if scene.within(f"IPython.core.magics.{module}", function) is not None:
            return magic, Path(name)
    return None


def _target(scene: Scene, name: str) -> Path | None:
    """The path that could not be written."""
    error = scene.error
    if name in COPIERS:
        return _copied_to(scene)
    if isinstance(error, OSError) and isinstance(error.filename, (str, os.PathLike)):
        held = os.fspath(error.filename)
        return Path(held) if isinstance(held, str) and isinstance(error, FileNotFoundError) else None
    inner = scene.within("pandas.io.common", "check_parent_directory")
    held = inner.names.get("path") if inner is not None else None
    return Path(held) if isinstance(held, (str, Path)) else None


def _copied_to(scene: Scene) -> Path | None:
    """Where something was to be copied or moved, where what is copied is there."""
    error, inner = scene.error, scene.within("shutil")
    if not isinstance(error, FileNotFoundError):
        return None
    source, target = error.filename, error.filename2
    if target is None and inner is not None:
        source, target = inner.names.get("src"), inner.names.get("dst")
    if not isinstance(source, (str, Path)) or not isinstance(target, (str, Path)):
        return None
    return Path(target) if os.path.exists(source) else None


def _is_writable(folder: Path) -> bool:
    """Whether the first folder above that exists may be written to; `/content` on another computer is not."""
    above = next((one for one in folder.parents if one.exists()), Path("."))
    return above != Path("/") and os.access(above, os.W_OK)


def _alike(folder: Path) -> str:
    if not folder.parent.is_dir():
        return ""
    found = did_you_mean(folder.name, folders_in(folder.parent))
    return f" ({found[:-1].replace('Did you mean', 'there is')})" if found else ""


def _again(frame: Frame) -> list[str]:
    """The statement, where it stands by itself in the cell."""
    statement = statement_at(frame)
    if frame.function != "<module>" or function_at(frame) is not None or statement is None:
        return []
    if not isinstance(statement, (ast.Expr, ast.Assign)) or statement.col_offset:
        return []
    text = ast.unparse(statement)
    return [text] if "\n" not in text else []


def _folder_in_a_folder(frame: Frame, call: ast.Call, target: Path, folder: Path) -> Diagnosis | None:
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    if ast.unparse(call.func) == "os.mkdir":
        line = f"os.makedirs({', '.join(ast.unparse(one) for one in call.args)}, exist_ok=True)"
    elif isinstance(call.func, ast.Attribute) and not call.args:
        new.keywords = [one for one in new.keywords if one.arg not in ("parents", "exist_ok")]
        new.keywords += [
            ast.keyword("parents", ast.Constant(True)),
            ast.keyword("exist_ok", ast.Constant(True)),
        ]
        line = ast.unparse(new)
    else:
        return None
    return Diagnosis(
        f"`{target}` cannot be made: the folder above it, `{folder}`, does not exist{_alike(folder)}.",
        f"`{last_name(call.func)}` makes one folder, unless it is told to make those above it too.",
        line,
        "Make them all (it may be there already):",
        card="pathlib",
    )
