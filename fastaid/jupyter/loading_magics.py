"""`%load_learner`: an exported learner out of its file."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import FastaidError
from fastaid.jupyter.magics import CODE, SessionMagics, magic

if TYPE_CHECKING:
    from fastaid.jupyter.learner_files import LearnerFiles
    from fastaid.jupyter.session import Session


@magics_class
class LoadingMagics(SessionMagics):
    """Take up what `%export` wrote."""

    def __init__(self, session: Session, files: LearnerFiles):
        super().__init__(session)
        self._files = files

    @magic(line_magic)
    @magic_arguments()
    @argument("file", help="what learn.export or %%export wrote")
    @argument("--yes", action="store_true", help="load it wherever it is from, without a question")
    @argument("--name", default="learn", help="the variable to bind (learn)")
    @CODE
    def load_learner(self, line: str) -> Any:
        """Load an exported learner, for predicting. Binds `learn` and returns it.

        Loading one runs code of whoever exported it. What you exported yourself on this machine is loaded at
        once; of a file from elsewhere it says what it would import, and asks. A yes is kept for that content.
        """
        args = self.read(self.load_learner, line)
        import fastai.vision.all as fastai_names
        from fastai.learner import Learner

        from fastaid.facts.code import Program, Step, call
        from fastaid.render.bundle import Bundle
        from fastaid.training.foreign import remember
        from fastaid.training.items import missing_file
        from fastaid.training.learner import describe_learner

        self.refuse_loss(args.name, Learner)
        file = self.scope.path(args.file)
        if file.is_dir():
            raise FastaidError(
                f"{file} is a folder.", f"Name a file in it: %load_learner {file / 'export.pkl'}"
            )
        if not file.is_file():
            raise missing_file(file, "exported learner")
        if file.suffix == ".safetensors":
            raise FastaidError(
                f"{file} holds weights alone.", f"A net takes them: %learner resnet34 --weights {file}"
            )
        program = Program((Step(call("load_learner", file.as_posix()), args.name),))
        if args.code:
            return self.show_code(program.code())
        if args.yes:
            remember(file)
        else:
            self._files.ask(file)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="load_learner.* uses Python's insecure pickle")
            learn = program.run(dict(vars(fastai_names)))
        self.session.bind(**{args.name: learn})
        self.session.show(Bundle(f"{describe_learner(learn)}; from {file}"))
        return self.session.returning(learn)
