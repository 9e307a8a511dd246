# rule: layers.channels
# source: https://forums.fast.ai/t/mnist-from-scratch-grayscale/79234
# says: img_cls=PILImageBW
# says: nn\.Conv2d\(3,\s+4,\s+3
# %% before
from fastai.vision.all import *

for word in ("one", "two"):
    Path(f"signs/{word}").mkdir(parents=True)
    for n in range(4):
        Image.new("RGB", (32, 32), (n * 40, 9, 9)).save(f"signs/{word}/{n}.png")
net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
# %% fails
data = ImageDataLoaders.from_folder("signs", valid_pct=0.5, seed=2, bs=2, num_workers=0)
learn = Learner(data, net, loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% mended
data = ImageDataLoaders.from_folder('signs', valid_pct=0.5, seed=2, bs=2, num_workers=0, img_cls=PILImageBW)
learn = Learner(data, net, loss_func=CrossEntropyLossFlat())
learn.fit(1)
