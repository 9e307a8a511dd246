# rule: sizes_given.padding_unknown
# source: constructed
# says: pad_mode='zeros'
# says: 'border'
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32, ResizeMethod.Pad, pad_mode='zero'), bs=4, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32, ResizeMethod.Pad, pad_mode='zeros'), bs=4, num_workers=0)
