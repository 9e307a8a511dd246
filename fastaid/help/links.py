"""Where to read on: the library's own page for a name."""

from __future__ import annotations

import re
import sys

from fastaid.help.objects import stored

# The documentation of libraries whose pages are named after what they describe.
PAGES = (
    ("torch.Tensor.", "https://docs.pytorch.org/docs/stable/generated/{name}.html"),
    ("torch.", "https://docs.pytorch.org/docs/stable/generated/{name}.html"),
    ("torchvision.", "https://docs.pytorch.org/vision/stable/generated/{name}.html"),
    ("numpy.", "https://numpy.org/doc/stable/reference/generated/{name}.html"),
    ("pandas.", "https://pandas.pydata.org/docs/reference/api/{name}.html"),
    ("sklearn.", "https://scikit-learn.org/stable/modules/generated/{name}.html"),
    ("scipy.", "https://docs.scipy.org/doc/scipy/reference/generated/{name}.html"),
)
CLASS_LIKE = re.compile(
    r"(int|float|complex|bool|str|bytes|bytearray|list|tuple|dict|set|frozenset|range|object|type)\b"
)


def page_of(
    key: str,  # the full dotted name: "fastai.learner.Learner.fit"
    module: str,  # the module that defines it
) -> tuple[tuple[str, str], ...]:  # (label, address)
    """The online page of a name; empty where none is known, rather than a guess."""
    doc = stored(sys.modules.get(module)).get("__doc__")
    told = re.search(r"Docs: (https?://\S+?\.html)(?:\.md)?", doc) if type(doc) is str else None
    name = key.removeprefix(module + ".")
    if told:
        return ((f"{module} on {_site(told[1])}", f"{told[1]}#{name.lower()}"),)
    for start, page in PAGES:
        if key.startswith(start):
            short = re.sub(r"^(torch|torchvision|numpy|pandas)\.(?:_\w+\.|core\.|modules\.)*", r"\1.", key)
            address = page.format(name=short)
            return ((short, address),)
    if module == "builtins":
        group = "stdtypes" if CLASS_LIKE.match(name) else "functions"
        return (("Python", f"https://docs.python.org/3/library/{group}.html#{name}"),)
    if module.split(".")[0] in sys.stdlib_module_names and not module.startswith("_"):
        return (("Python", f"https://docs.python.org/3/library/{module}.html#{key}"),)
    return ()


def _site(address: str) -> str:
    return address.split("/")[2]
