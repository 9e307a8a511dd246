"""JSON, bytes and text: what was read is in another form than expected."""

from __future__ import annotations

import ast
import json
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_opened import opened_so
from fastaid.teach.rules.python_source import call_at, cut, replaced, text_of
from fastaid.teach.scene import Frame, Scene

NUMBERS = ("ndarray", "float16", "float32", "float64", "int64", "int32", "int16", "int8", "uint8", "bool_")


@rule(json.JSONDecodeError)
def bad_json(scene: Scene) -> Diagnosis | None:
    """Text that is not JSON: single quotes, a comma too many, HTML, nothing, several values."""
    error, frame = scene.error, scene.here
    if not isinstance(error, json.JSONDecodeError) or frame is None:
        return None
    call = call_at(frame)
    source = text_of(call.args[0]) if call is not None and call.args else "text"
    simple = source if re.fullmatch(r"[\w.]+", source) else "text"
    return (
        _not_even_alike(error.doc, simple)
        or _as_python_writes_it(error, source)
        or _several_values(error, source, simple)
        or _broken_at(error, simple)
    )


def _not_even_alike(doc: str, simple: str) -> Diagnosis | None:
    """Nothing, a web page, or a mark before the text."""
    start = doc.lstrip()[:40]
    if not doc.strip():
        return Diagnosis(
            "The text is empty; that is not JSON.",
            "The file or answer that was read holds nothing (or was read to its end before).",
            f"print(repr({simple}))",
            "See what was read:",
        )
    if start.startswith("<"):
        return Diagnosis(
            "The text is HTML, not JSON.",
            f"It begins with {cut(start)}: a web page, perhaps an error page or a login.",
            f"print({simple}[:300])",
            "See what came (check the address and the answer's status):",
        )
    if start.startswith("\ufeff"):
        return Diagnosis(
            "The text begins with an invisible mark (BOM).",
            "The file was saved as “UTF-8 with BOM”.",
            "open(file, encoding='utf-8-sig')",
            "Read it with this encoding:",
        )
    return None


def _as_python_writes_it(error: json.JSONDecodeError, source: str) -> Diagnosis | None:
    """Single quotes, a last comma, `True` and `None`."""
    doc, place = error.doc, _place(error)
    before, rest = doc[: error.pos].rstrip(), doc[error.pos :]
    if rest.startswith("'") or re.match(r"[{\[,:]\s*'", doc[max(error.pos - 1, 0) :]):
        return Diagnosis(
            f"The text has single quotes ({place}): {_around(error)}.",
            "JSON takes double quotes only. With single quotes it is Python's own way to write a dict.",
            f"import ast\nast.literal_eval({source})",
            "Write double quotes in the text; or, if it is a dict as Python prints it:",
        )
    if before.endswith(",") and rest.lstrip()[:1] in ("}", "]"):
        return Diagnosis(
            f"There is a comma before the closing `{rest.lstrip()[0]}` ({place}).",
            "JSON allows no comma after the last item.",
            "",
            "Delete that comma in the text.",
        )
    if word := re.match(r"(True|False|None|nan)\b", rest):
        now = {"True": "true", "False": "false", "None": "null", "nan": "NaN"}[word[0]]
        return Diagnosis(
            f"The text has `{word[0]}` ({place}).",
            f"JSON writes `{now}`.",
            "json.dumps(data)",
            f"Write `{now}` in the text; text made with `json.dumps` has it right:",
        )
    return None


def _several_values(error: json.JSONDecodeError, source: str, simple: str) -> Diagnosis | None:
    if "Extra data" not in error.msg:
        return None
    return Diagnosis(
        f"After the first JSON value there is more ({_place(error)}).",
        "The text holds several values, one on each line: JSON lines.",
        f"[json.loads(line) for line in {simple}.splitlines() if line]"
        if simple == "text" or "load" not in source
        else source,
        "Read line by line:",
        sure="likely",
    )


def _broken_at(error: json.JSONDecodeError, simple: str) -> Diagnosis:
    return Diagnosis(
        f"The text is not JSON from {_place(error)} on: {_around(error)}.",
        {
            "Expecting ',' delimiter": "A comma is missing there, or a quote inside a string is not escaped.",
            "Expecting property name enclosed in double quotes": "A key in double quotes is missing there.",
            "Expecting ':' delimiter": "The colon between key and value is missing there.",
        }.get(error.msg, f"{error.msg}."),
        f"print({simple}[:200])",
        "Look at the text at this place:",
        sure="likely",
    )


def _place(error: json.JSONDecodeError) -> str:
    return f"line {error.lineno}, column {error.colno}"


def _around(error: json.JSONDecodeError) -> str:
    """The text around the place where reading it ended."""
    return cut(error.doc[max(error.pos - 10, 0) : error.pos + 20])


def _numbers(frame: Frame, call: ast.Call, kind: str) -> Diagnosis:
    """Numbers and arrays of torch or numpy among the values."""
    node = call.args[0]
    leaves = list(node.values) if isinstance(node, ast.Dict) else [node]
    unknown = [one for one in leaves if not _plain(frame, one)]
    # Where one alone is not in sight, it is the one that the error speaks of.
    alone = (
        unknown[0]
        if len(unknown) == 1 and isinstance(unknown[0], (ast.Call, ast.Attribute, ast.Subscript))
        else None
    )
    new = _plain(frame, node) if alone is None else ""
    if alone is not None:
        node, new = alone, f"{ast.unparse(alone)}.tolist()"
    short = text_of(call.args[0]) or "The value"
    return Diagnosis(
        f"`{short}` holds a value of type {kind}, which JSON cannot write.",
        "JSON knows Python's own numbers, texts, lists and dicts. `float(…)` makes a number of it; `.tolist()` a "
        "list of an array.",
        replaced(frame, node, new) if new else "",
        "Turn it into plain numbers:"
        if new
        else "Write `float(…)` around such a number, `.tolist()` behind an array.",
    )


def _plain(frame: Frame, node: ast.expr) -> str:
    """An expression with its numbers made Python's own; "" where it is not sure what they are."""
    if isinstance(node, ast.Dict) and all(node.keys):
        parts = [_plain(frame, one) for one in node.values]
        keys = [ast.unparse(one) for one in node.keys if one is not None]
        pairs = ", ".join(f"{key}: {part}" for key, part in zip(keys, parts, strict=True))
        return f"{{{pairs}}}" if all(parts) else ""
    if isinstance(node, (ast.List, ast.Tuple)):
        parts = [_plain(frame, one) for one in node.elts]
        return f"[{', '.join(parts)}]" if all(parts) else ""
    text, held = ast.unparse(node), frame.value(node)
    if _is_number(held) or _is_item(frame, node):
        return f"float({text})"
    if is_tensor(held) or is_array(held):
        return f"{text}.tolist()"
    if (
        isinstance(held, dict)
        and held
        and all(_is_number(one) or type(one) in (int, float) for one in held.values())
    ):
        return f"{{k: float(v) for k, v in {text}.items()}}"
    if type(held) in (list, tuple) and held and all(_is_number(one) for one in held):
        return f"[float(one) for one in {text}]"
    if isinstance(node, ast.DictComp) and isinstance(node.value, ast.Name):
        value = ast.unparse(node.value)
        return text.replace(f": {value} for", f": float({value}) for", 1)
    return text if type(held) in (str, int, float, bool, type(None)) else ""


def _is_number(held: object) -> bool:
    is_one = (is_tensor(held) or is_array(held)) and shape(held) == ()
    return is_one or is_of(held, "numpy", "number")


def _is_item(frame: Frame, node: ast.expr) -> bool:
    """`probs[idx]`: one number of a row of them."""
    if not isinstance(node, ast.Subscript) or isinstance(node.slice, ast.Slice):
        return (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and (
                node.func.attr in ("max", "mean", "sum", "min")
                and not node.args
                and is_tensor(frame.value(node.func.value))
            )
        )
    held, at = frame.value(node.value), frame.value(node.slice)
    is_one = type(at) is int or (is_tensor(at) and shape(at) == ())
    return (is_tensor(held) or is_array(held)) and len(shape(held)) == 1 and is_one


@rule(AttributeError, TypeError)
def json_load_or_loads(scene: Scene) -> Diagnosis | None:
    """`json.load` reads a file, `json.loads` a string; `dump` and `dumps` write."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not isinstance(call.func, ast.Attribute) or not call.args:
        return None
    word, value = call.func.attr, frame.value(call.args[0])
    if scene.within("json") is None or word not in ("load", "loads", "dump", "dumps"):
        return None
    text, holder = text_of(call.args[0]), text_of(call.func.value)
    if word == "load" and type(value) is str:
        return _load_of_text(frame, call, value)
    if word == "loads" and type(value) in (dict, list):
        return Diagnosis(
            f"`{text}` is a {type(value).__name__} already, not text.",
            "`loads` makes Python values of JSON text.",
            text,
            "It needs no reading:",
        )
    if word == "loads" and hasattr(type(value), "read"):
        return Diagnosis(
            f"`{text}` is an open file; `{holder}.loads` takes a string.",
            "`load` reads from a file, `loads` from a string.",
            replaced(frame, call, f"{holder}.load({text})"),
            "Write:",
        )
    found = re.match(r"Object of type (\S+) is not JSON serializable", scene.message)
    if word in ("dump", "dumps") and found:
        return _cannot_be_written(frame, call, found[1])
    if word == "dump" and len(call.args) == 1:
        return Diagnosis(
            f"`{holder}.dump` needs an open file to write to.",
            "`dump` writes into a file, `dumps` makes a string.",
            replaced(frame, call, f"{holder}.dumps({text})"),
            "For a string:",
        )
    return None


def _load_of_text(frame: Frame, call: ast.Call, value: str) -> Diagnosis:
    """`json.load` of a string: JSON itself, or the name of a file."""
    text, holder = text_of(call.args[0]), text_of(getattr(call.func, "value", None))
    is_name = not value.lstrip().startswith(("{", "["))
    return Diagnosis(
        f"`{text}` is a string{' (a file name)' if is_name else ''}; `{holder}.load` takes an open file.",
        "`load` reads from a file, `loads` from a string.",
        f"with open({text}) as f: data = {holder}.load(f)"
        if is_name
        else replaced(frame, call, f"{holder}.loads({text})"),
        "Open the file first:" if is_name else "Write:",
    )


def _cannot_be_written(frame: Frame, call: ast.Call, kind: str) -> Diagnosis:
    if kind in NUMBERS or kind.startswith("Tensor"):
        return _numbers(frame, call, kind)
    keywords = [*call.keywords, ast.keyword("default", ast.Name("str"))]
    return Diagnosis(
        f"`{text_of(call.args[0])}` holds a value of type {kind}, which JSON cannot write.",
        "JSON knows texts, numbers, true/false, null, lists and dicts.",
        text_of(ast.Call(call.func, call.args, keywords), 100),
        "Turn such values into text (or, for arrays, into lists with `.tolist()`):",
    )


@rule(TypeError)
def bytes_or_text(scene: Scene) -> Diagnosis | None:
    """A file opened as text gets bytes, or as bytes gets text; `write` of a number."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    is_its = scene.is_raised_by_learner or (scene.last is not None and scene.last.module in ("json", "csv"))
    if frame is None or call is None or not is_its or not call.args:
        return None
    text = text_of(call.args[0])
    if found := re.match(r"write\(\) argument must be str, not (\w+)", scene.message):
        if found[1] == "bytes":
            writes_bytes = text_of(call.func).rpartition(".")[2] in ("dump", "save", "savez")
            whole = text_of(call.func)
            return Diagnosis(
                f"`{whole}` writes bytes, and the file is open for text."
                if writes_bytes
                else f"`{text}` is bytes, and the file is open for text.",
                "Bytes are written to a file opened with `'wb'`.",
                opened_so(scene, frame, call, "wb") or "open(file, 'wb')",
                "Open the file so:",
            )
        is_data = found[1] in ("dict", "list")
        return Diagnosis(
            f"`{text}` is a{'n' if found[1][0] in 'aeiou' else ''} {found[1]}; `write` takes text.",
            "A file holds text; it does not turn values into text by itself.",
            f"json.dump({text}, f)" if is_data else replaced(frame, call.args[0], f"str({text})"),
            "With `import json` and the open file `f`:" if is_data else "Turn it into text:",
        )
    if "a bytes-like object is required, not 'str'" in scene.message:
        is_write = text_of(call.func).endswith(".write")
        opened = opened_so(scene, frame, call, "w") if not is_write else ""
        if opened:
            return Diagnosis(
                f"`{text_of(call.func)}` writes text, and the file is open for bytes (`'wb'`).",
                "The `b` stands for bytes; csv and JSON are text.",
                opened,
                "Open the file without it:",
            )
        return Diagnosis(
            f"`{text}` is text, and bytes are needed." if is_write else "Text and bytes are mixed here.",
            "The file is open for bytes (`'wb'`)."
            if is_write
            else "The value that it is called on is bytes, not text.",
            replaced(frame, call.args[0], f"{text}.encode()"),
            "Turn the text into bytes (or open the file with `'w'`):"
            if is_write
            else "Turn the text into bytes:",
            sure="likely",
        )
    return None
