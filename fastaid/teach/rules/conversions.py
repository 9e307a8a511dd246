"""Making tensors of lists, arrays and tables, and arrays of tensors."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import a, counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_of, is_table, is_tensor, library, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.libraries_index import label_asked
from fastaid.teach.rules.opencv_read import picture_not_read
from fastaid.teach.rules.operands import Operand, operand
from fastaid.teach.rules.pictures import is_picture
from fastaid.teach.scene import Frame, Scene

MAKERS = (
    "tensor",
    "Tensor",
    "FloatTensor",
    "LongTensor",
    "as_tensor",
    "from_numpy",
    "IntTensor",
    "DoubleTensor",
)
MOST_LOOKED_AT = 2000  # items of a list


def made_from(scene: Scene) -> tuple[Frame, ast.Call, Operand] | None:
    """The learner's call that makes a tensor, with what it makes it of."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not call.args or not isinstance(call.func, (ast.Attribute, ast.Name)):
        return None
    name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id
    if name not in MAKERS:
        return None
    if isinstance(call.func, ast.Attribute) and here.value(call.func.value) is not library("torch"):
        return None
    if isinstance(call.func, ast.Name):
        origin = str(getattr(here.value(call.func), "__module__", "")).split(".")[0]
        if origin not in ("torch", "fastai", "None", ""):
            return None
    return here, call, operand(here, call.args[0])


def maker(call: ast.Call) -> str:
    """The function that makes the tensor, as it is written."""
    return ast.unparse(call.func)


def is_series(obj: object) -> bool:
    """Whether it is a column of a table."""
    return is_of(obj, "pandas", "Series")


# Tables and arrays --------------------------------------------------------------------------------------


@rule(TypeError, ValueError, RuntimeError, KeyError, needs="torch")
def of_a_table(scene: Scene) -> Diagnosis | None:
    """A DataFrame or a column with words in it, or one that is not an array yet."""
    found = made_from(scene)
    if found is None:
        return None
    here, call, given = found
    table: Any = given.value
    text = given.text
    if isinstance(given.node, ast.Attribute) and given.node.attr in ("values", "array"):
        table, text = here.value(given.node.value), ast.unparse(given.node.value)
    elif isinstance(given.node, ast.Call) and ast.unparse(given.node.func).endswith(("to_numpy", "tolist")):
        assert isinstance(given.node.func, ast.Attribute)
        table, text = here.value(given.node.func.value), ast.unparse(given.node.func.value)
    if isinstance(table, type(given)) or not (is_table(table) or is_series(table)):
        table, text = _indexed_table(here, given)
    if table is None:
        return None
    words = _word_columns(table)
    name = maker(call)
    if words:
        return _with_words(table, text, words)
    kinds = {str(one) for one in table.dtypes} if is_table(table) else {str(table.dtype)}
    if "bool" in kinds and len(kinds) > 1:
        return Diagnosis(
            f"`{text}` has columns of {listed(sorted(kinds))}.",
            "bool and numbers together become an array of objects, which a tensor cannot hold.",
            f"torch.tensor({text}.astype('float32').values)",
            "Make all of them floats:",
            card="tensor",
        )
    kind = "a DataFrame" if is_table(table) else "a Series, a column of a DataFrame"
    asked = f"takes numpy arrays{'' if name.endswith('from_numpy') else ' and lists'}"
    return Diagnosis(
        f"`{text}` is {kind}.",
        f"`{name}` {label_asked(scene, table) or asked}; `.values` gives the array.",
        f"{name}({text}.values)",
        "Pass the array:",
        card="tensor",
    )


def _indexed_table(here: Frame, given: Operand) -> tuple[Any, str]:
    """`df['a']`, `df[cols].values`: the part of the table, read without running the learner's code."""
    node = given.node
    for one in (node, getattr(node, "value", None)):
        held: Any = here.value(one.value) if isinstance(one, ast.Attribute) else None
        if isinstance(one, ast.Attribute) and is_table(held) and one.attr in held.columns:
            # `df.Survived`, which pandas reads as the column of that name
            return held[one.attr], ast.unparse(one)
    while isinstance(node, (ast.Attribute, ast.Call)):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    if not isinstance(node, ast.Subscript):
        return None, ""
    if isinstance(node.value, ast.Attribute) and node.value.attr in ("iloc", "loc"):
        return _part_of_table(here, node, node.value)
    table, key = here.value(node.value), here.value(node.slice)
    if is_table(table) and isinstance(node.slice, ast.Slice):
        return table.iloc[:0], ast.unparse(node)  # some of the rows: the columns stay as they are
    if not is_table(table) or type(table).__module__.split(".")[0] != "pandas":
        return None, ""
    if not isinstance(key, (str, list)):
        return None, ""
    try:
        return table[key], ast.unparse(node)
    except Exception:  # noqa: BLE001  a column that is not there
        return None, ""


def _part_of_table(here: Frame, node: ast.Subscript, accessor: ast.Attribute) -> tuple[Any, str]:
    """`df.iloc[:, 1:]`, `df.iloc[:800]`: the columns that are left."""
    table = here.value(accessor.value)
    if not is_table(table) or type(table).__module__.split(".")[0] != "pandas":
        return None, ""
    keys = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    columns: Any = slice(None)
    if len(keys) == 2 and isinstance(keys[1], ast.Slice):
        ends = [
            None if one is None else here.value(one) for one in (keys[1].lower, keys[1].upper, keys[1].step)
        ]
        columns = slice(*ends) if UNKNOWN not in ends else UNKNOWN
    elif len(keys) == 2:
        columns = here.value(keys[1])
    if columns is UNKNOWN or len(keys) > 2 or not isinstance(columns, (slice, list, str, int)):
        return None, ""
    try:
        return getattr(table.iloc[:0], accessor.attr)[:, columns], ast.unparse(node)
    except Exception:  # noqa: BLE001  a column that is not there
        return None, ""


def _word_columns(table: Any) -> list[str]:
    """The columns that do not hold numbers."""
    pairs = list(table.dtypes.items()) if is_table(table) else [(table.name, table.dtype)]
    return [str(name) for name, kind in pairs if str(kind) in ("object", "category", "str", "string")]


def _with_words(table: Any, text: str, words: list[str]) -> Diagnosis:
    columns = f"Column{'s' if len(words) > 1 else ''} {listed([f'`{one}`' for one in words], 4)}"
    kind = str((table[words[0]] if is_table(table) else table).dtype)
    if is_series(table):
        fix = f"torch.tensor({text}.astype('category').cat.codes.values)"
        how = "Number its values, one code for each (fastai's `Categorify` does this):"
        if kind == "category":
            fix = f"torch.tensor({text}.cat.codes.values)"
    else:
        fix = f"torch.tensor({text}.select_dtypes('number').values)"
        how = "Take the columns of numbers (words first need codes: `.astype('category').cat.codes`):"
    return Diagnosis(
        f"{columns} of `{text}`: dtype {kind}, no numbers.",
        "A tensor holds numbers of one dtype; text and categories are no numbers.",
        fix,
        how,
        card="tensor",
    )


@rule(TypeError, needs="torch")
def of_an_array(scene: Scene) -> Diagnosis | None:
    """An array of objects, strings or dates."""
    found = made_from(scene)
    if found is None:
        return None
    _, call, given = found
    if not is_array(given.value) or given.value.dtype.kind not in "OUSMm":
        return None
    kind = str(given.value.dtype)
    flat = given.value.reshape(-1)[:MOST_LOOKED_AT]
    wrong = next((one for one in flat if type(one) is str), None)
    parts = {shape(one) for one in flat if is_array(one)}
    if len(parts) > 1:
        cause = f"Its items are arrays of different shapes, as {listed(sorted(parts)[:2])}."
        return Diagnosis(
            f"{given.name} is {described(given.value)}.", cause, "", "Pad or cut them to one shape first."
        )
    if (wrong is not None and _is_number(wrong)) or (
        given.value.dtype.kind == "U" and _is_number(str(flat[0]))
    ):
        cause, how = "Its numbers are written as text.", "Read them as numbers:"
    elif wrong is not None or given.value.dtype.kind in "US":
        text = wrong if wrong is not None else str(flat[0])
        cause = f"It holds text, as {str(text)[:20]!r}; a tensor holds numbers."
        return Diagnosis(
            f"{given.name} is an array of dtype {kind}.",
            cause,
            f"codes = np.unique({given.text}, return_inverse=True)[1]\n{maker(call)}(codes)",
            "Number the different words first:",
            card="tensor",
        )
    else:
        cause, how = (
            "numpy keeps mixed values as objects; a tensor holds numbers of one dtype.",
            "Give it a number's dtype:",
        )
    return Diagnosis(
        f"{given.name} is an array of dtype {kind}.",
        cause,
        f"{maker(call)}({given.then('astype(np.float32)')})",
        how,
        card="tensor",
    )


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@rule(TypeError, ValueError, needs="torch")
def from_numpy(scene: Scene) -> Diagnosis | None:
    """from_numpy takes arrays only, and not turned ones."""
    found = made_from(scene)
    if found is None or not maker(found[1]).endswith("from_numpy"):
        return None
    given = found[2]
    text = given.text or "x"
    if is_array(given.value):
        if "stride" not in scene.message:
            return None
        return Diagnosis(
            f"{given.name} is a flipped view of an array: it is read backwards (a negative stride).",
            "A tensor cannot read memory backwards; a copy lies in order.",
            f"torch.from_numpy({given.then('copy()')})",
            "Copy it first:",
        )
    if type(given.value) in (list, tuple, int, float):
        fix, kind = f"torch.tensor({text})", described(given.value)
    elif is_tensor(given.value):
        fix, kind = text, described(given.value)
    elif is_picture(given.value):
        fix, kind = f"torch.from_numpy(np.array({text}))", "a PIL picture"
    elif is_of(given.value, "numpy", "generic"):
        fix, kind = f"torch.tensor({text})", "a single numpy number"
    else:
        return None
    how = "It is a tensor already:" if is_tensor(given.value) else "Use:"
    return Diagnosis(
        f"{given.name} is {kind}.", "`torch.from_numpy` takes numpy arrays only.", fix, how, card="tensor"
    )


# Lists --------------------------------------------------------------------------------------------------


@rule(TypeError, ValueError, RuntimeError, needs="torch")
def of_a_list(scene: Scene) -> Diagnosis | None:
    """A list that is not a block of numbers: tensors, words, None, rows of different lengths."""
    found = made_from(scene)
    if found is None:
        return None
    _, call, given = found
    value, text = given.value, given.text or "items"
    if value is None and picture_not_read(scene) is None:
        return Diagnosis(
            f"{given.name} is None.",
            "A function without `return`, or a method that works in place, gives None.",
            "",
            f"Look at where {given.name} was set.",
        )
    if type(value) is dict:
        cause = "A tensor holds a block of numbers, without names."
        return Diagnosis(
            f"{given.name} is a dict.", cause, f"{maker(call)}(list({text}.values()))", "Take its values:"
        )
    if type(value) not in (list, tuple) or not value:
        return None
    first = list(value)[:MOST_LOOKED_AT]
    if any(is_tensor(one) for one in first):
        return _of_tensors(given, first, text)
    for row in (first, *(one for one in first[:200] if type(one) in (list, tuple))):
        if (wrong := _not_a_number(row)) is not None:
            return _with_other_things(given, wrong, text, call)
    return _ragged(given, first)


def _of_tensors(given: Operand, first: list[Any], text: str) -> Diagnosis | None:
    if not all(is_tensor(one) for one in first):
        return None
    shapes = {shape(one) for one in first}
    if shapes == {()}:
        return None
    what = f"{given.name} is a list of {counted(len(given.value), 'tensor')}, of shape {shape(first[0])}."
    cause = "`torch.tensor` makes tensors of numbers; tensors are joined with stack or cat."
    if len(shapes) > 1:
        other = next(n for n in (shape(one) for one in first) if n != shape(first[0]))
        what = f"{given.name} is a list of tensors of different shapes, {shape(first[0])} and {other}."
        same_rest = len({n[1:] for n in shapes}) == 1
        return Diagnosis(
            what,
            cause,
            f"torch.cat(list({text}))" if same_rest else "",
            "One behind the other:" if same_rest else "Bring them to one shape first.",
            card="tensor",
        )
    inside = text if type(given.value) is list else f"list({text})"
    return Diagnosis(what, cause, f"torch.stack({inside})", "Along a new first dimension:", card="tensor")


def _not_a_number(row: Any) -> tuple[int, Any] | None:
    return next(
        (
            (i, one)
            for i, one in enumerate(row)
            if one is None or isinstance(one, (str, bytes, dict)) or is_picture(one)
        ),
        None,
    )


def _with_other_things(given: Operand, wrong: tuple[int, Any], text: str, call: ast.Call) -> Diagnosis:
    at, one = wrong
    word = "None" if one is None else repr(one)[:30] if isinstance(one, str) else a(one)
    what = f"{given.name} holds {word} (item {at})."
    if one is None:
        fix = f"{maker(call)}([o for o in {text} if o is not None])"
        return Diagnosis(
            what, "None is no number.", fix, "Leave it out, or put a number there:", card="tensor"
        )
    if isinstance(one, str):
        if _is_number(one):
            fix = f"{maker(call)}([float(o) for o in {text}])"
            return Diagnosis(
                what, "It is text, not a number.", fix, "Turn the texts to numbers:", card="tensor"
            )
        fix = f"vocab = sorted(set({text}))\n{maker(call)}([vocab.index(o) for o in {text}])"
        cause = "A tensor holds numbers, no text; words are first given numbers."
        return Diagnosis(what, cause, fix, "Number the different words:", card="tensor")
    return Diagnosis(
        what, "A tensor holds numbers only.", "", "Turn each item to numbers first.", card="tensor"
    )


def _ragged(given: Operand, rows: list[Any]) -> Diagnosis | None:
    sizes = [
        len(one) if type(one) in (list, tuple) else (len(one) if is_array(one) and one.ndim else None)
        for one in rows
    ]
    at = next((i for i, n in enumerate(sizes) if n != sizes[0]), None)
    if at is None:
        return None
    other = f"item {at} {sizes[at]}" if sizes[at] is not None else f"item {at} is a single number"
    first = f"item 0 has {sizes[0]}" if sizes[0] is not None else "item 0 is a single number"
    return Diagnosis(
        f"The rows of {given.name} have different lengths: {first}, {other}.",
        "A tensor is a full block: every row has the same length.",
        f"nn.utils.rnn.pad_sequence([torch.tensor(o) for o in {given.text or 'rows'}], batch_first=True)"
        if None not in sizes
        else "",
        "Mend the rows, or fill the short ones with zeros:",
        card="tensor",
    )


@rule(TypeError, needs="torch")
def numbers_without_brackets(scene: Scene) -> Diagnosis | None:
    """`torch.tensor(1, 2, 3)` wants its numbers in a list."""
    found = made_from(scene)
    if found is None:
        return None
    here, call, _ = found
    if len(call.args) < 2 or any(type(here.value(one)) not in (int, float) for one in call.args):
        return None
    inside = ", ".join(map(ast.unparse, call.args))
    rest = "".join(f", {ast.unparse(one)}" for one in call.keywords)
    return Diagnosis(
        f"`{maker(call)}` was given {len(call.args)} numbers, one by one.",
        "It takes one thing: a number, or a list of them.",
        f"{maker(call)}([{inside}]{rest})",
        "Put them into a list:",
        card="tensor",
    )
