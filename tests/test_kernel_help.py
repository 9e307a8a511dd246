"""Help in a real kernel: what Shift-Tab and Contextual Help receive, also while a cell trains."""

from __future__ import annotations

import json

import pytest
from jupyter_client.manager import start_new_kernel

from tests.conftest import TINY_NET

pytestmark = pytest.mark.kernel


@pytest.fixture
def client(tmp_path):
    """A python3 kernel with the extension."""
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(tmp_path))
    assert run(client, "%load_ext fastaid")["status"] == "ok"
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(client, code, timeout=120):
    return client.execute_interactive(code, output_hook=lambda message: None, timeout=timeout)["content"]


def inspect(client, code, detail_level=0):
    """The reply at the place that a | marks."""
    cursor = code.index("|")
    return client.inspect(code.replace("|", ""), cursor, detail_level, reply=True, timeout=60)["content"]


def test_shift_tab_leads_with_the_argument_the_cursor_is_in(client):
    run(
        client,
        "def train(n_epoch, lr=1e-3, *, wd=0.):\n    '''Train.\n\n    Args:\n        lr: how far a step goes\n    '''",
    )
    reply = inspect(client, "train(4, |)")
    assert reply["found"]
    assert reply["data"]["text/plain"].startswith("▸ lr: float = 0.001\n    how far a step goes")
    assert "how far a step goes" in reply["data"]["text/html"]
    assert inspect(client, "train(4, wd=|)")["data"]["text/plain"].startswith("▸ wd")
    assert inspect(client, "train(4, w|d=1)")["data"]["text/plain"].startswith("▸ wd")
    assert inspect(client, "tra|in(4)")["data"]["text/plain"].startswith("train  (")


def test_contextual_help_has_the_docs_and_the_source(client):
    run(client, "def double(x):\n    'Twice as much.'\n    return x * 2")
    shown = inspect(client, "dou|ble", detail_level=1)["data"]["text/plain"]
    assert shown.index("Twice as much") < shown.index("Source:") < shown.index("return x * 2")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fns['a'](|", "number of items"),
        ("'abc'.upper(|", "uppercase"),
        ("get()[0].foo(|", "returns is not known without running it"),
        ("print(len|)", "number of items"),
        ("%time|it", "-n"),
        ("ImageDataBunch.from_fol|der", "ImageDataLoaders"),
    ],
)
def test_chains_resolve_without_running_a_call(client, code, words):
    run(client, "ran = []\ndef get(): ran.append(1)\nfns = {'a': len}")
    reply = inspect(client, code)
    assert reply["found"]
    assert words in reply["data"]["text/plain"]
    assert run(client, "assert not ran")["status"] == "ok"


@pytest.mark.parametrize("code", ["|", "x = 3|", "zzzzqq|", "# a comment|", "def f(a, |", "'''|"])
def test_where_there_is_nothing_to_say_nothing_is_said(client, code):
    assert not inspect(client, code)["found"]


def test_replies_are_json_and_a_failure_is_a_reply(client):
    run(
        client,
        "class Odd:\n    def __getattr__(self, name): raise SystemExit\nodd = Odd()",
    )
    assert inspect(client, "odd|")["found"]
    run(client, "import fastaid.jupyter.questions as q\nq.describe = None")
    reply = inspect(client, "len|")
    assert reply["status"] == "ok"
    json.dumps(reply)


def test_questions_are_answered_while_a_cell_trains(client, digits):
    for code in (TINY_NET, f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment",
                 "%learner tiny_net --no-pretrained --metrics accuracy"):  # fmt: skip
        assert run(client, code)["status"] == "ok"
    training = client.execute(
        "from fastai.callback.core import Callback\n"
        "import time\n"
        "class Slow(Callback):\n"
        "    def after_batch(self): time.sleep(0.05)\n"
        "learn.fit(100, cbs=Slow())"
    )
    _wait_for(client, training, "display_data", "stream")
    code = "learn.fit_one_cycle(4, "
    message = client.session.msg(
        "inspect_request", {"code": code, "cursor_pos": len(code), "detail_level": 0}
    )
    client.control_channel.send(message)
    reply = client.get_control_msg(timeout=60)
    assert reply["parent_header"]["msg_id"] == message["header"]["msg_id"]
    assert reply["content"]["data"]["text/plain"].startswith("▸ lr_max")
    assert not _is_done(client, training)


def _wait_for(client, message_id, *kinds):
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") == message_id and message["msg_type"] in kinds:
            return


def _is_done(client, message_id):
    from queue import Empty

    while True:
        try:
            message = client.get_iopub_msg(timeout=0.5)
        except Empty:
            return False
        if message["parent_header"].get("msg_id") != message_id:
            continue
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return True
        if message["msg_type"] in ("display_data", "update_display_data", "stream"):
            return False
