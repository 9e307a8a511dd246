"""The journal keeps every run, and breaks by raising and by nothing else."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from types import SimpleNamespace

import pytest

from fastaid.errors import FastaidError, FastaidWarning
from fastaid.facts.events import BatchesEnded, EpochEnded, FitStarted, RunEnded, RunStarted
from fastaid.facts.layers import LayerGroup
from fastaid.facts.run import Run
from fastaid.facts.schedule import Plan
from fastaid.training.journal import Journal


def started(run_id="abc123", **more):
    return RunStarted(run_id, 1_700_000_000.0, "learn.fit_one_cycle(2)", 2, arch="resnet18", bs=64, **more)


def bunch(first, n, loss=0.5):
    return BatchesEnded(first, (loss,) * n, (loss,) * n, (1e-3,) * n, (0.9,) * n, first * 0.1, first * 0.1)


def epoch(i, step, **values):
    return EpochEnded(i, step, tuple(values.items()), 1.5, (i + 1) * 2.0)


def story(run_id="abc123"):
    return [
        started(run_id, seed=42, settings=(("bs", "64"),), versions=(("torch", "2"),)),
        FitStarted(
            2,
            3,
            1,
            ("train_loss", "valid_loss"),
            (LayerGroup("body", 100, 0, True, 1e-4), LayerGroup("head", 10, 10, False, 1e-3)),
            Plan((1, 6), (1e-4, 1e-3), (0.95, 0.85)),
        ),
        bunch(1, 2),
        bunch(3, 1, loss=None),
        epoch(0, 3, train_loss=0.5, valid_loss=None),
        bunch(4, 3),
        epoch(1, 6, train_loss=0.4, valid_loss=0.3),
        RunEnded("finished", 9.0),
    ]


def keep(journal, events):
    """Train without training: fold the events and tell the journal, as a watched fit does."""
    run = Run(events[0])
    keep_on(journal, run, events)
    return run


def keep_on(journal, run, events):
    for event in events:
        run.apply(event)
        journal(run, event)


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / ".fastaid" / "journal.sqlite")


def test_a_run_is_read_back_as_it_was(journal):
    run = keep(journal, story())
    summary, loaded = Journal(journal.path).load("abc123")
    assert loaded == run
    assert (summary.number, summary.status, summary.epochs, summary.seconds) == (1, "finished", 2, 9.0)
    assert summary.final == {"train_loss": 0.4, "valid_loss": 0.3}
    assert (summary.call, summary.arch, summary.process) == (
        "learn.fit_one_cycle(2)",
        "resnet18",
        os.getpid(),
    )


def test_the_newest_run_is_listed_first(journal):
    for name in ("a", "b", "c"):
        keep(journal, story(name))
    assert [(s.number, s.run_id) for s in journal.runs()] == [(3, "c"), (2, "b"), (1, "a")]
    assert [s.run_id for s in journal.runs(most=2)] == ["c", "b"]


def test_a_run_is_found_by_number_id_or_the_beginning_of_it(journal):
    for name in ("2abc", "ffee01", "ffee02"):
        keep(journal, story(name))
    assert journal.load("3")[0].run_id == "ffee02"
    assert journal.load("ffee01")[0].number == 2
    assert journal.load("2a")[0].run_id == "2abc"
    assert journal.load("2")[0].run_id == "ffee01"  # the number goes before the beginning of an id


@pytest.mark.parametrize(
    ("which", "said"), [("zz", "There is no run 'zz'"), ("ff", "2 runs begin with 'ff'")]
)
def test_a_run_that_is_none_or_several_is_a_learners_mistake(journal, which, said):
    keep(journal, story("ffee01"))
    keep(journal, story("ffee02"))
    with pytest.raises(FastaidError, match=said):
        journal.load(which)


def test_no_journal_yet_is_said_and_makes_none(journal):
    with pytest.raises(FastaidError, match="no runs here yet"):
        journal.runs()
    assert not journal.path.exists()


def test_a_thousand_bunches_are_one_run(journal):
    events = [started(), FitStarted(1, 2_000, 0), *(bunch(1 + 2 * i, 2) for i in range(1_000))]
    run = keep(journal, [*events, epoch(0, 2_000, train_loss=0.1), RunEnded("finished", 200.0)])
    assert journal.load("1")[1] == run
    with journal.connect() as connection:
        rows = connection.execute("select count(*) from events where body like '%BatchesEnded%'").fetchone()[
            0
        ]
    assert rows < 100  # neighbours travel together


def test_a_long_quiet_epoch_is_on_disk_before_it_ends(journal, monkeypatch):
    monkeypatch.setattr("fastaid.training.journal.FLUSH_SECONDS", 0.0)
    run = keep(journal, [started(), FitStarted(1, 99, 0), bunch(1, 5)])
    assert journal.load("1")[1].losses == run.losses


def test_an_epoch_is_on_disk_when_it_ended(journal):
    run = keep(journal, story()[:5])
    summary, loaded = Journal(journal.path).load("1")
    assert loaded == run
    assert (summary.status, summary.epochs) == ("running", 1)
    assert not summary.is_lost  # this process lives


def in_another_process(source, *args):
    """Start a fresh Python that has this module's builders."""
    code = "from tests.test_journal import *\nimport sys\nfrom pathlib import Path\n" + textwrap.dedent(
        source
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        cwd=os.path.dirname(os.path.dirname(__file__)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def test_a_run_whose_process_died_is_lost(journal):
    dying = "keep(Journal(Path(sys.argv[1])), story()[:5]); os._exit(0)"
    finished(in_another_process(dying, journal.path))
    summary, loaded = journal.load("1")
    assert summary.is_lost
    assert len(loaded.epochs) == 1


def test_a_finished_run_of_a_gone_process_is_not_lost(journal):
    finished(in_another_process("keep(Journal(Path(sys.argv[1])), story())", journal.path))
    assert not journal.runs()[0].is_lost


def test_processes_that_write_at_once_lose_nothing(journal):
    writing = """
        print("ready", flush=True)
        sys.stdin.readline()
        journal = Journal(Path(sys.argv[1]))
        for k in range(10):
            keep(journal, story(f"{sys.argv[2]}-{k}"))
    """
    code = "from tests.test_journal import *\nimport sys\nfrom pathlib import Path\n" + textwrap.dedent(
        writing
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(journal.path), name],
            cwd=os.path.dirname(os.path.dirname(__file__)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("left", "right", "third")
    ]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:  # all wait at the same line, and the file is not there yet
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        finished(writer)
    summaries = journal.runs(most=-1)
    assert {s.run_id for s in summaries} == {
        f"{n}-{k}" for n in ("left", "right", "third") for k in range(10)
    }
    assert sorted(s.number for s in summaries) == list(range(1, 31))
    assert all(journal.load(s.run_id)[1] == Run.of(story(s.run_id)) for s in summaries)


@pytest.fixture
def locked(journal):
    """A journal that somebody else holds and does not let go."""
    keep(journal, story("before"))
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("begin exclusive")
    yield journal
    other.close()


@pytest.mark.timeout(30)
def test_a_lock_that_stays_raises_and_does_not_hang(locked):
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        keep(locked, story("mine"))


@pytest.mark.timeout(30)
def test_a_lock_in_the_middle_of_a_run_costs_one_warning_and_is_made_good_at_the_end(journal):
    run = keep(journal, story()[:5])
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("begin exclusive")
    with pytest.warns(FastaidWarning, match="locked.*tried again") as caught:
        keep_on(journal, run, story()[5:7])
    assert len(caught) == 1
    other.close()
    assert journal.load("1")[1] == Run.of(story()[:5])
    keep_on(journal, run, story()[7:])
    summary, kept = journal.load("1")
    assert (summary.status, kept) == ("finished", Run.of(story()))


def test_a_write_that_is_told_twice_is_kept_once(journal):
    """An interrupt may come when the disk has it and the program does not know yet."""
    run = keep(journal, story()[:4])
    writer = journal._open_writer
    waiting, seq = list(writer._waiting), writer._seq
    for event in story()[4:]:
        run.apply(event)
        journal(run, event)
        if event == story()[4]:
            writer._waiting[:0] = [*waiting, event]
            writer._seq = seq
    assert journal.load("1")[1] == Run.of(story())


def test_a_full_disk_costs_one_warning(journal, monkeypatch):
    keep(journal, story())
    connect = sqlite3.connect

    def nearly_full(*args, **more):
        connection = connect(*args, **more)
        n = connection.execute("pragma page_count").fetchone()[0]
        connection.execute(f"pragma max_page_count={n}")
        return connection

    monkeypatch.setattr(sqlite3, "connect", nearly_full)
    long = started("long", code="x" * 9_000)
    with pytest.warns(FastaidWarning, match="full") as caught:
        keep(journal, [long, *story()[1:]])
    assert len(caught) == 1
    monkeypatch.undo()
    assert [s.run_id for s in journal.runs()] == ["long", "abc123"]
    keep(journal, story("later"))
    assert journal.load("later")[1] == Run.of(story("later"))


def test_a_journal_that_may_only_be_read_is_read(journal, monkeypatch):
    keep(journal, story())
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    before = sorted(p.name for p in journal.path.parent.iterdir())
    assert journal.load("1")[1] == Run.of(story())
    assert sorted(p.name for p in journal.path.parent.iterdir()) == before


def test_a_damaged_result_hides_no_run(journal):
    keep(journal, story())
    with journal.connect() as connection:
        connection.execute("update runs set final = '{'")
    assert journal.runs()[0].final == {}


def test_a_journal_of_the_first_version_is_brought_up_and_keeps_its_runs(journal):
    keep(journal, story("old"))
    with journal.connect() as connection:
        for column in ("process_started", "host"):
            connection.execute(f"alter table runs drop column {column}")
        connection.execute("pragma user_version=1")
    assert journal.load("old")[1] == Run.of(story("old"))
    keep(journal, story("new"))
    assert [s.run_id for s in journal.runs()] == ["new", "old"]


def test_a_process_that_got_the_same_number_is_not_the_one_that_died(journal):
    keep(journal, story()[:3])
    assert not journal.runs()[0].is_lost
    with journal.connect() as connection:
        connection.execute("update runs set process_started = process_started - 60")
    assert journal.runs()[0].is_lost
    with journal.connect() as connection:
        connection.execute("update runs set host = 'another-machine'")
    assert not journal.runs()[0].is_lost


def test_a_locked_journal_can_still_be_read(locked):
    assert locked.load("before")[1] == Run.of(story("before"))


def corrupt(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database" * 500)


def a_folder(path):
    path.mkdir(parents=True)


def another_database(path):
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as connection:
        connection.execute("create table runs (x)")
    connection.close()


@pytest.mark.parametrize("spoil", [corrupt, a_folder, another_database])
def test_a_spoilt_journal_raises_to_the_fit_and_explains_itself_to_the_learner(journal, spoil):
    spoil(journal.path)
    with pytest.raises((sqlite3.Error, OSError)):
        keep(journal, story())
    with pytest.raises(FastaidError, match="cannot be read"):
        journal.runs()
    with pytest.raises(FastaidError, match="cannot be read"):
        journal.load("1")


def test_a_folder_that_cannot_be_made_raises_to_the_fit(journal):
    journal.path.parent.write_text("a file stands where the folder should be")
    with pytest.raises(OSError, match="exists"):
        keep(journal, story())
    with pytest.raises(FastaidError, match="no runs here yet"):
        journal.runs()


@pytest.mark.skipif(sys.platform == "win32", reason="no file-size limits there")
def test_a_full_disk_raises_and_what_was_kept_stays_readable(journal):
    filling = """
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        journal = Journal(Path(sys.argv[1]))
        keep(journal, story("before"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        try:
            for k in range(200):
                big = [started(f"r{k}"), bunch(1, 500), epoch(0, 500, valid_loss=0.1)]
                keep(journal, big)
        except (sqlite3.Error, OSError) as error:
            print("raised", type(error).__name__)
    """
    assert finished(in_another_process(filling, journal.path)).startswith("raised")
    assert journal.load("before")[1] == Run.of(story("before"))


@pytest.mark.parametrize(("free", "next_step"), [(0, "make some room"), (10**9, "Move it away")])
def test_a_disk_without_room_to_read_is_called_so(journal, monkeypatch, free, next_step):
    keep(journal, story())
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=free))

    def connect(*args, **kwargs):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("sqlite3.connect", connect)
    with pytest.raises(FastaidError, match=next_step):
        journal.runs()


def test_events_of_another_version_are_a_sentence(journal):
    keep(journal, story())
    with journal.connect() as connection:
        connection.execute("""update events set body = '{"kind": "Dreamt"}' where seq = 2""")
    with pytest.raises(FastaidError, match="Run 1 cannot be read back"):
        journal.load("1")


def test_a_fit_of_another_version_is_a_sentence_too(journal):
    keep(journal, story())
    body = '{"kind": "FitStarted", "n_epoch": 1, "n_iter": 1, "n_valid_iter": 1, "plan": {"dreams": 1}}'
    with journal.connect() as connection:
        connection.execute("update events set body = ? where seq = 1", (body,))
    with pytest.raises(FastaidError, match="Run 1 cannot be read back"):
        journal.load("1")


def test_no_lock_outlives_a_write(journal):
    keep(journal, story()[:3])
    other = sqlite3.connect(journal.path, timeout=0, isolation_level=None)
    other.execute("begin exclusive")
    other.close()
