"""What a loss function of the learner's gives back to fastai, where that is no tensor."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.step import is_own, source_of
from fastaid.teach.scene import Scene

LEAVING = ("item", "tolist", "numpy", "detach", "cpu")  # methods that take a number out of its calculation
# Functions of math and numpy that tensors have as methods.
MATHS = {
    word: word
    for word in ("sqrt", "exp", "log", "log1p", "abs", "mean", "sum", "square", "tanh", "sin", "cos")
}
MATHS |= {"fabs": "abs", "absolute": "abs"}
LONGEST = 6  # lines of a function that a card shows


class Staying(ast.NodeTransformer):
    """Rewrites a calculation so that it stays with tensors."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        func = node.func
        if isinstance(func, ast.Attribute):
            if func.attr in LEAVING and not node.args:
                return func.value
            base = func.value.id if isinstance(func.value, ast.Name) else ""
            if base in ("math", "np", "numpy") and func.attr in MATHS and len(node.args) == 1:
                method = ast.Attribute(node.args[0], MATHS[func.attr], ast.Load())
                return ast.Call(method, [], node.keywords)
            if (
                base in ("np", "numpy")
                and func.attr in ("array", "asarray", "float32", "float64")
                and node.args
            ):
                return node.args[0]
        if isinstance(func, ast.Name) and func.id in ("float", "round") and node.args:
            return node.args[0]
        return node


@rule(AttributeError, needs="fastai.learner")
def no_tensor(scene: Scene) -> Diagnosis | None:
    """A loss function returns a plain number, nothing or a tuple in place of a tensor."""
    last = scene.last
    if last is None or last.module != "fastai.learner" or last.function != "_do_one_batch":
        return None
    held = stored(last.names.get("self"))
    loss, func = held.get("loss_grad", UNKNOWN), held.get("loss_func")
    if loss is UNKNOWN or is_tensor(loss) or getattr(scene.error, "obj", UNKNOWN) is not loss:
        return None
    own = next((one for one in (func, _forward(func)) if is_own(scene, one)), None)
    node = source_of(own)
    if own is None or node is None:
        return None
    name = func.__name__ if own is func else f"{type(func).__name__}.{own.__name__}"
    called = "The lambda given as loss_func" if name == "<lambda>" else f"The loss function `{name}`"
    fix = _mended(node, loss)
    if loss is None:
        what, how = "nothing (None): it ends without `return`", "End it with a return:"
    elif isinstance(loss, (tuple, list, dict)):
        what, how = described(loss), "Return the loss alone (the rest can be a metric):"
    else:
        kind = type(loss).__name__
        what, how = f"a plain number ({kind}), not a tensor", "Calculate with tensors to the end:"
    is_number = isinstance(loss, (int, float)) or "numpy" in type(loss).__module__
    cause = "fastai goes back from the loss to the weights, and only a tensor knows how it was calculated."
    if is_number:
        cause += " item(), float(), math and numpy take the number out, and that is lost."
    return Diagnosis(f"{called} returned {what}.", cause, fix, how, card="loss-function")


def _forward(func: Any) -> Any:
    """The method that an object of the learner's class is called by."""
    return vars(type(func)).get("forward") or vars(type(func)).get("__call__")


def _mended(node: ast.FunctionDef | ast.Lambda, loss: Any) -> str:
    """The lines of the function that must change; "" where its code does not show them."""
    if isinstance(node, ast.Lambda):
        after = ast.unparse(Staying().visit(ast.parse(ast.unparse(node.body), mode="eval").body))
        return "" if after == ast.unparse(node.body) else f"lambda {ast.unparse(node.args)}: {after}"
    end = node.body[-1]
    if loss is None:
        if isinstance(end, ast.Assign) and isinstance(end.targets[0], ast.Name):
            return f"{ast.unparse(end)}\nreturn {end.targets[0].id}"
        is_value = isinstance(end, ast.Expr) and not ast.unparse(end).startswith("print(")
        if isinstance(end, ast.Return):
            return ""
        return f"return {ast.unparse(end)}" if is_value else "return loss"
    if isinstance(loss, (tuple, list)):
        parts = (
            end.value.elts
            if isinstance(end, ast.Return) and isinstance(end.value, (ast.Tuple, ast.List))
            else []
        )
        at = next(
            (i for i, one in enumerate(loss) if is_tensor(one) and not one.ndim and one.requires_grad), None
        )
        return f"return {ast.unparse(parts[at])}" if at is not None and at < len(parts) else ""
    pairs = [
        (ast.unparse(one), ast.unparse(Staying().visit(ast.parse(ast.unparse(one))))) for one in node.body
    ]
    changed = [after for before, after in pairs if before != after]
    if len(changed) < 2:
        return changed[0] if changed else ""
    if len(pairs) > LONGEST or any("\n" in after for _, after in pairs):
        return "\n".join(changed)
    body = "\n    ".join(
        after for before, after in pairs if after.partition(" = ")[0] != after.partition(" = ")[2]
    )
    return f"def {node.name}({ast.unparse(node.args)}):\n    {body}"
