"""Whatever watches a fit may break in any way: the fit's result is the same, to the bit."""

from __future__ import annotations

import sqlite3
import time

import pytest
import torch

from tests.conftest import TINY_NET

FIT = "%fit_one_cycle 2 --lr-max 1e-2"


class Fault(Exception):
    """What goes wrong."""


def raises(*args, **kwargs):
    raise Fault("broken")


def hangs(*args, **kwargs):
    time.sleep(0.4)  # as long as it likes: nothing waits beside it


def has_no_room(*args, **kwargs):
    raise OSError(28, "No space left on device")


def is_locked(*args, **kwargs):
    raise sqlite3.OperationalError("database is locked")


def is_out_of_memory(*args, **kwargs):
    raise MemoryError


DOORS = {
    "the view": "fastaid.jupyter.live.TerminalView.__call__",
    "the journal's file": "fastaid.training.journal.Journal.connect",
    "the journal": "fastaid.training.journal.Journal.__call__",
    "the feed": "fastaid.jupyter.live_runs.LiveRuns.take",
    "checkpoints on disk": "fastaid.training.keep_checkpoints.write_checkpoint",
    "room for checkpoints": "fastaid.training.keep_checkpoints.Checkpoints._make_room",
    "copies for checkpoints": "fastaid.training.keep_checkpoints.learner_state",
    "kept pixels on disk": "fastaid.training.fast.pixel_store.PixelStore.keep",
    "kept pixels found": "fastaid.training.fast.pixel_store.PixelStore.find",
    "what the GPU does": "fastaid.training.watch.gpu_use",
    "notices": "fastaid.teach.notices.notices_of",
}
WITH_A_DISK = [door for door in DOORS if "disk" in door or "file" in door or "room" in door]
FAULTS = [
    *((door, fault) for door in DOORS for fault in (raises, hangs)),
    *((door, has_no_room) for door in WITH_A_DISK),
    ("the journal's file", is_locked),
    ("copies for checkpoints", is_out_of_memory),
]
UNDISTURBED: dict[str, torch.Tensor] = {}


@pytest.fixture
def weights_after(run, digits, shell):
    """The weights after the same fit, with a fault behind one door."""
    from fastaid.jupyter.live_runs import LiveRuns

    shell.meta["fastaid"].session.live_runs = LiveRuns(lambda progress: None)

    def train(monkeypatch=None, door=None, fault=None):
        run(TINY_NET)
        run("import random as rnd\nset_seed(3)")
        assert run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0").error is None
        assert run("%learner tiny_net --no-pretrained").error is None
        run("set_seed(3)\nfor i, dl in enumerate(dls.loaders): dl.rng = rnd.Random(3 + i)")
        if monkeypatch is not None:
            monkeypatch.setattr(door, fault)
        ran = run(FIT)
        assert ran.error is None, ran.error
        learn = run("learn").value
        return {name: value.clone() for name, value in learn.model.state_dict().items()}

    return train


@pytest.mark.filterwarnings("ignore::fastaid.errors.FastaidWarning")
@pytest.mark.parametrize(("door", "fault"), FAULTS, ids=lambda one: getattr(one, "__name__", one))
def test_a_broken_watcher_changes_no_bit_of_the_result(weights_after, monkeypatch, door, fault):
    whole = UNDISTURBED
    if not whole:
        whole.update(weights_after())
    disturbed = weights_after(monkeypatch, DOORS[door], fault)
    assert [name for name in whole if not torch.equal(whole[name], disturbed[name])] == []
