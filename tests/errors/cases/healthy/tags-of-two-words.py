# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
from PIL import Image
Path('park').mkdir()
rows = []
for i in range(24):
    Image.new('RGB', (16, 16), (i * 8, 9, 9)).save(f'park/{i}.png')
    rows.append((f'park/{i}.png', ['palm tree', 'palm tree;open water', 'open water', 'grass'][i % 4]))
park = pd.DataFrame(rows, columns=['file', 'tags'])
# %% cell
dls = ImageDataLoaders.from_df(park, path='.', fn_col='file', label_col='tags', label_delim=';', valid_pct=0.2, bs=4, num_workers=0)
