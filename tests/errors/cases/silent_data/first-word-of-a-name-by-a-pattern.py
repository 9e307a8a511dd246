# notice: cut_names.first_word_only
# source: constructed
# says: 'great_egret',?\s+'great_heron'
# says: pat=r'\^\(\.\+\)_
# %% before
from fastai.vision.all import *
from PIL import Image
place = Path('birds'); place.mkdir()
def draw(*names):
    for k, n in enumerate(names):
        for i in range(4): Image.new('RGB', (16, 16), (k * 30, i * 20, 9)).save(place/f'{n}_{i}.jpg')
draw('great_egret', 'great_heron', 'great_tit', 'robin')
# %% cell
dls = ImageDataLoaders.from_name_re(place, get_image_files(place), pat=r'^([a-z]+)_', valid_pct=0.2, seed=1, bs=4, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_name_re(place, get_image_files(place), pat=r'^(.+)_\d+\.\w+$', valid_pct=0.2, seed=1, bs=4, num_workers=0)
