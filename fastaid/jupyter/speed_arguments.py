"""What a fit magic's options say about speed: `--plain`, `--precompute`, `--progressive` and their kin."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fastaid.errors import FastaidError
from fastaid.jupyter import hyperparameters as numbers

if TYPE_CHECKING:
    from fastaid.facts.code import Call
    from fastaid.training.fast.speedups import SpeedOptions

# Above it, training batch norm along was the better way where it was measured; below, by far the worse one.
MOST_RATE_AT_REST = 5e-3


EXCLUDED = (
    ("precompute", "plain"),
    ("precompute", "progressive"),
    ("progressive", "plain"),
    ("compile", "plain"),
)


def read_speed(scope: Any, args: Namespace) -> None:
    """Make numbers of the words of `--precompute` and `--progressive`, in place.

    Raises: FastaidError where they are none, or exclude each other.
    """
    if getattr(args, "precompute", None) is not None:
        args.precompute = numbers.count(scope, args.precompute, "--precompute", least=0)
    if getattr(args, "progressive", None) is not None:
        args.progressive = numbers.sizes(scope, args.progressive, "--progressive")
    for one, other in EXCLUDED:
        given = (getattr(args, name, None) for name in (one, other))
        if all(value is not None and value is not False for value in given):
            raise FastaidError(f"--{one} and --{other} exclude each other.", "Leave one out.")


def kept_pixels(gigabytes: float) -> SpeedOptions:
    """The speed-ups of every fit, with that much room for pixels."""
    from fastaid.training.fast.speedups import SpeedOptions

    return SpeedOptions(keeps_pixels=gigabytes > 0, most_bytes=int(gigabytes * 2**30))


def speed_options(args: Namespace, learn: Any, training: Call, gigabytes: float) -> SpeedOptions:
    """What may make a fit faster.

    Raises: FastaidError where `--precompute` is asked of a learner that has nothing to precompute.
    """
    from fastaid.training.device import is_bfloat16_on_cpu
    from fastaid.training.fast.compiled import check_compile
    from fastaid.training.fast.precompute import check_precompute
    from fastaid.training.fast.progressive import check_sizes
    from fastaid.training.fast.speedups import PLAIN

    views = getattr(args, "precompute", None)
    if views is not None:
        check_precompute(learn)
    sizes = tuple(getattr(args, "progressive", None) or ())
    if sizes:
        check_sizes(sizes, learn.dls, int(training.args[0]))
    if getattr(args, "compile", False):
        check_compile(learn)
    is_bfloat16 = is_bfloat16_on_cpu(learn, args.precision)
    if args.plain:
        return replace(PLAIN, is_bfloat16_on_cpu=is_bfloat16)
    return replace(
        kept_pixels(gigabytes),
        rests_body=_peak(training, learn) <= MOST_RATE_AT_REST,
        precomputes=views is not None,
        views=views or 0,
        is_bfloat16_on_cpu=is_bfloat16,
        sizes=sizes,
        compiles=bool(getattr(args, "compile", False)),
    )


def _peak(training: Call, learn: Any) -> float:
    """The highest rate of a fit, the head's."""
    given = dict(training.kwargs)
    rate = given.get(
        "lr_max", given.get("base_lr", learn.lr if training.func.endswith("one_cycle") else 2e-3)
    )
    if isinstance(rate, slice):
        rate = rate.stop
    elif isinstance(rate, list | tuple):
        rate = rate[-1]
    return float(getattr(rate, "what", rate))


def within(args: Namespace, name: str, learn: Any) -> tuple[Any, tuple[str, ...]]:
    """What no line of fastai does, as a call of ours; and what the program imports."""
    from fastaid.facts.code import IMPORT_FASTAI, Name, call
    from fastaid.training.device import is_bfloat16_on_cpu

    views = getattr(args, "precompute", None)
    given: dict[str, Any] = {} if views is None else {"precompute": views or True}
    if learn is not None and is_bfloat16_on_cpu(learn, args.precision):
        given["bf16"] = True
    if getattr(args, "progressive", None):
        given["progressive"] = list(args.progressive)
    if getattr(args, "compile", False):
        given["compile"] = True
    if not given:
        return None, (IMPORT_FASTAI,)
    return call("faster", Name(name), **given), (IMPORT_FASTAI, "from fastaid import faster")
