# notice: data.labels
# source: constructed
# says: every item is its own class
# %% before
from fastai.vision.all import *
path = Path('pets'); path.mkdir()
for i in range(12): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/f'{"cat" if i % 2 else "dog"}_{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_name_re(path, get_image_files(path), r'^(.*)\.jpg$', item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_name_re(path, get_image_files(path), r'^(.*)_\d+\.jpg$', item_tfms=Resize(32), bs=4)
