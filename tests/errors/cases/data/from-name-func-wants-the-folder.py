# rule: label_functions.name_in_place_of_path
# source: constructed (from_name_func with the label function of fastai 1)
# says: from_path_func
# says: only the file's name
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_name_func('images', get_image_files('images'), lambda x: x.parent.name, item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_path_func('images', get_image_files('images'), lambda x: x.parent.name, item_tfms=Resize(32), bs=4)
