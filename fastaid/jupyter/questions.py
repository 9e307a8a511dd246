"""One path from a question to its answer, whichever door it came through.

What answers is imported with the first question: a kernel that starts has none to answer.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fastaid.help.objects import is_a, is_class, name_of, static

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from fastaid.facts.symbol import SymbolFacts
    from fastaid.help.cursor import CursorCall
    from fastaid.help.expressions import Unresolved

HOOK_NAME = "__custom_documentations__"
MAGIC = re.compile(r"%{0,2}[A-Za-z_]\w*$")
WORDS = re.compile(r"[\w'’-]+(?:[ ,?]+[\w'’-]+)+\??$")


class Questions:
    """The answers of one shell: about its variables, its magics, and what it does not know."""

    def __init__(self, shell: InteractiveShell):
        self.shell = shell

    def names(self) -> Mapping[str, Any]:
        """The learner's variables; another thread may be adding some meanwhile."""
        return self.shell.user_ns

    def about(
        self,
        text: str,  # an expression, a magic, an operator, or words
        names: Mapping[str, Any] | None = None,  # whose variables it is about; the notebook's
    ) -> SymbolFacts:
        """What is known of what a text names; where it names nothing, why, and what may be meant."""
        from fastaid.help.describe import describe
        from fastaid.help.expressions import Unresolved, resolve
        from fastaid.help.missing import describe_missing

        text = text.strip().rstrip(";").strip()
        names = self.names() if names is None else names
        if text.startswith("%") and MAGIC.match(text):
            return self._magic(text) or describe_missing(
                text, f"There is no magic `{text}`.", text.strip("%"), self._magics()
            )
        try:
            found = resolve(text, names)
        except Unresolved as why:
            return self._without_object(text, why, names)
        facts = self.with_concept(describe(found.obj, text, found.owner))
        return facts if facts.state else replace(facts, state=self._beside(text, names))

    def _beside(self, text: str, names: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
        """The shape of the tensor whose attribute is asked about."""
        from fastaid.help.expressions import Unresolved, resolve
        from fastaid.help.state import state_beside

        holder, dot, attribute = text.rpartition(".")
        if not dot:
            return ()
        try:
            found = resolve(holder, names)
        except Unresolved:
            return ()
        return tuple((what, value, "") for what, value in state_beside(found.obj, attribute, holder))

    def about_object(self, obj: Any, name: str = "", owner: type | None = None) -> SymbolFacts:
        """What is known of an object at hand."""
        from fastaid.help.describe import describe

        return self.with_concept(describe(obj, name, owner))

    def has_words_of_its_own(self, text: str) -> bool:
        """Whether an attribute's object carries IPython's `__custom_documentations__`: then IPython shows those."""
        from fastaid.help.expressions import Unresolved, resolve

        holder, dot, _ = text.strip().rpartition(".")
        if not dot:
            return False
        try:
            return static(resolve(holder, self.names()).obj, HOOK_NAME) is not None
        except Unresolved:
            return False

    def at_cursor(self, code: str, cursor: int) -> tuple[SymbolFacts, str] | None:
        """The answer for where a cursor stands, and the argument it is in ("" outside of a call)."""
        from fastaid.help.cursor import call_at, name_at

        word_end = cursor
        while word_end < len(code) and (code[word_end].isalnum() or code[word_end] == "_"):
            word_end += 1
        call = call_at(code, word_end)
        name = name_at(code, cursor)
        line = code[code.rfind("\n", 0, cursor) + 1 : word_end].strip()
        if line.startswith("%") and MAGIC.match(line):
            return self.about(line), ""
        is_keyword = call is not None and re.match(r"\s*=(?!=)", code[word_end:]) is not None
        if name and not is_keyword:
            found = self.about(name)
            if found.role != "missing" or call is None:
                return (found, "") if self._says_something(found) else None
        if call is None:
            return None
        found = self.about(call.callee)
        active = name if is_keyword else call.keyword or self._argument(found, call, name)
        return (found, active) if self._says_something(found) else None

    def with_concept(self, facts: SymbolFacts) -> SymbolFacts:
        """The facts, with the idea of the course behind them."""
        from fastaid.teach.cards import concept_of

        concept = concept_of(facts.key) if facts.key else None
        return replace(facts, concept=concept) if concept is not None else facts

    # -- what has no object --------------------------------------------------------------------------

    def _without_object(self, text: str, why: Unresolved, names: Mapping[str, Any]) -> SymbolFacts:
        from fastaid.help.missing import describe_missing
        from fastaid.help.operators import describe_operator

        operation = describe_operator(text, names)
        if operation is not None:
            return self.with_concept(operation)
        magic = self._magic(text) if MAGIC.match(text) else None
        if magic is not None:
            return magic
        if WORDS.match(text):
            from fastaid.jupyter.finding import describe_search

            return describe_search(text)
        return describe_missing(text, why.reason, why.missing, why.known)

    def _magic(self, text: str) -> SymbolFacts | None:
        from fastaid.jupyter.magic_facts import describe_magic

        name = text.lstrip("%")
        line = None if text.startswith("%%") else self.shell.find_line_magic(name)
        found = line or self.shell.find_cell_magic(name)
        return None if found is None else describe_magic(found, ("%" if line else "%%") + name)

    def _magics(self) -> Iterator[str]:
        for found in self.shell.magics_manager.magics.values():
            yield from found

    @staticmethod
    def _argument(facts: SymbolFacts, call: CursorCall, begun: str) -> str:
        """The name of the argument that a position means; of one being typed, the one it begins."""
        for signature in facts.signatures:
            names = [p.name for p in signature.parameters]
            if begun and begun in names:
                return begun
            positional = [
                p for p in signature.own if p.kind in ("positional", "positional-only", "var-positional")
            ]
            if call.position < len(positional):
                return positional[call.position].name
            if positional and positional[-1].kind == "var-positional":
                return positional[-1].name
        return ""

    @staticmethod
    def _says_something(facts: SymbolFacts) -> bool:
        """Whether an answer of "not found" has more to say than that: a guess, a successor, a reason."""
        is_guess = any(not note.startswith("Import it first") for note in facts.notes)
        return facts.role != "missing" or is_guess or "without running" in facts.summary


def name_in(frame: types.FrameType, obj: Any) -> str:
    """The variable of the caller that holds an instance; functions and classes have names of their own."""
    if is_class(obj) or name_of(obj) or is_a(obj, types.ModuleType):
        return ""
    for names in (frame.f_locals, frame.f_globals):
        for name, value in list(names.items()):
            if value is obj and not name.startswith("_"):
                return name
    return ""


def is_text_question(obj: Any) -> bool:
    """Whether a string asks for what it names; a data set's address is itself what is asked about."""
    return type(obj) is str and "://" not in obj and bool(obj.strip())
