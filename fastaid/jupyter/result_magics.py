"""`%interpret`, `%predict`, `%export` and `%runs`: what came out."""

from __future__ import annotations

from typing import Any

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import listed
from fastaid.jupyter.arguments import parse
from fastaid.jupyter.hyperparameters import count
from fastaid.jupyter.magics import CODE, LEARNER, SessionMagics, magic
from fastaid.jupyter.training_magics import TrainingMagics

NO_FASTAI = "# fastai keeps no list of runs; %runs 3 --code prints the fastai code of run 3"


@magics_class
class ResultMagics(SessionMagics):
    """Look at mistakes, predict, export, and compare runs."""

    def __init__(self, session: Any, training: TrainingMagics):
        super().__init__(session)
        self._training = training

    @magic(line_magic)
    @magic_arguments()
    @argument("-n", "--max-n", default="9", help="how many of the worst pictures to show (9)")
    @argument("--name", default="interp", help="the variable to bind (interp)")
    @LEARNER
    @CODE
    def interpret(self, line: str) -> Any:
        """Look at the mistakes: the most confused classes, the confusion matrix, the worst pictures.

        Predicts the validation part; trains nothing. Binds fastai's interpretation to `interp`.
        """
        args = self.read(self.interpret, line)
        from fastai.interpret import Interpretation

        from fastaid.render.mistakes import bundle
        from fastaid.training.interpret import interpret, interpret_program, is_multi_label

        name, learn = self.session.learner(args.learner)
        self.refuse_loss(args.name, Interpretation)
        n = count(self.scope, args.max_n, "--max-n")
        code = interpret_program(name, n, is_multi_label(learn), args.name).code()
        if args.code:
            return self.show_code(code)
        interp, mistakes = interpret(learn, n)
        self.session.bind(**{args.name: interp})
        self.session.show(bundle(mistakes, code))
        return self.session.returning(interp)

    @magic(line_magic)
    @magic_arguments()
    @argument("file", help="a picture")
    @LEARNER
    @CODE
    def predict(self, line: str) -> Any:
        """Say what a picture shows, and how sure the learner is.

        Returns fastai's (label, index, probabilities).
        """
        args = self.read(self.predict, line)
        from fastaid.facts.code import Program, Step, call
        from fastaid.render.mistakes import prediction_bundle
        from fastaid.training.predict import check_picture, predict

        name, learn = self.session.learner(args.learner)
        file = self.scope.path(args.file)
        check_picture(learn, file)
        code = Program((Step(call(f"{name}.predict", file.as_posix()), "label, index, probs"),)).code()
        if args.code:
            return self.show_code(code)
        result, prediction = predict(learn, file)
        self.session.show(prediction_bundle(prediction, code))
        return self.session.returning(result)

    @magic(line_magic)
    @magic_arguments()
    @argument("file", nargs="?", help="the file to write (export.pkl; with --weights export.safetensors)")
    @argument(
        "--weights",
        action="store_true",
        help="write the weights alone, in a .safetensors file: loading it runs no code",
    )
    @LEARNER
    @CODE
    def export(self, line: str) -> Any:
        """Write the learner to one file for predicting elsewhere: `load_learner(FILE)`.

        The pictures stay out of it. A relative FILE is below the working directory. Loading such a file runs
        what it says; to give to others there is --weights, for `%learner ARCH --weights FILE`.

        Examples:
          %export pets.pkl
          %export pets.safetensors --weights
        """
        args = self.read(self.export, line)
        name, learn = self.session.learner(args.learner)
        file = self.scope.path(args.file or ("export.safetensors" if args.weights else "export.pkl"))
        if args.weights:
            return self._export_weights(args, name, learn, file)
        from fastaid.facts.code import Program, Step, call
        from fastaid.render.bundle import Bundle
        from fastaid.training.foreign import remember
        from fastaid.training.predict import check_place, export, own_code

        check_place(file)
        absolute = call("Path.absolute", call("Path", file.as_posix()))
        code = Program((Step(call(f"{name}.export", absolute)),)).code()
        if args.code:
            return self.show_code(code)
        written = export(learn, file)
        remember(written)
        size = written.stat().st_size / 1e6
        needs = f" The code of {listed(own)} has to be there too." if (own := own_code(learn)) else ""
        self.session.show(
            Bundle(f"{written} ({size:.1f} MB). Elsewhere: learn = load_learner({file.name!r}){needs}")
        )
        return None

    def _export_weights(self, args: Any, name: str, learn: Any, file: Any) -> None:
        from fastaid.render.bundle import Bundle
        from fastaid.training.export_weights import (
            check_weights_place,
            export_weights,
            how_to_load,
            weights_program,
        )

        check_weights_place(file)
        if args.code:
            self.show_code(weights_program(learn, name, file).code())
            return
        written = export_weights(learn, name, file)
        self.session.show(
            Bundle(f"{written} ({written.stat().st_size / 1e6:.1f} MB). {how_to_load(learn, file)}")
        )

    @magic(line_magic)
    @magic_arguments()
    @argument("run", nargs="*", help="numbers or ids of runs to compare; none lists the latest")
    @argument("-n", "--most", default="20", help="how many to list (20)")
    @CODE
    def runs(self, line: str) -> None:
        """List the runs kept in this folder, or compare some: what differed, and their curves."""
        args = parse(self.runs, line)
        from fastaid.render.runs import compare_bundle, list_bundle
        from fastaid.training.journal import Journal

        journal = Journal(self._training.journal_path())
        asked = [str(self._run_asked(word)) for word in args.run]
        if args.code:
            programs = [journal.load(which)[1].started.code for which in asked]
            self.show_code("\n\n".join(programs) or NO_FASTAI)
            return
        if asked:
            self.session.show(compare_bundle([journal.load(which) for which in asked]))
            return
        most = count(self.scope, args.most, "--most")
        self.session.show(list_bundle(journal.runs(most), str(journal.path)))

    def _run_asked(self, word: str) -> Any:
        """A run's number or id: as written, or what a variable holds."""
        value = self.scope.own(word)
        return value if isinstance(value, str | int) else word
