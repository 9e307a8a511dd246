"""Operations between types that do not go together: text and numbers, lists and numbers, mixed sorting."""

from __future__ import annotations

import ast
import re
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_joins import all_as_text, joins_words
from fastaid.teach.rules.python_source import cut, kind_of, node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
}  # fmt: skip
NUMBERS = (int, float, bool)
FUNCTIONS = (FunctionType, BuiltinFunctionType, MethodType, type)


class Sides:
    """An operation of two sides: its expressions, their values, its sign."""

    def __init__(self, frame: Frame, node: ast.BinOp | ast.AugAssign):
        self.frame, self.node = frame, node
        self.left: ast.expr = node.left if isinstance(node, ast.BinOp) else node.target
        self.right: ast.expr = node.right if isinstance(node, ast.BinOp) else node.value
        self.sign = SIGNS.get(type(node.op), "?")
        self.a, self.b = frame.value(_loaded(self.left)), frame.value(self.right)

    def is_of(self, first: tuple[type, ...], second: tuple[type, ...]) -> bool:
        """Whether the sides are exactly of these types, in this order."""
        return type(self.a) in first and type(self.b) in second

    def text(self, node: ast.expr) -> str:
        """A side as it is written."""
        return text_of(node) or "the value"

    def told(self) -> str:
        """Both sides with what they are."""
        pairs = ((self.left, self.a), (self.right, self.b))
        return ", ".join(f"`{self.text(side)}` is {_kind_of(side, value)}" for side, value in pairs)

    def with_side(self, side: ast.expr, new: str) -> str:
        """The line with one side written anew."""
        return replaced(self.frame, side, new)


def _kind_of(side: ast.expr, value: Any) -> str:
    """What a side is; of a literal, which shows its value itself, only the kind."""
    if isinstance(side, ast.Constant) and type(value) in (str, int, float):
        return "text" if type(value) is str else "a number"
    return kind_of(value)


def _loaded(node: ast.expr) -> ast.expr:
    # A target is read through the same expression in a reading form.
    return ast.parse(ast.unparse(node), mode="eval").body


def sides(scene: Scene) -> Sides | None:
    """The learner's operation that failed, where both of its sides can be seen."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or not scene.is_raised_by_learner or not isinstance(node, (ast.BinOp, ast.AugAssign)):
        return None
    found = Sides(frame, node)
    for side, is_left in ((found.left, True), (found.right, False)):
        value = found.a if is_left else found.b
        if value is UNKNOWN and isinstance(side, ast.Call):
            # input() and str() always give text; len() and int() always numbers.
            word = side.func.id if isinstance(side.func, ast.Name) else ""
            example = {"input": "", "str": "", "len": 0, "int": 0, "float": 0.0, "list": []}.get(
                word, UNKNOWN
            )
            if is_left:
                found.a = example
            else:
                found.b = example
    return None if found.a is UNKNOWN or found.b is UNKNOWN else found


def number_in(text: Any) -> str:
    """How a text is made a number: "int", "float", or "" where it is none."""
    if re.fullmatch(r"\s*[-+]?\d+\s*", text):
        return "int"
    return "float" if re.fullmatch(r"\s*[-+]?\d*\.\d+\s*", text) else ""


@rule(TypeError)
def text_and_number(scene: Scene) -> Diagnosis | None:
    """`"Age: " + 5`, `"3" * 2.5`, `5 + "3"`."""
    found = sides(scene)
    if found is None or not (found.is_of((str,), NUMBERS) or found.is_of(NUMBERS, (str,))):
        return None
    is_text_left = isinstance(found.a, str)
    text, side = (found.a, found.left) if is_text_left else (found.b, found.right)
    other = found.right if is_text_left else found.left
    number = number_in(text)
    called = isinstance(side, ast.Call) and isinstance(side.func, ast.Name) and side.func.id == "input"
    number = "int" if called and not text else number
    if found.sign == "+" and not number:
        whole, n = all_as_text(found.frame, found.node)
        return Diagnosis(
            f"{found.told()}: `+` cannot join text and a number.".replace("`the value`", "one side"),
            "`+` joins two texts or adds two numbers; Python does not turn a number into text by itself.",
            whole or found.with_side(other, f"str({found.text(other)})"),
            f"Turn {'each value' if n > 1 else 'the number'} into text with `str` (or write an f-string):",
        )
    if not number:
        return Diagnosis(
            f"{found.told()}: there is no `{found.sign}` between text and a number.",
            f"`{found.sign}` computes with numbers, and {cut(text)} is not one.",
            f"print(type({found.text(side)}), {found.text(side)})",
            f"See where `{found.text(side)}` gets its text:",
            sure="likely",
        )
    return Diagnosis(
        f"{found.told()}: digits in quotes are text, not a number."
        if not called
        else f"`{found.text(side)}` gives text (a string), also when digits are typed.",
        f"`{found.sign}` does not compute with text and a number. "
        + ("What `input` or a file gives is text." if not isinstance(side, ast.Constant) else ""),
        _added_then_joined(found, side, number) or found.with_side(side, f"{number}({found.text(side)})"),
        f"Turn the text into a number with `{number}`:",
    )


def _added_then_joined(found: Sides, side: ast.expr, number: str) -> str:
    """`x + 2 + " apples"`: the sum is made text again; "" where nothing is joined to it."""
    if found.sign != "+" or not joins_words(found.node):
        return ""
    texts = [
        f"{number}({found.text(one)})" if one is side else found.text(one)
        for one in (found.left, found.right)
    ]
    return replaced(found.frame, found.node, f"str({' + '.join(texts)})")


@rule(TypeError)
def text_and_container(scene: Scene) -> Diagnosis | None:
    """`"The sizes: " + sizes`, where `sizes` is a list, a tuple, a dict or a number of numpy."""
    found = sides(scene)
    if found is None or found.sign != "+" or type(found.a) is not str:
        return None
    if type(found.b) not in (list, tuple, dict, set) and not is_of(found.b, "numpy", "generic"):
        return None
    whole, n = all_as_text(found.frame, found.node)
    return Diagnosis(
        f"{found.told()}: `+` joins text with text only.".replace("`the value`", "one side"),
        "Python does not turn a value into text by itself.",
        whole or found.with_side(found.right, f"str({found.text(found.right)})"),
        f"Turn {'each value' if n > 1 else 'the value'} into text with `str` (or write an f-string):",
    )


@rule(TypeError)
def list_and_other(scene: Scene) -> Diagnosis | None:
    """`[1] + 2`, `[1, 2] * [3, 4]`, `[1, 2] / 2`, `{…} + {…}`."""
    found = sides(scene)
    if found is None:
        return None
    left, right = found.text(found.left), found.text(found.right)
    if (
        found.sign == "+"
        and type(found.a) is list
        and not isinstance(found.b, FUNCTIONS)
        and found.b is not None
    ):
        if type(found.b) in (tuple, set, range, dict) or type(found.b).__name__ in (
            "dict_keys",
            "dict_values",
            "map",
            "zip",
        ):
            fix, how = found.with_side(found.right, f"list({right})"), "Make a list of the second:"
        elif isinstance(found.node, ast.AugAssign):
            fix, how = f"{left}.append({right})", "To add one item, write:"
        else:
            fix, how = found.with_side(found.right, f"[{right}]"), "To add one item, put it into a list:"
        return Diagnosis(f"{found.told()}.", "`+` joins a list only with another list.", fix, how)
    if found.is_of((list, tuple), (list, tuple, float, int)) or found.is_of((float, int), (list, tuple)):
        if found.sign == "+" and {type(found.a), type(found.b)} == {list, tuple}:
            side, text = (found.left, left) if type(found.a) is tuple else (found.right, right)
            return Diagnosis(
                f"{found.told()}.",
                "`+` joins two lists or two tuples, not one of each.",
                found.with_side(side, f"list({text})"),
                "Make both lists:",
            )
        first = left if isinstance(found.a, (list, tuple)) else right
        other = right if first == left else left
        if isinstance(found.a, (list, tuple)) and isinstance(found.b, (list, tuple)):
            fix = f"[a {found.sign} b for a, b in zip({left}, {right})]"
        else:
            fix = (
                f"[x {found.sign} {other} for x in {first}]"
                if first == left
                else f"[{left} {found.sign} x for x in {right}]"
            )
        return Diagnosis(
            f"{found.told()}: there is no `{found.sign}` between them.",
            "A list does not compute with each of its items; an array of numpy does: `np.array(…)`.",
            fix,
            "With lists, item by item:",
        )
    if found.is_of((dict,), (dict,)) and found.sign == "+":
        return Diagnosis(f"{found.told()}.", "`+` does not join dicts.", f"{{**{left}, **{right}}}", "Write:")
    if found.is_of((set,), (set, list)) and found.sign == "+":
        return Diagnosis(f"{found.told()}.", "Sets are joined with `|`.", f"{left} | set({right})", "Write:")
    return None


@rule(TypeError)
def text_and_text(scene: Scene) -> Diagnosis | None:
    """`"5" - "3"`, `"a" * "b"`: only `+` works between texts."""
    found = sides(scene)
    if found is None or not found.is_of((str,), (str,)) or found.sign in ("+", "/", "%"):
        return None
    left, right = found.text(found.left), found.text(found.right)
    kind = (
        "int" if number_in(found.a) == "int" == number_in(found.b) else "float" if number_in(found.a) else ""
    )
    if not kind:
        return Diagnosis(
            f"{found.told()}: there is no `{found.sign}` between two texts.",
            "Texts can be joined with `+`; a part is taken away with `replace`.",
            f"{left}.replace({right}, '')" if found.sign == "-" else "",
            "To take one out of the other:"
            if found.sign == "-"
            else "Turn both into numbers, if they are numbers.",
        )
    return Diagnosis(
        f"{found.told()}: both are text, though they look like numbers.",
        f"`{found.sign}` computes with numbers.",
        replaced(found.frame, found.node, f"{kind}({left}) {found.sign} {kind}({right})")
        if isinstance(found.node, ast.BinOp)
        else f"{left} = {kind}({left}) {found.sign} {kind}({right})",
        "Turn both into numbers:",
    )


@rule(TypeError)
def function_as_value(scene: Scene) -> Diagnosis | None:
    """A function in a computation: its parentheses are missing."""
    found = sides(scene)
    if found is None:
        return None
    for side, value in ((found.left, found.a), (found.right, found.b)):
        if isinstance(value, (FunctionType, BuiltinFunctionType, MethodType)):
            text = found.text(side)
            return Diagnosis(
                f"`{text}` is {kind_of(value)} itself; it was not called.",
                "Without parentheses a name stands for the function, not for what it returns.",
                found.with_side(side, f"{text}()"),
                "Call it (with its arguments, if it takes some):",
            )
    return None


@rule(TypeError, ValueError)
def percent_format(scene: Scene) -> Diagnosis | None:
    """`"%d of %d" % n`: places and values do not match."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Mod):
        return None
    text, values = frame.value(node.left), frame.value(node.right)
    if type(text) is not str:
        return None
    places = len(re.findall(r"%[-+ #0-9.*]*[sdifrgexXc]", text.replace("%%", "")))
    n = len(values) if isinstance(values, tuple) else 1
    if values is UNKNOWN and isinstance(node.right, ast.Tuple):
        n = len(node.right.elts)
    elif values is UNKNOWN or places == n:
        if values is UNKNOWN or places != n or "required" not in scene.message:
            return None
        return Diagnosis(
            f"A place in {cut(text)} is for a number, and `{text_of(node.right)}` is {kind_of(values)}.",
            "`%d` and `%f` take numbers; `%s` takes anything.",
            replaced(frame, node.left, repr(re.sub(r"%[-+ #0-9.*]*[dif]", "%s", text))),
            "Write `%s`:",
        )
    return Diagnosis(
        f"{cut(text)} has {places} place{'' if places == 1 else 's'} that begin with `%`, and {n} "
        f"value{'' if n == 1 else 's'} came.",
        "Each `%s` or `%d` takes one value; several values stand in a tuple: `% (a, b)`.",
        "f'{a} of {b}'",
        "Give one value for each place, or write an f-string with the names in braces, like:",
    )


@rule(TypeError)
def sign_before(scene: Scene) -> Diagnosis | None:
    """`-"5"`, `+ "text"` after a comma, `-[1, 2]`."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.UnaryOp):
        return None
    value = frame.value(node.operand)
    text = text_of(node.operand) or "the value"
    sign = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~"}.get(type(node.op), "not")
    if value is UNKNOWN or type(value) not in (str, list, tuple, dict):
        return None
    if sign == "+":
        return Diagnosis(
            f"A `+` stands before {kind_of(value)} with nothing on its left.",
            "After a comma (or at a line's start) `+` is a sign like in +5, not a joining.",
            replaced(frame, node, text),
            "Take away the `+` (or the comma before it):",
        )
    number = number_in(value) if type(value) is str else ""
    fix = (
        f"{sign}{number}({text})"
        if number
        else f"[{sign}x for x in {text}]"
        if type(value) in (list, tuple)
        else ""
    )
    if not fix:
        return None
    return Diagnosis(
        f"`{text}` is {kind_of(value)}; `{sign}` works on a number.",
        "Digits in quotes are text." if number else "A list does not compute with each of its items.",
        replaced(frame, node, fix),
        "Write:",
    )
