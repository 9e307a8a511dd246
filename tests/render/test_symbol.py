"""An answer as text and as HTML: escaped, within JupyterLab's sanitizer, useful on its first screen."""

import re

import pytest

from fastaid.facts.symbol import Code, Concept, Example, Group, Meaning, Parameter, Signature, SymbolFacts
from fastaid.render.signature import signature_line
from fastaid.render.symbol import bundle, text
from fastaid.render.symbol_html import markup

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def facts(**more):
    signature = Signature(
        (
            Parameter("path", type="Path", meaning=Meaning("the folder", "docs")),
            Parameter("bs", default="64", type="int", meaning=Meaning("items in a `batch`", "docs")),
            Parameter("seed", "keyword-only", "None"),
            Parameter("item_tfms", "keyword-only", "None", via="DataBlock"),
        ),
        returns="DataLoaders",
    )
    return SymbolFacts("load", "function", "function of mine", "Load it.", (signature,), **more)


def test_the_order_is_the_reader_s():
    shown = text(
        facts(
            returns="DataLoaders",
            example=Example("load(path)", "fastaid"),
            concept=Concept("Batch", "1", "Some items at once."),
            details="More.",
            links=(("docs", "https://example.org"),),
            source=(Code("def load(): ...", "/x.py", 3),),
        ),
    )
    order = ["load  (", "Load it.", "load(path, bs=64", "Parameters:", "Returns:", "Example",
             "The idea: Batch", "Docstring:", "https://example.org"]  # fmt: skip
    places = [shown.index(part) for part in order]
    assert places == sorted(places)


def test_a_call_as_it_is_written():
    one = Signature(
        (Parameter("a", "positional-only"), Parameter("b", default="1"), Parameter("args", "var-positional"),
         Parameter("c", "keyword-only"), Parameter("kw", "var-keyword")),
        returns="int",
    )  # fmt: skip
    assert signature_line("f", one) == "f(a, /, b=1, *args, c, **kw) → int"
    assert signature_line("f", Signature((Parameter("c", "keyword-only"),))) == "f(*, c)"


def test_required_unknown_and_forwarded_arguments_are_marked():
    shown = text(facts())
    assert "path: Path  (required)" in shown
    assert re.search(r"seed = None\n +not described", shown)
    assert "through **kwargs to DataBlock:" in shown
    assert "**kwargs: item_tfms=None" in shown


def test_the_active_argument_leads():
    assert text(facts(), active="bs").startswith("▸ bs: int = 64\n    items in a `batch`")
    assert markup(facts(), active="bs").index("bs") < markup(facts(), active="bs").index("load")
    assert not text(facts(), active="nowhere").startswith("▸")


@pytest.mark.parametrize("where", ["name", "what", "summary", "returns", "details"])
def test_everything_from_outside_is_escaped(where):
    shown = markup(SymbolFacts(**{"name": "x", "role": "function", where: EVIL}))
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown


def test_nested_facts_are_escaped():
    shown = markup(
        SymbolFacts(
            "x", "function",
            signatures=(Signature((Parameter(EVIL, type=EVIL, default=EVIL, meaning=Meaning(EVIL, EVIL)),), EVIL),),
            notes=(EVIL,), state=((EVIL, EVIL, EVIL),), example=Example(EVIL, EVIL), concept=Concept(EVIL, EVIL, EVIL),
            groups=(Group(EVIL, ((EVIL, EVIL),)),), source=(Code(EVIL, EVIL, 1, EVIL),),
            links=((EVIL, EVIL),), place=EVIL,
        ),
        with_source=True,
    )  # fmt: skip
    assert "<script" not in shown
    assert "<img" not in shown


def test_html_keeps_within_the_sanitizer():
    shown = markup(facts(source=(Code("x = 1", "/x.py", 1),)), with_source=True)
    assert not re.search(r"<(script|style|svg|iframe|math|link)\b|\bon\w+=|javascript:|data-", shown)


def test_text_is_never_wider_than_asked():
    long = SymbolFacts("f", "function", "function", "word " * 60, notes=("note " * 60,))
    assert max(len(line) for line in text(long, width=60).splitlines()) <= 60


def test_no_description_is_said_so():
    assert "not described" in text(SymbolFacts("f", "function"))
    assert bundle(SymbolFacts("f", "function")).html
