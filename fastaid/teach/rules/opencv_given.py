"""OpenCV's functions, given what is no array, and sizes and points between pixels; windows and files."""

from __future__ import annotations

import ast
import math
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.opencv_read import is_opencvs, of_opencv, path_given
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

WINDOWS = frozenset({"imshow", "namedWindow", "waitKey", "destroyAllWindows", "destroyWindow"})
POINTS = frozenset({"rectangle", "line", "circle", "putText", "arrowedLine", "ellipse"})
# The place of the picture among the arguments, where it is not the first.
PICTURE = {"imwrite": 1, "imshow": 1}


@dataclass(frozen=True)
class Asked:
    """A call of OpenCV's that failed, and the picture that it was given."""

    frame: Frame
    call: ast.Call
    name: str  # "resize"
    node: ast.expr  # the picture as it was written
    picture: Any

    @property
    def text(self) -> str:
        """The picture as it was written."""
        return text_of(self.node)

    @property
    def is_what(self) -> str:
        """What the picture is, as the beginning of a sentence."""
        return f"`{self.text}` is {described(self.picture)}"


def asked_of_opencv(
    scene: Scene,
    *names: str,  # of functions; default: any
) -> Asked | None:
    """The call that failed, where it is one of these functions'."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner or not is_opencvs(scene.error):
        return None
    name = of_opencv(frame, call.func)
    node = frame.argument(call, PICTURE.get(name, 0), "img" if name in PICTURE else "src")
    if not name or (names and name not in names) or node is None or not text_of(node):
        return None
    return Asked(frame, call, name, node, frame.value(node))


@rule(Exception, needs="cv2")
def not_an_array(scene: Scene) -> Diagnosis | None:
    """OpenCV works with numpy arrays: no PIL pictures, no tensors."""
    asked = asked_of_opencv(scene)
    if asked is None:
        return None
    held, text = asked.picture, asked.text
    is_picture = is_of(held, "PIL.Image", "Image")
    if not is_picture and not is_tensor(held):
        return None
    new = f"np.array({text})" if is_picture else _as_array(held, text)
    return Diagnosis(
        f"`{text}` is {'a picture of PIL' if is_picture else described(held)}, not a numpy array.",
        "OpenCV works with numpy arrays of (height, width, channels).",
        replaced(asked.frame, asked.node, new),
        "Make an array of it:",
        card="rank-and-shape" if is_tensor(held) and held.ndim == 3 else "",
    )


def _as_array(held: Any, text: str) -> str:
    turned = held.ndim == 3 and shape(held)[0] in (1, 3, 4) and shape(held)[-1] not in (3, 4)
    text += ".permute(1, 2, 0)" if turned else ""
    text += ".detach()" if held.requires_grad else ""
    text += ".cpu()" if held.device.type != "cpu" else ""
    return f"{text}.numpy()"


@rule(Exception, needs="cv2")
def size_not_two_numbers(scene: Scene) -> Diagnosis | None:
    """`cv2.resize(img, 224)`, `cv2.resize(img, (112.5, 112.5))`."""
    asked = asked_of_opencv(scene, "resize")
    size = asked.frame.argument(asked.call, 1, "dsize") if asked is not None else None
    if asked is None or size is None or not is_array(asked.picture) or not asked.picture.size:
        return None
    frame = asked.frame
    given: Any = frame.value(size)
    text, new = text_of(size), ""
    if type(given) is int and given > 0:
        what, new = f"`{text}` is one number; `resize` takes width and height.", f"({text}, {text})"
    elif isinstance(size, ast.Tuple) and len(size.elts) == 3:
        what = f"`{text}` has three numbers; `resize` takes width and height. The channels stay as they are."
        new = f"({', '.join(ast.unparse(one) for one in size.elts[:2])})"
    elif isinstance(size, ast.Tuple) and len(size.elts) == 2 and _holds_fraction(frame, size):
        what = f"`{text}` has numbers that are no int: pixels are counted in whole ones."
        new = f"({', '.join(_whole(frame, one) for one in size.elts)})"
    if not new:
        return None
    return Diagnosis(
        what,
        "The size is a tuple of two ints, the width first (a shape has the height first).",
        replaced(frame, size, new),
        "Write:",
    )


def _holds_fraction(frame: Frame, size: ast.Tuple) -> bool:
    """Whether a size or a point has a float in it, as a division gives one."""
    return any(_is_fraction(frame, one) for one in size.elts)


def _is_fraction(frame: Frame, node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return True
    held: Any = frame.value(node)
    return isinstance(held, float) or is_of(held, "numpy", "floating")


def _whole(frame: Frame, node: ast.expr) -> str:
    """A number as an int."""
    if not _is_fraction(frame, node):
        return ast.unparse(node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return f"{ast.unparse(node.left)} // {ast.unparse(node.right)}"
    if isinstance(node, ast.Constant) and isinstance(node.value, float) and math.isfinite(node.value):
        return str(int(node.value))
    return f"int({ast.unparse(node)})"


@rule(Exception, needs="cv2")
def points_between_pixels(scene: Scene) -> Diagnosis | None:
    """`cv2.rectangle(img, (x / 2, y), …)`: points are whole pixels."""
    asked = asked_of_opencv(scene, *POINTS)
    if asked is None:
        return None
    frame = asked.frame
    point = next(
        (
            one
            for one in asked.call.args[1:]
            if isinstance(one, ast.Tuple) and len(one.elts) == 2 and _holds_fraction(frame, one)
        ),
        None,
    )
    if point is None:
        return None
    new = f"({', '.join(_whole(frame, one) for one in point.elts)})"
    return Diagnosis(
        f"`{text_of(point)}` is no pixel: its numbers are not all ints.",
        f"`{asked.name}` draws at whole pixels.",
        replaced(frame, point, new),
        "Write:",
    )


@rule(Exception, needs="cv2")
def no_window(scene: Scene) -> Diagnosis | None:
    """`cv2.imshow` opens a window of its own, which a notebook's server does not have."""
    frame = scene.here
    call = call_at(frame) if frame is not None and is_opencvs(scene.error) else None
    name = of_opencv(frame, call.func) if frame is not None and call is not None else ""
    is_lost = any(word in scene.message for word in ("not implemented", "display", "GTK"))
    if frame is None or call is None or name not in WINDOWS or not is_lost:
        return None
    node = frame.argument(call, 1, "mat") if name == "imshow" else None
    held: Any = frame.value(node)
    text = text_of(node) if is_array(held) and held.ndim in (2, 3) else ""
    if name == "imshow" and not text:
        return None
    what = "`imshow` opens a window" if text else f"`{name}` is for windows"
    what += " on the screen of the computer where the kernel runs; OpenCV has none here."
    if not text:
        return Diagnosis(
            what,
            "A notebook shows pictures in its page.",
            "",
            "Leave the line out; `plt.imshow` shows a picture.",
        )
    is_grey = held.ndim == 2
    shown = f"{text}, cmap='gray'" if is_grey else f"cv2.cvtColor({text}, cv2.COLOR_BGR2RGB)"
    order = (
        "" if is_grey else " OpenCV has the colours in the order blue, green, red; matplotlib has red first."
    )
    return Diagnosis(
        what,
        f"A notebook shows pictures in its page.{order}",
        f"plt.imshow({shown});",
        "Show it with matplotlib:",
    )


@rule(Exception, needs="cv2")
def name_without_ending(scene: Scene) -> Diagnosis | None:
    """`cv2.imwrite('cat', img)`: the ending says which kind of file to write."""
    asked = asked_of_opencv(scene, "imwrite")
    node = asked.frame.argument(asked.call, 0, "filename") if asked is not None else None
    path = path_given(asked.frame, node) if asked is not None else None
    if asked is None or node is None or path is None or path.suffix or not path.name:
        return None
    text = text_of(node)
    new = f"{text[:-1]}.jpg{text[-1]}" if isinstance(node, ast.Constant) else f"str({text}) + '.jpg'"
    return Diagnosis(
        f"`{path}` has no ending.",
        "`imwrite` tells from the ending which kind of file to write.",
        replaced(asked.frame, node, new),
        "Give it one:",
    )
