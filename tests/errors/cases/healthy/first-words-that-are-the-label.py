# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
from PIL import Image
place = Path('birds'); place.mkdir()
def draw(*names):
    for k, n in enumerate(names):
        for i in range(4): Image.new('RGB', (16, 16), (k * 30, i * 20, 9)).save(place/f'{n}_{i}.jpg')
draw('cat_siamese', 'cat_persian', 'dog_pug', 'dog_beagle', 'hamster')
kinds = ImageDataLoaders.from_name_func(place, get_image_files(place), lambda f: f.split('_')[0], valid_pct=0.2, bs=4, num_workers=0)
shutil.rmtree(place); place.mkdir()
draw('red_car', 'blue_car', 'red_bus', 'blue_bus')
def colour(f): return f.name.split('_')[0]
# %% cell
dls = ImageDataLoaders.from_path_func(place, get_image_files(place), colour, valid_pct=0.2, seed=1, bs=4, num_workers=0)
kinds.vocab
