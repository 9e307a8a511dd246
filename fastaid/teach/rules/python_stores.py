"""Archives, pickles, databases, the network: what is inside, and what could not be reached."""

from __future__ import annotations

import ast
import pickle
import re
import sqlite3
from pathlib import Path
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_files import file_kind
from fastaid.teach.rules.python_source import call_at, near, text_of
from fastaid.teach.scene import Scene


def _path_argument(scene: Scene) -> tuple[str, Path] | None:
    """The file that the learner's call names: as it is written, and its path."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    inner = [
        one
        for node in (call.args if call is not None else ())
        for one in ast.walk(node)
        if isinstance(one, ast.expr)
    ]
    for node in inner:
        value = frame.value(node) if frame is not None else None
        if type(value) is str or isinstance(value, Path):
            path = Path(value)
            if path.is_file():
                return text_of(node), path
    return None


@rule(EOFError, pickle.UnpicklingError)
def broken_pickle(scene: Scene) -> Diagnosis | None:
    """A pickle file that is empty, cut off, or something else."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not text_of(call.func).endswith((".load", "read_pickle", "loads")):
        return None
    if scene.within("torch") is not None:
        return None  # torch.load reads another form of file
    held = frame.value(call.args[0]) if call.args else None
    name = str(getattr(held, "name", "")) if is_of(held, "io", "BufferedReader") else ""
    found = (name, Path(name)) if name and Path(name).is_file() else _path_argument(scene)
    if found is None:
        return None
    path = found[1]
    size = path.stat().st_size
    if size == 0:
        return Diagnosis(
            f"`{path}` is empty (0 bytes).",
            "Nothing was written into it, or opening it with `'wb'` again emptied it.",
            f"with open('{path}', 'wb') as f: pickle.dump(obj, f)",
            "Write it anew, and open it with `'rb'` to read:",
        )
    kind = file_kind(path)
    if kind and "pickle" not in kind:
        return Diagnosis(
            f"`{path}` is {kind}, not a pickle file.",
            "`pickle.load` reads only what `pickle.dump` has written.",
            "",
            "Read it with what reads this kind of file.",
        )
    if isinstance(scene.error, EOFError):
        return Diagnosis(
            f"`{path}` ({size:,} bytes) ends too early.",
            "It was read to its end before in this `with`, or writing it was broken off.",
            f"with open('{path}', 'rb') as f: obj = pickle.load(f)",
            "Open it again and load once:",
            sure="likely",
        )
    return None


@rule(sqlite3.OperationalError)
def no_such_table(scene: Scene) -> Diagnosis | None:
    """A query names a table or a column that the database has not."""
    found = re.match(r"no such (table|column): (\S+)", scene.message)
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if found is None or frame is None:
        return None
    con = (
        _connection(frame.value(call.func.value))
        if call is not None and isinstance(call.func, ast.Attribute)
        else None
    )
    if con is None and call is not None:
        con = next((one for node in call.args if (one := _connection(frame.value(node))) is not None), None)
    kind, wrong = found[1], found[2]
    if con is None or con.row_factory is not None or con.text_factory is not str:
        return Diagnosis(
            f"The database has no {kind} `{wrong}`.",
            "The name is spelled otherwise, or this is another (perhaps new and empty) database file.",
            "SELECT name FROM sqlite_master WHERE type = 'table'",
            "This query lists its tables:",
            sure="likely",
        )
    tables = [
        str(row[0])
        for row in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchmany(50)
    ]
    files = [str(row[2]) for row in con.execute("PRAGMA database_list").fetchall()]
    place = f"file `{files[0]}`" if files and files[0] else "in memory"
    if kind == "column":
        names = {
            str(row[1]) for table in tables for row in con.execute(f'PRAGMA table_info("{table}")').fetchall()
        }
        close = near(wrong.rpartition(".")[2], names)
        return Diagnosis(
            f"The query names a column `{wrong}`, which no table here has.",
            f"Columns: {listed(sorted(names), 8)}. "
            "(A text in a query stands in single quotes, else it is read as a column.)",
            close[0] if close else f"'{wrong}'",
            "Most likely meant:" if close else "If it is a text:",
            sure="likely",
        )
    close = near(wrong, tables)
    if not tables:
        return Diagnosis(
            f"The database ({place}) has no table `{wrong}`: it has no tables at all.",
            "`sqlite3.connect` makes a new, empty database where the file does not exist yet.",
            f"con.execute('CREATE TABLE {wrong} (…)')",
            "Check the file's path; in a new database make the table first:",
        )
    return Diagnosis(
        f"The database ({place}) has no table `{wrong}`.",
        f"Its tables: {listed(tables, 8)}.",
        f"SELECT * FROM {close[0] if close else tables[0]}",
        "Name one of them:",
    )


def _connection(obj: Any) -> sqlite3.Connection | None:
    if type(obj) is sqlite3.Connection:
        return obj
    return obj.connection if type(obj) is sqlite3.Cursor else None


@rule(sqlite3.ProgrammingError)
def query_values(scene: Scene) -> Diagnosis | None:
    """The values of a query are no tuple: `(name)` in place of `(name,)`."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None:
        return None
    if "closed" in scene.message:
        return Diagnosis(
            "The connection to the database is closed.",
            "After `close()` no query can be made.",
            "con = sqlite3.connect(…)",
            "Connect again:",
        )
    found = re.search(r"uses (\d+), and there are (\d+) supplied", scene.message)
    if found is None or len(call.args) < 2:
        return None
    value, text = frame.value(call.args[1]), text_of(call.args[1])
    if type(value) is str:
        return Diagnosis(
            f"The query has {found[1]} place, and `{text}` is a string of {len(value)} letters.",
            "A string is taken letter by letter. The values must be a tuple; one value needs a comma "
            "after it.",
            f"{text_of(call.func)}({text_of(call.args[0])}, ({text},))",
            "Write:",
        )
    return Diagnosis(
        f"The query has {found[1]} question marks, and {found[2]} values were given.",
        "Each `?` takes one value.",
        "",
        "Give as many values as there are question marks.",
    )
