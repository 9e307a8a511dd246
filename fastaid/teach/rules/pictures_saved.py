"""Saving a picture: formats by a name that PIL has not, unknown endings, kinds of numbers that a format cannot hold."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.pictures import is_picture
from fastaid.teach.rules.python_source import near, replaced
from fastaid.teach.scene import Frame, Scene

# What formats are called by their files' endings, and by PIL.
NAMES = {"JPG": "JPEG", "JPE": "JPEG", "JFIF": "JPEG", "TIF": "TIFF", "JP2": "JPEG2000", "JPEG2": "JPEG2000",
         "J2K": "JPEG2000", "JPEG 2000": "JPEG2000", "JPG2": "JPEG2000", "PNG8": "PNG", "PNG24": "PNG",
         "BITMAP": "BMP"}  # fmt: skip


def _saved(scene: Scene) -> tuple[Frame, ast.Call, Frame] | None:
    """The learner's call of a picture's `save`, and PIL's frame."""
    frame, inner = scene.here, scene.within("PIL.Image", "save")
    call = frame.call if frame is not None else None
    if frame is None or inner is None or call is None or last_name(call.func) != "save":
        return None
    return (frame, call, inner) if is_picture(inner.names.get("self")) else None


def _known(table: str) -> dict[str, Any]:
    """PIL's formats that can be written, or the endings of its files."""
    return dict(getattr(sys.modules.get("PIL.Image"), table, {}))


@rule(TypeError, needs="PIL")
def one_picture_to_append(scene: Scene) -> Diagnosis | None:
    """`im.save('a.gif', save_all=True, append_images=im)`: the further pictures are a list."""
    found = _saved(scene)
    if found is None or "not iterable" not in scene.message:
        return None
    frame, call, _ = found
    given = frame.argument(call, None, "append_images")
    held = frame.value(given)
    if given is None or not is_picture(held):
        return None
    frames = [
        name for name, one in scene.live(list) if len(one) > 1 and all(is_picture(each) for each in one)
    ]
    line = anew(call, {"append_images": f"{frames[0]}[1:]"}) if len(frames) == 1 else ""
    if len(frames) == 1 and isinstance(call.func, ast.Attribute):
        line = f"{frames[0]}[0]{line.removeprefix(ast.unparse(call.func.value))}"
    text = ast.unparse(given)
    return Diagnosis(
        f"`append_images` was given one picture, `{text}`.",
        "It takes a list: the pictures that follow the one that is saved."
        + (f" `{frames[0]}` holds {len(scene.names[frames[0]])} pictures." if len(frames) == 1 else ""),
        line or replaced(frame, given, f"[{text}]"),
        "Save the first, and give it the others:" if line else "Put it into a list:",
    )


@rule(KeyError, needs="PIL")
def format_by_another_name(scene: Scene) -> Diagnosis | None:
    """`im.save(f, 'JPG')`: PIL calls the format JPEG."""
    found = _saved(scene)
    if found is None or found[2] is not scene.last:
        return None
    frame, call, _ = found
    written = frame.argument(call, 1, "format")
    held = frame.value(written)
    if (
        written is None
        or not isinstance(held, str)
        or not scene.error.args
        or scene.error.args[0] != held.upper()
    ):
        return None
    formats = _known("SAVE")
    key = held.upper().strip(". ")
    right = key if key in formats else NAMES.get(key) or next(iter(near(key, formats)), "")
    if not right:
        return Diagnosis(
            f"`save` was asked for the format {held!r}, which PIL cannot write.",
            "The second argument is the name of a format: 'JPEG', 'PNG', 'GIF', 'BMP', 'TIFF', 'WEBP'.",
            replaced(frame, written, "'PNG'"),
            "Write one of them, or leave it out: then the file's ending decides:",
        )
    is_ending = key != right and f".{key.lower()}" in _known("EXTENSION")
    return Diagnosis(
        f"`save` was asked for the format {held!r}; PIL has none of that name.",
        f"The format is called {right!r}{f', though its files may end in .{key.lower()}' if is_ending else ''}.",
        replaced(frame, written, repr(right)),
        "Write (or leave the format out: the file's ending tells it):",
    )


@rule(ValueError, needs="PIL")
def ending_unknown(scene: Scene) -> Diagnosis | None:
    """`im.save('owl')`: the ending of the file's name tells the format, and there is none, or an unknown one."""
    found = _saved(scene)
    if found is None or not scene.message.startswith("unknown file extension"):
        return None
    frame, call, inner = found
    written, target = frame.argument(call, 0, "fp"), inner.names.get("fp")
    if written is None:
        return None
    text = ast.unparse(written)
    if not isinstance(target, (str, Path)):
        rest = ", ".join([text, "format='PNG'"])
        return Diagnosis(
            f"`{text}` is no file with a name, so its ending cannot tell the format.",
            "PIL takes the format from the file's ending, unless it is named.",
            replaced(frame, call, f"{ast.unparse(call.func)}({rest})"),
            "Name the format:",
        )
    path = Path(target)
    if path.is_dir():
        name = Path(str(getattr(inner.names["self"], "filename", "") or "picture.png")).name
        base = f"Path({text})" if isinstance(target, str) else text
        base = f"({base})" if isinstance(written, ast.BinOp) else base
        return Diagnosis(
            f"`{path}` is a folder; `save` wants the file to write.",
            "The name of the picture is missing, and its ending, which tells the format.",
            replaced(frame, written, f"{base}/{name!r}"),
            "Put a file's name after the folder:",
        )
    ending = path.suffix
    close = near(ending, _known("EXTENSION"), 0.7) if ending else []
    right = close[0] if close else ".png"
    new = repr(str(path.with_suffix(right))) if isinstance(written, ast.Constant) else ""
    if not new:
        new = f"Path({text}).with_suffix({right!r})"
    return Diagnosis(
        f"`{path}` has " + (f"the ending {ending!r}, which PIL does not know." if ending else "no ending."),
        "PIL takes the format of the file from the ending of its name.",
        replaced(frame, written, new),
        f"Give the name {'this ending' if close else 'an ending: .png keeps every pixel, .jpg is smaller'}:",
    )


@rule(OSError, needs="PIL")
def floats_as_a_picture(scene: Scene) -> Diagnosis | None:
    """`Image.fromarray(floats).save('a.png')`: a picture of floats (mode F) in a format of whole numbers."""
    found = _saved(scene)
    if found is None or not scene.message.startswith("cannot write mode F"):
        return None
    frame, call, inner = found
    held: Any = inner.names["self"]
    if held.mode != "F" or not isinstance(call.func, ast.Attribute):
        return None
    low, high = held.getextrema()
    text, made = ast.unparse(call.func.value), call.func.value
    times = low >= 0 and high <= 1
    new = f"{text}.point(lambda v: v * 255).convert('L')" if times else f"{text}.convert('L')"
    if isinstance(made, ast.Call) and last_name(made.func) == "fromarray" and len(made.args) == 1:
        values = ast.unparse(made.args[0])
        is_atom = isinstance(made.args[0], (ast.Name, ast.Attribute, ast.Subscript, ast.Call))
        values = values if is_atom else f"({values})"
        whole = f"({values} * 255).astype(np.uint8)" if times else f"{values}.astype(np.uint8)"
        new = f"{ast.unparse(made.func)}({whole})"
    return Diagnosis(
        f"`{text}` is a picture of floats (mode 'F'), from {low:.3g} to {high:.3g}.",
        "Formats such as PNG and JPEG hold whole numbers from 0 to 255 (uint8; mode 'L' or 'RGB').",
        replaced(frame, made, new),
        "Make whole numbers of them" + (", scaled to 0 to 255:" if times else ":"),
    )


@rule(ValueError, needs="matplotlib")
def figure_ending(scene: Scene) -> Diagnosis | None:
    """`plt.savefig('loss.jgp')`: an ending that matplotlib cannot write."""
    frame, inner = scene.here, scene.within("matplotlib.backend_bases", "print_figure")
    call = frame.call if frame is not None else None
    if frame is None or inner is None or call is None or last_name(call.func) != "savefig":
        return None
    written, asked = frame.argument(call, 0, "fname"), inner.names.get("format")
    held = frame.value(written)
    if (
        not isinstance(asked, str)
        or not isinstance(held, (str, Path))
        or "not supported" not in scene.message
    ):
        return None
    formats = getattr(
        sys.modules.get("matplotlib.backend_bases"), "_default_filetypes", {"png": "", "jpg": ""}
    )
    right = next(iter(near(asked, formats, 0.5)), "png")
    if written is None or Path(held).suffix.lstrip(".").lower() != asked.lower():
        return None
    return Diagnosis(
        f"`savefig` cannot write a file that ends in '.{asked}'.",
        "matplotlib takes the format from the ending: .png, .jpg, .pdf, .svg.",
        replaced(frame, written, repr(str(Path(held).with_suffix("." + right)))),
        "Write:",
    )
