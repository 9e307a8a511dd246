# notice: data.labels
# source: constructed
# says: train
# says: folder level
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['train/images', 'valid/images']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda f: f.parent.parent.name, item_tfms=Resize(32)).dataloaders(path, bs=4)
