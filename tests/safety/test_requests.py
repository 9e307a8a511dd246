# ruff: noqa: E501  tables of words and expressions
"""Whatever a front end sends, the kernel answers in one sentence and goes on; encrypted or not."""

from __future__ import annotations

import json
import logging
from queue import Empty
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_client.manager import KernelManager, start_new_kernel

from fastaid.jupyter.control import Control
from fastaid.jupyter.pace import CREDIT, DEBT, SHARE, Pace
from tests.conftest import TINY_NET, examples, make_digits
from tests.safety.hostile import CANARY, HOSTILE, OBEYED

VERBS = ("watch", "stop", "checkpoint", "history", "past", "hint")
FIELDS = ("verb", "run_id", "when", "known", "code", "cursor_pos", "seq", "__proto__")


@pytest.fixture(scope="module")
def control(tmp_path_factory):
    """The door of a kernel that is not there: what is asked, and what is answered."""
    from IPython.core.interactiveshell import InteractiveShell

    from fastaid.jupyter.past_runs import PastRuns
    from fastaid.jupyter.questions import Questions
    from tests.conftest import put_away

    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    shell.user_ns["f"] = lambda a, b=1: None
    place = tmp_path_factory.mktemp("past") / "journal.sqlite"
    made = Control(SimpleNamespace(is_fastaid=False), Questions(shell), PastRuns(lambda: place))
    made._pace = Pace(sleep=lambda seconds: None)
    yield made
    put_away(shell)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
requests = st.fixed_dictionaries(
    {"verb": st.sampled_from(VERBS) | json_values},
    optional=dict.fromkeys(FIELDS[1:], json_values),
) | st.fixed_dictionaries(
    {"verb": st.just("hint"), "code": st.text("f(a=,b1)[]{}'\"\n .\\", max_size=40), "cursor_pos": st.integers(-2, 45)}
)  # fmt: skip


def check(reply):
    assert reply["status"] in ("ok", "error")
    sent = json.dumps(reply, allow_nan=False, ensure_ascii=False).encode()
    assert len(sent) < 50_000
    if reply["status"] == "error":
        assert 5 < len(reply["message"]) <= 301
        assert "\n" not in reply["message"]
        assert OBEYED.search(reply["message"]) is None


@given(requests | json_values)
@examples(300)
def test_every_request_has_an_answer(control, caplog_here, content):
    check(control.answer(content))
    assert caplog_here == []


@pytest.fixture(scope="module")
def caplog_here():
    """What the kernel would log: nothing, for a request that only makes no sense."""
    told = []
    listener = logging.Handler()
    listener.emit = told.append
    logging.getLogger("fastaid").addHandler(listener)
    yield told
    logging.getLogger("fastaid").removeHandler(listener)


def deep(n):
    found = 1
    for _ in range(n):
        found = {"a": [found]}
    return found


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("field", FIELDS[1:])
def test_a_wrong_type_in_any_field(control, caplog_here, verb, field):
    for value in (None, True, 0, -1, 1.5, 1e308, 10**400, float("nan"), "", "x" * 1_000_000, [], {}, [[]], deep(300),
                  b"bytes", object(), {1: 2}, *HOSTILE):  # fmt: skip
        check(
            control.answer(
                {"verb": verb, "run_id": "x", "when": "batch", "code": "f(", "cursor_pos": 2, field: value}
            )
        )
    assert caplog_here == []


@pytest.mark.parametrize("code", [
    "f(" * 90_000, "f" + "()" * 90_000 + "(", "f(" + "[" * 100_000, "'" * 199_999, "f(a=\n" * 40_000, "\\\n" * 90_000,
    "f(" + "1+" * 90_000, "a." * 90_000 + "b(", "f(\x00", "f(" + "é" * 190_000, "\t" * 190_000 + "f(", "f'{" * 60_000,
])  # fmt: skip
def test_a_monstrous_cell_is_answered(control, caplog_here, code):
    check(control.answer({"verb": "hint", "code": code[:200_000], "cursor_pos": min(len(code), 200_000)}))
    assert caplog_here == []


@pytest.mark.parametrize(
    "before", ["x = 1\n" * 30_000, "text = '''" + "word " * 5_000 + "'''\n", "x = [" + "1, " * 9_000 + "]; "]
)
def test_the_call_at_the_cursor_is_found_in_a_long_cell(control, before):
    code = f"{before}print(words, sep="
    answer = control.answer({"verb": "hint", "code": f"{code})\nmore()", "cursor_pos": len(code)})
    assert (answer["callee"], answer["name"]) == ("print", "sep")


def test_of_a_monstrous_cell_only_what_is_near_the_cursor_is_read(control, monkeypatch):
    read = []
    monkeypatch.setattr(control.questions, "at_cursor", lambda code, cursor: read.append((code, cursor)))
    control.answer({"verb": "hint", "code": "f(" * 100_000, "cursor_pos": 150_000})
    ((code, cursor),) = read
    assert code[:cursor].endswith("f(")
    assert len(code) < 20_000


class Clock:
    """A thread whose time and work are what the test says."""

    def __init__(self):
        self.now = self.done = self.slept = 0.0

    def sleep(self, seconds):
        self.now += seconds
        self.slept += seconds


def test_a_flood_gets_its_share_of_time_and_no_more():
    clock = Clock()
    pace = Pace(lambda: clock.now, lambda: clock.done, clock.sleep)
    for _ in range(10_000):
        clock.now += 0.0005
        clock.done += 0.0005
        pace.account(is_busy=True)
    assert clock.done <= SHARE * clock.now + CREDIT + DEBT
    assert not pace.is_overdrawn  # what is cheap is slowed down, and not refused


def test_what_costs_much_is_refused_until_the_debt_is_paid():
    clock = Clock()
    pace = Pace(lambda: clock.now, lambda: clock.done, clock.sleep)
    served = 0
    for _ in range(10_000):
        cost = 0.0003 if pace.is_overdrawn else 0.03
        served += not pace.is_overdrawn
        clock.now, clock.done = clock.now + cost, clock.done + cost
        pace.account(is_busy=True)
    assert 3 < served < 1_000
    assert clock.done <= SHARE * clock.now + CREDIT + DEBT + 0.06  # the last that was served, and refusing
    clock.now += 60
    pace.account(is_busy=True)
    assert not pace.is_overdrawn


def test_a_page_that_asks_now_and_then_is_never_slowed():
    clock = Clock()
    pace = Pace(lambda: clock.now, lambda: clock.done, clock.sleep)
    for _ in range(500):
        clock.now, clock.done = clock.now + 0.5, clock.done + 0.002
        pace.account(is_busy=True)
    assert clock.slept == 0


def test_what_was_answered_between_cells_leaves_no_debt_to_the_next():
    clock = Clock()
    pace = Pace(lambda: clock.now, lambda: clock.done, clock.sleep)
    for is_busy in [False] * 500 + [True] * 10:
        clock.now, clock.done = clock.now + 0.001, clock.done + 0.001
        pace.account(is_busy)
    assert clock.slept == 0
    assert not pace.is_overdrawn


def test_while_any_cell_runs_what_costs_much_is_refused_to_a_flood(control):
    """Before a fit's first batch too: preparing one takes as long as some epochs of a small net."""
    pace, control._pace = control._pace, Pace(sleep=lambda seconds: None)
    control._pace._credit = -10.0
    try:
        control._begin()
        assert "more requests than it answers" in control.answer({"verb": "watch"})["message"]
        assert (
            "does not train here"
            in control.answer({"verb": "stop", "run_id": "x", "when": "batch"})["message"]
        )
        control._end()
        assert control.answer({"verb": "watch"})["status"] == "ok"
    finally:
        control._pace = pace


# -- in a real kernel ---------------------------------------------------------------------------------------------------


def ask(client, content, kind="fastaid_request", metadata=None, timeout=30):
    # As bytes it goes out as it is; the client's own code sends dictionaries only.
    raw = content if isinstance(content, dict) else json.dumps(content).encode()
    message = client.session.msg(kind, raw)
    message["metadata"] = metadata or {}
    client.control_channel.send(message)
    while True:
        reply = client.get_control_msg(timeout=timeout)
        if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
            return reply["content"]


def run(client, code, timeout=180):
    return client.execute_interactive(code, output_hook=lambda message: None, timeout=timeout)["content"]


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def client(request, tmp_path_factory):
    """A kernel that trains, plain and as `fastaid`: that one with encrypted transport, where this Jupyter can."""
    place = tmp_path_factory.mktemp("kernel")
    options = {}
    if request.param == "encrypted":
        if not KernelManager.class_traits().get("transport_encryption"):
            pytest.skip("this jupyter_client encrypts no transport")
        options = {"transport_encryption": "required"}
    log = (place / "log").open("wb")
    manager, client = start_new_kernel(
        kernel_name="fastaid" if options else "python3", cwd=str(place), stderr=log, stdout=log, **options
    )
    info = client.get_connection_info()
    assert bool(info.get("curve_publickey")) == (request.param == "encrypted")
    digits = make_digits(place)
    for code in ("%load_ext fastaid", TINY_NET,
                 f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment",
                 "%learner tiny_net --no-pretrained --metrics accuracy"):  # fmt: skip
        assert run(client, code)["status"] == "ok"
    client.log_file = place / "log"
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.mark.kernel
def test_a_fit_is_followed_and_stopped(client):
    assert ask(client, {}, "kernel_info_request")["language_info"]["fastaid"] == 1
    request = client.execute("%fit_one_cycle 20000")
    found = []
    while not found:
        found = [one for one in ask(client, {"verb": "watch"})["runs"] if one["run"]["status"] == "running"]
    stop = {"verb": "stop", "run_id": found[-1]["run"]["run_id"], "when": "batch"}
    assert ask(client, stop)["status"] == "ok"
    while client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != request:
        pass


@pytest.mark.kernel
def test_malformed_messages_leave_the_channel_alive_and_the_log_clean(client):
    before = client.log_file.read_bytes()
    for content in (
        [],
        "text",
        7,
        None,
        {"verb": "x" * 10**6},
        {"verb": ["watch"]},
        {"verb": "stpo\n\x1b[2J"},
    ):
        reply = ask(client, content)
        assert (reply["status"], reply["message"].count("\n")) == ("error", 0)
    for metadata in ([1], "text", {"fastaid_quiet": [1]}, {"fastaid_quiet": {}}, {"a": deep(200)}):
        assert ask(client, {"verb": "nothing"}, metadata=metadata)["status"] == "error"
        assert ask(client, {}, "kernel_info_request", metadata=metadata)["status"] == "ok"
    assert ask(client, {"verb": "watch"})["status"] == "ok"
    new = client.log_file.read_bytes()[len(before) :].decode()
    assert "Traceback" not in new
    assert "fastaid" not in new


@pytest.mark.kernel
def test_hostile_rows_of_a_journal_are_text_in_a_reply(client):
    fill = (
        "import sqlite3, json\n"
        "c = sqlite3.connect('.fastaid/journal.sqlite')\n"
        f"x = {CANARY!r} + '<script>' + chr(27) + '[2J'\n"
        'c.execute("insert into runs (run_id, started_at, status, call, arch, process, process_started, host, final)'
        " values ('evil', 1e400, ?, ?, ?, 'p', 'q', ?, ?)\", (x, x, x, x, json.dumps({x: x, 'a': [1]})))\n"
        "c.execute(\"insert into events values ('evil', 0, '[1]')\")\n"
        "c.commit()"
    )
    run(client, "%fit_one_cycle 1")
    assert run(client, fill)["status"] == "ok"
    assert ask(client, {"verb": "history"})["status"] in ("ok", "error")
    reply = ask(client, {"verb": "past", "run_id": "evil"})
    assert reply["status"] == "error"
    assert reply["message"].count("\n") == 0
    assert run(client, "c.execute(\"delete from runs where run_id='evil'\"); c.commit()")["status"] == "ok"


@pytest.mark.kernel
def test_a_flood_is_answered_to_the_end(client):
    ids = []
    for i in range(300):
        message = client.session.msg(
            "fastaid_request", {"verb": VERBS[i % len(VERBS)], "run_id": "x", "when": "batch"}
        )
        ids.append(message["header"]["msg_id"])
        client.control_channel.send(message)
    replies = {}
    while len(replies) < len(ids):
        try:
            reply = client.get_control_msg(timeout=60)
        except Empty:
            break
        replies[reply["parent_header"].get("msg_id")] = reply["content"]
    assert set(ids) <= set(replies)
    assert all(replies[one]["status"] in ("ok", "error") for one in ids)
