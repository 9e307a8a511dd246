"""`%explain`: the last error, an idea of the course, or what is at hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import FastaidError
from fastaid.jupyter.magics import SessionMagics, magic

if TYPE_CHECKING:
    from fastaid.jupyter.error_cards import ErrorCards
    from fastaid.jupyter.inspector import HelpDoors
    from fastaid.jupyter.session import Session
    from fastaid.teach.cards import Card

# `x@a`, `t.shape`, `w[0]`: code, and no words.
CODE = re.compile(r"[@.\[(+*/<>=]|\w-\w")


@magics_class
class ExplainMagics(SessionMagics):
    """Explanations."""

    def __init__(self, session: Session, doors: HelpDoors, error_cards: ErrorCards):
        super().__init__(session)
        self.doors = doors
        self.error_cards = error_cards

    @magic_arguments()
    @argument("words", nargs="*", help="an idea, a question or an expression; nothing: the last error")
    @magic(line_magic)
    def explain(self, line: str) -> None:
        """Explain the last error, or an idea: `%explain one cycle`, `%explain why 224`, `%explain x@a`.

        An expression is explained with the shapes at hand; nothing of it is run.
        """
        words = line.strip().strip("'\"?").strip()
        if not words:
            self._explain_error()
            return
        from fastaid.teach.find import by_misspelled_name, by_name, by_question, near_cards

        if self._is_code_at_hand(words):
            self.doors.show(words, False)
        elif (card := by_name(words)) is not None:
            self._show_idea(card)
        elif words in self.session.names:
            self.doors.show(words, False)
        elif (card := by_misspelled_name(words) or by_question(words)) is not None:
            others = [one.title.lower() for one in near_cards(words, 4) if one is not card][:3]
            also = f" Also near: {', '.join(others)}." if others else ""
            self._show_idea(card, f"The closest idea to “{words}”.{also}")
        else:
            raise FastaidError(
                f"There is no idea like '{words}' here.", "%find looks for functions: %find how do I resize"
            )

    def _is_code_at_hand(self, words: str) -> bool:
        """Whether it is an expression of things that exist, such as `x@a` or `t.shape`."""
        heads = re.findall(r"(?<![\w.])[A-Za-z_]\w*", words)
        names = self.session.names
        return bool(CODE.search(words)) and bool(heads) and all(head in names for head in heads)

    def _explain_error(self) -> None:
        said = self.error_cards.last
        if said is None:
            error = self.error_cards.last_error
            if error:
                raise FastaidError(
                    f"What caused the last error ({error}) is not known here.",
                    "Its traceback says where it happened: %tb",
                )
            raise FastaidError("There was no error yet.", "Name an idea: %explain one cycle")
        self.error_cards.show(said)
        from fastaid.teach.cards import card_of

        card = card_of(said.card)
        if card is not None:
            self._show_idea(card)

    def _show_idea(self, card: Card, note: str = "") -> None:
        from fastaid.render.idea import bundle

        related = [symbol.split(".")[-1] for symbol in card.symbols][:8]
        shown = bundle(card.title, card.text, card.lesson, list(dict.fromkeys(related)), note)
        self.session.show(shown)
