"""Text and numbers made of each other: int, float, formats, dates, join."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import (
    call_at,
    code_of,
    cut,
    kind_of,
    replaced,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene


@rule(ValueError)
def text_to_number(scene: Scene) -> Diagnosis | None:
    """`int("3.5")`, `float("1,5")`, `int("")`."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner or not call.args:
        return None
    kind = text_of(call.func)
    if kind not in ("int", "float") or frame.value(call.func) not in (int, float):
        return None
    text, value = text_of(call.args[0]), frame.value(call.args[0])
    if value is UNKNOWN:
        quoted = re.search(r"(?:base \d+|float): '(.*)'$", scene.message, re.S)
        value = quoted[1] if quoted else UNKNOWN
    if type(value) is not str:
        return None
    what = f"`{text}` is the text {cut(value)}; `{kind}` can make no number of it.".replace(
        "`the value`", "It"
    )
    if isinstance(call.args[0], ast.Constant):
        what = f"`{kind}` can make no number of the text {cut(value)}."
    if not value.strip():
        return Diagnosis(
            what,
            "The text is empty: a missing value, an empty line or an empty answer.",
            f"{kind}({text}) if {text}.strip() else 0",
            "Say what an empty text shall count as:",
        )
    if kind == "int" and (found := _computed_with(frame, call, text, value.strip())):
        return Diagnosis(what, *found)
    if found := _written_otherwise(kind, text, value.strip()):
        cause, fix, how = found
        return Diagnosis(what, cause, replaced(frame, call, fix), how)
    return Diagnosis(
        what,
        f"Only digits{' and a decimal point' if kind == 'float' else ''} (and a sign) can become a number.",
        f"print(repr({text}))",
        "See what the text is and where it comes from (perhaps a heading, or another column):",
    )


def _computed_with(frame: Frame, call: ast.Call, text: str, value: str) -> tuple[str, str, str] | None:
    """`int("3.50") * 100`: the decimals count in what is computed."""
    around = getattr(call, "parent", None)
    if not re.fullmatch(r"[-+]?\d*\.\d*[1-9]\d*", value) or not isinstance(around, ast.BinOp):
        return None
    cause = "`int` reads whole numbers only, and this text has decimals."
    number = ast.unparse(around).replace(ast.unparse(call), f"float({text})", 1)
    other = around.right if around.left is call else around.left
    if isinstance(around.op, ast.Mult) and type(frame.value(other)) is int:
        how = "Read it as a `float`, and round what is computed (rounding before would lose the decimals):"
        return cause, replaced(frame, around, f"round({number})"), how
    if isinstance(around.op, (ast.FloorDiv, ast.Mod, ast.Pow)):
        return None
    return cause, replaced(frame, call, f"float({text})"), "Read it as a `float`, which keeps the decimals:"


def _written_otherwise(kind: str, text: str, value: str) -> tuple[str, str, str] | None:
    """For a number in a notation that is not read: what that is, the call that reads it, and what this does."""
    if kind == "int" and re.fullmatch(r"[-+]?\d*\.\d*(e[-+]?\d+)?|[-+]?\d+e[-+]?\d+", value, re.I):
        cause = "`int` reads whole numbers only, and this text has decimals."
        return cause, f"int(float({text}))", "Read it as a `float` first (`int` then cuts the decimals off):"
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", value):
        cause = "The commas between the thousands do not belong to a number in Python."
        return cause, f"{kind}({text}.replace(',', ''))", "Take them out first:"
    if re.fullmatch(r"[-+]?\d+,\d+", value):
        cause = "The decimals stand after a comma; Python's decimal sign is the point."
        return cause, f"float({text}.replace(',', '.'))", "Make it a point:"
    if kind == "int" and re.fullmatch(r"0[xX][0-9a-fA-F]+", value):
        return "It is a hexadecimal number.", f"int({text}, 16)", "Write:"
    if found := _of_several_parts(kind, text, value):
        return found
    number, rest = re.search(r"\d+(\.\d+)?", value), re.sub(r"[\d.]", "", value)
    if number and len(rest) <= 8 and number[0] != value:
        cause = f"Besides the number there is {cut(rest.strip())} in it."
        return cause, f"{kind}({text}{_without(rest.strip(), value)})", "Take it out first:"
    return None


def _of_several_parts(kind: str, text: str, value: str) -> tuple[str, str, str] | None:
    """For a text with something between its digits: taken out, it would make one wrong number of two."""
    letters = re.findall(r"[a-fA-F]+", value) if re.fullmatch(r"[0-9a-fA-F]+", value) else []
    # `12d` and `b12` may be days and a seat.
    if kind == "int" and (len(letters) > 1 or (letters and re.search(r"\d[a-fA-F]+\d", value))):
        how = "If that is how it is written (an id, a color, a hash), read it with base 16:"
        return (
            "With letters from a to f between the digits it is a number only in hexadecimal.",
            (f"int({text}, 16)"),
            how,
        )
    numbers, between = re.findall(r"\d+", value), re.search(r"\d([^\d\s.,]+)\d", value)
    if between is None or len(numbers) < 2 or between[1] in ("'", "_"):
        return None
    sign = between[1]
    if kind == "int" and value.split(sign) == numbers:
        cause = f"It holds {len(numbers)} numbers, with {sign!r} between them."
        return cause, f"[int(part) for part in {text}.split({sign!r})]", "Make a number of each part:"
    cause = f"{cut(sign)} stands between digits, so the text holds {len(numbers)} numbers, and not one."
    return cause, f"re.findall(r'\\d+', {text})", "See its numbers, and choose the one you want:"


def _without(signs: str, text: str) -> str:
    """What takes signs out of a text: all at once where they stand together, else one by one."""
    parts = [signs] if signs in text else list(dict.fromkeys(signs.replace(" ", "")))
    return "".join(f".replace({one!r}, '')" for one in parts)


@rule(TypeError)
def text_for_a_number(scene: Scene) -> Diagnosis | None:
    """`abs("-3")`, `math.sqrt("9")`: a function of numbers got text."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or not call.args:
        return None
    word = text_of(call.func)
    value, text = frame.value(call.args[0]), text_of(call.args[0])
    if type(value) is not str or not (
        word in ("abs", "round", "pow", "divmod", "bin", "hex", "chr") or word.startswith("math.")
    ):
        return None
    kind = "int" if word in ("bin", "hex", "chr") else "float"
    return Diagnosis(
        f"`{text}` is {kind_of(value)}; `{word}` takes a number.",
        "Digits in quotes, and what `input` or a file gives, are text.",
        replaced(frame, call.args[0], f"{kind}({text})"),
        "Turn it into a number first:",
    )


@rule(ValueError)
def beyond_mathematics(scene: Scene) -> Diagnosis | None:
    """`math.sqrt(-1)`, `math.log(0)`: there is no such number."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or not call.args or not text_of(call.func).startswith("math."):
        return None
    value, text, word = frame.value(call.args[0]), text_of(call.args[0]), text_of(call.func)
    if type(value) not in (int, float) or value > 0:
        return None
    return Diagnosis(
        f"`{text}` is {value}; `{word}` has no result for it.",
        "A logarithm needs a number above 0."
        if "log" in word
        else "There is no real number of which that is the square.",
        f"{word}(max({text}, 1e-9))" if "log" in word else f"{word}(abs({text}))",
        "See why the number is so; to keep it above 0:"
        if "log" in word
        else "See why the number is negative; without its sign:",
    )


@rule(TypeError)
def joined_numbers(scene: Scene) -> Diagnosis | None:
    """`", ".join([1, 2])`: only texts are joined."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner or not call.args:
        return None
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr != "join" or "sequence item" not in scene.message:
        return None
    text = text_of(call.args[0]) or "items"
    held = frame.value(call.args[0])
    odd = (
        next((f" The first is {kind_of(one)}." for one in held if type(one) is not str), "")
        if type(held) in (list, tuple)
        else ""
    )
    return Diagnosis(
        f"`{text}` holds items that are not text.{odd}",
        "`join` puts texts together; it does not turn numbers into text.",
        replaced(frame, call.args[0], f"str(x) for x in {text}"),
        "Turn each into text:",
    )


@rule(TypeError)
def to_number_of_other(scene: Scene) -> Diagnosis | None:
    """`int([3])`, `range(2.5)`, `float(None)`."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner or not call.args:
        return None
    word = text_of(call.func)
    values = [(one, frame.value(one)) for one in call.args]
    if word == "range":
        for node, value in values:
            is_half = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
            if type(value) is float or is_half:
                new = (
                    code_of(ast.BinOp(node.left, ast.FloorDiv(), node.right))
                    if is_half and isinstance(node, ast.BinOp)
                    else f"int({text_of(node)})"
                )
                return Diagnosis(
                    f"`{text_of(node)}` is "
                    f"{kind_of(value) if value is not UNKNOWN else 'a number with decimals'}; `range` "
                    "takes whole numbers.",
                    "`/` gives a number with decimals, also when it comes out even; `//` does not."
                    if is_half
                    else "A number with a decimal point is a float, even 5.0.",
                    replaced(frame, node, new),
                    "Write:",
                )
            if type(value) in (str, list, tuple, dict):
                new = f"int({text_of(node)})" if type(value) is str else f"len({text_of(node)})"
                return Diagnosis(
                    f"`{text_of(node)}` is {kind_of(value)}; `range` takes whole numbers.",
                    "A loop over the things themselves needs no `range`."
                    if type(value) is not str
                    else "Digits in quotes, and what `input` gives, are text.",
                    replaced(frame, node, new),
                    "Write:",
                )
    if word in ("int", "float") and type(values[0][1]) in (list, tuple, dict, set):
        text, value = text_of(values[0][0]), values[0][1]
        fix = f"[{word}(x) for x in {text}]"
        return Diagnosis(
            f"`{text}` is {kind_of(value)}; `{word}` makes a number of one value.",
            f"`{word}` does not go into a {type(value).__name__}.",
            replaced(frame, call, fix),
            f"For each of them (or take one: `{text}[0]`):",
        )
    return None


@rule(ValueError)
def number_format(scene: Scene) -> Diagnosis | None:
    """`f"{name:.2f}"` where the value is text."""
    frame = scene.here
    statement = statement_at(frame) if frame is not None and scene.is_raised_by_learner else None
    found = re.match(r"Unknown format code '(.)' for object of type '(\w+)'", scene.message)
    if frame is None or statement is None or found is None:
        return None
    for node in ast.walk(statement):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            value, text = frame.value(node.value), text_of(node.value)
            if type(value).__name__ == found[2]:
                kind = "float" if found[1] in "feg" else "int"
                is_text = found[2] == "str"
                return Diagnosis(
                    f"`{text}` is {kind_of(value)}; the format "
                    f"`:{ast.unparse(node.format_spec)[2:-1]}` is for "
                    + ("numbers." if is_text else "another type."),
                    "Text has no decimals, also if it consists of digits."
                    if is_text
                    else f"`{found[1]}` does not go with it.",
                    f"{kind}({text})" if is_text else f"int({text})" if found[1] == "d" else f"str({text})",
                    "Make it a number inside the braces:" if is_text else "Inside the braces write:",
                )
    return None
