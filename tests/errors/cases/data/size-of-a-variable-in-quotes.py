# rule: sizes_given.size_as_text
# source: constructed
# says: RandomResizedCrop\(int\(sz\), min_scale=0\.5\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
sz = '32'
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=RandomResizedCrop(sz, min_scale=0.5), bs=4, num_workers=0)
# %% mended
sz = '32'
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=RandomResizedCrop(int(sz), min_scale=0.5), bs=4, num_workers=0)
