"""Functions with a backward of one's own, as they were written for PyTorch before 1.3: objects that are called."""

from __future__ import annotations

import ast

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.in_code import trees
from fastaid.teach.scene import Scene

MOST_LINES = 16  # of a class that is written anew whole
OWN = ("save_for_backward", "saved_tensors", "needs_input_grad", "mark_non_differentiable", "mark_dirty")


def of_old_torch(scene: Scene, call: ast.Call, kind: type, old: list[str]) -> Diagnosis:
    """Its methods take `self`, and are no static methods."""
    name = kind.__name__
    what = (
        f"`{name}` is written for PyTorch before 1.3: its {listed([f'`{one}`' for one in old])} "
        f"{'is no static method' if len(old) == 1 else 'are no static methods'}."
    )
    written = _written(scene, name)
    if "backward" not in old:
        has_init = "__init__" in vars(kind)
        init = "\n    def __init__(self, …):\n        super().__init__()" if has_init else ""
        if written is not None and has_init:
            made = next(one for one in written.body if getattr(one, "name", "") == "__init__")
            init = f"\n    def __init__({ast.unparse(made.args)}):\n        super().__init__()"  # type: ignore[attr-defined]
        return Diagnosis(
            what,
            "A Function is for a backward of one's own, and this one has none. As an nn.Module it may keep values in "
            "`self` and be called as it is.",
            f"class {name}(nn.Module):{init}",
            "Change its first lines so, the rest stays:" if has_init else "Change its first line so:",
            card="gradient",
        )
    anew = _anew(written) if written is not None else None
    kept, lines = anew if anew is not None else ([], "")
    inputs = ", ".join(ast.unparse(one) for one in call.args)
    values = [_value(scene, call, written, one) for one in kept]
    applied = f"{name}.apply({', '.join([inputs, *values])})"
    more = (
        " What it kept in `self` comes as more inputs of forward; for each of them backward gives back None."
        if kept
        else ""
    )
    return Diagnosis(
        what,
        f"Today a Function has no object of its own: its methods are static, take `ctx` in place of `self`, and run "
        f"through `apply`.{more}",
        f"{lines}\n{applied}" if lines else applied,
        "Write:" if lines else "Put `@staticmethod` over both, with `ctx` in place of `self`, and call:",
        card="gradient",
    )


def _written(scene: Scene, name: str) -> ast.ClassDef | None:
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name == name:
                return node
    return None


class _Context(ast.NodeTransformer):
    """`self` becomes `ctx`; in forward, what __init__ was given becomes an input."""

    def __init__(self, inputs: list[str]):
        self.inputs = inputs

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "self":
            if node.attr in self.inputs:
                return ast.Name(node.attr, node.ctx)
            node.value = ast.Name("ctx", ast.Load())
        return node


def _methods(written: ast.ClassDef) -> dict[str, ast.FunctionDef]:
    return {one.name: one for one in written.body if isinstance(one, ast.FunctionDef)}


def _reads(method: ast.FunctionDef) -> list[str]:
    """The attributes of self that a method reads or sets."""
    found = [
        one.attr
        for one in ast.walk(method)
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == "self"
    ]
    return [one for one in dict.fromkeys(found) if one not in OWN]


def _anew(written: ast.ClassDef) -> tuple[list[str], str] | None:
    """What __init__ was given and the methods use, and the class as it is written today."""
    methods = _methods(written)
    made = methods.get("__init__")
    if (
        set(methods) - {"__init__", "forward", "backward"}
        or len(ast.unparse(written).splitlines()) > MOST_LINES
    ):
        return None
    given = [one.arg for one in made.args.args[1:]] if made is not None else []
    forward, backward = methods["forward"], methods["backward"]
    used, later = _reads(forward), _reads(backward)
    kept = [one for one in given if one in used or one in later]
    own = [one for one in _reads(made) if one not in given] if made is not None else []
    if any(one in used + later for one in own):
        return None  # worked out in __init__
    returned = [one for one in ast.walk(backward) if isinstance(one, ast.Return)]
    if any(one.value is None for one in returned):
        return None
    tree = ast.parse(ast.unparse(written))
    anew = _methods(tree.body[0])  # type: ignore[arg-type]
    body = [ast.parse(f"ctx.{one} = {one}").body[0] for one in kept if one in later]
    front = [_Context(kept).visit(one) for one in anew["forward"].body]
    back = [_Context([]).visit(one) for one in anew["backward"].body]
    for one in (node for part in back for node in ast.walk(part) if isinstance(node, ast.Return)):
        values = list(one.value.elts) if isinstance(one.value, ast.Tuple) else [one.value]
        if kept:
            one.value = ast.Tuple([*values, *(ast.Constant(None) for _ in kept)], ast.Load())
    lines = [f"class {written.name}({ast.unparse(written.bases[0])}):"] if written.bases else []
    for name, inside in (("forward", front[:-1] + body + front[-1:]), ("backward", back)):
        words = [
            "ctx",
            *(ast.unparse(methods[name].args).split(", ")[1:]),
            *(kept if name == "forward" else []),
        ]
        lines += ["    @staticmethod", f"    def {name}({', '.join(words)}):"]
        lines += [
            f"        {line}"
            for one in inside
            for line in ast.unparse(ast.fix_missing_locations(one)).splitlines()
        ]
    return kept, "\n".join(lines)


def _value(scene: Scene, call: ast.Call, written: ast.ClassDef | None, name: str) -> str:
    """What the learner gave __init__ for it, or its default there."""
    if written is None:
        return name
    made = _methods(written)["__init__"]
    params = [one.arg for one in made.args.args[1:]]
    at = params.index(name)
    maker: ast.expr | None = call.func
    for tree in trees(scene) if not isinstance(maker, ast.Call) else ():
        for one in ast.walk(tree):
            is_made = (
                isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == written.name
            )
            maker = one if is_made and isinstance(one, ast.Call) else maker
    if isinstance(maker, ast.Call):
        if at < len(maker.args):
            return ast.unparse(maker.args[at])
        for word in maker.keywords:
            if word.arg == name:
                return ast.unparse(word.value)
    back = len(params) - at
    defaults = made.args.defaults
    return ast.unparse(defaults[-back]) if back <= len(defaults) else name
