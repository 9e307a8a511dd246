# notice: earlier_loaders.new_data_not_used
# source: constructed
# says: size 16x16, the new ones 24x24
# says: learn\.dls = dls
# %% before
from fastai.vision.all import *
for k in ('elm', 'oak'):
    (Path('leaves')/k).mkdir(parents=True)
    for i in range(8): Image.new('RGB', (40, 40), (i * 30, 60, 90)).save(f'leaves/{k}/{k}_{i}.png')
def data(size): return ImageDataLoaders.from_folder('leaves', valid_pct=0.25, seed=3, item_tfms=Resize(size), bs=4, num_workers=0)
dls = data(16)
# %% before
body = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
learn = Learner(dls, body, loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% cell
dls = data(24)
learn.fit_one_cycle(1)
# %% mended
dls = data(24)
learn.dls = dls
learn.fit_one_cycle(1)
