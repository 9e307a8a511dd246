# notice: none
# source: fastbook, chapter 5
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, seed=42, item_tfms=Resize(32), bs=4)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
# %% cell
learn.fit_one_cycle(1, 3e-3)
learn.unfreeze()
learn.fit_one_cycle(1, lr_max=slice(1e-6, 1e-4))
