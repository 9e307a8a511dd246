# rule: label_functions.path_left_out
# source: constructed
# says: path, fnames
# says: from_name_func\(path, fnames
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
path = Path('images')
fnames = get_image_files(path)
# %% fails
dls = ImageDataLoaders.from_name_func(fnames, label_func=lambda x: x[0], item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_name_func(path, fnames, label_func=lambda x: x[0], item_tfms=Resize(32), bs=4)
