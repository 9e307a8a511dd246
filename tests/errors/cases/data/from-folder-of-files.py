# rule: folder_searched.searched_in_items
# source: constructed
# says: from_folder\(path, valid_pct
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
fnames = get_image_files(path)
dls = ImageDataLoaders.from_folder(fnames, valid_pct=0.2, item_tfms=Resize(32), bs=4)
# %% mended
fnames = get_image_files(path)
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), bs=4)
