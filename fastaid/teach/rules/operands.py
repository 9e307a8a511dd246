"""What a learner's line asked for: the operation, its operands by name, their shapes.

An operand that is itself an expression, `x.view(-1, 784)`, is worked out on stand-ins without contents, so
that nothing is computed and nothing of the learner's runs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from executing import Source

from fastaid.teach.objects import UNKNOWN, is_array, is_tensor, library, shape
from fastaid.teach.scene import Frame, Scene

# Modules through which a tensor's own operation passes on its way to C code.
THROUGH = ("torch._tensor", "fastai.torch_core", "torch.functional", "torch.overrides", "torch.nn.functional")
THROUGH_MORE = ("torch._jit_internal", "torch.utils._contextlib", "torch.nn.init")
OPERATORS: dict[type, str] = {
    ast.MatMult: "matmul",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.Lt: "<",
    ast.Gt: ">",
    ast.LtE: "<=",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.USub: "neg",
    ast.Invert: "~",
    ast.Not: "not",
}
# What may be tried on a stand-in: it gives one tensor and changes nothing.
# fmt: off
HARMLESS = frozenset((
    "t", "view", "reshape", "flatten", "permute", "transpose", "swapaxes", "movedim", "unsqueeze", "squeeze",
    "mean", "sum", "float", "long", "double", "half", "int", "bool", "detach", "clone", "cpu", "contiguous",
    "relu", "sigmoid", "tanh", "softmax", "log_softmax", "exp", "log", "abs", "sqrt", "pow", "argmax", "argmin",
    "matmul", "mm", "bmm", "repeat", "expand", "unfold", "roll", "flip", "narrow", "select", "diagonal", "std",
    "var", "norm", "type_as", "to", "requires_grad_", "log2", "square", "sign", "clamp", "gelu", "leaky_relu",
    "std_mean",
))
# fmt: on
LONGEST = 48  # characters of an expression that a card can quote


@dataclass(frozen=True)
class Operand:
    """One of the things an operation works on."""

    text: str  # as the learner wrote it; "" where it is too long to quote
    value: Any  # the object itself, a stand-in of its shape and dtype, or UNKNOWN
    node: ast.expr | None = None

    @property
    def name(self) -> str:
        """How a card calls it."""
        return f"`{self.text}`" if self.text else "it"

    @property
    def is_tensor(self) -> bool:
        return is_tensor(self.value)

    @property
    def has_shape(self) -> bool:
        return is_tensor(self.value) or is_array(self.value)

    @property
    def shape(self) -> tuple[int, ...]:
        return shape(self.value)

    @property
    def is_atom(self) -> bool:
        """Whether a method can be written behind it without parentheses."""
        return not isinstance(self.node, (ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp, ast.Lambda))

    def then(self, method: str) -> str:
        """The operand with a method behind it: `x` → `x.float()`."""
        return f"{self.text}.{method}" if self.is_atom else f"({self.text}).{method}"


@dataclass(frozen=True)
class Operation:
    """What a line of the learner's asked torch or numpy to do."""

    name: str  # "matmul", "+", "view", "index"
    operands: tuple[Operand, ...]  # a method's object first
    keywords: dict[str, Operand]
    node: ast.AST
    frame: Frame
    is_in_place: bool = False
    is_function: bool = False  # torch.cat(…), not x.cat(…)

    def text(self) -> str:
        return ast.unparse(self.node)

    def given(self, position: int, name: str) -> Operand | None:
        """An argument by its place among the operands or by its name."""
        if name in self.keywords:
            return self.keywords[name]
        return self.operands[position] if position < len(self.operands) else None


def operation(scene: Scene) -> Operation | None:
    """What the learner's innermost line asked for, where it is torch's or numpy's own code that said no."""
    here = scene.here
    if here is None or here.node is None:
        return None
    below = scene.frames[scene.frames.index(here) + 1 :]
    if any(not _is_passed_through(one.module) for one in below):
        return None
    return operation_at(here, here.node)


def _is_passed_through(module: str) -> bool:
    return module in THROUGH or module in THROUGH_MORE or module.split(".")[0] == "numpy"


def operation_at(frame: Frame, node: ast.AST) -> Operation | None:
    """Read one part of a line."""
    if isinstance(node, ast.BinOp):
        return _simple(frame, node, OPERATORS.get(type(node.op), ""), node.left, node.right)
    if isinstance(node, ast.AugAssign):
        name = OPERATORS.get(type(node.op), "")
        return _simple(frame, node, name, node.target, node.value, is_in_place=True)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _simple(frame, node, OPERATORS.get(type(node.ops[0]), ""), node.left, node.comparators[0])
    if isinstance(node, ast.UnaryOp):
        return _simple(frame, node, OPERATORS.get(type(node.op), ""), node.operand)
    if isinstance(node, ast.Subscript):
        assigned = getattr(node, "parent", None)
        if isinstance(assigned, ast.Assign) and isinstance(node.ctx, ast.Store):
            return _simple(frame, node, "assign", node, assigned.value)
        return _simple(frame, node, "index", node.value, node.slice)
    return _called(frame, node) if isinstance(node, ast.Call) else None


def _simple(
    frame: Frame, node: ast.AST, name: str, *parts: ast.expr, is_in_place: bool = False
) -> Operation | None:
    if not name:
        return None
    return Operation(name, tuple(operand(frame, part) for part in parts), {}, node, frame, is_in_place)


def _called(frame: Frame, call: ast.Call) -> Operation | None:
    if any(isinstance(one, ast.Starred) for one in call.args):
        return None
    arguments = [operand(frame, one) for one in call.args]
    keywords = {one.arg: operand(frame, one.value) for one in call.keywords if one.arg}
    function, is_function = call.func, True
    if isinstance(function, ast.Attribute):
        name, holder = function.attr, operand(frame, function.value)
        if not isinstance(holder.value, (ModuleType, type)):
            arguments, is_function = [holder, *arguments], False
    elif isinstance(function, ast.Name):
        name = function.id
    else:
        return None
    in_place = name.endswith("_") and not name.endswith("__") and not is_function
    return Operation(name, tuple(arguments), keywords, call, frame, in_place, is_function)


def operand(frame: Frame, node: ast.expr) -> Operand:
    """An expression with its value, or one that stands for it."""
    text = ast.unparse(node)
    value = frame.value(node)
    if value is UNKNOWN:
        value = stand_in(frame, node)
    return Operand(text if len(text) <= LONGEST and "\n" not in text else "", value, node)


def indexed(done: Operation) -> Operand | None:
    """What is indexed or written into."""
    return operand(done.frame, done.node.value) if isinstance(done.node, ast.Subscript) else None


def stand_in(frame: Frame, node: ast.expr) -> Any:
    """A tensor without contents that has the shape and dtype of what an expression gives; UNKNOWN otherwise."""
    if library("torch") is None:
        return UNKNOWN
    import torch

    try:
        with torch._C.DisableTorchFunctionSubclass(), torch.no_grad():
            found = _worked_out(frame, node, 0)
    except Exception:  # noqa: BLE001  an expression that fails in itself
        return UNKNOWN
    return found if isinstance(found, torch.Tensor) or is_array(found) else UNKNOWN


def _worked_out(frame: Frame, node: ast.AST | None, depth: int) -> Any:
    import torch

    if depth > 8:
        return UNKNOWN
    if node is None:
        return None
    value = frame.value(node)
    if is_tensor(value):
        return value.detach().as_subclass(torch.Tensor).to("meta")
    if (
        is_array(value)
        or type(value) in (int, float, bool, str, tuple, list, torch.Size, torch.dtype)
        or value is None
    ):
        return value

    def part(one: ast.AST | None) -> Any:
        found = _worked_out(frame, one, depth + 1)
        if found is UNKNOWN:
            raise LookupError
        return found

    match node:
        case ast.BinOp():
            return _combined(node.op, part(node.left), part(node.right))
        case ast.UnaryOp(op=ast.USub()):
            return -part(node.operand)
        case ast.Compare(ops=[ast.Lt() | ast.Gt() | ast.LtE() | ast.GtE()]):
            return part(node.left) < part(node.comparators[0])
        case ast.Compare(ops=[ast.Eq() | ast.NotEq()]):
            return part(node.left).eq(part(node.comparators[0]))
        case ast.Attribute(attr="T" | "mT" | "H" | "shape" | "data"):
            return getattr(part(node.value), node.attr)
        case ast.Slice():
            return slice(part(node.lower), part(node.upper), part(node.step))
        case ast.Tuple():
            return tuple(part(one) for one in node.elts)
        case ast.Subscript(ctx=ast.Load() | ast.Store()):
            return part(node.value)[part(node.slice)]
        case ast.Call(func=ast.Attribute()):
            return _tried(frame, node, part)
    return UNKNOWN


def _combined(op: ast.operator, left: Any, right: Any) -> Any:
    if is_array(left) or is_array(right):
        return UNKNOWN  # an array has no stand-in: it would be computed
    match op:
        case ast.MatMult():
            return left @ right
        case ast.Add() | ast.Sub() | ast.Mult():
            return left * right if is_tensor(left) or is_tensor(right) else UNKNOWN
        case ast.Div():
            return left / right
        case ast.FloorDiv():
            return left // right
        case ast.Pow() if is_tensor(left):
            return left**right
    return UNKNOWN


def _tried(frame: Frame, call: ast.Call, part: Any) -> Any:
    import torch

    function = call.func
    assert isinstance(function, ast.Attribute)
    arguments = [part(one) for one in call.args]
    keywords = {one.arg: part(one.value) for one in call.keywords if one.arg}
    holder = frame.value(function.value)
    if holder in (torch, torch.nn.functional):
        if function.attr in HARMLESS:
            return getattr(holder, function.attr)(*arguments, **keywords)
        if function.attr in ("randn", "rand", "zeros", "ones", "empty"):
            return torch.empty(*arguments, **keywords, device="meta")
        if function.attr in ("tensor", "from_numpy", "as_tensor") and arguments:
            given = arguments[0]
            if is_array(given):
                given = torch.from_numpy(given)
            elif type(given) not in (list, tuple) or len(given) > 100:
                return UNKNOWN
            return torch.as_tensor(given, dtype=keywords.get("dtype")).to("meta")
        return UNKNOWN
    if function.attr == "size" and not keywords:
        return part(function.value).size(*arguments)
    if function.attr not in HARMLESS:
        return UNKNOWN
    held = part(function.value)
    return getattr(held, function.attr)(*arguments, **keywords) if is_tensor(held) else UNKNOWN


def parts_of_tree(frame: Frame, *kinds: type) -> Iterator[ast.AST]:
    """Everything of a kind in the file or cell that a frame's code stands in."""
    try:
        tree = Source.for_frame(frame.scope).tree
    except Exception:  # noqa: BLE001  a source that is no longer there
        return
    if tree is not None:
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield node
