# notice: data.labels
# source: constructed
# says: the\s+pattern\s+\^\(\.\+\)\\\.png\$
# says: pat=r'\^\(\.\*\)-\\d\+\\\.png\$'
# %% before
from fastai.vision.all import *
path = Path('birds'); path.mkdir()
for k in ('great tit', 'robin', 'wren'):
    for i in range(5): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/f'{k}-{i}.png')
# %% cell
dls = ImageDataLoaders.from_name_re(path, get_image_files(path), r'^(.+)\.png$', seed=1, item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_name_re(path, get_image_files(path), pat=r'^(.*)-\d+\.png$', seed=1, item_tfms=Resize(32), bs=4)
dls.c
