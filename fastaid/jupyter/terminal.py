"""An answer in a terminal: rich's colours over the same lines."""

from __future__ import annotations

import io
import re

from fastaid.facts.symbol import SymbolFacts
from fastaid.render.symbol import text

HEADINGS = re.compile(
    r"(Parameters|Returns|Example|Docstring|Source|File|Read on|The idea|Modules|Classes|Functions)\b.*:"
)


def coloured(facts: SymbolFacts, with_source: bool, active: str, width: int) -> str:
    """The plain text with headings, arguments and code set off by ANSI colours."""
    from rich.console import Console
    from rich.syntax import Syntax
    from rich.text import Text

    body = text(facts, False, active, width)
    console = Console(
        file=io.StringIO(), width=width, force_terminal=True, color_system="256", highlight=False
    )
    is_example = False
    for number, line in enumerate(body.splitlines()):
        shown = Text(line)
        if line.startswith("Example"):
            is_example = True
        elif not line.strip():
            is_example = False
        if number == 0:
            shown.stylize("bold")
        elif HEADINGS.match(line):
            shown.stylize("bold", 0, line.index(":"))
        elif is_example and line.startswith("  "):
            shown.stylize("green")
        elif argument := re.match(r"  (\*{0,2}[\w/ -]+?)(?=:| =|  \(|$)", line):
            shown.stylize("cyan", 2, argument.end())
        for code in re.finditer(r"`[^`]+`", line):
            shown.stylize("cyan", code.start(), code.end())
        console.print(shown, soft_wrap=True)
    for code_facts in facts.source if with_source else ():
        if code_facts.text:
            note = f" ({code_facts.note})" if code_facts.note else ""
            console.print(
                Text(f"\nSource:{note} {code_facts.path}:{code_facts.line}", style="bold"), soft_wrap=True
            )
            language = "yaml" if code_facts.path.endswith(".yaml") else "python"
            console.print(
                Syntax(
                    code_facts.text, language, theme="ansi_dark", background_color="default", word_wrap=True
                )
            )
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()
