"""Optimizers: what they are given to train, and how they are called."""

from __future__ import annotations

import ast
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_module, is_of, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import assigned, tree_of, with_argument
from fastaid.teach.rules.python_source import origin
from fastaid.teach.rules.step import learner_name
from fastaid.teach.scene import Frame, Scene

ONCE = (filter, map, zip)  # what can be gone through only once, besides generators


def _making(scene: Scene) -> tuple[Frame, ast.Call, Frame] | None:
    """The learner's call that makes a torch optimizer, and the optimizer's own frame."""
    frame = scene.here
    call = frame.call if frame is not None else None
    inner = next(
        (one for one in scene.frames if one.module.startswith("torch.optim") and one.function == "__init__"),
        None,
    )
    if (
        frame is None
        or call is None
        or inner is None
        or not is_of(inner.names.get("self"), "torch.optim", "Optimizer")
    ):
        return None
    return frame, call, inner


@rule(TypeError, needs="torch")
def given_no_parameters(scene: Scene) -> Diagnosis | None:
    """An optimizer was given a model, a method or a bare tensor instead of parameters."""
    found = _making(scene)
    if found is None:
        return None
    frame, call, inner = found
    given = inner.names.get("params")
    node = frame.argument(call, 0, "params")
    if node is None:
        return None
    text = ast.unparse(node)
    kind = ast.unparse(call.func)
    if is_module(given):
        new, what = f"{text}.parameters()", f"the model `{text}`"
        why = "It wants the model's parameters (weights and biases), which the model lists with parameters()."
    elif callable(given) and getattr(given, "__name__", "") == "parameters":
        new, what = f"{text}()", f"`{text}` without parentheses"
        why = "That is the method itself; called, with parentheses, it lists the parameters."
    elif is_tensor(given):
        new, what = f"[{text}]", f"a single tensor, `{text}`"
        why = "It wants a list of the tensors to train, even where there is only one."
    elif is_of(given, "builtins", "dict"):
        new, what = f"list({text}.values())", described(given)
        why = "It wants the tensors themselves, in a list."
    else:
        return None
    return Diagnosis(
        f"`{kind}` was given {what}.",
        f"An optimizer has to know which tensors to train. {why}",
        with_argument(call, 0, "params", new),
        "Pass the parameters:",
        card="sgd-and-optimizers",
    )


@rule(ValueError, needs="torch")
def nothing_to_train(scene: Scene) -> Diagnosis | None:
    """An optimizer got an empty list of parameters."""
    found = _making(scene)
    if found is None or "empty parameter list" not in scene.message:
        return None
    frame, call, _ = found
    node = frame.argument(call, 0, "params")
    if node is None:
        return None
    kind, text = ast.unparse(call.func), ast.unparse(node)
    given = frame.value(node)
    if (used := _used_up(scene, frame, node, given)) is not None:
        return Diagnosis(
            f"`{kind}` got no parameters: `{text}` is already used up.",
            used[0],
            f"{text} = {used[1]}\n{ast.unparse(call)}",
            used[2],
            card="sgd-and-optimizers",
        )
    made = origin(scene, frame, node.id) if isinstance(node, ast.Name) else node
    owner, model = _owner(frame, made or node)
    if model is None:
        return None
    everything = list(model.parameters())
    if everything and not any(one.requires_grad for one in everything):
        return Diagnosis(
            f"`{kind}` got no parameters: all of `{owner}` is frozen.",
            "Every parameter has requires_grad=False, and only those that require a gradient are passed on.",
            f"{owner}.requires_grad_(True)\n"
            + (f"{text} = {ast.unparse(made)}\n" if made is not None and made is not node else "")
            + ast.unparse(call),
            "Unfreeze the part that shall be trained first:",
            card="freeze-and-unfreeze",
        )
    return None


def _used_up(scene: Scene, frame: Frame, node: ast.expr, given: Any) -> tuple[str, str, str] | None:
    """Why a variable has nothing left, what to keep in its place, and the words for that; None where it is a list."""
    is_generator = is_of(given, "types", "GeneratorType")
    if not isinstance(node, ast.Name) or not (is_generator or isinstance(given, ONCE)):
        return None
    made = origin(scene, frame, node.id)
    known = [made, *(one for one in ast.walk(made) if isinstance(one, ast.Name))] if made is not None else []
    # What it is made of may be used up itself, and an empty network would give an empty list again.
    if made is None or any(isinstance(frame.value(one), ONCE) for one in known[1:]):
        made = None
    network = _owner(frame, made)[1] if made is not None else None
    asked = "requires_grad" in ast.unparse(made) if made is not None else False
    if network is not None and not any(one.requires_grad or not asked for one in network.parameters()):
        return None
    words = "a generator" if is_generator else f"a {type(given).__name__} object"
    source = "parameters() gives" if is_generator else f"{type(given).__name__}() gives"
    return (
        f"{source} {words}, which can be gone through only once"
        + ("." if is_generator else "; a line before has done so (a sum, a loop, another optimizer)."),
        f"list({ast.unparse(made)})" if made is not None else "list(model.parameters())",
        "Keep a list instead:" if made is not None else "Keep a list instead (with your model's name):",
    )


def _owner(frame: Frame, node: ast.expr) -> tuple[str, Any]:
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and one.attr in ("parameters", "named_parameters"):
            held = frame.value(one.value)
            if is_module(held):
                return ast.unparse(one.value), held
    return "", None


@rule(ValueError, needs="torch")
def not_a_leaf(scene: Scene) -> Diagnosis | None:
    """An optimizer got a tensor that is the result of a calculation."""
    found = _making(scene)
    if found is None:
        return None
    frame, call, inner = found
    given = inner.names.get("params")
    many = given if isinstance(given, (list, tuple)) else []
    bad = [one for one in many if is_tensor(one) and not one.is_leaf]
    if not bad:
        return None
    name = scene.name_of(bad[0]) or "w"
    tree = tree_of(scene, frame)
    made = assigned(tree, name) if tree is not None else []
    line = ast.unparse(made[-1]) if made else ""
    return Diagnosis(
        f"`{name}` is the result of a calculation, not a leaf tensor" + (f": `{line}`." if line else "."),
        "An optimizer trains only leaf tensors, those that a calculation begins with. After requires_grad=True "
        "even `* 0.1` or "
        "`.to(device)` makes a new tensor.",
        f"{name} = {name}.detach().requires_grad_()\n{ast.unparse(call)}",
        "Make it a leaf first (best: requires_grad_() as the last step when it is created):",
        card="gradient",
    )


@rule(TypeError, needs="torch")
def lr_is_text(scene: Scene) -> Diagnosis | None:
    """A learning rate in quotes."""
    found = _making(scene)
    if found is None:
        return None
    frame, call, inner = found
    for name in ("lr", "momentum", "weight_decay", "eps"):
        held = inner.names.get(name)
        if isinstance(held, str):
            node = frame.argument(call, {"lr": 1}.get(name), name)
            is_read = node is not None and not isinstance(node, ast.Constant) and _is_number(held)
            new = held if _is_number(held) else "1e-3"
            if is_read and node is not None:
                new = f"float({ast.unparse(node)})"
            return Diagnosis(
                f"`{name}` is the text {held!r}, not a number.",
                "It stands in quotes, or was read from a file or an input; an optimizer calculates with it.",
                with_argument(call, {"lr": 1}.get(name, 99), name, new),
                "Make a number of it:" if is_read else "Give a number, without quotes:",
                card="learning-rate",
            )
    return None


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@rule(AttributeError, needs="torch")
def backward_of_another(scene: Scene) -> Diagnosis | None:
    """backward() was called on the optimizer or the model."""
    frame = scene.here
    node = frame.node if frame is not None else None
    if frame is None or not isinstance(node, ast.Attribute) or node.attr not in ("backward", "zero_grads"):
        return None
    held, name = frame.value(node.value), ast.unparse(node.value)
    is_optimizer = is_of(held, "torch.optim", "Optimizer")
    if node.attr == "zero_grads":
        if not is_optimizer and not is_module(held):
            return None
        return Diagnosis(
            f"`{name}` has no method zero_grads.",
            "The method is called zero_grad, without an s.",
            f"{name}.zero_grad()",
            "Write:",
            card="gradient",
        )
    if not is_optimizer and (not is_module(held) or is_of(held, "torch.nn.modules.loss", "_Loss")):
        return None
    return Diagnosis(
        f"`{name}` is {'an optimizer' if is_optimizer else 'a model'}, which has no backward().",
        "backward() belongs to the loss, the number that was calculated: it fills the gradients. The "
        "optimizer's step() then "
        "uses them.",
        "loss.backward()" + (f"\n{name}.step()\n{name}.zero_grad()" if is_optimizer else ""),
        "Call it on the loss:",
        card="sgd-and-optimizers",
    )


@rule(TypeError, needs="torch")
def class_of_optimizer(scene: Scene) -> Diagnosis | None:
    """A method of the optimizer's class: no optimizer was made."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    held, base = frame.value(call.func.value), getattr(library("torch.optim"), "Optimizer", None)
    if not isinstance(held, type) or base is None or not issubclass(held, base) or call.args:
        return None
    name = ast.unparse(call.func.value)
    return Diagnosis(
        f"`{name}` is the class {held.__name__} itself; no optimizer was made of it.",
        "An optimizer is made by calling the class with the parameters to train.",
        f"opt = {'optim.' + held.__name__}(model.parameters(), lr=1e-3)\nopt.{call.func.attr}()",
        "Make one first:",
        card="sgd-and-optimizers",
    )


@rule(AttributeError, TypeError, needs="fastai.learner")
def opt_func_of_learner(scene: Scene) -> Diagnosis | None:
    """A Learner's opt_func is PyTorch's own, an optimizer that is ready made, or something else."""
    inner = scene.within("fastai.learner", "create_opt") or scene.last
    learn = inner.names.get("self") if inner is not None else None
    func = stored(learn).get("opt_func") if learn is not None else None
    places = ("fastai.learner", "fastai.callback.schedule")
    if inner is None or func is None or scene.last is not inner or inner.module not in places:
        return None
    name = learner_name(scene, learn)
    base = getattr(library("torch.optim"), "Optimizer", None)
    if base is not None and (made := _of_torch(scene, name, func, base)) is not None:
        return made if inner.function != "create_opt" else None
    if inner.function != "create_opt":
        return None
    if base is not None and isinstance(func, base):
        return Diagnosis(
            f"opt_func is an optimizer that is already made ({type(func).__name__}).",
            "A Learner makes its optimizer itself, so it wants a function for that, not a finished optimizer.",
            f"{name}.opt_func = partial(OptimWrapper, opt=torch.optim.{type(func).__name__})\n{name}.create_opt()",
            "Give what makes it:",
            card="sgd-and-optimizers",
        )
    if getattr(func, "__module__", "") == "fastai.metrics":
        metric = getattr(func, "__name__", "")
        return Diagnosis(
            f"`{metric}` was taken as opt_func, the optimizer.",
            "The fourth argument of Learner is opt_func; the metrics need their name.",
            f"Learner(dls, model, loss_func=…, metrics={metric})",
            "Pass the metrics by name:",
            card="learner",
        )
    if callable(func):
        return None
    return Diagnosis(
        f"opt_func is {f'the text {func!r}' if isinstance(func, str) else described(func)}, which cannot be called.",
        "A Learner calls opt_func with the parameters to make its optimizer: it needs the function, such as "
        "Adam or SGD.",
        f"{name}.opt_func = {str(func).upper() if str(func).lower() == 'sgd' else 'Adam'}",
        "Give fastai's function, without quotes or parentheses:",
        card="sgd-and-optimizers",
    )


def _of_torch(scene: Scene, name: str, func: Any, base: type) -> Diagnosis | None:
    """PyTorch's optimizer as a Learner's opt_func: its class, a partial of it, a function that makes one."""
    is_partial = is_of(func, "functools", "partial")
    kind = func.func if is_partial else func
    obj = getattr(scene.error, "obj", None)
    if isinstance(kind, type) and issubclass(kind, base):
        shown = f"`optim.{kind.__name__}`{' in a partial' if is_partial else ''}"
        given = "".join(f", {key}={value!r}" for key, value in (func.keywords if is_partial else {}).items())
        new = f"partial(OptimWrapper, opt=torch.optim.{kind.__name__}{given})"
    elif isinstance(kind, FunctionType) and isinstance(obj, base) and (own := scene.name_of(func)):
        shown = f"`optim.{type(obj).__name__}`, which `{own}` makes"
        new = f"lambda params, **kw: OptimWrapper(opt={own}(params, **kw))"
    else:
        return None
    return Diagnosis(
        f"opt_func is PyTorch's own {shown}.",
        "A Learner needs an optimizer with fastai's methods (set_hypers, freeze_to). PyTorch's must be "
        "wrapped; fastai has Adam, SGD and others of its own.",
        f"{name}.opt_func = {new}\n{name}.create_opt()",
        "Wrap it in OptimWrapper, and make the optimizer anew:",
        card="sgd-and-optimizers",
    )
