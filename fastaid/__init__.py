"""fastaid: the fast.ai course's workflow as one-line notebook commands.

The porch. Loading it costs nothing: torch, fastai and matplotlib are imported by the first
command that needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastaid.errors import FastaidError, FastaidWarning

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from fastaid.jupyter.own_doc import doc
    from fastaid.training.fast.speedups import faster

__all__ = [
    "FastaidError",
    "FastaidWarning",
    "doc",
    "faster",
    "load_ipython_extension",
    "unload_ipython_extension",
]


def __getattr__(name: str) -> Any:
    if name == "doc":
        from fastaid.jupyter.own_doc import doc

        return doc
    if name == "faster":
        from fastaid.training.fast.speedups import faster

        return faster
    # importlib.metadata costs milliseconds at load time and the version is asked for rarely.
    if name == "__version__":
        from importlib.metadata import version

        return version("fastaid")
    raise AttributeError(f"module 'fastaid' has no attribute {name!r}")


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Add fastaid's magics and completions to `shell`; what `%load_ext fastaid` calls."""
    from fastaid.jupyter.extension import load

    load(shell)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """Take back everything that `load_ipython_extension` added."""
    from fastaid.jupyter.extension import unload

    unload(shell)
