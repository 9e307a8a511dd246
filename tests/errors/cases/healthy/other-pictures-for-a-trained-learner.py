# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ('elm', 'oak'):
    (Path('leaves')/k).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'leaves/{k}/{k}_{i}.png')
def body(): return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
import shutil; shutil.copytree('leaves', 'more')
for k in ('elm', 'oak'): [f.rename(f.with_name('x' + f.name)) for f in list(Path(f'more/{k}').iterdir())]
def get(path, size): return ImageDataLoaders.from_folder(path, valid_pct=0.3, item_tfms=Resize(size), bs=4, num_workers=0)
learn = Learner(get('leaves', 16), body(), loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% cell
learn.dls = get('more', 16)
learn.fit(1)
