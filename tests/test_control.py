"""What a panel asks a kernel: in a real python3 kernel, while a real fit trains."""

from __future__ import annotations

import time
from queue import Empty

import pytest
from jupyter_client.manager import start_new_kernel

from tests.conftest import TINY_NET, make_digits

pytestmark = pytest.mark.kernel
SLOW = (
    "import time\n"
    "from fastai.callback.core import Callback\n"
    "class Slow(Callback):\n"
    "    def after_batch(self): time.sleep(0.02)\n"
    "learn.add_cb(Slow())"
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A python3 kernel with the extension and a learner whose epochs take a second."""
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(tmp_path_factory.mktemp("work")))
    assert run(client, "%load_ext fastaid")["status"] == "ok"
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def learner(client, tmp_path_factory):
    digits = make_digits(tmp_path_factory.mktemp("digits"))
    for code in (TINY_NET, f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment",
                 "%learner tiny_net --no-pretrained --metrics accuracy", SLOW):  # fmt: skip
        assert run(client, code)["status"] == "ok"


def run(client, code, timeout=120):
    return client.execute_interactive(code, output_hook=lambda message: None, timeout=timeout)["content"]


def ask(client, content, kind="fastaid_request", metadata=None):
    """The reply on the control channel."""
    message = client.session.msg(kind, content, metadata=metadata)
    client.control_channel.send(message)
    while True:
        reply = client.get_control_msg(timeout=20)
        if reply["parent_header"]["msg_id"] == message["header"]["msg_id"]:
            return reply["content"]


def start_fit(client, line="%fit_one_cycle 200"):
    """Begin a fit; gives the request's id and the run's, once the front ends were told."""
    while True:  # what came before is no concern of this fit
        try:
            client.get_iopub_msg(timeout=0.1)
        except Empty:
            break
    request = client.execute(line)
    return request, message(client, "fastaid_progress")["run_id"]


def message(client, kind):
    while True:
        found = client.get_iopub_msg(timeout=60)
        if found["msg_type"] == kind:
            return found["content"]


def end_of(client, request):
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"]["msg_id"] == request:
            return reply["content"]


def test_a_front_end_learns_that_fastaid_is_here_from_the_kernel_s_own_info(client):
    assert ask(client, {}, "kernel_info_request")["language_info"]["fastaid"] == 1


def test_snapshots_and_numbered_messages_make_the_whole_run(client, learner):
    request, run_id = start_fit(client)
    first = ask(client, {"verb": "watch"})["runs"][-1]
    steps, seq = list(first["run"]["series"]["step"]), first["seq"]
    while len(steps) < first["run"]["step"] + 40:
        came = message(client, "fastaid_progress")
        if came["seq"] <= seq:
            continue
        assert came["seq"] == seq + 1
        seq = came["seq"]
        steps += came["series"]["step"]
    assert steps == list(range(1, len(steps) + 1))
    assert ask(client, {"verb": "watch", "known": {run_id: -1}})["runs"][-1]["seq"] >= seq
    ask(client, {"verb": "stop", "run_id": run_id, "when": "batch"})
    assert end_of(client, request)["status"] == "ok"
    over = next(one for one in ask(client, {"verb": "watch"})["runs"] if one["run"]["run_id"] == run_id)
    assert over["run"]["status"] == "stopped"
    known = {one["run"]["run_id"]: one["seq"] for one in ask(client, {"verb": "watch"})["runs"]}
    assert ask(client, {"verb": "watch", "known": known})["runs"] == []


def test_stop_after_the_epoch_ends_at_its_edge(client, learner):
    request, run_id = start_fit(client)
    while not ask(client, {"verb": "watch"})["runs"][-1]["run"]["step"]:
        time.sleep(0.05)  # a stop before the first batch ends the fit before its first epoch
    assert "after this epoch" in ask(client, {"verb": "stop", "run_id": run_id, "when": "epoch"})["will"]
    assert end_of(client, request)["status"] == "ok"
    ended = next(o["run"] for o in ask(client, {"verb": "watch"})["runs"] if o["run"]["run_id"] == run_id)
    assert ended["status"] == "stopped"
    assert ended["step"] == ended["epochs"][-1]["step"] == 6 * ended["epoch"] < 1200
    assert run(client, "learn.fit(1); assert len(learn.recorder.values) == 1")["status"] == "ok"


def test_a_checkpoint_is_what_learn_load_takes(client, learner):
    request, run_id = start_fit(client)
    ask(client, {"verb": "checkpoint", "run_id": run_id})
    saved = []
    while not saved:
        time.sleep(0.05)
        found = ask(client, {"verb": "watch", "known": {run_id: -1}})["runs"][-1]["run"]
        saved = found["checkpoints"]
    assert found["status"] == "running"
    assert saved[0]["problem"] == ""
    ask(client, {"verb": "stop", "run_id": run_id, "when": "batch"})
    end_of(client, request)
    code = f"learn.load({saved[0]['name']!r}); assert learn.opt is not None"
    assert run(client, code)["status"] == "ok"


def test_a_checkpoint_that_cannot_be_written_is_told_and_the_fit_goes_on(client, learner):
    run(client, "learn.model_dir, good = '/proc/nowhere', learn.model_dir")
    request, run_id = start_fit(client, "%fit_one_cycle 1")
    ask(client, {"verb": "checkpoint", "run_id": run_id})
    assert end_of(client, request)["status"] == "ok"
    run(client, "learn.model_dir = good")
    ended = next(o["run"] for o in ask(client, {"verb": "watch"})["runs"] if o["run"]["run_id"] == run_id)
    assert ended["status"] == "finished"
    assert ended["checkpoints"][0]["problem"]
    assert ended["checkpoints"][0]["file"] == ""


def test_what_does_not_train_any_more_cannot_be_stopped(client):
    reply = ask(client, {"verb": "stop", "run_id": "gone", "when": "batch"})
    assert (reply["status"], "does not train here" in reply["message"]) == ("error", True)


def test_earlier_runs_come_from_the_journal(client, learner):
    start, _ = start_fit(client, "%fit_one_cycle 1")
    end_of(client, start)
    listed = ask(client, {"verb": "history"})["runs"]
    assert listed[0]["status"] == "finished"
    past = ask(client, {"verb": "past", "run_id": listed[0]["run_id"]})["run"]
    assert past["run_id"] == listed[0]["run_id"]
    assert len(past["series"]["step"]) == past["step"] > 0
    assert ask(client, {"verb": "past", "run_id": listed[0]["run_id"][:4]})["status"] == "error"


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"verb": 3},
        {"verb": "stpo"},
        {"verb": "stop"},
        {"verb": "stop", "run_id": "x" * 10_000, "when": "batch"},
        {"verb": "stop", "run_id": "x", "when": "now"},
        {"verb": "watch", "known": [1]},
        {"verb": "watch", "known": {str(i): i for i in range(2_000)}},
        {"verb": "hint", "code": "f(", "cursor_pos": 99},
        {"verb": "hint", "code": "f(" * 200_000, "cursor_pos": 1},
        {"verb": "past", "run_id": "../../etc/passwd"},
    ],
)
def test_a_request_that_makes_no_sense_gets_a_sentence(client, content):
    reply = ask(client, content)
    assert reply["status"] == "error"
    assert len(reply["message"]) < 200
    assert reply["message"].count("\n") == 0


def test_a_hint_names_the_argument_at_the_cursor_or_nothing(client):
    run(client, "def train(n, lr=0.1):\n    '''Train.\n\n    Args:\n        lr: how far a step goes\n    '''")
    code = "train(4, "
    hint = ask(client, {"verb": "hint", "code": code, "cursor_pos": len(code)})
    assert (hint["found"], hint["callee"], hint["name"], hint["default"]) == (True, "train", "lr", "0.1")
    assert hint["meaning"] == "how far a step goes"
    for code in ("train(", "x = ", "# train(4, ", "nothing_such(4, "):
        assert not ask(client, {"verb": "hint", "code": code, "cursor_pos": len(code)})["found"]


def statuses(client):
    found = []
    while True:
        try:
            came = client.get_iopub_msg(timeout=0.5)
        except Empty:
            return found
        if came["msg_type"] == "status":
            found.append(came["parent_header"].get("msg_type"))


def test_questions_asked_meanwhile_do_not_make_the_kernel_look_idle(client):
    statuses(client)
    ask(client, {"verb": "watch"})
    ask(
        client,
        {"code": "len", "cursor_pos": 3, "detail_level": 0},
        "inspect_request",
        {"fastaid_quiet": True},
    )
    assert statuses(client) == []
    ask(client, {"code": "len", "cursor_pos": 3, "detail_level": 0}, "inspect_request")
    assert statuses(client) == ["inspect_request"] * 2


def test_completion_beside_a_fit_reads_no_sources(client, learner):
    look = (
        "import jedi\n"
        "class Seen(jedi.Interpreter):\n"
        "    def __init__(self, *args, **kwargs): raise AssertionError('jedi was asked')\n"
        "kept, jedi.Interpreter = jedi.Interpreter, Seen"
    )
    run(client, look)
    request, run_id = start_fit(client)
    reply = ask(client, {"code": "learn.fit_one_cy", "cursor_pos": 16}, "complete_request")
    ask(client, {"verb": "stop", "run_id": run_id, "when": "batch"})
    end_of(client, request)
    assert [match.rpartition(".")[2] for match in reply["matches"]] == ["fit_one_cycle"]
    restored = "jedi.Interpreter = kept; assert get_ipython().Completer.use_jedi"
    assert run(client, restored)["status"] == "ok"


def test_unloading_closes_the_door(client):
    run(client, "%unload_ext fastaid")
    assert "fastaid" not in ask(client, {}, "kernel_info_request")["language_info"]
    code = "assert 'fastaid_request' not in get_ipython().kernel.control_handlers"
    assert run(client, code)["status"] == "ok"
    assert run(client, "assert '_publish_status' not in vars(get_ipython().kernel)")["status"] == "ok"
    assert run(client, "%load_ext fastaid")["status"] == "ok"
