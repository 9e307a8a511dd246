"""The lines that a loss hangs on: all that have to run again before another backward(). No rules of their own."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from fastaid.teach.objects import is_tensor
from fastaid.teach.rules.code import assigned, names_in, tree_of
from fastaid.teach.rules.python_source import FUNCTIONS, cell_trees, cells
from fastaid.teach.scene import Frame, Scene

MOST_LINES = 8  # are moved
MOST_WORDS = 60  # of a loop that is written anew: a card has room for no more
DEEPEST = 3  # containers within containers are looked into
MOST_ITEMS = 50


def holds_graph(held: Any, depth: int = 0) -> bool:
    """Whether a value is a tensor that was calculated with gradients, or holds one."""
    if is_tensor(held):
        return held.grad_fn is not None
    if depth == DEEPEST or not isinstance(held, (list, tuple, dict)):
        return False
    items = list(dict.values(held)) if isinstance(held, dict) else list(held)
    return any(holds_graph(one, depth + 1) for one in items[:MOST_ITEMS])


@dataclass
class _Lines:
    """What gave some variables their values, before a loop or a call."""

    frame: Frame
    trees: list[ast.AST]  # the cells, the running one (or the running function alone) last
    anchor: ast.AST
    found: dict[int, tuple[int, ast.stmt]] = field(default_factory=dict)
    _parents: dict[int, dict[ast.AST, ast.AST]] = field(default_factory=dict)

    def need(self, word: str, at: int, before: int) -> bool:
        """Find what made a variable as it was before a line; False where that is not in sight."""
        made = [one for one in self._assigned(at, word) if one.lineno < before]
        plain = [n for n, one in enumerate(made) if not isinstance(one, ast.AugAssign)]
        made = made[plain[-1] :] if plain else made
        if not plain and not (at > 0 and self.need(word, at - 1, 1 << 30)):
            return False
        for line in made:
            top = self._outer(at, line)
            if top is None:
                return False
            if id(top) in self.found and isinstance(line, ast.AugAssign):
                continue
            self.found[id(top)] = (at, top)
            for one in sorted(names_in(getattr(line, "value", None))):
                is_own = one == word and not isinstance(line, ast.AugAssign)
                if not is_own and not holds_graph(self.frame.value(ast.Name(one, ast.Load()))):
                    continue
                if not self.need(one, at, line.lineno):
                    return False
        return True

    def _assigned(self, at: int, word: str) -> list[ast.stmt]:
        tree = self.trees[at]
        inner = {
            id(part)
            for one in ast.walk(tree)
            if isinstance(one, (*FUNCTIONS, ast.ClassDef)) and one is not tree
            for part in ast.walk(one)
        }
        return [one for one in assigned(tree, word) if id(one) not in inner]

    def _outer(self, at: int, line: ast.stmt) -> ast.stmt | None:
        """The statement around a line that stands beside the anchor, or beside what that stands in."""
        parents = self._up(at)
        around = self._around() if at == len(self.trees) - 1 else {self.trees[at]}
        top: ast.AST = line
        while (above := parents.get(top)) is not None and above not in around:
            top = above
        return top if isinstance(top, ast.stmt) and not isinstance(top, FUNCTIONS) else None

    def _around(self) -> set[ast.AST]:
        parents, at, found = self._up(len(self.trees) - 1), self.anchor, set[ast.AST]()
        while (above := parents.get(at)) is not None:
            found.add(above)
            at = above
        return found or {self.trees[-1]}

    def _up(self, at: int) -> dict[ast.AST, ast.AST]:
        if at not in self._parents:
            nodes = ast.walk(self.trees[at])
            self._parents[at] = {child: node for node in nodes for child in ast.iter_child_nodes(node)}
        return self._parents[at]


def lines_behind(scene: Scene, frame: Frame, words: Iterable[str], anchor: ast.stmt | ast.expr) -> list[str]:
    """The statements above a loop or a call that made these variables and what they hang on; [] where unknown."""
    tree = tree_of(scene, frame)
    if tree is None:
        return []
    trees: list[ast.AST] = [tree]
    if frame.function == "<module>":
        last = cells(scene)[-1][0]
        trees = [*reversed([one for number, one in cell_trees(scene) if number != last]), tree]
    lines = _Lines(frame, trees, _same(tree, anchor))
    if not all(lines.need(word, len(trees) - 1, anchor.lineno) for word in words):
        return []
    ordered = sorted(lines.found.values(), key=lambda pair: (pair[0], pair[1].lineno, pair[1].col_offset))
    texts = [ast.unparse(one) for _, one in ordered]
    return texts if sum(one.count("\n") + 1 for one in texts) <= MOST_LINES else []


def _same(tree: ast.AST, node: ast.AST) -> ast.AST:
    place = (getattr(node, "lineno", 0), getattr(node, "col_offset", 0), type(node))
    for one in ast.walk(tree):
        if (getattr(one, "lineno", 0), getattr(one, "col_offset", 0), type(one)) == place:
            return one
    return node


def words_kept(frame: Frame, loop: ast.For | ast.While) -> list[str]:
    """The variables that a loop reads and does not make, and that hold a calculation with gradients."""
    found = []
    for word in sorted(names_in(loop)):
        held = frame.value(ast.Name(word, ast.Load()))
        if not isinstance(held, (list, dict)) and holds_graph(held) and not assigned(loop, word):
            found.append(word)
    return found


def loop_with(lines: list[str], loop: ast.For | ast.While, text: str = "") -> str:
    """The loop with these lines as its first ones; where it is long, the lines and what follows them alone."""
    head = ast.unparse(loop).split("\n")[0]
    body = [*lines, *(ast.unparse(one) for one in loop.body)]
    whole = "\n".join([head, *("    " + line for one in body for line in one.split("\n"))])
    if not loop.orelse and len(whole.split()) <= MOST_WORDS:
        return whole
    return "\n".join(["# inside the loop:", *lines, *([text] if text else [])])
