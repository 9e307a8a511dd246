# rule: items_found.no_batch
# source: constructed
# says: not one batch
# says: bs=
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
dls = ImageDataLoaders.from_folder('data', valid_pct=0.2, item_tfms=Resize(32))
learn = vision_learner(dls, resnet18, pretrained=False)
# %% fails
learn.lr_find()
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=0.2, item_tfms=Resize(32), bs=5)
learn = vision_learner(dls, resnet18, pretrained=False)
learn.lr_find(num_it=20)
