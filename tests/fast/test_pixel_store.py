"""The pixel store: bounded, shared by several kernels, and never a reason to fail."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import threading

import numpy as np
import pytest

from fastaid.training.fast import pixel_store
from fastaid.training.fast.pixel_store import Kept, PixelStore, identity


def picture(seed: int, shape=(5, 4, 3)):
    return np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)


def files(folder, n):
    folder.mkdir(exist_ok=True)
    found = [folder / f"{i}.jpg" for i in range(n)]
    for i, file in enumerate(found):
        file.write_bytes(b"%d" % i)
    return found


def fill(store, found, shape=(5, 4, 3)):
    for i, file in enumerate(found):
        store.keep(file, identity(file), Kept(picture(i, shape), width=shape[1], height=shape[0]))


def test_what_is_kept_is_found_by_another_store(tmp_path):
    found = files(tmp_path / "pictures", 20)
    first = PixelStore("crop 32", tmp_path / "cache")
    fill(first, found)
    first.close()
    second = PixelStore("crop 32", tmp_path / "cache")
    for i, kept in enumerate(second.find(found)):
        assert (kept.pixels == picture(i)).all()
        assert (kept.width, kept.height) == (4, 5)
    assert PixelStore("crop 64", tmp_path / "cache").find(found) == [None] * 20
    second.close()


def test_pixels_stay_readable_after_the_store_is_closed(tmp_path):
    found = files(tmp_path / "pictures", 1)
    store = PixelStore("a", tmp_path / "cache")
    kept = store.keep(found[0], identity(found[0]), Kept(picture(0), 4, 5))
    store.close()
    assert (kept.pixels == picture(0)).all()


def test_a_store_that_was_closed_writes_no_more(tmp_path):
    """A thread may still be reading a picture when the fit is over."""
    found = files(tmp_path / "pictures", 2)
    store = PixelStore("a", tmp_path / "cache")
    fill(store, found[:1])
    store.close()
    written = {file: file.read_bytes() for file in (tmp_path / "cache").glob("*.pixels")}
    kept = store.keep(found[1], identity(found[1]), Kept(picture(1), 4, 5))
    assert (kept.pixels == picture(1)).all()
    assert {file: file.read_bytes() for file in (tmp_path / "cache").glob("*.pixels")} == written


def test_a_file_that_changed_size_or_time_is_not_found(tmp_path):
    found = files(tmp_path / "pictures", 2)
    store = PixelStore("a", tmp_path / "cache")
    fill(store, found)
    store.flush()
    found[0].write_bytes(b"another size")
    os.utime(found[1], ns=(1, 1))
    assert store.find(found) == [None, None]
    assert store.find([tmp_path / "missing.jpg", None]) == [None, None]
    store.close()


def test_what_a_crash_left_unsaid_is_not_found(tmp_path):
    found = files(tmp_path / "pictures", 3)
    store = PixelStore("a", tmp_path / "cache")
    fill(store, found)
    # As if the kernel had been killed: nothing is flushed or closed.
    other = PixelStore("a", tmp_path / "cache")
    assert other.find(found) == [None] * 3
    other.close()


def test_the_oldest_pixels_make_room(tmp_path, monkeypatch):
    monkeypatch.setattr(pixel_store, "SEGMENT_BYTES", 1000)
    first, second = files(tmp_path / "one", 30), files(tmp_path / "two", 30)
    for found in (first, second):
        store = PixelStore("a", tmp_path / "cache", most_bytes=3000)
        fill(store, found)
        store.close()
    on_disk = sum(file.stat().st_size for file in (tmp_path / "cache").glob("*.pixels"))
    assert on_disk <= 3000
    last = PixelStore("a", tmp_path / "cache", most_bytes=3000)
    assert any(last.find(second))
    assert sum(one is None for one in last.find(first)) >= 14  # one of its two segments
    last.close()


def test_where_there_is_no_room_nothing_is_kept(tmp_path):
    found = files(tmp_path / "pictures", 3)
    store = PixelStore("a", tmp_path / "cache", most_bytes=10)
    fill(store, found)
    assert store.is_full
    assert store.n_new == 0
    store.close()


def test_a_full_disk_ends_the_keeping(tmp_path, monkeypatch):
    found = files(tmp_path / "pictures", 3)
    store = PixelStore("a", tmp_path / "cache")

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pixel_store.os, "write", full)
    kept = store.keep(found[0], identity(found[0]), Kept(picture(0), 4, 5))
    assert (kept.pixels == picture(0)).all()
    assert "No space left" in store.problem
    store.close()


@pytest.mark.parametrize("damage", ["index", "segment gone", "segment short", "rows"])
def test_damage_is_no_error(tmp_path, damage):
    found = files(tmp_path / "pictures", 5)
    cache = tmp_path / "cache"
    store = PixelStore("a", cache)
    fill(store, found)
    store.close()
    segment = next(cache.glob("*.pixels"))
    if damage == "index":
        for file in cache.glob("index*"):
            file.unlink()
        (cache / "index.sqlite").write_bytes(b"this is no database" * 100)
    elif damage == "segment gone":
        segment.unlink()
    elif damage == "segment short":
        segment.write_bytes(b"12")
    else:
        index = sqlite3.connect(cache / "index.sqlite")
        index.execute("UPDATE pictures SET start = -5, segment = '../../etc/passwd'")
        index.commit()
        index.close()
    again = PixelStore("a", cache)
    assert again.find(found) == [None] * 5
    fill(again, found)
    again.close()


def test_a_folder_that_cannot_be_written_to(tmp_path):
    (tmp_path / "cache").write_text("a file stands where the folder should be")
    found = files(tmp_path / "pictures", 2)
    store = PixelStore("a", tmp_path / "cache")
    fill(store, found)
    assert store.find(found) == [None, None]
    store.close()


def test_a_kernel_that_begins_while_another_one_makes_the_index_waits_for_it(tmp_path):
    """SQLite itself does not wait where a file is switched to its write-ahead log."""
    found = files(tmp_path / "pictures", 3)
    (tmp_path / "cache").mkdir()
    other = sqlite3.connect(
        tmp_path / "cache" / pixel_store.INDEX, isolation_level=None, check_same_thread=False
    )
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, other.close)
    release.start()
    store = PixelStore("a", tmp_path / "cache")
    release.join()
    fill(store, found)
    store.flush()
    assert store.problem == ""
    assert [kept is not None for kept in store.find(found)] == [True] * 3
    store.close()


def _fill_from_a_process(cache, folder, start):
    pixel_store.PATIENCE_SECONDS = 60  # a busy machine is no reason to give up here
    found = sorted(folder.iterdir())[start : start + 40]
    store = PixelStore("a", cache)
    for file in found:
        store.keep(file, identity(file), Kept(picture(int(file.stem)), 4, 5))
        store.flush()
    store.close()


def test_several_kernels_at_once(tmp_path):
    files(tmp_path / "pictures", 80)
    context = multiprocessing.get_context("spawn")
    working = [
        context.Process(target=_fill_from_a_process, args=(tmp_path / "cache", tmp_path / "pictures", 20 * i))
        for i in range(3)
    ]
    for one in working:
        one.start()
    for one in working:
        one.join(60)
        assert one.exitcode == 0
    store = PixelStore("a", tmp_path / "cache")
    found = sorted((tmp_path / "pictures").iterdir())
    assert all(
        (kept.pixels == picture(int(file.stem))).all()
        for file, kept in zip(found, store.find(found), strict=True)
    )
    store.close()
