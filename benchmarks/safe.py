"""What a flood of requests costs the fit, and the kernel's memory.

    python benchmarks/safe.py [--rounds 9] [--requests 10000] [--verbs watch hint …] [--json FILE]

One kernel trains the same fit again and again. Another process is connected; in every other round it sends REQUESTS of
one verb as fast as the kernel takes them, else it is silent: a process more on the machine is not what is measured.
Pairs are interleaved, what comes first alternates; the ratio is the pairs' median.
Time: the fit's, as the kernel measures it. Memory: the kernel's resident set after a round, over that before.
`answered` says how far the flood came by the end of the fit: the kernel lets it have a small share of its time.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import statistics
import sys
import tempfile
import time
from pathlib import Path
from queue import Empty
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from jupyter_client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

from tests.conftest import TINY_NET, make_digits

VERBS = ("watch", "stop", "checkpoint", "history", "past", "hint", "unknown", "malformed")
REQUESTS: dict[str, dict[str, Any]] = {
    "watch": {"verb": "watch", "known": {}},
    "stop": {"verb": "stop", "run_id": "nothing", "when": "batch"},
    "checkpoint": {"verb": "checkpoint", "run_id": "nothing"},
    "history": {"verb": "history"},
    "past": {"verb": "past", "run_id": "RUN"},
    "hint": {"verb": "hint", "code": "learn.fit_one_cycle(4, ", "cursor_pos": 23},
    "unknown": {"verb": "explode"},
    "malformed": {"verb": ["watch"], "run_id": {"a": [1] * 100}},
}
MOST_WAITING = 100  # requests without an answer; more would wait in the sockets and slow the next round too
TIMED = """
import time as _t, psutil as _p, gc as _g; _g.collect()
_begin = _t.perf_counter()
with learn.no_bar(), learn.no_logging():
    get_ipython().run_line_magic('fit_one_cycle', '{epochs}')
_took = _t.perf_counter() - _begin
"""


def value_of(client: Any, expression: str) -> Any:
    """What an expression is in the kernel."""
    content = client.execute_interactive(
        "0", user_expressions={"x": expression}, output_hook=lambda message: None, timeout=600
    )["content"]
    return eval(content["user_expressions"]["x"]["data"]["text/plain"])


def run(client: Any, code: str) -> None:
    """Run a cell, and see that it ran."""
    content = client.execute_interactive(code, output_hook=lambda message: None, timeout=900)["content"]
    assert content["status"] == "ok", content


def flood(connection: dict[str, Any], request: dict[str, Any], n: int, begun: Any, results: Any) -> None:
    """Send requests as fast as they are taken; count the answers. A process of its own."""
    client = BlockingKernelClient()
    client.load_connection_info(connection)
    client.start_channels(shell=False, iopub=False, stdin=False, hb=False, control=True)
    begun.wait()
    sent = answered = 0
    while begun.is_set() and (answered < n or n == 0):
        if sent < n and sent - answered < MOST_WAITING:
            client.control_channel.send(client.session.msg("fastaid_request", request))
            sent += 1
        answered += read(client, 0 if sent < n and sent - answered < MOST_WAITING else 0.05)
    results.put((sent, answered))
    while answered < sent and (new := read(client, 5)):
        answered += new
    client.stop_channels()


def read(client: Any, seconds: float) -> int:
    """How many answers there are."""
    found = 0
    while True:
        try:
            client.get_control_msg(timeout=seconds)
        except Empty:
            return found
        found += 1
        seconds = 0


def one_round(client: Any, epochs: int, request: dict[str, Any], n: int) -> dict[str, float]:
    """A fit beside a process that sends `n` requests."""
    results: Any = multiprocessing.Queue()
    begun: Any = multiprocessing.Event()
    run(client, "_g.collect()")
    before = value_of(client, "_p.Process().memory_info().rss")
    arguments = (client.get_connection_info(), request, n, begun, results)
    sender = multiprocessing.Process(target=flood, args=arguments, daemon=True)
    sender.start()
    time.sleep(1)
    begun.set()
    run(client, TIMED.format(epochs=epochs))
    seconds = value_of(client, "_took")
    begun.clear()
    sent, answered = results.get(timeout=60)
    sender.join()
    run(client, "_g.collect()")
    grown = (value_of(client, "_p.Process().memory_info().rss") - before) / 2**20
    return {"seconds": seconds, "sent": sent, "answered": answered, "grown MB": grown}


def measure(client: Any, verb: str, rounds: int, epochs: int, n: int) -> dict[str, float]:
    """Interleaved pairs of a fit alone and a fit in a flood."""
    request = dict(REQUESTS[verb])
    if request.get("run_id") == "RUN":
        request["run_id"] = value_of(client, "get_ipython().meta['fastaid'].control.live.ids[-1]")
    pairs = []
    for i in range(rounds):
        pair: dict[str, dict[str, float]] = {}
        for case in ("alone", "flood") if i % 2 == 0 else ("flood", "alone"):
            pair[case] = one_round(client, epochs, request, n if case == "flood" else 0)
        pairs.append(pair)
    ratios = [pair["flood"]["seconds"] / pair["alone"]["seconds"] for pair in pairs]
    return {
        "fit alone s": round(statistics.median(pair["alone"]["seconds"] for pair in pairs), 2),
        "ratio": round(statistics.median(ratios), 3),
        "lowest": round(min(ratios), 3),
        "highest": round(max(ratios), 3),
        "grown MB in flood": round(statistics.median(pair["flood"]["grown MB"] for pair in pairs), 2),
        "grown MB alone": round(statistics.median(pair["alone"]["grown MB"] for pair in pairs), 2),
        "answered": statistics.median(pair["flood"]["answered"] for pair in pairs),
        "sent": statistics.median(pair["flood"]["sent"] for pair in pairs),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--epochs", type=int, default=60, help="of the fit; some seconds' worth")
    parser.add_argument("--verbs", nargs="+", default=VERBS)
    parser.add_argument("--json", type=Path, help="write the figures there")
    args = parser.parse_args()
    figures = {}
    with tempfile.TemporaryDirectory() as place:
        digits = make_digits(Path(place))
        manager, client = start_new_kernel(kernel_name="python3", cwd=place)
        try:
            for code in ("%load_ext fastaid\nimport torch; torch.set_num_threads(1)", TINY_NET,
                         f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment",
                         "%learner tiny_net --no-pretrained --metrics accuracy", TIMED.format(epochs=args.epochs),
                         TIMED.format(epochs=3)):  # fmt: skip
                run(client, code)
            for verb in args.verbs:
                figures[verb] = measure(client, verb, args.rounds, args.epochs, args.requests)
                print(
                    verb,
                    *(f"{name}: {value:,}" for name, value in figures[verb].items()),
                    sep="   ",
                    flush=True,
                )
                if args.json:
                    args.json.write_text(json.dumps(figures, indent=2))
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main()
