"""Pictures of different sizes that were to become one array or one tensor."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from itertools import islice
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import failing_line
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.pictures import is_picture
from fastaid.teach.rules.python_source import call_at, cell_trees, origin, text_of
from fastaid.teach.scene import Frame, Scene

MAKERS = ("array", "asarray", "stack", "tensor", "Tensor", "as_tensor", "FloatTensor")
UNEQUAL = (
    "inhomogeneous",
    "same shape",
    "equal size",
    "expected sequence of length",
    "broadcast input array",
)
CHANNELS = (1, 3, 4)
USUAL = 224  # what pretrained models were trained with
LONGEST = 150


@dataclass(frozen=True)
class Picture:
    """What is known of one of them."""

    told: str  # "has shape (30, 40, 3)"
    height: int
    width: int
    channels: int  # 0 for a gray one without channels
    is_sure: bool  # whether it can be nothing else than a picture


def picture_of(held: Any) -> Picture | None:
    """A picture of PIL, or an array or a tensor that may be one."""
    if is_picture(held):
        width, height = held.size
        return Picture(f"is {width} × {height}", height, width, len(held.getbands()), True)
    if not (is_array(held) or is_tensor(held)) or held.ndim not in (2, 3):
        return None
    size, is_bytes = shape(held), str(held.dtype).endswith("uint8")
    told = f"has shape {size}"
    if len(size) == 2:
        return Picture(told, *size, 0, False)
    if size[2] in CHANNELS:
        return Picture(told, size[0], size[1], size[2], is_bytes and size[2] > 1)
    return Picture(told, size[1], size[2], size[0], False) if size[0] in CHANNELS else None


@rule(ValueError, RuntimeError, needs="numpy")
def of_different_sizes(scene: Scene) -> Diagnosis | None:
    """`np.array(imgs)`, `torch.stack(imgs)` of pictures that were not resized."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not call.args or last_name(call.func) not in MAKERS:
        return None
    if not any(word in scene.message for word in UNEQUAL):
        return None
    node, held = call.args[0], frame.value(call.args[0])
    opened = _opened(scene, frame, node)
    if type(held) not in (list, tuple):
        return _unseen(frame, node, opened) if isinstance(node, (ast.ListComp, ast.GeneratorExp)) else None
    if held and all(is_tensor(one) and one.ndim == held[0].ndim for one in held):
        return None  # of joining's rules
    every = [picture_of(one) for one in islice(held, 10_000)]
    known = [one for one in every if one is not None]
    is_sure = opened is not None or any(one.is_sure for one in known)
    if len(known) != len(every) or not known or not is_sure:
        return None
    first = known[0]
    sizes = [(one.height, one.width, one.channels) for one in known]
    odd = next((i for i, one in enumerate(sizes) if one != sizes[0]), None)
    if odd is None:
        return None
    is_gray = len({one.channels for one in known}) > 1
    are_unequal = len({(one.height, one.width) for one in known}) > 1
    side = min(min(one.height, one.width) for one in known)
    how = (".convert('RGB')" if is_gray else "") + (
        f".resize({(min(side, USUAL),) * 2})" if are_unequal else ""
    )
    text = text_of(node, 40)
    differ = "sizes" if are_unequal else "channels: not all are in the same colours"
    what = f"The pictures{f' of `{text}`' if text else ''} have different {differ}"
    return _told(
        frame,
        f"{what}. Picture 0 {first.told}, picture {odd} {known[odd].told}.",
        _lines(frame, node, held[0], opened, how),
        "Bring them to one size" if are_unequal else "Bring them to the same colours",
    )


def _unseen(frame: Frame, node: ast.expr, opened: _Opened | None) -> Diagnosis | None:
    """Pictures that were opened and joined in one line."""
    if opened is None:
        return None
    what = "The opened pictures have different sizes, or not all of them have the same colours."
    fix = _lines(frame, node, None, opened, f".convert('RGB').resize({(USUAL, USUAL)})")
    return _told(frame, what, fix, "Bring them to one size")


def _told(frame: Frame, what: str, fix: str, how: str) -> Diagnosis:
    return Diagnosis(
        what,
        "An array is one full block of numbers: all pictures in it need the same height, width and channels.",
        fix,
        f"{how} when they are opened (or keep them in a list):",
        card="rank-and-shape",
    )


@dataclass(frozen=True)
class _Opened:
    """Where the pictures are opened."""

    call: ast.Call
    statement: ast.stmt  # that it stands in
    is_whole: bool  # whether the statement makes all of them


def _opened(scene: Scene, frame: Frame, node: ast.expr) -> _Opened | None:
    """The call that opens the pictures of a list; None where none is in sight."""
    if not isinstance(node, ast.Name):
        call = _opener(node)
        statement = _statement_of(scene, call)
        return _Opened(call, statement, True) if call is not None and statement is not None else None
    made = origin(scene, frame, node.id)
    call = _opener(made)
    if made is not None and call is not None:
        target = ast.Assign([ast.Name(node.id, ast.Store())], made, lineno=0)
        return _Opened(call, ast.fix_missing_locations(target), True)
    for _, tree in cell_trees(scene):
        grows = [one for one in ast.walk(tree) if isinstance(one, ast.For) and _appends(one, node.id)]
        for loop in grows:
            for line in ast.walk(loop):
                call = _opener(line)
                if call is not None and isinstance(line, (ast.Assign, ast.Expr)):
                    return _Opened(call, line, False)
    return None


def _statement_of(scene: Scene, call: ast.Call | None) -> ast.stmt | None:
    for statement in ast.walk(scene.tree or ast.Module([], [])):
        if not isinstance(statement, (ast.Assign, ast.Expr, ast.Return)) or call is None:
            continue
        if ast.unparse(call) in ast.unparse(statement):
            return statement
    return None


def _appends(loop: ast.For, name: str) -> bool:
    return any(
        isinstance(one, ast.Call)
        and last_name(one.func) == "append"
        and text_of(one.func) == f"{name}.append"
        for one in ast.walk(loop)
    )


def _opener(node: ast.AST | None) -> ast.Call | None:
    """`Image.open(p)`, `PILImage.create(p)`, `plt.imread(p)` in an expression."""
    for one in ast.walk(node) if node is not None else ():
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute):
            holder = text_of(one.func.value)
            if one.func.attr == "imread" or (
                one.func.attr in ("open", "create") and holder.endswith("Image")
            ):
                return one
    return None


def _lines(frame: Frame, node: ast.expr, first: Any, opened: _Opened | None, how: str) -> str:
    """The line that makes or opens the pictures, with one size for all; then the failing one."""
    text = text_of(node, 40)
    if opened is None:
        if not text.isidentifier():
            return ""
        inner = f"one{how}" if is_picture(first) else f"np.array(Image.fromarray(one){how})"
        return "\n".join([f"{text} = [{inner} for one in {text}]", failing_line(frame)]).rstrip()
    call = ast.unparse(opened.call)
    given = ast.unparse(opened.call.args[0]) if opened.call.args else "path"
    new = f"{call}{how}"
    if last_name(opened.call.func) == "imread":
        new = f"np.array(Image.open({given}){how})"
    line = ast.unparse(opened.statement).replace(call, new, 1)
    if len(line) > LONGEST or "\n" in line:
        return new
    again = failing_line(frame) if opened.is_whole and isinstance(node, ast.Name) else ""
    return "\n".join([line, again]).rstrip()
