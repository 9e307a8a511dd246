# rule: data_transforms.batch_transforms_for_items
# source: constructed
# says: batch_tfms=aug_transforms\(\)
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, item_tfms=[Resize(32), *aug_transforms()], bs=2)
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, item_tfms=Resize(32), batch_tfms=aug_transforms(), bs=2)
