"""Models of scikit-learn: numbers of rows, shapes, gaps, texts, models that are not trained."""

from __future__ import annotations

import ast
import re
from collections import Counter
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.python_source import call_at, code_of, cut, kind_of, replaced, shown, text_of
from fastaid.teach.rules.tabular_made import made_elsewhere, table_in
from fastaid.teach.scene import Frame, Scene


def _call(scene: Scene) -> tuple[Frame, ast.Call] | None:
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or scene.within("sklearn") is None:
        return None
    return frame, call


def _rows(obj: Any) -> int | None:
    if is_array(obj) or is_table(obj) or is_series(obj):
        return int(obj.shape[0]) if len(obj.shape) else None
    return len(obj) if type(obj) in (list, tuple) else None


def _arguments(frame: Frame, call: ast.Call) -> list[tuple[str, Any, ast.expr]]:
    nodes = [
        *call.args,
        *(one.value for one in call.keywords if one.arg in ("X", "y", "sample_weight", "y_true", "y_pred")),
    ]
    return [(text_of(one, 40), _seen(frame, one), one) for one in nodes]


def _seen(frame: Frame, node: ast.expr) -> Any:
    value = frame.value(node)
    if value is UNKNOWN and isinstance(node, ast.Subscript) and isinstance(node.slice, ast.List):
        table, names = frame.value(node.value), frame.value(node.slice)
        if is_table(table) and type(names) is list and all(one in list(table.columns) for one in names):
            return table[names]
    return value


@rule(ValueError, needs="sklearn")
def unequal_rows(scene: Scene) -> Diagnosis | None:
    """X and y have different numbers of rows."""
    found = _call(scene)
    if found is None or not re.search(
        r"inconsistent numbers? of samples|different number|does not match number of samples", scene.message
    ):
        return None
    frame, call = found
    sizes = [(text, n) for text, value, _ in _arguments(frame, call) if (n := _rows(value)) is not None]
    numbers = [int(one) for one in re.findall(r"\d+", scene.message.split(":")[-1])]
    if len({n for _, n in sizes}) < 2:
        if len(numbers) != 2 or len(call.args) < 2:
            return None
        numbers = numbers[::-1] if "labels=" in scene.message else numbers
        sizes = [(text_of(one, 40), n) for one, n in zip(call.args, numbers, strict=False)]
    (first, a), (second, b) = sizes[0], next(one for one in sizes[1:] if one[1] != sizes[0][1])
    first, second = first or "X", second or "y"
    return Diagnosis(
        f"`{first}` has {a} rows, `{second}` has {b}.",
        "Each row of the data needs exactly one answer. Perhaps one of the two was filtered, cut or "
        "split and the other was not.",
        f"{first}.shape, {second}.shape" if re.fullmatch(r"[\w.]+", first + second) else "",
        "Make both from the same rows; see their sizes where they are made:"
        if re.fullmatch(r"[\w.]+", first + second)
        else "Give both the same number of rows.",
    )


@rule(ValueError, needs="sklearn")
def flat_data(scene: Scene) -> Diagnosis | None:
    """X must be a table of rows and columns, also with one column."""
    found = _call(scene)
    if found is None or not re.search(
        r"Expected 2D array|Expected a 2-dimensional|got 1D|got scalar", scene.message
    ):
        return None
    frame, call = found
    for text, value, node in _arguments(frame, call):
        flat = (
            is_series(value)
            or (is_array(value) and value.ndim == 1)
            or (type(value) in (list, tuple) and (not value or type(value[0]) not in (list, tuple)))
        )
        if (
            value is UNKNOWN
            and isinstance(node, ast.Subscript)
            and isinstance(node.slice, ast.Constant)
            and is_table(frame.value(node.value))
        ):
            flat = True
        if not flat and value is not UNKNOWN:
            continue
        is_column = (
            isinstance(node, ast.Subscript)
            and isinstance(node.slice, ast.Constant)
            and is_table(frame.value(node.value))
        )
        if is_column and isinstance(node, ast.Subscript):
            fix = replaced(frame, node, f"{text_of(node.value)}[[{text_of(node.slice)}]]")
        elif type(value) in (list, tuple) and "predict" in text_of(call.func):
            fix = replaced(frame, node, f"[{text}]")
        elif type(value) in (list, tuple):
            fix = replaced(frame, node, f"[[x] for x in {text}]")
        elif "predict" in text_of(call.func) and _rows(value) is not None and not is_series(value):
            fix = replaced(frame, node, f"{text}.reshape(1, -1)")
        else:
            fix = replaced(
                frame, node, f"{text}.to_frame()" if is_series(value) else f"{text}.reshape(-1, 1)"
            )
        return Diagnosis(
            f"`{text}` is flat (one dimension: "
            f"{kind_of(value) if value is not UNKNOWN else 'a single column'}); rows and columns (2D) "
            "are needed.",
            "The data is always a table: a row for each example, a column for each feature, even if "
            "there is only one.",
            fix,
            "One column, many rows: `.reshape(-1, 1)`; one row, many columns: `.reshape(1, -1)`. Here:",
        )
    return None


@rule(ValueError, needs="sklearn")
def gaps_in_data(scene: Scene) -> Diagnosis | None:
    """The data has missing values (NaN)."""
    found = _call(scene)
    if found is None or not re.search(r"contains NaN|Input contains NaN|infinity", scene.message):
        return None
    frame, call = found
    for text, value, _ in _arguments(frame, call):
        if is_table(value):
            gaps = {name: int(n) for name, n in value.isna().sum().items() if n}
            if gaps:
                told = listed([f"`{name}` ({n})" for name, n in gaps.items()], 5)
                return Diagnosis(
                    f"`{text}` has missing values (NaN) in {told}.",
                    "This model cannot compute with gaps.",
                    f"{text} = {text}.fillna({text}.median(numeric_only=True))",
                    "Fill them (here with each column's median), or drop the rows with `dropna()`:",
                )
        is_float = is_array(value) and value.dtype.kind == "f"
        if is_float or is_series(value):
            n = int((value != value).sum())
            if n:
                fix = (
                    f"{text} = {text}.fillna({text}.median())"
                    if is_series(value)
                    else f"{text} = np.nan_to_num({text})"
                )
                return Diagnosis(
                    f"`{text}` has {n} missing value{'' if n == 1 else 's'} (NaN).",
                    "This model cannot compute with gaps.",
                    fix,
                    "Fill them, or take the rows out (of X and of y):",
                )
    return None


@rule(ValueError, needs="sklearn")
def text_in_data(scene: Scene) -> Diagnosis | None:
    """Columns of text in the data."""
    found = _call(scene)
    if found is None or not re.search(r"could not convert string to float", scene.message):
        return None
    frame, call = found
    odd = re.search(r"'(.*)'", scene.message)
    for text, value, _ in _arguments(frame, call):
        if is_table(value):
            names = [
                name
                for name, kind in value.dtypes.items()
                if str(kind) in ("object", "str", "string", "category")
            ]
            if names:
                return Diagnosis(
                    f"`{text}` has text in {'the column' if len(names) == 1 else 'the columns'} "
                    f"{shown(names)}" + (f", such as {cut(odd[1])}." if odd else "."),
                    "A model of scikit-learn computes with numbers only.",
                    f"{text} = pd.get_dummies({text}, columns={names[:5]!r})",
                    "Turn each category into a column of 0 and 1 (or drop the column):",
                )
        if is_array(value) and value.dtype.kind in "OU":
            return Diagnosis(
                f"`{text}` is an array of text or mixed values (dtype {value.dtype})"
                + (f", such as {cut(odd[1])}." if odd else "."),
                "A model of scikit-learn computes with numbers only.",
                f"pd.get_dummies(pd.DataFrame({text}))",
                "Turn the categories into columns of 0 and 1:",
            )
    return None


@rule(ValueError, AttributeError, needs="sklearn")
def not_trained(scene: Scene) -> Diagnosis | None:
    """`predict` or `transform` before `fit`."""
    found = _call(scene)
    if (
        found is None
        or type(scene.error).__name__ != "NotFittedError"
        or not isinstance(found[1].func, ast.Attribute)
    ):
        return None
    frame, call = found
    func = call.func
    if not isinstance(func, ast.Attribute):
        return None
    text, method = text_of(func.value), func.attr
    kind = type(frame.value(func.value)).__name__
    is_transform = "transform" in method
    what = f"`{text}`" + (f" ({kind})" if kind not in ("object", text.rstrip("()")) else "")
    return Diagnosis(
        f"{what} has not been trained (fitted) yet; `{method}` needs that.",
        "A new model or transformer knows nothing of the data. `fit` teaches it; running the cell "
        "that makes it again makes an untrained one.",
        replaced(frame, call, f"{text}.fit_transform({', '.join(code_of(one) for one in call.args)})")
        if method == "transform"
        else f"{text}.fit({'X_train' if is_transform else 'X_train, y_train'})\n{text_of(call)}",
        "On the training data write:"
        if method == "transform"
        else "Train it first, with your training data:",
    )


def _made(call: ast.Call) -> str:
    made = call.func.value if isinstance(call.func, ast.Attribute) else call
    return text_of(made.func).rpartition(".")[2] if isinstance(made, ast.Call) else "the model"


@rule(ValueError, needs="sklearn")
def other_columns(scene: Scene) -> Diagnosis | None:
    """A model is asked with other columns than it was fitted on."""
    found = _call(scene)
    inner = scene.within("sklearn", "_check_feature_names")
    if found is None or inner is None:
        return None
    frame, call = found
    holders = [one.names.get("estimator", one.names.get("self")) for one in reversed(scene.frames)]
    kept = next(
        (stored(one)["feature_names_in_"] for one in holders if "feature_names_in_" in stored(one)), None
    )
    node = call.args[0] if call.args else None
    table = frame.value(node) if node is not None else UNKNOWN
    if kept is None or not is_table(table) or not isinstance(call.func, ast.Attribute) or node is None:
        return None
    fitted, given = [str(one) for one in kept], [str(one) for one in table.columns]
    text, model = ast.unparse(node), ast.unparse(call.func.value)
    lacking = [one for one in fitted if one not in given]
    more = [one for one in given if one not in fitted]
    if fitted == given:
        return None
    rule_of_it = "A model must be asked with the very columns, in the same order, that it was fitted on."
    if lacking:
        what = (
            f"`{model}` was fitted with the column{'' if len(lacking) == 1 else 's'} {shown(lacking, 4)}, which "
            f"`{text}` does not have."
        )
        elsewhere = made_elsewhere(scene, lacking, table_in(scene, node), what)
        if elsewhere is not None and "…" not in elsewhere.fix:
            return elsewhere
        return Diagnosis(
            what,
            f"{rule_of_it}" + (f" (It has {shown(more, 3)} instead.)" if more else ""),
            f"{text} = {text}.reindex(columns={model}.feature_names_in_, fill_value=0)"
            if all("_" in one for one in lacking)
            else f"[name for name in {model}.feature_names_in_ if name not in {text}.columns]",
            "Columns that get_dummies made for values that are absent here are filled with 0:"
            if all("_" in one for one in lacking)
            else "Prepare it as the training data was prepared; these columns are missing:",
            sure="likely" if all("_" in one for one in lacking) else "certain",
        )
    what = f"`{text}` has the column{'' if len(more) == 1 else 's'} {shown(more, 4)}, which `{model}` never saw in fit."
    return Diagnosis(
        what if more else f"`{text}` has the columns that `{model}` was fitted on, in another order.",
        f"{rule_of_it} It knows them: {shown(fitted, 5)}.",
        replaced(frame, node, f"{text}[{_selection(scene, fitted) or f'{model}.feature_names_in_'}]"),
        "Take the columns that it was fitted on:",
    )


def _selection(scene: Scene, fitted: list[str]) -> str:
    """The learner's variable that holds the names of these columns, in this order."""
    for name, held in list(scene.names.items()):
        is_list = type(held) is list or is_of(held, "pandas", "Series", "Index")
        if is_list and not name.startswith("_") and len(held) == len(fitted) and list(held) == fitted:
            return name
    return ""


@rule(ValueError, needs="sklearn")
def wrong_kind_of_target(scene: Scene) -> Diagnosis | None:
    """A classifier got numbers with decimals as y; a metric mixes classes and numbers."""
    found = _call(scene)
    if found is None or scene.within("fastai") is not None:
        return None  # inside a fit a metric of fastai's asked, not the learner
    frame, call = found
    arguments = _arguments(frame, call)
    if re.search(r"Unknown label type", scene.message):
        text = arguments[1][0] if len(arguments) > 1 else "y"
        model = frame.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
        kind = type(model).__name__ if model not in (UNKNOWN, None) else _made(call)
        regressor = {"LogisticRegression": "LinearRegression"}.get(
            kind, kind.replace("Classifier", "Regressor")
        )
        fix = f"{text} = {text}.astype(int)"
        return Diagnosis(
            f"`{text}` holds numbers with decimals, and `{kind}` is a classifier: it expects classes "
            "(categories).",
            "To predict a number, a regressor is "
            f"needed{f', such as `{regressor}`' if regressor != kind else ''}.",
            fix,
            "If they really are classes, make whole numbers or texts of them:",
            sure="likely",
        )
    if mix := re.search(r"can't handle a mix of (\S+) and (\S+) targets", scene.message):
        return Diagnosis(
            f"The first argument is {mix[1]}, the second {mix[2]}.",
            "This metric compares classes with classes; numbers with decimals are "
            "probabilities or a regression's predictions.",
            f"({arguments[1][0]} > 0.5).astype(int)" if len(arguments) > 1 else "",
            "If they are probabilities of two classes, decide first:",
            sure="likely",
        )
    if "average=" in scene.message and "multiclass" in scene.message:
        keywords = [
            *(one for one in call.keywords if one.arg != "average"),
            ast.keyword("average", ast.Constant("macro")),
        ]
        return Diagnosis(
            "There are more than two classes, and this metric is set up for two.",
            "For several classes it has to be told how to average over them.",
            replaced(frame, call, code_of(ast.Call(call.func, call.args, keywords))),
            "Say how to average:",
        )
    if counts := re.search(r"X has (\d+) features, but (\w+) is expecting (\d+)", scene.message):
        text = arguments[0][0] if arguments else "X"
        return Diagnosis(
            f"`{text}` has {counts[1]} columns; the {counts[2]} was trained with {counts[3]}.",
            "Training and prediction need the same columns, in the same order.",
            "model.feature_names_in_",
            "Prepare both data sets in the same way; a model trained with a table tells its columns:",
        )
    return _single(frame, call) if "least populated class" in scene.message else None


def _single(frame: Frame, call: ast.Call) -> Diagnosis:
    """`stratify` by a column in which a class stands only once."""
    node = next((one.value for one in call.keywords if one.arg == "stratify"), None)
    text = text_of(node) or "y"
    held = _seen(frame, node) if node is not None else UNKNOWN
    place = node.value if isinstance(node, (ast.Subscript, ast.Attribute)) else None
    table: Any = frame.value(place)
    if is_table(table) and not is_series(held):
        key = node.attr if isinstance(node, ast.Attribute) else frame.value(getattr(node, "slice", None))
        held = table[key] if isinstance(key, str) and key in table.columns else UNKNOWN
    counts = Counter(
        held.tolist() if is_series(held) or is_array(held) else held if type(held) is list else []
    )
    rare = [one for one, n in counts.items() if n < 2]
    named = (
        f"The class{'' if len(rare) == 1 else 'es'} {shown(rare, 4)} {'has' if len(rare) == 1 else 'have'}"
    )
    fix, how = f"{text}.value_counts()", "See which, and leave it out, or drop `stratify`:"
    if rare and is_table(table):
        table_text = text_of(place)
        kept = f"{text} != {rare[0]!r}" if len(rare) == 1 else f"~{text}.isin({rare!r})"
        fix, how = (
            f"{table_text} = {table_text}[{kept}]",
            "Leave it out before the split (or drop `stratify`):",
        )
    return Diagnosis(
        f"{named if rare else 'A class has'} only one row in `{text}`, and `stratify` puts rows of each class "
        "into both parts.",
        "Each class needs at least two rows.",
        fix if len(fix) < 120 else f"{text}.value_counts()",
        how,
    )
