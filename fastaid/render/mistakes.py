"""What a learner got wrong, and what it says of one picture."""

from __future__ import annotations

from typing import Any

from fastcore.xml import Table, Td, Th, Tr

from fastaid.errors import counted
from fastaid.facts.mistakes import Mistakes, Prediction
from fastaid.render.bundle import Bundle, table
from fastaid.render.html import folded, grid, heading, html, line, picture, same_in_fastai

CONFUSED_SHOWN = 10
MATRIX_SHOWN = 40  # classes; a bigger matrix is unreadable, the list of pairs is not
RANKED_SHOWN = 5


def bundle(mistakes: Mistakes, code: str = "") -> Bundle:
    """What `%interpret` shows."""
    right = mistakes.n - mistakes.n_wrong
    share = f" ({right / mistakes.n:.1%})" if mistakes.n else ""
    title = f"{right:,} of {counted(mistakes.n, 'validation picture')} right{share}"
    header, rows, note = _tag_table(mistakes) if mistakes.tags else _pair_table(mistakes)
    numbers = frozenset(range(1, len(header))) if mistakes.tags else frozenset({2})
    told = "labels missed, labels falsely said" if mistakes.tags else "prediction, label, loss, probability"
    worst = f"The {counted(mistakes.n_shown, 'picture')} with the highest loss: {told}."
    return Bundle(
        "\n".join([title, note, *([table(rows, header, numbers)] if rows else [])]),
        html(
            heading(title),
            line(note),
            grid(header, rows, numbers) if rows else None,
            _matrix(mistakes),
            line(worst, is_faint=True) if mistakes.worst else None,
            picture(mistakes.worst, worst) if mistakes.worst else None,
            same_in_fastai(code),
        ),
    )


def _pair_table(mistakes: Mistakes) -> tuple[list[str], list[list[str]], str]:
    pairs = mistakes.most_confused()
    rows = [[actual, predicted, str(n)] for actual, predicted, n in pairs[:CONFUSED_SHOWN]]
    note = "Most confused:" if pairs else "No class was taken for another."
    if len(pairs) > len(rows):
        note = f"Most confused, {len(rows)} of {counted(len(pairs), 'pair')}:"
    return ["it is", "it was taken for", "times"], rows, note


def _tag_table(mistakes: Mistakes) -> tuple[list[str], list[list[str]], str]:
    worst = sorted(mistakes.tags, key=lambda tag: (tag.found - tag.n - tag.false_alarms, tag.tag))
    rows = [[t.tag, str(t.n), str(t.found), str(t.n - t.found), str(t.false_alarms)] for t in worst]
    note = "A picture counts as right when every label is; a label is said above a probability of one half."
    return ["label", "pictures", "found", "missed", "false alarms"], rows, note


def _matrix(mistakes: Mistakes) -> Any:
    if not mistakes.matrix:
        return None
    if len(mistakes.classes) > MATRIX_SHOWN:
        return line(
            f"The matrix of {len(mistakes.classes)} classes is left out: interp.plot_confusion_matrix().",
            True,
        )
    most = max((n for row in mistakes.matrix for n in row), default=1) or 1
    small = "padding:1px 5px;font-size:11px;text-align:"
    head = Tr(
        Th("actual ↓ predicted →", style=f"{small}left"), *(_column(name, small) for name in mistakes.classes)
    )
    rows = []
    for i, (name, row) in enumerate(zip(mistakes.classes, mistakes.matrix, strict=True)):
        cells = [
            Td(
                str(n) if n else "",
                title=f"{name} taken for {mistakes.classes[j]}: {n}",
                style=f"{small}center;background-color:rgba({'63,143,210' if i == j else '224,110,46'},{n / most:.2f})",
            )
            for j, n in enumerate(row)
        ]
        rows.append(Tr(Td(name, style=f"{small}left"), *cells))
    matrix = Table(head, *rows, style="border-collapse:collapse;margin:6px 0")
    return folded("confusion matrix", matrix) if len(mistakes.classes) > 15 else matrix


def _column(name: str, style: str) -> Any:
    shown = name if len(name) <= 10 else name[:9] + "…"
    return Th(shown, title=name, style=f"{style}center")


def prediction_bundle(prediction: Prediction, code: str = "") -> Bundle:
    """What `%predict` shows."""
    title = f"{prediction.file}: {prediction.label}"
    header, rows = ["class", "probability"], [[n, f"{p:.1%}"] for n, p in prediction.ranked[:RANKED_SHOWN]]
    right = frozenset({1})
    note = ""
    if prediction.ranked and not prediction.is_multi:
        note = (
            "The probabilities add up to 1 over the known classes, so a picture of none of them gets one too."
        )
    return Bundle(
        "\n".join([title, *([table(rows, header, right)] if rows else []), *([note] if note else [])]),
        html(
            heading(title),
            picture(prediction.picture, prediction.file) if prediction.picture else None,
            grid(header, rows, right) if rows else None,
            line(note, is_faint=True) if note else None,
            same_in_fastai(code),
        ),
    )


def grid_bundle(title: str, png: bytes, code: str = "") -> Bundle:
    """What `%show_batch` shows."""
    return Bundle(title, html(heading(title), picture(png, title), same_in_fastai(code)))
