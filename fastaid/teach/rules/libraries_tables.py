"""Tables of pandas: types of columns, computing with text, joining, and files that are not as expected."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.gaps_in_texts import column_of
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.libraries_merges import missing_key, other_kinds, tables_of
from fastaid.teach.rules.libraries_numbers import number_line, odd_line
from fastaid.teach.rules.libraries_quotes import NEVER_CLOSED, never_closed
from fastaid.teach.rules.python_files import file_kind
from fastaid.teach.rules.python_source import call_at, code_of, cut, node_at, replaced, shown, text_of
from fastaid.teach.scene import Frame, Scene

REDUCTIONS = ("mean", "sum", "median", "std", "var", "corr", "skew", "sem", "prod", "cov", "quantile", "kurt")


@rule(ValueError, TypeError, needs="pandas")
def text_column_to_number(scene: Scene) -> Diagnosis | None:
    """`astype(float)` of a column with texts or gaps in it."""
    frame = scene.here
    call = call_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if (
        frame is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or call.func.attr not in ("astype", "to_numeric", "apply", "map")
        or not call.args
    ):
        return None
    node = call.func.value if call.func.attr != "to_numeric" else call.args[0]
    column = column_at(frame, node)
    text, kind = text_of(node), text_of(call.args[0]) if call.func.attr != "to_numeric" else "float"
    if not is_series(column) or (call.func.attr in ("apply", "map") and kind not in ("float", "int")):
        return None
    if re.search(r"non-finite|NA or inf|cannot convert NA|NaN", scene.message):
        n = int(column.isna().sum())
        return Diagnosis(
            f"`{text}` has {n} missing value{'' if n == 1 else 's'} (NaN); whole numbers cannot hold them.",
            "`int` has no sign for “missing”.",
            f"{text}.fillna(0).astype(int)",
            "Fill the gaps first (or use `'Int64'`, which allows them):",
        )
    found = re.search(
        r"string to float: (?:np\.str_\()?'(.*?)'|for int\(\) with base 10: '(.*?)'|Unable to parse "
        r"string [\"'](.*?)[\"'] at",
        scene.message,
    )
    if found is None:
        return None
    odd = next((one for one in found.groups() if one is not None), "")
    line, how = number_line(column, text, kind)
    if ".unique" in line:  # a look at the values, not a part of the learner's line
        return Diagnosis(
            f"`{text}` holds the text {cut(odd)}, which is no number.",
            "Every value of the column must be one.",
            line,
            how,
        )
    return Diagnosis(
        f"`{text}` holds the text {cut(odd)}, which is no number.",
        f"`{kind if call.func.attr != 'to_numeric' else 'to_numeric'}` needs every value of the column to "
        "be one.",
        replaced(frame, call, line),
        how,
    )


def column_at(frame: Any, node: ast.expr) -> Any:
    """The Series that `s`, `df["a"]` or `df.a` stands for; None where it is none."""
    value = frame.value(node)
    if is_series(value):
        return value
    name = (
        node.slice.value if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) else None
    )
    name = node.attr if isinstance(node, ast.Attribute) else name
    table: Any = frame.value(node.value) if isinstance(node, (ast.Subscript, ast.Attribute)) else None
    return table[name] if is_table(table) and name in list(table.columns) else None


@rule(TypeError, ValueError, needs="pandas")
def reduction_over_text(scene: Scene) -> Diagnosis | None:
    """`df.mean()`, `df.corr()` of a table with columns of text."""
    frame = scene.here
    call = call_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if (
        frame is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or call.func.attr not in REDUCTIONS
    ):
        return None
    column = column_of(frame, call.func.value)
    if column is not None:
        return _of_a_column(frame, call, column)
    table, named = _reduced(frame, call.func.value)
    if not is_table(table) or any(one.arg == "numeric_only" for one in call.keywords):
        return None
    texts = [
        name
        for name, kind in table.dtypes.items()
        if str(kind) in ("object", "str", "string", "category") and (named is None or name in named)
    ]
    if not texts:
        return None
    return Diagnosis(
        f"`{call.func.attr}` cannot compute with text, and the table has "
        f"{'a column' if len(texts) == 1 else 'columns'} of text: {shown(texts)}.",
        "It takes every column unless it is told to take only the numbers.",
        replaced(
            frame,
            call,
            text_of(
                ast.Call(
                    call.func, call.args, [*call.keywords, ast.keyword("numeric_only", ast.Constant(True))]
                ),
                100,
            ),
        ),
        "Write:",
    )


def _of_a_column(frame: Frame, call: ast.Call, column: Any) -> Diagnosis | None:
    """`df['price'].mean()` where the column holds texts."""
    texts = [one for one in column.dropna().head(1000) if isinstance(one, str)]
    if not texts or not isinstance(call.func, ast.Attribute):
        return None
    word, text = call.func.attr, text_of(call.func.value)
    numbers = [one for one in texts if re.fullmatch(r"\s*[-+]?[\d.,]*\d\s*", one)]
    grouped = any(re.search(r"\d,\d{3}(?!\d)", one) for one in numbers)
    without = ".str.replace(',', '')" if grouped else ""
    return Diagnosis(
        f"`{text}` is a column of text, such as {texts[0]!r}; `{word}` computes with numbers.",
        "Digits in a column of text are text too, until they are turned into numbers."
        if numbers
        else "Texts have no such value. Counting them, or asking a column of numbers, is what can be done.",
        replaced(frame, call.func.value, f"pd.to_numeric({text}{without}, errors='coerce')")
        if numbers
        else replaced(frame, call, f"{text}.value_counts()"),
        "Make numbers of them (what is none becomes a gap):" if numbers else "How often each text occurs:",
    )


def _reduced(frame: Frame, node: ast.expr) -> tuple[Any, list[Any] | None]:
    """The table that is reduced, and the columns of it that count: not those it is grouped by; None for all."""
    chosen = None
    held = frame.value(node)
    if held is UNKNOWN and isinstance(node, ast.Subscript):
        chosen, node = frame.value(node.slice), node.value
        held = frame.value(node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "groupby":
        table: Any = frame.value(node.func.value)
        keys = frame.value(frame.argument(node, 0, "by"))
    elif is_of(held, "pandas.core.groupby", "DataFrameGroupBy"):
        table, keys = stored(held).get("obj"), stored(held).get("keys")
    else:
        table, keys = held, []
    if not is_table(table):
        return table, None
    by = [keys] if isinstance(keys, str) else list(keys) if isinstance(keys, (list, tuple)) else []
    by = [one for one in by if isinstance(one, (str, int))]
    every = list(chosen) if isinstance(chosen, (list, tuple)) else table.columns
    named = [chosen] if isinstance(chosen, str) else every
    return table, [one for one in named if one not in by]


@rule(TypeError, needs="pandas")
def column_compared(scene: Scene) -> Diagnosis | None:
    """A column of text is compared or computed with a number."""
    frame = scene.here
    node = node_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, (ast.Compare, ast.BinOp)):
        return None
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitOr, ast.BitXor)):
        return None  # they join conditions: what is wrong is where the parentheses stand
    pair = (node.left, node.comparators[0]) if isinstance(node, ast.Compare) else (node.left, node.right)
    a, b = (column_at(frame, one) if is_series(column_at(frame, one)) else frame.value(one) for one in pair)
    side, column, other = (pair[0], a, b) if is_series(a) else (pair[1], b, a)
    if (
        not is_series(column)
        or type(other) not in (int, float)
        or str(column.dtype) not in ("object", "str", "string")
    ):
        return None
    first = column.iloc[0] if len(column) else None
    if type(first) is not str:
        return None
    text = text_of(side)
    return Diagnosis(
        f"`{text}` is a column of text (its first value is {cut(first)}); it is computed or compared "
        f"with the number {other}.",
        "The values look like numbers or not: pandas read them as text.",
        replaced(frame, side, f"pd.to_numeric({text}, errors='coerce')"),
        "Make numbers of the column first:",
    )


@rule(AttributeError, needs="pandas")
def accessor(scene: Scene) -> Diagnosis | None:
    """`.str` of a column of numbers, `.dt` of a column of texts."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    found = re.match(r"Can only use \.(str|dt) accessor", scene.message)
    if frame is None or found is None or not isinstance(node, ast.Attribute):
        return None
    text = text_of(node.value)
    column = column_at(frame, node.value)
    kind = f" (dtype {column.dtype})" if is_series(column) else ""
    if found[1] == "str":
        return Diagnosis(
            f"`{text}` is no column of text{kind}; `.str` works on text only.",
            "Numbers have no methods of strings.",
            replaced(frame, node.value, f"{text}.astype(str)"),
            "Turn it into text first:",
        )
    return Diagnosis(
        f"`{text}` is no column of dates{kind}; `.dt` works on dates only.",
        "Dates read from a file are text at first.",
        f"{text} = pd.to_datetime({text})",
        "Make dates of it first:",
    )


@rule(KeyError, ValueError, needs="pandas")
def merge_keys(scene: Scene) -> Diagnosis | None:
    """`merge` on a column that one of the tables has not, or has in another type."""
    frame = scene.here
    call = call_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or call is None or not text_of(call.func).endswith("merge"):
        return None
    tables = tables_of(frame, call)
    if tables is None:
        return None
    missing = missing_key(frame, call, tables)
    return missing or (other_kinds(frame, call, tables) if "merge on" in scene.message else None)


@rule(ValueError, needs="pandas")
def csv_not_as_expected(scene: Scene) -> Diagnosis | None:
    """read_csv meets lines with more fields than the first, or an empty file, or a web page."""
    frame = scene.here
    call = call_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if (
        frame is None
        or call is None
        or not re.search(r"read_(csv|table)$", text_of(call.func))
        or not call.args
    ):
        return None
    value = frame.value(call.args[0])
    name = text_of(call.func).rpartition(".")[2]
    if value is UNKNOWN and (reader := scene.within("pandas.io.parsers.readers", name)) is not None:
        value = reader.names.get("filepath_or_buffer", UNKNOWN)  # `path/'train.csv'`
    path = Path(value) if isinstance(value, (str, Path)) else None
    if path is None or not path.is_file():
        return None
    kind = file_kind(path)
    if kind == "empty" or "No columns to parse" in scene.message:
        return Diagnosis(
            f"`{path}` is empty.",
            "There is no line of names and no data in it.",
            "!ls -l",
            "See its size, and make or download it again:",
        )
    if kind:
        return Diagnosis(
            f"`{path}` is {kind}, not a CSV file.",
            "Its name says nothing about its content.",
            "",
            "Download the file itself"
            + (" (a web page came in its place)." if "HTML" in kind else ", or unpack it first."),
        )
    if NEVER_CLOSED.search(scene.message):
        return never_closed(frame, call, path)
    found = re.search(r"Expected (\d+) fields in line (\d+), saw (\d+)", scene.message)
    if found is None:
        return None
    with path.open(errors="replace") as held:
        first = held.readline().rstrip("\n")
    counts = {sign: first.count(sign) for sign in (";", "\t", "|")}
    sign = max(counts, key=lambda one: counts[one])
    if counts[sign] >= 1 and counts[sign] >= first.count(","):
        shown_sign = {"\t": "\\t"}.get(sign, sign)
        keywords = [
            *(one for one in call.keywords if one.arg not in ("sep", "delimiter")),
            ast.keyword("sep", ast.Name(f"'{shown_sign}'")),
        ]
        return Diagnosis(
            f"Line {found[2]} of `{path}` has {found[3]} fields, the first has {found[1]}.",
            f"The fields are separated by {'tabs' if sign == chr(9) else f'`{sign}`'}, not by commas: "
            f"the first line is {cut(first)}.",
            replaced(frame, call, code_of(ast.Call(call.func, call.args, keywords))),
            "Name the separator:",
        )
    line, how, cause = odd_line(path, int(found[2]), int(found[1]))
    fix = ast.Call(call.func, call.args, [*call.keywords, ast.keyword(*line)])
    return Diagnosis(
        f"Line {found[2]} of `{path}` has {found[3]} fields, the lines before it have {found[1]}.",
        cause,
        replaced(frame, call, code_of(fix)),
        how,
        sure="likely",
    )


@rule(ValueError, TypeError, needs="pandas")
def duplicate_or_scalar(scene: Scene) -> Diagnosis | None:
    """`pd.DataFrame({'a': 1})`: single values need rows; a dict of them goes into a list."""
    frame = scene.here
    call = call_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or call is None or not call.args or "scalar values" not in scene.message:
        return None
    text = text_of(call.args[0])
    names = list(frame.value(call.args[0])) if type(frame.value(call.args[0])) is dict else []
    return Diagnosis(
        "All values of the dict are single values, so the number of rows is unknown."
        + (f" Keys: {listed(map(repr, names), 5)}." if names else ""),
        "A table takes a list for each column, or a list of rows.",
        replaced(frame, call.args[0], f"[{text or '{…}'}]"),
        "As one row, put the dict into a list:",
    )
