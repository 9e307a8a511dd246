# notice: held_out.share_of_few
# source: constructed
# says: 0\.05 of 12\s+items\s+is\s+less\s+than\s+one
# says: valid_pct=0\.2
# %% before
from fastai.vision.all import *
for c in ('bolt', 'nut'):
    (Path('parts')/c).mkdir(parents=True)
    for i in range(6): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(f'parts/{c}/{c}_{i}.png')
# %% cell
dls = ImageDataLoaders.from_name_re('parts', get_image_files('parts'), r'^(.+)_\d', valid_pct=0.05, item_tfms=Resize(20), bs=4)
# %% mended
dls = ImageDataLoaders.from_name_re('parts', get_image_files('parts'), r'^(.+)_\d', valid_pct=0.2, item_tfms=Resize(20), bs=4)
