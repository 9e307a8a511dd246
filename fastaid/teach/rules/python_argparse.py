"""A script's command line read in a notebook, which has none."""

from __future__ import annotations

import argparse
import ast
import sys

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Scene

KERNELS = ("ipykernel", "kernel_launcher", "ipython")


@rule(SystemExit)
def kernels_command_line(scene: Scene) -> Diagnosis | None:
    """`parser.parse_args()` in a notebook reads how Jupyter started the kernel."""
    inner, here = scene.within("argparse", "parse_args") or scene.within("argparse"), scene.here
    call = here.call if here is not None else None
    parser = inner.names.get("self") if inner is not None else None
    if (
        here is None
        or call is None
        or call.args
        or call.keywords
        or not isinstance(parser, argparse.ArgumentParser)
    ):
        return None
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in ("parse_args", "parse_known_args"):
        return None
    argv = [str(one) for one in sys.argv]
    if not argv or not _is_kernels(argv):
        return None
    needed = [one for one in stored(parser).get("_actions", []) if getattr(one, "required", False)]
    given = [part for one in needed for part in _filled(one)]
    text = ast.unparse(call.func)
    names = [one.option_strings[-1] if one.option_strings else one.dest for one in needed]
    return Diagnosis(
        f"`{text}()` ended with an error of its own, SystemExit {scene.message}.",
        "It reads `sys.argv`, the words of a command line. A notebook has none: there stand the words that Jupyter "
        f"started the kernel with{_shown(argv)}, which the parser does not know.",
        replaced(here, call, f"{text}([{', '.join(given)}])"),
        f"Give the arguments as a list ({listed(names)} must be in it):"
        if needed
        else "Give it a list in their place; empty, all defaults hold (or `['--name', 'value']`):",
    )


def _is_kernels(argv: list[str]) -> bool:
    connection = any(one.endswith(".json") for one in argv[1:])
    return connection or any(word in argv[0] for word in KERNELS)


def _shown(argv: list[str]) -> str:
    first = next((one for one in argv[1:] if one.startswith("-")), "")
    return f", such as `{first[:20]}`" if first else ""


def _filled(action: argparse.Action) -> list[str]:
    value = repr("…" if action.type is None else "1")
    return [repr(action.option_strings[-1]), value] if action.option_strings else [value]
