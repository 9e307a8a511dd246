"""A web page that was saved under the name of an archive: whose link it was. No rules of its own."""

from __future__ import annotations

import re
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.scene import Scene

ADDRESS = re.compile(r"https?://[^\s\"'<>)]+")
TITLE = re.compile(rb"<title[^>]*>\s*(.*?)\s*</title>", re.I | re.S)
MOST_CELLS = 40
LONGEST = 60


def web_page(scene: Scene, path: Path, size: str) -> Diagnosis:
    """What to say of a page in place of a file; the same link would give the same page again."""
    url = _address(scene, path)
    title = _title(path)
    named = f", titled {title!r}" if title else ""
    remove = f"from pathlib import Path\nPath('{path}').unlink()"
    better, how = _direct(url)
    fix = f"{remove}\n{better.format(name=path)}" if better else remove
    return Diagnosis(
        f"`{path}` ({size}) is not an archive. By its first bytes, it is a web page (HTML){named}.",
        "The link led to a page, for a login or with a button, not to the file. The same link gives the same page "
        "again.",
        fix,
        f"Delete it. {how}",
    )


def _address(scene: Scene, path: Path) -> str:
    """The address that the notebook gave for the file, "" where it shows none."""
    ran = scene.names.get("In")
    cells = [one for one in ran if isinstance(one, str)][-MOST_CELLS:] if isinstance(ran, list) else []
    lines = [line for cell in (*cells, scene.cell) for line in cell.splitlines() if "http" in line]
    found = [(line, one.rstrip(".,;")) for line in lines for one in ADDRESS.findall(line)]
    return next(
        (one for line, one in reversed(found) if path.name in line), found[0][1] if len(found) == 1 else ""
    )


def _title(path: Path) -> str:
    try:
        with path.open("rb") as file:
            found = TITLE.search(file.read(4000))
    except OSError:
        return ""
    text = " ".join(found[1].decode("utf-8", "replace").split()) if found else ""
    return text if len(text) <= LONGEST else ""


def _direct(url: str) -> tuple[str, str]:
    """The line that gets the file itself, with the words for it, for the places that people share files at."""
    get = "from urllib.request import urlretrieve\nurlretrieve({url!r}, '{{name}}')"
    if "dropbox.com" in url:
        direct = re.sub(r"([?&])dl=0", r"\1dl=1", url)
        direct = direct if "dl=1" in direct else f"{direct}{'&' if '?' in direct else '?'}dl=1"
        return get.format(url=direct), "At Dropbox the link to the file itself ends in `dl=1`:"
    drive = re.search(r"drive\.google\.com/(?:file/d/|open\?id=|uc\?.*?id=)([\w-]+)", url)
    if drive is not None:
        return (
            f"%pip install -q gdown\nimport gdown\ngdown.download(id='{drive[1]}', output='{{name}}')",
            "Google Drive asks back before it gives a file; gdown answers:",
        )
    if "github.com" in url and "/blob/" in url:
        return get.format(url=url.replace("/blob/", "/raw/", 1)), "At GitHub the file itself is under `raw`:"
    if "huggingface.co" in url and "/blob/" in url:
        return get.format(
            url=url.replace("/blob/", "/resolve/", 1)
        ), "At Hugging Face the file is under `resolve`:"
    if "kaggle.com" in url:
        return (
            "",
            "Kaggle wants a login: download it in the browser, or with the tool `kaggle`:",
        )
    return (
        "",
        "Then take the direct link (right click on the download button), or download it in the browser:",
    )
