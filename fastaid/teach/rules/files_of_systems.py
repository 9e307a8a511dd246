"""Files that an operating system leaves behind: `._bear.jpg`, `.DS_Store`, `Thumbs.db`. No rules of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.scene import Scene

# The names by which all of them are found, and what they are.
OF_SYSTEMS = {
    ".DS_Store": "it keeps how macOS shows the folder",
    "Thumbs.db": "it keeps the small previews of Windows",
    "desktop.ini": "it keeps how Windows shows the folder",
}
MOST_FILES = 20_000


def left_by_systems(scene: Scene, path: Path) -> Diagnosis | None:
    """A file that was opened as a picture and is one of the system's own."""
    is_double = path.name.startswith("._")
    if is_double and not (_is_of_macos(path) or path.with_name(path.name[2:]).exists()):
        return None
    if not is_double and path.name not in OF_SYSTEMS:
        return None
    pattern = "._*" if is_double else path.name
    folder = _folder(scene, path)
    every = sum(1 for _ in islice(folder.rglob(pattern), MOST_FILES))
    if is_double:
        cause = "macOS writes such a `._` file beside each of yours when it copies or zips them: it holds notes of the "
        cause += "system, no pixels, though it ends like a picture."
    else:
        cause = f"It is a file of the operating system: {OF_SYSTEMS[path.name]}."
    return Diagnosis(
        f"`{path}` is no picture"
        + (f"; {counted(every, 'file')} like it are in `{folder}`." if every > 1 else "."),
        cause,
        f"from pathlib import Path\nfor f in Path({str(folder)!r}).rglob({pattern!r}): f.unlink()",
        "Remove all of them (your pictures stay), then run the cell again:",
        card="cleaning-data",
    )


def _is_of_macos(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) == b"\x00\x05\x16\x07"
    except OSError:
        return False


def _folder(scene: Scene, path: Path) -> Path:
    """The highest folder above the file that the learner's lines hold; none that holds the notebook too."""
    outer = (Path(), Path.cwd(), *Path.cwd().parents)
    found = [one for one in _held(scene) if one in path.parents and one not in outer]
    return min(found, key=lambda one: len(one.parts), default=path.parent)


def _held(scene: Scene) -> Iterator[Path]:
    for frame in scene.frames:
        if frame.is_learners:
            for held in list(frame.names.values()):
                is_text = isinstance(held, str) and 0 < len(held) < 200 and "\n" not in held
                if is_text or is_of(held, "pathlib", "PurePath"):
                    yield Path(held)
