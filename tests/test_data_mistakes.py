"""What a newcomer gets wrong with `%databunch`: one true sentence each, with a next step that works."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image

from fastaid.errors import FastaidError


@pytest.fixture
def place(digits, tmp_path, run):
    """A folder of digits in many wrong arrangements, with the variables that the lines below use."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "readme.md").write_text("hello")
    shutil.copytree(digits, tmp_path / "half" / "train")
    (tmp_path / "one").mkdir()
    shutil.copytree(digits / "0", tmp_path / "single" / "0")
    Image.new("RGB", (9, 9)).save(tmp_path / "one" / "only.png")
    rows = [f"{f.parent.name}/{f.name},{f.parent.name}" for f in sorted(digits.rglob("*.png"))]
    (digits / "labels.csv").write_text("\n".join(["name,label", *rows]))
    (digits / "stems.csv").write_text("\n".join(["name,label", *(r.replace(".png", "") for r in rows)]))
    (digits / "gone.csv").write_text("\n".join(["name,label", *rows, "0/missing.png,0"]))
    (digits / "semi.csv").write_text("\n".join(["name;label", *(r.replace(",", ";") for r in rows)]))
    (digits / "empty.csv").write_text("")
    (digits / "header.csv").write_text("name,label\n")
    (digits / "holes.csv").write_text(
        "\n".join(["name,label,valid", f"{rows[0].split(',')[0]},,x", f"{rows[1]},y"])
    )
    (digits / "words.csv").write_text("\n".join(["name,label,valid", *(f"{r},no" for r in rows)]))
    (digits / "book.csv").write_bytes(b"PK\3\4\xff\xfe\0\0" * 9)
    backwards = (r.replace("/", "\\", 1) for r in rows)
    (digits / "windows.csv").write_text("\n".join(["name,label", *backwards]))
    first = rows[0].split(",")[0]
    (digits / "hole.csv").write_text("\n".join(["name,label", f"{first},", *rows[1:]]))
    (tmp_path / "two").mkdir()
    for i in range(2):
        Image.new("RGB", (9, 9), (i, 0, 0)).save(tmp_path / "two" / f"{i}.png")
    run(
        f"from pathlib import Path; import pandas as pd; root = Path({str(tmp_path)!r})\n"
        "number = 3; some = {'a', 'b'}"
    )
    run("indexed = pd.read_csv('digits/labels.csv', index_col=0)")
    run("fnames = [1, 2]; names = ['a.png', 'b.png']; labels = ['a']; nothing = []; word = 'x'; df = 3")
    run("def fails(x): return x.nothing\ndef none(x): pass")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("from_folder digit", ["no folder digit", "Did you mean 'digits'?"]),
        ("from_folder digits/0/0_00.png", ["is a file, not a folder"]),
        ("from_folder empty", ["No pictures below empty", "It is empty"]),
        ("from_folder texts", ["No pictures", ".md"]),
        ("from_folder half", ["no folder 'valid'", "--valid-pct 0.2"]),
        ("from_folder digits --train 0 --valid two", ["no folder 'two'"]),
        ("from_folder one", ["1 picture in all", "validation part"]),
        ("from_folder two", ["2 pictures in all", "two at least to learn from"]),
        ("from_folder two --valid-pct 0.5", ["One training picture is too few"]),
        ("from_folder digits --bs 1", ["batch norm"]),
        ("from_folder digits --valid-pct 20%", ["For 20% write 0.2"]),
        ("from_folder digits --augment none", ["--no-augment"]),
        ("from_folder digits --augment aug_transforms", ["Write aug_transforms()"]),
        ("from_folder digits --augment RandomResizedCrop(16)", ["it would do nothing"]),
        ("from_folder digits --name print", ["Python's or IPython's own"]),
        ("from_folder digits --name class", ["no name for a variable"]),
        ("from_folder ~no-such-user/x", ["home folder that there is not"]),
        ("from_folder number", ["number is an int, not a path"]),
        ("from_folder root/digits", ["root is your variable: write root/'digits'"]),
        ("from_folder http://example.com/x.zip", ["address on the web"]),
        ("from_folder my pictures", ["no place for pictures", "quoted"]),
        ("from_name_func digits --func lambda x: x.parent.name", ["Put the lambda in parentheses"]),
        ("from_name_func digits --func (lambda x: float('inf'))", ["which is no label"]),
        ("from_name_func digits --func (lambda x: 1j)", ["which is no label"]),
        ("from_name_re digits --pat number", ["number is your variable, a int"]),
        ("from_csv digits --csv-fname book.csv", ["pd.read_excel"]),
        ("from_csv digits --csv-fname 0", ["is a folder, not a csv file"]),
        ("from_csv digits --csv-fname windows.csv", ["backslashes", ".str.replace("]),
        ("from_csv digits --csv-fname hole.csv", ["without a label", ".astype({'label': int})"]),
        ("from_df indexed --path digits", ["in its index", "reset_index()"]),
        ("from_lists digits --fnames some --labels labels", ["has no order"]),
        ("from_folder digits --bs 64", ["--bs 64 is more than the 48 training pictures", "Use --bs 16"]),
        ("from_folder digits --bs 0", ["no batch size"]),
        ("from_folder digits --bs many", ["no variable 'many'"]),
        ("from_folder digits --size big", ["no variable 'big'"]),
        ("from_folder digits --size 0", ["--size takes whole pixels"]),
        ("from_folder digits --valid-pct 20", ["--valid-pct 20.0 is no share"]),
        ("from_folder digits --valid-pct 0.001", ["none is left for the validation part"]),
        ("from_folder digits --seed x", ["no variable 'x'"]),
        ("from_folder digits --resize crp", ["Did you mean 'crop'?"]),
        ("from_folder digits --normalize imagnet", ["Did you mean 'imagenet'?"]),
        ("from_folder digits --sise 3", ["no option --sise", "--size"]),
        ("from_folder digits --test nowhere", ["no folder nowhere"]),
        ("from_folder", ["needs a folder"]),
        ("from_foldr digits", ["Did you mean 'from_folder'?"]),
        ("pest", ["Did you mean 'pets'?"]),
        ("URLs.IMDB", ["no folder of pictures"]),
        (r"from_name_re digits --pat '/(x+)_\d.jpg$'", ["matches none of the 60 paths", "digits/"]),
        (r"from_name_re digits --pat '/(0)_\d+.png$'", ["matches all but 30 of the 60 paths"]),
        (r"from_name_re digits --pat '\d+.png'", ["has no group"]),
        ("from_name_re digits --pat '('", ["is not a regular expression"]),
        ("from_name_re digits", ["needs --pat"]),
        ("from_name_func digits --func fails", ["raised AttributeError"]),
        ("from_name_func digits --func none", ["returned None"]),
        ("from_name_func digits --func word", ["is no function but a str"]),
        ("from_name_func digits --func unknown", ["no variable 'unknown'"]),
        ("from_csv digits --csv-fname lables.csv", ["no lables.csv", "Did you mean 'labels.csv'?"]),
        ("from_csv digits --csv-fname stems.csv", ["None of the 60 pictures", "Add --suff .png"]),
        ("from_csv digits --csv-fname gone.csv", ["missing.png is not there", "--skip-bad"]),
        ("from_csv digits --csv-fname semi.csv", ["no column 1"]),
        ("from_csv digits --csv-fname empty.csv", ["cannot be read as csv"]),
        ("from_csv digits --csv-fname header.csv", ["has no rows"]),
        ("from_csv digits --csv-fname holes.csv", ["without a label"]),
        ("from_csv digits --label-col lable", ["no column 'lable'", "Did you mean 'label'?"]),
        ("from_csv digits --label-delim ' '", ["holds int64"]),
        ("from_csv digits --csv-fname words.csv --valid-col valid", ["holds 'no', not True and False"]),
        ("from_df df --path digits", ["df is no DataFrame but an int"]),
        ("from_df other --path digits", ["no variable 'other'"]),
        ("from_df df", ["needs --path FOLDER"]),
        ("from_lists digits --fnames fnames --labels labels", ["fnames holds an int (1), not the path"]),
        ("from_lists digits --fnames names --labels labels", ["2 pictures and labels 1 label"]),
        ("from_lists digits --fnames word --labels labels", ["word is no list but a str"]),
        ("from_lists digits --fnames nothing --labels nothing", ["nothing is empty"]),
    ],
)
def test_a_mistake_is_one_sentence_with_the_next_step(run, shell, place, line, says):
    ran = run(
        f"%databunch {line} --num-workers 0"
        if "--size" in line
        else f"%databunch {line} --size 16 --num-workers 0"
    )
    assert isinstance(ran.error, FastaidError), ran.error
    for words in says:
        assert words in str(ran.error), str(ran.error)
    printed = (ran.stdout + ran.stderr).strip()
    assert "Traceback" not in printed
    assert len(printed.splitlines()) == 1, printed
    assert "dls" not in shell.user_ns
    assert "data" not in shell.user_ns


def test_the_next_step_for_a_hole_in_whole_numbers_keeps_them_classes(run, place):
    hint = str(run("%databunch from_csv digits --csv-fname hole.csv --size 16").error).split("For example: ")[
        1
    ]
    for step in hint.split("; "):
        ran = run(step.removeprefix("then ") + (" --size 16 --num-workers 0" if "%databunch" in step else ""))
        assert ran.error is None, ran.error
    assert list(ran.value.vocab) == [0, 1]


def test_a_path_may_hold_variables(run, place):
    for path in ("{root}/digits", "$root/digits", "root/'digits'", "str(root)+'/digits'"):
        assert run(f"%databunch from_folder {path} --size 16 --num-workers 0").error is None, path


def test_tags_taken_for_classes_are_said(run, digits):
    import pandas as pd

    files = [f.relative_to(digits).as_posix() for f in sorted(digits.rglob("*.png"))]
    words = ("dark", "light", "thin", "thick", "round")
    tags = [" ".join(w for k, w in enumerate(words) if i >> k & 1) or "none at" for i in range(len(files))]
    run("import pandas as pd")
    pd.DataFrame({"name": files, "tags": tags}).to_csv(digits / "labels.csv", index=False)
    assert "--label-delim ' '" in run(f"%databunch from_csv {digits} --size 16 --num-workers 0").text


def test_the_next_step_works(run, place):
    assert (
        run("%databunch from_csv digits --csv-fname stems.csv --suff .png --size 16 --num-workers 0").error
        is None
    )
    assert (
        run("%databunch from_csv digits --csv-fname gone.csv --skip-bad --size 16 --num-workers 0").error
        is None
    )
    assert run("%databunch from_folder digits --bs 16 --size 16 --num-workers 0").error is None
    assert run("%databunch from_folder half --valid-pct 0.2 --size 16 --num-workers 0").error is None


def test_one_class_and_few_pictures_are_said(run, place):
    ran = run("%databunch from_folder single --size 16 --num-workers 0")
    assert ran.error is None
    assert "there is nothing to tell apart" in ran.text
    assert "so a batch has" in ran.text


def test_hostile_class_names_are_shown_as_text(run, shell, digits, tmp_path):
    name = "<script>alert('x')<b>"
    shutil.copytree(digits / "0", tmp_path / "own" / name.replace("/", ""))
    shutil.copytree(digits / "1", tmp_path / "own" / "tidy")
    ran = run("%databunch from_folder own --size 16 --bs 8 --num-workers 0")
    assert ran.error is None, ran.error
    html = ran.shown[0]["text/html"]
    assert "<script" not in html
    assert "&lt;script&gt;" in html
