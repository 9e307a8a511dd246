# notice: keywords.ignored
# source: constructed
# says: ds_tfms
# says: size
# says: ignored
# says: item_tfms=Resize\(224\)
# says: aug_transforms
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, ds_tfms=aug_transforms(), size=224, bs=4)
# %% mended
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(64), batch_tfms=aug_transforms(), bs=4)
