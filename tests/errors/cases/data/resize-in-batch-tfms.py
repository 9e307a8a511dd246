# rule: data_transforms.different_sizes
# source: constructed
# says: batch_tfms
# says: item_tfms=Resize\(32\)
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40 + i, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, batch_tfms=Resize(32), bs=5)
dls.show_batch()
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, bs=5, item_tfms=Resize(32))
dls.show_batch()
