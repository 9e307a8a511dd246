# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_path_re(path, get_image_files(path), pat=r'([^/]+)/\d+\.jpg$', item_tfms=Resize(32), batch_tfms=aug_transforms(size=28), valid_pct=0.3, seed=42, bs=4)
dls.vocab
