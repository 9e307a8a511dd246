"""Run a demo notebook in a real kernel, and keep what it showed.

    python demos/run.py 01_transfer_learning
    python demos/run.py 02_pets --set PICTURES=path/to/images --set SIZE=64

The notebook itself stays as it is; the executed copy goes to demos/executed, as .ipynb and .html.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

# Small nets on few cores: threads that spin while they wait would cost more than they do.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

DEMOS = Path(__file__).resolve().parent
EXECUTED = DEMOS / "executed"


def setting(text: str) -> tuple[str, Any]:
    """Read NAME=VALUE; a value that is no Python is text, and a path that exists is made absolute."""
    name, equals, value = text.partition("=")
    if not (equals and name.isidentifier()):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    if os.sep in value and Path(value).expanduser().exists():
        return name, str(Path(value).expanduser().resolve())
    try:
        return name, ast.literal_eval(value)
    except (SyntaxError, ValueError):
        return name, value


def set_parameters(nb: nbformat.NotebookNode, values: dict[str, Any]) -> None:
    """Replace assignments in the cell tagged "parameters"; exits where a name is not assigned there."""
    cell = next((c for c in nb.cells if "parameters" in c.metadata.get("tags", ())), None)
    assigned = re.findall(r"^(\w+) = ", cell.source, re.MULTILINE) if cell else []
    for name, value in values.items():
        if name not in assigned:
            sys.exit(f"There is no parameter {name}; this notebook has: {', '.join(assigned) or 'none'}.")
        line = f"{name} = {value!r}"
        cell.source = re.sub(rf"^{name} = .*$", lambda _, line=line: line, cell.source, flags=re.MULTILINE)


def text_of(cell: nbformat.NotebookNode) -> str:
    """What a cell showed, as plain text; figures leave nothing."""
    texts = [out.get("text") or out.get("data", {}).get("text/plain", "") for out in cell.get("outputs", ())]
    return "\n".join(text.strip() for text in texts if text.strip() and not text.startswith("<Figure"))


def execute(nb: nbformat.NotebookNode) -> str:
    """Run every code cell, a printed line each; returns the failing cell with its error, or ""."""
    client = NotebookClient(
        nb, timeout=None, kernel_name="python3", resources={"metadata": {"path": str(EXECUTED)}}
    )
    with client.setup_kernel():
        for index, cell in enumerate(nb.cells):
            if cell.cell_type != "code":
                continue
            print(f"{cell.source.strip().splitlines()[0][:88]:<90}", end="", flush=True)
            start = time.perf_counter()
            try:
                client.execute_cell(cell, index)
            except CellExecutionError as error:
                print(" failed")
                return f"Cell {index + 1} failed:\n\n{cell.source}\n\n{error.ename}: {error.evalue}"
            print(f"{time.perf_counter() - start:6.1f} s")
    return ""


def save(nb: nbformat.NotebookNode, name: str) -> list[Path]:
    """Write the executed notebook, and a page of it where nbconvert is installed."""
    written = [EXECUTED / f"{name}.ipynb"]
    nbformat.write(nb, written[0])
    try:
        from nbconvert import HTMLExporter
    except ImportError:
        print("There is no HTML page without nbconvert: pip install nbconvert")
    else:
        page, _ = HTMLExporter().from_notebook_node(nb, resources={"metadata": {"name": name}})
        written.append(EXECUTED / f"{name}.html")
        written[1].write_text(page, encoding="utf-8")
    return written


def main() -> int:
    """Run the notebook that the command line names."""
    names = sorted(path.stem for path in DEMOS.glob("*.ipynb"))
    parser = argparse.ArgumentParser(description="Run a demo notebook and keep what it showed.")
    parser.add_argument("name", choices=names, help="the notebook, without .ipynb")
    parser.add_argument(
        "--set", type=setting, action="append", default=[], metavar="NAME=VALUE", help="a parameter"
    )
    args = parser.parse_args()
    nb = nbformat.read(DEMOS / f"{args.name}.ipynb", as_version=4)
    set_parameters(nb, dict(args.set))
    EXECUTED.mkdir(exist_ok=True)
    start = time.perf_counter()
    failure = execute(nb)
    shown = [c for c in nb.cells if "result" in c.metadata.get("tags", ())] or nb.cells
    result = next((text for cell in reversed(shown) if (text := text_of(cell))), "")
    print(
        f"\n{failure or result}\n\n{time.perf_counter() - start:.0f} s in all. Saved:",
        *save(nb, args.name),
        sep="\n  ",
    )
    print("To read and run it in JupyterLab: pip install jupyterlab, then jupyter lab demos")
    return 1 if failure else 0


if __name__ == "__main__":
    sys.exit(main())
