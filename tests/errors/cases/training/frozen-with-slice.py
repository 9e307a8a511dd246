# notice: training.frozen_with_slice
# source: constructed
# says: frozen
# says: unfreeze\(\)
# says: layer groups
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')

dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), bs=8)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy)
learn.freeze()
# %% cell
learn.fit_one_cycle(1, lr_max=slice(1e-5, 1e-3))
# %% mended
learn.unfreeze()
learn.fit_one_cycle(1, lr_max=slice(1e-5, 1e-3))
