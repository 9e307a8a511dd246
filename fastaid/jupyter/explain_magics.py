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
        from fastaid.teach.find import by_misspelled_name, by_name

        if self._is_code_at_hand(words):
            self.doors.show(words, False)
        elif (card := by_name(words)) is not None:
            self._show_idea(card)
        elif words in self.session.names:
            self.doors.show(words, False)
        elif (card := by_misspelled_name(words)) is not None:
            self._show_idea(card, f"The closest idea to “{words}”.")
        else:
            self._answer(words)

    def _answer(self, question: str) -> None:
        """The idea that a question is about; a choice of some where it may be another one."""
        from fastaid.render.idea import choice_bundle
        from fastaid.teach.find import PERHAPS, by_question, is_unsure, near_cards

        card, near = by_question(question), near_cards(question, least=PERHAPS)
        others = [one.title.lower() for one in near if one is not card]
        if card is None:
            perhaps = f"Perhaps one of these: {', '.join(others)}. " if others else ""
            raise FastaidError(
                f"There is no idea like '{question}' here.",
                f"{perhaps}%find looks for functions: %find how do I resize",
            )
        if is_unsure(question):
            self.session.show(choice_bundle(question, [(one.title, one.first) for one in near]))
            return
        also = f" Also near: {', '.join(others)}." if others else ""
        self._show_idea(card, f"The closest idea to “{question}”.{also}")

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
        from fastaid.teach.snippets import about, askable

        names = self.session.names
        every = list(dict.fromkeys(askable(symbol) for symbol in card.symbols))
        at_hand = [name for name in every if name.split(".")[0] in names]  # `?` finds these
        related = (at_hand or every)[:8]
        self.session.show(bundle(card.title, card.text, card.lesson, related, note, about(card, names)))
