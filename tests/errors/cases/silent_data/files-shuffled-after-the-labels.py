# notice: shuffled_apart.labels_left_behind
# source: constructed
# says: tags was made of pics before random.shuffle\(pics\)
# says: tags = \[p.stem
# %% before
from fastai.vision.all import *
import random
folder = Path('coins')
folder.mkdir()
for i in range(12):
    for kind, shade in [('cent', 90), ('dime', 170), ('gold', 210)]:
        Image.new('RGB', (20, 20), (shade, i, 50)).save(folder/f'{kind}_{i:02d}.png')
# %% cell
pics = sorted(folder.glob('*.png'))
tags = [p.stem.split('_')[0] for p in pics]
random.shuffle(pics)
coins = ImageDataLoaders.from_lists(folder, pics, tags, valid_pct=0.2, seed=42, bs=12)
# %% mended
pics = sorted(folder.glob('*.png'))
random.shuffle(pics)
tags = [p.stem.split('_')[0] for p in pics]
coins = ImageDataLoaders.from_lists(folder, pics, tags, valid_pct=0.2, seed=42, bs=12)
