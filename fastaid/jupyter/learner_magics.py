"""`%learner`, `%freeze` and `%unfreeze`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from IPython.core.magic import line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import FastaidError, counted
from fastaid.jupyter.magics import CODE, LEARNER, SessionMagics, magic

ONE_RATE = (
    "One rate for all: a pretrained body needs smaller steps than a new head. A slice gives early layers less: "
    "%unfreeze --lr slice(1e-6, 1e-4) shows how much, %fit_one_cycle 2 --lr-max slice(1e-6, 1e-4) trains so."
)


@magics_class
class LearnerMagics(SessionMagics):
    """Make a learner, and say which of its layers train."""

    # -- the learner ---------------------------------------------------------------------------

    @magic(line_magic)
    @magic_arguments()
    @argument(
        "arch", help="the net: resnet34, resnet50, any name of torchvision or timm, or a function of yours"
    )
    @argument(
        "--metrics",
        nargs="+",
        default=[],
        help="what to report of the validation part (error_rate; accuracy_multi for several "
        "labels a picture, rmse for numbers)",
    )
    @argument("--weights", help="a file with the net's weights: .safetensors or a state dict")
    @argument("--no-pretrained", action="store_true", help="start from random weights")
    @argument("--lr", help="the learning rate that fits use when they are given none")
    @argument("--wd", help="weight decay")
    @argument("--data", help="the DataLoaders' variable (dls)")
    @argument("--name", default="learn", help="the variable to bind (learn)")
    @CODE
    def learner(self, line: str) -> Any:
        """Make a learner: a ResNet body that has learnt to see, and a new head for these classes.

        Pretrained weights are downloaded once; --weights takes them from a file, --no-pretrained
        does without. The body starts frozen. Binds `learn` and returns it.

        Examples:
          %learner resnet34
          %learner resnet50 --metrics error_rate accuracy
          %learner resnet18 --weights digits.pth
        """
        args = self.read(self.learner, line)
        from fastai.learner import Learner

        from fastaid.jupyter import hyperparameters as numbers
        from fastaid.training.learner import LearnerOptions, build_learner, learner_program
        from fastaid.training.metrics import check_metrics

        self.refuse_loss(args.name, Learner)
        dls_name, dls = self.session.dls(args.data)
        if args.weights and args.no_pretrained:
            raise FastaidError("--weights and --no-pretrained exclude each other.", "Leave one out.")
        no_norm = self.session.data_options.get(dls, {}).get("normalize") == "none"
        options = LearnerOptions(
            arch=self._arch(args.arch, not args.no_pretrained and not args.weights),
            metrics=self._metrics(args.metrics, dls),
            weights=self.scope.path(args.weights) if args.weights else None,
            is_pretrained=not args.no_pretrained,
            normalize=False if no_norm else None,
            lr=numbers.positive(self.scope, args.lr, "--lr"),
            wd=numbers.positive(self.scope, args.wd, "--wd", may_be_0=True),
            name=args.name,
        )
        check_metrics(options.metrics, dls)
        if args.code:
            self.show_code(learner_program(dls, dls_name, options).code())
            return None
        learn, program = build_learner(dls, dls_name, options)
        self.session.note(learn)
        self.session.bind(**{args.name: learn})
        self._show_layers(learn, self._learner_title(learn, options), program.code())
        return self.session.returning(learn)

    def _arch(self, word: str, is_pretrained: bool) -> Any:
        """A net by name, or a variable or expression that is one, or holds the name of one."""
        from fastaid.training.learner import find_arch

        own = self.scope.own(word)
        return find_arch(own) if isinstance(own, str) else find_arch(str(word), own, is_pretrained)

    def _metrics(self, words: list[str], dls: Any) -> tuple[Any, ...]:
        from fastaid.facts.code import Given, Name
        from fastaid.training.metrics import find_metric, usual_metric

        if not words:
            return (Name(usual_metric(dls)),)
        found: list[Any] = []
        for word in map(str, words):
            own = self.scope.own(word)
            if own is None and word.isidentifier():
                found.append(find_metric(word))
                continue
            value = own if own is not None else self.scope.expression(word, "--metrics")
            for one in value if isinstance(value, list | tuple) else [value]:
                if isinstance(one, str):
                    found.append(find_metric(one))
                elif one is value:
                    found.append(find_metric(word, one) if word.isidentifier() else Given(word, one))
                else:
                    found.append(Given(_name_of(one), one))
        return tuple(found)

    def _learner_title(self, learn: Any, options: Any) -> str:
        from fastaid.training.learner import describe_learner
        from fastaid.training.weights import where_from

        if options.weights is not None:
            start = where_from(options.weights, learn.dls)
        elif options.is_pretrained and options.arch.is_own:
            start = f"body as {options.arch.name}(pretrained=True) makes it, head new"
        else:
            start = "body pretrained, head new" if options.is_pretrained else "random weights"
        return f"{describe_learner(learn)}; {start}"

    # -- layer groups --------------------------------------------------------------------------

    @magic(line_magic)
    @magic_arguments()
    @argument("--to", help="freeze the groups before this one; -1 is the last (-1)")
    @argument("--lr", help="show what each group would get of this rate, such as slice(1e-6,1e-4)")
    @LEARNER
    @CODE
    def freeze(self, line: str) -> None:
        """Freeze the body, so that a fit trains the head only; `--to N` freezes the groups before N."""
        args = self.read(self.freeze, line)
        name, learn = self.session.learner(args.learner)
        to = self.scope.number(args.to, "--to", int)
        self._change_layers(args, name, learn, "freeze" if to is None else "freeze_to", to)

    @magic(line_magic)
    @magic_arguments()
    @argument("--lr", help="show what each group would get of this rate, such as slice(1e-6,1e-4)")
    @LEARNER
    @CODE
    def unfreeze(self, line: str) -> None:
        """Let every layer group train, and show the groups with what each holds."""
        args = self.read(self.unfreeze, line)
        name, learn = self.session.learner(args.learner)
        self._change_layers(args, name, learn, "unfreeze", None)

    def _change_layers(self, args: Namespace, name: str, learn: Any, method: str, to: int | None) -> None:
        from fastaid.facts.code import Program, Step, call
        from fastaid.jupyter.hyperparameters import learning_rate

        lr = learning_rate(self.scope, args.lr, "--lr", may_be_auto=False) if args.lr else None
        program = Program((Step(call(f"{name}.{method}", *([] if to is None else [to]))),))
        if args.code:
            self.show_code(program.code())
            return
        if learn.opt is None:
            learn.create_opt()
        n = len(learn.opt.param_lists)
        if to is not None and not -n <= to < n:
            raise FastaidError(
                f"--to {to}: the learner has {counted(n, 'layer group')}.",
                f"Give a number from {-n} to {n - 1}; the last group always trains.",
            )
        if method == "freeze" and n < 2:
            raise FastaidError(
                f"{name} has one layer group, so there is no body to freeze.", "Train it as it is."
            )
        program.run({name: learn})
        self.session.suggested_lrs.pop(learn, None)  # another net to the optimizer, another rate
        title = f"{name}.{method}({'' if to is None else to})"
        note = ONE_RATE if method == "unfreeze" and lr is None and n > 1 else ""
        self._show_layers(learn, title, program.code(), lr, note)

    def _show_layers(self, learn: Any, title: str, code: str, lr: Any = None, note: str = "") -> None:
        from fastaid.facts.layers import LayerTable
        from fastaid.render.layers import bundle
        from fastaid.training.layers import layer_groups

        groups = layer_groups(learn, lr if lr is not None else learn.lr)
        self.session.show(bundle(LayerTable(groups, title, note), code))


def _name_of(metric: Any) -> str:
    return getattr(metric, "__name__", None) or type(metric).__name__
