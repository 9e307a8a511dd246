# notice: data.stats_of_bytes
# source: constructed
# says: 0 to 1
# says: 255
# says: imagenet_stats
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfms=Normalize.from_stats([123.7, 116.3, 103.5], [58.4, 57.1, 57.4]), bs=4)
# %% mended
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfms=Normalize.from_stats(*imagenet_stats), bs=4)
