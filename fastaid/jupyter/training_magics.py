"""`%lr_find`, `%%fit_one_cycle` and `%fine_tune`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from IPython.core.magic import line_cell_magic, line_magic, magics_class, no_var_expand
from IPython.core.magic_arguments import argument, magic_arguments
from traitlets import Bool, Float, Unicode

from fastaid.errors import FastaidError, Interrupted
from fastaid.jupyter.arguments import one_of
from fastaid.jupyter.magics import CODE, LEARNER, SessionMagics

if TYPE_CHECKING:
    from fastaid.facts.code import Program

PRECISION = argument("--precision", default="auto", help="auto, fp32, fp16 or bf16 (auto: mixed on a GPU)")
SAVE = argument(
    "--save", help="keep the weights under this name afterwards: learn.load(NAME) brings them back"
)


@magics_class
class TrainingMagics(SessionMagics):
    """Find a learning rate, train, watch, and keep every run."""

    refresh_interval = Float(0.25, help="Seconds between two updates of the live view; at least 0.2.").tag(
        config=True
    )
    journal = Unicode(
        ".fastaid/journal.sqlite",
        help="The file that keeps every run, below the working directory unless absolute.",
    ).tag(config=True)
    keep_runs = Bool(True, help="Whether runs are kept in the journal.").tag(config=True)

    # -- fits ----------------------------------------------------------------------------------

    @no_var_expand
    @line_magic
    @magic_arguments()
    @argument("--start-lr", help="the first rate tried (1e-7)")
    @argument("--end-lr", help="the last one (10)")
    @argument("--num-it", help="batches to try (100)")
    @argument("--no-stop-div", action="store_true", help="go on when the loss explodes")
    @LEARNER
    @CODE
    def lr_find(self, line: str) -> Any:
        """Try growing learning rates on a few batches, and suggest one with the reason.

        Weights, learning rate and callbacks are afterwards as before, interrupted or not.
        Returns the suggestions as fastai does; `--lr-max auto` takes the first of them.
        """
        args = self.read(self.lr_find, line)
        from fastaid.training.fit import check_ready
        from fastaid.training.lr_find import LRFindOptions, lr_find_program

        name, learn = self.session.learner(args.learner)
        number = self.scope.number
        options = LRFindOptions(
            number(args.start_lr, "--start-lr"),
            number(args.end_lr, "--end-lr"),
            number(args.num_it, "--num-it", int),
            False if args.no_stop_div else None,
        )
        program = lr_find_program(learn, name, options)
        if args.code:
            self.show_code(program.code())
            return None
        check_ready(learn)
        return self.session.returning(self._find_lr(learn, options, program))

    def _find_lr(self, learn: Any, options: Any, program: Program) -> Any:
        from collections import namedtuple

        from fastaid.render.lr_curve import bundle
        from fastaid.training.lr_find import lr_find

        n = options.num_it or 100
        curve = lr_find(learn, options, lambda done: self.session.progress(f"lr_find: batch {done} of {n}"))
        self.session.show(bundle(curve, program.code()))
        if curve.is_interrupted:
            raise Interrupted("lr_find was interrupted.", "The cells after this one were not run.")
        if curve.suggestions:
            self.session.suggested_lrs[learn] = float(f"{curve.suggestions[0].lr:.2g}")
        kind = namedtuple("SuggestedLRs", [s.name for s in curve.suggestions])  # type: ignore[misc]
        return kind(*(s.lr for s in curve.suggestions))

    @no_var_expand
    @line_cell_magic
    @magic_arguments()
    @argument("n_epoch", help="how many epochs")
    @argument(
        "--lr-max",
        help="the highest learning rate: a number, a slice from early layers to the head, "
        "or auto (what %%lr_find suggests)",
    )
    @argument("--div", help="what lr-max is divided by at the start (25)")
    @argument("--div-final", help="what it is divided by at the end (1e5)")
    @argument("--pct-start", help="the share of the batches that the rate goes up for (0.25)")
    @argument("--wd", help="weight decay")
    @argument(
        "--moms", help="momentum at the start, at the highest rate and at the end, such as (0.95,0.85,0.95)"
    )
    @PRECISION
    @SAVE
    @LEARNER
    @CODE
    def fit_one_cycle(self, line: str, cell: str | None = None) -> Any:
        """Train with one cycle: the learning rate goes up, then down, and momentum the other way.

        As %%%%fit_one_cycle the cell runs first, and a Learner that it makes or ends with is trained.
        Interrupting ends at a batch's edge; what was trained is kept. Returns the learner.

        Examples:
          %fit_one_cycle 4
          %fit_one_cycle 4 --lr-max slice(1e-6, 1e-4)
          %fit_one_cycle 2 --lr-max auto --save stage-1
        """
        args = self.read(self.fit_one_cycle, line)
        return self._fit(args, cell, self._one_cycle)

    @no_var_expand
    @line_cell_magic
    @magic_arguments()
    @argument("epochs", help="how many epochs for the whole net")
    @argument("--base-lr", help="the learning rate of the head; the body gets less (0.002)")
    @argument("--freeze-epochs", help="how many epochs for the head alone, first (1)")
    @argument("--lr-mult", help="how many times less the first layers get (100)")
    @argument("--pct-start", help="the share of the batches that the rate goes up for (0.3)")
    @argument("--div", help="what the rate is divided by at the start (5)")
    @argument("--wd", help="weight decay")
    @PRECISION
    @SAVE
    @LEARNER
    @CODE
    def fine_tune(self, line: str, cell: str | None = None) -> Any:
        """Train the head alone, then everything with smaller rates for earlier layers.

        One run of two one-cycle fits, as fastai's `fine_tune`. Returns the learner.
        """
        args = self.read(self.fine_tune, line)
        return self._fit(args, cell, self._fine_tune)

    def _fit(self, args: Namespace, cell: str | None, read: Callable[..., Any]) -> Any:
        from fastaid.training.device import precision_methods
        from fastaid.training.fit import check_ready

        made = self._run_body(cell)
        name, learn = self._learner_of(args.learner, made)
        one_of(args.precision, ("auto", "fp32", "fp16", "bf16"), "--precision")
        methods = precision_methods(learn, args.precision)
        n_epoch, training = read(args, name, learn)
        program = _program(name, methods, training, args.save)
        if args.code:
            self.show_code(program.code())
            return None
        check_ready(learn)
        self._train(name, learn, training, n_epoch, program, args)
        return self.session.returning(learn)

    def _one_cycle(self, args: Namespace, name: str, learn: Any) -> tuple[int, Any]:
        from fastaid.facts.code import call

        number = self.scope.number
        n_epoch = self._epochs(args.n_epoch, "N")
        moms = self.scope.expression(args.moms, "--moms") if args.moms else None
        if moms is not None and (not isinstance(moms, tuple | list) or len(moms) != 3):
            raise FastaidError(
                f"--moms takes three numbers, and {args.moms} is not.", "For example: --moms (0.95,0.85,0.95)"
            )
        training = call(
            f"{name}.fit_one_cycle",
            n_epoch,
            lr_max=self._lr(args.lr_max, learn, args.code),
            div=number(args.div, "--div"),
            div_final=number(args.div_final, "--div-final"),
            pct_start=self._share(args.pct_start, "--pct-start"),
            wd=number(args.wd, "--wd"),
            moms=None if moms is None else tuple(moms),
        )
        return n_epoch, training

    def _fine_tune(self, args: Namespace, name: str, learn: Any) -> tuple[int, Any]:
        from fastaid.facts.code import call

        number = self.scope.number
        epochs = self._epochs(args.epochs, "EPOCHS")
        freeze_epochs = self._epochs(args.freeze_epochs, "--freeze-epochs") if args.freeze_epochs else None
        training = call(
            f"{name}.fine_tune",
            epochs,
            base_lr=self._lr(args.base_lr, learn, args.code, "--base-lr"),
            freeze_epochs=freeze_epochs,
            lr_mult=number(args.lr_mult, "--lr-mult"),
            pct_start=self._share(args.pct_start, "--pct-start"),
            div=number(args.div, "--div"),
            wd=number(args.wd, "--wd"),
        )
        return epochs + (1 if freeze_epochs is None else freeze_epochs), training

    def _epochs(self, word: str, option: str) -> int:
        n = self.scope.number(word, option, int)
        if n < 1:
            raise FastaidError(f"{n} epochs train nothing.", "Give 1 or more.")
        return int(n)

    def _share(self, word: str | None, option: str) -> float | None:
        share = self.scope.number(word, option)
        if share is not None and not 0 < share < 1:
            raise FastaidError(f"{option} {share} is no share.", "Give a number between 0 and 1.")
        return share

    def _lr(self, word: str | None, learn: Any, is_code: bool, option: str = "--lr-max") -> Any:
        """A learning rate: a number, a slice, or what lr_find suggested (found now, if need be)."""
        if word is None:
            return None
        if word != "auto":
            lr = self.scope.expression(word, option)
            numbers = [n for n in ((lr.start, lr.stop) if isinstance(lr, slice) else (lr,)) if n is not None]
            if (
                isinstance(lr, list | tuple)
                or not numbers
                or not all(isinstance(n, int | float) for n in numbers)
            ):
                raise FastaidError(
                    f"{option} takes a number or a slice, and {word} is {lr!r}.",
                    "For example: slice(1e-6, 1e-4)",
                )
            if min(numbers) <= 0:
                raise FastaidError(f"{option} {word}: a learning rate is above 0.", "For example: 3e-3")
            return lr
        if learn not in self.session.suggested_lrs:
            if is_code:
                raise FastaidError(
                    "auto is what %lr_find suggests, and it has not run yet.", "Run %lr_find first."
                )
            from fastaid.training.fit import check_ready
            from fastaid.training.lr_find import LRFindOptions, lr_find_program

            check_ready(learn)
            self._find_lr(learn, LRFindOptions(), lr_find_program(learn, "learn", LRFindOptions()))
        found = self.session.suggested_lrs.get(learn)
        if found is None:
            raise FastaidError(
                "%lr_find had no suggestion, so auto is unknown.", f"Give a number: {option} 3e-3"
            )
        return found

    # -- a cell's body -------------------------------------------------------------------------

    def _run_body(self, cell: str | None) -> dict[str, Any]:
        """Run the cell in the notebook; the learners that it made, by name ("" for its last value).

        Raises: FastaidError where it failed; IPython has shown its error by then.
        """
        if cell is None or not cell.strip():
            return {}
        before = dict(self.session.shell.user_ns)
        displayhook = self.session.shell.displayhook
        ours = displayhook.exec_result
        result = self.session.shell.run_cell(cell, store_history=False)
        displayhook.exec_result = ours  # IPython 9 lets go of the outer cell's when an inner one ends
        if not result.success:
            raise FastaidError(
                "Nothing was trained, because the cell's own code failed.", "Mend it and run again."
            )
        from fastai.learner import Learner

        if isinstance(result.result, Learner):
            made, user_ns = result.result, self.session.shell.user_ns
            name = next((n for n, v in user_ns.items() if v is made and not n.startswith("_")), None)
            if name is None:
                self.session.bind(learn=made)
            return {name or "learn": made}
        return {
            name: value
            for name, value in self.session.shell.user_ns.items()
            if isinstance(value, Learner) and not name.startswith("_") and before.get(name) is not value
        }

    def _learner_of(self, asked: str | None, made: dict[str, Any]) -> tuple[str, Any]:
        if asked is None and len({id(learn) for learn in made.values()}) == 1:
            return next(iter(made.items()))
        if asked is None and len(made) > 1 and "learn" not in made:
            raise FastaidError(
                f"The cell made several learners: {', '.join(made)}.", "Say which trains with --learner NAME."
            )
        return self.session.learner(asked)

    # -- training ------------------------------------------------------------------------------

    def _train(
        self, name: str, learn: Any, training: Any, n_epoch: int, program: Program, args: Namespace
    ) -> None:
        from fastaid.training.device import precision_methods
        from fastaid.training.fit import describe_start, watched
        from fastaid.training.journal import Journal

        for method in precision_methods(learn, args.precision):
            getattr(learn, method)()
        started = describe_start(learn, training.code(), n_epoch, program, _settings(args))
        listeners: list[Any] = [self._view()]
        if self.keep_runs:
            listeners.append(Journal(self.journal_path()))
        with watched(
            learn, started, tuple(listeners), refresh_interval=max(self.refresh_interval, 0.2)
        ) as run:
            import fastai.vision.all as fastai_names

            training.value({**vars(fastai_names), name: learn})
        if args.save:
            learn.save(args.save)
        if run.status == "interrupted":
            raise Interrupted("The fit was interrupted.", "The cells after this one were not run.")

    def _view(self) -> Any:
        from fastaid.jupyter.live import NotebookView, TerminalView

        if self.session.is_notebook:
            return NotebookView(self.session, max(self.refresh_interval, 0.2))
        return TerminalView()

    def journal_path(self) -> Path:
        """The file that keeps the runs."""
        return Path(self.journal).expanduser().absolute()


def _program(name: str, methods: tuple[str, ...], training: Any, save: str | None) -> Program:
    from fastaid.facts.code import Program, Step, call

    steps = [Step(call(f"{name}.{method}")) for method in methods]
    steps.append(Step(training))
    if save:
        steps.append(Step(call(f"{name}.save", save)))
    return Program(tuple(steps))


def _settings(args: Namespace) -> tuple[tuple[str, str], ...]:
    """The options that were given, as the learner wrote them."""
    skip = ("code", "learner", "n_epoch", "epochs")
    return tuple(
        (key.replace("_", "-"), str(value))
        for key, value in vars(args).items()
        if key not in skip and value is not None and (key, value) != ("precision", "auto")
    )
