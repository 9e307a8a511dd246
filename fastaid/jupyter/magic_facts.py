"""What a magic does and takes, from its arguments or its docstring."""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

from fastaid.facts.symbol import Meaning, Parameter, Signature, SymbolFacts
from fastaid.help.docstrings import one_line
from fastaid.help.objects import module_of, unwrapped
from fastaid.help.sources import place_of, source_of

OPTION = re.compile(
    r"^\s*(?P<flags>--?[\w-]+(?:[ ]?<\w+>|[ ]?[A-Z]+\b)?(?:,? (?:or )?--?[\w-]+)*)\s*(?::|\s{2,}|$)\s*(?P<said>.*)$"
)


def describe_magic(
    magic: Callable[..., Any],  # as the shell keeps it
    name: str,  # "%timeit"
) -> SymbolFacts:
    """The facts on a line or cell magic."""
    function = getattr(magic, "__func__", magic)
    doc = inspect.cleandoc(magic.__doc__ or "")
    parser = getattr(function, "parser", None)
    parameters = tuple(
        _of_parser(parser) if isinstance(parser, argparse.ArgumentParser) else _of_docstring(doc)
    )
    body = re.sub(r"(?s)^::\n.*?\n\n(?=\S)", "", doc)  # the usage that magic_arguments puts first
    usage, paragraphs = _usage(doc, name), [p for p in re.split(r"\n\s*\n", body) if p.strip()]
    first = next((p for p in paragraphs if not p.strip().startswith((name, "%", "::", "Usage"))), "")
    path, line = place_of(function)
    source = source_of(function)
    plain = unwrapped(function)
    return SymbolFacts(
        name=name,
        role="magic",
        what=f"{'cell' if name.startswith('%%') else 'line'} magic of {module_of(plain)}",
        summary=one_line(first),
        signatures=(Signature(parameters),) if parameters else (),
        notes=tuple(usage),
        details=doc,
        docstring=doc,
        source=(source,) if source else (),
        place=f"{path}:{line}" if path else "",
    )


def _usage(doc: str, name: str) -> list[str]:
    lines = [line.strip() for line in doc.splitlines()]
    return [f"`{line}`" for line in lines if line.startswith((name + " ", "%" + name + " "))][:4]


def _of_parser(parser: argparse.ArgumentParser) -> Iterator[Parameter]:
    for action in parser._actions:
        if action.help == argparse.SUPPRESS:
            continue
        name = " / ".join(action.option_strings) or str(action.metavar or action.dest)
        default = action.default if action.default not in (None, False, argparse.SUPPRESS) else None
        optional = bool(action.option_strings) or action.nargs in ("?", "*")
        kind = "flag" if action.nargs == 0 else str(action.metavar or "") if action.option_strings else ""
        yield Parameter(
            name,
            "keyword-only" if action.option_strings else "positional",
            str(default) if default is not None else "…" if optional else None,
            kind,
            Meaning(one_line(action.help), "the magic's own help") if action.help else None,
        )


def _of_docstring(doc: str) -> Iterator[Parameter]:
    lines = doc.splitlines()
    for i, line in enumerate(lines):
        match = OPTION.match(line)
        if match is None or line.strip().startswith("%"):
            continue
        said = [match["said"]]
        for following in lines[i + 1 :]:
            if OPTION.match(following) or (not following.strip() and any(part.strip() for part in said)):
                break
            said.append(following)
        text = one_line(" ".join(said))
        if text:
            flag, _, value = match["flags"].partition("<")
            name = flag.strip().split(",")[0].split(" ")[0]
            yield Parameter(
                name, "keyword-only", "…", value.rstrip(">").strip(), Meaning(text, "the magic's docstring")
            )
