# rule: items_found.no_batch
# source: constructed
# says: validation set is empty
# says: valid='val'
# %% before
from fastai.vision.all import *
for name in 'train/cat train/dog val/cat val/dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', item_tfms=Resize(32), bs=4)
dls.valid.show_batch()
# %% mended
dls = ImageDataLoaders.from_folder('data', item_tfms=Resize(32), bs=4, valid='val')
dls.valid.show_batch()
