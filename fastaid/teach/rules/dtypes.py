"""Tensors of a dtype that an operation or a layer cannot take."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.layer_calls import failing_layer, model_name
from fastaid.teach.rules.operands import Operand, Operation, operation
from fastaid.teach.rules.powers import power_meant
from fastaid.teach.rules.python_source import statement_at
from fastaid.teach.scene import Frame, Scene

FLOATS = ("float32", "float64", "float16", "bfloat16")
CAST = {"float32": "float()", "float64": "double()", "int64": "long()", "float16": "half()", "bool": "bool()"}
PRODUCTS = ("matmul", "mm", "bmm", "mv", "dot", "addmm", "baddbmm", "einsum", "linear", "lerp", "conv2d")
# Functions that need fractions, and are often called on whole numbers.
# fmt: off
NEED_FLOAT = (
    "mean", "std", "var", "norm", "std_mean", "var_mean", "nanmean", "softmax", "log_softmax", "normal_",
    "uniform_", "quantile", "median_", "kaiming_normal_", "kaiming_uniform_", "xavier_uniform_",
    "xavier_normal_", "bernoulli", "multinomial", "inv", "cov", "corrcoef", "normal", "layer_norm",
    "batch_norm", "interpolate", "gelu", "selu", "elu", "silu", "rand_like", "randn_like", "dropout",
    "cdist", "trunc_normal_", "exponential_", "logsumexp",
)
# fmt: on


def cast_to(wanted: str) -> str:
    """The method that turns a tensor to a dtype."""
    return CAST.get(wanted, f"to(torch.{wanted})")


# Layers -------------------------------------------------------------------------------------------------


def weight_of(layer: Any) -> Any:
    """A layer's first parameter of its own."""
    held = stored(layer).get("_parameters", {})
    return next((one for one in held.values() if is_tensor(one)), None)


@rule(RuntimeError, ValueError, NotImplementedError, needs="torch")
def layer_dtype(scene: Scene) -> Diagnosis | None:
    """A layer's weights are of another dtype than what comes to it."""
    failed = failing_layer(scene)
    if failed is None or not is_tensor(failed.given) or "Embedding" in type(failed.layer).__name__:
        return None
    weight = weight_of(failed.layer)
    if weight is None or weight.dtype == failed.given.dtype or weight.device != failed.given.device:
        return None
    if "to have" in scene.message and "channels" in scene.message:
        return None  # the number of channels does not fit: layers.channels tells that
    comes, has = dtype(failed.given), dtype(weight)
    first = failed.first if is_tensor(failed.first) else failed.given
    source = failed.first_name if dtype(first) == comes else "what comes to it"
    what = f"{failed.quoted} has {has} weights, but {source} is {described(failed.given)}."
    if has in ("float16", "bfloat16") and comes == "float32":
        name = model_name(scene, failed.model)
        cause = f"The model was turned to {has}, the data were not; both must be the same."
        return Diagnosis(what, cause, f"{name}.float()", "On a CPU, take the model back to float32:")
    change = "{}." + cast_to(has)
    if comes == "uint8":
        cause = "The picture still holds bytes from 0 to 255; a network works on floats, usually from 0 to 1."
        change = "{}.float() / 255"
        how = "Make floats of it:"
    elif comes == "float64":
        cause = "numpy and pandas make float64 (double); PyTorch's layers are made with float32."
        how = "Make the input float32:"
    elif comes.startswith("complex"):
        cause = "A layer of real weights takes no complex numbers (a Fourier transform gives them)."
        change, how = "{}.abs()", "Take their size (or `.real`):"
    else:
        cause = f"A layer's input and weights must have the same dtype; {comes} holds no fractions."
        how = "Make floats of it:"
    line = failed.called_with(change)
    if not line:
        line = f"torch.tensor(x, dtype=torch.{has})"
        how = "Make it so where the data set gives its items:"
    return Diagnosis(what, cause, line, how, card="tensor")


# Operations ---------------------------------------------------------------------------------------------


@rule(RuntimeError, needs="torch")
def product_dtypes(scene: Scene) -> Diagnosis | None:
    """The two sides of a product must have the same dtype."""
    done = operation(scene)
    if done is None or done.name not in PRODUCTS:
        return None
    pair = [one for one in done.operands if one.is_tensor]
    if len(pair) < 2 or len({dtype(one.value) for one in pair}) < 2:
        return None
    a, b = pair[0], next(one for one in pair if dtype(one.value) != dtype(pair[0].value))
    kinds = (dtype(a.value), dtype(b.value))
    wrong, wanted = _to_change(a, b)
    cause = "A product does not mix dtypes."
    if "float64" in kinds:
        cause += " numpy and pandas make float64 (double), PyTorch float32."
    elif "int64" in kinds:
        cause += " A tensor made of whole numbers is int64."
    line = _with_changed(done, wrong, wanted)
    return Diagnosis(
        f"{a.name} is {kinds[0]} and {b.name} is {kinds[1]}.",
        cause,
        line,
        "Turn one to the other:",
        card="tensor",
    )


def _to_change(a: Operand, b: Operand) -> tuple[Operand, str]:
    """The operand to turn, and to which dtype: whole numbers to floats, double to float32."""
    for one, other in ((a, b), (b, a)):
        if dtype(one.value) not in FLOATS and dtype(other.value) in FLOATS:
            return one, dtype(other.value)
    for one, other in ((a, b), (b, a)):
        if dtype(one.value) == "float64":
            return one, dtype(other.value)
    return (b, dtype(a.value)) if dtype(a.value) == "float32" else (a, dtype(b.value))


def _with_changed(done: Operation, one: Operand, wanted: str) -> str:
    """The learner's expression with one operand turned."""
    new = one.then(cast_to(wanted))
    if isinstance(done.node, ast.BinOp) and isinstance(done.node.op, ast.MatMult):
        sides = [
            new if part is one else (part.text if part.is_atom else f"({part.text})")
            for part in done.operands
        ]
        return " @ ".join(sides)
    return f"{one.text} = {new}" if isinstance(one.node, ast.Name) else new


@rule(RuntimeError, NotImplementedError, needs="torch")
def complex_numbers(scene: Scene) -> Diagnosis | None:
    """Complex numbers have no order, and many functions do not take them."""
    done = operation(scene)
    x = (
        next((one for one in done.operands if one.is_tensor and dtype(one.value).startswith("complex")), None)
        if done
        else None
    )
    if done is None or x is None or not any(word in scene.message for word in ("omplex", "dtype")):
        return None
    return Diagnosis(
        f"{x.name} is {dtype(x.value)}: complex numbers, each with a real and an imaginary part.",
        f"`{done.name}` is not defined for them (a Fourier transform gives such numbers).",
        x.then("abs()"),
        "Take their size (or the real part alone, `.real`):",
    )


@rule(RuntimeError, NotImplementedError, needs="torch")
def needs_floats(scene: Scene) -> Diagnosis | None:
    """A mean, a norm, a softmax of whole numbers or of True and False."""
    done = operation(scene)
    if done is None or not done.operands or not done.operands[0].is_tensor:
        return None
    if done.name == "^":
        return None
    if done.name in ("cross_entropy", "nll_loss"):
        return None  # there the classes were given first: turning them to float would hide it
    x = done.operands[0]
    kind = dtype(x.value)
    # The message only confirms that it is the dtype: "not implemented for 'Long'", "could not infer output dtype".
    is_told = any(word in scene.message for word in ("dtype", "not implemented for", "floating", "float"))
    if kind in FLOATS or kind.startswith("complex") or not is_told:
        return None
    if done.name not in NEED_FLOAT and "not implemented for" not in scene.message:
        return None
    if done.is_in_place:
        return Diagnosis(
            f"`{done.name}` fills {x.name} with fractions, but it is {kind}.",
            f"A tensor of whole numbers cannot hold them; {x.name} was made from whole numbers.",
            x.then(f"float().{done.name}({_rest(done)})"),
            "Make it a float tensor first:",
            card="tensor",
        )
    holds = "True and False" if kind == "bool" else "whole numbers"
    call = x.then("float()")
    line = f"{call}.{done.name}({_rest(done)})" if isinstance(done.node, ast.Call) else call
    if done.is_function and isinstance(done.node, ast.Call):
        rest = _rest(done)
        line = f"{ast.unparse(done.node.func)}({call}{', ' + rest if rest else ''})"
    extra = (
        " (the mean of a comparison is the share that is True)"
        if kind == "bool" and done.name == "mean"
        else ""
    )
    if x.text and _is_asked_again(done.frame, x.text):
        line, extra = f"{x.text} = {x.text}.float()", ", before this line"
    limit = "works on floats only" if done.name in NEED_FLOAT else f"is not made for {kind}"
    return Diagnosis(
        f"{x.name} is {kind}; `{done.name}` {limit}.",
        f"It holds {holds}" + (", and the result would have fractions." if done.name in NEED_FLOAT else "."),
        line,
        f"Turn it to float first{extra}:",
        card="tensor",
    )


def _is_asked_again(frame: Frame, text: str) -> bool:
    """Whether the running line asks more than one method of a variable that needs floats."""
    line = statement_at(frame) if text.isidentifier() else None
    asked = [
        one
        for one in (ast.walk(line) if line is not None else ())
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == text
    ]
    return sum(one.attr in NEED_FLOAT for one in asked) > 1


def _rest(done: Operation) -> str:
    assert isinstance(done.node, ast.Call)
    positional = done.node.args[1:] if done.is_function else done.node.args
    keywords = [f"{one.arg}={ast.unparse(one.value)}" for one in done.node.keywords if one.arg]
    return ", ".join([*map(ast.unparse, positional), *keywords])


@rule(RuntimeError, TypeError)
def in_place_on_integers(scene: Scene) -> Diagnosis | None:
    """`x += 0.5` on whole numbers cannot keep the fraction."""
    done = operation(scene)
    if done is None or not done.is_in_place or not done.operands:
        return None
    x = done.operands[0]
    if not x.has_shape or "cast" not in scene.message.lower():
        return None
    kind = str(x.value.dtype).removeprefix("torch.")
    if kind in FLOATS or kind.startswith("complex"):
        return None
    if isinstance(done.node, ast.Call) and done.name in ("clamp_", "clip_", "clamp_min_", "clamp_max_"):
        return _float_bounds(done.node, x.name, kind)
    if isinstance(done.node, ast.AugAssign):
        line = f"{x.text} = {x.text} {done.name} {ast.unparse(done.node.value)}"
    else:
        line = f"{x.text} = {x.text}.float()"
    return Diagnosis(
        f"{x.name} is {kind}: it holds whole numbers. `{done.text()}` would put fractions into it.",
        "An in-place operation keeps the dtype of what it writes into.",
        line,
        "Make a new one (or make it of floats from the start):",
        card="in-place-methods",
    )


def _float_bounds(call: ast.Call, name: str, kind: str) -> Diagnosis:
    """`gj.clamp_(0, gain[3] - 1)`: whole numbers, such as positions, between bounds that are floats."""

    def whole(node: ast.expr) -> ast.expr:
        if isinstance(node, ast.Constant) and not isinstance(node.value, float):
            return node
        return ast.Call(ast.Name("int"), [node], [])

    keywords = [ast.keyword(one.arg, whole(one.value)) for one in call.keywords]
    return Diagnosis(
        f"{name} is {kind}: it holds whole numbers. The bounds in `{ast.unparse(call)}` are floats.",
        "An in-place operation keeps the dtype of what it writes into, and a float bound could not be kept in it.",
        ast.unparse(ast.Call(call.func, [whole(one) for one in call.args], keywords)),
        "Make whole numbers of the bounds:",
        card="in-place-methods",
    )


# Truth values -------------------------------------------------------------------------------------------


@rule(RuntimeError, NotImplementedError, TypeError, needs="torch")
def bool_arithmetic(scene: Scene) -> Diagnosis | None:
    """Masks are turned with ~, not with a minus; ~ and & do not take floats."""
    done = operation(scene)
    if done is None or not all(one.text for one in done.operands) or power_meant(scene) is not None:
        return None
    tensors = [one for one in done.operands if one.is_tensor]
    if not tensors:
        return None
    kinds = {dtype(one.value) for one in tensors}
    if done.name in ("-", "neg") and kinds == {"bool"}:
        x = tensors[-1]
        line = f"~{x.text}" if x.is_atom else f"~({x.text})"
        how = "To exchange True and False:"
        if len(tensors) == 2:
            line, how = (
                f"{tensors[0].then('float()')} - {tensors[1].then('float()')}",
                "To subtract them as 0 and 1:",
            )
        return Diagnosis(
            f"{x.name} is a bool tensor, a mask.", "Minus is not defined for True and False.", line, how
        )
    if done.name in ("~", "&", "|", "^") and kinds & set(FLOATS):
        x = next(one for one in tensors if dtype(one.value) in FLOATS)
        return Diagnosis(
            f"{x.name} is {dtype(x.value)}; `{done.name}` combines True and False (or whole numbers).",
            "Around comparisons it needs parentheses: `(a > 0) & (b > 0)`; alone, floats must become bool.",
            x.then("bool()"),
            "Turn it to bool:",
            card="indexing-and-masks",
        )
    return None


@rule(RuntimeError, NotImplementedError, needs="torch")
def mask_not_bool(scene: Scene) -> Diagnosis | None:
    """masked_fill, masked_select and where take bool masks."""
    done = operation(scene)
    if done is None or done.name not in ("masked_fill", "masked_fill_", "masked_select", "where"):
        return None
    mask = done.given(0 if done.name == "where" and done.is_function else 1, "mask")
    if mask is None or not mask.is_tensor or dtype(mask.value) == "bool":
        return None
    return Diagnosis(
        f"{mask.name} is given as a mask, and it is {dtype(mask.value)}, not bool.",
        f"`{done.name}` chooses where the mask is True.",
        mask.then("bool()"),
        "Turn it to bool (or make it with a comparison, as `x > 0`):",
        card="indexing-and-masks",
    )


@rule(IndexError)
def mask_shape(scene: Scene) -> Diagnosis | None:
    """A mask must have the shape of what it chooses from."""
    done = operation(scene)
    if done is None or done.name != "index" or len(done.operands) != 2:
        return None
    x, mask = done.operands
    if not x.has_shape or not mask.has_shape or str(mask.value.dtype).removeprefix("torch.") != "bool":
        return None
    m, n = x.shape, mask.shape
    if n == m[: len(n)]:
        return None
    at = next((i for i, (a, b) in enumerate(zip(m, n, strict=False)) if a != b), 0)
    fitting = _masked(scene, x, mask)
    return Diagnosis(
        f"The mask {mask.name} has shape {n}, but {x.name} has shape {m}.",
        "A mask says for each item whether to take it, so its sizes must be those of what it is used on "
        f"(from the first dimension on): {n[at] if at < len(n) else n} against {m[at] if at < len(m) else m}.",
        f"{fitting}[{mask.text}]" if fitting and mask.text else "",
        f"Make the mask from {x.name} itself, or use it on what it was made from; `{fitting}` has {n[0]} rows:"
        if fitting and mask.text
        else f"Make the mask from {x.name} itself"
        + (f", or use it on dimension {m.index(n[0])}." if n[0] in m else "."),
        card="indexing-and-masks",
    )


def _masked(scene: Scene, x: Operand, mask: Operand) -> str:
    """A variable of the kind of what was indexed that has as many rows as the mask."""
    n, m = mask.shape, x.shape
    here = scene.here
    if len(n) != 1 or here is None:
        return ""
    for names in (here.names, scene.names):
        for name, held in list(names.items()):
            if name.startswith("_") or type(held) is not type(x.value) or held is mask.value:
                continue
            if shape(held) == (n[0], *m[1:]) and held.dtype == x.value.dtype:
                return name
    return ""
