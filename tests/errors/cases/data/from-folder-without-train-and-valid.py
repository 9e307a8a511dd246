# rule: items_found.nothing_found
# source: https://github.com/fastai/fastbook/issues/585
# says: no folder train and no valid
# says: valid_pct=0\.2
# says: cat and dog
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_folder('data', item_tfms=Resize(32), bs=4, valid_pct=0.2)
