"""Names cannot lead out of the folder that was named: those in data are refused, those in a line are said."""

from __future__ import annotations

import shlex

import pytest

from fastaid.errors import FastaidError

QUICK = "--size 16 --bs 8 --num-workers 0 --no-augment"


@pytest.fixture
def set_of_data(digits, tmp_path):
    """`set` with a csv file of its pictures, and one picture beside it."""
    folder = tmp_path / "set"
    digits.rename(folder)
    (folder / "0" / "0_00.png").rename(tmp_path / "secret.png")
    rows = [f"{label}/{file.name},{label}" for label in "01" for file in sorted((folder / label).iterdir())]
    (folder / "labels.csv").write_text("\n".join(["name,label", *rows]) + "\n")
    return folder


def add(folder, *rows):
    with (folder / "labels.csv").open("a") as file:
        file.write("".join(f"{row}\n" for row in rows))


@pytest.mark.parametrize(
    "name", ["../secret.png", "0/../../secret.png", "../../../../../../etc/passwd", "./../secret.png"]
)
def test_a_name_in_a_table_cannot_leave_the_folder(run, set_of_data, name):
    add(set_of_data, f"{name},0")
    for line in (
        f"%databunch from_csv set {QUICK}",
        f"import pandas as pd; df = pd.read_csv('set/labels.csv')\n%databunch from_df df --path set {QUICK}",
    ):
        ran = run(line)
        assert isinstance(ran.error, FastaidError), ran.error
        assert f"names a file outside of set: {name}." in str(ran.error)
        assert "dls" not in run("dir()").value


def test_a_suffix_completes_a_name_and_does_not_lead_out_either(run, set_of_data):
    (set_of_data / "labels.csv").write_text(
        "name,label\n" + "".join(f"0/0_{i:02},0\n" for i in range(1, 9)) + "..,1\n"
    )
    ran = run(f"%databunch from_csv set --suff /secret.png {QUICK}")
    assert isinstance(ran.error, FastaidError)
    assert "outside of set" in str(ran.error)


def test_the_line_that_is_named_reads_it_where_that_is_meant(run, set_of_data):
    add(set_of_data, "../secret.png,0")
    said = str(run(f"%databunch from_csv set {QUICK}").error)
    make, line = said[said.index("df = ") :].split("; then ")
    run(f"import pandas as pd\n{make}")
    ran = run(f"{line} {QUICK}")
    assert ran.error is None, ran.error
    assert "60 pictures" in ran.text


def test_whole_paths_in_a_table_are_refused_as_before(run, set_of_data, tmp_path):
    add(set_of_data, f"{tmp_path}/secret.png,0")
    assert "whole paths" in str(run(f"%databunch from_csv set {QUICK}").error)


def test_names_may_go_up_inside_the_folder(run, set_of_data):
    (set_of_data / "labels.csv").write_text(
        (set_of_data / "labels.csv").read_text().replace("\n1/", "\n../1/").replace("\n0/", "\n../0/")
    )
    ran = run(f"%databunch from_csv set --folder 0 {QUICK}")
    assert ran.error is None, ran.error
    assert "59 pictures" in ran.text


def test_a_file_whose_name_holds_two_dots_is_a_file(run, set_of_data):
    (set_of_data / "0" / "0_01.png").rename(set_of_data / "0" / "a..b.png")
    text = (set_of_data / "labels.csv").read_text()
    (set_of_data / "labels.csv").write_text(text.replace("0/0_01.png", "0/a..b.png"))
    assert run(f"%databunch from_csv set {QUICK}").error is None


def test_options_of_the_line_may_lead_out_and_it_is_said(run, set_of_data, tmp_path):
    (set_of_data / "labels.csv").rename(tmp_path / "labels.csv")
    ran = run(f"%databunch from_csv set --csv-fname ../labels.csv {QUICK}")
    assert ran.error is None, ran.error
    assert f"The labels are read from {tmp_path}/labels.csv, outside of set" in ran.text
    (tmp_path / "tables").mkdir()
    (tmp_path / "labels.csv").rename(tmp_path / "tables" / "labels.csv")
    ran = run(f"%databunch from_csv tables --folder ../set {QUICK}")
    assert ran.error is None, ran.error
    assert f"The pictures are read from {tmp_path}/set, outside of tables" in ran.text
    assert (
        "outside" not in run(f"%databunch from_csv . --csv-fname tables/labels.csv --folder set {QUICK}").text
    )


@pytest.mark.parametrize("option", ["--train", "--valid"])
def test_parts_are_folders_of_the_data_s_own(run, set_of_data, tmp_path, option):
    (tmp_path / "elsewhere").mkdir()
    for name in ("../elsewhere", str(tmp_path / "elsewhere"), "0/..", ".."):
        ran = run(f"%databunch from_folder set {option} {shlex.quote(name)} {QUICK}")
        assert isinstance(ran.error, FastaidError)
        assert "has no folder" in str(ran.error)


def test_links_in_the_folder_lead_where_they_lead(run, set_of_data, tmp_path):
    """Data sets often lie on another disk."""
    (tmp_path / "disk").mkdir()
    (set_of_data / "1").rename(tmp_path / "disk" / "1")
    (set_of_data / "1").symlink_to(tmp_path / "disk" / "1")
    (set_of_data / "0" / "0_00.png").symlink_to(tmp_path / "secret.png")
    add(set_of_data, "0/0_00.png,0")
    for line in (f"from_csv set {QUICK}", f"from_folder set {QUICK}"):
        ran = run(f"%databunch {line}")
        assert ran.error is None, ran.error
        assert "60 pictures" in ran.text
        assert "outside" not in ran.text
    (tmp_path / "link").symlink_to(set_of_data)
    assert run(f"%databunch from_csv link {QUICK}").error is None


def test_an_export_says_where_it_is(run, learn, tmp_path):
    (tmp_path / "below").mkdir()
    run("%cd -q below")
    assert f"{tmp_path}/below/../up.pkl" in run("%export ../up.pkl").text
    run("%cd -q ..")
    assert (tmp_path / "up.pkl").is_file()
