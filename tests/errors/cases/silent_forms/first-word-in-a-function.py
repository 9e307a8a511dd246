# notice: cut_names.first_word_only
# source: constructed
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
def get_data():
    return ImageDataLoaders.from_path_func(place, get_image_files(place), species, valid_pct=0.2, seed=1, bs=4, num_workers=0)
# %% cell
dls = get_data()
