# rule: label_functions.files_left_out
# source: constructed
# says: get_image_files\(path\)
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% fails
def is_cat(x): return x[0].isupper()
dls = ImageDataLoaders.from_name_func(path, valid_pct=0.2, seed=42, label_func=is_cat, item_tfms=Resize(32), bs=4)
# %% mended
def is_cat(x): return x[0].isupper()
dls = ImageDataLoaders.from_name_func(path, get_image_files(path), valid_pct=0.2, seed=42, label_func=is_cat, item_tfms=Resize(32), bs=4)
