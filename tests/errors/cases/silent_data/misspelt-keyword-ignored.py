# notice: keywords.ignored
# source: constructed
# says: batch_tfm
# says: batch_tfms
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfm=aug_transforms(), bs=4)
# %% mended
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfms=aug_transforms(), bs=4)
