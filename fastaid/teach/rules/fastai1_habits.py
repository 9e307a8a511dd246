"""Calls that were right in fastai 1: the order of arguments, a folder for a file, names of what is recorded."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai1_arguments import called
from fastaid.teach.rules.fastai1_index import is_fastai
from fastaid.teach.rules.in_code import anew
from fastaid.teach.scene import Frame, Scene

OLD_MONITORS = {"val_loss": "valid_loss", "trn_loss": "train_loss", "accuracy_thresh": "accuracy_multi"}
MOST_FILES = 2_000  # looked at in a folder


def _call(scene: Scene, *names: str) -> tuple[Frame, ast.Call] | None:
    """The learner's call of a function of fastai's, by its last name."""
    frame = scene.here
    node = frame.call if frame is not None else None
    if frame is None or node is None:
        return None
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return (frame, node) if name in names and is_fastai(called(frame, node.func)) else None


@rule(TypeError, AttributeError, ValueError, KeyError, AssertionError, needs="fastai")
def path_before_table(scene: Scene) -> Diagnosis | None:
    """`from_df(path, df)`: fastai 1's order."""
    found = _call(scene, "from_df")
    if found is None:
        return None
    frame, node = found
    if len(node.args) < 2:
        return None
    first, second = (frame.value(one) for one in node.args[:2])
    if not isinstance(first, (str, Path)) or not is_table(second):
        return None
    func, path, df = ast.unparse(node.func), *(ast.unparse(one) for one in node.args[:2])
    given = ast.unparse(node)
    return Diagnosis(
        f"`{func}` was given the path `{path}` first and the DataFrame `{df}` second; it takes them the other way.",
        "fastai 1 had `from_df(path, df)`. In fastai 2 the DataFrame comes first.",
        anew(node).replace(given, given.replace(f"({path}, {df}", f"({df}, {path}", 1), 1),
        "Swap the two:",
    )


@rule(OSError, TypeError, AttributeError, ValueError, needs="fastai")
def urls_before_folder(scene: Scene) -> Diagnosis | None:
    """`download_images(urls, dest)`: fastai 1's order."""
    found = _call(scene, "download_images")
    if found is None:
        return None
    frame, node = found
    if len(node.args) < 2 or any(one.arg in ("urls", "url_file", "dest") for one in node.keywords):
        return None
    inner = scene.within("fastai.vision.utils", "download_images")
    # Its own names hold what it was given: `path/'urls.txt'` cannot be read from the line.
    first, second = (
        (inner.names.get("dest"), inner.names.get("url_file"))
        if inner is not None
        else tuple(frame.value(one) for one in node.args[:2])
    )
    urls, dest = (ast.unparse(one) for one in node.args[:2])
    is_list = not isinstance(first, (str, Path)) and is_of(first, "builtins", "list", "tuple")
    is_list = is_list or is_of(first, "fastcore.foundation", "L")
    is_file = isinstance(first, (str, Path)) and Path(first).suffix in (".txt", ".csv")
    if not (is_list or is_file) or not isinstance(second, (str, Path)) or Path(second).is_file():
        return None
    rest = [ast.unparse(one) for one in node.keywords]
    now = (
        f"urls={urls}"
        if is_list
        else f"url_file=Path({urls})"
        if isinstance(first, str)
        else f"url_file={urls}"
    )
    return Diagnosis(
        f"`download_images` takes the folder first; it was given `{urls}` first and the folder `{dest}` second.",
        "In fastai 1 the order was `download_images(urls, dest)`. In fastai 2 it is `dest`, then `url_file` (a file "
        "of addresses) or `urls=` (a list).",
        f"download_images({', '.join([dest, now, *rest])})",
        "Write:",
    )


@rule(OSError, TypeError, needs="fastai")
def learner_from_a_folder(scene: Scene) -> Diagnosis | None:
    """`load_learner(path)`: the folder, where fastai 2 wants the file."""
    found = _call(scene, "load_learner")
    if found is None:
        return None
    frame, node = found
    given = node.args[0] if node.args else None
    for one in node.keywords:
        given = one.value if one.arg in ("path", "fname") and given is None else given
    folder = frame.value(given)
    if not isinstance(folder, (str, Path)) or not Path(folder).is_dir():
        return None
    text = ast.unparse(given) if given is not None else "path"
    held = _exported(Path(folder))
    named = [frame.value(one) for one in node.args[1:2]]
    named += [frame.value(one.value) for one in node.keywords if one.arg in ("fname", "file")]
    wanted = next((one for one in named if isinstance(one, str)), held[0] if held else "export.pkl")
    what = (
        f"In it: {listed(f'`{one}`' for one in held)}."
        if held
        else "There is no file ending in `.pkl` in it."
    )
    whole = f"{text}/{wanted!r}" if isinstance(folder, Path) else f"Path({text})/{wanted!r}"
    return Diagnosis(
        f"`load_learner` was given the folder `{text}`; it opens a file. {what}",
        "In fastai 1 it took the folder and found `export.pkl` itself. In fastai 2 it takes the whole path of the "
        "file that `learn.export()` wrote.",
        f"learn = load_learner({whole})",
        "Name the file:",
        card="export",
    )


def _exported(folder: Path) -> list[str]:
    try:
        names = [one.name for one, _ in zip(folder.iterdir(), range(MOST_FILES), strict=False)]
    except OSError:
        return []
    return sorted(name for name in names if name.endswith((".pkl", ".pth")))


@rule(IndexError, ValueError, AssertionError, needs="fastai")
def monitor_not_recorded(scene: Scene) -> Diagnosis | None:
    """A callback watches a loss or metric that the Recorder does not record."""
    # fastai takes the Learner away from the callback while the error passes; the frames still have it.
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    callbacks = stored(learn).get("cbs") or ()
    recorder = next((one for one in callbacks if is_of(one, "fastai.learner", "Recorder")), None)
    names = [str(one) for one in stored(recorder).get("metric_names") or () if one not in ("epoch", "time")]
    for _, callback in scene.holding(
        "self", lambda held: is_of(held, "fastai.callback.tracker", "TrackerCallback")
    ):
        monitor = stored(callback).get("monitor")
        if names and isinstance(monitor, str) and monitor not in names:
            return _unrecorded(type(callback).__name__, monitor, names)
    return None


def _unrecorded(kind: str, monitor: str, names: list[str]) -> Diagnosis:
    now = OLD_MONITORS.get(monitor, "")
    guess = did_you_mean(monitor, names, n=1)
    meant = now if now in names else guess.split("'")[1] if guess else ""
    cause = (
        f"`{monitor}` is its name in fastai 1; now it is `{now}`."
        if now
        else (
            f"A metric can be watched if the Learner was made with it, by its name in the table. {guess}".strip()
        )
    )
    add = "" if meant else "\n# or add the metric: Learner(…, metrics=[…])"
    return Diagnosis(
        f"`{kind}` watches `monitor='{monitor}'`, which is not recorded. Recorded are "
        f"{listed(f'`{one}`' for one in names)}.",
        f"{cause} fastai's own message does not say so.",
        f"{kind}(monitor='{meant or 'valid_loss'}')" + add,
        "Watch one that is recorded:",
        card="callbacks",
    )


@rule(TypeError, AssertionError, needs="fastai")
def two_momentums(scene: Scene) -> Diagnosis | None:
    """`moms=(0.8, 0.7)`: fastai 2 takes three."""
    frame = scene.within("fastai.callback.schedule", "fit_one_cycle")
    # In fastai 1 they were the third argument, which is `div` now.
    third = frame.names.get("div") if frame is not None else None
    moms = third if isinstance(third, tuple) else frame.names.get("moms") if frame is not None else None
    if not isinstance(moms, (tuple, list)) or len(moms) != 2:
        return None
    high, low = moms
    return Diagnosis(
        f"The momentums {tuple(moms)} are two numbers; the argument `moms` of `fit_one_cycle` takes three: at the "
        "start, in the middle and at the end.",
        "fastai 1 took two, and went back to the first by itself.",
        f"moms=({high}, {low}, {high})",
        "Give the last one too:",
        card="one-cycle",
    )


@rule(AssertionError, needs="fastai")
def pattern_of_the_path(scene: Scene) -> Diagnosis | None:
    """`from_name_re` with a pattern for the whole path, as fastai 1 took it."""
    for frame, labeller in scene.holding(
        "self", lambda held: is_of(held, "fastai.data.transforms", "RegexLabeller")
    ):
        pattern, name = stored(labeller).get("pat"), frame.names.get("o")
        text = getattr(pattern, "pattern", pattern)
        call = _call(scene, "from_name_re")
        if not isinstance(text, str) or not isinstance(name, str) or call is None or "/" not in text:
            continue
        try:
            fits = re.search(text, f"images/{name}")
        except re.error:
            return None
        if fits is None:
            continue
        line = anew(call[1], function="from_path_re")
        return Diagnosis(
            f"`from_name_re` looks for the pattern `{text}` in the file's name alone, `{name}`; the pattern asks "
            "for a slash, which only the whole path has.",
            "In fastai 1 `from_name_re` searched the whole path. In fastai 2 that is `from_path_re`.",
            line,
            "Write:",
            card="regular-expressions",
        )
    return None
