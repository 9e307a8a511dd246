# notice: data.labels
# source: lesson 1 of the 2019 course
# says: one class
# says: from_path_func
# says: path
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_name_func(path, get_image_files(path), lambda f: 'cat' if 'cat' in str(f) else 'dog', item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_path_func(path, get_image_files(path), lambda f: 'cat' if 'cat' in str(f) else 'dog', item_tfms=Resize(32), bs=4)
