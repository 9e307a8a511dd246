"""Transformers of scikit-learn: sparse results where a table is wanted, names of columns that are not told."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, last_name
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene


def _encoder(scene: Scene, frame: Frame) -> tuple[str, Any] | None:
    """The encoder that the running call works with: `enc.fit_transform(x)`, or the notebook's only one."""
    call = call_at(frame)
    held = (
        frame.value(call.func.value) if call is not None and isinstance(call.func, ast.Attribute) else UNKNOWN
    )
    if is_of(held, "sklearn.preprocessing", "OneHotEncoder"):
        return text_of(call.func.value), held  # type: ignore[union-attr]
    every = [
        (name, one)
        for name, one in scene.live(object)
        if is_of(one, "sklearn.preprocessing", "OneHotEncoder")
    ]
    return every[0] if len(every) == 1 else None


def _made_dense(scene: Scene, name: str) -> str:
    """The line that makes the encoder, with sparse_output=False."""
    made = assigned(scene, name) if name.isidentifier() else None
    if isinstance(made, ast.Call) and last_name(made.func) == "OneHotEncoder":
        return f"{name} = {anew_alone(made)}"
    return f"{name} = OneHotEncoder(sparse_output=False)" if name.isidentifier() else ""


def anew_alone(call: ast.Call) -> str:
    """A call with sparse_output=False, without what its result went to."""
    text = anew(call, sparse_output="False")
    return text.partition(" = ")[2] if re.match(r"[\w.\[\]']+ = ", text) else text


@rule(ValueError, needs="sklearn")
def table_of_a_sparse_encoder(scene: Scene) -> Diagnosis | None:
    """`set_config(transform_output="pandas")` and a OneHotEncoder: pandas output does not support sparse data."""
    frame = scene.here
    if frame is None or not re.search(r"output does not support sparse", scene.message):
        return None
    found = _encoder(scene, frame)
    name = found[0] if found is not None else "encoder"
    return Diagnosis(
        f"`{name}` (OneHotEncoder) gives a sparse matrix, and a table of pandas was asked for.",
        "A sparse matrix keeps only what is not zero; pandas makes no table of it. The wish for tables comes from "
        "`set_output` or `set_config(transform_output=…)`.",
        _made_dense(scene, name),
        "Let the encoder give an ordinary array, then fit it again:",
    )


@rule(ValueError, needs="sklearn")
def table_from_a_sparse_matrix(scene: Scene) -> Diagnosis | None:
    """`pd.DataFrame(encoder.transform(x), columns=…)`: Shape of passed values is (2, 1)."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or last_name(call.func) != "DataFrame" or not call.args:
        return None
    made = call.args[0]
    held = frame.value(made)
    owner = UNKNOWN
    if isinstance(made, ast.Call) and isinstance(made.func, ast.Attribute):
        owner = frame.value(made.func.value)
    is_sparse = type(held).__module__.startswith("scipy.sparse")
    gives_sparse = (
        is_of(owner, "sklearn.preprocessing", "OneHotEncoder") and getattr(owner, "sparse_output", False)
    ) or type(owner).__module__ == "sklearn.feature_extraction.text"
    if "Shape of passed values" not in scene.message or not (is_sparse or gives_sparse):
        return None
    text = ast.unparse(made)
    shown = text_of(made) or "the data"
    return Diagnosis(
        f"`{shown}` is a sparse matrix; `pd.DataFrame` took it for a single column.",
        "A sparse matrix keeps only what is not zero. A table is made of an ordinary array.",
        replaced(frame, made, f"{text}.toarray()"),
        "Make an array of it:",
    )


@rule(AttributeError, needs="sklearn")
def names_not_told(scene: Scene) -> Diagnosis | None:
    """`get_feature_names_out` of a ColumnTransformer with a transformer of the learner's own."""
    found = re.match(
        r"(?:Transformer|Estimator) (\w+)(?: \(type (\w+)\))? does not provide get_feature_names_out",
        scene.message,
    )
    frame = scene.here
    if found is None or frame is None:
        return None
    step, kind = found[1], found[2] or found[1]
    held = scene.names.get(kind)
    if not isinstance(held, type) or held.__module__ != "__main__":
        return _of_a_function(step, kind)
    return Diagnosis(
        f"Your class `{kind}` (the step '{step}') has no method `get_feature_names_out`.",
        "To name all columns of its result, the ColumnTransformer asks each of its steps for names.",
        "def get_feature_names_out(self, names=None):\n"
        f"    return [f'{step}_{{i}}' for i in range({_width(frame, step)})]  # one for each column of transform",
        f"Give `{kind}` this method, run its cell again, and fit anew:",
    )


def _width(frame: Frame, step: str) -> str:
    """How many columns a step of the asked ColumnTransformer has given."""
    call = call_at(frame)
    asked = (
        frame.value(call.func.value) if call is not None and isinstance(call.func, ast.Attribute) else UNKNOWN
    )
    places = (
        stored(asked).get("output_indices_") if is_of(asked, "sklearn.compose", "ColumnTransformer") else None
    )
    place = places.get(step) if isinstance(places, dict) else None
    return str(place.stop - place.start) if isinstance(place, slice) else "…"


def _of_a_function(step: str, kind: str) -> Diagnosis | None:
    if kind != "FunctionTransformer":
        return None
    return Diagnosis(
        f"The step '{step}' is a FunctionTransformer that was not told how its columns are called.",
        "A function may give any columns; their names are not known by themselves.",
        "FunctionTransformer(…, feature_names_out='one-to-one')",
        "If it keeps the columns, say so where it is made (else give a function that makes the names):",
    )


@rule(AttributeError, needs="sklearn")
def saved_like_a_learner(scene: Scene) -> Diagnosis | None:
    """`model.save('m.pkl')` of scikit-learn: it has no `save`; joblib writes it."""
    error, frame = scene.error, scene.here
    call_name = str(getattr(error, "name", "") or "")
    obj = getattr(error, "obj", None)
    if frame is None or not is_of(obj, "sklearn.base", "BaseEstimator") or not scene.is_raised_by_learner:
        return None
    if call_name not in (
        "save",
        "save_model",
        "export",
        "dump",
        "to_pickle",
        "load",
        "load_model",
        "save_weights",
    ):
        return None
    call = next(
        (one for one in ast.walk(ast.parse(_readable(frame.text))) if isinstance(one, ast.Call)), None
    )
    name = scene.name_of(obj) or "model"
    file = ast.unparse(call.args[0]) if call is not None and call.args else "'model.joblib'"
    is_load = call_name.startswith("load")
    return Diagnosis(
        f"`{name}` ({type(obj).__name__}) has no `.{call_name}`.",
        "Models of scikit-learn do not save themselves; joblib, which comes with it, writes and reads any of them.",
        f"import joblib\n{name} = joblib.load({file})"
        if is_load
        else f"import joblib\njoblib.dump({name}, {file})",
        "Write:" if is_load else f"Write (later `{name} = joblib.load({file})` reads it):",
    )


def _readable(text: str) -> str:
    try:
        ast.parse(text)
    except SyntaxError:
        return "0"
    return text
