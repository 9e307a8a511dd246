"""One of the course's ideas, to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fastaid.facts.inert import in_one_line
from fastaid.render.bundle import Bundle

# What Markdown, the HTML and the formulas inside it would read as marks.
MARKS = re.compile(r"([\\`*_{}\[\]()#+!|<>&$~:])")


def bundle(
    title: str,
    text: str,  # Markdown
    lesson: str = "",
    related: Sequence[str] = (),  # names to ask about
    note: str = "",  # a line before it: that it is only the closest idea
    about: str = "",  # what to know before its example is run; Markdown
) -> Bundle:
    """What `%explain one cycle` shows."""
    aside = f"lesson {lesson}" if lesson[:1].isdigit() else lesson
    names = ", ".join(f"`{name}`" for name in related)
    parts = [
        f"### {title}" + (f" ({aside})" if aside else ""),
        text,
        about,
        f"Ask further: {names} (with `?` behind a name)." if names else "",
    ]
    markdown = "\n\n".join(part for part in parts if part)
    if not note:
        return Bundle(_plain(markdown), extra={"text/markdown": markdown})
    note = in_one_line(note)
    return Bundle(
        f"{note}\n\n{_plain(markdown)}", extra={"text/markdown": f"{_as_words(note)}\n\n{markdown}"}
    )


def choice_bundle(
    words: str,  # the learner's
    ideas: Sequence[tuple[str, str]],  # title and first sentences of each, the nearest first
) -> Bundle:
    """What `%explain` shows of a question that may be about one idea or another."""
    words = in_one_line(words)
    shown = "\n".join(f"- **{title}**: {first} `%explain {_typed(title)}`" for title, first in ideas)
    head = "It is not clear which of these ideas “{}” is about:"
    return Bundle(
        f"{head.format(words)}\n\n{_plain(shown).replace('**', '')}",
        extra={"text/markdown": f"{head.format(_as_words(words))}\n\n{shown}"},
    )


def _typed(title: str) -> str:
    """A title as a learner types it: "DataLoaders (formerly DataBunch)" is "dataloaders"."""
    return re.sub(r"\s*\([^)]*\)", "", title).lower()


def _as_words(text: str) -> str:
    """A learner's words in Markdown: `__init__` is no bold init."""
    return MARKS.sub(r"\\\1", text)


def _plain(markdown: str) -> str:
    """The same for a terminal: code indented, no marks."""
    lines, is_code = [], False
    for line in markdown.splitlines():
        if line.startswith("```"):
            is_code = not is_code
        elif is_code:
            lines.append(f"    {line}")
        else:
            lines.append(line.removeprefix("### ").replace("`", ""))
    return "\n".join(lines)
