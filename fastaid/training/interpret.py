"""What a learner gets wrong: the confusion matrix, the most confused pairs, the worst pictures."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

from fastaid.errors import FastaidError, counted, listed
from fastaid.facts.code import Name, Program, Step, call
from fastaid.facts.mistakes import Mistakes, TagScore
from fastaid.training.cleanup import own_progress_hidden
from fastaid.training.device import is_fastai_s
from fastaid.training.pictures import can_show, drawn

THRESHOLD = 0.5  # a label of several is said above this probability; fastai's own default
COLUMNS = 3  # of the grid of pictures


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
    Raises: FastaidError for a learner without validation pictures, or whose labels are numbers.
    Source: fastai 2.8 `ClassificationInterpretation`.
    """
    from fastai.interpret import ClassificationInterpretation, Interpretation

    check_pictures(learn, "%interpret")
    vocab = _vocab(learn)
    is_multi = is_multi_label(learn)
    with own_progress_hidden(learn), warnings.catch_warnings():
        # What a metric has to say of a label without a picture was said in the fit.
        warnings.simplefilter("ignore")
        interp = (Interpretation if is_multi else ClassificationInterpretation).from_learner(learn)
        preds, targets = learn.get_preds(dl=interp.dl)
        n = min(n, len(interp.losses))
        rows = -(-n // COLUMNS)
        shape: dict[str, Any] = {"figsize": (10, 3.4 * rows), "nrows": rows}
        if is_multi:
            worst = drawn(lambda: _plot_worst_of_several(interp, n, vocab, **shape))
        else:
            worst = drawn(lambda: interp.plot_top_losses(n, **shape))
    if is_multi:
        return interp, Mistakes(
            n=len(targets),
            n_wrong=int(((preds > THRESHOLD) != targets.bool()).any(1).sum()),
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


def check_pictures(learn: Any, what: str) -> None:
    """Refuse a learner that was loaded without data, or of rows or texts: what is shown here is pictures.

    Raises: FastaidError with fastai's own way.
    """
    dls = learn.dls
    if not is_fastai_s(dls):
        raise FastaidError(
            f"{what} needs fastai's DataLoaders, and these are PyTorch's own.", "Use fastai's."
        )
    if len(dls.loaders) < 2 or not len(dls.valid_ds):
        raise FastaidError(
            f"{what} looks at validation pictures, and this learner has none; an exported one carries no data.",
            "Give it data: learn.dls = dls",
        )
    if not can_show(dls):
        raise FastaidError(
            f"{what} shows pictures, and this learner's data are none.",
            "Use fastai's own: learn.show_results(), learn.predict(row)",
        )


def _plot_worst_of_several(interp: Any, n: int, vocab: Sequence[str], nrows: int, figsize: Any) -> None:
    """The pictures with the highest loss, titled by what was missed and what was said falsely.

    fastai's own plot of these numbers them, and prints a table of tensors beside.
    """
    from fastai.torch_core import tensor
    from fastai.vision.data import get_grid

    losses, at = interp.top_losses(n)
    inputs, preds, targets, _, _ = interp[at]
    batch = (*(inputs if isinstance(inputs, tuple) else (inputs,)), targets)
    samples = interp.dl.decode_batch(batch, max_n=n)
    axes = get_grid(n, nrows=nrows, ncols=COLUMNS, figsize=figsize)
    for ax, sample, pred, target, loss in zip(axes, samples, preds, tensor(targets), losses, strict=False):
        sample[0].show(ctx=ax)
        said, true = (
            {vocab[i] for i, is_so in enumerate(row.tolist()) if is_so} for row in (pred > THRESHOLD, target)
        )
        words = [
            f"{word} {listed(sorted(some))}"
            for word, some in (("missed", true - said), ("falsely said", said - true))
            if some
        ]
        ax.set_title(f"{'; '.join(words) or 'right'}; loss {loss.item():.2f}")


def _vocab(learn: Any) -> tuple[str, ...]:
    vocab = getattr(learn.dls, "vocab", None)
    if not vocab:
        raise FastaidError(
            "%interpret looks at classes, and this learner names none.",
            "Compare them yourself: preds, targets = learn.get_preds().",
        )
    return tuple(str(word) for word in vocab)


def _matrix(decoded: Sequence[int], targets: Sequence[int], n: int) -> tuple[tuple[int, ...], ...]:
    rows = [[0] * n for _ in range(n)]
    for predicted, actual in zip(decoded, targets, strict=True):
        rows[actual][predicted] += 1
    return tuple(tuple(row) for row in rows)


def _tags(preds: Any, targets: Any, vocab: Sequence[str]) -> tuple[TagScore, ...]:
    chosen, truth = preds > THRESHOLD, targets.bool()
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
