"""What a fit magic's options say about speed: `--plain`, `--precompute` and `--precision`."""

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


def read_precompute(scope: Any, args: Namespace) -> None:
    """Make a number of `--precompute`'s word, in place.

    Raises: FastaidError where it is none, or `--plain` stands beside it.
    """
    word = getattr(args, "precompute", None)
    if word is None:
        return
    args.precompute = numbers.count(scope, word, "--precompute", least=0)
    if args.plain:
        raise FastaidError("--precompute and --plain exclude each other.", "Leave one out.")


def kept_pixels(gigabytes: float) -> SpeedOptions:
    """The speed-ups of every fit, with that much room for pixels."""
    from fastaid.training.fast.speedups import SpeedOptions

    return SpeedOptions(keeps_pixels=gigabytes > 0, most_bytes=int(gigabytes * 2**30))


def speed_options(args: Namespace, learn: Any, training: Call, gigabytes: float) -> SpeedOptions:
    """What may make a fit faster.

    Raises: FastaidError where `--precompute` is asked of a learner that has nothing to precompute.
    """
    from fastaid.training.device import is_bfloat16_on_cpu
    from fastaid.training.fast.precompute import check_precompute
    from fastaid.training.fast.speedups import PLAIN

    views = getattr(args, "precompute", None)
    if views is not None:
        check_precompute(learn)
    is_bfloat16 = is_bfloat16_on_cpu(learn, args.precision)
    if args.plain:
        return replace(PLAIN, is_bfloat16_on_cpu=is_bfloat16)
    return replace(
        kept_pixels(gigabytes),
        rests_body=_peak(training, learn) <= MOST_RATE_AT_REST,
        precomputes=views is not None,
        views=views or 0,
        is_bfloat16_on_cpu=is_bfloat16,
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
    if not given:
        return None, (IMPORT_FASTAI,)
    return call("faster", Name(name), **given), (IMPORT_FASTAI, "from fastaid import faster")
