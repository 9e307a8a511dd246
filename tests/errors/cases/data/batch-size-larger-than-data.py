# rule: items_found.no_batch
# source: constructed
# says: 10 items
# says: 64
# says: bs=5
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=0.2, item_tfms=Resize(32))
dls.show_batch()
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=0.2, item_tfms=Resize(32), bs=5)
dls.show_batch()
