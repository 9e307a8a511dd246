"""Damaged picture files among good ones: named in a sentence, left out on request, and never a crash.

`FASTAID_PICTURES=1000 pytest tests/safety/test_pictures.py` mutates a thousand.
"""

from __future__ import annotations

import builtins
import io
import os
import random

import pytest
from PIL import Image

from fastaid.errors import FastaidError
from fastaid.training.inspect_data import read_headers
from tests.safety.hostile import MARKUP, TERMINAL, check
from tests.safety.test_doors import as_file_name

PICTURES = int(os.environ.get("FASTAID_PICTURES", "60"))
KINDS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")


def a_picture(kind, chance):
    picture = Image.new("RGB", (20, 16))
    picture.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(320)])
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = MARKUP[1] + TERMINAL[0]
    exif[0x0112] = 6
    picture.save(held, kind, **({"exif": exif} if kind in ("JPEG", "PNG", "WEBP") else {}))
    return bytearray(held.getvalue())


def damage(data, chance):
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(max(len(data), 1))
        how = chance.random()
        if how < 0.5 and data:
            data[at % len(data)] = chance.randrange(256)
        elif how < 0.65:
            del data[at:]
        elif how < 0.8:
            data[at:at] = chance.randbytes(chance.randint(1, 40))
        elif how < 0.9:
            data[at : at + 16] = b"\xff" * 16
        else:  # a size of a terabyte
            data[16:24] = b"\x7f\xff\xff\xff" * 2
    return bytes(data)


@pytest.fixture
def damaged(digits):
    """Folders of good digits with damaged pictures of every kind among them."""
    chance = random.Random(20240)
    for i in range(PICTURES):
        kind = KINDS[i % len(KINDS)]
        content = damage(a_picture(kind, chance), chance)
        name = as_file_name(f"{chance.choice(MARKUP + TERMINAL)[:40]}{i}") + f".{kind.lower()}"
        (digits / str(i % 2) / name).write_bytes(content)
    return digits


def test_every_damaged_picture_has_a_header_or_a_reason(damaged):
    files = sorted(damaged.rglob("*.*"))
    headers, unreadable = read_headers(files)
    assert len(headers) + len(unreadable) == len(files) == 60 + PICTURES
    assert len(unreadable) > PICTURES / 10
    assert all(reason and "\n" not in reason for reason in unreadable.values())


def test_data_with_damaged_pictures_are_told_of_and_made_without_them(run, damaged, shell):
    builtins.__dict__.pop("hacked", None)
    shell.user_ns["path"] = damaged
    line = "%databunch from_folder path --size 16 --bs 8 --num-workers 0 --no-augment"
    for ending in ("", " --skip-bad"):
        done = run(line + ending)
        for one in done.shown:
            if len(one) > 1:
                check(one)
        assert done.error is None or isinstance(done.error, FastaidError), done.error
    assert done.error is None
    assert len(run("dls").value.train_ds) >= 40
    assert "hacked" not in vars(builtins)
