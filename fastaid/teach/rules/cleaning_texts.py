"""Texts on their way into fastai: missing ones, columns, tokenizers, too few words for a batch."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.scene import Frame, Scene, latest_first

CORE, DATA = "fastai.text.core", "fastai.text.data"
MOST_READ = 100_000


def _makers(scene: Scene) -> Iterator[ast.Call]:
    """The learner's calls that make text data, the last first."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[0] in (
                "TextDataLoaders",
                "TextBlock",
            ):
                yield node


def table_name(scene: Scene) -> str:
    """What the learner calls the table of texts."""
    for call in _makers(scene):
        given = call.args[0] if call.args and last_name(call.func) == "from_df" else None
        if isinstance(given, ast.Name) and is_table(scene.names.get(given.id)):
            return given.id
    for frame in scene.frames[:3]:
        if frame.call is not None and last_name(frame.call.func) == "dataloaders" and frame.call.args:
            text = ast.unparse(frame.call.args[0])
            return text if text.isidentifier() else "df"
    return "df"


def _tokenizer(scene: Scene) -> tuple[Any, Any] | None:
    """fastai's Tokenizer of the data that are being made, and the table they are made of."""
    for frame in reversed(scene.frames):
        held = frame.names.get("self")
        if not is_of(held, "fastai.data.core", "TfmdLists"):
            continue
        parts = list(stored(stored(held).get("tfms")).get("fs") or ())
        found = next((one for one in parts if is_of(one, CORE, "Tokenizer")), None)
        items = stored(held).get("items")
        if found is not None and is_table(items):
            return found, items
    return None


# Columns ------------------------------------------------------------------------------------------------


@rule(KeyError, needs=DATA)
def texts_not_tokenized(scene: Scene) -> Diagnosis | None:
    """Missing texts or a tokenizer that fails: fastai goes on without tokenizing, and lacks its column."""
    frame = scene.within("fastai.data.transforms", "_do_one")
    if frame is None:
        return None
    asked, found = frame.names.get("c"), _tokenizer(scene)
    if found is None:
        return None
    tokenizer, items = found
    column = _text_column(stored(tokenizer).get("text_cols"), items)
    if column is None:
        return None
    done = stored(tokenizer).get("tok_text_col", "text")
    if asked != done or done in items.columns:
        return _read_before(scene, frame, str(asked), column, str(done), items)
    table = table_name(scene)
    own: Any = scene.names.get(table)  # the items are a part of it, those for training
    rows: Any = own if is_table(own) and column in own.columns else items
    held = rows[column].iloc[:MOST_READ]
    place, missing = f"{table}[{column!r}]", int(held.isna().sum())
    if missing:
        return Diagnosis(
            f"The column `{column}` misses its text (NaN) in {counted(missing, 'row')}.",
            "The tokenizer takes strings only. fastai passes over its error, so the column of tokens, "
            f"`{done}`, was never made; that is the KeyError.",
            f"{table} = {table}.dropna(subset=[{column!r}])\n# or: {place} = {place}.fillna('')",
            "Leave those rows out, or make them empty texts:",
            card="text",
        )
    tok = stored(tokenizer).get("tok")
    if type(tok).__module__ == CORE:
        return None
    return Diagnosis(
        f"The tokenizer, {described(tok)}, failed on the texts, so the column of tokens, `{done}`, was never made.",
        "fastai calls a tokenizer with a list of texts and wants a list of tokens for each; another library's does not "
        "work like that.",
        "class Tokens:\n    def __init__(self, tok): self.tok = tok\n"
        "    def __call__(self, items): return (self.tok.tokenize(o) for o in items)\n# tok_tfm=Tokens(tokz)",
        "Wrap it in a class that does (or leave `tok_tfm` out):",
        sure="likely",
        card="tokenization",
    )


def _text_column(given: Any, items: Any) -> Any:
    names = given if isinstance(given, (list, tuple)) else [given]
    first = names[0] if names else None
    if isinstance(first, int):
        return items.columns[first] if first < len(items.columns) else None
    return first if isinstance(first, str) else None


def _read_before(
    scene: Scene, frame: Frame, asked: str, column: str, done: str, items: Any
) -> Diagnosis | None:
    """get_x=ColReader('review'): the column that the tokenizer has replaced."""
    if asked != column or done not in items.columns or asked in items.columns:
        return None
    return Diagnosis(
        f"`ColReader({asked!r})` finds no such column; there are {listed((f'`{one}`' for one in items.columns), 5)}.",
        f"`TextBlock.from_df` tokenizes the column `{asked}` and puts the tokens into a new one, called `{done}`.",
        f"get_x=ColReader({done!r})",
        "Read that one in the DataBlock:",
        card="text",
    )


@rule(KeyError, ValueError, IndexError, needs=CORE)
def no_text_column(scene: Scene) -> Diagnosis | None:
    """text_col, or TextBlock.from_df, names a column that the table lacks, or is the table itself."""
    frame = scene.within(CORE, "tokenize_df")
    table: Any = frame.names.get("df") if frame is not None else None
    if frame is None or not is_table(table):
        return None
    asked = frame.names.get("text_cols")
    every = [str(one) for one in table.columns]
    longest = max(every, key=lambda one: len(str(table[one].iloc[0])) if len(table) else 0, default="text")
    call = next((one for one in _makers(scene) if last_name(one.func) == "from_df"), None)
    is_block = call is not None and ast.unparse(call.func).startswith("TextBlock")
    given = next((one for one in _makers(scene) if one is call), None)
    if is_table(asked) or (isinstance(asked, list) and any(is_table(one) for one in asked)):
        return Diagnosis(
            "`TextBlock.from_df` got the table; it takes the name of the column with the texts.",
            "The table itself comes later, with `dataloaders(df)`.",
            f"TextBlock.from_df({longest!r})",
            "Name the column:",
            card="text",
        )
    names = asked if isinstance(asked, list) else [asked]
    wrong = next((one for one in names if isinstance(one, str) and one not in table.columns), None)
    if wrong is None:
        return None
    guess = did_you_mean(wrong, every, n=1)
    meant = guess.split("'")[1] if guess else longest
    word = "TextBlock.from_df" if is_block else "text_col"
    fix = f"TextBlock.from_df({meant!r})"
    if not is_block:
        fix = anew(given, {"text_col": repr(meant)}) if given is not None else f"text_col={meant!r}"
    return Diagnosis(
        f"`{word}` names the column {wrong!r}, and the table has none of that name.",
        f"Its columns are {listed((f'`{one}`' for one in every), 8)}. {guess}".strip()
        + (
            " `TextBlock.from_df` takes the column before tokenizing; `get_x` the one after, 'text'."
            if is_block
            else ""
        ),
        fix,
        "Name the column with the texts:",
        card="text",
    )


@rule(TypeError, needs=DATA)
def block_without_tokenizer(scene: Scene) -> Diagnosis | None:
    """TextBlock or TextBlock() in place of TextBlock.from_df or from_folder."""
    here = scene.here
    text = ast.unparse(here.call) if here is not None and here.call is not None else ""
    if "tok_tfm" not in scene.message or "TextBlock" not in text or "missing" not in scene.message:
        return None
    table = next((held for _, held in scene.live(object) if is_table(held)), None)
    texts = (
        [str(one) for one in table.columns if isinstance(table[one].iloc[0], str)]
        if table is not None and len(table)
        else []
    )
    longest = (
        max(texts, key=lambda one: len(str(table[one].iloc[0])), default="text")
        if table is not None
        else "text"
    )
    return Diagnosis(
        "`TextBlock` was used without telling it where the texts are.",
        "Its tokenizer must know: the column of a table, or a folder of files.",
        f"TextBlock.from_df({longest!r})   # with get_x=ColReader('text')\n# for files: TextBlock.from_folder(path)",
        "Make it with one of these:",
        card="text",
    )


@rule(TypeError, KeyError, needs=DATA)
def no_tokens(scene: Scene) -> Diagnosis | None:
    """Numericalize gets something other than tokens: get_x is missing, or a text is NaN."""
    held: Any
    frame = scene.within(DATA, "encodes")
    if frame is None and scene.within(DATA, "setups") is not None and scene.last is not None:
        # The words are counted: a missing text among those of the training part.
        held = scene.last.names.get("o")
        return _missing_in_table(scene) if isinstance(held, float) and held != held else None
    if frame is None or not is_of(frame.names.get("self"), DATA, "Numericalize"):
        return None
    held = frame.names.get("o")
    proc = frame.names["self"]
    if isinstance(held, float) and held != held:
        call = scene.here.call if scene.here is not None else None
        of_table = _missing_in_table(scene)
        if of_table is not None:
            return of_table
        text = ast.unparse(call.args[0]) if call is not None and call.args else "texts"
        inner = text.removeprefix("list(").removesuffix(")") if text.startswith("list(") else text
        return Diagnosis(
            f"One of the texts in `{text}` is missing (NaN).",
            "A missing text is a float, and cannot be cut into tokens.",
            f"dl = learn.dls.test_dl(list({inner}.fillna('')))",
            "Make it an empty text:",
            card="text",
        )
    if stored(proc).get("o2i") is None:
        return Diagnosis(
            "`Numericalize` has no vocabulary yet.",
            "It collects its words from tokenized texts, with `setup`, before it can give numbers.",
            f"{scene.name_of(proc) or 'num'}.setup(toks)   # a list of tokenized texts",
            "Set it up first:",
            card="tokenization",
        )
    is_list = is_of(held, "fastcore.foundation", "L")
    if is_of(held, "pandas", "Series") or (
        is_list and any(type(one) is type(held) for one in list(held)[:5])
    ):
        return Diagnosis(
            "The numbers for the words were asked for a whole row, not for one text.",
            "The DataBlock has no `get_x`: so each item is the row of the table.",
            "get_x=ColReader('text')",
            "Read the tokens; `TextBlock.from_df` puts them into the column 'text':",
            card="getters",
        )
    return None


def _missing_in_table(scene: Scene) -> Diagnosis | None:
    """Texts missing in the table that the data are made of, or that a model is asked about."""
    frame = next((one for one in scene.frames if one.call is not None and one.is_learners), None)
    given = [*frame.call.args, *(one.value for one in frame.call.keywords)] if frame and frame.call else []
    node = next((one for one in given if frame is not None and is_table(frame.value(one))), None)
    if frame is None or node is None:
        return None
    items, inner = frame.value(node), scene.within(DATA, "from_df")
    asked = _text_column(inner.names.get("text_col"), items) if inner is not None else "text"
    texts = (
        [asked] if asked in items.columns else [one for one in items.columns if items[one].dtype == object]
    )
    column = next((one for one in texts if items[one].iloc[:MOST_READ].isna().any()), None)
    if column is None:
        return None
    table, missing = ast.unparse(node), int(items[column].iloc[:MOST_READ].isna().sum())
    is_asked = last_name(frame.call.func) == "test_dl" if frame.call is not None else False
    fill = f"{table}[{column!r}] = {table}[{column!r}].fillna('')"
    return Diagnosis(
        f"The column `{column}` of `{table}` misses its text (NaN) in {counted(missing, 'row')}.",
        "A missing text is a float, and cannot be cut into tokens: the tokenizer takes strings only.",
        fill if is_asked else f"{table} = {table}.dropna(subset=[{column!r}])\n# or: {fill}",
        "Make them empty texts:" if is_asked else "Leave those rows out, or make them empty texts:",
        card="text",
    )


@rule(ValueError, TypeError, needs=CORE)
def tokenizer_of_others(scene: Scene) -> Diagnosis | None:
    """A tokenizer of Hugging Face's, given as tok_tfm."""
    frame = scene.within(CORE, "tokenize_df") or scene.within(CORE, "_tokenize_files")
    tok = frame.names.get("tok") if frame is not None else None
    module = type(tok).__module__.split(".")[0]
    if module not in ("transformers", "tokenizers"):
        return None
    return Diagnosis(
        f"`tok_tfm` is {described(tok)}, of the library {module}.",
        "fastai calls a tokenizer with many texts and wants a list of words (tokens) for each. That library's are "
        "called with one text or a list and give numbers.",
        "class Tokens:\n    def __init__(self, tok): self.tok = tok\n"
        "    def __call__(self, items): return (self.tok.tokenize(o) for o in items)",
        "Wrap it, and pass `tok_tfm=Tokens(tokz)` (for a model of theirs, use their own Trainer instead):",
        card="tokenization",
    )


# Language models ----------------------------------------------------------------------------------------


@rule(IndexError, ZeroDivisionError, needs=DATA)
def fewer_words_than_a_batch(scene: Scene) -> Diagnosis | None:
    """A language model's data have fewer words than the batch size."""
    frame = scene.within(DATA, "create_item")
    loader = frame.names.get("self") if frame is not None else None
    if frame is None or not is_of(loader, DATA, "LMDataLoader"):
        return None
    has = stored(loader)
    bs, length, row = has.get("bs"), has.get("seq_len"), has.get("bl")
    if not isinstance(bs, int) or not isinstance(row, int) or row > 0:
        return None
    call = next(_makers(scene), None)
    part = "validation part has" if scene.within(DATA, "new") is not None else "data have"
    is_factory = call is not None and ast.unparse(call.func).startswith("TextDataLoaders")
    return Diagnosis(
        f"The {part} fewer words than the batch size, {bs}: not one batch can be made.",
        f"For a language model all texts are joined and cut into {bs} rows, read {length} words at a time; each row "
        "needs at least one word.",
        anew(call, {"bs": "2"}) if is_factory and call is not None else "dls = dblock.dataloaders(df, bs=2)",
        "Take a smaller batch size, or more texts:",
        card="batch",
    )


@rule(UnicodeDecodeError, needs=CORE)
def files_not_utf8(scene: Scene) -> Diagnosis | None:
    """A folder of text files in another encoding."""
    frame = scene.within(CORE, "_tokenize_files")
    if frame is None:
        return None
    folder = frame.names.get("path")
    return Diagnosis(
        f"A text file in `{folder}` is not written in UTF-8.",
        "fastai reads text files as UTF-8; older ones are often latin-1.",
        f"for o in get_text_files({str(folder)!r}):\n"
        "    o.write_text(o.read_text(encoding='latin-1'), encoding='utf-8')",
        "Write them anew, once (a second run would spoil them):",
        sure="likely",
        card="text",
    )


@rule(NotADirectoryError, FileNotFoundError, needs=DATA)
def csv_in_place_of_folder(scene: Scene) -> Diagnosis | None:
    """TextDataLoaders.from_csv('texts.csv'): the folder comes first."""
    frame, call = scene.within(DATA, "from_csv"), scene.here.call if scene.here is not None else None
    path = str(frame.names.get("path", "")) if frame is not None else ""
    if frame is None or call is None or not path.endswith((".csv", ".tsv", ".txt")):
        return None
    folder, _, file = path.rpartition("/")
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    rest = [ast.unparse(one) for one in new.args[1:]] + [
        f"{one.arg}={ast.unparse(one.value)}" for one in new.keywords
    ]
    return Diagnosis(
        f"`from_csv` got the file {path!r} where it wants the folder.",
        "It takes the folder first (where models are saved too), then the file's name in it.",
        f"dls = TextDataLoaders.from_csv({folder or '.'!r}, {file!r}, {', '.join(rest)})",
        "Give both:",
        card="getting-data",
    )


@rule(ImportError, Exception, needs=CORE)
def tokenizer_not_installed(scene: Scene) -> Diagnosis | None:
    """spaCy or sentencepiece is not there."""
    frame = scene.within(CORE, "__init__")
    if frame is None or frame is not scene.last:
        return None
    kind = type(frame.names.get("self")).__name__
    package = {"SpacyTokenizer": "spacy", "SentencePieceTokenizer": "sentencepiece"}.get(kind)
    is_missing = isinstance(scene.error, ImportError) or "module is missing" in scene.message
    if package is None or not is_missing:
        return None
    return Diagnosis(
        f"The package {package} is not installed here.",
        f"fastai's {kind} is made of it; it does not come with fastai.",
        f"%pip install {package}",
        "Install it, then restart the kernel:",
        card="tokenization",
    )
