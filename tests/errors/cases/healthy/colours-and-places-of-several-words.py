# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
from PIL import Image
Path('films').mkdir()
def poster(n): Image.new('RGB', (16, 16), (n * 5, 9, 9)).save(f'films/{n}.png')
for n in range(36): poster(n)
names = ['light red', 'dark red', 'red', 'light blue', 'dark blue', 'blue']
paint = pd.DataFrame({'file': [f'{n}.png' for n in range(36)], 'labels': names * 6})
paint['kind'] = ['Bonn, north', 'Bonn, south', 'Ulm, north', 'Ulm, south', 'Kiel, north', 'Kiel, south'] * 6
# %% cell
dls = ImageDataLoaders.from_df(paint, 'films', fn_col='file', label_col='labels', valid_pct=0.25, bs=4, num_workers=0)
places = ImageDataLoaders.from_df(paint, 'films', fn_col='file', label_col='kind', valid_pct=0.25, bs=4, num_workers=0)
