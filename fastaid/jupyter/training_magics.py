"""`%lr_find`, `%%fit_one_cycle` and `%fine_tune`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from IPython.core.magic import line_cell_magic, line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import FastaidError, Interrupted
from fastaid.jupyter import hyperparameters as numbers
from fastaid.jupyter.arguments import one_of
from fastaid.jupyter.cell_body import is_empty, learner_said, learner_to_train, run_body
from fastaid.jupyter.magics import CODE, LEARNER, magic
from fastaid.jupyter.speed_arguments import kept_pixels, read_speed, speed_options, within
from fastaid.jupyter.watched_fits import Fit, WatchedFits
from fastaid.training.device import PRECISIONS

if TYPE_CHECKING:
    from fastaid.facts.code import Call, Program
    from fastaid.jupyter.resuming import Resuming
    from fastaid.training.checkpoint import Checkpoint

PRECISION = argument(
    "--precision",
    default="auto",
    help="auto, fp32, fp16 or bf16 (auto: mixed on a GPU, fp32 on a CPU; on a CPU bf16 rounds more, and is "
    "faster only with instructions for it)",
)
PLAIN = argument("--plain", action="store_true", help="train as fastai does, without fastaid's speed-ups")
COMPILE = argument(
    "--compile",
    action="store_true",
    help="compile the net for a GPU: some minutes at first, faster batches then",
)
RESUME = argument(
    "--resume",
    action="store_true",
    help="go on where this very fit ended early, if it did; begin it otherwise",
)
NO_CHECKPOINTS = argument(
    "--no-checkpoints", action="store_true", help="keep none: the fit cannot be resumed then"
)
SAVE = argument(
    "--save", help="keep the weights under this name afterwards: learn.load(NAME) brings them back"
)


@magics_class
class TrainingMagics(WatchedFits):
    """Find a learning rate, train, watch, and keep every run."""

    # -- fits ----------------------------------------------------------------------------------

    @magic(line_magic)
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
        scope = self.scope
        options = LRFindOptions(
            numbers.positive(scope, args.start_lr, "--start-lr"),
            numbers.positive(scope, args.end_lr, "--end-lr"),
            numbers.batches(scope, args.num_it, "--num-it"),
            False if args.no_stop_div else None,
        )
        if options.first_lr >= options.last_lr:
            raise FastaidError(
                f"The rates grow from {options.first_lr:g} to {options.last_lr:g}, which is no growth.",
                "Give a smaller --start-lr or a larger --end-lr.",
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
        from fastaid.training.fast.speedups import accelerated
        from fastaid.training.lr_find import lr_find

        n = options.num_it or 100
        with accelerated(learn, kept_pixels(self.pixels_gb)):
            curve = lr_find(
                learn, options, lambda done: self.session.progress(f"lr_find: batch {done} of {n}")
            )
        self.session.show(bundle(curve, program.code()))
        if curve.is_interrupted:
            raise Interrupted("lr_find was interrupted.", "The cells after this one were not run.")
        if curve.suggestions:
            self.session.suggested_lrs[learn] = float(f"{curve.suggestions[0].lr:.2g}")
        kind = namedtuple("SuggestedLRs", [s.name for s in curve.suggestions])  # type: ignore[misc]
        return kind(*(s.lr for s in curve.suggestions))

    @magic(line_cell_magic)
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
    @argument(
        "--precompute",
        nargs="?",
        const="0",
        metavar="K",
        help="run a frozen body once and train the head on what it gave: on each picture as in validation, "
        "or on K augmented views of it",
    )
    @argument(
        "--progressive",
        metavar="SIZES",
        help="train on small pictures first: sizes in pixels that grow to the data's own, such as 128,224",
    )
    @COMPILE
    @PRECISION
    @PLAIN
    @SAVE
    @RESUME
    @NO_CHECKPOINTS
    @LEARNER
    @CODE
    def fit_one_cycle(self, line: str, cell: str | None = None) -> Any:
        """Train with one cycle: the learning rate goes up, then down, and momentum the other way.

        As %%fit_one_cycle the cell runs first, and a Learner that it makes or ends with is trained.
        Interrupting ends at a batch's edge; what was trained is kept. Returns the learner.

        Examples:
          %fit_one_cycle 4
          %fit_one_cycle 4 --lr-max slice(1e-6, 1e-4)
          %fit_one_cycle 2 --lr-max auto --save stage-1
          %fit_one_cycle 4 --precompute
        """
        args = self.read(self.fit_one_cycle, line)
        return self._fit(args, cell, self._one_cycle)

    @magic(line_cell_magic)
    @magic_arguments()
    @argument("epochs", help="how many epochs for the whole net")
    @argument("--base-lr", help="the learning rate of the head; the body gets less (0.002)")
    @argument("--freeze-epochs", help="how many epochs for the head alone, first (1)")
    @argument("--lr-mult", help="how many times less the first layers get (100)")
    @argument("--pct-start", help="the share of the batches that the rate goes up for (0.3)")
    @argument("--div", help="what the rate is divided by at the start (5)")
    @argument("--wd", help="weight decay")
    @COMPILE
    @PRECISION
    @PLAIN
    @SAVE
    @RESUME
    @NO_CHECKPOINTS
    @LEARNER
    @CODE
    def fine_tune(self, line: str, cell: str | None = None) -> Any:
        """Train the head alone, then everything with smaller rates for earlier layers.

        One run of two one-cycle fits, as fastai's `fine_tune`. Returns the learner.
        """
        args = self.read(self.fine_tune, line)
        return self._fit(args, cell, self._fine_tune)

    def _fit(self, args: Namespace, cell: str | None, read: Callable[..., Any]) -> Any:
        from fastaid.training.fit import check_ready

        one_of(args.precision, PRECISIONS, "--precision")
        read_speed(self.scope, args)
        if args.code and not is_empty(cell):
            return self._show_with_body(args, str(cell), read)
        name, learn = learner_to_train(self.session, args.learner, run_body(self.session, cell))
        n_epoch, training = read(args, name, learn)
        program = self._program(args, name, learn, training)
        if args.code:
            return self.show_code(program.code())
        check_ready(learn)
        fit = Fit(
            name,
            learn,
            program,
            training,
            n_epoch,
            args,
            speed_options(args, learn, training, self.pixels_gb),
        )
        point = self.resuming.same_fit(self.made_by(fit)) if args.resume else None
        if point is not None:
            return self.session.returning(self.resuming.go_on(point, name))
        self.train(fit)
        return self.session.returning(learn)

    @magic(line_magic)
    @magic_arguments()
    @argument(
        "run", nargs="?", help="the run's number or id, as %%runs lists it (the latest that ended early)"
    )
    @argument("--anyway", action="store_true", help="go on although data or callbacks are not as they were")
    @LEARNER
    @CODE
    def resume(self, line: str) -> Any:
        """Go on with a run that was stopped, interrupted, or ended with its kernel, from its last checkpoint.

        With the learner at hand; in a new kernel, data and learner are made again by the lines that made
        them. On a CPU the result is the same, bit for bit, as if nothing had happened. Returns the learner.

        Examples:
          %resume
          %resume 12
        """
        args = self.read(self.resume, line)
        from fastaid.jupyter.resuming import plain_code

        point = self.resuming.point(args.run)
        if args.code:
            return self.show_code(plain_code(point))
        return self.session.returning(self.resuming.go_on(point, args.learner, args.anyway))

    @property
    def resuming(self) -> Resuming:
        """What goes on with runs that ended early."""
        from fastaid.jupyter.resuming import Resuming

        return Resuming(self)

    def resumed_fit(self, name: str, learn: Any, training: Call, point: Checkpoint, args: Namespace) -> Fit:
        """What is trained when a run goes on: the same call, in the same way."""
        program = self._program(args, name, learn, training)
        speed = speed_options(args, learn, training, self.pixels_gb)
        return Fit(name, learn, program, training, point.run.n_epoch, args, speed)

    def _show_with_body(self, args: Namespace, cell: str, read: Callable[..., Any]) -> None:
        """The cell and the fit behind it; nothing is run, so what the cell makes is known by name only."""
        name = args.learner or learner_said(self.session.shell, cell)
        name, learn = (name, None) if name else self.session.learner(None)
        _, training = read(args, name, learn)
        self.show_code(f"{cell.strip()}\n\n{self._program(args, name, learn, training).code()}")

    def _one_cycle(self, args: Namespace, name: str, learn: Any) -> tuple[int, Any]:
        from fastaid.facts.code import call

        scope = self.scope
        n_epoch = numbers.epochs(scope, args.n_epoch, "N")
        training = call(
            f"{name}.fit_one_cycle",
            n_epoch,
            div=numbers.positive(scope, args.div, "--div"),
            div_final=numbers.positive(scope, args.div_final, "--div-final"),
            pct_start=numbers.share(scope, args.pct_start, "--pct-start"),
            wd=numbers.positive(scope, args.wd, "--wd", may_be_0=True),
            moms=numbers.momentums(scope, args.moms),
        )
        lr_max = self._lr(args.lr_max, name, learn, args.code)
        return n_epoch, training.with_kwargs(lr_max=lr_max)

    def _fine_tune(self, args: Namespace, name: str, learn: Any) -> tuple[int, Any]:
        from fastaid.facts.code import call

        scope = self.scope
        epochs = numbers.epochs(scope, args.epochs, "EPOCHS")
        freeze_epochs = numbers.count(scope, args.freeze_epochs or "1", "--freeze-epochs", least=0)
        training = call(
            f"{name}.fine_tune",
            epochs,
            freeze_epochs=freeze_epochs if args.freeze_epochs else None,
            lr_mult=numbers.positive(scope, args.lr_mult, "--lr-mult"),
            pct_start=numbers.share(scope, args.pct_start, "--pct-start"),
            div=numbers.positive(scope, args.div, "--div"),
            wd=numbers.positive(scope, args.wd, "--wd", may_be_0=True),
        )
        base_lr = self._lr(args.base_lr, name, learn, args.code, "--base-lr")
        return epochs + freeze_epochs, training.with_kwargs(base_lr=base_lr)

    def _lr(self, word: str | None, name: str, learn: Any, is_code: bool, option: str = "--lr-max") -> Any:
        """A learning rate: a number, a slice, or what lr_find suggested (found now, if need be)."""
        if word is None:
            return None
        if not numbers.is_auto(word):
            lr = numbers.learning_rate(self.scope, word, option, may_be_slice=option == "--lr-max")
            if isinstance(lr, list) and learn is not None:
                _check_groups(learn, lr, option)
            return lr
        suggested = self.session.suggested_lrs
        if learn is None or (is_code and learn not in suggested):
            raise FastaidError(
                f"{option} auto is what %lr_find suggests for this net as it is now, and that is not known.",
                "Run %lr_find first.",
            )
        if learn not in suggested:
            from fastaid.training.fit import check_ready
            from fastaid.training.lr_find import LRFindOptions, lr_find_program

            check_ready(learn)
            self._find_lr(learn, LRFindOptions(), lr_find_program(learn, name, LRFindOptions()))
        found = suggested.get(learn)
        if found is None:
            raise FastaidError(
                "%lr_find had no suggestion, so auto is unknown.", f"Give a number: {option} 3e-3"
            )
        return found

    # -- training ------------------------------------------------------------------------------

    def _program(self, args: Namespace, name: str, learn: Any, training: Any) -> Program:
        """Precision, training, saving: the lines that a fit magic stands for, and runs."""
        from fastaid.facts.code import Program, Step, call
        from fastaid.training.device import precision_methods
        from fastaid.training.fit import check_save

        methods = precision_methods(learn, args.precision) if learn is not None else ()
        wrapping, imports = within(args, name, learn)
        steps = [*(Step(call(f"{name}.{method}")) for method in methods), Step(training, within=wrapping)]
        save = self.scope.filled(args.save)
        if save is not None:
            if learn is not None and not args.code:
                check_save(learn, save)
            steps.append(Step(call(f"{name}.save", save)))
        return Program(tuple(steps), imports)


def _check_groups(learn: Any, lr: list[float], option: str) -> None:
    """Refuse learning rates that are not one a layer group."""
    if learn.opt is None:
        learn.create_opt()
    n = len(learn.opt.param_lists)
    if len(lr) not in (1, n):
        raise FastaidError(
            f"{option} has {len(lr)} rates, and the learner {n} layer groups.",
            "Give one a group, or a slice.",
        )
