"""What a wheel brings: the package, and the panel where JupyterLab looks for it."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLACE = "data/share/jupyter/labextensions/fastaid/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    if not (ROOT / "fastaid" / "labextension" / "static" / "style.js").exists():
        pytest.skip("the panel is not built: make panel")
    place = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(place),
        str(ROOT),
    ]
    subprocess.run(command, check=True, timeout=600)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as opened:
        yield opened


def test_the_panel_is_where_jupyterlab_looks_and_nowhere_else(wheel):
    names = wheel.namelist()
    panel = [name.split(PLACE)[1] for name in names if PLACE in name]
    assert {"package.json", "install.json", "schemas/fastaid/panel.json"} <= set(panel)
    assert any(name.startswith("static/remoteEntry") for name in panel)
    assert not [name for name in names if name.startswith("fastaid/labextension")]


def test_the_panel_is_small(wheel):
    scripts = [name for name in wheel.namelist() if PLACE in name and name.endswith((".js", ".css"))]
    assert sum(len(gzip.compress(wheel.read(name))) for name in scripts) <= 150 * 1024


def test_what_the_package_reads_at_run_time_is_in_it(wheel):
    names = wheel.namelist()
    for kind in (".json", ".md"):
        apart = {"labextension", "kernelspec"}  # they go where Jupyter looks
        files = [path for path in (ROOT / "fastaid").rglob(f"*{kind}") if not apart & set(path.parts)]
        assert files
        assert {str(path.relative_to(ROOT)) for path in files} <= set(names)


def test_the_kernel_is_where_jupyter_looks_and_nowhere_else(wheel):
    names = wheel.namelist()
    spec = {name.rpartition("/")[2] for name in names if "data/share/jupyter/kernels/fastaid/" in name}
    assert spec == {"kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"}
    assert not [name for name in names if name.startswith("fastaid/kernelspec")]
