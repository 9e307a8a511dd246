# rule: sizes_given.padding_unknown
# source: constructed
# says: pad_mode='reflection'
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfms=aug_transforms(pad_mode='reflect'), bs=4, num_workers=0)
dls.one_batch()
# %% mended
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfms=aug_transforms(pad_mode='reflection'), bs=4, num_workers=0)
dls.one_batch()
