"""Error cards and notices."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from fastcore.xml import Code, Div, Span

from fastaid.facts.diagnosis import Diagnosis, Notice
from fastaid.render.bundle import Bundle
from fastaid.render.html import FAINT, code_block, folded, html

WIDTH = 92
SURE = {"certain": "", "likely": "Most likely: ", "possible": "Perhaps: "}
# Words that begin a sentence; anything else with a capital may be a name.
ORDINARY = frozenset(
    {"A", "An", "The", "It", "This", "That", "These", "Those", "There", "Its", "In", "On", "At", "For", "From", "With",
     "Without", "One", "Some", "Each", "Every", "All", "Most", "Only", "No", "Nothing", "Here", "Then", "When", "Where",
     "While", "After", "Before", "Inside", "By", "As", "If", "You", "Your", "They", "Their", "Such", "Both", "Part",
     "Two", "Three", "Another", "Other", "Perhaps", "Usually", "Often", "Somewhere", "Something", "Labels", "Names",
     "Files", "Pictures", "Values", "Columns", "Training", "Batch", "Batches", "Weights"}
)  # fmt: skip
INLINE = re.compile(r"`([^`\n]+)`")
EDGE = "border-left:3px solid rgba(224,110,46,.8);padding:4px 12px;margin:4px 0"
FAINT_EDGE = "border-left:3px solid rgba(224,160,46,.8);padding:2px 12px;margin:4px 0"


def bundle(
    diagnosis: Diagnosis,
    read: str = "",  # the idea to read on, as `%explain` finds it
    traceback: str = "",  # the whole of it, to unfold where only its short form is above
) -> Bundle:
    """The card below a traceback."""
    cause = SURE[diagnosis.sure] + _lower(diagnosis.cause, diagnosis.sure)
    how = diagnosis.how or ("Write:" if diagnosis.fix else "")
    more = f"More: `%explain {read}`" if read else ""
    text = [*_wrap(diagnosis.what), *_wrap(cause), *(_wrap(how) if how else [])]
    text += [f"    {line}" for line in diagnosis.fix.splitlines()]
    text += [more.replace("`", "")] if more else []
    return Bundle(
        "\n".join(text),
        html(
            Div(
                Div(*_inline(diagnosis.what), style="font-weight:600"),
                Div(*_inline(cause)),
                Div(*_inline(how)) if how else None,
                code_block(diagnosis.fix) if diagnosis.fix else None,
                Div(*_inline(more), style=FAINT) if more else None,
                folded("the whole traceback", code_block(traceback)) if traceback else None,
                style=EDGE,
            )
        ),
    )


def notice_bundle(notice: Notice) -> Bundle:
    """A line below a cell that raised nothing and still did what was not meant."""
    return Bundle(
        "\n".join(_wrap(f"Note: {notice.text}")),
        html(Div(Span("Note: ", style="font-weight:600"), *_inline(notice.text), style=FAINT_EDGE)),
    )


def _lower(sentence: str, sure: str) -> str:
    """A sentence after a colon: its first letter small where its first word is an ordinary one."""
    first = sentence.split(" ", 1)[0]
    return sentence[:1].lower() + sentence[1:] if sure != "certain" and first in ORDINARY else sentence


def _wrap(words: str) -> list[str]:
    return textwrap.wrap(words.replace("`", ""), WIDTH, break_long_words=False, break_on_hyphens=False)


def _inline(words: str) -> list[Any]:
    """Text with `code` set off."""
    return [Code(part) if i % 2 else part for i, part in enumerate(INLINE.split(words)) if part]
