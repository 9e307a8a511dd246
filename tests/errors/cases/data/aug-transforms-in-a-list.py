# rule: data_transforms.transforms_given_wrongly
# source: constructed
# says: \[\*aug_transforms\(\), Normalize
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, item_tfms=Resize(32), bs=2,
                                   batch_tfms=[aug_transforms(), Normalize.from_stats(*imagenet_stats)])
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, item_tfms=Resize(32), bs=2,
                                   batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)])
