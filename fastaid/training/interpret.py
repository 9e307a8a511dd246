"""What a learner gets wrong: the confusion matrix, the most confused pairs, the worst pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastaid.errors import FastaidError, counted
from fastaid.facts.code import Name, Program, Step, call
from fastaid.facts.mistakes import Mistakes, TagScore
from fastaid.training.pictures import drawn
from fastaid.training.watch import own_progress_hidden

MOST_CLASSES = 60  # a matrix of more is unreadable; its table still is


def interpret_program(learn_code: str, n: int, is_multi: bool, name: str = "interp") -> Program:
    """The lines of fastai that look at mistakes."""
    kind = "Interpretation" if is_multi else "ClassificationInterpretation"
    steps = [Step(call(f"{kind}.from_learner", Name(learn_code)), name)]
    if not is_multi:
        steps += [
            Step(call(f"{name}.plot_confusion_matrix")),
            Step(call(f"{name}.most_confused", min_val=2)),
        ]
    steps.append(Step(call(f"{name}.plot_top_losses", n)))
    return Program(tuple(steps))


def is_multi_label(learn: Any) -> bool:
    """Whether a picture may have several labels."""
    from fastai.losses import BCEWithLogitsLossFlat

    return isinstance(learn.loss_func, BCEWithLogitsLossFlat)


def interpret(
    learn: Any,
    n: int = 9,  # worst pictures to show
) -> tuple[Any, Mistakes]:  # fastai's Interpretation, and what it says
    """Predict the validation part and collect what went wrong.

    Costs a pass over the validation part without gradients, twice: fastai's Interpretation keeps the
    losses only.
    Raises: FastaidError for a learner whose labels are numbers.
    """
    from fastai.interpret import ClassificationInterpretation, Interpretation

    vocab = _vocab(learn)
    is_multi = is_multi_label(learn)
    with own_progress_hidden(learn):
        interp = (Interpretation if is_multi else ClassificationInterpretation).from_learner(learn)
        preds, targets = learn.get_preds(dl=interp.dl)
        n = min(n, len(interp.losses))
        worst = drawn(lambda: interp.plot_top_losses(n, figsize=(10, 3.4 * -(-n // 3)), nrows=-(-n // 3)))
    if is_multi:
        return interp, Mistakes(
            n=len(targets),
            n_wrong=int(((preds > 0.5) != targets.bool()).any(1).sum()),
            classes=vocab,
            tags=_tags(preds, targets, vocab),
            worst=worst,
            n_shown=n,
        )
    decoded = preds.argmax(-1)
    matrix = _matrix(decoded.tolist(), targets.tolist(), len(vocab))
    return interp, Mistakes(
        n=len(targets),
        n_wrong=int((decoded != targets).sum()),
        classes=vocab,
        matrix=matrix,
        worst=worst,
        n_shown=n,
    )


def _vocab(learn: Any) -> tuple[str, ...]:
    vocab = getattr(learn.dls, "vocab", None)
    if not vocab:
        raise FastaidError(
            "%interpret looks at classes, and this learner predicts numbers.",
            "Compare them yourself: preds, targets = learn.get_preds().",
        )
    return tuple(str(word) for word in vocab)


def _matrix(decoded: Sequence[int], targets: Sequence[int], n: int) -> tuple[tuple[int, ...], ...]:
    rows = [[0] * n for _ in range(n)]
    for predicted, actual in zip(decoded, targets, strict=True):
        rows[actual][predicted] += 1
    return tuple(tuple(row) for row in rows)


def _tags(preds: Any, targets: Any, vocab: Sequence[str]) -> tuple[TagScore, ...]:
    chosen, truth = preds > 0.5, targets.bool()
    return tuple(
        TagScore(
            tag,
            n=int(truth[:, i].sum()),
            found=int((chosen[:, i] & truth[:, i]).sum()),
            false_alarms=int((chosen[:, i] & ~truth[:, i]).sum()),
        )
        for i, tag in enumerate(vocab)
    )


def describe_interpretation(interp: Any) -> str:
    """An interpretation in a line, for when a cell ends with it."""
    n = len(interp.losses)
    return f"{type(interp).__name__} of {counted(n, 'picture')}: most_confused(), plot_top_losses(9) …"
