# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ('elm', 'oak'):
    (Path('leaves')/k).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'leaves/{k}/{k}_{i}.png')
def body(): return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
def loaders(size, seed=42): return ImageDataLoaders.from_folder('leaves', valid_pct=0.3, seed=seed, item_tfms=Resize(size), bs=4, num_workers=0)
def seeded(size):
    set_seed(3)
    return ImageDataLoaders.from_folder('leaves', valid_pct=0.3, item_tfms=Resize(size), bs=4, num_workers=0)
def drawn(size): return ImageDataLoaders.from_folder('leaves', valid_pct=0.3, item_tfms=Resize(size), bs=4, num_workers=0)
# %% before
net = Learner(loaders(16), body(), loss_func=CrossEntropyLossFlat())
net.fit(1)
net.dls = loaders(24)
net.fit(1)
# %% before
net = Learner(seeded(16), body(), loss_func=CrossEntropyLossFlat())
net.fit(1)
net.dls = seeded(24)
net.fit(1)
# %% before
net = Learner(drawn(16), body(), loss_func=CrossEntropyLossFlat())
net.dls = drawn(24)
net.fit(1)
# %% cell
for size in (16, 24):
    dls = drawn(size)
    fresh = Learner(dls, body(), loss_func=CrossEntropyLossFlat())
    fresh.fit(1)
