"""The course's training: plain fastai, fastaid, a plain PyTorch loop, and the bare step that none can beat.

    python benchmarks/fast.py DATA [--repeats 3] [--only NAME] [--threads 1] [--json FILE]

DATA holds flowers12 and mnist_tiny. Every way of one job runs in turn, in random order, on the same pictures and
seed; CPU seconds of the process (with more threads than one, seconds of the clock), medians, how many times plain
fastai's time goes into each, and the accuracy that the fit ended with (two epochs from scratch, where chance moves
it; `accuracy.py` compares over seeds). "bare step" is forward, backward and optimizer of the same net on tensors in
memory, for as many batches. The first fit with an empty cache stands beside the next one that finds its pixels.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
import timeit
import warnings
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
warnings.simplefilter("ignore")

import torch  # noqa: E402
from fastai.vision.all import (  # noqa: E402
    ImageDataLoaders,
    Normalize,
    RandomResizedCrop,
    Resize,
    accuracy,
    aug_transforms,
    imagenet_stats,
    nn,
    resnet18,
    resnet34,
    set_seed,
    vision_learner,
)

from fastaid.training.fast.frozen import frozen_body  # noqa: E402
from fastaid.training.fast.speedups import SpeedOptions, accelerated  # noqa: E402


@dataclass(frozen=True)
class Job:
    """One fit: pictures, net and whether its body is frozen."""

    name: str
    data: str
    arch: Callable[..., Any]
    size: int
    bs: int
    epochs: int
    is_frozen: bool
    pictures: int  # of each class, at most
    crop: Callable[[int], Any] = Resize


JOBS = (
    Job("flowers 64 px, resnet18, unfrozen", "flowers12", resnet18, 64, 64, 2, False, 80),
    Job("digits 64 px, resnet18, unfrozen", "mnist_tiny", resnet18, 64, 64, 1, False, 400),
    Job("flowers 64 px, resnet18, frozen", "flowers12", resnet18, 64, 64, 2, True, 80),
    Job(
        "flowers 64 px, resnet18, random crops",
        "flowers12",
        resnet18,
        64,
        64,
        2,
        False,
        80,
        RandomResizedCrop,
    ),
    Job("flowers 224 px, resnet34, unfrozen", "flowers12", resnet34, 224, 16, 1, False, 8),
    Job("flowers 224 px, resnet34, frozen, 4 epochs", "flowers12", resnet34, 224, 16, 4, True, 8),
)


def pictures(job: Job, data: Path) -> Any:
    """The job's loaders, as the course makes them."""
    found = sorted(file for file in (data / job.data).rglob("*") if file.suffix in (".jpg", ".png"))
    by_class: dict[str, list[Path]] = {}
    for file in found:
        by_class.setdefault(file.parent.name, []).append(file)
    files = [file for some in by_class.values() for file in some[: job.pictures]]
    return ImageDataLoaders.from_path_func(
        data / job.data,
        files,
        lambda file: file.parent.name,
        valid_pct=0.25,
        seed=1,
        item_tfms=job.crop(job.size),
        batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)],
        bs=job.bs,
        num_workers=0,
    )


def learner(job: Job, data: Path) -> Any:
    """A learner from scratch, whose batch norms have seen some pictures as a pretrained one's have."""
    set_seed(1)
    learn = vision_learner(pictures(job, data), job.arch, pretrained=False, metrics=accuracy)
    if job.is_frozen:
        for part in learn.model[0].modules():
            if isinstance(part, nn.BatchNorm2d):
                part.running_mean.normal_(0, 0.1)
        learn.freeze()
    else:
        learn.unfreeze()
    learn.create_opt()
    set_seed(1)
    return learn


def fit(job: Job, data: Path, options: SpeedOptions | None) -> Callable[[], object]:
    """A fit, ready to be timed."""
    learn = learner(job, data)

    def run() -> float:
        with learn.no_bar(), learn.no_logging(), accelerated(learn, options) if options else nullcontext():
            learn.fit_one_cycle(job.epochs, 1e-3)
        return float(learn.recorder.values[-1][-1])

    return run


def plain_loop(job: Job, data: Path) -> Callable[[], object]:
    """The same job as a PyTorch user writes it: torchvision's transforms, a DataLoader, AdamW, OneCycleLR."""
    from PIL import Image
    from torchvision.transforms import v2

    learn = learner(job, data)
    dls, model = learn.dls, learn.model
    shared = [v2.PILToTensor(), v2.ToDtype(torch.float32, scale=True), v2.Normalize(*imagenet_stats)]
    augment = [
        v2.RandomResizedCrop(job.size, (0.7, 1.0)), v2.RandomHorizontalFlip(), v2.RandomRotation(10),
        v2.ColorJitter(0.2, 0.2),
    ]  # fmt: skip
    fixed = [v2.Resize(job.size), v2.CenterCrop(job.size)]

    class Pictures(torch.utils.data.Dataset):
        def __init__(self, ds: Any, tfms: list[Any]):
            self.files = list(ds.items)
            self.targets = [int(ds.tls[1][i]) for i in range(len(ds))]
            self.tfms = v2.Compose([*tfms, *shared])

        def __len__(self) -> int:
            return len(self.files)

        def __getitem__(self, i: int) -> Any:
            return self.tfms(Image.open(self.files[i]).convert("RGB")), self.targets[i]

    loader = torch.utils.data.DataLoader
    train = loader(Pictures(dls.train_ds, augment), job.bs, shuffle=True, drop_last=True)
    valid = loader(Pictures(dls.valid_ds, fixed), job.bs)
    opt = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], 1e-3, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.OneCycleLR(opt, 1e-3, total_steps=job.epochs * len(train))

    def run() -> None:
        for _ in range(job.epochs):
            model.train()
            for x, y in train:
                loss = nn.functional.cross_entropy(model(x), y)
                opt.zero_grad()
                loss.backward()
                opt.step()
                plan.step()
            model.eval()
            with torch.no_grad():
                sum(int((model(x).argmax(1) == y).sum()) for x, y in valid)

    return run


def bare(job: Job, data: Path, is_fast: bool) -> Callable[[], object]:
    """Forward, backward and step for as many batches, on tensors in memory; validation's forward too."""
    learn = learner(job, data)
    body = frozen_body(learn) if is_fast else None
    model, opt = (
        learn.model,
        torch.optim.AdamW([p for p in learn.model.parameters() if p.requires_grad], 1e-3, fused=is_fast),
    )
    x, y = torch.randn(job.bs, 3, job.size, job.size), torch.zeros(job.bs, dtype=torch.long)
    if is_fast:
        model, x = (
            model.to(memory_format=torch.channels_last),
            x.contiguous(memory_format=torch.channels_last),
        )
    n_train, n_valid = len(learn.dls.train) * job.epochs, len(learn.dls.valid) * job.epochs
    last = len(learn.dls.valid_ds) % job.bs or job.bs

    def run() -> None:
        model.train()
        if body is not None:
            body.eval()
        for _ in range(n_train):
            if body is not None:
                with torch.no_grad():
                    seen = body(x)
                loss = nn.functional.cross_entropy(model[1](seen), y)
            else:
                loss = nn.functional.cross_entropy(model(x), y)
            loss.backward()
            opt.step()
            opt.zero_grad(set_to_none=True)
        model.eval()
        with torch.no_grad():
            for i in range(n_valid):
                model(x[:last] if (i + 1) % len(learn.dls.valid) == 0 else x)

    return run


def ways(job: Job, data: Path, cache: Path) -> dict[str, Callable[[], Callable[[], object]]]:
    """What is compared: each makes a fit that is ready to be timed."""
    kept, fast = cache / job.name, SpeedOptions()
    found = {
        "plain fastai": lambda: fit(job, data, None),
        "fastaid, first fit": lambda: fit(job, data, replace(fast, folder=Path(tempfile.mkdtemp(dir=cache)))),
        "fastaid, next fit": lambda: fit(job, data, replace(fast, folder=kept)),
        "fastaid --precision bf16": lambda: fit(
            job, data, replace(fast, folder=kept, is_bfloat16_on_cpu=True)
        ),
        "plain PyTorch": lambda: plain_loop(job, data),
        "bare step": lambda: bare(job, data, is_fast=False),
        "bare step, fastaid's": lambda: bare(job, data, is_fast=True),
    }
    if job.is_frozen:
        some = replace(fast, folder=kept, precomputes=True)
        found["fastaid, body as fastai has it"] = lambda: fit(
            job, data, replace(fast, folder=kept, rests_body=False)
        )
        found["fastaid --precompute"] = lambda: fit(job, data, some)
        found["fastaid --precompute 4"] = lambda: fit(job, data, replace(some, views=4))
        found["fastaid --precompute, bf16"] = lambda: fit(job, data, replace(some, is_bfloat16_on_cpu=True))
    return found


def measured(job: Job, data: Path, repeats: int, clock: Callable[[], float]) -> dict[str, dict[str, float]]:
    """Medians of seconds, and how many times plain fastai's time goes into each."""
    times: dict[str, list[float]] = {}
    ends: dict[str, list[Any]] = {}
    with tempfile.TemporaryDirectory() as cache:
        compared = ways(job, data, Path(cache))
        fit(job, data, replace(SpeedOptions(), folder=Path(cache) / job.name))()  # fills the cache
        for _ in range(repeats):
            for name in random.sample(list(compared), len(compared)):
                run = compared[name]()
                start = clock()
                end = run()
                times.setdefault(name, []).append(clock() - start)
                ends.setdefault(name, []).append(end)
    medians = {name: statistics.median(found) for name, found in times.items()}
    return {
        name: {
            "s": medians[name],
            "x": medians["plain fastai"] / medians[name],
            **({"accuracy": statistics.median(ends[name])} if None not in ends[name] else {}),
        }
        for name in compared
    }


EVENTS = (
    "before_batch", "after_pred", "after_loss", "before_backward", "after_backward", "before_step", "after_step",
    "after_batch",
)  # fmt: skip


def recording() -> float:
    """Microseconds that recording takes a batch: the calls that fastai makes for it, where nobody looks."""
    from fastai.vision.all import Callback, DataLoaders, Learner

    from fastaid.facts.events import RunStarted
    from fastaid.training.fit import watched
    from fastaid.training.watch import WatchCallback

    x, y = torch.randn(40, 2), torch.randn(40, 1)
    items = list(zip(x, y, strict=True))
    learn = Learner(
        DataLoaders.from_dsets(items, items[:8], bs=4, num_workers=0), nn.Linear(2, 1), nn.MSELoss()
    )
    found: list[float] = []

    class Calls(Callback):
        order = 2_000

        def after_batch(self) -> None:
            watch = next(cb for cb in self.learn.cbs if isinstance(cb, WatchCallback))

            def batch() -> None:
                for event in EVENTS:
                    watch(event)

            if self.training:
                found.append(min(timeit.repeat(batch, number=200, repeat=3)) / 200 * 1e6)

    learn.add_cb(Calls())
    started = RunStarted("run", 0.0, "fit", 1)
    with learn.no_bar(), learn.no_logging(), watched(learn, started, (), refresh_interval=3600.0):
        learn.fit(1)
    return statistics.median(found)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("data", type=Path)
    asked.add_argument("--repeats", type=int, default=3)
    asked.add_argument("--only", default="")
    asked.add_argument("--threads", type=int, default=1)
    asked.add_argument("--json", type=Path)
    args = asked.parse_args()
    torch.set_num_threads(args.threads)
    clock = time.process_time if args.threads == 1 else time.perf_counter
    results: dict[str, Any] = {"recording, microseconds a batch": recording()}
    print(f"recording a batch: {results['recording, microseconds a batch']:.0f} microseconds", flush=True)
    for job in JOBS:
        if args.only not in job.name:
            continue
        results[job.name] = found = measured(job, args.data, args.repeats, clock)
        print(job.name)
        for name, numbers in found.items():
            end = f"{numbers['accuracy']:9.3f}" if "accuracy" in numbers else ""
            print(f"  {name:32} {numbers['s']:8.1f} s {numbers['x']:7.2f} x {end}", flush=True)
    results["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if args.json:
        args.json.write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
