"""`x?`, `x??`, Shift-Tab and Contextual Help, all answered by the same facts."""

from __future__ import annotations

import ast
import logging
import re
import shutil
import types
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from IPython.core import page
from IPython.core.oinspect import Inspector

from fastaid.facts.inert import inert
from fastaid.help.objects import is_class

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from fastaid.facts.symbol import SymbolFacts
    from fastaid.jupyter.questions import Questions

log = logging.getLogger("fastaid")
ASKED = re.compile(r"^(?P<indent>\s*)(?P<expression>[^?]*[^?\s])(?P<marks>\?{1,2})\s*$")
IPYTHON_KNOWS = re.compile(r"%{0,2}(?!\d)[\w*]+(\.(?!\d)[\w*]+|\[-?[0-9]+\])*$")  # what its own `?` takes


class FactsInspector(Inspector):
    """IPython's inspector, with fastaid's answers in place of its own.

    Anything that goes wrong here is logged, and IPython answers as it does without fastaid.
    """

    questions: Questions | None = None

    def _get_info(
        self,
        obj: Any,
        oname: str = "",
        formatter: Any = None,
        info: Any = None,
        detail_level: int = 0,
        omit_sections: Any = (),
    ) -> dict[str, Any]:
        if self.questions is None or self.questions.has_words_of_its_own(oname):
            return super()._get_info(obj, oname, formatter, info, detail_level, omit_sections)
        try:
            facts = self._facts(obj, oname, info)
            found = mimebundle(facts, bool(detail_level), is_plain=True)
        except Exception:
            log.exception("fastaid could not describe %s", oname)
            return super()._get_info(obj, oname, formatter, info, detail_level, omit_sections)
        if self.mime_hooks:  # another extension's forms stay
            theirs = super()._get_info(obj, oname, formatter, info, detail_level, omit_sections)
            found = {**{kind: theirs[kind] for kind in self.mime_hooks if kind in theirs}, **found}
        return found

    def _facts(self, obj: Any, name: str, info: Any) -> SymbolFacts:
        assert self.questions is not None
        if info is not None and info.ismagic:
            return self.questions.about("%" + name.lstrip("%") if not name.startswith("%%") else name)
        parent = getattr(info, "parent", None)
        owner = parent if is_class(parent) and type(obj) is types.FunctionType else None
        return self.questions.about_object(obj, name, owner)


def mimebundle(
    facts: SymbolFacts,
    with_source: bool,
    is_plain: bool,  # without the colours and the width of a terminal
    active: str = "",
) -> dict[str, Any]:
    """An answer in every form that the front ends know."""
    # The views are written with fastcore, whose import a shell that is only loading need not wait for.
    from fastaid.jupyter.terminal import coloured
    from fastaid.render.symbol import WIDTH, bundle

    shown = bundle(facts, with_source, active, WIDTH if is_plain else _columns())
    if is_plain:
        return {"text/plain": shown.text, "text/html": shown.html}
    source = tuple(
        replace(code, text=inert(code.text), path=inert(code.path), note=inert(code.note))
        for code in facts.source
    )
    text = coloured(replace(facts, source=source), with_source, active, _columns())
    return {"text/plain": text, "text/html": shown.html}


def draws_plain(shell: InteractiveShell) -> bool:
    """Whether the shell wants text without colour codes: a front end does, and a terminal told so."""
    return hasattr(shell, "kernel") or str(shell.colors).lower() == "nocolor"


def _columns() -> int:
    return min(shutil.get_terminal_size((92, 24)).columns - 1, 110)


class HelpDoors:
    """The ways into help that a shell has of its own, opened on fastaid's answers and given back."""

    def __init__(self, shell: InteractiveShell, questions: Questions):
        self.shell = shell
        self.questions = questions
        self._inspector_class: Any = None
        self._html_pager = False
        self._do_inspect: Any = None

    def open(self) -> None:
        """Put our inspector, cursor help and `expression?` in place."""
        shell = self.shell
        self._inspector_class, self._html_pager = type(shell.inspector), shell.enable_html_pager
        # Its class and not itself: how it is made has changed with every IPython, and it keeps its settings.
        inspector: Any = shell.inspector
        inspector.__class__ = FactsInspector
        inspector.questions = self.questions
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # IPython calls the trait provisional
            shell.enable_html_pager = True  # else ipykernel drops the HTML of every answer
        shell.input_transformers_cleanup.append(self.ask_expressions)
        kernel = getattr(shell, "kernel", None)
        if kernel is not None:
            self._do_inspect = kernel.__dict__.get("do_inspect")
            kernel.do_inspect = self.inspect_at_cursor

    def close(self) -> None:
        """Give back what stood there before."""
        shell = self.shell
        if isinstance(shell.inspector, FactsInspector):
            del shell.inspector.questions
            shell.inspector.__class__ = self._inspector_class
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            shell.enable_html_pager = self._html_pager
        shell.input_transformers_cleanup[:] = [
            one for one in shell.input_transformers_cleanup if one != self.ask_expressions
        ]
        kernel = getattr(shell, "kernel", None)
        if kernel is not None and kernel.__dict__.get("do_inspect") == self.inspect_at_cursor:
            del kernel.do_inspect
            if self._do_inspect is not None:
                kernel.do_inspect = self._do_inspect

    def inspect_at_cursor(
        self, code: str, cursor_pos: int, detail_level: int = 0, omit_sections: Any = ()
    ) -> dict[str, Any]:
        """Shift-Tab and Contextual Help: what ipykernel asks, on its shell, control or subshell thread."""
        reply: dict[str, Any] = {"status": "ok", "found": False, "data": {}, "metadata": {}}
        try:
            answer = self.questions.at_cursor(code, cursor_pos)
            if answer is not None:
                facts, active = answer
                reply["data"] = mimebundle(facts, bool(detail_level), is_plain=True, active=active)
                reply["found"] = True
        except Exception:  # a request without a reply leaves the front end waiting
            log.exception("fastaid could not answer at the cursor")
        return reply

    def show(self, text: str, with_source: bool) -> None:
        """`x?` and `x??`: in the pager, as IPython's own."""
        if self.questions.has_words_of_its_own(text):
            self.shell._inspect("pinfo", text, detail_level=int(with_source))
            return
        facts = self.questions.about(text)
        page.page(mimebundle(facts, with_source, is_plain=draws_plain(self.shell)))

    def ask_expressions(self, lines: list[str]) -> list[str]:
        """`x@a?`, `fns['a']?`, `(a + b)??`: IPython's own `?` takes names and integer indexes only."""
        if not any(line.rstrip().endswith("?") for line in lines):
            return lines
        asked = {i: match for i, line in enumerate(lines) if (match := self._asked(line)) is not None}
        if not asked:
            return lines
        without = [
            f"{m['indent']}{m['expression']}\n" if (m := asked.get(i)) else line
            for i, line in enumerate(lines)
        ]
        try:
            statements = {
                node.lineno for node in ast.parse("".join(without)).body if isinstance(node, ast.Expr)
            }
        except SyntaxError:  # magics beside it: IPython has its own syntax for them
            statements = (
                {i + 1 for i in asked}
                if len([line for line in lines if line.strip()]) == len(asked)
                else set()
            )
        found = list(lines)
        for i, match in asked.items():
            if i + 1 in statements:  # and not a line inside a string
                magic = "pinfo2" if match["marks"] == "??" else "pinfo"
                call = f"get_ipython().run_line_magic({magic!r}, {match['expression'].strip()!r})"
                found[i] = f"{match['indent']}{call}\n"
        return found

    @staticmethod
    def _asked(line: str) -> re.Match[str] | None:
        match = ASKED.match(line)
        if match is None or match["expression"].lstrip().startswith(("%", "!", "?", "#")):
            return None
        expression = match["expression"].strip()
        if IPYTHON_KNOWS.match(expression):
            return None
        try:
            ast.parse(expression, mode="eval")
        except SyntaxError:
            return None
        return match
