"""Arrays, tensors, lists and pictures in each other's place: methods, dtypes' names, what a layer takes."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_of, is_table, is_tensor, library, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.arrays_as_tensors import array_asked
from fastaid.teach.rules.conversions import is_series
from fastaid.teach.rules.layer_calls import failing_layer
from fastaid.teach.rules.operands import Operand, operand, operation
from fastaid.teach.rules.pictures import is_picture
from fastaid.teach.rules.plain_numbers import without_methods
from fastaid.teach.scene import Scene

OF_TENSOR = {"astype": "float()", "copy": "clone()", "tostring": "numpy().tobytes()"}
DTYPES = ("float32", "float64", "float16", "int64", "int32", "int16", "int8", "uint8", "bool")


def _asked(scene: Scene) -> tuple[Operand, str, ast.Attribute] | None:
    here = scene.here
    node = here.node if here is not None else None
    if isinstance(node, ast.Call):
        node = node.func
    # pandas looks for a column of that name first, in a function of its own.
    is_theirs = scene.is_raised_by_learner or (
        scene.last is not None and scene.last.function == "__getattr__"
    )
    if here is None or not is_theirs or not isinstance(node, ast.Attribute):
        return None
    x, error = operand(here, node.value), scene.error
    # The error holds the very object, also where a call made it: `x.transpose(2, 0, 1).unsqueeze(0)`.
    if x.value is UNKNOWN and isinstance(error, AttributeError) and error.name == node.attr:
        x = Operand(x.text, error.obj, node.value)
    return x, node.attr, node


@rule(AttributeError, needs="torch")
def method_of_tensor(scene: Scene) -> Diagnosis | None:
    """An array, a list, a column, a number has not the methods of a tensor."""
    found = _asked(scene)
    torch = library("torch")
    if found is None or not hasattr(torch.Tensor, found[1]):
        return None
    x, name, node = found
    text, ending = x.text or "x", _ending(node)
    what = f"{x.name} is {described(x.value)}; it has no `{name}`, which is a tensor's."
    if is_array(x.value) and scene.here is not None:
        return array_asked(scene, scene.here, node, x.value) if not hasattr(x.value, name) else None
    if is_table(x.value) or is_series(x.value):
        if hasattr(type(x.value), name):
            return None
        kind = "a DataFrame" if is_table(x.value) else "a column (Series)"
        what = f"{x.name} is {kind}; it has no `{name}`."
        return Diagnosis(
            what,
            f"`{name}` belongs to tensors.",
            f"torch.tensor({text}.values){ending}",
            "Make a tensor of it first:",
        )
    if type(x.value) in (list, tuple) and x.value and not hasattr(x.value, name):
        return _of_a_list(x, name, what, ending)
    if is_of(x.value, "numpy", "generic") or type(x.value) is float:
        if hasattr(x.value, name) or name not in ("item", "backward", "detach", "cpu", "numpy"):
            return None
        cause = "It is a plain number already (after `.item()`, or made by Python or numpy)."
        here = scene.here if name != "backward" else None
        fix = (
            without_methods(here, node) if here is not None and x.text else text if name != "backward" else ""
        )
        how = "Leave the method out:" if fix else "Call `backward()` on the tensor, before `.item()`."
        return Diagnosis(f"{x.name} is {described(x.value)}; it has no `{name}`.", cause, fix, how)
    return None


def _ending(node: ast.Attribute) -> str:
    """The attribute with its call: `.unsqueeze(0)`."""
    call = getattr(node, "parent", None)
    if isinstance(call, ast.Call) and call.func is node:
        inside = [ast.unparse(one) for one in (*call.args, *call.keywords)]
        return f".{node.attr}({', '.join(inside)})"
    return f".{node.attr}"


def _of_a_list(x: Operand, name: str, what: str, ending: str) -> Diagnosis | None:
    text, first = x.text or "items", x.value[0]
    kind = type(x.value).__name__
    if all(is_tensor(one) for one in x.value):
        same = len({shape(one) for one in x.value}) == 1
        fix = f"torch.stack({text}){ending}" if same and kind == "list" else f"{text}[0]{ending}"
        how = "Stack them to one tensor, or take one of them:" if kind == "list" else "Take one of them:"
        if kind == "tuple":
            fix = f"{text}[0]{ending}"
        return Diagnosis(
            f"{x.name} is a {kind} of {len(x.value)} tensors; it has no `{name}`.", "Each item has.", fix, how
        )
    if isinstance(first, (int, float, list)) and not isinstance(first, bool):
        inside = text if kind == "list" else f"list({text})"
        fix = f"torch.tensor({inside}){ending}"
        return Diagnosis(
            what, "It is a plain Python list, not a tensor.", fix, "Make a tensor of it first:", card="tensor"
        )
    return None


@rule(AttributeError, needs="torch")
def method_of_array(scene: Scene) -> Diagnosis | None:
    """A tensor has not numpy's methods."""
    found = _asked(scene)
    if found is None or not is_tensor(found[0].value) or found[1] not in OF_TENSOR:
        return None
    x, name, node = found
    here = scene.here
    own = OF_TENSOR[name]
    call = (
        here.node if here is not None and isinstance(here.node, ast.Call) else getattr(node, "parent", None)
    )
    if name == "astype" and isinstance(call, ast.Call) and call.args:
        wanted = ast.unparse(call.args[0]).rpartition(".")[2].strip("'\"")
        wanted = {"float": "float32", "int": "int64"}.get(wanted, wanted)
        own = f"to(torch.{wanted})" if wanted in DTYPES else "float()"
    return Diagnosis(
        f"{x.name} is {described(x.value)}; it has no `{name}`, which is numpy's.",
        f"A tensor's own word for `{name}` is `{own.partition('(')[0]}`.",
        x.then(own),
        "Write:",
        card="tensor",
    )


@rule(AttributeError, needs="torch")
def pair_of_max(scene: Scene) -> Diagnosis | None:
    """torch.max with a dimension gives values and indices."""
    found = _asked(scene)
    if found is None:
        return None
    x, name, node = found
    kind = type(x.value).__name__
    source = ast.unparse(node.value)
    called = scene.here.value(node.value) if scene.here is not None else None
    if type(called).__module__ != "torch.return_types":
        call = node.value
        if not isinstance(call, ast.Call) or "return_types" not in scene.message:
            return None
        kind = call.func.attr if isinstance(call.func, ast.Attribute) else "max"
    del name
    verb = kind if kind in ("max", "min", "sort", "topk", "median", "mode", "cummax") else "max"
    arg = (
        f"\n{source.replace(f'.{verb}(', f'.arg{verb}(')}  # the index alone"
        if verb in ("max", "min")
        else ""
    )
    if f".{verb}(" not in source:
        arg = ""
    return Diagnosis(
        f"`{source}` is a pair: (values, indices).",
        f"With a dimension, `{verb}` gives two things: the values, and where they stand.",
        f"{source}.values{arg}",
        "Take the one that you want (`.values` or `.indices`):",
        card="reductions",
    )


@rule(AttributeError, needs="torch")
def comparison_gave_one_bool(scene: Scene) -> Diagnosis | None:
    """`==` between a tensor and something of another kind gives one plain False."""
    here = scene.here
    found = _asked(scene)
    if here is None or found is None or not hasattr(library("torch").Tensor, found[1]):
        return None
    node, name = found[2].value, found[1]
    if not isinstance(node, ast.Compare) or len(node.comparators) != 1 or "'bool'" not in scene.message:
        return None
    a, b = operand(here, node.left), operand(here, node.comparators[0])
    if UNKNOWN is a.value or UNKNOWN is b.value:
        return None
    kinds = f"{a.name} is {described(a.value)}, {b.name} is {described(b.value)}."
    lists = [one for one in (a, b) if type(one.value) in (list, tuple)]
    pairs = [one for one in (a, b) if type(one.value).__module__ == "torch.return_types"]
    if pairs:
        fix = ast.unparse(node).replace(pairs[0].text, f"{pairs[0].text}.indices", 1)
        kinds = f"{pairs[0].name} is a pair (values, indices)."
        return Diagnosis(
            kinds,
            f"Compared as a whole it gives one bool, without `{name}`.",
            f"({fix})",
            "Compare the indices:",
        )
    if not lists:
        return None
    turned = [f"torch.tensor({one.text})" if one in lists else one.text for one in (a, b)]
    return Diagnosis(
        kinds,
        f"Compared as a whole they give one plain bool, without `{name}`. Tensors are compared item by item.",
        f"({turned[0]} == {turned[1]}).{name}()",
        "Make tensors of both:",
        card="tensor",
    )


# dtypes by name -----------------------------------------------------------------------------------------


@rule(TypeError, ValueError, RuntimeError, needs="torch")
def dtype_of_numpy(scene: Scene) -> Diagnosis | None:
    """torch has its own names for dtypes."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not scene.is_raised_by_learner:
        return None
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    nodes = [one.value for one in call.keywords if one.arg == "dtype"]
    holder = here.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
    if name in ("to", "type") and is_tensor(holder):
        nodes += call.args[:1]
    elif holder is not library("torch"):
        return None
    for node in nodes:
        value = here.value(node)
        wanted = (
            value
            if isinstance(value, str)
            else getattr(value, "__name__", "")
            if isinstance(value, type)
            else ""
        )
        wanted = {"float": "float32", "double": "float64", "long": "int64", "int": "int64"}.get(
            wanted, wanted
        )
        if (isinstance(value, type) and value.__module__ != "numpy") or wanted not in DTYPES:
            continue
        old = ast.unparse(node)
        return Diagnosis(
            f"`{old}` is {'a text' if isinstance(value, str) else 'a dtype of numpy'}, not a dtype of torch.",
            "torch has its own: torch.float32, torch.int64, torch.uint8 …",
            ast.unparse(call).replace(old, f"torch.{wanted}"),
            "Write:",
            card="tensor",
        )
    return None


@rule(RuntimeError, OverflowError)
def does_not_fit_uint8(scene: Scene) -> Diagnosis | None:
    """uint8 holds 0 to 255."""
    if "uint8" not in scene.message or scene.here is None or not scene.is_raised_by_learner:
        return None
    node = scene.here.node
    numbers = [
        one.value
        for one in (ast.walk(node) if node is not None else ())
        if isinstance(one, ast.Constant) and type(one.value) is int and one.value > 255
    ]
    if not numbers:
        return None
    return Diagnosis(
        f"{numbers[0]} does not fit into uint8.",
        "uint8 is one byte: whole numbers from 0 to 255.",
        "",
        "Use a larger dtype, int32 or float32, or divide by 255 only after turning to floats.",
    )


# Layers -------------------------------------------------------------------------------------------------


@rule(TypeError, AttributeError, needs="torch")
def layer_given_no_tensor(scene: Scene) -> Diagnosis | None:
    """A network takes tensors: not arrays, lists, pictures or file names."""
    failed = failing_layer(scene)
    if failed is None:
        return None
    given: Any = failed.given
    if given is None or is_tensor(given) or isinstance(given, tuple):
        return None
    line = failed.called_with
    name = failed.first_name if failed.is_input else "what comes to it"
    if is_array(given):
        size = "" if str(given.dtype) != "float64" else " (and float32, as the layers are)"
        kind = (
            ".float()" if given.dtype.kind in "fiu" and "Embedding" not in type(failed.layer).__name__ else ""
        )
        fix, how = line(f"torch.from_numpy({{}}){kind}"), f"Make a tensor of it{size}:"
    elif type(given) is list:
        form = of_list(given, is_float="Embedding" not in type(failed.layer).__name__)
        fix, how = (line(form), "Make a tensor of it:") if form else ("", "Give it one tensor.")
    elif is_picture(given):
        fix, how = (
            line("T.ToTensor()({})[None]"),
            "Make a batch of one (`import torchvision.transforms as T`):",
        )
    elif isinstance(given, str) or is_of(given, "pathlib", "Path"):
        fix, how = (
            line("T.ToTensor()(Image.open({}).convert('RGB'))[None]"),
            "Open it and make a tensor of it:",
        )
    elif is_table(given) or is_series(given):
        fix, how = line("torch.tensor({}.values).float()"), "Make a tensor of its values:"
    else:
        return None
    kind = "a PIL picture" if is_picture(given) else described(given)
    return Diagnosis(
        f"{name} is {kind}; a layer was given it.",
        "Layers compute with tensors only.",
        fix,
        how,
        card="tensor",
    )


def of_list(given: list[Any], *, is_float: bool = False) -> str:
    """The code that makes one tensor of a list, "" where none can be made of it."""
    if given and all(is_tensor(one) for one in given):
        return "torch.stack({})" if len({shape(one) for one in given}) == 1 else ""
    first = given[0] if given else None
    while type(first) is list and first:
        first = first[0]
    if is_array(first):
        return "torch.tensor(np.array({}))"
    if not isinstance(first, (int, float)):
        return ""
    return "torch.tensor({}).float()" if is_float and isinstance(first, int) else "torch.tensor({})"


@rule(TypeError, needs="torch")
def function_given_no_tensor(scene: Scene) -> Diagnosis | None:
    """torch's functions take tensors, not arrays, lists or numbers."""
    done = operation(scene)
    if done is None or not done.is_function or not done.operands or "must be Tensor" not in scene.message:
        return None
    call = done.node
    holder = (
        done.frame.value(call.func.value)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        else None
    )
    if holder is None or not str(getattr(holder, "__name__", "")).startswith("torch"):
        return None
    x = next(
        (one for one in done.operands if is_array(one.value) or type(one.value) in (list, float, int)), None
    )
    if x is None or not x.text:
        return None
    form = of_list(x.value) if type(x.value) is list else "torch.tensor({})"
    new = f"torch.from_numpy({x.text})" if is_array(x.value) else form.format(x.text)
    if not new:
        return None
    return Diagnosis(
        f"{x.name} is {described(x.value)}; `{done.name}` takes tensors.",
        "torch's functions do not turn arrays, lists or numbers into tensors by themselves.",
        done.text().replace(x.text, new, 1),
        "Make a tensor of it first:",
        card="tensor",
    )
