"""Functions in the place of a network: `Learner(dls, resnet18)`, `Learner(dls, make_model)`, `model = resnet18`."""

from __future__ import annotations

import ast
from functools import partial
from types import FunctionType, MethodType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import assigned as lines_of
from fastaid.teach.rules.code import tree_of
from fastaid.teach.rules.fits import held_loaders
from fastaid.teach.rules.functions_making import as_class, calculates, is_architecture, makes, wanted
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Scene, latest_first

# The parameters of a Learner in their order; those of vision_learner stand in another one.
PLACES = ("dls", "model", "loss_func", "opt_func", "lr", "splitter", "cbs", "metrics", "path", "model_dir")
# torchvision's networks without a pooling layer at which vision_learner could cut them, or with several outputs.
UNCUT = ("vit", "swin", "maxvit", "inception", "googlenet")
CALLABLE = (FunctionType, MethodType, partial)


def _name(function: Any) -> str:
    function = function.func if isinstance(function, partial) else function
    return str(getattr(function, "__name__", ""))


def _called(function: Any, text: str) -> str:
    """The function in words, as the learner wrote it."""
    if isinstance(function, str):
        return f"the text {function!r}"
    if _name(function) == "<lambda>":
        return "a lambda" if text.startswith("lambda") else f"`{text}`, a lambda,"
    if isinstance(function, partial):
        return f"`{text}`, a function,"
    own = _name(function)
    return f"the function `{own}`" if text in (own, "") else f"`{text}`, the function `{own}`,"


def _model(scene: Scene) -> tuple[Any, Any]:
    """A Learner that failed, and the function that it holds for a model."""
    learn, here = learner_in(scene), scene.here
    if learn is None and here is not None and scene.is_raised_by_learner:
        node = here.node
        holder = node.value if isinstance(node, ast.Attribute) else None
        if isinstance(holder, ast.Attribute) and holder.attr == "model":
            learn = here.value(holder.value)
    return (learn, stored(learn).get("model", UNKNOWN)) if is_learner(learn) else (None, UNKNOWN)


@rule(AttributeError, TypeError, needs="fastai.learner")
def learner_of_a_function(scene: Scene) -> Diagnosis | None:
    """`Learner(dls, resnet18)`: a function, a lambda or a name in the place of the network."""
    learn, model = _model(scene)
    if not isinstance(model, (*CALLABLE, str)) or not _is_blamed(scene, model):
        return None
    name = learner_name(scene, learn)
    line, call = _made(scene, name)
    written = _given(call, 1, "model")
    text = ast.unparse(written) if written is not None else scene.name_of(model) or _name(model)
    what = f"`{name}` was made with {_called(model, text)} in the place of a model."
    if isinstance(model, str):
        return _of_a_name(scene, model, what, line, call)
    if is_architecture(model):
        return _of_an_architecture(scene, learn, model, what, line, call)
    if calculates(model):
        return _of_a_calculation(model, what, line, call)
    if not makes(model):
        return Diagnosis(
            what,
            "A Learner trains a network: an object of nn.Module, with weights of its own. A function has none.",
            "",
            "Give it the network itself, made by calling its class or the function that returns it.",
            card="learner",
        )
    return _of_a_maker(scene, learn, model, what, line, call)


def _is_blamed(scene: Scene, model: Any) -> bool:
    if isinstance(scene.error, AttributeError):
        blamed = getattr(scene.error, "obj", UNKNOWN)
        return blamed is model or (isinstance(model, MethodType) and blamed == model.__func__)
    return f"'{type(model).__name__}' object is not subscriptable" in scene.message  # a splitter's m[0]


def _made(scene: Scene, name: str) -> tuple[ast.stmt, ast.Call]:
    """A copy of the statement that makes the Learner, and the call in it."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if not isinstance(node, (ast.Assign, ast.Expr, ast.Return)) or node.value is None:
                continue
            targets = [ast.unparse(one) for one in node.targets] if isinstance(node, ast.Assign) else [name]
            calls = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
            if name not in targets or not any(last_name(one.func) == "Learner" for one in calls):
                continue
            (line,) = ast.parse(ast.unparse(node)).body
            found = [one for one in ast.walk(line) if isinstance(one, ast.Call)]
            return line, next(one for one in found if last_name(one.func) == "Learner")
    (line,) = ast.parse(f"{name} = Learner(dls, model)").body
    assert isinstance(line, ast.Assign)
    assert isinstance(line.value, ast.Call)
    return line, line.value


def _given(call: ast.Call, place: int, name: str) -> ast.expr | None:
    named = next((one.value for one in call.keywords if one.arg == name), None)
    return named or (call.args[place] if place < len(call.args) else None)


def _with_model(line: ast.stmt, call: ast.Call, new: str) -> str:
    """The learner's line with another model."""
    value = ast.parse(new, mode="eval").body
    for one in call.keywords:
        if one.arg == "model":
            one.value = value
            return ast.unparse(line)
    call.args[1:2] = [value]
    return ast.unparse(line)


def _by_vision_learner(line: ast.stmt, call: ast.Call, arch: str, more: dict[str, str]) -> str:
    """The learner's line by vision_learner, whose third argument is not a Learner's."""
    dls = _given(call, 0, "dls") or ast.Name("dls")
    extra = [ast.keyword(name, value) for name, value in zip(PLACES[2:], call.args[2:], strict=False)]
    kept = [one for one in call.keywords if one.arg not in ("dls", "model")]
    call.func, call.args = ast.Name("vision_learner"), [dls, ast.parse(arch, mode="eval").body]
    set_now = [ast.keyword(name, ast.parse(value, mode="eval").body) for name, value in more.items()]
    call.keywords = [*set_now, *extra, *kept]
    return ast.unparse(ast.fix_missing_locations(line))


def _takes_transforms(learn: Any) -> bool:
    """Whether vision_learner can add its normalization to the data: torch's own loaders take none."""
    return all(is_of(one, "fastai.data.load", "DataLoader") for one in held_loaders(stored(learn).get("dls")))


def _classes(learn: Any) -> bool:
    """Whether the data know how many classes they have."""
    dls: Any = stored(learn).get("dls")
    try:
        return is_dls(dls) and bool(dls.c or len(dls.vocab))
    except Exception:  # noqa: BLE001  data of the learner's own
        return False


def _of_an_architecture(
    scene: Scene, learn: Any, model: Any, what: str, line: ast.stmt, call: ast.Call
) -> Diagnosis | None:
    own = model.func if isinstance(model, partial) else model
    name, home = _name(model), str(getattr(own, "__module__", ""))
    written = _given(call, 1, "model")
    text = ast.unparse(written) if written is not None and not isinstance(model, partial) else name
    known, dls = _classes(learn), ast.unparse(_given(call, 0, "dls") or ast.Name("dls"))
    cause = f"`{name}` makes a network when it is called; a Learner takes the network itself."
    size = f"{dls}.c" if known else "10"
    ask = "" if known else " (in place of 10 the number of your classes)"
    is_whole = name.startswith(UNCUT) or isinstance(model, partial) or not _takes_transforms(learn)
    if is_whole or "vision_learner" not in scene.names:
        count = "n_out" if home.startswith("fastai.") else "num_classes"
        given = dict(model.keywords) if isinstance(model, partial) else {}
        aux = {"aux_logits": False} if name in UNCUT else {}
        inside = [f"{key}={value!r}" for key, value in {**given, **aux}.items() if key != count]
        new = f"{text}({', '.join([*inside, f'{count}={given.get(count, size)}'])})"
        return Diagnosis(what, cause, _with_model(line, call, new), f"Call it{ask}:", card="learner")
    more = {} if known else {"n_out": size}
    if home.startswith("fastai."):
        more["pretrained"] = "False"  # fastai 2.8 has weights for xresnet50 alone
    text = repr(name) if home.startswith("timm.") else text
    return Diagnosis(
        what,
        f"{cause} `vision_learner` takes the function, makes the network and gives it one output for each class.",
        _by_vision_learner(line, call, text, more),
        f"Let vision_learner make it{ask}:",
        card="learner",
    )


def _of_a_name(scene: Scene, name: str, what: str, line: ast.stmt, call: ast.Call) -> Diagnosis | None:
    timm = library("timm")
    is_here = is_architecture(scene.names.get(name))
    if not is_here and not (timm is not None and timm.is_model(name)):
        return None
    if "vision_learner" not in scene.names:
        return None
    return Diagnosis(
        what,
        "A Learner takes the network itself. `vision_learner` makes one of an architecture and fits it to your "
        "classes.",
        _by_vision_learner(line, call, name if is_here else repr(name), {}),
        "Let vision_learner make it:",
        card="learner",
    )


def _of_a_maker(scene: Scene, learn: Any, model: Any, what: str, line: ast.stmt, call: ast.Call) -> Diagnosis:
    written = _given(call, 1, "model")
    dls = ast.unparse(_given(call, 0, "dls") or ast.Name("dls"))
    inside, are_known = wanted(model, scene.names, f"{dls}.c" if _classes(learn) else "")
    text = ast.unparse(written) if written is not None else _name(model)
    new = f"{text}({inside})"
    if isinstance(written, ast.Lambda):
        new = ast.unparse(written.body)
    elif isinstance(written, ast.Call) and last_name(written.func) == "partial" and written.args:
        rest = [ast.unparse(one) for one in (*written.args[1:], *written.keywords)]
        new = f"{ast.unparse(written.args[0])}({', '.join([*rest, inside] if inside else rest)})"
    return Diagnosis(
        what,
        "The function makes the network when it is called; a Learner takes the network itself.",
        _with_model(line, call, new),
        "Call it, with parentheses:" if are_known else "Call it (with its sizes in the parentheses):",
        card="learner",
    )


def _of_a_calculation(model: Any, what: str, line: ast.stmt, call: ast.Call) -> Diagnosis:
    made = as_class(model)
    return Diagnosis(
        what,
        "A Learner trains the weights of an nn.Module; a function that calculates does not tell it which they are.",
        f"{made}\n{_with_model(line, call, 'Model()')}" if made else "",
        "Make it a class, its weights in `__init__` and its lines in `forward`"
        + (":" if made else ", and give the Learner an object of it."),
        card="learner",
    )


@rule(AttributeError, needs="torch")
def function_as_a_network(scene: Scene) -> Diagnosis | None:
    """`model = resnet18`, then `model.parameters()`: the function that makes a network was not called."""
    here = scene.here
    node = here.node if here is not None else None
    node = node.func if isinstance(node, ast.Call) else node
    if here is None or not isinstance(node, ast.Attribute) or not scene.is_raised_by_learner:
        return None
    held = here.value(node.value)
    if not isinstance(held, CALLABLE) or getattr(scene.error, "obj", UNKNOWN) is not held:
        return None
    is_members = hasattr(library("torch.nn").Module, node.attr)
    if not is_architecture(held) and not (is_members and makes(held) and not isinstance(held, MethodType)):
        return None
    inside, are_known = wanted(held, scene.names, "")
    name, tree = ast.unparse(node.value), tree_of(scene, here)
    before = lines_of(tree, name) if tree is not None and isinstance(node.value, ast.Name) else []
    source = next((one.value for one in reversed(before) if isinstance(one, ast.Assign)), None)
    if isinstance(source, ast.Call):
        return None
    if isinstance(source, (ast.Name, ast.Attribute)):
        fix = f"{name} = {ast.unparse(source)}({inside})"
        text = name
    else:
        text = "model" if "model" not in scene.names else "net"
        fix = f"{text} = {name}({inside})"
    again = replaced(here, node.value, text)
    return Diagnosis(
        f"`{name}` is {'a function' if name == _name(held) else _called(held, '')}, not a network: it has no "
        f"`{node.attr}`.",
        "The function makes a network when it is called, with parentheses. That one has layers and weights.",
        fix if again == text else f"{fix}\n{again}",
        "Make the network, and use that:" if are_known else "Make it (with its sizes in the parentheses):",
        card="learner",
    )
