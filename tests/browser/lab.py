"""A real JupyterLab (or Notebook 7) in a real Chromium, for tests that look at pages."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import TimeoutError as StillWaiting

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Lab:
    """A server on a folder; `restart` is what a learner does to JupyterLab."""

    def __init__(self, folder: Path, app: str = "lab", theme: str = "JupyterLab Light", settings: Any = None):
        self.folder, self.app, self.port = folder, app, free_port()
        self._settings = folder / ".settings"
        self._write_settings("@jupyterlab/apputils-extension", "themes", {"theme": theme})
        # The news of JupyterLab ask the network, and cover what is tested.
        news = {"fetchNews": "false", "checkForUpdates": False}
        self._write_settings("@jupyterlab/apputils-extension", "notification", news)
        if settings:
            self._write_settings("fastaid", "panel", settings)
        self._process: subprocess.Popen[bytes] | None = None

    def _write_settings(self, package: str, name: str, values: Any) -> None:
        place = self._settings / package / f"{name}.jupyterlab-settings"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(values))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        environment = dict(
            os.environ,
            JUPYTERLAB_SETTINGS_DIR=str(self._settings),
            JUPYTERLAB_WORKSPACES_DIR=str(self.folder / ".workspaces"),
            JUPYTER_RUNTIME_DIR=str(self.folder / ".runtime"),
            IPYTHONDIR=str(self.folder / ".ipython"),
        )
        command = [
            sys.executable, "-m", "jupyterlab" if self.app == "lab" else "notebook",
            "--no-browser", "--allow-root", f"--port={self.port}", "--ServerApp.port_retries=0",
            "--IdentityProvider.token=", "--ServerApp.password=", "--ServerApp.disable_check_xsrf=True",
            f"--ServerApp.root_dir={self.folder}",
            f"--{'LabApp' if self.app == 'lab' else 'JupyterNotebookApp'}.expose_app_in_browser=True",
        ]  # fmt: skip
        log = (self.folder / "server.log").open("ab")
        self._process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + 90
        while True:
            try:
                urllib.request.urlopen(f"{self.address}/api", timeout=5).close()
                return
            except OSError:
                if time.monotonic() > deadline or self._process.poll() is not None:
                    raise RuntimeError((self.folder / "server.log").read_text()[-3000:]) from None
                time.sleep(0.2)

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def shut_down_kernels(self) -> None:
        for session in json.loads(urllib.request.urlopen(f"{self.address}/api/sessions", timeout=20).read()):
            request = urllib.request.Request(f"{self.address}/api/sessions/{session['id']}", method="DELETE")
            urllib.request.urlopen(request, timeout=60).close()

    def notebook(self, name: str, *cells: str, kernel: str = "python3") -> str:
        """Write a notebook with these cells; gives its name."""
        spec = {"name": kernel, "display_name": kernel, "language": "python"}
        book = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell) for cell in cells], metadata={"kernelspec": spec}
        )
        nbformat.write(book, self.folder / name)
        return name

    def url(self, name: str) -> str:
        return f"{self.address}/lab/tree/{name}" if self.app == "lab" else f"{self.address}/notebooks/{name}"


class Page:
    """A browser page on a notebook."""

    def __init__(self, page: Any, lab: Lab):
        self.page, self.lab = page, lab

    def open(self, name: str, is_busy: bool = False) -> None:
        self.page.goto(self.lab.url(name) + ("?reset" if self.lab.app == "lab" else ""))
        self.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        self.page.wait_for_function("window.jupyterapp !== undefined", timeout=30_000)
        if not is_busy:
            self.wait_for_kernel()

    def wait_for_kernel(self) -> None:
        """Until then JupyterLab drops what is run, or asks for a kernel."""
        self.page.wait_for_function(
            """() => { const session = window.jupyterapp.shell.currentWidget?.sessionContext;
                 return session?.isReady && session.session?.kernel }""",
            timeout=60_000,
        )
        self.page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=60_000)

    def command(self, name: str, **arguments: Any) -> None:
        self.page.evaluate(
            "([name, args]) => { void window.jupyterapp.commands.execute(name, args); }", [name, arguments]
        )

    def select(self, cell: int) -> None:
        self.page.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".jp-InputPrompt").click()

    def run(self, cell: int, is_awaited: bool = True, seconds: float = 60) -> None:
        """Run a cell as a learner does; once more where JupyterLab, just begun, took no notice."""
        for _ in range(3):
            self.select(cell)
            self.page.wait_for_function("window.jupyterapp.commands.isEnabled('notebook:run-cell')")
            self.command("notebook:run-cell")
            try:
                self._wait_for_prompt(cell, "[*\\d]", 3)
                break
            except StillWaiting:
                continue
        if is_awaited:
            self.wait_until_ran(cell, seconds)

    def wait_until_ran(self, cell: int, seconds: float = 60) -> None:
        self._wait_for_prompt(cell, "\\d", seconds)

    def _wait_for_prompt(self, cell: int, pattern: str, seconds: float) -> None:
        self.page.wait_for_function(
            """([i, pattern]) => new RegExp(pattern).test(
                 document.querySelectorAll('.jp-Notebook .jp-Cell')[i].querySelector('.jp-InputPrompt').textContent
               )""",
            arg=[cell, pattern],
            timeout=seconds * 1000,
        )

    def edit(self, cell: int) -> None:
        """Put the cursor at the end of a cell."""
        self.page.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".cm-content").click()
        self.page.keyboard.press("Control+End")

    def output(self, cell: int) -> str:
        return str(
            self.page.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".jp-OutputArea").inner_text()
        )

    def restart_kernel(self) -> None:
        self.command("kernelmenu:restart")
        self.page.click(".jp-Dialog .jp-mod-accept")

    def close_notebook(self) -> None:
        self.command("application:close")
        self.page.wait_for_function(
            "() => !document.querySelector('.jp-Notebook') || document.querySelector('.jp-Dialog .jp-mod-accept')"
        )
        if self.page.query_selector(".jp-Dialog"):
            self.page.click(".jp-Dialog .jp-mod-accept")
        self.page.wait_for_selector(".jp-Notebook", state="detached")

    # -- the panel -----------------------------------------------------------------------------------

    def wait_for(self, selector: str, seconds: float = 30) -> Any:
        return self.page.wait_for_selector(selector, timeout=seconds * 1000)

    def running(self, notebook: str) -> str:
        """The id of the run that trains in a notebook."""
        entry = self.wait_for(f'.jp-fastaid-panel [data-status="running"]:has-text("{notebook}")')
        return str(entry.get_attribute("data-run-id"))

    def entry(self, run_id: str) -> Any:
        return self.page.locator(f'.jp-fastaid-panel [data-run-id="{run_id}"]')

    def step(self, run_id: str) -> int:
        return int(self.entry(run_id).get_attribute("data-step"))

    def wait_for_step(self, run_id: str, step: int, seconds: float = 30) -> int:
        """Wait until the panel shows so many batches; gives how many it shows."""
        self.page.wait_for_function(
            """([id, step]) => {
                 const entry = document.querySelector(`.jp-fastaid-panel [data-run-id="${id}"]`);
                 return entry && Number(entry.dataset.step) >= step;
               }""",
            arg=[run_id, step],
            timeout=seconds * 1000,
        )
        return self.step(run_id)

    def wait_for_status(self, run_id: str, status: str, seconds: float = 30) -> None:
        self.wait_for(f'.jp-fastaid-panel [data-run-id="{run_id}"][data-status="{status}"]', seconds)

    def press(self, command: str, run_id: str) -> None:
        """Press a button as a learner does: until the kernel's answer stands below it, or the run is over."""
        button = self.entry(run_id).locator(f'[data-command="{command}"]')
        button.click()
        self.page.wait_for_function(
            """id => { const entry = document.querySelector(`.jp-fastaid-panel [data-run-id="${id}"]`);
                 return entry.dataset.status !== 'running'
                   || /after this/.test(entry.querySelector('.jp-fastaid-answer').textContent) }""",
            arg=run_id,
        )

    def expand(self, run_id: str) -> None:
        line = self.entry(run_id).locator(".jp-fastaid-line")
        if line.get_attribute("aria-expanded") == "false":
            line.click()

    def steps_seen(self, run_id: str) -> list[int]:
        """Every batch that this page holds of a run."""
        return list(
            self.page.evaluate(
                """id => window.jupyterapp.commands.execute('fastaid:run-data', {run_id: id})
                     .then(run => run.series.step)""",
                run_id,
            )
        )

    def has_no_gap(self, run_id: str) -> None:
        seen = self.steps_seen(run_id)  # asked once: the run goes on while we look
        assert seen == list(range(1, len(seen) + 1))

    def shot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(path))


@contextmanager
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        try:
            yield found
        finally:
            found.close()
