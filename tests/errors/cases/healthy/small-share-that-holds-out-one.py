# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for c in ('bolt', 'nut'):
    (Path('parts')/c).mkdir(parents=True)
    for i in range(6): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(f'parts/{c}/{c}_{i}.png')
# %% cell
dls = ImageDataLoaders.from_folder('parts', valid_pct=0.1, seed=3, item_tfms=Resize(20), bs=4)
