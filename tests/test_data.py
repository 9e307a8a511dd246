"""`%databunch` in its seven forms, on real pictures: counts, labels, splits, and the code that does the same."""

from __future__ import annotations

import shutil

import pytest
import torch
from PIL import Image

SMALL = "--size 16 --num-workers 0"


def whole_epoch(dls):
    """Every batch of train and valid: an unreadable picture or an unknown label would stop here."""
    return sum(len(batch[0]) for dl in dls.loaders for batch in dl)


def test_from_name_re_reads_37_breeds(run, pets):
    ran = run(rf"data = %databunch from_name_re {pets} --pat '/([^/]+)_\d+.jpg$' --bs 16 {SMALL}")
    assert ran.error is None, ran.error
    dls = run("data").value
    assert dls is run("dls").value
    assert len(dls.vocab) == 37
    assert (len(dls.train_ds), len(dls.valid_ds)) == (300, 75)
    assert "train 300, valid 75; 37 classes" in ran.text
    path, label = dls.train_ds.items[0], dls.vocab[dls.train_ds[0][1]]
    assert path.name.startswith(label)


def test_from_folder_with_named_parts(run, flowers):
    ran = run(f"%databunch from_folder {flowers} --train train --valid test {SMALL}")
    assert "train 720, valid 240; 12 classes" in ran.text
    assert whole_epoch(ran.value) == 704 + 240  # 11 full batches of 64


def test_from_folder_takes_train_and_valid_where_they_are(run, mnist):
    assert "train 709, valid 699; 2 classes" in run(f"%databunch from_folder {mnist} {SMALL}").text


def test_from_csv_with_a_valid_column(run, flowers):
    ran = run(f"%databunch from_csv {flowers} --valid-col is_valid {SMALL}")
    assert "train 720, valid 240; 12 classes" in ran.text


def test_from_csv_with_numbers_as_labels(run, mnist):
    ran = run(f"%databunch from_csv {mnist} {SMALL}")
    assert ran.error is None, ran.error
    assert [str(v) for v in ran.value.vocab] == ["3", "7"]


@pytest.mark.parametrize("seed", range(3))
def test_several_labels_a_picture_even_where_a_rare_one_is_in_valid_only(run, planet, seed):
    ran = run(
        f"%databunch from_csv {planet} --folder train --suff .jpg --label-delim ' ' --seed {seed} {SMALL}"
    )
    assert ran.error is None, ran.error
    dls = ran.value
    assert whole_epoch(dls) == 768 + 200
    assert dls.one_batch()[1].shape[1] == len(dls.vocab) == 17
    learner = run("%learner resnet18 --no-pretrained")
    assert learner.error is None
    assert "accuracy_multi" in learner.text


def test_from_df_and_from_lists(run, mnist):
    run("import pandas as pd")
    run(f"df = pd.read_csv('{mnist}/labels.csv')")
    by_df = run(f"%databunch from_df df --path {mnist} {SMALL}")
    assert by_df.error is None, by_df.error
    run(f"names = ['{mnist}/' + n for n in df.name]; labels = list(df.label)")
    by_lists = run(f"%databunch from_lists {mnist} --fnames names --labels labels {SMALL}")
    assert by_lists.error is None, by_lists.error
    assert len(by_df.value.valid_ds) == len(by_lists.value.valid_ds) == int(0.2 * len(run("df").value))


def test_from_name_func_gets_the_whole_path_as_in_the_course(run, mnist):
    run("def label(x): return '3' if '/3/' in str(x) else '7'")
    dls = run(f"%databunch from_name_func {mnist}/train --func label {SMALL}").value
    assert list(dls.vocab) == ["3", "7"]  # fastai 2's own from_name_func gives one class here


def test_a_function_that_gives_several_labels(run, mnist):
    run("def labels(x): return [x.parent.name, 'digit']")
    dls = run(f"%databunch from_name_func {mnist}/train --func labels {SMALL}").value
    assert sorted(dls.vocab) == ["3", "7", "digit"]
    assert whole_epoch(dls)


@pytest.fixture
def fastai_home(tmp_path, monkeypatch):
    """A folder of its own for what fastai downloads; the user's is left alone."""
    from fastai.data.external import fastai_cfg

    monkeypatch.setenv("FASTAI_HOME", str(tmp_path / "home"))
    fastai_cfg.cache_clear()
    yield tmp_path / "home"
    monkeypatch.undo()
    fastai_cfg.cache_clear()


def test_a_course_data_set_by_name_is_used_where_it_lies(run, mnist, tmp_path, fastai_home):
    from fastai.data.external import fastai_path

    place = fastai_path("data") / "mnist_tiny"
    assert place.is_relative_to(tmp_path)
    place.parent.mkdir(parents=True)
    place.symlink_to(mnist)
    ran = run(f"%databunch mnist_tiny {SMALL}")
    assert "train 709, valid 699; 2 classes" in ran.text
    assert "path = untar_data(URLs.MNIST_TINY)" in run("%databunch mnist_tiny --code").stdout


def test_without_a_network_a_course_data_set_says_so(run, monkeypatch, fastai_home):
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    ran = run("%databunch imagewoof_160")
    assert "could not be downloaded" in str(ran.error)
    assert "imagewoof2-160" in str(ran.error)


def test_a_test_folder_is_the_third_loader_and_never_trained_on(run, flowers, tmp_path):
    for kind in ("daisy", "bluebell"):
        names = sorted((flowers / "train").iterdir())
        source = next(n for n in names if n.name.startswith(kind) or n == names[0])
        for i, file in enumerate(sorted(source.iterdir())[:10]):
            for part in (kind, f"later/{kind}"):
                (tmp_path / "own" / part).mkdir(parents=True, exist_ok=True)
                shutil.copy(file, tmp_path / "own" / part / f"{i}.jpg")
    ran = run(f"%databunch from_folder own --test later --bs 4 {SMALL}")
    assert ran.error is None, ran.error
    dls = ran.value
    assert not any("later" in str(f) for f in [*dls.train_ds.items, *dls.valid_ds.items])
    assert len(dls.loaders[2].dataset) == 20
    assert "test 20" in ran.text


def test_normalization_and_size_and_resize(run, digits):
    for words, mean in (("imagenet", "ImageNet's"), ("data", "this data's own"), ("none", "none: pixels")):
        ran = run(f"%databunch from_folder {digits} --normalize {words} --bs 8 {SMALL}")
        assert mean in ran.text
    x, _ = run(
        f"%databunch from_folder {digits} --size (16, 24) --resize squish --bs 8 --num-workers 0"
    ).value.one_batch()
    assert x.shape == (8, 3, 16, 24)


def test_no_normalization_stays_so_with_a_pretrained_learner(run, digits, tmp_path, monkeypatch):
    from torchvision.models import ResNet18_Weights, resnet18

    checkpoints = tmp_path / "hub" / "checkpoints"
    checkpoints.mkdir(parents=True)
    torch.save(resnet18().state_dict(), checkpoints / ResNet18_Weights.DEFAULT.url.rsplit("/", 1)[-1])
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    run(f"%databunch from_folder {digits} --normalize none --bs 8 {SMALL}")
    run("%learner resnet18")
    assert "Normalize" not in run("[type(t).__name__ for t in learn.dls.after_batch.fs]").value


FORMS = {
    "folder": "from_folder {digits}",
    "parts": "from_folder {mnist} --bs 32",
    "named parts": "from_folder {flowers} --train train --valid test",
    "re": r"from_name_re {digits} --pat '/(\d)_\d+.png$'",
    "func": "from_name_func {digits} --func by_parent",
    "several": "from_name_func {digits} --func several",
    "csv": "from_csv {flowers} --valid-col is_valid",
    "tags": "from_csv {planet} --folder train --suff .jpg --label-delim ' '",
    "df": "from_df df --path {flowers} --fn-col name --label-col label",
    "lists": "from_lists {digits} --fnames fnames --labels labels --valid-pct 0.3 --seed 1",
    "test": "from_folder {digits} --test {digits}/1",
    "plain": "from_folder {digits} --no-augment --normalize none --resize pad",
    "own": "from_folder {digits} --augment aug_transforms(do_flip=False) --normalize data",
}


@pytest.mark.parametrize("form", FORMS)
def test_the_printed_code_builds_the_same_data(run, shell, form, digits, mnist, flowers, planet):
    run(
        "from fastai.vision.all import *\ndef by_parent(x): return x.parent.name\n"
        "def several(x): return [x.parent.name, 'd']"
    )
    run(f"df = pd.read_csv('{flowers}/labels.csv')")
    run(f"fnames = get_image_files('{digits}'); labels = [f.parent.name for f in fnames]")
    line = (
        f"%databunch {FORMS[form].format(digits=digits, mnist=mnist, flowers=flowers, planet=planet)} {SMALL}"
    )
    line = line if "--bs" in line else f"{line} --bs 8"
    run("set_seed(1)")  # --normalize data measures one batch, drawn at random
    ours = run(line)
    assert ours.error is None, ours.error
    ours = ours.value
    code = run(f"{line} --code").stdout
    run("set_seed(1)")
    exec(code, shell.user_ns)
    theirs = shell.user_ns["dls"]
    assert theirs is not ours
    assert list(map(str, ours.vocab)) == list(map(str, theirs.vocab))
    assert len(ours.loaders) == len(theirs.loaders)
    for a, b in zip(ours.loaders, theirs.loaders, strict=True):
        assert list(map(str, getattr(a, "items", []))) == list(map(str, getattr(b, "items", [])))
        assert len(a.dataset) == len(b.dataset)
        assert a.bs == b.bs
        assert [type(t) for t in a.after_batch.fs] == [type(t) for t in b.after_batch.fs]
    assert torch.equal(next(iter(ours.valid))[0], next(iter(theirs.valid))[0])


BAD = {
    "folder": "from_folder {root}",
    "parts": "from_folder {root}/parts",
    "re": r"from_name_re {root} --pat '/([ab])/[^/]+$'",
    "func": "from_name_func {root} --func by_parent",
    "csv": "from_csv {root}",
    "df": "from_df df --path {root}",
    "lists": "from_lists {root} --fnames fnames --labels labels",
}


@pytest.fixture
def spoiled(run, digits, tmp_path):
    """Pictures of which two are none, in every form's arrangement."""
    root = tmp_path / "spoiled"
    rows = ["name,label"]
    for i, file in enumerate(sorted(digits.rglob("*.png"))[:40]):
        kind = "ab"[i % 2]
        for place in (f"{kind}/{i}.png", f"parts/{'train' if i < 30 else 'valid'}/{kind}/{i}.png"):
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, root / place)
        rows.append(f"{kind}/{i}.png,{kind}")
    for place in ("a", "parts/train/a", "parts/valid/a"):
        (root / place / "words.jpg").write_text("these are words")
        whole = (root / "a" / "0.png").read_bytes()
        (root / place / "cut.png").write_bytes(whole[: len(whole) // 2])
    rows += ["a/words.jpg,a", "a/cut.png,a"]
    (root / "labels.csv").write_text("\n".join(rows))
    run("import pandas as pd\ndef by_parent(x): return x.parent.name")
    run(f"df = pd.read_csv('{root}/labels.csv')")
    run(f"fnames = ['{root}/' + n for n in df.name]; labels = list(df.label)")
    return root


@pytest.mark.parametrize("form", BAD)
def test_unreadable_files_are_named_and_left_out_only_on_request(run, shell, spoiled, form):
    line = f"%databunch {BAD[form].format(root=spoiled)} --bs 8 {SMALL}"
    refused = run(line)
    assert "words.jpg is not a picture" in str(refused.error)
    assert "cut.png is cut off" in str(refused.error)
    assert "dls" not in shell.user_ns
    skipped = run(f"{line} --skip-bad")
    assert skipped.error is None, skipped.error
    assert whole_epoch(skipped.value)
    assert "left out" in skipped.text
    exec(run(f"{line} --skip-bad --code").stdout, shell.user_ns)
    theirs = shell.user_ns["dls"]
    assert len(theirs.train_ds) == len(skipped.value.train_ds)
    assert len(theirs.valid_ds) == len(skipped.value.valid_ds)
    assert whole_epoch(theirs)


def test_the_report_finds_what_will_go_wrong_later(run, digits, tmp_path):
    root = tmp_path / "odd"
    files = sorted(digits.rglob("*.png"))
    for i, file in enumerate(files[:30]):
        place = root / "train" / "many" / f"{i}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
    for i, file in enumerate(files[30:32]):
        place = root / "train" / "few" / f"{i}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
    (root / "train" / "empty").mkdir()
    for kind, file in (("many", files[0]), ("new", files[40])):
        (root / "valid" / kind).mkdir(parents=True)
        shutil.copy(file, root / "valid" / kind / "x.png")
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (40, 20)).save(root / "train" / "many" / "grey.jpg", exif=exif)
    Image.new("RGBA", (40, 20)).save(root / "train" / "many" / "clear.png")
    ran = run(f"%databunch from_folder {root} --bs 8 --size 64 --num-workers 0")
    assert ran.error is None, ran.error
    for says in (
        "1 class without a single picture: empty",
        "1 class only in valid: new",
        "'many' has 16 times the pictures of 'few'",
        "1 picture of valid also in train, byte for byte (x.png = 0.png)",
        "1 picture to be turned by EXIF",
        "grayscale",
        "RGBA",
        "enlarged twice or more to reach 64 px",
    ):
        assert says in ran.text, (says, ran.text)
    assert "new" in ran.value.vocab
    assert whole_epoch(ran.value)


def test_labels_that_are_file_names_are_a_problem(run, digits):
    ran = run(f"%databunch from_name_re {digits} --pat '/([^/]+.png)$' --bs 8 {SMALL}")
    assert "The labels look like file names" in ran.text
