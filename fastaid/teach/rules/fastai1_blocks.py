"""A chain of fastai 1's data block API as one DataBlock of fastai 2. No rules of its own."""

from __future__ import annotations

import ast
from pathlib import Path

from fastaid.teach.rules.fastai1_lines import BLOCKS, STEPS, statement
from fastaid.teach.scene import Frame


def block(frame: Frame, name: str, cell: ast.Module | None = None) -> str:
    """A chain of fastai 1's data block API as one DataBlock, "" where it is none that is known."""
    line = statement(frame)
    steps: dict[str, ast.Call] = {}
    for part in continued(line, cell):
        for one in ast.walk(part):
            if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute):
                steps.setdefault(one.func.attr, one)
    start = next((one for one in steps if one in ("from_folder", "from_df", "from_csv")), "")
    if name not in BLOCKS or not start:
        return ""
    if "label_for_lm" in steps and name == "TextList":
        return _language_data(frame, line, start, steps)
    return _block(frame, BLOCKS[name], start, steps)


def continued(line: ast.AST | None, cell: ast.Module | None) -> list[ast.AST]:
    """A statement, and those below it in the cell that go on with the variable that it makes."""
    if line is None:
        return []
    found, names = [line], _made(line)
    for one in cell.body if cell is not None and names else ():
        at: ast.AST | None = getattr(one, "value", None)
        is_below = one.lineno > (getattr(line, "end_lineno", None) or 0)
        if not isinstance(one, ast.Assign) or not is_below or not isinstance(at, ast.Call):
            continue
        while isinstance(at, (ast.Call, ast.Attribute)):
            at = at.func if isinstance(at, ast.Call) else at.value
        if isinstance(at, ast.Name) and at.id in names:
            found.append(one)
            names |= _made(one)
    return found


def _made(line: ast.AST) -> set[str]:
    targets = line.targets if isinstance(line, ast.Assign) else []
    return {one.id for one in targets if isinstance(one, ast.Name)}


def _given(call: ast.Call, at: int, *names: str) -> ast.expr | None:
    """An argument of a step, by its place or one of its names."""
    found = next((one.value for one in call.keywords if one.arg in names), None)
    return found if found is not None or at >= len(call.args) else call.args[at]


def _folder(frame: Frame, path: ast.expr | None, *more: ast.expr | None) -> str:
    """The code for a folder, or a file in it, as a Path; for a text alone, as the text with a slash."""
    parts = [one for one in more if one is not None]
    held = frame.value(path) if path is not None else "."
    if not parts and isinstance(held, str):
        return repr(f"{held.rstrip('/')}/")
    first = ast.unparse(path) if path is not None else "'.'"
    first = first if path is not None and isinstance(held, Path) else f"Path({first})"
    return " / ".join([first, *(ast.unparse(one) for one in parts)])


def _table(frame: Frame, start: str, call: ast.Call) -> tuple[str, str]:
    """The line that reads a table where it is a file, and the table's name."""
    if start == "from_csv":
        file = _given(call, 1, "csv_name") or ast.Constant("labels.csv")
        return f"df = pd.read_csv({_folder(frame, _given(call, 0, 'path'), file)})\n", "df"
    table = _given(call, 0, "df")
    return "", ast.unparse(table) if table is not None else "df"


def _picture_column(frame: Frame, start: str, call: ast.Call) -> str:
    """The getter of the files that a column names: `ColReader(0, pref='train/', suff='.jpg')`."""
    at = 2  # from_df(df, path, cols, folder, suffix) and from_csv(path, csv_name, cols, folder, suffix)
    column, folder = _given(call, at, "cols"), _given(call, at + 1, "folder")
    suffix = _given(call, at + 2, "suffix")
    path = _given(call, 0, "path") if start == "from_csv" else _given(call, 1, "path")
    ending = f", suff={ast.unparse(suffix)}" if suffix is not None else ""
    where = f", pref={_folder(frame, path, folder)}" if path is not None or folder is not None else ""
    return f"ColReader({ast.unparse(column) if column is not None else 0}{where}{ending})"


def _language_data(frame: Frame, line: ast.AST | None, start: str, steps: dict[str, ast.Call]) -> str:
    """`TextList.….label_for_lm().databunch()`: a call that makes the data of a language model."""
    call = steps[start]
    path = _given(call, 1 if start == "from_df" else 0, "path")
    column = _given(call, 2, "cols") if start != "from_folder" else None
    inside = [ast.unparse(path)] if path is not None and start != "from_df" else []
    if start == "from_df":
        inside = [_table(frame, start, call)[1], *([f"path={ast.unparse(path)}"] if path is not None else [])]
    elif start == "from_csv":
        inside.append(ast.unparse(_given(call, 1, "csv_name") or ast.Constant("labels.csv")))
    if start != "from_folder":
        inside.append(f"text_col={ast.unparse(column) if column is not None else repr('text')}")
    inside.append("is_lm=True")
    for step in ("split_by_rand_pct", "random_split_by_pct"):
        if step in steps:
            share = _given(steps[step], 0, "valid_pct")
            inside.append(f"valid_pct={ast.unparse(share) if share is not None else 0.2}")
    bs = next((one.value for step in steps.values() for one in step.keywords if one.arg == "bs"), None)
    inside += [f"bs={ast.unparse(bs)}"] if bs is not None else []
    name = next(iter(sorted(_made(line))), "dls") if line is not None else "dls"
    return f"{name} = TextDataLoaders.{start}({', '.join(inside)})"


def _block(frame: Frame, blocks: str, start: str, steps: dict[str, ast.Call]) -> str:
    said = []
    for step in sorted(steps.keys() & STEPS.keys(), reverse=True):
        given = [ast.unparse(one) for one in steps[step].args] or [""]
        named = {one.arg: ast.unparse(one.value) for one in steps[step].keywords if one.arg}
        if step in ("split_by_rand_pct", "random_split_by_pct"):
            said.append(f"splitter={random_split(given, named)}")
        elif step == "label_from_df":
            delim = f", label_delim={named['label_delim']}" if "label_delim" in named else ""
            said.append(f"get_y=ColReader({named.get('cols') or given[0] or '1'}{delim})")
        elif step == "split_from_df" and not given[0]:
            said.append("splitter=ColSplitter()")
        else:
            said.append(STEPS[step].format(*given))
    source = [ast.unparse(one) for one in steps[start].args]
    items = "get_text_files" if blocks.startswith("TextBlock") else "get_image_files"
    if "label_delim" in {one.arg for step in steps.values() for one in step.keywords}:
        blocks = blocks.replace("CategoryBlock", "MultiCategoryBlock")
    of_table = start != "from_folder"
    read, table = _table(frame, start, steps[start]) if of_table else ("", "")
    where = table or (source[0] if source else "path")
    get = f"get_x={_picture_column(frame, start, steps[start])}" if of_table else f"get_items={items}"
    classes = next(
        (one.value for step in steps.values() for one in step.keywords if one.arg == "classes"), None
    )
    if classes is not None and "(codes)" in blocks:
        blocks = blocks.replace("(codes)", f"({ast.unparse(classes)})")
    if of_table and blocks.startswith("TextBlock"):
        column = _given(steps[start], 2, "cols")
        text = ast.unparse(column) if column is not None else "'text'"
        blocks, get = blocks.replace("from_folder(path)", f"from_df({text})"), "get_x=ColReader('text')"
    size = next(
        (ast.unparse(one.value) for step in steps.values() for one in step.keywords if one.arg == "size"), ""
    )
    resized = (
        [f"item_tfms=Resize({size or 224})", "batch_tfms=aug_transforms()"]
        if items != "get_text_files"
        else []
    )
    bs = next(
        (ast.unparse(one.value) for step in steps.values() for one in step.keywords if one.arg == "bs"), ""
    )
    inside = ",\n    ".join([f"blocks=({blocks})", get, *said, *resized])
    return (
        f"{read}dblock = DataBlock({inside})\ndls = dblock.dataloaders({where}{f', bs={bs}' if bs else ''})"
    )


def random_split(given: list[str], named: dict[str, str]) -> str:
    """The split by chance with the learner's own share and seed."""
    share = given[0] or named.get("valid_pct") or named.get("pct") or "0.2"
    seed = given[1] if len(given) > 1 else named.get("seed", "42")
    return f"RandomSplitter({share}, seed={seed})"
