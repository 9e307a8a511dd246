"""A web address given to something that opens files."""

from __future__ import annotations

import ast
import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

ADDRESS = re.compile(r"^(https?|ftp):/+")
# Rules of their own speak of what a learner is given, and of files of weights.
OTHERS = (("fastai.learner", "predict"), ("fastai.learner", "load_learner"), ("torch.serialization", ""))


@rule(OSError)
def address_opened(scene: Scene) -> Diagnosis | None:
    """`Image.open('https://…')`, `open('https://…')`: a file is opened, nothing is downloaded."""
    here = scene.here
    if here is None or any(scene.within(*one) is not None for one in OTHERS):
        return None
    given = getattr(scene.error, "filename", None)
    found = ADDRESS.match(str(given)) if given is not None else None
    if found is None:
        return None
    address = f"{found[1]}://{str(given)[found.end() :]}"
    call, node = here.call, _argument(here, str(given))
    opener = ast.unparse(call.func) if call is not None else "open"
    name = _file_name(address, opener)
    asked = ast.unparse(node) if node is not None else repr(address)
    fetched = f"download_url({asked}, {name!r})"
    if "download_url" not in scene.names and scene.is_about_training and library("fastdownload") is not None:
        fetched = f"from fastdownload import download_url\n{fetched}"
    elif "download_url" not in scene.names:
        fetched = f"from urllib.request import urlretrieve\nurlretrieve({asked}, {name!r})"
    line = replaced(here, node, repr(name)) if node is not None else ""
    shown = address if len(address) <= 60 else f"{address[:57]}…"
    return Diagnosis(
        f"`{opener}` looked on this computer for a file with the name `{shown}`.",
        "It opens files; a web address (URL) is not downloaded by it.",
        f"{fetched}\n{line}".strip(),
        "Download it first, then open the file:",
    )


@rule(ValueError)
def no_web_address(scene: Scene) -> Diagnosis | None:
    """`urlopen('1')`, `urlopen('www.python.org')`, `requests.get('python.org')`: it does not begin with https://."""
    here = scene.here
    call = here.call if here is not None else None
    found = re.search(
        r"unknown url type: '?(?P<given>[^']*)'?$|Invalid URL '(?P<other>[^']*)'", scene.message
    )
    if here is None or call is None or found is None or not call.args:
        return None
    if scene.within("fastai.data.external", "untar_data") is not None:
        return None  # there a name of `URLs` is meant
    given = found["given"] if found["given"] is not None else found["other"]
    node = call.args[0]
    held = here.value(node)
    if not isinstance(held, str) or held != given or ADDRESS.match(held):
        return None
    text = ast.unparse(node)
    is_named = isinstance(node, ast.Name)
    what = f"`{text}` is {held!r}, which is" if is_named else f"{held!r} is"
    looks_right = "." in held.strip("/.") and " " not in held.strip()
    return Diagnosis(
        f"{what} no web address" + (": its beginning is missing." if looks_right else "."),
        "An address begins with `https://` (or `http://`)."
        + (" A path on this computer is opened with `open`." if held.startswith(("/", "./", "../")) else ""),
        f"{text} = {'https://' + held.strip('/')!r}"
        if is_named and looks_right
        else replaced(here, node, repr("https://" + held.strip("/")))
        if looks_right
        else f"print(repr({text}))"
        if is_named
        else "",
        "Write:" if looks_right else f"Give `{text}` a whole address; this is what it holds:",
    )


def _argument(here: Frame, given: str) -> ast.expr | None:
    call = here.call
    for one in [*call.args, *(key.value for key in call.keywords)] if call is not None else ():
        held = here.value(one)
        if held is not UNKNOWN and isinstance(held, str) and str(held) == given:
            return one
        if isinstance(one, ast.Call) and last_name(one.func) == "Path" and len(one.args) == 1:
            inner = here.value(one.args[0])
            if isinstance(inner, str) and ADDRESS.match(inner):
                return one
    return None


def _file_name(address: str, opener: str) -> str:
    found = PurePosixPath(urlsplit(address).path)
    if found.suffix and len(found.name) <= 40:
        return found.name
    return "picture.jpg" if "mage" in opener else "file"
