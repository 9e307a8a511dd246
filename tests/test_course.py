"""The 2019 course's cells, as a learner of those videos types them, on today's fastai."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import make_digits

HEAD = "from fastaid.course import *\nfrom fastai.vision import *\nfrom fastai.metrics import error_rate\n"


@pytest.fixture(scope="module")
def mnist(tmp_path_factory):
    """Digits as MNIST_SAMPLE has them: train and valid with a folder for each class, and labels.csv."""
    from shutil import copy

    place = tmp_path_factory.mktemp("sample")
    digits = make_digits(place)
    rows = ["name,label"]
    for label in ("0", "1"):
        for i, file in enumerate(sorted((digits / label).iterdir())):
            part = place / "mnist" / ("valid" if i < 8 else "train") / label
            part.mkdir(parents=True, exist_ok=True)
            copy(file, part)
            rows.append(f"{part.parent.name}/{label}/{file.name},{label}")
    (place / "mnist" / "labels.csv").write_text("\n".join(rows) + "\n")
    return place / "mnist"


@pytest.fixture
def good(run):
    """Run a cell that must work."""

    def run_well(code):
        ran = run(code)
        assert ran.error is None, f"{ran.error!r}"
        return ran

    return run_well


@pytest.fixture
def course(good, mnist):
    """A shell in which the course's first cells were run."""
    run = good
    told = sys.modules.get("fastaid.course.told")
    if told is not None:
        told._SAID.clear()
    run(HEAD)
    run(
        f"import numpy as np, pandas as pd\npath = Path({str(mnist)!r})\ntfms = get_transforms(do_flip=False)"
    )
    return run


def test_lesson_1_from_data_to_a_saved_learner(course):
    course("np.random.seed(2)")
    said = course(
        "fnames = [f for c in ('0', '1') for f in get_image_files(path/'train'/c)]\n"
        "pat = r'/([^/]+)_\\d+.png$'\n"
        "data = ImageDataBunch.from_name_re(path, fnames, pat, ds_tfms=get_transforms(), size=24, bs=16,\n"
        "                                   num_workers=0).normalize(imagenet_stats)"
    )
    assert "ImageDataLoaders.from_path_re(path, fnames" in said.text
    assert course("data.classes, data.c").value == (["0", "1"], 2)
    course("data.show_batch(rows=2, figsize=(7,6))")
    course("learn = create_cnn(data, models.resnet18, pretrained=False, metrics=error_rate)")
    said = course("learn.fit_one_cycle(1)")
    assert course("len(learn.recorder.values)").value == 1
    course("learn.save('stage-1')")
    course("interp = ClassificationInterpretation.from_learner(learn)\nlosses, idxs = interp.top_losses()")
    assert course("len(data.valid_ds) == len(losses) == len(idxs)").value is True
    course("interp.plot_top_losses(4, figsize=(5,5), heatmap=False)")
    course("interp.plot_confusion_matrix(figsize=(4,4), dpi=60)")
    course("interp.most_confused(min_val=2)")
    course("learn.unfreeze()\nlearn.load('stage-1')")
    said = course("learn.lr_find(num_it=6)")
    assert "recorder.plot()" in said.text
    course("learn.recorder.plot()\nlearn.recorder.plot_losses()")
    said = course("learn.fit_one_cycle(1, max_lr=slice(1e-6, 1e-4))")
    course("learn.recorder.plot_losses(); learn.recorder.plot_lr(show_moms=True)")
    assert course("learn.opt.hypers[0]['lr'] < 1e-6").value


def test_the_learning_rates_are_the_course_s(course):
    course(
        "data = ImageDataBunch.from_folder(path, size=16, bs=16, num_workers=0)\n"
        "learn = cnn_learner(data, models.resnet18, pretrained=False)\nlearn.unfreeze()"
    )
    course("learn.fit_one_cycle(1)")
    assert course("learn.recorder.hps['lr'][0]").value == pytest.approx(3e-3 / 25)
    assert course("learn.opt.hypers[0]['lr'] < learn.opt.hypers[-1]['lr'] / 9").value
    course("learn.fit_one_cycle(1, 1e-2, moms=(0.8, 0.7))")
    assert course("max(learn.recorder.hps['mom'])").value == pytest.approx(0.8)


@pytest.mark.parametrize(
    "line",
    [
        "ImageDataBunch.from_folder(path, ds_tfms=tfms, size=26, bs=16, num_workers=0)",
        "ImageDataBunch.from_folder(path, train='.', valid_pct=0.2, ds_tfms=tfms, size=26, bs=16, num_workers=0)",
        "ImageDataBunch.from_csv(path, ds_tfms=tfms, size=28, bs=16, num_workers=0)",
        "ImageDataBunch.from_df(path, pd.read_csv(path/'labels.csv'), ds_tfms=tfms, size=24, bs=16, num_workers=0)",
        "ImageDataBunch.from_name_re(path, fn_paths, pat=r'/(\\d)/\\d+_\\d+\\.png$',\n"
        "    ds_tfms=tfms, size=24, bs=16, num_workers=0)",
        "ImageDataBunch.from_name_func(path, fn_paths, ds_tfms=tfms, size=24, bs=16, num_workers=0,\n"
        "    label_func = lambda x: '0' if '/0/' in str(x) else '1')",
        "ImageDataBunch.from_lists(path, fn_paths, labels=labels, ds_tfms=tfms, size=24, bs=16, num_workers=0)",
    ],
)
def test_each_factory_finds_both_classes(course, line):
    course("df = pd.read_csv(path/'labels.csv')\nfn_paths = [path/name for name in df['name']]")
    course("labels = [('0' if '/0/' in str(x) else '1') for x in fn_paths]")
    course(f"data = {line}")
    assert course("[str(c) for c in data.classes]").value == ["0", "1"]
    assert course("len(data.train_ds) + len(data.valid_ds)").value == 60
    x, _labels = course("data.one_batch()").value
    assert x.shape[2:] in ((24, 24), (26, 26), (28, 28))
    course("data.show_batch(rows=2)")


def test_lesson_2_from_files_to_a_prediction_in_another_process(course, mnist, tmp_path):
    picture = mnist / "train" / "0" / "0_20.png"
    course("verify_images(path/'train'/'0', delete=True, max_size=500)")
    course(
        "np.random.seed(42)\n"
        "data = ImageDataBunch.from_folder(path, train='.', valid_pct=0.2, ds_tfms=get_transforms(), size=24,\n"
        "                                  num_workers=0).normalize(imagenet_stats)\n"
        "learn = cnn_learner(data, models.resnet18, pretrained=False, metrics=error_rate)\n"
        "learn.fit_one_cycle(1)"
    )
    course(f"learn.path = Path({str(tmp_path)!r})\nlearn.export()")
    assert course("type(learn).__name__").value == "CourseLearner"
    course(f"img = open_image(path/'train'/'0'/'0_20.png')\nlearn = load_learner({str(tmp_path)!r})")
    course("pred_class, pred_idx, outputs = learn.predict(img)")
    assert course("pred_class.obj in ('0', '1') and len(outputs) == 2").value
    code = (
        "import sys; sys.modules['fastaid'] = None\n"  # an import of it fails
        "from fastai.vision.all import load_learner\n"
        f"learn = load_learner({str(tmp_path / 'export.pkl')!r})\n"
        f"print(type(learn).__module__, *learn.predict({str(picture)!r})[:1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-800:]
    assert done.stdout.split()[-2:] in (["fastai.learner", "0"], ["fastai.learner", "1"])


def test_data_in_steps(course):
    course(
        "db = (ImageList.from_folder(path)\n       .split_none()\n       .label_from_folder()\n"
        "      .transform(get_transforms(), size=24)\n      .databunch(num_workers=0))"
    )
    assert course("len(db.train_ds), len(db.valid_ds)").value == (60, 0)
    course("learn_cln = cnn_learner(db, models.resnet18, pretrained=False, metrics=error_rate)")
    course(
        "d = (ImageList.from_folder(path).split_by_folder().label_from_re(r'/(\\d)_\\d+\\.png$')"
        ".transform(size=20).databunch(bs=8, num_workers=0))"
    )
    assert course("len(d.train_ds), len(d.valid_ds), d.classes").value == (44, 16, ["0", "1"])


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("DatasetFormatter().from_toplosses(learn)", "ImageClassifierCleaner"),
        ("ImageCleaner(1, 2, path)", "is gone"),
        ("learn.get_preds(ds_type=DatasetType.Test)", "test_dl"),
        ("cnn_learner(data, models.resnet18, callback_fns=[1])", "cbs="),
        ("ImageDataBunch.from_folder(path, test='test')", "test= of fastai 1"),
        ("ImageDataBunch.from_folder(path, sise=3)", "Did you mean 'size'"),
        ("ImageDataBunch.from_lists(path, fn[:3], labels=['a'])", "3 files and 1 labels"),
        ("data.normalize()", "normalized already"),
        ("load_learner(path/'nowhere')", "There is no file"),
        ("learn.recorder.plot()", "lr_find"),
        (
            "ImageList.from_folder(path).split_none().label_from_folder(label_cls=int)",
            "label_cls= of fastai 1",
        ),
        ("ImageList.from_folder(path).transform(size=16, tfm_y=True)", "tfm_y= of fastai 1"),
    ],
)
def test_what_cannot_be_carried_over_is_a_sentence(course, run, line, sentence):
    course(
        "data = ImageDataBunch.from_folder(path, size=16, bs=16, num_workers=0).normalize(imagenet_stats)\n"
        "learn = cnn_learner(data, models.resnet18, pretrained=False)\nfn = get_image_files(path/'train'/'0')"
    )
    error = run(line).error
    assert type(error).__name__ == "FastaidError"
    assert sentence in str(error)


def test_each_new_line_is_told_once(course):
    line = "ImageDataBunch.from_folder(path, size=16, bs=16, num_workers=0)"
    assert "ImageDataLoaders.from_folder" in course(line).text
    assert "ImageDataLoaders.from_folder" not in course(line).text


def test_what_a_learner_has_defined_stays(good):
    run = good
    run("def open_image(fn): return 'mine'\nclass ImageList: pass\ndef keep(): return open_image")
    run("import fastaid.course\nfrom fastai.vision import *")
    assert run("open_image(1)").value == "mine"
    assert run("ImageList.__module__").value == "__main__"
    assert run("ImageDataBunch.__name__").value == "ImageDataBunch"
    assert run("doc.__module__").value.startswith("fastaid")


def test_the_learner_and_data_are_fastai_s_too(course):
    course(
        "from fastai.vision.all import Learner, DataLoaders\n"
        "data = ImageDataBunch.from_folder(path, size=16, bs=16, num_workers=0)\n"
        "learn = cnn_learner(data, models.resnet18, pretrained=False, metrics=error_rate)"
    )
    assert course("isinstance(learn, Learner) and isinstance(data, DataLoaders)").value
    course("%fit_one_cycle 1 --lr-max 1e-3")
    assert course("learn.data is learn.dls").value
    course("learn.fit_one_cycle(1, lr_max=1e-3); preds, y = learn.get_preds(ds_idx=0)")
    assert course("len(preds) == len(data.train_ds)").value


def test_fastai_2_s_own_keywords_train_too(course):
    course(
        "data = ImageDataBunch.from_folder(path, size=16, bs=16, num_workers=0)\n"
        "learn = cnn_learner(data, models.resnet18, pretrained=False)"
    )
    course("learn.fit_one_cycle(n_epoch=1, lr_max=1e-3); learn.fit(n_epoch=1, lr=1e-4)")
    assert course("len(learn.recorder.values)").value == 1
