"""What a cursor is in: the call around it, and the argument; found by tokens, so that half-typed code works."""

from __future__ import annotations

import io
import keyword
import tokenize
from dataclasses import dataclass

OPENING, CLOSING = "([{", ")]}"
MOST_TOKENS = 1_000  # of an expression before a bracket


@dataclass(frozen=True)
class CursorCall:
    """The call that a cursor stands in."""

    callee: str  # "learn.fit_one_cycle"
    position: int  # which argument the cursor is in, counted from 0
    keyword: str = ""  # its name, where the learner has typed one: "lr_max"


@dataclass
class _Bracket:
    mark: str
    at: int  # which token it is
    position: int = 0
    keyword: str = ""
    first: bool = True


def tokens_before(code: str, cursor: int) -> list[tokenize.TokenInfo]:
    """The tokens up to the cursor; an unfinished string or bracket ends them quietly."""
    found: list[tokenize.TokenInfo] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(code[:cursor]).readline):
            if token.type == tokenize.ERRORTOKEN and token.string in "\"'":
                # Python 3.11 goes on inside a string that never closes: right for an f-string, wrong for others.
                if not (found and found[-1].end == token.start and "f" in found[-1].string.lower()):
                    break
                found.pop()
                continue
            found.append(token)
    except (tokenize.TokenError, IndentationError, SyntaxError):
        pass
    skipped = (
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.COMMENT,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    )
    return [token for token in found if token.type not in skipped]


def call_at(code: str, cursor: int) -> CursorCall | None:
    """The call around the cursor, None outside of any.

    >>> call_at("learn.fit_one_cycle(4, ", 23)
    CursorCall(callee='learn.fit_one_cycle', position=1, keyword='')
    """
    open_brackets: list[_Bracket] = []
    tokens = tokens_before(code, cursor)
    for i, token in enumerate(tokens):
        text = token.string
        if token.type == tokenize.OP and text in OPENING:
            open_brackets.append(_Bracket(text, i))
        elif token.type == tokenize.OP and text in CLOSING and open_brackets:
            open_brackets.pop()
        elif open_brackets and token.type == tokenize.OP and text == ",":
            top = open_brackets[-1]
            top.position, top.keyword, top.first = top.position + 1, "", True
        elif open_brackets and open_brackets[-1].first:
            following = tokens[i + 1].string if i + 1 < len(tokens) else ""
            if token.type == tokenize.NAME and following == "=":
                open_brackets[-1].keyword = text
            open_brackets[-1].first = False
    # Looked for at the end and from inside out: most brackets of a cell are closed again.
    for bracket in reversed(open_brackets):
        callee = _callee(tokens[max(bracket.at - MOST_TOKENS, 0) : bracket.at]) if bracket.mark == "(" else ""
        if callee:
            return CursorCall(callee, bracket.position, bracket.keyword)
    return None


def _callee(tokens: list[tokenize.TokenInfo]) -> str:
    """The expression that ends right before a bracket, "" where the bracket is no call's."""
    parts = _chain(tokens)
    if not parts or (len(parts) == 1 and keyword.iskeyword(parts[0])):
        return ""
    before = len(tokens) - sum(part.count("\0") + 1 for part in parts)
    if before > 0 and tokens[before - 1].string in ("def", "class"):
        return ""
    return "".join(parts).replace("\0", "")


def _chain(tokens: list[tokenize.TokenInfo]) -> list[str]:
    """The parts of `a.b[0].c` read backwards from the end; NUL stands between tokens of a bracket."""
    parts: list[str] = []
    i = len(tokens) - 1
    want_name = True
    while i >= 0:
        token = tokens[i]
        if want_name and token.type == tokenize.OP and token.string in ")]}":
            start = _matching(tokens, i)
            if start is None:
                break
            parts.insert(0, "\0".join(one.string for one in tokens[start : i + 1]))
            i = start - 1
            # what stands before a bracket belongs to it: a call, an index; else the bracket begins the chain
            is_continued = i >= 0 and (
                (tokens[i].type == tokenize.NAME and not keyword.iskeyword(tokens[i].string))
                or tokens[i].string in (")", "]")
                or tokens[i].type == tokenize.STRING
            )
            if not is_continued:
                break
            continue
        if want_name and token.type in (tokenize.NAME, tokenize.STRING):
            if keyword.iskeyword(token.string) and token.string not in ("None", "True", "False"):
                break
            parts.insert(0, token.string)
            want_name = False
            i -= 1
            continue
        if not want_name and token.string == ".":
            parts.insert(0, ".")
            want_name = True
            i -= 1
            continue
        break
    return parts


def _matching(tokens: list[tokenize.TokenInfo], end: int) -> int | None:
    depth = 0
    for i in range(end, -1, -1):
        if tokens[i].type != tokenize.OP:
            continue
        if tokens[i].string in CLOSING:
            depth += 1
        elif tokens[i].string in OPENING:
            depth -= 1
            if depth == 0:
                return i
    return None


def name_at(code: str, cursor: int) -> str:
    """The dotted name under or right before the cursor, "" where there is none.

    >>> name_at("print(learn.dls)", 13)
    'learn.dls'
    """
    end = cursor
    while end < len(code) and (code[end].isalnum() or code[end] == "_"):
        end += 1
    tokens = tokens_before(code, end)
    if not tokens:
        return ""
    last = tokens[-1]
    is_word = last.type == tokenize.NAME and not keyword.iskeyword(last.string)
    # Only a word that touches the cursor counts: after a space or a comma it is the call that is asked about.
    if not is_word or not code[:end].endswith(last.string):
        return ""
    return "".join(_chain(tokens[-MOST_TOKENS:])).replace("\0", "")
