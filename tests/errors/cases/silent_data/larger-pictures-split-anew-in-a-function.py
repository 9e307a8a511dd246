# notice: new_splits.new_random_split
# source: constructed
# says: without\s+a\s+seed\s+loaders\s+draws
# says: valid_pct=0\.3,\s+seed=42\s+in\s+loaders
# %% before
from fastai.vision.all import *
for k in ('elm', 'oak'):
    (Path('leaves')/k).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'leaves/{k}/{k}_{i}.png')
def body(): return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
# %% cell
def loaders(size): return ImageDataLoaders.from_folder('leaves', valid_pct=0.3, item_tfms=Resize(size), bs=4, num_workers=0)
net = Learner(loaders(16), body(), loss_func=CrossEntropyLossFlat())
net.fit(1)
net.dls = loaders(24)
net.fit(1)
# %% mended
def loaders(size): return ImageDataLoaders.from_folder('leaves', valid_pct=0.3, seed=42, item_tfms=Resize(size), bs=4, num_workers=0)
net = Learner(loaders(16), body(), loss_func=CrossEntropyLossFlat())
net.fit(1)
net.dls = loaders(24)
net.fit(1)
