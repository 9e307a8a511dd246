"""Reading docstrings: Google's, numpy's and Sphinx's sections by griffe, torch's heads and reST by hand."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from fastaid.facts.inert import inert
from fastaid.help.objects import quietly

MOST_DETAIL = 6000  # characters
SECTION = re.compile(
    r"(?m)^[ ]*(Args|Arguments|Parameters?|Params|Keyword [aA]rg(?:ument)?s|Other Parameters|Returns?|Yields?"
    r"|Raises|Examples?|Attributes|Inputs?|Outputs?|Shape|Notes?|Warnings?)[ ]*:{0,2}[ ]*$"
)
ROLE = re.compile(r":(?:py:)?(?:attr|class|func|meth|mod|math|ref|obj|exc|data|doc|file|term):`~?([^`]*)`")


@dataclass(frozen=True)
class Docstring:
    """A docstring, taken apart."""

    summary: str = ""
    parameters: dict[str, tuple[str, str]] = field(default_factory=dict)  # name -> (type, meaning)
    returns: tuple[str, str] = ("", "")  # (type, meaning)
    example: str = ""
    details: str = ""  # what is neither summary nor arguments
    heads: tuple[str, ...] = ()  # "ones(*size, out=None) -> Tensor", as C functions begin theirs
    see: str = ""  # the name that "See :func:`torch.add`" points to


def plain(text: str) -> str:
    """reST and HTML marks as backticks or nothing."""

    def code(match: re.Match[str]) -> str:
        inner = re.sub(r"\s*<[^<>]*>$", "", match[1]).removeprefix("~")
        return f"`{inner.strip()}`"

    text = ROLE.sub(code, text)
    text = re.sub(r"</?code>", "`", text)
    text = re.sub(r"``([^`]+)``", r"`\1`", text)
    text = re.sub(r"`([^`<>]+) <(https?://[^`<>]+)>`_{1,2}", r"\1 (\2)", text)
    text = re.sub(r"\\(text|mathrm|mathbf|mathcal|operatorname)\{{1,2}([^{}]*)\}{1,2}", r"\2", text)
    text = re.sub(r"\\d?frac\{([^{}]*)\}\{([^{}]*)\}", r"(\1)/(\2)", text)
    for old, new in (("\\times", "×"), ("\\leq", "≤"), ("\\geq", "≥"), ("\\sqrt", "√"), ("\\ldots", "…"),
                     ("\\cdot", "·"), ("\\infty", "∞"), ("\\sum", "Σ"), ("\\left", ""), ("\\right", ""),
                     ("\\_", "_"), ("\\*", "*"), ("\\in ", "∈ "), ("\\sigma", "σ"), ("\\mu", "μ")):  # fmt: skip
        text = text.replace(old, new)
    return re.sub(r"√\{([^{}]*)\}", r"√(\1)", text)


def one_line(text: str) -> str:
    """A paragraph without its line breaks."""
    return " ".join(plain(text).split())


@lru_cache(maxsize=1024)
def read(doc: str, name: str = "") -> Docstring:
    """Take a cleaned docstring apart; `name` is the function's, for the heads of C functions."""
    if not doc.strip():
        return Docstring()
    doc = inert(doc)
    heads, body = _heads(doc, name)
    summary = _summary(body)
    see = re.match(
        r"(?:In-place version of|See|Alias for|See also|This is an alias for)\s+:\w+:`~?([\w.]+)", body
    )
    if see is None:
        see = re.search(r"(?m)^See :(?:func|class|meth):`~?([\w.]+)`", body)
    parameters: dict[str, tuple[str, str]] = {}
    returns, example = ("", ""), ""
    if SECTION.search(body) or ":param" in body:
        # What cannot be taken apart is shown whole, among the details.
        parameters, returns, example = quietly(lambda: _sections(body), ({}, ("", ""), ""))
    else:
        parameters = _clinic(body)
    return Docstring(
        summary,
        parameters,
        returns if any(returns) else (_returned(heads), ""),
        example or _prompts(body),
        _details(body),
        heads,
        see[1].rstrip(".") if see else "",
    )


def _heads(doc: str, name: str) -> tuple[tuple[str, ...], str]:
    """The `name(a, b=1) -> R` lines that head a docstring, and the rest."""
    lines, heads = doc.strip().splitlines(), []
    short = name.rsplit(".", 1)[-1]
    i = 0
    while i < len(lines) and i < 24:
        line = lines[i].strip()
        match = re.match(r"(?:[\w.]+\.)?(\w+)\s*\(", line)
        if match and (short == match[1] or short.endswith("_" + match[1]) or (not short and i == 0)):
            joined = line
            while joined.count("(") > joined.count(")") and i + 1 < len(lines):
                i += 1
                joined += " " + lines[i].strip()
            if re.search(r"\)\s*(?:->.*|→.*|--)?$", joined):
                heads.append(joined.removesuffix("--").strip())
            else:
                break
        elif line and not line.startswith(".. function::"):
            break
        i += 1
    if not heads:
        return (), doc
    return tuple(heads), "\n".join(lines[i:]).strip()


def _returned(heads: tuple[str, ...]) -> str:
    match = re.search(r"\)\s*(?:->|→)\s*(.+)$", heads[0]) if heads else None
    return match[1].strip().rstrip(":") if match else ""


def _summary(body: str) -> str:
    """The first sentence, or the first paragraph where it is one."""
    paragraph: list[str] = []
    for line in body.splitlines():
        stripped = line.strip()
        if not stripped and paragraph:
            break
        if stripped.startswith((".. ", "---", "===", ">>>")) or SECTION.match(line):
            if paragraph:
                break
            continue
        if stripped:
            paragraph.append(stripped)
    text = one_line(" ".join(paragraph)).removesuffix("::").strip()
    sentence = re.match(r".+?[.!?](?=\s+[A-Z`])(?<!e\.g\.)(?<!i\.e\.)(?<!vs\.)", text)
    return sentence[0] if sentence else text


def _sections(body: str) -> tuple[dict[str, tuple[str, str]], tuple[str, str], str]:
    import griffe

    logging.getLogger("griffe").setLevel(logging.CRITICAL)  # it warns of every unannotated argument
    is_numpy = re.search(r"(?m)^\s*\w[\w ]*\n\s*-{3,}\s*$", body) is not None
    # A colon inside a role ends griffe's argument name; numpy's and torch's titles vary.
    body = ROLE.sub(lambda match: f"`{match[1]}`", body)
    body = re.sub(r"(?m)^(\s+\w+ \([^()\n]*\)) :(?=\s)", r"\1:", body)  # "input (Tensor) : …"
    text = re.sub(
        r"(?m)^([ ]*)(?:Keyword [aA]rg(?:ument)?s|Params|Parameters|Inputs?)[ ]*:{1,2}[ ]*$", r"\1Args:", body
    )
    style: Any = (
        "numpy" if is_numpy else "sphinx" if ":param" in body and not SECTION.search(body) else "google"
    )
    parameters: dict[str, tuple[str, str]] = {}
    returns, example = ("", ""), ""
    for section in griffe.Docstring(body if is_numpy else text).parse(style):
        kind = section.kind.value
        if kind in ("parameters", "other parameters", "attributes"):
            for item in section.value:
                _note(parameters, item.name, str(item.annotation or ""), item.description, kind)
        elif kind in ("returns", "yields") and not any(returns):
            first = section.value[0]
            returns = str(first.annotation or ""), one_line(first.description or first.name or "")
        elif kind == "examples" and not example:
            example = "\n".join(part for how, part in section.value if how.value == "examples")
    return parameters, returns, example


def _clinic(body: str) -> dict[str, tuple[str, str]]:
    """The arguments as CPython's own C functions describe them: a name on a line, the meaning indented below."""
    found: dict[str, tuple[str, str]] = {}
    for match in re.finditer(r"(?m)^( *)(\w+)\n((?:\1 +\S.*\n?|\n(?=\1 ))+)", body):
        paragraph = match[3].split("\n\n")[0]
        found[match[2]] = ("", one_line(paragraph))
    return found


def _note(found: dict[str, tuple[str, str]], names: str, kind: str, text: str, section: str) -> None:
    for name in re.split(r"\s*[,/]\s*", names):
        key = name.strip("`* ")
        if key and re.fullmatch(r"\w+", key) and not (section == "attributes" and key in found):
            before = found.get(key, ("", ""))
            told = re.split(r"\s\.\. \w+::", text)[0]  # a warning inside belongs to the details
            found[key] = (before[0] or one_line(kind), before[1] or one_line(told))


def _prompts(body: str) -> str:
    """The `>>>` lines of a docstring that has no section for them, with what they print."""
    lines = body.splitlines()
    kept: list[str] = []
    for line in lines:
        stripped = line.strip()
        if stripped.startswith((">>>", "...")) and (kept or stripped.startswith(">>>")):
            kept.append(stripped)
        elif kept and stripped and not SECTION.match(line) and not stripped.startswith(".. "):
            kept.append(line.strip())
        elif (kept and (SECTION.match(line) or stripped.startswith(".. "))) or (kept and len(kept) >= 12):
            break
    return "\n".join(kept[:14])


DROPPED = "Args|Arguments|Parameters?|Params|Keyword [aA]rg(?:ument)?s|Other Parameters|Inputs?|Examples?"


def _details(body: str) -> str:
    """All that is neither the summary nor a list of arguments nor an example."""
    parts = re.split(r"\n\s*\n", body, maxsplit=1)
    first = parts[0]
    rest = parts[1] if len(parts) > 1 else ""
    if SECTION.match(first) or len(_summary(first)) + 2 < len(one_line(first)):
        rest = body  # the first paragraph says more than its first sentence
    lines, kept = rest.splitlines(), []
    skip_until = -1  # the indent of the title whose section is left out
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        indent = len(line) - len(line.lstrip())
        is_underlined = re.fullmatch(r"\s*-{3,}\s*", following) is not None
        if is_underlined or (skip_until >= 0 and line.strip() and indent <= skip_until):
            skip_until = -2 if skip_until == 999 and not is_underlined else -1
        if skip_until == -2:
            skip_until = 999  # numpy's sections are not indented: the next title ends them
        if re.match(rf"[ ]*(?:{DROPPED})[ ]*(?::{{1,2}}[ ]*)?$", line) and (
            line.rstrip().endswith(":") or is_underlined
        ):
            skip_until = 999 if is_underlined else indent
        if skip_until == -1:
            kept.append(line)
    return plain("\n".join(kept)).strip()[:MOST_DETAIL]
