"""A chain of fastai 1's data block API as one DataBlock of fastai 2. No rules of its own."""

from __future__ import annotations

import ast

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
    return _block(BLOCKS[name], start, steps)


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


def _block(blocks: str, start: str, steps: dict[str, ast.Call]) -> str:
    said = []
    for step in sorted(steps.keys() & STEPS.keys(), reverse=True):
        given = [ast.unparse(one) for one in steps[step].args] or [""]
        named = {one.arg: ast.unparse(one.value) for one in steps[step].keywords if one.arg}
        if step in ("split_by_rand_pct", "random_split_by_pct"):
            said.append(f"splitter={random_split(given, named)}")
        elif step == "label_from_df":
            delim = f", label_delim={named['label_delim']}" if "label_delim" in named else ""
            said.append(f"get_y=ColReader({named.get('cols', '1')}{delim})")
        elif step == "split_from_df" and not given[0]:
            said.append("splitter=ColSplitter()")
        else:
            said.append(STEPS[step].format(*given))
    source = [ast.unparse(one) for one in steps[start].args]
    items = "get_text_files" if blocks.startswith("TextBlock") else "get_image_files"
    if "label_delim" in {one.arg for step in steps.values() for one in step.keywords}:
        blocks = blocks.replace("CategoryBlock", "MultiCategoryBlock")
    of_table = start != "from_folder"
    where = "df" if of_table else source[0] if source else "path"
    get = "get_x=ColReader(0, pref=f'{path}/')" if of_table else f"get_items={items}"
    classes = next(
        (one.value for step in steps.values() for one in step.keywords if one.arg == "classes"), None
    )
    if classes is not None and "(codes)" in blocks:
        blocks = blocks.replace("(codes)", f"({ast.unparse(classes)})")
    if of_table and blocks.startswith("TextBlock"):
        blocks, get = blocks.replace("from_folder(path)", "from_df('text')"), "get_x=ColReader('text')"
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
    return f"dblock = DataBlock({inside})\ndls = dblock.dataloaders({where}{f', bs={bs}' if bs else ''})"


def random_split(given: list[str], named: dict[str, str]) -> str:
    """The split by chance with the learner's own share and seed."""
    share = given[0] or named.get("valid_pct") or named.get("pct") or "0.2"
    seed = given[1] if len(given) > 1 else named.get("seed", "42")
    return f"RandomSplitter({share}, seed={seed})"
