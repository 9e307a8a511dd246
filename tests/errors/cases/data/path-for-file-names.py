# rule: data.get_items_missing
# source: constructed
# says: list of files
# says: get_image_files\('images'\)
# %% before
from fastai.vision.all import *
for name in 'slide blank'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_name_func('.', Path('images'), lambda x: x[0], item_tfms=Resize(32), bs=4)
# %% mended
fnames = get_image_files('images')
dls = ImageDataLoaders.from_name_func('.', fnames, lambda x: x[0], item_tfms=Resize(32), bs=4)
