"""The house: which room may import which, and how big a room may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import fastaid

ROOT = Path(fastaid.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
HEAVY = ("torch", "fastai", "fastcore", "matplotlib", "pandas", "numpy")


def room(name):
    return [path for path in FILES if path.relative_to(ROOT).parts[0] == name]


def name_of(path):
    return str(path.relative_to(ROOT))


def imported(path):
    """Every module a file imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def are_within(module, packages):
    return any(module == package or module.startswith(package + ".") for package in packages)


def is_standard(module):
    return module.split(".")[0] in sys.stdlib_module_names


def test_there_are_rooms_to_look_at():
    assert all(
        len(room(name)) > 3 for name in ("facts", "render", "training", "jupyter", "help", "teach", "course")
    )
    assert "fastaid.errors" in imported(ROOT / "facts" / "data_report.py")


@pytest.mark.parametrize("path", room("facts"), ids=name_of)
def test_facts_know_the_standard_library_and_each_other(path):
    others = {m for m in imported(path) if not is_standard(m)}
    assert [m for m in others if not are_within(m, ("fastaid.errors", "fastaid.facts"))] == []


@pytest.mark.parametrize("path", room("render"), ids=name_of)
def test_views_know_neither_torch_nor_fastai_nor_ipython(path):
    banned = ("torch", "torchvision", "fastai", "IPython", "ipykernel", "fastaid.training", "fastaid.jupyter")
    assert [m for m in imported(path) if are_within(m, banned)] == []


@pytest.mark.parametrize("path", room("training"), ids=name_of)
def test_training_knows_no_notebook_and_no_view(path):
    banned = ("IPython", "ipykernel", "ipywidgets", "fastaid.render", "fastaid.jupyter", "fastaid.help")
    assert [m for m in imported(path) if are_within(m, banned)] == []


@pytest.mark.parametrize("path", room("help"), ids=name_of)
def test_help_knows_no_notebook_no_view_and_no_other_wing(path):
    banned = (
        "IPython",
        "ipykernel",
        "fastaid.render",
        "fastaid.jupyter",
        "fastaid.training",
        "fastaid.teach",
    )
    assert [m for m in imported(path) if are_within(m, banned)] == []


@pytest.mark.parametrize("path", room("teach"), ids=name_of)
def test_teaching_knows_no_notebook_no_view_and_no_other_wing(path):
    banned = ("IPython", "ipykernel", "fastaid.render", "fastaid.jupyter", "fastaid.training", "fastaid.help")
    assert [m for m in imported(path) if are_within(m, banned)] == []


@pytest.mark.parametrize("path", room("course"), ids=name_of)
def test_the_course_s_words_know_no_notebook_and_no_view(path):
    banned = ("IPython", "ipykernel", "fastaid.render", "fastaid.jupyter", "fastaid.help", "fastaid.teach")
    assert [m for m in imported(path) if are_within(m, banned)] == []


def test_errors_know_the_standard_library_only():
    assert [m for m in imported(ROOT / "errors.py") if not is_standard(m)] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_fits_in_a_head(path):
    assert len(path.read_text().splitlines()) <= 400
    assert not {"util", "utils", "helper", "helpers", "manager", "handler"} & set(path.stem.split("_"))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_a_file_keeps_to_itself_is_used_by_no_other(path):
    names = [module.split(".") for module in imported(path)]
    assert [one for one in names if one[0] == "fastaid" and one[-1][:1] == "_" and one[-1][:2] != "__"] == []


def modules_after(source):
    code = f"import sys\n{source}\nprint('\\n'.join(sys.modules))"
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120
    ).stdout.split()


def test_loading_imports_nothing_heavy():
    loaded = modules_after("import fastaid, fastaid.jupyter.extension")
    assert "fastaid.jupyter.extension" in loaded
    assert [m for m in loaded if m.split(".")[0] in HEAVY] == []


def test_facts_and_views_of_a_run_import_no_torch():
    loaded = modules_after("import fastaid.render.run, fastaid.render.runs, fastaid.render.payload")
    assert [m for m in loaded if m.split(".")[0] in ("torch", "fastai", "matplotlib", "IPython")] == []
