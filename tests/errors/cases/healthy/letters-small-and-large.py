# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
from PIL import Image
Path('glyphs').mkdir()
rows = []
for i in range(32):
    Image.new('RGB', (16, 16), (i * 7, 9, 9)).save(f'glyphs/{i}.png')
    rows.append((f'glyphs/{i}.png', ['a', 'A', 'b', 'B'][i % 4]))
glyphs = pd.DataFrame(rows, columns=['file', 'letter'])
# %% cell
dls = ImageDataLoaders.from_df(glyphs, path='.', fn_col='file', label_col='letter', valid_pct=0.2, bs=4, num_workers=0)
