"""Every mistake of the collection: explained by its own rule, mended by the line that the card gives."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from fastaid.facts.diagnosis import MOST_WORDS
from fastaid.teach.cards import card_of
from tests.errors.case import every_case

CASES = every_case()


@pytest.fixture(scope="module")
def answers(request):
    """What came of each selected case; they run beside the test that waits for them."""
    chosen = [
        item.callspec.params["case"] for item in request.session.items if "answers" in item.fixturenames
    ]
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("run_cases.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdin.write("".join(f"{case.path}\n" for case in chosen))
    process.stdin.close()
    known = {}

    def answer(case):
        while str(case.path) not in known:
            found = json.loads(process.stdout.readline())
            known[found.pop("case")] = found
        return known[str(case.path)]

    yield answer
    process.kill()
    process.wait()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake(case, answers):
    if "/proc/" in case.cell + "".join(case.before) and not Path("/proc/sys").is_dir():
        pytest.skip("a folder that nobody may write to is Linux's")
    if "tkinter" in case.cell and importlib.util.find_spec("tkinter") is None:
        pytest.skip("Debian's own Python comes without tkinter")
    found = answers(case)
    failed = found["failed"]
    assert "broken" not in failed, failed.get("broken")
    assert failed["before_said"] == []
    if case.kind == "rule":
        assert "error" in failed
        said = f"{failed['error']}\n{failed['text']}"
        if case.rule.startswith("not "):
            assert failed["rule"] != case.rule.removeprefix("not "), said
        else:
            assert failed["rule"] == case.rule, said
        assert failed["words"] <= MOST_WORDS
        assert failed["unknown"] == [], said
    else:
        assert "error" not in failed, failed["error"]
        assert failed["notices"] == ([] if case.is_silent else [case.rule]), failed["text"]
    if case.is_silent:
        assert failed["text"] == ""
    missing = [one for one in case.says if not re.search(one, failed["text"], re.I | re.S)]
    assert missing == [], failed["text"]
    if case.mended:
        mended = found["mended"]
        assert "broken" not in mended, mended.get("broken")
        assert "error" not in mended, mended["error"]
        assert mended["text"] == ""


def test_every_rule_and_check_has_a_case():
    from fastaid.teach.notices import every_check
    from fastaid.teach.rules import every_rule

    shown = {case.rule for case in CASES}
    assert {one.name for one in (*every_rule(), *every_check())} - shown == set()


def test_every_rule_and_check_is_asked_once():
    from fastaid.teach.notices import every_check
    from fastaid.teach.rules import every_rule

    counts = Counter(one.name for one in (*every_rule(), *every_check()))
    assert [name for name, n in counts.items() if n > 1] == []


def test_the_ideas_that_rules_name_exist():
    named = re.compile(r'card="([^"]+)"')
    root = Path(sys.modules["fastaid"].__file__).parent / "teach"
    cards = {name for path in root.rglob("*.py") for name in named.findall(path.read_text())}
    assert [name for name in cards if card_of(name) is None] == []
