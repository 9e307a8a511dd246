# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), bs=4, val_bs=8, shuffle=True, device='cpu', num_workers=0, pin_memory=False, drop_last=False)
