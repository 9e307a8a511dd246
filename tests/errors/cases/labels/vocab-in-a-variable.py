# rule: labels.unknown_label
# source: constructed
# says: classes = \['Oxeye daisy', 'Rose', 'Tulip'\]
# %% before
from fastai.vision.all import *
for name in ['Rose', 'Tulip', 'Oxeye daisy']:
    folder = Path('flowers')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{i}.jpg')
classes = ['rose', 'tulip', 'oxeye daisy']
# %% fails
dls = ImageDataLoaders.from_folder('flowers', valid_pct=0.3, vocab=classes, item_tfms=Resize(32), bs=4, num_workers=0)
# %% mended
classes = ['Oxeye daisy', 'Rose', 'Tulip']
dls = ImageDataLoaders.from_folder('flowers', valid_pct=0.3, vocab=classes, item_tfms=Resize(32), bs=4, num_workers=0)
