# rule: label_functions.files_left_out
# source: constructed
# says: from_name_re\(path, get_image_files\(path\), pat=
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% fails
dls = ImageDataLoaders.from_name_re(path, pat=r'(.+)_\d+.jpg$', item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_name_re(path, get_image_files(path), pat='(.+)_\\d+.jpg$', item_tfms=Resize(32), bs=4)
