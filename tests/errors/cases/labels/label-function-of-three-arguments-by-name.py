# rule: label_functions_called.more_than_an_item
# source: constructed
# says: the item alone: name
# says: start=…, end=…
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% fails
def breed(name, start, end): return name[start:end]
dls = ImageDataLoaders.from_name_func(path, fnames, label_func=breed, item_tfms=Resize(32), bs=4, num_workers=0)
# %% mended
def breed(name, start, end): return name[start:end]
dls = ImageDataLoaders.from_name_func(path, fnames, label_func=partial(breed, start=0, end=3), item_tfms=Resize(32), bs=4, num_workers=0)
