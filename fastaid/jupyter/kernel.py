"""The `fastaid` kernel: ipykernel's own, with fastaid loaded and fastai's names ready."""

from __future__ import annotations

from typing import Any

from ipykernel.ipkernel import IPythonKernel

from fastaid.jupyter.extension import KEY, load
from fastaid.jupyter.preload import Preload

HELP_LINKS = [
    {"text": "fast.ai course", "url": "https://course.fast.ai"},
    {"text": "fast.ai course of 2019", "url": "https://course19.fast.ai"},
    {"text": "fastai", "url": "https://docs.fast.ai"},
    {"text": "PyTorch", "url": "https://docs.pytorch.org/docs/stable/"},
]


class FastaidKernel(IPythonKernel):
    """A Python kernel for people who take the fast.ai course.

    `%load_ext fastaid` gives a plain kernel all but three things: `from fastai.vision.all import *` done
    beside the first cells, the 2019 course's import lines, and hints for arguments that show by themselves.
    """

    is_fastaid = True  # front ends ask for it

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        if not self.trait_has_value("help_links"):
            self.help_links = [*HELP_LINKS, *self.help_links]
        shell: Any = self.shell  # made by ipykernel by now
        load(shell)
        self.preload = Preload(shell)
        shell.meta[KEY].ahead.wait = self.preload.wait  # two imports side by side slow each other down

    def start(self) -> None:
        """Answer requests, and import fastai meanwhile."""
        super().start()
        self.preload.open()
