"""What `%load_ext fastaid` adds to a shell, and how `%unload_ext fastaid` takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastaid.jupyter.ahead import ReadAhead
from fastaid.jupyter.completions import Completions
from fastaid.jupyter.control import Control, has_control_channel
from fastaid.jupyter.course_imports import CourseImports
from fastaid.jupyter.data_magics import DataMagics
from fastaid.jupyter.error_cards import ErrorCards
from fastaid.jupyter.explain_magics import ExplainMagics
from fastaid.jupyter.help_magics import HelpMagics
from fastaid.jupyter.inspector import HelpDoors
from fastaid.jupyter.learner_files import LearnerFiles
from fastaid.jupyter.learner_magics import LearnerMagics
from fastaid.jupyter.loading_magics import LoadingMagics
from fastaid.jupyter.notices import Notices
from fastaid.jupyter.own_doc import OwnDoc
from fastaid.jupyter.past_runs import PastRuns
from fastaid.jupyter.questions import Questions
from fastaid.jupyter.result_magics import ResultMagics
from fastaid.jupyter.session import Session
from fastaid.jupyter.settings import Settings
from fastaid.jupyter.star_imports import StarImports
from fastaid.jupyter.training_magics import TrainingMagics

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

KEY = "fastaid"


class Extension:
    """fastaid in one shell: its magics, completions and display, and what stood there before."""

    def __init__(self, shell: InteractiveShell):
        self.shell = shell
        self.session = Session(shell)
        self.questions = Questions(shell)
        self.doors = HelpDoors(shell, self.questions)
        self.own_doc = OwnDoc(shell)
        # The course's names first: `doc` is kept from what they bring.
        self.star_imports = StarImports(
            shell, CourseImports(shell).after_star_import, self.own_doc.after_star_import
        )
        self.settings = Settings(parent=shell)
        self.error_cards = ErrorCards(self.session, self.settings)
        self.notices = Notices(self.session, self.settings)
        self.learner_files = LearnerFiles(self.session)
        self.ahead = ReadAhead()
        training = TrainingMagics(self.session)
        self.magics = [
            DataMagics(self.session),
            LearnerMagics(self.session),
            training,
            ResultMagics(self.session, training),
            LoadingMagics(self.session, self.learner_files),
            HelpMagics(self.session, self.doors),
            ExplainMagics(self.session, self.doors, self.error_cards),
        ]
        self.completions = Completions(shell, self.magics)
        self.control = self._control(training)
        self._before: dict[str, dict[str, object]] = {"line": {}, "cell": {}}

    def _control(self, training: TrainingMagics) -> Control | None:
        kernel = getattr(self.shell, "kernel", None)
        if not has_control_channel(kernel):
            return None
        control = Control(kernel, self.questions, PastRuns(training.journal_path))
        self.session.live_runs = control.live
        return control

    @property
    def configurables(self) -> list[Any]:
        """What `%config` lists; IPython puts more than shells there, whatever its annotation says."""
        return self.shell.configurables

    def open(self) -> None:
        """Add everything, remembering the magics of the same names that were there."""
        manager = self.shell.magics_manager
        for magics in self.magics:
            for kind, names in magics.magics.items():
                registered = manager.magics[kind]
                self._before[kind].update({n: registered[n] for n in names if n in registered})
            # Not shell.register_magics: it keeps the class for good, and %unload_ext could not undo it.
            for kind, found in magics.magics.items():
                manager.magics[kind].update(found)
            manager.registry[type(magics).__name__] = magics
        self.session.open()
        self.completions.open()
        self.doors.open()
        self.star_imports.open()
        self.own_doc.open()
        self.learner_files.open()
        self.configurables.append(self.settings)
        self.error_cards.open()
        self.notices.open()
        if self.control is not None:
            self.control.open()
        self.ahead.open()

    def close(self) -> None:
        """Take everything back."""
        manager = self.shell.magics_manager
        self.ahead.close()
        if self.control is not None:
            self.control.close()
        self.notices.close()
        self.error_cards.close()
        self.configurables.remove(self.settings)
        self.learner_files.close()
        self.own_doc.close()
        self.star_imports.close()
        self.doors.close()
        self.completions.close()
        self.session.close()
        for magics in self.magics:
            for kind, found in magics.magics.items():
                for name in found:
                    manager.magics[kind].pop(name, None)
                    if name in self._before[kind]:
                        manager.magics[kind][name] = self._before[kind][name]
            manager.registry.pop(type(magics).__name__, None)
            # IPython's Magics adds itself there when it is made.
            self.shell.configurables[:] = [one for one in self.shell.configurables if one is not magics]


def load(shell: InteractiveShell) -> None:
    """Add fastaid to a shell; a second time changes nothing."""
    extensions = shell.meta
    if KEY not in extensions:
        extension = Extension(shell)
        extension.open()
        extensions[KEY] = extension


def unload(shell: InteractiveShell) -> None:
    """Take fastaid out of a shell."""
    extension = shell.meta.pop(KEY, None)
    if extension is not None:
        extension.close()
