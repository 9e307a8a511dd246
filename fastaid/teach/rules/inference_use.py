"""A network in use: in eval mode, without gradients, with tensors, by the methods that it has."""

from __future__ import annotations

import ast
import types
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_learner, is_module, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.arrays_for_models import as_batch
from fastaid.teach.rules.python_source import code_of, origin
from fastaid.teach.scene import Frame, Scene


@rule(AttributeError, TypeError, needs="torch")
def mode_not_called(scene: Scene) -> Diagnosis | None:
    """model = model.eval: the method itself, without its parentheses."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not scene.is_raised_by_learner:
        return None
    if isinstance(scene.error, AttributeError) and isinstance(node, ast.Attribute):
        source = node.value
        held = here.value(source)
        held = held if held is not UNKNOWN else _bound(here, source)
    elif isinstance(node, ast.Call):
        source = node.func
        held = here.value(source)
    else:
        return None
    if not isinstance(held, types.MethodType) or not is_module(held.__self__):
        return None
    name = held.__name__
    if name not in ("eval", "train", "cuda", "cpu", "half", "float", "to", "double", "requires_grad_"):
        return None
    text = ast.unparse(source)
    if isinstance(source, ast.Attribute) and source.attr == name and isinstance(node, ast.Call):
        return None  # model.to(…) itself failed
    line, how = _with_parentheses(scene, here, source, node, name)
    return Diagnosis(
        f"`{text}` is the method `{name}` of a model, not the model.",
        f"The parentheses are missing where it was assigned: `….{name}` names the method, `….{name}()` runs it "
        "and gives the model back.",
        line,
        how,
        card="train-and-eval-mode",
    )


def _with_parentheses(
    scene: Scene, here: Frame, source: ast.expr, node: ast.expr, name: str
) -> tuple[str, str]:
    """The line where the method was named, with its parentheses, and the words that go with it."""
    text = ast.unparse(source)
    if not isinstance(source, ast.Name):
        return ast.unparse(node).replace(text, f"{text}()", 1), "Call it:"
    made = origin(scene, here, source.id)
    if not isinstance(made, ast.Attribute) or made.attr != name:
        return f"{text} = {text}()", "Call it once, and it gives the model back:"
    arguments = "device" if name == "to" else ""
    code = code_of(made)
    if not code:
        return f"{text} = {text}({arguments})", f"Write `.{name}({arguments})` there, or call it now:"
    is_itself = any(isinstance(one, ast.Name) and one.id == text for one in ast.walk(made))
    how = f"`{text}` is the method now: make `{text}` anew, then write:" if is_itself else "Call it there:"
    return f"{text} = {code}({arguments})", how


def _bound(here: Any, source: ast.expr) -> Any:
    # A method is made when it is asked for, which pure evaluation leaves alone.
    if isinstance(source, ast.Attribute):
        owner = here.value(source.value)
        if is_module(owner) and source.attr in ("eval", "train", "cuda", "cpu", "half", "float"):
            return types.MethodType(getattr(type(owner), source.attr), owner)
    return UNKNOWN


@rule(TypeError, AttributeError, needs="torch")
def no_grad_not_called(scene: Scene) -> Diagnosis | None:
    """with torch.no_grad: the parentheses are missing."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner or scene.tree is None:
        return None
    if "context manager" not in scene.message and "__enter__" not in scene.message:
        return None
    torch = library("torch")
    for node in ast.walk(scene.tree):
        if not isinstance(node, ast.With):
            continue
        for item in node.items:
            held = here.value(item.context_expr)
            named = next(
                (
                    n
                    for n in ("no_grad", "inference_mode", "enable_grad")
                    if held is getattr(torch, n, UNKNOWN)
                ),
                "",
            )
            if named and item.context_expr.lineno == here.line:
                text = ast.unparse(item.context_expr)
                return Diagnosis(
                    f"`{text}` is a class; `with` needs an object of it.",
                    "The parentheses are missing.",
                    f"with {text}():",
                    "Write:",
                    card="gradient",
                )
    return None


@rule(TypeError, AttributeError, RuntimeError, needs="torch")
def model_wants_a_tensor(scene: Scene) -> Diagnosis | None:
    """model(img): a picture, a path or an array, where a batch of tensors is wanted."""
    if scene.within("torch.nn.modules.module") is None:
        return None
    # The cell's own call before those inside of the model.
    for here in (one for one in scene.frames if one.is_learners):
        call = here.call
        if call is None or len(call.args) != 1:
            continue
        model, given = here.value(call.func), here.value(call.args[0])
        is_transform = type(model).__module__.startswith("torchvision.transforms")
        if is_module(model) and not is_transform and _is_raw(given):
            break
    else:
        return None
    text, name = ast.unparse(call.args[0]), ast.unparse(call.func)
    learner = next(
        (word for word, one in scene.live(object) if is_learner(one) and stored(one).get("model") is model),
        "",
    )
    what = f"`{name}` got `{text}`, {_kind(given)}."
    if learner and not is_array(given):
        return Diagnosis(
            what,
            "A model takes batches of tensors. The Learner has the transforms that make them from a picture or path.",
            f"{learner}.predict({text})",
            "Ask the Learner:",
            card="predictions",
        )
    if is_array(given):
        batch = as_batch(model, text, given)
        return Diagnosis(
            what,
            "A model takes tensors, and a batch of them.",
            f"{name}({batch})" if batch else "",
            "Make a tensor of it:"
            if batch
            else "Make a tensor of it, of the shape that the model was trained with.",
            card="tensor",
        )
    opened = text if is_of(given, "PIL.Image", "Image") else f"Image.open({text}).convert('RGB')"
    return Diagnosis(
        what,
        "A model takes tensors of shape (n, 3, height, width), made with the same transforms as in training.",
        f"from torchvision import transforms\nx = transforms.ToTensor()({opened}).unsqueeze(0)\n{name}(x)",
        "Make a batch of one (resize and normalize as in training):",
        card="predictions",
    )


def _is_raw(given: Any) -> bool:
    # A word such as 'image' is no path: a key of a batch, perhaps.
    is_path = isinstance(given, Path) or (isinstance(given, str) and bool(Path(given).suffix or "/" in given))
    return is_path or is_of(given, "PIL.Image", "Image") or is_array(given)


def _kind(given: Any) -> str:
    if is_of(given, "PIL.Image", "Image"):
        return f"a picture (`{type(given).__name__}`)"
    return "a path" if isinstance(given, (str, Path)) else described(given)
