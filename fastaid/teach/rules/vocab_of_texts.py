"""The vocab of a classifier's data, a pair of words and labels, given where the words alone are wanted."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, trees
from fastaid.teach.scene import Scene

KEYWORDS = ("text_vocab", "vocab")


@rule(TypeError, needs="fastai.text.data")
def pair_for_words(scene: Scene) -> Diagnosis | None:
    """`TextBlock.from_df('text', vocab=dls.vocab)`, where dls has texts and labels."""
    frame = scene.within("fastai.text.data", "__init__")
    vocab: Any = frame.names.get("vocab") if frame is not None else None
    items = stored(vocab).get("items", vocab)
    if not isinstance(items, (list, tuple)) or len(items) != 2 or not _is_words(items[0]):
        return None
    found = next(_given(scene, vocab), None)
    call, keyword, text = found if found is not None else (None, "text_vocab", "dls.vocab")
    return Diagnosis(
        f"`{text}` is a pair: the {counted(len(items[0]), 'word')} of the texts, and the "
        f"{counted(len(items[1]), 'label')}.",
        f"The data of a classifier have two vocabs, one for each part. `{keyword}` wants the words alone, the first.",
        anew(call, {keyword: f"{text}[0]"}) if call is not None else f"{keyword}={text}[0]",
        "Take the first:",
        card="labels-and-vocab",
    )


def _is_words(held: Any) -> bool:
    items = stored(held).get("items", held)
    is_listy = isinstance(items, (list, tuple)) or is_of(held, "fastai.data.transforms", "CategoryMap")
    return is_listy and len(items) > 0 and all(isinstance(one, str) for one in list(items)[:20])


def _given(scene: Scene, vocab: Any) -> Iterator[tuple[ast.Call, str, str]]:
    """The learner's call that was given the pair: the call, its keyword, and what is written there."""
    for tree in trees(scene):
        for one in ast.walk(tree):
            if isinstance(one, ast.Assign):
                setattr(one.value, "parent", one)  # noqa: B010  as `executing` has it
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call):
                continue
            for word in call.keywords:
                is_name = isinstance(word.value, (ast.Name, ast.Attribute))
                if word.arg not in KEYWORDS or not is_name:
                    continue
                text = ast.unparse(word.value)
                if text.endswith(".vocab") or scene.names.get(text) is vocab:
                    yield call, str(word.arg), text
