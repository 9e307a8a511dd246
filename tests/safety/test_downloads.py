"""Nothing is fetched unasked; what is fetched is what it should be, and unpacks into its own folder alone."""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from fastaid.errors import FastaidError
from tests.safety.test_pickles import Calls
from tests.test_data import fastai_home

QUICK = "--size 16 --bs 8 --num-workers 0"
__all__ = ["fastai_home"]  # a fixture


class Server:
    """The files of a folder over http, and what was asked for."""

    def __init__(self, folder):
        self.folder, self.asked = folder, []
        asked = self.asked

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, *args):
                asked.append(self.path)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server(tmp_path, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    (tmp_path / "site").mkdir()
    server = Server(tmp_path / "site")
    yield server
    server.close()


@pytest.fixture
def tiny(server, digits, fastai_home, monkeypatch):
    """URLs.MNIST_TINY, from this machine: `tiny(path)` packs what is to be fetched, and tells fastai its check."""
    from fastai.data.external import URLs

    url = f"{server.url}/mnist_tiny.tgz"
    monkeypatch.setattr(URLs, "MNIST_TINY", url)
    file = server.folder / "mnist_tiny.tgz"

    def pack(*more, checks=None):
        with tarfile.open(file, "w:gz") as archive:
            for part in ("train", "valid"):
                archive.add(digits, f"mnist_tiny/{part}")
            for member, content in more:
                archive.addfile(member, io.BytesIO(content))
        data = file.read_bytes()
        known = checks or (len(data), hashlib.md5(data[: 2**20]).hexdigest())
        monkeypatch.setattr("fastdownload.core.read_checks", lambda _: {url: known})

    return pack


def member(name, content=b"x", **kind):
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for key, value in kind.items():
        setattr(info, key, value)
    return info, content


def test_a_data_set_is_fetched_once_and_where_its_line_asks_for_it(run, tiny, server):
    tiny()
    run("%load_ext fastaid")
    run("%databunch?")
    ran = run(f"%databunch mnist_tiny {QUICK} --code")
    assert isinstance(ran.error, FastaidError)
    assert "--code fetches nothing" in str(ran.error)
    assert server.asked == []
    ran = run(f"%databunch mnist_tiny {QUICK}")
    assert ran.error is None, ran.error
    assert "train 60, valid 60" in ran.text
    run(f"%databunch mnist_tiny {QUICK}")
    assert "untar_data(URLs.MNIST_TINY)" in run(f"%databunch mnist_tiny {QUICK} --code").stdout
    assert len(server.asked) == 1


@pytest.mark.parametrize("checks", [(1, "x"), "changed"])
def test_another_file_than_fastai_knows_is_not_unpacked(run, tiny, server, fastai_home, checks):
    if checks == "changed":
        tiny()
        file = server.folder / "mnist_tiny.tgz"
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
    else:
        tiny(checks=checks)
    ran = run(f"%databunch mnist_tiny {QUICK}")
    assert isinstance(ran.error, FastaidError), ran.error
    assert "is not the file that fastai knows as URLs.MNIST_TINY" in str(ran.error)
    assert not (fastai_home / "data" / "mnist_tiny").exists()
    tiny()
    assert run(f"%databunch mnist_tiny {QUICK}").error is None  # the bad one is fetched anew


def test_every_data_set_that_goes_by_name_has_a_check_and_an_archive_that_is_filtered():
    from pathlib import Path

    from fastai.data import external
    from fastdownload.core import read_checks

    from fastaid.training.data_sets import RECIPES

    checks = read_checks(Path(external.__file__).with_name("download_checks.py"))
    for name in RECIPES:
        url = getattr(external.URLs, name)
        assert url in checks, name
        assert url.startswith("https://")
        assert url.endswith(".tgz")  # shutil's own zip leaves out what leads out


@pytest.mark.parametrize(
    "evil",
    [
        member("mnist_tiny/../../../../canary"),
        member("mnist_tiny/link", b"", type=tarfile.SYMTYPE, linkname="../../../.."),
        member("mnist_tiny/hard", b"", type=tarfile.LNKTYPE, linkname="../../../canary"),
        member("mnist_tiny/device", b"", type=tarfile.CHRTYPE),
    ],
    ids=["up", "link", "hard link", "device"],
)
@pytest.mark.parametrize("python", ["this one", "before 3.11.4"])
def test_an_archive_writes_into_its_own_folder_alone(
    run, tiny, fastai_home, tmp_path, monkeypatch, evil, python
):
    unpack = tarfile.TarFile.extractall
    if python != "this one" and sys.version_info < (3, 14):
        monkeypatch.delattr(tarfile, "data_filter", raising=False)
    tiny(evil)
    ran = run(f"%databunch mnist_tiny {QUICK}")
    assert isinstance(ran.error, FastaidError), ran.error
    assert "names files outside its own folder" in str(ran.error)
    assert not list(tmp_path.rglob("canary"))
    assert not (fastai_home / "data" / "mnist_tiny").exists()
    # Other code unpacks as before.
    assert getattr(tarfile.TarFile, "extraction_filter", None) is None
    assert tarfile.TarFile.extractall is unpack


def test_an_absolute_name_is_taken_as_one_inside(run, tiny, tmp_path, fastai_home):
    tiny(member(f"{tmp_path}/canary"))
    run(f"%databunch mnist_tiny {QUICK}")
    assert not (tmp_path / "canary").exists()


def test_a_damaged_archive_is_said_to_be_one(run, tiny, server, monkeypatch):
    tiny()
    file = server.folder / "mnist_tiny.tgz"
    file.write_bytes(file.read_bytes()[:3000])
    monkeypatch.setattr("fastdownload.core.read_checks", lambda _: {})
    ran = run(f"%databunch mnist_tiny {QUICK}")
    assert isinstance(ran.error, FastaidError), ran.error
    assert "is damaged" in str(ran.error)


# -- pretrained weights -------------------------------------------------------------------------------------


@pytest.fixture
def resnet_url(server, monkeypatch, tmp_path):
    """Where torchvision finds a ResNet-18's weights: `resnet_url(digest)` puts some there, under that check."""
    import torch
    from torchvision.models import ResNet18_Weights, resnet18

    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    data = io.BytesIO()
    torch.save(resnet18().state_dict(), data)
    true = hashlib.sha256(data.getvalue()).hexdigest()[:8]

    def put(digest=None):
        name = f"resnet18-{digest or true}.pth"
        (server.folder / name).write_bytes(data.getvalue())
        monkeypatch.setattr(ResNet18_Weights.IMAGENET1K_V1.value, "url", f"{server.url}/{name}")

    return put


def test_pretrained_weights_are_fetched_by_the_line_that_makes_the_net(run, learn, server, resnet_url):
    resnet_url()
    run("%learner resnet18 --code")
    run("%learner resnet18 --no-pretrained --name other")
    run("doc(resnet18)")
    assert server.asked == []
    ran = run("%learner resnet18 --name other")
    assert ran.error is None, ran.error
    assert len(server.asked) == 1


def test_weights_that_are_not_what_their_name_says_are_refused(run, learn, server, resnet_url, tmp_path):
    resnet_url("00000000")
    ran = run("%learner resnet18 --name other")
    assert isinstance(ran.error, FastaidError), ran.error
    assert "another file than it should be" in str(ran.error)
    assert not list((tmp_path / "torch").rglob("*.pth"))
    assert "other" not in run("dir()").value


@pytest.fixture
def xresnet_file(monkeypatch, tmp_path):
    """What fastai finds as the file of its xresnets: torch's cache is where it looks first."""
    import torch

    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    place = tmp_path / "torch" / "hub" / "checkpoints" / "xrn50_940.pth"
    place.parent.mkdir(parents=True)
    return lambda what: torch.save(what, place)


def test_fastai_s_own_pretrained_file_is_read_as_weights_alone(run, learn, xresnet_file, tmp_path):
    import torch
    from fastai.vision.models import xresnet

    weight = xresnet.xresnet18().state_dict()["0.0.weight"] * 0 + 0.5
    xresnet_file({"model": {"0.0.weight": weight}, "opt": {"hypers": [{"lr": 0.1}]}})
    ran = run("%learner xresnet18 --name other")
    assert ran.error is None, ran.error
    assert torch.equal(ran.value.model[0][0][0].weight, weight)
    xresnet_file({"model": {}, "more": Calls(open, str(tmp_path / "canary"), "w")})
    ran = run("%learner xresnet18 --name third")
    assert isinstance(ran.error, FastaidError), ran.error
    assert "holds more than weights" in str(ran.error)
    assert not (tmp_path / "canary").exists()
    assert xresnet.load_state_dict_from_url is torch.hub.load_state_dict_from_url  # as before
