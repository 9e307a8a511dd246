"""How right are the arguments said to travel through **kwargs? Found out by calling.

For every function of fastai, fastcore and torchvision with **kwargs whose way is said to be fully known, each
argument named is passed once (with its default, all others as mocks): a TypeError that names it says that it
is not accepted. Then arguments that are not named are passed: one that no TypeError names was missed.
Calls run in a folder of their own, with a few seconds each; what they do besides is of no interest.
"""

from __future__ import annotations

import contextlib
import importlib
import inspect
import io
import json
import os
import random
import signal
import tempfile
import warnings
from typing import Any
from unittest.mock import MagicMock

from fastaid.help.calls import calls_of
from fastaid.help.describe import describe

HOMES = (
    "fastai.vision.all",
    "fastai.text.all",
    "fastai.tabular.all",
    "fastai.collab",
    "fastcore.all",
    "torchvision.models",
)
SKIPPED = (
    "url",
    "download",
    "untar",
    "run",
    "open",
    "server",
    "serve",
    "ssh",
    "parallel",
    "thread",
    "proc",
    "sleep",
    "debug",
)
SECONDS, NEVER = 4, "zzz_unknown"


def functions() -> list[tuple[str, Any]]:
    """Those with **kwargs, each once."""
    found: dict[Any, tuple[str, Any]] = {}
    for home in HOMES:
        module = importlib.import_module(home)
        for name in sorted(vars(module)):
            held = vars(module)[name]
            members = [(name, held)]
            if inspect.isclass(held) and held.__module__.startswith("fast"):
                members += [
                    (f"{name}.{m}", getattr(held, m, None))
                    for m in sorted(vars(held))
                    if not m.startswith("_")
                ]
            for full, one in members:
                if not callable(one) or any(word in full.lower() for word in SKIPPED):
                    continue
                with contextlib.suppress(Exception):
                    calls = calls_of(one)
                    if (
                        len(calls) == 1
                        and calls[0].is_python
                        and calls[0].function.__code__.co_flags & inspect.CO_VARKEYWORDS
                    ):
                        found.setdefault(calls[0].function.__code__, (full, one))
    return list(found.values())


def verdict(function: Any, required: list[str], name: str, value: Any) -> str:
    """Whether a keyword is taken: "refused" where a TypeError names the keyword, else "accepted"."""

    def late(*_: Any) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    given = {key: MagicMock(name=key) for key in required if key != name}
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            function(**given, **{name: value})
    except TypeError as error:
        text = str(error)
        if f"'{name}'" in text and ("unexpected keyword" in text or "multiple values" in text):
            return "refused"
    except BaseException:  # noqa: BLE001
        return "accepted"
    finally:
        signal.alarm(0)
    return "accepted"


def tried(function: Any, signature: Any, others: list[str]) -> dict[str, Any]:
    """What calling one function tells; in a process of its own, for what runs may close files or change modules."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        required = [p.name for p in signature.own if p.is_required]
        told: dict[str, Any] = {"strict": verdict(function, required, NEVER, 1) == "refused"}
        if told["strict"]:
            named = [p.name for p in signature.forwarded]
            told["wrong"] = [n for n in named if verdict(function, required, n, MagicMock()) == "refused"]
            told["missed"] = [n for n in others if verdict(function, required, n, MagicMock()) == "accepted"]
        with contextlib.suppress(OSError):
            os.write(writing, json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"strict": False}


def measure() -> None:
    """Print precision and recall, with the functions that disagree."""
    warnings.simplefilter("ignore")
    asked = []
    for name, function in functions():
        facts = describe(function, name, with_source=False)
        signature = facts.signatures[0] if facts.signatures else None
        if signature is not None and not signature.open_keywords and signature.forwarded:
            asked.append((name, function, signature))
    pool = {p.name for _, _, signature in asked for p in signature.parameters}
    rng = random.Random(20240)
    n_called = n_named = n_others = 0
    wrong, missed = [], []
    for name, function, signature in asked:
        others = rng.sample(sorted(pool - {p.name for p in signature.parameters}), 25)
        told = tried(function, signature, others)
        if not told["strict"]:  # the call fails before **kwargs arrive anywhere: nothing can be told
            continue
        n_called += 1
        n_named += len(signature.forwarded)
        n_others += len(others)
        wrong += [f"{name}({one})" for one in told["wrong"]]
        missed += [f"{name}({one})" for one in told["missed"]]
    right = n_named - len(wrong)
    print(
        f"{len(asked)} functions whose **kwargs are said to be fully known; {n_called} can be told by calling:"
    )
    print(f"precision {right / max(n_named, 1):.3f}: {right} of {n_named} arguments named are accepted")
    print(
        f"recall {right / max(right + len(missed), 1):.3f}: {len(missed)} of {n_others} others tried are accepted too"
    )
    print("named but refused:", *wrong[:40])
    print("accepted but not named:", *missed[:40])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        measure()
