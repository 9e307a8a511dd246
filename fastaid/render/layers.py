"""The table of layer groups."""

from __future__ import annotations

from fastaid.facts.layers import LayerTable
from fastaid.render.bundle import Bundle, table
from fastaid.render.html import grid, heading, html, line, same_in_fastai

WHY_LESS = (
    "Early layers see edges and textures that every picture has, so they need the least change; "
    "the head is new and needs the most. Hence a smaller learning rate for earlier groups."
)


def bundle(facts: LayerTable, code: str = "") -> Bundle:
    """What `%freeze`, `%unfreeze` and `%learner` show."""
    header = ["group", "holds", "parameters", "now", "learning rate"]
    rows = [
        [
            str(i),
            group.holds,
            f"{group.n_params:,}",
            group.trains,
            f"{group.lr:.1e}" if group.lr is not None and not group.frozen else "–",
        ]
        for i, group in enumerate(facts.groups)
    ]
    total = f"{facts.n_trainable:,} of {facts.n_params:,} parameters train"
    why = WHY_LESS if len({group.lr for group in facts.groups if not group.frozen}) > 1 else ""
    notes = [text for text in (why, facts.note) if text]
    right = frozenset({0, 2, 4})
    return Bundle(
        "\n".join([f"{facts.title}: {total}", table(rows, header, right), *notes]),
        html(heading(facts.title, total), grid(header, rows, right), *map(line, notes), same_in_fastai(code)),
    )
