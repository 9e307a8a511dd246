"""All pairs of a tensor's rows at once: the lines that take a part of the rows at a time. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import is_tensor
from fastaid.teach.rules.code import names_in
from fastaid.teach.rules.operands import Operation
from fastaid.teach.rules.python_source import function_at, statement_at
from fastaid.teach.scene import Frame

ROOM = 2**29  # bytes that a part may need
REDUCING = ("sum", "mean", "argmin", "argmax", "norm", "prod", "amin", "amax")
EACH = ("sqrt", "exp", "abs", "pow", "square", "log", "float", "neg", "sigmoid", "tanh", "relu")


class _With(ast.NodeTransformer):
    """Puts expressions in the place of names, or of expressions that read the same."""

    def __init__(self, table: dict[str, str]) -> None:
        self.table = table

    def visit(self, node: ast.AST) -> Any:
        if isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            new = self.table.get(ast.unparse(node))
            if new is not None:
                return ast.parse(new, mode="eval").body
        return self.generic_visit(node)


def _put(node: ast.AST, table: dict[str, str]) -> str:
    return ast.unparse(_With(table).visit(ast.parse(ast.unparse(node), mode="eval").body))


def is_both(done: Operation, call: ast.Call) -> bool:
    """Whether both operands come from the argument that the function was called with first."""
    code = done.frame.scope.f_code
    names = code.co_varnames[: code.co_argcount]
    at = 1 if names[:1] == ("self",) and isinstance(call.func, ast.Attribute) else 0
    param = names[at] if at < len(names) else ""
    table, _ = _inlined(done.frame)
    nodes = [one.node for one in done.operands]
    return all(node is not None and param in names_in(ast.parse(_put(node, table))) for node in nodes)


def _inlined(frame: Frame) -> tuple[dict[str, str], str]:
    """What the function's names stand for in terms of its arguments, and what it returns where no line branches."""
    function = function_at(frame)
    table: dict[str, str] = {}
    for one in function.body if function is not None else ():
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name):
            table[one.targets[0].id] = _put(one.value, table)
        elif isinstance(one, ast.Return) and one.value is not None:
            return table, _put(one.value, table)
        elif not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)):
            return table, ""
    return table, ""


def row_by_row(done: Operation, made: tuple[int, ...], wanted: int) -> str:
    """The function's result calculated for a part of the rows at a time; "" where the code does not show how."""
    table, result = _inlined(done.frame)
    texts = [_put(one.node, table) for one in done.operands if one.node is not None]
    at = next(
        (i for i, one in enumerate(done.operands) if len(one.shape) == len(made) and one.shape[0] == made[0]),
        None,
    )
    if at is None or len(texts) != 2 or made[0] < 2:
        return ""
    base = _base(texts[at])
    held: Any = done.frame.names.get(base)
    if not base or not is_tensor(held) or held.shape[0] != made[0]:
        return ""
    size = max(1, made[0] * ROOM // wanted)
    part = _put(ast.parse(texts[at], mode="eval").body, {base: "part"})
    sides = [part if i == at else one for i, one in enumerate(texts)]
    op, new = (f"{one[0]} {done.name} {one[1]}" for one in (texts, sides))
    if result and _keeps_rows(done.frame, result, op, len(made)):
        changed, other = result, _base(texts[1 - at])
        if done.name == "-" and len(made) == 3 and other and _are_pairs(texts, base, other):
            changed = _distances(result, op, f"torch.cdist(part, {other})")
        if changed != result:
            size = min(1000, max(1, ROOM // (4 * made[1])))
        else:
            changed = _put(ast.parse(result, mode="eval").body, {_read(op): f"({new})"})
        return f"return torch.cat([{changed} for part in {base}.split({size})])"
    line = statement_at(done.frame)
    if not isinstance(line, ast.Assign):
        return ""
    text = _put(line.value, {_read(op): f"({new})", done.text(): f"({new})"})
    target = ast.unparse(line.targets[0])
    return f"for part in {base}.split({size}):\n    {target} = {text}\n    …  # go on with these rows"


def _read(text: str) -> str:
    return ast.unparse(ast.parse(text, mode="eval").body)


def _base(text: str) -> str:
    """`x` of `x[:, None]` or `x.unsqueeze(1)`."""
    node = ast.parse(text, mode="eval").body
    while True:
        if isinstance(node, ast.Subscript):
            node = node.value
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "unsqueeze"
        ):
            node = node.func.value
        else:
            return node.id if isinstance(node, ast.Name) else ""


def _are_pairs(texts: list[str], first: str, second: str) -> bool:
    firsts = {f"{first}{end}" for end in ("[:, None]", "[:, None, :]", ".unsqueeze(1)")}
    seconds = {f"{second}{end}" for end in ("[None]", "[None, :]", "[None, :, :]", ".unsqueeze(0)", "")}
    return any(one in firsts for one in texts) and any(one in seconds for one in texts)


def _distances(result: str, op: str, distance: str) -> str:
    """The sum of squared differences as what it is."""
    op = _read(op)
    squares = [f"({op}) ** 2", f"({op}).pow(2)", f"({op}).square()"]
    sums = [
        f"{one}.sum({dim})"
        for one in (f"(({op}) ** 2)", *squares[1:])
        for dim in ("-1", "2", "dim=-1", "dim=2")
    ]
    sums += [f"torch.sum({one}, {dim})" for one in squares for dim in ("-1", "2", "dim=-1", "dim=2")]
    roots = {
        _read(text): distance
        for one in sums
        for text in (f"{one}.sqrt()", f"torch.sqrt({one})", f"({one}) ** 0.5")
    }
    table = roots | {_read(f"({op}).norm({dim})"): distance for dim in ("dim=-1", "dim=2")}
    table |= {_read(one): f"{distance} ** 2" for one in sums}
    return _put(ast.parse(result, mode="eval").body, table)


def _keeps_rows(frame: Frame, result: str, op: str, dimensions: int) -> bool:
    """Whether each row of the result depends on the same row of the operation alone."""
    node: ast.AST = ast.parse(result, mode="eval").body
    op, reduced = _read(op), 0
    while ast.unparse(node) != op:
        ways = [one for one in ast.iter_child_nodes(node) if op in ast.unparse(one)]
        if len(ways) != 1:
            return False
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            dims = [one.value for one in node.keywords if one.arg == "dim"]
            is_method = isinstance(node.func, ast.Attribute) and ways[0] is node.func
            dims += node.args[:1] if is_method else node.args[1:2]
            if name in REDUCING:
                reduced += 1
                if not dims or ast.unparse(dims[0]) not in ("-1", "1", "2"):
                    return False
            elif name not in EACH:
                return False
        elif isinstance(node, ast.BinOp):
            other = node.right if ways[0] is node.left else node.left
            if type(frame.value(other)) not in (int, float) and not isinstance(other, ast.Constant):
                return False
        elif not isinstance(node, (ast.Attribute, ast.UnaryOp)):
            return False
        node = ways[0]
    return reduced < dimensions
