# notice: splits.same_items_in_both
# source: constructed
# says: of the
# says: training set too
# says: RandomSplitter
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
files = get_image_files(path)
dls = ImageDataLoaders.from_path_func(path, files + files, parent_label, valid_pct=0.3, seed=1, item_tfms=Resize(32), bs=4)
# %% mended
files = get_image_files(path)
dls = ImageDataLoaders.from_path_func(path, files, parent_label, valid_pct=0.3, seed=1, item_tfms=Resize(32), bs=4)
