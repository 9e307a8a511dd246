"""One number, or one truth value, asked of several; numbers in text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.conditions_by_rows import by_rows, one_answer, tested
from fastaid.teach.rules.in_code import last_name, parent, trees
from fastaid.teach.rules.losses_unreduced import of_a_loss
from fastaid.teach.rules.operands import Operand, operand, operation, parts_of_tree
from fastaid.teach.rules.python_joins import all_as_text, parts_of
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

LOSSES = ("loss", "err", "mse", "mae")


@rule(RuntimeError, ValueError, TypeError, needs="torch")
def several_values(scene: Scene) -> Diagnosis | None:
    """item(), float() and int() take one value."""
    here = scene.here
    call = here.call if here is not None else None
    # Of fastai's tensors `__torch_function__` stands in between.
    is_here = scene.is_raised_by_learner or (
        scene.last is not None and scene.last.function == "__torch_function__"
    )
    if here is None or call is None or not is_here:
        return None
    if isinstance(call.func, ast.Attribute) and call.func.attr in ("item", "__float__", "__int__"):
        x, name = operand(here, call.func.value), ".item()"
    elif isinstance(call.func, ast.Name) and call.func.id in ("float", "int") and call.args:
        x, name = operand(here, call.args[0]), f"{call.func.id}(…)"
    else:
        return None
    asked = call.func.value if isinstance(call.func, ast.Attribute) else call.args[0]
    if isinstance(asked, ast.Call) and "element" in scene.message:
        return of_a_loss(scene, here, asked, "What the loss function returned has several values")
    if not is_tensor(x.value) or x.value.numel() == 1:
        return None
    n = int(x.value.numel())
    if n and (said := of_a_loss(scene, here, asked, f"{x.name} has {counted(n, 'value')}, shape {x.shape}")):
        return said
    is_formatted = isinstance(parent(call), ast.FormattedValue)
    is_float = x.value.is_floating_point()
    return Diagnosis(
        f"{x.name} has {counted(n, 'value')}, shape {x.shape}; `{name}` takes exactly one.",
        "It turns a tensor of a single value to a Python number.",
        "" if not n else x.then("mean().item()" if is_formatted and is_float else "tolist()"),
        "For a summary (for one of them: an index, as `[0]`; for all as a list: `.tolist()`):"
        if is_formatted and is_float and n
        else "For all of them as a list (for one: an index, as `[0]`; for a summary: `.mean()`, `.sum()`):"
        if n
        else "There is nothing in it.",
        card="tensor",
    )


# Truth --------------------------------------------------------------------------------------------------

TRUTH = (RuntimeError, ValueError)
SEVERAL = "ambiguous"


def _has_several(obj: Any) -> bool:
    if is_tensor(obj) or is_array(obj):
        n = 1
        for size in shape(obj):
            n *= size
        return n > 1
    return False


def conditions(frame: Frame) -> Iterator[tuple[ast.AST, ast.expr]]:
    """What the running line asks the truth of, with the statement it stands in."""
    for node in parts_of_tree(frame, ast.If, ast.While, ast.Assert, ast.IfExp, ast.BoolOp, ast.UnaryOp):
        asked: list[ast.expr] = []
        if isinstance(node, (ast.If, ast.While, ast.Assert, ast.IfExp)):
            asked = [node.test]
        elif isinstance(node, ast.BoolOp):
            asked = list(node.values)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            asked = [node.operand]
        for one in asked:
            if one.lineno <= frame.line <= (one.end_lineno or one.lineno) and not isinstance(one, ast.BoolOp):
                yield node, one


@rule(*TRUTH, needs="torch")
def truth_of_several(scene: Scene) -> Diagnosis | None:
    """`if` and `and` need one truth value; a comparison of tensors gives many."""
    here = scene.here
    if here is None or SEVERAL not in scene.message:
        return None
    below = scene.frames[scene.frames.index(here) + 1 :]
    if any(one.module.split(".")[0] not in ("torch", "fastai") for one in below):
        return None
    for node, asked in sorted(conditions(here), key=lambda pair: not isinstance(pair[0], ast.BoolOp)):
        said = _about(here, node, asked)
        if said is not None:
            return said
    return _membership(here)


def _about(here: Frame, node: ast.AST, asked: ast.expr) -> Diagnosis | None:
    held = here.value(asked)
    parts = [
        operand(here, one)
        for one in ([asked.left, *asked.comparators] if isinstance(asked, ast.Compare) else [])
    ]
    several = next((one for one in parts if is_tensor(one.value) and _has_several(one.value)), None)
    if several is None and not (is_tensor(held) and _has_several(held)):
        return None
    text = ast.unparse(asked)
    x = several if several is not None else Operand(text, held)
    n = shape(x.value)[0] if hasattr(x.value, "shape") and shape(x.value) else 2
    what = f"{x.name} is {described(x.value)}, so `{text}` is {'not one truth value but many' if parts else 'not one'}."
    if isinstance(node, ast.BoolOp):
        sign = "&" if isinstance(node.op, ast.And) else "|"
        line, how = by_rows(node), f"Write `{sign}` in place of `{{word}}`:"
        if (around := tested(node)) is not None:
            line = _either(here, around[1])
            how = "A condition needs one answer; say which you mean:"
        word = "and" if sign == "&" else "or"
        return Diagnosis(
            what,
            f"`{word}` joins two single truth values; item by item it is `{sign}`, each comparison in parentheses.",
            line,
            how.format(word=word),
            card="indexing-and-masks" if is_tensor(x.value) else "",
        )
    if not parts:
        ways = "one of them, or whether there are any" if n else "it"
        line = f"{text} is not None"
        return Diagnosis(
            f"`{text}` is {described(held)}; a condition needs one truth value.",
            f"Ask for {ways}: `len({text}) > 0`, `.any()`, `.all()`, or `is not None`.",
            line,
            "If you mean whether it is there:",
        )
    return Diagnosis(
        what,
        "A condition needs one; the comparison is made item by item.",
        _either(here, asked),
        "Say which you mean:",
        card="indexing-and-masks" if is_tensor(x.value) else "",
    )


def _either(here: Frame, asked: ast.expr) -> str:
    """A condition in both of its meanings."""
    return f"{one_answer(here, asked, 'all')}  # every one\n{one_answer(here, asked, 'any')}  # at least one"


def _membership(here: Frame) -> Diagnosis | None:
    """`x in list_of_tensors`, `max(tensor)`, `sorted(...)`: comparisons behind the line."""
    node = here.node
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], (ast.In, ast.NotIn)):
        x = operand(here, node.left)
        if x.has_shape:
            return Diagnosis(
                f"`{ast.unparse(node)}` compares {x.name}, {described(x.value)}, with each item of the list.",
                "Each comparison gives many truth values, and `in` needs one.",
                f"any(({x.text or 'x'} == o).all() for o in {ast.unparse(node.comparators[0])})",
                "Ask whether all values are equal:",
            )
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
        return None
    x = operand(here, node.args[0])
    if node.func.id not in ("max", "min", "sorted") or not (x.has_shape or type(x.value) in (list, tuple)):
        return None
    if x.has_shape:
        fix = x.then({"max": "max()", "min": "min()"}.get(node.func.id, "sort()"))
        how = "Use its own method:"
    else:
        items = list(x.value)[:50]
        if not items or not all(_has_several(one) for one in items):
            return None
        key = "float(o.sum())" if is_tensor(items[0]) else "o.sum()"
        fix = f"{node.func.id}({x.text}, key=lambda o: {key})"
        how = "Say by which number to compare them:"
    return Diagnosis(
        f"`{ast.unparse(node)}` compares items that are themselves rows of several values.",
        "Comparing two rows gives many truth values, not one.",
        fix,
        how,
    )


# Text ---------------------------------------------------------------------------------------------------


@rule(TypeError, ValueError, needs="torch")
def tensor_in_format(scene: Scene) -> Diagnosis | None:
    """A format like :.3f takes a number, a tensor of one value only if it has no dimensions."""
    here = scene.here
    if here is None or scene.within("torch._tensor", "__format__") is None:
        return None
    for node in parts_of_tree(here, ast.FormattedValue):
        if not isinstance(node, ast.FormattedValue) or node.format_spec is None:
            continue
        if not node.lineno <= here.line <= (node.end_lineno or node.lineno):
            continue
        x = operand(here, node.value)
        if not is_tensor(x.value) or not x.shape:
            continue
        spec = ast.unparse(node.format_spec)[2:-1]
        part, how = _one_number(scene, here, x)
        return Diagnosis(
            f"{x.name} has shape {x.shape}; the format `:{spec}` takes one number.",
            "Only a number, or a tensor without dimensions, can be formatted so.",
            f"{{{part}:{spec}}}",
            how,
            card="tensor",
        )
    return None


def _one_number(scene: Scene, here: Frame, x: Operand) -> tuple[str, str]:
    """The number of a tensor that is probably meant, and the words for it."""
    if x.value.numel() == 1:
        return x.then("item()"), "Take the number out:"
    if index := _index_of_class(scene, here, x):
        return (
            f"{x.text}[{index}]",
            f"Take the number of the predicted class (or the largest, `{x.then('max()')}`):",
        )
    if any(word in x.text.lower() for word in LOSSES):
        return x.then("mean()"), "Format one number, as its mean or one item:"
    return x.then("max()"), f"Format one number, as the largest or one item, `{x.text}[0]`:"


def _index_of_class(scene: Scene, here: Frame, x: Operand) -> str:
    """The name that the number of the class has where all came from `learn.predict`: `pred, idx, probs`."""
    if not isinstance(x.node, ast.Name) or len(x.shape) != 1:
        return ""
    for tree in trees(scene):
        for line in ast.walk(tree):
            target = line.targets[0] if isinstance(line, ast.Assign) else None
            if not isinstance(line, ast.Assign) or not isinstance(target, ast.Tuple) or len(target.elts) != 3:
                continue
            names = [ast.unparse(one) for one in target.elts]
            is_predict = isinstance(line.value, ast.Call) and last_name(line.value.func) == "predict"
            if (
                is_predict
                and names[2] == x.text
                and names[1].strip("_")
                and is_tensor(here.value(target.elts[1]))
            ):
                return names[1]
    return ""


@rule(TypeError, needs="torch")
def text_and_tensor(scene: Scene) -> Diagnosis | None:
    """Text and a tensor cannot be added."""
    done = operation(scene)
    if done is None or done.name != "+" or len(done.operands) != 2:
        return None
    texts = [
        one for one in done.operands if isinstance(one.value, str) or isinstance(one.node, ast.JoinedStr)
    ]
    tensors = [one for one in done.operands if is_tensor(one.value)]
    if len(texts) != 1 or len(tensors) != 1:
        return None
    x, here = tensors[0], scene.here
    node = here.node if here is not None else None
    if here is not None and isinstance(node, ast.BinOp) and len(parts_of(node)[1]) > 2:
        whole, n = all_as_text(here, node)
        return Diagnosis(
            f"{x.name} is {described(x.value)}, the other side is text.",
            "`+` joins text with text only.",
            whole,
            f"Turn {'each value' if n > 1 else 'the value'} into text with `str` (or write an f-string):",
        )
    inner = f"{x.then('item()')}" if x.value.numel() == 1 else x.text
    literal = (
        texts[0].value
        if isinstance(texts[0].node, ast.Constant) and isinstance(texts[0].value, str)
        else None
    )
    before = literal if literal is not None else f"{{{texts[0].text}}}"
    pieces = [before, f"{{{inner}}}"] if done.operands[0] is texts[0] else [f"{{{inner}}}", before]
    line = 'f"' + "".join(pieces).replace('"', "'") + '"'
    return Diagnosis(
        f"{x.name} is {described(x.value)}, the other side is text.",
        "`+` joins text with text only.",
        replaced(here, node, line) if here is not None and isinstance(node, ast.BinOp) else line,
        "Write the value into the text with an f-string:",
    )


@rule(RuntimeError, needs="torch")
def list_of_losses(scene: Scene) -> Diagnosis | None:
    """A list of tensors that are still recorded for gradients was given to numpy or a plot."""
    here, last = scene.here, scene.last
    if here is None or here.call is None or last is None or last.module != "torch._tensor":
        return None
    for node in [*here.call.args, *(one.value for one in here.call.keywords)]:
        items = here.value(node)
        if type(items) not in (list, tuple) or not items or not all(is_tensor(one) for one in items):
            continue
        if not any(one.requires_grad for one in items):
            continue
        text = ast.unparse(node)
        is_single = all(one.numel() == 1 for one in items[:100])
        new = f"[o.{'item()' if is_single else 'detach()'} for o in {text}]"
        advice = f" Best append `loss.item()` to `{text}` in the first place." if is_single else ""
        return Diagnosis(
            f"`{text}` is a list of {counted(len(items), 'tensor')} that require a gradient.",
            "numpy and matplotlib take plain numbers; these are still tied to the recording for `backward()`, "
            f"which also keeps all of it in memory.{advice}",
            ast.unparse(here.call).replace(text, new, 1),
            "Take the numbers out:" if is_single else "Detach them:",
            card="gradient",
        )
    return None
