"""What the magics share: showing, binding names, and finding the learner at hand."""

from __future__ import annotations

import sys
import uuid
import warnings
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from fastaid.errors import FastaidError, a, did_you_mean, listed
from fastaid.facts.inert import inert

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from fastaid.jupyter.line_notes import Notes, Replay
    from fastaid.jupyter.live_runs import LiveRuns
    from fastaid.render.bundle import Bundle

QUIET_TYPES = (
    ("fastai.data.core", "DataLoaders", "fastaid.training.data", "describe_dls"),
    ("fastai.learner", "Learner", "fastaid.training.learner", "describe_learner"),
    ("fastai.interpret", "Interpretation", "fastaid.training.interpret", "describe_interpretation"),
)
UNDERSCORES = ("_", "__", "___")


class Session:
    """One shell's fastaid: nothing here is global, and `close` takes back what it changed."""

    def __init__(self, shell: InteractiveShell):
        self.shell = shell
        self.suggested_lrs: WeakKeyDictionary[Any, float] = WeakKeyDictionary()
        self.data_options: WeakKeyDictionary[Any, dict[str, Any]] = WeakKeyDictionary()
        self.made_by: WeakKeyDictionary[Any, dict[str, Any]] = WeakKeyDictionary()  # the line of a magic
        self.line = ""  # of the magic that runs
        self.notes: Notes | Replay | None = None  # of its words
        self.looks: WeakKeyDictionary[Any, int] = WeakKeyDictionary()  # at each data's pictures
        self.live_runs: LiveRuns | None = None  # where a Jupyter front end may follow them
        self.local_names: Mapping[str, Any] | None = None  # of the function that calls a magic
        self._returned: tuple[int, int] | None = None
        self._earlier: tuple[Any, ...] = ()  # what _, __ and ___ were before the cell
        self._progress_place: str | None = None
        self._printers = {
            (module, name): self._show_line(module, name, home, describe)
            for module, name, home, describe in QUIET_TYPES
        }

    # -- showing --------------------------------------------------------------------------------

    @property
    def is_notebook(self) -> bool:
        """Whether a Jupyter front end draws; a terminal prints."""
        return hasattr(self.shell, "kernel")

    def show(self, bundle: Bundle) -> None:
        """Show one thing, in every form it has; a progress line in the same place gives way to it."""
        place, self._progress_place = self._progress_place, None
        if place is None:
            self.shell.display_pub.publish(bundle.mimebundle())
        else:
            self.shell.display_pub.publish(bundle.mimebundle(), transient={"display_id": place}, update=True)

    def show_raw(self, data: dict[str, Any]) -> None:
        """Show a MIME bundle; a terminal prints its text."""
        if self.is_notebook:
            self.shell.display_pub.publish(data)
        else:
            print(data["text/plain"])  # noqa: T201

    def progress(self, text: str) -> None:
        """A line for the time being, which the next one, or what is shown at last, replaces."""
        if self.is_notebook:
            is_new = self._progress_place is None
            self._progress_place = self._progress_place or uuid.uuid4().hex
            self.shell.display_pub.publish(
                {"text/plain": text}, transient={"display_id": self._progress_place}, update=not is_new
            )
        elif sys.stdout.isatty():
            print(f"\r{text:<78}\r", end="", flush=True)  # noqa: T201

    def forget_progress(self) -> None:
        """What comes next gets a place of its own; a progress line still standing is wiped."""
        if self._progress_place is not None or sys.stdout.isatty():
            self.progress("")
        self._progress_place = None

    def wake(self) -> None:
        """Import fastai, which takes seconds the first time, and say so meanwhile."""
        if "fastai.vision.all" in sys.modules:
            return
        self.progress("loading fastai …")
        with warnings.catch_warnings():
            # torch 2.14 warns of its own jit, tqdm of missing widgets, pandas 3 of an option that fastai
            # sets; a learner can mend none of it.
            warnings.simplefilter("ignore")
            import fastai.vision.all  # noqa: F401
        self.progress("")  # what is shown next takes its place; printed code does not

    def returning(self, value: Any) -> Any:
        """Hand back what a magic made without showing it a second time as the cell's last line."""
        self._returned = (id(value), self.shell.execution_count)
        return value

    def open(self) -> None:
        """Show DataLoaders and Learners at a cell's end as a line of facts, not an address."""
        formatter = self._formatter
        for (module, name), printer in self._printers.items():
            formatter.for_type_by_name(module, name, printer)
        self.shell.events.register("pre_run_cell", self._note_earlier)
        self.shell.events.register("post_run_cell", self._let_go)

    def close(self) -> None:
        """Take the lines of facts back."""
        self.shell.events.unregister("pre_run_cell", self._note_earlier)
        self.shell.events.unregister("post_run_cell", self._let_go)
        formatter = self._formatter
        for key, printer in self._printers.items():
            if formatter.deferred_printers.get(key) is printer:
                del formatter.deferred_printers[key]
            for kind in [kind for kind, found in formatter.type_printers.items() if found is printer]:
                del formatter.type_printers[kind]

    def _note_earlier(self, info: Any) -> None:
        self._returned = None
        hook: Any = self.shell.displayhook
        self._earlier = tuple(getattr(hook, name) for name in UNDERSCORES)

    def _let_go(self, result: Any) -> None:
        """Take what a magic has bound to a name out of IPython's `Out`, `_` and `_5`.

        A learner that is made anew under its name is to go, and its memory on the GPU with it, as it goes
        where plain fastai made it.
        """
        value = getattr(result, "result", None)
        if value is None or self._returned is None or self._returned[0] != id(value):
            return
        names = self.shell.user_ns
        # A list: a thread of the learner's may bind names meanwhile.
        if not any(held is value for name, held in list(names.items()) if not name.startswith("_")):
            return
        for number in [number for number, held in names["_oh"].items() if held is value]:
            del names["_oh"][number]
            for some in (names, self.shell.user_ns_hidden):
                some.pop(f"_{number}", None)
        hook: Any = self.shell.displayhook
        if hook._ is value and self._earlier:
            before = dict(zip(UNDERSCORES, self._earlier, strict=True))
            vars(hook).update(before)
            if names.get("_") is value:
                self.shell.push(before, interactive=False)

    def _show_line(self, module: str, name: str, home: str, describe: str) -> Any:
        def show(value: Any) -> None:
            from importlib import import_module

            # A terminal has written "Out[3]: " by now, so there the line is always wanted.
            if self.is_notebook and self._returned == (id(value), self.shell.execution_count):
                return
            try:
                text = getattr(import_module(home), describe)(value)
            except Exception:  # noqa: BLE001  a half-built object is still worth a line
                text = object.__repr__(value)
            self.shell.display_pub.publish({"text/plain": inert(text)})

        return show

    @property
    def _formatter(self) -> Any:
        found = self.shell.display_formatter
        assert found is not None  # every shell has one once it is made
        return found.ipython_display_formatter

    @property
    def names(self) -> Mapping[str, Any]:
        """The variables that a line may name: the notebook's, and those of the function it stands in."""
        return {**self.shell.user_ns, **(self.local_names or {})}

    def is_course_s(self, held: Any) -> bool:
        """Whether a value is data, a learner or an interpretation; nothing is imported to find out."""
        kinds = (getattr(sys.modules.get(module), name, None) for module, name, _, _ in QUIET_TYPES)
        return isinstance(held, tuple(kind for kind in kinds if kind is not None))

    def note(self, made: Any) -> None:
        """Remember the line that made something, for a kernel that makes it again."""
        found = getattr(self.notes, "found", None)
        if found is not None:
            self.made_by[made] = {"line": self.line, "notes": found}

    # -- names ----------------------------------------------------------------------------------

    def bind(self, **values: Any) -> None:
        """Bind names in the notebook."""
        self.shell.push(values)

    def may_bind(self, name: str, kind: type) -> bool:
        """Whether a name is free, or held by something of the same kind: nobody's variable is lost.

        A module of fastai's is nobody's variable: the 2019 course's `from fastai.vision import *`
        brings the module fastai.vision.data under the name that course gives its data.
        """
        held = self.shell.user_ns.get(name)
        is_fastai_s = isinstance(held, ModuleType) and held.__name__.startswith("fastai.")
        return name not in self.shell.user_ns or isinstance(held, kind) or is_fastai_s

    def learner(self, name: str | None) -> tuple[str, Any]:
        """The learner of that name, or the one at hand: `learn`, or the only one there is.

        Raises: FastaidError where there is none, or several to choose from.
        """
        from fastai.learner import Learner

        return self._find(name, "learn", Learner, "Learner", "--learner", "Make one: %learner resnet34")

    def dls(self, name: str | None) -> tuple[str, Any]:
        """The DataLoaders of that name, or those at hand: `dls`, or the only ones there are."""
        from fastai.data.core import DataLoaders

        return self._find(
            name, "dls", DataLoaders, "DataLoaders", "--data", "Make them: %databunch from_folder PATH"
        )

    def _find(
        self, name: str | None, usual: str, kind: type, word: str, option: str, make: str
    ) -> tuple[str, Any]:
        names = self.names
        every = [key for key, value in names.items() if isinstance(value, kind) and not key.startswith("_")]
        if name is not None:
            if isinstance(names.get(name), kind):
                return name, names[name]
            if name in names:
                raise FastaidError(f"{name} is no {word} but {a(names[name])}.", make + ".")
            raise FastaidError(f"There is no variable '{name}'.", did_you_mean(name, every) or make + ".")
        if usual in every:
            return usual, names[usual]
        if usual in names:
            others = f"Name one that is ({option} {every[0]})" if every else make
            raise FastaidError(f"{usual} is {a(names[usual])} now, no {word}.", f"{others}.")
        different = {id(names[key]): key for key in reversed(every)}
        if len(different) == 1:
            key = next(iter(different.values()))
            return key, names[key]
        if every:
            raise FastaidError(f"There are several: {listed(every)}.", f"Say which with {option}.")
        raise FastaidError(f"There {'are' if word.endswith('s') else 'is'} no {word} yet.", make + ".")
