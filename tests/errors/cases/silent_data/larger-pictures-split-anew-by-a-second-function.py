# notice: new_splits.new_random_split
# source: constructed
# says: In bigger:
# says: seed=42\s+in\s+get
# %% before
from fastai.vision.all import *
for k in ('elm', 'oak'):
    (Path('leaves')/k).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'leaves/{k}/{k}_{i}.png')
def body(): return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
def get(size): return ImageDataLoaders.from_folder('leaves', valid_pct=0.3, item_tfms=Resize(size), bs=4, num_workers=0)
learn = Learner(get(16), body(), loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% cell
def bigger(learn, size):
    learn.dls = get(size)
    learn.fit(1)
bigger(learn, 24)
# %% mended
def get(size): return ImageDataLoaders.from_folder('leaves', valid_pct=0.3, seed=42, item_tfms=Resize(size), bs=4, num_workers=0)
learn = Learner(get(16), body(), loss_func=CrossEntropyLossFlat())
learn.fit(1)
def bigger(learn, size):
    learn.dls = get(size)
    learn.fit(1)
bigger(learn, 24)
