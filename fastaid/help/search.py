"""From words to names: a full-text index of what the libraries offer, built once per set of versions."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import sys
import types
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from fastaid.facts.spelling import american
from fastaid.facts.sqlite import SQLITE_ERRORS
from fastaid.help.members import first_line
from fastaid.help.objects import doc_of, is_class, module_of, name_of, quietly, stored, undecorated, unwrapped
from fastaid.help.stubs import torch_key
from fastaid.help.synonyms import STOP_WORDS, meant, wishes

Idea = tuple[str, str, str, tuple[str, ...]]  # (title, aliases, first paragraph, symbols)
PACKAGES = ("fastai", "fastcore", "fasttransform", "torch", "torchvision", "fastaid")
# (module, how much its names are preferred): what a learner of the course can type comes first.
MODULES = (
    ("fastai.vision.all", 1.0), ("fastai.text.all", 0.9), ("fastai.tabular.all", 0.9), ("fastai.collab", 0.9),
    ("torch", 0.8), ("torch.nn", 0.85), ("torch.nn.functional", 0.75), ("torch.optim", 0.7),
    ("torch.utils.data", 0.7), ("torchvision.transforms", 0.5), ("torchvision.models", 0.4),
)  # fmt: skip
TENSOR_PRIOR, IDEA_PRIOR = 0.65, 1.25
OF_COURSE = 1.35  # a name that one of the course's ideas is about
FORMAT = "5"  # of the index
# What a word is worth in a name, its parts, its first line, its docstring and the ideas that are about it.
QUERY = (
    "SELECT name, line, kind, prior, -bm25(names, 6.0, 8.0, 5.0, 0.5, 10.0) FROM names WHERE names MATCH ? "
    "ORDER BY bm25(names, 6.0, 8.0, 5.0, 0.5, 10.0) LIMIT 3000"
)
SYNONYM = 0.6
INNER = re.compile(r"\.(before|after)_|\.(forward|encodes|decodes|setups|extra_repr|new|reset)$")
OF_INNER = 0.35  # what fastai calls by itself
MOST = 40


@dataclass(frozen=True)
class Hit:
    """One thing found."""

    name: str
    line: str  # what it does
    kind: str  # "name" or "idea"
    score: float  # higher is better


def search(
    words: str,  # "how do I resize an image"
    ideas: Sequence[Idea] = (),  # the course's, which lend their words to the names they are about
) -> list[Hit]:  # best first
    """Names and ideas that fit some words; the first search on a machine builds the index, which takes seconds."""
    groups = query_groups(words)
    if not groups:
        return []
    connection = _index(ideas)
    try:
        return _ranked(connection, groups, words)
    finally:
        connection.close()


def query_groups(words: str) -> list[tuple[str, ...]]:
    """The words that count, in American spelling, each with what it may mean.

    >>> query_groups("how do I normalise images")[0]
    ('normalize', 'standardize')
    """
    found = []
    for word in re.findall(r"[A-Za-z_][\w.]*|\d+", words):
        lower = american(word.lower())
        if lower not in STOP_WORDS:
            found.append((lower, *meant(lower)))
    return found or [(american(one.lower()),) for one in re.findall(r"\w+", words)]


def _ranked(connection: sqlite3.Connection, groups: list[tuple[str, ...]], words: str) -> list[Hit]:
    """Each word's best match in every row, added up, and counted by how many of the words a row has."""
    best: dict[tuple[str, str], list[float]] = {}
    lines: dict[tuple[str, str], str] = {}
    for number, group in enumerate(groups):
        for place, term in enumerate(group):
            for name, line, kind, prior, score in connection.execute(QUERY, (f'"{term}"',)):
                worth = score * prior * (1.0 if place == 0 else SYNONYM)
                scores = best.setdefault((kind, name), [0.0] * len(groups))
                scores[number] = max(scores[number], worth)
                lines[(kind, name)] = line
    asked = re.sub(r"\W", "", words.lower())
    found = []
    for (kind, name), scores in best.items():
        share = sum(score > 0 for score in scores) / len(groups)
        exact = 3.0 if re.sub(r"\W", "", name.lower()) == asked else 1.0
        found.append(Hit(name, lines[(kind, name)], kind, sum(scores) * share * exact))
    return sorted(found, key=lambda hit: (-hit.score, hit.name))[:MOST]


# -- the index -------------------------------------------------------------------------------------


def index_path(ideas: Sequence[Idea]) -> Path:
    """Where the index for the installed versions is kept."""
    import platformdirs

    digest = hashlib.sha256(repr(ideas).encode())
    for package in PACKAGES:
        try:
            digest.update(f"{package} {version(package)}".encode())
        except PackageNotFoundError:
            continue
    digest.update(FORMAT.encode())
    return Path(platformdirs.user_cache_dir("fastaid")) / f"names-{digest.hexdigest()[:16]}.sqlite"


def _index(ideas: Sequence[Idea]) -> sqlite3.Connection:
    path = index_path(ideas)
    if path.is_file():
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            connection.execute("SELECT count(*) FROM names").fetchone()
        except SQLITE_ERRORS:  # half written by a machine that went down
            connection.close()
        else:
            return connection
    rows = list(_rows(ideas))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.unlink(missing_ok=True)
        _fill(sqlite3.connect(draft), rows).close()
        draft.replace(path)
        for old in path.parent.glob("names-*.sqlite"):
            if old != path:
                old.unlink(missing_ok=True)
        return sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    except (OSError, *SQLITE_ERRORS):  # a home that cannot be written: for this question only
        return _fill(sqlite3.connect(":memory:"), rows)


Row = tuple[str, str, str, str, str, str, float]


def _fill(connection: sqlite3.Connection, rows: Iterable[Row]) -> sqlite3.Connection:
    connection.execute(
        "CREATE VIRTUAL TABLE names USING fts5"
        "(name, parts, line, body, ideas, kind UNINDEXED, prior UNINDEXED, tokenize='porter unicode61')"
    )
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    return connection


def _rows(ideas: Sequence[Idea]) -> Iterator[Row]:
    words_of: dict[str, list[str]] = {}
    for title, aliases, text, symbols in ideas:
        yield title, aliases, text, "", aliases, "idea", IDEA_PRIOR
        for symbol in symbols:
            words_of.setdefault(symbol, []).append(f"{title} {aliases}")
    seen: set[int] = set()
    for name, obj, prior in _offered():
        if id(obj) in seen:
            continue
        seen.add(id(obj))
        function = unwrapped(obj)
        key = f"{module_of(function)}.{name_of(function)}"
        lent = " ".join([*words_of.get(key, ()), *words_of.get(name, ()), wishes().get(name, "")]).strip()
        line = quietly(partial(first_line, obj), "") or ""
        body = american((quietly(partial(doc_of, function), "") or "")[:1500])
        prior *= (OF_COURSE if lent else 1.0) * (OF_INNER if INNER.search(name) else 1.0)
        yield name, _parts(name), american(line), body, lent, "name", prior


def _parts(name: str) -> str:
    """The words of a name: "RandomResizedCrop" is random resized crop."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[._]", " ", name)
    return " ".join(spaced.lower().split())


def _offered() -> Iterator[tuple[str, Any, float]]:
    """Every public name of the modules, and the methods of fastai's classes and of Tensor."""
    for home, prior in MODULES:
        try:
            module = sys.modules.get(home) or import_module(home)
        except ImportError:
            continue
        for name, value in list(stored(module).items()):
            if name.startswith("_") or isinstance(value, types.ModuleType) or not callable(value):
                continue
            # torch.cat and others of C do not say where they are from.
            if not module_of(value).startswith(("fast", "torch")) and not torch_key(value):
                continue
            shown = name if home.startswith("fastai") else f"{home}.{name}"
            is_fastai = module_of(value).startswith("fast")
            yield shown, value, prior if is_fastai or not home.startswith("fastai") else prior * 0.6
            if is_class(value) and module_of(value).startswith("fastai"):
                yield from _methods(value, name, prior * 0.95)
    torch = sys.modules.get("torch")
    if torch is not None:
        for base in torch.Tensor.__mro__[:2]:
            for name, value in vars(base).items():
                if not name.startswith("_") and callable(value) and not module_of(value).startswith("fast"):
                    yield f"torch.Tensor.{name}", value, TENSOR_PRIOR * (0.7 if name.endswith("_") else 1.0)


def _methods(cls: type, shown: str, prior: float) -> Iterator[tuple[str, Any, float]]:
    for name, member in vars(cls).items():
        function = undecorated(member)
        if not name.startswith("_") and callable(function):
            yield f"{shown}.{name}", function, prior
