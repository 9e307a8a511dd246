# rule: labels.unknown_label
# source: constructed
# says: Add it
# says: vocab=\['cat', 'dog', 'horse'\]
# %% before
from fastai.vision.all import *
for name in ['cat', 'dog', 'horse']:
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=0.3, vocab=['cat', 'dog'], item_tfms=Resize(32), bs=4, num_workers=0)
for batch in dls.train: pass
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=0.3, vocab=['cat', 'dog', 'horse'], item_tfms=Resize(32), bs=4, num_workers=0)
for batch in dls.train: pass
