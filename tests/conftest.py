"""What the tests share: a real shell, a real kernel, small real pictures."""

from __future__ import annotations

import atexit
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A machine that does other things too is no reason for a property to fail.
# CI tries the same examples every time: a new one is looked for where somebody can mend what it finds.
settings.register_profile("unhurried", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("unhurried")
if "FASTAID_FUZZ" in os.environ:
    settings.register_profile(
        "fuzz",
        deadline=None,
        max_examples=int(os.environ["FASTAID_FUZZ"]),
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    settings.load_profile("fuzz")


def examples(n: int, **more: Any) -> settings:
    """How many examples a costly property is tried with, where nobody asks for more by FASTAID_FUZZ."""
    return settings(max_examples=int(os.environ.get("FASTAID_FUZZ", n)), **more)


# One spinning OpenMP team per test process is enough on a small machine.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# What a learner keeps of one day for the next is no test's to find, or to write.
_KEPT = tempfile.TemporaryDirectory(prefix="fastaid-kept-")
os.environ["XDG_DATA_HOME"] = _KEPT.name

ANSI = re.compile(r"\x1b\[[0-9;]*m")
SHARED = Path(os.environ.get("FASTAID_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


@dataclass
class Ran:
    """What a cell did: its result, what it printed, what it showed."""

    result: Any
    stdout: str
    stderr: str
    shown: list[dict[str, Any]] = field(default_factory=list)

    @property
    def value(self) -> Any:
        return self.result.result

    @property
    def error(self) -> BaseException | None:
        return self.result.error_in_exec or self.result.error_before_exec

    @property
    def text(self) -> str:
        """Everything that a reader of plain text sees."""
        return "\n".join([*(one.get("text/plain", "") for one in self.shown), self.stdout])


def put_away(shell: Any) -> None:
    """Let go of a shell: IPython keeps every one until python ends, and then collects garbage for each."""
    shell.history_manager.end_session()
    if shell.history_manager.save_thread:
        shell.history_manager.save_thread.stop()
    atexit.unregister(shell.atexit_operations)
    type(shell).clear_instance()


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An IPython shell of its own, in an empty folder, with fastaid loaded."""
    from IPython.core.displaypub import CapturingDisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell

    from fastaid import load_ipython_extension, unload_ipython_extension

    monkeypatch.chdir(tmp_path)
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    shell.display_pub = CapturingDisplayPublisher()
    load_ipython_extension(shell)
    yield shell
    unload_ipython_extension(shell)
    put_away(shell)


@pytest.fixture
def run(shell: Any, capsys: pytest.CaptureFixture[str]) -> Callable[[str], Ran]:
    """Run a cell and collect what came of it."""

    def run_cell(code: str) -> Ran:
        capsys.readouterr()
        shell.display_pub.outputs.clear()
        result = shell.run_cell(code, store_history=True)
        out, err = capsys.readouterr()
        out, err = (ANSI.sub("", text) for text in (out, err))
        return Ran(result, out, err, [one["data"] for one in shell.display_pub.outputs])

    return run_cell


def _shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"the data set {name} is not beside this checkout")
    return folder


@pytest.fixture
def pets() -> Path:
    """375 real pets of 37 breeds; the breed is in the file name."""
    return _shared("pets_small") / "images"


@pytest.fixture
def flowers() -> Path:
    """960 real flowers of 12 kinds, in train and test folders and in labels.csv."""
    return _shared("flowers12")


@pytest.fixture
def mnist() -> Path:
    """1,428 real digits, 3 and 7, in train and valid folders and in labels.csv."""
    return _shared("mnist_tiny")


@pytest.fixture
def planet() -> Path:
    """1,000 real satellite pictures with several labels each."""
    return _shared("planet_sample")


@pytest.fixture
def cifar_weights() -> Path:
    """ResNets pretrained on CIFAR-10."""
    return _shared("resnet_cifar10_weights")


@pytest.fixture
def digits(tmp_path: Path) -> Path:
    """60 real handwritten digits, 0 and 1, in class folders; they come with scikit-learn."""
    return make_digits(tmp_path)


def make_digits(place: Path) -> Path:
    from PIL import Image
    from sklearn.datasets import load_digits

    data = load_digits()
    for label in (0, 1):
        folder = place / "digits" / str(label)
        folder.mkdir(parents=True)
        for i, picture in enumerate(data.images[data.target == label][:30]):
            Image.fromarray((picture * 15.9).astype("uint8")).convert("RGB").save(
                folder / f"{label}_{i:02}.png"
            )
    return place / "digits"


TINY_NET = """
from fastai.vision.all import *
def tiny_net(pretrained=False):
    return nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(16, 10))
"""  # noqa: E501


@pytest.fixture
def written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checkpoints are written where they are asked for: no slow disk leaves one of them out."""

    class AtOnce:
        def __init__(self, *args: Any, **kwargs: Any):
            pass

        def submit(self, write: Callable[[], None]) -> None:
            write()

        def shutdown(self, wait: bool) -> None:
            pass

    monkeypatch.setattr("fastaid.training.keep_checkpoints.ThreadPoolExecutor", AtOnce)


@pytest.fixture
def learn(run: Callable[[str], Ran], digits: Path) -> Any:
    """A learner of a tiny net over the digits, made by the magics; `learn` and `dls` in the shell."""
    run(TINY_NET)
    made = run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment")
    assert made.error is None, made.error
    made = run("%learner tiny_net --no-pretrained --metrics accuracy")
    assert made.error is None, made.error
    return made.value
