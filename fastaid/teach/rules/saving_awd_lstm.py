"""Weights of an AWD_LSTM of other sizes than the one that was built: they can be read off the file."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import failing_line
from fastaid.teach.rules.in_code import anew, assigned, last_name
from fastaid.teach.rules.saving import loading
from fastaid.teach.scene import Scene

MAKERS = {"text_classifier_learner": "awd_lstm_clas_config", "language_model_learner": "awd_lstm_lm_config"}
HIDDEN = re.compile(r"(?:^|\.)rnns\.(\d+)\.weight_hh_l0_raw$")


def sizes(weights: Mapping[str, tuple[int, ...]]) -> dict[str, int]:
    """emb_sz, n_hid and n_layers of an AWD_LSTM, read off its weights; {} where it is none."""
    found = {int(one[1]): shape for name, shape in weights.items() if (one := HIDDEN.search(name))}
    words = next((shape for name, shape in weights.items() if name.endswith("encoder.weight")), ())
    if not found or sorted(found) != list(range(len(found))) or len(words) != 2:
        return {}
    # The last layer has as many units as a word has numbers; a network of one layer has no others.
    own = {"n_hid": found[0][1]} if len(found) > 1 else {}
    return {"emb_sz": words[1], **own, "n_layers": len(found)}


@rule(RuntimeError, needs="fastai.text.learner")
def other_sizes(scene: Scene) -> Diagnosis | None:
    """`load_encoder`, `load` into an AWD_LSTM with another emb_sz, n_hid or n_layers than at saving."""
    found, frame = loading(scene), scene.here
    if found is None or frame is None or frame.call is None or not isinstance(frame.call.func, ast.Attribute):
        return None
    was, now = sizes(found.fit.held), sizes(found.fit.asked)
    differ = [name for name in was if now and was[name] != now.get(name)]
    holder = frame.call.func.value
    learn = frame.value(holder)
    if not differ or not is_of(learn, "fastai.text.learner", "TextLearner"):
        return None
    name = ast.unparse(holder)
    made = assigned(scene, name)
    maker = last_name(made.func) if isinstance(made, ast.Call) else ""
    config = MAKERS.get(maker, "awd_lstm_clas_config")
    lines = [f"config = {config}.copy()", f"config.update({was!r})"]
    if isinstance(made, ast.Call) and maker in MAKERS:
        lines.append(f"{name} = {anew(_bare(made), {'config': 'config', 'pretrained': 'False'})}")
    lines.append(failing_line(frame) or ast.unparse(frame.call))

    def told(held: dict[str, int]) -> str:
        return listed((f"{one}={held.get(one)}" for one in differ), 3)

    return Diagnosis(
        f"The file holds an AWD_LSTM with {told(was)}; `{name}` was made with {told(now)}.",
        "Weights fit only a network of the same sizes. A learner takes them from its `config`; left out, they are "
        "those of the pretrained model.",
        "\n".join(lines),
        "Make it with the sizes of the file, and load again:",
        card="saving-weights",
    )


def _bare(call: ast.Call) -> ast.Call:
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    return new
