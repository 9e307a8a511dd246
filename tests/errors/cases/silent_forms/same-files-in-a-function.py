# notice: splits.same_items_in_both
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
def get_data(path):
    files = get_image_files(path)
    return ImageDataLoaders.from_path_func(path, files + files, parent_label, valid_pct=0.3, seed=1, item_tfms=Resize(32), bs=4, num_workers=0)
# %% cell
dls = get_data(path)
