# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ('elm', 'oak'):
    (Path('leaves')/k).mkdir(parents=True)
    for i in range(8): Image.new('RGB', (40, 40), (i * 30, 60, 90)).save(f'leaves/{k}/{k}_{i}.png')
def data(size): return ImageDataLoaders.from_folder('leaves', valid_pct=0.25, seed=3, item_tfms=Resize(size), bs=4, num_workers=0)
def body(): return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
dls = data(16)
learn = Learner(dls, body(), loss_func=CrossEntropyLossFlat())
dls = data(16)
learn.fit(1)
# %% before
learn.dls = data(24)
learn.fit(1)
dls = data(32)
other = Learner(dls, body(), loss_func=CrossEntropyLossFlat())
# %% cell
learn.fit(1)
other.fit(1)
learn = Learner(dls, body(), loss_func=CrossEntropyLossFlat())
learn.fit(1)
