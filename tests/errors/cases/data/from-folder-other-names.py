# rule: items_found.nothing_found
# source: constructed after the intel image classification data of Kaggle
# says: train='seg_train', valid='seg_test'
# %% before
from fastai.vision.all import *
for name in 'seg_train/cat seg_train/dog seg_test/cat seg_test/dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder(Path('data'), item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_folder(Path('data'), item_tfms=Resize(32), bs=4, train='seg_train', valid='seg_test')
