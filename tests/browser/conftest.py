"""Labs and pages for the tests of the panel."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.lab import CHROMIUM, Lab, Page, browser
from tests.conftest import TINY_NET, make_digits

BUILT = Path(__file__).parents[2] / "fastaid" / "labextension" / "static" / "style.js"
SLOW = """
import time
class Slow(Callback):
    def after_batch(self): time.sleep(PAUSE)
learn.add_cb(Slow())
"""


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None or not BUILT.exists():
                item.add_marker(pytest.mark.skip("needs Chromium and the built panel: make test brings both"))


@pytest.fixture(scope="module")
def chromium():
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lab")
    make_digits(folder)
    made = Lab(folder)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def cells(lab):
    """The cells of a notebook that trains: load, data, learner, and a fit with a pause in each batch."""

    def write(fit, pause=0.05):
        return (
            f"%load_ext fastaid\n{TINY_NET}",
            f"%databunch from_folder {lab.folder / 'digits'} --size 16 --bs 8 --num-workers 0 --no-augment\n"
            f"%learner tiny_net --no-pretrained --metrics accuracy\n{SLOW.replace('PAUSE', str(pause))}",
            fit,
            "learn.recorder.plot_loss(); learn.save('kept'); print('usable', len(learn.recorder.losses))",
        )

    return write


@pytest.fixture
def new_page(chromium, lab, tmp_path):
    """Open a page in a browser of its own; errors of the panel's code there fail the test."""
    contexts, errors = [], []

    def open_page(**options):
        context = chromium.new_context(viewport={"width": 1400, "height": 1000}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error.stack or error)))
        return Page(page, lab)

    yield open_page
    for i, context in enumerate(contexts):  # pytest tells where, when a test fails
        for page in context.pages:
            page.screenshot(path=str(tmp_path / f"last-{i}.png"))
        context.close()
    assert [error for error in errors if "labextensions/fastaid" in error] == []


@pytest.fixture(autouse=True)
def no_kernels_left(request):
    yield
    if "lab" in request.fixturenames:
        request.getfixturevalue("lab").shut_down_kernels()
