"""What looks odd and is right: nothing that fastai trains on may be refused or misread by our checks."""

from __future__ import annotations

import pytest
import torch

from fastaid.errors import FastaidError


def made(run, line):
    ran = run(line)
    assert ran.error is None, (line, ran.error)
    return ran.value


NUMBERS = """
pair = DataBlock(
    blocks=(ImageBlock, RegressionBlock(n_out=2)), get_items=get_image_files, get_y=lambda p: [3., 4.],
    splitter=RandomSplitter(seed=1), item_tfms=Resize(16),
).dataloaders(digits, bs=8, num_workers=0)
"""


@pytest.fixture
def ready(run, learn, digits):
    run(f"from pathlib import Path; digits = Path({str(digits)!r})")
    return run


def test_several_numbers_a_picture_are_learnt(ready):
    made(ready, NUMBERS)
    made(ready, "%learner tiny_net --no-pretrained --data pair --name both --metrics rmse mae")
    made(ready, "%fit_one_cycle 1 --learner both")


METRICS = """
from sklearn import metrics as skm
def accuracy_of_mine(inp, targ): return (inp.argmax(-1) == targ).float().mean()
class Counted(Metric):
    def reset(self): self.n = 0
    def accumulate(self, learn): self.n += len(learn.yb[0]) + len(learn.xb[0])
    @property
    def value(self): return self.n
counted, several, named, average = Counted(), [accuracy, error_rate], 'accuracy', AvgMetric(accuracy_of_mine)
"""


@pytest.mark.parametrize(
    "metric",
    [
        "accuracy_of_mine",
        "counted",
        "Counted()",
        "several",
        "named",
        "average",
        "['accuracy', 'error_rate']",
        "F1Score(average=None)",
        "skm_to_fastai(skm.confusion_matrix)",
        "partial(top_k_accuracy, k=1)",
        "nn.CrossEntropyLoss()",
    ],
)
def test_metrics_of_every_kind_are_taken_and_train(ready, metric):
    made(ready, METRICS)
    made(ready, f"%learner tiny_net --no-pretrained --metrics {metric} --name other")
    made(ready, "%fit_one_cycle 1 --learner other")


def test_an_own_metric_called_like_fastai_s_is_their_own(ready, digits):
    made(ready, "def accuracy(p, t): return ((p - t).abs() < .5).float().mean()")
    made(
        ready,
        f"%databunch from_name_func {digits} --func (lambda p: int(p.stem[-1]) / 7) --size 16 --name amounts",
    )
    made(ready, "%learner tiny_net --no-pretrained --metrics accuracy --data amounts --name other")
    made(ready, "del accuracy")
    ran = ready("%learner tiny_net --no-pretrained --metrics accuracy --data amounts --name other")
    assert "these labels are numbers" in str(ran.error)


def test_a_metric_of_scikit_learn_s_is_told_to_be_wrapped(ready):
    made(ready, METRICS)
    ran = ready("%learner tiny_net --no-pretrained --metrics skm.accuracy_score --name other")
    assert "skm_to_fastai(skm.accuracy_score)" in str(ran.error)


def test_nets_of_every_kind(ready):
    made(ready, "only = lambda pretrained=True: tiny_net() if pretrained else 1/0")
    made(ready, "%learner only --name other")
    for word in ("convnext_atto.d2_in1k", "f'resnet{18}'", "'resnet'+'18'", "partial(tiny_net)"):
        made(ready, f"%learner {word} --no-pretrained --name other")
    made(ready, "class Net3(nn.Module): pass")
    for word, says in (("Net3", "cannot be called"), ("cnn_learner", "makes a learner")):
        assert says in str(ready(f"%learner {word} --no-pretrained --name other").error)


def test_weights_of_timm_nets_whose_head_keeps_a_norm(ready, tmp_path):
    import timm

    torch.save(timm.create_model("convnext_atto").state_dict(), tmp_path / "atto.pth")
    made(ready, f"%learner convnext_atto --weights {tmp_path}/atto.pth --name other")


def test_weights_of_a_compiled_net(ready, tmp_path):
    from torchvision.models import resnet18

    torch.save({f"_orig_mod.{k}": v for k, v in resnet18().state_dict().items()}, tmp_path / "compiled.pth")
    made(ready, f"%learner resnet18 --weights {tmp_path}/compiled.pth --name other")


def test_a_folder_that_is_there_is_meant_whatever_it_looks_like(ready, digits, tmp_path):
    import shutil

    for name in ("pp/2024", "photos(1)", "~tilde"):
        shutil.copytree(digits, tmp_path / name)
        made(ready, "pp = dls; photos = [1]")
        made(ready, f"%databunch from_folder {name} --size 16 --bs 8 --num-workers 0 --name other")


def test_numbers_of_numpy_and_torch_are_numbers(ready):
    made(ready, "import numpy as np")
    made(
        ready,
        "%databunch from_folder digits --size np.int64(16) --bs np.int32(8) --num-workers 0 --name other",
    )
    made(ready, "%fit_one_cycle tensor(1) --lr-max tensor(1e-3) --wd np.float32(0.1)")


def test_rates_one_a_layer_group(ready, learn):
    made(ready, "%fit_one_cycle 1 --lr-max [1e-4, 1e-3]")
    assert learn.recorder.hps["lr"][-1] is not None
    assert "2 layer groups" in str(ready("%fit_one_cycle 1 --lr-max [1e-4, 1e-3, 1e-2]").error)


def test_no_epochs_for_the_head_alone(ready, learn):
    made(ready, "%fine_tune 1 --freeze-epochs 0")
    assert len(learn.recorder.values) == 1


def test_a_fit_that_a_callback_ends_before_it_begins(ready, learn):
    made(ready, "class Never(Callback):\n    def before_fit(self): raise CancelFitException")
    made(ready, "learn.add_cb(Never())")
    ran = ready("%fit_one_cycle 1")
    assert ran.error is None
    assert "Ended early by a callback" in ran.stdout


def test_a_training_part_that_is_cancelled_leaves_the_columns_in_place(ready, learn):
    made(
        ready,
        "class Skip(Callback):\n    def before_train(self):\n        if self.epoch == 1: raise CancelTrainException",
    )
    made(ready, "learn.add_cb(Skip())")
    made(ready, "%fit_one_cycle 2")
    from tests.test_callbacks import kept

    row = dict(kept().epochs[1].values)
    assert row["train_loss"] is None
    assert row["accuracy"] == pytest.approx(float(learn.recorder.values[1][-1]))


def test_names_are_filled_in_where_weights_are_saved(ready, learn):
    made(ready, "for i in range(2):\n    %fit_one_cycle 1 --save stage{i}")
    assert {"stage0.pth", "stage1.pth"} <= {p.name for p in (learn.path / "models").iterdir()}
    made(ready, "nm = 'st'")
    assert "learn.load('st')" in ready("%fit_one_cycle 1 --save nm").text


def test_columns_called_by_a_number(ready, digits):
    rows = [f"{f.parent.name}/{f.name},x,{f.parent.name}" for f in sorted(digits.rglob("*.png"))]
    (digits / "years.csv").write_text("\n".join(["name,label,2019", *rows]))
    dls = made(ready, f"%databunch from_csv {digits} --csv-fname years.csv --label-col 2019 --size 16 --bs 8")
    assert len(dls.vocab) == 2


def test_a_compiled_pattern_is_a_pattern(ready, digits):
    made(ready, "import re; rx = re.compile(r'/(\\d)_')")
    assert (
        len(made(ready, "%databunch from_name_re digits --pat rx --size 16 --bs 8 --num-workers 0").vocab)
        == 2
    )


def test_two_word_classes_are_no_tags(ready, tmp_path):
    from PIL import Image

    for colour in ("red", "green", "grey", "black"):
        for kind in ("car", "van", "bus", "cab"):
            (tmp_path / "grid" / f"{colour} {kind}").mkdir(parents=True)
            for i in range(3):
                Image.new("RGB", (16, 16), (i, 0, 0)).save(
                    tmp_path / "grid" / f"{colour} {kind}" / f"{i}.png"
                )
    ran = ready(f"%databunch from_folder {tmp_path}/grid --size 16 --num-workers 0 --name other")
    assert "several labels" not in ran.text


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("%learner tiny_net --no-pretrained --name my", "my"),
        ("my: Learner = vision_learner(dls, tiny_net, pretrained=False)", "my"),
        ("model = vision_learner(dls, tiny_net, pretrained=False).to_fp32()", "model"),
        ("for n in (1, 2):\n    last = vision_learner(dls, tiny_net, pretrained=False)", "last"),
        ("x = 1", "learn"),
    ],
)
def test_the_code_of_a_cell_trains_what_the_cell_makes(ready, body, name):
    assert ready(f"%%fit_one_cycle 1 --code\n{body}").stdout.endswith(f"{name}.fit_one_cycle(1)\n")


def test_a_failed_export_leaves_no_file(ready, tmp_path):
    made(
        ready,
        "from torch.utils.data import DataLoader as Plain, TensorDataset\n"
        "ds = TensorDataset(torch.randn(64, 3), torch.randint(0, 2, (64,)))\n"
        "plain = Learner(DataLoaders(Plain(ds, 16), Plain(ds, 16)), nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())",
    )
    assert ready("%export fresh.pkl --learner plain").error is not None
    assert not (tmp_path / "fresh.pkl").exists()


def test_a_net_is_not_what_makes_one(ready):
    made(ready, "net = tiny_net()")
    assert isinstance(ready("%learner net").error, FastaidError)
    assert "takes the function that makes a net" in str(ready("%learner net").error)
