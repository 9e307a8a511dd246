# notice: new_splits.new_random_split
# source: constructed
# says: from_name_re\s+draws
# says: seed=42
# %% before
from fastai.vision.all import *
for k in ('elm', 'oak'):
    (Path('leaves')/k).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'leaves/{k}/{k}_{i}.png')
def body(): return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
files = get_image_files('leaves')
# %% before
dls = ImageDataLoaders.from_name_re('.', files, r'^(.*)_\d+.png$', item_tfms=Resize(16), bs=4, num_workers=0)
learn = Learner(dls, body(), loss_func=CrossEntropyLossFlat())
# %% cell
for size in (16, 24):
    dls = ImageDataLoaders.from_name_re('.', files, r'^(.*)_\d+.png$', item_tfms=Resize(size), bs=4, num_workers=0)
    learn.dls = dls
    learn.fit(1)
# %% mended
for size in (16, 24):
    dls = ImageDataLoaders.from_name_re('.', files, r'^(.*)_\d+.png$', seed=42, item_tfms=Resize(size), bs=4, num_workers=0)
    learn.dls = dls
    learn.fit(1)
