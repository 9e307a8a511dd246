# notice: cut_names.first_word_only
# source: constructed
# says: 'black_stork'\s+and\s+'black_swan'\s+became\s+one\s+class
# says: return\s+path\.name\.rsplit\('_',\s+1\)\[0\]
# %% before
from fastai.vision.all import *
from PIL import Image
place = Path('birds'); place.mkdir()
def draw(*names):
    for k, n in enumerate(names):
        for i in range(4): Image.new('RGB', (16, 16), (k * 30, i * 20, 9)).save(place/f'{n}_{i}.jpg')
draw('black_swan', 'black_stork', 'robin', 'wren', 'white_stork_of_the_north')
def species(path):
    return path.name.split('_')[0]
# %% cell
dls = ImageDataLoaders.from_path_func(place, get_image_files(place), species, valid_pct=0.2, seed=1, bs=4, num_workers=0)
# %% mended
def species(path):
    return path.name.rsplit('_', 1)[0]
dls = ImageDataLoaders.from_path_func(place, get_image_files(place), species, valid_pct=0.2, seed=1, bs=4, num_workers=0)
