# rule: items_found.nothing_found
# source: https://github.com/fastai/fastbook/issues/585
# says: images does not exist
# says: 'image'
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('image')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
fnames = get_image_files(Path('images'))
dls = ImageDataLoaders.from_name_func('.', fnames, lambda x: x[0], item_tfms=Resize(32), bs=4)
# %% mended
fnames = get_image_files(Path('image'))
dls = ImageDataLoaders.from_name_func('.', fnames, lambda x: x[0], item_tfms=Resize(32), bs=4)
