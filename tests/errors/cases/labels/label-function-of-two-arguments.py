# rule: label_functions_called.more_than_an_item
# source: constructed
# says: partial\(label_func, sep=…\)
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% fails
def label_func(fname, sep): return fname.split(sep)[0]
dls = ImageDataLoaders.from_name_func(path, fnames, label_func, item_tfms=Resize(32), bs=4, num_workers=0)
# %% mended
def label_func(fname, sep): return fname.split(sep)[0]
dls = ImageDataLoaders.from_name_func(path, fnames, partial(label_func, sep='_'), item_tfms=Resize(32), bs=4, num_workers=0)
