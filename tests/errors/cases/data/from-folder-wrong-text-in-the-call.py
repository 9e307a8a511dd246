# rule: items_found.nothing_found
# source: constructed
# says: ImageDataLoaders\.from_folder\(Path\('data/photos'\), valid_pct=0\.3, bs=2\)
# %% before
from fastai.vision.all import *
path = Path('data')
for kind in ('cat', 'dog'):
    (path/'photos'/kind).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (20, 20), (i * 40, 60, 90)).save(path/'photos'/kind/f'{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data/photo', valid_pct=0.3, bs=2)
# %% mended
dls = ImageDataLoaders.from_folder(Path('data/photos'), valid_pct=0.3, bs=2)
