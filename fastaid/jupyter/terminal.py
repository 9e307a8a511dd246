"""An answer in a terminal: rich's colours over the same lines."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from fastaid.facts.symbol import SymbolFacts
from fastaid.render.symbol import text

if TYPE_CHECKING:
    from rich.text import Text

HEADING = re.compile(r"(?P<section>\w[\w ]*?)(?: \([^)]*\))?:")  # `Parameters:`, `Example (fastaid):`
NAME = re.compile(r"  (\*{0,2}\w[\w/.-]*(?: \w+)?)(?=:| =|=|  |$)")  # what a line of a list is about
PROSE = {"Docstring", "Returns", "The idea"}  # sections where an indented word is only a word


def coloured(facts: SymbolFacts, with_source: bool, active: str, width: int) -> str:
    """The plain text with headings, arguments and code set off by ANSI colours."""
    from rich.console import Console
    from rich.syntax import Syntax
    from rich.text import Text

    console = Console(
        file=io.StringIO(), width=width, force_terminal=True, color_system="256", highlight=False
    )
    section = ""
    for number, line in enumerate(text(facts, False, active, width).splitlines()):
        heading = HEADING.match(line)
        if heading:
            section = heading["section"]
        console.print(_styled(Text(line), line, section, number == 0, heading), soft_wrap=True)
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


def _styled(shown: Text, line: str, section: str, is_first: bool, heading: re.Match[str] | None) -> Text:
    if is_first:
        shown.stylize("bold")
        return shown
    if heading and not line.startswith(" "):
        shown.stylize("bold", 0, heading.end())
    elif section.startswith("Example"):
        shown.stylize("green")
        return shown
    elif section not in PROSE and (name := NAME.match(line)):
        shown.stylize("cyan", 2, name.end())
    for code in re.finditer(r"`[^`]+`", line):
        shown.stylize("cyan", code.start(), code.end())
    return shown
