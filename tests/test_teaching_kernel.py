"""The `fastaid` kernel: a Python kernel like any other, and fastai at hand in it."""

from __future__ import annotations

from types import SimpleNamespace

import jupyter_kernel_test
import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient

from fastaid.jupyter.preload import Preload, needs_more

pytestmark = pytest.mark.kernel


class TestProtocol(jupyter_kernel_test.KernelTests):
    """What every front end may ask a kernel."""

    kernel_name = "fastaid"
    language_name = "python"
    file_extension = ".py"
    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('test', file=sys.stderr)"
    code_page_something = "zip?"
    code_generate_error = "raise ValueError('no')"
    code_execute_result = [{"code": "6*7", "result": "42"}]  # noqa: RUF012  the library's own form
    code_display_data = [  # noqa: RUF012
        {
            "code": "from IPython.display import HTML, display; display(HTML('<b>test</b>'))",
            "mime": "text/html",
        }
    ]
    completion_samples = [{"text": "memoryv", "matches": {"memoryview"}}]  # noqa: RUF012
    complete_code_samples = ["1", "print('hello')", "def f(x):\n  return x\n\n\n", "%timeit 1"]  # noqa: RUF012
    incomplete_code_samples = ["print('''hello", "def f(x):\n  x*2"]  # noqa: RUF012
    invalid_code_samples = ["import = 7q"]  # noqa: RUF012
    code_inspect_sample = "zip"
    # IPython answers session 0 for a range of the running session, with ipykernel's own kernel too.
    supported_history_operations = ("tail", "search")
    code_history_pattern = "6?7"
    code_clear_output = "from IPython.display import clear_output; clear_output()"

    @classmethod
    def setUpClass(cls):
        """These tests wait a tenth of a second for a message: on a busy machine the import beside takes longer."""
        super().setUpClass()
        cls.kc.execute_interactive("import fastai.vision.all", timeout=300, store_history=False)


@pytest.fixture
def kernel(tmp_path):
    """A fastaid kernel in an empty folder, and a function that runs a cell and gives what it shows."""
    manager, client = start_new_kernel(kernel_name="fastaid", cwd=str(tmp_path))

    def run(code):
        shown = []

        def keep(message):
            content, kind = message["content"], message["msg_type"]
            if kind == "stream":
                shown.append(content["text"])
            elif kind in ("display_data", "execute_result"):
                shown.append(content["data"].get("text/plain", ""))
            elif kind == "error":
                shown.append("\n".join(content["traceback"]))

        reply = client.execute_interactive(code, timeout=300, output_hook=keep)
        run.status = reply["content"]["status"]
        return "\n".join(shown)

    run.client, run.manager = client, manager
    yield run
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_fastai_s_names_are_there_and_a_learner_s_own_stay(kernel):
    kernel("accuracy = 'mine'")
    assert "vision_learner" in kernel("vision_learner.__name__")
    assert kernel("torch.tensor([1, 2]).sum().item()") == "3"
    assert kernel("accuracy") == "'mine'"
    assert "vision_learner" not in kernel("%who")
    assert "fastaid" in kernel("doc.__module__")


def test_after_a_reset_the_names_come_back(kernel):
    kernel("ImageBlock; mine = 1")
    kernel("%reset -f")
    assert "ImageBlock" in kernel("ImageBlock.__name__")
    assert "NameError" in kernel("mine")


def test_a_cell_that_is_first_waits_only_where_it_needs_fastai(kernel):
    # The import begins after the kernel is up; this asks whether it had to end first.
    ready = "get_ipython().kernel.preload.is_ready"
    assert kernel(ready) == "False"
    assert kernel(f"L; {ready}") == "True"


def test_nothing_that_imports_warn_of_is_shown(kernel):
    assert kernel("x = 1") == ""
    assert kernel("Learner; y = 1") == ""


@pytest.mark.parametrize("record", ["False", "True"])
def test_nor_where_a_cell_beside_the_import_catches_warnings(kernel, record):
    said = kernel(f"""
import time, warnings
while not get_ipython().kernel.preload.is_ready:
    with warnings.catch_warnings(record={record}) as caught:
        time.sleep(0.02)
    assert not caught, caught[0]
""")
    assert said == ""


def test_an_error_is_explained(kernel):
    shown = kernel(
        "from torch import nn\nmodel = nn.Sequential(nn.LSTM(3, 4), nn.Linear(4, 1))\nmodel(torch.ones(2, 2, 3))"
    )
    assert "returns a tuple" in shown
    assert kernel.status == "error"


def test_what_an_editor_runs_silently_is_not_explained(kernel):
    """VS Code looks at variables so; a card would take the place of the learner's own last one."""
    kernel("totl = 1\ntotal")
    shown = []
    kernel.client.execute_interactive(
        "looked_at.shape",
        silent=True,
        timeout=60,
        output_hook=lambda message: shown.append(message["msg_type"]),
    )
    assert "display_data" not in shown
    assert "total" in kernel("%explain")


def test_the_kernel_says_what_it_is(kernel):
    kernel.client.kernel_info()
    info = kernel.client.get_shell_msg(timeout=60)["content"]
    assert info["language_info"]["name"] == "python"
    links = {one["text"]: one["url"] for one in info["help_links"]}
    assert {"fast.ai course", "fastai", "PyTorch", "Python Reference"} <= set(links)


def test_the_launcher_has_a_tile_with_a_picture():
    spec = KernelSpecManager().get_kernel_spec("fastaid")
    assert spec.display_name == "fastaid"
    assert spec.language == "python"
    from pathlib import Path

    assert {path.name for path in Path(spec.resource_dir).iterdir()} == {
        "kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg",
    }  # fmt: skip


def test_a_notebook_runs_in_it_from_a_program(tmp_path):
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("tensor([1.,2.]).mean()")],
        metadata={"kernelspec": {"name": "fastaid", "display_name": "fastaid", "language": "python"}},
    )
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    (output,) = notebook.cells[0].outputs
    assert "1.5" in output["data"]["text/plain"]


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        ("1 + 1", False),
        ("x", False),
        ("learner(1)", True),
        ("import os; os.getcwd()", False),
        ("def f(a, *b, **c): return a, b, c, d", True),
        ("for i in range(3): print(i)", False),
        ("[j for j in x]", False),
        ("try: 1\nexcept ValueError as e: print(e)", False),
        ("get_ipython().run_line_magic('matplotlib', 'inline')", False),
        ("get_ipython().run_line_magic('timeit', 'learner(2)')", True),
        ("get_ipython().run_line_magic('pinfo', 'resnet34')", True),
        ("with open('f') as f, x: f.read()", False),
        ("global g\ng = 1", False),
        ("not python at all", False),
    ],
)
def test_which_cells_wait(source, needs):
    assert needs_more(source, {"x": [], "get_ipython": None}) is needs


def test_what_cannot_be_imported_does_not_hold_cells_up(caplog):
    shell = SimpleNamespace(user_ns={}, user_ns_hidden={}, events=SimpleNamespace(register=lambda *_: None))
    preload = Preload(shell, "no_such_module_anywhere")
    preload._before(SimpleNamespace(raw_cell="unknown_name", transformed_cell="unknown_name"))
    assert preload.is_ready
    assert "could not be imported" in caplog.text
    assert shell.user_ns == {}
