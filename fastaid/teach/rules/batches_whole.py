"""A whole batch, inputs and targets together, where one of its tensors is wanted."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_dls, is_module, is_of, is_tensor, library, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement, tree_of
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import replaced, source_tree
from fastaid.teach.scene import Frame, Scene

MOST_PARTS = 6
INPUTS = (
    "image",
    "images",
    "img",
    "x",
    "input",
    "inputs",
    "features",
    "data",
    "pixel_values",
    "input_ids",
    "text",
)
TARGETS = ("label", "labels", "target", "targets", "y")
MOVING = ("to", "cuda", "cpu", "float", "half", "long", "double", "detach", "pin_memory")
LONGEST = 100


@dataclass(frozen=True)
class Batch:
    """What one step of a data loader gave, as the learner holds it."""

    held: Any  # the list, tuple or dict
    text: str  # its code: "batch"
    loader: str  # where it came from: "valid_dl", "" where that is not in sight

    @property
    def kind(self) -> str:
        return type(self.held).__name__

    @property
    def parts(self) -> list[Any]:
        return list(self.held.values() if isinstance(self.held, dict) else self.held)

    def part(self, names: tuple[str, ...], position: int) -> str:
        """The code of its inputs or targets, "" where it is not clear which they are."""
        if isinstance(self.held, dict):
            found = next((one for one in names if one in self.held), "")
            return f"{self.text}[{found!r}]" if found else ""
        return f"{self.text}[{position}]" if position < len(self.held) else ""

    @property
    def described(self) -> str:
        of = f" of `{self.loader}`" if self.loader else ""
        if isinstance(self.held, dict):
            keys = listed([repr(one) for one in self.held], MOST_PARTS)
            return f"`{self.text}` is a whole batch{of}, a dict with {keys}."
        shapes = listed([str(shape(one)) for one in self.parts], MOST_PARTS)
        what = counted(len(self.parts), "tensor")
        return f"`{self.text}` is a whole batch{of}: a {self.kind} of {what}, of shape {shapes}."

    @property
    def why(self) -> str:
        if isinstance(self.held, dict):
            return "The inputs stand in it under their key, next to the targets."
        if len(self.held) == 1:
            return "The inputs are its only item."
        return "It holds the inputs first, then the targets (labels)."


def is_batch(held: Any) -> bool:
    """Whether it has the form of a batch: a list, tuple or dict of a few tensors."""
    if type(held) is dict:
        return 0 < len(held) <= MOST_PARTS and any(is_tensor(one) for one in held.values())
    return type(held) in (list, tuple) and 0 < len(held) <= MOST_PARTS and all(is_tensor(one) for one in held)


def whole_batch(scene: Scene, frame: Frame, node: ast.expr | None, held: Any = UNKNOWN) -> Batch | None:
    """The batch that an expression stands for, where a data loader of the notebook gave it."""
    if node is None:
        return None
    held = frame.value(node) if held is UNKNOWN else held
    if not is_batch(held):
        return None
    loader = _loader(frame, node)
    is_inside = frame.function.startswith("<") and frame.function != "<module>"  # <listcomp>
    tree = source_tree(frame) if is_inside else tree_of(scene, frame)
    if isinstance(node, ast.Name) and tree is not None:
        loader = loader or next(
            (found for one in ast.walk(tree) if (found := _bound_from(frame, one, node.id))), ""
        )
    if isinstance(node, ast.Name) and not loader and frame.function == "<module>":
        earlier = (
            one
            for text in reversed(scene.names.get("In") or [])
            if isinstance(text, str)
            for one in _parsed(text)
        )
        loader = next((found for one in earlier if (found := _bound_from(frame, one, node.id))), "")
    return Batch(held, ast.unparse(node), loader) if loader or type(held) is dict else None


def _parsed(text: str) -> list[ast.AST]:
    try:
        return list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError):
        return []


def _loader(frame: Frame, node: ast.expr) -> str:
    """The loader of `next(iter(dl))`, `dls.one_batch()`."""
    if not isinstance(node, ast.Call):
        return ""
    name = last_name(node.func)
    if name == "one_batch" and isinstance(node.func, ast.Attribute):
        return ast.unparse(node.func.value)
    inner = node.args[0] if node.args else None
    if name == "next" and isinstance(inner, ast.Call) and last_name(inner.func) == "iter" and inner.args:
        return ast.unparse(inner.args[0]) if is_loader(frame, inner.args[0]) else ""
    return ""


def _bound_from(frame: Frame, node: ast.AST, name: str) -> str:
    """The loader that a loop or an assignment takes a name's value from."""
    if isinstance(node, ast.Assign) and any(
        isinstance(one, ast.Name) and one.id == name for one in node.targets
    ):
        return _loader(frame, node.value)
    if not isinstance(node, (ast.For, ast.comprehension)):
        return ""
    target, source = node.target, node.iter
    while (
        isinstance(source, ast.Call)
        and last_name(source.func) in ("enumerate", "tqdm", "progress_bar")
        and source.args
    ):
        if last_name(source.func) == "enumerate" and isinstance(target, ast.Tuple) and len(target.elts) == 2:
            target = target.elts[1]
        source = source.args[0]
    is_it = isinstance(target, ast.Name) and target.id == name
    return ast.unparse(source) if is_it and is_loader(frame, source) else ""


def is_loader(frame: Frame, node: ast.expr) -> bool:
    """Whether an expression is a data loader, of torch or of fastai."""
    held = frame.value(node)
    if held is UNKNOWN:  # dls.train is a property
        owner = frame.value(node.value) if isinstance(node, ast.Attribute) else UNKNOWN
        return is_dls(owner) and last_name(node) in ("train", "valid")
    return is_of(held, "torch.utils.data", "DataLoader") or is_of(held, "fastai.data.load", "DataLoader")


def _line(frame: Frame, node: ast.expr, new: str) -> str:
    whole = statement(frame)
    text = ast.unparse(whole) if isinstance(whole, (ast.Assign, ast.Expr, ast.AugAssign, ast.Return)) else ""
    return replaced(frame, node, new) if 0 < len(text) < LONGEST else new


def _first_call(scene: Scene) -> tuple[Frame, ast.Call, Any] | None:
    """The learner's outermost call of a network: its line, the call, what it was given."""
    at = next(
        (
            i
            for i, one in enumerate(scene.frames)
            if one.function == "_call_impl" and one.module.startswith("torch.nn")
        ),
        0,
    )
    frame = next(
        (one for one in reversed(scene.frames[:at]) if one.module != "torch.nn.modules.module"), None
    )
    args = scene.frames[at].names.get("args") if at else None
    call = frame.call if frame is not None and frame.is_learners else None
    if frame is None or call is None or not call.args or not isinstance(args, tuple) or not args:
        return None
    return frame, call, args[0]


def _is_what_failed(scene: Scene, held: Any) -> bool:
    """Whether the error is about this very object, and not about something made of it."""
    if isinstance(scene.error, AttributeError):
        return scene.error.obj is held
    last = scene.last
    if last is None:
        return False
    if last.is_learners:
        call = last.call
        return call is not None and any(last.value(one) is held for one in call.args)
    return any(last.names.get(name) is held for name in ("input", "src", "query", "tensor", "x"))


@rule(TypeError, AttributeError, needs="torch")
def batch_given_to_model(scene: Scene) -> Diagnosis | None:
    """`for batch in dl: model(batch)`: the targets are in it too."""
    found = _first_call(scene)
    if found is None or not is_batch(found[2]) or not _is_what_failed(scene, found[2]):
        return None
    frame, call, held = found
    model = scene.frames[scene.frames.index(frame) + 1].names.get("self")
    batch = whole_batch(scene, frame, call.args[0], held)
    if batch is None or not is_module(model) or is_of(model, "torch.nn.modules.loss", "_Loss"):
        return None
    part = batch.part(INPUTS, 0)
    rest = [ast.unparse(one) for one in (*call.args[1:], *call.keywords)]
    name = ast.unparse(call.func)
    fix = _line(frame, call, f"{name}({', '.join([part, *rest])})") if part else ""
    loop = f" (or write `for xb, yb in {batch.loader}:` and pass `xb`)" if _in_loop(frame, batch) else ""
    return Diagnosis(
        batch.described,
        f"{batch.why} `{name}` computes with the inputs alone.",
        fix,
        f"Give it the inputs{loop}:" if fix else "Give it the tensor of the inputs.",
        card="tensor",
    )


def _in_loop(frame: Frame, batch: Batch) -> bool:
    # A DataLoaders is no loop's: its .train and .valid are.
    return (
        batch.text.isidentifier()
        and batch.kind != "dict"
        and len(batch.held) == 2
        and is_loader(frame, ast.parse(batch.loader, mode="eval").body)
    )


@rule(TypeError, AttributeError, needs="torch")
def batch_given_to_loss(scene: Scene) -> Diagnosis | None:
    """`loss_func(preds, batch)`, `loss_func(batch, …)`: a loss compares two tensors."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not call.args:
        return None
    func = frame.value(call.func)
    is_loss = is_of(func, "torch.nn.modules.loss", "_Loss") or is_of(func, "fastai.losses", "BaseLoss")
    module = str(getattr(func, "__module__", ""))
    is_function = module == "torch.nn.functional" and last_name(call.func) not in (
        "linear",
        "relu",
        "softmax",
    )
    if func is UNKNOWN and last_name(call.func) == "loss_func":
        is_loss = True  # of a Learner
    if not is_loss and not (is_function and len(call.args) > 1):
        return None
    for position, node in enumerate(call.args[:2]):
        batch = whole_batch(scene, frame, node)
        if batch is None:
            continue
        model = _only_model(scene)
        inputs, part = batch.part(INPUTS, 0), batch.part(TARGETS, 1)
        new = part if position else f"{model}({inputs})" if model and inputs else ""
        given = [new if i == position else ast.unparse(one) for i, one in enumerate(call.args)]
        given += [ast.unparse(one) for one in call.keywords]
        fix = _line(frame, call, f"{ast.unparse(call.func)}({', '.join(given)})") if new else ""
        wants = "the targets" if position else "the predictions"
        return Diagnosis(
            batch.described,
            f"{batch.why} A loss compares two tensors, the predictions and the targets; {wants} are wanted here.",
            fix,
            ("Give it the targets:" if position else "Run the model on the inputs:")
            if fix
            else f"Give it {wants}.",
            card="loss-function",
        )
    return None


def _only_model(scene: Scene) -> str:
    """The notebook's network, where there is just one."""
    found = {
        id(one): name
        for name, one in scene.live(object)
        if is_module(one) and not is_of(one, "torch.nn.modules.loss", "_Loss")
    }
    return next(iter(found.values())) if len(found) == 1 else ""


@rule(TypeError, needs="torch")
def batch_given_to_function(scene: Scene) -> Diagnosis | None:
    """`F.relu(batch)`, `torch.flatten(batch, 1)`: a function of torch takes one tensor."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not call.args or "must be Tensor" not in scene.message:
        return None
    batch = whole_batch(scene, frame, call.args[0])
    func = call.func
    holder = frame.value(func.value) if isinstance(func, ast.Attribute) else None
    if batch is None or holder not in (library("torch"), library("torch.nn.functional")):
        return None
    part = batch.part(INPUTS, 0)
    rest = [ast.unparse(one) for one in (*call.args[1:], *call.keywords)]
    return Diagnosis(
        batch.described,
        f"{batch.why} `{ast.unparse(func)}` takes one tensor.",
        _line(frame, call, f"{ast.unparse(func)}({', '.join([part, *rest])})") if part else "",
        "Give it the inputs:" if part else "Give it one of its tensors.",
        card="tensor",
    )


@rule(AttributeError, needs="torch")
def method_of_batch(scene: Scene) -> Diagnosis | None:
    """`batch.to(device)`, `batch.shape`: a batch is a list, its items are the tensors."""
    frame, error = scene.here, scene.error
    if frame is None or not scene.is_raised_by_learner or not isinstance(error, AttributeError):
        return None
    node = frame.node.func if isinstance(frame.node, ast.Call) else frame.node
    if not isinstance(node, ast.Attribute) or not hasattr(library("torch").Tensor, node.attr):
        return None
    batch = whole_batch(scene, frame, node.value)
    if batch is None or error.obj is not batch.held:
        return None
    call = getattr(node, "parent", None)
    ending = f".{node.attr}"
    if isinstance(call, ast.Call) and call.func is node:
        ending += ast.unparse(call)[len(ast.unparse(node)) :]
    what = f"{batch.described[:-1]}; a {batch.kind} has no `.{node.attr}`."
    if node.attr in MOVING:
        items = (
            f"{{k: v{ending} for k, v in {batch.text}.items()}}"
            if batch.kind == "dict"
            else (f"[one{ending} for one in {batch.text}]")
        )
        if batch.kind == "dict" and not all(is_tensor(one) for one in batch.parts):
            return None
        target = batch.text if batch.text.isidentifier() else "batch"
        return Diagnosis(
            what, "Its items are the tensors.", f"{target} = {items}", "Do it with each:", card="tensor"
        )
    part = batch.part(INPUTS, 0)
    if not part:
        return None
    at = call if isinstance(call, ast.Call) and call.func is node else node
    return Diagnosis(
        what,
        f"{batch.why} The method is that of a tensor.",
        _line(frame, at, part + ending),
        f"Ask the inputs (`{batch.part(TARGETS, 1)}` are the targets):"
        if batch.part(TARGETS, 1)
        else "Ask the inputs:",
        card="tensor",
    )
