# rule: items_found.nothing_found
# source: https://github.com/fastai/fastbook/issues/585
# says: pets.*does not exist
# says: Did you mean 'pet'
# says: working\s+directory
# %% before
from fastai.vision.all import *
for name in 'train/cat train/dog valid/cat valid/dog'.split():
    folder = Path('pet')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
path = Path('pets')
dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(32), bs=4)
# %% mended
path = Path('pet')
dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(32), bs=4)
