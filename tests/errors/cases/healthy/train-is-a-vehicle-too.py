# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ('bicycle', 'tram', 'train', 'ferry'):
    (Path('traffic')/k).mkdir(parents=True)
    for i in range(5): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'traffic/{k}/{i}.png')
# %% cell
dls = ImageDataLoaders.from_folder('traffic', valid_pct=0.25, seed=3, item_tfms=Resize(16), bs=4, num_workers=0)
dls.vocab
