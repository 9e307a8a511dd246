"""Language models and classifiers of texts: one given the other's data, encoders that do not fit, predictions."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import (
    UNKNOWN,
    described,
    is_dls,
    is_learner,
    is_of,
    is_table,
    is_tensor,
    shape,
    stored,
)
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.rules.text_encoders import encoder_missing
from fastaid.teach.rules.texts_with_labels import labelled, on_its_data
from fastaid.teach.scene import Frame, Scene, latest_first

LEARNERS = "fastai.text.learner"
MAKERS = ("language_model_learner", "text_classifier_learner")


def _first_loader(dls: Any) -> Any:
    return (stored(dls).get("loaders") or [None])[0]


def _is_lm(dls: Any) -> bool:
    return is_of(_first_loader(dls), "fastai.text.data", "LMDataLoader")


def _making(scene: Scene) -> tuple[Frame, ast.Call | None] | None:
    """language_model_learner or text_classifier_learner, and the learner's call of it."""
    frame = next(
        (one for one in reversed(scene.frames) if one.module == LEARNERS and one.function in MAKERS), None
    )
    call = scene.here.call if scene.here is not None else None
    return (frame, call) if frame is not None else None


def texts_from(scene: Scene) -> ast.Call | None:
    """The call that made the data, TextDataLoaders.from_…, last."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("TextDataLoaders."):
                return node
    return None


def _for_language_model(scene: Scene) -> str:
    call = texts_from(scene)
    if call is None:
        return "dls_lm = TextDataLoaders.from_df(df, text_col='text', is_lm=True)"
    made = anew(call, {"is_lm": "True"}, drop=("label_col", "label_delim", "valid_col"))
    return "dls_lm = " + made.rpartition(" = ")[2] if " = " in made.split("(")[0] else f"dls_lm = {made}"


# The other one's data -----------------------------------------------------------------------------------


@rule(ValueError, RuntimeError, IndexError, AssertionError, needs=LEARNERS)
def language_model_of_labels(scene: Scene) -> Diagnosis | None:
    """language_model_learner with the data of a classifier."""
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    if (
        not is_of(learn, LEARNERS, "LMLearner")
        or scene.within("torch.nn.functional", "cross_entropy") is None
    ):
        return None
    dls = stored(learn).get("dls")
    if not is_dls(dls) or _is_lm(dls):
        return None
    yb = stored(learn).get("yb")
    label = (
        f" The targets of a batch have shape {shape(yb[0])}: one for each text."
        if yb and is_tensor(yb[0])
        else ""
    )
    return Diagnosis(
        f"`{scene.name_of(learn) or 'learn'}` is a language model, and its data have labels.{label}",
        "A language model predicts each next word, so its data have no labels: they are made with `is_lm=True`.",
        f"{_for_language_model(scene)}\n{on_its_data(scene)}",
        "Make data of their own for it (a classifier takes text_classifier_learner):",
        card="language-model",
    )


@rule(AssertionError, ValueError, RuntimeError, needs=LEARNERS)
def classifier_without_labels(scene: Scene) -> Diagnosis | None:
    """text_classifier_learner with the data of a language model."""
    found = _making(scene)
    if (
        found is None
        or found[0].function != "text_classifier_learner"
        or not _is_lm(found[0].names.get("dls"))
    ):
        return None
    call = found[1]
    name = ast.unparse(call.args[0]) if call is not None and call.args else "dls"
    made = texts_from(scene)
    line, is_known = labelled(scene, made, name)
    called = ast.unparse(call).replace(name, "dls_clas", 1) if call is not None else ""
    return Diagnosis(
        f"`{name}` was made for a language model (`is_lm=True`): it has texts and no labels.",
        "A classifier needs the label of each text, so it takes data of its own, with the same vocabulary.",
        f"dls_clas = {line}\nlearn = {called or 'text_classifier_learner(dls_clas, AWD_LSTM)'}",
        f"Make the data anew without `is_lm`{'' if is_known else ' (your own names of the columns)'}:",
        card="text",
    )


@rule(KeyError, AttributeError, TypeError, needs=LEARNERS)
def learner_given_wrongly(scene: Scene) -> Diagnosis | None:
    """The architecture in quotes, one for pictures, or in the place of the data."""
    found = _making(scene)
    call = found[1] if found is not None else None
    if found is None or call is None:
        return None
    frame = found[0]
    dls, arch = frame.names.get("dls"), frame.names.get("arch")
    if isinstance(dls, type) and is_dls(arch) and len(call.args) > 1:
        swapped = [call.args[1], call.args[0], *call.args[2:]]
        text = ", ".join(
            [*map(ast.unparse, swapped), *(f"{one.arg}={ast.unparse(one.value)}" for one in call.keywords)]
        )
        return Diagnosis(
            f"`{frame.function}` got the architecture `{dls.__name__}` first and the data second.",
            "The data come first, then the architecture.",
            f"learn = {frame.function}({text})",
            "Swap the two:",
            card="text",
        )
    known = ("AWD_LSTM", "AWD_QRNN", "Transformer", "TransformerXL")
    if not isinstance(scene.error, KeyError) or isinstance(arch, type) or scene.last is None:
        return None
    if scene.last.module.rpartition(".")[0] != "fastai.text.models" and scene.last is not frame:
        return None
    name = arch if isinstance(arch, str) else getattr(arch, "__name__", described(arch))
    new = name if name in known else "AWD_LSTM"
    args = [ast.unparse(one) for one in call.args[:1]] + [new] + [ast.unparse(one) for one in call.args[2:]]
    more = [f"{one.arg}={ast.unparse(one.value)}" for one in call.keywords if one.arg != "arch"]
    return Diagnosis(
        f"The architecture is {f'the text {arch!r}' if isinstance(arch, str) else f'`{name}`'}.",
        "It is the class itself, without quotes."
        if isinstance(arch, str)
        else "Texts need one for texts, such as AWD_LSTM.",
        f"learn = {frame.function}({', '.join(args + more)})",
        "Write:",
        card="text",
    )


# Encoders -----------------------------------------------------------------------------------------------


@rule(AttributeError, needs="fastai.learner")
def encoder_of_plain_learner(scene: Scene) -> Diagnosis | None:
    """load_encoder or save_encoder of a Learner that was not made for texts."""
    here = scene.here
    node = here.node if here is not None else None
    if (
        here is None
        or not isinstance(node, ast.Attribute)
        or node.attr not in ("load_encoder", "save_encoder")
    ):
        return None
    held, name = here.value(node.value), ast.unparse(node.value)
    if not is_learner(held):
        return None
    return Diagnosis(
        f"`{name}` is a {type(held).__name__}, which has no `{node.attr}`.",
        "Only learners for texts have an encoder: those that text_classifier_learner and language_model_learner make.",
        f"{name} = text_classifier_learner(dls, AWD_LSTM, metrics=accuracy)\n{name}.load_encoder('finetuned')",
        "Make it with one of them:",
        card="text",
    )


@rule(FileNotFoundError, needs=LEARNERS)
def no_encoder(scene: Scene) -> Diagnosis | None:
    """load_encoder finds no such file."""
    frame, here = scene.within(LEARNERS, "load_encoder"), scene.here
    file = str(frame.names.get("file", "")) if frame is not None else ""
    if frame is None or here is None or not file:
        return None
    return encoder_missing(scene, frame.names["self"], file)


@rule(RuntimeError, needs=LEARNERS)
def encoder_of_other_vocab(scene: Scene) -> Diagnosis | None:
    """The encoder was trained with another vocabulary than the classifier's data have."""
    frame = scene.within(LEARNERS, "load_encoder")
    weights, encoder = (
        (frame.names.get(one) for one in ("wgts", "encoder")) if frame is not None else (None, None)
    )
    if frame is None or not isinstance(weights, dict) or encoder is None:
        return None
    if "encoder.weight" not in weights:
        return _whole_model(scene, frame, weights)
    own = stored(stored(encoder).get("_modules", {}).get("encoder")).get("_parameters", {}).get("weight")
    saved = weights["encoder.weight"]
    if not is_tensor(own) or not is_tensor(saved) or shape(own)[0] == shape(saved)[0]:
        return None
    call, file = texts_from(scene), str(frame.names.get("file"))
    data = next((one for one, held in scene.live(object) if is_dls(held) and _is_lm(held)), "dls_lm")
    name = scene.name_of(frame.names["self"]) or "learn"
    return Diagnosis(
        f"The encoder `{file}` knows {counted(shape(saved)[0], 'word')}; the data of `{name}` have {shape(own)[0]:,}.",
        "The classifier's data made a vocabulary of their own. Both must have the language model's, as each row of the "
        "embedding is a word.",
        anew(call, {"text_vocab": f"{data}.vocab"}) if call is not None else f"text_vocab={data}.vocab",
        "Give the classifier's data the vocabulary of the language model (in a DataBlock: "
        f"`TextBlock.from_df(…, vocab={data}.vocab)`), and make the learner anew:",
        card="text",
    )


def _whole_model(scene: Scene, frame: Frame, weights: dict[str, Any]) -> Diagnosis | None:
    if not set(weights) & {"model", "0.encoder.weight", "0.module.encoder.weight"}:
        return None
    file, name = str(frame.names.get("file")), scene.name_of(frame.names["self"]) or "learn"
    return Diagnosis(
        f"The file `{file}` holds a whole model, not only its encoder.",
        "`learn.save` writes the whole model; `load_encoder` reads what `save_encoder` wrote.",
        f"learn_lm.load({file!r})\nlearn_lm.save_encoder('{file}_enc')\n{name}.load_encoder('{file}_enc')",
        "Save the encoder from the language model (`learn_lm`), and load that:",
        card="text",
    )


@rule(RuntimeError, needs=LEARNERS)
def encoder_loaded_as_model(scene: Scene) -> Diagnosis | None:
    """learn.load in a classifier, of a language model or of an encoder."""
    frame = scene.within(LEARNERS, "load_model_text")
    outer = scene.within(LEARNERS, "load")
    state = frame.names.get("model_state") if frame is not None else None
    learn = outer.names.get("self") if outer is not None else None
    if outer is None or not isinstance(state, dict) or is_of(learn, LEARNERS, "LMLearner"):
        return None
    name, given = scene.name_of(learn) or "learn", outer.names.get("file")
    file = Path(str(given)).stem
    if "encoder.weight" in state:
        return Diagnosis(
            f"The file `{file}` holds an encoder only, which `save_encoder` wrote; `load` wants a whole model.",
            "An encoder is the part of a language model that a classifier takes over.",
            f"{name}.load_encoder({file!r})",
            "Load it as an encoder:",
            card="text",
        )
    if "1.decoder.weight" not in state:
        return None
    return Diagnosis(
        f"The file `{file}` holds a language model, and `{name}` is a classifier: their heads differ.",
        "A classifier takes over only the encoder of a language model, with the same vocabulary.",
        f"learn_lm.load({file!r})\nlearn_lm.save_encoder('{file}_enc')\n{name}.load_encoder('{file}_enc')",
        "Save the encoder from the language model (`learn_lm`), and load that:",
        card="text",
    )


# Predictions --------------------------------------------------------------------------------------------


def _predicting(scene: Scene) -> tuple[Any, Frame, ast.Call] | None:
    """The text learner whose predict was called, where it was called, and how."""
    here = scene.here
    call = here.call if here is not None else None
    if (
        here is None
        or call is None
        or last_name(call.func) != "predict"
        or not isinstance(call.func, ast.Attribute)
    ):
        return None
    held = here.value(call.func.value)
    return (held, here, call) if is_of(held, LEARNERS, "TextLearner") else None


@rule(TypeError, needs=LEARNERS)
def words_for_classifier(scene: Scene) -> Diagnosis | None:
    """predict with n_words, which only a language model has."""
    found = _predicting(scene)
    if found is None or is_of(found[0], LEARNERS, "LMLearner"):
        return None
    _, _, call = found
    given = [one.arg for one in call.keywords if one.arg in ("n_words", "temperature", "no_unk", "min_p")]
    if not given:
        return None
    name = ast.unparse(call.func.value)  # type: ignore[attr-defined]
    lm = next((one for one, held in scene.live(object) if is_of(held, LEARNERS, "LMLearner")), "")
    what = f"`predict` of `{name}` has no {listed((f'`{one}`' for one in given), 3)}: it is a classifier."
    cause = "Only a language model writes words on; a classifier's `predict` takes the text alone."
    if lm:
        fix = replaced(found[1], call.func.value, lm)  # type: ignore[attr-defined]
        fix = fix if fix != lm else ast.unparse(call).replace(f"{name}.", f"{lm}.", 1)
        return Diagnosis(what, cause, fix, f"`{lm}` is a language model; ask it:", card="language-model")
    return Diagnosis(
        what,
        cause,
        f"pred, idx, probs = {name}.predict({ast.unparse(call.args[0]) if call.args else 'text'})",
        "For the class (for more words: predict of the learner that language_model_learner made):",
        card="language-model",
    )


@rule(AssertionError, KeyError, TypeError, AttributeError, needs=LEARNERS)
def predict_no_text(scene: Scene) -> Diagnosis | None:
    """predict of a table, a row or a number, where a text is wanted."""
    found = _predicting(scene)
    if found is None or not found[2].args:
        return None
    learn, here, call = found
    node = call.args[0]
    held: Any = here.value(node)
    inner = scene.within("fastai.learner", "predict")
    held = inner.names.get("item") if held is UNKNOWN and inner is not None else held
    name, text = ast.unparse(call.func.value), ast.unparse(node)  # type: ignore[attr-defined]
    if isinstance(held, str) or held is UNKNOWN:
        return None
    if is_table(held) or (is_of(held, "pandas", "Series") and len(held) and text.count("[") == 1):
        column = _text_column(learn, held)
        return Diagnosis(
            f"`predict` got {described(held) if is_table(held) else 'a row or column of a table'}; it takes one text.",
            "For many texts there is `get_preds`, with a loader that `test_dl` makes.",
            f"dl = {name}.dls.test_dl({text}{column})\npreds, _ = {name}.get_preds(dl=dl)"
            if is_table(held)
            else f"{name}.predict({text}{column})",
            "For all of them:" if is_table(held) else "Take the text out of the row:",
            card="predictions",
        )
    return Diagnosis(
        f"`predict` got {described(held)}; it takes one text.",
        "A learner for texts tokenizes what it is given, so that must be a string.",
        f"{name}.predict(str({text}))",
        "Give it a text:",
        card="predictions",
    )


def _text_column(learn: Any, held: Any) -> str:
    """The column of texts in a table or row, as an index."""
    names = list(held.columns) if is_table(held) else list(held.index)
    row = held.iloc[0] if is_table(held) and len(held) else held
    texts = [(len(row[one]), one) for one in names if isinstance(row[one], str)] if len(names) else []
    return f"[{max(texts)[1]!r}]" if texts else ""


@rule(ValueError, needs=LEARNERS)
def words_unpacked(scene: Scene) -> Diagnosis | None:
    """`pred, idx, probs = learn.predict(text)` of a language model, which gives one text."""
    here = scene.here
    node = statement(here) if here is not None and scene.is_raised_by_learner else None
    if here is None or not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
        return None
    call = node.value
    if last_name(call.func) != "predict" or not isinstance(call.func, ast.Attribute):
        return None
    held, target = here.value(call.func.value), node.targets[0]
    if not is_of(held, LEARNERS, "LMLearner") or not isinstance(target, ast.Tuple):
        return None
    return Diagnosis(
        f"`predict` of the language model `{ast.unparse(call.func.value)}` gives one text, which cannot be taken apart "
        f"into {counted(len(target.elts), 'name')}.",
        "It writes the text on; only a classifier gives a class, its number and the probabilities.",
        f"text = {ast.unparse(call)}",
        "Take the text (for a class, ask the learner that text_classifier_learner made):",
        card="language-model",
    )
