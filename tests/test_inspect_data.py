"""Real pictures, good and spoilt, and what is said of them."""

from __future__ import annotations

import io
import os
import shutil

import pytest
from PIL import Image, ImageFile

from fastaid.facts.data_report import Header
from fastaid.training import inspect_data
from fastaid.training.inspect_data import leak_findings, read_headers, same_pictures, unreadable_finding


def noise(size=(60, 40), mode="RGB"):
    """A picture that no format makes small."""
    n = len(Image.new(mode, (1, 1)).tobytes()) * size[0] * size[1]
    return Image.frombytes(mode, size, os.urandom(n))


def look(path):
    """The header of one file, or why there is none."""
    headers, unreadable = read_headers([path])
    assert len(headers) + len(unreadable) == 1
    return headers.get(path) or unreadable[path]


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif", "a.bmp", "a.webp", "a.tif"])
def test_a_good_picture_of_any_format_has_its_size(tmp_path, name):
    noise().save(tmp_path / name)
    header = look(tmp_path / name)
    assert (header.width, header.height, header.is_rotated) == (60, 40, False)


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.jpg", "L"), ("a.jpg", "CMYK"), ("a.png", "RGBA"), ("a.png", "L"), ("a.png", "P"), ("a.png", "1")],
)
def test_a_picture_keeps_its_colour_mode(tmp_path, name, mode):
    Image.new("RGB", (30, 20), "teal").convert(mode).save(tmp_path / name)
    assert look(tmp_path / name) == Header(30, 20, mode)


def test_a_picture_on_its_side_says_so(tmp_path):
    exif = Image.Exif()
    exif[inspect_data.ORIENTATION] = 6
    noise().save(tmp_path / "side.jpg", exif=exif)
    exif[inspect_data.ORIENTATION] = 1
    noise().save(tmp_path / "up.jpg", exif=exif)
    assert look(tmp_path / "side.jpg") == Header(60, 40, "RGB", is_rotated=True)  # as stored
    assert look(tmp_path / "up.jpg") == Header(60, 40, "RGB", is_rotated=False)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif", "a.bmp", "a.webp"])
@pytest.mark.parametrize("size", [(60, 40), (300, 200)])
def test_half_a_picture_is_told(tmp_path, name, size):
    noise(size).save(tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    assert isinstance(look(tmp_path / name), str)


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_half_a_photo_is_said_to_be_cut_off(tmp_path, name):
    noise().save(tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    assert look(tmp_path / name) == "is cut off"


def test_a_photo_cut_off_soon_after_its_thumbnail_is_told(tmp_path):
    small = io.BytesIO()
    noise((20, 20)).save(small, "jpeg")
    marker = b"\xff\xe1" + (len(small.getvalue()) + 2).to_bytes(2, "big") + small.getvalue()
    photo = io.BytesIO()
    noise((200, 200)).save(photo, "jpeg")
    whole = photo.getvalue()[:2] + marker + photo.getvalue()[2:]
    path = tmp_path / "a.jpg"
    path.write_bytes(whole)
    assert look(path) == Header(200, 200, "RGB")
    path.write_bytes(whole[: len(marker) + 2_000])
    assert look(path) == "is cut off"


def test_what_is_no_picture_is_said_in_words(tmp_path):
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "text.jpg").write_text("not a picture, really")
    (tmp_path / "folder.jpg").mkdir()
    assert look(tmp_path / "empty.jpg") == "is empty"
    assert look(tmp_path / "text.jpg") == "is not a picture"
    assert look(tmp_path / "missing.jpg") == "is not there"
    assert "cannot be opened" in look(tmp_path / "folder.jpg")


def test_a_name_that_no_file_can_have_is_one_bad_file(tmp_path):
    noise().save(tmp_path / "good.jpg")
    files = [tmp_path / ("a column of long text " * 20), tmp_path / "nul\0.jpg", tmp_path / "good.jpg"]
    headers, unreadable = read_headers(files)
    assert list(headers) == [tmp_path / "good.jpg"]
    assert list(unreadable) == files[:2]


@pytest.fixture
def decoded(monkeypatch):
    """The files whose pixels were read."""
    names = []
    load = ImageFile.ImageFile.load

    def counting(self):
        names.append(self.filename)
        return load(self)

    monkeypatch.setattr(ImageFile.ImageFile, "load", counting)
    return names


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif"])
def test_a_good_picture_is_not_decoded(tmp_path, decoded, name):
    noise((300, 200)).save(tmp_path / name)
    decoded.clear()  # saving decodes
    look(tmp_path / name)
    assert decoded == []


def test_a_picture_that_ends_oddly_is_decoded_and_may_be_good(tmp_path, decoded):
    path = tmp_path / "padded.jpg"
    noise().save(path)
    path.write_bytes(path.read_bytes() + b"\0" * 10_000)
    assert look(path) == Header(60, 40, "RGB")
    assert len(decoded) == 1


def test_a_padded_photo_is_not_decoded(tmp_path, decoded):
    path = tmp_path / "camera.jpg"
    noise().save(path)
    path.write_bytes(path.read_bytes() + b"\0" * 500)
    look(path)
    assert decoded == []


def test_files_keep_their_order_and_progress_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(inspect_data, "PROGRESS_EVERY", -1.0)
    files = [tmp_path / f"{i}.png" for i in range(4)]
    for path in files:
        noise((8, 8)).save(path)
    told = []
    headers, _ = read_headers(files, lambda done, total: told.append((done, total)))
    assert list(headers) == files
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_same_picture_in_both_parts_is_a_leak(tmp_path):
    (tmp_path / "train").mkdir()
    (tmp_path / "valid").mkdir()
    for name in ("a.png", "b.png"):
        Image.new("RGB", (8, 8), "red" if name == "a.png" else "blue").save(tmp_path / "train" / name)
    shutil.copy(tmp_path / "train" / "a.png", tmp_path / "valid" / "copy.png")
    Image.new("RGB", (8, 8), "green").save(tmp_path / "valid" / "own.png")
    train, valid = sorted(tmp_path.glob("train/*")), sorted(tmp_path.glob("valid/*"))
    pairs = same_pictures(train, [*valid, tmp_path / "missing.png"])
    assert pairs == [(tmp_path / "train" / "a.png", tmp_path / "valid" / "copy.png")]
    (found,) = leak_findings(pairs)
    assert (found.kind, found.severity, found.files) == ("leak", "problem", (str(pairs[0][1]),))
    assert "copy.png = a.png" in found.sentence


def test_files_of_one_length_are_told_apart(tmp_path):
    (tmp_path / "a").write_bytes(b"1234")
    (tmp_path / "b").write_bytes(b"1235")
    assert same_pictures([tmp_path / "a"], [tmp_path / "b"]) == []
    assert leak_findings([]) == []


def test_headers_at_hand_find_the_same_pairs(tmp_path):
    """With equal length and end, the content still decides; a header spares the reading of the others."""
    (tmp_path / "train").mkdir()
    for i in range(4):
        noise().save(tmp_path / "train" / f"{i}.bmp")
    shutil.copytree(tmp_path / "train", tmp_path / "valid")
    middle = (tmp_path / "valid" / "0.bmp").read_bytes()
    (tmp_path / "valid" / "0.bmp").write_bytes(middle[:200] + bytes(9) + middle[209:])
    train, valid = sorted(tmp_path.glob("train/*")), sorted(tmp_path.glob("valid/*"))
    headers, _ = read_headers([*train, *valid])
    assert headers[train[0]].mark == headers[valid[0]].mark
    wanted = list(zip(train[1:], valid[1:], strict=True))
    assert same_pictures(train, valid, headers) == same_pictures(train, valid) == wanted


def test_xmp_turns_a_picture_too(tmp_path):
    told = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    noise().save(tmp_path / "side.jpg", xmp=told.encode())
    assert look(tmp_path / "side.jpg").is_rotated


def test_bad_files_are_a_problem_until_they_are_left_out(tmp_path):
    bad = {tmp_path / "a.jpg": "is empty"}
    (problem,) = unreadable_finding(bad, were_skipped=False)
    (warning,) = unreadable_finding(bad, were_skipped=True)
    assert (problem.severity, warning.severity) == ("problem", "warning")
    assert "a.jpg is empty" in problem.sentence
    assert "--skip-bad" in problem.hint
    assert unreadable_finding({}, were_skipped=False) == []
