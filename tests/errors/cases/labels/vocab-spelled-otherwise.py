# rule: labels.unknown_label
# source: constructed
# says: 'dog' is not in the vocab
# says: labels are 'cat' and 'dog'
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, vocab=['cat', 'Dog'], item_tfms=Resize(32), bs=2, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, vocab=['cat', 'dog'], item_tfms=Resize(32), bs=2, num_workers=0)
