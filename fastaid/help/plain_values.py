"""Plain values: numbers, text, lists; and the addresses of the course's data sets, which are text."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from fastaid.facts.symbol import Example, SymbolFacts
from fastaid.help.objects import loaded, type_name
from fastaid.help.state import state_of

WHAT = {
    "int": "A whole number.",
    "float": "A number with a fraction, stored in 64 bits.",
    "bool": "True or False.",
    "str": "Text.",
    "bytes": "Raw bytes.",
    "NoneType": "Nothing: Python's word for “no value”.",
    "list": "A list: items in order, which can be changed.",
    "tuple": "A tuple: items in order, which cannot be changed.",
    "dict": "A dictionary: values by key.",
    "set": "A set: items without order, each once.",
    "frozenset": "A set that cannot be changed.",
    "complex": "A complex number.",
    "ellipsis": "`...`, a placeholder; in an index, all axes that are not named.",
}


def describe_value(obj: Any, name: str) -> SymbolFacts:
    """What a plain value is; its own kind's methods are one `type(x)?` away."""
    kind = type_name(obj)
    address = _data_set(obj) if type(obj) is str else None
    if address is not None:
        return address_facts(obj, name, address)
    return SymbolFacts(
        name=name or kind,
        role="value",
        what=kind,
        summary=WHAT.get(kind, ""),
        state=tuple((what, value, "") for what, value in state_of(obj)),
        key=f"builtins.{kind}",
    )


def _data_set(text: str) -> str | None:
    """The name under which fastai's URLs keeps an address: "PETS"."""
    module = loaded("fastai.data.external")
    urls = vars(module.URLs) if module is not None else {}
    return next(
        (key for key, value in urls.items() if value == text and not key.startswith("_") and "://" in text),
        None,
    )


def address_facts(text: str, name: str, data_set: str) -> SymbolFacts:
    """What `URLs.PETS` is for."""
    file = PurePosixPath(text).name
    stem = file.removesuffix(".tgz").removesuffix(".tar.gz").removesuffix(".zip")
    return SymbolFacts(
        name=name or f"URLs.{data_set}",
        role="value",
        what="address of a course data set, str",
        summary=f"Where fastai finds the data set {data_set}; `untar_data` downloads and unpacks it, once.",
        notes=(
            f"`untar_data` returns the folder, `~/.fastai/data/{stem}` unless FASTAI_HOME says otherwise; "
            "if it is there already, nothing is downloaded.",
        ),
        state=(("value", repr(text), ""),),
        example=Example(
            f"path = untar_data(URLs.{data_set})  # needs the network the first time\npath.ls()", "fastaid"
        ),
        key=f"fastai.data.external.URLs.{data_set}",
    )
